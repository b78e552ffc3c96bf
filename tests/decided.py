"""Decisions about a drawn repository, of every kind, and locks of it as earlier builds may have left them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

from sopcurric.deciding.leaf_names import Leaves
from sopcurric.deciding.settling import Authority
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import MODULE_KINDS, module_name
from sopcurric.model.files.decision import DecisionKind, Role
from sopcurric.model.lock import PREFIXES, Held, Lock
from sopcurric.model.provenance import block_sources
from sopcurric.model.publication import Leaf
from sopcurric.model.sop import Duty, Hazard
from sopcurric.model.split import blocks

Value = TypeVar("Value")
Record = dict[str, object]
ROLES: tuple[Role, ...] = ("plant", "college", "industry")
DAYS = ("2026-03-01", "2026-03-02", "2026-04-15")
NOWHERE = "DIG/P99"
"""An address that no repository has."""
STALE = "0123456789ab"
"""The digest of something else than what is there."""
KEPT = (Duty, Hazard)
"""Elements that are not left out one by one."""
SUBJECTS = ("on", "leaf", "block", "standard", "item")
"""Keys that say what a decision is about."""


class Choices(Protocol):
    """Who decides what a repository is like."""

    def count(self, low: int, high: int) -> int:
        """How many there are."""

    def maybe(self) -> bool:
        """Whether something is there."""

    def one(self, options: Sequence[Value]) -> Value:
        """Which one it is."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A place for the digest of what a decision should have seen."""


@dataclass(frozen=True)
class Subjects:
    """What there is to decide about: names by which decisions may call things.

    `modules` have the procedures of their learning tasks; `heads` are the steps right below the first procedure of each
    typical task; `questions` have their form; `leaves` have the keys of their blocks, `loose` those of
    blocks that come from no element, so that nothing is lost where they are hidden.
    """

    procedures: tuple[str, ...]
    steps: tuple[str, ...]
    hazards: tuple[str, ...]
    elements: tuple[str, ...]
    numbers: tuple[str, ...]
    modules: Mapping[str, tuple[tuple[str, ...], ...]]
    courses: tuple[str, ...]
    items: tuple[tuple[str, str], ...]
    leaves: Mapping[str, tuple[str, ...]]
    loose: tuple[tuple[str, str], ...]
    heads: Mapping[str, tuple[str, ...]]
    questions: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, compilation: Compilation) -> "Subjects":
        """Those of a compilation."""
        members = {task.id: task.members for task in compilation.catalogue.tasks}
        courses = compilation.design.courses
        named = dict(_named_leaves(compilation))
        return cls(
            procedures=tuple(sorted(member for own in members.values() for member in own)),
            steps=tuple(compilation.steps),
            hazards=tuple(one.address for one in compilation.elements.values() if isinstance(one, Hazard)),
            elements=tuple(
                one.address for sop in compilation.inputs.sops for one in sop.elements() if not isinstance(one, KEPT)
            ),
            numbers=(*members, *(task.id for course in courses for task in course.tasks)),
            modules={m.name: tuple(members[task.typical_task] for task in m.tasks) for c in courses for m in c.modules},
            courses=tuple(course.id for course in courses),
            items=tuple(
                (standard.code, content.id)
                for standard in compilation.inputs.standards
                for function in standard.functions
                for content in function.contents
            ),
            leaves={name: tuple(block.key for block in leaf.blocks) for name, leaf in named.items()},
            loose=tuple(
                (name, block.key)
                for name, leaf in named.items()
                for block in leaf.blocks
                if not [*block_sources(block)]
            ),
            heads={
                own[0]: tuple(block[0].address for block in blocks(compilation.procedures[own[0]]))
                for own in members.values()
            },
            questions=tuple((one.id, one.form) for one in compilation.bank.questions),
        )


def _named_leaves(compilation: Compilation) -> Iterator[tuple[str, Leaf]]:
    """Leaves by the name that a person would type: procedure and kind; by their identifier where there is no other."""
    leaves = Leaves(compilation.computed)
    for binder in compilation.computed:
        for leaf in binder.leaves:
            procedure, part = next(iter(leaf.derived_from), ""), leaf.part
            named = (f"{procedure}#{leaf.kind}", f"{procedure}#{leaf.kind}:{part}")
            yield next((name for name in named if leaves.named(name) == leaf), leaf.id), leaf


