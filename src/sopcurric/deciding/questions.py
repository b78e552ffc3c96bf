"""Decisions about questions of the bank: left out, or in other words, with other options or another key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import spelled
from sopcurric.linguistics.nesting import nested
from sopcurric.model.decision import Mark, Named, Verdict, seen_verdict, sight
from sopcurric.model.files.decision import DecideQuestion
from sopcurric.model.question_bank import CHOSEN, WRITTEN, BankQuestion
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence


@dataclass(frozen=True, slots=True)
class DecidedQuestions:
    """The questions that are left, with what people decided about them."""

    questions: tuple[BankQuestion, ...]
    verdicts: tuple[Verdict, ...]


class _CannotAskError(ValueError):
    """A question cannot be as it is decided: why, as a word from a closed list."""


def decide_questions(settled: Settled, questions: Sequence[BankQuestion], language: str) -> DecidedQuestions:
    """The bank as people want it.

    A key holds on where the right options, or the answers, are not touched; with other options it is found again by
    the words of what is right, or has to be given. What has another key says in its explanation that it was decided.
    """
    known = {one.id: one for one in questions}
    verdicts: list[Verdict] = []
    claims: list[Claim] = []
    changed: dict[tuple[str, str], BankQuestion] = {}
    for one in settled.of(DecideQuestion):
        missing = tuple(name for name in one.decision.on if name not in known)
        if missing:
            verdicts.append(Verdict(one.name, "gone", missing, reason="missing"))
            continue
        try:
            made = {name: _changed(one, known[name], language) for name in one.decision.on}
        except _CannotAskError as error:
            verdicts.append(Verdict(one.name, "refused", one.decision.on, reason=str(error)))
            continue
        changed |= {(one.name, name): question for name, question in made.items()}
        claims += [Claim((name,), _value(one.decision), one) for name in dict.fromkeys(one.decision.on)]
    chosen, judged = choose(claims)
    verdicts += judged
    holding = {claim.slot[0]: claim.named for claim in chosen}
    seen = {claim.named.name: claim.named for claim in chosen}
    for name, named in seen.items():
        own = [one for one in questions if one.id in holding and holding[one.id].name == name]
        digest = sight(*(said for one in own for said in question_words(one, language)))
        verdicts.append(seen_verdict(named, digest, [one.id for one in own]))
    kept = []
    for question in questions:
        by = holding.get(question.id)
        if by is None:
            kept.append(question)
        elif not (isinstance(by.decision, DecideQuestion) and by.decision.drop):
            kept.append(changed[by.name, question.id])
    return DecidedQuestions(tuple(kept), tuple(verdicts))


def question_words(one: BankQuestion, language: str) -> tuple[str, ...]:
    """What a decision about a question sees: everything that is printed of it."""
    phrases = (one.stem, *one.options, *one.matches, *one.answers, one.explanation)
    return (one.id, *(words(phrase, language) for phrase in phrases), *map(str, one.key))


def _value(decision: DecideQuestion) -> object:
    """What a decision wants, so that two of them can be compared."""
    texts = (decision.stem, *decision.options, "", *decision.answers, "", decision.because)
    return (
        decision.drop,
        tuple(spelled(one) if one and not isinstance(one, str) else "" for one in texts),
        decision.key,
    )


def _changed(named: Named[DecideQuestion], one: BankQuestion, language: str) -> BankQuestion:
    """A question as it is decided.

    Raises:
        _CannotAskError: it would have no key, or not one; or nothing is decided.
    """
    decision = named.decision
    wanted: Mapping[str, object] = {
        "stem": decision.stem,
        "options": decision.options,
        "key": decision.key,
        "answers": decision.answers,
        "explanation": decision.because,
    }
    parts = [part for part, value in wanted.items() if value]
    if decision.drop:
        if parts:
            raise _CannotAskError("drop-and-change")
        return one
    if not parts:
        raise _CannotAskError("no-change")
    if len({*decision.on}) > 1:
        raise _CannotAskError("several-questions")
    keyed = _keyed(decision, one, language)
    if decision.answers and one.form not in WRITTEN:
        raise _CannotAskError("no-answers")
    because: Phrase = decision.because or one.explanation
    if decision.because is None and (decision.answers or (decision.key and keyed.key != one.key)):
        because = sentence(
            "question.decided", role=sentence(f"team.{decision.role}"), by=decision.by, date=decision.date
        )
    marks = tuple(Mark(part, named.name, one.stem if part == "stem" else "") for part in parts)
    return replace(
        keyed,
        stem=decision.stem or one.stem,
        answers=decision.answers or keyed.answers,
        explanation=because,
        decided=(*one.decided, *marks),
    )


def _keyed(decision: DecideQuestion, one: BankQuestion, language: str) -> BankQuestion:
    """The question with other options and a key that fits them."""
    if decision.options and one.form not in CHOSEN:
        raise _CannotAskError("no-options")
    if decision.key and one.form not in {*CHOSEN, "true-false"}:
        raise _CannotAskError("no-key")
    options: tuple[Phrase, ...] = decision.options or one.options
    if decision.options:
        _check_apart([words(option, language) for option in options])
    if one.form == "true-false":
        if decision.key and decision.key not in {(0,), (1,)}:
            raise _CannotAskError("key")
        return replace(one, key=decision.key or one.key)
    key = tuple(sorted({number - 1 for number in decision.key})) or one.key
    if decision.options and not decision.key:
        said = [words(option, language) for option in options]
        right = [words(option, language) for option in one.right]
        if not {*right} <= {*said}:
            raise _CannotAskError("key-lost")
        key = tuple(sorted(said.index(option) for option in right))
    if one.form in CHOSEN:
        least, most = (1, 1) if one.form == "single-choice" else (2, len(options) - 1)
        if not (least <= len(key) <= most and {*key} <= {*range(len(options))}):
            raise _CannotAskError("key")
    return replace(one, options=options, key=key)


def _check_apart(said: Sequence[str]) -> None:
    """Options must be different, none a part of another one."""
    if any(nested(one, other) for place, one in enumerate(said) for other in said[place + 1 :]):
        raise _CannotAskError("options-alike")
