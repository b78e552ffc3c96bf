"""Groups of procedures that are the same work, and what a person may see otherwise."""

import heapq
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopcurric.linguistics.corpus import DIGITS, Corpus, Document
from sopcurric.linguistics.families import opposed
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon

_NEAR = 0.65
"""Share of the threshold from which a person may join what was not joined."""
_SURE = 1.4
"""Share of the threshold from which nobody needs to be asked whether a document belongs to its group."""

_RARELY, _STEEPNESS = 0.5, 4
"""How much more seldom a member is taken out than two groups are joined, and how fast the chance falls, as measured on
development data."""
_KEPT = 200
"""How many neighbours a group keeps, the most alike: else a large one is compared with everything again and again."""
_LOOKED_AT = 12
"""How many documents of a group are looked at for the two most alike."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two documents that a person may see otherwise: whether they are the same work.

    `together` says whether they stand in one group now, `likeness` how alike the two sides are (0 to 1), `value` how
    much an answer may move: the chance that it changes something (steep beside the threshold), times the root of the
    number of pairs that it moves (in a large group not all of them are moved rightly).
    """

    left: int
    right: int
    likeness: float
    together: bool
    value: float


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups of documents that are the same work, and doubts, what matters most first; documents by position."""

    groups: tuple[tuple[int, ...], ...]
    doubts: tuple[Doubt, ...]


def sort_out(documents: Sequence[Document], threshold: float | None = None, lexicon: Lexicon = BUILT_IN) -> Grouping:
    """Documents that are the same work, as positions; groups and members in order of document id.

    Average linkage: the two groups with the highest mean likeness are joined as long as it reaches the threshold (by
    default that of the language of most titles); groups with opposite verbs, or with documents of one job, never are:
    within a job the SOP says what is one piece of work (only what has the same title there may stand together).
    """
    corpus = Corpus(documents, lexicon)
    joining = _Joining(corpus, corpus.measures.threshold if threshold is None else threshold)
    joining.join_all()
    found_doubts = {(one.left, one.right): one for one in (*_beside(corpus, joining), *_inside(corpus, joining))}
    doubts = sorted(
        found_doubts.values(), key=lambda one: (-one.value, *sorted((documents[one.left].id, documents[one.right].id)))
    )
    found = [sorted(positions, key=lambda at: (documents[at].id, at)) for positions in joining.positions.values()]
    groups = sorted(found, key=lambda positions: (documents[positions[0]].id, positions[0]))
    return Grouping(tuple(map(tuple, groups)), tuple(doubts))


class _Joining:
    """Groups under way: by the number of their first node what they have together, and how alike neighbours are."""

    __slots__ = ("_corpus", "_queue", "heaps", "likeness", "positions", "threshold")

    def __init__(self, corpus: Corpus, threshold: float) -> None:
        self._corpus = corpus
        self.threshold = threshold
        self.heaps = {number: node.heap for number, node in enumerate(corpus.nodes)}
        self.positions = {number: [*node.positions] for number, node in enumerate(corpus.nodes)}
        self.likeness: dict[int, dict[int, float]] = {number: {} for number in self.heaps}
        self._queue: list[tuple[float, int, int]] = []
        for left, right in corpus.candidates():
            self._link(left, right, corpus.likeness(self.heaps[left], self.heaps[right]))

    def join_all(self) -> None:
        """Join the most alike groups until none is alike enough."""
        while self._queue:
            negative, left, right = heapq.heappop(self._queue)
            if self.likeness.get(left, {}).get(right) == -negative:
                self._join(left, right)

    def _link(self, one: int, other: int, likeness: float) -> None:
        if not likeness:
            return
        self.likeness[one][other] = self.likeness[other][one] = likeness
        if likeness >= self.threshold:
            heapq.heappush(self._queue, (-likeness, min(one, other), max(one, other)))

    def _join(self, left: int, right: int) -> None:
        """Put the right group into the left one; neighbours of either are as alike as on the average of both."""
        around = sorted((self.likeness[left].keys() | self.likeness[right].keys()) - {left, right})
        alike = [(other, self._mean(left, right, other)) for other in around]
        for gone in (left, right):
            for other in self.likeness[gone]:
                self.likeness[other].pop(gone, None)
        self.heaps[left] = self.heaps[left].joined(self.heaps.pop(right))
        self.positions[left] += self.positions.pop(right)
        self.likeness[left] = {}
        del self.likeness[right]
        for other, likeness in heapq.nsmallest(_KEPT, alike, key=lambda one: (-one[1], one[0])):
            self._link(left, other, likeness)

    def _mean(self, left: int, right: int, other: int) -> float:
        """How alike a group is to two others on the average; those that are no neighbours of it are compared now."""
        third = self.heaps[other]
        total = 0.0
        for one in (left, right):
            heap = self.heaps[one]
            if opposed(heap.poles, third.poles) or not heap.jobs.isdisjoint(third.jobs):
                return 0.0
            known = self.likeness[one].get(other)
            total += heap.size * (self._corpus.likeness(heap, third) if known is None else known)
        return round(total / (self.heaps[left].size + self.heaps[right].size), DIGITS)


def _beside(corpus: Corpus, joining: _Joining) -> Iterator[Doubt]:
    """Pairs of groups that were nearly joined, each by its two most alike documents."""
    enough = joining.threshold * _NEAR
    for left, others in joining.likeness.items():
        for right, likeness in others.items():
            if left < right and likeness >= enough:
                one, other = _closest(corpus, joining.positions[left], joining.positions[right])
                value = _value(likeness / joining.threshold, joining.heaps[left].size * joining.heaps[right].size)
                yield Doubt(one, other, likeness, together=False, value=value)


def _inside(corpus: Corpus, joining: _Joining) -> Iterator[Doubt]:
    """Documents that are not much like the rest of their group, each with the one in it that is most like them."""
    sure = joining.threshold * _SURE
    node_of = {at: number for number, node in enumerate(corpus.nodes) for at in node.positions}
    for number, positions in joining.positions.items():
        for node in sorted({node_of[at] for at in positions}):
            own = corpus.nodes[node]
            others = [at for at in positions if node_of[at] != node]
            if not others:
                continue
            rest = joining.heaps[number].without(own.heap)
            likeness = corpus.likeness(own.heap, rest)
            if likeness < sure:
                one, other = _closest(corpus, own.positions, others)
                value = _value(joining.threshold / max(likeness, joining.threshold), len(others)) * _RARELY
                yield Doubt(one, other, likeness, together=True, value=value)


def _value(closeness: float, pairs: int) -> float:
    """What an answer is worth: `closeness` is 1 at the threshold and less the further away."""
    return round(closeness**_STEEPNESS * math.sqrt(pairs), DIGITS)


def _closest(corpus: Corpus, some: Sequence[int], others: Sequence[int]) -> tuple[int, int]:
    """The two most alike documents of two groups (of the first of each, where there are many): lower, higher."""
    return min(
        (-corpus.likeness(corpus.alone(one), corpus.alone(other)), min(one, other), max(one, other))
        for one in some[:_LOOKED_AT]
        for other in others[:_LOOKED_AT]
    )[1:]
