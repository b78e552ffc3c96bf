"""From pydantic errors to findings: by the type of the error, never by its text, and one finding for one fault."""

import difflib
import re
import types
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Annotated, Literal, TypeGuard, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sopcurric.diagnostics.finding import Finding, Severity, by_name
from sopcurric.diagnostics.words_of_authors import HEADINGS, VALUES
from sopcurric.source.ref import Pointer, SourceRef
from sopcurric.wording.catalogue import LANGUAGES

_EXCERPT = 40
_CLOSE = 0.6
_ALIKE = 0.85
"""How close a word must be so that it is meant although the key would be right elsewhere."""
_APART = 0.15
"""How much closer the best word must be than the next one, so that only one could have been meant."""
_SURE = 0.75
_TRUTH = ("true", "false")
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,8})")
_NUMBER = re.compile(rf"{_INTEGER.pattern}(?:\.[0-9]{{1,8}})?")
_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "boolean"),
    (int, "number"),
    (float, "number"),
    (str, "text"),
    (list, "list"),
    (dict, "mapping"),
)
_EXPECTED = {
    "model_type": "mapping",
    "model_attributes_type": "mapping",
    "dict_type": "mapping",
    "mapping_type": "mapping",
    "dataclass_type": "mapping",
    "list_type": "list",
    "tuple_type": "list",
    "set_type": "list",
    "frozen_set_type": "list",
    "string_type": "text",
    "text_expected": "text",
    "int_type": "integer",
    "int_parsing": "integer",
    "int_from_float": "integer",
    "float_type": "number",
    "float_parsing": "number",
    "bool_type": "boolean",
    "bool_parsing": "boolean",
}
_LIMITS = {
    "greater_than": (">", "gt"),
    "greater_than_equal": ("≥", "ge"),
    "less_than": ("<", "lt"),
    "less_than_equal": ("≤", "le"),
    "multiple_of": ("×", "multiple_of"),
    "too_short": ("≥", "min_length"),
    "too_long": ("≤", "max_length"),
    "string_too_long": ("≤", "max_length"),
}
_OWNERS = {"": "allowed", ".": "outside"}
_DATE = re.compile(r"(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})(?:\D.*)?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_TENS = re.compile(r"(\d?)十(\d?)")
_NUMBERING = re.compile(r"[（(]?(?:[0-9]+(?:[.\uff0e][0-9]+)*|[一二三四五六七八九十]+)[)）、.\uff0e\s]+")
_SEVERAL = re.compile(r"\S *[，、；;,] *\S")
_NAMES = ("id", "code")
_LONGEST_NAME = 40


def from_validation(document: str, errors: Sequence[ErrorDetails], model: type[BaseModel]) -> tuple[Finding, ...]:
    """The findings for the errors of one file that was validated against a model."""
    faults = _chosen([_walked(error, model) for error in errors if not _is_echo(error)])
    missing = {(fault.pointer[:-1], str(fault.pointer[-1])) for fault in faults if fault.kind == "missing"}
    absent = frozenset(missing)
    strangers = Counter(fault.pointer[:-1] for fault in faults if fault.kind == "extra_forbidden")
    findings: list[Finding] = []
    for fault in faults:
        if fault.kind == "extra_forbidden":
            at = fault.pointer[:-1]
            gaps = sorted(key for place, key in missing if place == at)
            if gaps and isinstance(fault.value, dict) and all(gap in fault.value for gap in gaps):
                missing -= {(at, gap) for gap in gaps}
                findings.append(_wrapper(document, fault))
                continue
            suggestion = _suggested_key(fault, gaps, alone=strangers[at] == 1)
            missing.discard((at, suggestion))
            twice = suggestion in _required(fault) and (at, suggestion) not in absent
            findings.append(_unknown_key(document, fault, suggestion, twice=twice))
        elif fault.kind != "missing":
            findings.append(_HANDLERS.get(fault.kind, _wrong_type)(document, fault))
    gone = [f for f in faults if f.kind == "missing" and (f.pointer[:-1], str(f.pointer[-1])) in missing]
    findings += [_missing_key(document, fault) for fault in gone]
    return tuple(sorted(findings, key=_pointer_order))


def _is_echo(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because some of its items are faulty themselves."""
    value, least = error["input"], (error.get("ctx") or {}).get("min_length", 0)
    return error["type"] == "too_short" and isinstance(value, list | dict) and len(value) >= least


def _pointer_order(one: Finding) -> list[tuple[bool, int, str]]:
    pointer = one.place.pointer if one.place else ()
    return [(isinstance(part, str), part if isinstance(part, int) else 0, str(part)) for part in pointer]


# --- Where an error is ---


@dataclass(slots=True)
class _Fault:
    """An error with its way through the model: what is expected there, and the branches of unions on the way."""

    error: ErrorDetails
    pointer: Pointer = ()
    expected: object = None
    owners: list[type[BaseModel]] = field(default_factory=list)
    branches: list[tuple[Pointer, str]] = field(default_factory=list)
    on_key: bool = False

    @property
    def kind(self) -> str:
        return self.error["type"]

    @property
    def value(self) -> object:
        return self.error["input"]

    @property
    def context(self) -> dict[str, object]:
        return dict(self.error.get("ctx") or {})


def _walked(error: ErrorDetails, model: type[BaseModel]) -> _Fault:
    """Follow the path of an error through the model, leaving out what names a branch of a union."""
    fault = _Fault(error, expected=model)
    here: object = model
    outer: object = None
    for part in error["loc"]:
        members = _members(here)
        if len(members) > 1:
            fault.branches.append((fault.pointer, str(part)))
            here = _branch(members, str(part))
            continue
        only = members[0] if members else None
        if part == "[key]" and get_origin(outer) is dict and not _is_model(only):
            fault.on_key, here = True, next(iter(get_args(outer)), None)
            continue
        outer = only
        fault.pointer = (*fault.pointer, part)
        if _is_model(only):
            fault.owners.append(only)
        here = _inner(only, str(part))
    fault.expected = here
    return _told_by_key(fault)


def _told_by_key(fault: _Fault) -> _Fault:
    """A union told apart by a key: a fault of that key is told where the key stands, or should."""
    key = str(fault.context.get("discriminator", "")).strip("'")
    if fault.kind == "union_tag_not_found":
        fault.error = {**fault.error, "type": "missing"}
        fault.pointer = (*fault.pointer, key)
    elif fault.kind == "union_tag_invalid" and isinstance(fault.value, dict) and key in fault.value:
        fault.error = {**fault.error, "input": fault.value[key]}
        fault.pointer = (*fault.pointer, key)
    return fault


def _is_model(candidate: object) -> TypeGuard[type[BaseModel]]:
    return isinstance(candidate, type) and issubclass(candidate, BaseModel)


def _members(annotation: object) -> list[object]:
    """What an annotation allows besides None: one type, or the members of a union."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) not in (Union, types.UnionType):
        return [annotation]
    return [one for member in get_args(annotation) if member is not type(None) for one in _members(member)]


def _branch(members: list[object], label: str) -> object:
    """The member of a union that pydantic names by its class or by the value of its discriminator."""
    models = [member for member in members if _is_model(member)]
    for member in models:
        tags = [str(tag) for one in member.model_fields.values() for tag in _allowed(one.annotation)]
        if member.__name__ == label or label in tags or label in member.model_fields:
            return member
    return next((member for member in members if member not in models), None)


def _inner(annotation: object, part: str) -> object:
    """The annotation of a key or item of something annotated."""
    if _is_model(annotation):
        found = annotation.model_fields.get(part)
        return found.annotation if found else None
    arguments = get_args(annotation)
    return arguments[-1] if arguments and get_origin(annotation) is dict else next(iter(arguments), None)


def _chosen(faults: list[_Fault]) -> list[_Fault]:
    """Without the errors of those branches of unions that the author did not mean."""
    by_place: dict[Pointer, list[_Fault]] = {}
    for fault in faults:
        for pointer, _ in fault.branches:
            by_place.setdefault(pointer, []).append(fault)
    dropped: set[int] = set()
    for pointer, rivals in by_place.items():
        meant = _meant(pointer, rivals)
        dropped |= {id(rival) for rival in rivals if dict(rival.branches)[pointer] != meant}
    return [fault for fault in faults if id(fault) not in dropped]


def _meant(pointer: Pointer, rivals: list[_Fault]) -> str:
    """The branch that fits what was written: a mapping means a model unless its keys are languages."""
    labels = [(dict(rival.branches)[pointer], rival) for rival in rivals]
    whole = [(label, rival) for label, rival in labels if rival.pointer == pointer and not _is_inside(rival, pointer)]
    value = next((rival.value for _, rival in whole if rival.kind != "missing"), None)
    strangers = [label for label, rival in labels if _is_inside(rival, pointer) or rival.kind == "model_type"]
    plain = [label for label, rival in whole if label not in strangers]
    if isinstance(value, dict) and strangers and not any(language in value for language in LANGUAGES):
        return strangers[0]
    return plain[0] if plain else labels[0][0]


def _is_inside(fault: _Fault, pointer: Pointer) -> bool:
    return len(fault.pointer) > len(pointer) and bool(fault.owners)


# --- One maker of findings for each kind of error ---


def _made(code: str, document: str, fault: _Fault, **arguments: str | int) -> Finding:
    place = SourceRef(document, fault.pointer, on_key=fault.on_key)
    return Finding(code, Severity.ERROR, by_name(arguments), place=place)


def _unknown_key(document: str, fault: _Fault, suggestion: str, *, twice: bool) -> Finding:
    """A key that is not known; `twice`: the one that was probably meant is there too."""
    fault.on_key = True
    key, allowed = str(fault.pointer[-1]), ", ".join(_keys(fault))
    owner = "" if suggestion else _other_owner(fault, key)
    meant = "twice" if twice else "did-you-mean"
    variant = meant if suggestion else _OWNERS.get(owner, "elsewhere")
    arguments = {"key": _clipped(key), "suggestion": suggestion, "owner": owner, "allowed": allowed}
    readings = _readings(key, _keys(fault), HEADINGS)
    return _made("SOP010", document, fault, variant=variant, readings=readings, **arguments)


def _wrapper(document: str, fault: _Fault) -> Finding:
    """A key too much, with everything that should be here below it."""
    fault.on_key = True
    key, allowed = str(fault.pointer[-1]), ", ".join(_keys(fault))
    return _made("SOP010", document, fault, key=_clipped(key), variant="wrapper", allowed=allowed, suggestion="")


def _keys(fault: _Fault) -> list[str]:
    return [one.alias or name for name, one in fault.owners[-1].model_fields.items()] if fault.owners else []


def _required(fault: _Fault) -> list[str]:
    """The keys that cannot be left out where a fault is, some of them but for a reason (their default is a fault)."""
    fields = fault.owners[-1].model_fields.items() if fault.owners else ()
    return [one.alias or name for name, one in fields if one.is_required() or one.validate_default]


def _suggested_key(fault: _Fault, missing: list[str], *, alone: bool) -> str:
    """The key that was probably meant, those that are missing first.

    Where one key is unknown and one is missing, the one was meant to be the other.
    """
    key, allowed = str(fault.pointer[-1]), _keys(fault)
    similar = _similar(key, missing, HEADINGS) or _similar(key, allowed, HEADINGS)
    if not _other_owner(fault, key):
        return similar or (missing[0] if alone and len(missing) == 1 else "")
    near = similar in missing or difflib.SequenceMatcher(None, similar, _plain(key).lower()).ratio() >= _ALIKE
    return similar if near else ""


def _other_owner(fault: _Fault, key: str) -> str:
    """The key below which an unknown key would be right, or `.` if it belongs further out: an indentation fault."""
    if any(key in owner.model_fields for owner in fault.owners[:-1]):
        return "."
    inner = fault.owners[-1].model_fields if fault.owners else {}
    for name, one in inner.items():
        if any(_is_model(member) and key in member.model_fields for member in _parts(one.annotation)):
            return name
    return ""


def _parts(annotation: object) -> list[object]:
    """What an annotation allows, or what its items may be."""
    found = _members(annotation)
    inner = [item for one in found if get_origin(one) is tuple for item in _members(next(iter(get_args(one))))]
    return [*found, *inner]


def _missing_key(document: str, fault: _Fault) -> Finding:
    return _made("SOP011", document, fault, key=str(fault.pointer[-1]))


def _language_tag(document: str, fault: _Fault) -> Finding:
    key = str(fault.context.get("key", ""))
    fault.pointer, fault.on_key = (*fault.pointer, key), True
    allowed = ", ".join(LANGUAGES)
    variant = "language" if key.isascii() else "sentence"
    return _made("SOP010", document, fault, key=_clipped(key), variant=variant, allowed=allowed, suggestion="")


def _wrong_type(document: str, fault: _Fault) -> Finding:
    """Something of the wrong type; nothing at all where text should be is an empty text."""
    expected = _EXPECTED.get(fault.kind, "other")
    if expected == "text" and fault.value is None:
        return _empty(document, fault)
    if expected == "text" and _kind(fault.value) == "number" and _breaks_pattern(fault):
        fault.error = {**fault.error, "input": _excerpt(fault.value), "ctx": {"pattern": _pattern(fault)}}
        return _malformed(document, fault)
    _descend(fault, lambda value: not isinstance(value, str))
    kind = _kind(fault.value)
    nothing = "nothing-required" if _is_required(fault) else "nothing"
    variant = nothing if fault.value is None else f"{expected}-for-{kind}"
    if variant == "list-for-text":
        variant = _meant_as_list(str(fault.value), fault) or variant
    found, suggestion, readings = _excerpt(fault.value), "", 1
    if expected == "boolean":
        suggestion = _similar(found, _TRUTH, VALUES)
        readings = _readings(found, _TRUTH, VALUES) if suggestion else 1
    elif expected in ("integer", "number") and kind == "text":
        suggestion = _narrow_number(found, expected)
    variant = "did-you-mean" if suggestion else variant
    arguments = {"expected": expected, "kind": kind, "found": found, "suggestion": suggestion, "variant": variant}
    return _made("SOP012", document, fault, readings=readings, **arguments)


def _narrow_number(found: str, expected: str) -> str:
    """A number that was typed in quotes or with full-width signs, as it should be typed; empty where it is none."""
    plain = _plain(found)
    wanted = _INTEGER if expected == "integer" else _NUMBER
    return plain if wanted.fullmatch(plain) else ""


def _meant_as_list(words: str, fault: _Fault) -> str:
    """The variant for a text that is a list but for its brackets, or nothing."""
    if words[:1] in "［【〔":
        return "wide-brackets"
    return "one-item" if "A-Za-z0-9_-" in repr(fault.expected) and re.fullmatch(r"[\w-]+", words) else ""


def _pattern(fault: _Fault) -> str:
    """The pattern that a text has to follow, or nothing."""
    field_info = fault.owners[-1].model_fields.get(str(fault.pointer[-1])) if fault.owners and fault.pointer else None
    words = repr((fault.expected, field_info.metadata if field_info else ()))
    if r"\\d{4}-" in words:
        return r"^\d{4}-"
    return r"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?$" if "A-Za-z0-9_-" in words else ""


def _breaks_pattern(fault: _Fault) -> bool:
    pattern = _pattern(fault)
    return bool(pattern) and not re.search(pattern, _excerpt(fault.value))


def _is_required(fault: _Fault) -> bool:
    """Whether something is wrong with the value of a key that cannot be left out."""
    return bool(fault.pointer) and fault.pointer[-1] in _required(fault)


def _descend(fault: _Fault, is_wrong: Callable[[object], bool]) -> None:
    """Point to the language that is wrong where a text is given in several."""
    if fault.kind not in ("text_expected", "text_empty") or not isinstance(fault.value, dict):
        return
    wrong = next((key for key, value in fault.value.items() if is_wrong(value)), None)
    if wrong in LANGUAGES:
        fault.error = {**fault.error, "input": fault.value[wrong]}
        fault.pointer = (*fault.pointer, str(wrong))


def _not_allowed(document: str, fault: _Fault) -> Finding:
    allowed = _allowed_values(fault)
    found = _excerpt(fault.value)
    if fault.on_key:
        suggestion = _similar(found, allowed, HEADINGS)
        variant = "did-you-mean" if suggestion else "allowed"
        arguments = {"key": found, "allowed": ", ".join(allowed), "suggestion": suggestion, "variant": variant}
        return _made("SOP010", document, fault, readings=_readings(found, allowed, HEADINGS), **arguments)
    suggestion = _similar(found, allowed, VALUES)
    quoted = isinstance(fault.value, str) and fault.value in allowed
    variant = "unquoted" if quoted else "did-you-mean" if suggestion else "allowed"
    arguments = {"found": found, "allowed": ", ".join(allowed), "suggestion": suggestion, "variant": variant}
    return _made("SOP013", document, fault, readings=_readings(found, allowed, VALUES), **arguments)


def _allowed_values(fault: _Fault) -> list[str]:
    if fault.kind == "union_tag_invalid":
        return re.findall(r"'([^']*)'", str(fault.context["expected_tags"]))
    allowed = [str(value) for member in _members(fault.expected) for value in _allowed(member)]
    return allowed or [str(fault.context.get("expected") or "")]


def _allowed(annotation: object) -> tuple[object, ...]:
    """The values of an enumeration or a literal type."""
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return tuple(member.value for member in annotation)
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def _malformed(document: str, fault: _Fault) -> Finding:
    """An identifier or a date that breaks its pattern."""
    pattern, found = str(fault.context.get("pattern", "")), str(fault.value)
    is_date = pattern.startswith(r"^\d{4}-")
    is_reference = not is_date and fault.pointer[-1:] not in {(name,) for name in _NAMES}
    name = found.rsplit("/", 1)[-1] if is_reference else found
    repaired = _repaired_date(found) if is_date else _repaired_name(name)
    suggestion = repaired if repaired != found and re.search(pattern, repaired) and not _SEVERAL.search(found) else ""
    variant = "did-you-mean" if suggestion else _day_fault(found) if is_date else _name_fault(found, is_reference)
    readings = 1 if is_date or suggestion == _plain(name) else 2
    arguments = {"found": _clipped(found), "suggestion": suggestion, "variant": variant}
    return _made("SOP014", document, fault, readings=readings, **arguments)


def _repaired_date(found: str) -> str:
    arabic = _TENS.sub(lambda ten: f"{ten[1] or 1}{ten[2] or 0}", _plain(found).translate(_DIGITS))
    parts = _DATE.fullmatch(arabic) or _COMPACT_DATE.fullmatch(arabic)
    return f"{parts[1]}-{int(parts[2]):02}-{int(parts[3]):02}" if parts else found


def _repaired_name(found: str) -> str:
    return re.sub(r"^[^A-Za-z0-9]+|[^A-Za-z0-9]+$", "", re.sub(r"[\s./—–]+", "-", _plain(found)))


def _day_fault(found: str) -> str:
    return "calendar" if re.fullmatch(r"\d{4}-\d{2}-\d{2}", found) else "date"


def _name_fault(found: str, is_reference: bool) -> str:  # noqa: FBT001 - asked once
    if is_reference and _SEVERAL.search(found):
        return "several"
    if not found.isascii():
        return "reference" if is_reference else "not-ascii"
    return "too-long" if len(found) > _LONGEST_NAME else "identifier"


def _limit(document: str, fault: _Fault) -> Finding:
    relation, name = _LIMITS.get(fault.kind, ("", ""))
    limit = fault.context.get(name, "")
    is_list = isinstance(fault.value, list | dict)
    found = str(len(fault.value)) if isinstance(fault.value, list | dict | str) else _excerpt(fault.value)
    items = "items-required" if _is_required(fault) else "items"
    variant = items if is_list else "characters" if isinstance(fault.value, str) else "number"
    shown = f"{limit:g}" if isinstance(limit, float) else str(limit)
    return _made("SOP016", document, fault, found=found, relation=relation, limit=shown, variant=variant)


def _empty(document: str, fault: _Fault) -> Finding:
    _descend(fault, lambda value: isinstance(value, str) and not value.strip())
    is_item = bool(fault.pointer) and isinstance(fault.pointer[-1], int)
    variant = "item" if is_item else "required" if _is_required(fault) else "optional"
    return _made("SOP015", document, fault, variant=variant)


def _broken_mark(document: str, fault: _Fault) -> Finding:
    variant = "not-here" if fault.kind == "mark_not_here" else ""
    return _made("DEC001", document, fault, found=_clipped(str(fault.context.get("at", ""))), variant=variant)


def _state_secret(document: str, fault: _Fault) -> Finding:
    return _made("DEC002", document, fault)


def _level_of_nothing(document: str, fault: _Fault) -> Finding:
    key, allowed = str(fault.context.get("key", "")), ", ".join(_keys(fault))
    fault.pointer, fault.on_key = (*fault.pointer, "levels", key), True
    arguments = {"key": _clipped(key), "suggestion": "", "owner": "", "allowed": allowed}
    return _made("SOP010", document, fault, variant="elsewhere", readings=0, **arguments)


def _nothing_taught(document: str, fault: _Fault) -> Finding:
    return _made("DEC105", document, fault)


_HANDLERS: Mapping[str, Callable[[str, _Fault], Finding]] = {
    "language_tag": _language_tag,
    "enum": _not_allowed,
    "literal_error": _not_allowed,
    "union_tag_invalid": _not_allowed,
    "string_pattern_mismatch": _malformed,
    "string_too_short": _empty,
    "text_empty": _empty,
    "classification_mark": _broken_mark,
    "level_of_nothing": _level_of_nothing,
    "nothing_taught": _nothing_taught,
    "mark_not_here": _broken_mark,
    "state_secret": _state_secret,
    "finite_number": _limit,
    "int_parsing_size": _limit,
    **dict.fromkeys(_LIMITS, _limit),
}


# --- Words ---


def _similar(found: str, allowed: Sequence[str], table: Mapping[str, tuple[str, ...]]) -> str:
    """The allowed word that was probably meant: the same but for its spelling, its Chinese name, or a close one."""
    same = _same(found, allowed)
    if same:
        return same
    plain = _unnumbered(found)
    translated = [word for word in table.get(plain, table.get(plain.lower(), ())) if word in allowed]
    close = difflib.get_close_matches(plain.lower()[:_EXCERPT], allowed, n=1, cutoff=_CLOSE)
    return next(iter([*translated, *close]), "")


def _unnumbered(found: str) -> str:
    """A plain word without a number that stands before it, as headings have."""
    return _NUMBERING.sub("", _plain(found), count=1) or _plain(found)


def _same(found: str, allowed: Sequence[str]) -> str:
    """The allowed word that differs in its spelling only, or nothing."""
    plain = _unnumbered(found)
    spellings = (plain, plain.lower(), plain.lower().replace("-", "_"), plain.lower().replace("_", "-"))
    return next((spelling for spelling in spellings if spelling in allowed), "")


def _readings(found: str, allowed: Sequence[str], table: Mapping[str, tuple[str, ...]]) -> int:
    """How many allowed words could have been meant; 0 where even the closest one is a guess."""
    plain = _unnumbered(found)
    translated = {word for word in table.get(plain, table.get(plain.lower(), ())) if word in allowed}
    if translated or _same(found, allowed):
        return len(translated) or 1
    short = plain.lower()[:_EXCERPT]
    close = difflib.get_close_matches(short, allowed, n=2, cutoff=_CLOSE)
    likeness = [difflib.SequenceMatcher(None, one, short).ratio() for one in close]
    return sum(one >= likeness[0] - _APART for one in likeness) if likeness and likeness[0] >= _SURE else 0


def _plain(found: str) -> str:
    """Without quotes, blanks and colons around it, and with full-width letters made narrow."""
    return unicodedata.normalize("NFKC", found).strip(" \t\u3000“”‘’\"'`:：")


def _kind(value: object) -> str:
    return next((kind for known, kind in _KINDS if isinstance(value, known)), "nothing")


def _excerpt(value: object) -> str:
    """A value as a person would have written it, short."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, list):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    return _clipped(str(getattr(value, "written", value)))


def _clipped(words: str) -> str:
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1] + "…"
