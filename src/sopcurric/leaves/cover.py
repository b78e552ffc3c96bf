"""C 任务单: what the task is, for whom, how long, and what is dangerous about it."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView, enumeration
from sopcurric.model.competency import Competency
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.layout import field, item, items_once
from sopcurric.model.publication import Block, Callout, Fields, Heading, Leaf, LeafKind, Listing
from sopcurric.model.text import Phrase, sentence

_STANDARDS = 3
"""As many standards as the line of a competency names; all stand on the other leaves."""


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.COVER, _cover(view))


def _cover(view: TaskView) -> Iterator[Block]:
    rating = view.typical.rating
    yield Fields(
        "C/facts",
        (
            field("cover.task", view.task.title),
            field("cover.label", view.task.label),
            field("cover.course", view.course.title),
            field("cover.module", view.group),
            field("cover.jobs", enumeration([view.all.sops[job].title for job in view.typical.jobs])),
            field(
                "cover.hours",
                sentence(
                    "hours.split",
                    total=view.task.hours,
                    theory=view.task.theory_hours,
                    practice=view.task.practice_hours,
                ),
            ),
            field(
                "cover.rating",
                sentence(
                    "rating.three",
                    difficulty=sentence(f"grade.{rating.difficulty.value}"),
                    importance=sentence(f"grade.{rating.importance.value}"),
                    frequency=sentence(f"grade.{rating.frequency.value}"),
                ),
            ),
            field("cover.training", sentence(f"outcome.{rating.outcome}")),
            field("cover.class"),
            field("cover.name"),
            field("cover.group"),
            field("cover.date"),
        ),
    )
    yield Heading("C/competencies/title", sentence("cover.competencies"))
    yield Listing(
        "C/competencies",
        items_once(
            item(_told(view.all.competencies[name]), view.all.competencies[name].procedure)
            for name in view.typical.competencies
        ),
        numbered=True,
    )
    yield from _safety(view)


def _told(competency: Competency) -> Phrase:
    """A competency in one line: what can be done, then conditions, standards (the first of them) and result."""
    told = competency.statement
    shown = competency.standards[:_STANDARDS]
    more = ".more" if len(competency.standards) > len(shown) else ""
    for code, phrases in (("conditions", competency.conditions), (f"standards{more}", shown)):
        if phrases:
            part = sentence(f"competency.{code}", items=enumeration(phrases))
            told = sentence("competency.full", statement=told, part=part)
    if competency.result:
        told = sentence("competency.full", statement=told, part=sentence("competency.result", result=competency.result))
    return told


def _safety(view: TaskView) -> Iterator[Block]:
    grave = [hazard for hazard in view.hazards() if hazard.risk in GRAVE]
    shown = grave or view.hazards()
    if shown:
        items = items_once(
            item(
                sentence(
                    "cover.hazard",
                    risk=sentence(f"risk.{hazard.risk.value}"),
                    title=hazard.title,
                    consequence=hazard.consequence,
                )
                if hazard.consequence
                else sentence("cover.hazard.short", risk=sentence(f"risk.{hazard.risk.value}"), title=hazard.title),
                hazard.address,
            )
            for hazard in shown
        )
        yield Callout("C/safety", sentence("cover.safety"), items, tone="danger" if grave else "caution")
