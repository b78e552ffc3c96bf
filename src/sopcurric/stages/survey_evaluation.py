"""What experts say about work: medians instead of computed grades, agreement, and whose word training hangs on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sopcurric.grading.agreement import alpha, median, spread
from sopcurric.model.address import Address
from sopcurric.model.competency import FACTORS, Competency, CompetencyProfile, Factor, Grade, Rating
from sopcurric.model.files.sop_kinds import Risk
from sopcurric.model.profile import Profile
from sopcurric.model.sop import JobSop
from sopcurric.model.survey import NO_SURVEY, FactorResult, Flip, Rater, SurveyResult, TaskRating, TaskResult
from sopcurric.model.text import sentence

Given = Mapping[Factor, Sequence[tuple[str, int]]]
"""Who gave which grade."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """Profiles with the medians of what experts say, and what came of the surveys."""

    profiles: tuple[CompetencyProfile, ...]
    result: SurveyResult = NO_SURVEY


def evaluate(
    profiles: tuple[CompetencyProfile, ...], raters: Sequence[Rater], sops: Sequence[JobSop], rules: Profile
) -> Surveyed:
    """Put medians in the place of grades that were computed or stand in the SOP; work that is gone is passed over.

    The training that follows is looked at once more without each rater in turn (leave one out), with what the SOP says
    where nobody else gave a grade.
    """
    ratings: dict[Address, list[tuple[str, TaskRating]]] = {}
    for rater in raters:
        for one in rater.ratings:
            ratings.setdefault(one.procedure, []).append((rater.id, one))
    if not ratings:
        return Surveyed(profiles)
    major = frozenset(one.address for sop in sops for one in sop.hazards if one.risk is Risk.MAJOR)
    results: dict[Address, tuple[Rating, TaskResult]] = {}
    given: dict[Address, Given] = {}
    for profile in profiles:
        for competency in profile.competencies:
            own = _given(ratings.get(competency.procedure, ()))
            if own:
                given[competency.procedure] = own
                results[competency.procedure] = _rated(
                    competency, own, rules, major=bool(major & {*competency.derived_from})
                )
    made = tuple(
        replace(profile, competencies=tuple(_with(one, results) for one in profile.competencies))
        for profile in profiles
    )
    tasks = tuple(result for _, result in results.values())
    return Surveyed(made, SurveyResult(tasks, tuple(_alphas(given))))


def _given(ratings: Sequence[tuple[str, TaskRating]]) -> Given:
    found = ((name, [(rater, one.grade(name)) for rater, one in ratings if one.grade(name)]) for name in FACTORS)
    return {name: grades for name, grades in found if grades}


def _with(competency: Competency, results: Mapping[Address, tuple[Rating, TaskResult]]) -> Competency:
    found = results.get(competency.procedure)
    return replace(competency, rating=found[0]) if found else competency


def _rated(competency: Competency, given: Given, rules: Profile, *, major: bool) -> tuple[Rating, TaskResult]:
    rating = _rating(competency.rating, given, rules, major=major)
    factors = tuple(
        FactorResult(name, median(values), len(values), spread(values))
        for name, grades in given.items()
        if (values := [grade for _, grade in grades])
    )
    raters = dict.fromkeys(rater for grades in given.values() for rater, _ in grades)
    flips = (Flip(one, _rating(competency.rating, _without(given, one), rules, major=major).outcome) for one in raters)
    changed = tuple(flip for flip in flips if flip.outcome != rating.outcome)
    return rating, TaskResult(competency.procedure, factors, len(raters), rating.outcome, changed)


def _without(given: Given, rater: str) -> Given:
    """The grades of the others."""
    others = {name: [one for one in grades if one[0] != rater] for name, grades in given.items()}
    return {name: grades for name, grades in others.items() if grades}


def _rating(computed: Rating, given: Given, rules: Profile, *, major: bool) -> Rating:
    """The rating with the medians of what was given."""
    difficulty, importance, frequency = (
        _grade([value for _, value in given[name]]) if name in given else grade for name, grade in computed.grades
    )
    return rules.rated(difficulty, importance, frequency, major=major)


def _grade(values: Sequence[int]) -> Grade:
    middle = median(values)
    return Grade(middle, "survey", sentence("rating.surveyed", number=len(values), median=middle))


def _alphas(given: Mapping[Address, Given]) -> Iterator[tuple[Factor, float]]:
    """How far raters agree about each of the three grades, over all work."""
    for name in FACTORS:
        found = alpha([value for _, value in one.get(name, ())] for one in given.values())
        if found is not None:
            yield name, found
