r"""Lines inside a typed text: paragraphs after an empty line, items of lists, and everything else that is only wrapped.

An item begins with `- `, or with a number as `1. `, `1)`, `1、` or `（1）`. Numbers count as such only where the first
one is 1 and each is greater than the one before, so that a wrapped `2、3 号泵` stays what it is. A text of one line is
never a list. A backslash before such a beginning (`\- `) says that it is meant as words.
"""

import re
from dataclasses import dataclass

_MARKER = (
    r"-(?=\s)|(?P<dotted>\d{1,2})[.\uff0e](?=\s|[\u3400-\u9fff])|(?P<closed>\d{1,2})(?:[)）]|、(?!\d))"
    r"|[(（](?P<inside>\d{1,2})[)）]"
)
_ITEM = re.compile(rf"(?P<marker>{_MARKER})\s*(?P<words>\S.*)")
_LITERAL = re.compile(rf"\\(?=\\*(?:{_MARKER}))")
_END = re.compile(r"\r\n|[\r\n]")
_TIGHT = ("、", "）")
_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_FOLD = re.compile(rf"(?<=[，。；：、！？）”])\s+(?=[{_CJK}])")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph (without a marker) or an item of a list, its words in one line."""

    marker: str
    words: str

    @property
    def typed(self) -> str:
        """The line as a person would type it."""
        if not self.marker:
            return f"\\{self.words}" if _ITEM.match(self.words) or _LITERAL.match(self.words) else self.words
        return f"{self.marker}{'' if self.marker.endswith(_TIGHT) else ' '}{self.words}"


def one_line(words: str) -> str:
    """Words in one line: white space becomes one space, or none after Chinese punctuation."""
    return " ".join(_FOLD.sub("", words).split())


def divided(words: str) -> tuple[Line, ...]:
    """The paragraphs and items of typed words; one line without a marker where there are no two of them."""
    wrapped: list[tuple[str, list[str]]] = []
    counts: dict[str, int] = {}
    apart = True
    for typed in map(str.strip, _END.split(words)):
        if not typed:
            apart = True
        elif found := _item(typed, counts):
            wrapped.append((found["marker"], [found["words"]]))
            apart = False
        elif apart:
            wrapped.append(("", [_meant(typed)]))
            apart = False
        else:
            wrapped[-1][1].append(_meant(typed))
    if len(wrapped) == 1:
        return (Line("", one_line(words)),)
    return tuple(Line(marker, one_line("\n".join(pieces))) for marker, pieces in wrapped)


def _meant(typed: str) -> str:
    return typed[1:] if _LITERAL.match(typed) else typed


def joined(lines: tuple[Line, ...]) -> str:
    """Lines as a person would type them, so that `divided` makes the same of them."""
    first, *others = lines or (Line("", ""),)
    if not others:
        return f"{first.marker} {first.words}" if first.marker else first.words
    return first.typed + "".join("\n" * (1 if line.marker else 2) + line.typed for line in others)


def _item(typed: str, counts: dict[str, int]) -> "re.Match[str] | None":
    """The item that a line begins; `counts` are the last numbers, by how numbers are marked."""
    found = _ITEM.fullmatch(typed)
    number = found and (found["dotted"] or found["closed"] or found["inside"])
    if not found or not number:
        return found
    style, count = found["marker"].replace(number, "#"), int(number)
    if count != 1 and not 0 < counts.get(style, 0) < count:
        return None
    counts[style] = count
    return found
