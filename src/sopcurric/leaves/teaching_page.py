"""N 教师页: timing of the eight links, kit, where learners go wrong, limits of safety. For teaching staff only."""

from collections.abc import Iterator
from dataclasses import replace

from sopcurric.leaves.kit import kit_table
from sopcurric.leaves.knowledge import limits_of
from sopcurric.leaves.lesson_parts import minutes_of
from sopcurric.leaves.task_view import TaskView, enumeration, joined
from sopcurric.model.files.case import Observation, Technique
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.layout import cell, columns, element_rows, item, items_once, row, told
from sopcurric.model.lesson import Lesson
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Block,
    Callout,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Table,
)
from sopcurric.model.retell import named
from sopcurric.model.sop import Hazard, Interlock, Parameter
from sopcurric.model.text import Phrase, sentence

_MOST_SLIPS = 8
"""As many slips as a teacher keeps an eye on at once."""


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind, where the task has a lesson."""
    lesson = view.all.lessons.by_task.get(view.task.id)
    if lesson:
        leaf = view.leaf(LeafKind.TEACHER, _page(view, lesson))
        yield replace(leaf, readers=TEACHING_STAFF)


def _page(view: TaskView, lesson: Lesson) -> Iterator[Block]:
    yield _timing(lesson)
    missing = [
        sentence("teaching.absent", link=sentence(f"lesson.link.{one.kind}"), reason=one.absent)
        for one in lesson.links
        if one.absent
    ]
    if missing:
        yield Paragraph("N/absent", sentence("teaching.absent.all", items=joined("join", missing)))
    yield kit_table("N/kit", view)
    slips = items_once(_slips(view))[:_MOST_SLIPS]
    if slips:
        yield Heading("N/slips/title", sentence("teaching.slips"))
        yield Listing("N/slips", slips)
    yield from _limits(view)


def _timing(lesson: Lesson) -> Table:
    """The links with their minutes, what is done and what the teacher does."""
    return Table(
        "N/timing",
        columns(
            ("sheet.column.link", 13),
            ("sheet.column.minutes", 8),
            ("sheet.column.activity", 44),
            ("sheet.column.teacher", 35),
            centred=("sheet.column.minutes",),
        ),
        tuple(
            row(
                (
                    cell(sentence(f"lesson.link.{one.kind}"), strong=True),
                    minutes_of(one.kind, one.minutes),
                    cell(*one.activity),
                    cell(*one.teacher),
                ),
                *one.derived_from,
            )
            for one in lesson.links
            if not one.absent
        ),
        title=sentence("teaching.timing", minutes=lesson.minutes),
    )


def _slips(view: TaskView) -> Iterator[Item]:
    """What beginners do wrong, as masters and observers saw it; then the steps whose reason must be understood."""
    sources = dict.fromkeys(one for point in view.task.points for one in view.all.points[point].derived_from)
    for address in sources:
        case = view.all.cases.get(address)
        if isinstance(case, Technique):
            yield from (item(sentence("teaching.slip.seen", text=one), address) for one in case.faults)
        elif isinstance(case, Observation):
            yield from (item(sentence("teaching.slip.seen", text=one), address) for one in case.mistakes)
    for procedure in view.procedures:
        for step in procedure.steps:
            deed = view.all.step_points[step.address].work if step.address in view.all.step_points else step.text
            why = (step.reason,) if step.critical and step.reason else ()
            reasons = tuple(dict.fromkeys(named(one) for one in (*why, *step.warnings, *step.cautions)))
            if reasons:
                reason = joined("teaching.slip.also", reasons)
                code = "teaching.slip.critical" if step.critical else "teaching.slip.caution"
                yield item(sentence(code, step=deed, reason=reason), step.address)


def _limits(view: TaskView) -> Iterator[Block]:
    """Readings at which a teacher stops, interlocks, and what to do when somebody is hurt."""
    limited = [one for one in view.elements(view.task.parameters, Parameter) if one.limit_texts]
    if limited:
        yield Table(
            "N/limits",
            columns(("column.parameter", 34), ("column.range", 26), ("column.limits", 40)),
            element_rows(
                limited,
                lambda one: (
                    cell(one.title, strong=True),
                    cell(one.range),
                    cell(*limits_of(view, one)),
                ),
            ),
            title=sentence("teaching.limits"),
        )
    interlocks = items_once(
        item(sentence("teaching.interlock", title=one.title, condition=one.condition), one.address)
        for one in view.elements(view.task.interlocks, Interlock)
        if one.condition
    )
    if interlocks:
        yield Callout("N/interlocks", sentence("teaching.interlocks"), interlocks, tone="caution")
    grave = items_once(
        item(_grave(one), one.address)
        for one in view.hazards()
        if one.risk in GRAVE and (one.controls or one.first_aid)
    )
    if grave:
        yield Callout("N/stops", sentence("teaching.stops"), grave, tone="danger")


def _grave(hazard: Hazard) -> Phrase:
    """A hazard with all controls that must be in place before learners begin, and first aid."""
    parts = (
        told("teaching.controls", enumeration(hazard.controls) if hazard.controls else ""),
        told("teaching.first-aid", hazard.first_aid),
    )
    said = [one for one in parts if one]
    return sentence("teaching.grave", title=hazard.title, told=joined("teaching.join", said))
