"""The appendix of a course standard: learning situations, competencies and standards against modules, signatures."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from sopcurric.leaves.objective_lines import in_short
from sopcurric.leaves.standard_sections import Part, parts_of, signatures
from sopcurric.leaves.standard_view import StandardView
from sopcurric.model.course import LearningTask
from sopcurric.model.course_standard import OBJECTIVE_KINDS
from sopcurric.model.enumerating import listed, single
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.placing import Placed
from sopcurric.model.plan import LevelRow
from sopcurric.model.publication import Block, Paragraph, Row, Table
from sopcurric.model.sop import Procedure
from sopcurric.model.text import Phrase, sentence

_WHOLE = 100


def appendix(view: StandardView) -> Iterator[Block]:
    """Every part that there is something to say in."""
    situations = _situations(view)
    parts = [Part("situations", (situations,))] if situations.rows else []
    parts.append(Part("mapping", (_mapping(view),)))
    if view.levels:
        parts.append(Part("levels", tuple(_levels(view))))
    parts.append(Part("signatures", (signatures("appendix/signatures"),)))
    yield from parts_of("appendix", parts)


def _situations(view: StandardView) -> Table:
    """Learning tasks as situations: what sets them off, where, who takes part, what comes out; no column is empty."""
    rows = tuple(one for task in view.course.tasks for one in _situation(view, task))
    named = (
        ("standard.column.task", 26),
        ("standard.column.situation", 28),
        ("standard.column.place", 14),
        ("standard.column.roles", 14),
        ("standard.column.product", 24),
    )
    told = [place for place in range(len(named)) if any(one.cells[place].content for one in rows)]
    return Table(
        "appendix/situations",
        columns(*(named[place] for place in told)),
        tuple(replace(one, cells=tuple(one.cells[place] for place in told)) for one in rows),
    )


def _situation(view: StandardView, task: LearningTask) -> Iterator[Row]:
    procedures = task.portions(view.all.procedures)
    told = next((one for one in procedures if one.trigger or one.result), None)
    if told:
        yield row(
            (
                cell(sentence("programme.task", label=task.label, title=task.title), strong=True),
                cell(told.trigger),
                cell(told.place),
                cell(*_roles(told)),
                cell(told.result),
            ),
            told.address,
        )


def _roles(procedure: Procedure) -> tuple[Phrase, ...]:
    return single(procedure.actors or (step.actor for step in procedure.steps if step.actor))


def _mapping(view: StandardView) -> Table:
    """Competencies of the jobs, the learning tasks that lead to them, and the objectives that say so."""
    rows = []
    for task in view.course.tasks:
        typical = view.all.typical_tasks[task.typical_task]
        statements = dict.fromkeys(view.all.competencies[name].statement for name in typical.competencies)
        cells = (
            cell(*statements),
            cell(sentence("programme.task", label=task.label, title=task.title), strong=True),
            cell(*_objectives(view, task)),
        )
        rows.append(row(cells, *typical.members))
    return Table(
        "appendix/mapping",
        columns(
            ("standard.column.competency", 40),
            ("standard.column.where", 34),
            ("standard.column.objectives", 26),
        ),
        tuple(rows),
    )


def _objectives(view: StandardView, task: LearningTask) -> Iterator[Phrase]:
    """The objectives that a task leads to, by their codes."""
    for kind in OBJECTIVE_KINDS:
        codes = [one.id for one in view.standard.of_kind(kind) if task.id in one.tasks]
        if codes:
            told = sentence("plain", value=in_short(codes))
            yield sentence(f"standard.objective.{kind}", numbers=told)


def _levels(view: StandardView) -> Iterator[Block]:
    for placed, standard, rows in view.levels:
        yield _levels_table(view, placed, standard, rows)
        yield _shares_table(view, placed, standard)
    yield Paragraph("appendix/levels/note", sentence("standard.levels.note"))


def _levels_table(view: StandardView, placed: Placed, standard: StandardFile, rows: list[LevelRow]) -> Table:
    """职业功能/工作内容 against modules, with the level and the weight of the function at that level."""
    functions = {one.id: one for one in standard.functions}
    levels = {one.id: one.title for one in standard.levels}
    made = []
    for function in functions.values():
        own = [one for one in rows if one.function == function.id]
        for number, one in enumerate(own):
            head = (cell(function.title, rows=len(own), strong=True),) if number == 0 else ()
            weight = function.weights.get(one.level)
            cells = (
                cell(one.title),
                cell(levels.get(one.level)),
                cell(weight if weight is not None else sentence("dash")),
                cell(*_modules(view, one)),
            )
            made.append(row((*head, *cells), *one.derived_from))
    return Table(
        f"appendix/levels/{placed.programme.id}",
        columns(
            ("standard.column.function", 16),
            ("standard.column.item-content", 22),
            ("standard.column.level", 14),
            ("standard.column.function-weight", 12),
            ("standard.column.modules", 36),
            centred=("standard.column.function-weight",),
        ),
        tuple(made),
        title=sentence("standard.table.levels", standard=standard.title),
    )


def _modules(view: StandardView, level: LevelRow) -> Iterator[Phrase]:
    """The modules of the course that lead to a row, each with its tasks."""
    for module in view.course.modules:
        tasks = [task for task in module.tasks if task.id in level.tasks]
        if tasks:
            title = sentence("module.group", label=module.label, title=module.title)
            yield sentence("standard.module.tasks", module=title, tasks=listed([task.title for task in tasks]))


def _shares_table(view: StandardView, placed: Placed, standard: StandardFile) -> Table:
    every = {one.level: one.share for one in placed.plan.coverage}
    numbers = ("standard.column.share", "standard.column.total-share")
    return Table(
        f"appendix/shares/{placed.programme.id}",
        columns(("standard.column.level", 40), *((one, 30) for one in numbers), centred=numbers),
        tuple(
            row(
                (
                    cell(level.title, strong=True),
                    cell(_percent(_own_share(view, placed, standard, level.id))),
                    cell(_percent(Fraction(str(every.get(level.id, 0.0))))),
                )
            )
            for level in standard.levels
        ),
        title=sentence("standard.table.shares"),
    )


def _own_share(view: StandardView, placed: Placed, standard: StandardFile, level: str) -> Fraction:
    """What the course alone covers of a level: weights of functions times the share of their contents."""
    own = {task.id for task in view.course.tasks}
    covered = Fraction(0)
    for function in standard.functions:
        contents = [one for one in placed.plan.levels if one.function == function.id and one.level == level]
        if contents:
            led = sum(not own.isdisjoint(one.tasks) for one in contents)
            covered += Fraction(function.weights.get(level, 0) * led, len(contents))
    return covered / _WHOLE


def _percent(share: Fraction) -> Phrase:
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return sentence("plain", value=str(exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)))
