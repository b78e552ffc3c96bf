"""What the points of several steps and jobs have in common is one point with several sources."""

from collections.abc import Iterable

from sopcurric.model.competency import CompetencyProfile, Point
from sopcurric.model.identifier import derived_id
from sopcurric.model.shared_points import PointCatalogue, SharedPoint
from sopcurric.model.text import Phrase, Text


def merge(profiles: Iterable[CompetencyProfile]) -> PointCatalogue:
    """Points of the same kind that say the same, blanks and marks aside, as one."""
    found: dict[tuple[str, ...], list[tuple[CompetencyProfile, Point]]] = {}
    for profile in profiles:
        for point in profile.points:
            found.setdefault((point.kind, *_said(point.statement)), []).append((profile, point))
    return PointCatalogue(tuple(_shared(same) for same in found.values()))


def _shared(same: list[tuple[CompetencyProfile, Point]]) -> SharedPoint:
    points = [point for _, point in same]
    first = points[0]
    return SharedPoint(
        id=derived_id("pt-", first.id),
        kind=first.kind,
        statement=first.statement,
        points=tuple(point.id for point in points),
        derived_from=tuple(dict.fromkeys(address for point in points for address in point.derived_from)),
        jobs=tuple(dict.fromkeys(profile.job for profile, _ in same)),
        level=first.level,
        critical=any(point.critical for point in points),
    )


def _said(phrase: Phrase) -> tuple[str, ...]:
    """Everything that a statement is made of, as letters and digits."""
    if isinstance(phrase, Text):
        return tuple(part for language, _ in phrase.wordings for part in (language, _letters(phrase.words(language))))
    parts = [phrase.code]
    for name, value in phrase.arguments:
        parts += [name, *((_letters(str(value)),) if isinstance(value, str | int) else _said(value))]
    return tuple(parts)


def _letters(words: str) -> str:
    return "".join(mark for mark in words.casefold() if mark.isalnum())
