"""The words that sentences are read with: those that come along, and those that a repository adds for its trade."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from sopcurric.linguistics import verbs_en, verbs_zh
from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon_zh import inner_names

HAN = re.compile(r"[\u3400-\u9fff]")
_SINGLE_INNER = frozenset("擦扫刮敲摸铲拧撬舀听测拆")
_PAIR = 2
_LONGEST = 8
"""Compound nouns that come along are no longer than this."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What a repository adds.

    `synonyms` are groups of words for the same work or the same thing, `nouns` compounds whose inner verb is none,
    `opposites` pairs of words for work that is never the same, `knowledge` words that end what is only to be known.
    """

    synonyms: tuple[tuple[str, ...], ...] = ()
    verbs: tuple[tuple[str, VerbLevel], ...] = ()
    nouns: tuple[str, ...] = ()
    opposites: tuple[tuple[str, str], ...] = ()
    knowledge: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.synonyms or self.verbs or self.nouns or self.opposites or self.knowledge)


@dataclass(frozen=True, slots=True)
class SynonymGroup:
    """Words that stand for one another; `word` is the one that they are all read as."""

    word: str
    words: tuple[str, ...]
    kind: Literal["verb", "noun"]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Verbs with their levels, compound nouns, and what a repository says of its words. Equal where `own` is equal."""

    own: OwnWords
    chinese: Mapping[str, VerbLevel] = field(repr=False)
    english: Mapping[str, VerbLevel] = field(repr=False)
    nouns: frozenset[str] = field(repr=False)
    groups: tuple[SynonymGroup, ...] = field(repr=False)
    longest_noun: int = field(repr=False)
    _verb_sizes: Mapping[str, tuple[int, ...]] = field(repr=False)
    _noun_sizes: Mapping[str, tuple[int, ...]] = field(repr=False)
    _read_as: Mapping[str, str] = field(repr=False)
    _synonyms: re.Pattern[str] | None = field(repr=False)
    _opposites: re.Pattern[str] | None = field(repr=False)
    _knowledge: re.Pattern[str] | None = field(repr=False)
    _hash: int = field(repr=False)

    def __eq__(self, other: object) -> bool:
        """Whether the same words were added to what comes along."""
        return isinstance(other, Lexicon) and self.own == other.own

    def __hash__(self) -> int:
        """The hash of the words that were added, computed once: caches ask for it for every sentence."""
        return self._hash

    @property
    def digest(self) -> str:
        """A digest of the words that were added."""
        return hashlib.sha256(repr(self.own).encode()).hexdigest()

    def noun_at(self, text: str, place: int) -> str:
        """The longest known compound noun that begins here."""
        for size in self._noun_sizes.get(text[place : place + 1], ()):
            if text[place : place + size] in self.nouns:
                return text[place : place + size]
        return ""

    def verb_at(self, text: str, place: int) -> str:
        """The longest verb that begins here, unless a compound noun does or begins in its middle (停|电收尘)."""
        sizes = self._verb_sizes.get(text[place : place + 1], ())
        if not sizes or self.noun_at(text, place):
            return ""
        known = self.chinese
        verb = next((text[place : place + size] for size in sizes if text[place : place + size] in known), "")
        overlapped = len(verb) == _PAIR and verb[0] in known and self.noun_at(text, place + 1)
        return verb[0] if overlapped else verb

    def inner_verb(self, text: str, place: int, *, guarded: bool = True) -> str:
        """A verb inside a clause: of two characters or plainly a verb, and (guarded) not the first part of a name."""
        verb = self.verb_at(text, place)
        if not verb or (len(verb) == 1 and verb not in _SINGLE_INNER):
            return ""
        return "" if guarded and inner_names(text, place + len(verb), verb, self.chinese[verb]) else verb

    def stem(self, word: str) -> str:
        """An English word without inflection."""
        return verbs_en.stem(word, self.english)

    def plain(self, text: str) -> str:
        """A text in which each of the repository's synonyms is the word that its group is read as."""
        if self._synonyms is None:
            return text
        return self._synonyms.sub(self._one_word, text)

    def _one_word(self, found: re.Match[str]) -> str:
        said = found.group().lower()
        return self._read_as.get(said) or self._read_as.get(said.removesuffix("s")) or found.group()

    def opposites_in(self, text: str) -> tuple[str, ...]:
        """Words of a text that the repository says to have an opposite."""
        return tuple(one.lower() for one in self._opposites.findall(text)) if self._opposites else ()

    def about(self, phrase: str) -> int:
        """Where a word begins that ends a phrase of knowledge by what the repository says; -1 without one."""
        found = self._knowledge.search(phrase) if self._knowledge else None
        return found.start() if found else -1


