"""Evaluation schemes of programmes (考核评价方案): five dimensions, evidence, courses, parties and layers, forms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.leaves.evaluation import ENOUGH
from sopcurric.leaves.task_view import enumeration
from sopcurric.model.assessment import WHOLE, shared_out
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import joined
from sopcurric.model.evaluation import (
    COMPANY_RATED,
    LAYERS,
    PARTIES,
    ProgrammeEvaluation,
    RatedDimension,
    RatedItem,
    RatedLayer,
    evaluation_of,
)
from sopcurric.model.files.evaluation import Evidence
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import (
    Binder,
    Block,
    Cell,
    Chapter,
    Fields,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every programme that was written."""
    return tuple(
        _Scheme(programme, evaluation_of(programme), compilation).binder()
        for programme in compilation.inputs.programmes
    )


DOCUMENT = Document(name="evaluation_scheme", version=1, rank=40, compose=compose)


@dataclass(frozen=True, slots=True)
class _Scheme:
    programme: ProgrammeFile
    evaluation: ProgrammeEvaluation
    all: Compilation

    def binder(self) -> Binder:
        """The scheme with its sections."""
        assessed, objectives = self.all.assessment.coverage()
        sections = (
            ("principles", self._principles()),
            ("dimensions", self._dimensions()),
            ("evidence", self._evidence()),
            ("shares", self._shares()),
            ("courses", self._courses()),
            ("layers", self._layers()),
            ("rules", self._rules()),
            ("forms", self._forms()),
        )
        return Binder(
            id=f"evaluation-{self.programme.id}",
            document=DOCUMENT.name,
            title=sentence("scheme.title", title=self.programme.major.title),
            subtitle=sentence("programme.cohort", cohort=self.programme.cohort),
            facts=(
                field("scheme.objectives", sentence("scheme.objectives.number", number=assessed, all=objectives)),
                field("scheme.tasks", sentence("count.tasks", number=len(self.all.assessment.tasks))),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=tuple(self._chapter(name, blocks) for name, blocks in sections),
            loose=False,
            derived_from=(self._address,),
        )

    @property
    def _address(self) -> str:
        return f"@programme/{self.programme.id}"

    def _chapter(self, name: str, blocks: Iterable[Block]) -> Chapter:
        title = sentence(f"scheme.section.{name}")
        leaf = Leaf(
            id=f"evaluation-{self.programme.id}-{name}",
            kind=LeafKind.SECTION,
            label=name,
            title=title,
            blocks=tuple(blocks),
            derived_from=(self._address,),
            issued=self.all.inputs.settings.as_of,
        )
        return Chapter(leaf.id, name, title, None, (leaf,))

    def _partner(self, name: str) -> Phrase | None:
        return next((one.title for one in self.programme.partners if one.id == name), None)

    # Who answers for what

    def _principles(self) -> Iterator[Block]:
        yield Paragraph("principles/line", sentence("scheme.line"))
        leads: dict[str, list[RatedDimension]] = {}
        for one in self.evaluation.dimensions:
            leads.setdefault(one.lead, []).append(one)
        told = [
            item(
                sentence("scheme.lead", partner=partner, dimensions=self._names(own)),
                self._address,
            )
            for lead, own in leads.items()
            if (partner := self._partner(lead))
        ]
        nobody = [one for lead, own in leads.items() for one in own if not self._partner(lead)]
        if nobody:
            told.append(item(sentence("scheme.lead.open", dimensions=self._names(nobody)), self._address))
        yield Listing("principles/leads", (*told, *self._standard()))

    def _standard(self) -> Iterator[Item]:
        standard = self.programme.evaluation.standard if self.programme.evaluation else None
        industry = next((one.title for one in self.programme.partners if one.role == "industry"), None)
        partner = (standard and self._partner(standard.partner)) or industry
        if partner:
            yield item(sentence("scheme.standard", partner=partner), self._address)
        if standard and standard.signed_by:
            code = "scheme.signed.on" if standard.signed_on else "scheme.signed"
            told = sentence(code, who=standard.signed_by, date=standard.signed_on or "")
            yield item(told, self._address)

    def _names(self, dimensions: Iterable[RatedDimension]) -> Phrase:
        return joined("join.items", [sentence(f"dimension.{one.kind}") for one in dimensions])

    def _dimensions(self) -> Iterator[Block]:
        rows = [line for one in self.evaluation.dimensions for line in self._dimension_rows(one)]
        total = sum(one.points for own in self.evaluation.dimensions for one in own.items)
        rows.append(row((cell(sentence("total"), strong=True, columns=2), cell(total), cell(), cell(), cell())))
        yield Table(
            "dimensions/table",
            columns(
                ("scheme.column.dimension", 17),
                ("scheme.column.item", 29),
                ("scheme.column.points", 8),
                ("scheme.column.evidence", 22),
                ("scheme.column.when", 10),
                ("scheme.column.lead", 14),
                centred=("scheme.column.points", "scheme.column.when"),
            ),
            tuple(rows),
            title=sentence("scheme.table.dimensions"),
        )
        yield Paragraph("dimensions/core", sentence("scheme.core"))

    def _dimension_rows(self, one: RatedDimension) -> Iterator[Row]:
        size = len(one.items)
        head = cell(
            sentence("scheme.dimension", dimension=sentence(f"dimension.{one.kind}"), weight=one.weight),
            rows=size,
            strong=True,
        )
        lead = cell(
            self._partner(one.lead) or sentence("scheme.open"),
            sentence("scheme.company", share=one.company) if one.company else None,
            rows=size,
        )
        for place, own in enumerate(one.items):
            cells = (
                cell(self._item_title(own)),
                cell(own.points),
                cell(*(sentence(f"evidence.{kind.value}") for kind in own.evidence)),
                cell(sentence("scheme.when.final" if own.final else "scheme.when.process")),
            )
            yield row((head, *cells, lead) if place == 0 else cells, self._address)

    def _item_title(self, own: RatedItem) -> Phrase:
        return sentence("scheme.core.item", title=own.title) if own.core else own.title

    # What marks come from

    def _evidence(self) -> Iterator[Block]:
        used = {kind for one in self.evaluation.dimensions for own in one.items for kind in own.evidence}
        yield Table(
            "evidence/table",
            columns(("scheme.column.evidence", 22), ("scheme.column.source", 48), ("scheme.column.for", 30)),
            tuple(
                row(
                    (
                        cell(sentence(f"evidence.{kind.value}"), strong=True),
                        cell(self._source(kind)),
                        cell(self._fed(kind)),
                    ),
                    self._address,
                )
                for kind in Evidence
                if kind in used
            ),
            title=sentence("scheme.table.evidence"),
        )

    def _fed(self, kind: Evidence) -> Phrase:
        dimensions = self.evaluation.dimensions
        return self._names(one for one in dimensions if any(kind in own.evidence for own in one.items))

    def _source(self, kind: Evidence) -> Phrase:
        """Where the marks of a kind are found in this programme."""
        if kind is Evidence.TASKS:
            return sentence("scheme.source.tasks", number=len(self.all.assessment.tasks))
        if kind is Evidence.PRACTICAL and self.all.exams:
            titles = [course.title for course in self.all.design.courses if course.id in self._examined()]
            return sentence("scheme.source.practical", titles=enumeration(titles))
        if kind is Evidence.INTERNSHIP:
            posts = [one.title for one in self.programme.segments if one.legal_type == "post"]
            if posts:
                return sentence("scheme.source.internship", titles=enumeration(posts))
        if kind is Evidence.CERTIFICATE:
            standard = next((one for one in self.all.inputs.standards if one.code == self.programme.standard), None)
            if standard:
                return sentence("scheme.source.certificate", title=standard.title)
        return sentence(f"evidence.{kind.value}.source")

    def _examined(self) -> set[str]:
        return {exam.course for exam in self.all.exams}

    def _shares(self) -> Iterator[Block]:
        """Along the way and at the end, school and company, dimension by dimension."""
        dimensions = self.evaluation.dimensions
        rows = [
            row(
                (
                    cell(sentence(f"dimension.{one.kind}"), strong=True),
                    cell(one.weight),
                    cell(one.points(final=False)),
                    cell(one.points(final=True)),
                    cell(sentence("scheme.percent", value=one.company)),
                ),
                self._address,
            )
            for one in dimensions
        ]
        process = sum(one.points(final=False) for one in dimensions)
        final = sum(one.points(final=True) for one in dimensions)
        rows.append(
            row(
                (
                    cell(sentence("total"), strong=True),
                    cell(sum(one.weight for one in dimensions)),
                    cell(process),
                    cell(final),
                    cell(sentence("scheme.percent", value=_company(dimensions, sum(d.weight for d in dimensions)))),
                )
            )
        )
        yield Table(
            "shares/table",
            columns(
                ("scheme.column.dimension", 28),
                ("scheme.column.weight", 16),
                ("scheme.column.process", 18),
                ("scheme.column.final", 18),
                ("scheme.column.company", 20),
                centred=(
                    "scheme.column.weight",
                    "scheme.column.process",
                    "scheme.column.final",
                    "scheme.column.company",
                ),
            ),
            tuple(rows),
            title=sentence("scheme.table.shares"),
        )
        rated = [one for one in dimensions if one.kind in COMPANY_RATED]
        whole = sum(one.weight for one in rated)
        if whole:
            share = _company(rated, whole)
            yield Paragraph("shares/company", sentence("scheme.company.line", share=share))

    # Courses

    def _courses(self) -> Iterator[Block]:
        yield Paragraph("courses/line", sentence("scheme.courses.line"))
        yield Table(
            "courses/table",
            columns(
                ("scheme.column.course", 22),
                ("column.module", 28),
                ("scheme.column.tasks", 9),
                ("column.hours", 8),
                ("scheme.column.weight", 9),
                ("scheme.column.criteria", 10),
                ("scheme.column.covered", 14),
                centred=(
                    "scheme.column.tasks",
                    "column.hours",
                    "scheme.column.weight",
                    "scheme.column.criteria",
                    "scheme.column.covered",
                ),
            ),
            tuple(line for course in self.all.design.courses if course.hours for line in self._course_rows(course)),
            title=sentence("scheme.table.courses"),
        )

    def _course_rows(self, course: JobCourse) -> Iterator[Row]:
        """The modules of a course with what each of them counts: their weights go by hours and sum to 100."""
        modules = [one for one in course.modules if one.tasks]
        weights = shared_out(WHOLE, [one.hours for one in modules], least=0)
        for place, (module, weight) in enumerate(zip(modules, weights, strict=True)):
            names = [task.id for task in module.tasks]
            assessed, objectives = self.all.assessment.coverage(names)
            head = (cell(course.title, rows=len(modules), strong=True),) if place == 0 else ()
            cells = (
                cell(sentence("module.group", label=module.label, title=module.title)),
                cell(len(names)),
                cell(module.hours),
                cell(weight),
                cell(sum(len(self.all.assessment.by_task[one].criteria) for one in names)),
                cell(sentence("scheme.covered", assessed=assessed, all=objectives)),
            )
            yield row((*head, *cells), *module.derived_from)

    # Three parties, four layers

    def _layers(self) -> Iterator[Block]:
        known = {(one.party, one.layer): one for one in self.evaluation.layers}
        yield Paragraph("layers/line", sentence("scheme.layers.line"))
        yield Table(
            "layers/table",
            columns(
                ("scheme.column.party", 12),
                ("layer.experience", 22),
                ("layer.behaviour", 22),
                ("layer.ability", 22),
                ("layer.satisfaction", 22),
            ),
            tuple(
                row(
                    (
                        cell(sentence(f"rating-party.{party}"), strong=True),
                        *(_layer_cell(known.get((party, layer))) for layer in LAYERS),
                    ),
                    self._address,
                )
                for party in PARTIES
            ),
            title=sentence("scheme.table.layers"),
        )

    # Rules and forms

    def _rules(self) -> Iterator[Block]:
        mark = self.all.inputs.profile.numbers.get(ENOUGH)
        lines = [sentence("scheme.rule.task")]
        if mark:
            lines.append(sentence("scheme.rule.pass", mark=int(mark.value)))
        lines += [sentence("scheme.rule.dimension"), sentence("scheme.rule.again")]
        yield Listing("rules/list", tuple(item(one) for one in lines), numbered=True)
        yield Listing("rules/vetoes", tuple(item(sentence("scheme.veto", text=one)) for one in self.evaluation.vetoes))

    def _forms(self) -> Iterator[Block]:
        yield Fields(
            "forms/learner",
            (field("scheme.name"), field("scheme.number"), field("scheme.class"), field("scheme.mentor")),
        )
        rows = [line for one in self.evaluation.dimensions for line in self._form_rows(one)]
        total = row((cell(sentence("total"), strong=True, columns=2), cell(WHOLE), cell(), cell()))
        yield Table(
            "forms/table",
            columns(
                ("scheme.column.dimension", 20),
                ("scheme.column.item", 42),
                ("scheme.column.full", 10),
                ("scheme.column.got", 10),
                ("scheme.column.rater", 18),
                centred=("scheme.column.full", "scheme.column.got"),
            ),
            (*rows, total),
            title=sentence("scheme.table.form"),
        )
        yield Fields("forms/result", (field("scheme.vetoed"), field("scheme.verdict")))
        yield Signatures(
            "forms/signatures",
            (sentence("scheme.sign.college"), sentence("scheme.sign.plant"), sentence("scheme.sign.industry")),
        )

    def _form_rows(self, one: RatedDimension) -> Iterator[Row]:
        head = cell(sentence(f"dimension.{one.kind}"), rows=len(one.items), strong=True)
        for place, own in enumerate(one.items):
            cells = (cell(self._item_title(own)), cell(own.points), cell(), cell())
            yield row((head, *cells) if place == 0 else cells, self._address)


def _company(dimensions: Iterable[RatedDimension], whole: int) -> int:
    """The share that companies rate of some dimensions, in per cent, halves rounded up."""
    return (sum(one.weight * one.company for one in dimensions) * 2 + whole) // (2 * whole) if whole else 0


def _layer_cell(own: RatedLayer | None) -> Cell:
    if own is None:
        return cell(sentence("scheme.open"))
    if own.instrument is None:
        return cell(sentence("scheme.none", reason=own.reason) if own.reason else sentence("dash"))
    later = sentence("scheme.later", days=own.days_after) if own.days_after else None
    return cell(own.instrument, later)
