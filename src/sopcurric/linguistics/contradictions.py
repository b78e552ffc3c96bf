"""Where the words of a repository contradict one another, or what comes along."""

from collections.abc import Iterator

from sopcurric.linguistics.families import POLES, opposed
from sopcurric.linguistics.lexicon import Lexicon, OwnWords, is_chinese
from sopcurric.linguistics.verbs_en import stem

_OWN = 1000


def same_side(own: OwnWords) -> Iterator[tuple[int, str, str]]:
    """Pairs of opposites, by number, that are one word, or that what comes along has on one side of opposites."""
    for number, (one, other) in enumerate(own.opposites):
        left, right = (POLES.get(word.lower(), frozenset()) for word in (one, other))
        if one.lower() == other.lower() or (left & right and not opposed(left, right)):
            yield number, one, other


def own_sides(lexicon: Lexicon) -> dict[str, frozenset[tuple[int, int]]]:
    """The sides of opposites that each word stands on by itself, whatever its synonyms."""
    sides = dict(POLES)
    for number, pair in enumerate(lexicon.own.opposites, start=_OWN):
        for side, word in enumerate(pair):
            sides[word.lower()] = sides.get(word.lower(), frozenset()) | {(number, side)}
    return sides


def joined_opposites(lexicon: Lexicon) -> Iterator[tuple[int, str, str]]:
    """Two words that are opposites and that synonyms make one, with the number of the first group that names either."""
    sides = own_sides(lexicon)
    for group in lexicon.groups:
        words = [word for word in group.words if word in sides]
        found = (
            (one, other)
            for place, one in enumerate(words)
            for other in words[place + 1 :]
            if opposed(sides[one], sides[other])
        )
        pair_found = next(found, None)
        if pair_found is not None:
            yield _first_naming(pair_found, lexicon.own), *pair_found


def _first_naming(pair: tuple[str, str], own: OwnWords) -> int:
    named = [{word.lower() for word in group} for group in own.synonyms]
    whole = (number for number, words in enumerate(named) if words.issuperset(pair))
    return next(whole, next(number for number, words in enumerate(named) if words & {*pair}))


def two_levels(lexicon: Lexicon) -> Iterator[tuple[int, str, str]]:
    """Verbs, by number, that have another level than an earlier one that is the same verb or a synonym of it."""
    group_of = {word: group.word for group in lexicon.groups for word in group.words}
    first: dict[str, tuple[str, str]] = {}
    for number, (word, level) in enumerate(lexicon.own.verbs):
        base = word.lower() if is_chinese(word) else stem(word)
        key = group_of.get(word.lower(), group_of.get(base, base))
        earlier, its_level = first.setdefault(key, (word, level))
        if its_level != level:
            yield number, earlier, word


def verb_and_noun(lexicon: Lexicon) -> Iterator[tuple[int, str]]:
    """Nouns, by number, that the repository has among its verbs, too."""
    verbs = {word.lower() for word, _ in lexicon.own.verbs}
    verbs |= {word for group in lexicon.groups if group.kind == "verb" for word in group.words}
    for number, word in enumerate(lexicon.own.nouns):
        if word.lower() in verbs:
            yield number, word
