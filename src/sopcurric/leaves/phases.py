"""The phases of the work for the plan of a group: preparing, the steps in order (many of them put together), finishing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopcurric.leaves.gathered import counted
from sopcurric.leaves.task_view import TaskView, enumeration, joined
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, row
from sopcurric.model.publication import Row
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import Lockout, Permit, Procedure, Record, Step
from sopcurric.model.text import Phrase, sentence

_MOST_ROWS = 8
"""As many steps as a plan lists one by one; of more, neighbours share a row."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Steps of a plan that stand in one row."""

    steps: tuple[Step, ...]


def plan_rows(view: TaskView) -> Iterator[Row]:
    """The rows of a plan: work and, where the SOP says so, who does it; the other cells are to be written."""
    groups = view.alike(lambda _procedure: ())
    yield _row(view, 0, sentence("planning.prepare", items=_preparing(view)), ())
    number = 0
    for group in groups:
        procedure = group.procedures[0]
        job = view.whose_all(group) if len(groups) > 1 else None
        for part in _parts(view, procedure):
            number += 1
            told = _told(part)
            work = sentence("planning.steps.of", job=job, told=told) if job else told
            actors = tuple(dict.fromkeys(step.actor for step in part.steps if step.actor))
            yield _row(view, number, work, actors, *(step.address for step in part.steps))
    yield _row(view, number + 1, sentence("planning.finish", items=_finishing(view)), ())


def _row(view: TaskView, number: int, work: Phrase, actors: Sequence[Phrase], *sources: Address) -> Row:
    del view
    who = joined("join.names", tuple(actors)) if actors else None
    return row((cell(number + 1), cell(work), cell(who), cell(), cell()), *sources)


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


def _parts(view: TaskView, procedure: Procedure) -> Iterator[_Part]:
    """The steps right below the procedure; where they are many, as even runs of neighbours."""
    steps = [
        one for one in procedure.steps if not one.depth and not is_placeholder(one.text.words(view.language))
    ]
    rows = min(len(steps), _MOST_ROWS)
    for number in range(rows):
        yield _Part(tuple(steps[number * len(steps) // rows : (number + 1) * len(steps) // rows]))


def _told(part: _Part) -> Phrase:
    first, last = part.steps[0], part.steps[-1]
    work = retell(first.text, spoken(first.text))
    if first is last:
        return sentence("planning.steps.one", first=first.number, work=work)
    end = retell(last.text, spoken(last.text))
    return sentence("planning.steps.several", first=first.number, last=last.number, work=work, end=end)
