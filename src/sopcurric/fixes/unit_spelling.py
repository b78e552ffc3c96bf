"""Units whose letters are wrong (`Mpa`, `KW`), inside the texts of the element that a finding is about."""

from collections.abc import Iterable, Iterator
from typing import get_args

from pydantic import BaseModel

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.files.element import Element
from sopcurric.model.files.sop import KINDS
from sopcurric.model.quantities import respelled
from sopcurric.model.text import Text
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import Edit, Source, found_at
from sopcurric.source.ref import Pointer, SourceRef


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The same texts with units as they are spelt; identifiers and other names are never touched."""
    top: Pointer = one.place.pointer if one.place else ()
    edits: list[Edit] = []
    values: list[tuple[Pointer, object]] = []
    for pointer in source.places.values:
        value = found_at(source.data, pointer) if pointer[: len(top)] == top else None
        if not isinstance(value, str) or respelled(value) == value or not _is_text(pointer):
            continue
        place = source.scalar(SourceRef(source.document, pointer))
        if place is None:
            continue
        start, end = place
        after = respelled(source.text[start:end])
        if after != source.text[start:end]:
            edits.append(Edit(start, end, after))
            values.append((pointer, respelled(value)))
    if edits:
        yield Change(tuple(edits), tuple(values))


def _is_text(pointer: Pointer) -> bool:
    """Whether prose may stand at a place of a document: below a key that is a text, in whatever language or form."""
    here: list[object] = [model for model, _ in KINDS.values()]
    for part in pointer:
        models = [one for one in here if isinstance(one, type) and issubclass(one, BaseModel)]
        found = [
            one.model_fields[part].annotation for one in models if isinstance(part, str) and part in one.model_fields
        ]
        if found:
            here = [member for one in found for member in _members(one)]
        elif isinstance(part, str) and Text not in here and not _is_short(here):
            return False
    return Text in here or _is_short(here)


def _is_short(here: Iterable[object]) -> bool:
    """Whether an element may stand here as one sentence, or as a sentence below its id."""
    return any(isinstance(one, type) and issubclass(one, Element) for one in here)


def _members(annotation: object) -> Iterator[object]:
    """The types that an annotation is made of, itself included."""
    waiting = [annotation]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += get_args(one)


FIX = Fix(name="unit-spelling", changes=changes, cures=frozenset({("TRM102", "spelling")}))
