"""R 记录表: blank forms in the layout of the plant's own, one leaf per form; what is handed over, item by item."""

from collections.abc import Iterator
from dataclasses import replace

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, element_rows
from sopcurric.model.publication import Block, Column, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.sop import HandoverItem, Record
from sopcurric.model.text import Phrase, sentence

_WIDE_FROM = 7
_RECORD_ROWS = 10


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The leaves of this kind."""
    records = _forms(view)
    handover = view.elements(view.task.handover, HandoverItem)
    general: list[Block] = []
    if not records:
        general.append(_record_table("R/general", _general_columns(), sentence("record.general"), ()))
    if handover:
        general.append(_handover_table(view, handover))
    for number, (record, members) in enumerate(records, start=1):
        own = tuple(Column(title, 10) for title in record.columns)
        blocks: list[Block] = [_record_table(f"R/{record.address}", own, None, members)]
        if record.number:
            own_number = sentence("record.number", value=record.number)
            blocks.insert(0, Paragraph(f"R/{record.address}/number", own_number, derived_from=members))
        if record.retention:
            blocks.append(
                Paragraph(
                    f"R/{record.address}/retention",
                    sentence("record.retention", text=record.retention),
                    derived_from=members,
                )
            )
        yield view.leaf(
            LeafKind.RECORD,
            blocks,
            number,
            record.title,
            parts=members,
            wide=len(own) >= _WIDE_FROM,
        )
    if general:
        title = sentence("record.handover") if records else None
        yield view.leaf(LeafKind.RECORD, general, len(records) + 1, title)


def _forms(view: TaskView) -> list[tuple[Record, tuple[Address, ...]]]:
    """Forms with columns; one that several plants of a job have alike is there once, with all its addresses."""
    same: dict[tuple[str, Record], list[Record]] = {}
    for record in view.elements(view.task.records, Record):
        if record.columns:
            code = view.sop(record.address).code.casefold()
            same.setdefault((code, replace(record, address="")), []).append(record)
    addresses = (tuple(sorted(one.address for one in group)) for group in same.values())
    return [(replace(key[1], address=own[0]), own) for key, own in zip(same, addresses, strict=True)]


def _handover_table(view: TaskView, items: list[HandoverItem]) -> Table:
    return Table(
        "R/handover",
        columns(
            ("column.handed-over", 26),
            ("column.handover-way", 20),
            ("column.standard", 26),
            ("column.handing", 8),
            ("column.taking", 8),
            ("column.remarks", 12),
            centred=("column.handing", "column.taking"),
        ),
        element_rows(
            items,
            lambda one: (
                cell(one.title, strong=True),
                cell(one.method, *view.list_of("handover.record", (one.record,))),
                cell(one.criterion),
                cell(sentence("box")),
                cell(sentence("box")),
                cell(),
            ),
        ),
        title=sentence("record.handover"),
    )


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
