"""The order of names in which problems are made, so that the order of files does not matter: G2 comes before G10."""

import re

_PIECES = re.compile(r"\d+|\D+")


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """What names are sorted by: numbers in them by their size."""
    return tuple((0, int(one), one) if one.isdecimal() else (1, 0, one) for one in _PIECES.findall(name))
