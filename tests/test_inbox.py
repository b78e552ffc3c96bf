"""What waits for people: listed, handed out as a form, handed in again, and what became of it."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess

import openpyxl
import pytest

from sopcurric.app.asking import SHOWN_QUESTIONS
from sopcurric.cli import console
from sopcurric.io import workspace
from sopcurric.io.decision_file import decision_text
from sopcurric.io.yaml_reader import read_yaml

Ran = CompletedProcess[str]
Program = Callable[..., Ran]

PROJECT = """\
project: {name: {zh: 岗位课程, en: Job courses}, language: zh}
editions: [{id: student, formats: [markdown]}]
"""
DIGESTION = """\
job: {code: DIG, title: 溶出工}
procedures:
  - id: P1
    title: 隔膜泵启动
    steps:
      - {id: S1, text: "检查油位,应在 1/2–2/3"}
      - {id: S2, text: 打开进口阀}
      - {id: S3, text: 启动油泵}
      - {id: S4, text: 核对压力}
"""
SETTLING = """\
job: {code: SET, title: 沉降工}
procedures:
  - id: P7
    title: 隔膜泵巡检
    steps:
      - {id: S1, text: "检查油位,应在 1/2–2/3"}
      - {id: S2, text: 核对压力}
"""
WHO = ("--role", "plant", "--by", "张工", "--date", "2026-09-01", "--lang", "en")


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    folder = tmp_path / "plant"
    (folder / "sops").mkdir(parents=True)
    (folder / "sopcurric.yaml").write_text(PROJECT, encoding="utf-8")
    (folder / "sops/digestion.yaml").write_text(DIGESTION, encoding="utf-8")
    (folder / "sops/settling.yaml").write_text(SETTLING, encoding="utf-8")
    return folder


def change(plant: Path, job: str, old: str, new: str) -> None:
    path = plant / "sops" / f"{job}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def questions(call: Program, plant: Path, *flags: str) -> dict[tuple[str, str], str]:
    """The ids of open questions by kind and first address."""
    done = call("todo", "-C", plant, "--json", "--lang", "en", *flags)
    assert (done.returncode, done.stderr) == (0, "")
    return {(one["kind"], one["derived_from"][0]): one["id"] for one in json.loads(done.stdout)}


def rating(call: Program, plant: Path, address: str = "DIG/P1") -> str:
    return questions(call, plant)["rating", address]


def decisions(plant: Path) -> list[dict[str, object]]:
    """Every decision of a repository, in the order of the names of their files, as our reader takes it."""
    files = sorted((plant / "decisions").glob("*.yaml")) if (plant / "decisions").is_dir() else []
    read = [read_yaml(path.name, path.read_bytes()) for path in files]
    assert [finding for one in read for finding in one.findings] == []
    return [one for file in read if isinstance(file.data, dict) for one in file.data["decisions"]]


def fill(sheet: Path, *rows: Sequence[str], by: str = "张工", date: str = "2026-09-01") -> None:
    """Fill in a workbook as somebody does in Excel; each row is a question, a choice by its label, words, why."""
    book = openpyxl.load_workbook(sheet)
    page = book.worksheets[0]
    page["B3"], page["B4"] = by, date
    (head,) = [row for row in page.iter_rows() if row[0].value in ("编号", "No.", "Id", "ID", "id")]
    titles = [cell.value for cell in head]
    columns = [titles.index(one) for one in ("您的决定", "补充内容", "理由")]
    for question, *values in rows:
        (row,) = [one for one in page.iter_rows() if one[0].value == question]
        for column, value in zip(columns, values, strict=False):
            row[column].value = value or None
    book.save(sheet)


def state_of(call: Program, plant: Path) -> str:
    """The state that forms are made for."""
    leaf = call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    return leaf.split(" state ", 1)[1].split(" ", 1)[0]


def answers(path: Path, state: str, *given: tuple[str, str, str, str], role: str = "plant") -> Path:
    lines = [dict(zip(("question", "choice", "words", "why"), one, strict=True)) for one in given]
    saved = {"format": 1, "state": state, "role": role, "by": "张工", "date": "2026-09-01", "answers": lines}
    path.write_text(json.dumps(saved, ensure_ascii=False), encoding="utf-8")
    return path


# --- todo ---


@pytest.mark.parametrize("command", [["todo"], ["todo", "--json"], ["decide"], ["decide", "q-aaaaaaaa=agree"]])
def test_no_project_and_no_readable_one_are_said(
    call: Program, plant: Path, tmp_path: Path, command: list[str]
) -> None:
    done = call(*command, "--lang", "en", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no sopcurric.yaml" in done.stderr
    (plant / "sopcurric.yaml").write_text("project: [", encoding="utf-8")
    flags = WHO[:4] if command[-1].startswith("q-") else ()
    done = call(*command, *flags, "--lang", "en", "-C", plant)
    assert (done.returncode, done.stdout) == (2 if command == ["decide"] else 1, "")


def test_a_list_for_programs_and_pipes(call: Program, plant: Path) -> None:
    done = call("todo", "-C", plant, "--json")
    SHOWN_QUESTIONS.validate_json(done.stdout)
    found = json.loads(done.stdout)
    assert {one["kind"] for one in found} == {"rating", "same_work"}
    first = next(one for one in found if one["kind"] == "rating")
    assert (first["roles"], first["proposal"], first["derived_from"]) == (["plant", "industry"], "agree", ["DIG/P1"])
    lines = call("todo", "-C", plant, "--lang", "en").stdout.splitlines()
    assert lines[0].split("\t") == ["id", "kind", "roles", "question", "proposal", "choices", "about"]
    assert [line.split("\t")[0] for line in lines[1:]] == [one["id"] for one in found]


def test_a_list_for_people_says_how_to_answer(call: Program, plant: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "on_terminal", lambda: True)
    question = rating(call, plant)
    done = call("todo", "-C", plant, "--role", "plant", "--lang", "zh")
    assert f"  {question}  “隔膜泵启动”" in done.stdout
    assert done.stdout.count("agree → ") == 1, "what is the same for all is told once"
    assert "是否同一任务（same_work）：1 项" in done.stdout
    assert "共 3 项等待答复（企业）。" in done.stderr
    assert "sopcurric decide q-" in done.stderr


def test_the_list_is_that_of_a_role_or_of_a_kind(call: Program, plant: Path) -> None:
    assert set(questions(call, plant, "--role", "college")) == {("same_work", "DIG/P1")}
    assert {kind for kind, _ in questions(call, plant, "--role", "industry")} == {"rating"}
    assert set(questions(call, plant, "--kind", "same_work")) == {("same_work", "DIG/P1")}
    for flags in (
        ["--role", "boss"],
        ["--kind", "nothing"],
        ["--leaf", "nowhere"],
        ["--out", "x.docx"],
    ):
        done = call("todo", "-C", plant, "--lang", "en", *flags)
        assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1), flags


def test_a_label_that_several_leaves_bear_names_none(call: Program, plant: Path) -> None:
    leaves = json.loads(call("show", "leaves", "-C", plant, "--json").stdout)
    alike = [one["id"] for one in leaves if one["label"] == "M01-T01-W1"]
    assert len(alike) == 2
    done = call("todo", "-C", plant, "--leaf", "M01-T01-W1", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"name one by its id: {', '.join(alike)}\n")
    assert call("todo", "-C", plant, "--leaf", alike[0]).stdout.startswith(f"<!-- leaf {alike[0]} ")


def test_nothing_to_do_is_said(call: Program, plant: Path) -> None:
    done = call("todo", "-C", plant, "--role", "college", "--kind", "rating", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "Nothing waits for an answer (College).\n")


@pytest.mark.parametrize(("name", "begins"), [("todo.xlsx", b"PK\x03\x04"), ("todo.HTML", b"<!doctype html>")])
def test_a_form_is_written_by_its_ending_and_only_over_blank_ones_of_ours(
    call: Program, plant: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    out = tmp_path / "forms" / name
    for _ in range(2):
        done = call("todo", "-C", plant, "--out", out, "--lang", "en")
        assert (done.returncode, done.stdout) == (0, ""), done.stderr
        assert out.read_bytes().startswith(begins)
    out.write_bytes(b"mine")
    done = call("todo", "-C", plant, "--out", out, "--lang", "en")
    assert (done.returncode, out.read_bytes()) == (2, b"mine")
    assert "--force" in done.stderr
    assert call("todo", "-C", plant, "--out", out, "--force").returncode == 0
    assert out.read_bytes().startswith(begins)
    assert [one.name for one in out.parent.iterdir()] == [name]


def test_a_form_that_somebody_filled_in_is_kept(call: Program, plant: Path, tmp_path: Path) -> None:
    sheet, leaf = tmp_path / "todo.xlsx", tmp_path / "leaf.md"
    call("todo", "-C", plant, "--out", sheet)
    call("todo", "-C", plant, "--leaf", "DIG/P1#W", "--out", leaf)
    assert call("todo", "-C", plant, "--leaf", "DIG/P1#W", "--out", leaf).returncode == 0, "nobody wrote into it"
    fill(sheet, (rating(call, plant), "", "", ""))
    leaf.write_text(leaf.read_text(encoding="utf-8").replace("打开进口阀", "慢开进口阀"), encoding="utf-8")
    for flags in (["--out", sheet], ["--leaf", "DIG/P1#W", "--out", leaf]):
        done = call("todo", "-C", plant, *flags, "--lang", "en")
        assert (done.returncode, "filled in" in done.stderr) == (2, True)


@pytest.mark.parametrize("package", ["openpyxl", "python_calamine"])
def test_a_missing_extra_is_one_sentence(
    call: Program, plant: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    sheet = tmp_path / "todo.xlsx"
    sheet.write_bytes(b"")
    if package == "python_calamine":
        call("todo", "-C", plant, "--out", sheet, "--force")
    monkeypatch.setitem(sys.modules, package, None)
    command = ["todo", "--force", "--out", sheet] if package == "openpyxl" else ["decide", sheet]
    done = call(*command, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert 'pip install "sopcurric[sheets]"' in done.stderr


# --- From forms to decisions ---


def test_a_workbook_goes_out_and_comes_back_as_decisions_that_are_built(
    call: Program, plant: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "todo.xlsx"
    found = questions(call, plant)
    assert call("todo", "-C", plant, "--role", "plant", "--out", sheet, "--lang", "zh").returncode == 0
    fill(
        sheet,
        (found["rating", "DIG/P1"], "另行评定（等级填入补充内容）", "3 3 3", "隔膜泵开车风险高：须强化"),
        (found["rating", "SET/P7"], "同意上述评定", "", ""),
        (found["same_work", "DIG/P1"], "是，归为同一任务", "", "- 同一台泵 #1"),
    )
    done = call("decide", sheet, "-C", plant, "--lang", "zh")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    (path,) = (plant / "decisions").iterdir()
    assert f"已写入 decisions/{path.name}，共 3 项决定：\n" in done.stderr
    same, first, second = sorted(decisions(plant), key=lambda one: (one["decide"] == "rate", str(one["on"])))
    assert {one["by"] for one in (same, first, second)} == {"张工"}
    assert (first["difficulty"], first["frequency"], first["why"]) == (3, 3, "隔膜泵开车风险高：须强化")
    assert (second["why"], same["why"]) == ("同意建议", "- 同一台泵 #1")
    assert (same["decide"], same["on"]) == ("together", ["DIG/P1", "SET/P7"])
    tasks = json.loads(call("show", "tasks", "-C", plant, "--json").stdout)
    assert [(one["members"], one["difficulty"]) for one in tasks] == [(["DIG/P1", "SET/P7"], 3)]
    assert call("build", "-C", plant).returncode == 0
    assert questions(call, plant) == {}
    again = call("decide", sheet, "-C", plant, "--lang", "en")
    assert (again.returncode, len(decisions(plant))) == (0, 3)
    assert "3 answer(s) were taken before" in again.stderr


def test_answers_of_the_page_are_taken_or_refused_one_by_one(call: Program, plant: Path, tmp_path: Path) -> None:
    first, second = rating(call, plant), rating(call, plant, "SET/P7")
    file = answers(
        tmp_path / "answers.json",
        state_of(call, plant),
        (first, "agree", "", ""),
        (second, "change", "1 2", "太高"),
        ("q-aaaaaaaa", "agree", "", ""),
        (questions(call, plant)["same_work", "DIG/P1"], "apart", "", ""),
    )
    done = call("decide", file, "-C", plant, "--lang", "en")
    assert done.returncode == 1
    lines = [line for line in done.stderr.splitlines() if line.startswith("not taken")]
    assert [line.split()[2].rstrip(":") for line in lines] == ["#2", "#3", "#4"]
    assert "1 2" in lines[0]
    assert "q-aaaaaaaa" in lines[1]
    assert "reason" in lines[2], "a choice that nobody proposed needs a reason"
    assert [one["on"] for one in decisions(plant)] == [["DIG/P1"]]


def test_a_reason_for_all_stands_in_where_an_answer_has_none(call: Program, plant: Path, tmp_path: Path) -> None:
    question = questions(call, plant)["same_work", "DIG/P1"]
    file = answers(tmp_path / "answers.json", state_of(call, plant), (question, "apart", "", ""))
    assert call("decide", file, "-C", plant, "--why", "设备不同").returncode == 0
    assert [(one["decide"], one["why"]) for one in decisions(plant)] == [("apart", "设备不同")]


def test_from_an_older_form_what_still_fits_is_taken(call: Program, plant: Path, tmp_path: Path) -> None:
    first, second = rating(call, plant), rating(call, plant, "SET/P7")
    same = questions(call, plant)["same_work", "DIG/P1"]
    given = [(first, "agree", "", ""), (second, "agree", "", ""), (same, "apart", "", "设备不同")]
    file = answers(tmp_path / "answers.json", state_of(call, plant), *given)
    assert call("decide", f"{same}=apart", "--why", "不是一台泵", "-C", plant, *WHO).returncode == 0
    change(plant, "settling", "title: 隔膜泵巡检", "title: 隔膜泵检查")
    done = call("decide", file, "-C", plant, "--lang", "en")
    assert done.returncode == 1
    assert f"#2: what question {second} was asked about has changed" in done.stderr
    assert [one["on"] for one in decisions(plant)] == [["DIG/P1", "SET/P7"], ["DIG/P1"]] or len(decisions(plant)) == 2
    assert "#3: " in done.stderr


def test_what_was_answered_by_now_is_told_with_who_did(call: Program, plant: Path, tmp_path: Path) -> None:
    first, second = rating(call, plant), rating(call, plant, "SET/P7")
    file = answers(tmp_path / "a.json", state_of(call, plant), (first, "agree", "", ""), (second, "agree", "", ""))
    assert call("decide", f"{first}=agree", "-C", plant, *WHO[:2], "--by", "李工", *WHO[4:]).returncode == 0
    done = call("decide", file, "-C", plant, "--lang", "zh")
    assert done.returncode == 1
    assert f"问题 {first} 已由企业 李工于 2026-09-01 作出决定" in done.stderr
    assert len(decisions(plant)) == 2


def test_a_form_that_was_mended_can_be_handed_in_again(call: Program, plant: Path, tmp_path: Path) -> None:
    first, second, state = rating(call, plant), rating(call, plant, "SET/P7"), state_of(call, plant)
    wrong = (second, "change", "3 2", "现场核定")
    file = answers(tmp_path / "a.json", state, (first, "agree", "", ""), wrong)
    assert call("decide", file, "-C", plant).returncode == 1
    answers(file, state, (first, "agree", "", ""), (second, "change", "3 2 1", "现场核定"))
    done = call("decide", file, "-C", plant, "--lang", "en")
    assert (done.returncode, len(decisions(plant))) == (0, 2)
    assert "1 answer(s) were taken before" in done.stderr
    answers(file, state, (first, "change", "1 1 1", "改主意"))
    done = call("decide", file, "-C", plant, "--lang", "en")
    assert (done.returncode, len(decisions(plant))) == (1, 2), "another answer is another answer"
    assert f"question {first} was decided already, by 张工 (Plant) on 2026-09-01" in done.stderr


def test_a_form_of_which_nothing_fits_is_refused_as_a_whole(call: Program, plant: Path, tmp_path: Path) -> None:
    old = state_of(call, plant)
    file = answers(tmp_path / "answers.json", old, (rating(call, plant), "agree", "", ""))
    change(plant, "digestion", "title: 隔膜泵启动", "title: 隔膜泵开车")
    done = call("decide", file, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    for said in (old, state_of(call, plant), "sopcurric todo --out"):
        assert said in done.stderr
    assert decisions(plant) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("todo.xlsx", b"PK not a workbook", "todo.xlsx: "),
        ("todo.xlsx", None, "todo.xlsx: "),
        ("answers.json", b"{}", "answers.json: "),
        ("leaf.md", b"# mine", "leaf.md: "),
        ("leaf.md", b"\xff\xfe", "leaf.md: "),
        ("todo.html", b"<!doctype html>", "answers.json"),
        ("todo.xls", b"", "save it as an Excel workbook (.xlsx)"),
        ("todo.ods", b"", "save it as an Excel workbook (.xlsx)"),
        ("todo.CSV", b"", "save it as an Excel workbook (.xlsx)"),
    ],
)
def test_what_is_no_form_is_refused(
    call: Program, plant: Path, tmp_path: Path, name: str, content: bytes | None, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = call("decide", tmp_path / name, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert said in done.stderr


def test_who_decides_comes_from_the_form_or_from_flags_but_not_from_both(
    call: Program, plant: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "todo.xlsx"
    call("todo", "-C", plant, "--out", sheet, "--lang", "zh")
    fill(sheet, (rating(call, plant), "同意上述评定", "", ""), by="", date="2026年9月1日")
    done = call("decide", sheet, "-C", plant, "--lang", "en")
    assert (done.returncode, decisions(plant)) == (2, [])
    assert "still missing: --role, --by (" in done.stderr
    done = call("decide", sheet, "-C", plant, *WHO[:4], "--date", "2026-09-02", "--lang", "en")
    assert (done.returncode, "--date" in done.stderr) == (2, True)
    assert call("decide", sheet, "-C", plant, *WHO[:4]).returncode == 0
    assert [(one["role"], one["by"], str(one["date"])) for one in decisions(plant)] == [("plant", "张工", "2026-09-01")]


def test_an_empty_form_writes_nothing(call: Program, plant: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "todo.xlsx"
    call("todo", "-C", plant, "--out", sheet, "--role", "plant")
    for by, date in (("张工", "2026-09-01"), ("", ""), ("", "soon")):
        fill(sheet, by=by, date=date)
        done = call("decide", sheet, "-C", plant, "--lang", "en")
        assert (done.returncode, done.stderr) == (1, f"nothing is filled in in {sheet}; nothing was written\n")
    assert not (plant / "decisions").exists()


# --- Direct answers ---


def test_a_dry_run_prints_what_would_be_written(call: Program, plant: Path) -> None:
    question = rating(call, plant)
    flags = [f"{question}=change", "--words", "3 2 1", "--why", "现场核定", "-C", plant, *WHO]
    dry = call("decide", *flags, "--dry-run")
    assert (dry.returncode, decisions(plant)) == (0, [])
    assert call("decide", *flags).returncode == 0
    (path,) = (plant / "decisions").iterdir()
    assert path.read_text(encoding="utf-8") == dry.stdout
    assert path.name in dry.stderr


def test_a_direct_answer_is_given_today(call: Program, plant: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")
    assert call("decide", f"{rating(call, plant)}=agree", "-C", plant, *WHO[:4]).returncode == 0
    assert [str(one["date"]) for one in decisions(plant)] == ["2026-09-01"]


@pytest.mark.parametrize(
    ("answer", "role", "said"),
    [
        ("{rating}=agree", "college", "for Plant or Industry to decide"),
        ("{same}=apart", "industry", "`same task or not` is for Plant or College to decide"),
        ("{rating}=maybe", "plant", "agree / change"),
        ("{rating}=", "plant", "agree / change"),
        ("q-aaaaaaaa=agree", "plant", "no question q-aaaaaaaa"),
        ("q-\u202e\x1b[31m=agree", "plant", "no question q-<U+202E><U+001B>[31m"),
    ],
)
def test_answers_that_cannot_be_taken_say_why(call: Program, plant: Path, answer: str, role: str, said: str) -> None:
    found = questions(call, plant)
    given = answer.format(rating=found["rating", "DIG/P1"], same=found["same_work", "DIG/P1"])
    done = call("decide", given, "-C", plant, "--role", role, *WHO[2:])
    assert (done.returncode, decisions(plant)) == (1, [])
    assert said in done.stderr


def test_decisions_that_would_not_hold_are_not_written(call: Program, plant: Path, tmp_path: Path) -> None:
    third = SETTLING.replace("SET", "CAL").replace("沉降工", "焙烧工").replace("巡检", "加油")
    (plant / "sops/calcination.yaml").write_text(third, encoding="utf-8")
    standing = {"decide": "together", "on": ["CAL/P7", "SET/P7"], "role": "plant", "by": "李工", "date": "2026-08-01"}
    (plant / "decisions").mkdir()
    text = decision_text([{**standing, "why": "同一台泵"}], "zh")
    (plant / "decisions/a.yaml").write_text(text, encoding="utf-8")
    found = questions(call, plant, "--kind", "same_work")
    file = answers(
        tmp_path / "answers.json",
        state_of(call, plant),
        (found["same_work", "CAL/P7"], "together", "", "同一台泵"),
        (found["same_work", "DIG/P1"], "apart", "", "不同的泵"),
        (rating(call, plant), "agree", "", ""),
    )
    done = call("decide", file, "-C", plant, "--lang", "zh")
    assert done.returncode == 1
    assert "未采用  #1：这一决定不能生效（无效：与另一决定矛盾）" in done.stderr
    assert [one["decide"] for one in decisions(plant)] == ["rate", "together"]


def test_a_question_that_is_answered_in_two_ways_is_not_answered(call: Program, plant: Path) -> None:
    question = rating(call, plant)
    done = call("decide", f"{question}=agree", f"{question}=change", "-C", plant, *WHO)
    assert (done.returncode, decisions(plant)) == (1, [])


def test_answers_that_need_no_decision_are_told(call: Program, plant: Path) -> None:
    change(plant, "digestion", "procedures:", "equipment: [{id: E1, title: 备用油站}]\nprocedures:")
    question = questions(call, plant)["untaught_element", "DIG/equipment/E1"]
    done = call("decide", f"{question}=procedure", "--words", "P1", "-C", plant, *WHO)
    assert (done.returncode, decisions(plant)) == (0, [])
    assert "1 answer(s) need no decision" in done.stderr
    assert done.stderr.splitlines()[1].startswith(f"  {question}: ")
    assert done.stderr.splitlines()[1].endswith("(P1)")


def test_broken_marks_are_refused(call: Program, plant: Path) -> None:
    done = call("decide", f"{rating(call, plant)}=agree", "--why", "<<8.2 MPa", "-C", plant, *WHO)
    assert (done.returncode, decisions(plant)) == (1, [])
    assert "<<8.2" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["a.xlsx", "b.xlsx"], ["q-aaaaaaaa=a", "q-bbbbbbbb=b", "--words", "x"], ["q-aaaaaaaa=a", "--date", "soon"]],
)
def test_usage_is_said_where_nobody_can_be_asked(call: Program, plant: Path, arguments: list[str]) -> None:
    done = call("decide", *arguments, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_a_folder_that_cannot_be_written_is_said(call: Program, plant: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    question = rating(call, plant)
    (plant / "decisions").write_text("in the way", encoding="utf-8")
    done = call("decide", f"{question}=agree", "-C", plant, *WHO)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("cannot write decisions/2026-09-01-plant-")
    (plant / "decisions").unlink()

    def read_only(path: Path, _text: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(workspace, "write_text", read_only)
    done = call("decide", f"{question}=agree", "-C", plant, *WHO)
    assert (done.returncode, done.stderr.endswith("Permission denied\n")) == (2, True)


def test_a_link_that_leads_out_is_not_followed(call: Program, plant: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (plant / "decisions").symlink_to(tmp_path / "elsewhere")
    done = call("decide", f"{rating(call, plant)}=agree", "-C", plant, *WHO)
    assert (done.returncode, [*(tmp_path / "elsewhere").iterdir()]) == (2, [])


# --- Leaves as text ---


def test_a_leaf_goes_out_as_text_and_comes_back_rewritten(call: Program, plant: Path, tmp_path: Path) -> None:
    leaf = tmp_path / "leaf.md"
    assert call("todo", "-C", plant, "--leaf", "DIG/P1#W", "--out", leaf, "--lang", "en").returncode == 0
    text = leaf.read_text(encoding="utf-8")
    assert text == call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    leaf.write_text(text.replace("打开进口阀", "缓慢打开进口阀") + "\n<!-- new -->\n\n先看录像。\n", encoding="utf-8")
    who = ("--role", "plant", "--by", "张工", "--date", "2026-09-01")
    done = call("decide", leaf, "-C", plant, *who, "--lang", "en")
    assert (done.returncode, decisions(plant)) == (1, []), "a leaf is not changed without a reason"
    done = call("decide", leaf, "-C", plant, *who, "--why", "按现场做法", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert sorted(str(one["decide"]) for one in decisions(plant)) == ["add", "rewrite"]
    assert call("build", "-C", plant).returncode == 0
    printed = "".join(path.read_text(encoding="utf-8") for path in (plant / "build").rglob("*.md"))
    assert "缓慢打开进口阀" in printed
    assert "先看录像。" in printed
    done = call("decide", leaf, "-C", plant, *who, "--why", "再改一次", "--lang", "en")
    assert (done.returncode, len(decisions(plant))) == (1, 2), "what was added is not added again"
    assert "added already" in done.stderr


def test_a_leaf_that_was_not_changed_writes_nothing(call: Program, plant: Path, tmp_path: Path) -> None:
    leaf = tmp_path / "leaf.md"
    call("todo", "-C", plant, "--leaf", "DIG/P1#W", "--out", leaf)
    done = call("decide", leaf, "-C", plant, *WHO)
    assert (done.returncode, done.stderr) == (0, "there is nothing to write\n")


def test_faults_of_a_leaf_are_told_by_line(call: Program, plant: Path, tmp_path: Path) -> None:
    leaf = tmp_path / "leaf.md"
    text = call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    leaf.write_text(f"{text}\n<!-- block W/steps", encoding="utf-8")
    done = call("decide", leaf, "-C", plant, *WHO, "--why", "改")
    assert (done.returncode, decisions(plant)) == (1, [])
    assert f"not taken  line {len(text.splitlines()) + 2}: " in done.stderr


def test_a_role_changes_only_what_it_may(call: Program, plant: Path, tmp_path: Path) -> None:
    leaf = tmp_path / "leaf.md"
    text = call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    leaf.write_text(text + "\n<!-- new -->\n\n先看录像。\n", encoding="utf-8")
    done = call("decide", leaf, "-C", plant, "--role", "industry", *WHO[2:], "--why", "改")
    assert (done.returncode, decisions(plant)) == (1, [])
    assert "for Plant or College to decide" in done.stderr


def test_hazards_on_a_leaf_are_for_the_plant_to_change(call: Program, plant: Path, tmp_path: Path) -> None:
    change(plant, "digestion", "procedures:", "hazards: [{id: H1, title: 高压矿浆喷出, risk: major}]\nprocedures:")
    change(plant, "digestion", "title: 隔膜泵启动", "title: 隔膜泵启动\n    hazards: [H1]")
    leaf = tmp_path / "leaf.md"
    text = call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    assert "高压矿浆喷出" in text
    leaf.write_text(text.replace("高压矿浆喷出", "高压矿浆喷溅"), encoding="utf-8")
    done = call("decide", leaf, "-C", plant, "--role", "college", *WHO[2:], "--why", "改")
    assert (done.returncode, decisions(plant)) == (1, [])
    assert "the decision would not hold" in done.stderr
    assert call("decide", leaf, "-C", plant, *WHO, "--why", "改").returncode == 0
    assert {one["decide"] for one in decisions(plant)} == {"rewrite"}


# --- Asking at the terminal ---


@pytest.fixture
def typing(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Somebody at a terminal who types lines, and then no more."""

    def prepare(*lines: str) -> None:
        monkeypatch.setattr(console, "answerable", lambda: True)
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return prepare


