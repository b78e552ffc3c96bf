"""Which leaf a decision means: by its identifier, or by a procedure and the letter of the kind."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.model.decision import Named
from sopcurric.model.files.decision import DecisionHeader, LeafDecision
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import Binder, Leaf

_BY_ADDRESS = re.compile(r"(?P<procedure>[^#]+)#(?P<kind>[A-Z])(?::(?P<part>.+))?")


@dataclass(frozen=True)
class Leaves:
    """All leaves by what decisions call them."""

    binders: tuple[Binder, ...]

    @cached_property
    def _by_id(self) -> Mapping[str, Leaf]:
        return {leaf.id: leaf for leaf in reversed([*self._all()])}

    def _all(self) -> Iterator[Leaf]:
        return (leaf for binder in self.binders for leaf in binder.leaves)

    def named(self, name: str) -> Leaf | None:
        """The leaf with this name, or nothing where there is none or several could be meant."""
        found = _BY_ADDRESS.fullmatch(name)
        if name in self._by_id or not found:
            return self._by_id.get(name)
        procedure, part = found["procedure"], found["part"]
        alike = [one for one in self._all() if one.kind == found["kind"] and procedure in one.derived_from]
        own = [leaf for leaf in alike if leaf.part == (part or procedure)]
        own = own or [leaf for leaf in alike if leaf.part and not part and procedure in leaf_sources(leaf)]
        return _only(own) or (None if part else _only(alike))

    def called(self, leaf: Leaf) -> str:
        """What a decision should call a leaf: by a procedure and its kind where these say which, else by its id."""
        for procedure in sorted(leaf.derived_from):
            for name in (f"{procedure}#{leaf.kind.value}", f"{procedure}#{leaf.kind.value}:{leaf.part}"):
                if self.means(name, leaf):
                    return name
        return leaf.id

    def means(self, name: str, leaf: Leaf) -> bool:
        """Whether a name is that of a leaf, whatever was decided about it meanwhile."""
        found = self.named(name)
        return found is not None and found.id == leaf.id


def about(
    leaf: Leaf, binders: tuple[Binder, ...], decisions: Sequence[Named[DecisionHeader]]
) -> tuple[Named[LeafDecision], ...]:
    """The decisions about one leaf, whatever they call it."""
    leaves = Leaves(binders)
    return tuple(one for one in on_leaves(decisions) if leaves.means(one.decision.leaf, leaf))


def on_leaves(decisions: Iterable[Named[DecisionHeader]]) -> Iterator[Named[LeafDecision]]:
    """Those decisions that are about leaves."""
    for one in decisions:
        if isinstance(one.decision, LeafDecision):
            yield Named(one.name, one.decision)


def _only(leaves: Sequence[Leaf]) -> Leaf | None:
    return leaves[0] if len({leaf.id for leaf in leaves}) == 1 else None
