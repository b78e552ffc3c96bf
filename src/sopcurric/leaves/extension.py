"""X 拓展与异常处置: deviations with causes, consequences and actions."""

from collections.abc import Iterable, Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Block, Leaf, LeafKind, Row, Table
from sopcurric.model.sop import Deviation
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.EXTENSION, _extension(view))


def _extension(view: TaskView) -> Iterator[Block]:
    deviations = view.elements(view.task.deviations, Deviation)
    if deviations:
        yield Table(
            "X/deviations",
            columns(
                ("column.symptom", 18),
                ("column.causes", 25),
                ("column.consequence", 15),
                ("column.actions", 30),
                ("column.report", 12),
            ),
            tuple(_deviation_row(one) for one in deviations),
            title=sentence("extension.deviations"),
        )
    yield Table(
        "X/case",
        columns(("column.symptom", 22), ("column.causes", 22), ("column.actions", 32), ("column.improvement", 24)),
        (),
        title=sentence("extension.case"),
        blank_rows=3,
    )


def _deviation_row(deviation: Deviation) -> Row:
    def numbered(texts: Iterable[Phrase]) -> tuple[Phrase, ...]:
        return tuple(sentence("numbered", number=n, text=text) for n, text in enumerate(texts, start=1))

    return row(
        (
            cell(deviation.title, strong=True),
            cell(*numbered(deviation.causes)),
            cell(deviation.consequence),
            cell(*numbered(deviation.actions)),
            cell(deviation.report),
        ),
        deviation.address,
    )
