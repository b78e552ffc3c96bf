"""The installed program as people and other programs meet it: statuses, streams, files."""

import io
import json
import re
import sys
from collections.abc import Callable, Iterable
from hashlib import sha256
from pathlib import Path
from subprocess import CompletedProcess

import pytest

import sopcurric.rules
from sopcurric.app.checking import Checked
from sopcurric.app.scaffold import examples, tooling
from sopcurric.app.schemas import SCHEMAS, published
from sopcurric.app.showing import VIEWS
from sopcurric.cli.commands import show
from sopcurric.cli.main import run
from sopcurric.io import resources
from sopcurric.plugin import Rule, discover
from sopcurric.version import __version__

Ran = CompletedProcess[str]
Program = Callable[..., Ran]

PROJECT = """\
project: {name: {zh: 岗位课程, en: Job courses}, language: zh}
editions:
  - {id: student, formats: [markdown, html]}
  - {id: english, language: en, formats: [markdown]}
"""
DIGESTION = """\
job: {code: DIG, title: {zh: 溶出工, en: Digestion operator}}
procedures:
  - id: P1
    title: {zh: 开车前检查, en: Check before start-up}
    steps:
      - {id: S1, text: {zh: "检查隔膜泵油位，应在 1/2–2/3", en: "Check the oil level of the pump, at 1/2–2/3"}}
      - {id: S2, text: {zh: 确认安全阀铅封完好, en: Make sure that the seal of the safety valve is intact}}
"""
SETTLING = """\
job: {code: SET, title: {zh: 沉降工, en: Settling operator}}
procedures:
  - id: P1
    title: {zh: 巡检沉降槽, en: Inspect the settler}
    result: {zh: 溢流清亮, en: A clear overflow}
    steps:
      - {id: S1, text: {zh: 观察溢流清液, en: Watch the overflow}}
"""
NO_VERB = DIGESTION.replace("确认安全阀铅封完好", "安全阀铅封")
BROKEN = SETTLING.replace("procedures:", "procedurs:")


COMMANDS = ("new", "check", "fix", "build", "show", "pathway", "trace", "todo", "decide", "explain", "schema")


