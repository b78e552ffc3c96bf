"""The text of `sopcurric.lock`: one record per line, so that branches merge; what a merge left in it can be mended."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from sopcurric.model.address import Address, job_of
from sopcurric.model.lock import PREFIXES, Held, Lock
from sopcurric.model.lock_conflicts import Conflict, without_conflicts

LOCK_FILE = "sopcurric.lock"
FORMAT = 1
HEAD = """\
# 派生编号登记：由 sopcurric build 写入，随仓库提交，不要手工修改。
# Identifiers of derived things: written by sopcurric build; commit it, do not edit it.
"""

FaultKind = Literal["line", "identifier", "format", "format-missing", "format-newer"]

_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_NAME = r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?"
_NUMBERS = ", *".join(rf"{kind}: +(?P<{kind}>[^\s,{{}}]+)" for kind in PREFIXES)
_HELD = re.compile(rf"(?P<member>(?:{_NAME}:)?{_NAME}(?:/{_NAME})+): +\{{ *{_NUMBERS} *\}}")
_RELEASED = re.compile(r"(?P<released>[^\s:/]+): +released")
_FORMAT = re.compile(r"format: +(?P<format>\S+)")
_SUFFIX = "[a-z2-7]{8}"
_OWN = {kind: re.compile(prefix + _SUFFIX) for kind, prefix in PREFIXES.items()}
_ANY = re.compile(f"(?:{'|'.join(PREFIXES.values())}){_SUFFIX}")


@dataclass(frozen=True, slots=True)
class Format:
    """The line that says that the file is of this format."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A place that cannot be read; `found` stands where something that begins with `prefix` should."""

    kind: FaultKind
    line: int
    column: int = 1
    found: str = ""
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class Double:
    """A line with other identifiers than an earlier one has for the same procedure."""

    member: Address
    line: int
    first: int


@dataclass(frozen=True, slots=True)
class LockReading:
    """What a text says, conflicts or not: records of all sides, and everything that is wrong with it.

    `doubles` are those outside of conflicts.
    """

    held: tuple[Held, ...]
    released: tuple[str, ...]
    conflicts: tuple[Conflict, ...]
    doubles: tuple[Double, ...]
    faults: tuple[Fault, ...]

    @property
    def lock(self) -> Lock | None:
        """The lock, where nothing is wrong."""
        if self.conflicts or self.doubles or self.faults:
            return None
        return Lock(tuple(sorted(self.held, key=_member)), tuple(sorted(self.released)), FORMAT)


def lock_text(lock: Lock) -> str:
    """The one text of a lock: sorted, line feeds, valid YAML."""
    released = (f"{one}: released" for one in sorted(lock.released))
    return HEAD + "".join(f"{line}\n" for line in (f"format: {lock.format}", *_by_job(lock), *released))


def _by_job(lock: Lock) -> Iterator[str]:
    """The records, those of each job between two lines: so jobs that come and go on two branches stay apart."""
    for job, records in groupby(sorted(lock.held, key=_member), key=lambda one: job_of(one.member)):
        yield f"# {job}"
        yield from map(_line, records)
        yield f"# /{job}"


def read_lock_text(text: str) -> LockReading:
    """Read a text line by line; line ends, comments and blank lines may be of any kind."""
    kept, conflicts = without_conflicts(_BREAK.split(text.removeprefix("\ufeff")))
    records = [(one, _record(words, one.number)) for one in kept if (words := _COMMENT.sub("", one.words).rstrip())]
    outside = [(one.number, record) for one, record in records if isinstance(record, Held) and not one.in_conflict]
    faults = [record for _, record in records if isinstance(record, Fault)]
    with_format = any(isinstance(record, Format) for _, record in records)
    if not with_format and not any(one.kind in {"format", "format-newer"} for one in faults):
        faults.append(Fault("format-missing", records[0][0].number if records else 1))
    return LockReading(
        held=tuple(dict.fromkeys(record for _, record in records if isinstance(record, Held))),
        released=tuple(dict.fromkeys(record for _, record in records if isinstance(record, str))),
        conflicts=conflicts,
        doubles=_doubles(outside),
        faults=_sorted(faults),
    )


def mended_text(text: str) -> str | None:
    """The text without what a merge left in it; None where it left nothing, or where a line is not understood.

    Records of both sides stay. Of different lines for one procedure that one stays whose task is held by more other
    procedures, among equals the one that sorts first.
    """
    reading = read_lock_text(text)
    if reading.faults or not all(one.finished for one in reading.conflicts):
        return None
    if not reading.conflicts and not reading.doubles:
        return None
    return lock_text(Lock(_chosen(reading.held), reading.released, FORMAT))


def _chosen(held: Iterable[Held]) -> tuple[Held, ...]:
    """One record for each procedure."""
    candidates: dict[Address, list[Held]] = {}
    holders: dict[str, set[Address]] = {}
    for one in held:
        candidates.setdefault(one.member, []).append(one)
        holders.setdefault(one.task, set()).add(one.member)
    # A candidate is itself a holder of its task, so the number of others differs from this one by the same for all.
    return tuple(min(some, key=lambda one: (-len(holders[one.task]), _line(one))) for some in candidates.values())


def _record(words: str, number: int) -> Held | str | Format | Fault:
    """What a line says: a procedure with its identifiers, a released identifier, or the format."""
    if mark := _HELD.fullmatch(words):
        for kind, pattern in _OWN.items():
            if not pattern.fullmatch(mark[kind]):
                return Fault("identifier", number, mark.start(kind) + 1, mark[kind], PREFIXES[kind])
        return Held(mark["member"], mark["task"], mark["learning_task"], mark["module"])
    if mark := _RELEASED.fullmatch(words):
        found = mark["released"]
        return found if _ANY.fullmatch(found) else Fault("identifier", number, 1, found, " | ".join(PREFIXES.values()))
    if mark := _FORMAT.fullmatch(words):
        return _format(mark["format"], number, mark.start("format") + 1)
    return Fault("line", number)


def _format(found: str, number: int, column: int) -> Format | Fault:
    if found == str(FORMAT):
        return Format()
    newer = re.fullmatch(r"[1-9][0-9]{0,8}", found)
    return Fault("format-newer" if newer else "format", number, column, found)


def _doubles(held: Iterable[tuple[int, Held]]) -> tuple[Double, ...]:
    found: list[Double] = []
    known: dict[Address, tuple[int, Held]] = {}
    for number, one in held:
        first, earlier = known.setdefault(one.member, (number, one))
        if one != earlier:
            found.append(Double(one.member, number, first))
    return tuple(found)


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults by place; beside a newer format nothing else is said, because its lines may mean anything."""
    ordered = sorted(faults, key=lambda one: (one.line, one.column))
    newer = [one for one in ordered if one.kind == "format-newer"]
    return tuple(newer[:1] or ordered)


def _line(one: Held) -> str:
    return f"{one.member}: {{task: {one.task}, learning_task: {one.learning_task}, module: {one.module}}}"


def _member(one: Held) -> Address:
    return one.member
