"""The lock as a file: it reads back what was written, tells what merges left in it, and mends just that."""

import os
from collections.abc import Sequence
from pathlib import Path
from random import Random
from subprocess import run

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.app.scaffold import scaffold
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.file_report import MAX_REPEATS
from sopcurric.io.lock_file import LOCK_FILE, lock_text, mended, read_lock
from sopcurric.model.lock import PREFIXES, Held, Lock
from sopcurric.source.ref import SourceRef, Span

_SUFFIXES = st.text("abcxyz237", min_size=8, max_size=8)
_NAMES = st.from_regex(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,5}[A-Za-z0-9])?", fullmatch=True)
_ADDRESSES = st.builds(
    lambda org, job, procedure: f"{org}{job}/{procedure}", st.just("") | _NAMES.map("{}:".format), _NAMES, _NAMES
)
_HELD = st.builds(Held, _ADDRESSES, *(_SUFFIXES.map(f"{prefix}{{}}".format) for prefix in PREFIXES.values()))
_RELEASED = st.builds("{}{}".format, st.sampled_from(sorted(PREFIXES.values())), _SUFFIXES)


def lock_of(held: Sequence[Held], released: Sequence[str] = ()) -> Lock:
    """A lock with its records in order, the last of each procedure."""
    by_member = {one.member: one for one in held}
    return Lock(tuple(by_member[member] for member in sorted(by_member)), tuple(sorted(set(released))))


LOCKS = st.builds(lock_of, st.lists(_HELD, max_size=6), st.lists(_RELEASED, max_size=3))
_SAME = st.builds(lambda member, letter: held(f"DIG/{member}", letter), st.sampled_from("123"), st.sampled_from("abc"))
BRANCHES = LOCKS | st.builds(lock_of, st.lists(_SAME, min_size=2, max_size=4))
"""Locks of which two are likely to have something in common."""


def held(member: str, letter: str) -> Held:
    return Held(member, f"tt-{letter * 8}", f"lt-{letter * 8}", f"md-{letter * 8}")


def line(member: str, letter: str) -> str:
    return lock_text(Lock((held(member, letter),))).splitlines()[-2]


def lines(*records: str) -> bytes:
    return "\n".join(["format: 1", *records, ""]).encode()


def codes(found: Sequence[Finding]) -> list[tuple[str, int, int]]:
    return [(one.code, one.place.span.line, one.place.span.column) for one in found if one.place and one.place.span]


# --- Writing and reading ---


def test_a_new_repository_counts_its_files(tmp_path: Path) -> None:
    number = scaffold(tmp_path / "new", "minimal")
    assert number == len([path for path in (tmp_path / "new").rglob("*") if path.is_file()])


def test_the_text_is_one_record_per_line_sorted() -> None:
    lock = Lock((held("QL:DIG/P2", "b"), held("DIG/P1", "a")), ("tt-zzzzzzzz", "md-cccccccc"))
    assert lock_text(lock) == (
        "# 派生编号登记：由 sopcurric build 写入，随仓库提交，不要手工修改。\n"
        "# Identifiers of derived things: written by sopcurric build; commit it, do not edit it.\n"
        "format: 1\n"
        "# DIG\n"
        "DIG/P1: {task: tt-aaaaaaaa, learning_task: lt-aaaaaaaa, module: md-aaaaaaaa}\n"
        "# /DIG\n"
        "# QL:DIG\n"
        "QL:DIG/P2: {task: tt-bbbbbbbb, learning_task: lt-bbbbbbbb, module: md-bbbbbbbb}\n"
        "# /QL:DIG\n"
        "md-cccccccc: released\n"
        "tt-zzzzzzzz: released\n"
    )


@given(LOCKS)
def test_what_was_written_is_read_back_and_needs_no_mending(lock: Lock) -> None:
    content = lock_text(lock).encode()
    assert read_lock(content) == (lock, ())
    assert mended(content) is None


@given(LOCKS)
def test_the_text_is_yaml_that_says_the_same(lock: Lock) -> None:
    data = yaml.safe_load(lock_text(lock))
    numbers = {one.member: {kind: getattr(one, kind) for kind in PREFIXES} for one in lock.held}
    assert data == {"format": 1, **numbers, **dict.fromkeys(lock.released, "released")}


@given(LOCKS, st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from(["", "\ufeff"]), st.randoms(use_true_random=False))
def test_line_ends_order_repeats_and_comments_say_nothing(lock: Lock, end: str, bom: str, random: Random) -> None:
    records = lock_text(lock).splitlines()
    shuffled = [*records, *records, "", "  ", "# more"]
    random.shuffle(shuffled)
    text = bom + "".join(f"{one}  {'# said' if one.endswith('}') else ''}{end}" for one in shuffled)
    assert read_lock(text.encode()) == (lock, ())
    assert mended(text.encode()) is None


