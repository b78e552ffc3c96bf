"""YAML files to plain data, by events and within limits; whatever is wrong with a file becomes findings.

Supported is YAML 1.2 with the core types null, `true`/`false`, decimal numbers and text. Everything else that YAML 1.1
reads into plain words (dates, `no`, `12:30`, `010`) stays text. Aliases (`*a`), merges (`<<: *a`, explicit keys win)
and the tag `!!str` are supported; other tags, several documents in a file and keys that are lists or mappings are not.
"""

import errno
from dataclasses import dataclass

from sopcurric.diagnostics.finding import Finding, finding
from sopcurric.io.decoding import BREAK, cleaned, decoded, raw
from sopcurric.io.file_report import MAX_REPEATS, FileReport
from sopcurric.io.yaml_builder import MAX_DEPTH, MAX_NODES, Builder
from sopcurric.source.ref import SourceRef
from sopcurric.source.source_map import START, SourceMap

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "MAX_NODES",
    "MAX_REPEATS",
    "Reading",
    "lines_of",
    "map_yaml",
    "read_yaml",
    "text_of",
    "too_large",
    "unreadable",
]

MAX_BYTES = 5 * 1024 * 1024
"""Size of the largest file that is read."""
_FATAL = ("SOP003", "SOP005", "SOP006")
"""Codes after which the data is not what the author meant: going on would find the same fault again."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: its data, as far as it is safe to go on with, and what is wrong."""

    data: object | None
    findings: tuple[Finding, ...]


def read_yaml(document: str, content: bytes) -> Reading:
    """The data of a YAML file; `document` is its path as findings name it. Never raises."""
    if len(content) > MAX_BYTES:
        return Reading(None, (too_large(document, len(content)),))
    report = FileReport(document)
    text = decoded(content, report)
    if text is None:
        return Reading(None, tuple(report.findings))
    data = Builder(text, report).run()
    broken = any(one.code in _FATAL for one in report.findings)
    return Reading(None if broken else data, tuple(report.findings))


def map_yaml(content: bytes) -> SourceMap:
    """Where the values of a YAML file stand, as far as it can be read. Never raises."""
    report = FileReport("")
    text = decoded(content, report) if len(content) <= MAX_BYTES else None
    if text is None:
        return SourceMap({}, {})
    builder = Builder(text, report, mapped=True)
    builder.run()
    return builder.source_map()


def text_of(content: bytes) -> str:
    """The text of a file for showing excerpts; what cannot be decoded is replaced."""
    report = FileReport("")
    return cleaned(raw(content[:MAX_BYTES], report), report)


def lines_of(content: bytes) -> list[str]:
    """The lines of that text, split where places count lines: form feeds and the like do not end one."""
    return BREAK.split(text_of(content))


def too_large(document: str, size: int) -> Finding:
    """The finding for a file that is too large, for callers that know the size before they read."""
    place = SourceRef(document, span=START)
    return finding("SOP002", place=place, size=f"{size / 1024 / 1024:.1f} MB", limit=f"{MAX_BYTES // 1024 // 1024} MB")


def unreadable(document: str, error: OSError) -> Finding:
    """The finding for a file that the operating system did not hand out."""
    variants = {errno.EISDIR: "folder", errno.ENOENT: "missing", errno.ELOOP: "link-loop", errno.EXDEV: "outside"}
    denied = isinstance(error, PermissionError)
    variant = "permission" if denied else variants.get(error.errno or 0, "other")
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return finding("SOP009", place=SourceRef(document, span=START), variant=variant, reason=name)
