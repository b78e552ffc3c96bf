"""Likeness of procedures: neighbours and groups in a corpus, and the nearest of a few titles."""

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sopcurric.linguistics.families import opposed
from sopcurric.linguistics.features import Feature, Profile, grams, poles_of, profile
from sopcurric.linguistics.lexicon import BUILT_IN, HAN, Lexicon

THRESHOLDS: Mapping[str, float] = {"zh": 0.4, "en": 0.16}
"""The mean likeness inside a group below which grouping stops, per language, as measured on development data."""

_SHARES: Mapping[str, float] = {"words": 0.8, "object": 0.4, "title": 0.2, "verb": 0.2, "body": 0.2}
_ORDER: Mapping[str, int] = {"words": 0, "object": 0, "title": 0, "verb": 1, "body": 2}
_NEEDED: Mapping[str, float] = {"verb": 0.01, "object": 0.3}
_DISAGREEMENT = 0.5
_SAME_STEPS = 0.4
"""Likeness of steps (cosine) from which objects need not agree; different work of the example stays below 0.34."""
_SMOOTHING = 2.0
_FLOOR = 0.65
_NEAR = 0.75
"""Share of the threshold from which two procedures of different groups are near enough to ask a person."""
_DIGITS = 9
_OPPOSED = 0.3
_COPIED = 0.75
_LEAST_COPIED = 3
_COMMON = 64
"""Share of the lines of the shorter one, and how many, that make two procedures copies of each other; lines that
more titles than the last number have tell nothing."""

Vector = dict[int, float]


@dataclass(frozen=True, slots=True)
class Document:
    """A procedure to compare: its address, its title, and its steps or other lines."""

    id: str
    title: str
    body: tuple[str, ...] = ()


