"""What comes back from a form: answers with their places, and what is wrong with the others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal
from unicodedata import normalize

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from sopcurric.forms.inert_text import excerpt, visible
from sopcurric.model.question import Answer
from sopcurric.model.text import Sentence, sentence

Arguments = tuple[tuple[str, str], ...]
"""What fills a sentence, by name."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An answer and where it stood: a cell, or the number of an entry."""

    answer: Answer
    place: str


@dataclass(frozen=True, slots=True)
class Fault:
    """An entry that was not understood: its place, and the sentence that says why."""

    place: str
    code: str
    arguments: Arguments = ()

    @property
    def said(self) -> Sentence:
        """The sentence."""
        return sentence(self.code, **dict(self.arguments))


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back. `by` and `date` are empty where they were not filled in."""

    state: str
    role: str
    by: str
    date: str
    answers: tuple[Placed, ...]
    faults: tuple[Fault, ...] = ()


class FormError(ValueError):
    """Something is wrong with a form as a whole; `code` and `arguments` are those of the sentence that says what."""

    def __init__(self, code: str, **arguments: str) -> None:
        """Keep what the sentence says."""
        super().__init__(f"{code}: {', '.join(arguments.values())}" if arguments else code)
        self.code = code
        self.arguments: Arguments = tuple(sorted(arguments.items()))

    @property
    def said(self) -> Sentence:
        """The sentence."""
        return sentence(self.code, **dict(self.arguments))


class UnreadableFormError(FormError):
    """Nothing of the form can be read."""


class MissingPackageError(FormError):
    """A package that the form needs is not installed."""


_DAY = re.compile(r"(2\d{3})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?|(2\d{3})(\d{2})(\d{2})", re.ASCII)


def day(found: str) -> str | None:
    """A date as `YYYY-MM-DD`, however it was typed; empty where nothing was, None where it is no date."""
    plain = normalize("NFKC", found).strip()
    parts = _DAY.fullmatch(plain)
    if not plain or not parts:
        return None if plain else ""
    try:
        return date(*(int(part) for part in parts.groups() if part)).isoformat()
    except ValueError:
        return None


def dated(found: str, place: str) -> tuple[str, tuple[Fault, ...]]:
    """A date as `YYYY-MM-DD`, or nothing and the fault."""
    known = day(found)
    if known is None:
        return "", (Fault(place, "form.fault.date", (("found", excerpt(found)),)),)
    return known, ()


def settled(found: Iterable[Placed]) -> tuple[tuple[Placed, ...], tuple[Fault, ...]]:
    """Each question once; where one was answered in two ways, neither answer counts."""
    first: dict[str, Placed] = {}
    faults: list[Fault] = []
    for placed in found:
        known = first.setdefault(placed.answer.question, placed)
        if known.answer != placed.answer:
            arguments = (("first", known.place), ("question", placed.answer.question))
            faults.append(Fault(placed.place, "form.fault.conflict", arguments))
    disputed = {dict(fault.arguments)["question"] for fault in faults}
    return tuple(placed for question, placed in first.items() if question not in disputed), tuple(faults)


def judged(answer: Answer, place: str) -> Placed | Fault | None:
    """An answer at its place; a fault where there are words but no choice, None where there is nothing."""
    if answer.choice:
        return Placed(answer, place)
    if answer.words or answer.why:
        return Fault(place, "form.fault.no-choice", (("question", answer.question),))
    return None


def said_by_hand(text: str) -> str:
    """Words that somebody typed, without blanks at their ends and with hidden characters made visible."""
    return visible(text).strip()


# --- The file that the page saves ------------------------------------------------------------------------------------

FORMAT = 1
LARGEST = 5_000_000
"""Bytes of a file of answers."""
MOST = 20_000
"""Answers in one file."""

_Words = Annotated[str, StringConstraints(max_length=32_767)]
_Short = Annotated[str, StringConstraints(max_length=200)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Line(_Strict):
    """An answer as the page writes it."""

    question: Annotated[str, StringConstraints(pattern=r"^q-[0-9a-z]{1,40}$")]
    choice: Annotated[str, StringConstraints(pattern=r"^[!-~]{0,200}$")]
    words: _Words = ""
    why: _Words = ""


class _Head(BaseModel):
    """Of which format a file is, whatever else stands in it."""

    model_config = ConfigDict(strict=True)
    format: Annotated[int, Field(ge=1, le=1_000_000)]


class _File(_Strict):
    """The file as the page writes it; its answers are looked at one by one."""

    format: Literal[1]
    state: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
    role: Literal["", "plant", "college", "industry"]
    by: _Short
    date: _Short
    answers: list[object]


def read_answers(content: bytes) -> Returned:
    """The answers in a file that the page saved.

    Raises:
        UnreadableFormError: it is not such a file, or one of a newer version.
    """
    if len(content) > LARGEST:
        raise UnreadableFormError("form.unreadable.too-large", limit=str(LARGEST // 1_000_000))
    file = _parsed(content.removeprefix(b"\xef\xbb\xbf"))
    if len(file.answers) > MOST:
        raise UnreadableFormError("form.unreadable.too-many", limit=str(MOST))
    found: list[Placed] = []
    wrong: list[Fault] = []
    for number, line in enumerate(file.answers, start=1):
        read = _answer(line, f"#{number}")
        if isinstance(read, Fault):
            wrong.append(read)
        elif read:
            found.append(read)
    answers, conflicts = settled(found)
    on, undated = dated(file.date, "date")
    return Returned(file.state, file.role, said_by_hand(file.by), on, answers, (*undated, *wrong, *conflicts))


def _parsed(content: bytes) -> _File:
    try:
        head = _Head.model_validate_json(content)
    except ValidationError as error:
        raise UnreadableFormError("form.unreadable.not-answers", where=_where(error)) from None
    if head.format > FORMAT:
        raise UnreadableFormError("form.unreadable.newer", format=str(head.format))
    try:
        return _File.model_validate_json(content)
    except ValidationError as error:
        raise UnreadableFormError("form.unreadable.not-answers", where=_where(error)) from None


def _answer(line: object, place: str) -> Placed | Fault | None:
    """One answer; None where nothing was decided."""
    try:
        read = _Line.model_validate(line)
    except ValidationError as error:
        return Fault(place, "form.fault.malformed", (("part", _where(error)),))
    return judged(Answer(read.question, read.choice, said_by_hand(read.words), said_by_hand(read.why)), place)


def _where(error: ValidationError) -> str:
    """The first part of a file that is wrong."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return excerpt(".".join(map(str, first["loc"]))) or "JSON"
