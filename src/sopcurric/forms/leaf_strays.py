"""What stands in the text form of a leaf although the marker of its block does not: damage, and no wish of anybody."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from sopcurric.forms.leaf_parts import Typed, TypedBox, TypedHeading, TypedList, TypedParagraph, TypedTable
from sopcurric.forms.leaf_text import FormFault, FormUnit, LeafForm, LeafUnit, index_key
from sopcurric.model.text import sentence


def strays(form: LeafForm, units: Mapping[str, LeafUnit]) -> Iterator[FormFault]:
    """Blocks that were handed out, lost their marker and are still told, each at the first line that tells of it."""
    marked = {unit.key for unit in form.units}
    given_out = {key for key, _ in form.index}
    more = [*_more(form.units, units)]
    for key, unit in units.items():
        if key not in marked and index_key(key) in given_out:
            said = {words for words, _ in _said(unit.parts)}
            line = next((line for words, line in more if words in said), None)
            if line is not None:
                yield FormFault(line, sentence("decided.fault.unmarked", block=key))


def _more(typed: Iterable[FormUnit], units: Mapping[str, LeafUnit]) -> Iterator[tuple[str, int]]:
    """What stands below each marker beyond what its own block says."""
    for unit in typed:
        own = units.get(unit.key)
        left = Counter(words for words, _ in _said(own.parts)) if own else Counter[str]()
        for words, line in _said(unit.parts):
            if not left[words]:
                yield words, line
            left[words] = max(0, left[words] - 1)


def _said(parts: Iterable[Typed]) -> Iterator[tuple[str, int]]:
    """Every line that is not blank, and where its part begins."""
    return ((words, part.line) for part in parts for words in _lines(part) if words.strip(" |"))


def _lines(part: Typed) -> tuple[str, ...]:
    match part:
        case TypedParagraph(words=words) | TypedHeading(words=words):
            return (words,)
        case TypedList(items=items):
            return items
        case TypedBox(title=title, items=items):
            return (title, *items)
        case TypedTable(titles=titles, rows=rows):
            told = (("；".join(cell) for cell in row if cell) for row in rows)
            return (" | ".join(titles), *map(" | ".join, told))
