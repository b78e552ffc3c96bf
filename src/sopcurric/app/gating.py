"""The gate on the plant's side: whether what is classified in one place stands open in another."""

import html
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from sopcurric.app.classifying import Classifier
from sopcurric.app.loading import POLICIES, REGISTER_FILE, SIGN_OFFS_FILE, Loaded
from sopcurric.app.papers import about_papers
from sopcurric.app.ruling import about_policies
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.picture_metadata import is_picture
from sopcurric.io.workspace import Workspace, is_yaml
from sopcurric.io.yaml_reader import lines_of, read_yaml, text_of
from sopcurric.model.files.levels import Level, is_above
from sopcurric.model.handling import Withheld
from sopcurric.model.markup import BrokenMarkError, is_marked, opened, parse
from sopcurric.model.text import Classified, flat
from sopcurric.secrecy.treatment import without_taught
from sopcurric.source.ref import Pointer, SourceRef, Span
from sopcurric.stages.classification import Classified as File
from sopcurric.stages.leak_scan import Leak, Said, Secret, is_common, is_outside, leaks

_UNREAD = frozenset(f"SOP00{number}" for number in range(1, 10))
"""Codes of files that cannot be read as YAML, or not whole."""
_SHUTTING = frozenset({"DEC001", "DEC101", "DEC107", "DEC115", "DEC119"})
"""Codes of what keeps everything from being printed."""
_PAPERS = frozenset({SIGN_OFFS_FILE, REGISTER_FILE})
"""What no edition depends on: drafts can be built whatever is wrong there."""
_MOST_RELATED = 3
"""So many marks are shown beside a leak: a value may be classified in a thousand places."""
_TAG = re.compile(r"<[^<>]*>|\{%.*?%\}|\{#.*?#\}")
_BARE = re.compile(r"[-−\d][\d.,\s–—~～∼±-]*")
"""Values that have their unit in a key beside them."""


