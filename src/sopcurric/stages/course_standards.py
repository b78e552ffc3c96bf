"""What the standard of each course says: objectives, how tasks became modules, cases in their slots (课程标准)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.model.address import Address, without_plant
from sopcurric.model.competency import Competency, Point
from sopcurric.model.course import AssessmentKind, CourseDesign, CourseModule, JobCourse, LearningTask
from sopcurric.model.course_standard import (
    OBJECTIVE_KINDS,
    Conversion,
    ConversionKind,
    CourseObjective,
    CourseStandard,
    ModuleCases,
    ObjectiveKind,
)
from sopcurric.model.enumerating import listed
from sopcurric.model.files.case import AnyCase, Ideology, Incident, NewItem, Technique
from sopcurric.model.files.editors import CourseStandardPolicy
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Phrase, Sentence, Text, sentence

_SHOWN = 4
"""So many names stand in an objective; of more, their number is told."""
_ASSESSED: Mapping[ObjectiveKind, tuple[AssessmentKind, ...]] = {
    "character": ("conduct", "safety"),
    "knowledge": ("knowledge",),
    "ability": ("work",),
}
_KNOWLEDGE: Mapping[str, str] = {
    "point.flow": "flow",
    "point.term": "flow",
    "point.principle": "principle",
    "point.equipment": "equipment",
    "point.equipment.function": "equipment",
    "point.valve": "equipment",
    "point.parameter": "parameter",
    "point.parameter.range": "parameter",
    "point.interlock": "interlock",
    "point.quality": "quality",
    "point.hazard": "hazard",
    "point.deviation": "deviation",
    "point.incident": "cases",
    "point.environment": "environment",
    "point.technique.why": "cases",
    "point.new": "cases",
}
"""Points of knowledge by what they are about; others are not told in objectives of a course, only on leaves."""
_CHARACTER: Mapping[str, str] = {
    "point.hazard.conduct": "safety",
    "point.ppe": "safety",
    "point.lockout.conduct": "isolation",
    "point.permit": "isolation",
    "point.interlock.conduct": "isolation",
    "point.deviation.conduct": "report",
    "point.record": "record",
    "point.handover": "handover",
    "point.incident.lessons": "lessons",
    "point.ideology": "ideology",
}
"""Points of conduct likewise."""
_RULES: Mapping[str, str] = {
    "point.lockout.conduct": "objective.rule.lockout",
    "point.permit": "objective.rule.permit",
    "point.interlock.conduct": "objective.rule.interlock",
}
"""What the rules are called that points of isolation are about."""
_TOGETHER = (("interlock", "parameter"), ("environment", "quality"))
"""What is told with something else, in this order, where there would be too many objectives."""
_LETTERS: Mapping[ObjectiveKind, str] = {"character": "A", "knowledge": "K", "ability": "S"}
"""As on the leaves of objectives: 素养, 知识, 技能."""
_CODES: Mapping[str, str] = {
    "flow": "FL",
    "principle": "PR",
    "equipment": "EQ",
    "parameter": "PA",
    "quality": "QU",
    "hazard": "HZ",
    "deviation": "DV",
    "interlock": "IL",
    "environment": "EN",
    "cases": "CA",
    "safety": "SF",
    "isolation": "IS",
    "report": "RP",
    "record": "RC",
    "handover": "HO",
    "lessons": "LE",
    "ideology": "ID",
}
"""Codes of gathered objectives, which stay when there are more or fewer of them."""
_ORDER = (
    *("flow", "principle", "equipment", "parameter", "quality", "hazard", "deviation", "interlock", "environment"),
    *("cases",),
    *("safety", "isolation", "report", "record", "handover", "lessons", "ideology"),
)


@dataclass(frozen=True, slots=True)
class Given:
    """What standards are made of; everything by its identifier or address."""

    tasks: Mapping[str, TypicalTask]
    competencies: Mapping[str, Competency]
    points: Mapping[str, Point]
    cases: Mapping[Address, AnyCase]
    policy: CourseStandardPolicy


def standardise(design: CourseDesign, given: Given) -> tuple[CourseStandard, ...]:
    """The standard of every course of a design.

    Objectives of ability are the work of learning tasks with its condition and what it must lead to; where there are
    more than the policy allows, those of one module are told together. Knowledge and conduct are gathered by what they
    are about, over all tasks of the course. Nothing is said that is in no point.
    """
    return tuple(_Course(course, given).standard() for course in design.courses)


@dataclass(frozen=True, slots=True)
class _Course:
    course: JobCourse
    given: Given

    def standard(self) -> CourseStandard:
        """The standard with its objectives, whose codes follow from what they are about."""
        made = {
            "character": self._gathered("conduct", _CHARACTER),
            "knowledge": self._gathered("knowledge", _KNOWLEDGE),
        }
        every = {**made, "ability": list(self._abilities())}
        return CourseStandard(
            course=self.course.id,
            objectives=tuple(
                CourseObjective(
                    f"{_LETTERS[kind]}-{one.code}",
                    kind,
                    one.statement,
                    one.tasks,
                    self._assessed(kind, one.tasks),
                    one.derived_from,
                )
                for kind in OBJECTIVE_KINDS
                for one in every[kind]
            ),
            conversions=tuple(self._conversions()),
            cases=tuple(self._cases(module) for module in self.course.modules),
        )

    def _assessed(self, kind: ObjectiveKind, tasks: Sequence[str]) -> tuple[AssessmentKind, ...]:
        """The kinds of assessment that the tasks of an objective really have."""
        there = {item.kind for task in self.course.tasks if task.id in tasks for item in task.assessment}
        return tuple(one for one in _ASSESSED[kind] if one in there)

    def _abilities(self) -> Iterator["_Said"]:
        """One objective for each learning task; where these are too many, some of a module are told together.

        The last two of the module that has most of them are joined until there are few enough, or one for each module.
        """
        groups = [[[task] for task in module.tasks] for module in self.course.modules]
        while sum(map(len, groups)) > self.given.policy.most_objectives:
            fullest = max(groups, key=len)
            if len(fullest) == 1:
                break
            fullest[-2:] = [fullest[-2] + fullest[-1]]
        for tasks in (tasks for module in groups for tasks in module):
            yield self._ability(tasks[0]) if len(tasks) == 1 and tasks[0].of == 1 else self._together(tasks)

    def _ability(self, task: LearningTask) -> "_Said":
        competency = self.given.competencies[self.given.tasks[task.typical_task].competencies[0]]
        condition = next(iter(competency.conditions), None)
        standard = competency.result or next(iter(competency.standards), None)
        variant = f"{'.when' if condition else ''}{'.until' if standard else ''}"
        told = {name: one for name, one in (("condition", condition), ("standard", standard)) if one}
        statement = sentence(f"objective.ability{variant}", statement=competency.statement, **told)
        return _Said(_code_of(task), statement, (task.id,), task.derived_from)

    def _together(self, tasks: Sequence[LearningTask]) -> "_Said":
        names = listed([task.title for task in tasks])
        critical = any(self.given.points[point].critical for task in tasks for point in task.points)
        statement = sentence("objective.ability.critical" if critical else "objective.ability.together", tasks=names)
        derived_from = tuple(dict.fromkeys(address for task in tasks for address in task.derived_from))
        return _Said(_code_of(tasks[0]), statement, tuple(task.id for task in tasks), derived_from)

    def _gathered(self, kind: str, groups: Mapping[str, str]) -> list["_Said"]:
        """Points of one kind by what they are about, in the order of teaching."""
        found: dict[str, list[tuple[Point, str]]] = {}
        for task in self.course.tasks:
            for name in task.points:
                point = self.given.points[name]
                group = groups.get(_code(point))
                if point.kind == kind and group:
                    found.setdefault(group, []).append((point, task.id))
        joined: dict[str, str] = {}
        for group, other in _TOGETHER:
            if len(found) > self.given.policy.most_objectives and group in found and other in found:
                found[other] += found.pop(group)
                joined[other] = f"{other}.{group}"
        return [_said(joined.get(group, group), found[group]) for group in sorted(found, key=_ORDER.index)]

    def _conversions(self) -> Iterator[Conversion]:
        by_typical: dict[str, list[str]] = {}
        for task in self.course.tasks:
            by_typical.setdefault(task.typical_task, []).append(task.id)
        for typical, tasks in by_typical.items():
            kind: ConversionKind = "direct"
            if len(tasks) > 1:
                kind = "split"
            elif len({*map(without_plant, self.given.tasks[typical].members)}) > 1:
                kind = "merged"
            yield Conversion(typical, kind, tuple(tasks))

    def _cases(self, module: CourseModule) -> ModuleCases:
        """Cases that points of the module come from: these were matched by task, step, hazard or deviation."""
        points = (self.given.points[name] for task in module.tasks for name in task.points)
        addresses = dict.fromkeys(address for point in points for address in point.derived_from)
        found = [self.given.cases[address] for address in addresses if address in self.given.cases]
        return ModuleCases(
            module.id,
            ideology=tuple(one.address for one in found if isinstance(one, Ideology)),
            incidents=tuple(one.address for one in found if isinstance(one, Incident)),
            techniques=tuple(one.address for one in found if isinstance(one, Technique)),
            new_items=tuple(one.address for one in found if isinstance(one, NewItem)),
        )


@dataclass(frozen=True, slots=True)
class _Said:
    code: str
    statement: Phrase
    tasks: tuple[str, ...]
    derived_from: tuple[Address, ...]


def _said(group: str, own: Sequence[tuple[Point, str]]) -> _Said:
    if group == "isolation":
        named = dict.fromkeys(sentence(_RULES[_code(point)]) for point, _ in own)
        return _from(group, own, sentence("objective.isolation", items=listed(list(named))))
    hidden = group.partition(".")[2] == "interlock"
    shown = (point for point, _ in own if not (hidden and _code(point) == "point.interlock"))
    names = [name for point in shown if (name := _name(point))]
    return _from(group, own, sentence(f"objective.{group}", items=listed(names, _SHOWN)))


def _code_of(task: LearningTask) -> str:
    """The code of what a task leads to: its first procedure, as it is called in every plant."""
    first = min(map(without_plant, task.derived_from)).replace("/", "-")
    return first if task.place == 1 else f"{first}-{task.place}"


def _from(group: str, own: Sequence[tuple[Point, str]], statement: Phrase) -> _Said:
    tasks = tuple(dict.fromkeys(task for _, task in own))
    derived_from = tuple(dict.fromkeys(address for point, _ in own for address in point.derived_from))
    return _Said(_CODES[group.partition(".")[0]], statement, tasks, derived_from)


def _code(point: Point) -> str:
    return point.statement.code if isinstance(point.statement, Sentence) else ""


def _name(point: Point) -> Phrase | None:
    """What a point is about: the title in its sentence."""
    arguments = dict(point.statement.arguments) if isinstance(point.statement, Sentence) else {}
    found = arguments.get("theme", arguments.get("title"))
    return found if isinstance(found, Text | Sentence) else None
