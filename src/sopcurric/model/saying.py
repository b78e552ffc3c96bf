"""From phrases to runs in one language, through the catalogue."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from sopcurric.model.seams import between, parting
from sopcurric.model.text import (
    Break,
    Emphasis,
    Inline,
    Language,
    Phrase,
    Plain,
    Runs,
    Sentence,
    Text,
    flat,
    in_one_line,
)
from sopcurric.wording.catalogue import entry

_PLACE = re.compile(r"\{([a-z_]+)\}")
_STRESS = re.compile(r"\*\*(.+?)\*\*")


def say(phrase: Phrase, language: Language) -> Runs:
    """The runs of a phrase in a language.

    Raises:
        KeyError: the catalogue has no such sentence, or an argument is missing. Both are bugs that a test finds.
    """
    if isinstance(phrase, Text):
        return phrase.runs(language)
    arguments = dict(phrase.arguments)
    pieces = _pieces(entry(phrase.code, language))
    spoken: list[tuple[str, list[Inline], bool]] = []
    for number, (name, fixed, stressed) in enumerate(pieces, start=1):
        if not name:
            spoken.append(("fixed", [Emphasis(fixed) if stressed else Plain(fixed)], stressed))
            continue
        value = arguments[name]
        told = isinstance(value, Text | Sentence)
        said = say(value, language) if isinstance(value, Text | Sentence) else (Plain(str(value)),)
        said = said if number == len(pieces) else in_one_line(said)  # nothing may follow the last item of a list
        marked = [Emphasis(run.text) if stressed and not isinstance(run, Break) else run for run in said]
        spoken.append(("told" if told else "name", marked, stressed))
    if language.startswith("zh"):
        _mend(spoken)
    return tuple(_joined(run for _, runs, _ in spoken for run in runs))


def _mend(spoken: list[tuple[str, list[Inline], bool]]) -> None:
    """Chinese seams: what stands between two values, and the space between Chinese and other characters."""
    for place, (kind, runs, stressed) in enumerate(spoken):
        if kind != "fixed" or not runs:
            if _is_quoted(spoken, place):
                runs[:] = [_inside(run) for run in runs]
            continue
        before = _end(spoken[place - 1]) if place else ""
        after = _begin(spoken[place + 1]) if place + 1 < len(spoken) else ""
        words = runs[0].text
        alike = bool(before and after) and spoken[place - 1][2] == spoken[place + 1][2]
        mended = between(flat(spoken[place - 1][1]), words, after) if alike else words
        if mended:
            mended = f"{parting(before, mended[0])}{mended}{parting(mended[-1], after)}"
        if mended != words:
            runs[:] = [Emphasis(mended) if stressed else Plain(mended)] if mended else []


def _is_quoted(spoken: list[tuple[str, list[Inline], bool]], place: int) -> bool:
    """Whether the words around a value are the two marks of a quotation."""
    if not 0 < place < len(spoken) - 1:
        return False
    before, after = spoken[place - 1][1], spoken[place + 1][1]
    return bool(before and after) and before[-1].text.endswith("“") and after[0].text.startswith("”")


def _inside(run: Inline) -> Inline:
    """A run within a quotation: what is quoted there has single marks."""
    if isinstance(run, Plain | Emphasis) and ("“" in run.text or "”" in run.text):
        return replace(run, text=run.text.replace("“", "‘").replace("”", "’"))
    return run


def _end(piece: tuple[str, list[Inline], bool]) -> str:
    """The last character of a value that is told in words; a bare name or number keeps to what stands beside it."""
    kind, runs, _ = piece
    return runs[-1].text[-1:] if kind == "told" and runs else ""


def _begin(piece: tuple[str, list[Inline], bool]) -> str:
    kind, runs, _ = piece
    return runs[0].text[:1] if kind == "told" and runs else ""


def _joined(runs: Iterable[Inline]) -> Iterator[Inline]:
    """Runs in which stressed neighbours are one: side by side, some formats could not tell their marks apart."""
    for stressed, same in groupby(runs, key=lambda run: isinstance(run, Emphasis)):
        if stressed:
            yield Emphasis(flat(same))
        else:
            yield from same


@lru_cache(maxsize=4096)
def _pieces(template: str) -> tuple[tuple[str, str, bool], ...]:
    """A sentence as places (by name) and fixed words, each with whether it is stressed (`**so**`)."""
    pieces: list[tuple[str, str, bool]] = []
    for number, part in enumerate(_STRESS.split(template)):
        for place, words in enumerate(_PLACE.split(part)):
            if words:
                pieces.append((words, "", number % 2 == 1) if place % 2 else ("", words, number % 2 == 1))
    return tuple(pieces)


def words(phrase: Phrase, language: Language) -> str:
    """The plain words of a phrase in a language."""
    return flat(say(phrase, language))