def gate(loaded: Loaded, workspace: Workspace) -> tuple[Finding, ...]:
    """What is wrong with the classified content of a repository.

    Files are read again here: nothing raw is to be in the values that stages pass along, nor in what is kept of them.
    """
    policies = tuple(about_policies(loaded, workspace))
    if not loaded.marked and not loaded.classifier.active:
        return (*policies, *about_papers(loaded, workspace, frozenset()))
    told = list(_every(loaded, workspace))
    secrets = [secret for one in told for secret in one.secrets]
    open_ = (said for one in told for said in one.said)
    found = leaks(secrets, (*open_, *lines_said(workspace, workspace.template_files())))
    made = {one.place for one in loaded.classifier.handled()}
    told_apart = (one for one in found if one.certain or one.said.place not in made)
    about = (*about_leaks(told_apart), *_about_marks(secrets), *about_handled(loaded.classifier), *policies)
    papers = about_papers(loaded, workspace, _documents(loaded, secrets))
    return tuple(dict.fromkeys((*about, *papers)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a file says: what stands open in it, its name included, and what is classified."""

    said: tuple[Said, ...]
    secrets: tuple[Secret, ...]


def _every(loaded: Loaded, workspace: Workspace) -> Iterator[_Told]:
    """What the files say, and what the policy withholds; of classified files, what is left stands open."""
    for document, content in _files(loaded, workspace):
        told = _told(document, content)
        left = loaded.classifier.left(document)
        same = left is None or not (left.handled or left.withheld or left.moves)
        yield told if left is None or same else _Told(_said_in(document, _undone(left), left.raw), told.secrets)
    yield _Told((), tuple(Secret(one.place, one.raw, one.taught, one.level, one.firm) for one in _withheld(loaded)))


def _undone(left: File) -> object:
    """What is left of a file without the ranges that the policy made: their ends are no values that anybody wrote."""
    made = left.made_by_policy
    return _without(left.data, made) if made else left.data


def _without(data: object, made: frozenset[str]) -> object:
    if isinstance(data, dict):
        return {key: _without(value, made) for key, value in data.items()}
    if isinstance(data, list):
        return [_without(one, made) for one in data]
    return without_taught(data, made) if isinstance(data, str) else data


def _withheld(loaded: Loaded) -> tuple[Withheld, ...]:
    return tuple(one for one in loaded.classifier.withheld() if not is_marked(one.raw))


@lru_cache(maxsize=64)
def _told(document: str, content: bytes) -> _Told:
    """What a file says; remembered, because one command may ask twice, and nothing of it may be kept on disk."""
    data = read_yaml(document, content).meant
    secrets: list[Secret] = []
    for pointer, words, unit, on_key in _words(data, (), ""):
        place = SourceRef(document, pointer, on_key=on_key)
        with suppress(BrokenMarkError):
            marks = [run for run in parse(words) if isinstance(run, Classified)]
            secrets += [Secret(place, _with_unit(one.raw, unit), one.teachable, one.level) for one in marks]
    return _Told(_said_in(document, data, lambda pointer: pointer), tuple(secrets))


def _said_in(document: str, data: object, raw: Callable[[Pointer], Pointer]) -> tuple[Said, ...]:
    """What stands open in data; `raw` leads to where it was written."""
    said = [Said(SourceRef(document), document)]
    for pointer, words, unit, on_key in _words(data, (), ""):
        with suppress(BrokenMarkError):
            said.append(
                Said(SourceRef(document, raw(pointer), on_key=on_key), _with_unit(flat(parse(opened(words))), unit))
            )
    return tuple(said)


def _with_unit(words: str, unit: str) -> str:
    return f"{words} {unit}" if unit and _BARE.fullmatch(words) else words


def _files(loaded: Loaded, workspace: Workspace) -> Iterator[tuple[str, bytes]]:
    """The YAML files of a repository; what cannot be read is told elsewhere."""
    for document in filter(is_yaml, loaded.documents):
        if not document.startswith(POLICIES):
            with suppress(OSError):
                yield document, workspace.read(document)


def lines_said(workspace: Workspace, paths: Iterable[str]) -> Iterator[Said]:
    """Every line of files of any kind but pictures, and their names; what cannot be read is told elsewhere."""
    for path in paths:
        yield Said(SourceRef(path), path)
        with suppress(OSError):
            content = workspace.read(path)
            for number, line in enumerate(lines_of(content) if not is_picture(content) else (), start=1):
                yield Said(SourceRef(path, span=Span(number, 1)), line)
            if not is_yaml(path) and not is_picture(content):
                yield Said(SourceRef(path, span=Span(1, 1)), _as_shown(text_of(content)))


def _as_shown(text: str) -> str:
    """The words of a template on one line, without tags and with signs in the place of their names."""
    return " ".join(html.unescape(_TAG.sub("", text)).split())


def marks_in(loaded: Loaded, workspace: Workspace) -> tuple[Secret, ...]:
    """What people marked in the files of a repository."""
    told = (_told(document, content) for document, content in _files(loaded, workspace))
    return tuple(secret for one in told for secret in one.secrets)


def secrets_of(loaded: Loaded, workspace: Workspace) -> tuple[Secret, ...]:
    """Everything that is classified in the files of a repository."""
    return tuple(secret for one in _every(loaded, workspace) for secret in one.secrets)


def marked_by_hand(loaded: Loaded, workspace: Workspace) -> tuple[Secret, ...]:
    """What people marked in the files, without what the policy withholds."""
    return tuple(
        secret for document, content in _files(loaded, workspace) for secret in _told(document, content).secrets
    )


def classified_documents(loaded: Loaded, workspace: Workspace) -> frozenset[str]:
    """The files of a repository that hold something classified."""
    if not loaded.marked and not loaded.classifier.active:
        return frozenset()
    return _documents(loaded, secrets_of(loaded, workspace))


def _documents(loaded: Loaded, secrets: Iterable[Secret]) -> frozenset[str]:
    """The files with something classified; none on the college's side, where nothing is above internal."""
    every = tuple(secrets)
    handled = loaded.classifier.handled()
    if not handled and not any(is_above(one.level, Level.INTERNAL) for one in every):
        return frozenset()
    places = (*(one.place for one in every), *(one.place for one in handled))
    return frozenset(one.document for one in places)


def is_shut(loaded: Loaded, findings: Iterable[Finding]) -> bool:
    """Whether nothing may be printed: something classified stands open, safety would be lost, or nobody can tell.

    That is so where a mark is broken, where a file with marks cannot be read to its end as YAML, or where something is
    wrong with the policies.
    """
    return any(_shuts(one, loaded) for one in findings)


def _shuts(one: Finding, loaded: Loaded) -> bool:
    document = one.place.document if one.place else ""
    if document in _PAPERS:
        return False
    hidden = document in loaded.marked or loaded.classifier.may_hide(document)
    ruled = document.startswith(POLICIES) and one.gravity == 0
    return one.code in _SHUTTING or ruled or (one.code in _UNREAD and hidden)


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
        if one.firm and is_common(one):
            yield finding("DEC103", Severity.INFO, place=one.place)
        if one.firm and is_outside(one):
            yield finding("DEC104", Severity.WARNING, place=one.place, taught=one.teachable)


def about_handled(classifier: Classifier) -> Iterator[Finding]:
    """What is wrong with what was done, or was to be done, with single fields."""
    own = classifier.policies.own
    renamed = [one for one in classifier.handled() if one.operation == "pseudonymise"]
    if renamed and (own is None or own.names_file is None):
        place = replace(renamed[0].place, pointer=())
        yield finding("DEC118", Severity.INFO, place=place, number=len(classifier.names_up_to(Level.CORE_SECRET)))
    lost = {**dict.fromkeys((one.place for one in classifier.handled() if one.state == "refused"), False)}
    lost |= dict(classifier.lost_safety())
    for where, weakened in lost.items():
        yield finding("DEC107", place=where, variant="weakened" if weakened else "")
    unclear = classifier.unclear()
    for where, why in unclear:
        yield finding("DEC119", place=where, variant="" if why == "position" else why)
    for one in classifier.handled():
        if one.state == "undecided" and (one.place, "danger") not in unclear:
            yield finding("DEC108", Severity.INFO, place=one.place, variant="element" if one.whole else "")


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
