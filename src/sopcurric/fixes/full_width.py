"""Full-width signs where YAML wants its own: colon, comma, number sign, dash, and quotes round a whole value."""

import re
from collections.abc import Callable, Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.files.keys import is_heading
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, indent_of, line_end, line_start

_KEY_BEFORE = re.compile(r"(?:^|[{,\[])[ \t-]*(?P<key>[^\s:：,，{}\[\]#\"'-][^:：,，{}\[\]#\"']*?)[ \t\u3000]*\Z")
_KEY_BEHIND = re.compile(r"\s*(?P<key>[^\s:：,，{}\[\]\"']+)[ \t]*[:：]")
_WIDE_BLANK = re.compile(r"[ \t\u3000\xa0]*")
_CURLY = re.compile(r"“(?P<words>[^“”\"\\]*)”(?=[ \t]*(?:$|[ \t]#))")


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The sign that YAML wants, where the finding stands."""
    at = source.at(one.place)
    make = _MAKERS.get(one.said("variant"))
    edit = make(source.text, at) if make and at is not None else None
    if edit:
        yield Change((edit,))


def _before(text: str, at: int) -> str:
    return text[line_start(text, at) : at]


def _spaced(text: str, at: int, sign: str) -> Edit:
    """The sign with the space that must follow it."""
    end = at + 1
    return Edit(at, end, sign if end == line_end(text, at) or text[end] in " \t" else f"{sign} ")


def _colon(text: str, at: int) -> Edit | None:
    key = _KEY_BEFORE.search(_before(text, at))
    return _spaced(text, at, ":") if text.startswith("：", at) and key and is_heading(key["key"].strip()) else None


def _comma(text: str, at: int) -> Edit | None:
    """A comma before a key; one that stands in the middle of words may belong to them."""
    key = _KEY_BEHIND.match(text, at + 1)
    return _spaced(text, at, ",") if text.startswith("，", at) and key and is_heading(key["key"]) else None


def _hash(text: str, at: int) -> Edit | None:
    """A comment of its own line: not the number of something, and not below a text that it may go on with."""
    before = _before(text, at)
    if before.strip(" ") or not text.startswith("\uff03", at) or text[at + 1 : at + 2].isdigit():
        return None
    above = [line for line in BREAK.split(text[: line_start(text, at)]) if line.strip()]
    indent = indent_of(above[-1]) if above else 0
    return _spaced(text, at, "#") if len(before) <= indent or not above else None


def _dash(text: str, at: int) -> Edit | None:
    """A dash or bullet before an item; before a digit it may be a minus."""
    end = _WIDE_BLANK.match(text, at + 1)
    if not end or text[end.end() : end.end() + 1].isdigit() or text[at : at + 1] not in tuple("－﹣•●"):
        return None
    return Edit(at, end.end(), "- ")


def _quotes(text: str, at: int) -> Edit | None:
    """Curly quotes that hold a whole value, with nothing inside that would end straight ones."""
    found = _CURLY.match(text[: line_end(text, at)], at)
    return Edit(found.start(), found.end(), f'"{found["words"]}"') if found else None


_MAKERS: dict[str, Callable[[str, int], Edit | None]] = {
    "full-width-colon": _colon,
    "full-width-comma": _comma,
    "full-width-hash": _hash,
    "wide-dash": _dash,
    "full-width-quote": _quotes,
}

FIX = Fix(name="full-width", changes=changes, cures=frozenset(("SOP003", variant) for variant in _MAKERS))