# --- What is wrong ---


@given(
    st.binary(max_size=200)
    | st.text(st.sampled_from("<|=>: {}#\n\r\t-tlmd/aP1\x00\ufeff"), max_size=200).map(str.encode)
)
def test_no_bytes_make_it_fail(content: bytes) -> None:
    lock, found = read_lock(content)
    assert (lock is None) == bool(found)
    after = mended(content)
    assert after is None or read_lock(after.encode())[1] == ()


def test_an_empty_file_lacks_its_format() -> None:
    assert codes(read_lock(b"")[1]) == [("LCK003", 1, 1)]
    assert mended(b"") is None


def test_places_are_those_of_the_fault_and_of_the_other_line() -> None:
    lock, (found,) = read_lock("\ufeffformat: 1\r\n".encode() + lines(line("DIG/P1", "a"), line("DIG/P1", "b")))
    assert lock is None
    assert codes([found]) == [("LCK002", 4, 1)]
    assert found.place == SourceRef(LOCK_FILE, span=Span(4, 1))
    assert found.related == (SourceRef(LOCK_FILE, span=Span(3, 1)),)
    wrong = line("DIG/P1", "a").replace("md-a", "lt-a")
    _, (found,) = read_lock(lines(wrong))
    assert codes([found]) == [("LCK003", 2, wrong.index("lt-aaaaaaaa}") + 1)]
    assert dict(found.arguments) == {"found": "lt-aaaaaaaa", "prefix": "md-", "variant": "identifier"}


@pytest.mark.parametrize(
    "content", ["# 登记\n".encode("gbk"), lines().decode().encode("utf-16"), b"PK\x03\x04\x00", b"\xff"]
)
def test_what_is_no_text_is_told_by_the_rules_of_all_files(content: bytes) -> None:
    lock, found = read_lock(content)
    assert lock is None
    assert {one.code for one in found} <= {"SOP001", "SOP007"}
    assert mended(content) is None


def test_a_conflict_in_another_encoding_is_not_mended() -> None:
    conflict = lines("# 登记", "<<<<<<< HEAD", "=======", ">>>>>>> side")
    assert mended(conflict) == lock_text(Lock())
    assert mended(conflict.decode().encode("gbk")) is None
    assert mended(conflict.decode().encode("utf-16")) is None


def test_a_file_of_another_kind_is_not_told_line_by_line_for_ever() -> None:
    assert len(read_lock(b"<html>\n" * 9999)[1]) == MAX_REPEATS


@pytest.mark.parametrize("number", ["2", "17"])
def test_beside_a_newer_format_nothing_else_is_said(number: str) -> None:
    _, (found,) = read_lock(f"oh\nformat: {number}\nDIG/P1: new\n".encode())
    assert codes([found]) == [("LCK003", 2, 9)]
    assert dict(found.arguments)["variant"] == "format-newer"


def test_a_format_of_absurd_length_is_not_taken_for_newer() -> None:
    _, (found,) = read_lock(b"format: " + b"9" * 9999)
    assert dict(found.arguments)["variant"] == "format"


def test_conflicts_are_told_once_each_and_hide_no_double_outside() -> None:
    content = lines(
        "<<<<<<< HEAD",
        line("A/P1", "a"),
        "=======",
        line("A/P1", "b"),
        ">>>>>>> side",
        line("A/P2", "a"),
        line("A/P2", "b"),
        ">>>>>>> side",
    )
    assert codes(read_lock(content)[1]) == [("LCK001", 2, 1), ("LCK001", 9, 1), ("LCK002", 8, 1)]


# --- Mending ---


def test_both_sides_stay_and_the_ancestor_goes() -> None:
    content = lines(
        "<<<<<<< HEAD",
        line("A/P1", "a"),
        "tt-aaaaaaaa: released",
        "||||||| 0a1b2c3",
        line("A/P9", "z"),
        "nonsense",
        "=======",
        line("A/P2", "b"),
        ">>>>>>> side",
    )
    assert mended(content) == lock_text(Lock((held("A/P1", "a"), held("A/P2", "b")), ("tt-aaaaaaaa",)))


def test_an_ancestor_that_was_itself_merged_goes_whole() -> None:
    content = lines(
        "<<<<<<< HEAD",
        line("A/P1", "a"),
        "||||||| merged common ancestors",
        "<<<<<<<<< one",
        line("A/P8", "x"),
        "||||||||| two",
        "=========",
        line("A/P9", "y"),
        ">>>>>>>>> three",
        "=======",
        line("A/P2", "b"),
        ">>>>>>> side",
    )
    assert mended(content) == lock_text(Lock((held("A/P1", "a"), held("A/P2", "b"))))
    assert codes(read_lock(content)[1]) == [("LCK001", 2, 1)]


