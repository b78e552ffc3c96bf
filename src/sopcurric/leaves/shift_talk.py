"""班前会提问卡: questions for the shift leader before the shift, with answers and where these stand; for staff only."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sopcurric.leaves.card_blocks import bare, gravest_first, listed
from sopcurric.leaves.post import Card, Post
from sopcurric.leaves.step_rows import condition
from sopcurric.linguistics.cues_of_safety import REPORT
from sopcurric.model.address import Address
from sopcurric.model.files.sop_kinds import GRAVE, URGENT
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import TEACHING_STAFF, Block, Paragraph, Table
from sopcurric.model.retell import retell, spoken
from sopcurric.model.said import said
from sopcurric.model.sop import Deviation, EmergencyCard, Interlock, JobSop, Lockout, Parameter, Ppe, Procedure, Step
from sopcurric.model.text import Phrase, Text, sentence

_MANY, _LISTS = 8, 4
"""A card has at most eight questions; there are up to four, so that a month does not repeat itself."""
_ALARM = re.compile(r"报警|\balarm", re.IGNORECASE)
_HAPPENING = re.compile(r"发[现生]|出现|遇|[听看闻接]到|一旦")
"""Beginnings of what happens that need no word before them."""
_SEVERAL = re.compile("[，,；;]")
"""What parts the deeds of a step that has several: the first one may be a look, and the others are not."""
_ENOUGH = 6
"""Where there are fewer for a further card, there is none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, its answer line by line, where that stands, and the elements it is made of."""

    question: Phrase
    answer: tuple[Phrase, ...]
    source: Phrase
    derived_from: tuple[Address, ...]


def cards(post: Post) -> Iterator[Card]:
    """The cards of each plant; what several plants print alike is there once."""
    groups = post.shared(post.sops, lambda sop: _tables(post, sop))
    for group in groups:
        tables = [one for one in group.blocks if isinstance(one, Table)]
        title = post.title_of(group, groups, post.title)
        for number, table in enumerate(tables, start=1):
            own = sentence("cards.talk", title=title, number=number, count=len(tables)) if len(tables) > 1 else title
            lead = Paragraph(
                f"{table.key}/lead", sentence("cards.talk.turns" if len(tables) > 1 else "cards.talk.lead")
            )
            yield Card(own, (lead, table), group.addresses, number, readers=TEACHING_STAFF)


def questions(post: Post, sop: JobSop) -> tuple[tuple[Asked, ...], ...]:
    """The questions of each card: every kind is on every card, as far as there are enough of it."""
    kinds = [_once(kind) for kind in _Questions(post, sop).kinds]
    count = sum(map(len, kinds))
    lists = min(max(count // _ENOUGH, 1), _LISTS)
    found = []
    for number in range(lists):
        own = zip_longest(*(kind[(number + place) % lists :: lists] for place, kind in enumerate(kinds)))
        turns = [one for turn in own for one in turn if one is not None]
        found.append(tuple(turns[:_MANY]))
    return tuple(one for one in found if one)


def _once(asked: Iterable[Asked]) -> list[Asked]:
    return list({one.question: one for one in asked}.values())


def _tables(post: Post, sop: JobSop) -> Iterator[Block]:
    for number, asked in enumerate(questions(post, sop), start=1):
        yield Table(
            f"card/{sop.address}/talk/{number}",
            columns(
                ("column.number", 7),
                ("cards.column.question", 34),
                ("cards.column.answer", 44),
                ("cards.column.source", 15),
                centred=("column.number",),
            ),
            tuple(
                row(
                    (cell(place), cell(one.question, strong=True), cell(*one.answer), cell(one.source)),
                    *one.derived_from,
                )
                for place, one in enumerate(asked, start=1)
            ),
            derived_from=(sop.address,),
        )


@dataclass(frozen=True, slots=True)
class _Questions:
    """What can be asked about one SOP and the documents beside it."""

    post: Post
    sop: JobSop

    @property
    def kinds(self) -> tuple[Iterator[Asked], ...]:
        """The kinds of questions, in the order in which they take turns."""
        return (
            self._standards(),
            self._dangers(),
            self._deviations(),
            self._emergencies(),
            self._protection(),
            self._reasons(),
            self._guards(),
            self._limits(),
        )

    def _documents(self) -> tuple[JobSop, ...]:
        return self.post.documents(self.sop)

    def _steps(self) -> Iterator[tuple[Procedure, Step]]:
        """Steps that are done in every case, of planned work."""
        for document in self._documents():
            for procedure in document.procedures:
                if procedure.phase not in URGENT:
                    yield from ((procedure, one) for one in procedure.deeds if one.number.replace(".", "").isdigit())

    def _standards(self) -> Iterator[Asked]:
        """What must hold after a critical step; after any, where none is critical. Which steps are critical."""
        steps = [*self._steps()]
        critical = [pair for pair in steps if pair[1].critical]
        for procedure, step in critical or steps:
            point = self.post.all.step_points.get(step.address)
            if point and point.standard and not procedure.route:
                looked = point.topic == "inspection" and not _SEVERAL.search(said(point.work))
                asked = sentence("cards.ask.sound" if looked else "cards.ask.standard", work=self._work(step))
                yield Asked(asked, (point.standard,), _step(procedure, step), (step.address,))
        for procedure in dict.fromkeys(procedure for procedure, _ in critical):
            own = [step for one, step in critical if one is procedure]
            if len(own) > 1 and not procedure.route:
                answer = tuple(sentence("numbered", number=step.number, text=self._work(step)) for step in own)
                asked = sentence("cards.ask.critical", title=procedure.title)
                yield Asked(asked, answer, _procedure(procedure), tuple(step.address for step in own))

    def _reasons(self) -> Iterator[Asked]:
        for procedure, step in self._steps():
            if step.reason:
                asked = sentence("cards.ask.reason", work=self._work(step))
                yield Asked(asked, (step.reason,), _step(procedure, step), (step.address,))

    def _work(self, step: Step) -> Phrase:
        point = self.post.all.step_points.get(step.address)
        work: Text = point.work if point else retell(step.text, spoken(step.text))
        if not step.when:
            return work
        return sentence("check.when", when=condition("work.if", step.when, self.post.language), work=work)

    def _dangers(self) -> Iterator[Asked]:
        """Controls of grave hazards, and what is done for people whom they hurt; of all, where none is grave."""
        hazards = gravest_first(self.post.hazards(self.sop))
        for one in [hazard for hazard in hazards if hazard.risk in GRAVE] or hazards:
            if one.controls:
                asked = sentence("cards.ask.controls", title=one.title)
                yield Asked(asked, _numbered(one.controls), _section("hazards"), (one.address,))
            if one.first_aid:
                asked = sentence("cards.ask.first-aid", title=one.title)
                yield Asked(asked, (one.first_aid,), _section("hazards"), (one.address,))

    def _deviations(self) -> Iterator[Asked]:
        for one in (deviation for document in self._documents() for deviation in document.deviations):
            report = (_report(one.report),) if one.report else ()
            if one.actions:
                code = "cards.ask.deviation" if one.report else "cards.ask.deviation.action"
                answer = (*_numbered(one.actions), *report)
                yield Asked(sentence(code, title=one.title), answer, _section("deviations"), (one.address,))
            elif any(way.check for way in one.rows):
                yield self._diagnosis(one)

    @staticmethod
    def _diagnosis(deviation: Deviation) -> Asked:
        answer = tuple(
            sentence("cards.answer.cause", cause=way.cause, check=way.check) if way.check else way.cause
            for way in deviation.rows
        )
        asked = sentence("cards.ask.diagnosis", title=deviation.title)
        return Asked(asked, answer, _section("deviations"), (deviation.address,))

    def _emergencies(self) -> Iterator[Asked]:
        """First actions by emergency cards; the first steps of emergency procedures."""
        for document in self._documents():
            for card in document.emergency_cards:
                if card.actions:
                    yield _of_card(card)
            for procedure in document.procedures:
                if procedure.phase in URGENT and len(procedure.deeds) > 1:
                    first = procedure.deeds[:2]
                    answer = tuple(
                        sentence("numbered", number=n, text=self._work(one)) for n, one in enumerate(first, 1)
                    )
                    asked = self._happened(procedure)
                    yield Asked(asked, answer, _procedure(procedure), tuple(one.address for one in first))

    def _happened(self, procedure: Procedure) -> Phrase:
        """What an emergency procedure is for, as somebody asks about it."""
        if not procedure.trigger:
            return sentence("cards.ask.emergency.named", title=procedure.title)
        trigger = bare(procedure.trigger)
        begun = _HAPPENING.match(trigger.words(self.post.language))
        when = trigger if begun else condition("cards.ask.if", trigger, self.post.language)
        return sentence("cards.ask.emergency", when=when)

    def _protection(self) -> Iterator[Asked]:
        """What is worn for which work and how it is checked; where the SOP does not say, what hazards ask for."""
        listed_for: dict[Text, list[Ppe]] = {}
        for one in (ppe for document in self._documents() for ppe in document.ppe):
            listed_for.setdefault(one.when, []).append(one)
        for when, worn in listed_for.items():
            checked = [one for one in worn if one.check]
            addresses = tuple(one.address for one in worn)
            if when:
                answer = tuple(_worn(one) for one in worn)
                asked = sentence("cards.ask.ppe.check" if checked else "cards.ask.ppe", when=when)
                yield Asked(asked, answer, _section("ppe"), addresses)
            elif checked:
                asked = sentence("cards.ask.check", title=listed(one.title for one in checked))
                yield Asked(asked, tuple(_worn(one) for one in checked), _section("ppe"), addresses)
        if not listed_for:
            for hazard in gravest_first(self.post.hazards(self.sop)):
                if hazard.ppe:
                    asked = sentence("cards.ask.ppe.hazard", title=hazard.title)
                    yield Asked(asked, (listed(hazard.ppe),), _section("hazards"), (hazard.address,))

    def _guards(self) -> Iterator[Asked]:
        """Interlocks and isolation points."""
        elements = [one for document in self._documents() for one in (*document.interlocks, *document.lockouts)]
        for one in elements:
            match one:
                case Interlock() if one.condition and one.action:
                    told = (
                        sentence("cards.answer.condition", text=one.condition),
                        sentence("cards.answer.action", text=one.action),
                    )
                    bypass = (sentence("cards.answer.bypass", text=one.bypass),) if one.bypass else ()
                    code = "cards.ask.interlock" if one.bypass else "cards.ask.interlock.action"
                    yield Asked(
                        sentence(code, title=one.title), (*told, *bypass), _section("interlocks"), (one.address,)
                    )
                case Lockout() if one.method and one.verification:
                    answer = (one.method, sentence("cards.answer.verify", text=one.verification))
                    asked = sentence("cards.ask.lockout", title=one.title)
                    yield Asked(asked, answer, _section("lockouts"), (one.address,))
                case _:
                    pass

    def _limits(self) -> Iterator[Asked]:
        """Ranges of parameters with their alarms."""
        for one in (parameter for document in self._documents() for parameter in document.parameters):
            alarms = _alarms(one)
            if one.range:
                code = "cards.ask.limit.alarm" if alarms else "cards.ask.limit"
                yield Asked(
                    sentence(code, title=one.title), (one.range, *alarms), _section("parameters"), (one.address,)
                )


def _of_card(card: EmergencyCard) -> Asked:
    calls = (sentence("cards.answer.contacts", value=listed(card.contacts)),) if card.contacts else ()
    code = "cards.ask.card.call" if card.contacts else "cards.ask.card"
    answer = (*_numbered(card.actions), *calls)
    return Asked(sentence(code, title=card.title), answer, _section("emergency_cards"), (card.address,))


def _alarms(parameter: Parameter) -> tuple[Phrase, ...]:
    levels = tuple(sentence(f"cards.alarm.{sign}", value=text) for sign, text in parameter.alarms.levels)
    if not parameter.alarm:
        return levels
    told = _ALARM.search(said(parameter.alarm))
    return (parameter.alarm if told else sentence("limit.alarm", value=parameter.alarm), *levels)


def _report(text: Text) -> Phrase:
    return text if REPORT.search(said(text)) else sentence("cards.answer.report", text=text)


def _worn(ppe: Ppe) -> Phrase:
    return sentence("cards.answer.worn", title=ppe.title, check=ppe.check) if ppe.check else ppe.title


def _numbered(texts: Sequence[Text]) -> tuple[Phrase, ...]:
    if len(texts) == 1:
        return (texts[0],)
    return tuple(sentence("numbered", number=n, text=text) for n, text in enumerate(texts, start=1))


def _procedure(procedure: Procedure) -> Phrase:
    return sentence("cards.source.procedure", title=procedure.title)


def _step(procedure: Procedure, step: Step) -> Phrase:
    return sentence("cards.source.step", title=procedure.title, number=step.number)


def _section(name: str) -> Phrase:
    return sentence("cards.source.section", section=sentence(f"section.{name}"))
