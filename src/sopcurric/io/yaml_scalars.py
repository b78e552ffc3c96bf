"""What plain words mean in YAML 1.2 with the core types; dates, `no`, `12:30` and `010` are text."""

import re
from math import isfinite

_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,39})\Z")
_FLOAT = re.compile(r"[-+]?(?:(?:0|[1-9][0-9]{0,39})(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,3})?\Z")
_NUMERIC = frozenset("0123456789+-.")


class WrittenInteger(int):
    """A whole number that was typed in another way than it is printed (`+5`)."""

    written: str


class WrittenFloat(float):
    """A number that was typed in another way than it is printed (`1.10`, `1e3`)."""

    written: str


def resolved(words: str) -> object:
    """What a plain scalar means: null, a truth value, a number (which knows how it was typed), or text."""
    if words in _CONSTANTS:
        return _CONSTANTS[words]
    if words[0] not in _NUMERIC:
        return words
    if _INTEGER.match(words):
        return _written(int(words), WrittenInteger, words)
    number = float(words) if _FLOAT.match(words) else None
    return words if number is None or not isfinite(number) else _written(number, WrittenFloat, words)


def _written(number: float, kind: type[WrittenInteger | WrittenFloat], words: str) -> float:
    """The number; where it would not be printed as it was typed, together with what was typed."""
    if str(number) == words:
        return number
    made = kind(number)
    made.written = words
    return made
