"""What a merge left in `sopcurric.lock`: conflict markers, and procedures that stand there twice."""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.lock_text import LOCK_FILE, mended_text
from sopcurric.plugin import Fix, TextReader


def propose(read: TextReader, _findings: tuple[Finding, ...]) -> Iterable[tuple[str, str]]:
    """The lock without conflicts."""
    text = read(LOCK_FILE)
    after = None if text is None else mended_text(text)
    if after is not None:
        yield LOCK_FILE, after


FIX = Fix(name="lock-conflicts", propose=propose, cures=frozenset({("LCK001", ""), ("LCK002", "")}))
