"""Recognition of skill levels and credits that are replaced (技能等级认定、学分置换): conditions, never promises."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.enumerating import listed
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.substitution import SubstitutionRule
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.library_use import ModuleUse, module_uses
from sopcurric.model.pathway_words import open_texts
from sopcurric.model.publication import (
    Binder,
    Block,
    Cell,
    Chapter,
    Heading,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.recognition import ConditionStanding, LevelStanding, Recognition
from sopcurric.model.substitution import SubstitutionView, substitutions
from sopcurric.model.text import Phrase, Text, sentence
from sopcurric.plugin import Document


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every written programme that follows a standard or replaces credits."""
    recognition = {one.programme: one for one in compilation.recognition}
    replaced = {one.programme.id: one for one in substitutions(compilation)}
    return tuple(
        _Scheme(compilation, one, recognition.get(one.id), replaced.get(one.id)).binder()
        for one in compilation.inputs.programmes
        if one.id in recognition or one.id in replaced
    )


DOCUMENT = Document(name="skill_recognition", version=1, rank=34, compose=compose)


@dataclass(frozen=True, slots=True)
class _Scheme:
    all: Compilation
    programme: ProgrammeFile
    recognition: Recognition | None
    replaced: SubstitutionView | None

    def binder(self) -> Binder:
        """The scheme with its sections."""
        sections: list[tuple[str, Iterable[Block], bool]] = []
        if self.recognition:
            sections += [
                ("conditions", self._conditions(self.recognition), False),
                ("coverage", self._coverage(self.recognition), False),
                ("missing", self._missing(self.recognition), False),
            ]
        sections.append(("library", self._library(), True))
        if self.replaced:
            sections.append(("credits", self._credits(self.replaced), True))
        sections.append(("signing", self._signing(), False))
        return Binder(
            id=f"recognition-{self.programme.id}",
            document=DOCUMENT.name,
            title=sentence("recognition.title", title=self.programme.major.title),
            subtitle=sentence("programme.cohort", cohort=self.programme.cohort),
            facts=(
                *((field("recognition.standard", self.recognition.title),) if self.recognition else ()),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(self._chapter(place, *one) for place, one in enumerate(sections, start=1)),
            loose=False,
            derived_from=(f"@programme/{self.programme.id}",),
        )

    def _chapter(self, place: int, name: str, blocks: Iterable[Block], wide: bool) -> Chapter:  # noqa: FBT001
        title = sentence(
            "career.section", number=sentence(f"numeral.{place}"), title=sentence(f"recognition.part.{name}")
        )
        leaf = Leaf(
            id=f"recognition-{self.programme.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks),
            derived_from=(f"@programme/{self.programme.id}",),
            issued=self.all.inputs.settings.as_of,
            wide=wide,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    # Levels

    def _conditions(self, one: Recognition) -> Iterator[Block]:
        """Which level graduates may apply for, condition by condition."""
        titles = {level.level: level.title for level in one.levels}
        yield Paragraph("conditions/line", sentence("recognition.line", title=one.title))
        if one.highest:
            yield Paragraph("conditions/highest", sentence("recognition.highest", level=titles[one.highest]))
        else:
            yield Paragraph("conditions/highest", sentence("recognition.highest.none"))
        yield Table(
            "conditions/table",
            columns(
                ("programme.column.level", 18),
                ("recognition.column.standing", 20),
                ("recognition.column.condition", 44),
                ("recognition.column.before", 18),
            ),
            tuple(line for level in one.levels for line in self._standings(one, level, titles)),
            title=sentence("recognition.table.conditions"),
        )

    def _standings(self, one: Recognition, level: LevelStanding, titles: Mapping[str, Text]) -> Iterator[Row]:
        source = f"@standard/{one.standard}"
        if not level.conditions:
            text = sentence("recognition.standing.open")
            yield row((cell(level.title, strong=True), cell(text), cell(sentence("recognition.no-condition")), cell()))
            return
        for place, condition in enumerate(level.conditions):
            head = (cell(level.title, strong=True, rows=len(level.conditions)),) if place == 0 else ()
            yield row((*head, *self._condition(condition, titles)), source)

    @staticmethod
    def _condition(one: ConditionStanding, titles: Mapping[str, Text]) -> tuple[Cell, ...]:
        before: Phrase | None = None
        if one.after in titles:
            before = sentence("recognition.after", level=titles[one.after])
        years = sentence("recognition.years", years=f"{one.years:g}") if one.years else None
        return (
            cell(sentence(f"recognition.standing.{one.standing}"), strong=one.standing == "may-apply"),
            cell(one.text),
            cell(before, years) if before or years else cell("—"),
        )

    def _coverage(self, one: Recognition) -> Iterator[Block]:
        """How much of each level points of the jobs back, and which learning tasks lead there."""
        yield Paragraph("coverage/line", sentence("recognition.coverage"))
        yield Table(
            "coverage/table",
            columns(
                ("programme.column.level", 20),
                ("recognition.column.claimed", 10),
                ("recognition.column.skills", 12),
                ("recognition.column.share", 12),
                ("recognition.column.knowledge", 12),
                ("recognition.column.tasks", 10),
                ("column.hours", 10),
                ("career.column.reference", 14),
                centred=(
                    "recognition.column.claimed",
                    "recognition.column.skills",
                    "recognition.column.share",
                    "recognition.column.knowledge",
                    "recognition.column.tasks",
                    "column.hours",
                    "career.column.reference",
                ),
            ),
            tuple(
                row(
                    (
                        cell(level.title, strong=True),
                        cell("●" if level.claimed else "—"),
                        cell(f"{level.skills[0]}/{level.skills[1]}"),
                        cell(sentence("percent", value=f"{level.share * 100:.1f}")),
                        cell(f"{level.knowledge[0]}/{level.knowledge[1]}"),
                        cell(len(level.tasks)),
                        cell(level.hours),
                        cell(level.reference or "—"),
                    ),
                    f"@standard/{one.standard}",
                )
                for level in one.levels
            ),
            title=sentence("recognition.table.coverage"),
        )

    def _missing(self, one: Recognition) -> Iterator[Block]:
        """Requirements of each level that nothing backs."""
        yield Paragraph("missing/line", sentence("recognition.missing"))
        for level in one.levels:
            if level.missing:
                title = sentence("recognition.missing.level", level=level.title, number=len(level.missing))
                yield Heading(f"missing/{level.level}/title", title)
                texts = open_texts(self.all, level.missing)
                yield Listing(
                    f"missing/{level.level}",
                    tuple(item(text, name.rsplit("/", 2)[0]) for name, text in texts),
                    numbered=True,
                )

    # The library

    def _library(self) -> Iterator[Block]:
        """Every module with all that refers to it: before hiring, in service, on ways, for levels."""
        plan = next(one for one in self.all.plans if one.programme == self.programme.id)
        yield Paragraph("library/line", sentence("recognition.library"))
        yield Table(
            "library/table",
            columns(
                ("career.column.module", 30),
                ("column.hours", 8),
                ("recognition.column.segments", 18),
                ("recognition.column.stages", 18),
                ("recognition.column.paths", 12),
                ("recognition.column.levels", 14),
                centred=("column.hours",),
            ),
            tuple(self._use(one) for one in module_uses(self.all, plan)),
            title=sentence("recognition.table.library"),
        )

    def _use(self, one: ModuleUse) -> Row:
        segments = {segment.id: segment.title for segment in self.programme.segments}
        stages = {stage.id: stage.title for stage in self.programme.in_service}
        levels = {level.id: level.title for standard in self.all.inputs.standards for level in standard.levels}
        return row(
            (
                cell(sentence("plan.module", course=one.course.title, module=one.module.title), strong=True),
                cell(one.module.hours),
                cell(listed([segments[name] for name in one.segments])) if one.segments else cell("—"),
                cell(listed([stages[name] for name in one.stages])) if one.stages else cell("—"),
                cell(*one.paths) if one.paths else cell("—"),
                cell(*(levels[name] for name in one.levels)) if one.levels else cell("—"),
            ),
            *one.module.derived_from,
        )

    # Credits

    def _credits(self, view: SubstitutionView) -> Iterator[Block]:
        """Limits, rules, and how it goes: 认定、累积、折算、兑换."""
        yield Paragraph("credits/line", sentence("substitution.line"))
        if view.rules.basis:
            yield Paragraph("credits/basis", sentence("substitution.basis", basis=view.rules.basis))
        for number, limit in enumerate(view.limits, start=1):
            code = "substitution.limit.share" if limit.total else "substitution.limit"
            yield Paragraph(
                f"credits/limit-{number}",
                sentence(code, typed=limit.typed, credits=f"{limit.credits:g}", total=f"{limit.total:g}"),
            )
        yield Table(
            "credits/table",
            columns(
                ("career.column.path", 9),
                ("substitution.column.kind", 10),
                ("substitution.column.achievement", 24),
                ("substitution.column.course", 17),
                ("substitution.column.of", 7),
                ("substitution.column.credits", 7),
                ("substitution.column.evidence", 16),
                ("substitution.column.until", 10),
                centred=("substitution.column.of", "substitution.column.credits"),
            ),
            tuple(self._rule(view, one) for one in view.rules.rules)
            or (Row((cell(sentence("substitution.none"), columns=8),)),),
            title=sentence("substitution.table"),
        )
        yield Paragraph("credits/most", sentence("substitution.most", credits=f"{view.at_most:g}"))
        steps = tuple(item(sentence(f"substitution.step.{number}")) for number in range(1, 5))
        yield Listing("credits/steps", steps, numbered=True)

    def _rule(self, view: SubstitutionView, one: SubstitutionRule) -> Row:
        course = view.courses.get(one.course)
        alone = sentence("substitution.once", group=one.group) if one.group else None
        return row(
            (
                cell(one.id),
                cell(sentence(f"substitution.kind.{one.kind}")),
                cell(one.achievement, alone),
                cell(course.title if course else None, sentence("substitution.code", code=one.course)),
                cell(f"{view.credits_of(one.course):g}"),
                cell(f"{one.credits:g}", strong=True),
                cell(*one.evidence),
                cell(one.valid_until or sentence("substitution.always")),
            ),
            f"@programme/{self.programme.id}/{one.id}",
        )

    def _signing(self) -> Iterator[Block]:
        yield Paragraph("signing/line", sentence("recognition.signing"))
        yield Signatures(
            "signing/signatures",
            tuple(sentence(f"recognition.sign.{role}") for role in ("college", "plant", "industry", "registry")),
        )
