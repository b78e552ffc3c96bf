"""HTML, style sheets and scripts: words block by block, attributes, comments, and what stands in code."""

import base64
import binascii
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import unquote, unquote_to_bytes

from sopcurric.artefacts import raw

_BLOCKS = frozenset(
    (
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "button",
            "caption",
            "col",
            "colgroup",
            "dd",
            "desc",
            "details",
        ),
        *("dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "head", "header", "hr", "html", "label", "legend", "li", "link", "main", "meta", "nav", "ol"),
        *("optgroup", "option", "p", "pre", "script", "section", "select", "style", "summary", "svg", "table", "tbody"),
        *("td", "template", "textarea", "text", "tfoot", "th", "thead", "title", "tr", "ul"),
    )
)
"""What parts words; everything else may stand in the middle of a word or a value."""
_ADDRESSES = frozenset({"action", "cite", "data", "formaction", "href", "poster", "src", "srcset", "xlink:href"})
_LISTS = frozenset({"class", "data-from"})
"""Names and addresses one after another, none of which has a space in it."""
_DRAWN = frozenset({"d", "points"})
"""Lines of drawings: numbers beside letters that are no units."""
_STRING = r"""\"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'"""
_CSS_SAID = re.compile(rf"/\*.*?\*/|{_STRING}", re.DOTALL)
_CSS_NUMBER = re.compile(r"#[0-9a-fA-F]{3,8}\b|(?<![\w-])[-+]?(?:\d+\.?\d*|\.\d+)(?:[A-Za-z]+|%)?")
_CSS_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|(\n)|(.))")
_JS_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_LAST_SIGN = 0x10FFFF


def said(page: str) -> tuple[str, ...]:
    """What a page of HTML or XML says: each block in one piece, whatever marks stand inside; and what nobody sees."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader.end_block()
    return (*reader.said, *reader.rawdata.splitlines())  # what is left was never closed


@lru_cache(maxsize=1 << 12)
def said_by_style(sheet: str) -> tuple[str, ...]:
    """What a style sheet says: its strings, its comments, and its names. Measures of the layout say nothing."""
    said = (_CSS_ESCAPE.sub(_sign, found) for found in _CSS_SAID.findall(sheet))
    return (*said, _CSS_ESCAPE.sub(_sign, _CSS_NUMBER.sub("", _CSS_SAID.sub(";", sheet))))


def said_by_script(script: str) -> Iterator[str]:
    """The lines of a script, with the signs that are written as codes."""
    yield from _JS_ESCAPE.sub(_sign, script).splitlines()


def _sign(escape: "re.Match[str]") -> str:
    """The sign that an escape stands for."""
    *codes, other = (*escape.groups(), "") if escape.re is _JS_ESCAPE else (escape[1], escape[3])
    code = next((int(one, 16) for one in codes if one), None)
    if code is None:
        return other or ""
    return chr(code) if code <= _LAST_SIGN else ""


class _Reader(HTMLParser):
    """Gathers everything that a page says."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._words: list[str] = []
        self._code = ""

    def end_block(self) -> None:
        """What was gathered is one piece."""
        words = "".join(self._words)
        self._words = []
        if not words or words.isspace():
            return
        if self._code:
            self.said += said_by_style(words) if self._code == "style" else said_by_script(words)
        else:
            self.said.append(words.strip())

    def updatepos(self, i: int, j: int) -> int:  # noqa: ARG002 - its signature; nobody asks for lines here
        return j

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self.end_block()
        elif tag == "br":
            self._words.append(" ")
        self._code = tag if tag in {"script", "style"} else ""
        for name, value in attrs:
            if value:
                self._attribute(name, value)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.end_block()
            self._code = ""

    def handle_data(self, data: str) -> None:
        self._words.append(data)

    def handle_comment(self, data: str) -> None:
        self.said.append(data)

    def handle_decl(self, decl: str) -> None:
        self.said.append(decl)

    def unknown_decl(self, data: str) -> None:
        self.said.append(data)

    def handle_pi(self, data: str) -> None:
        self.said.append(data)

    def _attribute(self, name: str, value: str) -> None:
        if name == "style":
            self.said += said_by_style(value)
        elif name in _ADDRESSES:
            self.said += _said_by_address(value)
        elif name in _LISTS:
            self.said += value.split()
        elif name not in _DRAWN:
            self.said.append(value)


def _said_by_address(address: str) -> Iterator[str]:
    """The parts of an address; of one that holds what it leads to, what that says."""
    if not address.startswith("data:"):
        yield from filter(None, re.split("[/#?]", unquote(address)))
        return
    head, _, body = address.partition(",")
    yield head
    content = unquote_to_bytes(body)
    if head.endswith(";base64"):
        with suppress(binascii.Error):  # then it is looked at as it is
            content = base64.b64decode(content)
    yield from raw.said(content)
