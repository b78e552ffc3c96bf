"""P 计划与决策: hazards and controls, protective equipment, tools, the group's plan."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.publication import Block, Checklist, Leaf, LeafKind, Signatures, Table
from sopcurric.model.sop import Equipment, Hazard, Record
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.PLANNING, _planning(view))


def _planning(view: TaskView) -> Iterator[Block]:
    hazards = view.hazards()
    if hazards:
        yield _hazard_table(hazards)
    ppe: dict[Phrase, list[Address]] = {}
    for hazard in hazards:
        for worn in hazard.ppe:
            ppe.setdefault(worn, []).append(hazard.address)
    if ppe:
        items = tuple(item(worn, *addresses) for worn, addresses in ppe.items())
        yield Checklist("P/ppe", items, sentence("planning.ppe"))
    tools = (
        *(item(one.title, one.address) for one in view.elements(view.task.equipment, Equipment)),
        *(item(one.title, one.address) for one in view.elements(view.task.records, Record)),
    )
    if tools:
        yield Checklist("P/tools", tools, sentence("planning.tools"))
    yield Table(
        "P/plan",
        columns(
            ("column.order", 8), ("column.work", 38), ("column.who", 18), ("column.time", 14), ("column.tools", 22)
        ),
        (),
        title=sentence("planning.plan"),
        blank_rows=5,
    )
    yield Signatures("P/signatures", (sentence("role.leader"), sentence("role.teacher"), sentence("role.mentor")))


def _hazard_table(hazards: list[Hazard]) -> Table:
    return Table(
        "P/hazards",
        columns(
            ("column.hazard", 18),
            ("column.consequence", 18),
            ("column.risk", 8),
            ("column.controls", 34),
            ("column.first-aid", 24),
            centred=("column.risk",),
        ),
        tuple(
            row(
                (
                    cell(hazard.title, strong=True),
                    cell(hazard.consequence),
                    cell(sentence(f"risk.{hazard.risk.value}")),
                    cell(*hazard.controls),
                    cell(hazard.first_aid),
                ),
                hazard.address,
            )
            for hazard in hazards
        ),
        title=sentence("planning.hazards"),
    )
