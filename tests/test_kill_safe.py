"""A killed build leaves the old output or the new one; a damaged cache is a miss; `check` writes nothing."""

import hashlib
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generators import build_into, built, digest_of_tree, fullest, small, told, tree_of, write_files
from reading_back import Tree
from sopcurric.api import check_project
from sopcurric.app.steps import Steps, digest_of
from sopcurric.io.cache import DiskStore
from sopcurric.io.output import ForeignFolderError, remove_edition, write_edition
from sopcurric.plugin import OutputFile

OLD = {"html/index.html": b"old", "html/a/1.html": b"old 1", "html/a/2.html": b"old 2", "pdf/a.pdf": b"old" * 9}
NEW = {"html/index.html": b"new", "html/a/1.html": b"old 1", "html/b/3.html": b"new 3", "markdown/README.md": b"new"}

DYING = textwrap.dedent(
    """
    import os, sys
    from pathlib import Path

    deadly, what, project, out, cache = int(sys.argv[1]), sys.argv[2], *map(Path, sys.argv[3:])
    WRITING = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}
    seen = 0

    def watch(event, arguments):
        global seen
        opened = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (opened or event in WRITING) and str(out.parent) in str(arguments[0]):
            seen += 1
            if seen == deadly:
                os._exit(9)

    if what == "write":
        from sopcurric.io.output import write_edition
        from sopcurric.plugin import OutputFile

        names = [path.relative_to(project).as_posix() for path in sorted(project.rglob("*")) if path.is_file()]
        files = [OutputFile(name, (project / name).read_bytes()) for name in names]
        sys.addaudithook(watch)
        write_edition(out, files)
    else:
        from sopcurric.api import build_project
        from sopcurric.io.cache import DiskStore

        sys.addaudithook(watch)
        build_project(project, out, DiskStore(cache))
    print(seen)
    """
)
"""A build that dies at its n-th change of the file system: nothing is tidied up, as if it was killed."""


def die(deadly: int, what: str, project: Path, out: Path) -> int:
    """Run a build to its death; where it lives to the end, how many changes it made."""
    command = [sys.executable, "-c", DYING, str(deadly), what, str(project), str(out), str(out.parent.parent / "cache")]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode in {0, 9}, done.stderr
    return int(done.stdout or 0)


def seen_by_readers(target: Path) -> Tree | None:
    """What stands in the output folder; between the two renames of a killed build, nothing does."""
    return {path: content for path, content in tree_of(target).items() if not path.startswith(".")} or None


def _files(tree: Tree) -> tuple[OutputFile, ...]:
    return tuple(OutputFile(path, content) for path, content in tree.items())


def _killed(deadly: int, folder: Path) -> str:
    """Which tree a reader finds after a build was killed; the next build must repair it."""
    target = folder / f"out{deadly}" / "student"
    write_edition(target, _files(OLD))
    assert die(deadly, "write", folder / "new", target) == 0
    shown = seen_by_readers(target)
    if shown is None:
        assert seen_by_readers(target.with_name(".student.old")) == OLD
    assert write_edition(target, _files(NEW)) == (shown != NEW)
    assert seen_by_readers(target) == NEW
    assert [path.name for path in target.parent.iterdir()] == ["student"], "leftovers of the killed build"
    known = {"old": OLD, "new": NEW, "between": None}
    return next((name for name, tree in known.items() if tree == shown), f"a mix at {deadly}")


def test_killed_at_any_point_of_writing(tmp_path: Path) -> None:
    write_files(tmp_path / "new", {path: content.decode() for path, content in NEW.items()})
    write_edition(tmp_path / "out0" / "student", _files(OLD))
    changes = die(0, "write", tmp_path / "new", tmp_path / "out0" / "student")
    assert changes > 15
    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(lambda deadly: _killed(deadly, tmp_path), range(1, changes + 1)))
    assert set(outcomes) == {"old", "between", "new"}
    assert outcomes == sorted(outcomes, key=["old", "between", "new"].index)
    assert outcomes.count("between") == 1, "nothing stands there for one renaming only"