def test_questions_are_asked_one_after_another(call: Program, plant: Path, typing: Callable[..., None]) -> None:
    typing("5", "1", "张工", "tomorrow", "2026/9/1", "9", "1", "同一台泵", "", "2", "3 2", "2", "3 2 1", "现场核定")
    done = call("decide", "-C", plant, "--lang", "zh")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "[1/3] 是否同一任务" in done.stderr
    assert "“tomorrow”不是" in done.stderr
    assert "请输入 1 到 2 的序号。" in done.stderr
    made = [(one["decide"], one["on"], one["why"], one.get("difficulty"), str(one["date"])) for one in decisions(plant)]
    assert sorted(made, key=str) == [
        ("rate", ["SET/P7"], "现场核定", 3, "2026-09-01"),
        ("together", ["DIG/P1", "SET/P7"], "同一台泵", None, "2026-09-01"),
    ]


def test_a_role_without_questions_is_told_so(call: Program, plant: Path, typing: Callable[..., None]) -> None:
    question = questions(call, plant)["same_work", "DIG/P1"]
    call("decide", f"{question}=apart", "--why", "设备不同", "-C", plant, *WHO)
    typing()
    done = call("decide", "-C", plant, "--role", "college", *WHO[2:])
    assert (done.returncode, done.stderr) == (0, "Nothing waits for an answer (College).\nthere is nothing to write\n")


