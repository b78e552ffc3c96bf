"""A learning task as questions are made of it: its own elements, what its jobs have, how a question is built."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from functools import cached_property
from typing import Generic, TypeVar

from sopcurric.examining.blanks import Taught
from sopcurric.model.address import Address, job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse, LearningTask
from sopcurric.model.identifier import derived_id
from sopcurric.model.question_bank import Amount, BankQuestion, Cognition, Fact, Hardness, QuestionForm
from sopcurric.model.retell import retell, spoken
from sopcurric.model.saying import words
from sopcurric.model.sop import JobSop, Procedure, Step
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Phrase, Text, sentence

Element = TypeVar("Element")
Part_co = TypeVar("Part_co", covariant=True)
_MOST_PLANTS = 3
_MANY = 4
"""A key of so many parts makes a question harder."""
_HIGH = 3
_WEIGHT: Mapping[Cognition, int] = {"recall": 0, "understand": 1, "apply": 2}
_SECTIONS = frozenset(
    (
        *("principles", "flow", "terms", "equipment", "valves", "interlocks", "parameters", "deviations", "hazards"),
        *("ppe", "lockouts", "permits", "environment", "emergency_cards", "quality", "handover", "records"),
    )
)
_HARDNESS: tuple[Hardness, ...] = ("easy", "medium", "medium", "hard", "hard")
"""By the sum of: 0 to 2 for the cognitive level, 1 for difficult work, 1 for a key of many parts."""


@dataclass(frozen=True, slots=True)
class Shared(Generic[Part_co]):
    """What plants or jobs say in the same words: the first of them, all addresses, whose it is where others differ."""

    own: Part_co
    addresses: tuple[Address, ...]
    whose: Phrase | None


@dataclass(frozen=True)
class Scene:
    """A learning task in its course. `owned` are the elements that are asked about here and nowhere else."""

    course: JobCourse
    task: LearningTask
    all: Compilation
    owned: frozenset[Address]
    taught: Taught

    @property
    def typical(self) -> TypicalTask:
        """The typical task that it was made of."""
        return self.all.typical_tasks[self.task.typical_task]

    @cached_property
    def sops(self) -> tuple[JobSop, ...]:
        """The SOPs of its procedures, then the documents of its course."""
        jobs = dict.fromkeys((*map(job_of, self.task.derived_from), *self.course.documents))
        return tuple(self.all.sops[one] for one in jobs)

    @property
    def language(self) -> str:
        """The language that texts are compared in."""
        return self.all.inputs.settings.language

    def words(self, phrase: Phrase) -> str:
        """The plain words of a phrase."""
        return words(phrase, self.language)

    @cached_property
    def procedures(self) -> tuple[Shared[Procedure], ...]:
        """The procedures of the task, those with the same words together."""
        return tuple(self._shared([*self.portions.values()]))

    @cached_property
    def portions(self) -> Mapping[Address, Procedure]:
        """The procedures of the task by address, with the steps that it teaches."""
        return {one.address: one for one in self.task.portions(self.all.procedures)}

    def source_of(self, procedure: Procedure, step: Step) -> Phrase:
        """Where a step stands: in the procedure as its SOP calls it, whatever the learning task is called."""
        title = self.all.procedures[procedure.address].title
        return sentence("ask.source.step", procedure=title, number=step.number)

    def own(self, addresses: Iterable[Address], kind: type[Element]) -> list[Shared[Element]]:
        """The owned elements of one kind, those with the same words together."""
        return self.all_of((one for one in addresses if one in self.owned), kind)

    def all_of(self, addresses: Iterable[Address], kind: type[Element]) -> list[Shared[Element]]:
        """Elements of one kind, owned or not."""
        found = (self.all.elements.get(address) for address in addresses)
        return self._shared([element for element in found if isinstance(element, kind)])

    def siblings(self, address: Address, kind: type[Element]) -> list[Element]:
        """All elements of one kind in the document of an address, without the one that stands there."""
        every = self.all.sops[job_of(address)].elements()
        return [one for one in every if isinstance(one, kind) and one.address != address]

    def _shared(self, elements: Sequence[Element]) -> list[Shared[Element]]:
        titles = Counter(one.title for one in elements)  # type: ignore[attr-defined]
        groups: dict[object, list[Element]] = {}
        for one in elements:
            title = one.title  # type: ignore[attr-defined]
            groups.setdefault(_said(one) if titles[title] > 1 else title, []).append(one)
        codes = {job_of(one) for one in self.task.derived_from}
        return [self._group(same, several=len(codes) > 1) for same in groups.values()]

    def _group(self, same: list[Element], *, several: bool) -> Shared[Element]:
        addresses = tuple(one.address for one in same)  # type: ignore[attr-defined]
        homes = [self.all.sops[one] for one in dict.fromkeys(map(job_of, addresses))]
        return Shared(same[0], addresses, self._whose(homes) if several else None)

    def _whose(self, homes: Sequence[JobSop]) -> Phrase | None:
        """Of which job or document something is, and in which plants where others differ; nothing where all agree."""
        first = homes[0]
        code = first.code.casefold()
        every = sum(one.code.casefold() == code for one in self.sops) <= len(homes)
        jobs = {self.all.sops[job_of(one)].code.casefold() for one in self.task.derived_from}
        if every and (len(jobs) == 1 or first.kind != "job-sop"):
            return None
        titles = dict(self.all.inputs.settings.organisations)
        plants = [titles[one.organisation] for one in homes if one.organisation in titles]
        if every or not plants:
            return sentence("ask.whose", title=first.title)
        told = sentence("ask.plants", first=plants[0], number=len(plants)) if len(plants) > _MOST_PLANTS else None
        return sentence("ask.whose.plants", plants=told or listed(plants, "join.plants"), title=first.title)

    # --- Building questions ------------------------------------------------------------------------------------------

    def question(  # noqa: PLR0913 - the parts of a question
        self,
        form: QuestionForm,
        topic: str,
        stem: Phrase,
        about: Shared[object],
        *,
        because: Phrase,
        asks: Iterable[str],
        cognition: Cognition = "recall",
        options: Sequence[Phrase] = (),
        right: Sequence[int] = (),
        matches: Sequence[Phrase] = (),
        answers: Sequence[Phrase] = (),
        amounts: Sequence[Amount] = (),
        gives: Iterable[str] = (),
        more: Iterable[Address] = (),
        source: Phrase | None = None,
        keep: bool = False,
    ) -> BankQuestion:
        """A question about an element; `right` are numbers of options, which are shuffled here (or kept).

        `asks` and `gives` are parts of the element, or facts of others as they are. Of a matching, the options and the
        matches are given in the same order.
        """
        addresses = (*about.addresses, *more)
        part = (f"#{self.task.place}",) if self.task.place > 1 else ()
        name = derived_id("tq-", "\x1f".join((form, topic, *sorted(addresses), *part)))
        order = shuffled(len(options), name, keep=keep or form == "matching")
        facing = shuffled(len(matches), f"{name}/matches")
        key = _key(form, order, facing, right)
        first = about.addresses[0]
        return BankQuestion(
            id=name,
            form=form,
            topic=topic,
            stem=sentence("ask.of", whose=about.whose, stem=stem) if about.whose else stem,
            explanation=because,
            source=source or sentence(f"ask.source.{_section(first)}", title=self.all.titles[first]),
            cognition=cognition,
            difficulty=self._difficulty(cognition, max(len(answers), len(key), len(amounts))),
            course=self.course.id,
            task=self.task.id,
            competency=self._competency(addresses),
            points=tuple(one for one in self.task.points if not self._sources[one].isdisjoint(addresses)),
            asks=tuple(_facts(asks, about.addresses)),
            gives=tuple(_facts(gives, about.addresses)),
            derived_from=tuple(dict.fromkeys(addresses)),
            options=tuple(options[one] for one in order),
            matches=tuple(matches[one] for one in facing),
            key=key,
            answers=tuple(answers),
            amounts=tuple(amounts),
        )

    @cached_property
    def _sources(self) -> Mapping[str, frozenset[Address]]:
        return {one: frozenset(self.all.points[one].derived_from) for one in self.task.points}

    def _difficulty(self, cognition: Cognition, parts: int) -> Hardness:
        hard = self.typical.rating.difficulty.value == _HIGH
        return _HARDNESS[_WEIGHT[cognition] + hard + (parts >= _MANY)]

    def _competency(self, addresses: Iterable[Address]) -> str:
        """The competency of the procedure that an address lies in; of the job, or else the first of the task."""
        own = [self.all.competencies[one] for one in self.typical.competencies]
        for address in addresses:
            for fits in (
                lambda one, at=address: at == one.procedure or at.startswith(f"{one.procedure}/"),
                lambda one, at=address: job_of(at) == job_of(one.procedure),
            ):
                found = next((one.id for one in own if fits(one)), "")
                if found:
                    return found
        return own[0].id if own else ""


def shuffled(number: int, seed: str, *, keep: bool = False) -> tuple[int, ...]:
    """Numbers from 0 in an order that follows from a seed alone; never as they were, where there are several."""
    plain = tuple(range(number))
    if keep:
        return plain
    made = tuple(sorted(plain, key=lambda one: hashlib.sha256(f"{seed}/{one}".encode()).digest()))
    return (*made[1:], made[0]) if made == plain and number > 2 else made  # noqa: PLR2004 - two have no other order


def by_hash(seed: str, number: int) -> int:
    """A number below another one, by a seed."""
    return hashlib.sha256(seed.encode()).digest()[0] % number


def end_cut(text: Text) -> Text:
    """A text without its closing full stop."""
    return retell(text, spoken(text))


def listed(texts: Sequence[Phrase], code: str = "join") -> Phrase:
    """Phrases in one sentence, parted by semicolons or as another code does it."""
    if len(texts) == 1:
        return texts[0]
    middle = len(texts) // 2
    return sentence(code, left=listed(texts[:middle], code), right=listed(texts[middle:], code))


def numbered(texts: Sequence[Phrase]) -> Phrase:
    """Phrases in one sentence, numbered where there are several."""
    if len(texts) == 1:
        return texts[0]
    return listed([sentence("numbered", number=number, text=one) for number, one in enumerate(texts, start=1)])


def _key(form: QuestionForm, order: tuple[int, ...], facing: tuple[int, ...], right: Sequence[int]) -> tuple[int, ...]:
    if form == "true-false":
        return (*right,)
    if form == "ordering":
        return tuple(order.index(one) for one in range(len(order)))
    if form == "matching":
        return tuple(facing.index(one) for one in order)
    return tuple(sorted(order.index(one) for one in right))


def _facts(parts: Iterable[str], addresses: Iterable[Address]) -> Iterator[Fact]:
    for part in parts:
        if "#" in part:
            yield part
        else:
            yield from (f"{address}#{part}" for address in addresses)


def _section(address: Address) -> str:
    parts = address.split("/")
    return parts[1] if len(parts) > 2 and parts[1] in _SECTIONS else "procedure"  # noqa: PLR2004 - job, section, element


def _said(value: object) -> object:
    """What an element says in words and grades, without where it or anything in it stands."""
    if isinstance(value, Text) or not (is_dataclass(value) or isinstance(value, tuple)):
        return None if isinstance(value, str | bool) else value
    if isinstance(value, tuple):
        return tuple(_said(one) for one in value if not isinstance(one, str))
    return tuple(_said(getattr(value, one.name)) for one in fields(value))
