"""The gate on the plant's side: whether what is classified in one place stands open in another."""

from collections.abc import Iterable, Iterator
from contextlib import suppress

from sopcurric.app.loading import Loaded
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.workspace import Workspace, is_yaml
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.markup import BrokenMarkError, opened, parse
from sopcurric.model.text import Classified, flat
from sopcurric.source.ref import Pointer, SourceRef
from sopcurric.stages.leak_scan import Leak, Said, Secret, is_common, is_outside, leaks

LEAK = "DEC101"
"""The code of a certain leak, which stops every edition."""


def gate(loaded: Loaded, workspace: Workspace) -> tuple[Finding, ...]:
    """What is wrong with the classified spans of a repository.

    Files are read again here: nothing raw is to be in the values that stages pass along, nor in what is kept of them.
    """
    if not loaded.marked:
        return ()
    secrets = secrets_of(loaded, workspace)
    said = (
        one
        for document in filter(is_yaml, loaded.documents)
        for one in (
            Said(SourceRef(document), document),
            *(Said(place, flat(parse(opened(words)))) for place, words in _texts(document, workspace)),
        )
    )
    return tuple(dict.fromkeys((*about_leaks(leaks(secrets, said)), *_about_marks(secrets))))


def secrets_of(loaded: Loaded, workspace: Workspace) -> tuple[Secret, ...]:
    """Everything that is classified in the files of a repository."""
    return tuple(
        Secret(place, run.raw, run.teachable)
        for document in filter(is_yaml, loaded.documents if loaded.marked else ())
        for place, words in _texts(document, workspace)
        for run in parse(words)
        if isinstance(run, Classified)
    )


def about_leaks(found: Iterable[Leak]) -> Iterator[Finding]:
    """One finding for each open place, however often the same is classified elsewhere."""
    marks: dict[tuple[SourceRef, bool, str], list[SourceRef]] = {}
    for one in found:
        marks.setdefault((one.said.place, one.certain, one.found), []).append(one.secret.place)
    for (place, certain, words), elsewhere in marks.items():
        related = tuple(dict.fromkeys(elsewhere))
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


def _texts(document: str, workspace: Workspace) -> Iterator[tuple[SourceRef, str]]:
    """Everything that is typed in a file, keys included; what cannot be read is told elsewhere."""
    try:
        reading = read_yaml(document, workspace.read(document))
    except OSError:
        return
    for pointer, words, on_key in _words(reading.meant, ()):
        with suppress(BrokenMarkError):
            opened(words)
            yield SourceRef(document, pointer, on_key=on_key), words


def _words(data: object, pointer: Pointer) -> Iterator[tuple[Pointer, str, bool]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield (*pointer, key), str(key), True
            yield from _words(value, (*pointer, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from _words(value, (*pointer, number))
    elif data is not None and not isinstance(data, bool):
        yield pointer, str(data), False
