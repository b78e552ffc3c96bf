"""What a file with faults was surely meant to say, so that further faults show in the same run.

A value that is at fault is put right as its finding says where that has one meaning; anything else is taken out, or a
word stands in for it, and its place is noted as doubtful: what rules find there is no finding.
Stand-ins are never built.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.from_validation import from_validation
from sopcurric.model.files.base import Frozen
from sopcurric.source.editing import found_at
from sopcurric.source.ref import Pointer, SourceRef

File = TypeVar("File", bound=Frozen)

_ROUNDS = 8
_WORD = "待补"
_NAMES = ("id", "code")
_PARTS = ({"id": "X1", "title": _WORD, "steps": [_WORD]},)
_CANDIDATES: tuple[object, ...] = (_WORD, [_WORD], 1, "2000-01-01", "X1", {})
"""What may stand in for a value that cannot be left out, tried one after another."""


@dataclass(frozen=True, slots=True)
class StandIn(Generic[File]):
    """A file as it was surely meant, and where that is in doubt."""

    file: File
    doubtful: tuple[Pointer, ...]


def stand_in(data: object, model: type[File], language: str, doubted: tuple[Pointer, ...] = ()) -> StandIn[File] | None:
    """The file that data were surely meant to be, or None where too little of it is left."""
    tree, doubtful, tries = deepcopy(data), [*doubted], dict[Pointer, int]()
    for _ in range(_ROUNDS):
        try:
            made = model.model_validate(tree, context={"language": language})
        except ValidationError as error:
            faults = from_validation("", error.errors(include_url=False), model)
        else:
            return StandIn(made, tuple(dict.fromkeys(doubtful)))
        # from the end, so that what is taken out of a list leaves the places before it as they are
        for fault in reversed(faults):
            place = fault.place or SourceRef("")
            tries[place.pointer] = tries.get(place.pointer, -1) + 1
            doubt = _mended(tree, place, fault, tries[place.pointer])
            doubtful += [] if doubt is None else [doubt]
    return None


def told_apart(read: StandIn[File], clashing: Iterable[Pointer]) -> StandIn[File] | None:
    """The same with other ids where they clash; None where one stands for a position."""
    file, places = read.file, list(dict.fromkeys(clashing))
    for number, pointer in enumerate(places):
        made = _with(file, pointer, f"X-{number}")
        if not isinstance(made, type(file)):
            return None
        file = made
    return StandIn(file, (*read.doubtful, *places))


def _with(value: object, pointer: Pointer, new: str) -> object | None:
    """A part of a file with another value at a pointer; None where there is no such place."""
    if not pointer:
        return new
    head, rest = pointer[0], pointer[1:]
    if isinstance(value, tuple) and isinstance(head, int) and head < len(value):
        inner = _with(value[head], rest, new)
        return None if inner is None else (*value[:head], inner, *value[head + 1 :])
    if isinstance(value, Frozen) and isinstance(head, str) and head in type(value).model_fields:
        inner = _with(getattr(value, head), rest, new)
        return None if inner is None else value.model_copy(update={head: inner})
    return None


def _mended(tree: object, place: SourceRef, fault: Finding, tries: int) -> Pointer | None:
    """Put right what is at fault; where it lay, if that is more than a slip of the pen."""
    holder, pointer = found_at(tree, place.pointer[:-1]), place.pointer
    if not isinstance(holder, dict | list) or not pointer:
        return pointer
    said = {name: str(value) for name, value in fault.arguments}
    key = pointer[-1]
    if isinstance(holder, dict) and key not in holder and fault.code not in ("SOP010", "SOP011"):
        _lengthen(holder, str(key))
    if isinstance(holder, list):
        return _mended_item(holder, key, pointer, fault, said) if isinstance(key, int) else pointer
    slip = _SLIPS.get((fault.code, said.get("variant", "")))
    if slip is not None and tries == 0:
        return slip(holder, str(key), pointer, said)
    if fault.code == "SOP011":
        holder[str(key)] = _standing_in(str(key), len(holder), tries)
    elif _is_text(fault, said) and tries == 0:
        holder[str(key)] = _WORD
    else:
        holder.pop(str(key), None)
    return pointer


def _lengthen(holder: dict[str, object], key: str) -> None:
    """Write out an element that stands there as one value below its id."""
    if len(holder) == 1:
        name, value = holder.popitem()
        holder.update({"id": name, **(value if isinstance(value, dict) else {key: value})})
    holder.setdefault(key, None)


def _mended_item(
    holder: list[object], key: int, pointer: Pointer, fault: Finding, said: Mapping[str, str]
) -> Pointer | None:
    """The same for an item of a list; where one has to go, the whole list is doubtful."""
    if key >= len(holder):
        return pointer
    value = holder[key]
    if fault.code == "SOP014" and said.get("suggestion"):
        holder[key] = said["suggestion"]
        return pointer[:-1]
    if said.get("variant") in ("text-for-number", "text-for-boolean"):
        holder[key] = _written(value)
        return None
    if _is_text(fault, said) and value != _WORD:
        holder[key] = _WORD
        return pointer
    del holder[key]
    return pointer[:-1]


def _is_text(fault: Finding, said: Mapping[str, str]) -> bool:
    return fault.code in ("SOP015", "DEC001", "DEC002", "DEC105") or said.get("expected") == "text"


def _standing_in(key: str, number: int, tries: int) -> object:
    if key in _NAMES:
        return f"X{number}-{tries}"
    if key == "procedures":
        return deepcopy([*_PARTS])
    return deepcopy(_CANDIDATES[tries % len(_CANDIDATES)])


# --- Slips of the pen, by code and variant ---

Mapped = dict[str, object]


def _renamed(holder: Mapped, key: str, pointer: Pointer, said: Mapping[str, str]) -> Pointer | None:
    if key not in holder:
        return pointer
    value = holder.pop(key)
    holder.setdefault(said["suggestion"], value)
    return None


def _unwrapped(holder: Mapped, key: str, pointer: Pointer, _said: Mapping[str, str]) -> Pointer | None:
    inner = holder.pop(key, None)
    if not isinstance(inner, dict):
        return pointer
    holder.update({name: value for name, value in inner.items() if name not in holder})
    return None


def _removed(holder: Mapped, key: str, _pointer: Pointer, _said: Mapping[str, str]) -> Pointer | None:
    holder.pop(key, None)
    return None


def _corrected(holder: Mapped, key: str, pointer: Pointer, said: Mapping[str, str]) -> Pointer | None:
    words = said["suggestion"]
    holder[key] = {"true": True, "false": False}.get(words, words)
    return pointer if key in _NAMES else None


def _as_text(holder: Mapped, key: str, _pointer: Pointer, _said: Mapping[str, str]) -> Pointer | None:
    holder[key] = _written(holder[key])
    return None


def _as_list(holder: Mapped, key: str, _pointer: Pointer, _said: Mapping[str, str]) -> Pointer | None:
    holder[key] = [holder[key]]
    return None


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(getattr(value, "written", value))


Slip = Callable[[Mapped, str, Pointer, Mapping[str, str]], Pointer | None]
_SLIPS: Mapping[tuple[str, str], Slip] = {
    ("SOP010", "did-you-mean"): _renamed,
    ("SOP010", "twice"): _removed,
    ("SOP010", "wrapper"): _unwrapped,
    ("SOP012", "did-you-mean"): _corrected,
    ("SOP012", "nothing"): _removed,
    ("SOP012", "text-for-number"): _as_text,
    ("SOP012", "text-for-boolean"): _as_text,
    ("SOP012", "list-for-text"): _as_list,
    ("SOP012", "one-item"): _as_list,
    ("SOP012", "list-for-number"): _as_list,
    ("SOP012", "list-for-mapping"): _as_list,
    ("SOP013", "did-you-mean"): _corrected,
    ("SOP014", "did-you-mean"): _corrected,
}


# --- What rules find in stand-ins ---

_WHOLE_REPOSITORY = ("JNT102", "JNT108", "LCK004")
"""Codes of findings that depend on every word."""
_ABOUT_LOST = ("PLN111", "JNT101")
"""Codes of findings about jobs that are not there, which may stand in a file that cannot be read at all."""


@dataclass(frozen=True, slots=True)
class Doubts:
    """Where stand-ins are in doubt, by document, and whether a file says nothing at all."""

    places: Mapping[str, Sequence[Pointer]]
    lost: bool

    def certain(self, findings: Iterable[Finding], place_of: Callable[[Finding], SourceRef]) -> tuple[Finding, ...]:
        """The findings that do not come from what only stands in for something."""
        return tuple(one for one in findings if self._is_certain(one, place_of(one)))

    def _is_certain(self, one: Finding, ref: SourceRef) -> bool:
        if self.lost and one.code in _ABOUT_LOST:
            return False
        if one.code in _WHOLE_REPOSITORY and any(self.places.values()):
            return False
        places = self.places.get(ref.document, ())
        if one.code == "SOP020":
            section = one.said("section")
            return not any(_is_doubtful_name(place, section) or ref.pointer[: len(place)] == place for place in places)
        return not any(_touches(place, ref.pointer) for place in places)


def _is_doubtful_name(place: Pointer, section: str) -> bool:
    """Whether a place in doubt may hide an id of a section, or the section as a whole."""
    if len(place) <= 1:
        return True
    return place[0] == section and (len(place) == 2 or place[-1] in _NAMES)  # noqa: PLR2004 - an item of the section


def _touches(place: Pointer, subject: Pointer) -> bool:
    """Whether something in doubt belongs to a subject or holds it; a job is said by its header, too."""
    shorter = min(len(place), len(subject))
    return place[:shorter] == subject[:shorter] or (subject == ("job",) and place[:1] == ("document",))
