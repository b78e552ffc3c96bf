"""A killed build leaves the old output or the new one; a damaged cache is a miss; `check` writes nothing."""

import ast
import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import sopcurric
from generators import (
    PLAN,
    WRITTEN_BY_THE_TOOL,
    build_into,
    built,
    digest_of_tree,
    illustrated,
    slender,
    small,
    told,
    tree_of,
    write_files,
)
from reading_back import Tree
from sopcurric.api import check_project
from sopcurric.app.building import Request, build
from sopcurric.app.steps import Steps, digest_of
from sopcurric.io.cache import DiskStore, MemoryStore
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.output import ForeignFolderError, write_edition
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace, is_yaml
from sopcurric.plugin import OutputFile

pytestmark = pytest.mark.no_cover  # whole builds over and over: other tests reach the same lines

Program = Callable[..., subprocess.CompletedProcess[str]]

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
        if (opened or event in WRITING) and any(str(one) in str(arguments[0]) for one in (out.parent, project)):
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
    elif what == "put":
        from sopcurric.io.workspace import DiskWorkspace

        sys.addaudithook(watch)
        DiskWorkspace(project).write(cache.name, (out / "text").read_text(encoding="utf-8"))
    else:
        from sopcurric.api import build_project
        from sopcurric.io.cache import DiskStore

        sys.addaudithook(watch)
        build_project(project, out, DiskStore(cache))
    print(seen)
    """
)
"""A build that dies at its n-th change of the file system: nothing is tidied up, as if it was killed."""


def die(deadly: int, what: str, project: Path, out: Path, last: str = "cache") -> int:
    """Run a build to its death; where it lives to the end, how many changes it made."""
    command = [sys.executable, "-c", DYING, str(deadly), what, str(project), str(out), str(out.parent.parent / last)]
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


# --- What the tool writes into the repository ------------------------------------------------------------------------

WRITERS = {
    "app/answering.py": "decisions/",
    "app/building.py": LOCK_FILE,
    "app/baselines.py": "findings-baseline.yaml",
    "app/planning.py": PLAN,
    "app/signing.py": "policies/sign-offs.yaml",
}
"""Modules that write into a repository, and what; each kind is written by `Workspace.write` only."""


def test_everything_that_is_written_into_repositories_is_known_here() -> None:
    source = Path(sopcurric.__file__).parent
    writing = {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "write" and "workspace" in ast.unparse(node.value)
    }
    assert writing == set(WRITERS), "say in WRITERS what it writes"
    assert set(WRITERS.values()) == set(WRITTEN_BY_THE_TOOL) == set(PUT)


PUT = {
    LOCK_FILE: LOCK_FILE,
    "decisions/": "decided.yaml",
    "findings-baseline.yaml": "findings-baseline.yaml",
    "policies/sign-offs.yaml": "sign-offs.yaml",
    PLAN: "one.plan.yaml",
}
"""A file of each kind that the tool writes."""


@pytest.mark.parametrize(("name", "old"), [(LOCK_FILE, ""), *((name, "old\n") for name in PUT.values())])
def test_killed_at_any_point_of_writing_a_file(name: str, old: str, tmp_path: Path) -> None:
    text = "new\n" * 9000

    def killed(deadly: int) -> tuple[int, str]:
        project, out = tmp_path / f"{deadly}" / "project", tmp_path / f"{deadly}" / "a" / "out"
        write_files(project, {name: old} if old else {"sopcurric.yaml": ""})
        write_files(out, {"text": text})
        changes = die(deadly, "put", project, out, name)
        shown = (project / name).read_text(encoding="utf-8") if (project / name).exists() else ""
        assert {path for path in tree_of(project) if is_yaml(path)} <= {name, "sopcurric.yaml"}, "half a file is read"
        DiskWorkspace(project).write(name, text)
        assert tree_of(project)[name].decode() == text
        assert {path.name for path in project.iterdir()} <= {name, "sopcurric.yaml"}, "leftovers"
        return changes, shown

    changes, shown = killed(0)
    assert shown == text
    assert {killed(deadly)[1] for deadly in range(1, changes + 1)} == {old}
    assert changes >= 2


def test_a_link_in_the_way_is_not_followed(tmp_path: Path) -> None:
    """A repository may come with a link of the name that a file is written under at first."""
    project, outside = write_files(tmp_path / "project", {"sopcurric.yaml": ""}), tmp_path / "outside"
    outside.write_text("mine", encoding="utf-8")
    (project / f".{LOCK_FILE}.new").symlink_to(outside)
    DiskWorkspace(project).write(LOCK_FILE, "new\n")
    assert outside.read_text(encoding="utf-8") == "mine"
    assert tree_of(project) == {LOCK_FILE: b"new\n", "sopcurric.yaml": b""}


MARKDOWN = {"sopcurric.yaml": "project: {name: n}\nformats: [markdown]\n"}


def test_a_build_killed_at_any_point_leaves_the_old_lock_or_the_new_one(tmp_path: Path) -> None:
    before = {**small(decided=True), **MARKDOWN}
    workspace = MemoryWorkspace({**illustrated(before), "sops/more.yaml": MORE})
    expected = built(workspace)
    ours = {path.split("/")[0] for path in workspace.files}
    old, new = before[LOCK_FILE].encode(), workspace.read(LOCK_FILE)
    assert old != new

    def killed(deadly: int) -> tuple[int, bytes]:
        project, out = write_files(tmp_path / f"p{deadly}", before), tmp_path / f"{deadly}" / "a" / "out"
        write_files(project, {"sops/more.yaml": MORE})
        changes = die(deadly, "build", project, out)
        lock = (project / LOCK_FILE).read_bytes()
        if lock == new:
            assert tree_of(out) == expected, "a lock of what was not built"
        again = build_into(out, project, steps=Steps(DiskStore(out.parent.parent / "cache")))
        assert again.lock == ("unchanged" if lock == new else "written")
        assert (tree_of(out), (project / LOCK_FILE).read_bytes()) == (expected, new)
        assert {path.name for path in project.iterdir()} == ours
        return changes, lock

    changes, lock = killed(0)
    assert lock == new
    deadly = [2, changes // 2, *range(changes - 3, changes + 2)]
    with ThreadPoolExecutor(2) as pool:
        outcomes = [lock for _, lock in pool.map(killed, deadly)]
    assert outcomes == [old] * (len(deadly) - 1) + [new]


MORE = """
job: {code: YZ, title: 沉降工}
procedures:
  - {id: P1, title: 更换滤布, phase: maintenance, steps: [{id: S1, text: 停机并更换滤布}]}
