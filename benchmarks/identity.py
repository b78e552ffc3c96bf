# ruff: noqa: INP001, T201, S311
"""Print how well derived things keep what they are called: `python benchmarks/identity.py [EDITS] [SEED]`.

Random edits (200 of each sort unless given) are made to the big example, as one plant and as three plants with the same
jobs, and each time the lock is carried from build to build. Printed are single edits by kind, a long chain of edits,
typing errors, and pairs of branches whose locks git merges. A report only: nothing is asserted.
"""

import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from edits import (
    EDITS,
    EVERYDAY,
    STEP_TYPO,
    TITLE_TYPO,
    WORDING,
    Edit,
    Edited,
    chain,
    edited,
    one_plant,
    reordered,
    several_plants,
)
from generators import Files
from identities import Built, Fork, Kept, after, build, followed, fork, long_locked, passed, untouched, usable

EXAMPLE = Path(__file__).parents[1] / "examples" / "alumina-refinery"
_SHOWN = 12


@dataclass(slots=True)
class Row:
    """What came of edits of one kind."""

    edits: int = 0
    changed: int = 0
    untouched: Kept = field(default_factory=Kept)
    followed: Kept = field(default_factory=Kept)
    passed: list[str] = field(default_factory=list)

    def note(self, before: Built, edit: Edited, now: Built) -> None:
        """Count an edit."""
        self.edits += 1
        self.changed += before.lock != now.lock
        self.untouched += untouched(before, now, edit.touched)
        self.followed += followed(before, now, edit)
        self.passed += passed(now, before)

    def add(self, other: "Row") -> None:
        """Count the edits of another row."""
        self.edits += other.edits
        self.changed += other.changed
        self.untouched += other.untouched
        self.followed += other.followed
        self.passed += other.passed

    def line(self, name: str) -> str:
        """The row as printed."""
        rest, own = self.untouched, self.followed
        return (
            f"  {name:22} {self.edits:6} {self.changed / max(1, self.edits):9.1%}"
            f" {rest.number - len(rest.lost):9}/{rest.number:<9} {own.number - len(own.lost):6}/{own.number:<6}"
            f" {own.share:7.1%} {len(self.passed):7}"
        )


HEAD = f"  {'edit':22} {'number':>6} {'lock moves':>9} {'untouched kept':>19} {'touched kept':>13} {'':7} {'passed':>7}"


def starts() -> Iterator[tuple[str, Files]]:
    """The repositories to begin with."""
    files = {str(path.relative_to(EXAMPLE)): path.read_text(encoding="utf-8") for path in EXAMPLE.rglob("*.yaml")}
    yield "one plant", one_plant(files)
    yield "three plants", several_plants(files, ("QL", "XY", "ZZ"), random.Random(0))


def tabled(rows: dict[str, Row]) -> None:
    """Print rows by kind, and what went wrong."""
    print(HEAD)
    for name in sorted(rows):
        print(rows[name].line(name))
    every = Row()
    for row in rows.values():
        every.add(row)
    print(every.line("all"))
    told("touched things that are called otherwise", [one for row in rows.values() for one in row.followed.lost])
    told("UNTOUCHED THINGS THAT ARE CALLED OTHERWISE", [one for row in rows.values() for one in row.untouched.lost])
    told("IDENTIFIERS THAT PASSED TO ANOTHER THING", [one for row in rows.values() for one in row.passed])


def told(what: str, lines: Sequence[str]) -> None:
    """Print the first of some lines."""
    if lines:
        print(f"  {what}: {len(lines)}")
        for line in lines[:_SHOWN]:
            print(f"    {line}")


def singles(base: Built, count: int, rng: random.Random, edits: Sequence[Edit] = EDITS) -> None:
    """Edits of one and the same repository, all compiled to leaves."""
    rows: dict[str, Row] = {}
    for number in range(count):
        edit = edited(base.files, rng, (edits[number % len(edits)],))
        rows.setdefault(edit.kind, Row()).note(base, edit, after(base, edit, leaves=bool(base.compilation.binders)))
    tabled(rows)


def long_chain(base: Built, count: int, rng: random.Random) -> None:
    """Edits one after another; begun anew where the repository has become three times as large."""
    rows: dict[str, Row] = {}
    last: dict[str, frozenset[str]] = dict(base.holders)
    before, returned = base, []
    for _ in range(count):
        edit = edited(before.files, rng)
        now = after(before, edit)
        rows.setdefault(edit.kind, Row()).note(before, edit, now)
        returned += [name for name, held in now.holders.items() if name in last and not held & last[name]]
        last |= now.holders
        large = len(now.task_of) > 3 * len(base.task_of)
        before = base if large else now
        last = dict(base.holders) if large else last
    tabled(rows)
    print(f"  unreleased identifiers that came back later for another thing: {len(returned)}")


