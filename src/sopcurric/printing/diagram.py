"""Diagrams: layers of boxes, left to right, with lines between neighbours, and where everything stands on paper.

Numbers tell the boxes of a layer apart, and boxes to the right name the numbers that lead to them: lines that cross on
paper can be followed by the numbers, and by the list that stands for the drawing where there is none.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from sopcurric.model.publication import Diagram, DiagramLayer, DiagramNode
from sopcurric.model.saying import say
from sopcurric.model.text import Formula, Index, Language, Phrase, in_one_line, sentence
from sopcurric.printing.formula import Level, levelled, pieces, raised
from sopcurric.printing.line_breaking import lines_of_width, width_of
from sopcurric.printing.wording import words

_WIDTH = 156.0
"""Of the whole drawing, in millimetres: that of an upright page of a plan."""
LETTER, SMALL, LINE = 2.65, 2.2, 3.7
"""Sizes of letters and notes, and from one line to the next."""
_PAD, _SPACE, _HEAD = 1.1, 1.8, 7.0
_SHARES: Mapping[int, tuple[float, ...]] = {1: (1,), 2: (4, 3), 3: (2, 4, 3), 4: (20, 24, 44, 36)}
_GAPS: Mapping[int, tuple[float, ...]] = {1: (), 2: (20,), 3: (8, 20), 4: (7, 7, 18)}
"""By the number of layers: widths of the columns as shares, and what lies between them in millimetres."""


@dataclass(frozen=True, slots=True)
class Outlined:
    """A box as words: its number in its layer, and what it leads to."""

    name: str
    label: Phrase
    ends: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class OutlinedLayer:
    """A layer as words."""

    title: Phrase
    nodes: tuple[Outlined, ...]


def outline(diagram: Diagram) -> tuple[OutlinedLayer, ...]:
    """What stands for a drawing where there is none: every layer with its boxes and what each of them leads to."""
    labels = {node.id: node.label for layer in diagram.layers for node in layer.nodes}
    leading: dict[str, list[Phrase]] = {}
    for link in diagram.links:
        leading.setdefault(link.left, []).append(labels[link.right])
    return tuple(
        OutlinedLayer(
            layer.title,
            tuple(
                Outlined(_number(layer, place), node.label, tuple(leading.get(node.id, ())))
                for place, node in enumerate(layer.nodes, start=layer.first)
            ),
        )
        for layer in diagram.layers
    )


def _number(layer: DiagramLayer, place: int) -> str:
    return str(place) if layer.first else ""


Run = tuple[str, Level]
"""Letters that stand on the line, below or above it."""
Spot = tuple[float, float]
"""A place, from the left and from the top."""


@dataclass(slots=True)
class Box:
    """A box with its lines, the number before them and the note below; `top` follows when the column is set."""

    node: DiagramNode
    name: str
    lines: tuple[tuple[Run, ...], ...]
    note: str
    left: float
    width: float
    top: float = 0.0

    @property
    def height(self) -> float:
        """With the room around the lines."""
        return 2 * _PAD + LINE * len(self.lines) + (LINE - 0.5 if self.note else 0.0)

    @property
    def middle(self) -> float:
        """Half-way down, where lines end."""
        return self.top + self.height / 2

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def text(self) -> Spot:
        """The upper left corner of the first line."""
        beside = width_of(self.name) * LETTER + 1.0 if self.name else 0.0
        return self.left + _PAD + beside, self.top + _PAD

    @property
    def number(self) -> Spot:
        """The upper left corner of the number."""
        return self.left + _PAD, self.top + _PAD

    @property
    def below(self) -> Spot:
        """The upper left corner of the note."""
        return self.text[0], self.top + _PAD + LINE * len(self.lines)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything at its place, in millimetres: titles of columns (by their middle), lines by their corners, boxes."""

    width: float
    height: float
    titles: tuple[tuple[float, str], ...]
    lines: tuple[tuple[Spot, ...], ...]
    boxes: tuple[Box, ...]


def draw(diagram: Diagram, language: Language) -> Drawing:
    """The places of everything in a diagram."""
    columns, height = _set(diagram, language)
    boxes = {box.node.id: box for column in columns for box in column}
    joints = _joints(columns)
    titles = (
        (column[0].left + column[0].width / 2, words(layer.title, language))
        for layer, column in zip(diagram.layers, columns, strict=True)
        if column
    )
    lines = (_line(boxes[link.left], boxes[link.right], joints) for link in diagram.links)
    return Drawing(_WIDTH, height, tuple(titles), tuple(lines), tuple(boxes.values()))


def _runs(phrase: Phrase, language: Language) -> tuple[Run, ...]:
    """The words of a phrase in one line, with indices as such."""
    found: list[Run] = []
    for run in in_one_line(say(phrase, language)):
        match run:
            case Formula(text=text):
                found += [(piece.text, piece.level) for piece in pieces(text)]
            case Index(letters=letters, level=level):
                found.append((raised(letters), level))
            case _:
                found += [(piece.text, piece.level) for piece in levelled(run.text)]
    return tuple(found)


