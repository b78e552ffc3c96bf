"""K 知识链接: principles, parameters, equipment and the reasons of steps."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.publication import Block, Callout, Heading, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.sop import Equipment, Parameter
from sopcurric.model.text import sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.KNOWLEDGE, _knowledge(view))


def _knowledge(view: TaskView) -> Iterator[Block]:
    yield from _principles(view)
    parameters = view.elements(view.task.parameters, Parameter)
    if parameters:
        yield _parameter_table(parameters)
    equipment = view.elements(view.task.equipment, Equipment)
    if equipment:
        yield _equipment_table(equipment)
    reasons = tuple(
        item(sentence("knowledge.reason", step=step.text, reason=step.reason), step.address)
        for procedure in view.procedures
        for step in procedure.steps
        if step.reason
    )
    if reasons:
        yield Callout("K/reasons", sentence("knowledge.reasons"), reasons)
    yield Table(
        "K/notes",
        columns(("column.question", 40), ("column.answer", 60)),
        (),
        title=sentence("knowledge.notes"),
        blank_rows=3,
    )


def _principles(view: TaskView) -> Iterator[Block]:
    for job in view.typical.jobs:
        for principle in view.all.sops[job].principles:
            if principle.address in view.task.principles:
                key = f"K/{principle.address}"
                yield Heading(f"{key}/title", principle.title, derived_from=(principle.address,))
                for number, paragraph in enumerate(principle.paragraphs, start=1):
                    yield Paragraph(f"{key}/{number}", paragraph, derived_from=(principle.address,))


def _parameter_table(parameters: list[Parameter]) -> Table:
    return Table(
        "K/parameters",
        columns(
            ("column.parameter", 18),
            ("column.range", 16),
            ("column.limits", 18),
            ("column.reading", 18),
            ("column.meaning", 30),
        ),
        tuple(
            row(
                (
                    cell(one.title, strong=True),
                    cell(one.range),
                    cell(
                        sentence("limit.alarm", value=one.alarm) if one.alarm else None,
                        sentence("limit.interlock", value=one.interlock) if one.interlock else None,
                    ),
                    cell(one.instrument, one.frequency),
                    cell(one.meaning),
                ),
                one.address,
            )
            for one in parameters
        ),
        title=sentence("knowledge.parameters"),
    )


def _equipment_table(equipment: list[Equipment]) -> Table:
    return Table(
        "K/equipment",
        columns(("column.equipment", 24), ("column.function", 42), ("column.data", 34)),
        tuple(
            row((cell(one.title, strong=True), cell(one.function), cell(one.data)), one.address) for one in equipment
        ),
        title=sentence("knowledge.equipment"),
    )
