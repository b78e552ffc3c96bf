"""The table of an inspection route: point by point what is looked at, how, and what is done where it is not right."""

from collections.abc import Iterator

from sopcurric.leaves.step_rows import guard
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, row, told
from sopcurric.model.publication import Column, Row
from sopcurric.model.retell import named
from sopcurric.model.sop import Equipment, Hazard, Parameter, Procedure, Step
from sopcurric.model.text import sentence

ROUTE_COLUMNS: tuple[Column, ...] = columns(
    ("column.number", 5),
    ("column.part", 14),
    ("column.inspected", 18),
    ("column.how", 9),
    ("column.standard", 19),
    ("column.interval", 8),
    ("column.state", 7),
    ("column.abnormal", 13),
    ("column.result", 7),
    centred=("column.number", "column.interval", "column.state", "column.result"),
)


def route_rows(view: TaskView, procedure: Procedure) -> Iterator[Row]:
    """One row for each point."""
    for point in procedure.steps:
        yield _row(view, point)


def _row(view: TaskView, point: Step) -> Row:
    equipment = view.elements(point.equipment, Equipment)
    parameters = [one for one in view.elements(point.parameters, Parameter) if one.range]
    hazards = view.elements(point.hazards, Hazard)
    return row(
        (
            cell(point.number),
            cell(*(named(one.title) for one in equipment), named(point.part)),
            cell(
                sentence("work.critical", text=named(point.text)) if point.critical else named(point.text),
                sentence("work.in-charge", actor=point.actor) if point.actor else None,
            ),
            cell(point.method),
            cell(
                point.criterion or view.all.step_points[point.address].standard,
                *(sentence("work.range", title=one.title, range=one.range) for one in parameters),
            ),
            cell(point.interval),
            cell(sentence(f"state.{point.state.value}") if point.state else None),
            cell(point.abnormal, *(told("work.danger", guard(one)) for one in hazards)),
            cell(sentence("box")),
        ),
        point.address,
        *(one.address for one in equipment),
        *(one.address for one in parameters),
        *(one.address for one in hazards),
    )
