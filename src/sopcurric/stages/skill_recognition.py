"""Which levels of skill graduates may apply for (职业技能等级认定): conditions, coverage, what is missing."""

from collections.abc import Iterator

from sopcurric.model.compilation import Compilation
from sopcurric.model.coverage import LevelShare, StandardCoverage
from sopcurric.model.files.application import ApplicationCondition
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.standard import Level, StandardFile
from sopcurric.model.recognition import STANDINGS, ConditionStanding, LevelStanding, Recognition, Standing


def recognise(compilation: Compilation) -> tuple[Recognition, ...]:
    """One for every written programme that names a standard."""
    standards = {one.code: one for one in compilation.inputs.standards}
    coverage = {one.standard: one for one in compilation.coverage}
    return tuple(
        _recognised(compilation, programme, standards[programme.standard], coverage[programme.standard])
        for programme in compilation.inputs.programmes
        if programme.standard in standards and programme.standard in coverage
    )


def standing_of(condition: ApplicationCondition, programme: ProgrammeFile) -> Standing | None:
    """How graduates of a programme stand to a condition; None where it is not about them."""
    if condition.who == "worker" or condition.years:
        return "later"
    if condition.who == "graduate" and condition.education and programme.level not in condition.education:
        return None
    if condition.who == "apprentice" and not _has_apprentices(programme):
        return None
    return "with-certificate" if condition.after else "may-apply"


def _has_apprentices(programme: ProgrammeFile) -> bool:
    by_group = any(one.class_type == "apprentice" for one in programme.groups)
    return by_group or any(one.role == "apprentice" for one in programme.segments)


def _recognised(
    compilation: Compilation, programme: ProgrammeFile, standard: StandardFile, coverage: StandardCoverage
) -> Recognition:
    levels = tuple(_levels(compilation, programme, standard, coverage))
    open_to = [one.level for one in levels if one.standing == "may-apply"]
    return Recognition(programme.id, standard.code, standard.title, levels, open_to[-1] if open_to else "")


def _levels(
    compilation: Compilation, programme: ProgrammeFile, standard: StandardFile, coverage: StandardCoverage
) -> Iterator[LevelStanding]:
    shares = {one.level: one for one in coverage.levels}
    claimed = {one.level for one in coverage.up_to(programme.target_level or "")}
    plan = next(one for one in compilation.plans if one.programme == programme.id)
    for level in standard.levels:
        wanted = {task for row in plan.levels if row.level == level.id for task in row.tasks}
        tasks = tuple(name for name in compilation.learning_tasks if name in wanted)
        hours = sum(compilation.learning_tasks[name][1].hours for name in tasks)
        conditions = tuple(_conditions(level, programme))
        yield _level(level, shares[level.id], conditions, coverage, tasks, hours, claimed=level.id in claimed)


def _conditions(level: Level, programme: ProgrammeFile) -> Iterator[ConditionStanding]:
    for one in level.conditions:
        standing = standing_of(one, programme)
        if standing:
            yield ConditionStanding(one.id, one.text, standing, one.years or 0.0, one.after or "")


def _level(  # noqa: PLR0913 - what is known about one level
    level: Level,
    share: LevelShare,
    conditions: tuple[ConditionStanding, ...],
    coverage: StandardCoverage,
    tasks: tuple[str, ...],
    hours: int,
    *,
    claimed: bool,
) -> LevelStanding:
    own = (one for one in coverage.requirements if one.level == level.id)
    return LevelStanding(
        level=level.id,
        title=level.title,
        grade=share.grade,
        standing=min((one.standing for one in conditions), key=STANDINGS.index, default="open"),
        conditions=conditions,
        share=share.share,
        skills=(share.backed_skills, share.skills),
        knowledge=(share.backed_knowledge, share.knowledge),
        confirmed=share.confirmed,
        missing=tuple(one.id for one in own if not one.backings),
        tasks=tasks,
        hours=hours,
        reference=level.training_hours or 0,
        claimed=claimed,
    )