class Corpus:
    """Documents as unit vectors of weighted features, equal titles as one node.

    The likeness of two documents is 1 for equal titles (blanks, marks and case aside) and for copies (most lines are
    the same word for word: one character changed in a title must not part what several plants do alike), 0 for titles
    with opposite verbs, else the cosine, halved where the verbs and again where the objects have nothing in common
    (objects only where the steps are not much alike). Nothing depends on the order of the documents.
    """

    __slots__ = ("_blocks", "_lines", "_members", "_poles", "_titles", "_vectors")

    def __init__(self, documents: Sequence[Document], lexicon: Lexicon = BUILT_IN) -> None:
        """Weigh the documents; positions in results are positions in this sequence."""
        documents = _plain(documents, lexicon)
        order = sorted(
            range(len(documents)), key=lambda at: (documents[at].id, documents[at].title, documents[at].body)
        )
        nodes: dict[str, list[int]] = {}
        for position in order:
            nodes.setdefault(normalise(documents[position].title), []).append(position)
        self._members = tuple(tuple(positions) for positions in nodes.values())
        profiles = [_profile(documents, positions, lexicon) for positions in self._members]
        self._poles = [one.poles for one in profiles]
        self._titles = list(nodes)
        self._lines = [{normalise(line) for at in own for line in documents[at].body} for own in self._members]
        self._blocks = _blocks(profiles)
        self._vectors = [_combined(blocks) for blocks in self._blocks]

    @property
    def nodes(self) -> tuple[tuple[int, ...], ...]:
        """Positions of the documents of each title, by document id."""
        return self._members

    @property
    def poles(self) -> Sequence[frozenset[tuple[int, int]]]:
        """Opposites that each node takes a side in."""
        return self._poles

    def neighbours(self, threshold: float) -> tuple[tuple[int, int, float], ...]:
        """All pairs of documents at least this much alike, as (lower position, higher position, likeness)."""
        pairs = [
            (min(one, other), max(one, other), 1.0)
            for members in self._members
            for at, one in enumerate(members)
            for other in members[at + 1 :]
        ]
        for left, right, likeness in self.edges(threshold):
            for one in self._members[left]:
                pairs += [(min(one, other), max(one, other), likeness) for other in self._members[right]]
        return tuple(sorted(pairs))

    def edges(self, threshold: float) -> Iterator[tuple[int, int, float]]:
        """All pairs of nodes at least this much alike.

        Exact: with features in one fixed order, what stands behind the point where the rest of a vector is shorter than
        the threshold cannot make a pair by itself, so only what stands before it is indexed.
        """
        index: dict[int, list[int]] = {}
        copies = self._copies()
        for node, vector in enumerate(self._vectors):
            prefix = _prefix(vector, threshold)
            candidates = {other for feature in prefix for other in index.get(feature, ())}
            for other in sorted(candidates | copies[node]):
                likeness = 1.0 if other in copies[node] else self._likeness(node, other, threshold)
                if likeness >= threshold:
                    yield other, node, likeness
            for feature in prefix:
                index.setdefault(feature, []).append(node)

    def _copies(self) -> list[set[int]]:
        """For each node the earlier ones that it is a copy of, titles with opposite verbs aside."""
        common = Counter(line for lines in self._lines for line in lines)
        having: dict[str, list[int]] = {}
        found: list[set[int]] = []
        for node, lines in enumerate(self._lines):
            telling = (line for line in sorted(lines) if common[line] <= _COMMON)
            shared = Counter(other for line in telling for other in having.get(line, ()))
            found.append({other for other, count in shared.items() if self._is_copy(node, other, count)})
            for line in lines:
                having.setdefault(line, []).append(node)
        return found

    def _is_copy(self, one: int, other: int, shared: int) -> bool:
        enough = max(_LEAST_COPIED, _COPIED * min(len(self._lines[one]), len(self._lines[other])))
        return shared >= enough and not opposed(self._poles[one], self._poles[other])

    def _likeness(self, one: int, other: int, enough: float) -> float:
        """The likeness of two nodes, or 0 where it is certainly less than enough."""
        if opposed(self._poles[one], self._poles[other]):
            return 0.0
        cosine = _dot(self._vectors[one], self._vectors[other])
        if round(cosine, _DIGITS) < enough:
            return 0.0
        factor = self._agreement(one, other)
        return 0.0 if factor < enough else round(cosine * factor, _DIGITS)

    def _agreement(self, one: int, other: int) -> float:
        """1, or less where both titles have a verb (an object) and these have nothing (little) in common.

        Steps that are much alike outweigh objects that are not, and verbs, too, where one character of the title is
        another: the same work is called differently, or mistyped.
        """
        factor = 1.0
        for block, enough in _NEEDED.items():
            left, right = self._blocks[one].get(block), self._blocks[other].get(block)
            differing = left and right and _dot(left, right) < enough
            if differing and not (self._same(one, other) and (block == "object" or self._slipped(one, other))):
                factor *= _DISAGREEMENT
        return factor

    def _slipped(self, one: int, other: int) -> bool:
        """Whether one title becomes the other by a single slip of the keyboard."""
        return _one_slip(self._titles[one], self._titles[other])

    def _same(self, one: int, other: int) -> bool:
        """Whether two nodes have steps that are much alike."""
        left, right = (self._blocks[node].get("body", {}) for node in (one, other))
        return _dot(left, right) >= _SAME_STEPS


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of documents that are the same work, and pairs in different groups that a person may see otherwise.

    Documents are given by their position, pairs as (lower position, higher position, likeness).
    """

    groups: tuple[tuple[int, ...], ...]
    near: tuple[tuple[int, int, float], ...]


def group(
    documents: Sequence[Document], threshold: float | None = None, lexicon: Lexicon = BUILT_IN
) -> tuple[tuple[int, ...], ...]:
    """Documents that are the same work; see `sort_out`."""
    return sort_out(documents, threshold, lexicon).groups


def sort_out(documents: Sequence[Document], threshold: float | None = None, lexicon: Lexicon = BUILT_IN) -> Grouping:
    """Documents that are the same work, as positions; groups and members in order of document id.

    Average linkage: the two groups with the highest mean likeness are joined as long as it reaches the threshold
    (by default that of the language of most titles); pairs that are not even neighbours count as 0; groups with
    opposite verbs are never joined.
    """
    if threshold is None:
        chinese = sum(HAN.search(document.title) is not None for document in documents)
        threshold = THRESHOLDS["zh" if chinese * 2 >= len(documents) else "en"]
    corpus = Corpus(documents, lexicon)
    clusters = _Clusters(corpus, threshold)
    merged = clusters.join_all()
    found = [
        sorted((position for node in nodes for position in corpus.nodes[node]), key=lambda at: (documents[at].id, at))
        for nodes in merged
    ]
    groups = tuple(
        tuple(members) for members in sorted(found, key=lambda members: (documents[members[0]].id, members[0]))
    )
    return Grouping(groups, _near(corpus, clusters.edges, groups, threshold * _NEAR))


def _near(
    corpus: Corpus,
    edges: Sequence[tuple[int, int, float]],
    groups: Sequence[Sequence[int]],
    enough: float,
) -> tuple[tuple[int, int, float], ...]:
    """Pairs of nodes at least this much alike that stand in different groups, each by its first documents."""
    group_of = {position: number for number, members in enumerate(groups) for position in members}
    found = []
    for left, right, likeness in edges:
        one, other = corpus.nodes[left][0], corpus.nodes[right][0]
        if likeness >= enough and group_of[one] != group_of[other]:
            found.append((min(one, other), max(one, other), likeness))
    return tuple(sorted(found))


def _one_slip(one: str, other: str) -> bool:
    """Whether one character was changed, added or left out between two words."""
    short, long = sorted((one, other), key=len)
    pairs = enumerate(zip(short, long, strict=False))
    at = next((place for place, (left, right) in pairs if left != right), len(short))
    rest = long[at + 1 :]
    return rest in (short[at:], short[at + 1 :])


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


def _plain(documents: Sequence[Document], lexicon: Lexicon) -> Sequence[Document]:
    """Documents with one word for what the repository has several words for."""
    if not lexicon.groups:
        return documents
    return [Document(one.id, lexicon.plain(one.title), tuple(map(lexicon.plain, one.body))) for one in documents]


def _profile(documents: Sequence[Document], positions: Sequence[int], lexicon: Lexicon) -> Profile:
    lines = sorted({line for position in positions for line in documents[position].body})
    return profile(documents[positions[0]].title, lines, lexicon)


def _blocks(profiles: Sequence[Profile]) -> list[dict[str, Vector]]:
    """The features of each profile, weighed by rarity, as one unit vector for each block."""
    frequency = Counter(feature for one in profiles for feature in one.features)
    order = sorted(frequency, key=lambda feature: (_ORDER[feature[0]], frequency[feature], feature))
    number = {feature: at for at, feature in enumerate(order)}
    rarity = {feature: math.log((len(profiles) + 1) / (count + 1)) + _SMOOTHING for feature, count in frequency.items()}
    return [_weigh(one.features, rarity, number) for one in profiles]


def _weigh(
    features: Mapping[Feature, float],
    rarity: Mapping[Feature, float],
    number: Mapping[Feature, int],
) -> dict[str, Vector]:
    found: dict[str, Vector] = {}
    for feature, weight in sorted(features.items()):
        found.setdefault(feature[0], {})[number[feature]] = weight * rarity[feature]
    return {block: _scaled(vector, 1 / math.hypot(*vector.values())) for block, vector in found.items()}


def _scaled(vector: Vector, factor: float) -> Vector:
    return {feature: weight * factor for feature, weight in vector.items()}


def _combined(blocks: Mapping[str, Vector]) -> Vector:
    """One unit vector, to which each block adds its share."""
    total = math.fsum(_SHARES[block] for block in blocks)
    found: Vector = {}
    for block, vector in blocks.items():
        found |= _scaled(vector, math.sqrt(_SHARES[block] / total))
    return found


def _prefix(vector: Vector, threshold: float) -> list[int]:
    """The features, in order, up to where the rest is shorter than the threshold."""
    rest = 0.0
    features = sorted(vector, reverse=True)
    for at, feature in enumerate(features):
        rest += vector[feature] ** 2
        if rest >= threshold * threshold * (1 - 1e-9):
            return features[at:]
    return []


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return math.fsum([one[feature] * other[feature] for feature in one.keys() & other.keys()])


class _Clusters:
    """Groups of nodes under way, with the sums of likeness between them."""

    __slots__ = ("_heap", "_links", "_nodes", "_poles", "_size", "_threshold", "edges")

    def __init__(self, corpus: Corpus, threshold: float) -> None:
        self._threshold = threshold
        self._nodes = {node: [node] for node in range(len(corpus.nodes))}
        self._size = {node: len(members) for node, members in enumerate(corpus.nodes)}
        self._poles = dict(enumerate(corpus.poles))
        self._links: dict[int, dict[int, float]] = {node: {} for node in self._nodes}
        self._heap: list[tuple[float, int, int]] = []
        self.edges = tuple(corpus.edges(threshold * _FLOOR))
        for left, right, likeness in self.edges:
            self._link(left, right, likeness * self._size[left] * self._size[right])

    def join_all(self) -> list[list[int]]:
        """Join the most alike groups until none is alike enough."""
        while self._heap:
            negative, left, right = heapq.heappop(self._heap)
            if right in self._links.get(left, {}) and self._mean(left, right) == -negative:
                self._join(left, right)
        return list(self._nodes.values())

    def _mean(self, left: int, right: int) -> float:
        return round(self._links[left][right] / (self._size[left] * self._size[right]), _DIGITS)

    def _link(self, left: int, right: int, total: float) -> None:
        self._links[left][right] = self._links[right][left] = total
        mean = self._mean(left, right)
        if mean >= self._threshold:
            heapq.heappush(self._heap, (-mean, min(left, right), max(left, right)))

    def _join(self, left: int, right: int) -> None:
        """Put the right group into the left one; links to groups with opposite verbs are dropped."""
        lost = self._links.pop(right)
        for other in lost:
            self._links[other].pop(right)
        self._nodes[left] += self._nodes.pop(right)
        self._size[left] += self._size.pop(right)
        self._poles[left] |= self._poles.pop(right)
        for other in sorted(lost.keys() | self._links[left].keys()):
            if other == left:
                continue
            total = self._links[left].pop(other, 0.0) + lost.get(other, 0.0)
            self._links[other].pop(left, None)
            if not opposed(self._poles[left], self._poles[other]):
                self._link(left, other, total)
