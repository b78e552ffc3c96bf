"""P 计划与决策: hazards and controls, protection, isolation, permits, tools, the group's plan."""

from collections.abc import Iterator

from sopcurric.leaves.phases import plan_rows
from sopcurric.leaves.task_view import TaskView, enumeration, joined
from sopcurric.model.files.sop_kinds import PermitKind
from sopcurric.model.layout import cell, columns, element_rows, field, item, items_once, told
from sopcurric.model.publication import Block, Cell, Checklist, Fields, Heading, Leaf, LeafKind, Signatures, Table
from sopcurric.model.sop import Equipment, Hazard, Lockout, Permit, Ppe, Record
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.PLANNING, _planning(view))


def _planning(view: TaskView) -> Iterator[Block]:
    hazards = view.hazards()
    if hazards:
        yield _hazard_table(view, hazards)
    yield from _protection(view, hazards)
    lockouts = view.elements(view.task.lockouts, Lockout)
    if lockouts:
        yield _lockout_table(view, lockouts)
    permits = view.elements(view.task.permits, Permit)
    if permits:
        yield _permit_table(permits)
    yield from _things(view)
    yield Table(
        "P/plan",
        columns(
            ("column.order", 8), ("column.work", 38), ("column.who", 18), ("column.time", 14), ("column.tools", 22)
        ),
        tuple(plan_rows(view)),
        title=sentence("planning.plan"),
        blank_rows=2,
    )
    yield Heading("P/decision/title", sentence("planning.decision.title"))
    asked = ("plan", "watch", "stop", "change") if hazards else ("plan", "change")
    yield Fields("P/decision", tuple(field(f"planning.decision.{one}") for one in asked))
    yield Signatures("P/signatures", (sentence("role.leader"), sentence("role.teacher"), sentence("role.mentor")))


def _protection(view: TaskView, hazards: list[Hazard]) -> Iterator[Block]:
    """Protective equipment as the SOP lists it by task, and what hazards ask for beside it."""
    listed = view.elements(view.task.ppe, Ppe)
    if listed:
        yield _ppe_table(listed)
    titles = {one.title for one in listed}
    asked = items_once(item(worn, one.address) for one in hazards for worn in one.ppe if worn not in titles)
    if asked:
        yield Checklist("P/ppe", asked, sentence("planning.ppe.more" if listed else "planning.ppe"))


def _things(view: TaskView) -> Iterator[Block]:
    """Equipment and papers, tools, materials."""
    records = view.elements(view.task.records, Record)
    prepared = items_once(
        (
            *(item(one.title, one.address) for one in view.elements(view.task.equipment, Equipment)),
            *(item(_form(one), one.address) for one in records),
        )
    )
    named = _named_before(view)
    tools = items_once(item(tool, one.address) for one in view.procedures for tool in one.tools if tool not in named)
    materials = items_once(item(used, one.address) for one in view.procedures for used in one.materials)
    for key, items in (("tools", prepared), ("instruments", tools), ("materials", materials)):
        if items:
            yield Checklist(f"P/{key}", items, sentence(f"planning.{key}"))


def _named_before(view: TaskView) -> set[Phrase]:
    """What the page lists as protection or equipment already, so that it is not ticked off a second time as a tool."""
    worn = {one for hazard in view.hazards() for one in hazard.ppe}
    listed = {one.title for one in view.elements(view.task.ppe, Ppe)}
    return {*worn, *listed, *(one.title for one in view.elements(view.task.equipment, Equipment))}


def _form(record: Record) -> Phrase:
    """What a form is called; with its number and how long it is kept where no leaf shows the form itself."""
    if record.columns or not (record.number or record.retention):
        return record.title
    more = [
        phrase for phrase in (told("record.number", record.number), told("record.kept", record.retention)) if phrase
    ]
    return sentence("planning.record", title=record.title, more=enumeration(more))


