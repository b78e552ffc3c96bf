"""Lowered and raised characters: what Unicode has of its own, and how the others are written."""

import unicodedata
from functools import cache
from typing import Literal

Level = Literal["sub", "sup"]


@cache
def characters() -> dict[str, tuple[str, Level]]:
    """What each lowered or raised character of Unicode stands for, and its level."""
    known: dict[str, tuple[str, Level]] = {}
    for number in (*range(0xA0, 0x3400), *range(0xA000, 0xAC00), *range(0x10000, 0x11000), *range(0x1E000, 0x1F200)):
        kind, _, _ = unicodedata.decomposition(chr(number)).partition(" ")
        if kind in {"<sub>", "<super>"}:
            shown = unicodedata.normalize("NFKC", chr(number))
            known[chr(number)] = (shown, "sub" if kind == "<sub>" else "sup")
    return known


@cache
def _by_shown() -> dict[tuple[str, Level], str]:
    return {shown: character for character, shown in reversed(characters().items()) if character < "\u3000"}


def indexed(shown: str, level: Level) -> str:
    """Characters on a level where there are only characters: Unicode's own, or `_` and `^` where it has none."""
    found = [_by_shown().get((one, level), "") for one in shown.replace("-", "−")]
    if all(found):
        return "".join(found)
    mark = "_" if level == "sub" else "^"
    return f"{mark}{shown}" if len(shown) == 1 else f"{mark}({shown})"
