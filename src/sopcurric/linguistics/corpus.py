"""Procedures as vectors of weighted features, and which of them may be the same work."""

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Literal

from sopcurric.linguistics.families import opposed
from sopcurric.linguistics.features import Profile, is_bare, profile
from sopcurric.linguistics.lexicon import BUILT_IN, HAN, Lexicon
from sopcurric.linguistics.similarity import normalise

DIGITS = 9
"""Likeness is rounded to this many digits, so that the order of sums does not matter."""

_STEPS, _FEW = 0.8, 1
"""Share of the steps in a likeness, and the number of steps at which it is half of that; the title has the rest."""
_SMOOTHING = 2.0
"""What is added to the rarity of a feature (natural logarithm): how much common ones tell."""
_PROBES, _RECENT, _NEIGHBOURS, _FEW_DOCUMENTS = 40, 64, 16, 64
"""How many of its rarest features a document is looked up by, how many that have a feature are looked at, how many of
those that share most are compared; and up to how many documents all pairs are."""
_OTHER_THING, _OTHER_DEED = 0.4, 0.25
"""What is left of a likeness where titles name different things (many procedures have the same steps on different
equipment), and where they name different deeds."""


@dataclass(frozen=True, slots=True)
class Measures:
    """What was measured on development data, per language.

    `threshold` is the mean likeness from which two groups are joined, `agreeing` the cosine from which two titles name
    the same thing: English ones have whole words for it, Chinese ones share characters by chance.
    """

    threshold: float
    agreeing: float


MEASURES: Mapping[str, Measures] = {"zh": Measures(0.19, 0.2), "en": Measures(0.12, 0.01)}
"""By language."""

Vector = dict[int, float]
Poles = frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Document:
    """A procedure to compare: its address, its title, its steps or other lines, and the job that it is of, if any."""

    id: str
    title: str
    body: tuple[str, ...] = ()
    job: str = ""


@dataclass(frozen=True, slots=True)
class Heap:
    """Documents taken together.

    How many, the sums of their vectors (of all, and of what they are done to), families of the verbs of their titles,
    sides of opposites that these take, and the jobs that they are of.
    """

    size: int
    words: Vector
    thing: Vector
    verbs: frozenset[str]
    poles: Poles
    jobs: frozenset[str] = frozenset()

    def joined(self, other: "Heap") -> "Heap":
        """Both together."""
        return Heap(
            self.size + other.size,
            _sum(self.words, other.words),
            _sum(self.thing, other.thing),
            self.verbs | other.verbs,
            self.poles | other.poles,
            self.jobs | other.jobs,
        )

    def likeness(self, other: "Heap", agreeing: float) -> float:
        """The mean likeness of two of which each is in another heap, 0 to 1; 0 for opposites, and within a job."""
        if opposed(self.poles, other.poles) or not self.jobs.isdisjoint(other.jobs):
            return 0.0
        mean = _dot(self.words, other.words) / (self.size * other.size)
        if self.cosine(other) < agreeing:
            mean *= _OTHER_THING
        if self.other_deed(other):
            mean *= _OTHER_DEED
        return round(mean, DIGITS)

    def other_deed(self, other: "Heap") -> bool:
        """Whether titles name different deeds."""
        return bool(self.verbs and other.verbs and not self.verbs & other.verbs)

    def cosine(self, other: "Heap") -> float:
        """How alike what they are done to is, 0 to 1; 1 where either does not say."""
        lengths = math.hypot(*self.thing.values()) * math.hypot(*other.thing.values())
        return _dot(self.thing, other.thing) / lengths if lengths else 1.0

    def without(self, other: "Heap") -> "Heap":
        """What is left when what another has is taken away; poles stay."""
        return Heap(
            self.size - other.size,
            _sum(self.words, other.words, -1.0),
            _sum(self.thing, other.thing, -1.0),
            self.verbs,
            self.poles,
            self.jobs - other.jobs,
        )


@dataclass(frozen=True, slots=True)
class Node:
    """Documents that are one for certain: their positions, by document id, and what they have together."""

    positions: tuple[int, ...]
    heap: Heap


