"""The words of a block line by line, without its layout."""

from collections.abc import Callable, Iterable, Iterator
from functools import reduce

from sopcurric.model.markup import written
from sopcurric.model.publication import (
    Block,
    Callout,
    Cell,
    Checklist,
    Diagram,
    Fields,
    Listing,
    Picture,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.saying import say
from sopcurric.model.text import Language, Phrase, Runs, flat, in_one_line, sentence

Spelling = Callable[[Runs], str]
"""How runs are written: `flat` for plain words, `markup.written` as a person would type them."""


def block_lines(block: Block, language: Language, spelling: Spelling = flat) -> tuple[str, ...]:
    """A line for the title and for each row, item or field of a block; what is empty is left out."""
    lines = (_line(part, language, spelling) for part in _parts(block))
    return tuple(line for line in lines if line)


def spelled(phrase: Phrase, language: Language) -> str:
    """The words of a phrase as a person would type them; lines only where it has paragraphs or a list."""
    return "\n".join(map(_one_line, written(say(phrase, language)).split("\n")))


def named(phrase: Phrase, language: Language) -> str:
    """The words of a title as a person would type them, in one line."""
    return _one_line(written(in_one_line(say(phrase, language))))


def _parts(block: Block) -> Iterator[Iterable[Phrase]]:
    """What stands in each line."""
    match block:
        case Table(title=title, rows=rows):
            yield (title,) if title else ()
            yield from (tuple(_row(row)) for row in rows)
        case Listing(items=items):
            yield from ((item.content,) for item in items)
        case Checklist(title=title, items=items) | Callout(title=title, items=items):
            yield (title,) if title else ()
            yield from ((item.content,) for item in items)
        case Fields(fields=fields):
            yield from ((sentence("layout.field", label=one.label, value=one.value or ""),) for one in fields)
        case Signatures(roles=roles):
            yield from ((role,) for role in roles)
        case Diagram(title=title, layers=layers):
            yield (title,)
            for layer in layers:
                yield (layer.title,)
                yield from ((node.label,) for node in layer.nodes)
        case Picture(caption=caption):
            yield (caption,)
        case _:
            yield (block.content,)


def _row(row: Row) -> Iterator[Phrase]:
    return (_cell(cell) for cell in row.cells if cell.content)


def _cell(cell: Cell) -> Phrase:
    return reduce(lambda left, right: sentence("join", left=left, right=right), cell.content)


def _line(phrases: Iterable[Phrase], language: Language, spelling: Spelling) -> str:
    said = (_one_line(spelling(say(phrase, language))) for phrase in phrases)
    return " | ".join(words for words in said if words)


def _one_line(words: str) -> str:
    return " ".join(words.split())
