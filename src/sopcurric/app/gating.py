"""The gate on the plant's side: whether what is classified in one place stands open in another."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from sopcurric.app.loading import Loaded
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.workspace import Workspace, is_yaml
from sopcurric.io.yaml_reader import lines_of, read_yaml
from sopcurric.model.markup import BrokenMarkError, opened, parse
from sopcurric.model.text import Classified, flat
from sopcurric.source.ref import Pointer, SourceRef, Span
from sopcurric.stages.leak_scan import Leak, Said, Secret, is_common, is_outside, leaks

_UNREAD = frozenset(f"SOP00{number}" for number in range(1, 10))
"""Codes of files that cannot be read as YAML, or not whole."""
_MOST_RELATED = 3
"""So many marks are shown beside a leak: a value may be classified in a thousand places."""
_BARE = re.compile(r"[-−\d][\d.,\s–—~～∼±-]*")
"""Values that have their unit in a key beside them."""


def gate(loaded: Loaded, workspace: Workspace) -> tuple[Finding, ...]:
    """What is wrong with the classified spans of a repository.

    Files are read again here: nothing raw is to be in the values that stages pass along, nor in what is kept of them.
    """
    if not loaded.marked:
        return ()
    told = [_told(document, content) for document, content in _files(loaded, workspace)]
    secrets = [secret for one in told for secret in one.secrets]
    open_ = (said for one in told for said in one.said)
    found = leaks(secrets, (*open_, *lines_said(workspace, workspace.template_files())))
    return tuple(dict.fromkeys((*about_leaks(found), *_about_marks(secrets))))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says: what stands open in it, its name included, and what is classified."""

    said: tuple[Said, ...]
    secrets: tuple[Secret, ...]


@lru_cache(maxsize=64)
def _told(document: str, content: bytes) -> _Told:
    """What a file says; remembered, because one command may ask twice, and nothing of it may be kept on disk."""
    said, secrets = [Said(SourceRef(document), document)], []
    for pointer, words, unit, on_key in _words(read_yaml(document, content).meant, (), ""):
        place = SourceRef(document, pointer, on_key=on_key)
        with suppress(BrokenMarkError):
            said.append(Said(place, _with_unit(flat(parse(opened(words))), unit)))
            marks = [run for run in parse(words) if isinstance(run, Classified)]
            secrets += [Secret(place, _with_unit(one.raw, unit), one.teachable, one.level) for one in marks]
    return _Told(tuple(said), tuple(secrets))


def _with_unit(words: str, unit: str) -> str:
    return f"{words} {unit}" if unit and _BARE.fullmatch(words) else words


def _files(loaded: Loaded, workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """The YAML files of a repository; what cannot be read is told elsewhere."""
    for document in filter(is_yaml, loaded.documents):
        with suppress(OSError):
            yield document, workspace.read(document)


def lines_said(workspace: Workspace, paths: Iterable[str]) -> Iterator[Said]:
    """Every line of files of any kind, and their names; what cannot be read is told elsewhere."""
    for path in paths:
        yield Said(SourceRef(path), path)
        with suppress(OSError):
            for number, line in enumerate(lines_of(workspace.read(path)), start=1):
                yield Said(SourceRef(path, span=Span(number, 1)), line)


def secrets_of(loaded: Loaded, workspace: Workspace) -> tuple[Secret, ...]:
    """Everything that is classified in the files of a repository."""
    told = (_told(document, content) for document, content in _files(loaded, workspace) if document in loaded.marked)
    return tuple(secret for one in told for secret in one.secrets)


def is_shut(loaded: Loaded, findings: Iterable[Finding]) -> bool:
    """Whether nothing may be printed: something classified stands open, or nobody can tell.

    That is so where a mark is broken, or a file with marks cannot be read to its end as YAML.
    """
    return any(
        one.code in {"DEC001", "DEC101"}
        or (one.code in _UNREAD and one.place is not None and one.place.document in loaded.marked)
        for one in findings
    )


def about_leaks(found: Iterable[Leak]) -> Iterator[Finding]:
    """One finding for each open place, however often the same is classified elsewhere."""
    marks: dict[tuple[SourceRef, bool, str], list[SourceRef]] = {}
    for one in found:
        known = marks.setdefault((one.said.place, one.certain, one.found), [])
        known += [secret.place for secret in one.secrets[:_MOST_RELATED]]
    for (place, certain, words), elsewhere in marks.items():
        related = tuple(dict.fromkeys(elsewhere))[:_MOST_RELATED]
        if certain:
            yield finding("DEC101", place=place, related=related, found=words)
        else:
            yield finding("DEC102", Severity.WARNING, place=place, related=related, found=words)


def _about_marks(secrets: Iterable[Secret]) -> Iterator[Finding]:
    for one in secrets:
        if is_common(one):
            yield finding("DEC103", Severity.INFO, place=one.place)
        if is_outside(one):
            yield finding("DEC104", Severity.WARNING, place=one.place, taught=one.teachable)


def _words(data: object, pointer: Pointer, unit: str) -> Iterator[tuple[Pointer, str, str, bool]]:
    """Everything that is typed, keys included, with the unit in a key beside it, if any, and whether it is a key."""
    if isinstance(data, dict):
        unit = str(data.get("unit") or unit)
        for key, value in data.items():
            yield (*pointer, key), str(key), "", True
            yield from _words(value, (*pointer, key), unit)
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _words(value, (*pointer, number), "")
    elif data is not None and not isinstance(data, bool):
        yield pointer, str(data), unit, False
