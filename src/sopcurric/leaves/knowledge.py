"""K 知识链接: principles, flow, terms, parameters, equipment, valves, interlocks, environment, reasons, techniques."""

import re
from collections.abc import Iterator

from sopcurric.leaves.cases import techniques
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, element_rows, item, items_once, told
from sopcurric.model.publication import Block, Callout, Heading, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import (
    EnvironmentItem,
    Equipment,
    FlowStage,
    Interlock,
    Limits,
    Parameter,
    Principle,
    Term,
    Valve,
)
from sopcurric.model.text import Phrase, Text, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind; none where the SOP says nothing to know."""
    blocks = tuple(_knowledge(view))
    if blocks:
        yield view.leaf(LeafKind.KNOWLEDGE, (*blocks, _notes()))


def _knowledge(view: TaskView) -> Iterator[Block]:
    yield from _principles(view)
    tables = (
        _flow_table(view, view.elements(view.task.flow, FlowStage)),
        _term_table(view.elements(view.task.terms, Term)),
        _parameter_table(view, view.elements(view.task.parameters, Parameter)),
        _equipment_table(view.elements(view.task.equipment, Equipment)),
        _valve_table(view, view.elements(view.task.valves, Valve)),
        _interlock_table(view, view.elements(view.task.interlocks, Interlock)),
        _environment_table(view.elements(view.task.environment, EnvironmentItem)),
    )
    yield from (table for table in tables if table.rows)
    reasons = items_once(
        item(sentence("knowledge.because", step=_said(step.text), reason=_said(step.reason)), step.address)
        for procedure in view.procedures
        for step in procedure.steps
        if step.reason
    )
    if reasons:
        yield Callout("K/reasons", sentence("knowledge.reasons"), reasons)
    yield from techniques(view)


def _notes() -> Table:
    return Table(
        "K/notes",
        columns(("column.question", 40), ("column.answer", 60)),
        (),
        title=sentence("knowledge.notes"),
        blank_rows=3,
    )


def _said(text: Text) -> Text:
    return retell(text, spoken(text))


def _principles(view: TaskView) -> Iterator[Block]:
    same: dict[tuple[Text, tuple[Text, ...]], list[Principle]] = {}
    for principle in view.elements(view.task.principles, Principle):
        same.setdefault((principle.title, principle.paragraphs), []).append(principle)
    for (title, paragraphs), principles in same.items():
        key, addresses = f"K/{principles[0].address}", tuple(one.address for one in principles)
        yield Heading(f"{key}/title", title, derived_from=addresses)
        for number, paragraph in enumerate(paragraphs, start=1):
            yield Paragraph(f"{key}/{number}", paragraph, derived_from=addresses)


_SAYS = {
    "limit.alarm": re.compile("报警|alarm", re.IGNORECASE),
    "limit.interlock": re.compile("联锁|interlock|trip", re.IGNORECASE),
}
"""What a limit says itself, so that no label stands before it (`报警：低于 0.2 MPa 报警`)."""


def _limit(view: TaskView, code: str, value: Text) -> Phrase | None:
    said = _SAYS[code].search(value.words(view.language))
    return value if value and said else told(code, value)


def _parameter_table(view: TaskView, parameters: list[Parameter]) -> Table:
    limited = any(any(limits_of(view, one)) for one in parameters)
    return Table(
        "K/parameters",
        columns(
            ("column.parameter", 18),
            ("column.range", 16),
            *((("column.limits", 18),) if limited else ()),
            ("column.reading", 18),
            ("column.meaning", 30 if limited else 48),
        ),
        element_rows(
            parameters,
            lambda one: (
                cell(one.title, told("parameter.unit", one.unit), strong=True),
                cell(one.range, told("parameter.target", one.target)),
                *((cell(*limits_of(view, one)),) if limited else ()),
                cell(one.instrument, told("parameter.tag", one.tag), one.frequency),
                cell(one.meaning),
            ),
        ),
        title=sentence("knowledge.parameters"),
    )


def _equipment_table(equipment: list[Equipment]) -> Table:
    return Table(
        "K/equipment",
        columns(("column.equipment", 24), ("column.function", 42), ("column.data", 34)),
        element_rows(
            equipment,
            lambda one: (
                cell(one.title, told("parameter.tag", one.tag), strong=True),
                cell(one.function),
                cell(one.data),
            ),
        ),
        title=sentence("knowledge.equipment"),
    )


def limits_of(view: TaskView, one: Parameter) -> Iterator[Phrase | None]:
    """Alarms and interlocks of a parameter, in words or by level."""
    yield _limit(view, "limit.alarm", one.alarm)
    yield from _levels("limit.alarm", one.alarms)
    yield _limit(view, "limit.interlock", one.interlock)
    yield from _levels("limit.interlock", one.trips)


def _levels(code: str, limits: Limits) -> Iterator[Phrase]:
    """Limits on two levels, each with its letters."""
    for level, value in limits.levels:
        yield sentence(f"{code}.level", level=level, value=value)


def _flow_table(view: TaskView, stages: list[FlowStage]) -> Table:
    return Table(
        "K/flow",
        columns(
            ("column.stage", 16),
            ("column.content", 28),
            ("column.inputs", 20),
            ("column.outputs", 20),
            ("column.equipment", 16),
        ),
        element_rows(
            stages,
            lambda one: (
                cell(one.title, strong=True),
                cell(one.text),
                cell(*one.inputs),
                cell(*one.outputs),
                cell(*view.named(one.equipment)),
            ),
        ),
        title=sentence("knowledge.flow"),
    )


def _term_table(terms: list[Term]) -> Table:
    return Table(
        "K/terms",
        columns(("column.term", 24), ("column.definition", 76)),
        element_rows(terms, lambda one: (cell(one.title, strong=True), cell(one.text))),
        title=sentence("knowledge.terms"),
    )


def _valve_table(view: TaskView, valves: list[Valve]) -> Table:
    return Table(
        "K/valves",
        columns(
            ("column.tag", 14),
            ("column.valve", 24),
            ("column.function", 28),
            ("column.position", 14),
            ("column.equipment", 20),
        ),
        element_rows(
            valves,
            lambda one: (
                cell(one.tag),
                cell(one.title, strong=True),
                cell(one.function),
                cell(one.position),
                cell(*view.named((one.equipment,))),
            ),
        ),
        title=sentence("knowledge.valves"),
    )


def _interlock_table(view: TaskView, interlocks: list[Interlock]) -> Table:
    return Table(
        "K/interlocks",
        columns(
            ("column.interlock", 20),
            ("column.condition", 24),
            ("column.action", 22),
            ("column.reset", 17),
            ("column.bypass", 17),
        ),
        element_rows(
            interlocks,
            lambda one: (
                cell(one.title, told("interlock.tag", one.tag), strong=True),
                cell(one.condition, *view.list_of("interlock.parameters", one.parameters)),
                cell(one.action, *view.list_of("interlock.equipment", one.equipment)),
                cell(one.reset),
                cell(one.bypass),
            ),
        ),
        title=sentence("knowledge.interlocks"),
    )


def _environment_table(items: list[EnvironmentItem]) -> Table:
    return Table(
        "K/environment",
        columns(("column.emission", 22), ("column.limit", 22), ("column.measure", 30), ("column.monitoring", 26)),
        element_rows(
            items, lambda one: (cell(one.title, strong=True), cell(one.limit), cell(one.measure), cell(one.monitoring))
        ),
        title=sentence("knowledge.environment"),
    )
