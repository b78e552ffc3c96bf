"""What graduates are meant to be, know and be able to do (培养规格), and which courses lead there."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.linguistics.similarity import similarity
from sopcurric.model.files.outline import Strength
from sopcurric.model.files.programme import Goals
from sopcurric.model.text import Text

GoalKind = Literal["character", "knowledge", "ability"]
_LETTERS: Mapping[GoalKind, str] = {"character": "Q", "knowledge": "K", "ability": "A"}
_ENOUGH = 0.12
_MOST = 3


@dataclass(frozen=True, slots=True)
class Goal:
    """One requirement; `id` is its letter and its place in the list (`A3`)."""

    id: str
    kind: GoalKind
    title: Text


@dataclass(frozen=True, slots=True)
class Support:
    """A course (by its code in the schedule) that leads to a requirement, and how much."""

    goal: str
    course: str
    strength: Strength


def goals_of(goals: Goals) -> tuple[Goal, ...]:
    """All requirements in their order."""
    lists: tuple[tuple[GoalKind, Sequence[Text]], ...] = (
        ("character", goals.character),
        ("knowledge", goals.knowledge),
        ("ability", goals.ability),
    )
    return tuple(
        Goal(f"{_LETTERS[kind]}{place}", kind, text)
        for kind, texts in lists
        for place, text in enumerate(texts, start=1)
    )


def supports_of(goals: Goals) -> tuple[Support, ...]:
    """What people wrote about requirements that there are."""
    known = {one.id for one in goals_of(goals)}
    return tuple(
        Support(goal, course, strength)
        for goal, by_strength in goals.supports.items()
        if goal in known
        for strength, courses in by_strength.items()
        for course in courses
    )


def drafted_supports(
    goals: Goals, courses: Iterable[tuple[str, str]], language: str, lexicon: Lexicon
) -> tuple[Support, ...]:
    """A draft by likeness of words: the nearest course leads well (M), two more a little (L), none strongly.

    A course that would lead to nothing leads a little to what is nearest to it. `courses` are codes with all that is
    said of the course; ties are broken by the code.
    """
    said, listed = tuple(courses), goals_of(goals)
    likeness = {
        (goal.id, code): similarity(goal.title.words(language), text, lexicon) for goal in listed for code, text in said
    }
    found: list[Support] = []
    for goal in listed:
        scores = sorted((-likeness[goal.id, code], code) for code, _ in said)
        near = [code for score, code in scores if -score >= _ENOUGH][:_MOST]
        found += [Support(goal.id, code, "L" if place else "M") for place, code in enumerate(near)]
    for code in dict.fromkeys(code for code, _ in said):
        score, nearest = max(((likeness[goal.id, code], goal.id) for goal in listed), default=(0.0, ""))
        if score and all(one.course != code for one in found):
            found.append(Support(nearest, code, "L"))
    return tuple(found)
