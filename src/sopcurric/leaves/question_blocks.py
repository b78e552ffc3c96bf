"""Questions of the bank as they are printed: for learners without a key, for teachers the key in one or more lines."""

from collections.abc import Iterator, Sequence

from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Block, Paragraph, Table
from sopcurric.model.question_bank import CHOSEN, WRITTEN, BankQuestion
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence

_LETTERS = "ABCDEFGH"
_ONE_LINE, _SHORT = 36, 16
"""Options of so many signs in all, each of so many, stand in one line."""
_ROOM = {"short-answer": 4, "case-analysis": 7}
"""Lines to write on."""


def asked(question: BankQuestion, number: int, prefix: str, language: str, marks: int = 0) -> Iterator[Block]:
    """A question with room for the answer; `marks` are printed where those of its section differ."""
    key = f"{prefix}/{question.id}"
    stem = sentence("paper.judge", text=question.stem) if question.form == "true-false" else question.stem
    code = "paper.question.marks" if marks else "paper.question"
    told = sentence(code, number=number, text=stem, **({"marks": marks} if marks else {}))
    yield Paragraph(f"{key}/stem", told, derived_from=question.derived_from)
    if question.form == "matching":
        yield _pairs(question, f"{key}/pairs")
    elif question.options:
        yield from _options(question, f"{key}/options", language)
    if question.form in {"ordering", "matching"}:
        yield Paragraph(f"{key}/answer", sentence(f"paper.answer.{question.form}"))
    if question.form in WRITTEN:
        yield Table(f"{key}/room", columns(("paper.room", 100)), (), blank_rows=_ROOM[question.form])


def _options(question: BankQuestion, key: str, language: str) -> Iterator[Block]:
    """The options in one line, two to a line, or each in a line of its own, as they are long."""
    lettered = lettered_options(question)
    lengths = [len(words(one, language)) for one in question.options]
    short = question.form in CHOSEN and max(lengths) <= _SHORT
    beside = len(lettered) if short and sum(lengths) <= _ONE_LINE else 2 if short else 1
    for number, start in enumerate(range(0, len(lettered), beside), start=1):
        line = _side_by_side(lettered[start : start + beside])
        yield Paragraph(f"{key}/{number}", line, derived_from=question.derived_from)


def lettered_options(question: BankQuestion) -> tuple[Phrase, ...]:
    """The options with their letters."""
    return tuple(
        sentence("paper.option", letter=letter, text=one)
        for letter, one in zip(_LETTERS, question.options, strict=False)
    )


def _side_by_side(phrases: Sequence[Phrase]) -> Phrase:
    told = phrases[0]
    for one in phrases[1:]:
        told = sentence("paper.beside", left=told, right=one)
    return told


def _pairs(question: BankQuestion, key: str) -> Table:
    sides = zip(question.options, question.matches, _LETTERS, strict=False)
    return Table(
        key,
        columns(("paper.left", 46), ("paper.right", 54)),
        tuple(
            row(
                (
                    cell(sentence("paper.numbered", number=number, text=left)),
                    cell(sentence("paper.option", letter=letter, text=right)),
                )
            )
            for number, (left, right, letter) in enumerate(sides, start=1)
        ),
        derived_from=question.derived_from,
    )


def key_of(question: BankQuestion) -> tuple[Phrase, ...]:
    """What is right, in short: letters, a mark, numbers, or the points of an answer."""
    if question.form == "true-false":
        return (sentence("paper.true" if question.key == (1,) else "paper.false"),)
    if question.form == "matching":
        pairs = "；".join(f"{place}—{_LETTERS[one]}" for place, one in enumerate(question.key, start=1))
        return (sentence("plain", value=pairs),)
    if question.key:
        return (sentence("plain", value="".join(_LETTERS[one] for one in question.key)),)
    if question.form in WRITTEN and len(question.answers) > 1:
        return tuple(
            sentence("numbered", number=number, text=one) for number, one in enumerate(question.answers, start=1)
        )
    return question.answers