"""


def _lock_after(files: dict[str, str], **asked: tuple[str, ...] | bool) -> tuple[str, bytes]:
    workspace = MemoryWorkspace(files)
    with tempfile.TemporaryDirectory() as folder:
        made = build(workspace, Steps(MemoryStore()), Request(Path(folder), **asked), lambda *_: None)  # type: ignore[arg-type]
    return made.lock, workspace.read(LOCK_FILE) if workspace.exists(LOCK_FILE) else b""


UNFIT: dict[str, str] = {
    "sops/broken.yaml": "job: [",
    "decisions/broken.yaml": "decisions: [{decide: nonsense}]",
    "decisions/lost.yaml": (
        "decisions: [{decide: hide, role: college, by: 李, date: '2026-03-01', why: 无, leaf: 'YZ/P1#W', "
        "block: W/YZ/P1/steps}]"
    ),
    "decisions/barred.yaml": (
        "decisions: [{decide: hours, role: plant, by: 李, date: '2026-03-01', why: 无, on: [YZ/P1], "
        "theory: 1, practice: 1}]"
    ),
    "courses/broken.yaml": "courses: 1",
}


@pytest.mark.parametrize("path", UNFIT)
@pytest.mark.parametrize("lock", ["format: 1\n# as it was\n", ""], ids=["a lock", "no lock"])
def test_a_build_with_errors_leaves_the_lock_byte_for_byte(path: str, lock: str) -> None:
    files = {**MARKDOWN, "sops/more.yaml": MORE, **({LOCK_FILE: lock} if lock else {})}
    assert _lock_after(files)[0] == "written"
    assert _lock_after({**files, path: UNFIT[path]}) == ("kept", lock.encode())


@pytest.mark.parametrize("asked", [{"editions": ("student",)}, {"formats": ("markdown",)}, {"locked": True}], ids=str)
def test_a_build_of_a_part_leaves_the_lock_alone(asked: dict[str, tuple[str, ...] | bool]) -> None:
    lock = "format: 1\n"
    files = {**MARKDOWN, "sops/more.yaml": MORE}
    state = "kept" if "locked" in asked else "partial"
    assert _lock_after({**files, LOCK_FILE: lock}, **asked) == (state, lock.encode())
    assert _lock_after(files, **asked) == (state, b"")


@pytest.mark.parametrize("lock", ["format: 1\nnonsense\n", "format: 2\n", "<<<<<<< a\n", "\x00", ""], ids=repr)
def test_a_lock_that_cannot_be_read_is_never_overwritten(lock: str) -> None:
    files = {**MARKDOWN, "sops/more.yaml": MORE, LOCK_FILE: lock}
    assert _lock_after(files) == ("kept", lock.encode())


def test_a_lock_that_cannot_be_written_is_told_in_a_sentence(
    call: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_files(tmp_path / "project", {**MARKDOWN, "sops/more.yaml": MORE})

    def write(_self: DiskWorkspace, path: str, _text: str) -> None:
        raise PermissionError(errno.EACCES, "denied", path)

    monkeypatch.setattr(DiskWorkspace, "write", write)
    done = call("build", "-C", project, "--lang", "en")
    assert done.returncode == 2
    assert LOCK_FILE in done.stderr
    assert "denied" in done.stderr
    assert not (project / LOCK_FILE).exists()


def test_a_folder_where_the_lock_should_be_is_told_in_a_sentence(call: Program, tmp_path: Path) -> None:
    project = write_files(tmp_path / "project", {**MARKDOWN, "sops/more.yaml": MORE, f"{LOCK_FILE}/mine": "x"})
    done = call("build", "-C", project, "--lang", "en")
    assert done.returncode == 2
    assert LOCK_FILE in done.stderr
    assert tree_of(project / LOCK_FILE) == {"mine": b"x"}


# --- Killed builds ---------------------------------------------------------------------------------------------------


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
    project = write_files(tmp_path / "project", {**slender(), "sops/broken.yaml": "job: ["})
    before = _state(project)
    checked, placed = check_project(project)
    assert any(one.gravity == 0 for one in checked.reported)
    assert placed
    command = [sys.executable, "-m", "sopcurric", "check", "-C", str(project), "--cache-dir", str(tmp_path / "cache")]
    home = {**os.environ, "HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "home" / "cache")}
    done = subprocess.run(command, cwd=project, env=home, capture_output=True, check=False)
    assert done.returncode == 1
    assert _state(project) == before
    shutil.rmtree(tmp_path / "cache")
