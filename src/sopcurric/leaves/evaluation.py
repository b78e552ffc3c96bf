"""E 评价表: criteria with what they count, how points are taken off, who rates them, and what fails the task."""

from collections.abc import Iterator, Sequence

from sopcurric.leaves.objective_lines import objective_lines, objectives_of
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.assessment import RATERS, WHOLE, Criterion, TaskAssessment, deduction
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.layout import cell, columns, field, item, items_once, row
from sopcurric.model.plants import tells_plants
from sopcurric.model.publication import (
    Block,
    Callout,
    Cell,
    Fields,
    Leaf,
    LeafKind,
    Listing,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Phrase, sentence

ENOUGH = "assessment-pass-mark"
"""The number of the profile that says how many points are enough."""


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.EVALUATION, _evaluation(view, view.all.assessment.by_task[view.task.id]))


def _evaluation(view: TaskView, assessed: TaskAssessment) -> Iterator[Block]:
    if assessed.given:
        given = tuple(item(one, *view.typical.members) for one in assessed.given)
        yield Callout("E/given", sentence("evaluation.given"), given)
    yield Table(
        "E/items",
        columns(
            ("column.item", 11),
            ("column.criterion", 46),
            ("column.weight", 6),
            ("column.deduction", 17),
            ("column.self", 5),
            ("column.peer", 5),
            ("column.teacher", 5),
            ("column.mentor", 5),
            centred=("column.weight", "column.self", "column.peer", "column.teacher", "column.mentor"),
        ),
        (*_rows(view, assessed), _total_row()),
        title=sentence("evaluation.title"),
    )
    grave = [one for one in view.hazards() if one.risk in GRAVE]
    if any(one.veto for one in assessed.criteria) and grave:
        veto = items_once(item(one.title, one.address) for one in grave)
        yield Callout("E/veto", sentence("evaluation.veto"), veto, tone="danger")
    yield from _verdict(view, assessed)
    yield Signatures("E/signatures", (sentence("role.student"), sentence("role.teacher"), sentence("role.mentor")))


def _rows(view: TaskView, assessed: TaskAssessment) -> Iterator[Row]:
    """The rows kind by kind, under a first cell with what the kind counts.

    Each row has its number, by which objectives name it, and the codes of those that it is about.
    """
    lines = objective_lines(view)
    numbers = {criterion.id: number for number, criterion in enumerate(assessed.criteria, start=1)}
    for own in view.task.assessment:
        criteria = assessed.of_kind(own.kind)
        head = cell(sentence("evaluation.kind", kind=own.title, weight=own.weight), rows=len(criteria), strong=True)
        for place, criterion in enumerate(criteria):
            codes = objectives_of(criterion, assessed, lines)
            about = (
                sentence("evaluation.line.objectives", number=numbers[criterion.id], codes=codes)
                if codes
                else sentence("evaluation.line.number", number=numbers[criterion.id])
            )
            yield row((*((head,) if place == 0 else ()), *_cells(criterion, about)), *criterion.derived_from)


def _cells(criterion: Criterion, about: Phrase) -> Iterator[Cell]:
    yield cell(*criterion_lines(criterion), about)
    yield cell(criterion.weight)
    yield cell(deduction(criterion, criterion.weight))
    for rater in RATERS:
        yield cell() if rater in criterion.raters else cell(sentence("dash"))


def plants_differ(assessed: TaskAssessment) -> bool:
    """Whether anything that is given or to be seen is so in some of the plants only."""
    told = (phrase for one in assessed.criteria for phrase in (*one.given, *one.action, *one.indicator))
    return any(map(tells_plants, (*assessed.given, *told)))


def criterion_lines(criterion: Criterion) -> Sequence[Phrase]:
    """What is given, what is to be seen, and to what standard.

    Answers are judged by those of the teacher's page, critical steps without a standard of their own by the work leaf.
    """
    asked = criterion.kind == "knowledge" or criterion.indicator == (sentence("criterion.good.critical"),)
    return (
        *(sentence("evaluation.line.given", text=one) for one in criterion.given),
        *criterion.action,
        *(sentence("evaluation.line.indicator", text=one) for one in criterion.indicator if not asked),
    )


def _total_row() -> Row:
    blanks: tuple[Cell, ...] = (cell(), cell(), cell(), cell(), cell())
    return Row((cell(sentence("total"), strong=True), cell(), cell(WHOLE), *blanks))


def _verdict(view: TaskView, assessed: TaskAssessment) -> Iterator[Block]:
    """How the score comes about, what is enough, and places for the result."""
    critical = any(one.critical for one in assessed.criteria)
    lines: list[Phrase] = [sentence("evaluation.scoring")]
    mark = view.all.inputs.profile.numbers.get(ENOUGH)
    if mark:
        code = "evaluation.pass.critical" if critical else "evaluation.pass"
        lines.append(sentence(code, mark=int(mark.value)))
    elif critical:
        lines.append(sentence("evaluation.critical.rule"))
    if len({sop.code.casefold() for sop in view.sops}) > 1:
        lines.append(sentence("evaluation.shared"))
    elif plants_differ(assessed):
        lines.append(sentence("evaluation.plants"))
    yield Listing("E/scoring", tuple(item(one) for one in lines))
    decisive = critical or any(one.veto for one in assessed.criteria)
    failed = (field("evaluation.veto.result"),) if decisive else ()
    yield Fields("E/result", (*failed, field("evaluation.verdict")))
