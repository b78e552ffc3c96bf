"""The four parts of a work manual: 工作计划书, 质量检测手册, 工具书, 文件清单."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from sopcurric.leaves.route_rows import ROUTE_COLUMNS, route_rows
from sopcurric.leaves.step_rows import condition, guard, told_by
from sopcurric.leaves.task_view import TaskView
from sopcurric.leaves.terms_and_units import term_table, unit_table
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import listed
from sopcurric.model.layout import cell, columns, element_rows, field, item, items_once, row, rows_once, told
from sopcurric.model.publication import Block, Cell, Field, Fields, Heading, Listing, Paragraph, Row, Table
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    Equipment,
    Hazard,
    Interlock,
    Parameter,
    Procedure,
    QualityCheck,
    Record,
    Step,
    Valve,
)
from sopcurric.model.text import Phrase, sentence

PARTS = ("plan", "quality", "tools", "documents")
"""The parts in their order, as they are called in identifiers."""
_BLANK_ROWS = 6
_BREADTH = 4
"""Columns of the table of steps."""
_FIRST_ACTIONS = 3
"""So many actions of an emergency stand in a manual: those that come first; the cards have all."""

Element = TypeVar("Element")


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a course is made of, each element once."""

    course: JobCourse
    all: Compilation

    def of(self, name: str, kind: type[Element]) -> list[Element]:
        """The elements of one kind that learning tasks of the course name."""
        addresses = dict.fromkeys(one for task in self.course.tasks for one in getattr(task, name))
        found = (self.all.elements.get(one) for one in addresses)
        return [one for one in found if isinstance(one, kind)]


# 工作计划书


def work_leaves(view: TaskView) -> Iterator[Block]:
    """A piece of work as a plan: whom and what it takes, its steps with standard and risk, places for the shift."""
    groups = view.alike(lambda procedure: _procedure(view, procedure))
    for group in groups:
        if len(groups) > 1:
            title = sentence("work.title", title=group.procedures[0].title, job=view.whose_all(group))
            yield Heading(f"manual/{group.first}/title", title)
        yield from group.blocks
    yield Fields(
        "manual/order",
        tuple(field(f"manual.order.{one}") for one in ("date", "shift", "leader", "watch", "begin", "end")),
    )


def _procedure(view: TaskView, procedure: Procedure) -> Iterator[Block]:
    key, own = f"manual/{procedure.address}", procedure.address
    roles = procedure.actors or tuple(dict.fromkeys(step.actor for step in procedure.steps if step.actor))
    facts = (
        field("work.trigger", procedure.trigger, own),
        field("work.place.field", procedure.place, own),
        field("work.actors", listed(roles) if roles else None, own),
        field("work.duration.field", procedure.duration, own),
        field("work.certificate.field", procedure.certificate, own),
        field("work.result", procedure.result, own),
        *_needed(view, procedure),
    )
    shown = tuple(one for one in facts if one.value)
    if shown:
        yield Fields(f"{key}/facts", shown, derived_from=(own,))
    if procedure.route:
        yield Table(f"{key}/route", ROUTE_COLUMNS, tuple(route_rows(view, procedure)), derived_from=(own,))
    elif procedure.steps:
        yield _steps(view, procedure, f"{key}/steps")
    else:
        yield Paragraph(f"{key}/stub", sentence("manual.stub"), derived_from=(own,))


def _needed(view: TaskView, procedure: Procedure) -> Iterator[Field]:
    """What has to be at hand: protection, permits, isolation, tools and materials."""
    everything = (procedure, *procedure.steps)
    for name in ("ppe", "permits", "lockouts"):
        addresses = tuple(dict.fromkeys(address for one in everything for address in getattr(one, name)))
        titles = view.named(addresses)
        yield field(f"manual.{name}", listed(titles) if titles else None, *addresses)
    things = (*procedure.tools, *procedure.materials)
    yield field("manual.tools", listed(things) if things else None, procedure.address)


def _steps(view: TaskView, procedure: Procedure, key: str) -> Table:
    return Table(
        key,
        columns(
            ("column.number", 7),
            ("column.step", 41),
            ("column.standard", 28),
            ("column.risk-control", 24),
            centred=("column.number",),
        ),
        tuple(one for step in procedure.steps for one in _step(view, step)),
        derived_from=(procedure.address,),
    )


