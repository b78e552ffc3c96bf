"""Stage 2: typical tasks across jobs (典型任务提炼)."""

from collections.abc import Iterable, Mapping, Sequence

from sopcurric.grading.estimating import facts
from sopcurric.linguistics.grouping import Doubt, sort_out
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.model.address import Address, job_of
from sopcurric.model.compared import document_of
from sopcurric.model.competency import CompetencyProfile, Point, strictest
from sopcurric.model.decision import Mark
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.lock import Lock
from sopcurric.model.numbering import Group, numbered
from sopcurric.model.sop import JobSop
from sopcurric.model.task import Constraint, GroupingRules, NearPair, TaskCatalogue, TypicalTask
from sopcurric.model.task_description import (
    Member,
    methods,
    organisation,
    requirements,
    title_of,
    tools,
    work_objects,
    work_process,
)
from sopcurric.model.task_range import TaskFacts, most, range_of
from sopcurric.model.task_relations import Work, is_platform, relations
from sopcurric.model.text import Phrase

VERSION = 6

_PHASES = tuple(Phase)


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
    points = {own.derived_from[0]: own for profile in profiles for own in profile.points if _is_own(own)}
    titles = {sop.address: sop.titles() for sop in sops}
    jobs = {sop.address: sop for sop in sops if sop.kind == "job-sop"}
    excluded = {*rules.excluded}
    members = [
        Member(
            sop=sop,
            procedure=procedure,
            competency=competencies[procedure.address],
            holders=_holders(sop, jobs),
            titles=titles[sop.address],
            points=points,
            place=place,
            lexicon=lexicon,
        )
        for place, sop in enumerate(sops)
        for procedure in sop.procedures
        if procedure.address not in excluded
    ]
    computed: list[list[Member]] = []
    near: list[NearPair] = []
    for same in _comparable(members):
        found = sort_out([document_of(member.sop, member.procedure) for member in same], lexicon=lexicon)
        computed += [part for group in found.groups for part in _one_per_job([same[number] for number in group])]
        near += [_pair(same, doubt) for doubt in found.doubts]
    groups = list(_under(rules, computed))
    group_of = {member.procedure.address: number for number, group in enumerate(groups) for member in group}
    near = [one for one in near if not _settled(one, rules, group_of)]
    made = _tasks(groups, rules)
    return TaskCatalogue(
        tasks=tuple(task for task, _ in made),
        near=tuple(sorted(near, key=lambda one: (-one.value, one.left, one.right))),
        relations=relations([_work(*one) for one in made], {sop.address: sop.title for sop in sops}),
    )


def _is_own(point: Point) -> bool:
    """Whether a point is that of the element that it comes from first, not one that other sources gave it."""
    return point.id.startswith(f"{point.derived_from[0]}.")


def _holders(sop: JobSop, jobs: Mapping[Address, JobSop]) -> tuple[JobSop, ...]:
    """Whose work the procedures of an SOP are: its job, the jobs that work by it, or itself where there are none."""
    return tuple(jobs[one] for one in dict.fromkeys(sop.jobs) if one in jobs) or (sop,)


def _comparable(members: Iterable[Member]) -> Iterable[list[Member]]:
    """Members of one phase and one language, by address."""
    found: dict[tuple[int, str], list[Member]] = {}
    for member in members:
        found.setdefault((_PHASES.index(member.procedure.phase), member.sop.language), []).append(member)
    for _, same in sorted(found.items()):
        yield sorted(same, key=lambda member: member.procedure.address)


def _pair(members: Sequence[Member], doubt: Doubt) -> NearPair:
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


def _tasks(groups: list[list[Member]], rules: GroupingRules) -> list[tuple[TypicalTask, list[Member]]]:
    """The tasks in their order, each with its members."""
    sorted_groups = [sorted(group, key=lambda member: member.place) for group in groups]
    addresses = [tuple(member.procedure.address for member in group) for group in sorted_groups]
    identifiers = numbered("task", [Group(min(own), own) for own in addresses], Lock())
    jobs = len({code for group in groups for code in _codes(group)})
    made = [
        (_task(group, identifier, rules, jobs), group)
        for group, identifier in zip(sorted_groups, identifiers, strict=True)
    ]
    return sorted(made, key=lambda one: _order(one[0]))


