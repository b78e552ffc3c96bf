"""What must be laid out for a task: protection and papers for each learner, tools and materials for each group."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, row, rows_once
from sopcurric.model.publication import Cell, Table
from sopcurric.model.sop import EmergencyCard, Lockout, Permit, Ppe, Record
from sopcurric.model.text import Phrase, sentence


def kit_table(key: str, view: TaskView) -> Table:
    """The list, thing by thing; the sheets of the task stand first, so that it is never empty."""
    papers = row(_cells(sentence("kit.sheets", label=view.task.label), "kit.each"), *view.task.derived_from)
    found = rows_once((row(_cells(title, amount, note), address),) for title, amount, note, address in _things(view))
    return Table(
        key,
        columns(("kit.column.thing", 50), ("kit.column.amount", 24), ("kit.column.note", 26)),
        (papers, *found),
        title=sentence("kit.title"),
    )


def _cells(title: Phrase, amount: str, note: Phrase | None = None) -> tuple[Cell, ...]:
    return cell(title), cell(sentence(amount)), cell(note)


_Thing = tuple[Phrase, str, Phrase | None, Address]


def _things(view: TaskView) -> Iterator[_Thing]:
    protection = tuple(_protection(view))
    yield from protection
    worn = {title for title, *_ in protection}
    for record in view.elements(view.task.records, Record):
        number = sentence("plain", value=record.number) if record.number else None
        yield record.title, "kit.each.form", number, record.address
    for lockout in view.elements(view.task.lockouts, Lockout):
        yield sentence("kit.lock", title=lockout.title), "kit.each", lockout.device or None, lockout.address
    for permit in view.elements(view.task.permits, Permit):
        yield permit.title, "kit.group.form", None, permit.address
    for card in view.elements(view.task.cards, EmergencyCard):
        yield sentence("kit.card", title=card.title), "kit.group.one", None, card.address
    for procedure in view.procedures:
        yield from ((tool, "kit.group", None, procedure.address) for tool in procedure.tools if tool not in worn)
        yield from ((used, "kit.group.enough", None, procedure.address) for used in procedure.materials)


def _protection(view: TaskView) -> Iterator[_Thing]:
    """Protective equipment as listed, then what hazards ask for beside it."""
    listed = view.elements(view.task.ppe, Ppe)
    yield from ((one.title, "kit.each", one.standard or None, one.address) for one in listed)
    titles = {one.title for one in listed}
    for hazard in view.hazards():
        yield from ((worn, "kit.each", None, hazard.address) for worn in hazard.ppe if worn not in titles)
