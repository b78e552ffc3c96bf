"""When two verbs are the same work, and when words are opposites, as keys that can be compared for equality."""

from collections.abc import Mapping
from functools import lru_cache

from sopcurric.linguistics.contradictions import own_sides
from sopcurric.linguistics.families import families_of, opposed, verbs_in_en, verbs_in_zh
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon


@lru_cache(maxsize=4096)
def work_of(action: str, language: str, lexicon: Lexicon = BUILT_IN) -> tuple[str, ...]:
    """What an action is compared by: the families of its verbs, and the sides of opposites that these stand on.

    A verb without a family is one by itself. Where a family has verbs of both sides (raise, lower), each verb stands
    where it stands itself; else all of it stands where any of its verbs does.
    """
    chinese = language.lower().startswith("zh")
    plain = lexicon.plain(action)
    verbs = (verbs_in_zh(plain, lexicon) or (plain,)) if chinese else verbs_in_en(plain, lexicon)
    known, stand = families_of(lexicon), _stands(lexicon)
    found = {f"family {number}" for verb in verbs for number in known.verbs.get(verb, ())}
    found |= {verb for verb in verbs if verb not in known.verbs}
    sides = {pole for verb in verbs for pole in known.poles.get(verb, frozenset())}
    sides |= {pole for verb in verbs for number in known.verbs.get(verb, ()) for pole in stand.get(number, ())}
    return (*sorted(found), *(f"side {pair}.{side}" for pair, side in sorted(sides)))


@lru_cache(maxsize=16)
def _stands(lexicon: Lexicon) -> Mapping[int, frozenset[tuple[int, int]]]:
    """The sides of opposites that a family as a whole stands on."""
    known = families_of(lexicon)
    found: dict[int, set[tuple[int, int]]] = {}
    for verb, numbers in known.verbs.items():
        for number in numbers:
            found.setdefault(number, set()).update(known.poles.get(verb, frozenset()))
    return {
        number: frozenset((pair, side) for pair, side in sides if (pair, 1 - side) not in sides)
        for number, sides in found.items()
    }


def sides_of(text: str, lexicon: Lexicon = BUILT_IN) -> tuple[str, ...]:
    """The sides of opposites that words of a text stand on although synonyms say that they are one."""
    torn = _torn(lexicon)
    said = text.lower()
    return tuple(sorted({side for word, sides in torn.items() if word in said for side in sides})) if torn else ()


@lru_cache(maxsize=16)
def _torn(lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Words of groups of synonyms that hold opposites, each with its sides."""
    sides = own_sides(lexicon)
    found: dict[str, tuple[str, ...]] = {}
    for group in lexicon.groups:
        words = [word for word in group.words if word in sides]
        if any(opposed(sides[one], sides[other]) for one in words for other in words):
            found |= {word: tuple(f"{pair}.{side}" for pair, side in sorted(sides[word])) for word in words}
    return found
