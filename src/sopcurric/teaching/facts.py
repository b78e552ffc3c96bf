"""What a lesson can stand on: the facts of a learning task, and short ways to name them in sentences."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sopcurric.leaves.task_view import TaskView, joined
from sopcurric.model.address import Address, job_of
from sopcurric.model.enumerating import enumerates
from sopcurric.model.files.case import AnyCase, Incident, Observation, Technique
from sopcurric.model.files.sop_kinds import GRAVE, URGENT
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    Equipment,
    FlowStage,
    HandoverItem,
    Hazard,
    Interlock,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Principle,
    Procedure,
    QualityCheck,
    Record,
    Step,
    Term,
    Valve,
)
from sopcurric.model.text import Phrase, Text, sentence

Element = TypeVar("Element")
Kind = TypeVar("Kind", Incident, Observation, Technique)
FEW = 3
"""As many names as one sentence lists before it says that there are more."""


_LONG = 3
"""A principle or a reason takes as long to explain as three machines or readings."""
_CLAUSES = re.compile("[，,；;]")


def bare(text: Text) -> Text:
    """A text without its closing full stop, so that a sentence can go on after it."""
    return retell(text, spoken(text))


def few(phrases: Iterable[Phrase], most: int = FEW) -> Phrase:
    """The first names of a list, each once, and whether there are more; quoted where one is a list itself."""
    every = tuple(dict.fromkeys(phrases))
    shown = every[:most]
    if len(shown) > 1 and any(enumerates(one) for one in shown):
        shown = tuple(sentence("lesson.quoted", title=one) for one in shown)
    first = joined("lesson.join", shown)
    return sentence("lesson.more", items=first) if len(every) > most else first


def listed(phrases: Iterable[Phrase], most: int = FEW) -> Phrase:
    """The first of several longer phrases, parted by semicolons."""
    return joined("join", tuple(dict.fromkeys(phrases))[:most])


def quoted(phrases: Iterable[Phrase], most: int = FEW) -> Phrase:
    """The same with each name between quotation marks."""
    return few((sentence("lesson.quoted", title=one) for one in dict.fromkeys(phrases)), most)


@dataclass(frozen=True, slots=True)
class Topic:
    """One thing that is explained or done: what sort it is, what it is called, where it stands."""

    code: str
    title: Phrase
    address: Address

    @property
    def weight(self) -> int:
        """How much time it takes beside others."""
        return _LONG if self.code in {"principles", "reasons"} else 1


@dataclass(frozen=True)
class Facts:
    """The facts of a learning task. What several jobs say alike counts once."""

    view: TaskView

    @cached_property
    def procedure(self) -> Procedure:
        """The longest procedure of the task, the first of these: the others are the same work."""
        return max(self.view.procedures, key=lambda one: len(one.deeds))

    @cached_property
    def deeds(self) -> tuple[Step, ...]:
        """The steps of that procedure that are done by themselves."""
        return self.procedure.deeds

    @cached_property
    def critical(self) -> tuple[Step, ...]:
        """The critical ones among them."""
        return tuple(one for one in self.deeds if one.critical)

    @cached_property
    def points_of_route(self) -> str:
        """The ending of sentences about the points of an inspection route."""
        return ".route" if self.procedure.route else ""

    @property
    def title(self) -> Phrase:
        """What the task is called."""
        return self.view.task.title

    @property
    def urgent(self) -> bool:
        """Whether it is an emergency, which nobody brings about on a running plant to practise it."""
        return self.view.typical.phase in URGENT

    @property
    def guarded(self) -> bool:
        """Whether there is anything that keeps people from harm: hazards, isolation, permits, interlocks."""
        task = self.view.task
        return bool(task.hazards or task.lockouts or task.permits or task.interlocks)

    def _once(self, addresses: Iterable[Address], kind: type[Element]) -> tuple[Element, ...]:
        """Elements of one kind, those of the procedure's own job first; of one title only the first."""
        own = job_of(self.procedure.address)
        found = self.view.elements(addresses, kind)
        ordered = sorted(found, key=lambda one: job_of(getattr(one, "address", "")) != own)
        return tuple({getattr(one, "title", one): one for one in reversed(ordered)}.values())[::-1]

    @cached_property
    def _taught(self) -> Counter[Address]:
        """How many tasks of the course have a hazard or deviation."""
        tasks = self.view.course.tasks
        return Counter(one for task in tasks for one in (*task.hazards, *task.deviations))

    @cached_property
    def hazards(self) -> tuple[Hazard, ...]:
        """Hazards, grave ones first; of these, what few tasks of the course have before what all have."""
        found = self._once(self.view.task.hazards, Hazard)
        return tuple(sorted(found, key=lambda one: (one.risk not in GRAVE, self._taught.get(one.address, 0))))

    @cached_property
    def grave(self) -> tuple[Hazard, ...]:
        """Hazards of the two upper grades."""
        return tuple(one for one in self.hazards if one.risk in GRAVE)

    @cached_property
    def deviations(self) -> tuple[Deviation, ...]:
        """Deviations; what few tasks of the course have comes first."""
        found = self._once(self.view.task.deviations, Deviation)
        return tuple(sorted(found, key=lambda one: self._taught.get(one.address, 0)))

    @cached_property
    def cards(self) -> tuple[EmergencyCard, ...]:
        """Emergency cards."""
        return self._once(self.view.task.cards, EmergencyCard)

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Parameters, those with a range first."""
        return tuple(sorted(self._once(self.view.task.parameters, Parameter), key=lambda one: not one.range))

    @cached_property
    def ranged(self) -> tuple[Parameter, ...]:
        """Parameters with a range."""
        return tuple(one for one in self.parameters if one.range)

    @cached_property
    def quality(self) -> tuple[QualityCheck, ...]:
        """Quality checks."""
        return self._once(self.view.task.quality, QualityCheck)

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """Records."""
        return self._once(self.view.task.records, Record)

    @cached_property
    def handover(self) -> tuple[HandoverItem, ...]:
        """What is handed over."""
        return self._once(self.view.task.handover, HandoverItem)

    @cached_property
    def principles(self) -> tuple[Principle, ...]:
        """Principles."""
        return self._once(self.view.task.principles, Principle)

    @cached_property
    def flow(self) -> tuple[FlowStage, ...]:
        """Stages of the process."""
        return self._once(self.view.task.flow, FlowStage)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Terms."""
        return self._once(self.view.task.terms, Term)

    @cached_property
    def equipment(self) -> tuple[Equipment, ...]:
        """Equipment."""
        return self._once(self.view.task.equipment, Equipment)

    @cached_property
    def valves(self) -> tuple[Valve, ...]:
        """Valves."""
        return self._once(self.view.task.valves, Valve)

    @cached_property
    def interlocks(self) -> tuple[Interlock, ...]:
        """Interlocks."""
        return self._once(self.view.task.interlocks, Interlock)

    @cached_property
    def lockouts(self) -> tuple[Lockout, ...]:
        """Points of isolation."""
        return self._once(self.view.task.lockouts, Lockout)

    @cached_property
    def permits(self) -> tuple[Permit, ...]:
        """Permits."""
        return self._once(self.view.task.permits, Permit)

    @cached_property
    def ppe(self) -> tuple[Phrase, ...]:
        """Protective equipment: as listed, and what hazards ask for."""
        listed = [one.title for one in self._once(self.view.task.ppe, Ppe)]
        return tuple(dict.fromkeys((*listed, *(worn for one in self.hazards for worn in one.ppe))))

    @cached_property
    def reasons(self) -> tuple[Step, ...]:
        """Steps that say why they are done."""
        return tuple(one for one in self.deeds if one.reason)

    @cached_property
    def measured(self) -> tuple[Step, ...]:
        """Steps with a standard."""
        return tuple(one for one in self.deeds if self.standard(one))

    @cached_property
    def _cases(self) -> tuple[AnyCase, ...]:
        points = (self.view.all.points[one] for one in self.view.task.points)
        named = dict.fromkeys(address for point in points for address in point.derived_from)
        return tuple(self.view.all.cases[one] for one in named if one in self.view.all.cases)

    def cases(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """The cases of one kind that points of the task come from."""
        return tuple(one for one in self._cases if isinstance(one, kind))

    def deed(self, step: Step) -> Text:
        """What is done in a step, without its standard."""
        point = self.view.all.step_points.get(step.address)
        return bare(point.work if point and point.work else step.text)

    def standard(self, step: Step) -> Text:
        """To what standard; empty where it has none."""
        point = self.view.all.step_points.get(step.address)
        return bare(point.standard if point else step.criterion)

    def range_of(self, one: Parameter) -> Phrase:
        """A parameter with its range, where this is no sentence of several clauses."""
        short = one.range and not _CLAUSES.search(one.range.words(self.view.language))
        return sentence("lesson.ranged", title=one.title, range=bare(one.range)) if short else one.title

    def form(self, one: Record) -> Phrase:
        """A form with its number."""
        if one.number:
            return sentence("lesson.form.number", title=one.title, number=one.number)
        return sentence("lesson.form", title=one.title)

    def steps(self, some: Sequence[Step]) -> Phrase:
        """Which steps they are, by number: one, all, or the first to the last."""
        ending = self.points_of_route
        if not some:
            return sentence("lesson.steps.none")
        if len(some) == 1:
            return sentence(f"lesson.steps.one{ending}", first=some[0].number)
        if len(some) == len(self.deeds):
            return sentence(f"lesson.steps.all{ending}", number=len(some))
        return sentence(f"lesson.steps.some{ending}", first=some[0].number, last=some[-1].number)

    def numbers(self, some: Sequence[Step]) -> Phrase:
        """Their numbers, one by one."""
        numbers = joined("lesson.join", [sentence("plain", value=one.number) for one in some])
        return sentence(f"lesson.steps.numbers{self.points_of_route}", numbers=numbers)

    def subjects(self) -> list[Phrase]:
        """What is explained in class, kind by kind, each with the first of its names."""
        groups: tuple[tuple[str, list[Phrase]], ...] = (
            ("principles", [one.title for one in self.principles]),
            ("flow", [one.title for one in self.flow]),
            ("terms", [one.title for one in self.terms]),
            ("equipment", [one.title for one in self.equipment]),
            ("valves", [one.title for one in self.valves]),
            ("parameters", [one.title for one in self.parameters]),
            ("quality", [one.title for one in self.quality]),
            ("interlocks", [one.title for one in self.interlocks]),
        )
        found: list[Phrase] = [sentence(f"lesson.subject.{code}", items=few(names)) for code, names in groups if names]
        if self.reasons:
            found.append(sentence("lesson.subject.reasons", number=len(self.reasons)))
        return found

    def topics(self) -> Iterator[Topic]:
        """What is explained in class, in the order in which it is."""
        groups: tuple[tuple[str, Sequence[Principle | FlowStage | Term | Equipment | Valve | QualityCheck]], ...] = (
            ("principles", self.principles),
            ("flow", self.flow),
            ("terms", self.terms),
            ("equipment", self.equipment),
            ("valves", self.valves),
        )
        for code, group in groups:
            yield from (Topic(code, one.title, one.address) for one in group)
        yield from (Topic("parameters", self.range_of(one), one.address) for one in self.parameters)
        yield from (Topic("quality", one.title, one.address) for one in self.quality)
        yield from (Topic("interlocks", one.title, one.address) for one in self.interlocks)
        yield from (Topic("reasons", self.deed(one), one.address) for one in self.reasons)
