"""What becomes of a decision whose subject is no longer there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.deciding.asking import (
    choice,
    chosen,
    deciders,
    decision_asked,
    excerpt,
    keyed,
    lines,
    shown,
)
from sopcurric.deciding.recording import withdrawn
from sopcurric.deciding.telling import Teller, kind_of
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, Verdict, sight
from sopcurric.model.files.decision import Decision, DecisionKind, Readdress
from sopcurric.model.question import Answer, Question, Record
from sopcurric.model.text import sentence
from sopcurric.plugin import AnswerError, QuestionKind

_MOST = 6
_BETWEEN = re.compile(r"[\s,;，；、]+")
_ADDRESS = re.compile(r"[^/#@\s]+(?:/[^/#@\s]+)+")


def _ask(compilation: Compilation) -> Iterator[Question]:
    teller, likely = Teller(compilation), _Likely(compilation)
    for verdict in compilation.verdicts:
        if verdict.kind == "gone":
            yield _question(compilation.decisions[verdict.decision], verdict, teller, likely)


def _question(named: Named[Decision], verdict: Verdict, teller: Teller, likely: "_Likely") -> Question:
    missing = _addresses(named, verdict, teller.compilation)
    candidates = tuple(dict.fromkeys(one for address in missing for one in likely.successors(address)))
    kinds: tuple[DecisionKind, ...] = ("readdress",) if missing else ()
    beside = (
        *teller.shown(named),
        shown(
            "split" if verdict.reason == "split" else "missing",
            lines(sentence("plain", value=name) for name in missing or verdict.subjects),
        ),
        *((shown("candidates", lines(map(teller.called, candidates))),) if candidates else ()),
    )
    return Question(
        kind="lost_decision",
        key=keyed(named.name, *beside),
        roles=deciders(teller.compilation.inputs.profile, named.decision.decide, "withdraw", *kinds),
        ask=sentence("ask.lost.split" if verdict.reason == "split" else "ask.lost", kind=kind_of(named)),
        shown=beside,
        choices=(choice("withdraw"), *((choice("readdress"),) if missing else ())),
        seen=sight(named.name, verdict.reason, *missing, *candidates),
        about=(named.address, *(missing or verdict.subjects)),
        free=sentence("ask.free.readdress") if missing else None,
    )


def _addresses(named: Named[Decision], verdict: Verdict, compilation: Compilation) -> tuple[Address, ...]:
    """The addresses that could have become others; nothing where something else than an address is missing.

    Where the new address of a decision that readdresses is missing, another new address is wanted for the same.
    """
    if isinstance(named.decision, Readdress):
        return named.decision.on
    if verdict.reason not in ("missing", "leaf"):
        return ()
    gone = tuple(dict.fromkeys(name.partition("#")[0] for name in verdict.subjects))
    lost = all(_ADDRESS.fullmatch(name) and name not in compilation.titles for name in gone)
    return gone if lost else ()


@dataclass(frozen=True)
class _Likely:
    """Where things may stand now."""

    compilation: Compilation

    def successors(self, gone: Address) -> Sequence[Address]:
        """Things of the same name in other jobs, then those of the job that the lock does not know yet."""
        same = self._by_name.get(gone.partition("/")[2], ())
        new = (one for one in self._by_place.get(gone.rpartition("/")[0], ()) if one not in self._held)
        return [*dict.fromkeys((*same, *new))][:_MOST]

    @cached_property
    def _held(self) -> frozenset[Address]:
        return frozenset(one.member for one in self.compilation.inputs.lock.held)

    @cached_property
    def _by_name(self) -> Mapping[str, list[Address]]:
        """Procedures and elements by what follows the job."""
        return _sorted_out((one.partition("/")[2], one) for one in self._all)

    @cached_property
    def _by_place(self) -> Mapping[str, list[Address]]:
        """Procedures by their job, elements by the section of it."""
        return _sorted_out((one.rpartition("/")[0], one) for one in self._all)

    @cached_property
    def _all(self) -> tuple[Address, ...]:
        return (*self.compilation.procedures, *self.compilation.elements)


def _sorted_out(pairs: Iterable[tuple[str, Address]]) -> Mapping[str, list[Address]]:
    found: dict[str, list[Address]] = {}
    for key, address in pairs:
        found.setdefault(key, []).append(address)
    return found


def _decide(compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    taken = chosen(question, answer, worded=("readdress",))
    named = decision_asked(compilation, question)
    if taken == "withdraw":
        return (withdrawn(named.name),)
    old = question.about[1:]
    new = [word for word in _BETWEEN.split(answer.words.strip()) if word]
    if len(new) != len(old):
        raise AnswerError("ask.error.number", wanted=len(old), found=len(new))
    for before, now in zip(old, new, strict=True):
        _look_up(before, now, compilation)
    replaced = {"replaces": [named.name]} if isinstance(named.decision, Readdress) else {}
    return tuple(
        {"decide": "readdress", "on": [before], "now": now, **replaced} for before, now in zip(old, new, strict=True)
    )


def _look_up(before: Address, now: Address, compilation: Compilation) -> None:
    """Refuse an address that is not there, or that is one of something else than what is gone.

    Raises:
        AnswerError: it is one of these.
    """
    if now not in compilation.titles:
        raise AnswerError("ask.error.address", found=excerpt(now))
    if before.count("/") != now.count("/") or ("/" in now and _section(before) != _section(now)):
        raise AnswerError("ask.error.same-kind", found=excerpt(now))


def _section(address: Address) -> str:
    """The section that an element stands in; nothing for a procedure."""
    return address.partition("/")[2].rpartition("/")[0]


QUESTION = QuestionKind(name="lost_decision", rank=15, ask=_ask, decide=_decide)
