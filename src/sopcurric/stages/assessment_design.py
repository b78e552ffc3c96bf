"""Criteria of every learning task: given data → what is to be seen → how good it has to be (评价标准)."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from sopcurric.model.address import Address, job_of, without_plant
from sopcurric.model.assessment import (
    RATERS_OF,
    Assessment,
    Criterion,
    CriterionGroup,
    Rater,
    TaskAssessment,
    runs_of,
    shared_out,
)
from sopcurric.model.competency import CompetencyProfile, Point, PointTopic
from sopcurric.model.course import AssessmentKind, CourseDesign, LearningTask
from sopcurric.model.enumerating import joined
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.plants import Plants, Valued
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import (
    Deviation,
    EmergencyCard,
    EnvironmentItem,
    Equipment,
    FlowStage,
    HandoverItem,
    Hazard,
    Interlock,
    JobSop,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Principle,
    Procedure,
    QualityCheck,
    Record,
    SopElement,
    Step,
    Term,
    Valve,
)
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import Phrase, Quantity, Text, sentence

_CRITICAL_ROWS = 6
"""In so many rows critical steps stand at most: a rater sees them at a glance, and the leaf stays a page or two."""
_TOLD = 2
"""So many steps are told by their words; where there are more, by their numbers on the work leaf."""
_NAMED = 3
"""So many things are named in a row; of more, how many there are is told."""
_COUNTED = 6
"""So many things of a row count at most, so that long lists do not outweigh the rest."""
_ASKED = 4
"""So many questions are asked about a list, or so many of its things are looked at."""
_CRITICAL_SHARE = 2
"""A critical step counts for so many others, and one more for each grade of difficulty."""

UNSAID = sentence("criterion.good.critical")
"""The standard of critical steps that have none of their own."""

_KINDS: Mapping[CriterionGroup, AssessmentKind] = {
    "critical": "work",
    "inspection": "work",
    "operation": "work",
    "measurement": "work",
    "judgement": "work",
    "response": "work",
    "grave": "safety",
    "hazard": "safety",
    "guard": "safety",
    "interlock": "safety",
    "isolation": "safety",
    "forbidden": "safety",
    "principle": "knowledge",
    "parameter": "knowledge",
    "equipment": "knowledge",
    "cause": "knowledge",
    "rule": "knowledge",
    "record": "conduct",
    "handover": "conduct",
    "habit": "conduct",
}
"""Groups of criteria in the order of the leaf, and what they are part of."""
_HARD = frozenset(("judgement", "response", "measurement"))
"""What counts by the difficulty of the task: it is hardest where the task is."""
_WORK: Mapping[PointTopic, CriterionGroup] = {
    "inspection": "inspection",
    "measurement": "measurement",
    "judgement": "judgement",
    "response": "response",
}
_KNOWLEDGE: Mapping[PointTopic, CriterionGroup] = {
    "principle": "principle",
    "parameter": "parameter",
    "equipment": "equipment",
    "cause": "cause",
}
_ELEMENTS: Mapping[tuple[str, type[SopElement]], CriterionGroup] = {
    ("skill", Lockout): "isolation",
    ("skill", Parameter): "measurement",
    ("skill", QualityCheck): "judgement",
    ("skill", Deviation): "response",
    ("skill", EmergencyCard): "response",
    ("conduct", Hazard): "hazard",
    ("conduct", Ppe): "guard",
    ("conduct", Interlock): "interlock",
    ("conduct", Lockout): "isolation",
    ("conduct", Permit): "isolation",
    ("conduct", Record): "record",
    ("conduct", HandoverItem): "handover",
    ("conduct", Deviation): "handover",
}
"""Groups of what elements ask for, by kind of point and of element; knowledge goes by its topic."""
_CRITICAL_RATERS: tuple[Rater, ...] = ("self", "teacher", "mentor")


@dataclass(frozen=True, slots=True)
class Given:
    """What criteria are made of; `organisations` are the names of plants."""

    sops: Sequence[JobSop]
    profiles: Sequence[CompetencyProfile]
    catalogue: TaskCatalogue
    design: CourseDesign
    organisations: Mapping[str, Text] = field(default_factory=dict)


def assess(given: Given) -> Assessment:
    """Criteria for every learning task: each of its points is an objective of at least one of them.

    Weights of work, safety, knowledge and conduct are those of the design; inside, they go by how many steps or things
    a criterion looks at (six at most), times the difficulty of the task
    for what is measured, judged and responded to, and times that and two for critical steps and grave hazards.
    """
    points = {point.id: point for profile in given.profiles for point in profile.points}
    elements = {element.address: element for sop in given.sops for element in sop.elements()}
    steps = {step.address: step for sop in given.sops for _, step in sop.steps()}
    procedures = {one.address: one for sop in given.sops for one in sop.procedures}
    typical = {task.id: task for task in given.catalogue.tasks}
    plants = Plants({sop.address: sop for sop in given.sops}, given.organisations)
    homes = {step: procedure.address for procedure in procedures.values() for step in map(_address, procedure.steps)}
    tasks = [
        _Task(task, typical[task.typical_task], points, elements, steps, procedures, homes, plants)
        for course in given.design.courses
        for task in course.tasks
    ]
    return Assessment(tuple(one.assessment() for one in tasks))


def _address(step: Step) -> Address:
    return step.address


@dataclass(frozen=True, slots=True)
class _Task:
    """A learning task with what its criteria are made of."""

    task: LearningTask
    typical: TypicalTask
    points: Mapping[str, Point]
    elements: Mapping[Address, SopElement]
    steps: Mapping[Address, Step]
    procedures: Mapping[Address, Procedure]
    homes: Mapping[Address, Address]
    plants: Plants

    def assessment(self) -> TaskAssessment:
        """All criteria with their weights."""
        weights = {item.kind: item.weight for item in self.task.assessment}
        groups = self._groups(weights)
        made = [one for kind in weights for one in self._of_kind(kind, groups)]
        criteria = tuple(one for kind in weights for one in self._weighed(weights[kind], kind, made))
        return TaskAssessment(self.task.id, tuple(self._given()), criteria, self.task.points)

    def _groups(self, weights: Mapping[AssessmentKind, int]) -> dict[CriterionGroup, list[Point]]:
        """The points of each group; what belongs to a part that is not assessed apart goes with conduct or work."""
        found: dict[CriterionGroup, list[Point]] = {}
        for point in map(self.points.__getitem__, self.task.points):
            group = self._group(point)
            if _KINDS[group] not in weights:
                group = "operation" if point.kind == "skill" else "habit"
            found.setdefault(group, []).append(point)
        return found

    def _group(self, point: Point) -> CriterionGroup:
        first = point.derived_from[0]
        if point.kind == "knowledge":
            return _KNOWLEDGE.get(point.topic, "rule")
        element = self.elements.get(first)
        if isinstance(element, Hazard) and element.risk in GRAVE:
            return "grave"
        if element is not None and (point.kind, type(element)) in _ELEMENTS:
            return _ELEMENTS[point.kind, type(element)]
        if point.kind == "skill":
            return "critical" if point.critical and first in self.steps else _WORK.get(point.topic, "operation")
        return "forbidden" if point.topic == "safety" else "handover" if point.topic == "teamwork" else "habit"

    def _of_kind(self, kind: AssessmentKind, groups: Mapping[CriterionGroup, list[Point]]) -> Iterator[Criterion]:
        own = [group for group, of in _KINDS.items() if of == kind and group in groups]
        for group in own:
            yield from (
                self._critical(groups[group]) if group == "critical" else (self._criterion(group, groups[group]),)
            )
        if not own:
            yield self._general(kind)

    def _weighed(self, total: int, kind: AssessmentKind, made: Iterable[Criterion]) -> Iterator[Criterion]:
        own = [one for one in made if one.kind == kind]
        shares = [self._share(one) for one in own]
        for one, weight in zip(own, shared_out(total, shares), strict=True):
            yield replace(one, weight=weight)

    def _share(self, criterion: Criterion) -> int:
        hard = self.typical.rating.difficulty.value
        if criterion.critical or criterion.veto:
            return criterion.count * (_CRITICAL_SHARE + hard)
        return min(criterion.count, _COUNTED) * (hard if criterion.group in _HARD else 1)

    # Criteria

    def _made(
        self,
        group: CriterionGroup,
        points: Iterable[Point],
        told: "_Told",
        *,
        name: str = "",
        count: int = 0,
    ) -> Criterion:
        own = list(points)
        critical = group == "critical"
        kind = _KINDS[group]
        return Criterion(
            id=f"{self.task.id}.{name or group}",
            kind=kind,
            group=group,
            given=tuple(dict.fromkeys(told.given)),
            action=tuple(dict.fromkeys(told.action)),
            indicator=tuple(dict.fromkeys(one for one in told.indicator if one)),
            weight=0,
            count=max(1, count or len(own)),
            raters=_CRITICAL_RATERS if critical else RATERS_OF[kind],
            objectives=tuple(point.id for point in own),
            derived_from=tuple(dict.fromkeys(address for point in own for address in point.derived_from)),
            critical=critical,
            veto=group == "grave",
        )

    def _critical(self, points: Iterable[Point]) -> Iterator[Criterion]:
        """Critical steps in a few rows: each is passed or failed, and one that fails fails the task.

        Where there are many, in procedures of several jobs, each procedure has one row with the numbers of its steps.
        """
        deeds = _deeds(points)
        if len(deeds) > _CRITICAL_ROWS and len({self.homes[deed.first] for deed in deeds}) > 1:
            by_home = self._by_home(deeds)
            if len(by_home) <= _CRITICAL_ROWS:
                yield from self._critical_of(by_home)
                return
        for number, run in enumerate(runs_of(deeds, _CRITICAL_ROWS), start=1):
            conditions = tuple(one for deed in run for one in self._conditions(deed))
            good: list[Phrase] = list(self._standards(run[0])) if len(run) == 1 else []
            good = good or [UNSAID]
            told = _Told(conditions, [self._starred(deed, several=len(run) > 1) for deed in run], good)
            members = [point for deed in run for point in deed.points]
            yield self._made("critical", members, told, name=f"critical-{number}", count=len(run))

    def _critical_of(self, by_home: Mapping[Address, Sequence[Point]]) -> Iterator[Criterion]:
        """A row for each procedure with its critical steps."""
        for number, (home, own) in enumerate(by_home.items(), start=1):
            steps = {point.derived_from[0] for point in own}
            title: Phrase = self.plants.sops[job_of(home)].title
            job = self.plants.said(title, (home,), self.typical.members)
            told = sentence("criterion.critical.steps", job=job, numbers=self._numbered(home, steps))
            made = _Told((), (told,), (UNSAID,))
            yield self._made("critical", own, made, name=f"critical-{number}", count=len(steps))

    def _by_home(self, deeds: Iterable["_Deed"]) -> dict[Address, list[Point]]:
        """The points of some steps by procedure: where jobs do the same, by that of the first, in all plants."""
        found: dict[Address, list[Point]] = {}
        for deed in deeds:
            wanted = without_plant(self.homes[deed.first]).casefold()
            for point in deed.points:
                home = self.homes[point.derived_from[0]]
                if without_plant(home).casefold() != wanted:
                    home = self.homes[deed.first]
                found.setdefault(home, []).append(point)
        return found

    def _starred(self, deed: "_Deed", *, several: bool) -> Phrase:
        """A critical step; where several stand in a row, each with its own standard."""
        standards = list(self._standards(deed)) if several else []
        if not standards:
            return sentence("criterion.critical", text=self._work(deed))
        return sentence("criterion.critical.standard", text=self._work(deed), standard=joined("join", standards))

    def _work(self, deed: "_Deed") -> Phrase:
        """What is done, with the plants that do so where others do otherwise."""
        return self.plants.said(deed.work, deed.steps, self.typical.members)

    def _alike(self, deed: "_Deed") -> list[Step]:
        """The steps of a deed in all plants of the job that comes first."""
        job = without_plant(job_of(deed.first)).casefold()
        return [self.steps[one] for one in deed.steps if without_plant(job_of(one)).casefold() == job]

    def _conditions(self, deed: "_Deed") -> Iterator[Phrase]:
        found: dict[Text, list[Address]] = {}
        for step in self._alike(deed):
            if step.when:
                found.setdefault(step.when, []).append(step.address)
        for when, own in found.items():
            yield self.plants.said(when, own, [one.address for one in self._alike(deed)])

    def _standards(self, deed: "_Deed") -> Iterator[Phrase]:
        """The standard of a step; the ranges of the parameters that it names where it has no value of its own."""
        if deed.standard:
            yield deed.standard
            return
        steps = [one for one in self._alike(deed) if not _is_valued(one)]
        named = list(dict.fromkeys(address for step in steps for address in step.parameters))
        yield from self._ranges(named, [step.address for step in steps])

    def _ranges(self, addresses: Iterable[Address], everywhere: Iterable[Address]) -> list[Phrase]:
        """The ranges of parameters, with the plants where these have others."""
        found = (self.elements.get(one) for one in addresses)
        ranged = [one for one in found if isinstance(one, Parameter) and one.range]
        things = [Valued(one.title, one.range, one.address) for one in ranged]
        return self.plants.valued("criterion.value", things, everywhere)

    def _criterion(self, group: CriterionGroup, points: Sequence[Point]) -> Criterion:
        """What is not critical: one row for each group."""
        asked: list[_Told] = []
        of_steps = [one for one in points if one.work and one.derived_from[0] in self.steps]
        deeds = _deeds(of_steps)
        if deeds:
            asked.append(self._steps(group, deeds))
        things = self._count(deeds)
        for kind, tell in _TELLERS.items():
            every = self._elements(kind, points)
            own = list({one.title: one for one in every}.values())
            if kind is QualityCheck and group != "parameter":
                asked += [self._judged([one for one in every if isinstance(one, QualityCheck)])] if own else []
            elif own:
                asked.append(tell(group, every if kind is Deviation and group == "handover" else own))
            things += len(own)
        rest = [one for one in points if one not in of_steps and not self._is_told(one)]
        if rest:
            statements = list(dict.fromkeys(one.statement for one in rest))
            asked.append(_Told((), _lines(statements), ()))
            things += len(statements)
        told = _Told(*(tuple(one for told in asked for one in getattr(told, part)) for part in _PARTS))
        limit = things if _KINDS[group] == "work" and group != "response" else min(things, _ASKED)
        indicator = tuple(told.indicator) or (sentence(f"criterion.good.{group}"),)
        return self._made(group, points, _Told(told.given, told.action, indicator), count=limit)

    def _judged(self, checks: Sequence[QualityCheck]) -> "_Told":
        """What is within limits and what is not, by the limits of each plant."""
        things = [Valued(one.title, one.criterion, one.address) for one in checks]
        values = self.plants.valued("criterion.value", things, self.typical.members)
        return _Told((), (sentence("criterion.judge", items=_more(values)),), ())

    def _count(self, deeds: Sequence["_Deed"]) -> int:
        """How many steps there are; of plants that do one job differently, those of the one that has most."""
        steps = self._of_one_procedure(deeds)
        return max(map(len, steps.values())) if steps else len(deeds)

    def _of_one_procedure(self, deeds: Sequence["_Deed"]) -> dict[Address, set[Address]]:
        """The steps by procedure, where all are steps of one procedure as plants have it; else nothing."""
        if len({without_plant(self.homes[deed.first]).casefold() for deed in deeds}) != 1:
            return {}
        return {
            home: {point.derived_from[0] for point in own if self.homes[point.derived_from[0]] == home}
            for home, own in self._by_home(deeds).items()
        }

    def _elements(self, kind: type[SopElement], points: Iterable[Point]) -> list[SopElement]:
        found = dict.fromkeys(point.derived_from[0] for point in points)
        return [element for one in found if isinstance(element := self.elements.get(one), kind)]

    def _is_told(self, point: Point) -> bool:
        return isinstance(self.elements.get(point.derived_from[0]), tuple(_TELLERS))

    def _steps(self, group: CriterionGroup, deeds: Sequence["_Deed"]) -> "_Told":
        """Few steps by their words and standards, more by their numbers."""
        if _KINDS[group] != "work":
            return _Told((), _lines([deed.points[0].statement for deed in deeds]), ())
        if len(deeds) <= _TOLD:
            return _Told((), tuple(map(self._done, deeds)), ())
        by_plant = self._of_one_procedure(deeds)
        if not by_plant:
            return _Told((), (sentence(f"criterion.rest.{group}", number=len(deeds)),), ())
        numbers: dict[Phrase, list[Address]] = {}
        for home, own in by_plant.items():
            numbers.setdefault(self._numbered(home, own), []).append(home)
        if len(numbers) == 1:
            return _Told((), (sentence(f"criterion.steps.{group}", numbers=next(iter(numbers))),), ())
        told = [
            sentence("plants.steps", numbers=one, plants=self.plants.named(homes) or sentence("dash"))
            for one, homes in numbers.items()
        ]
        return _Told((), (sentence(f"criterion.plants.{group}", steps=joined("join.plants", told)),), ())

    def _done(self, deed: "_Deed") -> Phrase:
        standards = list(self._standards(deed))
        if not standards:
            return sentence("criterion.done", text=self._work(deed))
        return sentence("criterion.done.standard", text=self._work(deed), standard=joined("join", standards))

    def _numbered(self, home: Address, own: Iterable[Address]) -> Phrase:
        """The numbers of steps of one procedure, as they are printed."""
        wanted = {*own}
        places = [(place, step.number) for place, step in enumerate(self.procedures[home].steps)]
        steps = self.procedures[home].steps
        numbers = _numbers([one for one, step in zip(places, steps, strict=True) if step.address in wanted])
        return joined("join.items", [sentence("plain", value=one) for one in numbers])

    def _general(self, kind: AssessmentKind) -> Criterion:
        """Where a part has nothing of its own, it is seen in all of the work."""
        group: CriterionGroup = {"work": "operation", "safety": "hazard", "knowledge": "rule"}.get(kind, "habit")  # type: ignore[assignment]
        told = _Told((), (sentence(f"criterion.general.{kind}"),), (sentence(f"criterion.good.{group}"),))
        return self._made(group, [self.points[one] for one in self.task.points], told, count=_ASKED)

    def _given(self) -> Iterator[Phrase]:
        """What is given for the whole task: what sets it off, conditions, equipment, ranges to work within."""
        members = self.task.portions(self.procedures)
        triggers = list(dict.fromkeys(one.trigger for one in members if one.trigger))
        if triggers:
            yield sentence("criterion.given.trigger", text=_more(triggers))
        conditions = list(dict.fromkeys(text for one in members for text in one.conditions))
        if conditions:
            yield sentence("criterion.given.conditions", items=_more(conditions))
        equipment = self._titles(Equipment, self.task.equipment)
        if equipment:
            yield sentence("criterion.given.equipment", items=_more(equipment))
        ranges = self._ranges(self.task.parameters, self.typical.members)
        if ranges:
            yield sentence("criterion.given.parameters", items=_more(ranges))

    def _titles(self, kind: type[SopElement], addresses: Iterable[Address]) -> list[Phrase]:
        found = (self.elements.get(one) for one in addresses)
        return list(dict.fromkeys(one.title for one in found if isinstance(one, kind)))


@dataclass(frozen=True, slots=True)
class _Told:
    """What a criterion says."""

    given: Sequence[Phrase]
    action: Sequence[Phrase]
    indicator: Sequence[Phrase]


_PARTS = ("given", "action", "indicator")


@dataclass(frozen=True, slots=True)
class _Deed:
    """A step, with the points of all plants and jobs that do the same."""

    work: Text
    standard: Text
    first: Address
    points: tuple[Point, ...]

    @property
    def steps(self) -> tuple[Address, ...]:
        """The steps in all plants and jobs."""
        return tuple(dict.fromkeys(point.derived_from[0] for point in self.points))


def _is_valued(step: Step) -> bool:
    """Whether a step says a value itself."""
    return any(isinstance(run, Quantity) for _, runs in step.text.wordings for run in runs)


def _deeds(points: Iterable[Point]) -> list[_Deed]:
    same: dict[tuple[Text, Text], list[Point]] = {}
    for point in points:
        same.setdefault((point.work, point.standard), []).append(point)
    return [
        _Deed(work, standard, members[0].derived_from[0], tuple(members)) for (work, standard), members in same.items()
    ]


def _lines(phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Sentences, each on a line; of many, the first and how many there are."""
    if len(phrases) <= _NAMED:
        return tuple(phrases)
    return (*phrases[:_NAMED], sentence("criterion.lines", number=len(phrases)))


