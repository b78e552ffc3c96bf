"""Whether a decision still holds, where what it was made on has changed since."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.deciding.asking import choice, chosen, deciders, decision_asked, keyed, lines, said, shown
from sopcurric.deciding.recording import kept, withdrawn
from sopcurric.deciding.subjects import Written
from sopcurric.deciding.telling import Teller, kind_of
from sopcurric.model.block_words import block_lines
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Mark, Named, Verdict
from sopcurric.model.files.decision import Decision, Hide, LeafDecision, Rewrite
from sopcurric.model.publication import Block, Leaf
from sopcurric.model.question import Answer, Question, Record
from sopcurric.model.text import Phrase, Text, sentence
from sopcurric.plugin import QuestionKind


def _ask(compilation: Compilation) -> Iterator[Question]:
    teller = Teller(compilation)
    present = _Present(compilation, teller)
    for named, verdict in _stale(compilation):
        yield _question(named, verdict, present.told(named, verdict), teller)


def _stale(compilation: Compilation) -> Iterator[tuple[Named[Decision], Verdict]]:
    """Decisions of which what they saw has changed; rewritten blocks are asked about by a kind of their own."""
    for verdict in compilation.verdicts:
        named = compilation.decisions[verdict.decision]
        if verdict.kind == "stale" and not isinstance(named.decision, Rewrite):
            yield named, verdict


def _question(named: Named[Decision], verdict: Verdict, present: Phrase, teller: Teller) -> Question:
    beside = (*teller.shown(named), shown("present", present))
    return Question(
        kind="stale_decision",
        key=keyed(named.name, *beside),
        roles=deciders(teller.compilation.inputs.profile, named.decision.decide, "withdraw"),
        ask=sentence("ask.stale", kind=kind_of(named)),
        shown=beside,
        choices=(choice("keep"), choice("withdraw")),
        seen=verdict.seen,
        about=(named.address, *verdict.subjects),
    )


@dataclass(frozen=True)
class _Present:
    """What is there now."""

    compilation: Compilation
    teller: Teller

    def told(self, named: Named[Decision], verdict: Verdict) -> Phrase:
        """What a decision is about as it is now, and what is computed where it put something else."""
        decision, language = named.decision, self.compilation.inputs.settings.language
        if isinstance(decision, LeafDecision):
            leaf = self._leaves.get(verdict.subjects[0])
            blocks = leaf.blocks if leaf else ()
            if isinstance(decision, Hide):
                hidden = (block for block in blocks if block.key == decision.block)
                return said((line for block in hidden for line in block_lines(block, language)), language)
            return said((_beginning(block, language) for block in blocks), language)
        computed = (_computed(mark) for mark in self._marks.get(named.name, ()))
        return lines((*(self._subject(one) for one in verdict.subjects), *computed))

    def _subject(self, name: str) -> Phrase:
        """An element in its own words, anything else by its title."""
        own = self._written.words.get(name)
        return (
            Text.plain(self.compilation.inputs.settings.language, " / ".join(own)) if own else self.teller.title(name)
        )

    @cached_property
    def _written(self) -> Written:
        return Written(self.compilation.inputs.sops)

    @cached_property
    def _leaves(self) -> Mapping[str, Leaf]:
        return {leaf.id: leaf for binder in self.compilation.computed for leaf in binder.leaves}

    @cached_property
    def _marks(self) -> Mapping[str, tuple[Mark, ...]]:
        """What had been computed, by the decision that put something else in its place."""
        found: dict[str, dict[Mark, None]] = {}
        for mark in _all_marks(self.compilation):
            if mark.computed:
                found.setdefault(mark.decision, {})[mark] = None
        return {name: tuple(marks) for name, marks in found.items()}


def _beginning(block: Block, language: str) -> str:
    return next(iter(block_lines(block, language)), block.key)


def _computed(mark: Mark) -> Phrase:
    return sentence("ask.computed", part=sentence(f"part.{mark.part}"), computed=mark.computed)


def _all_marks(compilation: Compilation) -> Iterator[Mark]:
    for profile in compilation.profiles:
        for competency in profile.competencies:
            yield from competency.decided
    for task in compilation.catalogue.tasks:
        yield from task.decided
    for course in compilation.design.courses:
        yield from course.decided
        for module in course.modules:
            yield from module.decided
            for learning in module.tasks:
                yield from learning.decided


def _decide(compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    taken = chosen(question, answer)
    named = decision_asked(compilation, question)
    if taken == "withdraw":
        return (withdrawn(named.name),)
    return (kept(named, question.seen, compilation.inputs.settings.language),)


QUESTION = QuestionKind(name="stale_decision", rank=10, ask=_ask, decide=_decide)