def _step(view: TaskView, step: Step) -> Iterator[Row]:
    """A step in one row, below the condition of the alternative that it begins."""
    if step.branch:
        way = condition("work.if", step.branch, view.language)
        number = step.number.rpartition(".")[0]
        branch = sentence("work.branch", number=number, when=way)
        yield row((Cell((branch,), columns=_BREADTH, strong=True, tone="note"),), step.address)
    point = view.all.step_points[step.address]
    parameters = [one for one in view.elements(step.parameters, Parameter) if one.range]
    hazards = view.elements(step.hazards, Hazard)
    work = point.work or step.text
    cells = (
        cell(step.number),
        cell(
            sentence("work.then", when=condition("work.when", step.when, view.language)) if step.when else None,
            sentence("work.critical", text=work) if step.critical else work,
            sentence("work.hold", text=step.hold) if step.hold else None,
        ),
        cell(
            point.standard,
            *(sentence("work.range", title=one.title, range=one.range) for one in parameters if not told_by(step, one)),
        ),
        cell(*(guard(one) for one in hazards), *step.warnings, *step.cautions),
    )
    yield row(cells, step.address, *(one.address for one in parameters), *(one.address for one in hazards))


# 质量检测手册


def quality_part(shelf: Shelf) -> Iterator[Block]:
    """What is measured and checked: quality, parameters, critical steps; forms; a sheet for measurements."""
    quality = shelf.of("quality", QualityCheck)
    if quality:
        yield Table(
            "manual/quality",
            columns(
                ("column.index", 24),
                ("column.standard", 26),
                ("manual.column.sampling", 18),
                ("manual.column.method", 18),
                ("manual.column.frequency", 14),
            ),
            element_rows(
                quality,
                lambda one: (
                    cell(one.title, strong=True),
                    cell(one.criterion),
                    cell(one.sampling),
                    cell(one.method),
                    cell(one.frequency),
                ),
            ),
            title=sentence("manual.table.quality"),
        )
    watched = [one for one in shelf.of("parameters", Parameter) if one.range or one.alarm or one.interlock]
    if watched:
        yield _parameters(watched)
    critical = [step for step in _steps_of(shelf) if step.critical]
    if critical:
        yield Table(
            "manual/critical",
            columns(
                ("manual.column.step", 46),
                ("column.standard", 36),
                ("manual.column.passed", 18),
                centred=("manual.column.passed",),
            ),
            rows_once((_critical(shelf, step),) for step in critical),
            title=sentence("manual.table.critical"),
        )
    yield Table(
        "manual/sheet",
        columns(
            ("column.time", 14),
            ("column.index", 26),
            ("column.measured", 20),
            ("column.verdict", 14),
            ("manual.column.tester", 14),
            ("column.remarks", 12),
        ),
        (),
        title=sentence("manual.table.sheet"),
        blank_rows=_BLANK_ROWS,
    )


def _steps_of(shelf: Shelf) -> Iterator[Step]:
    for task in shelf.course.tasks:
        for procedure in task.portions(shelf.all.procedures):
            yield from procedure.steps


def _critical(shelf: Shelf, step: Step) -> Row:
    point = shelf.all.step_points[step.address]
    return row((cell(point.work), cell(point.standard), cell(sentence("box"))), step.address)


def _parameters(watched: Iterable[Parameter]) -> Table:
    return Table(
        "manual/parameters",
        columns(
            ("column.parameter", 26),
            ("column.range", 24),
            ("column.limits", 24),
            ("column.reading", 26),
        ),
        element_rows(
            watched,
            lambda one: (
                cell(one.title, told("parameter.unit", one.unit), strong=True),
                cell(one.range),
                cell(*_limits(one)),
                cell(one.instrument, told("parameter.tag", one.tag), one.frequency),
            ),
        ),
        title=sentence("manual.table.parameters"),
    )


def _limits(one: Parameter) -> Iterator[Phrase | None]:
    yield told("limit.alarm", one.alarm)
    yield from (sentence("limit.alarm.level", level=level, value=value) for level, value in one.alarms.levels)
    yield told("limit.interlock", one.interlock)
    yield from (sentence("limit.interlock.level", level=level, value=value) for level, value in one.trips.levels)


# 工具书


def tools_part(shelf: Shelf) -> Iterator[Block]:
    """What is looked up: deviations, emergencies, interlocks, valves, equipment, terms, units."""
    sops = [shelf.all.sops[one] for one in (*shelf.course.jobs, *shelf.course.documents)]
    tables: tuple[Callable[[], Block | None], ...] = (
        lambda: _deviations(shelf.of("deviations", Deviation)),
        lambda: _cards(shelf.of("cards", EmergencyCard)),
        lambda: _interlocks(shelf.of("interlocks", Interlock)),
        lambda: _valves(shelf.of("valves", Valve)),
        lambda: _equipment(shelf.of("equipment", Equipment)),
        lambda: term_table("manual/terms", sops),
        lambda: unit_table("manual/units", shelf.course, shelf.all),
    )
    made = [block for table in tables if (block := table())]
    yield from made
    if not made:
        blank = columns(("column.term", 24), ("column.definition", 76))
        yield Table("manual/blank", blank, (), title=sentence("manual.table.blank"), blank_rows=_BLANK_ROWS)


