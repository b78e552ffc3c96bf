"""What the keys of a part of a file hold: texts, names, links, or parts with keys of their own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from sopcurric.model.files.base import Line, Link, RecordDay, Target
from sopcurric.model.files.element import LEFT_OUT
from sopcurric.model.text import Text

Holds = Literal["text", "line", "link", "target", "part", "other"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key: what it holds, the model of parts (where `text` may stand, too, `also_text`), whether it must be there."""

    holds: Holds
    part: type[BaseModel] | None = None
    also_text: bool = False
    needed: bool = False


@cache
def keys_of(model: type[BaseModel]) -> Mapping[str, Key]:
    """The keys of a model in their order."""
    hints = get_type_hints(model, include_extras=True)
    return {name: _key(hints[name], needed=_is_needed(model, name)) for name in model.model_fields}


def _is_needed(model: type[BaseModel], name: str) -> bool:
    """Whether nothing is not enough: a key without default, or a list that must have items."""
    field = model.model_fields[name]
    return field.is_required() or field.default == LEFT_OUT or any(hasattr(one, "min_length") for one in field.metadata)


def _key(hint: object, *, needed: bool) -> Key:
    inside = list(_inside(hint))
    parts = [one for one in inside if isinstance(one, type) and issubclass(one, BaseModel)]
    is_text = Text in inside
    if parts:
        return Key("part", parts[0], is_text, needed)
    if is_text:
        return Key("text", needed=needed)
    if Link in inside:
        return Key("link", needed=needed)
    if Target in inside:
        return Key("target", needed=needed)
    return Key("line" if Line in inside or RecordDay in inside else "other", needed=needed)


def _inside(hint: object) -> Iterator[object]:
    yield hint
    for one in get_args(hint)[:1] if get_origin(hint) is Annotated else get_args(hint):
        yield from _inside(one)
