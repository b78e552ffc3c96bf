"""What people wrote, made harmless to look at: hidden characters become visible, line ends are of one kind."""

import re
import unicodedata

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # those that turn the direction of their neighbours
    "\ud800-\udfff\ufeff\ufffe\uffff]"  # no characters at all
)
_EXCERPT = 60
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet compute a cell of a CSV file."""


def visible(text: str) -> str:
    """The text with every character that is not to be seen, or that XML forbids, written as `<U+XXXX>`."""
    return _HIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", _LINE_END.sub("\n", text))


def one_line(text: str) -> str:
    """The visible text without line breaks and without blanks at its ends."""
    return " ".join(visible(text).split())


def no_formula(text: str) -> str:
    """The text as a cell of CSV: an apostrophe keeps a spreadsheet from computing it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def excerpt(text: str) -> str:
    """The beginning of a text, for messages."""
    line = one_line(text)
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"


def loose(text: str) -> str:
    """What two spellings have in common that differ in blanks, in width or in capitals only."""
    return "".join(unicodedata.normalize("NFKC", visible(text)).split()).casefold()