def _deviations(found: list[Deviation]) -> Table | None:
    """Symptom, what may be the cause, what is done first, whom to tell; the textbook has all of it."""
    if not found:
        return None
    return Table(
        "manual/deviations",
        columns(
            ("column.symptom", 24),
            ("column.causes", 28),
            ("manual.column.first", 34),
            ("column.report", 14),
        ),
        element_rows(
            found,
            lambda one: (
                cell(one.title, strong=True),
                cell(*(one.causes or tuple(part.cause for part in one.rows))),
                cell(*(one.actions or tuple(part.actions[0] for part in one.rows if part.actions))[:_FIRST_ACTIONS]),
                cell(one.report),
            ),
        ),
        title=sentence("manual.table.deviations"),
    )


def _cards(found: list[EmergencyCard]) -> Table | None:
    if not found:
        return None
    return Table(
        "manual/cards",
        columns(("manual.column.emergency", 24), ("manual.column.first", 50), ("manual.column.contacts", 26)),
        element_rows(
            found,
            lambda one: (cell(one.title, strong=True), cell(*one.actions[:_FIRST_ACTIONS]), cell(*one.contacts)),
        ),
        title=sentence("manual.table.cards"),
    )


def _interlocks(found: list[Interlock]) -> Table | None:
    if not found:
        return None
    return Table(
        "manual/interlocks",
        columns(("column.interlock", 28), ("column.condition", 28), ("column.action", 24), ("column.reset", 20)),
        element_rows(
            found,
            lambda one: (cell(one.title, strong=True), cell(one.condition), cell(one.action), cell(one.reset)),
        ),
        title=sentence("knowledge.interlocks"),
    )


def _valves(found: list[Valve]) -> Table | None:
    if not found:
        return None
    return Table(
        "manual/valves",
        columns(("column.tag", 16), ("column.valve", 30), ("column.function", 36), ("column.position", 18)),
        element_rows(
            found,
            lambda one: (cell(one.tag), cell(one.title, strong=True), cell(one.function), cell(one.position)),
        ),
        title=sentence("knowledge.valves"),
    )


def _equipment(found: list[Equipment]) -> Table | None:
    if not found:
        return None
    return Table(
        "manual/equipment",
        columns(("column.equipment", 26), ("column.function", 40), ("column.data", 34)),
        element_rows(found, lambda one: (cell(one.title, strong=True), cell(one.function), cell(one.data))),
        title=sentence("knowledge.equipment"),
    )


# 文件清单


def documents_part(shelf: Shelf) -> Iterator[Block]:
    """Procedures in force, forms, standards that they cite: each with its number and version."""
    sops = [shelf.all.sops[one] for one in (*shelf.course.jobs, *shelf.course.documents)]
    yield Table(
        "manual/sops",
        columns(
            ("manual.column.document", 46),
            ("manual.column.number", 20),
            ("column.version", 14),
            ("manual.column.effective", 20),
            centred=("column.version",),
        ),
        rows_once(
            (
                row(
                    (
                        cell(
                            sentence(
                                f"leaf.source.plain{'' if sop.kind == 'job-sop' else f'.{sop.kind}'}", title=sop.title
                            )
                        ),
                        cell(sop.document.number),
                        cell(sop.document.version),
                        cell(sop.document.effective),
                    ),
                    sop.address,
                ),
            )
            for sop in sops
        ),
        title=sentence("manual.table.sops"),
    )
    records = shelf.of("records", Record)
    if records:
        yield Table(
            "manual/records",
            columns(("manual.column.form", 50), ("manual.column.number", 24), ("manual.column.retention", 26)),
            element_rows(records, lambda one: (cell(one.title), cell(one.number), cell(one.retention))),
            title=sentence("manual.table.records"),
        )
    references = items_once(item(one.title, one.address) for sop in sops for one in sop.references)
    if references:
        yield Heading("manual/references/title", sentence("back.references"))
        yield Listing("manual/references", references, numbered=True)
    yield Paragraph("manual/documents/note", sentence("manual.documents.note"))
