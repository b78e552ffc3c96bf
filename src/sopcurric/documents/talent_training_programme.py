"""Talent-training programmes (人才培养方案): in the format of 教职成司函〔2019〕61号, or by the standards of 2025."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sopcurric.leaves.programme_approval import approval, change_form
from sopcurric.leaves.programme_courses import courses, path
from sopcurric.leaves.programme_matrices import competency_matrix, goals_matrix, links_table, occupations
from sopcurric.leaves.programme_schedule import schedule
from sopcurric.leaves.programme_support import support
from sopcurric.leaves.programme_view import ProgrammeView, asked, number, sub_title
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.outline import Outline
from sopcurric.model.goals import GoalKind, goals_of
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.profile import Number
from sopcurric.model.publication import (
    Binder,
    Block,
    Chapter,
    Heading,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Table,
)
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_KINDS: tuple[GoalKind, ...] = ("character", "knowledge", "ability")
_SECTIONS: Mapping[Outline, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "2019": (
        ("name", ("name",)),
        ("entry", ("entry",)),
        ("length", ("length",)),
        ("occupations", ("occupations",)),
        ("goals", ("goals",)),
        ("courses", ("courses",)),
        ("schedule", ("path", "schedule")),
        ("support", ("support",)),
        ("graduation", ("graduation",)),
    ),
    "2025": (
        ("overview", ("overview",)),
        ("name", ("name",)),
        ("entry", ("entry",)),
        ("length", ("length",)),
        ("occupations", ("occupations",)),
        ("target", ("target",)),
        ("requirements", ("requirements",)),
        ("courses-hours", ("courses", "path", "schedule")),
        ("staff", ("staff",)),
        ("conditions", ("conditions",)),
        ("quality", ("quality",)),
        ("graduation", ("graduation",)),
    ),
}
"""Sections of each outline with the leaves that they consist of."""
_APPENDICES = ("goals-matrix", "competency-matrix", "approval", "change", "appendix")
_WIDE = frozenset(("schedule", "goals-matrix", "competency-matrix"))


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme that was written; the default programme has none."""
    plans = {plan.programme: plan for plan in compilation.plans}
    return tuple(
        _Programme(ProgrammeView(programme, plans[programme.id], compilation)).binder()
        for programme in compilation.inputs.programmes
        if programme.id in plans
    )


DOCUMENT = Document(name="talent_training_programme", version=3, rank=20, compose=compose)


