"""What stands on a leaf as a person would type it: paragraphs, headings, lists, tables, boxes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from sopcurric.model.block_words import named, spelled
from sopcurric.model.publication import (
    Block,
    Callout,
    Cell,
    Checklist,
    Diagram,
    Fields,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Signatures,
    Table,
)
from sopcurric.model.text import Language, Phrase, sentence

Record = Mapping[str, object]
"""A part of a file of decisions, as it is written."""
Paragraphs = tuple[str, ...]
"""What stands in a cell; nothing in a cell to write in."""

_LITERAL_BREAK = re.compile(r"\\*<br>")


@dataclass(frozen=True, slots=True)
class TypedParagraph:
    """Running text; its paragraphs and the items of a list in it stand in lines of their own."""

    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TypedHeading:
    """A heading."""

    words: str
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TypedList:
    """A list."""

    items: tuple[str, ...]
    numbered: bool = False
    checks: bool = False
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table; every row has at least as many cells as there are titles. `ruled`: a line of dashes parts them."""

    titles: tuple[str, ...]
    rows: tuple[tuple[Paragraphs, ...], ...]
    line: int = field(default=0, compare=False)
    ruled: bool = field(default=True, compare=False)


@dataclass(frozen=True, slots=True)
class TypedBox:
    """A box that stands out."""

    title: str
    tone: str
    items: tuple[str, ...]
    line: int = field(default=0, compare=False)


Typed = TypedParagraph | TypedHeading | TypedList | TypedTable | TypedBox


def record(part: Typed) -> str | Record:
    """A part as it is written into a file of decisions."""
    match part:
        case TypedParagraph(words=words):
            return words
        case TypedHeading(words=words):
            return {"heading": words}
        case TypedList(items=items, numbered=numbered, checks=checks):
            flags = {"numbered": numbered, "checks": checks}
            return {"list": [*items], **{name: True for name, flag in flags.items() if flag}}
        case TypedTable(titles=titles, rows=rows):
            return {"table": [*titles], "rows": [[_one_text(cell) for cell in row] for row in _with_blank(part, rows)]}
        case TypedBox(title=title, tone=tone, items=items):
            return {"box": title, **({} if tone == "note" else {"tone": tone}), "items": [*items]}


def _with_blank(table: TypedTable, rows: tuple[tuple[Paragraphs, ...], ...]) -> tuple[tuple[Paragraphs, ...], ...]:
    """At least one row, if need be to write in."""
    return rows or (((),) * len(table.titles),)


def _one_text(paragraphs: Paragraphs) -> str:
    """The paragraphs of a cell as one text; where a person typed `<br>` as words, a backslash says so."""
    return " <br> ".join(_LITERAL_BREAK.sub(lambda found: "\\" + found[0], words) for words in paragraphs)


def typed(blocks: Iterable[Block], language: Language) -> tuple[Typed, ...]:
    """Blocks as a person would type them."""
    return tuple(part for block in blocks for part in _Typist(language).parts(block))


@dataclass(frozen=True, slots=True)
class _Typist:
    language: Language

    def parts(self, block: Block) -> Iterator[Typed]:
        """The parts of one block."""
        match block:
            case Heading(content=content):
                yield from self._words(content, TypedHeading)
            case Paragraph(content=content) | Picture(caption=content):  # a picture cannot be typed
                yield from self._words(content, TypedParagraph)
            case Listing(items=items, numbered=numbered):
                yield from self._list((item.content for item in items), numbered=numbered)
            case Checklist(title=title, items=items):
                yield from self._words(title, TypedHeading)
                yield from self._list((item.content for item in items), checks=True)
            case Callout(title=title, tone=tone, items=items):
                yield TypedBox(self.name(title), tone, self._all(item.content for item in items))
            case Table(title=title):
                yield from self._words(title, TypedHeading)
                yield self._table(block)
            case Fields():
                yield self._fields(block)
            case Diagram():
                yield from self._diagram(block)
            case Signatures(roles=roles):
                yield TypedTable(tuple(map(self.name, roles)), (((),) * len(roles),))

    def _diagram(self, diagram: Diagram) -> Iterator[Typed]:
        """A list for each layer; a drawing cannot be typed."""
        yield from self._words(diagram.title, TypedHeading)
        for layer in diagram.layers:
            yield from self._words(layer.title, TypedHeading)
            yield from self._list((node.label for node in layer.nodes), numbered=layer.first > 0)

    def name(self, phrase: Phrase) -> str:
        return named(phrase, self.language)

    def _all(self, phrases: Iterable[Phrase]) -> tuple[str, ...]:
        return tuple(words for words in (spelled(phrase, self.language) for phrase in phrases) if words)

    def _cell(self, phrases: Iterable[Phrase]) -> Paragraphs:
        """What stands in a cell, line by line."""
        return tuple(line for words in self._all(phrases) for line in words.split("\n") if line)

    def _words(
        self, phrase: Phrase | None, make: type[TypedHeading] | type[TypedParagraph]
    ) -> Iterator[TypedHeading | TypedParagraph]:
        spell = named if make is TypedHeading else spelled
        words = spell(phrase, self.language) if phrase else ""
        if words:
            yield make(words)

    def _list(self, phrases: Iterable[Phrase], *, numbered: bool = False, checks: bool = False) -> Iterator[TypedList]:
        items = self._all(phrases)
        if items:
            yield TypedList(items, numbered, checks)

    def _fields(self, block: Fields) -> TypedTable:
        titles = tuple(self.name(sentence(f"decided.column.{name}")) for name in ("label", "value"))
        rows = (((self.name(one.label),), self._cell((one.value,) if one.value else ())) for one in block.fields)
        return TypedTable(titles, tuple(rows))

    def _table(self, table: Table) -> TypedTable:
        blank: tuple[Paragraphs, ...] = ((),) * len(table.columns)
        rows = (*self._rows(table), *(blank for _ in range(table.blank_rows)))
        return TypedTable(tuple(self.name(column.title) for column in table.columns), rows)

    def _rows(self, table: Table) -> Iterator[tuple[Paragraphs, ...]]:
        """Rows as wide as the table: what spans rows is said in each of them, what spans columns in the first one."""
        above: dict[int, tuple[int, Paragraphs]] = {}
        for row in table.rows:
            waiting = iter(row.cells)
            line: list[Paragraphs] = []
            while len(line) < len(table.columns):
                place = len(line)
                left, said = above.pop(place, (0, ()))
                if left:
                    line.append(said)
                    above[place] = (left - 1, said)
                    continue
                cell = next(waiting, Cell())
                said = self._cell(cell.content)
                for number in range(min(max(1, cell.columns), len(table.columns) - place)):
                    line.append(() if number else said)
                    above[place + number] = (cell.rows - 1, () if number else said)
            yield tuple(line)
