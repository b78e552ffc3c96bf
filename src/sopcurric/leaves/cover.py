"""C 任务单: what the task is, for whom, how long, and what is dangerous about it."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView, enumeration, joined
from sopcurric.linguistics.safety_signs import MANDATORY, WARNING, signs
from sopcurric.model.competency import Competency
from sopcurric.model.files.sop_kinds import GRAVE, Risk
from sopcurric.model.layout import cell, columns, field, item, items_once, row, rows_once
from sopcurric.model.publication import Block, Callout, Cell, Fields, Item, Leaf, LeafKind, Table
from sopcurric.model.sop import Hazard, Lockout, Ppe
from sopcurric.model.text import Phrase, sentence

_STANDARDS = 3
"""As many standards as the row of a competency names; all stand on the other leaves."""
_HAZARDS = 8
"""As many hazards as the task sheet names, the worst first; all stand on the planning leaf."""
_WORST = (Risk.MAJOR,)
_WIDTHS = {"code": 12, "competency": 26, "conditions": 24, "standards": 24, "result": 18}


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.COVER, _cover(view))


def _cover(view: TaskView) -> Iterator[Block]:
    rating, hours = view.typical.rating, view.task
    split = sentence("hours.split", total=hours.hours, theory=hours.theory_hours, practice=hours.practice_hours)
    grades = {name: sentence(f"grade.{grade.value}") for name, grade in rating.grades}
    places, certificates = (
        tuple(dict.fromkeys(one for one in every if one))
        for every in (
            [one.place for one in view.procedures],
            [one.certificate for one in view.procedures],
        )
    )
    facts = (
        field("cover.task", view.task.title),
        field("cover.label", view.task.label),
        field("cover.course", view.course.title),
        field("cover.module", view.group),
        field("cover.jobs", joined("join.names", _jobs(view))),
        field("cover.hours", split),
        field("cover.range", sentence(f"task.range.{view.typical.range}")),
        field("cover.rating", sentence("rating.three", **grades)),
        field("cover.training", sentence(f"outcome.{rating.outcome}")),
    )
    known = (
        field("cover.place", enumeration(places) if places else None),
        field("cover.certificate", enumeration(certificates) if certificates else None),
    )
    blanks = (field("cover.class"), field("cover.name"), field("cover.group"), field("cover.date"))
    yield Fields("C/facts", (*facts, *(one for one in known if one.value), *blanks))
    yield _competencies(view)
    yield from _safety(view)


def _jobs(view: TaskView) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(view.all.sops[job].title for job in view.typical.jobs))


def _competencies(view: TaskView) -> Table:
    """What can be done, under which conditions, to what standards (the first of them), with what result."""
    competencies = [view.all.competencies[name] for name in view.typical.competencies]
    cells = [_cells(one) for one in competencies]
    used = [name for name in _WIDTHS if any(one[name].content for one in cells)]
    return Table(
        "C/competencies",
        columns(*((f"cover.column.{name}", _WIDTHS[name]) for name in used)),
        rows_once(
            (row((one[name] for name in used), competency.procedure),)
            for one, competency in zip(cells, competencies, strict=True)
        ),
        title=sentence("cover.competencies"),
    )


def _cells(competency: Competency) -> dict[str, Cell]:
    left = len(competency.standards) - _STANDARDS
    shown = competency.standards if left <= 1 else competency.standards[:_STANDARDS]
    more = sentence("cover.standards.more", number=left) if left > 1 else None
    return {
        "code": cell(competency.procedure),
        "competency": cell(competency.statement, strong=True),
        "conditions": cell(*competency.conditions),
        "standards": cell(*shown, more),
        "result": cell(competency.result),
    }


def _safety(view: TaskView) -> Iterator[Block]:
    """The grave hazards (where there is none, all), and the safety signs that the work asks for."""
    grave = [hazard for hazard in view.hazards() if hazard.risk in GRAVE]
    shown = grave or view.hazards()
    told = items_once(item(_told(one), one.address) for one in sorted(shown, key=lambda one: one.risk not in _WORST))
    if (left := len(told) - _HAZARDS) > 1:
        told = (*told[:_HAZARDS], item(sentence("cover.hazards.more", number=left)))
    items = (*told, *_signs(view))
    if items:
        yield Callout("C/safety", sentence("cover.safety"), items, tone="danger" if grave else "caution")


def _told(hazard: Hazard) -> Phrase:
    risk = sentence(f"risk.{hazard.risk.value}")
    if hazard.consequence:
        return sentence("cover.hazard", risk=risk, title=hazard.title, consequence=hazard.consequence)
    return sentence("cover.hazard.short", risk=risk, title=hazard.title)


def _signs(view: TaskView) -> Iterator[Item]:
    """Signs by the words of hazards and of protective equipment; a lockout asks for a lock."""
    hazards = view.hazards()
    dangers = " ".join(
        text.words(view.sop(one.address).language) for one in hazards for text in (one.title, one.consequence)
    )
    worn = [(one.address, text) for one in hazards for text in one.ppe]
    worn += [(one.address, one.title) for one in view.elements(view.task.ppe, Ppe)]
    equipment = " ".join(text.words(view.sop(address).language) for address, text in worn)
    locks = ("lock",) if view.elements(view.task.lockouts, Lockout) else ()
    for kind, shown in (
        ("warning", signs(WARNING, dangers)),
        ("mandatory", (*signs(MANDATORY, equipment), *locks)),
    ):
        if shown:
            names = joined("join.names", tuple(sentence(f"safety-sign.{one}") for one in shown))
            yield item(sentence(f"cover.signs.{kind}", items=names))
