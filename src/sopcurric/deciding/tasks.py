"""Decisions about competencies and typical tasks: ratings and titles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import Tasks, UnknownSubjectError, spelled
from sopcurric.model.address import Address
from sopcurric.model.competency import Competency, CompetencyProfile, Grade, strictest
from sopcurric.model.decision import Mark, Named, Verdict, seen_verdict, sight
from sopcurric.model.files.decision import Rate, Rename
from sopcurric.model.files.sop_kinds import Risk
from sopcurric.model.profile import Profile
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.task_range import range_of
from sopcurric.model.text import sentence

GRADES = ("difficulty", "importance", "frequency")


@dataclass(frozen=True, slots=True)
class DecidedTasks:
    """Profiles and catalogue with what people decided about them."""

    profiles: tuple[CompetencyProfile, ...]
    catalogue: TaskCatalogue
    verdicts: tuple[Verdict, ...]


def decide_tasks(
    settled: Settled,
    sops: Sequence[JobSop],
    profiles: tuple[CompetencyProfile, ...],
    tasks: Tasks,
    rules: Profile,
) -> DecidedTasks:
    """Ratings as people gave them, with the training that follows, and titles of typical tasks.

    Names of learning tasks, modules and courses are decided where those are designed.
    """
    rated, rate_verdicts = _rated(settled, sops, profiles, tasks, rules)
    catalogue = _rerated(tasks.catalogue, rated) if rated is not profiles else tasks.catalogue
    catalogue, rename_verdicts = _renamed(settled, replace(tasks, catalogue=catalogue))
    return DecidedTasks(rated, catalogue, (*rate_verdicts, *rename_verdicts))


def rate_sight(competency: Competency) -> str:
    """What a decision about the rating of a procedure sees: the grades that were computed."""
    grades = (getattr(competency.rating, name).value for name in GRADES)
    return sight(*map(str, grades))


def title_sight(task: TypicalTask) -> str:
    """What a decision about the title of a task sees: the title that was computed."""
    return sight(*spelled(task.title))


def _rated(
    settled: Settled,
    sops: Sequence[JobSop],
    profiles: tuple[CompetencyProfile, ...],
    tasks: Tasks,
    rules: Profile,
) -> tuple[tuple[CompetencyProfile, ...], list[Verdict]]:
    competencies = {one.procedure: one for profile in profiles for one in profile.competencies}
    verdicts: list[Verdict] = []
    claims: list[Claim] = []
    procedures: dict[str, tuple[Address, ...]] = {}
    decisions: list[Named[Rate]] = []
    for one in settled.of(Rate):
        found = [_procedures(name, competencies, tasks) for name in one.decision.on]
        missing = tuple(name for name, own in zip(one.decision.on, found, strict=True) if not own)
        if missing:
            verdicts.append(Verdict(one.name, "gone", missing, reason="missing"))
            continue
        if not any(getattr(one.decision, name) for name in GRADES):
            verdicts.append(Verdict(one.name, "refused", one.decision.on, reason="no-grade"))
            continue
        decisions.append(one)
        procedures[one.name] = tuple(dict.fromkeys(address for own in found for address in own))
        for address in procedures[one.name]:
            given = ((name, getattr(one.decision, name)) for name in GRADES)
            claims += [Claim((address, name), grade, one) for name, grade in given if grade is not None]
    chosen, judged = choose(claims)
    losing = {verdict.decision: verdict for verdict in judged}
    for one in decisions:
        seen = sight(*(rate_sight(competencies[address]) for address in procedures[one.name]))
        verdicts.append(losing.get(one.name) or seen_verdict(one, seen, procedures[one.name]))
    grades: dict[Address, dict[str, Claim]] = {}
    for claim in chosen:
        grades.setdefault(claim.slot[0], {})[claim.slot[1]] = claim
    if not grades:
        return profiles, verdicts
    major = {one.address for sop in sops for one in sop.hazards if one.risk is Risk.MAJOR}
    changed = {
        address: _regraded(competencies[address], own, rules, major=bool(major & {*competencies[address].derived_from}))
        for address, own in grades.items()
    }
    made = tuple(
        replace(profile, competencies=tuple(changed.get(one.procedure, one) for one in profile.competencies))
        for profile in profiles
    )
    return made, verdicts


def _procedures(name: str, competencies: Mapping[Address, Competency], tasks: Tasks) -> tuple[Address, ...]:
    """A procedure, or those of the task of that name, or nothing."""
    if name in competencies:
        return (name,)
    try:
        return tasks.one((name,)).members
    except UnknownSubjectError:
        return ()


def _regraded(competency: Competency, claims: Mapping[str, Claim], rules: Profile, *, major: bool) -> Competency:
    grades = {name: _grade(getattr(competency.rating, name), claims.get(name)) for name in GRADES}
    rating = rules.rated(grades["difficulty"], grades["importance"], grades["frequency"], major=major)
    marks = (
        Mark(name, claims[name].named.name, sentence(f"grade.{getattr(competency.rating, name).value}"))
        for name in GRADES
        if name in claims
    )
    return replace(competency, rating=rating, decided=(*competency.decided, *marks))


def _grade(computed: Grade, claim: Claim | None) -> Grade:
    if claim is None or not isinstance(claim.value, int):
        return computed
    return Grade(claim.value, "decision", sentence("rating.decided", role=sentence(_role(claim))))


def _role(claim: Claim) -> str:
    return f"team.{claim.named.decision.role}"


def _rerated(catalogue: TaskCatalogue, profiles: Iterable[CompetencyProfile]) -> TaskCatalogue:
    """Typical tasks with the strictest of the ratings that their procedures have now."""
    competencies = {one.id: one for profile in profiles for one in profile.competencies}
    return replace(catalogue, tasks=tuple(_with_rating(task, competencies) for task in catalogue.tasks))


def _with_rating(task: TypicalTask, competencies: Mapping[str, Competency]) -> TypicalTask:
    own = [competencies[one] for one in task.competencies]
    marks = dict.fromkeys(mark for one in own for mark in one.decided)
    rating = strictest(one.rating for one in own)
    rank, reason = range_of(task.phase, rating, task.facts)
    decided = (*task.decided, *marks)
    return replace(task, rating=rating, range=rank, range_reason=reason, decided=decided)


def _renamed(settled: Settled, tasks: Tasks) -> tuple[TaskCatalogue, list[Verdict]]:
    claims: list[tuple[TypicalTask, Claim]] = []
    verdicts: list[Verdict] = []
    for one in settled.of(Rename):
        if names_course_part(one.decision.on):
            continue
        try:
            task = tasks.one(one.decision.on)
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
        else:
            claims.append((task, Claim((task.id,), one.decision.title, one)))
    chosen, judged = choose(claim for _, claim in claims)
    verdicts += judged
    changed: dict[str, TypicalTask] = {}
    for task, claim in claims:
        if claim in chosen and isinstance(claim.named.decision, Rename):
            mark = Mark("title", claim.named.name, task.title)
            changed[task.id] = replace(task, title=claim.named.decision.title, decided=(*task.decided, mark))
            verdicts.append(seen_verdict(claim.named, title_sight(task), (task.id,)))
    made = tuple(changed.get(task.id, task) for task in tasks.catalogue.tasks)
    return replace(tasks.catalogue, tasks=made), verdicts


def names_course_part(names: Iterable[str]) -> bool:
    """Whether a decision names a module or a course, which are decided on later."""
    return any(name.startswith(("md-", "course-", "shared-skills")) and "/" not in name for name in names)
