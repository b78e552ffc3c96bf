"""Words as Typst source: what a person wrote stands nowhere but between quotes."""

import re
from collections.abc import Iterator

from sopcurric.model.saying import say
from sopcurric.model.text import Emphasis, Formula, Inline, Language, Phrase, Quantity
from sopcurric.printing.formula import Piece, levelled, pieces

_ESCAPES = {
    **dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " "),
    ord("\\"): "\\\\",
    ord('"'): '\\"',
    ord("☐"): "□",
}
_BEFORE_OPERATOR = re.compile(" (?=[=<>+−±×÷·/→←↔⇌⇒≤≥≠≈])")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_MEETING = re.compile(f"[{_HAN}][0-9A-Za-z]|[0-9A-Za-z][{_HAN}]")
_MADE: dict[type, str] = {Emphasis: "strong({})", Quantity: "whole({})"}
_SET = {"base": "{}", "sub": "sub({})", "sup": "super({})"}


def literal(text: str) -> str:
    """A Typst string literal: nothing inside it is code or markup."""
    return f'"{text.translate(_ESCAPES)}"'


def expression(phrase: Phrase, language: Language) -> str:
    """A phrase as one Typst expression."""
    runs = say(phrase, language)
    neighbours = zip((None, *runs), runs, strict=False)
    parts = [part for before, run in neighbours for part in (*_gap(before, run), *_parts(run))]
    if not parts:
        return '""'
    if len(parts) == 1:
        return parts[0]
    return f"[{''.join(f'#{part};' for part in parts)}]"


def _gap(before: Inline | None, run: Inline) -> tuple[str, ...]:
    """The space between a Chinese character and a box with a quantity, which Typst sets beside letters only."""
    if before is None or not (isinstance(before, Quantity) or isinstance(run, Quantity)):
        return ()
    return ('" "',) if _MEETING.fullmatch(before.text[-1:] + run.text[:1]) else ()


def _parts(run: Inline) -> Iterator[str]:
    """Typst expressions of a run. Fonts have few lowered and raised characters, so these are set as true indices."""
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield "linebreak()"
        for piece in _pieces(run, line):
            part = _SET[piece.level].format(literal(piece.text))
            yield _MADE.get(type(run), "{}").format(part)


def _pieces(run: Inline, line: str) -> tuple[Piece, ...]:
    if isinstance(run, Formula):  # broken after an operator, as GB 3101 asks
        return tuple(Piece(_BEFORE_OPERATOR.sub("\u00a0", piece.text), piece.level) for piece in pieces(line))
    return levelled(line) if line else ()
