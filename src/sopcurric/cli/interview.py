"""Asking a person at a terminal: who decides, and one question after another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from textwrap import indent

import typer

from sopcurric.app.answering import ROLES, records_of
from sopcurric.app.asking import Asked, asked_of
from sopcurric.app.drafting import Decider, Desk
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.diagnostics.report import safe
from sopcurric.forms.answers import Placed, day, said_by_hand
from sopcurric.io.decision_file import this_day
from sopcurric.model.files.decision import Role
from sopcurric.model.question import Answer, Choice, Record
from sopcurric.model.saying import words
from sopcurric.model.text import Sentence, sentence

_STOP = {"q", "Q", "quit", "退出"}


class _EnoughError(Exception):
    """The person wants to stop, or there is nobody any more."""


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of who decides, when and why; empty where nobody said."""

    role: Role | None = None
    by: str = ""
    date: str = ""
    why: str = ""


def known_role(language: str, role: str) -> Role | None:
    """The role that was named, or None where none was; leaves with status 2 where there is no such role."""
    for known in ROLES:
        if role == known:
            return known
    if role:
        console.tell(language, "todo.unknown.role", role=safe(role), known=", ".join(ROLES))
        raise typer.Exit(USAGE)
    return None


def known_day(language: str, date: str) -> str:
    """A date as YYYY-MM-DD, or nothing where none was given; leaves with status 2 where it is none or yet to come."""
    found = day(date)
    wrong = _wrong_day(found, date)
    if wrong:
        console.report(words(wrong, language))
        raise typer.Exit(USAGE)
    return found or ""


def _wrong_day(found: str | None, typed: str) -> Sentence | None:
    """What is wrong with a day; None where nothing is."""
    if found is None:
        return sentence("form.fault.date", found=safe(typed))
    return to_come(found)


def to_come(date: str) -> Sentence | None:
    """That nothing can be decided on a day after today, where it is one: such a decision would outlast all others."""
    today = this_day()
    return sentence("decide.to-come", date=date, today=today) if date > today else None


def decider(language: str, given: Given, *, undated: bool = False) -> Decider:
    """Who decides: what is missing is asked for; leaves with status 2 where nobody can be asked.

    The day is today where nobody gave one; with `undated` somebody did, but it was not understood.
    """
    missing = [f"--{name}" for name in ("role", "by") if not getattr(given, name)]
    missing += ["--date"] if undated and not given.date else []
    if missing and not console.answerable():
        console.tell(language, "decide.missing", flags=", ".join(missing))
        raise typer.Exit(USAGE)
    try:
        role = given.role or _role(language)
        by = given.by or _needed(language, "decide.ask.by")
        date = given.date or (_date(language) if missing else this_day())
    except _EnoughError:
        raise typer.Exit(USAGE) from None
    return Decider(role, by, date, given.why)


def reasoned(language: str, who: Decider) -> Decider:
    """The same with a reason for everything, asked for where there is none and somebody can be asked."""
    if who.why or not console.answerable():
        return who
    return replace(who, why=said_by_hand(console.ask(_said(language, "decide.ask.why")) or ""))


def _role(language: str) -> Role:
    for number, role in enumerate(ROLES, start=1):
        console.report(f"  {number}. {_said(language, f'form.role.{role}')}")
    while True:
        typed = _needed(language, "decide.ask.role")
        for number, role in enumerate(ROLES, start=1):
            if typed in {str(number), role, _said(language, f"form.role.{role}")}:
                return role


def _needed(language: str, code: str) -> str:
    while True:
        typed = console.ask(_said(language, code))
        if typed is None:
            raise _EnoughError
        if typed:
            return said_by_hand(typed)


def _date(language: str) -> str:
    while True:
        typed = console.ask(words(sentence("decide.ask.date", today=this_day()), language))
        if typed is None:
            raise _EnoughError
        found = day(typed)
        wrong = _wrong_day(found, typed)
        if not wrong:
            return found or this_day()
        console.report(words(wrong, language))


# Questions --------------------------------------------------------------------------------------------------------


def interview(desk: Desk, language: str, role: Role) -> tuple[Placed, ...]:
    """Answers to the questions for a role, as far as the person went."""
    asked = asked_of(desk.open.values(), role)
    if not asked:
        console.tell(language, "todo.none", role=_said(language, f"form.role.{role}"))
    found: list[Placed] = []
    try:
        for number, one in enumerate(asked, start=1):
            _show(language, one, number, len(asked))
            given = _answered(desk, language, one, role)
            if given:
                found.append(Placed(given, given.question))
    except _EnoughError:
        console.report("")
    return tuple(found)


def _show(language: str, asked: Asked, number: int, total: int) -> None:
    question = asked.question
    kind = words(asked.kind_named, language)
    console.report(
        words(sentence("decide.ask.head", number=number, total=total, kind=kind, question=question.id), language)
    )
    console.report(words(question.ask, language))
    for part in question.shown:
        told = words(sentence("form.pair", label=part.label, value=part.value), language)
        console.report(indent(told, "    ").removeprefix("  "))
    for place, choice in enumerate(question.choices, start=1):
        code = "decide.ask.proposed" if choice.value == question.proposal else "decide.ask.choice"
        console.report(f"  {words(sentence(code, number=place, label=choice.label), language)}")


def _answered(desk: Desk, language: str, asked: Asked, role: Role) -> Answer | None:
    """The answer to a question; None where it is skipped."""
    question = asked.question
    while True:
        choice = _choice(language, question.choices)
        if choice is None:
            return None
        given, made = _worded(desk, language, asked, Answer(question.id, choice.value), role)
        if isinstance(made, Sentence):
            console.report(words(made, language))
        elif not made:
            return given
        else:
            return _with_reason(
                language, given, agreed=choice.value == question.proposal, plain=choice.value in question.plain
            )


def _worded(
    desk: Desk, language: str, asked: Asked, given: Answer, role: Role
) -> tuple[Answer, tuple[Record, ...] | Sentence]:
    """The answer, with words beside the choice where it cannot be taken without; and what it makes."""
    made = records_of(desk, asked, given, role)
    free = asked.question.free
    if free is None or not isinstance(made, Sentence):
        return given, made
    typed = console.ask(words(sentence("decide.ask.words", label=free), language))
    if typed is None:
        raise _EnoughError
    worded = replace(given, words=said_by_hand(typed))
    return worded, records_of(desk, asked, worded, role)


def _choice(language: str, choices: Sequence[Choice]) -> Choice | None:
    while True:
        typed = console.ask(_said(language, "decide.ask.number"))
        if typed is None or typed in _STOP:
            raise _EnoughError
        if not typed:
            return None
        for place, choice in enumerate(choices, start=1):
            if typed in {str(place), choice.value}:
                return choice
        console.tell(language, "decide.ask.wrong-number", most=len(choices))


def _with_reason(language: str, given: Answer, *, agreed: bool, plain: bool) -> Answer | None:
    """The answer with its reason; one that differs from the proposal needs one, or the question is skipped.

    `plain` are choices that speak for themselves.
    """
    code = "decide.ask.why-agreed" if agreed else "decide.ask.why-plain" if plain else "decide.ask.why"
    typed = console.ask(_said(language, code))
    if typed is None:
        raise _EnoughError
    if not typed and not agreed and not plain:
        console.tell(language, "decide.ask.skipped")
        return None
    return replace(given, why=said_by_hand(typed))


def _said(language: str, code: str) -> str:
    return words(sentence(code), language)
