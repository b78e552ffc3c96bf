"""`sopcurric fix`: it shows what it would change, writes only when told, and never anything else."""

import sys
from collections.abc import Callable, Iterable
from io import StringIO
from pathlib import Path
from subprocess import CompletedProcess, run

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sopcurric.fixes
from sopcurric.app.fixing import Correction, apply, corrections, difference, fixes
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.rewriting import rewrite
from sopcurric.io.workspace import MemoryWorkspace, OutsideError
from sopcurric.plugin import Fix, TextReader

Call = Callable[..., CompletedProcess[str]]

_NUMBERS = "{task: tt-aaaaaaaa, learning_task: lt-aaaaaaaa, module: md-aaaaaaaa}"
CONFLICT = f"""\
format: 1
<<<<<<< HEAD
DIG/P1: {_NUMBERS}
=======
DIG/P2: {_NUMBERS}
>>>>>>> side
"""
MENDED = f"format: 1\n# DIG\nDIG/P1: {_NUMBERS}\nDIG/P2: {_NUMBERS}\n# /DIG\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository that does not even load, with a conflict in its lock."""
    folder = tmp_path / "plant"
    (folder / "sops").mkdir(parents=True)
    (folder / "sopcurric.yaml").write_text("project: [\n", encoding="utf-8")
    (folder / "sops/digestion.yaml").write_text("job: {code: DIG, title: 溶出工}\n", encoding="utf-8")
    (folder / "sopcurric.lock").write_text(CONFLICT, encoding="utf-8", newline="\n")
    return folder