def test_stopping_keeps_what_was_answered_and_a_missing_reason_skips(
    call: Program, plant: Path, typing: Callable[..., None]
) -> None:
    typing("2", "", "1", "", "q")
    done = call("decide", "-C", plant, *WHO)
    assert done.returncode == 0
    assert "No reason was given" in done.stderr
    assert "A number from" not in done.stderr
    assert [(one["decide"], one["on"], one["why"]) for one in decisions(plant)] == [("rate", ["DIG/P1"], "同意建议")]


@pytest.mark.parametrize("lines", [["q"], ["", "", ""], []])
def test_nothing_answered_writes_nothing(
    call: Program, plant: Path, typing: Callable[..., None], lines: list[str]
) -> None:
    typing(*lines)
    done = call("decide", "-C", plant, *WHO)
    assert (done.returncode, decisions(plant)) == (0, [])
    assert done.stderr.endswith("there is nothing to write\n")


def test_missing_who_is_asked_for_beside_a_form(
    call: Program, plant: Path, tmp_path: Path, typing: Callable[..., None]
) -> None:
    leaf = tmp_path / "leaf.md"
    text = call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    leaf.write_text(text + "\n<!-- new -->\n\n先看录像。\n", encoding="utf-8")
    typing("院校", "王老师", "2026-09-01", "课前预习")
    assert call("decide", leaf, "-C", plant, "--lang", "zh").returncode == 0
    (one,) = decisions(plant)
    assert (one["role"], one["by"], str(one["date"]), one["why"]) == ("college", "王老师", "2026-09-01", "课前预习")


