"""Decisions about source elements: what belongs together, what is kept apart, what is not taught."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import Written
from sopcurric.model.address import Address
from sopcurric.model.course import Untaught
from sopcurric.model.decision import Named, Verdict, seen_verdict, sight
from sopcurric.model.files.decision import Apart, Exclude, Role, Together
from sopcurric.model.files.sop_kinds import URGENT
from sopcurric.model.sop import Hazard, JobSop, Safeguard, SopElement, Step
from sopcurric.model.task import Constraint, GroupingRules


@dataclass(frozen=True, slots=True)
class SourceRules:
    """What decisions about source elements come to."""

    grouping: GroupingRules
    untaught: tuple[Untaught, ...]
    verdicts: tuple[Verdict, ...]


def decide_sources(settled: Settled, sops: Sequence[JobSop], keepers: Collection[Role] = ()) -> SourceRules:
    """Constraints on grouping, and elements that are not taught; `keepers` are the roles that answer for safety."""
    written = Written(sops)
    untaught, verdicts = _exclusions(settled, sops, written, keepers)
    excluded = tuple(one.address for one in untaught)
    together, apart, more = _constraints(settled, sops, written, {*excluded})
    return SourceRules(GroupingRules(together, apart, excluded), untaught, (*verdicts, *more))


def constraint_sight(procedures: Iterable[Address], written: Written) -> str:
    """What a decision to put procedures together or to keep them apart sees: their own words, not their steps."""
    return sight(*(word for words in sorted(map(written.of, procedures)) for word in words))


def exclude_sight(elements: Iterable[Address], written: Written) -> str:
    """What a decision not to teach elements sees: their words and those of everything below them."""
    return sight(*(word for words in sorted(map(written.below, elements)) for word in words))


def _constraints(
    settled: Settled, sops: Sequence[JobSop], written: Written, excluded: Collection[Address]
) -> tuple[tuple[Constraint, ...], tuple[Constraint, ...], list[Verdict]]:
    constraints: tuple[Named[Together | Apart], ...] = (*settled.of(Together), *settled.of(Apart))
    if not constraints:
        return (), (), []
    procedures = {one.address for sop in sops for one in sop.procedures}
    verdicts: list[Verdict] = []
    there: list[Named[Together | Apart]] = []
    for one in constraints:
        missing = tuple(name for name in one.decision.on if name not in procedures)
        if missing:
            verdicts.append(Verdict(one.name, "gone", missing, reason="missing"))
        elif len({*one.decision.on}) == 1:
            verdicts.append(Verdict(one.name, "refused", one.decision.on, reason="one-task"))
        elif left_out := tuple(name for name in one.decision.on if name in excluded):
            verdicts.append(Verdict(one.name, "refused", left_out, reason="excluded"))
        else:
            there.append(one)
    against = _contradictions(there)
    verdicts += [Verdict(name, "contradictory", other=other) for name, other in against.items()]
    holding = [one for one in there if one.name not in against]
    for one in holding:
        seen = constraint_sight(one.decision.on, written)
        verdicts.append(seen_verdict(one, seen, one.decision.on))
    together = tuple(Constraint(one.name, one.decision.on) for one in holding if isinstance(one.decision, Together))
    apart = tuple(Constraint(one.name, one.decision.on) for one in holding if isinstance(one.decision, Apart))
    return together, apart, verdicts


def _contradictions(decisions: Sequence[Named[Together | Apart]]) -> Mapping[str, str]:
    """Names of decisions that cannot hold at once, each with one that stands against it.

    What is kept apart may not be joined by what belongs together, directly or by way of others.
    """
    joining = [Named(one.name, one.decision) for one in decisions if isinstance(one.decision, Together)]
    found: dict[str, str] = {}
    for one in decisions:
        if not isinstance(one.decision, Apart):
            continue
        for chain in _chains(joining):
            members = {member for link in chain for member in link.decision.on}
            if len(members & {*one.decision.on}) > 1:
                found.setdefault(one.name, chain[0].name)
                for link in chain:
                    found.setdefault(link.name, one.name)
    return found


def _chains(joining: Sequence[Named[Together]]) -> list[list[Named[Together]]]:
    """Decisions that join, in sets that hang together by shared procedures."""
    chains: list[tuple[set[str], list[Named[Together]]]] = []
    for one in joining:
        touching = [chain for chain in chains if chain[0] & {*one.decision.on}]
        members = {*one.decision.on}.union(*(chain[0] for chain in touching))
        links = [link for chain in touching for link in chain[1]]
        chains = [chain for chain in chains if chain not in touching]
        chains.append((members, [*links, one]))
    return [links for _, links in chains]


def _exclusions(
    settled: Settled, sops: Sequence[JobSop], written: Written, keepers: Collection[Role]
) -> tuple[tuple[Untaught, ...], list[Verdict]]:
    """Elements that are not taught.

    Steps are not left out one by one (the rest would not be the work any more), hazards never; what is done in an
    emergency, and what keeps people from harm, only by those who answer for safety.
    """
    urgent = {one.address for sop in sops for one in sop.procedures if one.phase in URGENT}
    urgent |= {one.address for sop in sops for one in sop.elements() if isinstance(one, Safeguard)}
    wanted = settled.of(Exclude)
    if not wanted:
        return (), []
    kinds: dict[Address, type[SopElement | Step] | None] = {}
    for sop in sops:
        kinds |= {element.address: type(element) for element in sop.elements()}
        kinds |= {procedure.address: None for procedure in sop.procedures}
        kinds |= {step.address: Step for _, step in sop.steps()}
    verdicts: list[Verdict] = []
    fit: list[Named[Exclude]] = []
    for one in wanted:
        missing = tuple(name for name in one.decision.on if name not in kinds)
        barred = tuple(name for name in one.decision.on if kinds.get(name) in (Hazard, Step))
        if missing:
            verdicts.append(Verdict(one.name, "gone", missing, reason="missing"))
        elif barred:
            reason = "hazard" if kinds[barred[0]] is Hazard else "step"
            verdicts.append(Verdict(one.name, "refused", barred, reason=reason))
        elif urgent & {*one.decision.on} and one.decision.role not in keepers:
            verdicts.append(Verdict(one.name, "unauthorised", one.decision.on, reason="safety"))
        else:
            fit.append(one)
    chosen, judged = choose(Claim((name,), one.decision.reason, one) for one in fit for name in one.decision.on)
    losing = {verdict.decision: verdict for verdict in judged}
    by_name = {one.name: one for one in fit}
    untaught: dict[Address, Untaught] = {}
    for claim in chosen:
        for address in _with_parts(claim.slot[0], sops):
            untaught.setdefault(address, Untaught(address, by_name[claim.named.name].decision.reason, claim.named.name))
    for one in fit:
        seen = exclude_sight(one.decision.on, written)
        verdicts.append(losing.get(one.name) or seen_verdict(one, seen, one.decision.on))
    return tuple(untaught[address] for address in sorted(untaught)), verdicts


def _with_parts(address: Address, sops: Sequence[JobSop]) -> tuple[Address, ...]:
    """An element and, of a procedure, its steps."""
    for sop in sops:
        for procedure in sop.procedures:
            if procedure.address == address:
                return (address, *(step.address for step in procedure.steps))
    return (address,)
