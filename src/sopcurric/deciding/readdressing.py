"""Decisions that a job or procedure stands at another address now: the lock and the other decisions follow."""

from collections.abc import Collection, Iterable
from dataclasses import replace

from sopcurric.deciding.settling import Settled
from sopcurric.model.address import Address, within
from sopcurric.model.decision import Named, Verdict
from sopcurric.model.files.decision import Decision, Readdress
from sopcurric.model.lock import Lock


def readdress(settled: Settled, lock: Lock, known: Collection[Address]) -> tuple[Settled, Lock]:
    """Decisions and lock with the addresses of today; `known` are the addresses that there are."""
    moves: list[tuple[Address, Address]] = []
    verdicts: list[Verdict] = []
    for one in settled.of(Readdress):
        old, new = one.decision.on[0], one.decision.now
        if new not in known:
            verdicts.append(Verdict(one.name, "gone", (new,), reason="missing"))
        elif old in known:
            verdicts.append(Verdict(one.name, "refused", (old,), reason="still-there"))
        else:
            moves.append((old, new))
            verdicts.append(Verdict(one.name, "applied", (new,)))
    if not moves:
        return replace(settled, verdicts=(*settled.verdicts, *verdicts)), lock
    followed = tuple(_followed(one, moves) for one in settled.decisions)
    held = {_now(one.member, moves): one for one in lock.held if _now(one.member, moves) != one.member}
    there = {one.member for one in lock.held}
    moved = [replace(one, member=new) for new, one in held.items() if new not in there]
    stayed = [one for one in lock.held if one not in held.values()]
    return (
        Settled(followed, (*settled.verdicts, *verdicts)),
        replace(lock, held=tuple(sorted((*stayed, *moved), key=lambda one: one.member))),
    )


def _now(name: str, moves: Iterable[tuple[Address, Address]]) -> str:
    """An address of today; a leaf is named by an address and its kind."""
    for old, new in moves:
        address, mark, kind = name.partition("#")
        if within(address, old):
            name = f"{new}{address.removeprefix(old)}{mark}{kind}"
    return name


def _followed(one: Named[Decision], moves: Collection[tuple[Address, Address]]) -> Named[Decision]:
    """A decision about the addresses of today."""
    decision = one.decision
    if isinstance(decision, Readdress):
        return one
    changed: dict[str, object] = {}
    for key in ("on", "leaf"):
        value = getattr(decision, key, None)
        if isinstance(value, str):
            changed[key] = _now(value, moves)
        elif isinstance(value, tuple):
            changed[key] = tuple(_now(name, moves) for name in value)
    return Named(one.name, decision.model_copy(update=changed))
