"""Things keep their identifiers as far as their members stay; what is new gets one that nothing else has or had."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sopcurric.model.address import Address
from sopcurric.model.identifier import derived_id
from sopcurric.model.lock import PREFIXES, Held, Lock, NumberKind
from sopcurric.model.numbering import Group, numbered

KINDS: tuple[NumberKind, ...] = ("task", "learning_task", "module")
Members = frozenset[Address]
POOL = tuple(f"{job}/P{number}" for job in ("DIG", "QL:DIG", "SET") for number in range(1, 5))

many = settings(max_examples=200)


def group(*members: Address) -> Group:
    return Group(min(members), members)


def lock_of(kind: NumberKind, numbers: Mapping[Address, str], released: Iterable[str] = ()) -> Lock:
    """A lock that knows the things of one kind; those of the other kinds hold one procedure each."""

    def held(member: Address) -> Held:
        task, learning, module = (
            numbers[member] if one == kind else derived_id(PREFIXES[one], member) for one in KINDS
        )
        return Held(member, task, learning, module)

    return Lock(tuple(held(member) for member in sorted(numbers)), tuple(sorted(released)))


def held_by(groups: Iterable[Group], numbers: Iterable[str]) -> dict[Address, str]:
    return {member: number for group, number in zip(groups, numbers, strict=True) for member in group.members}


@st.composite
def partitions(draw: st.DrawFn) -> list[Group]:
    """Groups of some of the procedures, in any order, with members in any order."""
    members = draw(st.lists(st.sampled_from(POOL), unique=True, min_size=1))
    places = draw(st.lists(st.integers(0, 4), min_size=len(members), max_size=len(members)))
    found: dict[int, list[Address]] = {}
    for member, place in zip(members, places, strict=True):
        found.setdefault(place, []).append(member)
    return [group(*one) for one in found.values()]


@dataclass(frozen=True, slots=True)
class Case:
    """What held which identifiers, and what is to be numbered now."""

    kind: NumberKind
    lock: Lock
    groups: list[Group]
    named: bool

    @property
    def known(self) -> Mapping[Address, str]:
        return self.lock.numbers(self.kind)

    @property
    def before(self) -> Mapping[str, Members]:
        """Members by identifier."""
        return {number: frozenset(m for m in self.known if self.known[m] == number) for number in self.known.values()}

    def numbered(self) -> tuple[str, ...]:
        return numbered(self.kind, self.groups, self.lock, named=self.named)

    def shared(self, group: Group, number: str) -> int:
        """How many members of a group an identifier held."""
        return len(self.before.get(number, frozenset()).intersection(group.members))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Identifiers that were made from the anchors of any procedures, some released, and groups that may differ."""
    kind = draw(st.sampled_from(KINDS))
    earlier = draw(st.just([]) | partitions())
    made = [derived_id(PREFIXES[kind], anchor) for anchor in POOL]
    numbers = draw(st.permutations(made))[: len(earlier)]
    released = draw(st.lists(st.sampled_from(made), unique=True, max_size=6))
    lock = lock_of(kind, held_by(earlier, numbers), released)
    now = draw(partitions() | (st.permutations(earlier) if earlier else partitions()))
    return Case(kind, lock, now, draw(st.booleans()))


@many
@given(cases())
def test_an_identifier_never_passes_to_a_group_that_shares_no_member(case: Case) -> None:
    for one, number in zip(case.groups, case.numbered(), strict=True):
        assert number not in case.before or case.shared(one, number)


@many
@given(cases())
def test_a_group_with_the_same_members_keeps_its_identifier(case: Case) -> None:
    known = {members: number for number, members in case.before.items()}
    for one, number in zip(case.groups, case.numbered(), strict=True):
        assert number == known.get(frozenset(one.members), number)


@many
@given(cases())
def test_identifiers_are_distinct_and_of_their_kind(case: Case) -> None:
    numbers = case.numbered()
    assert len(set(numbers)) == len(case.groups)
    assert all(number.startswith(PREFIXES[case.kind]) for number in numbers)


