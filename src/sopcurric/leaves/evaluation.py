"""E 评价表: weighted items, who rates them, and what is a veto."""

from collections.abc import Iterable, Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.course import AssessmentItem
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.publication import Block, Callout, Cell, Leaf, LeafKind, Row, Signatures, Table
from sopcurric.model.text import Phrase, Sentence, sentence

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
        veto = tuple(item(sentence("evaluation.veto.item", title=one.title), one.address) for one in view.hazards())
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
    code = assessed.title.code if isinstance(assessed.title, Sentence) else ""
    if code == "assessment.safety":
        points = [point for point in view.points("conduct") if point.derived_from[0] in view.task.hazards]
    elif code == "assessment.knowledge":
        points = view.points("knowledge")
    elif code == "assessment.conduct":
        points = [point for point in view.points("conduct") if point.derived_from[0] not in view.task.hazards]
    else:
        return _assessed_work(view)
    if not points:
        return (sentence("assessment.conduct.general"),), ()
    return (
        tuple(point.statement for point in points[:6]),
        tuple(address for point in points[:6] for address in point.derived_from),
    )


def _assessed_work(view: TaskView) -> tuple[tuple[Phrase, ...], tuple[Address, ...]]:
    critical = [point for point in view.points("skill") if point.critical]
    whole = tuple(
        view.all.competencies[one].criterion or view.all.competencies[one].statement
        for one in view.typical.competencies
    )
    shown = tuple(sentence("evaluation.critical", text=point.statement) for point in critical[:6])
    return (*dict.fromkeys(whole), *shown), tuple(address for one in critical[:6] for address in one.derived_from)


def _total_row() -> Row:
    blanks: tuple[Cell, ...] = (cell(), cell(), cell(), cell())
    return Row((cell(sentence("total"), strong=True), cell(), cell(100), *blanks))
