"""Use case: every finding of a repository; writes nothing into it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sopcurric.app.compiling import compile_package
from sopcurric.app.gating import gate, is_shut
from sopcurric.app.judging import Judged, judge
from sopcurric.app.loading import Loaded, load
from sopcurric.app.locking import changes
from sopcurric.app.registry import rules
from sopcurric.app.reporting import place_of
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.workspace import Workspace
from sopcurric.model.compilation import Compilation


@dataclass(frozen=True, slots=True)
class Checked:
    """What a repository compiles to (None where it cannot be read at all) and everything that is wrong with it.

    `findings` are as the rules made them; `judged` says which of them the project wants to be reported, and how.
    """

    loaded: Loaded
    compilation: Compilation | None
    findings: tuple[Finding, ...]
    judged: Judged

    @property
    def shut(self) -> bool:
        """Whether nothing may be printed, because something classified stands open or nobody can tell."""
        return is_shut(self.loaded, self.findings)

    @property
    def reported(self) -> tuple[Finding, ...]:
        """The findings that people are to see."""
        return self.judged.reported


def check(
    workspace: Workspace, steps: Steps, *, locked: bool = False, baseline: bool = True, printed: bool = True
) -> Checked:
    """Load, compile, ask every rule, and judge what they find.

    With `locked`, a lock that a build would change is a finding, too; without `baseline`, what is known already is
    reported as well; without `printed`, nothing is composed that no decision is about, and rules about
    leaves are not asked.
    """
    loaded = load(workspace, steps)
    if loaded.inputs is None:
        return Checked(loaded, None, loaded.findings, judge(loaded.findings, loaded, workspace))
    compilation = compile_package(loaded.inputs, loaded, steps, printed=printed)
    whole, certain = _as_meant(compilation, loaded, steps, printed=printed)
    differing = changes(whole, there=workspace.exists(LOCK_FILE)) if locked else ()
    found = (*loaded.findings, *gate(loaded, workspace), *certain((*ask(whole), *differing)))
    return Checked(loaded, compilation, found, judge(found, loaded, workspace, baseline=baseline))


def _as_meant(
    compilation: Compilation, loaded: Loaded, steps: Steps, *, printed: bool
) -> tuple[Compilation, Callable[[Iterable[Finding]], Iterable[Finding]]]:
    """What rules look at, and which of their findings are none: a file with faults must not look as if it were gone."""
    meant = loaded.meant
    if meant is None:
        return compilation, tuple
    inputs = loaded.inputs
    whole = (
        compilation
        if meant.inputs == inputs
        else compile_package(meant.inputs, replace(loaded, digest=meant.digest), steps, printed=printed)
    )
    return whole, lambda findings: meant.doubts.certain(findings, lambda one: place_of(one, loaded.provenance))


def ask(compilation: Compilation) -> Iterable[Finding]:
    """What the rules find; those about what is printed are asked where it was composed."""
    asked = (rule for rule in rules().values() if compilation.composed or not rule.printed)
    return tuple(found for rule in asked if rule.check for found in rule.check(compilation))


def asks_for_printed(select: tuple[str, ...]) -> bool:
    """Whether codes (or beginnings of codes) name a rule about what is printed."""
    return any(rule.printed and rule.code.startswith(select) for rule in rules().values())


def chosen(findings: Iterable[Finding], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Finding, ...]:
    """Findings whose code begins with one of `select` (all where it is empty) and with none of `ignore`."""
    return tuple(
        one
        for one in findings
        if (not select or one.code.startswith(select)) and not (ignore and one.code.startswith(ignore))
    )
