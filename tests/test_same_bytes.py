"""Same input, same bytes: whatever the machine, the order of files, the number of workers, the state of the cache."""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generators import (
    Files,
    ForgetfulStore,
    build_into,
    built,
    digest_of_tree,
    illustrated,
    repositories,
    slender,
    small,
    tree_of,
    write_files,
)
from sopcurric.app.steps import Steps
from sopcurric.io import resources
from sopcurric.io.cache import DiskStore, MemoryStore
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

QUICK = ("html", "markdown")
"""Formats that take no time."""
ENVIRONMENTS: Mapping[str, Mapping[str, str]] = {
    "plain": {"PYTHONHASHSEED": "0"},
    "shanghai": {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.GB18030"},
    "new york": {"PYTHONHASHSEED": "random", "TZ": "America/New_York", "LC_ALL": "C"},
    "berlin": {"PYTHONHASHSEED": "random", "LANG": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8", "PYTHONUTF8": "1"},
}


class TurnedWorkspace(MemoryWorkspace):
    """A repository whose SOPs, decisions and surveys are listed backwards."""

    def yaml_files(self, folder: str) -> tuple[str, ...]:
        found = super().yaml_files(folder)
        return found[::-1] if folder.startswith(("sops", "decisions")) else found

    def survey_files(self) -> tuple[str, ...]:
        return super().survey_files()[::-1]


def renamed(files: Files) -> dict[str, str]:
    """The same repository with other names for SOPs and decisions, so that they are read in another order."""
    moved = sorted((path for path in files if path.startswith(("sops/", "decisions/"))), reverse=True)
    names = {path: f"{path.rpartition('/')[0]}/{number} 规程.yml" for number, path in enumerate(moved)}
    return {names.get(path, path): text for path, text in reversed(list(files.items()))}


def minimal() -> dict[str, str]:
    """The smallest example."""
    return {path: text.decode() for path, text in tree_of(resources.folder("examples") / "minimal").items()}


def decided() -> dict[str, str]:
    """A small repository with decisions, whose lock is still to be written."""
    return without_lock(small(decided=True))


def without_lock(files: Files) -> dict[str, str]:
    """A repository before its first build."""
    return {path: text for path, text in files.items() if path != LOCK_FILE}


def test_two_builds_into_two_folders(tmp_path: Path) -> None:
    for source in (minimal(), decided()):
        build_into(tmp_path / "a", source, jobs=1)
        build_into(tmp_path / "elsewhere" / "b", source, jobs=2)
        first, second = tree_of(tmp_path / "a"), tree_of(tmp_path / "elsewhere" / "b")
        assert {path.rpartition(".")[2] for path in first} >= {"html", "md", "pdf"}
        assert first == second


def test_order_and_names_of_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    files = slender()
    expected = built(files, "markdown")
    assert len(expected) > 100
    assert built(TurnedWorkspace(illustrated(files)), "markdown") == expected
    assert built(renamed(files), "markdown") == expected
    walk = os.walk

    def turned(top: Path) -> Iterator[tuple[str, list[str], list[str]]]:
        for place, folders, names in walk(top):
            yield place, folders, names[::-1]

    monkeypatch.setattr(os, "walk", turned)
    assert built(DiskWorkspace(write_files(tmp_path, files)), "markdown") == expected


@settings(max_examples=2)
@given(repositories(most_jobs=2, decided=True), st.randoms(use_true_random=False))
def test_order_of_files_in_any_repository(files: dict[str, str], random: Random) -> None:
    paths = list(files)
    random.shuffle(paths)
    shuffled = TurnedWorkspace(illustrated({path: files[path] for path in paths}))
    assert built(shuffled, *QUICK, jobs=1) == built(renamed(files), *QUICK)


def test_state_of_the_cache(tmp_path: Path) -> None:
    files = small(decided=True)
    expected = built(files, steps=Steps(ForgetfulStore()))
    for _ in ("cold", "warm"):
        assert built(files, steps=Steps(DiskStore(tmp_path))) == expected
    warm = Steps(DiskStore(tmp_path))
    assert built(files, steps=warm) == expected
    assert warm.made == 0
    assert built(files, steps=Steps(MemoryStore())) == expected


def test_a_second_build_leaves_the_files_alone(tmp_path: Path) -> None:
    assert build_into(tmp_path, small(), *QUICK).editions[0].changed
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    assert not build_into(tmp_path, small(), *QUICK).editions[0].changed
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def _built_elsewhere(name: str, sources: Mapping[str, Files], folder: Path) -> dict[str, tuple[str, bytes]]:
    """Digests of what the command line builds in an environment of its own, and the lock that it writes."""
    own = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("LC_", "LANG", "TZ", "PYTHONHASH", "PYTHONDONT"))
    }
    there = folder / name / "working here"
    there.mkdir(parents=True)
    made = {}
    for source, files in sources.items():
        project, out = write_files(there / "of" / source, files), there / source
        command = [sys.executable, "-m", "sopcurric", "build", "-C", str(project), "--out", str(out)]
        subprocess.run(
            [*command, "--cache-dir", str(there / "cache"), "--jobs", str(1 + len(name) % 2)],
            env={**own, **ENVIRONMENTS[name]},
            cwd=there,
            capture_output=True,
            check=True,
        )
        made[source] = (digest_of_tree(tree_of(out)), (project / LOCK_FILE).read_bytes())
    return made


