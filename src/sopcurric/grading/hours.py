"""Hours (学时) of a learning task, estimated from what its SOPs say.

No text says how many hours a piece of work needs; colleges set them by experience. The formula is ours, its numbers
stand in the project file, and what it gives is a draft that a decision replaces. How it compares with published plans
is measured by `benchmarks/hours.py`.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sopcurric.model.competency import Outcome, Rating
from sopcurric.model.files.project import HoursPolicy
from sopcurric.model.text import Phrase, sentence

_GRADES = {1: "low", 2: "average", 3: "high"}


@dataclass(frozen=True, slots=True)
class Evidence:
    """What hours are estimated from: steps of the longest procedure, most points of knowledge of one, the rating."""

    steps: int
    knowledge: int
    rating: Rating


@dataclass(frozen=True, slots=True)
class Estimate:
    """Hours of theory and practice, and how they came about."""

    theory: int
    practice: int
    reason: Phrase


def estimate(evidence: Evidence, policy: HoursPolicy) -> Estimate:
    """`per_task` + (steps × `per_step` + knowledge × `per_knowledge`) × difficulty × training, rounded to `round_to`.

    Practice is `practice_share` of what the steps take; the rest of it and all points of knowledge are theory. Halves
    are rounded up; no task has less than `minimum`, and none that has some theory or practice has that rounded away.
    """
    by_steps = evidence.steps * _number(policy.per_step)
    by_knowledge = evidence.knowledge * _number(policy.per_knowledge)
    difficulty = _number(getattr(policy.difficulty, _GRADES[evidence.rating.difficulty.value]))
    training = _number(_factor(evidence.rating.outcome, policy))
    raw = _number(policy.per_task) + (by_steps + by_knowledge) * difficulty * training
    total = max(_rounded(raw, policy.round_to), _rounded_up(policy.minimum, policy.round_to))
    share = by_steps * _number(policy.practice_share) / (by_steps + by_knowledge) if by_steps else Decimal(0)
    practice = max(_rounded(total * share, policy.round_to), policy.round_to if share else 0)
    practice = min(practice, total if share == 1 else max(total - policy.round_to, 0))
    reason = sentence(
        "hours.reason",
        per_task=_said(policy.per_task),
        steps=evidence.steps,
        per_step=_said(policy.per_step),
        points=evidence.knowledge,
        per_point=_said(policy.per_knowledge),
        difficulty=_said(difficulty),
        training=_said(training),
        raw=_said(raw.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)),
        total=total,
    )
    return Estimate(total - practice, practice, reason)


def _factor(outcome: Outcome, policy: HoursPolicy) -> float:
    factor: float = getattr(policy.training, outcome.replace("-", "_"))
    return factor


def _number(value: float) -> Decimal:
    return Decimal(str(value))


def _said(value: float | Decimal) -> str:
    return format(_number(float(value)).normalize(), "f")


def _rounded(value: Decimal, unit: int) -> int:
    return int((value / unit).quantize(Decimal(1), rounding=ROUND_HALF_UP)) * unit


def _rounded_up(value: int, unit: int) -> int:
    return -(-value // unit) * unit
