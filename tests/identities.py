"""What derived things are called in one build and in the next, for measuring and testing that they keep their names."""

import random
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import ClassVar, cast
from unittest import mock

from edits import EDITS, Edit, Edited, chain
from generators import Files, Value
from sopcurric.app.compiling import compile_package
from sopcurric.app.loading import Loaded, load
from sopcurric.app.locking import next_lock
from sopcurric.app.steps import Kept as KeptValue
from sopcurric.app.steps import Step, Steps
from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.io.cache import MemoryStore
from sopcurric.io.lock_file import LOCK_FILE, lock_text, mended, read_lock
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.identifier import derived_id
from sopcurric.model.publication import Leaf


class _Remembering(Steps):
    """Steps that remember every value as it is, so that an edit costs little more than what it changes."""

    _kept: ClassVar[dict[tuple[str, ...], KeptValue[object]]] = {}

    def run(self, step: Step[Value], inputs: Iterable[str], make: Callable[[], Value]) -> KeptValue[Value]:
        key = (step.name, *inputs)
        if key not in self._kept:
            self._kept[key] = cast("KeptValue[object]", super().run(step, key[1:], make))
        return cast("KeptValue[Value]", self._kept[key])


class _ForgetfulStore(MemoryStore):
    """A store that keeps nothing."""

    def put(self, key: str, value: Callable[[], bytes]) -> None:
        """Forget it."""


def _steps() -> Steps:
    return _Remembering(_ForgetfulStore())


@dataclass(frozen=True, slots=True)
class Thing:
    """A derived thing by what it is and what it holds, whatever it is called."""

    kind: str
    members: frozenset[Address]


@dataclass(frozen=True)
class Built:
    """What a build called things, and the text of the lock that it wrote."""

    files: Files
    compilation: Compilation
    lock: str

    @cached_property
    def names(self) -> Mapping[Thing, str]:
        """Identifiers of typical tasks, learning tasks, modules, and leaves where they were composed."""
        return dict(_things(self.compilation))

    @cached_property
    def task_of(self) -> Mapping[Address, str]:
        """The identifier of the typical task that holds each procedure."""
        return {member: task.id for task in self.compilation.catalogue.tasks for member in task.members}

    @cached_property
    def holders(self) -> Mapping[str, frozenset[Address]]:
        """What each identifier holds."""
        return {name: thing.members for thing, name in self.names.items()}


def _things(compilation: Compilation) -> Iterator[tuple[Thing, str]]:
    for task in compilation.catalogue.tasks:
        yield Thing("task", frozenset(task.members)), task.id
    for course in compilation.design.courses:
        for module in course.modules:
            yield Thing(f"module {module.name} of {course.id}", frozenset(module.derived_from)), module.id
            for learning in module.tasks:
                members = frozenset((*learning.derived_from, *learning.record))  # parts of a task by their steps, too
                yield Thing("learning task", members), learning.id
    for binder in compilation.binders:
        for chapter in binder.chapters:
            if chapter.id in compilation.learning_tasks:
                for leaf in chapter.leaves:
                    yield Thing(_part(leaf), frozenset(leaf.derived_from)), leaf.id


def _part(leaf: Leaf) -> str:
    """Which leaf of a learning task it is, told by what is printed on it."""
    return derived_id(f"leaf {leaf.kind.value} ", repr((leaf.title, leaf.sources)))


def build(files: Files, lock: str = "", *, leaves: bool = False) -> Built:
    """Build with a lock; without `leaves`, nothing is composed for printing, which is most of the work.

    No file may be refused.
    """
    steps = _steps()
    loaded = load(MemoryWorkspace({**files, LOCK_FILE: lock} if lock else files), steps)
    assert not _refused(loaded)
    assert loaded.inputs
    if leaves:
        compilation = compile_package(loaded.inputs, loaded, steps)
    else:
        # Nothing that is named depends on questions or pages.
        with (
            mock.patch("sopcurric.app.compiling.documents", return_value=()),
            mock.patch("sopcurric.app.compiling._examined", side_effect=lambda compiled, _: compiled),
        ):
            compilation = compile_package(loaded.inputs, loaded, steps)
    return Built(files, compilation, lock_text(next_lock(compilation)))


def long_locked(files: Files) -> Built:
    """Build with a lock in which nothing is called what a build without one would call it."""
    lock = build(files).lock
    return build(files, re.sub(r"\b(\w\w-)[a-z2-7]{8}\b", lambda own: derived_id(own[1], own[0]), lock))


def _refused(loaded: Loaded) -> list[Finding]:
    return [one for one in loaded.findings if one.severity is Severity.ERROR]


def after(before: Built, edited: Edited, *, leaves: bool = False) -> Built:
    """The build after an edit, with the lock of the build before it."""
    return build(edited.files, before.lock, leaves=leaves)


# --- From one build to another ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class Kept:
    """How many things kept what they were called, and a line about each that did not."""

    number: int = 0
    lost: list[str] = field(default_factory=list)

    def __iadd__(self, other: "Kept") -> "Kept":
        self.number += other.number
        self.lost += other.lost
        return self

    def note(self, about: str, *, kept: bool) -> None:
        self.number += 1
        if not kept:
            self.lost.append(about)

    @property
    def share(self) -> float:
        return 1 - len(self.lost) / self.number if self.number else 1.0


