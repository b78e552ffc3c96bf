"""Steps without an id get one: `S1`, `S2` … after their position, so that later insertions change no address."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sopcurric.diagnostics.finding import Finding
from sopcurric.linguistics.leading_names import leading_id, leading_number
from sopcurric.model.address import join, letters
from sopcurric.model.files.sop_steps import Step
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, found_at, indent_of, line_end, line_start
from sopcurric.source.ref import Pointer, SourceRef

_CLASSIFIED = re.compile("<<|＜＜|《《")
_PROPERTY = re.compile("[&!*]")
_OPENED = re.compile(r"\{[ \t]*")


def changes(source: Source, one: Finding, repository: Repository) -> Iterable[Change | Left]:
    """Ids for the steps of a procedure; none where a hidden step would shift the numbers."""
    at: Pointer = one.place.pointer if one.place else ()
    rows = tuple(_rows(found_at(source.data, at), at))
    if not rows:
        return
    if any(_CLASSIFIED.search(words) for row in rows for words in _words(found_at(source.data, row.at))):
        yield Left("classified", one.subject)
        return
    spoken = repository.mentions(f"{one.subject}/")
    taken = {_name(step).casefold() for row in rows for step in row.steps}
    taken |= {known.removeprefix(f"{one.subject}/".casefold()) for known in spoken}
    edits: list[Edit] = []
    values: list[tuple[Pointer, object]] = []
    wanted: list[_Wanted] = []
    for row in rows:
        for number, step in enumerate(row.steps):
            address = join(one.subject, f"{row.prefix}{number + 1}")
            reason = "" if _name(step) else _reason(step, address, spoken)
            if reason:
                yield Left(reason, address)
            elif not _name(step):
                wanted.append(_Wanted((*row.at, number), address, step, row.prefix, number + 1))
    for one_step, name in _names(wanted, taken):
        made = item_edits(source, one_step.at, name)
        if made:
            edits += made
            values.append((one_step.at, _named(one_step.step, name)))
        else:
            yield Left("unusual", one_step.address)
    if edits:
        yield Change(tuple(edits), tuple(values))


@dataclass(frozen=True, slots=True)
class _Row:
    """Steps that stand in one list; `prefix` is what their positions begin with (`3.`, `S3.a`)."""

    at: Pointer
    steps: list[object]
    prefix: str = ""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A step that wants an id: where it stands, its address, itself, and what its position is called."""

    at: Pointer
    address: str
    step: object
    prefix: str
    number: int

    def name(self, number: int) -> str:
        """An id after a position: `S3`, and `S3-1` for what stands below the third."""
        return f"S{self.prefix.replace('.', '-').removeprefix('S')}{number}"


def _names(wanted: list[_Wanted], taken: set[str]) -> Iterator[tuple[_Wanted, str]]:
    """An id for each step: after its position where that is free, else after the next free number."""
    own = {one.name(one.number).casefold() for one in wanted}
    used = {*taken}
    for one in wanted:
        number = one.number
        while one.name(number).casefold() in (used if number == one.number else used | own):
            number += 1
        used.add(one.name(number).casefold())
        yield one, one.name(number)


def _rows(work: object, at: Pointer) -> Iterator[_Row]:
    """The lists of steps of a procedure (of points of a route), each before those below its steps."""
    inner, at = _inside(work, at)
    for key in ("steps", "points"):
        if isinstance(inner.get(key), list):
            waiting = [_Row((*at, key), inner[key])]  # type: ignore[arg-type]
            while waiting:
                row = waiting.pop(0)
                yield row
                waiting += _below(row)


def _below(row: _Row) -> Iterator[_Row]:
    """Sub-steps and alternatives of the steps of a list."""
    for number, step in enumerate(row.steps):
        inner, at = _inside(step, (*row.at, number))
        name = _name(step) or f"{row.prefix}{number + 1}"
        steps, ways = inner.get("steps"), inner.get("either")
        if isinstance(steps, list):
            yield _Row((*at, "steps"), steps, f"{name}.")
        for place, way in enumerate(ways if isinstance(ways, list) else ()):
            held = way.get("steps") if isinstance(way, dict) else None
            if isinstance(held, list):
                yield _Row((*at, "either", place, "steps"), held, f"{name}.{letters(place)}")


def _inside(work: object, at: Pointer) -> tuple[dict[str, object], Pointer]:
    """The mapping of a procedure or step, which may stand below its id, and where it stands."""
    if isinstance(work, dict) and len(work) == 1 and _name(work) and "id" not in work:
        key, only = next(iter(work.items()))
        if isinstance(only, dict):
            return only, (*at, key)
    return (work, at) if isinstance(work, dict) else ({}, at)


def item_edits(source: Source, pointer: Pointer, name: str) -> tuple[Edit, ...]:
    """How an item of a list gets an id: a text in the short form, a mapping as its first key; nothing if unsure."""
    span = source.places.values.get(pointer)
    start = source.position(span) if span else None
    if start is None or _PROPERTY.match(source.text, start):
        return ()
    if not isinstance(found_at(source.data, pointer), dict):
        place = source.scalar(SourceRef(source.document, pointer))
        return (Edit(start, start, f"{name}: "), *_further_in(source.text, *place)) if place else ()
    opened = _OPENED.match(source.text, start)
    if opened:
        ends = line_end(source.text, start) == opened.end()
        return (Edit(opened.end(), opened.end(), f"id: {name}," if ends else f"id: {name}, "),)
    column = start - line_start(source.text, start)
    return (Edit(start, start, f"id: {name}{_break(source.text, start)}{' ' * column}"),)


def _further_in(text: str, start: int, end: int) -> Iterator[Edit]:
    """The further lines of a text, moved behind the column of the key that stands before it now."""
    lines = [found.end() for found in BREAK.finditer(text, start, end)]
    indents = {at: indent_of(text[at:end]) for at in lines if text[at:end].strip()}
    first = next(iter(indents.values()), 0)
    missing = start - line_start(text, start) + 2 - first
    if missing > 1:
        yield from (Edit(at, at, " " * missing) for at, indent in indents.items() if indent >= first)


def _break(text: str, position: int) -> str:
    found = BREAK.search(text, position) or BREAK.search(text)
    return found[0] if found else "\n"


def _named(step: object, name: str) -> object:
    return {"id": name, **step} if isinstance(step, dict) else {name: step}


def _name(step: object) -> str:
    """The id of a step, in the short form its only key; empty where it has none."""
    long = Step.long_form(step)
    return str(long["id"]) if isinstance(long, Mapping) and "id" in long else ""


def _reason(step: object, address: str, spoken: frozenset[str]) -> str:
    """Why a step is left alone: its position is spoken of, its text begins with an id or number, it has languages."""
    if address.casefold() in spoken:
        return "spoken"
    if isinstance(step, str) and (leading_id(step)[0] or leading_number(step)):
        return "leading"
    return "languages" if isinstance(step, dict) and not step.keys() & {"text", "item"} else ""


def _words(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | dict):
            waiting += one.values() if isinstance(one, dict) else one


FIX = Fix(name="step-ids", changes=changes, cures=frozenset({("SOP025", "steps"), ("SOP025", "points")}))
