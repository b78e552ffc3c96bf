"""Diagrams for Typst: what a template places, with words as expressions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from sopcurric.model.publication import Diagram
from sopcurric.model.text import Language, Phrase
from sopcurric.printing.diagram import LETTER, LINE, SMALL, Box, Run, Spot, draw
from sopcurric.printing.formula import Level
from sopcurric.printing.typst_source import literal

_SET: Mapping[Level, str] = {"base": "{}", "sub": "sub({})", "sup": "super({})"}
_TALLEST = 216.0
"""Millimetres of an upright page that a drawing can have below headings; taller ones are made smaller."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Words as an expression, by their upper left corner."""

    left: float
    top: float
    said: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A box with its words; the lines of its text are one expression each."""

    left: float
    top: float
    width: float
    height: float
    stroke: float
    number: Placed | None
    text: Placed
    note: Placed | None


@dataclass(frozen=True, slots=True)
class DiagramView:
    """A drawing in millimetres; `scale` (per cent) makes it fit a page."""

    title: Phrase
    width: float
    height: float
    scale: float
    letter: float
    small: float
    leading: float
    titles: tuple[Placed, ...]
    strokes: tuple[tuple[Spot, Spot], ...]
    frames: tuple[Frame, ...]


def diagram_view(diagram: Diagram, language: Language) -> DiagramView:
    """A diagram as its template sees it; measures are rounded to hundredths of a millimetre."""
    drawing = draw(diagram, language)
    strokes = dict.fromkeys(
        (_spot(start), _spot(end)) for line in drawing.lines for start, end in pairwise(line) if start != end
    )
    return DiagramView(
        title=diagram.title,
        width=round(drawing.width, 2),
        height=round(drawing.height, 2),
        scale=round(min(100.0, 100 * _TALLEST / drawing.height), 2),
        letter=LETTER,
        small=SMALL,
        leading=round(LINE - LETTER, 2),
        titles=tuple(Placed(round(middle, 2), 1.0, literal(said)) for middle, said in drawing.titles),
        strokes=tuple(strokes),
        frames=tuple(map(_frame, drawing.boxes)),
    )


def _frame(box: Box) -> Frame:
    lines = " + linebreak() + ".join(_written(line) for line in box.lines)
    return Frame(
        left=round(box.left, 2),
        top=round(box.top, 2),
        width=round(box.width, 2),
        height=round(box.height, 2),
        stroke=0.6 if box.node.strong else 0.25,
        number=_placed(box.number, literal(box.name)) if box.name else None,
        text=_placed(box.text, lines),
        note=_placed(box.below, literal(box.note)) if box.note else None,
    )


def _placed(corner: Spot, said: str) -> Placed:
    left, top = _spot(corner)
    return Placed(left, top, said)


def _spot(spot: Spot) -> Spot:
    return round(spot[0], 2), round(spot[1], 2)


def _written(line: Iterable[Run]) -> str:
    """A line as one expression: a space at its end stays, so that words do not run into each other."""
    return " + ".join(_SET[level].format(literal(text)) for text, level in line) or '""'