def untouched(before: Built, now: Built, touched: Iterable[Address]) -> Kept:
    """Things with the same members before and now, none of them touched, by whether they are called the same."""
    kept, aside = Kept(), frozenset(touched)
    for thing, name in before.names.items():
        if thing in now.names and not thing.members & aside:
            other = now.names[thing]
            kept.note(f"{thing.kind} of {sorted(thing.members)}: {name} → {other}", kept=name == other)
    return kept


def passed(now: Built, *before: Built) -> list[str]:
    """Identifiers whose holder now shares no member with what held them before (in any branch)."""
    known: dict[str, frozenset[Address]] = {}
    for built in before:
        for name, members in built.holders.items():
            known[name] = known.get(name, frozenset()) | members
    return [
        f"{name}: {sorted(known[name])} → {sorted(members)}"
        for name, members in now.holders.items()
        if name in known and not members & known[name]
    ]


def followed(before: Built, now: Built, edited: Edited) -> Kept:
    """Edited procedures that are there before and now, by whether their typical task is called the same."""
    kept = Kept()
    for old in sorted(edited.touched & before.task_of.keys()):
        new = edited.renamed.get(old, old)
        if new in now.task_of:
            name, other = before.task_of[old], now.task_of[new]
            about = f"{edited.kind}: {title(before, old)} → {title(now, new)} ({old}: {name} → {other})"
            kept.note(about, kept=name == other)
    return kept


def title(built: Built, procedure: Address) -> str:
    """What a procedure is called."""
    return built.compilation.procedures[procedure].title.words("zh")


# --- Branches --------------------------------------------------------------------------------------------------------


def merged(ours: str, base: str, theirs: str, *options: str) -> tuple[str, bool]:
    """What `git merge-file` makes of three texts, and whether it left no conflict."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder) / name for name in ("ours", "base", "theirs")]
        for path, text in zip(paths, (ours, base, theirs), strict=True):
            path.write_text(text, encoding="utf-8", newline="\n")
        run = subprocess.run(["git", "merge-file", "-p", *options, *paths], capture_output=True, check=False)
    assert run.returncode < 128, run.stderr
    return run.stdout.decode(), run.returncode == 0


def merged_files(ours: Files, base: Files, theirs: Files) -> Files | None:
    """The files as git merges them path by path; nothing where a person would have to choose."""
    found: dict[str, str] = {}
    for path in {*ours, *base, *theirs}:
        versions = ours.get(path), base.get(path), theirs.get(path)
        text, clean = _merged_file(*versions)
        if not clean:
            return None
        if text is not None:
            found[path] = text
    return found


def _merged_file(ours: str | None, base: str | None, theirs: str | None) -> tuple[str | None, bool]:
    if theirs in (ours, base):
        return ours, True
    if ours == base:
        return theirs, True
    if ours is None or base is None or theirs is None:
        return None, False
    return merged(ours, base, theirs)


@dataclass(frozen=True, slots=True)
class Fork:
    """Two branches from the same build, each with edits and the build after them."""

    base: Built
    edits: tuple[Edited, Edited]
    builds: tuple[Built, Built]

    @property
    def touched(self) -> frozenset[Address]:
        """What either branch touched."""
        return self.edits[0].touched | self.edits[1].touched

    def passed(self, now: Built) -> list[str]:
        """See `passed`; what a branch added may hold alone what it held together with what the other removed."""
        return passed(now, self.base, *self.builds)

    @property
    def kinds(self) -> str:
        return " | ".join(edit.kind for edit in self.edits)

    def files(self) -> Files | None:
        """The sources of both; nothing where a person would have to choose, or to mend what came of it."""
        files = merged_files(self.builds[0].files, self.base.files, self.builds[1].files)
        return None if files is None or _refused(load(MemoryWorkspace(files), _steps())) else files

    def lock(self, *options: str) -> tuple[str, bool]:
        """The lock as `git merge-file` merges it, and whether it left no conflict."""
        return merged(self.builds[0].lock, self.base.lock, self.builds[1].lock, *options)


def fork(base: Built, rng: random.Random, edits: Sequence[Edit] = EDITS) -> Fork:
    """Two branches of one to three edits each."""
    ours, theirs = (chain(base.files, rng, rng.randint(1, 3), edits) for _ in range(2))
    return Fork(base, (ours, theirs), (after(base, ours), after(base, theirs)))


@dataclass(frozen=True, slots=True)
class Usable:
    """A merged lock that can be built with, and the codes of what was wrong with it before it was mended."""

    text: str
    codes: tuple[str, ...]


def usable(text: str) -> Usable | None:
    """A merged lock, mended where it has to be; nothing where that cannot be done."""
    lock, findings = read_lock(text.encode())
    codes = tuple(sorted({one.code for one in findings}))
    if lock is not None:
        return Usable(text, codes)
    again = mended(text.encode())
    if again is None or read_lock(again.encode())[0] is None:
        return None
    return Usable(again, codes)
