"""Which decisions hold: who may decide what, which one takes the place of which, and which contradict each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from sopcurric.model.decision import Named, Verdict
from sopcurric.model.files.decision import Decision, DecisionHeader, DecisionKind, Role, Withdraw

Made = TypeVar("Made", bound=DecisionHeader)

Authority = Mapping[DecisionKind | Literal["safety"], Sequence[Role]]
"""Roles by kind of decision."""


@dataclass(frozen=True, slots=True)
class Settled:
    """Decisions that may hold, in the order of their dates and names, and verdicts on the others."""

    decisions: tuple[Named[Decision], ...]
    verdicts: tuple[Verdict, ...]

    def of(self, kind: type[Made]) -> tuple[Named[Made], ...]:
        """Those of one kind."""
        return tuple(Named(one.name, one.decision) for one in self.decisions if isinstance(one.decision, kind))


@dataclass(frozen=True, slots=True)
class Claim:
    """What a decision wants to be: a value for a slot that takes one value only."""

    slot: tuple[str, ...]
    value: object
    named: Named[DecisionHeader]


def settle(decisions: Iterable[Named[Decision]], authority: Authority) -> Settled:
    """Leave out what is not for its role to decide, and what another decision names as replaced."""
    ordered = sorted(decisions, key=lambda one: (one.decision.date, one.name))
    kinds = {one.name: one.decision.decide for one in ordered}
    allowed: list[Named[Decision]] = []
    verdicts: list[Verdict] = []
    for one in ordered:
        wanted = (one.decision.decide, *(kinds[name] for name in one.decision.replaces if name in kinds))
        barred = [kind for kind in wanted if one.decision.role not in authority.get(kind, ())]
        if barred:
            verdicts.append(Verdict(one.name, "unauthorised", reason=barred[0]))
        else:
            allowed.append(one)
    replaced = _replaced(allowed)
    verdicts += [Verdict(one.name, "superseded", other=replaced[one.name]) for one in allowed if one.name in replaced]
    verdicts += [
        Verdict(one.name, "applied", one.decision.replaces)
        if any(name in kinds for name in one.decision.replaces)
        else Verdict(one.name, "gone", one.decision.replaces, reason="decision")
        for one in allowed
        if isinstance(one.decision, Withdraw) and one.name not in replaced
    ]
    return Settled(tuple(one for one in allowed if one.name not in replaced), tuple(verdicts))


def _replaced(decisions: Sequence[Named[Decision]]) -> Mapping[str, str]:
    """Names of decisions that another one takes the place of, each with that one.

    Nothing replaces itself or what is later. A withdrawal that is itself replaced has taken nothing back.
    """
    by_name = {one.name: one for one in decisions}
    replacing = [
        (name, one)
        for one in sorted(decisions, key=lambda one: (one.decision.date, one.name), reverse=True)
        for name in one.decision.replaces
        if name in by_name and name != one.name and by_name[name].decision.date <= one.decision.date
    ]
    found: dict[str, str] = {}
    for name, one in replacing:
        taken_back = isinstance(one.decision, Withdraw) and one.name in found
        if not taken_back and found.get(one.name) != name:  # of two that name each other the later one holds
            found.setdefault(name, one.name)
    return found


def choose(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], tuple[Verdict, ...]]:
    """One claim for each slot.

    A later decision of the same role takes the place of an earlier one, and one that says the same is only repeated.
    Where different roles, or the same role on the same day, want different values, none holds: people must agree.
    """
    slots: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        slots.setdefault(claim.slot, []).append(claim)
    against: dict[str, str] = {}
    for rivals in slots.values():
        *earlier, last = sorted(rivals, key=_by_date)
        for one in earlier:
            if one.value != last.value and on_a_par(one.named, last.named):
                against[one.named.name] = last.named.name
                against[last.named.name] = one.named.name
    chosen: list[Claim] = []
    superseded: dict[str, str] = {}
    for rivals in slots.values():
        sound = sorted((one for one in rivals if one.named.name not in against), key=_by_date)
        chosen += sound[-1:]
        superseded |= {one.named.name: sound[-1].named.name for one in sound[:-1]}
    lost = {*superseded} - {claim.named.name for claim in chosen}
    verdicts = [Verdict(name, "contradictory", other=other) for name, other in against.items()]
    verdicts += [Verdict(name, "superseded", other=other) for name, other in superseded.items() if name in lost]
    return tuple(chosen), tuple(verdicts)


def _by_date(claim: Claim) -> tuple[str, str]:
    return claim.named.decision.date, claim.named.name


def on_a_par(earlier: Named[DecisionHeader], later: Named[DecisionHeader]) -> bool:
    """Whether neither can take the place of the other."""
    return earlier.decision.role != later.decision.role or earlier.decision.date == later.decision.date
