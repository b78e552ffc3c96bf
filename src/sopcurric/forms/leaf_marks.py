"""Lines of the text form of a leaf that are no content: what the program reads, and notes that it does not."""

import re

from sopcurric.forms.leaf_markdown import SEPARATOR

HEAD = re.compile(
    r"<!--\s*leaf (?P<leaf>\S+) label (?P<label>.*?) language (?P<language>\S+) state (?P<state>\S+)\s*-->"
)
"""Says which leaf it is."""
INDEX = re.compile(r"<!--\s*index(?P<entries>(?:\s+[0-9a-f]{8}:[0-9a-f]{12})*)\s*-->")
"""Says what was on the leaf."""
BLOCK = re.compile(r"<!--\s*block (?P<key>\S+) seen (?P<seen>[0-9a-f]{12}) text (?P<text>[0-9a-f]{12})\s*-->")
"""Stands above a block."""
NEW = re.compile(r"<!--\s*(?:new|增补)\s*-->", re.IGNORECASE)
"""Stands above what is new."""

_NOTE = re.compile(r"<!--\s*\*.*-->")
_LIKE_A_MARK = re.compile(r"^<\s*[!\uff01]|\bseen\s+[0-9a-f]{12}\b")


def note(words: str) -> str:
    """A line for people that is not read; nothing in it ends it early."""
    return f"<!-- * {re.sub('-(?=-)', '- ', words)} -->"


def damaged(line: str) -> bool:
    """Whether a line looks like one of ours and is none; words of people that begin so have a backslash before them."""
    known = (HEAD, INDEX, BLOCK, NEW, _NOTE)
    return bool(_LIKE_A_MARK.search(line)) and line != SEPARATOR and not any(one.fullmatch(line) for one in known)
