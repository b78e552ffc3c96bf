"""Which questions give each other away: one tells what the other asks for, or both ask for the same."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.examining.apart import telling
from sopcurric.model.question_bank import BankQuestion
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, Sentence, Text

_SHORTEST = 6
"""Words of fewer signs stand everywhere."""
_SHARED = 2
"""A number only gives away another one where both are said of a like thing: so many telling pairs in common."""
_NUMBER = re.compile(r"[≥≤<>＜＞]?[\d.]+(?:[–—~～-][\d.]+)?[^\u3400-\u9fff]{0,8}")
_FIGURES = re.compile(r"\d+(?:\.\d+)?")
_NAMES = frozenset(("risk", "term", "columns", "ppe"))
"""Topics whose answers are names: that these are mentioned somewhere tells nothing."""
_OF_EVERY_QUESTION = telling(
    "正确说法 规程要求 应达到什么标准 要点给分 意思正确 控制要求 质量标准 应达到的标准 "
    "时间要求 环保要求 的报警规定 目标值 正常的标准"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A question with what is compared of it: facts, what it asks for in words and in numbers, what it tells."""

    id: str
    asks: frozenset[str]
    gives: frozenset[str]
    secret: tuple[str, ...]
    numbers: tuple[str, ...]
    told: str
    about: frozenset[str]


def spoken(question: BankQuestion, language: str) -> Spoken:
    """What of a question is compared, in a language."""
    answers = question.right if question.topic not in _NAMES else ()
    right = dict.fromkeys(_plain(words(text, language)) for one in answers for text in _texts(one))
    numbers = [one for one in right if _NUMBER.fullmatch(one)]
    return Spoken(
        question.id,
        frozenset(question.asks),
        frozenset(question.gives),
        tuple(one for one in right if len(one) >= _SHORTEST and one not in numbers),
        tuple(numbers),
        "\x1f".join(_plain(words(one, language)) for one in question.told),
        (telling(words(question.explanation, language)) | telling(words(question.stem, language))) - _OF_EVERY_QUESTION,
    )


def _texts(phrase: Phrase) -> Iterator[Phrase]:
    """What people wrote in a phrase, piece by piece."""
    if isinstance(phrase, Text):
        yield phrase
        return
    for _, value in phrase.arguments:
        if isinstance(value, Text | Sentence):
            yield from _texts(value)


def give_away(one: Spoken, other: Spoken) -> bool:
    """Whether two questions cannot stand in one paper."""
    if not (one.asks.isdisjoint(other.asks | other.gives) and other.asks.isdisjoint(one.gives)):
        return True
    if not set(one.secret).isdisjoint(other.secret):
        return True
    same = not set(one.numbers).isdisjoint(other.numbers) and len(one.about & other.about) >= _SHARED
    return same or _tells(one, other) or _tells(other, one)


def _tells(one: Spoken, other: Spoken) -> bool:
    """Whether the first tells in words what the second asks for."""
    if any(said in one.told for said in other.secret):
        return True
    alike = len(one.about & other.about) >= _SHARED
    return alike and any(_names(one.told, said) for said in other.numbers)


def _names(told: str, quantity: str) -> bool:
    """Whether words name the unit and all figures of a quantity."""
    figures = _FIGURES.findall(quantity)
    unit = _FIGURES.sub("", quantity).strip("≥≤<>＜＞–—~～-")
    return unit in told and set(figures) <= set(_FIGURES.findall(told))


def pairs_apart(questions: Iterable[BankQuestion], language: str) -> Iterator[tuple[str, str]]:
    """The pairs of questions (ids, in order) that cannot stand in one paper."""
    every = [spoken(one, language) for one in questions]
    for place, one in enumerate(every):
        for other in every[place + 1 :]:
            if give_away(one, other):
                yield (min(one.id, other.id), max(one.id, other.id))


def _plain(said: str) -> str:
    return "".join(said.split()).rstrip("。.；;，,").casefold()