def test_the_line_stays_whose_task_has_more_other_procedures() -> None:
    others = (line("A/P2", "b"), line("A/P3", "b"), line("A/P4", "a"))
    assert mended(lines(line("A/P1", "a"), line("A/P1", "b"), *others)) == lock_text(
        Lock((held("A/P1", "b"), held("A/P2", "b"), held("A/P3", "b"), held("A/P4", "a")))
    )


def test_among_equals_the_smaller_line_stays_whichever_came_first() -> None:
    wanted = lock_text(Lock((held("A/P1", "a"),)))
    assert mended(lines(line("A/P1", "b"), line("A/P1", "a"))) == wanted
    assert mended(lines(line("A/P1", "a"), line("A/P1", "b"))) == wanted


@pytest.mark.parametrize(
    "more",
    [
        ["nonsense"],
        [line("A/P3", "a").replace("tt-", "xx-")],
        ["format: 2"],
        ["||||||| 0a1b2c3", line("A/P3", "a")],
        ["||||||| 0a1b2c3", line("A/P3", "a"), ">>>>>>> side", "======="],
    ],
)
def test_nothing_that_is_not_understood_is_thrown_away(more: list[str]) -> None:
    conflict = ["<<<<<<< HEAD", line("A/P1", "a"), "=======", line("A/P2", "b"), ">>>>>>> side"]
    assert mended(lines(*conflict)) is not None
    assert mended(lines(*conflict, *more)) is None
    assert mended(lines(*conflict).removeprefix(b"format: 1\n")) is None


@given(
    BRANCHES,
    BRANCHES,
    BRANCHES,
    st.sampled_from(["merge", "diff3"]),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(7, 9),
)
def test_conflicts_as_git_writes_them_are_mended(
    ours: Lock, base: Lock, theirs: Lock, style: str, end: str, width: int
) -> None:
    one, old, two = (lock_text(lock).splitlines() for lock in (ours, base, theirs))
    ancestor = [f"{'|' * width} 0a1b2c3", *old[3:]] if style == "diff3" else []
    conflict = [f"{'<' * width} HEAD", *one[3:], *ancestor, "=" * width, *two[3:], f"{'>' * width} feature/one"]
    content = "".join(f"{words}{end}" for words in [*one[:3], *conflict]).encode()
    lock, found = read_lock(content)
    assert lock is None
    assert codes(found) == [("LCK001", 4, 1)]
    after = mended(content)
    assert after is not None
    assert mended(after.encode()) is None
    read, left = read_lock(after.encode())
    assert left == ()
    assert read is not None
    assert {one.member for one in read.held} == {one.member for one in (*ours.held, *theirs.held)}
    assert set(read.held) <= {*ours.held, *theirs.held}
    assert set(read.released) == {*ours.released, *theirs.released}


@given(BRANCHES, BRANCHES)
def test_what_a_union_merge_leaves_is_mended_or_fine(ours: Lock, theirs: Lock) -> None:
    content = (lock_text(ours) + lock_text(theirs)).encode()
    clash = any(one.member == other.member and one != other for one in ours.held for other in theirs.held)
    lock, _ = read_lock(content)
    after = mended(content)
    assert (lock is None) == clash == (after is not None)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
@pytest.mark.parametrize("union", [False, True])
def test_real_merges_are_mended(tmp_path: Path, style: str, *, union: bool) -> None:
    alone = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}

    def git(*arguments: str, status: int = 0) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", f"merge.conflictStyle={style}")
        done = run(["git", *who, *arguments], cwd=tmp_path, env=alone, capture_output=True, check=False)
        assert done.returncode == status, done.stderr

    def commit(*records: Held) -> None:
        (tmp_path / LOCK_FILE).write_text(lock_text(lock_of(records)), encoding="utf-8", newline="\n")
        git("add", ".")
        git("commit", "-qm", "lock")

    git("init", "-qb", "main")
    git("config", "core.autocrlf", "false")
    if union:
        scaffold(tmp_path / "new", "minimal")
        (tmp_path / "new/.gitattributes").rename(tmp_path / ".gitattributes")
    commit(held("A/P1", "a"), held("A/P5", "e"))
    git("checkout", "-qb", "side")
    commit(held("A/P1", "b"), held("A/P2", "b"), held("A/P5", "e"))
    git("checkout", "-q", "main")
    commit(held("A/P1", "c"), held("A/P3", "c"), held("A/P4", "c"), held("A/P5", "e"))
    git("merge", "side", status=0 if union else 1)
    content = (tmp_path / LOCK_FILE).read_bytes()
    assert [code for code, _, _ in codes(read_lock(content)[1])] == (["LCK002"] if union else ["LCK001"])
    wanted = (held("A/P1", "c"), held("A/P2", "b"), held("A/P3", "c"), held("A/P4", "c"), held("A/P5", "e"))
    assert mended(content) == lock_text(Lock(wanted))
