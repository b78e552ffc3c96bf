"""Copies that were handed out: which are told twice, and which should be back by now."""

from collections.abc import Sequence

from sopcurric.model.files.register import IssuedCopy


def is_overdue(copy: IssuedCopy, as_of: str) -> bool:
    """Whether a copy that is not back was due or called back before a day; without a day (empty) none is."""
    return not copy.returned and any(day < as_of for day in (copy.due, copy.recalled) if day)


def repeated(copies: Sequence[IssuedCopy]) -> tuple[tuple[int, int], ...]:
    """Pairs of places in the list that have the same number of the same edition: the first and a later one."""
    first: dict[tuple[str, int], int] = {}
    pairs = ((first.setdefault((one.edition, one.number), place), place) for place, one in enumerate(copies))
    return tuple((before, after) for before, after in pairs if before != after)
