"""Hours of safety training that the profile prescribes, and how a programme splits them over plant, workshop, team."""

from collections.abc import Sequence

from sopcurric.model.address import Address
from sopcurric.model.files.pathways import SafetyTraining
from sopcurric.model.pathway import SAFETY_LEVELS, SafetyDuty, SafetyKind, SafetyLevel, SafetyPart
from sopcurric.model.profile import Profile

NO_TRAINING = SafetyTraining()
"""What holds where a programme says nothing: smelting, as that asks for more."""


def new_hire(profile: Profile, training: SafetyTraining) -> SafetyDuty:
    """All three levels, as for anybody who is new to the plant (岗前三级安全培训)."""
    number = f"safety-initial{_suffix(training)}-hours"
    return _duty("new-hire", SAFETY_LEVELS, number, profile, training)


def transfer(profile: Profile, training: SafetyTraining, start: Address, goal: Address) -> SafetyDuty:
    """Workshop and team again for another post of the same plant; in another plant people are new (调整岗位)."""
    if plant_of(start) != plant_of(goal):
        return new_hire(profile, training)
    return _duty("transfer", SAFETY_LEVELS[1:], "safety-away-months", profile, training)


def back(profile: Profile, training: SafetyTraining) -> SafetyDuty:
    """Workshop and team again after a long absence (离岗后重新上岗)."""
    return _duty("return", SAFETY_LEVELS[1:], "safety-away-months", profile, training)


def yearly(profile: Profile, training: SafetyTraining) -> SafetyDuty:
    """Every year (每年再培训): the hours that are typed, else those that are prescribed."""
    number = f"safety-refresher{_suffix(training)}-hours"
    asked = profile.numbers.get(number)
    least = int(asked.value) if asked else 0
    hours = least if training.yearly is None else training.yearly
    return SafetyDuty("yearly", hours, least, number)


def plant_of(job: Address) -> str:
    """The plant of a job; empty where the repository has only one."""
    return job.rpartition(":")[0]


def _duty(
    kind: SafetyKind,
    levels: Sequence[SafetyLevel],
    number: str,
    profile: Profile,
    training: SafetyTraining,
) -> SafetyDuty:
    parts = tuple(_part(level, profile, training) for level in levels)
    asked = profile.numbers.get(number) if kind == "new-hire" else None
    return SafetyDuty(kind, sum(one.hours for one in parts), int(asked.value) if asked else 0, number, parts)


def _part(level: SafetyLevel, profile: Profile, training: SafetyTraining) -> SafetyPart:
    typed: int | None = getattr(training, level)
    if typed is not None:
        return SafetyPart(level, typed, typed=True)
    usual = profile.numbers.get(f"safety-{level}{_suffix(training)}-hours")
    return SafetyPart(level, int(usual.value) if usual else 0, typed=False)


def _suffix(training: SafetyTraining) -> str:
    """What names of numbers say of the industry."""
    return "-smelting" if training.industry == "smelting" else ""
