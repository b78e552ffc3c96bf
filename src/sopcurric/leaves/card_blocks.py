"""What several cards have alike: dangers and protection, what is forbidden, whom to call, the table of steps."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from sopcurric.leaves.post import Post
from sopcurric.leaves.step_rows import condition, told_by
from sopcurric.leaves.task_view import enumeration, joined
from sopcurric.linguistics.cues_of_safety import PROHIBITED
from sopcurric.linguistics.shared_words import terms
from sopcurric.model.address import Address
from sopcurric.model.files.sop_kinds import GRAVE, Risk
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import Callout, Cell, Column, Field, Item, Row, Table
from sopcurric.model.retell import retell, spoken
from sopcurric.model.said import said
from sopcurric.model.sop import (
    EmergencyCard,
    Hazard,
    Interlock,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Procedure,
    QualityCheck,
    Step,
)
from sopcurric.model.text import Phrase, Text, sentence

_CLAUSE = re.compile(r"[，,；;。]\s*|、(?=严禁|禁止|不得)")
_FORBIDDING = re.compile(r"(?:严禁|禁止|切勿|不准|不许)|不得.{4}|(?:never|do not)\b", re.IGNORECASE)
"""Words that begin a clause which says by itself what is forbidden."""
_SEVEREST = (Risk.MAJOR, Risk.LARGER, Risk.GENERAL, Risk.LOW)


def listed(phrases: Iterable[Phrase]) -> Phrase:
    """Short things side by side, each once."""
    return joined("cards.and", tuple(dict.fromkeys(phrases)))


def bare(text: Text) -> Text:
    """A text without the mark that it ends with, to stand inside a sentence."""
    return retell(text, spoken(text))


def gravest_first(hazards: Iterable[Hazard]) -> list[Hazard]:
    """Hazards by their level, the gravest first."""
    return sorted(hazards, key=lambda one: _SEVEREST.index(one.risk))


def level_of(hazard: Hazard) -> Phrase:
    """The level of risk in words, with its colour."""
    return sentence(f"cards.level.{hazard.risk.value}")


# --- Dangers and protection ------------------------------------------------------------------------------------------


def dangers(post: Post, procedure: Procedure, key: str, *, brief: bool = False) -> Iterator[Callout]:
    """The dangers of a procedure with a control each, what is worn, and what must be there before it is begun.

    Where it must be `brief`, dangers of one level stand side by side, and nothing is said of what must be there.
    """
    hazards = gravest_first(post.named_by(procedure, Hazard))
    words = frozenset(terms(post.all.said[procedure.address]))
    told = _by_level(hazards) if brief else (item(_guard(one, words), one.address) for one in hazards)
    guards = () if brief else _guards(post, procedure)
    items = (*told, *_worn(post, procedure, hazards), *guards)
    if items:
        grave = any(one.risk in GRAVE for one in hazards)
        yield Callout(f"{key}/dangers", sentence("cards.dangers"), items, tone="danger" if grave else "caution")


def _by_level(hazards: list[Hazard]) -> Iterator[Item]:
    for _, same in groupby(hazards, key=lambda one: one.risk):
        own = [*same]
        titles = enumeration(one.title for one in own)
        yield item(sentence("cards.hazard.bare", level=level_of(own[0]), title=titles), *(one.address for one in own))


def _guard(hazard: Hazard, words: frozenset[str]) -> Phrase:
    """A hazard with the control that has most to do with the words of the procedure, the first of equals."""
    controls = [one for one in hazard.controls if not _forbidden(one)] or hazard.controls
    if not controls:
        return sentence("cards.hazard.bare", level=level_of(hazard), title=hazard.title)
    nearest = max(controls, key=lambda one: len(words.intersection(terms(said(one)))))
    return sentence("cards.hazard", level=level_of(hazard), title=hazard.title, control=bare(nearest))


def _worn(post: Post, procedure: Procedure, hazards: list[Hazard]) -> Iterator[Item]:
    worn = post.named_by(procedure, Ppe)
    ppe: tuple[Phrase, ...] = (*(one.title for one in worn), *(text for one in hazards for text in one.ppe))
    sources = (*(one.address for one in worn), *(one.address for one in hazards if one.ppe))
    if ppe:
        yield item(sentence("cards.ppe", value=listed(ppe)), *sources)


def _guards(post: Post, procedure: Procedure) -> Iterator[Item]:
    permits, locks = post.named_by(procedure, Permit), post.named_by(procedure, Lockout)
    interlocks = post.named_by(procedure, Interlock)
    if permits:
        yield item(sentence("cards.permits", value=listed(one.title for one in permits)), *_of(permits))
    if locks:
        yield item(sentence("cards.lockouts", value=listed(one.title for one in locks)), *_of(locks))
    if interlocks:
        yield item(sentence("cards.interlocks", value=listed(one.title for one in interlocks)), *_of(interlocks))


def _of(elements: Iterable[Interlock | Lockout | Permit | Ppe]) -> tuple[Address, ...]:
    return tuple(one.address for one in elements)


def prohibitions(post: Post, procedure: Procedure, key: str) -> Iterator[Callout]:
    """What must not be done: what controls of hazards forbid; interlocks, permits and locks may not be passed by."""
    hazards = gravest_first(post.named_by(procedure, Hazard))
    found: dict[Phrase, list[Address]] = {}
    for hazard in hazards:
        for control in filter(_forbidden, hazard.controls):
            found.setdefault(_ban(control), []).append(hazard.address)
    interlocks, permits = post.named_by(procedure, Interlock), post.named_by(procedure, Permit)
    locks = post.named_by(procedure, Lockout)
    told = (("cards.no.interlock", interlocks), ("cards.no.permit", permits), ("cards.no.lockout", locks))
    for code, guards in told:
        if guards:
            found[sentence(code, value=listed(one.title for one in guards))] = [*_of(guards)]
    items = tuple(item(phrase, *addresses) for phrase, addresses in found.items())
    if items:
        yield Callout(f"{key}/forbidden", sentence("cards.forbidden"), items, tone="danger")


def _forbidden(text: Text) -> bool:
    return bool(PROHIBITED.search(said(text)))


def _ban(text: Text) -> Text:
    """The clause of a control that forbids something, where it can stand alone; else the control."""
    clauses = {
        language: next((one for one in _CLAUSE.split(words) if _FORBIDDING.match(one)), "")
        for language, words in spoken(text).items()
    }
    return retell(text, clauses) if clauses and all(clauses.values()) else text


# --- Whom to call ----------------------------------------------------------------------------------------------------


def contacts(post: Post, cards: Iterable[EmergencyCard], member: Address) -> Field:
    """Whom to call: what emergency cards say; where they say nothing, the one to whom the job reports."""
    named = [one for one in cards if one.contacts]
    called: list[Phrase] = [contact for one in named for contact in one.contacts]
    if called:
        return field("cards.contacts", listed(called), *(one.address for one in named))
    sops = [sop for sop in post.used_by((member,)) if sop.reports_to]
    who = listed(sop.reports_to for sop in sops) if sops else None
    return field("cards.contacts", who, *(sop.address for sop in sops))


# --- Steps -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Steps:
    """The table of the steps of a procedure; columns in which nothing would stand are left out."""

    post: Post
    procedure: Procedure

    def table(self, key: str, title: str) -> Table:
        """The table; `title` is the code of what it is called."""
        named = (
            ("column.number", 9),
            *((("cards.column.actor", 14),) if self._turns else ()),
            (title, 42 if self._standards else 70),
            *((("column.standard", 34),) if self._standards else ()),
            ("column.done", 10),
        )
        shown = columns(*named, centred=("column.number", "cards.column.actor", "column.done"))
        return Table(key, shown, tuple(self._rows(shown)), derived_from=(self.procedure.address,))

    @property
    def _turns(self) -> bool:
        """Whether those who act have a column: where several do, and most steps say who."""
        actors = [step.actor for step in self.procedure.deeds if step.actor]
        return len(set(actors)) > 1 and len(actors) * 2 > len(self.procedure.deeds)

    @property
    def _standards(self) -> bool:
        return any(self._standard(step)[0] for step in self.procedure.steps)

    def _rows(self, shown: tuple[Column, ...]) -> Iterator[Row]:
        width = len(shown)
        following = (*self.procedure.steps[1:], None)
        for step, after in zip(self.procedure.steps, following, strict=False):
            if step.branch:
                when = condition("work.if", step.branch, self.post.language)
                letter = step.number.rsplit(".", 1)[0]
                way = sentence("work.branch", number=letter, when=when)
                yield row((Cell((way,), columns=width, strong=True, tone="note"),), step.address)
            for text in step.warnings:
                yield row((_across(width, "danger", "work.warning", text),), step.address)
            for text in step.cautions:
                yield row((_across(width, "caution", "work.caution", text),), step.address)
            yield self._row(step, leads=after is not None and after.depth > step.depth)
            if step.hold:
                yield row((replace(_across(width, "caution", "work.hold", step.hold), strong=True),), step.address)

    def _row(self, step: Step, *, leads: bool) -> Row:
        standard, sources = self._standard(step)
        deed = self._deed(step, leads=leads)
        turn = (cell(step.actor),) if self._turns else ()
        measured = (cell(*standard),) if self._standards else ()
        box = cell() if leads and not (step.critical or standard) else cell(sentence("box"))
        number = cell(step.number)
        return row((number, *turn, Cell(deed, strong=step.critical or leads), *measured, box), step.address, *sources)

    def _deed(self, step: Step, *, leads: bool) -> tuple[Phrase, ...]:
        point = self.post.all.step_points.get(step.address)
        work: Phrase = point.work if point else step.text
        if leads and not (point and point.standard):
            work = sentence("work.lead", text=retell(step.text, spoken(step.text)))
        when = condition("work.when", step.when, self.post.language) if step.when else None
        lines = (
            sentence("work.then", when=when) if when else None,
            sentence("work.critical", text=work) if step.critical else work,
            sentence("work.duration", value=step.duration) if step.duration else None,
            sentence("work.actor", actor=step.actor) if step.actor and not self._turns else None,
        )
        return tuple(one for one in lines if one)

    def _standard(self, step: Step) -> tuple[tuple[Phrase, ...], tuple[Address, ...]]:
        """What must hold when a step is done, and the elements that say so; what the step says is not repeated."""
        point = self.post.all.step_points.get(step.address)
        standard = point.standard if point else step.criterion
        parameters = [
            one for one in self.post.elements(step.parameters, Parameter) if one.range and not told_by(step, one)
        ]
        quality = self.post.elements(step.quality, QualityCheck)
        phrases: tuple[Phrase, ...] = (
            *((standard,) if standard else ()),
            *(sentence("work.range", title=one.title, range=one.range) for one in parameters),
            *(sentence("work.range", title=one.title, range=one.criterion) for one in quality),
        )
        return phrases, (*(one.address for one in parameters), *(one.address for one in quality))


def _across(width: int, tone: str, code: str, text: Phrase) -> Cell:
    return Cell((sentence(code, text=text),), columns=width, strong=tone == "danger", tone=tone)  # type: ignore[arg-type]
