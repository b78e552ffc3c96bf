"""N 教师页: answers to the guiding questions, and the key of the short test; for the teaching staff only."""

from collections.abc import Iterator
from dataclasses import replace

from sopcurric.leaves.question_blocks import key_of
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import TEACHING_STAFF, Block, Leaf, LeafKind, Table
from sopcurric.model.question_bank import TaskGuidance
from sopcurric.model.text import sentence

_PLACE = 2
"""The number of this leaf among the teacher's pages: the first is that of the lesson."""


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind, where the task has guiding questions or a short test."""
    guidance = view.all.guidance.get(view.task.id)
    if guidance and (guidance.questions or guidance.pretest):
        leaf = view.leaf(
            LeafKind.TEACHER, _answers(view, guidance), _PLACE, sentence("answers.title", title=view.task.title)
        )
        yield replace(leaf, id=f"{leaf.id}-answers", readers=TEACHING_STAFF)


def _answers(view: TaskView, guidance: TaskGuidance) -> Iterator[Block]:
    if guidance.questions:
        yield Table(
            "N/answers",
            columns(
                ("column.number", 6),
                ("guidance.question", 36),
                ("answers.answer", 58),
                centred=("column.number",),
            ),
            tuple(
                row((cell(number), cell(one.stem), cell(*one.answers)), *one.derived_from)
                for number, one in enumerate(guidance.questions, start=1)
            ),
            title=sentence("answers.guiding"),
        )
    if guidance.pretest:
        questions = [view.all.bank_questions[one] for one in guidance.pretest]
        yield Table(
            "N/test",
            columns(
                ("column.number", 6),
                ("answers.key", 18),
                ("answers.explanation", 50),
                ("answers.source", 26),
                centred=("column.number",),
            ),
            tuple(
                row((cell(number), cell(*key_of(one)), cell(one.explanation), cell(one.source)), *one.derived_from)
                for number, one in enumerate(questions, start=1)
            ),
            title=sentence("answers.test"),
        )
