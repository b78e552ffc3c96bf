"""What lesson sheets and term plans tell of a meeting: its place, what it is about, how it is taught."""

from collections.abc import Iterable, Mapping

from sopcurric.leaves.task_view import joined
from sopcurric.model.layout import cell
from sopcurric.model.lesson import SELF_STUDY, Lesson, Link, LinkKind, TeachingUnit, UnitPart
from sopcurric.model.publication import Cell, LeafKind
from sopcurric.model.text import Phrase, Sentence, sentence

_METHODS: Mapping[LinkKind, str] = {
    "lecture": "lecture",
    "discussion": "discussion",
    "simulation": "simulation",
    "solving": "problem",
    "post": "mentoring",
}
_WHOLE = frozenset(("lesson.steps.all", "lesson.steps.all.route", "lesson.steps.none"))
"""Topics that are all of a procedure."""
_LEAVES: Mapping[LinkKind, tuple[LeafKind, ...]] = {
    "preparation": (LeafKind.COVER, LeafKind.KNOWLEDGE),
    "opening": (LeafKind.COVER, LeafKind.DESCRIPTION),
    "lecture": (LeafKind.KNOWLEDGE,),
    "discussion": (LeafKind.PLANNING, LeafKind.EXTENSION),
    "simulation": (LeafKind.PLANNING, LeafKind.WORK),
    "solving": (LeafKind.EXTENSION,),
    "check": (LeafKind.CHECK, LeafKind.EVALUATION),
    "post": (LeafKind.WORK, LeafKind.RECORD, LeafKind.CHECK),
}


def place_of(lesson: Lesson, unit: TeachingUnit) -> Phrase:
    """Where a meeting takes place."""
    if unit.kind == "theory":
        return sentence("lesson.room.classroom")
    return lesson.site if unit.kind in {"field", "post", "drill"} else lesson.room


def methods_of(unit: TeachingUnit) -> Phrase:
    """How a meeting is taught."""
    names = [_METHODS[one.kind] for one in unit.parts if one.kind in _METHODS]
    if unit.kind == "drill":
        names = ["drill" if one == "mentoring" else one for one in names]
    return joined(
        "lesson.join", [sentence(f"method.{one}") for one in dict.fromkeys(names)] or [sentence("method.check")]
    )


def content_of(part: UnitPart, link: Link) -> tuple[Phrase, ...]:
    """What a link is about in one meeting: its own topics; the activity of the link where it is all of it."""
    if not part.topics or any(isinstance(one, Sentence) and one.code in _WHOLE for one in part.topics):
        return link.activity
    return (sentence(f"sheet.about.{part.kind}", items=joined("join", part.topics)),)


def sheets_of(unit: TeachingUnit) -> Phrase:
    """The leaves of the textbook that a meeting needs."""
    kinds = dict.fromkeys(kind for part in unit.parts for kind in _LEAVES[part.kind])
    return joined("lesson.join", [sentence(f"layout.kind.{kind.value}") for kind in kinds])


def summary_of(lesson: Lesson, unit: TeachingUnit, most: int = 3) -> tuple[Phrase, ...]:
    """A meeting in a line or two: its topics, and what is done beside them."""
    links = {one.kind: one for one in lesson.links}
    said: list[Phrase] = []
    held = [one for one in unit.parts if one.kind != SELF_STUDY]
    for part in held:
        if part.topics:
            said.append(sentence(f"sheet.about.{part.kind}", items=joined("join", part.topics[:most])))
        elif part.kind not in {"opening", "check"} or len(held) == 1:
            said += links[part.kind].activity[:1]
    return tuple(said)


def minutes_of(kind: LinkKind, minutes: int) -> Cell:
    """The minutes of a link, with a word where they are no teaching hours."""
    return cell(minutes, sentence("lesson.uncounted") if kind == SELF_STUDY else None)


def first_time(units: Iterable[TeachingUnit], unit: TeachingUnit, kind: LinkKind) -> bool:
    """Whether a link begins in a meeting; else it goes on in it."""
    return next(one for one in units if any(part.kind == kind for part in one.parts)) is unit
