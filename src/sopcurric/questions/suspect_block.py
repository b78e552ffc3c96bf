"""Whether what a teacher rewrote still holds, where its source has changed since."""

from collections.abc import Iterable, Iterator

from sopcurric.deciding.asking import (
    choice,
    chosen,
    deciders,
    decision_asked,
    excerpt,
    keyed,
    said,
    shown,
    takeable,
)
from sopcurric.deciding.leaf_names import Leaves
from sopcurric.deciding.recording import kept, withdrawn
from sopcurric.deciding.telling import Teller, by_whom
from sopcurric.model.block_words import block_lines
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, Verdict
from sopcurric.model.files.decision import Decision, DecisionKind, Rewrite
from sopcurric.model.markup import written
from sopcurric.model.provenance import block_sources
from sopcurric.model.publication import Block, Fields, Leaf, Table
from sopcurric.model.question import Answer, Question, Record, Shown
from sopcurric.model.sop import Hazard
from sopcurric.model.text import sentence
from sopcurric.plugin import AnswerError, QuestionKind


def _ask(compilation: Compilation) -> Iterator[Question]:
    leaves = Leaves(compilation.computed)
    teller = Teller(compilation)
    for named, decision, verdict in _suspects(compilation):
        yield _question(named, decision, verdict, leaves, teller)


def _suspects(compilation: Compilation) -> Iterator[tuple[Named[Decision], Rewrite, Verdict]]:
    for verdict in compilation.verdicts:
        named = compilation.decisions[verdict.decision]
        if verdict.kind == "stale" and isinstance(named.decision, Rewrite):
            yield named, named.decision, verdict


def _question(named: Named[Decision], decision: Rewrite, verdict: Verdict, leaves: Leaves, teller: Teller) -> Question:
    compilation = teller.compilation
    language = compilation.inputs.settings.language
    leaf = leaves.named(verdict.subjects[0])
    block = _block(leaf, decision.block)
    kinds: tuple[DecisionKind, ...] = ("rewrite", "withdraw")
    roles = deciders(compilation.inputs.profile, *kinds)
    if block and any(isinstance(compilation.elements.get(one), Hazard) for one in block_sources(block)):
        keepers = compilation.inputs.profile.authority.get("safety", roles)
        roles = tuple(role for role in roles if role in keepers) or roles
    title = teller.title(verdict.subjects[0])
    beside = (
        shown("mine", teller.authored(decision.text)),
        *((shown("then", said(verdict.then, language)),) if verdict.then else ()),
        shown("now", said(verdict.now, language)),
        shown("by", by_whom(named)),
    )
    tabular = isinstance(block, Table | Fields)
    how = (_how_to_reword(leaves.called(leaf)),) if leaf and tabular else ()
    reword = () if tabular else (choice("reword"),)
    return Question(
        kind="suspect_block",
        key=keyed(named.name, title, *beside),
        roles=roles,
        ask=sentence("ask.suspect", leaf=title),
        shown=(*beside, *how),
        choices=(choice("keep", "keep-words"), choice("computed"), *reword),
        seen=verdict.seen,
        about=(named.address, *verdict.subjects),
        free=sentence("ask.free.reword") if reword else None,
    )


def _how_to_reword(leaf: str) -> Shown:
    """How to write a table anew, since words typed as an answer would make paragraphs of it."""
    return Shown(sentence("decided.label.reword"), sentence("decided.how.reword", leaf=leaf))


def _block(leaf: Leaf | None, key: str) -> Block | None:
    return next((block for block in leaf.blocks if block.key == key), None) if leaf else None


def _decide(compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    taken = chosen(question, answer, worded=("reword",))
    named = decision_asked(compilation, question)
    if taken == "computed":
        return (withdrawn(named.name),)
    language = compilation.inputs.settings.language
    record = {**kept(named, question.seen, language), "saw": _saw(compilation, question)}
    if taken == "reword":
        record["text"] = _paragraphs(answer.words)
    return (record,)


def _saw(compilation: Compilation, question: Question) -> list[str]:
    """What is computed for the block, line by line as a person would type it; lines that no file may hold are out."""
    _, leaf_name, key = question.about
    language = compilation.inputs.settings.language
    leaves = (leaf for binder in compilation.computed for leaf in binder.leaves if leaf.id == leaf_name)
    block = _block(next(leaves, None), key)
    return [line for line in block_lines(block, language, written) if takeable(line)] if block else []


def _paragraphs(words: str) -> list[str]:
    """A paragraph for each line that somebody typed."""
    typed = [line.strip() for line in words.splitlines() if line.strip()]
    for line in typed:
        if not takeable(line):
            raise AnswerError("ask.error.words", found=excerpt(line))
    return typed


QUESTION = QuestionKind(name="suspect_block", rank=5, ask=_ask, decide=_decide)
