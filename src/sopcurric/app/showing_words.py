"""Use case: the words that sentences are read with, those that come along and those of the repository."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from sopcurric.linguistics.families import NOUN_FAMILIES, POLES, VERB_FAMILIES
from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import BUILT_IN, OwnWords, is_chinese
from sopcurric.linguistics.points import KNOWLEDGE_WORDS
from sopcurric.model.compilation import Compilation
from sopcurric.model.shown import ShownWords

_LEVELS = tuple(VerbLevel)


def words_of(compilation: Compilation, _language: str) -> Iterator[ShownWords]:
    """Every word: the repository's own first, then what comes along, kind by kind."""
    lexicon = compilation.inputs.lexicon
    own = {word.lower(): level for word, level in lexicon.own.verbs}
    given = {**BUILT_IN.chinese, **BUILT_IN.english}
    yield from _own(lexicon.own)
    synonymous = {word for group in lexicon.groups if group.kind == "verb" for word in group.words}
    added = {word: level for word, level in {**lexicon.chinese, **lexicon.english}.items() if word in synonymous}
    yield from _verbs({word: level for word, level in added.items() if word not in own | given}, "own")
    yield from _verbs({word: level for word, level in given.items() if word not in own}, "built-in")
    yield from (_words("noun", word, "built-in") for word in sorted(BUILT_IN.nouns))
    for families in (VERB_FAMILIES, NOUN_FAMILIES):
        yield from (_words("synonyms", words[0], "built-in", words) for words in _by_number(families))
    for one, other in _sides():
        yield _words("opposites", f"{one[0]} | {other[0]}", "built-in", (*one, *other))
    yield from (_words("knowledge", word, "built-in") for word in sorted(KNOWLEDGE_WORDS))


def _own(own: OwnWords) -> Iterator[ShownWords]:
    for number, (word, level) in enumerate(own.verbs, start=1):
        yield _words("verb", word, "own", (), level, f"@lexicon/verbs/{number}")
    for number, word in enumerate(own.nouns, start=1):
        yield _words("noun", word, "own", (), "", f"@lexicon/nouns/{number}")
    for number, group in enumerate(own.synonyms, start=1):
        yield _words("synonyms", group[0], "own", group, "", f"@lexicon/synonyms/{number}")
    for number, (one, other) in enumerate(own.opposites, start=1):
        yield _words("opposites", f"{one} | {other}", "own", (one, other), "", f"@lexicon/opposites/{number}")
    for number, word in enumerate(own.knowledge, start=1):
        yield _words("knowledge", word, "own", (), "", f"@lexicon/knowledge/{number}")


def _verbs(verbs: Mapping[str, VerbLevel], origin: Literal["built-in", "own"]) -> Iterator[ShownWords]:
    ordered = sorted(verbs.items(), key=lambda one: (not is_chinese(one[0]), _LEVELS.index(one[1]), one[0]))
    yield from (_words("verb", word, origin, (), level) for word, level in ordered)


def _words(
    kind: Literal["verb", "noun", "synonyms", "opposites", "knowledge"],
    title: str,
    origin: Literal["built-in", "own"],
    words: Iterable[str] = (),
    level: str = "",
    source: str = "",
) -> ShownWords:
    said = tuple(words)
    return ShownWords(
        id=source or f"{kind}/{'+'.join(said) or title}",
        title=title,
        kind=kind,
        language="zh" if is_chinese(title) else "en",
        level=str(level),
        words=said,
        origin=origin,
        derived_from=(source,) if source else (),
    )


def _by_number(families: Mapping[str, tuple[int, ...]]) -> Iterator[tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for word, numbers in families.items():
        for number in numbers:
            found.setdefault(number, []).append(word)
    yield from (tuple(words) for _, words in sorted(found.items()))


def _sides() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The words of either side of each pair of opposites that comes along."""
    found: dict[int, tuple[list[str], list[str]]] = {}
    for word, poles in POLES.items():
        for pair, side in sorted(poles):
            found.setdefault(pair, ([], []))[side].append(word)
    yield from ((tuple(one), tuple(other)) for _, (one, other) in sorted(found.items()))