def _ppe_table(listed: list[Ppe]) -> Table:
    return Table(
        "P/protection",
        columns(
            ("column.ppe", 22),
            ("column.class", 20),
            ("column.for-work", 24),
            ("column.check-before", 28),
            ("column.done", 6),
            centred=("column.done",),
        ),
        element_rows(
            listed,
            lambda one: (
                cell(one.title, strong=True),
                cell(one.standard),
                cell(one.when),
                cell(one.check),
                cell(sentence("box")),
            ),
        ),
        title=sentence("planning.ppe"),
    )


def _lockout_table(view: TaskView, lockouts: list[Lockout]) -> Table:
    return Table(
        "P/lockouts",
        columns(
            ("column.isolation", 17),
            ("column.energy", 9),
            ("column.isolating", 22),
            ("column.discharge", 17),
            ("column.verification", 19),
            ("column.release", 16),
            centred=("column.energy",),
        ),
        element_rows(
            lockouts,
            lambda one: (
                cell(one.title, *view.list_of("lockout.equipment", (one.equipment,)), strong=True),
                cell(sentence(f"energy.{one.energy.value}")),
                cell(one.method, told("lockout.device", one.device)),
                cell(one.discharge),
                cell(one.verification),
                cell(one.release),
            ),
        ),
        title=sentence("planning.lockouts"),
    )


def _permit_table(permits: list[Permit]) -> Table:
    return Table(
        "P/permits",
        columns(
            ("column.permit", 17),
            ("column.permit-conditions", 28),
            ("column.monitor", 13),
            ("column.validity", 12),
            ("column.approval", 14),
            ("column.certificate", 16),
        ),
        element_rows(
            permits,
            lambda one: (
                cell(one.title, _kind(one), strong=True),
                cell(*one.conditions),
                cell(one.monitor),
                cell(one.validity),
                cell(one.approval),
                cell(one.certificate),
            ),
        ),
        title=sentence("planning.permits"),
    )


def _kind(permit: Permit) -> Phrase | None:
    """The kind of special operation where it is one of the eight."""
    if permit.kind is PermitKind.OTHER:
        return None
    return sentence("permit.kind", kind=sentence(f"permit.{permit.kind.value}"))


def _hazard_table(view: TaskView, hazards: list[Hazard]) -> Table:
    """A risk analysis of the work: each hazard with the steps where it is met."""
    return Table(
        "P/hazards",
        columns(
            ("column.hazard", 17),
            ("column.steps", 10),
            ("column.consequence", 17),
            ("column.risk", 9),
            ("column.controls", 27),
            ("column.first-aid", 22),
            centred=("column.risk", "column.steps"),
        ),
        element_rows(hazards, lambda one: _hazard_cells(view, one)),
        title=sentence("planning.hazards"),
    )


def _met_in(view: TaskView, hazard: Hazard) -> Iterator[Phrase]:
    """Where a hazard is met: steps by number (with the job where there are several), or throughout."""
    several = len({view.sop(one.address).code.casefold() for one in view.procedures}) > 1
    met: dict[Phrase, None] = {}
    for procedure in view.procedures:
        steps = [one for one in procedure.steps if hazard.address in one.hazards]
        if not steps:
            continue
        number = joined("join.names", tuple(sentence("plain", value=one.number) for one in steps))
        job, kind = view.sop(procedure.address).title, "point" if procedure.route else "step"
        one = (
            sentence(f"planning.{kind}.of", job=job, number=number)
            if several
            else sentence(f"planning.{kind}", number=number)
        )
        met[one] = None
    yield from met or (sentence("planning.whole"),)


def _hazard_cells(view: TaskView, hazard: Hazard) -> tuple[Cell, ...]:
    """A hazard with its risk before and after controls, and who is exposed to it."""
    after = sentence("risk.after", risk=sentence(f"risk.{hazard.residual.value}")) if hazard.residual else None
    return (
        cell(hazard.title, strong=True),
        cell(*_met_in(view, hazard)),
        cell(
            hazard.consequence, told("hazard.exposed", joined("join.names", hazard.exposed) if hazard.exposed else "")
        ),
        cell(sentence(f"risk.{hazard.risk.value}"), hazard.assessment, after),
        cell(*hazard.controls),
        cell(hazard.first_aid),
    )
