"""From phrases to runs in one language, through the catalogue."""

import re
from functools import lru_cache

from sopcurric.model.text import Emphasis, Inline, Language, Phrase, Plain, Runs, Sentence, Text, flat
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
    rest = 0
    template = entry(phrase.code, language)
    for place in _PLACE.finditer(template):
        runs += _fixed(template[rest : place.start()])
        value = arguments[place[1]]
        runs += say(value, language) if isinstance(value, Text | Sentence) else (Plain(str(value)),)
        rest = place.end()
    return (*runs, *_fixed(template[rest:]))


@lru_cache(maxsize=4096)
def _fixed(words: str) -> Runs:
    runs: list[Inline] = []
    for number, piece in enumerate(_STRESS.split(words)):
        if piece:
            runs.append(Emphasis(piece) if number % 2 else Plain(piece))
    return tuple(runs)


def words(phrase: Phrase, language: Language) -> str:
    """The plain words of a phrase in a language."""
    return flat(say(phrase, language))
