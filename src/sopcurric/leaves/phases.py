"""The phases of the work for the plan of a group: preparing, the steps in order (neighbours together), finishing."""

from collections.abc import Iterator, Sequence

from sopcurric.leaves.gathered import counted
from sopcurric.leaves.task_view import TaskView, enumeration, joined
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, row
from sopcurric.model.publication import Block, Cell, Item, Listing, Row
from sopcurric.model.sop import Lockout, Permit, Procedure, Record, Step
from sopcurric.model.text import Phrase, sentence

_COLUMNS = 5
"""Columns of a plan: number, work, who, when, with what."""
_MOST_ROWS = 8
_MOST_ROWS_OF_JOB = 4
"""As many rows as the steps of a plan take, and those of each job where there are several; neighbours share a row."""


def plan_rows(view: TaskView) -> Iterator[Row]:
    """The rows of a plan: work and, where the SOP says so, who does it; the other cells are to be written."""
    groups = view.alike(_shown)
    yield _row(1, sentence("planning.prepare", items=_preparing(view)), ())
    number = 1
    for group in groups:
        procedure = group.procedures[0]
        if len(groups) > 1:
            job = Cell((view.whose_all(group),), columns=_COLUMNS, strong=True, tone="note")
            yield row((job,), procedure.address)
        for part in _parts(view, procedure, _MOST_ROWS_OF_JOB if len(groups) > 1 else _MOST_ROWS):
            number += 1
            actors = tuple(dict.fromkeys(step.actor for step in part if step.actor))
            yield _row(number, _told(view, procedure, part), actors, *(step.address for step in part))
    yield _row(number + 1, sentence("planning.finish", items=_finishing(view)), ())


def _shown(procedure: Procedure) -> Iterator[Block]:
    """The work of a procedure, by which plants that do it alike are known."""
    works = tuple(Item(step.text) for step in procedure.steps if not step.depth)
    yield Listing(f"P/{procedure.address}", works)


def _row(number: int, work: Phrase, actors: Sequence[Phrase], *sources: Address) -> Row:
    who = joined("join.names", tuple(actors)) if actors else None
    return row((cell(number), cell(work), cell(who), cell(), cell()), *sources)


def _preparing(view: TaskView) -> Phrase:
    permits = tuple(one.title for one in view.elements(view.task.permits, Permit))
    worn = view.task.ppe or any(one.ppe for one in view.hazards())
    things = any(one.tools or one.materials for one in view.procedures)
    told = (
        *((sentence("planning.prepare.ppe"),) if worn else ()),
        *((sentence("planning.prepare.things"),) if things else ()),
        *((sentence("planning.prepare.permits", items=counted("permit", permits)),) if permits else ()),
        *((sentence("planning.prepare.lockouts"),) if view.elements(view.task.lockouts, Lockout) else ()),
        *((sentence("planning.prepare.conditions"),) if any(one.conditions for one in view.procedures) else ()),
    )
    return enumeration(told or (sentence("planning.prepare.general"),))


def _finishing(view: TaskView) -> Phrase:
    records = tuple(dict.fromkeys(one.title for one in view.elements(view.task.records, Record)))
    filled = (sentence("planning.finish.records", items=counted("record", records)),) if records else ()
    return enumeration((*filled, sentence("planning.finish.general")))


def _parts(view: TaskView, procedure: Procedure, most: int) -> Iterator[tuple[Step, ...]]:
    """The steps right below the procedure; where they are many, as even runs of neighbours."""
    steps = [one for one in procedure.steps if not one.depth and not is_placeholder(one.text.words(view.language))]
    rows = min(len(steps), most)
    for number in range(rows):
        yield tuple(steps[number * len(steps) // rows : (number + 1) * len(steps) // rows])


def _told(view: TaskView, procedure: Procedure, part: Sequence[Step]) -> Phrase:
    kind = "points" if procedure.route else "steps"
    first, last = part[0], part[-1]
    work, end = (view.all.step_points[one.address].work for one in (first, last))
    if first is last:
        return sentence(f"planning.{kind}.one", first=first.number, work=work)
    return sentence(f"planning.{kind}.several", first=first.number, last=last.number, work=work, end=end)
