"""What a teacher typed, as blocks of a leaf."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from sopcurric.model.address import Address
from sopcurric.model.decision import decision_address
from sopcurric.model.files.decision import Authored, AuthoredBox, AuthoredHeading, AuthoredList, AuthoredTable
from sopcurric.model.markup import BrokenMarkError, parse, written
from sopcurric.model.publication import (
    Block,
    Callout,
    Cell,
    Checklist,
    Column,
    Heading,
    Item,
    Listing,
    Origin,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.text import EMPTY, Classified, Inline, Language, Plain, Runs, Text, flat

_BREAK = re.compile(r"\s*(?<!\\)<br>\s*")
_LITERAL = re.compile(r"\\(\\*<br>)")
_ORIGIN: Origin = "decided"


def blocks(text: tuple[Authored, ...], key: str, decision: str, sources: tuple[Address, ...]) -> tuple[Block, ...]:
    """The blocks that a typed text becomes.

    The first one has the key, those behind it the key with their number. All of them come from the sources and from
    the decision of that name.
    """
    origins = (*sources, decision_address(decision))
    return tuple(
        _block(part, key if number == 1 else f"{key}+{number}", origins) for number, part in enumerate(text, start=1)
    )


def fits(text: tuple[Authored, ...]) -> bool:
    """Whether no row of a typed table has more cells than there are columns."""
    return all(len(row) <= len(part.table) for part in text if isinstance(part, AuthoredTable) for row in part.rows)


def _block(part: Authored, key: str, origins: tuple[Address, ...]) -> Block:
    match part:
        case AuthoredHeading():
            return Heading(key, part.heading, derived_from=origins, origin=_ORIGIN)
        case AuthoredTable():
            titles = tuple(Column(title) for title in part.table)
            return Table(key, titles, tuple(_row(row, len(titles)) for row in part.rows), None, 0, origins, _ORIGIN)
        case AuthoredBox():
            items = tuple(Item(one) for one in part.items)
            return Callout(key, part.box, items, part.tone, derived_from=origins, origin=_ORIGIN)
        case AuthoredList():
            items = tuple(Item(one) for one in part.list)
            if part.checks:
                return Checklist(key, items, derived_from=origins, origin=_ORIGIN)
            return Listing(key, items, part.numbered, derived_from=origins, origin=_ORIGIN)
        case _:
            return Paragraph(key, part, derived_from=origins, origin=_ORIGIN)


def _row(cells: tuple[Text | str, ...], width: int) -> Row:
    blank = (Cell(),) * (width - len(cells))
    return Row((*(Cell(_paragraphs(cell)) if isinstance(cell, Text) else Cell() for cell in cells), *blank))


def _paragraphs(text: Text) -> tuple[Text, ...]:
    r"""The paragraphs of a cell: `<br>` begins a new one, and `\<br>` means the characters themselves."""
    split = [(language, _broken(runs)) for language, runs in text.wordings]
    paragraphs = zip_longest(*(parts for _, parts in split))
    return tuple(_together([language for language, _ in split], parts) for parts in paragraphs)


def _together(languages: list[Language], parts: tuple[Runs | None, ...]) -> Text:
    return Text.of({language: part for language, part in zip(languages, parts, strict=True) if part}) or EMPTY


def _broken(runs: Runs) -> tuple[Runs, ...]:
    """Runs divided at `<br>`; each paragraph is read anew, so that no marking reaches over a break."""
    typed = written(runs)
    if "<br>" not in typed:
        return (runs,)
    if any(isinstance(run, Classified) for run in runs):
        return _divided(runs)
    try:
        return tuple(parse(piece) for piece in _pieces(typed)) or (runs,)
    except BrokenMarkError:
        return _divided(runs)


def _divided(runs: Runs) -> tuple[Runs, ...]:
    """Runs divided inside plain words only; classified ones stay what they are."""
    paragraphs: list[list[Inline]] = [[]]
    for run in runs:
        if not isinstance(run, Plain):
            paragraphs[-1].append(run)
            continue
        first, *rest = _BREAK.split(run.text)
        paragraphs[-1].append(Plain(_LITERAL.sub(r"\1", first)))
        paragraphs += [[Plain(_LITERAL.sub(r"\1", words))] for words in rest]
    return tuple(tuple(paragraph) for paragraph in paragraphs if flat(paragraph).strip())


def _pieces(typed: str) -> Iterator[str]:
    for piece in _BREAK.split(typed):
        words = _LITERAL.sub(r"\1", piece).strip()
        if words:
            yield words
