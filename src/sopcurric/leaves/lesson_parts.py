"""What lesson sheets and term plans tell of a meeting: its place, what it is about, how it is taught."""

from collections.abc import Iterable, Mapping

from sopcurric.leaves.task_view import joined
from sopcurric.model.lesson import Lesson, Link, LinkKind, TeachingUnit, UnitPart
from sopcurric.model.text import Phrase, sentence

_METHODS: Mapping[LinkKind, str] = {
    "lecture": "lecture",
    "discussion": "discussion",
    "simulation": "simulation",
    "solving": "problem",
    "post": "mentoring",
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
    """What a link is about in one meeting: its own topics, or the activity of the link."""
    if not part.topics:
        return link.activity
    return (sentence(f"sheet.about.{part.kind}", items=joined("join", part.topics)),)


def summary_of(lesson: Lesson, unit: TeachingUnit, most: int = 3) -> tuple[Phrase, ...]:
    """A meeting in a line or two: its topics, and what is done beside them."""
    links = {one.kind: one for one in lesson.links}
    said: list[Phrase] = []
    for part in unit.parts:
        if part.topics:
            said.append(sentence(f"sheet.about.{part.kind}", items=joined("join", part.topics[:most])))
        elif part.kind not in {"preparation", "opening", "check"} or len(unit.parts) == 1:
            said += links[part.kind].activity[:1]
    return tuple(said)


def first_time(units: Iterable[TeachingUnit], unit: TeachingUnit, kind: LinkKind) -> bool:
    """Whether a link begins in a meeting; else it goes on in it."""
    return next(one for one in units if any(part.kind == kind for part in one.parts)) is unit
