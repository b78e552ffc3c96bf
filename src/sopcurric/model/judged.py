"""Verdicts together with the decisions that they are on, for those who tell people about them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, Verdict, VerdictKind
from sopcurric.model.files.decision import Decision, LeafDecision
from sopcurric.model.provenance import block_sources
from sopcurric.model.publication import Leaf

MOST_PLACES = 5
"""How many places of SOPs are shown with a decision; a decision about a course may be about hundreds."""
_MOST_NAMES = 4


@dataclass(frozen=True, slots=True)
class Judged:
    """A decision with what became of it and where in the SOPs its subject stands."""

    named: Named[Decision]
    verdict: Verdict
    places: tuple[Address, ...]

    @property
    def names(self) -> str:
        """What it is about: what was found wanting, or else what it names."""
        decision, subjects = self.named.decision, self.verdict.subjects
        if self.verdict.kind == "gone":
            return listed(subjects)
        if isinstance(decision, LeafDecision):
            return listed(dict.fromkeys((decision.leaf, *subjects[1:])))
        return listed(subjects if self.verdict.kind == "refused" else named_by(self.named))


def judged(compilation: Compilation, kind: VerdictKind) -> Iterator[Judged]:
    """All decisions with a verdict of that kind."""
    sources = _Sources(compilation)
    for verdict in compilation.verdicts:
        if verdict.kind == kind:
            named = compilation.decisions[verdict.decision]
            yield Judged(named, verdict, sources.of(dict.fromkeys((*verdict.subjects, *named_by(named)))))


def named_by(named: Named[Decision]) -> tuple[str, ...]:
    """What a decision names: elements, derived things or a leaf; other decisions where it takes those back."""
    decision = named.decision
    if isinstance(decision, LeafDecision):
        return (decision.leaf,)
    on: tuple[str, ...] = getattr(decision, "on", decision.replaces)
    return on


def listed(names: Iterable[str]) -> str:
    """Names in one line, the first few of many."""
    every = tuple(names)
    return ", ".join(every[:_MOST_NAMES]) + (" …" if len(every) > _MOST_NAMES else "")


@dataclass(frozen=True)
class _Sources:
    """The elements of SOPs behind everything that decisions name."""

    compilation: Compilation

    def of(self, names: Iterable[str]) -> tuple[Address, ...]:
        wanted = tuple(names)
        blocks = [
            address for name in wanted if name in self._leaves for address in self._on(self._leaves[name], wanted)
        ]
        found = [address for name in wanted for address in self._elements(name)]
        return tuple(dict.fromkeys((*blocks, *found)))[:MOST_PLACES]

    def _elements(self, name: str) -> tuple[Address, ...]:
        if name in self._known:
            return self._known[name]
        address = name.partition("#")[0]
        return (address,) if address in self.compilation.titles or address.startswith("@") else ()

    def _on(self, leaf: Leaf, keys: tuple[str, ...]) -> Iterator[Address]:
        for block in leaf.blocks:
            if block.key in keys:
                yield from block_sources(block)

    @cached_property
    def _leaves(self) -> Mapping[str, Leaf]:
        return {leaf.id: leaf for binder in self.compilation.computed for leaf in binder.leaves}

    @cached_property
    def _known(self) -> Mapping[str, tuple[Address, ...]]:
        known = {name: leaf.derived_from for name, leaf in self._leaves.items()}
        known |= {task.id: task.members for task in self.compilation.catalogue.tasks}
        for course in self.compilation.design.courses:
            known[course.id] = course.derived_from
            for module in course.modules:
                known[module.id] = known[module.name] = module.derived_from
                known |= {task.id: task.derived_from for task in module.tasks}
        return known
