"""Stage 0c: what jobs teach from other documents (process specifications, equipment operating procedures)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sopcurric.model.address import Address, job_of
from sopcurric.model.naming import all_named
from sopcurric.model.sop import JobSop, SopElement


@dataclass(frozen=True, slots=True)
class Joined:
    """An SOP with the elements that its job teaches from other documents; `others` are the addresses of these."""

    sop: JobSop
    others: tuple[Address, ...] = ()


def join_documents(sops: Sequence[JobSop]) -> tuple[Joined, ...]:
    """Each SOP with the elements of documents without procedures that its job works by, and with those that it names.

    Elements keep their own addresses. Duties stay where they are: books list them by document.
    """
    known = {sop.address: sop for sop in sops}
    silent = [sop for sop in sops if sop.kind != "job-sop" and not sop.procedures]
    return tuple(_joined(sop, [one for one in silent if sop.address in one.jobs], known) for sop in sops)


def _joined(sop: JobSop, silent: Iterable[JobSop], known: Mapping[Address, JobSop]) -> Joined:
    if not sop.procedures:
        return Joined(sop)
    wanted: dict[Address, set[Address] | None] = {one.address: None for one in silent}
    for address in all_named(sop):
        home = job_of(address)
        own = wanted.setdefault(home, set()) if home != sop.address and home in known else None
        if own is not None:
            own.add(address)
    for home, addresses in wanted.items():
        sop = _with(sop, known[home], addresses)
    return Joined(sop, tuple(wanted))


def _with(sop: JobSop, other: JobSop, addresses: set[Address] | None) -> JobSop:
    """An SOP with some elements of another document, or (None) with all of them."""
    own = dict(sop.sections())
    more: dict[str, tuple[SopElement, ...]] = {}
    for name, elements in other.sections():
        chosen = tuple(one for one in elements if addresses is None or one.address in addresses)
        if chosen and name != "duties":
            more[name] = (*own[name], *chosen)
    return replace(sop, **more)  # type: ignore[arg-type]  # sections are fields of the same name
