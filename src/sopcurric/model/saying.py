"""From phrases to runs in one language, through the catalogue."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

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
    runs: list[Inline] = []
    pieces = _pieces(entry(phrase.code, language))
    for number, (name, fixed, stressed) in enumerate(pieces, start=1):
        if not name:
            runs.append(Emphasis(fixed) if stressed else Plain(fixed))
            continue
        value = arguments[name]
        said = say(value, language) if isinstance(value, Text | Sentence) else (Plain(str(value)),)
        said = said if number == len(pieces) else in_one_line(said)  # nothing may follow the last item of a list
        runs += [Emphasis(run.text) if stressed and not isinstance(run, Break) else run for run in said]
    return tuple(_joined(runs))


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