def _broken(runs: Iterable[Run], room: float) -> tuple[tuple[Run, ...], ...]:
    """Runs in lines; an empty one where there are no words."""
    levels = [(sign, level) for text, level in runs for sign in text]
    lines: list[tuple[Run, ...]] = []
    at = 0
    for line in lines_of_width("".join(sign for sign, _ in levels), room) or ("",):
        own = levels[at : at + len(line)]
        at += len(line)
        lines.append(
            tuple(("".join(sign for sign, _ in same), level) for level, same in groupby(own, lambda one: one[1]))
        )
    return tuple(lines)


def _set(diagram: Diagram, language: Language) -> tuple[list[list[Box]], float]:
    """The boxes column by column at their places, and the height of the drawing."""
    columns = []
    notes = _notes(diagram, language)
    for layer, (left, width) in zip(diagram.layers, _places(len(diagram.layers)), strict=True):
        column = []
        for place, node in enumerate(layer.nodes, start=layer.first):
            name = _number(layer, place)
            room = (width - 2 * _PAD - (width_of(name) * LETTER + 1.0 if name else 0)) / LETTER
            column.append(
                Box(node, name, _broken(_runs(node.label, language), room), notes.get(node.id, ""), left, width)
            )
        columns.append(column)
    tallest = max((_height(column) for column in columns), default=0.0)
    for number in sorted(range(len(columns)), key=lambda at: -_height(columns[at])):
        _spread(columns[number], tallest)
    for number in range(len(columns) - 2, -1, -1):
        _centre(columns[number], columns[number + 1], diagram)
    return columns, _HEAD + tallest + 1.0


def _places(count: int) -> Iterator[tuple[float, float]]:
    """Left edge and width of each column; more layers than are known share the width evenly."""
    gaps = _GAPS.get(count, (7.0,) * max(0, count - 1))
    shares = _SHARES.get(count, (1.0,) * count)
    room = _WIDTH - 1.0 - sum(gaps)
    left = 0.5
    for share, gap in zip(shares, (*gaps, 0.0)[:count], strict=True):
        width = room * share / sum(shares)
        yield left, width
        left += width + gap


def _notes(diagram: Diagram, language: Language) -> Mapping[str, str]:
    """For each box to which numbered boxes lead, their numbers in words."""
    numbers = {
        node.id: (place, layer)
        for layer in diagram.layers
        if layer.first
        for place, node in enumerate(layer.nodes, start=layer.first)
    }
    found: dict[str, list[tuple[int, DiagramLayer]]] = {}
    for link in diagram.links:
        if link.left in numbers:
            found.setdefault(link.right, []).append(numbers[link.left])
    return {
        node: words(
            sentence("diagram.from", layer=own[0][1].title, numbers=_listed(sorted(place for place, _ in own))),
            language,
        )
        for node, own in found.items()
    }


def _listed(numbers: Sequence[int]) -> str:
    """Numbers, three or more in a row as a range."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)  # noqa: PLR2004


def _height(column: Sequence[Box]) -> float:
    return sum(box.height for box in column) + _SPACE * max(0, len(column) - 1)


def _spread(column: Sequence[Box], height: float) -> None:
    """Set boxes one below the other, in the middle of the height, as far apart as there is room."""
    spare = height - _height(column)
    space = _SPACE + min(spare / len(column), 2 * _SPACE) if column else 0.0
    used = sum(box.height for box in column) + space * max(0, len(column) - 1)
    top = _HEAD + (height - used) / 2
    for box in column:
        box.top = top
        top += box.height + space


def _centre(column: Sequence[Box], following: Sequence[Box], diagram: Diagram) -> None:
    """Move the boxes of a short column to the middle of what they lead to, as far as they keep their order."""
    if len(column) > max(2, len(following) / 2):
        return
    places = {box.node.id: box for box in following}
    floor = _HEAD
    bottom = max((box.top + box.height for box in following), default=floor)
    wanted: list[float] = []
    for box in column:
        ends = [
            places[link.right].middle for link in diagram.links if link.left == box.node.id and link.right in places
        ]
        middle = (min(ends) + max(ends)) / 2 if ends else box.middle
        box.top = max(floor, middle - box.height / 2)
        floor = box.top + box.height + _SPACE
        wanted.append(box.top)
    over = floor - _SPACE - bottom
    if over > 0:
        for box in column:
            box.top = max(_HEAD, box.top - over)
        for above, below in pairwise(column):
            below.top = max(below.top, above.top + above.height + _SPACE)


def _joints(columns: Iterable[Sequence[Box]]) -> Mapping[str, float]:
    """Where lines between two columns bend: in the middle of the gap; numbered boxes are joined by straight lines."""
    found: dict[str, float] = {}
    for before, after in pairwise(columns):
        if before and after and not before[0].name:
            middle = (before[0].right + after[0].left) / 2
            found |= {box.node.id: middle for box in before}
    return found


def _line(left: Box, right: Box, joints: Mapping[str, float]) -> tuple[Spot, ...]:
    bend = joints.get(left.node.id)
    start, end = (left.right, left.middle), (right.left, right.middle)
    return (start, end) if bend is None else (start, (bend, start[1]), (bend, end[1]), end)
