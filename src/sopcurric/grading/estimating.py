"""Difficulty, importance and frequency of work as facts of the SOP tell them: tables of facts, each grade with reasons.

No text gives cut-offs for them; those below are ours, and experts (surveys) and decisions replace what comes of them.
What makes work difficult, important and frequent follows DOE-HDBK-1076 and -1205 (consequence of wrong performance,
critical steps, how often, number of things to keep in mind) and the grades of risk of the dual prevention system.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sopcurric.linguistics.cues_of_work import DECIDED, JUDGING, HowOften, how_often, seldom
from sopcurric.linguistics.lexicon import BUILT_IN, Lexicon
from sopcurric.linguistics.statement import parse_statement
from sopcurric.linguistics.verbs import level_of
from sopcurric.model.competency import Grade, Rating
from sopcurric.model.files.sop_kinds import DEMANDING, GRAVE, URGENT, Frequency, Phase, Risk
from sopcurric.model.naming import named
from sopcurric.model.profile import Profile
from sopcurric.model.sop import Hazard, Procedure
from sopcurric.model.text import Phrase, Text, sentence

# --- Tables ----------------------------------------------------------------------------------------------------------

GRADE_OF_FREQUENCY: Mapping[Frequency, int] = {
    Frequency.CONTINUOUS: 3,
    Frequency.EACH_SHIFT: 3,
    Frequency.DAILY: 3,
    Frequency.WEEKLY: 2,
    Frequency.MONTHLY: 1,
    Frequency.YEARLY: 1,
    Frequency.RARELY: 1,
}
"""Grades of the frequencies that an SOP may name."""
GRADE_UP_TO_DAYS = ((1.0, 3), (10.0, 2))
"""Grade of what is done at least once in so many days; what is done less often has grade 1."""
USUAL_FREQUENCY: Mapping[Phase, int] = {
    Phase.PREPARATION: 1,
    Phase.START_UP: 1,
    Phase.NORMAL: 3,
    Phase.QUALITY: 3,
    Phase.INSPECTION: 3,
    Phase.MAINTENANCE: 2,
    Phase.SHUTDOWN: 1,
    Phase.EMERGENCY_SHUTDOWN: 1,
    Phase.EMERGENCY: 1,
    Phase.HANDOVER: 3,
}
"""Grades where nothing says how often."""
SIMPLE_PHASES = (Phase.HANDOVER, Phase.INSPECTION)
"""Work that is simple unless something complicates it."""
FEW_STEPS, MANY_STEPS = 6, 10
"""Work of fewer steps is simple, of so many it is difficult; in demanding phases few of them are enough."""
COMPLICATIONS: Mapping[str, int] = {"branches": 2, "holds": 2, "decided": 3, "parameters": 4, "judging": 3}
"""Facts that complicate work, each from so many on."""
RAISING = 2
"""So many complications raise difficulty by one."""
IMPORTANCE: tuple[tuple[str, int], ...] = (
    ("emergency", 3),
    ("hazard", 3),
    ("permit", 3),
    ("critical", 2),
    ("lockout", 2),
    ("interlock", 2),
    ("quality", 2),
    ("risk", 2),
)
"""Facts that make work important, the first that is there gives the grade."""

# --- Facts -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Facts:
    """What an SOP says about a procedure, as numbers."""

    steps: int
    critical: int
    branches: int
    holds: int
    decided: int
    parameters: int
    judging: int
    interlocks: int
    lockouts: int
    permits: int
    quality: int

    def complications(self) -> tuple[tuple[str, int], ...]:
        """What complicates the work, with how much of it there is."""
        return tuple(
            (name, getattr(self, name)) for name, least in COMPLICATIONS.items() if getattr(self, name) >= least
        )


def facts(procedure: Procedure, language: str, lexicon: Lexicon = BUILT_IN) -> Facts:
    """The facts of a procedure; `language` is the one that its words are looked at in."""
    said = [(step.text.words(language), step.when.words(language), step.branch) for step in procedure.steps]
    return Facts(
        steps=len(procedure.deeds),
        critical=sum(step.critical for step in procedure.steps),
        branches=sum(bool(branch) for _, _, branch in said),
        holds=sum(bool(step.hold) for step in procedure.steps),
        decided=sum(bool(when or DECIDED.search(text)) for text, when, branch in said if not branch),
        parameters=len({*named(procedure, "parameters")}),
        judging=sum(_judges(text, language, lexicon) for text, _, _ in said),
        interlocks=len({*named(procedure, "interlocks")}),
        lockouts=len({*named(procedure, "lockouts")}),
        permits=len({*named(procedure, "permits")}),
        quality=len({*named(procedure, "quality")}),
    )


def _judges(text: str, language: str, lexicon: Lexicon) -> bool:
    action = parse_statement(text, language, lexicon).action
    return str(level_of(action, language, lexicon) or "") in JUDGING


# --- Grades ----------------------------------------------------------------------------------------------------------


def estimate(
    procedure: Procedure, hazards: tuple[Hazard, ...], language: str, profile: Profile, lexicon: Lexicon = BUILT_IN
) -> Rating:
    """The rating that an SOP gives, or that its facts tell, with the training that follows by the table of the profile.

    Work with a hazard of the highest grade is never left without training.
    """
    known = facts(procedure, language, lexicon)
    return profile.rated(
        _given(procedure.difficulty) or _difficulty(procedure, known),
        _given(procedure.importance) or _importance(procedure, known, hazards),
        _given(procedure.frequency_grade) or _frequency(procedure, language),
        major=any(hazard.risk is Risk.MAJOR for hazard in hazards),
    )


def _given(value: int) -> Grade | None:
    return Grade(value, "sop", sentence("rating.given")) if value else None


def _computed(value: int, reason: Phrase) -> Grade:
    return Grade(value, "computed", reason)


def _difficulty(procedure: Procedure, known: Facts) -> Grade:
    complicated = known.complications()
    reason: Phrase = sentence("rating.difficulty", steps=known.steps, critical=known.critical)
    for name, number in complicated:
        reason = sentence("rating.further", first=reason, more=sentence(f"rating.fact.{name}", number=number))
    demanding = procedure.phase in DEMANDING
    if (demanding and known.steps >= FEW_STEPS) or known.steps >= MANY_STEPS:
        return _computed(3, reason)
    simple = not demanding and (procedure.phase in SIMPLE_PHASES or known.steps < FEW_STEPS)
    return _computed((1 if simple else 2) + (len(complicated) >= RAISING), reason)


def _importance(procedure: Procedure, known: Facts, hazards: tuple[Hazard, ...]) -> Grade:
    worst = max((one for one in hazards if one.risk in GRAVE), key=lambda one: GRAVE.index(one.risk), default=None)
    reasons: Mapping[str, Callable[[], Phrase | None]] = {
        "emergency": lambda: sentence("rating.importance.emergency") if procedure.phase in URGENT else None,
        "hazard": lambda: sentence(f"rating.importance.{worst.risk.value}", title=worst.title) if worst else None,
        "permit": lambda: _numbered("permit", known.permits),
        "critical": lambda: _numbered("critical", known.critical),
        "lockout": lambda: _numbered("lockout", known.lockouts),
        "interlock": lambda: _numbered("interlock", known.interlocks),
        "quality": lambda: _numbered("quality", known.quality),
        "risk": lambda: _numbered("risk", len(hazards)),
    }
    for name, grade in IMPORTANCE:
        reason = reasons[name]()
        if reason:
            return _computed(grade, reason)
    return _computed(1, sentence("rating.importance.low"))


def _numbered(name: str, number: int) -> Phrase | None:
    return sentence(f"rating.importance.{name}", number=number) if number else None


def _frequency(procedure: Procedure, language: str) -> Grade:
    if procedure.frequency is not None:
        reason = sentence("rating.frequency", frequency=sentence(f"frequency.{procedure.frequency.value}"))
        return _computed(GRADE_OF_FREQUENCY[procedure.frequency], reason)
    said = _said(procedure, language)
    if said:
        grade = next((grade for days, grade in GRADE_UP_TO_DAYS if said.days <= days), 1)
        return _computed(grade, sentence("rating.frequency.words", words=said.words))
    reason = sentence("rating.frequency.phase", phase=sentence(f"phase.{procedure.phase.value}"))
    return _computed(USUAL_FREQUENCY[procedure.phase], reason)


def _said(procedure: Procedure, language: str) -> HowOften | None:
    """How often the work is done by its interval, its trigger, its title, or the intervals of its points."""
    first = _first(how_often, (procedure.interval, procedure.trigger, procedure.title), language)
    first = first or _first(seldom, (procedure.interval, procedure.trigger), language)
    points = [found for step in procedure.steps if (found := how_often(step.interval.words(language)))]
    return first or min(points, key=lambda one: one.days, default=None)


def _first(look: Callable[[str], HowOften | None], texts: Iterable[Text], language: str) -> HowOften | None:
    return next((found for text in texts if (found := look(text.words(language)))), None)
