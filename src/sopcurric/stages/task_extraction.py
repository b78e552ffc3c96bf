"""Stage 2: typical tasks across jobs (典型任务提炼)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.linguistics.similarity import Document, group
from sopcurric.model.address import Address
from sopcurric.model.competency import Competency, CompetencyProfile, Rating
from sopcurric.model.files.sop import Phase
from sopcurric.model.identifier import derived_id
from sopcurric.model.sop import JobSop, Procedure
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import Phrase, Text, sentence

VERSION = 1

_PHASES = tuple(Phase)
_OUTCOMES = ("job-aid", "on-demand", "train", "intensive")


@dataclass(frozen=True, slots=True)
class _Member:
    sop: JobSop
    procedure: Procedure
    competency: Competency
    titles: Mapping[Address, Text]
    place: int


def extract(sops: Sequence[JobSop], profiles: Sequence[CompetencyProfile]) -> TaskCatalogue:
    """Group procedures that are the same work in different jobs; every procedure is in exactly one typical task.

    Only procedures of one phase and one language are compared, and two procedures of one job are never the same task:
    within a job the SOP itself says what is one piece of work.
    """
    competencies = {one.procedure: one for profile in profiles for one in profile.competencies}
    titles = {sop.address: sop.titles() for sop in sops}
    members = [
        _Member(sop, procedure, competencies[procedure.address], titles[sop.address], place)
        for place, sop in enumerate(sops)
        for procedure in sop.procedures
    ]
    groups = [found for phase in _PHASES for found in _grouped([m for m in members if m.procedure.phase is phase])]
    return TaskCatalogue(tuple(sorted((_task(one) for one in groups), key=_order)))


def _order(task: TypicalTask) -> tuple[Address, int, Address]:
    return task.jobs[0], _PHASES.index(task.phase), task.members[0]


def _grouped(members: list[_Member]) -> Iterable[list[_Member]]:
    by_language: dict[str, list[_Member]] = {}
    for member in members:
        by_language.setdefault(member.sop.language, []).append(member)
    for language, same in sorted(by_language.items()):
        same.sort(key=lambda member: member.procedure.address)
        documents = [_document(member, language) for member in same]
        for numbers in group(documents):
            yield from _one_per_job([same[number] for number in numbers])


def _document(member: _Member, language: str) -> Document:
    procedure = member.procedure
    return Document(
        id=procedure.address,
        title=procedure.title.words(language),
        body=tuple(step.text.words(language) for step in procedure.steps),
    )


def _one_per_job(members: list[_Member]) -> Iterable[list[_Member]]:
    """Split a group that holds two procedures of one job: the first of each job stay together, the rest follow."""
    rest = members
    while rest:
        first: dict[Address, _Member] = {}
        for member in rest:
            first.setdefault(member.sop.address, member)
        chosen = list(first.values())
        yield chosen
        rest = [member for member in rest if member not in chosen]


def _task(members: list[_Member]) -> TypicalTask:
    members = sorted(members, key=lambda member: member.place)
    addresses = tuple(member.procedure.address for member in members)
    return TypicalTask(
        id=derived_id("tt-", min(addresses)),
        title=_title(members),
        members=addresses,
        jobs=tuple(dict.fromkeys(member.sop.address for member in members)),
        phase=members[0].procedure.phase,
        rating=_strictest([member.competency.rating for member in members]),
        competencies=tuple(member.competency.id for member in members),
        work_objects=_objects(members),
        tools=_tools(members),
        methods=_methods(members),
        organisation=_organisation(members),
        requirements=_requirements(members),
        derived_from=addresses,
    )


def _title(members: list[_Member]) -> Text:
    """The title that most members have; among equals the shortest, then the first by address."""
    words = [member.procedure.title.words(member.sop.language) for member in members]
    best = min(range(len(words)), key=lambda number: (-words.count(words[number]), len(words[number]), number))
    return members[best].procedure.title


def _strictest(ratings: list[Rating]) -> Rating:
    """The rating of the member that needs most training; a task is taught so that it suffices for every job."""
    return max(
        ratings,
        key=lambda rating: (_OUTCOMES.index(rating.outcome), rating.importance.value, rating.difficulty.value),
    )


def _unique(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _named(member: _Member, addresses: Iterable[Address]) -> Iterable[Text]:
    return (member.titles[address] for address in addresses if address in member.titles)


def _objects(members: list[_Member]) -> tuple[Phrase, ...]:
    """工作对象: the equipment that the work is done on, or the parameters where it names none."""
    equipment = _unique(
        title
        for member in members
        for title in _named(
            member,
            (
                *member.procedure.equipment,
                *(address for step in member.procedure.steps for address in step.equipment),
            ),
        )
    )
    return equipment or _unique(title for member in members for title in _named(member, member.procedure.parameters))


def _tools(members: list[_Member]) -> tuple[Phrase, ...]:
    """工具材料设备资料: protective equipment and forms."""
    ppe = (
        item
        for member in members
        for hazard in member.sop.hazards
        if hazard.address in member.competency.derived_from
        for item in hazard.ppe
    )
    records = (
        sentence("task.record", title=record.title)
        for member in members
        for record in member.sop.records
        if record.address in member.competency.derived_from
    )
    return _unique((*ppe, *records))


def _methods(members: list[_Member]) -> tuple[Phrase, ...]:
    """工作方法: the methods that steps name, and the way of the phase."""
    named = (step.method for member in members for step in member.procedure.steps)
    phase = sentence(f"task.method.{members[0].procedure.phase.value}")
    return _unique((phase, *named))


def _organisation(members: list[_Member]) -> tuple[Phrase, ...]:
    """劳动组织方式: for which jobs it is done, and who else takes part."""
    actors = (
        sentence("task.actor", actor=step.actor) for member in members for step in member.procedure.steps if step.actor
    )
    jobs = (sentence("task.job", title=member.sop.title) for member in members)
    return _unique((*jobs, *actors))


def _requirements(members: list[_Member]) -> tuple[Phrase, ...]:
    """工作要求: the result, and the quality limits."""
    results = (member.procedure.result for member in members)
    quality = (
        sentence("task.quality", title=check.title, criterion=check.criterion)
        for member in members
        for check in member.sop.quality
        if check.address in member.competency.derived_from
    )
    return _unique((*results, *quality))