@many
@given(cases())
def test_released_identifiers_that_hold_nothing_are_never_used_again(case: Case) -> None:
    assert not set(case.numbered()) & (set(case.lock.tombstones) - set(case.before))


@many
@given(cases(), st.randoms(use_true_random=False))
def test_nothing_depends_on_the_order_of_groups_and_members(case: Case, rng: random.Random) -> None:
    turned = [Group(one.anchor, tuple(rng.sample(one.members, len(one.members)))) for one in case.groups]
    rng.shuffle(turned)
    again = numbered(case.kind, turned, case.lock, named=case.named)
    assert held_by(turned, again) == held_by(case.groups, case.numbered())


@many
@given(cases())
def test_a_build_equals_the_next_one_with_the_lock_that_it_wrote(case: Case) -> None:
    numbers = case.numbered()
    written = lock_of(case.kind, held_by(case.groups, numbers), case.lock.released)
    assert numbered(case.kind, case.groups, written, named=case.named) == numbers


@many
@given(cases())
def test_no_group_and_identifier_would_both_fit_each_other_better(case: Case) -> None:
    assume(not case.named)
    numbers = case.numbered()
    of_number = dict(zip(numbers, case.groups, strict=True))
    for one, number in zip(case.groups, numbers, strict=True):
        for wanted in case.before:
            had = case.shared(of_number[wanted], wanted) if wanted in of_number else 0
            assert case.shared(one, wanted) <= max(case.shared(one, number), had)


A, B, C, D = POOL[:4]
OF_A = derived_id("tt-", A)


@pytest.mark.parametrize(
    ("now", "keeps"),
    [
        ([group(A), group(B, C)], 1),  # most members
        ([group(A, D), group(B)], 0),  # as many members: what it was made from
        ([group(B), group(A, D)], 1),
        ([group(C), group(B)], 1),  # neither: the first by address
        ([group(D)], None),
    ],
)
def test_which_part_of_a_split_group_keeps_the_identifier(now: list[Group], keeps: int | None) -> None:
    numbers = numbered("task", now, lock_of("task", dict.fromkeys((A, B, C), OF_A)))
    assert [number == OF_A for number in numbers] == [at == keeps for at in range(len(now))]


def test_among_equals_the_identifier_stays_with_what_it_was_made_from() -> None:
    of_b = derived_id("tt-", B)
    lock = lock_of("task", dict.fromkeys((A, B, C), of_b))
    numbers = numbered("task", [group(A), group(B), group(C)], lock)
    assert [number == of_b for number in numbers] == [False, True, False]


def test_a_joined_group_keeps_the_identifier_of_its_larger_part() -> None:
    lock = lock_of("task", {A: OF_A, B: "tt-larger", C: "tt-larger"})
    assert numbered("task", [group(A, B, C)], lock) == ("tt-larger",)


def test_a_group_whose_own_identifier_is_elsewhere_gets_another_new_one() -> None:
    lock = lock_of("task", dict.fromkeys((A, B, C), OF_A))
    own, kept = numbered("task", [group(A), group(B, C)], lock)
    assert kept == OF_A
    assert own == derived_id("tt-", f"{A}#2")


def test_a_released_identifier_is_not_made_again() -> None:
    second = derived_id("tt-", f"{A}#2")
    assert numbered("task", [group(A)], Lock(released=(OF_A,))) == (second,)
    assert numbered("task", [group(A)], Lock(released=(OF_A, second))) == (derived_id("tt-", f"{A}#3"),)


def test_a_name_that_stays_comes_before_the_number_of_members() -> None:
    start, run = derived_id("md-", "DIG.start"), derived_id("md-", "DIG.run")
    lock = lock_of("module", dict.fromkeys((A, B, C), start))
    now = [Group("DIG.run", (B, C)), Group("DIG.start", (A, D))]
    assert numbered("module", now, lock, named=True) == (run, start)
    assert numbered("module", now, lock) == (start, derived_id("md-", "DIG.start#2"))