# --- When a decision is taken, and who was first ---


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the last day of September 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790726400")


@pytest.mark.parametrize("what", ["leaf", "sheet"])
def test_what_bears_no_date_is_decided_today(call: Program, plant: Path, tmp_path: Path, what: str) -> None:
    file = tmp_path / ("leaf.md" if what == "leaf" else "todo.xlsx")
    call("todo", "-C", plant, *(["--leaf", "DIG/P1#W"] if what == "leaf" else []), "--out", file, "--lang", "zh")
    if what == "leaf":
        file.write_text(file.read_text(encoding="utf-8").replace("打开进口阀", "慢开进口阀"), encoding="utf-8")
    else:
        fill(file, (rating(call, plant), "同意上述评定", "", ""), by="", date="")
    done = call("decide", file, "-C", plant, "--role", "plant", "--by", "李老师", "--why", "按学生程度改写")
    assert (done.returncode, [str(one["date"]) for one in decisions(plant)]) == (0, ["2026-09-30"]), done.stderr


def test_a_date_that_cannot_be_read_is_not_taken_for_today(call: Program, plant: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "todo.xlsx"
    call("todo", "-C", plant, "--out", sheet, "--lang", "zh")
    fill(sheet, (rating(call, plant), "同意上述评定", "", ""), date="soon")
    done = call("decide", sheet, "-C", plant, *WHO[:4], "--lang", "en")
    assert (done.returncode, decisions(plant)) == (2, [])
    assert "still missing: --date (" in done.stderr
    assert call("decide", sheet, "-C", plant, *WHO).returncode == 0


def test_nothing_is_decided_in_days_to_come(
    call: Program, plant: Path, tmp_path: Path, typing: Callable[..., None]
) -> None:
    question = rating(call, plant)
    said = "the day of the decision, 2999-01-01, is yet to come (today is 2026-09-30); nothing was taken\n"
    done = call("decide", f"{question}=agree", "-C", plant, *WHO[:4], "--date", "2999-1-1", "--lang", "en")
    assert (done.returncode, done.stderr, decisions(plant)) == (2, said, [])
    file = answers(tmp_path / "a.json", state_of(call, plant), (question, "agree", "", ""))
    file.write_text(file.read_text(encoding="utf-8").replace("2026-09-01", "2999-01-01"), encoding="utf-8")
    done = call("decide", file, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stderr, decisions(plant)) == (1, said, [])
    typing("1", "张工", "2999-01-01", "2026-09-30")
    done = call("decide", f"{question}=agree", "-C", plant, "--lang", "en")
    assert (done.returncode, said in done.stderr) == (0, True)
    assert [str(one["date"]) for one in decisions(plant)] == ["2026-09-30"]


def test_one_file_at_a_time_but_several_answers(call: Program, plant: Path) -> None:
    done = call("decide", "a.xlsx", "b.xlsx", "-C", plant, "--lang", "en")
    assert (done.returncode, "one file at a time; only answers" in done.stderr) == (2, True)
    both = [f"{rating(call, plant, address)}=agree" for address in ("DIG/P1", "SET/P7")]
    assert (call("decide", *both, "-C", plant, *WHO).returncode, len(decisions(plant))) == (0, 2)
    assert "one file: a form or a leaf" in " ".join(call("decide", "--help").stdout.split())


def test_a_form_that_others_answered_first_is_told_row_by_row(call: Program, plant: Path, tmp_path: Path) -> None:
    first, second = rating(call, plant), rating(call, plant, "SET/P7")
    same, state = questions(call, plant)["same_work", "DIG/P1"], state_of(call, plant)
    other = ("-C", plant, "--role", "plant", "--why", "现场核定", "--lang", "zh")
    for question, by, date in ((f"{first}=agree", "李工", "2026-09-03"), (f"{second}=agree", "王工", "2026-09-02")):
        assert call("decide", question, *other, "--by", by, "--date", date).returncode == 0
    assert call("decide", f"{same}=apart", *other, "--by", "赵工", "--date", "2026-09-01").returncode == 0
    given = [(same, "together", "", "同一台泵"), (second, "change", "1 1 1", "太高"), (first, "change", "1 1 1", "低")]
    done = call("decide", answers(tmp_path / "a.json", state, *given), "-C", plant, "--lang", "zh")
    assert (done.returncode, len(decisions(plant))) == (1, 3)
    *rows, disagree, count = done.stderr.splitlines()
    assert [row.split("：")[0] for row in rows] == ["未采用  #1", "未采用  #2", "未采用  #3"]
    wanted = (
        "赵工于 2026-09-01 作出决定“分作不同任务”（dc-",
        "王工于 2026-09-02 作出决定“评定",
        "李工于 2026-09-03 作出决定“评定",
    )
    assert all(one in row and "（dc-" in row for one, row in zip(wanted, rows, strict=True)), rows
    assert disagree.startswith("如有不同意见，")
    assert "3 项答复没有采用" in count


def test_refusals_stand_in_the_order_of_the_rows(call: Program, plant: Path, tmp_path: Path) -> None:
    first, second = rating(call, plant), rating(call, plant, "SET/P7")
    same, state = questions(call, plant)["same_work", "DIG/P1"], state_of(call, plant)
    given = [
        (first, "change", "9", "高"),
        ("q-x!", "", "", ""),
        ("q-aaaaaaaa", "agree", "", ""),
        (same, "apart", "", ""),
    ]
    given += [("q-bbbbbbbb", "agree", "", "")] * 6 + [(second, "change", "", "高"), (second, "agree", "", "高")]
    done = call("decide", answers(tmp_path / "a.json", state, *given), "-C", plant, "--lang", "en")
    places = [line.split()[2].rstrip(":") for line in done.stderr.splitlines() if line.startswith("not taken")]
    assert places == ["#1", "#2", "#3", "#4", "#5", "#12"]
    typed = (f"{second}=nothing", "q-zzzzzzzz=agree", "q-aaaaaaaa=agree", f"{second}=agree", f"{first}=nothing")
    done = call("decide", *typed, "-C", plant, *WHO)
    places = [line.split()[2].rstrip(":") for line in done.stderr.splitlines() if line.startswith("not taken")]
    assert places == [second, "q-zzzzzzzz", "q-aaaaaaaa", first]


def test_breaking_off_says_that_nothing_was_written(
    call: Program, plant: Path, typing: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(_prompt: str) -> str:
        raise KeyboardInterrupt

    typing()
    monkeypatch.setattr(console, "ask", broken_off)
    done = call("decide", "-C", plant, *WHO)
    assert (done.returncode, decisions(plant)) == (130, [])
    assert done.stderr.splitlines()[-2:] == ["", "stopped; nothing was written"]


def test_a_leaf_that_nobody_changed_asks_nobody_who_he_is(call: Program, plant: Path, tmp_path: Path) -> None:
    leaf = tmp_path / "leaf.md"
    call("todo", "-C", plant, "--leaf", "DIG/P1#W", "--out", leaf)
    done = call("decide", leaf, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "there is nothing to write\n")


# --- What things are called ---


def leaf_id(call: Program, plant: Path) -> str:
    """The id of the leaf that decisions call DIG/P1#W."""
    return call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout.split(" ", 3)[2]


def test_leaves_go_by_the_names_that_decisions_use(call: Program, plant: Path) -> None:
    leaf = leaf_id(call, plant)
    for command in (["explain"], ["trace"], ["show", "blocks"], ["show", "leaves"]):
        named = call(*command, "DIG/P1#W", "-C", plant, "--json")
        assert (named.returncode, named.stdout) == (0, call(*command, leaf, "-C", plant, "--json").stdout), command
    key = json.loads(call("show", "blocks", leaf, "-C", plant, "--json").stdout)[0]["id"]
    assert len(json.loads(call("show", "blocks", key, "-C", plant, "--json").stdout)) == 1
    assert call("show", "blocks", "DIG/P9#W", "-C", plant).returncode == 2


@pytest.mark.parametrize("command", [["explain"], ["trace"]])
def test_a_label_of_several_is_told_with_their_ids(call: Program, plant: Path, command: list[str]) -> None:
    leaves = json.loads(call("show", "leaves", "-C", plant, "--json").stdout)
    alike = [one["id"] for one in leaves if one["label"] == "M01-T01-W1"]
    done = call(*command, "M01-T01-W1", "-C", plant, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(f"name one by its id: {', '.join(alike)}\n")
    assert call(*command, alike[1], "-C", plant).returncode == 0


@pytest.mark.parametrize("command", [["todo", "--leaf"], ["explain"], ["trace"], ["show", "blocks"]])
def test_the_letters_of_a_procedure_are_told(call: Program, plant: Path, command: list[str]) -> None:
    wanted = ["DIG/P1#Z"] + (["DIG/P1"] if command[0] == "todo" else [])
    for name in wanted:
        done = call(*command, name, "-C", plant, "--lang", "en")
        assert (done.returncode, done.stdout) == (2, "")
        told = done.stderr.rstrip().rpartition("those of DIG/P1 are: ")[2].split(", ")
        assert {"DIG/P1#P", "DIG/P1#W", "DIG/P1#E"} <= {*told}
        assert all(call("todo", "--leaf", one, "-C", plant).returncode == 0 for one in told[:2])


def test_a_question_is_explained(call: Program, plant: Path) -> None:
    question = rating(call, plant)
    done = call("explain", question, "-C", plant, "--lang", "en")
    assert done.returncode == 0
    assert done.stdout.splitlines()[0].endswith(f"  {question}")
    for said in ("“隔膜泵启动”", "Answered by: Plant or Industry", "agree → ", "decide q-", "  DIG/P1\n"):
        assert said in done.stdout, said
    call("decide", f"{question}=agree", "-C", plant, *WHO)
    done = call("explain", question, "-C", plant, "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"question {question} was decided already, by 张工 (Plant) on 2026-09-01" in done.stderr
    assert "no question q-aaaaaaaa waits" in call("explain", "q-aaaaaaaa", "-C", plant, "--lang", "en").stderr


@pytest.mark.parametrize(("language", "computed", "holds"), [("zh", "计算得出", "有效"), ("en", "computed", "holds")])
def test_tables_speak_to_their_readers(call: Program, plant: Path, language: str, computed: str, holds: str) -> None:
    call("decide", f"{rating(call, plant)}=agree", "-C", plant, *WHO)
    tasks = call("show", "points", "-C", plant, "--lang", language).stdout.splitlines()
    assert {line.split("\t")[-1] for line in tasks[1:]} == {computed}
    head, line = call("show", "decisions", "-C", plant, "--lang", language).stdout.splitlines()
    assert dict(zip(head.split("\t"), line.split("\t"), strict=True))["verdict"] == holds
    (raw,) = json.loads(call("show", "decisions", "-C", plant, "--lang", language, "--json").stdout)
    assert raw["verdict"] == "applied"


# --- Leaves as text, a second time ---


def leaf_text(call: Program, plant: Path, path: Path, *changed: tuple[str, str]) -> Path:
    """The text of the leaf of the first procedure in a file, with some words replaced."""
    text = call("todo", "-C", plant, "--leaf", "DIG/P1#W").stdout
    for old, new in changed:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return path


def with_hazard(plant: Path) -> None:
    change(plant, "digestion", "procedures:", "hazards: [{id: H1, title: 高压矿浆喷出, risk: major}]\nprocedures:")
    change(plant, "digestion", "{id: S4, text: 核对压力}", "{id: S4, text: 核对压力, hazards: [H1]}")


def test_a_suspect_part_is_not_confirmed_by_editing_it_whoever_does(call: Program, plant: Path, tmp_path: Path) -> None:
    with_hazard(plant)
    leaf = leaf_text(call, plant, tmp_path / "leaf.md", ("打开进口阀", "缓慢打开进口阀"))
    college = ("--role", "college", *WHO[2:], "--why", "改")
    assert call("decide", leaf, "-C", plant, *college).returncode == 0
    change(plant, "digestion", "启动油泵", "启动备用油泵")
    before = questions(call, plant, "--kind", "suspect_block")
    assert len(before) == 1
    leaf_text(call, plant, leaf, ("缓慢打开进口阀", "缓慢打开进口阀！"))
    text = leaf.read_text(encoding="utf-8")
    assert text.count("启动备用油泵") == 1, "a note says what is computed now"
    assert text.count("<!-- * 按现行规程生成：") == 1, "and nothing of what is as it was"
    leaf.write_text(f"{text}\n<!-- new -->\n\n先看录像。\n", encoding="utf-8")
    for role in (college, (*WHO, "--why", "改")):
        done = call("decide", leaf, "-C", plant, *role, "--dry-run")
        assert (done.returncode, len(decisions(plant))) == (1, 1)
        assert "suspect_block" in done.stderr
        assert "add" in done.stdout + done.stderr
    assert call("decide", leaf, "-C", plant, *college).returncode == 1
    assert [one["decide"] for one in decisions(plant)].count("rewrite") == 1
    assert questions(call, plant, "--kind", "suspect_block") == before


def test_decisions_about_a_leaf_name_it_the_same_way_the_second_time(
    call: Program, plant: Path, tmp_path: Path
) -> None:
    leaf = leaf_text(call, plant, tmp_path / "leaf.md", ("打开进口阀", "缓慢打开进口阀"))
    leaf.write_text(leaf.read_text(encoding="utf-8") + "\n<!-- new -->\n\n先看录像。\n", encoding="utf-8")
    assert call("decide", leaf, "-C", plant, *WHO, "--why", "一").returncode == 0
    leaf_text(call, plant, leaf, ("缓慢打开进口阀", "慢开进口阀"), ("先看录像。", "先看图纸。"))
    assert call("decide", leaf, "-C", plant, *WHO, "--why", "二").returncode == 0
    assert len(decisions(plant)) == 4
    assert {one["leaf"] for one in decisions(plant)} == {"DIG/P1#W"}


def test_of_a_leaf_with_a_damaged_marker_nothing_is_taken(call: Program, plant: Path, tmp_path: Path) -> None:
    marker = "<!-- block W/DIG/P1/steps "
    for damaged in ("<!-- block W/DIG/P1/stpes ", "<!-- blok W/DIG/P1/steps ", "<!- block W/DIG/P1/steps "):
        leaf = leaf_text(call, plant, tmp_path / "leaf.md", (marker, damaged), ("打开进口阀", "慢开进口阀"))
        done = call("decide", leaf, "-C", plant, *WHO, "--why", "改")
        assert (done.returncode, decisions(plant)) == (1, []), damaged
        line = leaf.read_text(encoding="utf-8").split(damaged)[0].count("\n") + 1
        assert f"not taken  line {line}: " in done.stderr
