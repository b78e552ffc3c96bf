"""Which elements of an SOP name which others."""

from collections.abc import Iterable, Iterator, Mapping

from sopcurric.model.address import Address, job_address, job_of
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

_USED = tuple(
    (name, name) for name in ("equipment", "valves", "interlocks", "parameters", "hazards", "ppe", "lockouts")
)
_DONE = (("permits", "permits"), ("quality", "quality"))
_NAMING: Mapping[type[object], tuple[tuple[str, str], ...]] = {
    Procedure: (("duty", "duties"), *_USED, *_DONE, ("records", "records")),
    Step: (*_USED, *_DONE, ("record", "records")),
    Deviation: (("procedures", "procedures"), ("parameters", "parameters")),
    EmergencyCard: (("hazards", "hazards"), ("procedures", "procedures")),
    FlowStage: (("equipment", "equipment"),),
    Valve: (("equipment", "equipment"),),
    Interlock: (("parameters", "parameters"), ("equipment", "equipment")),
    Lockout: (("equipment", "equipment"),),
    HandoverItem: (("record", "records"),),
}
"""The fields that hold addresses, and the section that they name."""

Named = tuple[Address, str, tuple[Address, ...]]
"""The element that names others, the section of these, their addresses."""


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
        addresses = (value,) if isinstance(value, str) else value
        if any(addresses):
            yield owner, section, tuple(one for one in addresses if one)


def named_addresses(sops: Iterable[JobSop], texts: Iterable[tuple[Address, Text]]) -> frozenset[Address]:
    """Every address that SOPs name by id, or within their texts (which come with the addresses of their elements)."""
    found = {address for sop in sops for _, _, addresses in references(sop) for address in addresses}
    for owner, text in texts:
        plant = job_of(owner).rpartition(":")[0]
        for _, runs in text.wordings:
            targets = {run.target for run in runs if isinstance(run, Reference)}
            found |= targets | {job_address(plant, one) for one in targets if ":" not in one}
    return frozenset(found)
