"""Which elements of an SOP name which others."""

from collections.abc import Iterable, Iterator, Mapping

from sopcurric.model.address import Address, job_address
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
from sopcurric.model.text import Reference
from sopcurric.model.texts import written_texts

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


def named_addresses(sops: Iterable[JobSop]) -> frozenset[Address]:
    """Every address that is named by id or within a text, in any SOP."""
    found: set[Address] = set()
    for sop in sops:
        found.update(address for _, _, addresses in references(sop) for address in addresses)
        runs = (run for _, text in written_texts((sop,), (), ()) for _, wording in text.wordings for run in wording)
        targets = {run.target for run in runs if isinstance(run, Reference)}
        found |= targets | {job_address(sop.organisation, one) for one in targets if ":" not in one}
    return frozenset(found)
