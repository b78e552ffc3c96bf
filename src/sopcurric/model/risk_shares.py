"""How risk and hours are spread over learning tasks: what is dangerous must not be taught in passing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse, LearningTask
from sopcurric.model.files.sop_kinds import Risk
from sopcurric.model.sop import Hazard

_WEIGHTS: Mapping[Risk, int] = {Risk.LOW: 1, Risk.GENERAL: 2, Risk.LARGER: 4, Risk.MAJOR: 8}
"""Each grade counts twice the one below; no text weighs them against each other, so this is ours."""


@dataclass(frozen=True, slots=True)
class RiskShare:
    """A learning task with its shares (0 to 1) of the risk and of the hours of its course."""

    course: JobCourse
    task: LearningTask
    risk: float
    hours: float


def risk_shares(compilation: Compilation) -> Iterator[RiskShare]:
    """The shares of all learning tasks of courses in which there are hazards."""
    for course in compilation.design.courses:
        risks = {task.id: _risk(task, compilation.elements) for task in course.tasks}
        whole = sum(risks.values())
        if whole and course.hours:
            for task in course.tasks:
                yield RiskShare(course, task, risks[task.id] / whole, task.hours / course.hours)


def _risk(task: LearningTask, elements: Mapping[Address, object]) -> int:
    hazards = (elements.get(address) for address in task.hazards)
    return sum(_WEIGHTS[one.risk] for one in hazards if isinstance(one, Hazard))
