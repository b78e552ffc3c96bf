"""Stage 2: typical tasks across jobs (典型任务提炼)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.linguistics.grouping import Doubt, sort_out
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.model.address import Address, job_of
from sopcurric.model.compared import document_of
from sopcurric.model.competency import Competency, CompetencyProfile, strictest
from sopcurric.model.decision import Mark
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.lock import Lock
from sopcurric.model.numbering import Group, numbered
from sopcurric.model.sop import JobSop, Procedure
from sopcurric.model.task import Constraint, GroupingRules, NearPair, TaskCatalogue, TypicalTask
from sopcurric.model.text import Phrase, Text, sentence

VERSION = 4

_PHASES = tuple(Phase)


@dataclass(frozen=True, slots=True)
class _Member:
    sop: JobSop
    procedure: Procedure
    competency: Competency
    titles: Mapping[Address, Phrase]
    place: int
    holders: tuple[JobSop, ...]


def extract(
    sops: Sequence[JobSop],
    profiles: Sequence[CompetencyProfile],
    rules: GroupingRules = GroupingRules(),  # noqa: B008 - frozen
    lexicon: Lexicon = BUILT_IN,
) -> TaskCatalogue:
    """Group procedures that are the same work in different jobs; every procedure is in exactly one typical task.

    Only procedures of one phase and one language are compared, and two procedures of one job are never the same task:
    within a job the SOP itself says what is one piece of work. People may decide otherwise (`rules`); procedures that
    they exclude are in no task. Identifiers are those of a repository without a lock.
    """
    competencies = {one.procedure: one for profile in profiles for one in profile.competencies}
    titles = {sop.address: sop.titles() for sop in sops}
    jobs = {sop.address: sop for sop in sops if sop.kind == "job-sop"}
    excluded = {*rules.excluded}
    members = [
        _Member(sop, procedure, competencies[procedure.address], titles[sop.address], place, _holders(sop, jobs))
        for place, sop in enumerate(sops)
        for procedure in sop.procedures
        if procedure.address not in excluded
    ]
    computed: list[list[_Member]] = []
    near: list[NearPair] = []
    for same in _comparable(members):
        found = sort_out([document_of(member.sop, member.procedure) for member in same], lexicon=lexicon)
        computed += [part for group in found.groups for part in _one_per_job([same[number] for number in group])]
        near += [_pair(same, doubt) for doubt in found.doubts]
    groups = list(_under(rules, computed))
    group_of = {member.procedure.address: number for number, group in enumerate(groups) for member in group}
    near = [one for one in near if not _settled(one, rules, group_of)]
    return TaskCatalogue(_tasks(groups, rules), tuple(sorted(near, key=lambda one: (-one.value, one.left, one.right))))


def _holders(sop: JobSop, jobs: Mapping[Address, JobSop]) -> tuple[JobSop, ...]:
    """Whose work the procedures of an SOP are: its job, the jobs that work by it, or itself where there are none."""
    return tuple(jobs[one] for one in dict.fromkeys(sop.jobs) if one in jobs) or (sop,)


def _comparable(members: Iterable[_Member]) -> Iterable[list[_Member]]:
    """Members of one phase and one language, by address."""
    found: dict[tuple[int, str], list[_Member]] = {}
    for member in members:
        found.setdefault((_PHASES.index(member.procedure.phase), member.sop.language), []).append(member)
    for _, same in sorted(found.items()):
        yield sorted(same, key=lambda member: member.procedure.address)


def _pair(members: Sequence[_Member], doubt: Doubt) -> NearPair:
    left, right = sorted(members[at].procedure.address for at in (doubt.left, doubt.right))
    return NearPair(left, right, round(doubt.likeness, 3), together=doubt.together, value=doubt.value)


def _settled(pair: NearPair, rules: GroupingRules, group_of: Mapping[Address, int]) -> bool:
    """Whether there is nothing to ask: of one job, decided already, or in one group by now (in two, if in doubt)."""
    both = {pair.left, pair.right}
    return (
        job_of(pair.left) == job_of(pair.right)
        or any(both <= {*one.members} for one in (*rules.apart, *rules.together))
        or (group_of[pair.left] == group_of[pair.right]) is not pair.together
    )


def _tasks(groups: list[list[_Member]], rules: GroupingRules) -> tuple[TypicalTask, ...]:
    sorted_groups = [sorted(group, key=lambda member: member.place) for group in groups]
    addresses = [tuple(member.procedure.address for member in group) for group in sorted_groups]
    identifiers = numbered("task", [Group(min(own), own) for own in addresses], Lock())
    tasks = (_task(group, identifier, rules) for group, identifier in zip(sorted_groups, identifiers, strict=True))
    return tuple(sorted(tasks, key=_order))


def _order(task: TypicalTask) -> tuple[Address, int, Address]:
    return task.jobs[0], _PHASES.index(task.phase), task.members[0]


def _under(rules: GroupingRules, groups: list[list[_Member]]) -> Iterable[list[_Member]]:
    """Groups as people decided: first what is kept apart leaves its group, then what belongs together is joined."""
    apart = {frozenset((one, other)) for rule in rules.apart for one in rule.members for other in rule.members}
    parted = [part for group in groups for part in _parted(group, apart)]
    for named in _classes(rules.together):
        joined = [group for group in parted if any(member.procedure.address in named for member in group)]
        if len(joined) > 1:
            parted = [group for group in parted if group not in joined]
            parted += _joined(joined, named, apart)
    return parted


def _classes(together: Iterable[Constraint]) -> list[set[Address]]:
    """Procedures that belong together, directly or by way of others."""
    classes: list[set[Address]] = []
    for rule in together:
        touching = [one for one in classes if one & {*rule.members}]
        classes = [one for one in classes if one not in touching]
        classes.append({*rule.members}.union(*touching))
    return classes


def _parted(group: list[_Member], apart: set[frozenset[Address]]) -> list[list[_Member]]:
    """A group in parts of which none holds two procedures that are kept apart; each goes to the first that takes it."""
    parts: list[list[_Member]] = []
    for member in group:
        fitting = (part for part in parts if not _kept_apart(member, part, apart))
        found = next(fitting, None)
        if found is None:
            parts.append([member])
        else:
            found.append(member)
    return parts


def _joined(groups: list[list[_Member]], named: set[Address], apart: set[frozenset[Address]]) -> list[list[_Member]]:
    """One group of what is named, with those that came along where no job has two; the others are by themselves."""
    members = [member for group in groups for member in group]
    first = [member for member in members if member.procedure.address in named]
    left: list[_Member] = []
    for member in members:
        if member in first:
            continue
        if any(member.sop.address == one.sop.address for one in first) or _kept_apart(member, first, apart):
            left.append(member)
        else:
            first.append(member)
    return [first, *_one_per_job(left)]


def _kept_apart(member: _Member, others: Iterable[_Member], apart: set[frozenset[Address]]) -> bool:
    return any(frozenset((member.procedure.address, one.procedure.address)) in apart for one in others)


def _one_per_job(members: list[_Member]) -> Iterable[list[_Member]]:
    """Split a group that holds two procedures of one job: the first of each job stay together, the rest follow."""
    rest = members
    while rest:
        first: dict[Address, _Member] = {}
        for member in rest:
            first.setdefault(member.sop.address, member)
        yield list(first.values())
        chosen = {member.procedure.address for member in first.values()}
        rest = [member for member in rest if member.procedure.address not in chosen]


def _task(members: list[_Member], identifier: str, rules: GroupingRules) -> TypicalTask:
    addresses = tuple(member.procedure.address for member in members)
    return TypicalTask(
        id=identifier,
        title=_title(members),
        members=addresses,
        jobs=tuple(dict.fromkeys(job.address for member in members for job in member.holders)),
        phase=members[0].procedure.phase,
        rating=strictest([member.competency.rating for member in members]),
        competencies=tuple(member.competency.id for member in members),
        work_objects=_objects(members),
        tools=_tools(members),
        methods=_methods(members),
        organisation=_organisation(members),
        requirements=_requirements(members),
        derived_from=addresses,
        decided=tuple(
            Mark("members", rule.decision)
            for rule in (*rules.together, *rules.apart)
            if _concerns(rule, addresses, together=rule in rules.together)
        ),
    )


def _concerns(rule: Constraint, members: Iterable[Address], *, together: bool) -> bool:
    """Whether a decision made a task what it is: it holds all that belong together, or one that is kept apart."""
    shared = {*rule.members} & {*members}
    return len(shared) > 1 if together else bool(shared)


def _title(members: list[_Member]) -> Text:
    """The title that most members have; among equals the shortest, then the first by address."""
    words = [member.procedure.title.words(member.sop.language) for member in members]
    best = min(range(len(words)), key=lambda number: (-words.count(words[number]), len(words[number]), number))
    return members[best].procedure.title


def _unique(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _named(member: _Member, addresses: Iterable[Address]) -> Iterable[Phrase]:
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
    """工具材料设备资料: tools, materials, protective equipment and forms."""
    tools = (tool for member in members for tool in (*member.procedure.tools, *member.procedure.materials))
    own = (one.title for member in members for one in member.sop.ppe if one.address in member.competency.derived_from)
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
    return _unique((*tools, *own, *ppe, *records))


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
    roles = (sentence("task.actor", actor=actor) for member in members for actor in member.procedure.actors)
    jobs = (
        sentence("task.job" if job.kind == "job-sop" else "task.document", title=job.title)
        for member in members
        for job in member.holders
    )
    return _unique((*jobs, *roles, *actors))


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
