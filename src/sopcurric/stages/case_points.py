"""Stage 1, continued: what cases beside the SOPs (观察记录、操作技法、典型案例等) add to the points of jobs."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sopcurric.linguistics.similarity import similarity
from sopcurric.model.address import Address, meets
from sopcurric.model.competency import Competency, CompetencyProfile, Point, PointKind
from sopcurric.model.files.case import Aim, AnyCase, Ideology, Incident, NewItem, Observation, Technique
from sopcurric.model.sop import JobSop, Procedure
from sopcurric.model.text import Phrase, Text, sentence

_GRAVE = frozenset({Aim.SAFETY, Aim.QUALITY})
"""What a technique makes better where a fault hurts people or the product."""


def with_cases(
    profiles: Sequence[CompetencyProfile], sops: Sequence[JobSop], cases: Sequence[AnyCase]
) -> tuple[CompetencyProfile, ...]:
    """The profiles with what cases say of their procedures, steps and elements.

    A technique or an observation is evidence of the skill point of its step; a technique of more than steps gives a
    skill point of its own. What explains gives knowledge points, what is to be minded gives conduct points. A technique
    that serves safety or quality makes its skill point critical. Points go to the competencies of the procedures that a
    case names, see `_uses`. One without addresses gives nothing.
    """
    if not cases:
        return tuple(profiles)
    known = {sop.address: sop for sop in sops}
    return tuple(_with_cases(one, known[one.job], cases) for one in profiles)


@dataclass(frozen=True, slots=True)
class _Use:
    """A case in a competency: what it names there, and the steps among that."""

    case: AnyCase
    competency: Competency
    on: tuple[Address, ...]
    steps: tuple[Address, ...]


def _with_cases(profile: CompetencyProfile, sop: JobSop, cases: Iterable[AnyCase]) -> CompetencyProfile:
    points = {point.id: point for point in profile.points}
    skills = {address: point.id for point in profile.points if point.kind == "skill" for address in point.derived_from}
    steps = {step.address for _, step in sop.steps()}
    added: dict[str, list[Point]] = {}
    for use in (use for case in cases for use in _uses(case, profile, sop, steps)):
        supported = [skills[step] for step in use.steps if step in skills]
        for name in supported if isinstance(use.case, Technique | Observation) else ():
            points[name] = _supported(points[name], use.case)
        new = list(_points(use, supported))
        points |= {point.id: point for point in new}
        added.setdefault(use.competency.id, []).extend(new)
    return replace(
        profile,
        competencies=tuple(_grown(one, added.get(one.id, ())) for one in profile.competencies),
        points=tuple(points.values()),
    )


def _uses(case: AnyCase, profile: CompetencyProfile, sop: JobSop, steps: set[Address]) -> Iterator[_Use]:
    """The competencies that a case is about: those whose procedure or steps it names.

    Where it names neither, but elements that several procedures share, or the job, it goes to one: that which holds
    most of what it names, and of these the one whose words are nearest. A hazard may be one of every procedure.
    """
    uses: list[_Use] = []
    for competency in profile.competencies:
        held = dict.fromkeys((competency.procedure, *competency.derived_from))
        on = tuple(one for one in held if any(meets(one, target) for target in case.on))
        uses.append(_Use(case, competency, on, tuple(one for one in on if one in steps)))
    direct = [use for use in uses if use.steps or use.competency.procedure in use.on]
    if direct:
        yield from direct
        return
    most = max((len(use.on) for use in uses), default=0)
    if most or any(meets(profile.job, target) for target in case.on):
        nearest = _nearest(case, sop, {use.competency.procedure for use in uses if len(use.on) == most})
        yield from (replace(one, on=one.on or (profile.job,)) for one in uses if one.competency.procedure == nearest)


def _nearest(case: AnyCase, sop: JobSop, fitting: set[Address]) -> Address:
    """Of some procedures that whose title and steps are most like the title of a case; the first of equals."""
    title = case.title.words(sop.language)
    scored = (
        (-similarity(title, _words(procedure, sop.language)), number, procedure.address)
        for number, procedure in enumerate(sop.procedures)
        if procedure.address in fitting
    )
    return min(scored, default=(0.0, 0, ""))[2]


def _words(procedure: Procedure, language: str) -> str:
    return " ".join((procedure.title.words(language), *(step.text.words(language) for step in procedure.steps)))


def _supported(point: Point, case: AnyCase) -> Point:
    """A point with a case among its evidence."""
    evidence = tuple(dict.fromkeys((*point.derived_from, case.address)))
    return replace(point, derived_from=evidence, critical=point.critical or _is_critical(case))


def _is_critical(case: AnyCase) -> bool:
    return isinstance(case, Technique) and case.effect is not None and case.effect.aim in _GRAVE


def _points(use: _Use, supported: Sequence[str]) -> Iterator[Point]:
    for kind, statement in _statements(use.case, own_skill=not supported):
        yield Point(
            id=f"{use.competency.procedure}.case-{use.case.id}.{kind}",
            kind=kind,
            statement=statement,
            derived_from=(*use.on, use.case.address),
            critical=kind == "skill" and _is_critical(use.case),
        )


def _statements(case: AnyCase, *, own_skill: bool) -> Iterator[tuple[PointKind, Phrase]]:
    """What a case asks people to be able to do (where no step says so), to know, and to mind."""
    title = case.title
    match case:
        case Technique():
            yield from _of_technique(case, own_skill=own_skill)
        case Observation():
            yield from _of_observation(case)
        case Incident(lessons=lessons):
            yield "knowledge", sentence("point.incident", title=title)
            if lessons:
                yield "conduct", sentence("point.incident.lessons", title=title, lessons=_listed(lessons))
        case Ideology(theme=theme):
            yield "conduct", sentence("point.ideology", title=title, theme=theme)
        case NewItem(kind=kind):
            yield "knowledge", sentence("point.new", title=title, kind=sentence(f"new.{kind.value}"))


def _of_technique(case: Technique, *, own_skill: bool) -> Iterator[tuple[PointKind, Phrase]]:
    if own_skill:
        yield "skill", sentence("point.technique", title=case.title)
    if case.why is not None:
        yield "knowledge", sentence("point.technique.why", title=case.title)


def _of_observation(case: Observation) -> Iterator[tuple[PointKind, Phrase]]:
    if case.cues:
        yield "knowledge", sentence("point.observation.cues", title=case.title, cues=_listed(case.cues))
    if case.mistakes:
        yield "conduct", sentence("point.observation.mistakes", title=case.title, mistakes=_listed(case.mistakes))


def _listed(texts: Sequence[Text]) -> Phrase:
    """Texts one after the other; by halves, so that long lists are not nested deeply."""
    if len(texts) == 1:
        return texts[0]
    middle = len(texts) // 2
    return sentence("case.join", left=_listed(texts[:middle]), right=_listed(texts[middle:]))


def _grown(competency: Competency, points: Iterable[Point]) -> Competency:
    own = tuple(points)
    if not own:
        return competency
    sources = (address for point in own for address in point.derived_from)
    return replace(
        competency,
        points=tuple(dict.fromkeys((*competency.points, *(point.id for point in own)))),
        derived_from=tuple(dict.fromkeys((*competency.derived_from, *sources))),
    )
