"""What is said about a pathway, on a terminal and on paper: why a task is on it, where hours of safety come from."""

from collections.abc import Iterable, Iterator

from sopcurric.model.compilation import Compilation
from sopcurric.model.pathway import PathwayTask, Refreshing, SafetyDuty
from sopcurric.model.profile import Profile
from sopcurric.model.text import Phrase, Text, sentence


def why_of(one: PathwayTask) -> Phrase:
    """Why a task has the hours that it has, with the numbers of the formula where it was applied."""
    held, every = len(one.held), len(one.held) + len(one.missing)
    if one.state == "recognised":
        return _recognised(one)
    if one.state == "upgrade":
        return sentence("pathway.why.upgrade", number=len(one.requirements))
    if one.state == "partly":
        theory, practice = _formula(one.full_theory, one.knowledge), _formula(one.full_practice, one.practical)
        return sentence("pathway.why.partly", held=held, all=every, theory=theory, practice=practice)
    if held:
        return sentence("pathway.why.little", held=held, all=every)
    if one.requirements:
        return sentence("pathway.why.level", number=len(one.requirements), all=every)
    return sentence("pathway.why.new", all=every)


def _recognised(one: PathwayTask) -> Phrase:
    """How it is known that nothing is left of a task."""
    if not one.platform:
        return sentence("pathway.why.held", number=len(one.held))
    code = "pathway.why.platform.confirm" if one.confirm else "pathway.why.platform"
    return sentence(code, number=len(one.confirm))


def _formula(full: int, counted: tuple[int, int]) -> str:
    """Hours × missing ÷ all with its numbers (fonts lack ⌈⌉), or the hours where there are no points to go by."""
    missing, of = counted
    return f"{full}×{missing}÷{of}" if of else str(full)


def split_of(duty: SafetyDuty) -> Phrase:
    """Which levels give how many hours; of a yearly training, that it is every year."""
    if not duty.parts:
        return sentence("pathway.safety.every-year")
    told: Phrase = _part(duty, 0)
    for place in range(1, len(duty.parts)):
        told = sentence("pathway.safety.joined", left=told, right=_part(duty, place))
    return told


def _part(duty: SafetyDuty, place: int) -> Phrase:
    part = duty.parts[place]
    return sentence(f"pathway.safety.level.{part.level}", hours=part.hours)


def basis_of(duty: SafetyDuty, profile: Profile) -> Phrase:
    """The clause by which a training is due, and whether its split is typed or only usual."""
    number = profile.numbers.get(duty.number)
    clause: Phrase | str = number.clause if number else duty.number
    if duty.kind in {"transfer", "return"}:
        code = "pathway.safety.basis.typed" if all(one.typed for one in duty.parts) else "pathway.safety.basis.usual"
        return sentence(code, clause=clause)
    return sentence("pathway.safety.basis", clause=clause)


def repeated(one: Refreshing) -> Phrase:
    """How often something is repeated."""
    return (
        sentence("pathway.refresher.months", months=one.months) if one.months else sentence("pathway.refresher.before")
    )


def open_texts(compilation: Compilation, names: Iterable[str]) -> Iterator[tuple[str, Text]]:
    """Requirements of standards by id with their words."""
    texts = {one.id: one.text for coverage in compilation.coverage for one in coverage.requirements}
    return ((name, texts[name]) for name in names)
