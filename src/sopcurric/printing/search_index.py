"""The search index: which pages have which words, as a script that a page can load without a server."""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import unquote

from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Chapter,
    Checklist,
    Diagram,
    Fields,
    Heading,
    Leaf,
    Listing,
    Paragraph,
    Picture,
    Publication,
    Row,
    Signatures,
    Table,
)
from sopcurric.model.text import Language, Phrase
from sopcurric.printing.outline import leaf_head
from sopcurric.printing.wording import words

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"(?P<han>[{_HAN}]+)|[^\W_{_HAN}]+")


def search_index(publication: Publication, href: Callable[[Leaf, Binder], str]) -> str:
    """A script that assigns all pages and, for each term, the distances between the pages that have it."""
    language = publication.edition.language
    chapters = [(binder, chapter) for binder in publication.binders for chapter in binder.chapters]
    pages: list[tuple[str, str, str, int]] = []
    found: dict[str, list[int]] = {}
    for place, (binder, chapter) in enumerate(chapters):
        for leaf in chapter.leaves:
            head = leaf_head(leaf, chapter, binder, language)
            said = (words(phrase, language) for phrase in _wordings(leaf, chapter))
            for term in _terms(" ".join((head.label, words(head.title, language), *said))):
                found.setdefault(term, []).append(len(pages))
            pages.append((href(leaf, binder), head.label, words(head.title, language), place))
    value = {
        "places": [_whereabouts(binder, chapter, language) for binder, chapter in chapters],
        "pages": pages,
        "terms": {term: _distances(numbers) for term, numbers in sorted(found.items())},
    }
    return f"window.sopcurricSearch={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def said_by_index(script: str) -> Iterator[str]:
    """What a search index says.

    Terms that begin with a figure may be the rest of a longer number (`30.82MPa` has the term `82mpa`); the pages that
    have them say what they are.
    """
    value = json.loads(script[script.index("{") : script.rindex("}") + 1])
    yield from value["places"]
    yield from (words for href, label, title, _ in value["pages"] for words in (unquote(href), label, title))
    yield from (term for term in value["terms"] if not term[0].isdecimal())


def _whereabouts(binder: Binder, chapter: Chapter, language: Language) -> str:
    book = words(binder.title, language)
    return f"{book} · {words(chapter.title, language)}" if binder.loose else book


def _distances(numbers: list[int]) -> list[int]:
    return [number - before for before, number in zip([0, *numbers], numbers, strict=False)]


def _terms(text: str) -> set[str]:
    """Words in lower case and, since Chinese has no spaces, every two neighbouring Chinese characters."""
    terms: set[str] = set()
    for token in _TOKEN.finditer(unicodedata.normalize("NFKC", text).lower()):
        run = token[0]
        pairs = {run[at : at + 2] for at in range(len(run) - 1)} if token["han"] else set()
        terms |= pairs or {run}
    return terms


def _wordings(leaf: Leaf, chapter: Chapter) -> Iterator[Phrase]:
    yield from (chapter.title, leaf.title, *leaf.sources)
    for block in leaf.blocks:
        yield from _phrases(block)


def _phrases(block: Block) -> Iterator[Phrase]:
    """Everything that a block says, in reading order."""
    match block:
        case Heading() | Paragraph():
            yield block.content
        case Listing(items=items):
            yield from (item.content for item in items)
        case Checklist(title=title, items=items) | Callout(title=title, items=items):
            yield from (title,) if title else ()
            yield from (item.content for item in items)
        case Table(title=title, columns=columns, rows=rows):
            yield from (title,) if title else ()
            yield from (column.title for column in columns)
            yield from _cell_phrases(rows)
        case Fields(fields=fields):
            yield from (phrase for one in fields for phrase in (one.label, one.value) if phrase)
        case Signatures(roles=roles):
            yield from roles
        case Picture(caption=caption):
            yield caption
        case Diagram(title=title, layers=layers):
            yield title
            yield from (phrase for layer in layers for phrase in (layer.title, *(node.label for node in layer.nodes)))


def _cell_phrases(rows: Iterable[Row]) -> Iterator[Phrase]:
    yield from (phrase for row in rows for cell in row.cells for phrase in cell.content)