def _built_here(files: Files) -> tuple[str, bytes]:
    workspace = MemoryWorkspace(files)
    return digest_of_tree(built(workspace)), workspace.read(LOCK_FILE)


def test_environment_of_the_process(tmp_path: Path) -> None:
    sources = {"minimal": minimal(), "decided": decided()}
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda name: _built_elsewhere(name, sources, tmp_path), ENVIRONMENTS))
    assert outcomes == [{name: _built_here(files) for name, files in sources.items()}] * len(ENVIRONMENTS)


# --- The lock --------------------------------------------------------------------------------------------------------


def _twice(files: Files) -> bool:
    """A build equals the next one with the lock that it wrote, which leaves that lock alone; whether it wrote one."""
    workspace = MemoryWorkspace(files)
    with tempfile.TemporaryDirectory() as folder:
        first = build_into(Path(folder), workspace)
        if first.lock != "written":
            assert first.lock == "unchanged" or any(one.gravity == 0 for one in first.findings)
            return False
        written, tree = workspace.read(LOCK_FILE), tree_of(Path(folder))
        again = build_into(Path(folder), workspace)
        assert again.lock == "unchanged"
        assert (workspace.read(LOCK_FILE), tree_of(Path(folder))) == (written, tree)
        assert not any(edition.changed for edition in again.editions)
    return True


@pytest.mark.parametrize("files", [minimal(), decided()], ids=["minimal", "decided"])
def test_a_build_without_a_lock_is_the_next_build_with_the_lock_that_it_wrote(files: dict[str, str]) -> None:
    assert _twice(without_lock(files))


@settings(max_examples=2)
@given(repositories(most_jobs=2, decided=True))
def test_a_build_is_repeated_by_the_next_in_any_repository(files: dict[str, str]) -> None:
    light = {path: text for path, text in files.items() if not path.startswith("programmes/")}  # no missing hours
    light["sopcurric.yaml"] = re.sub(r" *- (?:pdf|html)\n", "", light["sopcurric.yaml"])
    _twice(light)
    _twice(without_lock(light))


def test_order_of_anything_changes_no_byte_of_the_lock() -> None:
    files = {**decided(), "sopcurric.yaml": "project: {name: n}\nformats: [markdown]\n"}
    texts = set()
    for source in (MemoryWorkspace(files), TurnedWorkspace(files), MemoryWorkspace(renamed(files))):
        for jobs in (1, 3):
            built(source, jobs=jobs)
            texts.add(source.files.pop(LOCK_FILE))
    assert len(texts) == 1
