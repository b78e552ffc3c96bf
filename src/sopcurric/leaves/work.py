"""W 任务实施: the steps with standard, risk, record and a box to tick; one leaf per job."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import Block, Callout, Fields, Leaf, LeafKind, Paragraph, Row, Table
from sopcurric.model.sop import Hazard, Procedure, Step
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The leaves of this kind."""
    several = len(view.procedures) > 1
    for number, procedure in enumerate(view.procedures, start=1):
        title = sentence("work.title", title=procedure.title, job=view.whose(procedure.address)) if several else None
        yield view.leaf(LeafKind.WORK, _work(view, procedure), number, title, part=procedure.address)


def _work(view: TaskView, procedure: Procedure) -> Iterator[Block]:
    key = f"W/{procedure.address}"
    facts = (
        field("work.trigger", procedure.trigger, procedure.address),
        field("work.result", procedure.result, procedure.address),
    )
    told = tuple(fact for fact in facts if fact.value)
    if told:
        yield Fields(f"{key}/facts", told, derived_from=(procedure.address,))
    hazards = {hazard.address: hazard for hazard in view.sop(procedure.address).hazards}
    whole = tuple(item(_guard(hazards[one]), one) for one in procedure.hazards if one in hazards)
    if whole:
        yield Callout(f"{key}/cautions", sentence("work.cautions"), whole, tone="caution")
    yield Table(
        f"{key}/steps",
        columns(
            ("column.number", 6),
            ("column.step", 36),
            ("column.standard", 22),
            ("column.risk-control", 20),
            ("column.record", 10),
            ("column.done", 6),
            centred=("column.number", "column.done"),
        ),
        tuple(_step_row(view, step, place, hazards) for place, step in enumerate(procedure.steps, start=1)),
        title=sentence("work.steps"),
        derived_from=(procedure.address,),
    )
    if any(step.critical for step in procedure.steps):
        yield Paragraph(f"{key}/legend", sentence("work.legend"))


def _step_row(view: TaskView, step: Step, place: int, hazards: dict[Address, Hazard]) -> Row:
    point = view.all.points[f"{step.address}.skill"]
    text = sentence("work.critical", text=point.work) if step.critical else point.work
    own = [hazards[one] for one in step.hazards if one in hazards]
    sop = view.sop(step.address)
    parameters = [one for one in sop.parameters if one.address in step.parameters and one.range]
    return row(
        (
            cell(place),
            cell(
                text,
                sentence("work.actor", actor=step.actor) if step.actor else None,
                sentence("work.method", method=step.method) if step.method else None,
            ),
            cell(
                point.standard,
                *(sentence("work.range", title=one.title, range=one.range) for one in parameters),
            ),
            cell(*(_guard(hazard) for hazard in own)),
            cell(view.all.titles.get(step.record)),
            cell(sentence("box")),
        ),
        step.address,
        *(one.address for one in parameters),
        *(hazard.address for hazard in own),
    )


def _guard(hazard: Hazard) -> Phrase:
    if hazard.controls:
        return sentence("work.guard", title=hazard.title, control=hazard.controls[0])
    return hazard.title
