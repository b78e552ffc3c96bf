"""Where the walk through a classified file stands, and what parts of files are called there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import BaseModel

from sopcurric.model.address import letters
from sopcurric.model.files.element import Element
from sopcurric.model.files.levels import Level
from sopcurric.model.files.policy import FieldDecision
from sopcurric.model.files.shapes import Key, keys_of
from sopcurric.model.files.sop import DocumentHeader, SopSections
from sopcurric.model.files.sop_steps import Alternative, Route, Step
from sopcurric.secrecy.known import is_level
from sopcurric.secrecy.paths import is_part
from sopcurric.secrecy.rules import PUBLIC
from sopcurric.source.ref import Pointer

Data = object
"""What a YAML file holds: mappings, lists, scalars."""
_EXCUSES = ("rows", "not_applicable", "stub")
"""Keys beside which a list of steps or actions may be missing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the walk stands: the field path, the name below the document, both pointers, the level and whose it is."""

    path: str
    at: str
    raw: Pointer
    made: Pointer
    level: str
    own: bool = False
    safe: bool = False

    @property
    def name(self) -> str:
        """The key within the element: the path without that of the element."""
        return self.path.partition(".")[2]

    def key(self, key: str) -> "Spot":
        """The same at a key."""
        return replace(self, path=f"{self.path}.{key}", raw=(*self.raw, key), made=(*self.made, key))


def at_least(spot: Spot, decision: FieldDecision | None) -> Spot:
    """What somebody decided not to teach is classified, whatever its file says."""
    decided = decision is not None and decision.operation != "keep" and spot.level == PUBLIC
    return replace(spot, level=Level.TRADE_SECRET.value, own=True) if decided else spot


def id_of(item: Data, model: type[BaseModel]) -> str:
    """The id of an item as it is written, in its long form or not; nothing without one."""
    longer = model.long_form(item) if issubclass(model, Element) else item
    own = longer.get("id") if isinstance(longer, Mapping) else None
    return str(own) if own is not None else ""


def position(model: type[BaseModel], prefix: str, number: int) -> str:
    """What an element without an id is called, as in addresses."""
    if model is Route:
        return f"R{number + 1}"
    return f"{prefix}{letters(number)}" if model is Alternative else f"{prefix}{number + 1}"


def below(spot: Spot, name: str) -> str:
    """The name of an element below the document; procedures, routes, steps and points are called as in addresses."""
    if spot.path in {"procedures", "routes"} and "/" not in spot.at:
        return name
    if spot.path in {"steps", "points"}:
        return f"{spot.at.partition('/')[0]}/{name}" if not spot.at.startswith("changes/") else f"{spot.at}/{name}"
    return f"{spot.at}/{name}"


def prefix_of(model: type[BaseModel], name: str) -> str:
    """What the positions of steps without ids begin with, below an element of this name."""
    return f"{name}." if model is Step else name if model is Alternative else ""


def falls(keys: Mapping[str, Key], lost: set[str], made: Mapping[str, Data]) -> bool:
    """Whether a part cannot stand without what it lost."""
    for key in lost:
        known = keys.get(key)
        if key in _EXCUSES and "actions" in keys and "actions" not in made:
            return True
        if known and known.needed and not (key in {"actions", "steps"} and any(one in made for one in _EXCUSES)):
            return True
    return False


def is_obeyed(value: Data, model: type[BaseModel]) -> bool:
    """Whether a level, or levels of keys or sections, say what can be done."""
    if not isinstance(value, Mapping):
        return is_level(value)
    names = keys_of(SopSections if model is DocumentHeader else model)
    return value.keys() <= names.keys() and all(is_level(one) for one in value.values())


def words_in(value: Data, model: type[BaseModel] | None = None) -> Iterator[str]:
    """The words in data; of parts, those of texts and names, not ids, links and choices."""
    if isinstance(value, Mapping):
        keys = keys_of(model) if model is not None and is_part(value, model) else {}
        for name, one in value.items():
            key = keys.get(str(name))
            if key is None or key.holds in {"text", "line", "part"}:
                yield from words_in(one, key.part if key else None)
    elif isinstance(value, list):
        for one in value:
            longer = model.long_form(one) if model is not None and issubclass(model, Element) else one
            yield from words_in(longer, model)
    elif isinstance(value, str):
        yield value