def standing(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- Fixes ---


def test_every_module_of_fixes_is_a_fix() -> None:
    modules = {path.stem.replace("_", "-") for place in sopcurric.fixes.__path__ for path in Path(place).glob("*.py")}
    assert {one.name for one in fixes()} == modules - {"--init--"}


def test_the_lock_is_mended() -> None:
    (one,) = corrections(MemoryWorkspace({"sopcurric.lock": CONFLICT}), ())
    assert (one.path, one.before) == ("sopcurric.lock", CONFLICT)
    assert one.after.endswith(f"it.\n{MENDED}")


@pytest.mark.parametrize("files", [{}, {"sopcurric.lock": MENDED}, {"sopcurric.lock": CONFLICT.encode("utf-16")}])
def test_what_is_fine_or_cannot_be_read_is_left_alone(files: dict[str, bytes | str]) -> None:
    assert corrections(MemoryWorkspace(files), ()) == ()


def test_a_fix_reads_what_those_before_it_proposed() -> None:
    def adding(sign: str) -> Fix:
        def propose(read: TextReader, _findings: tuple[Finding, ...]) -> Iterable[tuple[str, str]]:
            yield "a.yaml", f"{read('a.yaml')}{sign}"
            yield "gone.yaml", sign

        return Fix(sign, propose)

    workspace = MemoryWorkspace({"a.yaml": "0"})
    assert corrections(workspace, (), (adding("1"), adding("2"))) == (Correction("a.yaml", "0", "012"),)


def test_a_fix_that_is_taken_back_is_no_correction() -> None:
    def saying(words: str) -> Fix:
        return Fix(words, lambda _read, _findings: [("a.yaml", words)])

    assert corrections(MemoryWorkspace({"a.yaml": "0"}), (), (saying("1"), saying("0"))) == ()


# --- The diff ---

_TEXTS = st.lists(st.sampled_from(["甲", "b", "c\tc", "\u3000", ""]), max_size=6).map("\n".join)


@given(_TEXTS, _TEXTS)
def test_the_diff_is_one_that_git_applies(tmp_path_factory: pytest.TempPathFactory, before: str, after: str) -> None:
    folder = tmp_path_factory.mktemp("diff")
    (folder / "a.yaml").write_bytes(before.encode())
    patch = difference(Correction("a.yaml", before, after))
    assert bool(patch) == (before != after)
    if patch and before:
        command = ["git", "apply", "--whitespace=nowarn", "-"]
        done = run(command, input=patch.encode(), cwd=folder, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
        written = (folder / "a.yaml").read_bytes() if (folder / "a.yaml").exists() else b""
        assert written == after.encode()


def test_the_diff_steers_no_terminal() -> None:
    shown = difference(Correction("a.yaml", "\x1b[2Jone\r\n", "two\n"))
    assert shown == "--- a/a.yaml\n+++ b/a.yaml\n@@ -1 +1 @@\n-<U+001B>[2Jone<U+000D>\n+two\n"


# --- Writing ---


def test_a_file_is_written_exactly_and_keeps_its_rights(tmp_path: Path) -> None:
    text = "\ufeffa: 1\r\nb: 二\rc"
    (tmp_path / "a.yaml").write_bytes(b"")
    (tmp_path / "a.yaml").chmod(0o640)
    apply(tmp_path, [Correction("a.yaml", "", text)])
    assert standing(tmp_path) == {"a.yaml": text.encode()}
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o640


def test_a_link_inside_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("a", encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    rewrite(tmp_path, "link.yaml", "b")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text(encoding="utf-8") == "b"


@pytest.mark.parametrize("path", ["../a.yaml", "link.yaml", "folder/a.yaml"])
def test_nothing_outside_is_written(tmp_path: Path, path: str) -> None:
    root = tmp_path / "plant"
    root.mkdir()
    (tmp_path / "a.yaml").write_text("theirs", encoding="utf-8")
    (root / "link.yaml").symlink_to(tmp_path / "a.yaml")
    (root / "folder").symlink_to(tmp_path)
    with pytest.raises(OutsideError):
        rewrite(root, path, "ours")
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "theirs"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml", "plant"]


def test_no_new_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        rewrite(tmp_path, "a.yaml", "new")
    assert standing(tmp_path) == {}


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("old", encoding="utf-8")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        rewrite(tmp_path, "a.yaml", "new")
    assert standing(tmp_path) == {"a.yaml": b"old"}


# --- The command ---


def test_piped_it_shows_the_diff_and_writes_nothing(call: Call, project: Path) -> None:
    before = standing(project)
    done = call("fix", "-C", project, "--lang", "en")
    assert done.returncode == 1
    assert done.stdout.startswith("--- a/sopcurric.lock\n+++ b/sopcurric.lock\n@@ ")
    assert "\n-<<<<<<< HEAD\n" in done.stdout
    assert "--yes" in done.stderr
    assert standing(project) == before


def test_with_yes_it_writes_and_then_there_is_nothing_left(call: Call, project: Path) -> None:
    before = standing(project)
    done = call("fix", "-C", project, "--yes", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "wrote sopcurric.lock\n")
    after = standing(project)
    assert after.pop("sopcurric.lock").decode().endswith(MENDED)
    assert after == {path: content for path, content in before.items() if path != "sopcurric.lock"}
    done = call("fix", "-C", project, "--yes", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert "nothing" in done.stderr


def test_only_the_files_that_are_named_are_corrected(call: Call, project: Path) -> None:
    before = standing(project)
    (project / "sopcurric.yaml").write_text("project: {name: 案例}\n", encoding="utf-8")
    done = call("fix", "sops/digestion.yaml", "-C", project, "--yes", "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "")
    assert standing(project)["sopcurric.lock"] == before["sopcurric.lock"]
    assert call("fix", "no.yaml", "-C", project, "--yes").returncode == 2
    done = call("fix", project / "sopcurric.lock", "-C", project, "--yes", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "wrote sopcurric.lock\n")


@pytest.mark.parametrize(
    ("answer", "status"), [("y\n", 0), (" YES \n", 0), ("是\n", 0), ("n\n", 1), ("\n", 1), ("", 1), ("yesterday\n", 1)]
)
def test_on_a_terminal_it_asks(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch, answer: str, status: int
) -> None:
    before = standing(project)
    monkeypatch.setattr(sys, "stdin", StringIO(answer))
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True)
    done = call("fix", "-C", project, "--lang", "en")
    assert done.returncode == status
    assert "write these changes into 1 file(s)? [y/N]" in done.stderr
    assert ("nothing was written" in done.stderr) == (status == 1)
    assert (standing(project) == before) == (status == 1)


def test_a_question_that_nobody_sees_is_not_asked(call: Call, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = standing(project)
    monkeypatch.setattr(sys, "stdin", StringIO("y\n"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    assert call("fix", "-C", project, "--lang", "en").returncode == 1
    assert standing(project) == before
