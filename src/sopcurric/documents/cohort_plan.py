"""Plans of cohorts (实施计划): who is where in which week, what is learnt then, who mentors whom, hours by semester."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from sopcurric.leaves.task_view import enumeration
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.planning import Group, Week
from sopcurric.model.publication import (
    Binder,
    Block,
    Chapter,
    Column,
    Leaf,
    LeafKind,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.standing_plan import Line, StandingPlan, standing_plans
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme with a plan that stands."""
    programmes = {one.id: one for one in compilation.inputs.programmes}
    return tuple(
        _Plan(programmes[plan.demand.programme], plan, compilation).binder()
        for plan in standing_plans(compilation)
        if plan.lines or plan.pairs
    )


DOCUMENT = Document(name="cohort_plan", version=1, rank=22, compose=compose)


@dataclass(frozen=True)
class _Plan:
    programme: ProgrammeFile
    plan: StandingPlan
    all: Compilation

    def binder(self) -> Binder:
        """The plan with its sections, of which those without content are left out."""
        sections = (
            ("rotation", self._rotation(), True, self.plan.lines),
            ("modules", self._modules(), True, self.plan.lines),
            ("pairings", self._pairings(), False, self.plan.pairs),
            ("load", self._load(), False, self.plan.lines),
        )
        return Binder(
            id=f"cohort-plan-{self.programme.id}",
            document=DOCUMENT.name,
            title=sentence("schedule.title", title=self.programme.major.title),
            subtitle=sentence("programme.cohort", cohort=self.programme.cohort),
            facts=(
                field("schedule.groups", len(self.plan.demand.groups)),
                field("schedule.learners", sum(one.learners for one in self.plan.demand.groups)),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(
                self._chapter(name, tuple(blocks), wide=wide) for name, blocks, wide, told in sections if told
            ),
            loose=False,
            derived_from=(self._address,),
        )

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    def _chapter(self, name: str, blocks: tuple[Block, ...], *, wide: bool) -> Chapter:
        title = sentence(f"schedule.{name}")
        leaf = Leaf(
            id=f"cohort-plan-{self.programme.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=blocks,
            derived_from=(self._address,),
            issued=self.all.inputs.settings.as_of,
            wide=wide,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    # Names

    @cached_property
    def _titles(self) -> Mapping[str, Phrase]:
        programme = self.programme
        return {
            **{one.id: one.title for one in programme.partners},
            **{one.id: one.title for one in programme.bases},
            **{one.id: one.title for one in programme.mentors},
            **{one.id: one.title for one in programme.groups},
        }

    def _title(self, name: str) -> Phrase | str:
        return self._titles.get(name, name)

    @cached_property
    def _signs(self) -> Mapping[str, str]:
        """A number for each place that is used, in the order of the programme."""
        used = {line.placed.place for line in self.plan.lines}
        known = [place.id for place in self.plan.demand.places if place.id in used]
        return {name: str(number) for number, name in enumerate((*known, *sorted(used - {*known})), start=1)}

    @cached_property
    def _modules_titles(self) -> Mapping[str, Phrase]:
        return {row.id: row.title for plan in self.all.plans for row in plan.rows}

    # Rotation

    def _rotation(self) -> Iterator[Block]:
        yield Paragraph("rotation/note", sentence("schedule.note"))
        yield Table(
            "rotation/places",
            columns(("schedule.column.code", 6), ("schedule.column.place", 40), centred=("schedule.column.code",)),
            tuple(row((cell(sign), cell(self._title(name)))) for name, sign in self._signs.items()),
            title=sentence("schedule.places"),
        )
        yield Paragraph("rotation/key", sentence("schedule.key"))
        for semester in sorted({line.placed.semester for line in self.plan.lines}):
            weeks = [week for week in self.plan.demand.weeks if week.semester == semester]
            yield Table(
                f"rotation/{semester}",
                (
                    Column(sentence("schedule.column.group-week"), 12),
                    *(Column(sentence("plain", value=str(week.number)), 3, "center") for week in weeks),
                ),
                tuple(self._rotation_row(group, weeks) for group in self.plan.demand.groups),
                title=sentence("schedule.groups.of", semester=semester),
            )

    def _rotation_row(self, group: Group, weeks: Iterable[Week]) -> Row:
        signs = [self._sign(group, week) for week in weeks]
        cells = [cell(sign, strong=isinstance(sign, str) and bool(sign)) for sign in signs]
        title = sentence("schedule.group", group=group.id, title=self._title(group.id))
        return row((cell(title), *cells), f"{self._address}/{group.id}")

    def _sign(self, group: Group, week: Week) -> str | Phrase:
        lines = self.plan.in_week.get((group.id, week.at), ())
        if lines:
            return ", ".join(dict.fromkeys(self._signs[line.placed.place] for line in lines))
        if week.exams:
            return sentence("schedule.cell.exam")
        if not week.days:
            return sentence("schedule.cell.off")
        post = any(stage.post for stage in self.plan.demand.stages if stage.semester == week.semester)
        if post and week.at in self._closed.get(group.id, frozenset()):
            return sentence("schedule.cell.closed")
        return sentence("schedule.cell.post") if post else ""

    @cached_property
    def _closed(self) -> Mapping[str, frozenset[int]]:
        """The weeks in which the plant of each group is closed."""
        places = self.plan.demand.place_by_id
        return {one.group.id: places[one.paired.plant].closed for one in self.plan.pairs if one.paired.plant in places}

    # Modules

    def _modules(self) -> Iterator[Block]:
        rows: list[Row] = []
        for group in self.plan.demand.groups:
            own = sorted(
                (line for line in self.plan.lines if line.group.id == group.id),
                key=lambda one: (one.begin, one.item.id),
            )
            rows += [self._module_row(line, group, len(own) if place == 0 else 0) for place, line in enumerate(own)]
        yield Table(
            "modules/table",
            columns(
                ("schedule.column.group", 12),
                ("schedule.column.semester", 6),
                ("schedule.column.weeks", 10),
                ("schedule.column.content", 42),
                ("schedule.column.hours", 6),
                ("schedule.column.place", 22),
                centred=("schedule.column.semester", "schedule.column.weeks", "schedule.column.hours"),
            ),
            tuple(rows),
        )

    def _module_row(self, line: Line, group: Group, of: int) -> Row:
        placed = line.placed
        title = sentence("schedule.group", group=group.id, title=self._title(group.id))
        code = "schedule.week" if placed.weeks == 1 else "schedule.weeks"
        cells = (
            cell(placed.semester),
            cell(sentence(code, first=placed.first, last=placed.first + placed.weeks - 1)),
            cell(
                sentence(
                    f"schedule.part.{line.item.share}",
                    module=self._modules_titles.get(line.item.id, sentence("plain", value=line.item.id)),
                )
            ),
            cell(_number(self.plan.load(line) * placed.weeks)),
            cell(self._title(placed.place)),
        )
        return row((cell(title, rows=of), *cells) if of else cells, f"{self._address}/{group.id}")

    # Mentors

    def _pairings(self) -> Iterator[Block]:
        pairs = sorted(self.plan.pairs, key=lambda one: (self._places_of[one.group.id], one.paired.learner))
        yield Table(
            "pairings/table",
            columns(
                ("schedule.column.learner", 10),
                ("schedule.column.plant", 22),
                ("schedule.column.mentor", 22),
                ("schedule.column.substitutes", 30),
            ),
            tuple(
                row(
                    (
                        cell(f"{one.group.id}-{one.paired.learner:02}"),
                        cell(self._title(one.paired.plant)),
                        cell(self._title(one.mentor.id)),
                        cell(self._enumerated(one.paired.substitutes)),
                    ),
                    f"{self._address}/{one.mentor.id}",
                )
                for one in pairs
            ),
        )
        yield Signatures("pairings/signatures", (sentence("schedule.sign.college"), sentence("schedule.sign.plant")))

    @cached_property
    def _places_of(self) -> Mapping[str, int]:
        return {group.id: place for place, group in enumerate(self.plan.demand.groups)}

    def _enumerated(self, names: Iterable[str]) -> Phrase | None:
        found = [self._titles.get(name, sentence("plain", value=name)) for name in names]
        return enumeration(found) if found else None

    # Hours

    def _load(self) -> Iterator[Block]:
        semesters = sorted({line.placed.semester for line in self.plan.lines})
        rows = [
            self._load_row(group, semester)
            for group in self.plan.demand.groups
            for semester in semesters
            if any(line.group.id == group.id and line.placed.semester == semester for line in self.plan.lines)
        ]
        yield Table(
            "load/table",
            columns(
                ("schedule.column.group", 24),
                ("schedule.column.semester", 8),
                ("schedule.column.hours", 10),
                ("schedule.column.used", 14),
                ("schedule.column.peak", 12),
                ("schedule.column.post", 12),
                centred=(
                    "schedule.column.semester",
                    "schedule.column.hours",
                    "schedule.column.used",
                    "schedule.column.peak",
                    "schedule.column.post",
                ),
            ),
            tuple(rows),
        )

    def _load_row(self, group: Group, semester: int) -> Row:
        weeks = [week for week in self.plan.demand.weeks if week.semester == semester]
        loads = [sum(self.plan.load(line) for line in self.plan.in_week.get((group.id, week.at), ())) for week in weeks]
        post = sum(self._sign(group, week) == sentence("schedule.cell.post") for week in weeks)
        title = sentence("schedule.group", group=group.id, title=self._title(group.id))
        cells = (
            cell(title),
            cell(semester),
            cell(_number(sum(loads))),
            cell(sum(load > 0 for load in loads)),
            cell(_number(max(loads, default=0))),
            cell(post),
        )
        return row(cells, f"{self._address}/{group.id}")


def _number(hours: Fraction | int) -> str:
    """Hours as they are printed: a whole number, or with one decimal."""
    return f"{float(hours):.1f}".removesuffix(".0")