def _more(phrases: Sequence[Phrase]) -> Phrase:
    """Phrases as one list; of long lists, the first and how many there are."""
    shown = joined("join", list(phrases[:_NAMED]))
    return shown if len(phrases) <= _NAMED else sentence("criterion.more", items=shown, number=len(phrases))


def _numbers(places: Sequence[tuple[int, str]]) -> Iterator[str]:
    """The numbers of steps; three and more that follow each other are a range."""
    runs: list[list[tuple[int, str]]] = []
    for place in places:
        if runs and place[0] == runs[-1][-1][0] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        if len(run) > _TOLD:
            yield f"{run[0][1]}–{run[-1][1]}"
        else:
            yield from (number for _, number in run)


def _named(code: str, _group: CriterionGroup, elements: Sequence[SopElement]) -> _Told:
    """One line that names things."""
    return _Told((), (sentence(code, items=_more([one.title for one in elements])),), ())


def _parameters(group: CriterionGroup, elements: Sequence[Parameter]) -> _Told:
    if group == "parameter":
        return _named("criterion.ask.parameter", group, elements)
    return _named("criterion.read", group, elements)


def _deviations(group: CriterionGroup, elements: Sequence[Deviation]) -> _Told:
    """Causes are asked for, reports are heard, responses are seen: a few of the cases are drawn."""
    if group == "cause":
        return _named("criterion.ask.deviation", group, elements)
    if group == "handover":
        reports = list(dict.fromkeys(retell(one.report, spoken(one.report)) for one in elements))
        return _Told((), (sentence("criterion.report", items=_more(reports)),), ())
    return _Told(
        (_drawn("criterion.symptoms", elements),),
        (sentence("criterion.respond"),),
        (),
    )


