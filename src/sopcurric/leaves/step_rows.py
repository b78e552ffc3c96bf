"""Rows of the table of steps: each step in one piece with what is told before and after it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from sopcurric.leaves.step_pictures import Figure, figures
from sopcurric.leaves.task_view import TaskView, enumeration
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, row, told
from sopcurric.model.publication import Cell, Column, Row
from sopcurric.model.retell import retell, spoken
from sopcurric.model.said import said
from sopcurric.model.sop import Hazard, Interlock, Lockout, Parameter, Permit, Ppe, Procedure, QualityCheck, Step, Valve
from sopcurric.model.text import Phrase, Quantity, Text, sentence

_CONDITION = re.compile(
    r"^(?:若|如|当|在|一旦|凡)|(?:时|后|前|情况下)$|^(?:if|when|where|in|after|before|once|while|unless|until)\b",
    re.IGNORECASE,
)
"""How a condition begins or ends that needs no word before it."""


@dataclass(frozen=True, slots=True)
class StepTable:
    """How the steps of a procedure are laid out; `turns` gives those who do them a column of their own."""

    view: TaskView
    turns: bool
    figures: Mapping[tuple[Address, int], Figure] = field(default_factory=dict)

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns."""
        named = (
            ("column.number", 6),
            *((("column.turn", 11),) if self.turns else ()),
            ("column.step", 31 if self.turns else 36),
            ("column.standard", 19 if self.turns else 22),
            ("column.risk-control", 18 if self.turns else 20),
            ("column.record", 9 if self.turns else 10),
            ("column.done", 6),
        )
        return columns(*named, centred=("column.number", "column.turn", "column.done"))

    @property
    def breadth(self) -> int:
        """The number of columns."""
        return 7 if self.turns else 6


def step_table(view: TaskView, procedure: Procedure) -> StepTable:
    """The layout for a procedure: who does a step, and where, has a column where turns are taken."""
    actors = {step.actor for step in procedure.steps if step.actor}
    places = {step.place for step in procedure.steps if step.place}
    return StepTable(view, max(len(actors), len(places)) > 1, figures(view, procedure))


def step_rows(table: StepTable, procedure: Procedure) -> Iterator[Row]:
    """The rows of all steps; the condition of an alternative stands above its first step."""
    following = (*procedure.steps[1:], None)
    for step, after in zip(procedure.steps, following, strict=False):
        if step.branch:
            way = _branch(step, table.view.language)
            yield row((Cell((way,), columns=table.breadth, strong=True, tone="note"),), step.address)
        yield from _rows(table, step, leads=after is not None and after.depth > step.depth)


def _rows(table: StepTable, step: Step, *, leads: bool) -> Iterator[Row]:
    """A step in one piece: warnings, the step itself, notes, hold point, signatures; the number covers them all."""
    width = table.breadth - 1
    before = [_across(width, "danger", "work.warning", one) for one in step.warnings]
    before += [_across(width, "caution", "work.caution", one) for one in step.cautions]
    after = [_across(width, "note", "work.note", one) for one in step.notes]
    if step.hold:
        after.append(replace(_across(width, "caution", "work.hold", step.hold), strong=True))
    if step.signatures:
        after.append(Cell((_signing(step.signatures),), columns=width, tone="note"))
    own, sources = _cells(table, step, leads=leads)
    rows = [*((one,) for one in before), own, *((one,) for one in after)]
    number = Cell((sentence("plain", value=step.number),), rows=len(rows), keep=len(rows) > 1)
    for place, cells in enumerate(rows):
        yield row((number, *cells) if place == 0 else cells, step.address, *(sources if cells is own else ()))


def _across(width: int, tone: str, code: str, text: Phrase) -> Cell:
    return Cell((sentence(code, text=text),), columns=width, strong=tone == "danger", tone=tone)  # type: ignore[arg-type]


def _signing(roles: Iterable[Text]) -> Phrase:
    first, *rest = [sentence("work.sign", role=role) for role in roles]
    line: Phrase = first
    for one in rest:
        line = sentence("join.wide", left=line, right=one)
    return sentence("work.signatures", signs=line)


def _branch(step: Step, language: str) -> Phrase:
    letter = step.number.rsplit(".", 1)[0]
    return sentence("work.branch", number=letter, when=condition("work.if", step.branch, language))


def condition(code: str, when: Text, language: str) -> Phrase:
    """A condition with the word that makes it one, unless it has one already."""
    plain = bool(_CONDITION.search(when.words(language).rstrip("，,：: ")))
    words = {spoken_in: words.rstrip("，,") for spoken_in, words in spoken(when).items()}
    return sentence("work.condition" if plain else code, when=retell(when, words))


