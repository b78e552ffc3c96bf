"""Where the parts of a leaf come from."""

from collections.abc import Collection, Iterable, Iterator

from sopcurric.model.address import Address
from sopcurric.model.publication import (
    TAUGHT,
    Binder,
    Block,
    Callout,
    Checklist,
    Diagram,
    Fields,
    Leaf,
    LeafKind,
    Listing,
    Table,
)

TEXTBOOK = "loose_leaf_textbook"
"""The document that teaches: what stands in a manual, a plan, a card or an analysis is not taught by that."""


def textbooks(binders: Iterable[Binder]) -> Iterator[Binder]:
    """The binders that teach."""
    return (one for one in binders if one.document == TEXTBOOK)


def block_sources(block: Block) -> Iterator[Address]:
    """The addresses that a block and its rows, items or fields name."""
    yield from block.derived_from
    if isinstance(block, Table):
        for row in block.rows:
            yield from row.derived_from
    elif isinstance(block, Listing | Checklist | Callout):
        for item in block.items:
            yield from item.derived_from
    elif isinstance(block, Fields):
        for field in block.fields:
            yield from field.derived_from
    elif isinstance(block, Diagram):
        for node in (node for layer in block.layers for node in layer.nodes):
            yield from node.derived_from


def leaf_sources(leaf: Leaf) -> frozenset[Address]:
    """The addresses that the blocks of a leaf name: what stands on it, not merely what it belongs to."""
    return frozenset(address for block in leaf.blocks for address in block_sources(block))


def sources_on(binders: Iterable[Binder], kinds: Collection[LeafKind] = TAUGHT) -> frozenset[Address]:
    """The addresses that the blocks of leaves of some kinds name; what only some readers get does not count.

    Cards for the post only count where their kind is asked for.
    """
    open_to_all = (binder for binder in binders if not binder.readers)
    leaves = (leaf for binder in open_to_all for leaf in binder.leaves if leaf.kind in kinds and not leaf.readers)
    return frozenset(address for leaf in leaves for address in leaf_sources(leaf))
