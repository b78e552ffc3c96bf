"""Likeness of short titles, without any corpus, and the nearest of a few."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sopcurric.linguistics.families import opposed
from sopcurric.linguistics.features import grams, poles_of
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon

_DIGITS = 9
_OPPOSED = 0.3


def similarity(one: str, other: str, lexicon: Lexicon = BUILT_IN) -> float:
    """How alike two short titles are, 0 to 1, without any corpus; half of it is how far one contains the other."""
    one, other = lexicon.plain(one), lexicon.plain(other)
    if normalise(one) == normalise(other):
        return 1.0
    (left, size), (right, other_size) = _grams(one, lexicon), _grams(other, lexicon)
    shared = sum(min(count, right[gram]) for gram, count in left.items() if gram in right)
    if not shared:
        return 0.0
    likeness = (shared / math.sqrt(size * other_size) + shared / min(size, other_size)) / 2
    stand = _poles(one, lexicon)
    facing = bool(stand) and opposed(stand, _poles(other, lexicon))
    return round(min(likeness, 1.0) * (_OPPOSED if facing else 1.0), _DIGITS)


@lru_cache(maxsize=4096)
def _grams(title: str, lexicon: Lexicon) -> tuple[Mapping[str, int], int]:
    """How often each n-gram occurs, and how many there are."""
    found = grams(title, lexicon=lexicon)
    return Counter(found), len(found)


_poles = lru_cache(maxsize=4096)(poles_of)


def best_match(query: str, candidates: Sequence[str], lexicon: Lexicon = BUILT_IN) -> tuple[int, float] | None:
    """Position and likeness of the candidate nearest to the query, the first of equals; None without any."""
    scores = [similarity(query, candidate, lexicon) for candidate in candidates]
    best = max(scores, default=0.0)
    return (scores.index(best), best) if best > 0 else None


@lru_cache(maxsize=16384)
def normalise(title: str) -> str:
    """A title without blanks, marks and case."""
    return re.sub(r"[\W_]+", "", title).casefold() or title
