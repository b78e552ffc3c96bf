"""R 记录表: blank forms in the layout of the plant's own, one leaf per form; what is handed over, item by item."""

from collections.abc import Iterator
from dataclasses import replace

from sopcurric.leaves.task_view import TaskView
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, element_rows, field, row
from sopcurric.model.publication import Block, Column, Fields, Leaf, LeafKind, Row, Table
from sopcurric.model.saying import words
from sopcurric.model.sop import HandoverItem, Record
from sopcurric.model.text import sentence

_WIDE_FROM = 7
_RECORD_ROWS = 10
_SPARE_ROWS = 3
_HEAD = ("date", "shift", "equipment", "recorder")
"""What the head of a form of a plant asks for, unless a column of it does."""


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The leaves of this kind."""
    records = _forms(view)
    handover = view.elements(view.task.handover, HandoverItem)
    general: list[Block] = []
    if not records:
        general += [_head("R/general/head"), _general(view)]
    if handover:
        general.append(_handover_table(view, handover))
    for number, (record, members) in enumerate(records, start=1):
        own = tuple(Column(title, 10) for title in record.columns)
        key = f"R/{record.address}"
        table = Table(key, own, (), blank_rows=_RECORD_ROWS, derived_from=members)
        yield view.leaf(
            LeafKind.RECORD,
            (_head_of(view, key, record, members), table),
            number,
            record.title,
            parts=members,
            wide=len(own) >= _WIDE_FROM,
        )
    if general:
        title = sentence("record.handover") if records else None
        yield view.leaf(LeafKind.RECORD, general, len(records) + 1, title)


def _head(key: str) -> Fields:
    return Fields(key, tuple(field(f"record.field.{one}") for one in _HEAD))


def _head_of(view: TaskView, key: str, record: Record, members: tuple[Address, ...]) -> Fields:
    """The head of a form: its number and how long it is kept, and what is filled in once for the whole sheet."""
    asked = " ".join(one.words(view.language) for one in record.columns).casefold()
    labels = {one: words(sentence(f"record.field.{one}"), view.language).casefold() for one in _HEAD}
    told = (
        field("record.field.number", record.number, *members),
        *(field(f"record.field.{one}") for one in _HEAD if labels[one] not in asked),
        field("record.field.kept", record.retention, *members),
    )
    kept = tuple(one for one in told if one.value or not one.derived_from)
    return Fields(f"{key}/head", kept, derived_from=members)


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


def _general(view: TaskView) -> Table:
    """Where the plant has no form: the steps with a standard (all where none has), to write down what was found."""
    steps = [
        (step, view.all.step_points[step.address])
        for procedure in view.procedures
        for step in procedure.steps
        if not is_placeholder(step.text.words(view.language))
    ]
    shown = [(step, point) for step, point in steps if point.standard] or steps
    rows: dict[tuple[object, ...], Row] = {}
    for step, point in shown:
        cells = (cell(point.work), cell(point.standard), cell(), cell(), cell())
        known = rows.get((point.work, point.standard), row(cells))
        rows[point.work, point.standard] = replace(known, derived_from=(*known.derived_from, step.address))
    return Table(
        "R/general",
        columns(
            ("column.work", 30),
            ("column.required", 22),
            ("column.measured", 16),
            ("column.remarks", 22),
            ("column.time", 10),
        ),
        tuple(rows.values()),
        title=sentence("record.general"),
        blank_rows=_SPARE_ROWS,
    )
