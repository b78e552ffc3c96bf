# ruff: noqa: S311
"""Derived things keep what they are called when SOPs are edited, and when branches are merged.

The shares are those that a joint team was promised; `benchmarks/identity.py` prints them for many more edits.
"""

import random
from collections.abc import Mapping

import pytest

from edits import (
    EDITS,
    EVERYDAY,
    OF_JOBS,
    STEP_TYPO,
    UNSEEN,
    WORDING,
    Edit,
    addresses,
    chain,
    edited,
    one_plant,
    reordered,
    several_plants,
    sop_paths,
    without,
)
from generators import Files
from identities import Built, Fork, Kept, after, build, followed, fork, long_locked, passed, untouched, usable
from sopcurric.io.lock_file import lock_text, read_lock
from sopcurric.model.lock import Lock

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

PLANTS = ("QL", "XY")


@pytest.fixture(scope="module")
def starts(alumina_files: Files) -> Mapping[str, Built]:
    """The big example in one plant, and half of its jobs in two plants."""
    return {
        "one plant": long_locked(one_plant(alumina_files)),
        "two plants": long_locked(several_plants(alumina_files, PLANTS, random.Random(0), 3)),
    }


@pytest.fixture(scope="module", params=["one plant", "two plants"])
def start(request: pytest.FixtureRequest, starts: Mapping[str, Built]) -> Built:
    return starts[request.param]


def test_the_examples_are_called_otherwise_than_without_a_lock(start: Built) -> None:
    assert not start.holders.keys() & build(start.files).holders.keys()


def test_several_plants_share_typical_tasks_but_do_not_say_the_same(starts: Mapping[str, Built]) -> None:
    two = starts["two plants"].compilation
    shared = [task for task in two.catalogue.tasks if {job.split(":")[0] for job in task.jobs} == {*PLANTS}]
    titles = [{two.procedures[member].title for member in task.members} for task in shared]
    assert len(shared) > len(two.catalogue.tasks) / 2
    assert sum(len(one) > 1 for one in titles) >= len(shared) / 4


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_leaves_every_thing_that_it_does_not_touch_what_it_was_called(start: Built, edit: Edit) -> None:
    made = edited(start.files, random.Random(1), (edit,))
    now = after(start, made)
    kept = untouched(start, now, made.touched)
    assert addresses(start.files) ^ addresses(made.files) <= made.touched
    assert kept.number > 20
    assert kept.lost == []
    assert passed(now, start) == []


def test_a_chain_of_edits_with_the_lock_of_each_build(start: Built) -> None:
    rng, before = random.Random(2), start
    for _ in range(15):
        made = edited(before.files, rng)
        now = after(before, made)
        assert untouched(before, now, made.touched).lost == [], made.kind
        assert passed(now, before) == [], made.kind
        before = now


def test_a_task_that_loses_the_procedure_that_it_was_numbered_after_keeps_its_identifier(start: Built) -> None:
    task = max(start.compilation.catalogue.tasks, key=lambda task: len(task.members))
    gone = min(task.members)
    files = without(start.files, gone)
    now = build(files, start.lock)
    assert now.task_of == {member: name for member, name in start.task_of.items() if member != gone}


def test_leaves_keep_their_identifiers_with_their_learning_tasks(starts: Mapping[str, Built]) -> None:
    start = starts["two plants"]
    first = build(start.files, start.lock, leaves=True)
    made = chain(first.files, random.Random(3), 4)
    kept = untouched(first, after(first, made, leaves=True), made.touched)
    assert kept.number > 100
    assert kept.lost == []


def test_other_words_for_a_procedure_leave_it_what_it_was_called(starts: Mapping[str, Built]) -> None:
    rng, kept = random.Random(4), Kept()
    for number in range(25):
        for start in starts.values():
            made = edited(start.files, rng, (WORDING[number % len(WORDING)],))
            kept += followed(start, after(start, made), made)
    assert kept.number == 40
    assert kept.share >= 0.95, kept.lost


@pytest.mark.parametrize("edit", UNSEEN)
def test_what_no_grouping_looks_at_changes_no_line_of_the_lock(start: Built, edit: Edit) -> None:
    for seed in range(2):
        made = edited(start.files, random.Random(seed), (edit,))
        assert after(start, made).lock == start.lock


def test_a_character_mistyped_in_a_step_changes_no_line_of_the_lock(start: Built) -> None:
    for seed in range(12):
        made = edited(start.files, random.Random(seed), (STEP_TYPO,))
        assert made.files != start.files
        assert after(start, made).lock == start.lock, seed


def test_the_order_of_files_and_keys_changes_no_line_of_the_lock(start: Built) -> None:
    turned = reordered(start.files, random.Random(5))
    assert sop_paths(turned) != sop_paths(start.files)
    assert build(turned).lock == build(start.files).lock
    assert build(turned, start.lock).lock == start.lock


def test_a_build_without_a_lock_equals_the_next_build_with_the_lock_that_it_wrote(start: Built) -> None:
    for seed in range(3):
        first = build(chain(start.files, random.Random(seed), 3).files)
        again = build(first.files, first.lock)
        assert again.names == first.names
        assert again.lock == first.lock


def test_released_identifiers_of_a_removed_job_are_never_given_again(starts: Mapping[str, Built]) -> None:
    start = starts["one plant"]
    lock, _ = read_lock(start.lock.encode())
    assert lock
    released = lock_text(Lock(lock.held, tuple(sorted(start.holders))))
    path = sop_paths(start.files)[0]
    without = build({**{one: start.files[one] for one in start.files if one != path}}, released)
    again = build(start.files, without.lock)
    gone = start.holders.keys() - without.holders.keys()
    assert gone
    assert not gone & again.holders.keys()


# --- Branches --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def forks(starts: Mapping[str, Built]) -> list[Fork]:
    """Pairs of branches from one build."""
    rng = random.Random(6)
    return [fork(start, rng, EVERYDAY) for _ in range(8) for start in starts.values()]


def test_locks_of_branches_merge_without_a_conflict(forks: list[Fork]) -> None:
    kept = Kept()
    for pair in forks:
        kept.note(pair.kinds, kept=pair.lock()[1])
        assert pair.lock("--union")[1]
    assert kept.share >= 0.9, kept.lost


def test_merged_locks_can_be_built_with_or_mended(starts: Mapping[str, Built], forks: list[Fork]) -> None:
    rng, codes = random.Random(7), set[str]()
    hard = [fork(starts["two plants"], rng, OF_JOBS) for _ in range(6)]
    for pair in (*forks, *hard):
        files = pair.files()
        for text, clean in {pair.lock(), pair.lock("--union")}:
            lock = usable(text)
            assert lock, text
            assert clean or "LCK001" in lock.codes
            codes.update(lock.codes)
            if files is not None:
                now = build(files, lock.text)
                assert untouched(pair.base, now, pair.touched).lost == [], pair.kinds
                assert pair.passed(now) == [], pair.kinds
    assert codes == {"LCK001", "LCK002"}
    assert sum(pair.files() is not None for pair in forks) > len(forks) / 2
