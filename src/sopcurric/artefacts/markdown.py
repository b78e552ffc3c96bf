"""Markdown: its lines without the signs of the dialect, cell by cell, with what stands in links and tags."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from sopcurric.artefacts import markup

_SIGNS = re.compile(r"\\([!-/:-@\[-`{-~])|[*`~]+")
_LINK = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\(([^()\s]*)\)")
_BEGINNING = re.compile(r"(?:#+|>|[-+*](?: \[[ x]\])?|\d{1,9}[.)])\s")
"""What makes a heading, a quotation or an item; the number of an item belongs to no value."""
_TAG = re.compile(r"<(?:!--.*?--|/?[A-Za-z][^<>]*)>")
_BREAK = re.compile(r"<br\s*/?>")
_CELL = re.compile(r"(?<!\\)\|")
_GOES_ON = re.compile(r"(?=[^\W\d_]|[^\x00-\x7f])")
"""A line that begins with a letter goes on with what stands above it; signs begin items, rows and headings."""


def said(text: str) -> Iterator[str]:
    """What a Markdown file says; a line that goes on in the next one is one piece with it."""
    for line in _joined(text.splitlines()):
        for cell in _CELL.split(line):
            yield from _words(cell.strip())


def _joined(lines: list[str]) -> Iterator[str]:
    waiting = ""
    for line in lines:
        if waiting and _GOES_ON.match(line):
            waiting = f"{waiting}\n{line}"
            continue
        if waiting:
            yield waiting
        waiting = line if line.strip() else ""
    if waiting:
        yield waiting


@lru_cache(maxsize=1 << 14)
def _words(cell: str) -> tuple[str, ...]:
    """What stands in a cell or line, remembered: pages repeat a lot."""
    return (*_said_in(cell),)


def _said_in(cell: str) -> Iterator[str]:
    for _, address in _LINK.findall(cell):
        yield from filter(None, re.split("[/#?]", unquote(address)))
    plain = _BREAK.sub(" ", _LINK.sub(r"\1", _BEGINNING.sub("", cell, count=1) if _BEGINNING.match(cell) else cell))
    for tag in _TAG.findall(plain):
        yield from markup.said(tag)
    words = unescape(_SIGNS.sub(r"\1", _TAG.sub("", plain))).strip()
    if words:
        yield words
