"""The lock on the door: what was printed is read back and searched for what is classified, before it leaves."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.workspace import PROJECT_FILE
from sopcurric.linguistics.plain_spelling import plain
from sopcurric.model.files.levels import is_above
from sopcurric.model.publication import Publication
from sopcurric.model.saying import words
from sopcurric.model.text import EMPTY, Sentence, Text
from sopcurric.plugin import OutputFile
from sopcurric.source.ref import SourceRef
from sopcurric.stages.leak_scan import Leak, Said, Secret, apart_from, leaks
from sopcurric.wording.catalogue import codes, entry

_MOST_RELATED = 3
"""So many marks are shown beside a leak."""
_PLACE = re.compile(r"\{[a-z_]+\}|\*\*")
_FIGURES = re.compile(r"[-−]?\d[\d.,–-]*(?: %)?")
"""Bare numbers, dates and shares, which only we put into sentences."""
_OUT = " ¦ "
"""What stands where something was taken out: it joins nothing."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A file that is to be put in place, and how its format is read back."""

    file: OutputFile
    said: Callable[[OutputFile], Iterable[str]]


def withheld(secrets: tuple[Secret, ...], clearance: str) -> tuple[Secret, ...]:
    """The secrets that an edition of a clearance must not say."""
    return tuple(one for one in secrets if is_above(one.level, clearance))


def read_back(
    printed: Iterable[Printed],
    secrets: tuple[Secret, ...],
    publication: Publication,
    taught: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """What an edition says that is classified: each thing once, with the first file that says it.

    `taught` are ranges that the policy made; what stands at their ends is nobody's value.

    Only what is certain counts. What our own sentences and computed numbers say anyway cannot be looked for; that is
    told of the marks that it concerns.

    Raises:
        RenderingError: a file cannot be read back.
    """
    pieces: dict[str, list[str]] = {}
    for words_, files in _pieces(printed).items():
        for left in apart_from((Said(SourceRef(files[0]), words_),), taught):
            pieces.setdefault(left.words, []).extend(files)
    said = (Said(SourceRef(files[0]), words_) for words_, files in pieces.items())
    found = [one for one in leaks(secrets, said) if one.certain]
    if not found:
        return ()
    common = frozenset(_common(secrets, publication))
    real = [again for one in found if (again := _beyond(common, one))]
    return (*_about_leaks(real, pieces, publication.edition.id), *_about_common(common, found))


def _pieces(printed: Iterable[Printed]) -> dict[str, list[str]]:
    """Everything that an edition says, names of files included, each with the files that say it."""
    pieces: dict[str, list[str]] = {}
    for one in printed:
        path = one.file.path
        for said in (*path.split("/"), *one.said(one.file)):
            files = pieces.setdefault(said, [])
            if not files or files[-1] != path:
                files.append(path)
    return pieces


def _about_leaks(found: Iterable[Leak], pieces: dict[str, list[str]], edition: str) -> Iterator[Finding]:
    """One finding for each thing that is said, however many pieces and files say it."""
    by_words: dict[tuple[tuple[Secret, ...], str], list[Leak]] = {}
    for one in found:
        by_words.setdefault((one.secrets, _written(one.found)), []).append(one)
    for (secrets, _), same in by_words.items():
        files = {path: None for one in same for path in pieces[one.said.words]}
        yield finding(
            "DEC106",
            place=SourceRef(PROJECT_FILE),
            related=_places(secrets),
            edition=edition,
            found=same[0].found,
            path=next(iter(files)),
            files=len(files),
        )


# What is said anyway -------------------------------------------------------------------------------------------------

_Common = frozenset[tuple[str, str]]
"""What is classified, and words that say it and stand in what we write ourselves."""


def _common(secrets: tuple[Secret, ...], publication: Publication) -> Iterator[tuple[str, str]]:
    own = (Said(SourceRef(PROJECT_FILE), said) for said in dict.fromkeys(_own_words(publication)))
    for one in leaks(secrets, own):
        yield from ((secret.raw, _written(one.found)) for secret in one.secrets)


def _own_words(publication: Publication) -> Iterator[str]:
    """What we say whatever a plant writes: the sentences of the catalogue, and the same with computed numbers."""
    language = publication.edition.language
    yield from (_PLACE.sub(_OUT, entry(code, language)) for code in sorted(codes(language)))
    for said in _sentences(publication.binders):
        if said.arguments:
            yield words(_in_numbers(said), language)


def _sentences(value: object) -> Iterator[Sentence]:
    """All sentences in a value, those that fill places of others included."""
    if isinstance(value, tuple):
        for part in value:
            yield from _sentences(part)
    elif is_dataclass(value) and not isinstance(value, Text):
        if isinstance(value, Sentence):
            yield value
        for one in fields(value):
            yield from _sentences(getattr(value, one.name))


def _in_numbers(said: Sentence) -> Sentence:
    """A sentence without what people wrote."""
    return Sentence(said.code, tuple((name, _number(value)) for name, value in said.arguments))


def _number(value: "Text | Sentence | str | int") -> "Text | Sentence | str | int":
    if isinstance(value, Sentence):
        return _in_numbers(value)
    return value if isinstance(value, int) or (isinstance(value, str) and _FIGURES.fullmatch(value)) else EMPTY


def _beyond(common: _Common, leak: Leak) -> Leak | None:
    """A leak that is none of what is said anyway, in the same piece; None where there is no other."""
    one: Leak | None = leak
    while one and (one.secrets[0].raw, _written(one.found)) in common:
        rest = Said(one.said.place, plain(one.said.words).replace(one.found, _OUT))
        one = next((again for again in leaks(one.secrets, (rest,)) if again.certain), None)
    return Leak(one.secrets, leak.said, one.found, certain=True) if one else None


def _about_common(common: _Common, found: Iterable[Leak]) -> Iterator[Finding]:
    """One finding for each mark of something that pages say anyway."""
    said = {(one.secrets, one.found) for one in found if (one.secrets[0].raw, _written(one.found)) in common}
    for secrets, words_ in sorted(said, key=lambda one: (one[0][0].raw, one[1])):
        for place in _places(secrets):
            yield finding("DEC117", Severity.INFO, place=place, found=words_)


def _written(found: str) -> str:
    """How something is written, without spaces and case."""
    return "".join(found.split()).casefold()


def _places(secrets: Iterable[Secret]) -> tuple[SourceRef, ...]:
    return tuple(dict.fromkeys(one.place for one in secrets))[:_MOST_RELATED]