def _codes(members: Iterable[Member]) -> set[str]:
    """The jobs of members; the same job in several plants is one."""
    return {job.code.casefold() for member in members for job in member.holders if job.kind == "job-sop"}


def _work(task: TypicalTask, members: Iterable[Member]) -> Work:
    things: dict[Address, dict[str, Phrase]] = {}
    for member in members:
        for job in member.holders:
            things.setdefault(job.address, {}).update(member.things)
    return Work(task.id, task.phase, things)


def _order(task: TypicalTask) -> tuple[Address, int, Address]:
    return task.jobs[0], _PHASES.index(task.phase), task.members[0]


def _under(rules: GroupingRules, groups: list[list[Member]]) -> Iterable[list[Member]]:
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


def _parted(group: list[Member], apart: set[frozenset[Address]]) -> list[list[Member]]:
    """A group in parts of which none holds two procedures that are kept apart; each goes to the first that takes it."""
    parts: list[list[Member]] = []
    for member in group:
        fitting = (part for part in parts if not _kept_apart(member, part, apart))
        found = next(fitting, None)
        if found is None:
            parts.append([member])
        else:
            found.append(member)
    return parts


def _joined(groups: list[list[Member]], named: set[Address], apart: set[frozenset[Address]]) -> list[list[Member]]:
    """One group of what is named, with those that came along where no job has two; the others stay as they were."""
    first = [member for group in groups for member in group if member.procedure.address in named]
    left: list[list[Member]] = []
    for group in groups:
        staying: list[Member] = []
        for member in group:
            if member in first:
                continue
            if any(member.sop.address == one.sop.address for one in first) or _kept_apart(member, first, apart):
                staying.append(member)
            else:
                first.append(member)
        left.append(staying)
    return [first, *(part for staying in left for part in _one_per_job(staying))]


def _kept_apart(member: Member, others: Iterable[Member], apart: set[frozenset[Address]]) -> bool:
    return any(frozenset((member.procedure.address, one.procedure.address)) in apart for one in others)


def _one_per_job(members: list[Member]) -> Iterable[list[Member]]:
    """Split a group that holds two procedures of one job: the first of each job stay together, the rest follow."""
    rest = members
    while rest:
        first: dict[Address, Member] = {}
        for member in rest:
            first.setdefault(member.sop.address, member)
        yield list(first.values())
        chosen = {member.procedure.address for member in first.values()}
        rest = [member for member in rest if member.procedure.address not in chosen]


def _task(members: list[Member], identifier: str, rules: GroupingRules, jobs: int) -> TypicalTask:
    """A task; `jobs` is how many there are in all."""
    addresses = tuple(member.procedure.address for member in members)
    phase, rating = members[0].procedure.phase, strictest([member.competency.rating for member in members])
    known = most(_facts(member) for member in members)
    rank, reason = range_of(phase, rating, known)
    return TypicalTask(
        id=identifier,
        title=title_of(members),
        members=addresses,
        jobs=tuple(dict.fromkeys(job.address for member in members for job in member.holders)),
        phase=phase,
        rating=rating,
        competencies=tuple(member.competency.id for member in members),
        facts=known,
        range=rank,
        range_reason=reason,
        platform=is_platform(len(_codes(members)), jobs),
        work_process=work_process(members),
        work_objects=work_objects(members),
        tools=tools(members),
        methods=methods(members),
        organisation=organisation(members),
        requirements=requirements(members),
        derived_from=addresses,
        decided=tuple(
            Mark("members", rule.decision)
            for rule in (*rules.together, *rules.apart)
            if _concerns(rule, addresses, together=rule in rules.together)
        ),
    )


def _facts(member: Member) -> TaskFacts:
    found = facts(member.procedure, member.language, member.lexicon)
    return TaskFacts(found.steps, found.branches, found.decided + found.judging)


def _concerns(rule: Constraint, members: Iterable[Address], *, together: bool) -> bool:
    """Whether a decision made a task what it is: it holds all that belong together, or one that is kept apart."""
    shared = {*rule.members} & {*members}
    return len(shared) > 1 if together else bool(shared)
