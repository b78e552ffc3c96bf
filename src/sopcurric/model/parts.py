"""The names of the parts of values, for walking through values of any kind."""

from dataclasses import fields, is_dataclass

_KNOWN: dict[type[object], tuple[str, ...]] = {}


def part_names(value: object) -> tuple[str, ...]:
    """The fields of a dataclass value; none where it is something else. Looked up once for each kind of value."""
    kind = type(value)
    names = _KNOWN.get(kind)
    if names is None:
        names = _KNOWN[kind] = tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()
    return names
