"""Questions about numbers: statements of an SOP with a number taken out, to choose, to fill in, or to judge."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sopcurric.examining.blanks import Blank, Range, blanks, others, read
from sopcurric.examining.scene import Element, Scene, Shared, by_hash, end_cut
from sopcurric.model.address import Address
from sopcurric.model.identifier import derived_id
from sopcurric.model.limits import first_quantity
from sopcurric.model.question_bank import Amount, BankQuestion
from sopcurric.model.sop import (
    EmergencyCard,
    EnvironmentItem,
    Hazard,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Principle,
    Procedure,
    QualityCheck,
    Step,
)
from sopcurric.model.text import Phrase, Plain, Quantity, Runs, Text, sentence

_OPTIONS = 4
_LONGEST = 90
"""A statement of more signs is no sentence to fill in."""
_SENTENCES = ("text", "control", "aid", "action", "condition")
"""Parts that are sentences by themselves: where one begins with a number, nothing says what that is."""
_CLAUSES = "；;。"


@dataclass(frozen=True, slots=True)
class _Statement:
    """Something that is so: a sentence (`code`, with `names`) around a text of an element in which numbers stand."""

    part: str
    code: str
    names: tuple[tuple[str, Phrase | str], ...]
    text: Text
    source: Phrase | None = None
    asks: tuple[str, ...] = ()

    def told(self, text: Phrase) -> Phrase:
        """The sentence around another wording of the text."""
        return sentence(self.code, **dict(self.names), text=text)


_About = tuple[Shared[object], _Statement]
"""A statement with what it is about."""


def questions(scene: Scene) -> Iterator[BankQuestion]:
    """All of them; of one number only one is taken later on."""
    for about, statement in _statements(scene):
        if statement.part.startswith(_SENTENCES) and _begins_with_number(statement.text):
            continue
        for number, blank in enumerate(blanks(statement.text)):
            said = scene.words(statement.told(blank.with_blank))
            if len(said) <= _LONGEST and scene.words(blank.right) not in said:
                yield from _of_blank(scene, about, statement, blank, number)


def _of_blank(
    scene: Scene, about: Shared[object], statement: _Statement, blank: Blank, number: int
) -> Iterator[BankQuestion]:
    part = f"{statement.part}#{number}"
    truth = statement.told(statement.text)
    seed = derived_id("", f"{part}{about.addresses[0]}")
    wrong = others(
        blank.range, _siblings(scene, about.addresses[0], statement), scene.taught, _OPTIONS - 1, by_hash(seed, 4)
    )
    asks = statement.asks or (statement.part,)
    common = {"because": sentence("ask.because", truth=truth), "source": statement.source}
    if len(wrong) == _OPTIONS - 1:
        languages = [language for language, _ in blank.right.wordings]
        rising = sorted((blank.range, *wrong), key=lambda one: (one.low, one.high))
        yield scene.question(
            "single-choice",
            part,
            statement.told(blank.with_blank),
            about,
            options=[blank.right if one == blank.range else one.text(languages) for one in rising],
            right=(rising.index(blank.range),),
            keep=True,  # numbers stand in their order
            asks=asks,
            **common,  # type: ignore[arg-type]
        )
    yield scene.question(
        "numeric",
        part,
        statement.told(blank.with_line),
        about,
        answers=(blank.right,),
        amounts=_amounts(blank.range),
        asks=asks,
        **common,  # type: ignore[arg-type]
    )
    if by_hash(f"{seed}/true", 2) and wrong:
        stem, right = statement.told(blank.filled(wrong[0])), 0
    else:
        stem, right = truth, 1
    if right:  # nothing is put right in a statement that is right
        common["because"] = sentence("ask.because.right")
    yield scene.question("true-false", part, stem, about, right=(right,), answers=(blank.right,), asks=asks, **common)  # type: ignore[arg-type]


def _amounts(found: Range) -> tuple[Amount, ...]:
    """The numbers to fill in; what an SOP states is to be known as it stands."""
    numbers = (found.low,) if found.single else (found.low, found.high)
    return tuple(Amount(format(one, "f"), "0", found.symbol) for one in numbers)


def _siblings(scene: Scene, address: Address, statement: _Statement) -> list[Range]:
    """Ranges of other parameters of the job: what could be mistaken for one of them."""
    if statement.part != "range":
        return []
    quantities = (first_quantity(one.range) for one in scene.siblings(address, Parameter))
    return [found for one in quantities if one and (found := read(one))]


# --- Statements ------------------------------------------------------------------------------------------------------


def _statements(scene: Scene) -> Iterator[_About]:
    task = scene.task
    yield from _each(scene.own(task.parameters, Parameter), _of_parameter)
    yield from _each(scene.own(task.quality, QualityCheck), lambda one: _named(one.title, criterion=one.criterion))
    for procedure in scene.procedures:
        yield from _of_procedure(scene, procedure)
    yield from _each(scene.own(task.hazards, Hazard), _of_hazard)
    yield from _each(scene.own(task.principles, Principle), _of_principle)
    yield from _each(scene.own(task.permits, Permit), _of_permit)
    yield from _each(scene.own(task.lockouts, Lockout), lambda one: _named(one.title, discharge=one.discharge))
    yield from _each(scene.own(task.ppe, Ppe), lambda one: _named(one.title, standard=one.standard))
    yield from _each(
        scene.own(task.environment, EnvironmentItem),
        lambda one: _named(one.title, limit=one.limit, monitoring=one.monitoring),
    )
    yield from _each(scene.own(task.cards, EmergencyCard), _of_card)


def _each(found: Iterable[Shared[Element]], told: Callable[[Element], Iterable[_Statement]]) -> Iterator[_About]:
    for one in found:
        for statement in told(one.own):
            yield one, statement


def _of_card(one: EmergencyCard) -> Iterator[_Statement]:
    for number, action in enumerate(one.actions):
        yield _Statement(
            f"action{number}", "ask.state.card", (("title", one.title),), end_cut(action), asks=("actions",)
        )


def _named(title: Text, **texts: Text) -> Iterator[_Statement]:
    """A statement for each text about the thing with a title."""
    for part, text in texts.items():
        yield _Statement(part, f"ask.state.{part}", (("title", title),), end_cut(text))


def _of_parameter(one: Parameter) -> Iterator[_Statement]:
    yield from _named(one.title, range=one.range, alarm=one.alarm)
    for level, limit in one.alarms.levels:
        names: tuple[tuple[str, Phrase | str], ...] = (("title", one.title), ("level", sentence(f"ask.level.{level}")))
        yield _Statement(f"alarm{level}", "ask.state.alarm.level", names, end_cut(limit))
    for level, limit in one.trips.levels:
        names = (("title", one.title), ("level", sentence(f"ask.level.{level}")))
        yield _Statement(f"trip{level}", "ask.state.trip.level", names, end_cut(limit))
    yield from _named(one.title, target=one.target)


def _of_hazard(one: Hazard) -> Iterator[_Statement]:
    for number, control in enumerate(one.controls):
        yield _Statement(
            f"control{number}", "ask.state.control", (("title", one.title),), end_cut(control), asks=("controls",)
        )
    for number, clause in enumerate(_clauses(one.first_aid)):
        yield _Statement(f"aid{number}", "ask.state.first-aid", (("title", one.title),), clause, asks=("first_aid",))


def _of_principle(one: Principle) -> Iterator[_Statement]:
    clauses = (clause for text in one.paragraphs for clause in _clauses(text))
    for number, clause in enumerate(clauses):
        yield _Statement(
            f"text{number}", "ask.state.principle", (("title", one.title),), clause, asks=(f"text{number}",)
        )


def _of_permit(one: Permit) -> Iterator[_Statement]:
    yield from _named(one.title, validity=one.validity)
    for number, condition in enumerate(one.conditions):
        yield _Statement(
            f"condition{number}",
            "ask.state.condition",
            (("title", one.title),),
            end_cut(condition),
            asks=("conditions",),
        )


def _of_procedure(scene: Scene, about: Shared[Procedure]) -> Iterator[_About]:
    """What the steps of a procedure say, those of one place in several plants together."""
    steps = zip(*(scene.portions[one].steps for one in about.addresses), strict=False)
    for same in steps:
        own = Shared(same[0], tuple(one.address for one in same), about.whose)
        for one in _of_step(scene, about.own, same[0]):
            yield own, one


def _of_step(scene: Scene, procedure: Procedure, step: Step) -> Iterator[_Statement]:
    work = scene.all.step_points[step.address].work or end_cut(step.text)
    source = scene.source_of(procedure, step)
    names: tuple[tuple[str, Phrase | str], ...] = (("procedure", procedure.title),)
    if step.branch:
        return
    if not step.when:
        yield _Statement("text", "ask.state.step", names, end_cut(step.text), source, ("text",))
    told = (*names, ("work", work))
    code = "ask.state.route" if procedure.route else "ask.state.step.criterion"
    yield _Statement("criterion", code, told, end_cut(step.criterion), source)
    yield _Statement("duration", "ask.state.step.duration", told, end_cut(step.duration), source)


def _clauses(text: Text) -> list[Text]:
    """The clauses of a text that stands in one language, or whose wordings have as many clauses each."""
    parted = {language: _parted(runs) for language, runs in text.wordings}
    if len({len(one) for one in parted.values()}) != 1:
        return []
    number = len(next(iter(parted.values())))
    return [Text.of({language: clauses[n] for language, clauses in parted.items()}) for n in range(number)]


def _parted(runs: Runs) -> list[Runs]:
    made: list[Runs] = [()]
    for run in runs:
        if not isinstance(run, Plain):
            made[-1] = (*made[-1], run)
            continue
        pieces = run.text
        for sign in _CLAUSES[1:]:
            pieces = pieces.replace(sign, _CLAUSES[0])
        first, *more = pieces.split(_CLAUSES[0])
        made[-1] = (*made[-1], Plain(first)) if first else made[-1]
        made += [(Plain(one),) if one else () for one in more]
    return [one for one in made if one]


def _begins_with_number(text: Text) -> bool:
    """Whether the first thing that a clause says is a number, so that nothing says what it is."""
    return any(isinstance(runs[0], Quantity) for _, runs in text.wordings if runs)