@pytest.mark.parametrize("deadly", [1, 9, 21])
def test_a_killed_build_is_repaired_by_the_next(deadly: int, tmp_path: Path) -> None:
    settings = {"sopcurric.yaml": "project: {name: n}\nformats: [markdown]\n"}
    out = tmp_path / "a" / "out"
    build_into(out, {**small(), **settings})
    standing = digest_of_tree(tree_of(out / "student"))
    after = {**small(told(("新的文字",), apart=True)), **settings}
    project = write_files(tmp_path / "project", after)
    assert die(deadly, "build", project, out) == 0
    assert digest_of_tree(tree_of(out / "student")) == standing
    assert build_into(out, project).editions[0].changed
    assert tree_of(out) == built(after)


def test_the_old_output_comes_back_even_where_nothing_new_can_be_made(tmp_path: Path) -> None:
    target = tmp_path / "student"
    write_edition(target, _files(OLD))
    target.rename(tmp_path / ".student.old")
    (tmp_path / ".student.new-1" / "html").mkdir(parents=True)
    assert not write_edition(target, _files(OLD))
    assert seen_by_readers(target) == OLD
    assert [path.name for path in tmp_path.iterdir()] == ["student"]


def test_folders_of_others_are_left_alone(tmp_path: Path) -> None:
    target = write_files(tmp_path / "student", {"thesis.txt": "mine"})
    with pytest.raises(ForeignFolderError):
        write_edition(target, _files(NEW))
    remove_edition(target)
    assert tree_of(tmp_path) == {"student/thesis.txt": b"mine"}


# --- The cache -------------------------------------------------------------------------------------------------------


def _truncated(kept: bytes) -> bytes:
    return kept[: len(kept) // 2]


def _flipped(kept: bytes) -> bytes:
    return kept[:-1] + bytes([kept[-1] ^ 1])


def _flipped_digest(kept: bytes) -> bytes:
    return bytes([kept[0] ^ 1]) + kept[1:]


def _sealed(content: bytes) -> Callable[[bytes], bytes]:
    """Other content under a digest that is right."""

    def sealed(_kept: bytes) -> bytes:
        return hashlib.sha256(content).digest() + content

    return sealed


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "truncated": _truncated,
    "flipped": _flipped,
    "flipped digest": _flipped_digest,
    "empty": lambda _: b"",
    "other JSON": _sealed(b'{"format":1}'),
    "other list": _sealed(b'[["a.html",3]]\nab'),
    "no JSON": _sealed(b"\x00\xff{"),
    "nothing": _sealed(b""),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_entries_are_computed_again(damage: str, tmp_path: Path) -> None:
    cold = Steps(DiskStore(tmp_path))
    expected = built(small(), "markdown", steps=cold)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            path.write_bytes(DAMAGES[damage](path.read_bytes()))
    repaired = Steps(DiskStore(tmp_path))
    assert built(small(), "markdown", steps=repaired) == expected
    assert (repaired.made, repaired.known) == (cold.made, 0)
    again = Steps(DiskStore(tmp_path))
    assert built(small(), "markdown", steps=again) == expected
    assert again.made == 0


def test_a_cache_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    blocked = tmp_path / "cache"
    blocked.write_text("a file where a folder should be")
    steps = Steps(DiskStore(blocked))
    assert built(small(), "markdown", steps=steps) == built(small(), "markdown")
    assert steps.known == 0
    assert blocked.is_file()


def test_keys_do_not_run_into_each_other() -> None:
    assert (
        len({digest_of(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), (b"abc", "", ""))}) == 5
    )


# --- Checking --------------------------------------------------------------------------------------------------------


def _state(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    return {
        str(path.relative_to(folder)): (stat.st_mtime_ns, stat.st_mode, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *folder.rglob("*")]
        for stat in [path.stat()]
    }


def test_check_writes_nothing_into_the_repository(tmp_path: Path) -> None:
    project = write_files(tmp_path / "project", {**fullest(), "sops/broken.yaml": "job: ["})
    before = _state(project)
    checked, placed = check_project(project)
    assert checked.errors
    assert placed
    command = [sys.executable, "-m", "sopcurric", "check", "-C", str(project), "--cache-dir", str(tmp_path / "cache")]
    home = {**os.environ, "HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "home" / "cache")}
    done = subprocess.run(command, cwd=project, env=home, capture_output=True, check=False)
    assert done.returncode == 1
    assert _state(project) == before
    shutil.rmtree(tmp_path / "cache")