def typos(base: Built, count: int, rng: random.Random) -> None:
    """Share of single characters mistyped that change any line of the lock."""
    for name, edit in (("steps", STEP_TYPO), ("titles", TITLE_TYPO)):
        changed = []
        for _ in range(count):
            made = edited(base.files, rng, (edit,))
            now = after(base, made)
            if now.lock != base.lock:
                changed += followed(base, now, made).lost or [f"{made.kind}: others than {sorted(made.touched)}"]
        print(f"  typing errors in {name}: {len(changed)} of {count} change the lock ({len(changed) / count:.1%})")
        told("which", changed)


@dataclass(slots=True)
class Merges:
    """What came of merged locks, with or without an option of git."""

    clean: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    broken: list[str] = field(default_factory=list)
    built: int = 0
    same: int = 0
    untouched: Kept = field(default_factory=Kept)
    passed: list[str] = field(default_factory=list)

    def note(self, pair: Fork, files: Files | None, *options: str) -> None:
        """Count a pair of branches."""
        text, clean = pair.lock(*options)
        self.clean += clean
        lock = usable(text)
        if lock is None:
            self.broken.append(pair.kinds)
            return
        self.codes.update(lock.codes)
        if files is None:
            return
        now = build(files, lock.text)
        self.built += 1
        self.same += now.lock == lock.text
        self.untouched += untouched(pair.base, now, pair.touched)
        self.passed += pair.passed(now)

    def line(self, name: str, count: int) -> str:
        """The figures as printed."""
        codes = ", ".join(f"{code} {number}" for code, number in sorted(self.codes.items())) or "none"
        return (
            f"  {name}: without markers {self.clean / max(1, count):.1%}; findings: {codes}; beyond mending"
            f" {len(self.broken)}; built {self.built}, of which the lock was complete {self.same};"
            f" untouched kept {self.untouched.number - len(self.untouched.lost)}/{self.untouched.number};"
            f" passed {len(self.passed)}"
        )


def branches(base: Built, count: int, rng: random.Random, edits: Sequence[Edit]) -> None:
    """Pairs of branches of one to three edits each, merged."""
    found = {"plain": Merges(), "--union": Merges()}
    conflicts = []
    for _ in range(count):
        pair = fork(base, rng, edits)
        files = pair.files()
        found["plain"].note(pair, files)
        found["--union"].note(pair, files, "--union")
        if not pair.lock()[1]:
            conflicts.append(pair.kinds)
    for name, merges in found.items():
        print(merges.line(name, count))
        told("beyond mending", merges.broken)
        told("untouched, called otherwise", merges.untouched.lost)
        told("passed", merges.passed)
    told("pairs with markers", conflicts)


def unchanged(base: Built, count: int, rng: random.Random) -> None:
    """What must not change a lock at all."""
    turned = sum(build(reordered(base.files, rng), base.lock).lock != base.lock for _ in range(count))
    fresh = sum(_differs(chain(base.files, rng, 3).files) for _ in range(count))
    print(f"  files and keys in another order: {turned} of {count} change the lock")
    print(f"  built without a lock, then with the lock that it wrote: {fresh} of {count} differ")


def _differs(files: Files) -> bool:
    first = build(files)
    return build(files, first.lock).names != first.names


def main(count: int = 200, seed: int = 1) -> None:
    """Print everything."""
    for name, files in starts():
        begun, rng = time.perf_counter(), random.Random(seed)
        base = long_locked(files)
        tasks = len(base.compilation.catalogue.tasks)
        print(
            f"\n{name}: {len(base.task_of)} procedures, {tasks} typical tasks, {count} edits of each sort, seed {seed}"
        )
        print(" single edits")
        singles(base, count, rng)
        print(" edits of words")
        singles(base, count, rng, WORDING)
        print(" single edits, down to the leaves")
        singles(build(files, base.lock, leaves=True), count // 4, rng)
        print(" a chain of edits")
        long_chain(base, count, rng)
        print(" typing errors")
        typos(base, count, rng)
        print(" pairs of branches, usual edits more often")
        branches(base, count, rng, EVERYDAY)
        print(" pairs of branches, every kind of edit as often")
        branches(base, count, rng, EDITS)
        print(" what must not matter")
        unchanged(base, max(1, count // 20), rng)
        print(f"  {time.perf_counter() - begun:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
