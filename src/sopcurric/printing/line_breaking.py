"""Lines of a given width where nothing but characters is known: full-width signs count one, others about a half."""

import re
from functools import cache
from unicodedata import combining, east_asian_width

_HALF = 0.56
_PIECES = re.compile(r"[A-Za-z0-9_./%+≤≥–-]+|\s+|.", re.DOTALL)
_NOT_FIRST = frozenset("，。；：、！？）》〉”’】〕％‰℃°·…,.;:!?)]}%")
"""Signs that no line begins with."""
_NOT_LAST = frozenset("（《〈“‘【〔([{")
"""Signs that no line ends with."""


def width_of(text: str) -> float:
    """How wide a text is, in widths of a full-width sign."""
    return sum(map(_width_of_sign, text))


@cache
def _width_of_sign(sign: str) -> float:
    return 0.0 if combining(sign) else 1.0 if east_asian_width(sign) in "WFA" else _HALF


def lines_of_width(text: str, room: float) -> tuple[str, ...]:
    """A text in lines no wider than the room (in widths of a full-width sign), but for a sign that may begin no line.

    Joined again, the lines are the text: a space at the end of a line stays there. Words longer than a line are cut.
    """
    lines: list[str] = []
    line = ""
    for piece in _fitting(text, room):
        if line and width_of(line + piece.rstrip()) > room and piece[0] not in _NOT_FIRST and not piece.isspace():
            kept = line[-1] if len(line) > 1 and line[-1] in _NOT_LAST else ""
            lines.append(line.removesuffix(kept) if kept else line)
            line = kept
        line += piece
    return (*lines, line) if line else tuple(lines)


def _fitting(text: str, room: float) -> tuple[str, ...]:
    """Words and signs, those that are wider than a line in single signs."""
    pieces: list[str] = []
    for piece in _PIECES.findall(text):
        pieces += [piece] if width_of(piece) <= room or piece.isspace() else list(piece)
    return tuple(pieces)