_HEADER = frozenset({"decide", "role", "by", "why", "date", "id", "seen", "replaces"})
"""Keys that every decision has."""

# --- Decisions -------------------------------------------------------------------------------------------------------

REASONS = ("taught-elsewhere", "plant-training", "obsolete", "out-of-scope")
TONES = ("note", "caution", "danger")


@dataclass
class Decider:
    """Writes decisions down, as somebody chooses.

    What is `sound` holds: it is for its role to decide, about things that are there, each decision about others.
    """

    choose: Choices
    words: Callable[[], object]
    authority: Authority
    sound: bool = False
    made: int = 0
    asked: int = 0

    def decisions(self, kinds: Iterable[DecisionKind], subjects: Subjects) -> list[Record]:
        """One decision of each kind of which there is something to decide, some with another one about the same."""
        found: list[Record] = []
        for kind in kinds:
            asked = KINDS[kind](self, subjects)
            if asked is None:
                continue
            record = self._headed(kind, asked)
            found.append(record)
            if not self.sound and self.choose.maybe():
                found.append(self._rival(kind, record, subjects))
        return found

    def replacing(self, found: Sequence[Record], subjects: Subjects) -> list[Record]:
        """A decision that takes another one back; where all must hold, one that was made for it."""
        if self.sound:
            (first,) = self.decisions(["add"], subjects)
            same = {key: first[key] for key in ("leaf", "text", "role")}
            second = self._headed("add", {**same, "date": DAYS[-1], "replaces": [first["id"]]})
            back = {"role": first["role"], "date": DAYS[-1], "replaces": [second["id"]]}
            return [first, second, self._headed("withdraw", back)]
        named = [one for one in found if "id" in one]
        if not named:
            return []
        one = named[self.choose.one(range(len(named)))]
        role = {"role": one["role"]} if self.choose.maybe() else {}
        return [self._headed("withdraw", {"replaces": [one["id"], *self._gone("no-such-decision")], **role})]

    def _rival(self, kind: DecisionKind, record: Record, subjects: Subjects) -> Record:
        """Another decision about the same things, which may say the same or something else."""
        if kind in TWINS and self.choose.maybe():
            kind = TWINS[kind]
        said = {key: value for key, value in record.items() if key not in _HEADER}
        asked = KINDS[kind](self, subjects) or said  # of questions, there may be none of the next sort
        about = {key: record[key] for key in SUBJECTS if key in record and key in asked}
        replaced = {"replaces": [record["id"]]} if "id" in record and self.choose.maybe() else {}
        return self._headed(kind, {**asked, **about, **replaced})

    def _headed(self, kind: DecisionKind, asked: Record) -> Record:
        self.made += 1
        allowed = self.authority.get(kind, ROLES)
        role = self.choose.one(tuple(allowed) if self.sound or self.choose.maybe() else ROLES)
        header: Record = {"decide": kind, "role": role, "by": self.words(), "why": self.words()}
        if self.sound:
            header |= {"date": DAYS[self.made % len(DAYS)], "id": f"{kind}-{self.made}"}
            return {**header, **({"seen": Sight()} if self.made % 2 else {}), **asked}
        header["date"] = self.choose.one(DAYS)
        if "replaces" in asked or self.choose.maybe():
            seen = self.choose.one((None, Sight(), STALE))
            header |= {"id": f"{kind}-{self.made}", **({"seen": seen} if seen else {})}
        else:
            header["date"] = f"2026-05-{self.made % 28 + 1:02}"  # no two may be the same word for word
        return {**header, **asked}

    # Subjects

    def _gone(self, name: str) -> list[str]:
        """Sometimes something that is not there."""
        return [] if self.sound or self.choose.count(0, 4) else [name]

    def _some(self, options: Sequence[str], low: int, high: int) -> list[str] | None:
        """Some different ones, at least `low`, or nothing where there are too few."""
        if len(options) < low:
            return None
        number = self.choose.count(low, min(high, len(options)))
        first = self.choose.one(range(len(options)))
        return [options[(first + n) % len(options)] for n in range(number)] + self._gone(NOWHERE)

    def _task(self, subjects: Subjects) -> list[str] | None:
        """A learning task, by a procedure or by its own name."""
        names = (*subjects.procedures, *(() if self.sound else subjects.numbers))
        return self._some(names, 1, 1)

    def _leaf(self, subjects: Subjects) -> str:
        working = [name for name in subjects.leaves if name.endswith("#W")]  # whose steps must not get lost
        names = working if working and not self.sound and self.choose.maybe() else [*subjects.leaves]
        return next(iter(self._gone(f"{NOWHERE}#W")), "") or self.choose.one(names)

    def _block(self, subjects: Subjects) -> tuple[str, str]:
        leaf = self._leaf(subjects)
        keys = subjects.leaves.get(leaf, ("W/nothing",))
        return leaf, next(iter(self._gone("W/nothing")), "") or self.choose.one(keys)

    # Kinds

    def together(self, subjects: Subjects) -> Record | None:
        """Procedures that are one task, or that are none."""
        on = self._some(subjects.procedures, 2, 2 if self.sound else 3)
        return None if on is None else {"on": on}

    def readdress(self, subjects: Subjects) -> Record | None:
        """A procedure that stood at an address that is none any more."""
        now = self._some(subjects.procedures, 1, 1) or [NOWHERE]
        old = former(now[0])
        return {"on": [old if self.sound or self.choose.maybe() else now[0]], "now": now[-1]}

    def exclude(self, subjects: Subjects) -> Record | None:
        """Something that is not taught."""
        wild = (*subjects.elements, *subjects.procedures, *subjects.hazards, *subjects.steps)
        free = (*subjects.procedures[4:][-1:], *subjects.elements[:1])  # of which nothing else is decided
        on = self._some(free if self.sound else wild, 1, 2)
        return None if on is None else {"on": on, "reason": self.choose.one(REASONS)}

    def rename(self, subjects: Subjects) -> Record | None:
        """Another title of a task, a module or a course."""
        kinds = (subjects.courses, (*subjects.modules,), subjects.procedures)
        names = [one for names in kinds for one in (names[:1] if self.sound else names)]
        on = self._some(names, 1, 1)
        return None if on is None else {"on": on, "title": self.words()}

    def rate(self, subjects: Subjects) -> Record | None:
        """Other ratings."""
        on = self._task(subjects)
        grades = {name: self.choose.one((1, 2, 3)) for name in ("difficulty", "importance", "frequency")}
        return (
            None if on is None else {"on": on, **{name: grade for name, grade in grades.items() if self.choose.maybe()}}
        )

    def move(self, subjects: Subjects) -> Record | None:
        """A learning task in another module; those of the first module stay where they are where all must hold."""
        _, *others = subjects.modules.values()
        free = [own[0] for tasks in others for own in tasks] if self.sound else None
        on = self._some(free, 1, 1) if free is not None else self._task(subjects)
        courses = subjects.courses[:-1] if self.sound else subjects.courses  # the last one is made anew
        names = [module_name(course, kind) for course in courses for kind in MODULE_KINDS]
        return None if on is None else {"on": on, "to": self.choose.one([*names, *self._gone("course-DIG.nowhere")])}

    def order(self, subjects: Subjects) -> Record | None:
        """Another order of the tasks of a module."""
        long = [[own[0] for own in tasks] for tasks in subjects.modules.values() if len(tasks) > 1]
        if self.sound:
            return {"on": long[-1][::-1]} if long else None  # `move` takes of the first
        on = self._some(subjects.procedures, 2, 3) if not long or self.choose.maybe() else self.choose.one(long)[::-1]
        return None if on is None else {"on": on}

    def hours(self, subjects: Subjects) -> Record | None:
        """Other hours of a learning task."""
        on = self._task(subjects)
        return (
            None if on is None else {"on": on, "theory": self.choose.one((2, 4)), "practice": self.choose.one((8, 12))}
        )

    def course(self, subjects: Subjects) -> Record | None:
        """A course of others, or of single tasks."""
        names = subjects.courses[1:][-1:] if self.sound else (*subjects.courses, *subjects.procedures)
        on = self._some(names, 1, 2)
        name = self.choose.one(("made", *self._gone("DIG")))
        return None if on is None else {"on": on, "course": name, "title": self.words()}

    def split(self, subjects: Subjects) -> Record | None:
        """Several learning tasks of one typical task."""
        options = {one: steps for one, steps in subjects.heads.items() if len(steps) > 1}
        if not options:
            return None
        long = [tasks for tasks in subjects.modules.values() if len(tasks) > 1]
        ordered = {member for own in long[-1] for member in own} if long else set()  # `order` is about these
        free = [one for one in options if one not in ordered] if self.sound else []
        one = free[-1] if free else self.choose.one([*options])
        steps = options[one]
        place = 1 if self.sound else self.choose.one(range(1, len(steps)))
        halves = ([*steps[:place]], [*steps[place:], *self._gone(NOWHERE)])
        return {"on": [one], "into": [{"title": self.words(), "on": half} for half in halves]}

    def question(self, subjects: Subjects) -> Record | None:
        """A question of the bank that is left out, or has other words: of all three sorts where all must hold."""
        sort = self.asked % 3 if self.sound else self.choose.one((0, 1, 2))
        self.asked += 1
        form = ("single-choice", "short-answer", "true-false")[sort]
        on = self._some([name for name, own in subjects.questions if own == form][-1:], 1, 1)
        if on is None:
            return None
        more: Record = {"drop": True}
        if sort == 0:
            more = {"stem": self.words(), "options": ["甲", "乙", "丙"], "key": [2], "because": self.words()}
        elif sort == 1:
            more = {"answers": [self.words()]}
        return {"on": on, **more}

    def categorise(self, subjects: Subjects) -> Record | None:
        """Another category and block of a course."""
        on = self._some(subjects.courses[:1] if self.sound else subjects.courses, 1, 2)
        more: Record = {"block": "industry"} if self.choose.maybe() else {}
        nature = self.choose.one(("required", "restricted", "elective"))
        category = self.choose.one(("foundation", "core", "extension"))
        return None if on is None else {"on": on, "category": category, "nature": nature, **more}

    def map(self, subjects: Subjects) -> Record | None:
        """A work content of a standard that a learning task leads to, or does not."""
        on = self._task(subjects)
        if not on or not subjects.items:
            return None
        standard, item = self.choose.one(subjects.items)
        item = next(iter(self._gone("F9-9")), item)
        return {"on": on, "standard": standard, "item": item, "fits": self.choose.one((True, False))}

    def rewrite(self, subjects: Subjects) -> Record | None:
        """A block in other words."""
        leaf, block = self._block(subjects)
        saw = {"saw": [self.words() for _ in range(self.choose.count(1, 2))]} if self.choose.maybe() else {}
        return {"leaf": leaf, "block": block, "text": self._text(), **saw}

    def add(self, subjects: Subjects) -> Record | None:
        """More blocks."""
        leaf, block = self._block(subjects)
        place = self.choose.one(("start", block, ""))
        return {"leaf": leaf, "text": self._text(), **({"after": place} if place else {})}

    def hide(self, subjects: Subjects) -> Record | None:
        """A block less."""
        leaf, block = subjects.loose[-1] if self.sound else self._block(subjects)
        return {"leaf": leaf, "block": block}

    def reorder(self, subjects: Subjects) -> Record | None:
        """Blocks in another order."""
        long = [name for name, keys in subjects.leaves.items() if len(keys) > 2]
        if not long:
            return None
        leaf = self.choose.one(long)
        keys = self._some(subjects.leaves[leaf], 2, 3) or []
        return {"leaf": leaf, "blocks": keys[::-1]}

    def _text(self) -> list[object]:
        """What a teacher types: some forms, or all of them."""
        if self.sound:
            return [form(self, choice) for form in FORMS for choice in (0, 1, 2)]
        return [self.choose.one(FORMS)(self, self.choose.one((0, 1, 2))) for _ in range(self.choose.count(1, 3))]

    def paragraph(self, _choice: int) -> object:
        """A paragraph."""
        return self.words()

    def listing(self, choice: int) -> object:
        """A list of each kind."""
        return {"list": [self.words(), self.words()], "numbered": choice == 1, "checks": choice == 2}

    def table(self, choice: int) -> object:
        """A table with cells to write in, and one with a cell too many."""
        more = [self.words()] if choice == 2 and not self.sound else []
        return {
            "table": [self.words(), self.words()],
            "rows": [[self.words(), ""], [self.words(), self.words(), *more]],
        }

    def heading(self, _choice: int) -> object:
        """A heading."""
        return {"heading": self.words()}

    def box(self, choice: int) -> object:
        """A box of each tone."""
        return {"box": self.words(), "tone": TONES[choice], "items": [self.words()]}


