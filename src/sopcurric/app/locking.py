"""Use case: the lock that a build writes, and whether it differs from the one that stands."""

from sopcurric.diagnostics.finding import Finding, finding
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.model.compilation import Compilation
from sopcurric.model.lock import Held, Lock
from sopcurric.source.ref import SourceRef, Span

_NAMED = 3


def next_lock(compilation: Compilation) -> Lock:
    """The lock with the identifiers that this compilation has; released identifiers stay for ever.

    Parts of a typical task are recorded by their steps, too, but for steps that are only known by where they stand.
    """
    unnamed = {step.address for step in compilation.steps.values() if not step.named}
    held = [
        Held(member, task.typical_task, task.id, module.id)
        for course in compilation.design.courses
        for module in course.modules
        for task in module.tasks
        for member in task.record
        if member not in unnamed
    ]
    return Lock(tuple(sorted(held, key=lambda one: one.member)), compilation.inputs.lock.released)


def changes(compilation: Compilation, *, there: bool) -> tuple[Finding, ...]:
    """The finding that a build would change the lock (where it is not `there`: would write one), or nothing."""
    old, new = compilation.inputs.lock, next_lock(compilation)
    if there and old == new:
        return ()
    before, after = ({one.member: one for one in lock.held} for lock in (old, new))
    fresh = sorted(after.keys() - before.keys())
    gone = sorted(before.keys() - after.keys())
    changed = sorted(one for one in before.keys() & after.keys() if before[one] != after[one])
    return (
        finding(
            "LCK004",
            place=SourceRef(LOCK_FILE, span=Span(1, 1)),
            new=len(fresh),
            gone=len(gone),
            changed=len(changed),
            first=", ".join([*changed, *gone, *fresh][:_NAMED]) or "—",
            variant="changed" if there else "missing",
        ),
    )
