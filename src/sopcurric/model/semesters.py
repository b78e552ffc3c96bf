"""The path of a programme counted in semesters."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import accumulate

from sopcurric.model.files.programme import ProgrammeFile, Segment

SEMESTERS_PER_YEAR = 2
MONTHS_PER_SEMESTER = 6
"""A school year is two semesters, and half a year of the calendar each."""


def semesters_in(segment: Segment) -> Decimal:
    """How many semesters a segment is long."""
    return Decimal(str(segment.length)) * (SEMESTERS_PER_YEAR if segment.unit == "year" else 1)


def starts_of(programme: ProgrammeFile) -> Mapping[str, Decimal]:
    """How many semesters lie before each segment."""
    lengths = [semesters_in(segment) for segment in programme.segments]
    before = accumulate(lengths, initial=Decimal(0))
    return dict(zip((segment.id for segment in programme.segments), before, strict=False))


def semesters_of(programme: ProgrammeFile) -> Mapping[str, tuple[int, ...]]:
    """The semesters (from 1) that end in each segment, from the lengths in order; a year is two semesters."""
    starts = starts_of(programme)
    return {
        segment.id: tuple(
            n for n in range(1, _LONGEST) if starts[segment.id] < n <= starts[segment.id] + semesters_in(segment)
        )
        for segment in programme.segments
    }


_LONGEST = 25