def is_chinese(word: str) -> bool:
    """Whether a word is written in Chinese characters."""
    return HAN.search(word) is not None


@lru_cache(maxsize=16)
def lexicon_of(own: OwnWords) -> Lexicon:
    """What comes along with the words of a repository on top: its levels count, and its nouns are no verbs."""
    said = {word.lower(): level for word, level in own.verbs}
    groups = tuple(_groups(own, said))
    alike = {word: level for group in groups for word, level in _levels(group, said)}
    verbs = {**alike, **said}
    named = {word.lower() for word in own.nouns} - verbs.keys()
    things = {word for group in groups if group.kind == "noun" for word in group.words if is_chinese(word)}
    gone = named | {word for word in things if word not in verbs}
    chinese = {**verbs_zh.VERBS, **{word: level for word, level in verbs.items() if is_chinese(word)}}
    chinese = {word: level for word, level in chinese.items() if word not in gone}
    english = {**verbs_en.VERBS, **{word: level for word, level in verbs.items() if not is_chinese(word)}}
    english = {word: level for word, level in english.items() if word not in gone}
    nouns = (verbs_zh.NOUNS | {word for word in gone if is_chinese(word)}) - chinese.keys()
    read_as = {word: group.word for group in groups for word in group.words if word != group.word}
    return Lexicon(
        own=own,
        chinese=chinese,
        english=english,
        nouns=nouns,
        groups=groups,
        longest_noun=max((_LONGEST, *map(len, nouns))),
        _verb_sizes=_sizes(chinese),
        _noun_sizes=_sizes(nouns),
        _read_as=read_as,
        _synonyms=_any_of(read_as, plural="s?"),
        _opposites=_any_of({word.lower() for pair in own.opposites for word in pair}),
        _knowledge=_any_of({word.lower() for word in own.knowledge}, end="$"),
        _hash=hash(own),
    )


def _groups(own: OwnWords, said: Mapping[str, VerbLevel]) -> Iterator[SynonymGroup]:
    """The groups of synonyms, those with a word in common as one; each read as a word that is known already."""
    joined: list[dict[str, None]] = []
    for words in own.synonyms:
        group = dict.fromkeys(word.lower() for word in words)
        touching = [one for one in joined if one.keys() & group.keys()]
        joined = [one for one in joined if one not in touching]
        joined.append({word: None for one in (*touching, group) for word in one})
    for group in joined:
        known = [word for word in group if word in verbs_zh.VERBS or word in verbs_en.VERBS]
        kind: Literal["verb", "noun"] = "verb" if _are_verbs(group, known, said) else "noun"
        chosen = next(iter(known if kind == "verb" else ()), next(iter(group)))
        yield SynonymGroup(chosen, tuple(group), kind)


def _are_verbs(group: Iterable[str], known: list[str], said: Mapping[str, VerbLevel]) -> bool:
    """Whether words are verbs: one that is said to be, or one that is known; English nouns look like verbs, so all."""
    words = tuple(group)
    if any(word in said for word in words) or any(is_chinese(word) for word in known):
        return True
    return len(known) == len(words)


def _levels(group: SynonymGroup, said: Mapping[str, VerbLevel]) -> Iterator[tuple[str, VerbLevel]]:
    """Words of a group of verbs that had no level, with that of the first word that has one."""
    if group.kind == "verb":
        levels = {**verbs_en.VERBS, **verbs_zh.VERBS, **said}
        level = next(levels[word] for word in (*(one for one in group.words if one in said), group.word))
        yield from ((word, level) for word in group.words if word not in levels)


def _any_of(words: Iterable[str], *, plural: str = "", end: str = "") -> re.Pattern[str] | None:
    """A pattern of any of the words, longest first; those of letters stand alone."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    if not ordered:
        return None
    parts = (re.escape(one) if is_chinese(one) else rf"(?<![a-z]){re.escape(one)}{plural}(?![a-z])" for one in ordered)
    return re.compile(f"(?:{'|'.join(parts)}){end}", re.IGNORECASE)


def _sizes(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For each first character the lengths of its words, longest first."""
    found: dict[str, set[int]] = {}
    for word in words:
        found.setdefault(word[0], set()).add(len(word))
    return {head: tuple(sorted(sizes, reverse=True)) for head, sizes in found.items()}


BUILT_IN = lexicon_of(OwnWords())
"""The words that come along."""
