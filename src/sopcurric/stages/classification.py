"""Stage 0: what a declassification policy makes of a classified file.

Everything that is above public and is not kept becomes a mark `<<level:raw|teachable>>` in its text, another name, or
is left out; what nobody has decided is left out (default deny). What is left is opened like marks that people type.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from sopcurric.model.address import letters
from sopcurric.model.files.element import Element
from sopcurric.model.files.levels import Level
from sopcurric.model.files.policy import FieldClass, FieldDecision
from sopcurric.model.files.shapes import Key, keys_of
from sopcurric.model.files.sop import KINDS, SopSections
from sopcurric.model.files.sop_steps import Alternative, Procedure, Route, RoutePoint, Step
from sopcurric.model.handling import Handled, Withheld
from sopcurric.model.markup import opened, raw_words
from sopcurric.model.text import Quantity
from sopcurric.secrecy.generalising import hull
from sopcurric.secrecy.rules import PUBLIC, SAFETY, WORK, Rules
from sopcurric.secrecy.treatment import Treated, has_mark, mark, quantities, valued, with_names, with_values
from sopcurric.source.ref import Pointer, SourceRef

VERSION = 1

Data = object
"""What a YAML file holds: mappings, lists, scalars."""
_DEFAULT_KIND, _CHANGES = "job-sop", "plant-changes"
_EMERGENCY = "emergency"
_EXCUSES = ("rows", "not_applicable", "stub")
"""Keys beside which a list of steps or actions may be missing."""
_SECTIONS = {"duty": "duties", "record": "records"}
"""Sections that links lead to, where these are not called like them."""


class _Gone:
    """Stands for what is left out."""


_GONE = _Gone()


@dataclass(frozen=True, slots=True)
class Known:
    """What has to be known of all files to make one teachable.

    `names` are other names (with level) by what they stand for; `gone` are the elements left out, as (code, section,
    id); `values` are quantities by code, section, id and key, from which ranges over several plants are made.
    """

    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    gone: frozenset[tuple[str, str, str]] = frozenset()
    values: Mapping[tuple[str, str], tuple[Quantity, ...]] = field(default_factory=dict)
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class Classified:
    """A file after the policy: its data with marks, and what was done.

    `moves` are, for lists that lost items, the numbers that the others had before. `wanted` are names (with level and
    section) that need another name, in their order; `gone` the elements left out; `values` what could be summed up.
    """

    data: Data
    moves: Mapping[Pointer, tuple[int, ...]] = field(default_factory=dict)
    handled: tuple[Handled, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    wanted: tuple[tuple[str, str, str], ...] = ()
    gone: frozenset[tuple[str, str, str]] = frozenset()
    values: tuple[tuple[tuple[str, str], Quantity], ...] = ()

    def raw(self, pointer: Pointer) -> Pointer:
        """Where something that is left stands in the file as it was written."""
        before: list[str | int] = []
        for number, part in enumerate(pointer):
            moved = self.moves.get(pointer[:number])
            before.append(moved[part] if moved and isinstance(part, int) and part < len(moved) else part)
        return tuple(before)


def classify(
    document: str, data: Data, rules: Rules, decisions: Sequence[FieldDecision] = (), known: Known | None = None
) -> Classified:
    """What the rules, and what people decided about single fields, make of a file of the SOP kinds."""
    if not isinstance(data, Mapping):
        return Classified(data)
    decided = {(one.at, one.key): one for one in decisions if one.document == document}
    return _Walk(document, rules, decided, known or Known(), _subject(data)).file(data)


def _subject(data: Mapping[str, Data]) -> str:
    """The code of what a file is about; that of the base where it says what a plant does otherwise."""
    if data.get("kind") == _CHANGES:
        return str(data.get("base"))
    heads = (data.get(header) for _, header in KINDS.values())
    return next((str(head.get("code")) for head in heads if isinstance(head, Mapping)), "")


@dataclass(frozen=True, slots=True)
class _Spot:
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

    def key(self, key: str) -> "_Spot":
        return replace(self, path=f"{self.path}.{key}", raw=(*self.raw, key), made=(*self.made, key))


@dataclass(slots=True)
class _Walk:
    document: str
    rules: Rules
    decided: Mapping[tuple[str, str], FieldDecision]
    known: Known
    code: str
    moves: dict[Pointer, tuple[int, ...]] = field(default_factory=dict)
    handled: list[Handled] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    wanted: list[tuple[str, str, str]] = field(default_factory=list)
    gone: set[tuple[str, str, str]] = field(default_factory=set)
    values: list[tuple[tuple[str, str], Quantity]] = field(default_factory=list)

    # --- The file ---

    def file(self, data: Mapping[str, Data]) -> Classified:
        kind = data.get("kind", _DEFAULT_KIND)
        head = data.get("document")
        head = head if isinstance(head, Mapping) else {}
        level = _level(head.get("level")) or self.rules.level
        sections = {str(key): _level(one) for key, one in _mapping(head.get("levels")).items()}
        model = KINDS[kind if isinstance(kind, str) and kind in KINDS else _DEFAULT_KIND][0]
        made: dict[str, Data] = {}
        for name, part in data.items():
            spot = _Spot(name, name, (name,), (name,), sections.get(name) or level, bool(sections.get(name)))
            if name == "changes" and kind == _CHANGES:
                made[name] = self._changes(part, replace(spot, path="", at=""))
                continue
            key = keys_of(model).get(name)
            left = self._part(part, key, spot) if key and key.part else part
            if not isinstance(left, _Gone):
                made[name] = left
        found = frozenset(self.gone)
        return Classified(
            made, self.moves, tuple(self.handled), tuple(self.withheld), tuple(self.wanted), found, tuple(self.values)
        )

    def _changes(self, part: Data, spot: _Spot) -> Data:
        """What a plant does otherwise: parts of elements of the base, each treated like the element it is part of."""
        if not isinstance(part, list):
            return part
        made: list[Data] = []
        for number, change in enumerate(part):
            here = replace(spot, at=f"changes/{number + 1}", raw=("changes", number), made=("changes", number))
            made.append(self._change(change, here) if isinstance(change, Mapping) else change)
        return made

    def _change(self, change: Mapping[str, Data], spot: _Spot) -> Data:
        at = str(change.get("at"))
        made = dict(change)
        values = change.get("set")
        path, model = _aimed(at, "set", values)
        if isinstance(values, Mapping):
            here = replace(spot, path=path, raw=(*spot.raw, "set"), made=(*spot.made, "set"))
            made["set"] = self._keys(values, model, here, partial=True)
        for verb in ("before", "after", "add"):
            new = change.get(verb)
            path, model = _aimed(at, verb, new)
            if isinstance(new, list):
                here = replace(spot, path=path, at=f"{spot.at}/{verb}", raw=(*spot.raw, verb), made=(*spot.made, verb))
                left = self._items(new, model, here)
                made = {key: one for key, one in {**made, verb: left}.items() if key != verb or left}
        if not made.get("set", True) or made.keys() <= {"at", "why"}:
            made = {key: one for key, one in made.items() if key != "set"}
        return made

    # --- Parts, elements, keys ---

    def _part(self, part: Data, key: Key, spot: _Spot, prefix: str = "") -> Data:
        if key.part is None:
            return part
        if isinstance(part, list):
            return (self._items(part, key.part, spot, prefix) or _GONE) if part else part
        return self._keys(part, key.part, spot) if isinstance(part, Mapping) else part

    def _items(self, items: Sequence[Data], model: type[BaseModel], spot: _Spot, prefix: str = "") -> list[Data]:
        kept: list[tuple[int, Data]] = []
        for number, item in enumerate(items):
            name = _id(item, model) or _position(model, prefix if model in {Step, Alternative} else "", number)
            raw, made = (*spot.raw, number), (*spot.made, len(kept))
            here = replace(spot, at=_below(spot, name), raw=raw, made=made)
            left = self._element(item, model, here, name)
            if not isinstance(left, _Gone):
                kept.append((number, left))
            elif issubclass(model, Element):
                self.gone.add((self.code, spot.path, name))
        if len(kept) != len(items):
            self.moves[spot.made] = tuple(number for number, _ in kept)
        return [left for _, left in kept]

    def _element(self, item: Data, model: type[BaseModel], spot: _Spot, name: str) -> Data:
        """An element of a list; as it stands where nothing is done to it."""
        longer = model.long_form(item) if issubclass(model, Element) else item
        if not isinstance(longer, Mapping):
            return item
        here = self._levelled(longer, spot)
        decision = self.decided.get((spot.at, "*"))
        if decision is not None and decision.operation == "keep":
            here = replace(here, level=PUBLIC, own=True)
        sort = self.rules.sort(spot.path)
        dropped = decision is not None and decision.operation != "keep"
        how = self.rules.named(sort)
        dropped |= how is not None and how.operation == "drop" and here.level != PUBLIC
        if dropped:
            return self._left_out(longer, model, here, sort, decision)
        if model is Procedure and str(longer.get("phase", "")).startswith(_EMERGENCY):
            here = replace(here, safe=True)
        noted = len(self.handled), len(self.withheld)
        made = self._keys(longer, model, here, name=name)
        if isinstance(made, _Gone):
            return self._whole(longer, model, noted, here)
        return item if made == longer else made

    def _whole(self, longer: Mapping[str, Data], model: type[BaseModel], noted: tuple[int, int], spot: _Spot) -> _Gone:
        """An element that cannot stand without what is left out goes as a whole: one entry says so."""
        rows = self.handled[noted[0] :]
        cause = next((one for one in rows if one.operation == "drop" and one.at == spot.at), rows[0])
        self.handled[noted[0] :] = [replace(cause, whole=True)]
        del self.withheld[noted[1] :]
        self._withhold(longer, spot, model)
        return _GONE

    def _left_out(
        self,
        longer: Mapping[str, Data],
        model: type[BaseModel],
        spot: _Spot,
        sort: str,
        decision: FieldDecision | None,
    ) -> Data:
        """A whole element that is not taught; safety is never left out, so that is told instead."""
        told = self._told(spot, "*", sort, "drop", tuple(("", words) for words in _words_of(longer, model)), decision)
        if self._is_safety(sort, spot):
            self.handled.append(replace(told, state="refused"))
            return longer
        self.handled.append(replace(told, whole=True))
        self._withhold(longer, spot, model, firm=spot.own or decision is not None)
        return _GONE

    def _levelled(self, longer: Mapping[str, Data], spot: _Spot) -> _Spot:
        level = _level(longer.get("level"))
        return replace(spot, level=level, own=True) if level else spot

    def _keys(
        self, part: Mapping[str, Data], model: type[BaseModel], spot: _Spot, *, name: str = "", partial: bool = False
    ) -> Data:
        """The keys of a part that are left; all of it is gone where one is that it needs."""
        keys = keys_of(model)
        levels = {str(key): _level(one) for key, one in _mapping(part.get("levels")).items()}
        made: dict[str, Data] = {}
        lost: set[str] = set()
        for key, value in part.items():
            if key == "level" and _level(value):
                continue
            if key == "levels" and levels and all(levels.values()):
                continue
            here = spot.key(key)
            here = replace(here, level=levels[key], own=True) if levels.get(key) else here
            left = self._value(value, keys.get(key), here, str(part.get("unit") or ""), _prefix(model, name))
            if isinstance(left, _Gone):
                lost.add(key)
            else:
                made[key] = left
        return _GONE if not partial and _falls(keys, lost, made) else made

    def _value(self, value: Data, key: Key | None, spot: _Spot, unit: str, prefix: str) -> Data:
        if key is None or key.holds == "other":
            return value
        if key.holds == "link":
            return self._links(value, spot)
        if key.holds == "line":
            return self._line(value, spot)
        if key.part is not None and not (key.also_text and not _is_part(value, key.part)):
            return self._part(value, key, replace(spot, path=_path_of(spot.path)), prefix)
        return self._texts(value, spot, unit)

    def _links(self, value: Data, spot: _Spot) -> Data:
        """Links without those to elements that are left out."""
        name = spot.path.rpartition(".")[2]
        section = _SECTIONS.get(name, name)

        def leads(link: Data) -> bool:
            code, _, own = str(link).rpartition("/")
            return (code.rpartition(":")[2] or self.code, section, own) not in self.known.gone

        if not isinstance(value, list):
            return value if leads(value) else _GONE
        kept = [one for one in value if leads(one)]
        return kept if kept or not value else _GONE

    # --- Names and texts ---

    def _line(self, value: Data, spot: _Spot) -> Data:
        words = str(value)
        sort = self.rules.sort(spot.path)
        how = self.rules.named(sort)
        decision = self._decision(spot)
        if spot.level == PUBLIC or (decision is not None and decision.operation == "keep"):
            return self.known.names.get(words, (value, ""))[0]
        operation = decision.operation if decision else how.operation if how else ""
        told = self._told(spot, spot.name, sort, operation or "drop", (("", words),), decision)
        if decision is not None and isinstance(decision.taught, str) and decision.taught:
            self._renamed(told, decision.taught, words, spot)
            return decision.taught
        if operation == "pseudonymise":
            prefix = how.prefixes.get(spot.path.partition(".")[0], "ID") if how else "ID"
            self.wanted.append((words, prefix, spot.level))
            other = self.known.names.get(words, (f"{prefix}-00", ""))[0]
            self._renamed(told, other, words, spot)
            return other
        if operation == "keep" and (how is None or how.kept_when_marked or not spot.own):
            return value
        self.handled.append(told if operation == "drop" else replace(told, state="undecided"))
        self._withhold(words, spot, firm=spot.own or decision is not None)
        return _GONE

    def _renamed(self, told: Handled, taught: str, words: str, spot: _Spot) -> None:
        self.handled.append(replace(told, taught=(("", taught),)))
        self.withheld.append(Withheld(SourceRef(self.document, spot.raw), words, taught, spot.level, firm=True))

    def _texts(self, value: Data, spot: _Spot, unit: str) -> Data:
        """A text, or a list of texts, of which items may go."""
        if not isinstance(value, list):
            return self._text(value, spot, unit)
        kept: list[tuple[int, Data]] = []
        for number, item in enumerate(value):
            raw, made = (*spot.raw, number), (*spot.made, len(kept))
            here = replace(spot, raw=raw, made=made)
            left = self._text(item, here, unit, number=number + 1)
            if not isinstance(left, _Gone):
                kept.append((number, left))
        if len(kept) != len(value):
            self.moves[spot.made] = tuple(number for number, _ in kept)
        return [left for _, left in kept] if kept or not value else _GONE

    def _text(self, value: Data, spot: _Spot, unit: str, number: int = 0) -> Data:
        typed = _languages(value)
        if typed is None:
            return value
        said = {one: with_names(words, self.known.names) for one, words in typed.items()}
        if spot.level == PUBLIC:
            return _again(value, said)
        key = spot.name + (f".{number}" if number else "")
        decision = self.decided.get((spot.at, key))
        sort = self.rules.sort(spot.path)
        if spot.safe and sort == WORK:
            sort = SAFETY
        told = self._told(spot, key, sort, "", tuple(typed.items()), decision)
        if decision is not None:
            return self._as_decided(value, said, decision, told, spot)
        return self._by_class(value, said, told, spot, unit)

    def _as_decided(
        self, value: Data, said: Mapping[str, str], decision: FieldDecision, told: Handled, spot: _Spot
    ) -> Data:
        told = replace(told, operation=decision.operation)
        if decision.operation == "keep":
            self.handled.append(told)
            return _again(value, said)
        if self._is_safety(told.sort, spot):
            self.handled.append(replace(told, state="refused"))
            return value
        taught = {one: _given(decision.taught, one) for one in said}
        drops = decision.operation == "drop"
        marked: Mapping[str, str | None] = {}
        if not drops and all(taught.values()):
            marked = {one: mark(words, taught[one], spot.level) for one, words in said.items()}
        if not (marked and all(marked.values())):
            self.handled.append(replace(told, operation="drop", state="done" if drops else "undecided"))
            self._withhold(value, spot, firm=True)
            return _GONE
        self.handled.append(replace(told, taught=tuple(taught.items())))
        for one, words in said.items():
            self._protect(words, taught[one], spot, firm=True)
        return _again(value, {one: words or "" for one, words in marked.items()})

    def _by_class(self, value: Data, said: Mapping[str, str], told: Handled, spot: _Spot, unit: str) -> Data:
        how = self.rules.named(told.sort)
        kept = how is not None and how.operation == "keep" and not how.values
        if how is not None and kept and (how.kept_when_marked or not spot.own):
            return _again(value, said)
        made: dict[str, str] = {}
        for language, words in said.items():
            new = self._made(words, told, spot, unit, language)
            if new is None:
                return self._deny(value, told, how, spot)
            made[language] = new.words
            for raw, taught in new.protected:
                self._protect(raw, taught, spot, firm=how is not None and how.operation != "keep")
        done = tuple((one, opened(words)) for one, words in made.items())
        if made != dict(told.raw):
            operation = how.operation if how and how.operation != "keep" else "generalise"
            self.handled.append(replace(told, operation=operation, taught=done))
        return _again(value, made)

    def _deny(self, value: Data, told: Handled, how: FieldClass | None, spot: _Spot) -> Data:
        """Nothing is taught of a text that its class drops, or that nobody has decided."""
        if self._is_safety(told.sort, spot):
            self.handled.append(replace(told, operation="drop", state="refused"))
            return value
        drops = how is not None and how.operation == "drop"
        self.handled.append(replace(told, operation="drop", state="done" if drops else "undecided"))
        self._withhold(value, spot, firm=spot.own)
        return _GONE

    def _made(self, words: str, told: Handled, spot: _Spot, unit: str, language: str) -> Treated | None:
        """Words as their class wants them, or None where nothing may be taught of them."""
        how = self.rules.named(told.sort)
        spoken = language or self.known.language
        if how is None or how.operation == "drop":
            return None
        if how.operation == "aggregate":
            return self._summed(words, how, spot, told)
        if how.operation == "generalise":
            return valued(words, how, spot.level, spoken, unit)
        if how.operation == "keep" and not spot.own:
            inner = self.rules.named(how.values or "")
            return with_values(words, how, inner, spot.level, spoken) if inner else Treated(words)
        return Treated(words) if has_mark(words) else None

    def _summed(self, words: str, how: FieldClass, spot: _Spot, told: Handled) -> Treated | None:
        """One range over the same field of several plants; None where there are too few of them."""
        found = quantities(words)
        if len(found) != 1:
            return None
        key = (self.code, f"{told.at}/{told.key}")
        self.values.append((key, found[0]))
        every = self.known.values.get(key, ())
        taught = hull(every, how.width) if len(every) >= how.at_least else None
        made = mark(words, taught, spot.level) if taught else None
        return Treated(made, ((words, taught),)) if made and taught else None

    # --- Small things ---

    def _told(
        self,
        spot: _Spot,
        key: str,
        sort: str,
        operation: str,
        raw: tuple[tuple[str, str], ...],
        decision: FieldDecision | None,
    ) -> Handled:
        return Handled(
            place=SourceRef(self.document, spot.raw),
            at=spot.at,
            key=key,
            sort=sort,
            level=spot.level,
            operation=operation,
            raw=raw,
            by=decision.by if decision else "",
            date=decision.date if decision else "",
            why=decision.why.words("zh") if decision else "",
            sourced=decision is not None and decision.source is not None,
        )

    def _decision(self, spot: _Spot) -> FieldDecision | None:
        return self.decided.get((spot.at, spot.name))

    def _is_safety(self, sort: str, spot: _Spot) -> bool:
        return sort == SAFETY or (spot.safe and sort == WORK)

    def _protect(self, words: str, taught: str, spot: _Spot, *, firm: bool) -> None:
        place = SourceRef(self.document, spot.raw)
        self.withheld.append(Withheld(place, raw_words(words), taught, spot.level, firm))

    def _withhold(self, value: Data, spot: _Spot, model: type[BaseModel] | None = None, *, firm: bool = True) -> None:
        for words in _words_of(value, model):
            self._protect(words, "", spot, firm=firm)


def _falls(keys: Mapping[str, Key], lost: set[str], made: Mapping[str, Data]) -> bool:
    """Whether a part cannot stand without what it lost."""
    for key in lost:
        known = keys.get(key)
        if key in _EXCUSES and "actions" in keys and "actions" not in made:
            return True
        if known and known.needed and not (key in {"actions", "steps"} and any(one in made for one in _EXCUSES)):
            return True
    return False


def _level(value: Data) -> str:
    """A level as a file names it; nothing where that is none. What cannot be told apart is told by the validator."""
    known = isinstance(value, str) and value in {one.value for one in Level}
    return str(value) if known else (Level.CORE_SECRET.value if value is not None and not known else "")


def _mapping(value: Data) -> Mapping[str, Data]:
    return value if isinstance(value, Mapping) else {}


def _is_part(value: Data, model: type[BaseModel]) -> bool:
    return isinstance(value, Mapping) and bool(value.keys() & keys_of(model).keys())


def _id(item: Data, model: type[BaseModel]) -> str:
    longer = model.long_form(item) if issubclass(model, Element) else item
    own = longer.get("id") if isinstance(longer, Mapping) else None
    return str(own) if own is not None else ""


def _position(model: type[BaseModel], prefix: str, number: int) -> str:
    """What an element without an id is called, as in addresses."""
    if model is Route:
        return f"R{number + 1}"
    return f"{prefix}{letters(number)}" if model is Alternative else f"{prefix}{number + 1}"


def _below(spot: _Spot, name: str) -> str:
    """The name of an element below the document; procedures, routes, steps and points are called as in addresses."""
    if spot.path in {"procedures", "routes"} and "/" not in spot.at:
        return name
    if spot.path in {"steps", "points"}:
        return f"{spot.at.partition('/')[0]}/{name}" if not spot.at.startswith("changes/") else f"{spot.at}/{name}"
    return f"{spot.at}/{name}"


def _prefix(model: type[BaseModel], name: str) -> str:
    """What the positions of steps without ids begin with, below an element of this name."""
    return f"{name}." if model is Step else name if model is Alternative else ""


def _path_of(path: str) -> str:
    """The field path of parts: lists of steps, points, rows and pictures are called the same wherever they stand."""
    own = path.rpartition(".")[2]
    return own if own in {"steps", "points", "rows", "either", "media"} else path


def _aimed(at: str, verb: str, given: Data) -> tuple[str, type[BaseModel]]:
    """The path and the model of what a change is about."""
    parts = at.split("/")
    key = keys_of(SopSections).get(parts[0])
    if key is not None and key.part is not None:
        return parts[0], key.part
    inner = len(parts) > 1 or verb == "add"
    outer: tuple[tuple[str, type[BaseModel]], ...] = (("procedures", Procedure), ("routes", Route))
    steps: tuple[tuple[str, type[BaseModel]], ...] = (("steps", Step), ("points", RoutePoint))
    asked = next((one for one in (given if isinstance(given, list) else [given]) if isinstance(one, Mapping)), {})
    fits = [one for one in (steps if inner else outer) if asked.keys() <= keys_of(one[1]).keys()]
    return (fits or list(steps if inner else outer))[0]


def _languages(value: Data) -> Mapping[str, str] | None:
    if isinstance(value, str):
        return {"": value}
    if isinstance(value, Mapping) and value and all(isinstance(one, str) for one in value.values()):
        return {str(key): str(words) for key, words in value.items()}
    return None


def _again(value: Data, said: Mapping[str, str]) -> Data:
    return said[""] if isinstance(value, str) else dict(said)


def _given(taught: str | Mapping[str, str], language: str) -> str:
    if isinstance(taught, str):
        return taught
    return taught.get(language or "zh", "")


def _words_of(value: Data, model: type[BaseModel] | None = None) -> Iterator[str]:
    """The words in data; of parts, those of texts and names, not ids, links and choices."""
    if isinstance(value, Mapping):
        keys = keys_of(model) if model is not None and _is_part(value, model) else {}
        for name, one in value.items():
            key = keys.get(str(name))
            if key is None or key.holds in {"text", "line", "part"}:
                yield from _words_of(one, key.part if key else None)
    elif isinstance(value, list):
        for one in value:
            longer = model.long_form(one) if model is not None and issubclass(model, Element) else one
            yield from _words_of(longer, model)
    elif isinstance(value, str):
        yield value