def _drawn(code: str, elements: Sequence[SopElement]) -> Phrase:
    """A case that is simulated, or several of which one is drawn."""
    several = len(elements) > 1
    return sentence(code if several else f"{code}.one", items=_more([one.title for one in elements]))


def _cards(_group: CriterionGroup, elements: Sequence[EmergencyCard]) -> _Told:
    return _Told((_drawn("criterion.situations", elements),), (sentence("criterion.first-actions"),), ())


def _hazards(group: CriterionGroup, elements: Sequence[Hazard]) -> _Told:
    return _named("criterion.ask.hazard" if group == "cause" else "criterion.hazard", group, elements)


def _interlocks(group: CriterionGroup, elements: Sequence[Interlock]) -> _Told:
    return _named("criterion.ask.interlock" if group == "equipment" else "criterion.interlock", group, elements)


_TELLERS: Mapping[type[SopElement], Callable[..., _Told]] = {
    Parameter: _parameters,
    QualityCheck: partial(_named, "criterion.ask.quality"),
    Deviation: _deviations,
    EmergencyCard: _cards,
    Hazard: _hazards,
    Interlock: _interlocks,
    Principle: partial(_named, "criterion.ask.principle"),
    FlowStage: partial(_named, "criterion.ask.flow"),
    Term: partial(_named, "criterion.ask.term"),
    EnvironmentItem: partial(_named, "criterion.ask.environment"),
    Equipment: partial(_named, "criterion.ask.equipment"),
    Valve: partial(_named, "criterion.ask.valve"),
    Ppe: partial(_named, "criterion.ppe"),
    Lockout: partial(_named, "criterion.lockout"),
    Permit: partial(_named, "criterion.permit"),
    Record: partial(_named, "criterion.record"),
    HandoverItem: partial(_named, "criterion.handover"),
}
"""How criteria tell of elements; what else there is, materials and cases, is told by the sentence of its point."""
