"""Words as Typst source: what a person wrote stands nowhere but between quotes."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sopcurric.model.saying import say
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Language,
    Light,
    Phrase,
    Plain,
    Quantity,
    Reference,
    Runs,
    by_line,
)
from sopcurric.printing.formula import Piece, levelled, pieces, raised

_ESCAPES = {
    **dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " "),
    ord("\\"): "\\\\",
    ord('"'): '\\"',
    ord("☐"): "□",
}
_BEFORE_OPERATOR = re.compile(" (?=[=<>+−±×÷·/→←↔⇌⇒≤≥≠≈])")
_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_MEETING = re.compile(f"[{_HAN}][0-9A-Za-z]|[0-9A-Za-z][{_HAN}]")
_MADE: Mapping[type[Inline], str] = {
    Emphasis: "strong({})",
    Light: "emph({})",
    Quantity: "whole({})",
    **dict.fromkeys((Plain, Formula, Reference, Classified, Break), "{}"),
}
_SET = {"base": "{}", "sub": "sub({})", "sup": "super({})"}


def literal(text: str) -> str:
    """A Typst string literal: nothing inside it is code or markup."""
    return f'"{text.translate(_ESCAPES)}"'


def expression(phrase: Phrase, language: Language) -> str:
    """A phrase as one Typst expression; lines behind the first one are set by the functions of `style.typ`."""
    (_, first), *others = by_line(say(phrase, language))
    parts = [
        *_line(first),
        *(_begun(begin, runs, first=not (first or number)) for number, (begin, runs) in enumerate(others) if begin),
    ]
    if not parts:
        return '""'
    if len(parts) == 1:
        return parts[0]
    return _content(parts)


def _content(parts: Iterable[str]) -> str:
    return f"[{''.join(f'#{part};' for part in parts)}]"


def _begun(begin: Break, runs: Runs, *, first: bool) -> str:
    """A paragraph or an item of a list; the first line of all has no line before it."""
    above = "true" if not first else "false"
    said = _content(_line(runs))
    return (
        f"item({literal(begin.shown)}, above: {above}, {said})" if begin.marker else f"passage(above: {above}, {said})"
    )


def _line(runs: Runs) -> list[str]:
    neighbours = zip((None, *runs), runs, strict=False)
    return [part for before, run in neighbours for part in (*_gap(before, run), *_parts(run))]


def _gap(before: Inline | None, run: Inline) -> tuple[str, ...]:
    """The space between a Chinese character and a box with a quantity, which Typst sets beside letters only."""
    if before is None or not (isinstance(before, Quantity) or isinstance(run, Quantity)):
        return ()
    return ('" "',) if _MEETING.fullmatch(before.text[-1:] + run.text[:1]) else ()


def _parts(run: Inline) -> Iterator[str]:
    """Typst expressions of a run. Fonts have few lowered and raised characters, so these are set as true indices."""
    if isinstance(run, Index):
        yield _SET[run.level].format(literal(raised(run.letters)))
        return
    for number, line in enumerate(run.text.split("\n")):
        if number:
            yield "linebreak()"
        for piece in _pieces(run, line):
            part = _SET[piece.level].format(literal(piece.text))
            yield _MADE[type(run)].format(part)


def _pieces(run: Inline, line: str) -> tuple[Piece, ...]:
    if isinstance(run, Formula):  # broken after an operator, as GB 3101 asks
        return tuple(Piece(_BEFORE_OPERATOR.sub("\u00a0", piece.text), piece.level) for piece in pieces(line))
    return levelled(line) if line else ()
