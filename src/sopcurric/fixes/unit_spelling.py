"""Units whose letters are wrong (`Mpa`, `KW`), inside the texts of the element that a finding is about."""

import re
from collections.abc import Iterable, Iterator
from typing import get_args

from pydantic import BaseModel

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.files.sop import SopFile
from sopcurric.model.text import Text
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import Edit, Source, found_at
from sopcurric.source.ref import Pointer, SourceRef

_SPELLINGS = (
    (re.compile(r"(?<![A-Za-z])[Mm]pa(?![A-Za-z])"), "MPa"),
    (re.compile(r"(?<![A-Za-z])(?:KP|Kp|kp)a(?![A-Za-z])"), "kPa"),
    (re.compile(r"(?<=\d)(\s*)K[Ww](?![A-Za-z])"), r"\1kW"),
    (re.compile(r"(?<=\d)(\s*)K[Vv](?![A-Za-z])"), r"\1kV"),
    (re.compile(r"(?<=\d)(\s*)K[Gg](?![A-Za-z])"), r"\1kg"),
)


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The same texts with units as they are spelt; identifiers and other names are never touched."""
    top: Pointer = one.place.pointer if one.place else ()
    edits: list[Edit] = []
    values: list[tuple[Pointer, object]] = []
    for pointer in source.places.values:
        value = found_at(source.data, pointer) if pointer[: len(top)] == top else None
        if not isinstance(value, str) or _respelled(value) == value or not _is_text(pointer):
            continue
        place = source.scalar(SourceRef(source.document, pointer))
        if place is None:
            continue
        start, end = place
        after = _respelled(source.text[start:end])
        if after != source.text[start:end]:
            edits.append(Edit(start, end, after))
            values.append((pointer, _respelled(value)))
    if edits:
        yield Change(tuple(edits), tuple(values))


def _respelled(words: str) -> str:
    for pattern, spelling in _SPELLINGS:
        words = pattern.sub(spelling, words)
    return words


def _is_text(pointer: Pointer) -> bool:
    """Whether prose may stand at a place of an SOP: below a key that is a text, in whatever language or form."""
    here: list[object] = [SopFile]
    for part in pointer:
        models = [one for one in here if isinstance(one, type) and issubclass(one, BaseModel)]
        found = [
            one.model_fields[part].annotation for one in models if isinstance(part, str) and part in one.model_fields
        ]
        if found:
            here = [member for one in found for member in _members(one)]
        elif isinstance(part, str) and Text not in here:
            return False
    return Text in here


def _members(annotation: object) -> Iterator[object]:
    """The types that an annotation is made of, itself included."""
    waiting = [annotation]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += get_args(one)


FIX = Fix(name="unit-spelling", changes=changes, cures=frozenset({("TRM102", "spelling")}))
