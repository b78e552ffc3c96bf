"""Which requirements of occupational standards are backed by points of the jobs, and how surely (岗课证对应)."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sopcurric.linguistics.families import VERB_FAMILIES, opposed, poles, verbs_in_en, verbs_in_zh
from sopcurric.linguistics.lexicon import HAN
from sopcurric.linguistics.shared_words import TermIndex, shared_runs
from sopcurric.linguistics.skill_grades import grade_of
from sopcurric.model.coverage import Backing, LevelShare, Requirement, RequirementKind, StandardCoverage
from sopcurric.model.files.standard import Level, OccupationalFunction, StandardFile, WorkContent
from sopcurric.model.plan import StandardMapping
from sopcurric.model.saying import words
from sopcurric.model.shared_points import PointCatalogue, SharedPoint
from sopcurric.model.text import EMPTY, Text

VERSION = 1

_ENOUGH: Mapping[RequirementKind, float] = {"skill": 0.38, "knowledge": 0.38}
"""Scores from which a point is proposed: below them, most proposals in the example of a refinery are wrong (by eye)."""
_CONFIRMED = 0.6
"""Share of that from which points of a task count that people put to the work content."""
_OTHER_VERB = 0.8
"""What is left of the score where both have verbs and no two of them are of one family."""
_MOST = 5
"""So many backings of a requirement are kept."""
_DIGITS = 3
_KINDS: Mapping[RequirementKind, frozenset[str]] = {
    "skill": frozenset({"skill", "conduct"}),
    "knowledge": frozenset({"knowledge"}),
}


@dataclass(frozen=True, slots=True)
class Said:
    """What people decided about a work content: whether the points of a task lead to it, and by which decision."""

    points: frozenset[str]
    standard: str
    content: str
    fits: bool
    decision: str


def cover(
    standards: Iterable[StandardFile], points: PointCatalogue, said: Sequence[Said], language: str
) -> tuple[StandardCoverage, ...]:
    """Every requirement of every standard with the points that back it.

    Skill requirements are compared with skill and conduct points, knowledge with knowledge points, by the terms that
    both have, rare ones above common ones; verbs of one family count for them, opposite ones against. An index of terms
    finds what is compared, so that it takes little more time for many points. What people decided about a work content
    confirms backings by points of that task, or takes them away.
    """
    known = {kind: _Known(points, kinds, language) for kind, kinds in _KINDS.items()}
    return tuple(_covered(standard, known, said, points, language) for standard in standards)


def said_of(mappings: Iterable[StandardMapping], points: Mapping[str, frozenset[str]]) -> tuple[Said, ...]:
    """Decisions about learning tasks as decisions about their points, which are given by learning task."""
    return tuple(
        Said(points.get(one.task, frozenset()), one.standard, one.content, one.fits, one.decision) for one in mappings
    )


class _Known:
    """Points of some kinds, ready to be compared."""

    def __init__(self, points: PointCatalogue, kinds: Collection[str], language: str) -> None:
        self.points = tuple(one for one in points.points if one.kind in kinds)
        told = [words(one.statement, language) for one in self.points]
        self._index = TermIndex(told)
        self._told = told
        self._verbs: dict[int, _Verbs] = {}

    def like(self, text: str, *, by_verb: bool) -> Iterator[tuple[float, SharedPoint, tuple[str, ...], str]]:
        """Points that say something of the same: score, point, shared terms, the verb that both have in common."""
        wanted = _Verbs(text)
        for position, (alike, shared) in self._index.like(text).items():
            own = self._verbs.get(position) or self._verbs.setdefault(position, _Verbs(self._told[position]))
            if opposed(wanted.poles, own.poles):
                continue
            verb = wanted.common(own) if by_verb else ""
            differing = by_verb and not verb and wanted.families and own.families
            yield round(alike * (_OTHER_VERB if differing else 1.0), _DIGITS), self.points[position], shared, verb


class _Verbs:
    """The verbs of a sentence."""

    def __init__(self, text: str) -> None:
        found = verbs_in_zh(text) if HAN.search(text) else verbs_in_en(text)
        self.families = {family: verb for verb in reversed(found) for family in VERB_FAMILIES.get(verb, ())}
        self.poles = poles(found)

    def common(self, other: "_Verbs") -> str:
        """The first verb that the other one has, too, or one of its family."""
        return next((verb for family, verb in reversed(self.families.items()) if family in other.families), "")


def _covered(
    standard: StandardFile,
    known: Mapping[RequirementKind, _Known],
    said: Sequence[Said],
    points: PointCatalogue,
    language: str,
) -> StandardCoverage:
    asked: set[str] = set()
    requirements: list[Requirement] = []
    for function in standard.functions:
        for content in function.contents:
            own = [one for one in said if (one.standard, one.content) == (standard.code, content.id)]
            for empty in _lines(standard, function, content):
                backings = _backings(empty, known[empty.kind], own, language)
                asked |= {one.point for one in backings}
                requirements.append(replace(empty, backings=backings[:_MOST]))
    return StandardCoverage(
        standard=standard.code,
        title=standard.title,
        requirements=tuple(requirements),
        levels=tuple(_share(level, standard, requirements, language) for level in standard.levels),
        unasked=tuple(one.id for one in points.points if one.id not in asked and one.kind != "conduct"),
    )


def _lines(standard: StandardFile, function: OccupationalFunction, content: WorkContent) -> Iterator[Requirement]:
    """The single lines of a work content, with nothing that backs them yet."""
    address = f"@standard/{standard.code}/{content.id}"
    lines: tuple[tuple[RequirementKind, str, tuple[Text, ...]], ...] = (
        ("skill", "skills", content.skills),
        ("knowledge", "knowledge", content.knowledge),
    )
    for kind, key, texts in lines:
        for number, text in enumerate(texts, start=1):
            yield Requirement(
                id=f"{address}/{key}/{number}",
                kind=kind,
                level=content.level,
                function=function.id,
                content=content.id,
                text=text,
                backings=(),
                derived_from=(address,),
            )


def _backings(wanted: Requirement, known: _Known, said: Sequence[Said], language: str) -> tuple[Backing, ...]:
    """All points that back a requirement: what people confirmed first, then the best."""
    text = wanted.text.words(language)
    enough = _ENOUGH[wanted.kind]
    found = []
    for score, point, shared, verb in known.like(text, by_verb=wanted.kind == "skill"):
        about = [one for one in said if point.id in one.points]
        decision = next((one.decision for one in about if one.fits), "")
        denied = bool(about) and not decision
        if not denied and score >= enough * (_CONFIRMED if decision else 1.0):
            runs = shared_runs(text, frozenset(shared))
            found.append(Backing(point.id, score, _words(language, runs), _words(language, (verb,)), decision))
    return tuple(sorted(found, key=lambda one: (not one.decision, -one.score, one.point)))


def _words(language: str, found: Iterable[str]) -> Text:
    told = ("、" if language == "zh" else ", ").join(one for one in found if one)
    return Text.plain(language, told) if told else EMPTY


def _share(level: Level, standard: StandardFile, requirements: Sequence[Requirement], language: str) -> LevelShare:
    own = [one for one in requirements if one.level == level.id]
    skills = [one for one in own if one.kind == "skill"]
    knowledge = [one for one in own if one.kind == "knowledge"]
    weights = {function.id: function.weights.get(level.id, 0) for function in standard.functions}
    weighted = any(weights[one.function] for one in skills)
    return LevelShare(
        level=level.id,
        title=level.title,
        grade=grade_of(level.title.words(language)),
        skills=len(skills),
        backed_skills=_backed(skills),
        knowledge=len(knowledge),
        backed_knowledge=_backed(knowledge),
        confirmed=sum(one.state == "confirmed" for one in own),
        share=_weighted(skills, weights) if weighted else _backed(skills) / max(1, len(skills)),
        weighted=weighted,
    )


def _backed(requirements: Iterable[Requirement]) -> int:
    return sum(bool(one.backings) for one in requirements)


def _weighted(skills: Sequence[Requirement], weights: Mapping[str, int]) -> float:
    """The weights of the functions times the share of their requirements that is backed, over the weights there are."""
    share = total = Decimal(0)
    for function, weight in weights.items():
        own = [one for one in skills if one.function == function]
        if own:
            total += weight
            share += Decimal(weight) * _backed(own) / len(own)
    return float(share / total) if total else 0.0
