"""Sections of course standards, as several documents print them: heading numbers, blanks to write in, signatures."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.publication import Block, Chapter, Heading, Leaf, LeafKind, Listing, Paragraph, Signatures, Table
from sopcurric.model.text import Phrase, sentence

SECTIONS = ("header", "nature", "objectives", "approach", "content", "hours", "advice", "assessment", "appendix")
"""The sections of a course standard in their order; the first is the block of facts above the rest."""
BLANK_LINES = 3


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section with a heading of its own; without blocks, there are lines to write in."""

    name: str
    blocks: tuple[Block, ...] = ()
    derived_from: tuple[Address, ...] = ()
    title: Phrase | None = field(default=None)


def parts_of(section: str, parts: Iterable[Part]) -> Iterator[Block]:
    """Parts under numbered headings, as （一）, （二）."""
    for number, part in enumerate(parts, start=1):
        key = f"{section}/{part.name}"
        title = part.title or sentence(f"standard.part.{part.name}")
        yield Heading(f"{key}/title", sentence(f"standard.number.{number}", title=title))
        yield from part.blocks or (to_write(f"{key}/blank"),)


def to_write(key: str, lines: int = BLANK_LINES) -> Table:
    """Lines to write in, where nobody has said anything yet."""
    return Table(key, columns(("standard.column.blank", 100)), (), blank_rows=lines)


def section(binder: str, name: str, blocks: Iterable[Block], issued: str, *, wide: bool = False) -> Chapter:
    """A section of a course standard as a chapter of one leaf."""
    title = sentence(f"standard.section.{name}")
    leaf = Leaf(
        id=f"{binder}-{name}",
        kind=LeafKind.SECTION,
        label=name,
        title=title,
        blocks=tuple(blocks),
        issued=issued,
        wide=wide,
    )
    return Chapter(leaf.id, name, title, None, (leaf,))


def numbered(key: str, lines: Sequence[tuple[Phrase, tuple[Address, ...]]]) -> tuple[Block, ...]:
    """A numbered list, or nothing."""
    if not lines:
        return ()
    return (Listing(key, tuple(item(line, *addresses) for line, addresses in lines), numbered=True),)


def told(key: str, text: Phrase | None, *derived_from: Address) -> tuple[Block, ...]:
    """A paragraph, or nothing."""
    return (Paragraph(key, text, derived_from=derived_from),) if text else ()


def shares_table(key: str, shares: Sequence[tuple[Phrase, Phrase, int]], *derived_from: Address) -> Table:
    """Parts of a mark: what, when, how much; they are summed."""
    rows = [row((cell(when), cell(what, strong=True), cell(percent)), *derived_from) for when, what, percent in shares]
    total = row((cell(sentence("total"), strong=True, columns=2), cell(sum(one for *_, one in shares))))
    return Table(
        key,
        columns(
            ("standard.column.when", 24),
            ("standard.column.assessed", 56),
            ("standard.column.percent", 20),
            centred=("standard.column.percent",),
        ),
        (*rows, total),
    )


def signatures(key: str) -> Signatures:
    """Who signs a course standard."""
    roles = ("plant", "college", "department", "registry")
    return Signatures(key, tuple(sentence(f"standard.sign.{one}") for one in roles))
