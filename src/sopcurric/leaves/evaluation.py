"""E 评价表: weighted items, who rates them, and what is a veto."""

from collections.abc import Iterator

from sopcurric.leaves.gathered import gathered
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.course import AssessmentItem
from sopcurric.model.layout import cell, columns, item, items_once, row
from sopcurric.model.publication import Block, Callout, Cell, Leaf, LeafKind, Row, Signatures, Table
from sopcurric.model.text import Phrase, sentence

_RATERS = ("self", "peer", "teacher", "mentor")


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.EVALUATION, _evaluation(view))


def _evaluation(view: TaskView) -> Iterator[Block]:
    yield Table(
        "E/items",
        columns(
            ("column.item", 14),
            ("column.content", 42),
            ("column.weight", 8),
            ("column.self", 9),
            ("column.peer", 9),
            ("column.teacher", 9),
            ("column.mentor", 9),
            centred=("column.weight", "column.self", "column.peer", "column.teacher", "column.mentor"),
        ),
        (*(_item_row(view, one) for one in view.task.assessment), _total_row()),
        title=sentence("evaluation.title"),
    )
    if any(one.veto for one in view.task.assessment):
        veto = items_once(
            item(sentence("evaluation.veto.item", title=one.title), one.address) for one in view.hazards()
        )
        yield Callout("E/veto", sentence("evaluation.veto"), veto, tone="danger")
    yield Signatures("E/signatures", (sentence("role.student"), sentence("role.teacher"), sentence("role.mentor")))


def _item_row(view: TaskView, assessed: AssessmentItem) -> Row:
    content, addresses = _assessed(view, assessed)
    return row(
        (
            cell(assessed.title, strong=True),
            cell(*content),
            cell(assessed.weight),
            *(cell() if rater in assessed.raters else cell(sentence("dash")) for rater in _RATERS),
        ),
        *addresses,
    )


def _assessed(view: TaskView, assessed: AssessmentItem) -> tuple[tuple[Phrase, ...], tuple[Address, ...]]:
    """What an item looks at: critical work, hazards, knowledge or conduct."""
    if assessed.kind == "work":
        return _assessed_work(view)
    points = view.points("knowledge" if assessed.kind == "knowledge" else "conduct")
    if assessed.kind == "safety":
        points = [point for point in points if point.derived_from[0] in view.task.safeguards]
    elif assessed.kind == "conduct":
        points = [point for point in points if point.derived_from[0] not in view.task.safeguards]
    told = gathered(points)
    if not told:
        return (sentence("assessment.conduct.general"),), ()
    return tuple(phrase for phrase, _ in told), tuple(address for _, addresses in told for address in addresses)


def _assessed_work(view: TaskView) -> tuple[tuple[Phrase, ...], tuple[Address, ...]]:
    """The result of the work, and the critical steps; all steps where none is critical."""
    every = [view.all.points[one] for one in view.task.points]
    steps = [one for one in every if one.work and one.kind == "skill"] or [one for one in every if one.work]
    shown = [point for point in steps if point.critical] or steps
    code = "evaluation.critical" if any(point.critical for point in steps) else "evaluation.step"
    ends = dict.fromkeys(view.all.competencies[one].result for one in view.typical.competencies)
    told = tuple(dict.fromkeys(sentence(code, text=point.work) for point in shown))
    return (*(sentence("competency.result", result=one) for one in ends if one), *told), tuple(
        one for p in shown for one in p.derived_from
    )


def _total_row() -> Row:
    blanks: tuple[Cell, ...] = (cell(), cell(), cell(), cell())
    return Row((cell(sentence("total"), strong=True), cell(), cell(100), *blanks))
