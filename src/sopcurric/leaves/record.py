"""R 记录表: blank forms in the layout of the plant's own; one leaf per form."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.layout import columns
from sopcurric.model.publication import Block, Column, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.sop import Record
from sopcurric.model.text import Phrase, sentence

_WIDE_FROM = 7
_RECORD_ROWS = 10


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The leaves of this kind."""
    records = [one for one in view.elements(view.task.records, Record) if one.columns]
    if not records:
        yield view.leaf(
            LeafKind.RECORD, (_record_table("R/general", _general_columns(), sentence("record.general"), ()),)
        )
    for number, record in enumerate(records, start=1):
        own = tuple(Column(title, 10) for title in record.columns)
        blocks: list[Block] = [_record_table(f"R/{record.address}", own, None, (record.address,))]
        if record.retention:
            blocks.append(
                Paragraph(
                    f"R/{record.address}/retention",
                    sentence("record.retention", text=record.retention),
                    derived_from=(record.address,),
                )
            )
        yield view.leaf(LeafKind.RECORD, blocks, number, record.title, part=record.address, wide=len(own) >= _WIDE_FROM)


def _record_table(key: str, own: tuple[Column, ...], title: Phrase | None, derived_from: tuple[Address, ...]) -> Table:
    return Table(key, own, (), title=title, blank_rows=_RECORD_ROWS, derived_from=derived_from)


def _general_columns() -> tuple[Column, ...]:
    return columns(
        ("column.time", 14),
        ("column.work", 24),
        ("column.measured", 18),
        ("column.remarks", 30),
        ("column.recorder", 14),
    )
