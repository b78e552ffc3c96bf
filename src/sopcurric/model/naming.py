"""Which elements of other sections the procedures of an SOP name."""

from collections.abc import Iterator

from sopcurric.model.address import Address
from sopcurric.model.sop import JobSop, Procedure

LINKED = ("equipment", "valves", "interlocks", "parameters", "hazards", "ppe", "lockouts", "permits", "quality")
"""Sections whose elements procedures and their steps name under the same key."""


def named(procedure: Procedure, section: str) -> Iterator[Address]:
    """The elements of a section that a procedure or one of its steps names."""
    if section == "records":
        yield from procedure.records
        yield from (step.record for step in procedure.steps if step.record)
    elif section in LINKED:
        yield from getattr(procedure, section)
        for step in procedure.steps:
            yield from getattr(step, section)


def all_named(sop: JobSop) -> Iterator[Address]:
    """Every element that the procedures of an SOP name, in whatever document it stands."""
    for procedure in sop.procedures:
        for section in (*LINKED, "records"):
            yield from named(procedure, section)
