"""Steps without an id get one: `S1`, `S2` … after their position, so that later insertions change no address."""

import re
from collections.abc import Iterable, Iterator, Mapping

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.address import join
from sopcurric.model.files.sop import Step
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, found_at, line_end, line_start
from sopcurric.source.ref import Pointer, SourceRef
from sopcurric.wording.catalogue import LANGUAGES

_CLASSIFIED = re.compile("<<|＜＜|《《")
_PROPERTY = re.compile("[&!*]")
_OPENED = re.compile(r"\{[ \t]*")


def changes(source: Source, one: Finding, repository: Repository) -> Iterable[Change | Left]:
    """Ids for the steps of a procedure; none where a hidden step would shift the numbers."""
    at: Pointer = (*one.place.pointer, "steps") if one.place else ()
    steps = found_at(source.data, at)
    if not isinstance(steps, list):
        return
    if any(_CLASSIFIED.search(words) for words in _words(steps)):
        yield Left("classified", one.subject)
        return
    spoken = repository.mentions(f"{one.subject}/")
    wanted = [number for number, step in enumerate(steps) if not _name(step)]
    kept = {number: reason for number in wanted if (reason := _reason(number, steps[number], one.subject, spoken))}
    yield from (Left(reason, join(one.subject, str(number + 1))) for number, reason in kept.items())
    names = _names(steps, [number for number in wanted if number not in kept], one.subject, spoken)
    edits: list[Edit] = []
    values: list[tuple[Pointer, object]] = []
    for number, name in names.items():
        made = item_edits(source, (*at, number), name)
        if made:
            edits += made
            values.append(((*at, number), _named(steps[number], name)))
        else:
            yield Left("unusual", join(one.subject, str(number + 1)))
    if edits:
        yield Change(tuple(edits), tuple(values))


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
    indents = {at: len(text[at:end]) - len(text[at:end].lstrip(" ")) for at in lines if text[at:end].strip()}
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
    if not isinstance(step, dict):
        return ""
    if "id" in step:
        return str(step["id"])
    only = next(iter(step)) if len(step) == 1 else ""
    return "" if only in Step.model_fields or only in LANGUAGES else str(only)


def _reason(number: int, step: object, procedure: str, spoken: frozenset[str]) -> str:
    """Why a step is left alone: its position is spoken of, or it is written in several languages."""
    if join(procedure, str(number + 1)).casefold() in spoken:
        return "spoken"
    return "languages" if isinstance(step, dict) and "text" not in step else ""


def _names(steps: list[object], wanted: list[int], procedure: str, spoken: frozenset[str]) -> Mapping[int, str]:
    """A free id for each step: after its position where that is free, else the next free number."""
    taken = {_name(step).casefold() for step in steps} | {
        one.removeprefix(f"{procedure}/".casefold()) for one in spoken
    }
    found = {number: f"S{number + 1}" for number in wanted if f"s{number + 1}" not in taken}
    taken |= {name.casefold() for name in found.values()}
    for number in wanted:
        if number not in found:
            after = number + 2
            while f"s{after}" in taken:
                after += 1
            found[number] = f"S{after}"
            taken.add(f"s{after}")
    return dict(sorted(found.items()))


def _words(value: object) -> Iterator[str]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, list | dict):
            waiting += one.values() if isinstance(one, dict) else one


FIX = Fix(name="step-ids", changes=changes, cures=frozenset({("SOP025", "")}))
