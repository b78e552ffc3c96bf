"""Where the parts of a leaf come from."""

from collections.abc import Iterator

from sopcurric.model.address import Address
from sopcurric.model.publication import Block, Callout, Checklist, Fields, Leaf, Listing, Table


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


def leaf_sources(leaf: Leaf) -> frozenset[Address]:
    """The addresses that the blocks of a leaf name: what stands on it, not merely what it belongs to."""
    return frozenset(address for block in leaf.blocks for address in block_sources(block))
