"""A 引导问题: what to find out before the task, in the order of the six steps, and a short test without a key."""

from collections.abc import Iterator

from sopcurric.leaves.question_blocks import asked
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Block, Heading, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.question_bank import TaskGuidance, Where
from sopcurric.model.text import Phrase, sentence

_LETTERS: dict[Where, LeafKind] = {
    "knowledge": LeafKind.KNOWLEDGE,
    "planning": LeafKind.PLANNING,
    "work": LeafKind.WORK,
    "check": LeafKind.CHECK,
    "extension": LeafKind.EXTENSION,
}


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind, where there is anything to be guided by."""
    guidance = view.all.guidance.get(view.task.id)
    if guidance and (guidance.questions or guidance.pretest):
        yield view.leaf(LeafKind.GUIDANCE, _guidance(view, guidance))


def _guidance(view: TaskView, guidance: TaskGuidance) -> Iterator[Block]:
    if guidance.questions:
        yield Paragraph("A/intro", sentence("guidance.intro"))
        yield Table(
            "A/questions",
            columns(
                ("column.number", 6),
                ("guidance.phase", 9),
                ("guidance.question", 42),
                ("guidance.where", 15),
                ("guidance.answer", 28),
                centred=("column.number", "guidance.phase"),
            ),
            tuple(
                row(
                    (
                        cell(number),
                        cell(sentence(f"guidance.phase.{one.phase}")),
                        cell(one.stem),
                        cell(_where(one.where)),
                        cell(),
                    ),
                    *one.derived_from,
                )
                for number, one in enumerate(guidance.questions, start=1)
            ),
        )
    if guidance.pretest:
        yield Heading("A/test/title", sentence("guidance.test"))
        yield Paragraph("A/test/intro", sentence("guidance.test.intro"))
        for number, name in enumerate(guidance.pretest, start=1):
            yield from asked(view.all.bank_questions[name], number, "A/test", view.language)


def _where(where: Where) -> Phrase:
    letter = _LETTERS[where].value
    return sentence("guidance.leaf", letter=letter, title=sentence(f"layout.kind.{letter}"))
