"""`QuestionBank`: what learners are asked about what an SOP says (题库), and what guides them through a task.

Not to be confused with `model/question.py`, whose questions wait for the joint team.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.decision import Mark
from sopcurric.model.text import Phrase

QuestionForm = Literal[
    "single-choice",
    "multiple-choice",
    "true-false",
    "numeric",
    "ordering",
    "matching",
    "short-answer",
    "case-analysis",
]
"""单项选择题, 多项选择题, 判断题, 填空题 (numbers), 排序题, 匹配题, 简答题, 案例分析题."""
FORMS: tuple[QuestionForm, ...] = (
    "single-choice",
    "multiple-choice",
    "true-false",
    "numeric",
    "ordering",
    "matching",
    "short-answer",
    "case-analysis",
)
"""Forms in the order in which papers have them."""
CHOSEN: tuple[QuestionForm, ...] = ("single-choice", "multiple-choice")
WRITTEN: tuple[QuestionForm, ...] = ("short-answer", "case-analysis")
"""Forms whose answers are marked point by point."""
Cognition = Literal["recall", "understand", "apply"]
"""识记, 理解, 应用."""
COGNITIONS: tuple[Cognition, ...] = ("recall", "understand", "apply")
Hardness = Literal["easy", "medium", "hard"]
"""易, 中, 难."""
Fact = str
"""What an SOP says in one place: the address of the element, `#` and the part of it, as `DIG/T1#range`."""
GuidingPhase = Literal["inform", "plan", "decide", "act", "check", "evaluate"]
"""资讯, 计划, 决策, 实施, 检查, 评价."""
GUIDING_PHASES: tuple[GuidingPhase, ...] = ("inform", "plan", "decide", "act", "check", "evaluate")
Where = Literal["knowledge", "planning", "work", "check", "extension"]
"""The kind of leaf on which an answer is found."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that is accepted as an answer: decimal numbers as strings, in a unit; `tolerance` to both sides."""

    number: str
    tolerance: str
    unit: str


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A question with its key.

    `options` are printed in this order: choices, steps to be put in order, or the left side of a matching, whose right
    side are the `matches`. `key` are numbers of options from 0: those that are right; the right order; for each option
    its match. Of true or false it is (1,) for true, (0,) for false. `answers` are what is to be written, point by
    point; `amounts` the numbers to be filled in.

    `asks` are the facts that it asks for, `gives` those that it tells; `told` are the words in which it tells
    something that is so. `source` says where the SOP has the answer.
    """

    id: str
    form: QuestionForm
    topic: str
    stem: Phrase
    explanation: Phrase
    source: Phrase
    cognition: Cognition
    difficulty: Hardness
    course: str
    task: str
    competency: str
    points: tuple[str, ...]
    asks: tuple[Fact, ...]
    derived_from: tuple[Address, ...]
    gives: tuple[Fact, ...] = ()
    options: tuple[Phrase, ...] = ()
    matches: tuple[Phrase, ...] = ()
    key: tuple[int, ...] = ()
    answers: tuple[Phrase, ...] = ()
    amounts: tuple[Amount, ...] = ()
    decided: tuple[Mark, ...] = ()

    @property
    def right(self) -> tuple[Phrase, ...]:
        """The options that are right, or what is to be written; nothing for true or false."""
        return tuple(self.options[one] for one in self.key) if self.form in CHOSEN else self.answers

    @property
    def told(self) -> tuple[Phrase, ...]:
        """What it says that is so: its stem, unless that is false as a whole; steps and pairs that it shows.

        Of a stem with a false number, the rest is so.
        """
        stem = () if self.form == "true-false" and self.key == (0,) and not self.answers else (self.stem,)
        shown = (*self.options, *self.matches) if self.form in {"ordering", "matching"} else ()
        return (*stem, *shown)


@dataclass(frozen=True, slots=True)
class GuidingQuestion:
    """An open question of a step of the action cycle, with the answer that the SOP gives and where it is found."""

    id: str
    phase: GuidingPhase
    stem: Phrase
    answers: tuple[Phrase, ...]
    where: Where
    derived_from: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class TaskGuidance:
    """What a learning task begins with: guiding questions in the order of work, and a short test (ids of questions)."""

    task: str
    questions: tuple[GuidingQuestion, ...]
    pretest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionBank:
    """All questions, by course and learning task, and the guidance of every task that has any.

    `apart` are pairs of questions of one course (ids) of which one gives the other away.
    """

    questions: tuple[BankQuestion, ...]
    guidance: tuple[TaskGuidance, ...]
    apart: tuple[tuple[str, str], ...] = ()
    format: int = 1

    def of_course(self, course: str) -> tuple[BankQuestion, ...]:
        """The questions of a course."""
        return tuple(one for one in self.questions if one.course == course)

    @property
    def never_beside(self) -> Mapping[str, frozenset[str]]:
        """For each question those that it cannot stand beside in one paper."""
        found: dict[str, set[str]] = {one.id: set() for one in self.questions}
        for one, other in self.apart:
            found[one].add(other)
            found[other].add(one)
        return {name: frozenset(others) for name, others in found.items()}