@dataclass(frozen=True, slots=True)
class _Programme:
    view: ProgrammeView

    def binder(self) -> Binder:
        """The programme with its sections and appendices."""
        programme = self.view.programme
        return Binder(
            id=f"programme-{programme.id}",
            document=DOCUMENT.name,
            title=programme.title,
            subtitle=sentence("programme.cohort", cohort=programme.cohort),
            facts=(
                field("programme.major", programme.major.title),
                field("programme.code", programme.major.code),
                field("programme.years", sentence("years", number=number(programme.years))),
                field("book.asof", self.view.all.inputs.settings.as_of),
                *((field("programme.revised", programme.revised),) if programme.revised else ()),
            ),
            chapters=_with_numbered_tables(self._chapters()),
            loose=False,
            derived_from=(self.view.address,),
        )

    def _chapters(self) -> Iterator[Chapter]:
        made: Mapping[str, Callable[[], Iterable[Block]]] = {
            "overview": lambda: self._lines((self.view.programme.overview,)),
            "name": self._name,
            "entry": lambda: self._lines((self.view.programme.entry,)),
            "length": self._length,
            "occupations": lambda: occupations(self.view),
            "goals": self._goals,
            "target": lambda: self._lines((self.view.programme.goals.target,)),
            "requirements": self._requirements,
            "courses": lambda: courses(self.view),
            "path": lambda: path(self.view),
            "schedule": lambda: schedule(self.view),
            "support": lambda: support(self.view),
            "staff": lambda: support(self.view, ("teachers",)),
            "conditions": lambda: support(self.view, ("facilities", "resources", "methods")),
            "quality": lambda: support(self.view, ("assessment", "quality")),
            "graduation": self._graduation,
            "goals-matrix": lambda: goals_matrix(self.view),
            "competency-matrix": lambda: competency_matrix(self.view),
            "approval": lambda: approval(self.view),
            "change": lambda: change_form(self.view),
            "appendix": self._appendix,
        }
        for place, (section, leaves) in enumerate(_SECTIONS[self.view.programme.outline], start=1):
            told = sentence("programme.numbered", number=sentence(f"ordinal.{place}"), title=_section(section))
            for part, name in enumerate(leaves, start=1):
                parted = sentence(
                    "programme.part", section=told, number=sentence(f"ordinal.{part}"), title=_section(f"part-{name}")
                )
                yield self._chapter(name, parted if len(leaves) > 1 else told, made[name]())
        place = 0
        for name in _APPENDICES:
            blocks = tuple(made[name]())
            if blocks:
                place += 1
                title = sentence("programme.appendix", number=sentence(f"ordinal.{place}"), title=_section(name))
                yield self._chapter(name, title, blocks)

    def _chapter(self, name: str, title: Phrase, blocks: Iterable[Block]) -> Chapter:
        leaf = Leaf(
            id=f"programme-{self.view.programme.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks) or (Paragraph(f"{name}/none", sentence("programme.open")),),
            derived_from=(self.view.address,),
            issued=self.view.all.inputs.settings.as_of,
            wide=name in _WIDE,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    def _lines(self, texts: Iterable[Phrase | None]) -> Iterator[Block]:
        for place, text in enumerate(texts, start=1):
            if text:
                yield Paragraph(f"line/{place}", text)

    def _name(self) -> Iterator[Block]:
        major = self.view.programme.major
        yield Paragraph("name/line", sentence("programme.name", title=major.title, code=major.code))

    def _length(self) -> Iterator[Block]:
        years = number(self.view.programme.years)
        yield Paragraph("length/line", sentence("programme.length", years=years))

    def _goals(self) -> Iterator[Block]:
        yield Heading("goals/target/title", sub_title(1, sentence("programme.target")))
        yield Paragraph("goals/target", self.view.programme.goals.target)
        yield from self._requirements(2)

    def _requirements(self, first: int = 1) -> Iterator[Block]:
        """What graduates are to be, know and be able to do, each with the name that the matrix calls it by."""
        goals = goals_of(self.view.programme.goals)
        kinds = [kind for kind in _KINDS if any(one.kind == kind for one in goals)]
        for place, kind in enumerate(kinds, start=first):
            own = (one for one in goals if one.kind == kind)
            yield Heading(f"goals/{kind}/title", sub_title(place, sentence(f"programme.{kind}")))
            yield Listing(
                f"goals/{kind}", tuple(item(sentence("programme.goal", id=one.id, title=one.title)) for one in own)
            )

    def _graduation(self) -> Iterator[Block]:
        programme, plan = self.view.programme, self.view.plan
        wanted = programme.graduation_credits
        if programme.graduation:
            yield Listing("graduation/list", tuple(item(one) for one in programme.graduation), numbered=True)
        if wanted:
            elective = sum(one.credits for one in plan.courses if one.nature != "required")
            told = sentence(
                "programme.graduation.credits",
                total=number(wanted.total),
                elective=number(wanted.elective),
                offered=number(sum(one.credits for one in plan.courses)),
                electives=number(elective),
            )
            yield Paragraph("graduation/credits", told)
        yield from links_table(self.view)
        if plan.coverage:
            yield Table(
                "graduation/levels",
                columns(("programme.column.level", 40), ("programme.column.coverage", 60)),
                tuple(
                    row(
                        (
                            cell(one.title, strong=True),
                            cell(sentence("percent", value=number(round(one.share * 100, 1)))),
                        )
                    )
                    for one in plan.coverage
                ),
                title=sentence("programme.table.levels"),
            )
        if plan.coverage or programme.links:
            yield Paragraph("graduation/note", sentence("programme.certificate.note"))

    def _appendix(self) -> Iterator[Block]:
        profile = self.view.all.inputs.profile
        yield Table(
            "appendix/profile",
            columns(
                ("programme.column.number", 24),
                ("programme.column.value", 20),
                ("programme.column.source", 42),
                ("programme.column.verified", 14),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"number.{name}")),
                        cell(asked(one, _shown(one))),
                        cell(_source(one)),
                        cell(one.verified_on),
                    )
                )
                for name, one in sorted(
                    profile.numbers.items(), key=lambda one: -profile.chain.index(profile.origins[one[0]])
                )
            ),
            title=sentence("programme.table.profile", title=profile.title),
        )


def _source(one: Number) -> Phrase:
    """The text with its clause; what is only usual has none."""
    if one.clause.words("zh") == "—":
        return one.source
    return sentence("programme.source", source=one.source, clause=one.clause)


def _section(name: str) -> Phrase:
    return sentence(f"programme.section.{name}")


def _with_numbered_tables(chapters: Iterable[Chapter]) -> tuple[Chapter, ...]:
    """The chapters with their titled tables numbered through."""
    found, place = [], 0
    for chapter in chapters:
        leaves = []
        for leaf in chapter.leaves:
            blocks: list[Block] = []
            for block in leaf.blocks:
                if isinstance(block, Table) and block.title:
                    place += 1
                    title = sentence("programme.table", number=place, title=block.title)
                    blocks.append(replace(block, title=title))
                else:
                    blocks.append(block)
            leaves.append(replace(leaf, blocks=tuple(blocks)))
        found.append(replace(chapter, leaves=tuple(leaves)))
    return tuple(found)


def _shown(one: Number) -> str:
    return f"{number(one.value * 100)} %" if one.unit == "share" else number(one.value)
