"""Use case: what somebody has to learn for another job, or for a level (转岗、晋升)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import TypeAdapter

from sopcurric.model.compilation import Compilation
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.library import Library
from sopcurric.model.pathway import Pathway
from sopcurric.model.pathway_words import basis_of, open_texts, repeated, split_of, why_of
from sopcurric.model.saying import words
from sopcurric.model.shown import (
    ShownCheck,
    ShownPathway,
    ShownPathwayTask,
    ShownRefresher,
    ShownSafety,
    ShownSafetyPart,
)
from sopcurric.model.text import Phrase, flat, sentence
from sopcurric.stages.career_planning import Planner

PATHWAY: TypeAdapter[ShownPathway] = TypeAdapter(ShownPathway)
"""How a pathway is written as JSON."""
COLUMNS = ("part", "title", "hours", "full", "why")
"""What a terminal shows of it."""


class UnknownSubjectError(ValueError):
    """There is no such job, level or programme; `known` are those that there are."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep what was asked for."""
        super().__init__(name)
        self.name = name
        self.known = tuple(known)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a way is asked for: jobs by address (or by code where that is enough), a level, a programme."""

    start: str = ""
    goal: str = ""
    level: str = ""
    programme: str = ""


def pathway(compilation: Compilation, asked: Asked) -> Pathway:
    """The way to a job from another, or up to a level.

    Raises:
        UnknownSubjectError: there is no such job, level or programme.
    """
    programmes = {one.id: one for one in compilation.programmes}
    if asked.programme and asked.programme not in programmes:
        raise UnknownSubjectError(asked.programme, programmes)
    programme = programmes[asked.programme] if asked.programme else compilation.programmes[0]
    planner = Planner(compilation, programme, Library(compilation))
    start = _job(compilation, asked.start) if asked.start else ""
    if not asked.level:
        return planner.transfer(start, _job(compilation, asked.goal))
    return planner.promotion(_level(planner.standard, asked.level), start)


def _level(standard: StandardFile | None, name: str) -> str:
    """The level of a standard by its id, or by its name where only one has such a name (三级, 高级工)."""
    levels = standard.levels if standard else ()
    found = [one.id for one in levels if one.id.casefold() == name.strip().casefold()]
    named = [one.id for one in levels for _, said in one.title.wordings if name.strip() and name.strip() in flat(said)]
    found = found or list(dict.fromkeys(named))
    if len(found) != 1:
        raise UnknownSubjectError(name, found or [one.id for one in levels])
    return found[0]


def _job(compilation: Compilation, name: str) -> str:
    """The address of a job by its address or, where only one plant has it, by its code."""
    wanted = name.strip().casefold()
    every = [sop.address for sop in compilation.inputs.sops if sop.kind == "job-sop"]
    found = [one for one in every if one.casefold() == wanted]
    found = found or [one for one in every if one.rpartition(":")[2].casefold() == wanted]
    if len(found) != 1:
        raise UnknownSubjectError(name, found or every)
    return found[0]


def shown(compilation: Compilation, way: Pathway, language: str) -> ShownPathway:
    """A way as it is written for programs."""
    told = _Telling(compilation, language)
    return ShownPathway(
        kind=way.kind,
        start=way.start,
        goal=way.goal,
        standard=way.standard,
        hours=way.hours,
        safety_hours=way.at_once,
        tasks=tuple(told.tasks(way)),
        checks=tuple(
            ShownCheck(
                kind=one.kind,
                subject=one.subject,
                title=words(one.title, language),
                criteria=one.criteria,
                vetoes=one.vetoes,
                points=one.points,
                minutes=one.minutes,
            )
            for one in way.checks
        ),
        refreshers=tuple(
            ShownRefresher(
                task=one.task,
                title=words(one.title, language),
                months=one.months,
                before_use=one.before_use,
                hours=one.hours,
                derived_from=one.derived_from,
            )
            for one in way.refreshers
        ),
        safety=tuple(
            ShownSafety(
                kind=one.kind,
                hours=one.hours,
                least=one.least,
                number=one.number,
                parts=tuple(
                    ShownSafetyPart(level=part.level, hours=part.hours, typed=part.typed) for part in one.parts
                ),
            )
            for one in way.safety
        ),
        open_requirements=way.open_requirements,
        functions=way.own_functions,
    )


def lines(compilation: Compilation, way: Pathway, language: str) -> Iterator[tuple[str, ...]]:
    """A way as rows for people: what it is, its name, hours, full hours, why."""
    told = _Telling(compilation, language)
    for one in way.tasks:
        yield (
            told(f"pathway.state.{one.state}"),
            words(one.title, language),
            str(one.hours),
            str(one.full_hours),
            told(why_of(one)),
        )
    for duty in way.safety:
        yield (
            told(f"pathway.safety.{duty.kind}"),
            told(split_of(duty)),
            str(duty.hours),
            "",
            told(basis_of(duty, compilation.inputs.profile)),
        )
    for check in way.checks:
        said = told(sentence("pathway.check.criteria", number=len(check.criteria), vetoes=check.vetoes))
        yield told(f"pathway.check.{check.kind}"), words(check.title, language), "", "", said if check.criteria else ""
    for again in way.refreshers:
        yield told("pathway.refresher"), words(again.title, language), str(again.hours), "", told(repeated(again))
    for name, text in open_texts(compilation, way.open_requirements):
        yield told("pathway.open"), text.words(language), "", "", name


@dataclass(frozen=True)
class _Telling:
    compilation: Compilation
    language: str

    def __call__(self, phrase: Phrase | str) -> str:
        return words(sentence(phrase) if isinstance(phrase, str) else phrase, self.language)

    def tasks(self, way: Pathway) -> Iterator[ShownPathwayTask]:
        """The tasks of a way."""
        for one in way.tasks:
            yield ShownPathwayTask(
                task=one.task,
                title=words(one.title, self.language),
                course=one.course,
                module=one.module,
                state=one.state,
                theory_hours=one.theory_hours,
                practice_hours=one.practice_hours,
                full_hours=one.full_hours,
                held=one.held,
                missing=one.missing,
                missing_knowledge=one.knowledge[0],
                all_knowledge=one.knowledge[1],
                missing_practical=one.practical[0],
                all_practical=one.practical[1],
                confirm=one.confirm,
                evidence=one.evidence,
                platform=one.platform,
                after=one.after,
                requirements=one.requirements,
                derived_from=one.derived_from,
            )
