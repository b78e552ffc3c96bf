"""Decisions that a job or procedure stands at another address now: the lock and the other decisions follow."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from sopcurric.deciding.settling import Settled
from sopcurric.deciding.subjects import Written
from sopcurric.model.address import Address
from sopcurric.model.decision import Named, Verdict
from sopcurric.model.files.decision import Decision, Readdress, Split
from sopcurric.model.lock import Lock


def readdress(settled: Settled, lock: Lock, written: Written) -> tuple[Settled, Lock]:
    """Decisions and lock with the addresses of today."""
    moves: list[tuple[Address, Address]] = []
    verdicts: list[Verdict] = []
    wanted = settled.of(Readdress)
    if not wanted:
        return settled, lock
    known = written.addresses
    for place, one in enumerate(wanted):
        old, new = one.decision.on[0], one.decision.now
        today = _now(new, [(later.decision.on[0], later.decision.now) for later in wanted[place + 1 :]])
        if today not in known:
            verdicts.append(Verdict(one.name, "gone", (new,), reason="missing"))
        elif old in known:
            verdicts.append(Verdict(one.name, "refused", (old,), reason="still-there"))
        else:
            moves.append((old, new))
            verdicts.append(Verdict(one.name, "applied", (today,)))
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
    """A name with the addresses of today in the place of the old ones.

    Leaves are named by addresses, too (`DIG/P1#W`), and courses by the code of a job (`course-DIG.run`).
    """
    for old, new in moves:
        name = _swapped(rf"(?:^|#\w+:)({re.escape(old)})(?=$|[/#])", new, name)
        if "/" not in old + new:
            code, coded = (address.rsplit(":", 1)[-1] for address in (old, new))
            name = _swapped(rf"^course-({re.escape(code)})(?=$|[.])", coded, name)
    return name


def _key_now(key: str, moves: Iterable[tuple[Address, Address]]) -> str:
    """The key of a block (`W/DIG/P1/steps`) with the addresses of today."""
    for old, new in moves:
        key = _swapped(rf"^\w+/({re.escape(old)})(?=$|/)", new, key)
    return key


def _swapped(pattern: str, new: str, name: str) -> str:
    """A name with something else in the place of the group of each match."""
    for found in reversed([*re.finditer(pattern, name)]):
        name = f"{name[: found.start(1)]}{new}{name[found.end(1) :]}"
    return name


def _followed(one: Named[Decision], moves: Collection[tuple[Address, Address]]) -> Named[Decision]:
    """A decision about the addresses of today."""
    decision = one.decision
    if isinstance(decision, Readdress):
        return one
    changed: dict[str, object] = {}
    for key, follow in _NAMES.items():
        value = getattr(decision, key, None)
        if isinstance(value, str):
            changed[key] = follow(value, moves)
        elif isinstance(value, tuple):
            changed[key] = tuple(follow(name, moves) for name in value)
    if isinstance(decision, Split):
        changed["into"] = tuple(
            part.model_copy(update={"on": tuple(_now(name, moves) for name in part.on)}) for part in decision.into
        )
    return Named(one.name, decision.model_copy(update=changed))


_NAMES = {"on": _now, "to": _now, "leaf": _now, "block": _key_now, "blocks": _key_now, "after": _key_now}
"""Keys of decisions that hold names, with how these follow."""
