"""Decisions of any kind, sound or not: none goes unheard, each changes what it says and nothing else, names stay."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import get_args

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import Files, RememberingSteps, checked, checked_fullest, compiled, repositories, rolled, small
from sopcurric.app.checking import ask
from sopcurric.app.locking import next_lock
from sopcurric.io.lock_file import LOCK_FILE, lock_text, read_lock
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import HOLDING, VerdictKind, name_of
from sopcurric.model.files.decision import DecisionFile, LeafDecision
from sopcurric.model.lock import Held, Lock
from sopcurric.model.publication import Binder, Block, Leaf

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

#: Together they bring about nine in ten of the verdicts on kinds of decisions that the first 24 rolls do; the last one
#: hides a row of a work leaf, which few do.
ROLLS = (4, 8, 11, 25, 31, 32, 33, 36)
STEPS = RememberingSteps()


@cache
def at(roll: int) -> Compilation:
    """What a repository with decisions compiles to, as a die decides."""
    return compiled(rolled(roll), STEPS)


def without(files: Files, *starts: str) -> dict[str, str]:
    """The repository without some of its files."""
    return {path: text for path, text in files.items() if not path.startswith(starts)}


def dealt(files: Files, random: Random, number: int) -> dict[str, str]:
    """The same decisions in another order and in other files."""
    records = [
        record
        for path, text in files.items()
        if path.startswith("decisions/")
        for record in yaml.safe_load(text)["decisions"]
    ]
    random.shuffle(records)
    names = [
        f"decisions/{random.choice('abc')}/{place} 决定.{random.choice(('yaml', 'YML'))}" for place in range(number)
    ]
    parts = {name: records[place::number] for place, name in enumerate(names)}
    texts = {name: yaml.safe_dump({"decisions": part}, allow_unicode=True) for name, part in parts.items() if part}
    random.shuffle(names)
    return {**{name: texts[name] for name in names if name in texts}, **without(files, "decisions/")}


def leaves(binders: tuple[Binder, ...]) -> Mapping[str, Leaf]:
    """Leaves by their identifiers."""
    return {leaf.id: leaf for binder in binders for leaf in binder.leaves}


# --- No decision goes unheard ----------------------------------------------------------------------------------------


def test_the_die_reaches_every_verdict_and_hides_something() -> None:
    assert {one.kind for roll in ROLLS for one in at(roll).verdicts} == set(get_args(VerdictKind))
    told = {one.code for roll in ROLLS for one in ask(at(roll)) if dict(one.arguments).get("variant") == "hidden"}
    assert told >= {"LEF101"}


@pytest.mark.parametrize("roll", ROLLS)
def test_every_decision_is_judged_once(roll: int) -> None:
    compilation = at(roll)
    judged = Counter(one.decision for one in compilation.verdicts)
    assert judged == Counter(one.name for one in compilation.inputs.decisions)
    known = {*judged, ""}
    assert {one.other for one in compilation.verdicts} <= known


@pytest.mark.parametrize("roll", ROLLS)
def test_what_does_not_simply_hold_is_told(roll: int) -> None:
    compilation = at(roll)
    told = {one.subject for one in ask(compilation) if one.code.startswith("JNT")}
    for one in compilation.verdicts:
        if one.kind != "applied":
            assert compilation.decisions[one.decision].address in told, one


# --- Decisions change what they say ----------------------------------------------------------------------------------


def _origins(computed: Leaf, decided: Leaf) -> Iterator[tuple[Block, bool]]:
    """The blocks of a decided leaf, and whether they stood there before as they are."""
    before = {block.key: block for block in computed.blocks}
    return ((block, before.get(block.key) == block) for block in decided.blocks)


@pytest.mark.parametrize("roll", ROLLS)
def test_blocks_are_marked_as_decided_where_they_are_and_nowhere_else(roll: int) -> None:
    compilation = at(roll)
    computed, decided = leaves(compilation.computed), leaves(compilation.binders)
    assert list(computed) == list(decided)
    for name, leaf in decided.items():
        for block, as_before in _origins(computed[name], leaf):
            assert (block.origin == "computed") == as_before, block.key
        keys = [block.key for block in leaf.blocks]
        assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("roll", ROLLS)
def test_leaves_that_nobody_decided_about_stay_as_they_were(roll: int) -> None:
    compilation = at(roll)
    holding = {one.decision: one.subjects for one in compilation.verdicts if one.kind in HOLDING}
    about = {
        holding[one.name][0]
        for one in compilation.inputs.decisions
        if one.name in holding and isinstance(one.decision, LeafDecision)
    }
    computed, decided = leaves(compilation.computed), leaves(compilation.binders)
    assert {name for name in decided if decided[name] != computed[name]} <= about
    hidden = {name for name in about if len(decided[name].blocks) < len(computed[name].blocks)}
    kinds = {one.decision.decide for one in compilation.inputs.decisions if one.name in holding}
    assert not hidden or "hide" in kinds


@pytest.mark.parametrize("roll", ROLLS)
def test_decisions_that_do_not_hold_change_nothing(roll: int) -> None:
    """Taken out of the repository, they leave everything as it is."""
    compilation = at(roll)
    holding = {one.decision for one in compilation.verdicts if one.kind in HOLDING}
    lost = {one.name for one in compilation.inputs.decisions} - holding
    replacing = {name for one in compilation.inputs.decisions for name in one.decision.replaces}
    if not lost or lost & replacing:
        return
    files = rolled(roll)
    kept = {path: _without(text, lost) for path, text in files.items() if path.startswith("decisions/")}
    fewer = compiled({**without(files, "decisions/"), **{path: text for path, text in kept.items() if text}})
    assert (fewer.catalogue, fewer.design) == (compilation.catalogue, compilation.design)
    assert (fewer.plans, fewer.binders) == (compilation.plans, compilation.binders)


def _without(text: str, lost: set[str]) -> str:
    """The file without some of its decisions."""
    records = [one for one in yaml.safe_load(text)["decisions"] if _name(one) not in lost]
    return yaml.safe_dump({"decisions": records}, allow_unicode=True) if records else ""


def _name(record: object) -> str:
    (decision,) = DecisionFile.model_validate({"decisions": [record]}, context={"language": "zh"}).decisions
    return name_of(decision)


@settings(max_examples=8)
@given(repositories(most_jobs=2, decided=True), st.randoms(use_true_random=False), st.integers(1, 5))
def test_order_and_files_of_decisions_mean_nothing(files: dict[str, str], random: Random, number: int) -> None:
    there, dealt_anew = compiled(files), compiled(dealt(files, random, number))
    assert dealt_anew == there
    assert lock_text(next_lock(dealt_anew)) == lock_text(next_lock(there))


# --- Names stay ------------------------------------------------------------------------------------------------------


def _assert_names_are_unique(compilation: Compilation) -> None:
    courses = compilation.design.courses
    for names in (
        [task.id for task in compilation.catalogue.tasks],
        [task.id for course in courses for task in course.tasks],
        [module.id for course in courses for module in course.modules],
        [leaf.id for binder in compilation.binders for leaf in binder.leaves],
    ):
        assert len(set(names)) == len(names)
    members = Counter(member for task in compilation.catalogue.tasks for member in task.members)
    assert set(members.values()) <= {1}


@pytest.mark.parametrize("roll", ROLLS)
def test_names_are_unique_whatever_the_lock_says(roll: int) -> None:
    _assert_names_are_unique(at(roll))


@pytest.mark.parametrize("roll", ROLLS)
def test_names_of_tombstones_are_never_given_again(roll: int) -> None:
    compilation = at(roll)
    lock = next_lock(compilation)
    assert set(compilation.inputs.lock.released) == set(lock.released)
    alive = {number for one in lock.held for number in (one.task, one.learning_task, one.module)}
    assert not alive & set(compilation.inputs.lock.tombstones)


@pytest.mark.parametrize("roll", ROLLS)
def test_a_build_with_the_lock_of_a_build_is_that_build(roll: int) -> None:
    """For what no lock was there before, for an old one, and for one of another state."""
    files = rolled(roll)
    for start in (files, without(files, LOCK_FILE)):
        first = compiled(start, STEPS)
        text = lock_text(next_lock(first))
        again = compiled({**start, LOCK_FILE: text}, STEPS)
        assert lock_text(next_lock(again)) == text
        assert again.binders == first.binders
        assert (again.catalogue, again.design, again.plans) == (first.catalogue, first.design, first.plans)


_SUFFIX = st.text("abcdefghijklmnopqrstuvwxyz234567", min_size=8, max_size=8)


@given(st.lists(st.tuples(_SUFFIX, _SUFFIX, _SUFFIX), min_size=1, max_size=6), st.sets(_SUFFIX, max_size=4))
def test_any_lock_reads_back_as_it_was_written(suffixes: list[tuple[str, str, str]], released: set[str]) -> None:
    held = (Held(f"A:x_9/P{n}", f"tt-{a}", f"lt-{b}", f"md-{c}") for n, (a, b, c) in enumerate(suffixes))
    lock = Lock(tuple(sorted(held, key=lambda one: one.member)), tuple(sorted(f"lt-{one}" for one in released)))
    assert read_lock(lock_text(lock).encode()) == (lock, ())


def test_decisions_that_hold_raise_no_finding_but_what_they_saw() -> None:
    for outcome in (checked_fullest(), checked(small(decided=True))):
        told = {one.code for one in outcome.findings if one.code.startswith(("JNT", "LEF10", "LCK"))}
        assert told <= {"JNT105", "JNT108", "LCK006"}, "the generated lock is younger than what was readdressed"