class Corpus:
    """Documents as weighted features, those with the same title (or the same words) as one node.

    The likeness of two documents is the cosine of titles and steps, each with its share, less where the titles name
    different things or deeds; 0 for titles with opposite verbs. Nothing depends on the order of the documents.
    """

    __slots__ = ("_item_of", "_items", "_node_of", "_shared", "measures", "nodes")

    def __init__(self, documents: Sequence[Document], lexicon: Lexicon = BUILT_IN) -> None:
        """Weigh the documents; positions in results are positions in this sequence."""
        self.measures = MEASURES[_language(documents)]
        documents = _plain(documents, lexicon)
        contents: dict[tuple[str, ...], list[int]] = {}
        for position in sorted(range(len(documents)), key=lambda at: _sorting(documents[at])):
            one = documents[position]
            contents.setdefault((normalise(one.title), *map(normalise, one.body)), []).append(position)
        positions = [*contents.values()]
        self._item_of = {position: item for item, own in enumerate(positions) for position in own}
        read = [documents[own[0]] for own in positions]
        self._items, self._shared = _weigh([(profile(one.title, one.body, lexicon), len(one.body)) for one in read])
        named: dict[tuple[str, ...], list[int]] = {}
        for item, (content, one) in enumerate(zip(contents, read, strict=True)):
            named.setdefault(_name(content, one, lexicon), []).append(item)
        self._node_of = {item: node for node, items in enumerate(named.values()) for item in items}
        together = [tuple(at for item in items for at in positions[item]) for items in named.values()]
        self.nodes = tuple(self._node(own, documents) for own in together)

    def _node(self, positions: tuple[int, ...], documents: Sequence[Document]) -> Node:
        heap = reduce(Heap.joined, map(self.alone, positions))
        jobs = frozenset(documents[at].job for at in positions) - {""}
        return Node(positions, replace(heap, jobs=jobs))

    def likeness(self, one: Heap, other: Heap) -> float:
        """The mean likeness of documents of two heaps, 0 to 1; 0 for opposites."""
        return one.likeness(other, self.measures.agreeing)

    def alone(self, position: int) -> Heap:
        """A document by itself."""
        return self._items[self._item_of[position]]

    def difference(self, one: Heap, other: Heap) -> Literal["opposite", "deed", "thing", "little"]:
        """What keeps two apart most: opposite deeds, other deeds, another thing, or too little in common."""
        if opposed(one.poles, other.poles):
            return "opposite"
        if one.other_deed(other):
            return "deed"
        return "thing" if one.cosine(other) < self.measures.agreeing else "little"

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs of nodes (lower, higher) that may be alike, each once.

        Not all pairs, so that the time grows with the number of documents: each document with those of the documents
        before it that share most of its rarest words.
        """
        found: set[tuple[int, int]] = set()
        having: dict[int, list[int]] = {}
        for item, one in enumerate(self._items):
            for other in self._like(item, one, having):
                left, right = sorted((self._node_of[item], self._node_of[other]))
                if left != right and (left, right) not in found:
                    found.add((left, right))
                    yield left, right

    def _like(self, item: int, one: Heap, having: dict[int, list[int]]) -> Sequence[int]:
        """Those before an item that share most of its rarest features; it is one of those before from now on."""
        shared: dict[int, float] = {}
        for feature in sorted(feature for feature in one.words if feature >= self._shared)[:_PROBES]:
            weight = one.words[feature]
            others = having.setdefault(feature, [])
            for other in others[-_RECENT:]:
                shared[other] = shared.get(other, 0.0) + weight
            others.append(item)
        if len(self._items) <= _FEW_DOCUMENTS:
            return range(item)
        return heapq.nsmallest(_NEIGHBOURS, shared, key=lambda other: (-round(shared[other], DIGITS), other))


def _language(documents: Sequence[Document]) -> str:
    """The language that most titles are in, or steps where there is no title."""
    chinese = sum(HAN.search(one.title or " ".join(one.body)) is not None for one in documents)
    return "zh" if chinese * 2 >= len(documents) else "en"


def _sorting(document: Document) -> tuple[str, str, tuple[str, ...]]:
    return document.id, document.title, document.body


def _name(content: tuple[str, ...], document: Document, lexicon: Lexicon) -> tuple[str, ...]:
    """What documents of one node have in common: the title, and where that says little all words."""
    if content[0] and not is_bare(document.title, lexicon):
        return content[:1]
    return content


def _plain(documents: Sequence[Document], lexicon: Lexicon) -> Sequence[Document]:
    """Documents with one word for what the repository has several words for."""
    if not lexicon.groups:
        return documents
    return [replace(one, title=lexicon.plain(one.title), body=tuple(map(lexicon.plain, one.body))) for one in documents]


def _weigh(profiles: Sequence[tuple[Profile, int]]) -> tuple[list[Heap], int]:
    """The features of each profile, weighed by rarity: one unit vector of title and steps, one of what it is done to.

    Features are numbered the rarest first; the second result is the number of the first that several documents have.
    """
    blocks = [(("title", one.title), ("steps", one.steps), ("thing", one.thing)) for one, _ in profiles]
    frequency = Counter((name, feature) for of_one in blocks for name, block in of_one for feature in block)
    order = sorted(frequency, key=lambda feature: (frequency[feature], feature))
    rare = {
        feature: (number, math.log((len(profiles) + 1) / (frequency[feature] + 1)) + _SMOOTHING)
        for number, feature in enumerate(order)
    }
    found = []
    for (one, lines), of_one in zip(profiles, blocks, strict=True):
        title, steps, thing = (
            _unit({rare[name, word][0]: weight * rare[name, word][1] for word, weight in block.items()})
            for name, block in of_one
        )
        share = _STEPS * lines / (lines + _FEW) if title else 1.0
        words = _scaled(steps, math.sqrt(share)) | _scaled(title, math.sqrt(1 - share if steps else 1.0))
        found.append(Heap(1, words, thing, one.verbs, one.poles))
    return found, sum(count == 1 for count in frequency.values())


def _unit(vector: Vector) -> Vector:
    return _scaled(vector, 1 / math.hypot(*vector.values())) if vector else vector


def _scaled(vector: Vector, factor: float) -> Vector:
    return {feature: weight * factor for feature, weight in vector.items()}


def _dot(one: Vector, other: Vector) -> float:
    if len(one) > len(other):
        one, other = other, one
    return math.fsum([weight * other[feature] for feature, weight in one.items() if feature in other])


def _sum(one: Vector, other: Vector, factor: float = 1.0) -> Vector:
    found = dict(one)
    for feature, weight in other.items():
        found[feature] = found.get(feature, 0.0) + weight * factor
    return found