FORMS: tuple[Callable[[Decider, int], object], ...] = (
    Decider.paragraph,
    Decider.listing,
    Decider.table,
    Decider.heading,
    Decider.box,
)
Kinds = Mapping[DecisionKind, Callable[[Decider, Subjects], Record | None]]
SOURCE_KINDS: Kinds = {
    "together": Decider.together,
    "apart": Decider.together,
    "readdress": Decider.readdress,
    "exclude": Decider.exclude,
}
"""Decisions that other names of derived things follow from."""
DERIVED_KINDS: Kinds = {
    "rename": Decider.rename,
    "rate": Decider.rate,
    "move": Decider.move,
    "order": Decider.order,
    "hours": Decider.hours,
    "course": Decider.course,
    "split": Decider.split,
    "categorise": Decider.categorise,
    "map": Decider.map,
}
LEAF_KINDS: Kinds = {
    "rewrite": Decider.rewrite,
    "add": Decider.add,
    "hide": Decider.hide,
    "reorder": Decider.reorder,
    "question": Decider.question,
}
KINDS: Kinds = {**SOURCE_KINDS, **DERIVED_KINDS, **LEAF_KINDS}
"""How each kind of decision is made; `withdraw` is about other decisions, see `Decider.replacing`."""
TWINS: Mapping[DecisionKind, DecisionKind] = {
    "together": "apart",
    "apart": "together",
    "rewrite": "hide",
    "hide": "rewrite",
}
"""Kinds that can stand against each other."""


