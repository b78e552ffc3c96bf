"""Which elements of an SOP name which others."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopcurric.model.address import Address, job_address, job_of
from sopcurric.model.naming import LINKED
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    FlowStage,
    HandoverItem,
    Interlock,
    JobSop,
    Lockout,
    Procedure,
    Step,
    Valve,
)
from sopcurric.model.text import Reference, Text
from sopcurric.source.ref import Pointer

_LINKED = tuple((name, name) for name in LINKED)
_NAMING: Mapping[type[object], tuple[tuple[str, str], ...]] = {
    Procedure: (("duty", "duties"), *_LINKED, ("records", "records")),
    Step: (*_LINKED, ("record", "records")),
    Deviation: (("procedures", "procedures"), ("parameters", "parameters")),
    EmergencyCard: (("hazards", "hazards"), ("procedures", "procedures")),
    FlowStage: (("equipment", "equipment"),),
    Valve: (("equipment", "equipment"),),
    Interlock: (("parameters", "parameters"), ("equipment", "equipment")),
    Lockout: (("equipment", "equipment"),),
    HandoverItem: (("record", "records"),),
}
"""The fields that hold addresses, and the section that they name."""


@dataclass(frozen=True, slots=True)
class Named:
    """That an element (`owner`) names another one: the section and address of that, and the part where it does."""

    owner: Address
    section: str
    address: Address
    part: Pointer


def references(sop: JobSop) -> Iterator[Named]:
    """What the elements of an SOP name by id, in the order of the file."""
    for procedure in sop.procedures:
        yield from _of(procedure.address, procedure)
        for step in procedure.steps:
            yield from _of(step.address, step)
    for element in sop.elements():
        yield from _of(element.address, element)


def _of(owner: Address, element: object) -> Iterator[Named]:
    for field, section in _NAMING.get(type(element), ()):
        value = getattr(element, field)
        if isinstance(value, str):
            if value:
                yield Named(owner, section, value, (field,))
        else:
            yield from (Named(owner, section, one, (field, number)) for number, one in enumerate(value) if one)


def named_addresses(sops: Iterable[JobSop], texts: Iterable[tuple[Address, Text]]) -> frozenset[Address]:
    """Every address that SOPs name by id, or within their texts (which come with the addresses of their elements)."""
    found: set[Address] = set()
    for sop in sops:
        for element in (*sop.procedures, *(step for _, step in sop.steps()), *sop.elements()):
            for field, _ in _NAMING.get(type(element), ()):
                value = getattr(element, field)
                found |= {value} if isinstance(value, str) else {*value}
    for owner, text in texts:
        plant = job_of(owner).rpartition(":")[0]
        for _, runs in text.wordings:
            targets = {run.target for run in runs if isinstance(run, Reference)}
            found |= targets | {job_address(plant, one) for one in targets if ":" not in one}
    return frozenset(found - {""})
