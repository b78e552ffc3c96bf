"""What kinds of questions have in common: who is asked, what a question shows, which answers can be taken."""

from collections.abc import Collection, Iterable, Iterator
from functools import reduce
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, decision_address, sight
from sopcurric.model.files.base import Words
from sopcurric.model.files.decision import Decision, DecisionHeader, DecisionKind, Role
from sopcurric.model.profile import Profile
from sopcurric.model.question import Answer, Choice, Question, Shown
from sopcurric.model.text import Phrase, Sentence, Text, sentence
from sopcurric.plugin import AnswerError

Made = TypeVar("Made", bound=DecisionHeader)
_MOST_LINES = 40
_EXCERPT = 40
_WORDS: TypeAdapter[Text] = TypeAdapter(Words)

# Asking ---------------------------------------------------------------------------------------------------------------


def deciders(profile: Profile, *kinds: DecisionKind) -> tuple[Role, ...]:
    """Roles that may decide all of these; where there are none, those that may decide any of them."""
    roles = dict.fromkeys(role for kind in kinds for role in profile.authority.get(kind, ()))
    able = tuple(role for role in roles if all(role in profile.authority.get(kind, ()) for kind in kinds))
    return able or tuple(roles)


def disputed(compilation: Compilation, *kinds: type[Made]) -> tuple[Made, ...]:
    """Decisions of some kinds that stand against each other: what they are about is asked about as that, first."""
    names = {one.decision for one in compilation.verdicts if one.kind == "contradictory"}
    decisions = (compilation.decisions[name].decision for name in sorted(names))
    return tuple(one for one in decisions if isinstance(one, kinds))


def keyed(subject: str, *showing: Phrase | Shown) -> str:
    """The key of a question about a subject; it changes when what is shown changes, whatever language it is said in."""
    return f"{subject}#{sight(*(part for piece in showing for part in _parts(piece)))}"


def _parts(one: Phrase | Shown | str | int) -> Iterator[str]:
    """What a phrase is made of, so that two are the same where they say the same."""
    match one:
        case Shown(label=label, value=value):
            yield from (*_parts(label), *_parts(value))
        case Text(wordings=wordings):
            for language, runs in wordings:
                yield from (language, *(run.text for run in runs))
        case Sentence(code=code, arguments=arguments):
            yield code
            for name, argument in arguments:
                yield from (name, *_parts(argument))
        case _:
            yield str(one)


def shown(label: str, value: Phrase) -> Shown:
    """Something shown beside a question; `label` is the end of its code (`ask.label.…`)."""
    return Shown(sentence(f"ask.label.{label}"), value)


def choice(value: str, label: str = "") -> Choice:
    """A choice; `label` is the end of its code (`ask.choice.…`), by default the value."""
    return Choice(value, sentence(f"ask.choice.{label or value}"))


def lines(phrases: Iterable[Phrase]) -> Phrase:
    """Phrases one below the other; of very many, the first ones and how many there are."""
    every = [*phrases]
    some = every[:_MOST_LINES]
    if len(every) > len(some):
        some.append(sentence("ask.more", number=len(every)))
    return reduce(lambda left, right: sentence("ask.lines", left=left, right=right), some) if some else sentence("none")


def said(words: Iterable[str], language: str) -> Phrase:
    """Lines of plain words one below the other."""
    return lines(Text.plain(language, one) for one in words)


# Answers --------------------------------------------------------------------------------------------------------------


def chosen(question: Question, answer: Answer, worded: Collection[str] = ()) -> str:
    """The choice of an answer; `worded` are the choices that take words.

    Raises:
        AnswerError: there is no such choice, words are missing, or there are words that nothing would become of.
    """
    if answer.choice not in {one.value for one in question.choices}:
        raise AnswerError("ask.error.choice", found=excerpt(answer.choice))
    if answer.choice in worded and not answer.words.strip():
        raise AnswerError("ask.error.no-words")
    if answer.choice not in worded and answer.words.strip():
        raise AnswerError("ask.error.spare", found=excerpt(answer.words))
    return answer.choice


def decision_asked(compilation: Compilation, question: Question) -> Named[Decision]:
    """The decision that a question is about: the first thing that it names.

    Raises:
        AnswerError: there is none any more.
    """
    name = question.about[0].removeprefix(decision_address("")) if question.about else ""
    if name not in compilation.decisions:
        raise AnswerError("ask.error.gone")
    return compilation.decisions[name]


def takeable(words: str) -> bool:
    """Whether words can stand in a file as a text."""
    try:
        _WORDS.validate_python(words)
    except ValidationError:
        return False
    return True


def excerpt(words: str) -> str:
    """The beginning of what somebody typed, in one line."""
    line = " ".join(words.split())
    return line if len(line) <= _EXCERPT else f"{line[: _EXCERPT - 1]}…"