# --- Locks -----------------------------------------------------------------------------------------------------------

FOREIGN = "aaaaaaa2"
"""An identifier that follows from no address, as after a merge or from a former version."""


def former(address: str) -> str:
    """An address at which a procedure may have stood before."""
    return f"{address.rpartition('/')[0]}/OLD"


def older(lock: Lock, choose: Choices) -> Lock:
    """A lock as an earlier build may have left it.

    Some procedures were not there yet, one stood elsewhere; some things have identifiers that no build would give them
    now; some identifiers were released, of which some hold nothing any more.
    """
    there = [one for one in lock.held if choose.count(0, 3)]
    held = [_other(one) if choose.maybe() else one for one in there]
    if held and choose.maybe():
        held[0] = replace(held[0], member=former(held[0].member))
    alive = [number for one in held for number in (one.task, one.learning_task, one.module) if choose.maybe()]
    dead = [f"{prefix}zzzzzzz{number}" for number, prefix in enumerate(PREFIXES.values(), start=2) if choose.maybe()]
    return Lock(tuple(sorted(held, key=lambda one: one.member)), tuple(sorted({*alive, *dead})))


def _other(one: Held) -> Held:
    return replace(one, **{kind: f"{prefix}{FOREIGN}" for kind, prefix in PREFIXES.items()})


def with_tombstones(lock: Lock) -> Lock:
    """The same lock after releases of all that it holds, and of more that it held once."""
    alive = {number for one in lock.held for number in (one.task, one.learning_task, one.module)}
    return replace(lock, released=tuple(sorted({*alive, *(f"{prefix}zzzzzzz2" for prefix in PREFIXES.values())})))
