"""What a typical task is described by: its title, its work process and the five analysis fields, from all members.

The template is that of 典型工作任务描述: 工作过程, 工作对象, 工具材料设备资料, 工作方法, 劳动组织方式, 工作要求
(recalled from 工学一体化课程标准 and the BAG literature, not read again).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.linguistics.features import is_bare
from sopcurric.linguistics.levels import VerbLevel
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.statement import parse_statement
from sopcurric.model.address import Address
from sopcurric.model.competency import Competency, Point
from sopcurric.model.competency_parts import is_deed
from sopcurric.model.enumerating import joined, single
from sopcurric.model.files.sop_kinds import URGENT, Phase
from sopcurric.model.naming import named
from sopcurric.model.retell import retell, spoken
from sopcurric.model.saying import words
from sopcurric.model.sop import JobSop, Procedure, SopElement, Step
from sopcurric.model.text import Phrase, Text, sentence

_EDGES = " \n。.；;"
"""With what a phrase may end without saying anything else."""
_NO_THING = re.compile(r"(?:sure|certain|that|if|before|after|during|from|to|in|on|at|with|by|for)\b", re.IGNORECASE)
"""How words begin that stand where an object would, but are none (make sure that …)."""
SHOWN = 8
"""So many steps of a phase are told; of more, their number."""
_EARLY = frozenset({VerbLevel.PREPARE, VerbLevel.PROTECT, VerbLevel.RECALL, VerbLevel.EXPLAIN})
_LATE = frozenset({VerbLevel.RECORD, VerbLevel.COMMUNICATE})
_LOOKING = frozenset({VerbLevel.PERCEIVE, VerbLevel.VERIFY, VerbLevel.MEASURE})
"""What is looked at before the work prepares it, what is looked at after it evaluates it …"""
_ALL_LOOKING = frozenset({Phase.PREPARATION, Phase.QUALITY, Phase.INSPECTION, Phase.HANDOVER})
"""… but in these phases looking is the work itself."""


@dataclass(frozen=True, eq=False)
class Member:
    """A procedure of a task with its SOP and what was made of it; `holders` are the jobs whose work it is.

    `titles` are those of the elements of its SOP, `points` those of its steps by address; `place` is that of the SOP
    among all. Each is what it is: members are made once, and never compared by what they hold.
    """

    sop: JobSop
    procedure: Procedure
    competency: Competency
    holders: tuple[JobSop, ...]
    titles: Mapping[Address, Phrase]
    points: Mapping[Address, Point]
    place: int = 0
    lexicon: Lexicon = BUILT_IN

    @property
    def language(self) -> str:
        """The language that its SOP is written in."""
        return self.sop.language

    @cached_property
    def things(self) -> Mapping[str, Phrase]:
        """What the work is done to, by its words: the equipment that it names, and the object of its title."""
        found = {self._key(title): title for title in self.named("equipment")}
        thing = self.thing(self.procedure.title)
        return found | ({self._key(thing): thing} if thing and self._key(thing) not in found else {})

    def named(self, section: str) -> Iterator[Phrase]:
        """What the elements of a section are called that the procedure or its steps name."""
        return (self.titles[one] for one in named(self.procedure, section) if one in self.titles)

    def _key(self, phrase: Phrase) -> str:
        return words(phrase, self.language).strip().casefold()

    def thing(self, text: Text) -> Text | None:
        """What a title or step is done to, as far as a verb says so."""
        said = text.words(self.language)
        parts = parse_statement(said, self.language, self.lexicon)
        if not (parts.action and parts.object and parts.object in said) or is_bare(said, self.lexicon):
            return None
        if _NO_THING.match(parts.object):
            return None
        return retell(text, {self.language: parts.object})

    def belongs(self, element: SopElement) -> bool:
        """Whether an element of the SOP belongs to the procedure."""
        return element.address in self._own

    @cached_property
    def _own(self) -> frozenset[Address]:
        return frozenset(self.competency.derived_from)


# --- Title -----------------------------------------------------------------------------------------------------------


def title_of(members: Sequence[Member]) -> Text:
    """The title of one of the members, a verb with its object where any of them has one.

    A title with a verb that several members have in the same words comes before all others: so the work is called.
    Of several such titles the one that most members have counts, then the shortest, then the first by address.
    """
    said = [one.procedure.title.words(one.language) for one in members]
    best = min(
        range(len(members)),
        key=lambda at: (
            not _is_usual(said[at], said, members[at]),
            _unreadable(said[at], members[at]),
            -said.count(said[at]),
            len(said[at]),
            members[at].procedure.address,
        ),
    )
    return members[best].procedure.title


def _is_usual(title: str, said: Sequence[str], member: Member) -> bool:
    """Whether several members have a title that names a deed and is not bare."""
    if said.count(title) == 1 or is_bare(title, member.lexicon):
        return False
    return bool(parse_statement(title, member.language, member.lexicon).action)


def _unreadable(title: str, member: Member) -> int:
    """0 for a verb with its object, 1 for an object with a verb somewhere, 2 where one of them is missing."""
    parts = parse_statement(title, member.language, member.lexicon)
    if not (parts.action and parts.object) or is_bare(title, member.lexicon):
        return 2
    return 0 if is_deed(title, member.language, member.lexicon) else 1


# --- Work process ----------------------------------------------------------------------------------------------------


def work_process(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """计划与准备, 实施, 检查与评价, as far as there are any, by the steps of the member that has most of them.

    Steps below a lead-in are told by the lead-in. What is prepared, and looked at before the work, is planning; what is
    looked at, written down and reported at its end is evaluation.
    """
    fullest = min(members, key=lambda one: (-len(one.procedure.deeds), one.procedure.address))
    steps = [one for one in fullest.procedure.steps if one.depth == 0 and one.text]
    levels = [fullest.points[one.address].level if one.address in fullest.points else "" for one in steps]
    begin, end = _parts(levels, fullest.procedure.phase)
    parts = (("plan", steps[:begin]), ("do", steps[begin:end]), ("check", steps[end:]))
    told = ((name, [_work(one, fullest) for one in own]) for name, own in parts)
    return tuple(sentence(f"task.process.{name}", steps=_told(own)) for name, own in told if own)


def _parts(levels: Sequence[str], phase: Phase) -> tuple[int, int]:
    """Where the work itself begins and ends; where there would be none, looking is the work."""
    nothing = frozenset[VerbLevel]()
    early = nothing if phase in URGENT else _EARLY  # nobody plans before getting out of danger
    for looking in (nothing if phase in (*_ALL_LOOKING, *URGENT) else _LOOKING, nothing):
        begin = _run(levels, early | looking)
        end = len(levels) - _run(levels[::-1], _LATE | looking)
        if begin < end:
            return begin, end
    return 0, len(levels)


def _run(levels: Sequence[str], wanted: Iterable[VerbLevel]) -> int:
    """How many of the first levels are among those wanted."""
    known = {str(one) for one in wanted}
    return next((at for at, level in enumerate(levels) if level not in known), len(levels))


def _work(step: Step, member: Member) -> Phrase:
    """What a step does, without the standard that it is measured by."""
    point = member.points.get(step.address)
    return point.work if point and point.work else retell(step.text, spoken(step.text))


def _told(phrases: Sequence[Phrase]) -> Phrase:
    told = joined("join", phrases[:SHOWN])
    return sentence("task.process.more", steps=told, number=len(phrases)) if len(phrases) > SHOWN else told


# --- Analysis fields -------------------------------------------------------------------------------------------------


def _field(members: Sequence[Member], tell: Callable[[Member], Iterable[Phrase | None]]) -> tuple[Phrase, ...]:
    """What members say, each once: what reads the same is the same, however it is marked."""
    found: dict[str, Phrase] = {}
    for member in members:
        for phrase in dict.fromkeys(tell(member)):
            if phrase:
                found.setdefault(words(phrase, member.language).strip(_EDGES), phrase)
    found.pop("", None)
    return tuple(found.values())


def _first(members: Sequence[Member], *tellers: Callable[[Member], Iterable[Phrase | None]]) -> tuple[Phrase, ...]:
    """The field of the first that tells anything at all."""
    return next((found for tell in tellers if (found := _field(members, tell))), ())


def work_objects(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """工作对象: equipment; where none is named, what is handed over, the valves, parameters, or what the words name."""
    return _first(
        members,
        lambda one: one.named("equipment"),
        _handed_over,
        lambda one: (one.thing(one.procedure.title),),
        lambda one: one.named("valves"),
        lambda one: one.named("parameters"),
        lambda one: (one.thing(step.text) for step in one.procedure.deeds[:SHOWN]),
    )


def _handed_over(member: Member) -> Iterator[Phrase]:
    if member.procedure.phase is Phase.HANDOVER:
        yield from (item.title for item in member.sop.handover if member.belongs(item))


def tools(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """工具材料设备资料: tools, materials, protective equipment, locks, permits and forms, or else instruments."""
    return _first(members, _tools, _instruments)


def _tools(member: Member) -> Iterator[Phrase]:
    sop = member.sop
    yield from (*member.procedure.tools, *member.procedure.materials)
    yield from (one.title for one in sop.ppe if member.belongs(one))
    yield from (item for hazard in sop.hazards if member.belongs(hazard) for item in hazard.ppe)
    lockouts = {*named(member.procedure, "lockouts")}
    yield from (one.device for one in sop.lockouts if one.address in lockouts)
    permits = {*named(member.procedure, "permits")}
    yield from (sentence("task.record", title=one.title) for one in sop.permits if one.address in permits)
    yield from (sentence("task.record", title=one.title) for one in sop.records if member.belongs(one))


def _instruments(member: Member) -> Iterator[Phrase]:
    parameters = {*named(member.procedure, "parameters")}
    return (one.instrument for one in member.sop.parameters if one.address in parameters)


def methods(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """工作方法: the way of the phase, and the methods of steps, of checks, of isolating and of handing over."""
    phase = sentence(f"task.method.{members[0].procedure.phase.value}")
    return (phase, *_field(members, _methods))


def _methods(member: Member) -> Iterator[Phrase]:
    yield from (step.method for step in member.procedure.steps)
    sop = member.sop
    checks, lockouts = ({*named(member.procedure, section)} for section in ("quality", "lockouts"))
    yield from (one.method for one in sop.quality if one.address in checks)
    yield from (one.method for one in sop.lockouts if one.address in lockouts)
    if member.procedure.phase is Phase.HANDOVER:
        yield from (one.method for one in sop.handover if member.belongs(one))


def organisation(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """劳动组织方式: for which jobs it is done, and who else takes part, signs or watches."""
    return _field(members, _organisation)


def _organisation(member: Member) -> Iterator[Phrase]:
    for job in member.holders:
        yield sentence("task.job" if job.kind == "job-sop" else "task.document", title=job.title)
    steps = member.procedure.steps
    actors = single((*member.procedure.actors, *(step.actor for step in steps if step.actor)))
    yield from (sentence("task.actor", actor=one) for one in actors)
    permits = {*named(member.procedure, "permits")}
    own = (one for one in member.sop.permits if one.address in permits and one.monitor)
    yield from (sentence("task.monitor", monitor=one.monitor) for one in own)
    yield from (sentence("task.signs", signature=one) for step in steps for one in step.signatures if one)


def requirements(members: Sequence[Member]) -> tuple[Phrase, ...]:
    """工作要求: the results, quality limits, standards of critical steps and limits of parameters."""
    return _field(members, _requirements)


def _requirements(member: Member) -> Iterator[Phrase]:
    if member.competency.result:
        yield member.competency.result
    sop = member.sop
    for check in sop.quality:
        if member.belongs(check) and check.criterion:
            yield sentence("task.quality", title=check.title, criterion=check.criterion)
    yield from member.competency.standards
    parameters = {*named(member.procedure, "parameters")}
    if member.procedure.phase is Phase.HANDOVER:
        return  # what is handed over has limits, but keeping them is other work
    for parameter in sop.parameters:
        if parameter.address in parameters and parameter.range:
            yield sentence("task.quality", title=parameter.title, criterion=parameter.range)
