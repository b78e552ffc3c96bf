"""YAML files to plain data, by events and within limits; whatever is wrong with a file becomes findings.

Supported is YAML 1.2 with the core types null, `true`/`false`, decimal numbers and text. Everything else that YAML 1.1
reads into plain words (dates, `no`, `12:30`, `010`) stays text. Aliases (`*a`), merges (`<<: *a`, explicit keys win)
and the tag `!!str` are supported; other tags, several documents in a file and keys that are lists or mappings are not.
"""

import errno
from dataclasses import dataclass
from itertools import count

from sopcurric.diagnostics.finding import Finding, finding
from sopcurric.io.decoding import cleaned, decoded, raw
from sopcurric.io.file_report import MAX_REPEATS, FileReport
from sopcurric.io.yaml_builder import MAX_DEPTH, MAX_NODES, Builder
from sopcurric.io.yaml_recovery import Recovery
from sopcurric.source.editing import BREAK
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


_ROUNDS = 50
_BUDGET = 4 * MAX_BYTES
"""How often a broken file is mended and read again, and how many characters are read in doing so."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: its data, as far as it is safe to go on with, and what is wrong.

    `meant` is what a broken file says once its faults are mended as their cures say: good for finding further faults,
    not for building. It is None where that cannot be told, and `data` where there is any. `guessed` are the lines in
    which the cure may be another one; `left_out` says whether a line had to be left out. `places` says where its values
    stand; it is None where something had to be mended.
    """

    data: object | None
    findings: tuple[Finding, ...]
    meant: object | None = None
    guessed: frozenset[int] = frozenset()
    left_out: bool = False
    places: SourceMap | None = None


def read_yaml(document: str, content: bytes) -> Reading:
    """The data of a YAML file; `document` is its path as findings name it. Never raises."""
    if len(content) > MAX_BYTES:
        return Reading(None, (too_large(document, len(content)),))
    report = FileReport(document)
    text = decoded(content, report)
    if text is None:
        return Reading(None, tuple(report.findings))
    data, builder, recovery = _built(text, report)
    broken = any(one.code in _FATAL for one in report.findings)
    guessed = frozenset(number + 1 for number in recovery.guessed)
    places = None if recovery.edits else builder.source_map()
    return Reading(None if broken else data, tuple(report.findings), data, guessed, recovery.left_out, places)


def map_yaml(content: bytes) -> SourceMap:
    """Where the values of a YAML file stand, as far as it can be read. Never raises."""
    report = FileReport("")
    text = decoded(content, report) if len(content) <= MAX_BYTES else None
    if text is None:
        return SourceMap({}, {})
    _, builder, recovery = _built(text, report)
    found = builder.source_map()
    if not recovery.edits:
        return found
    values = {pointer: recovery.origin(span) for pointer, span in found.values.items()}
    return SourceMap(values, {pointer: recovery.origin(span) for pointer, span in found.keys.items()})


def _built(text: str, report: FileReport) -> tuple[object | None, Builder, Recovery]:
    """The data of a text, what it was built by, and how it was mended; findings go to the report.

    A text with faults of SOP003 whose cures are known is mended in memory and read again until none are left. Other
    faults are those of the last reading, for a broken text has some that only come from the first ones.
    """
    recovery, current, budget, first = Recovery.of(text), text, _BUDGET, tuple(report.findings)
    for turn in count(1):
        trial = FileReport(report.document, [*first])
        builder = Builder(current, trial)
        data = builder.run()
        fresh = trial.findings[len(first) :]
        faults = [one for one in fresh if one.code == "SOP003"]
        news = [one for one in faults if not _is_echo(one, recovery)]
        report.take(news, recovery.origin)
        budget -= len(current)
        certain = len(news) == len(faults) and budget > 0 and turn < _ROUNDS
        if not (faults and certain and _mended(faults, recovery)):
            report.take([one for one in fresh if one.code != "SOP003"], recovery.origin)
            return None if faults else data, builder, recovery
        current = recovery.text
    raise AssertionError


def _is_echo(fault: Finding, recovery: Recovery) -> bool:
    """Whether a fault may be there only because an earlier one was mended in another way than was meant."""
    span = fault.place.span if fault.place else None
    return span is not None and bool(recovery.edits) and recovery.doubtful(span)


def _mended(faults: list[Finding], recovery: Recovery) -> bool:
    """Mend what can be mended, from above, in a line from its end; whether anything was."""
    spans = [(one.place.span, one.said("variant")) for one in faults if one.place and one.place.span]
    spans.sort(key=lambda one: (one[0].line, -one[0].column))
    return sum(recovery.mend(variant, span) for span, variant in spans) > 0


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
