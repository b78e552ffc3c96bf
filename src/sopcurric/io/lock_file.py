"""The file `sopcurric.lock`: from bytes to the lock, with everything that is wrong with it."""

from sopcurric.diagnostics.finding import Finding
from sopcurric.io.decoding import decoded
from sopcurric.io.file_report import FileReport
from sopcurric.model.lock import Lock
from sopcurric.model.lock_text import LOCK_FILE, LockReading, lock_text, mended_text, read_lock_text
from sopcurric.source.ref import Span

__all__ = ["LOCK_FILE", "lock_text", "mended", "read_lock"]


def read_lock(content: bytes) -> tuple[Lock | None, tuple[Finding, ...]]:
    """The lock, or None with findings. Never raises."""
    report = FileReport(LOCK_FILE)
    text = decoded(content, report)
    if text is None or report.findings:
        return None, tuple(report.findings)
    reading = read_lock_text(text)
    _report(reading, report)
    return reading.lock, tuple(report.findings)


def mended(content: bytes) -> str | None:
    """The text without conflicts; None where nothing is to be mended or it cannot be."""
    report = FileReport(LOCK_FILE)
    text = decoded(content, report)
    return None if text is None or report.findings else mended_text(text)


def _report(reading: LockReading, report: FileReport) -> None:
    for conflict in reading.conflicts:
        report.add("LCK001", Span(conflict.line, 1), variant="" if conflict.finished else "unfinished")
    for double in reading.doubles:
        report.add("LCK002", Span(double.line, 1), Span(double.first, 1), address=double.member)
    for one in reading.faults:
        report.add("LCK003", Span(one.line, one.column), variant=one.kind, found=one.found, prefix=one.prefix)
