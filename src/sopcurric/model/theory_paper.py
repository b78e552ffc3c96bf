"""`TheoryPaper`: questions of the bank put together for a written test (理论知识试卷)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.question_bank import QuestionForm

Variant = Literal["A", "B"]
"""A 卷, B 卷: two papers from one seed."""
FULL_MARKS = 100
LEAST_FOR_PAPER = 12
"""No paper is made, unless one is asked for of the very course, where its bank has fewer questions to draw from."""


@dataclass(frozen=True, slots=True)
class PaperQuestion:
    """A question of a paper, by id, with its marks."""

    question: str
    marks: int


@dataclass(frozen=True, slots=True)
class PaperSection:
    """The questions of one form."""

    form: QuestionForm
    questions: tuple[PaperQuestion, ...]

    @property
    def marks(self) -> int:
        """Marks of all its questions."""
        return sum(one.marks for one in self.questions)

    @property
    def each(self) -> int:
        """Marks of each question, 0 where they differ."""
        found = {one.marks for one in self.questions}
        return found.pop() if len(found) == 1 else 0


@dataclass(frozen=True, slots=True)
class TheoryPaper:
    """A paper of a course. `wanted` are the numbers of questions that were asked for, by form.

    `shared` are the questions that the other paper of the pair has as well.
    """

    course: str
    seed: int
    variant: Variant
    minutes: int
    sections: tuple[PaperSection, ...]
    wanted: tuple[tuple[QuestionForm, int], ...]
    shared: tuple[str, ...] = ()

    @property
    def marks(self) -> int:
        """Marks of all questions."""
        return sum(one.marks for one in self.sections)

    @property
    def questions(self) -> Mapping[str, int]:
        """Marks of each question by id, in the order of the paper."""
        return {one.question: one.marks for section in self.sections for one in section.questions}

    @property
    def missing(self) -> Mapping[QuestionForm, int]:
        """How many questions of a form the bank did not have."""
        found = {section.form: len(section.questions) for section in self.sections}
        return {form: number - found.get(form, 0) for form, number in self.wanted if number > found.get(form, 0)}
