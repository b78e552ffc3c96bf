"""Stage 0: what a declassification policy makes of a classified file.

Everything that is above public and is not kept becomes a mark `<<level:raw|teachable>>` in its text, another name, or
is left out; what nobody has decided is left out (default deny). What is left is opened like marks that people type.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel

from sopcurric.model.files.case import Case
from sopcurric.model.files.element import Element
from sopcurric.model.files.levels import Level
from sopcurric.model.files.policy import FieldClass, FieldDecision
from sopcurric.model.files.shapes import Key, keys_of
from sopcurric.model.files.sop import KINDS, SopSections
from sopcurric.model.files.sop_steps import Alternative, Procedure, Route, RoutePoint, Step
from sopcurric.model.handling import Handled, State, Withheld
from sopcurric.model.markup import is_broken, opened, raw_words
from sopcurric.model.text import Quantity
from sopcurric.secrecy.generalising import hull
from sopcurric.secrecy.known import At, Known, Noted, Subject, higher, level_named
from sopcurric.secrecy.paths import is_part, model_of
from sopcurric.secrecy.paths import languages_of as _languages
from sopcurric.secrecy.paths import path_of as _path_of
from sopcurric.secrecy.roles import is_role
from sopcurric.secrecy.rules import PEOPLE, PUBLIC, SAFETY, Rules
from sopcurric.secrecy.seeing import is_stale, words_of
from sopcurric.secrecy.spots import Data, Spot, at_least, below, falls, id_of, is_obeyed, position, prefix_of, words_in
from sopcurric.secrecy.treatment import (
    Treated,
    has_mark,
    instead,
    is_exact,
    mark,
    quantities,
    tells_danger,
    valued,
    with_names,
    with_values,
)
from sopcurric.source.ref import Pointer, SourceRef

VERSION = 1

_REFERENCE = re.compile(r"\[\[(?P<target>[^\[\]|\s]+)(?:\|(?P<words>[^\[\]|]+))?\]\]")
_DEFAULT_KIND, _CHANGES = "job-sop", "plant-changes"
_EMERGENCY = "emergency"
_GIVEN = ("set", "before", "after", "add")
"""What a change gives."""
_OTHERWISE = "企业做法不同"
"""Why a plant does otherwise, where the reason is not taught."""
_SECTION_OF = {"steps": "procedures", "points": "routes"}
"""Sections of what stands below their elements."""
_SECTIONS = {"duty": "duties", "record": "records"}
"""Sections that links lead to, where these are not called like them."""


class _Gone:
    """Stands for what is left out."""


_GONE = _Gone()


@dataclass(frozen=True, slots=True)
class Classified:
    """A file after the policy: its data with marks, and what was done.

    `moves` are, for lists that lost items, the numbers that the others had before; `noted` is what other files must
    know. `met` are the fields and elements (key `*`) that were looked at, `stale` those about which decisions were made
    on other words, which do not hold any more. `unclear` is what would mean something else when parts are left out:
    elements without ids behind one that goes (`position`), a plant's own values that go (`change`).
    """

    data: Data
    moves: Mapping[Pointer, tuple[int, ...]] = field(default_factory=dict)
    handled: tuple[Handled, ...] = ()
    withheld: tuple[Withheld, ...] = ()
    noted: Noted = field(default_factory=Noted)
    met: frozenset[tuple[str, str]] = frozenset()
    stale: frozenset[tuple[str, str]] = frozenset()
    unclear: tuple[tuple[SourceRef, str], ...] = ()

    @property
    def made_by_policy(self) -> frozenset[str]:
        """What the policy teaches in place of values, none of it typed by people."""
        typed = {words for one in self.handled if one.by for _, words in one.taught}
        return frozenset(one.taught for one in self.withheld if one.taught) - typed

    def raw(self, pointer: Pointer) -> Pointer:
        """Where something that is left stands in the file as it was written."""
        if not self.moves:
            return pointer
        before: list[str | int] = []
        for number, part in enumerate(pointer):
            moved = self.moves.get(pointer[:number])
            before.append(moved[part] if moved and isinstance(part, int) and part < len(moved) else part)
        return tuple(before)


def classify(
    document: str,
    data: Data,
    rules: Rules,
    decisions: Sequence[FieldDecision] = (),
    known: Known | None = None,
    organisation: str = "",
) -> Classified:
    """What the rules, and what people decided about single fields, make of a file of the SOP kinds.

    Of several decisions about one field the latest holds. `organisation` is that of the folder.
    """
    if not isinstance(data, Mapping):
        return Classified(data)
    ours = sorted((one for one in decisions if one.document == document), key=lambda one: one.date)
    decided = {(one.at, one.key): one for one in ours}
    return _Walk(document, rules, decided, known or Known(), _subject(data, organisation)).file(data)


def _subject(data: Mapping[str, Data], organisation: str) -> Subject:
    """What a file is about; the base where it says what a plant does otherwise."""
    if data.get("kind") == _CHANGES:
        return f":{data.get('base')}"
    heads = (data.get(header) for _, header in KINDS.values())
    head = next((head for head in heads if isinstance(head, Mapping)), {})
    return f"{head.get('organisation') or organisation}:{head.get('code')}"


@dataclass(slots=True)
class _Walk:
    document: str
    rules: Rules
    decided: Mapping[tuple[str, str], FieldDecision]
    known: Known
    subject: Subject
    moves: dict[Pointer, tuple[int, ...]] = field(default_factory=dict)
    handled: list[Handled] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    wanted: list[tuple[str, str, str]] = field(default_factory=list)
    gone: set[tuple[Subject, At]] = field(default_factory=set)
    levels: dict[tuple[Subject, At, str], str] = field(default_factory=dict)
    emergencies: set[tuple[Subject, At]] = field(default_factory=set)
    routes: set[tuple[Subject, At]] = field(default_factory=set)
    unclear: list[tuple[SourceRef, str]] = field(default_factory=list)
    values: list[tuple[tuple[str, str], Quantity]] = field(default_factory=list)
    met: set[tuple[str, str]] = field(default_factory=set)
    stale: set[tuple[str, str]] = field(default_factory=set)

    # --- The file ---

    def file(self, data: Mapping[str, Data]) -> Classified:
        kind = data.get("kind", _DEFAULT_KIND)
        head = _mapping(data.get("document"))
        level = level_named(head["level"]) if "level" in head else self.rules.level
        sections = {str(key): level_named(one) for key, one in _mapping(head.get("levels")).items()}
        if not sections.keys() <= keys_of(SopSections).keys():
            level = Level.CORE_SECRET.value
        if kind == _CHANGES:
            level = higher(level, self.known.levels.get((self.subject, "", ""), ""))
        else:
            self._note_level("", "", level)
        model = model_of(data) or KINDS[_DEFAULT_KIND][0]
        made: dict[str, Data] = {}
        for name, part in data.items():
            if name in sections:
                self._note_level(name, "", sections[name])
            spot = Spot(name, name, (name,), (name,), sections.get(name) or level, name in sections)
            if name == "changes" and kind == _CHANGES:
                made[name] = self._changes(part, replace(spot, path="", at=""))
                continue
            key = keys_of(model).get(name)
            left = self._part(part, key, spot) if key and key.part else part
            if not isinstance(left, _Gone):
                made[name] = left
        return Classified(
            data=made,
            moves=self.moves,
            handled=tuple(self.handled),
            withheld=tuple(self.withheld),
            noted=Noted(
                wanted=tuple(self.wanted),
                gone=frozenset(self.gone),
                levels=self.levels,
                emergencies=frozenset(self.emergencies),
                routes=frozenset(self.routes),
                values=tuple(self.values),
            ),
            met=frozenset(self.met),
            stale=frozenset(self.stale),
            unclear=tuple(self.unclear),
        )

    # --- What a plant does otherwise ---

    def _changes(self, part: Data, spot: Spot) -> Data:
        """Parts of elements of the base, each treated like the element it is part of, at its level at least."""
        if not isinstance(part, list):
            return part
        kept: list[tuple[int, Data]] = []
        for number, change in enumerate(part):
            here = replace(spot, at=f"changes/{number + 1}", raw=("changes", number), made=("changes", len(kept)))
            left = self._change(change, here) if isinstance(change, Mapping) else change
            if not isinstance(left, _Gone):
                kept.append((number, left))
        if len(kept) != len(part):
            self.moves[spot.made] = tuple(number for number, _ in kept)
        return [left for _, left in kept]

    def _change(self, change: Mapping[str, Data], spot: Spot) -> Data:
        at = str(change.get("at"))
        here = self._aimed(at, spot)
        if self.known.is_gone((self.subject,), at) or self.known.is_gone((self.subject,), at.partition("/")[0]):
            for verb in _GIVEN:
                self._withhold(change.get(verb), here)
            return _GONE
        made: dict[str, Data] = {}
        for key, value in change.items():
            left = self._verb(key, value, at, here)
            if isinstance(left, _Gone):
                return _GONE
            made[key] = left
        return made

    def _verb(self, key: str, value: Data, at: str, spot: Spot) -> Data:
        """One key of a change; all of it goes where what it adds goes."""
        path, model = self._model(at, key)
        here = replace(spot, path=path, raw=(*spot.raw, key), made=(*spot.made, key))
        if key == "set" and isinstance(value, Mapping):
            if "level" in value:
                here = replace(here, level=higher(here.level, level_named(value["level"])), own=True)
            left = self._keys(value, model, here, partial=True, base=at)
            if not isinstance(left, Mapping) or {*value} - {*left} - {"level", "levels"}:
                self.unclear.append((SourceRef(self.document, (*spot.raw, "at")), "change"))
            return left
        if key in _GIVEN and isinstance(value, list):
            left = self._items(value, model, replace(here, at=f"{spot.at}/{key}"))
            self._note_gone(f"{spot.at}/{key}/", at if key == "add" else at.rpartition("/")[0])
            return left or _GONE
        if key == "why":
            left = self._text(value, replace(here, path="changes.why"), "")
            return _OTHERWISE if isinstance(left, _Gone) else left
        return value

    def _note_gone(self, given: str, where: At) -> None:
        """What a change gives is also gone where it would have stood, for those who name it by its address."""
        section = "" if where in {"procedures", "routes", ""} else f"{where}/"
        self.gone |= {(who, section + at.removeprefix(given)) for who, at in self.gone if at.startswith(given)}

    def _aimed(self, at: str, spot: Spot) -> Spot:
        """Where a change stands, with the level of what it is about."""
        section, _, _ = at.partition("/")
        levels = [self.known.levels.get((self.subject, one, ""), "") for one in (section, at)]
        inner = self._model(at, "set")[0]
        levels.append(self.known.levels.get((self.subject, _SECTION_OF.get(inner, inner), ""), ""))
        safe = (self.subject, section) in self.known.emergencies
        own = higher(*levels)
        return replace(spot, level=higher(spot.level, own), own=spot.own or bool(own), safe=safe)

    def _model(self, at: str, verb: str) -> tuple[str, type[BaseModel]]:
        """The path and the model of what a change is about."""
        parts = at.split("/")
        key = keys_of(SopSections).get(parts[0])
        if key is not None and key.part is not None:
            return parts[0], key.part
        inner = len(parts) > 1 or verb == "add"
        if (self.subject, parts[0]) in self.known.routes:
            return ("points", RoutePoint) if inner else ("routes", Route)
        return ("steps", Step) if inner else ("procedures", Procedure)

    # --- Parts, elements, keys ---

    def _part(self, part: Data, key: Key, spot: Spot, prefix: str = "") -> Data:
        if key.part is None:
            return part
        if isinstance(part, list):
            return (self._items(part, key.part, spot, prefix) or _GONE) if part else part
        return self._keys(part, key.part, spot) if isinstance(part, Mapping) else part

    def _items(self, items: Sequence[Data], model: type[BaseModel], spot: Spot, prefix: str = "") -> list[Data]:
        kept: list[tuple[int, Data]] = []
        for number, item in enumerate(items):
            name = id_of(item, model) or position(model, prefix if model in {Step, Alternative} else "", number)
            raw, made = (*spot.raw, number), (*spot.made, len(kept))
            here = replace(spot, at=below(spot, name), raw=raw, made=made)
            left = self._element(item, model, here, name)
            if not isinstance(left, _Gone):
                if len(kept) < number and issubclass(model, Element) and not id_of(item, model):
                    self.unclear.append((SourceRef(self.document, raw), "position"))
                kept.append((number, left))
            elif issubclass(model, Element):
                self.gone.add((self.subject, here.at))
        if len(kept) != len(items):
            self.moves[spot.made] = tuple(number for number, _ in kept)
        return [left for _, left in kept]

    def _element(self, item: Data, model: type[BaseModel], spot: Spot, name: str) -> Data:
        """An element of a list; as it stands where nothing is done to it."""
        longer = model.long_form(item) if issubclass(model, Element) else item
        if not isinstance(longer, Mapping) or not longer.keys() <= keys_of(model).keys():
            return item  # what is wrong with it is told, and keeps it from leaving
        here = self._levelled(longer, model, spot)
        if issubclass(model, Case) and self._is_about_nothing(longer, model, here):
            return _GONE
        if model is Route:
            self.routes.add((self.subject, spot.at))
        if model is Procedure and str(longer.get("phase", "")).startswith(_EMERGENCY):
            here = replace(here, safe=True)
            self.emergencies.add((self.subject, spot.at))
        decision = self._decision(spot.at, "*", (("", words) for words in words_in(longer, model)))
        if decision is not None and decision.operation == "keep":
            here = replace(here, level=PUBLIC, own=True)
        sort = self.rules.sort(spot.path, emergency=here.safe)
        dropped = (spot.at, "*") in self.stale or (decision is not None and decision.operation != "keep")
        how = self.rules.named(sort)
        dropped |= how is not None and how.operation == "drop" and here.level != PUBLIC
        if dropped:
            return self._left_out(longer, model, here, sort, decision)
        noted = len(self.handled), len(self.withheld)
        made = self._keys(longer, model, here, name=name)
        if isinstance(made, _Gone):
            return self._whole(longer, model, noted, here)
        return item if made == longer else made

    def _is_about_nothing(self, longer: Mapping[str, Data], model: type[BaseModel], spot: Spot) -> bool:
        """Whether all that a case is about is left out: it is not taught then, whatever its own level."""
        on = longer.get("on")
        if not isinstance(on, list) or not on or not all(self.known.is_left_out(one) for one in on):
            return False
        raw = tuple(("", str(one)) for one in on)
        self.handled.append(replace(self._told(spot, "on", self.rules.sort(spot.path), "drop", raw, None), whole=True))
        if spot.level != PUBLIC:
            self._withhold(longer, spot, model, firm=spot.own)
        return True

    def _targets(self, value: Data, spot: Spot) -> Data:
        """Addresses of what a case is about, without those of what is left out."""
        if not isinstance(value, list):
            return value
        kept = [(number, one) for number, one in enumerate(value) if not self.known.is_left_out(one)]
        if len(kept) != len(value):
            self.moves[spot.made] = tuple(number for number, _ in kept)
        return [one for _, one in kept]

    def _whole(self, longer: Mapping[str, Data], model: type[BaseModel], noted: tuple[int, int], spot: Spot) -> _Gone:
        """An element that cannot stand without what is left out goes as a whole: one entry says so.

        Where nobody has decided about that, what else is undecided in it stays, so that all can be asked at once.
        """
        rows = self.handled[noted[0] :]
        cause = next((one for one in rows if one.operation == "drop" and one.at == spot.at), rows[0])
        others = [one for one in rows if one is not cause and one.state == "undecided"]
        self.handled[noted[0] :] = [replace(cause, whole=True), *(others if cause.state == "undecided" else ())]
        del self.withheld[noted[1] :]
        self._withhold(longer, spot, model)
        return _GONE

    def _left_out(
        self,
        longer: Mapping[str, Data],
        model: type[BaseModel],
        spot: Spot,
        sort: str,
        decision: FieldDecision | None,
    ) -> Data:
        """A whole element that is not taught; safety is never left out, so that is told instead."""
        told = self._told(spot, "*", sort, "drop", tuple(("", words) for words in words_in(longer, model)), decision)
        if sort == SAFETY:
            self.handled.append(replace(told, state="refused"))
            return longer
        state: State = "undecided" if (spot.at, "*") in self.stale else "done"
        self.handled.append(replace(told, whole=True, state=state))
        self._withhold(longer, spot, model, firm=spot.own or decision is not None)
        return _GONE

    def _note_level(self, at: At, key: str, level: str) -> None:
        """For what plants do otherwise: what is public asks for nothing."""
        if level != PUBLIC:
            self.levels[self.subject, at, key] = level

    def _levelled(self, longer: Mapping[str, Data], model: type[BaseModel], spot: Spot) -> Spot:
        """Where an element stands at its own level, if it has one; the highest where it names keys that it has not."""
        levels = _mapping(longer.get("levels"))
        if not levels.keys() <= keys_of(model).keys():
            return replace(spot, level=Level.CORE_SECRET.value, own=True)
        for key, one in levels.items():
            self._note_level(spot.at, str(key), level_named(one))
        if "level" not in longer:
            return spot
        level = level_named(longer["level"])
        self._note_level(spot.at, "", level)
        return replace(spot, level=level, own=True)

    def _keys(
        self,
        part: Mapping[str, Data],
        model: type[BaseModel],
        spot: Spot,
        *,
        name: str = "",
        partial: bool = False,
        base: str = "",
    ) -> Data:
        """The keys of a part that are left; all of it is gone where one is that it needs.

        Levels that were obeyed go, others stay for those who tell what is wrong with them. `base` is the element of
        the base that a `partial` one changes.
        """
        keys = keys_of(model)
        levels = {str(key): level_named(one) for key, one in _mapping(part.get("levels")).items()}
        made: dict[str, Data] = {}
        lost: set[str] = set()
        for key, value in part.items():
            if key in {"level", "levels"} and key in keys and is_obeyed(value, model):
                continue
            here = spot.key(key)
            own = higher(levels.get(key, ""), self.known.levels.get((self.subject, base, key), "") if base else "")
            if own:
                here = replace(here, level=own if not base else higher(own, here.level), own=True)
            left = self._value(value, keys.get(key), here, str(part.get("unit") or ""), prefix_of(model, name))
            if isinstance(left, _Gone):
                lost.add(key)
            else:
                made[key] = left
        return _GONE if not partial and falls(keys, lost, made) else made

    def _value(self, value: Data, key: Key | None, spot: Spot, unit: str, prefix: str) -> Data:
        if key is None or key.holds == "other":
            return value
        if key.holds == "link":
            return self._links(value, spot)
        if key.holds == "target":
            return self._targets(value, spot)
        if key.holds == "line":
            return self._line(value, spot)
        if key.part is not None and not (key.also_text and not is_part(value, key.part)):
            return self._part(value, key, replace(spot, path=_path_of(spot.path)), prefix)
        return self._texts(value, spot, unit)

    def _links(self, value: Data, spot: Spot) -> Data:
        """Links without those to elements that are left out."""
        name = spot.path.rpartition(".")[2]
        section = _SECTIONS.get(name, name)

        def leads(link: Data) -> bool:
            code, _, own = str(link).rpartition("/")
            at = own if section in {"procedures", "routes"} else f"{section}/{own}"
            return not self.known.is_gone(self._subjects(code), at)

        if not isinstance(value, list):
            return value if leads(value) else _GONE
        kept = [one for one in value if leads(one)]
        return kept if kept or not value else _GONE

    def _subjects(self, code: str) -> tuple[Subject, ...]:
        """The files that a link may lead to: this one, the base that it follows, or another of the same plant."""
        plant, _, own = self.subject.partition(":")
        if not code:
            return (self.subject, f":{own}")
        return (code,) if ":" in code else (f"{plant}:{code}", f":{code}")

    # --- Names and texts ---

    def _line(self, value: Data, spot: Spot) -> Data:
        words = str(value)
        sort = self.rules.sort(spot.path, emergency=spot.safe)
        how = self.rules.named(sort)
        decision = self._decision(spot.at, spot.name, (("", words),))
        stale = (spot.at, spot.name) in self.stale and sort != SAFETY
        spot = at_least(spot, decision)
        if spot.level == PUBLIC or (decision is not None and decision.operation == "keep"):
            return self.known.names.get(words, (value, ""))[0]
        operation = decision.operation if decision else how.operation if how else ""
        told = self._told(spot, spot.name, sort, operation or "drop", (("", words),), decision)
        if decision is not None and isinstance(decision.taught, str) and decision.taught:
            self._renamed(told, decision.taught, words, spot)
            return decision.taught
        if operation == "pseudonymise" and not stale:
            prefix = how.prefixes.get(spot.path.partition(".")[0], "ID") if how else "ID"
            self.wanted.append((words, prefix, spot.level))
            other = self.known.names.get(words, (f"{prefix}-00", ""))[0]
            self._renamed(told, other, words, spot)
            return other
        if operation == "keep" and not stale and (how is None or how.kept_when_marked or not spot.own):
            return value
        self.handled.append(told if operation == "drop" and not stale else replace(told, state="undecided"))
        self._withhold(words, spot, firm=spot.own or decision is not None)
        return _GONE

    def _renamed(self, told: Handled, taught: str, words: str, spot: Spot) -> None:
        self.handled.append(replace(told, taught=(("", taught),)))
        self.withheld.append(Withheld(SourceRef(self.document, spot.raw), words, taught, spot.level, firm=True))

    def _texts(self, value: Data, spot: Spot, unit: str) -> Data:
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

    def _text(self, value: Data, spot: Spot, unit: str, number: int = 0) -> Data:
        typed = _languages(value)
        if typed is None:
            return value
        if any(is_broken(words) for words in typed.values()):
            return value  # that is told, and keeps everything from leaving
        said = {one: self._named(words) for one, words in typed.items()}
        key = spot.name + (f".{number}" if number else "")
        decision = self._decision(spot.at, key, typed.items())
        spot = at_least(spot, decision)
        if spot.level == PUBLIC:
            return _again(value, said)
        sort = self.rules.sort(spot.path, emergency=spot.safe)
        told = self._told(spot, key, sort, "", tuple(typed.items()), decision)
        if decision is not None:
            return self._as_decided(value, said, decision, told, spot)
        if (spot.at, key) in self.stale and sort != SAFETY:
            return self._deny(value, told, None, spot)
        return self._by_class(value, said, told, spot, unit)

    def _as_decided(
        self, value: Data, said: Mapping[str, str], decision: FieldDecision, told: Handled, spot: Spot
    ) -> Data:
        told = replace(told, operation=decision.operation)
        if decision.operation == "keep":
            self.handled.append(told)
            return _again(value, said)
        if told.sort == SAFETY:
            self.handled.append(replace(told, state="refused"))
            return value
        taught = {one: _given(decision.taught, one) for one in said}
        drops = decision.operation == "drop"
        marked: Mapping[str, str | None] = {}
        if not drops and all(taught.values()):
            marked = {one: instead(words, taught[one], spot.level) for one, words in said.items()}
        if not (marked and all(marked.values())):
            self.handled.append(replace(told, operation="drop", state="done" if drops else "undecided"))
            self._withhold(value, spot, firm=True)
            return _GONE
        self.handled.append(replace(told, taught=tuple(taught.items())))
        for one, words in said.items():
            self._protect(words, taught[one], spot, firm=True)
        return _again(value, {one: words or "" for one, words in marked.items()})

    def _by_class(self, value: Data, said: Mapping[str, str], told: Handled, spot: Spot, unit: str) -> Data:
        how = self.rules.named(told.sort)
        kept = how is not None and how.operation == "keep" and not how.values
        if told.sort == PEOPLE and not spot.own and all(is_role(words) for _, words in told.raw):
            return _again(value, said)
        if how is not None and kept and (how.kept_when_marked or not spot.own):
            return _again(value, said)
        made: dict[str, str] = {}
        renamed = True
        for language, words in said.items():
            new = self._made(words, told, spot, unit, language)
            if new is None:
                return self._deny(value, told, how, spot)
            made[language] = new.words
            renamed = renamed and not new.protected
            for raw, taught in new.protected:
                self._protect(raw, taught, spot, firm=how is not None and (how.operation != "keep" or is_exact(raw)))
        done = tuple((one, opened(words)) for one, words in made.items())
        if not renamed and any(tells_danger(words) for _, words in told.raw):
            self.unclear.append((SourceRef(self.document, spot.raw), "danger"))
            self.handled.append(replace(told, operation="drop", state="undecided"))
            return value
        if made != dict(told.raw):
            treated = how.operation if how and how.operation != "keep" else "generalise"
            operation = "pseudonymise" if renamed else treated
            self.handled.append(replace(told, operation=operation, taught=done))
        return _again(value, made)

    def _deny(self, value: Data, told: Handled, how: FieldClass | None, spot: Spot) -> Data:
        """Nothing is taught of a text that its class drops, or that nobody has decided."""
        if told.sort == SAFETY:
            self.handled.append(replace(told, operation="drop", state="refused"))
            return value
        drops = how is not None and how.operation == "drop"
        self.handled.append(replace(told, operation="drop", state="done" if drops else "undecided"))
        named = not all(is_role(words) for _, words in told.raw)  # a role or department is no secret by itself
        self._withhold(value, spot, firm=spot.own or not drops or named)
        return _GONE

    def _made(self, words: str, told: Handled, spot: Spot, unit: str, language: str) -> Treated | None:
        """Words as their class wants them, or None where nothing may be taught of them."""
        how = self.rules.named(told.sort)
        spoken = language or self.known.language
        if how is None or how.operation == "drop":
            return None
        if how.operation == "aggregate":
            return self._summed(words, how, spot, told)
        if how.operation == "generalise":
            return valued(words, how, spot.level, spoken, unit, exact=spot.own)
        if how.operation == "keep" and not spot.own:
            inner = self.rules.named(how.values) if how.values else None
            if inner is None:
                return None if how.values else Treated(words)
            return with_values(words, how, inner, spot.level, spoken)
        return Treated(words) if has_mark(dict(told.raw)[language]) else None

    def _summed(self, words: str, how: FieldClass, spot: Spot, told: Handled) -> Treated | None:
        """One range over the same field of several plants; None where there are too few of them."""
        found = quantities(words)
        if len(found) != 1:
            return None
        key = (self.subject.partition(":")[2], f"{told.at}/{told.key}")
        self.values.append((key, found[0]))
        every = self.known.values.get(key, ())
        taught = hull(every, how.width) if len(every) >= how.at_least else None
        made = mark(words, taught, spot.level) if taught else None
        return Treated(made, ((words, taught),)) if made and taught else None

    def _named(self, words: str) -> str:
        """Words with other names in the place of names, and without links to what is left out."""
        return _REFERENCE.sub(self._referred, with_names(words, self.known.names))

    def _referred(self, found: "re.Match[str]") -> str:
        *before, own = found["target"].split("/")
        code = before[0] if ":" in found["target"] else ""
        gone = {at.rpartition("/")[2] for subject, at in self.known.gone if subject in self._subjects(code)}
        return found["words"] or "" if own in gone else found[0]

    # --- Small things ---

    def _told(
        self,
        spot: Spot,
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

    def _decision(self, at: str, key: str, raw: Iterable[tuple[str, str]]) -> FieldDecision | None:
        """What a person decided about a field, unless that was about other words than stand there now."""
        self.met.add((at, key))
        decision = self.decided.get((at, key))
        if decision is not None and is_stale(decision, self.known.key, words_of(raw)):
            self.stale.add((at, key))
            return None
        return decision

    def _protect(self, words: str, taught: str, spot: Spot, *, firm: bool) -> None:
        place = SourceRef(self.document, spot.raw)
        self.withheld.append(Withheld(place, raw_words(words), taught, spot.level, firm))

    def _withhold(self, value: Data, spot: Spot, model: type[BaseModel] | None = None, *, firm: bool = True) -> None:
        for words in words_in(value, model):
            self._protect(words, "", spot, firm=firm)


def _mapping(value: Data) -> Mapping[str, Data]:
    return value if isinstance(value, Mapping) else {}


def _again(value: Data, said: Mapping[str, str]) -> Data:
    return said[""] if isinstance(value, str) else dict(said)


def _given(taught: str | Mapping[str, str], language: str) -> str:
    if isinstance(taught, str):
        return taught
    return taught.get(language or "zh", "")