def _cells(table: StepTable, step: Step, *, leads: bool) -> tuple[tuple[Cell, ...], tuple[Address, ...]]:
    """The cells of the step itself without its number, and the elements that they tell of."""
    view = table.view
    parameters = [one for one in _own(view, step) if one.range]
    hazards = view.elements(step.hazards, Hazard)
    quality = view.elements(step.quality, QualityCheck)
    risk: tuple[Phrase, ...] = (*(guard(hazard) for hazard in hazards), *_safeguards(view, step))
    point = view.all.step_points[step.address]
    standard: tuple[Phrase, ...] = (
        point.standard,
        *(
            sentence("work.range", title=title, range=limit)
            for title, limit in (
                *((p.title, p.range) for p in parameters if not told_by(step, p)),
                *((q.title, q.criterion) for q in quality),
            )
            if not _repeats(view, limit, point.standard)
        ),
    )
    sources = (
        *(one.address for one in parameters),
        *(one.address for one in quality),
        *(one.address for one in hazards),
    )
    turn = (cell(step.actor or sentence("work.own"), step.place),) if table.turns else ()
    deed = _deed(table, step, leads=leads)
    record = view.all.titles.get(step.record)
    bare = not any(standard) and not risk and not record
    if leads and bare:
        return (*turn, Cell(deed, columns=5, strong=True)), sources
    boxes = (cell(*standard), cell(*risk), cell(record), cell(sentence("box")))
    return (*turn, Cell(deed), *boxes), sources


def _repeats(view: TaskView, limit: Text, standard: Text) -> bool:
    """Whether the standard of a step says the limit already, in the same words."""
    said = limit.words(view.language).rstrip("。.")
    return bool(said) and said in standard.words(view.language)


def told_by(step: Step, parameter: Parameter) -> bool:
    """Whether a step says all numbers of the range of a parameter itself, or the words of one without numbers."""
    wanted = _numbers(parameter.range)
    if wanted:
        return wanted <= _numbers(step.text, step.criterion)
    return any(words and words in said(step.text, step.criterion) for words in spoken(parameter.range).values())


def _numbers(*texts: Text) -> set[tuple[str, str]]:
    """The numbers of quantities with their units."""
    runs = (run for text in texts for _, own in text.wordings for run in own if isinstance(run, Quantity))
    return {(number, run.unit) for run in runs for number in (run.low, run.high) if number}


def _own(view: TaskView, step: Step) -> list[Parameter]:
    """The parameters of a step, those of its own document in the order of that."""
    own = [one for one in view.sop(step.address).parameters if one.address in step.parameters]
    return own + [one for one in view.elements(step.parameters, Parameter) if one not in own]


def _deed(table: StepTable, step: Step, *, leads: bool) -> tuple[Phrase, ...]:
    """What is done: under which condition, the step itself, by whom, how, with what."""
    view, turns = table.view, table.turns
    point = view.all.step_points[step.address]
    lead = sentence("work.lead", text=retell(step.text, spoken(step.text)))
    work: Phrase = lead if leads and not point.standard else point.work
    if is_placeholder(point.work.words(view.language)):
        work = sentence("work.open", text=point.work)
    valves = [_called(one.title, one.tag) for one in view.elements(step.valves, Valve)]
    lines = (
        sentence("work.then", when=condition("work.when", step.when, view.language)) if step.when else None,
        sentence("work.critical", text=work) if step.critical else work,
        sentence("work.actor", actor=step.actor) if step.actor and not turns else None,
        sentence("work.place", place=step.place) if step.place and not turns else None,
        sentence("work.method", method=step.method) if step.method else None,
        told("work.valves", enumeration(valves) if valves else ""),
        told("work.duration", step.duration),
        told("work.certificate", step.certificate),
        *(_shown(table, step, place) for place, _ in enumerate(step.media)),
    )
    return tuple(line for line in lines if line)


def _shown(table: StepTable, step: Step, place: int) -> Phrase:
    """Where a picture is: below the table, or only in its file."""
    figure = table.figures.get((step.address, place))
    if figure:
        return sentence("work.figure.see", number=figure.number)
    one = step.media[place]
    return sentence(f"work.media.{one.kind.value}", title=one.title, file=one.file)


def _safeguards(view: TaskView, step: Step) -> Iterator[Phrase]:
    """What is there against the dangers of a step: interlocks, isolation, permits, protective equipment."""
    for code, names in (
        ("work.interlocks", [_called(one.title, one.tag) for one in view.elements(step.interlocks, Interlock)]),
        ("work.lockouts", [one.title for one in view.elements(step.lockouts, Lockout)]),
        ("work.permits", [one.title for one in view.elements(step.permits, Permit)]),
        ("work.ppe", [one.title for one in view.elements(step.ppe, Ppe)]),
    ):
        if names:
            yield sentence(code, value=enumeration(names))


def _called(title: Text, tag: str) -> Phrase:
    return sentence("tagged", title=title, tag=tag) if tag else title


def guard(hazard: Hazard) -> Phrase:
    """A hazard with its first control."""
    if hazard.controls:
        return sentence("work.guard", title=hazard.title, control=hazard.controls[0])
    return hazard.title
