"""What the fields of SOPs and cases are called in a policy, such as `parameters.range`, and which there are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic import BaseModel

from sopcurric.model.files.case import CASE_SECTIONS, CaseFile
from sopcurric.model.files.element import Element
from sopcurric.model.files.shapes import Key, keys_of
from sopcurric.model.files.sop import KINDS
from sopcurric.source.ref import Pointer

Data = object
"""What a YAML file holds: mappings, lists, scalars."""
_DEFAULT_KIND = "job-sop"
_ANYWHERE = frozenset({"steps", "points", "rows", "either", "media"})


@dataclass(frozen=True, slots=True)
class Part:
    """An element, text, name or link in a file: its field path, where it stands, its words by language."""

    kind: Literal["element", "text", "line", "link"]
    path: str
    pointer: Pointer
    words: tuple[tuple[str, str], ...] = ()


def model_of(data: Mapping[str, Data]) -> type[BaseModel] | None:
    """The model of a file of an SOP kind, or of cases, by its keys; None where its kind is none of these."""
    kind = data.get("kind", _DEFAULT_KIND)
    headers = {header for _, header in KINDS.values()}
    if "kind" not in data and not headers & data.keys() and data.keys() & {*CASE_SECTIONS}:
        return CaseFile
    return KINDS[kind][0] if isinstance(kind, str) and kind in KINDS else None


def path_of(path: str) -> str:
    """The field path of parts: lists of steps, points, rows and pictures are called the same wherever they stand."""
    own = path.rpartition(".")[2]
    return own if own in _ANYWHERE else path


def languages_of(value: Data) -> Mapping[str, str] | None:
    """The wordings of a text by language (empty where it has only one); None where it is none."""
    if isinstance(value, str):
        return {"": value}
    if isinstance(value, Mapping) and value and all(isinstance(one, str) for one in value.values()):
        return {str(key): str(words) for key, words in value.items()}
    return None


def is_part(value: Data, model: type[BaseModel]) -> bool:
    """Whether a value is a part of this kind and no text by language."""
    return isinstance(value, Mapping) and bool(value.keys() & keys_of(model).keys())


@cache
def known_paths() -> frozenset[str]:
    """The paths of all fields that SOPs of any kind, and cases, can have."""
    found: set[str] = {"changes"}  # why a plant does otherwise
    for model in (*(model for model, _ in KINDS.values()), CaseFile):
        _reach("", model, found)
    return frozenset(found)


def _reach(path: str, model: type[BaseModel], found: set[str]) -> None:
    for name, key in keys_of(model).items():
        own = path_of(f"{path}.{name}") if key.part and path else f"{path}.{name}" if path else name
        if own in found:
            continue
        found.add(own)
        if key.part is not None:
            _reach(own, key.part, found)


def parts_in(data: Data) -> Iterator[Part]:
    """Every element, text, name and link of an SOP or of cases, in the order of the file; nothing of other files."""
    if not isinstance(data, Mapping):
        return
    model = model_of(data)
    keys = keys_of(model) if model else {}
    for name, value in data.items():
        key = keys.get(name)
        if key is not None and key.part is not None:
            yield from _value(value, key, name, (name,))


def _value(value: Data, key: Key, path: str, pointer: Pointer) -> Iterator[Part]:
    if key.part is not None and not (key.also_text and not is_part(value, key.part)):
        yield from _below(value, key.part, path_of(path), pointer)
    elif key.holds in {"text", "part"}:
        yield from _texts(value, path, pointer)
    elif key.holds == "line" and value is not None:
        yield Part("line", path, pointer, (("", str(value)),))
    elif key.holds in {"link", "target"}:
        for one in value if isinstance(value, list) else [value]:
            yield Part("link", path, pointer, (("", str(one)),))


def _below(value: Data, model: type[BaseModel], path: str, pointer: Pointer) -> Iterator[Part]:
    """The parts of a part, or of each in a list."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            longer = model.long_form(item) if issubclass(model, Element) else item
            if isinstance(longer, Mapping):
                yield Part("element", path, (*pointer, number))
                yield from _keys(longer, model, path, (*pointer, number))
    elif isinstance(value, Mapping):
        yield from _keys(value, model, path, pointer)


def _keys(part: Mapping[str, Data], model: type[BaseModel], path: str, pointer: Pointer) -> Iterator[Part]:
    keys = keys_of(model)
    for name, value in part.items():
        key = keys.get(name)
        if key is not None:
            yield from _value(value, key, f"{path}.{name}", (*pointer, name))


def _texts(value: Data, path: str, pointer: Pointer) -> Iterator[Part]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, path, (*pointer, number))
        return
    typed = languages_of(value)
    if typed is not None:
        yield Part("text", path, pointer, tuple(typed.items()))
