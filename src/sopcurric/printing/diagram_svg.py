"""Diagrams as SVG: black on white, the same bytes everywhere."""

from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape

from sopcurric.model.publication import Diagram
from sopcurric.model.text import Language
from sopcurric.printing.diagram import LETTER, LINE, SMALL, Box, Run, Spot, draw
from sopcurric.printing.formula import Level
from sopcurric.printing.wording import words

_BASELINE = 0.98
"""From the top of a line to the feet of its letters, in widths of a letter."""
_INDEX = 1.8
_SHIFT: Mapping[Level, float] = {"base": 0.0, "sub": 0.55, "sup": -0.95}


def svg(diagram: Diagram, language: Language, font: str = "sans-serif") -> str:
    """The drawing as SVG with a title and a description; words are text, so that they can be searched."""
    drawing = draw(diagram, language)
    told = "; ".join(f"{words(layer.title, language)}: {len(layer.nodes)}" for layer in diagram.layers)
    size = f'width="{_n(drawing.width)}mm" height="{_n(drawing.height)}mm"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_n(drawing.width)} {_n(drawing.height)}"',
        f'{size} role="img" lang="{_e(language)}" font-family="{_e(font)}" font-size="{_n(LETTER)}">',
        f"<title>{_e(words(diagram.title, language))}</title>",
        f"<desc>{_e(told)}</desc>",
        f'<rect width="{_n(drawing.width)}" height="{_n(drawing.height)}" fill="#fff"/>',
    ]
    parts += [
        f'<text x="{_n(middle)}" y="3.6" font-weight="bold" text-anchor="middle">{_e(title)}</text>'
        for middle, title in drawing.titles
    ]
    parts.append('<g fill="none" stroke="#000" stroke-width="0.2">')
    parts += [f'<path d="M{"L".join(f"{_n(x)} {_n(y)}" for x, y in line)}"/>' for line in drawing.lines]
    parts.append("</g>")
    parts += [part for box in drawing.boxes for part in _drawn(box)]
    parts.append("</svg>\n")
    return "\n".join(parts)


def _drawn(box: Box) -> Iterator[str]:
    thick = "0.6" if box.node.strong else "0.25"
    yield (
        f'<rect x="{_n(box.left)}" y="{_n(box.top)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="0.6" '
        f'fill="#fff" stroke="#000" stroke-width="{thick}"/>'
    )
    if box.name:
        yield f'<text {_at(box.number, LETTER)} font-weight="bold">{box.name}</text>'
    left, top = box.text
    spans = "".join(
        f"<tspan {_at((left, top + LINE * number), LETTER)}>{_written(line)}</tspan>"
        for number, line in enumerate(box.lines)
    )
    yield f"<text>{spans}</text>"
    if box.note:
        yield f'<text {_at(box.below, SMALL)} font-size="{_n(SMALL)}">{_e(box.note)}</text>'


def _at(corner: Spot, size: float) -> str:
    """Where words begin that have their upper left corner somewhere."""
    return f'x="{_n(corner[0])}" y="{_n(corner[1] + _BASELINE * size)}"'


def _written(line: Iterable[Run]) -> str:
    """A line as XML: indices are small and stand lower or higher, what follows is back on the line."""
    written = []
    at = 0.0
    for text, level in line:
        move = _SHIFT[level] - at
        at = _SHIFT[level]
        looks = (f' dy="{_n(move)}"' if move else "") + (f' font-size="{_n(_INDEX)}"' if level != "base" else "")
        written.append(f"<tspan{looks}>{_e(text)}</tspan>" if looks else _e(text))
    return "".join(written)


def _e(text: str) -> str:
    """Words as XML, without what XML cannot hold."""
    safe = "".join(sign if sign >= " " and sign not in "\x7f\ufffe\uffff" else " " for sign in text)
    return escape(safe, {'"': "&quot;"})


def _n(value: float) -> str:
    """A measure with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