def repository(folder: Path, **sops: str) -> Path:
    (folder / "sops").mkdir(parents=True)
    (folder / "sopcurric.yaml").write_text(PROJECT, encoding="utf-8")
    for name, content in sops.items():
        (folder / "sops" / f"{name}.yaml").write_text(content, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def ids(done: Ran) -> list[str]:
    return [one["id"] for one in json.loads(done.stdout)]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository without any error. Nobody may write into it but builds that name another folder."""
    return repository(tmp_path_factory.mktemp("clean"), digestion=DIGESTION, settling=SETTLING)


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return repository(tmp_path / "broken", digestion=DIGESTION, settling=BROKEN)


# --- The program itself ---


def test_version(program: Program) -> None:
    done = program("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"sopcurric {__version__}\n", "")


def test_the_entry_point_is_this_program(program: Program) -> None:
    code = "from importlib.metadata import entry_points as e; e(name='sopcurric')['sopcurric'].load()()"
    assert program("--version", python=("-c", code)).stdout == f"sopcurric {__version__}\n"


def test_help_names_every_command_in_both_languages(program: Program) -> None:
    done = program("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for command in COMMANDS:
        line = re.search(rf"^  {command} +(.+)", done.stdout, re.MULTILINE)
        assert line, command
        assert " / " in line[1]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(call: Program, command: str) -> None:
    done = call(command, "-h")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: sopcurric {command} ")
    assert " / " in done.stdout.split("\n\n")[1]


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_imports_nothing_heavy(program: Program, arguments: list[str]) -> None:
    done = program(*arguments, python=("-X", "importtime", "-m", "sopcurric"))
    imported = {line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.count("|") == 2}
    assert "typer" in imported
    heavy = {"jinja2", "typst", "rich", "yaml", "sopcurric.app", "sopcurric.stages", "sopcurric.renderers"}
    assert imported & heavy == set()


@pytest.mark.parametrize(
    "arguments",
    [["chek"], ["check", "--formt", "json"], ["show"], ["build", "--jobs", "0"], ["build", "--jobs", "many"], ["new"]],
)
def test_usage_errors_leave_with_2(call: Program, arguments: list[str]) -> None:
    done = call(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Error: " in done.stderr


@pytest.mark.parametrize("command", [["check"], ["build"], ["show", "sops"], ["trace", "DIG"], ["explain", "DIG"]])
def test_no_project_leaves_with_2(call: Program, tmp_path: Path, command: list[str]) -> None:
    done = call(*command, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no sopcurric.yaml" in done.stderr
    assert done.stderr.count("\n") == 1
    assert call(*command, "-C", tmp_path / "nowhere", cwd=tmp_path).returncode == 2


# --- new ---


@pytest.mark.parametrize(
    ("arguments", "title"), [(["--lang", "zh"], "溶出工"), (["--lang", "en"], "Digestion operator")]
)
def test_new_makes_a_repository_that_checks_and_builds(
    program: Program, tmp_path: Path, arguments: list[str], title: str
) -> None:
    done = program("new", "plant", *arguments, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "sopcurric build -C plant" in done.stderr
    assert {*contents(tmp_path / "plant")} - {*tooling("zh")} == {
        "sopcurric.lock",
        "sopcurric.yaml",
        "sops/digestion.yaml",
    }
    assert program("check", "-C", tmp_path / "plant").returncode == 0
    built = program("build", "-C", tmp_path / "plant", "--format", "markdown")
    assert (built.returncode, built.stdout) == (0, "")
    assert title in (tmp_path / "plant/build/student/markdown/README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", examples())
def test_new_from_an_example_copies_it_and_checks(call: Program, tmp_path: Path, name: str) -> None:
    target = tmp_path / "plant"
    assert call("new", target, "--example", name).returncode == 0
    assert set(contents(target)) >= {".gitignore", "sopcurric.yaml"}
    assert call("check", "-C", target).returncode == 0


def test_new_refuses_what_is_there(call: Program, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for target in (tmp_path, tmp_path / "mine.txt"):
        done = call("new", target, "--lang", "en")
        assert (done.returncode, done.stdout) == (2, "")
        assert "nothing was written" in done.stderr
    assert list(contents(tmp_path)) == ["mine.txt"]


def test_new_takes_an_empty_folder_and_no_unknown_example(call: Program, tmp_path: Path) -> None:
    done = call("new", tmp_path, "--example", "nothing", "--lang", "en")
    assert done.returncode == 2
    assert "minimal-en" in done.stderr
    assert call("new", tmp_path).returncode == 0


# --- check ---


def test_check_of_a_clean_repository(program: Program, clean: Path) -> None:
    before = contents(clean)
    done = program("check", "-C", clean)
    assert (done.returncode, done.stdout) == (0, "")
    assert contents(clean) == before


def test_check_from_a_sub_folder(call: Program, broken: Path) -> None:
    done = call("check", cwd=broken / "sops")
    assert done.returncode == 1
    assert done.stderr == call("check", "-C", broken).stderr == call("check", "-C", broken / "sops").stderr


def test_check_reports_place_code_excerpt_and_cure(program: Program, broken: Path) -> None:
    before = contents(broken)
    done = program("check", "-C", broken)
    assert (done.returncode, done.stdout) == (1, "")
    assert re.search(r"^sops/settling\.yaml:2:1 SOP010 错误: .*`procedurs`", done.stderr, re.MULTILINE)
    assert "  2 | procedurs:\n    | ^\n" in done.stderr
    assert re.search(r"^  改法：.*`procedures`", done.stderr, re.MULTILINE)
    assert contents(broken) == before


def test_check_speaks_the_language_asked_for(call: Program, broken: Path) -> None:
    assert "cure: write `procedures`" in call("check", "-C", broken, "--lang", "en").stderr
    assert "procedures" in call("check", "-C", broken, "--lang", "xx").stderr


def test_check_as_json(program: Program, broken: Path) -> None:
    done = program("check", "-C", broken, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    first = json.loads(done.stdout)[0]
    assert (first["code"], first["severity"]) == ("SOP010", "error")
    assert (first["file"], first["line"], first["column"]) == ("sops/settling.yaml", 2, 1)
    assert first["cure"]
    assert program("check", "-C", broken, "--json").stdout == done.stdout


def test_check_of_a_clean_repository_as_json(call: Program, clean: Path) -> None:
    done = call("check", "-C", clean, "--format", "json", "--ignore", "SOP")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_check_for_github(call: Program, broken: Path) -> None:
    done = call("check", "-C", broken, "--format", "github")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=sops/settling.yaml,line=2,col=1,title=SOP010::")


def test_check_as_sarif_and_junit(call: Program, broken: Path) -> None:
    done = call("check", "-C", broken, "--format", "sarif")
    assert (done.returncode, done.stderr) == (1, "")
    (run,) = json.loads(done.stdout)["runs"]
    assert "SOP010" in {one["ruleId"] for one in run["results"]}
    done = call("check", "-C", broken, "--format", "junit")
    assert (done.returncode, done.stderr) == (1, "")
    assert '<testsuite name="sops/settling.yaml"' in done.stdout


def test_help_lists_the_forms_of_reports(call: Program) -> None:
    assert "text|json|github|sarif|junit" in call("check", "-h").stdout


def test_check_with_statistics(call: Program, tmp_path: Path) -> None:
    hours = "decisions: [{decide: rename, role: plant, by: 李, date: '2026-03-01', why: 无, on: [DIG/P1], title: 新}]\n"
    folder = repository(tmp_path / "plant", digestion=NO_VERB, settling=BROKEN)
    (folder / "decisions").mkdir()
    (folder / "decisions/a.yaml").write_text(hours, encoding="utf-8")
    done = call("check", "-C", folder, "--statistics", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    rows = [line.split(maxsplit=3) for line in done.stderr.splitlines()]
    assert rows[0] == ["found", "code", "fixable", "what"]
    assert ["1", "JNT108", "1", "A decision that does not record what it was made on"] in rows
    assert ["1", "SOP010", "1"] in [row[:3] for row in rows]
    assert [int(row[0]) for row in rows[1:]] == sorted((int(row[0]) for row in rows[1:]), reverse=True)
    locked = call("check", "-C", folder, "--statistics", "--locked", "--select", "LCK")
    assert [line.split()[:3] for line in locked.stderr.splitlines()[1:]] == [["1", "LCK004", "0"]], "only a build does"
    listed = call("check", "-C", folder, "--statistics", "--json", "--select", "JNT")
    assert [one["code"] for one in json.loads(listed.stdout)] == ["JNT108"]
    assert "JNT108" in listed.stderr
    assert "SOP010" not in listed.stderr
    clean = call("check", "-C", folder, "--statistics", "--select", "TRM", "--lang", "en")
    assert clean.stderr == "No findings.\n"


def test_check_with_a_baseline(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=NO_VERB, settling=SETTLING)
    known = folder / "findings-baseline.yaml"
    before = contents(folder)
    found = json.loads(call("check", "-C", folder, "--json").stdout)
    assert contents(folder) == before
    done = call("check", "-C", folder, "--write-baseline", "--lang", "en")
    assert done.returncode == 0
    assert done.stderr.startswith(f"Wrote {len(found)} finding(s) to findings-baseline.yaml")
    assert {**contents(folder), known.name: ""} == {**before, known.name: ""}
    done = call("check", "-C", folder, "--json", "--lang", "en")
    assert json.loads(done.stdout) == []
    assert done.stderr.startswith(f"{len(found)} more finding(s) stand in findings-baseline.yaml and are not listed; ")
    assert done.stderr.count("\n") == 1
    done = call("check", "-C", folder, "--json", "--no-baseline")
    assert (json.loads(done.stdout), done.stderr) == (found, "")
    assert " more finding(s) stand in " in call("build", "-C", folder, "--format", "markdown", "--lang", "en").stderr
    again = call("check", "-C", folder, "--write-baseline", "--lang", "en")
    assert again.stderr.startswith("findings-baseline.yaml is as it was")


@pytest.mark.parametrize("more", [["--select", "COM"], ["--ignore", "COM"], ["--no-baseline"], ["sops/digestion.yaml"]])
def test_a_baseline_holds_everything_or_is_not_written(call: Program, tmp_path: Path, more: list[str]) -> None:
    folder = repository(tmp_path / "plant", digestion=NO_VERB)
    done = call("check", "-C", folder, "--write-baseline", *more, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--write-baseline" in done.stderr
    assert not (folder / "findings-baseline.yaml").exists()


@pytest.mark.parametrize("name", ["../known.yaml", "sopcurric.yaml", "sops", "sops/digestion.yaml"])
def test_a_baseline_overwrites_nothing_else(call: Program, tmp_path: Path, name: str) -> None:
    folder = repository(tmp_path / "plant", digestion=NO_VERB)
    project = folder / "sopcurric.yaml"
    project.write_text(f"{PROJECT}findings: {{baseline: {name}}}\n", encoding="utf-8")
    before = contents(tmp_path)
    done = call("check", "-C", folder, "--write-baseline", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert name in done.stderr
    assert contents(tmp_path) == before


def test_findings_of_a_project_count_for_the_status(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=NO_VERB)
    project = folder / "sopcurric.yaml"
    project.write_text(f"{PROJECT}findings: {{severity: {{COM: error, SOP: ignore}}}}\n", encoding="utf-8")
    for command in (["check"], ["build", "--format", "markdown"]):
        done = call(*command, "-C", folder, "--lang", "en")
        assert done.returncode == 1, command
        assert "COM101 error" in done.stderr
        assert not re.search(r"SOP\d{3}", done.stderr)
    assert call("todo", "-C", folder).returncode == 0


def test_a_build_of_a_part_says_why_the_lock_stays(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "part", digestion=DIGESTION)
    for language, words in (("zh", "部分版本或格式"), ("en", "Only some editions or formats")):
        done = call("build", "-C", folder, "--format", "markdown", "--lang", language)
        assert done.returncode == 0
        assert words in done.stderr
        assert "没有错误" not in done.stderr
        assert "without errors" not in done.stderr
    assert not (folder / "sopcurric.lock").exists()


def test_a_build_says_that_an_error_that_was_lowered_keeps_the_lock(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION)
    (folder / "sopcurric.yaml").write_text(f"{PROJECT}findings: {{severity: {{JNT: info}}}}\n", encoding="utf-8")
    (folder / "decisions").mkdir()
    hours = "{decide: hours, role: plant, by: 李, date: '2026-03-01', why: 无, on: [DIG/P1], theory: 1, practice: 1}"
    (folder / "decisions/a.yaml").write_text(f"decisions: [{hours}]\n", encoding="utf-8")
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 0
    assert "JNT104 note" in done.stderr
    assert "that the project lowers or ignores count" in done.stderr
    assert not (folder / "sopcurric.lock").exists()


@pytest.mark.parametrize("name", ["很" * 200, "a/" * 99 + "b", "~", "nowhere/known.yaml"])
def test_odd_names_of_a_baseline(call: Program, tmp_path: Path, name: str) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION)
    (folder / "sopcurric.yaml").write_text(f"{PROJECT}findings: {{baseline: '{name}'}}\n", encoding="utf-8")
    assert call("check", "-C", folder).returncode == 0
    assert call("check", "-C", folder, "--write-baseline").returncode in {0, 2}


def test_check_in_an_unknown_form(call: Program, broken: Path) -> None:
    done = call("check", "-C", broken, "--format", "sarf", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "github" in done.stderr


def test_check_select_and_ignore(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=NO_VERB, settling=BROKEN)

    def codes(*arguments: str) -> tuple[int, set[str]]:
        done = call("check", "-C", folder, "--json", *arguments)
        return done.returncode, {one["code"] for one in json.loads(done.stdout)}

    status, everything = codes()
    assert status == 1
    assert everything >= {"COM101", "SOP010"}
    assert codes("--select", "COM") == (0, {one for one in everything if one.startswith("COM")})
    assert codes("--select", "SOP010", "--select", "COM101") == (1, {"SOP010", "COM101"})
    assert codes("--select", "SOP", "--ignore", "SOP0")[1] == {one for one in everything if one.startswith("SOP1")}
    assert codes("--ignore", "SOP") == (0, {one for one in everything if not one.startswith("SOP")})


def test_check_of_named_files(call: Program, broken: Path) -> None:
    assert call("check", "-C", broken, "sops/digestion.yaml").returncode == 0
    done = call("check", "-C", broken, "--json", "sops/settling.yaml", "sops/digestion.yaml")
    assert done.returncode == 1
    assert {one["file"] for one in json.loads(done.stdout)} == {"sops/settling.yaml"}


def test_check_of_files_named_from_where_one_stands(call: Program, broken: Path) -> None:
    for name in ("settling.yaml", "./settling.yaml", broken / "sops" / "settling.yaml"):
        assert call("check", name, cwd=broken / "sops").returncode == 1, name
    assert call("check", "digestion.yaml", cwd=broken / "sops").returncode == 0


def test_check_of_files_that_are_not_read(call: Program, broken: Path) -> None:
    done = call("check", "-C", broken, "nothere.yaml", "sops/settling.yaml", "sops/no.yaml", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(": nothere.yaml, sops/no.yaml\n")
    assert done.stderr.count("\n") == 1


def test_check_of_a_file_where_the_project_cannot_be_read(call: Program, broken: Path) -> None:
    (broken / "sopcurric.yaml").write_text("project: [\n", encoding="utf-8")
    done = call("check", "-C", broken, "sops/digestion.yaml")
    assert done.returncode == 1
    assert "sopcurric.yaml:1:11 SOP003" in done.stderr
    assert "SOP010" not in done.stderr
    done = call("build", "-C", broken, "--lang", "en")
    assert done.returncode == 1
    assert "nothing to build" not in done.stderr
    assert "left out" not in done.stderr


@pytest.mark.parametrize("arguments", [["--select", "NOPE1"], ["--ignore", "XYZ"], ["--select", "SOP", "--ignore", ""]])
def test_check_of_codes_that_there_are_not(call: Program, broken: Path, arguments: list[str]) -> None:
    done = call("check", "-C", broken, *arguments, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"`{arguments[-1]}`" in done.stderr
    assert "SOP" in done.stderr
    assert done.stderr.count("\n") == 1


# --- build ---


def test_build_says_what_it_made_and_then_that_nothing_changed(program: Program, clean: Path, tmp_path: Path) -> None:
    first = program("build", "-C", clean, "--out", tmp_path / "out", "--lang", "en")
    assert (first.returncode, first.stdout) == (0, "")
    assert re.search(r"^built student: ", first.stderr, re.MULTILINE)
    assert re.search(r"^built english: ", first.stderr, re.MULTILINE)
    before = contents(tmp_path / "out")
    second = program("build", "-C", clean, "--out", tmp_path / "out", "--lang", "en")
    assert second.returncode == 0
    assert re.search(r"^student is up to date: ", second.stderr, re.MULTILINE)
    assert ", 0 steps run" in second.stderr
    assert contents(tmp_path / "out") == before


def test_build_goes_into_the_repository(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION)
    assert call("build", cwd=folder / "sops").returncode == 0
    assert (folder / "build/student/html/index.html").is_file()
    assert (folder / "build/student/markdown/README.md").is_file()
    assert sorted(path.name for path in folder.iterdir()) == ["build", "sopcurric.lock", "sopcurric.yaml", "sops"]


def test_build_of_chosen_editions_and_formats(call: Program, clean: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call("build", "-C", clean, "--out", out, "--edition", "english").returncode == 0
    assert [path.name for path in out.iterdir()] == ["english"]
    words = (out / "english/markdown/README.md").read_text(encoding="utf-8")
    assert "Digestion operator" in words
    assert call("build", "-C", clean, "--out", out, "--edition", "student", "--format", "html").returncode == 0
    assert [path.name for path in (out / "student").iterdir() if path.is_dir()] == ["html"]


def test_build_makes_pdf(program: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION)
    (folder / "sopcurric.yaml").write_text("project: {name: 课程}\nformats: [pdf]\n", encoding="utf-8")
    assert program("build", "-C", folder).returncode == 0
    made = list((folder / "build").rglob("*.pdf"))
    assert made
    assert all(path.read_bytes().startswith(b"%PDF-") for path in made)


def test_build_gives_the_same_bytes_with_any_number_of_workers(call: Program, clean: Path, tmp_path: Path) -> None:
    for jobs in ("1", "4"):
        cache = tmp_path / f"cache-{jobs}"
        done = call("build", "-C", clean, "--out", tmp_path / jobs, "--jobs", jobs, "--cache-dir", cache)
        assert done.returncode == 0
        assert cache.is_dir()
    assert contents(tmp_path / "1") == contents(tmp_path / "4")


def test_build_as_json(call: Program, clean: Path, tmp_path: Path) -> None:
    done = call("build", "-C", clean, "--out", tmp_path / "out", "--json")
    made = json.loads(done.stdout)
    assert [one["id"] for one in made] == ["student", "english"]
    assert [one["changed"] for one in made] == [True, True]
    assert all(one["leaves"] > 0 and one["files"] > 0 and one["binders"] > 0 for one in made)
    assert Path(made[0]["folder"]) == tmp_path / "out" / "student"


@pytest.mark.parametrize(
    "arguments", [("show", "tasks"), ("show", "points", "--json"), ("todo",), ("export", "graph"), ("trace", "DIG")]
)
def test_what_was_left_out_is_said_wherever_values_are_shown(
    call: Program, broken: Path, arguments: tuple[str, ...]
) -> None:
    done = call(*arguments, "-C", broken)
    assert re.search(r"^因有错误而没有采用的文件（1 个）：sops/settling\.yaml$", done.stderr, re.MULTILINE), done.stderr
    assert "没有采用" not in done.stdout


def test_build_leaves_out_a_broken_sop_and_builds_the_others(program: Program, broken: Path) -> None:
    done = program("build", "-C", broken)
    assert (done.returncode, done.stdout) == (1, "")
    assert "sops/settling.yaml:2:1 SOP010" in done.stderr
    assert re.search(r"^因有错误而没有采用的文件（1 个）：sops/settling\.yaml$", done.stderr, re.MULTILINE)
    courses = {path.name for path in (broken / "build/student/markdown").iterdir() if path.is_dir()}
    assert "course-DIG" in courses
    assert "course-SET" not in courses


def test_build_of_nothing(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", settling=BROKEN)
    done = call("build", "-C", folder, "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing to build" in done.stderr
    assert "left out because of errors (1): sops/settling.yaml" in done.stderr
    assert not (folder / "build").exists()


@pytest.mark.parametrize(("flag", "known"), [("--edition", "student, english"), ("--format", "html, markdown, pdf")])
def test_build_of_an_unknown_edition_or_format(
    call: Program, clean: Path, tmp_path: Path, flag: str, known: str
) -> None:
    done = call("build", "-C", clean, "--out", tmp_path / "out", flag, "nothing", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert known in done.stderr
    assert not (tmp_path / "out").exists()


def test_an_unknown_edition_beside_a_known_one_builds_nothing(call: Program, clean: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert call("build", "-C", clean, "--out", out, "--edition", "student", "--edition", "x").returncode == 2
    assert not out.exists()


def test_build_never_writes_over_what_it_did_not_make(call: Program, clean: Path, tmp_path: Path) -> None:
    mine = tmp_path / "out" / "student" / "mine.txt"
    mine.parent.mkdir(parents=True)
    mine.write_text("mine", encoding="utf-8")
    done = call("build", "-C", clean, "--out", tmp_path / "out", "--lang", "en")
    assert done.returncode == 1
    assert "LEF004" in done.stderr
    assert "nothing to build" not in done.stderr
    assert "left out" not in done.stderr
    assert [path.name for path in mine.parent.iterdir()] == ["mine.txt"]


def test_build_where_nothing_can_be_written(call: Program, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = call("build", "-C", clean, "--out", tmp_path / "file" / "out", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot write" in done.stderr


# --- show ---


@pytest.mark.parametrize("what", VIEWS)
def test_show_prints_every_view(
    call: Program, what: str, alumina_checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "check", lambda *_: alumina_checked)
    example = resources.folder("examples") / "alumina-refinery"
    rows = [line.split("\t") for line in call("show", what, "-C", example).stdout.splitlines()]
    assert rows[0] == list(VIEWS[what].columns)
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    done = call("show", what, "-C", example, "--json")
    records = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(records) == len(rows) - 1
    assert all({"id", "title", "derived_from"} <= set(one) for one in records)
    assert all(one["id"] and one["title"] for one in records)


def test_show_of_one_thing(program: Program, clean: Path) -> None:
    assert ids(program("show", "sops", "DIG", "-C", clean, "--json")) == ["DIG"]
    done = program("show", "sops", "NOPE", "-C", clean)
    assert (done.returncode, done.stdout) == (2, "")
    assert "NOPE" in done.stderr


def test_show_of_an_unknown_view(call: Program, clean: Path) -> None:
    done = call("show", "nothing", "-C", clean)
    assert (done.returncode, done.stdout) == (2, "")
    assert all(view in done.stderr for view in VIEWS)


def test_show_speaks_the_language_asked_for(call: Program, clean: Path) -> None:
    assert "溶出工" in call("show", "sops", "-C", clean).stdout
    assert "Digestion operator" in call("show", "sops", "-C", clean, "--lang", "en").stdout


def test_show_of_a_project_that_cannot_be_read(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION)
    (folder / "sopcurric.yaml").write_text("project: [\n", encoding="utf-8")
    for arguments in (["show", "sops"], ["trace", "DIG"], ["explain", "DIG"]):
        done = call(*arguments, "-C", folder)
        assert done.returncode == 1
        assert "sopcurric.yaml:1:11 SOP003" in done.stderr


# --- trace ---


def test_trace_of_a_step_leads_to_a_leaf_and_a_plan_row_and_back(program: Program, clean: Path) -> None:
    found = json.loads(program("trace", "DIG/P1/S1", "-C", clean, "--json").stdout)
    assert found["subject"]["id"] == "DIG/P1/S1"
    kinds = {link["kind"]: link["id"] for link in found["down"]}
    assert kinds.keys() >= {"point", "task", "learning-task", "module", "course", "leaf", "plan-row"}
    for kind in ("leaf", "plan-row"):
        back = json.loads(program("trace", kinds[kind], "-C", clean, "--json").stdout)
        assert "DIG/P1/S1" in {link["id"] for link in back["up"]}, kind


def test_trace_by_label(call: Program, clean: Path) -> None:
    leaves = json.loads(call("show", "leaves", "-C", clean, "--json").stdout)
    labels = [one["label"] for one in leaves]
    leaf = next(one for one in leaves if labels.count(one["label"]) == 1)
    found = json.loads(call("trace", leaf["label"], "-C", clean, "--json").stdout)
    assert found["subject"]["label"] == leaf["label"]


def test_trace_for_people(call: Program, clean: Path) -> None:
    done = call("trace", "DIG/P1/S1", "-C", clean, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "feeds" in done.stdout
    assert "made of" in done.stdout


def test_trace_of_something_unknown(call: Program, clean: Path) -> None:
    done = call("trace", "DIG/P9", "-C", clean, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "`DIG/P9` not found" in done.stderr


def test_trace_suggests_what_was_meant(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION.replace("code: DIG", "code: DIG, organisation: QL"))
    project = PROJECT + "organisations: [{id: QL, title: 甲厂}]\n"
    (folder / "sopcurric.yaml").write_text(project, encoding="utf-8")
    for command in (["trace", "DIG/P1/S1"], ["explain", "DIG/P1/S1"], ["show", "points", "QL:DIG/P1/S1/x"]):
        done = call(*command, "-C", folder, "--lang", "en")
        assert (done.returncode, done.stdout) == (2, "")
        assert "did you mean QL:DIG/P1/S1" in done.stderr


@pytest.mark.parametrize("command", ["trace", "explain"])
def test_nothing_is_no_subject(call: Program, clean: Path, command: str) -> None:
    done = call(command, "", "-C", clean)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


# --- explain ---


def test_explain_of_a_rule_needs_no_project(program: Program, tmp_path: Path) -> None:
    chinese = program("explain", "SOP010", "--lang", "zh", cwd=tmp_path)
    english = program("explain", "sop010", "--lang", "en", cwd=tmp_path)
    assert (chinese.returncode, chinese.stderr, english.returncode, english.stderr) == (0, "", 0, "")
    assert "含义：" in chinese.stdout
    assert "Meaning:" not in chinese.stdout
    assert "Meaning:" in english.stdout
    assert "含义：" not in english.stdout


def test_explain_of_a_rule_speaks_the_language_of_the_project(call: Program, clean: Path, tmp_path: Path) -> None:
    for done in (call("explain", "SOP010", "-C", clean), call("explain", "SOP010", cwd=clean / "sops")):
        assert (done.returncode, done.stderr) == (0, "")
        assert "含义：" in done.stdout
    assert "Meaning:" in call("explain", "SOP010", "-C", clean, "--lang", "en").stdout
    (tmp_path / "sopcurric.yaml").write_text("project: {name: x, language: en}\n", encoding="utf-8")
    assert "Meaning:" in call("explain", "SOP010", cwd=tmp_path).stdout


def test_explain_knows_every_rule(capsys: pytest.CaptureFixture[str]) -> None:
    for _, rule in discover(sopcurric.rules, "RULE", Rule):
        assert run(["explain", rule.code, "--lang", "zh"]) == 0
        assert capsys.readouterr().out.startswith(f"{rule.code} {rule.name} ")


def test_explain_of_derived_things(call: Program, clean: Path) -> None:
    task = ids(call("show", "tasks", "-C", clean, "--json"))[0]
    found = json.loads(call("trace", "DIG/P1/S1", "-C", clean, "--json").stdout)
    learning, leaf = (_last(found["down"], kind) for kind in ("learning-task", "leaf"))
    for subject, words in ((task, "difficulty"), (learning, "theory"), (leaf, "/P1")):
        done = call("explain", subject, "-C", clean, "--lang", "en")
        assert (done.returncode, done.stderr) == (0, "")
        assert subject in done.stdout.splitlines()[0]
        assert words in done.stdout
        as_json = json.loads(call("explain", subject, "-C", clean, "--lang", "en", "--json").stdout)
        assert done.stdout.splitlines() == [as_json["title"], "", *as_json["lines"]]


def test_explain_of_something_unknown(call: Program, clean: Path) -> None:
    for subject in ("SOP999", "nothing"):
        done = call("explain", subject, "-C", clean)
        assert (done.returncode, done.stdout) == (2, "")
        assert subject in done.stderr


# --- schema ---


def test_schema_lists_prints_and_writes(program: Program, tmp_path: Path) -> None:
    assert tuple(program("schema").stdout.splitlines()) == SCHEMAS
    one = program("schema", "sop")
    assert json.loads(one.stdout)["title"] == "sopcurric sop"
    done = program("schema", "--write", tmp_path / "schemas")
    assert (done.returncode, done.stdout) == (0, "")
    assert {*contents(tmp_path / "schemas")} == {*published()}
    assert (tmp_path / "schemas/sop.schema.json").read_text(encoding="utf-8") == one.stdout
    chinese = program("schema", "project", "--lang", "zh")
    assert (tmp_path / "schemas/zh/project.schema.json").read_text(encoding="utf-8") == chinese.stdout
    assert "项目名称" in chinese.stdout


def test_the_language_of_a_schema_is_not_that_of_the_machine(call: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("zh_CN", "UTF-8"))
    assert "没有名为" in call("schema", "nothing").stderr
    assert "项目名称" not in call("schema", "project").stdout


def test_schema_of_something_unknown(call: Program) -> None:
    done = call("schema", "nothing", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "value-job-sop" in done.stderr


# --- Streams, consoles, interrupts, our own faults ---


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_pipes_are_utf_8_whatever_the_console_is(program: Program, call: Program, broken: Path, encoding: str) -> None:
    (broken / "sops" / "digestion.yaml").write_text(DIGESTION.replace("溶出工", "溶出工 ∶ ㎏ 🔥"), encoding="utf-8")
    for arguments in (["show", "sops"], ["check"]):
        expected = call(*arguments, cwd=broken)
        done = program(*arguments, cwd=broken, PYTHONIOENCODING=encoding)
        assert (done.returncode, done.stdout, done.stderr) == (expected.returncode, expected.stdout, expected.stderr)


class Console(io.TextIOWrapper):
    """A terminal that has only the characters of an encoding."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    "arguments", [["show", "sops"], ["check"], ["build", "--format", "markdown"], ["trace", "DIG"]]
)
def test_a_gbk_console_shows_what_it_can(broken: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    (broken / "sops" / "digestion.yaml").write_text(NO_VERB.replace("溶出工", "溶出工🔥"), encoding="utf-8")
    (broken / "sops" / "🔥.yaml").write_text("job: 🔥\n", encoding="utf-8")
    out, err = (Console(io.BytesIO(), encoding="gbk") for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    status = run([*arguments, "-C", str(broken), "--cache-dir", str(broken / "cache")])
    out.flush()
    err.flush()
    shown = out.buffer.getvalue().decode("gbk") + err.buffer.getvalue().decode("gbk")  # type: ignore[attr-defined]
    assert status == (1 if arguments[0] in {"check", "build"} else 0)
    assert "\\U0001f525" in shown


def test_a_reader_that_stops_reading(program: Program, clean: Path) -> None:
    code = (
        "import subprocess, sys\n"
        "child = subprocess.Popen([sys.executable, '-m', 'sopcurric', *sys.argv[1:]], stdout=subprocess.PIPE)\n"
        "child.stdout.close()\n"
        "sys.exit(child.wait() == 3)"
    )
    done = program("show", "leaves", "-C", clean, "--json", python=("-c", code))
    assert (done.returncode, done.stderr) == (0, "")


INTERRUPT = """\
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a parent may have told its children to ignore it
from sopcurric.{module} import {name} as real
def interrupt(*arguments, **more):
    os.kill(os.getpid(), signal.SIGINT)
    return real(*arguments, **more)
sys.modules['sopcurric.{module}'].{name} = interrupt
from sopcurric.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "where", ["app.building.check", "app.building.publish", "app.building._one", "io.output._swap"]
)
def test_an_interrupted_build_leaves_with_130_and_nothing_behind(program: Program, tmp_path: Path, where: str) -> None:
    folder = repository(tmp_path / "plant", digestion=DIGESTION)
    (folder / "sopcurric.yaml").write_text("project: {name: 课程}\n", encoding="utf-8")
    module, name = where.rsplit(".", 1)
    done = program("build", "-C", folder, python=("-c", INTERRUPT.format(module=module, name=name)))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
    assert sorted(contents(folder)) == ["sopcurric.yaml", "sops/digestion.yaml"]


def test_an_interrupt_while_the_program_is_loaded(program: Program) -> None:
    code = "import sys; sys.modules['typer'] = None\nimport builtins\nreal = builtins.__import__\n"
    code += "def load(name, *rest):\n    if name == 'sopcurric.cli.main': raise KeyboardInterrupt\n"
    code += "    return real(name, *rest)\nbuiltins.__import__ = load\nfrom sopcurric.__main__ import main\nmain()"
    done = program(python=("-c", code))
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def _bug(*_: object) -> None:
    message = "our own fault \udcff"
    raise ZeroDivisionError(message)


@pytest.mark.parametrize("command", [["check"], ["build"], ["show", "sops"], ["trace", "DIG"], ["explain", "DIG"]])
def test_our_own_faults_are_one_line_and_a_report(
    clean: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("sopcurric.app.checking.load", _bug)
    assert run([*command, "-C", str(clean)]) == 3
    report = _only(tmp_path.iterdir())
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert str(report) in shown.err
    words = report.read_text(encoding="utf-8")
    assert words.startswith(f"sopcurric {__version__}\n")
    assert "ZeroDivisionError: our own fault" in words


def _last(links: list[dict[str, str]], kind: str) -> str:
    return [link["id"] for link in links if link["kind"] == kind][-1]


def _only(paths: Iterable[Path]) -> Path:
    (path,) = paths
    return path
