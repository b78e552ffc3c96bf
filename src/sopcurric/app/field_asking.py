"""Questions about fields that nobody has decided how to teach: asked of the plant only, and never kept anywhere.

They hold raw words, so they are made from what declassification did and stand in no compilation and no cache. What an
answer becomes is a decision in `policies/`, which does not leave the plant, either.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.app.classifying import Classifier
from sopcurric.deciding.asking import choice, chosen, shown
from sopcurric.model.compilation import Compilation
from sopcurric.model.handling import Handled
from sopcurric.model.question import Answer, Choice, Question, Record
from sopcurric.model.text import Language, Phrase, Text, sentence
from sopcurric.plugin import AnswerError, QuestionKind
from sopcurric.secrecy.paths import parts_in
from sopcurric.secrecy.taught import Fault, answers_values, fault_of, holds_value, proposed

FIELD = "undecided_field"
"""The name of the kind."""
TEACH, WORDS, LEAVE_OUT, OPEN = "teach", "words", "leave-out", "open"
"""The choices: the proposed words, other words, nothing, what stands there."""
_WHOLE = "*"
_SOURCE = re.compile(r"\s*[|｜]\s*")
_LANGUAGE = re.compile(r"\s*(?P<language>[a-z]{2})\s*[:：]\s*(?P<words>.*\S)\s*")
_FAULTS: Mapping[Fault, str] = {
    "open": "ask.error.field-open",
    "outside": "ask.error.field-outside",
    "wide": "ask.error.field-wide",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """An undecided field, what is asked about it, and the words by language that are proposed (nothing if none are)."""

    row: Handled
    question: Question
    proposal: Mapping[str, str]


class FieldQuestions:
    """The undecided fields of a repository as questions."""

    def __init__(self, classifier: Classifier, language: Language) -> None:
        """Take what was made of the files, and the language that people write in."""
        self._classifier = classifier
        self._language = language

    @property
    def kind(self) -> QuestionKind:
        """The kind of these questions; unlike others, it looks at no compilation."""
        return QuestionKind(FIELD, rank=0, ask=self._ask, decide=self._decide)

    @cached_property
    def waiting(self) -> Mapping[str, Waiting]:
        """What waits for an answer, by question: first what is gone as a whole, that on which most hangs at the top."""
        hung = {row: self._hung(row) for row in self._rows}
        order = sorted(self._rows, key=lambda row: (not row.whole, -hung[row]))
        made = (self._waiting(row) for row in order)
        return {one.question.id: one for one in made}

    @cached_property
    def _rows(self) -> tuple[Handled, ...]:
        return tuple(one for one in self._classifier.handled() if one.state == "undecided")

    @cached_property
    def _links(self) -> Mapping[tuple[str, str], int]:
        """How many links of a document lead to elements of a name."""
        found: Counter[tuple[str, str]] = Counter()
        for document in {row.place.document for row in self._rows}:
            parts = parts_in(self._classifier.reading(document).meant)
            found.update((document, one.words[0][1].rpartition("/")[2]) for one in parts if one.kind == "link")
        return found

    def _hung(self, row: Handled) -> int:
        return self._links.get((row.place.document, row.at.rpartition("/")[2]), 0) if row.whole else 0

    def _ask(self, _compilation: Compilation) -> Iterable[Question]:
        return (one.question for one in self.waiting.values())

    def _decide(self, _compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
        if question.id not in self.waiting:
            raise AnswerError("ask.error.gone")
        return (self._record(self.waiting[question.id], answer),)

    # Asking

    def _waiting(self, row: Handled) -> Waiting:
        proposal, whole = self._proposal(row)
        question = Question(
            kind=FIELD,
            key=f"{row.place.document}\x1f{row.at}\x1f{row.key}",
            roles=("plant",),
            ask=sentence("ask.field.whole" if row.whole else "ask.field", element=row.at, field=_named(row)),
            shown=(
                shown("field-raw", _said(row.raw, self._language)),
                shown("field-document", Text.plain(self._language, row.place.document)),
                shown("field-class", self._class(row)),
                shown("field-level", sentence(f"level.{row.level}")),
            ),
            choices=tuple(self._choices(row, proposal)),
            seen="",
            about=(row.place.document,),
            proposal=TEACH if proposal and whole else "",
            free=self._free(row),
            plain=(LEAVE_OUT, WORDS),
        )
        return Waiting(row, question, proposal)

    def _class(self, row: Handled) -> Phrase:
        how = self._classifier.policies.rules.named(row.sort)
        return how.title if how is not None else sentence("none")

    def _choices(self, row: Handled, proposal: Mapping[str, str]) -> Iterator[Choice]:
        if proposal:
            taught = _said(tuple(proposal.items()), self._language)
            yield Choice(TEACH, sentence("ask.choice.field-teach", taught=taught))
        if row.key != _WHOLE:
            yield choice(WORDS, "field-words")
        yield choice(LEAVE_OUT, "field-leave-out")
        yield choice(OPEN, "field-open")

    def _free(self, row: Handled) -> Phrase | None:
        if row.key == _WHOLE:
            return None
        return sentence("ask.free.field" if len(row.raw) == 1 else "ask.free.field-languages")

    def _proposal(self, row: Handled) -> tuple[Mapping[str, str], bool]:
        """What could be taught by language, as far as that can be computed, and whether no figure is left in it."""
        if row.key == _WHOLE:
            return {}, False
        rules = self._classifier.policies.rules
        names = {raw: (other, row.level) for raw, other in self._classifier.names.items()}
        made = {one: proposed(words, row.sort, rules, names, one or self._language) for one, words in row.raw}
        found = {one: told for one, told in made.items() if told is not None}
        if len(found) != len(row.raw):
            return {}, False
        return {one: told.words for one, told in found.items()}, all(told.whole for told in found.values())

    # Answers

    def _record(self, one: Waiting, answer: Answer) -> Record:
        """A decision without who, when and why.

        Raises:
            AnswerError: the words cannot be taught.
        """
        row = one.row
        about = {"document": row.place.document, "at": row.at, "key": row.key}
        match chosen(one.question, answer, worded=(WORDS,)):
            case "teach":
                return {**about, "operation": "generalise", "taught": _bare(one.proposal)}
            case "words":
                return {**about, **self._worded(row, answer.words)}
            case "open":
                return {**about, "operation": "keep"}
            case _:
                return {**about, "operation": "drop"}

    def _worded(self, row: Handled, typed: str) -> Record:
        said, *source = _SOURCE.split(typed.strip(), maxsplit=1)
        given = _by_language(said, tuple(language for language, _ in row.raw))
        rules = self._classifier.policies.rules
        if not said or (source and not source[0]):
            raise AnswerError("ask.error.no-words")
        pairs = [(raw, given.get(language, said)) for language, raw in row.raw]
        for raw, taught in pairs:
            fault = "open" if _loose(raw) == _loose(taught) else fault_of(raw, taught, row.sort, rules)
            if fault and not (source and fault != "open"):
                raise AnswerError(_FAULTS[fault])
        if source:
            return {"operation": "replace", "taught": _bare(given), "source": source[0]}
        valued = [(raw, taught) for raw, taught in pairs if holds_value(taught, row.sort, rules)]
        if not valued:
            return {"operation": "replace", "taught": _bare(given)}
        if not all(answers_values(raw, taught, row.sort, rules) for raw, taught in valued):
            raise AnswerError("ask.error.field-source")
        return {"operation": "generalise", "taught": _bare(given)}


def _named(row: Handled) -> Phrase | str:
    return sentence("ask.field.all") if row.key == _WHOLE else row.key


def _said(words: tuple[tuple[str, str], ...], language: Language) -> Phrase:
    """Words by language as one text, each wording with its language where there are several."""
    if len(words) > 1:
        return Text.plain(language, "\n".join(f"{one}: {said}" if one else said for one, said in words))
    return Text.plain(language, words[0][1] if words else "")


def _by_language(typed: str, languages: tuple[str, ...]) -> Mapping[str, str]:
    """What was typed, by language where every line begins with one; else the same words for all (empty)."""
    found = [_LANGUAGE.fullmatch(line) for line in typed.splitlines() if line.strip()]
    named = {one["language"]: one["words"] for one in found if one}
    fits = len(named) == len(found) and named.keys() == set(languages)
    return named if fits else {"": typed}


def _bare(words: Mapping[str, str]) -> str | Mapping[str, str]:
    return words[""] if words.keys() == {""} else dict(words)


def _loose(words: str) -> str:
    return "".join(words.split()).casefold()
