"""Surveys: the form out and in, what comes of it, and everything that people do to it."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from typer.testing import CliRunner

from generators import RememberingSteps, checked, write_files
from sopcurric.app.exporting import RATINGS_FILE, teachable_files
from sopcurric.app.loading import load
from sopcurric.app.steps import Steps
from sopcurric.app.surveying import form, written
from sopcurric.cli.main import application
from sopcurric.diagnostics.finding import Finding
from sopcurric.forms.answers import UnreadableFormError
from sopcurric.forms.survey_reading import read_csv, read_workbook
from sopcurric.io.cache import MemoryStore
from sopcurric.io.survey_file import read_survey
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace
from sopcurric.model.competency import Rating
from sopcurric.model.compilation import Compilation

STEPS = RememberingSteps()
HEAD = "评定人,工作年限,任务编号,难度,重要度,频度,核对码"
SOP = """
job: {code: DIG, title: 高压溶出工}
hazards: [{id: H1, title: "=高压碱矿浆喷出", risk: major, consequence: 灼伤}]
procedures:
  - {id: P1, title: "=1+1", hazards: [H1], steps: [打开进口阀, 核对油位, 启动油泵, 开泵, 升温, 升压, 记录]}
  - {id: P2, title: 停运隔膜泵, steps: [关闭进口阀]}
"""
FILES = {"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": SOP}


def surveyed(*rows: str, **more: bytes) -> dict[str, bytes]:
    """A repository with what experts rated."""
    files: dict[str, bytes] = {path: text.encode() for path, text in FILES.items()}
    files |= {"surveys/a.csv": "\n".join((HEAD, *rows)).encode()} if rows else {}
    return files | {f"surveys/{name.replace('_', '.')}": content for name, content in more.items()}


def compilation(files: dict[str, bytes]) -> Compilation:
    found = checked(files, STEPS).compilation  # type: ignore[arg-type]
    assert found
    return found


def findings(files: dict[str, bytes], code: str) -> list[Finding]:
    return [one for one in checked(files, STEPS).findings if one.code == code]  # type: ignore[arg-type]


def rating(made: Compilation, procedure: str = "DIG/P1") -> Rating:
    return made.competencies[f"{procedure}.competency"].rating


def blank(ending: str) -> bytes:
    return written(ending, form(compilation(surveyed()), "", "zh"))


# --- The form ---


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_a_form_comes_back_as_it_was_filled_in(ending: str) -> None:
    filled = _filled_workbook if ending == ".xlsx" else _filled_csv
    made = compilation(surveyed(**{f"x_{ending[1:]}": filled(blank(ending))}))
    assert [(one.id, one.years, len(one.ratings)) for one in made.inputs.surveys] == [("R1", 10, 1)]
    assert rating(made).values == (1, 2, 3)
    assert not {one.code for one in checked(surveyed(**{f"x_{ending[1:]}": filled(blank(ending))}), STEPS).findings} & {  # type: ignore[arg-type]
        "COM110",
        "COM111",
        "COM112",
        "COM113",
        "COM114",
    }


def _filled_workbook(content: bytes) -> bytes:
    book = load_workbook(io.BytesIO(content))
    sheet = book.worksheets[0]
    sheet["C4"], sheet["C5"], sheet["C6"], sheet["C7"] = "张三", 25, "=cmd|' /C calc'!A0", "2026-09-10"
    sheet["F11"], sheet["G11"], sheet["H11"], sheet["I12"] = 1, "2", 3.0, "不了解"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def _filled_csv(content: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    rows[3][1], rows[4][1] = "张三", "25 年"
    rows[10][5:8] = "1", "2", "3"
    rows[11][8] = "不了解"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("gb18030")


def test_a_form_holds_words_and_no_formulas() -> None:
    rows = list(csv.reader(io.StringIO(blank(".csv").decode("utf-8-sig"), newline="")))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    assert rows[10][2] == "'=1+1"
    sheet = load_workbook(io.BytesIO(blank(".xlsx"))).worksheets[0]
    assert {cell.data_type for row in sheet.rows for cell in row if cell.value is not None} == {"s"}
    assert sheet["C11"].value == "=1+1"
    assert [(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation][:2] == [
        ("F11:H12", '"1,2,3"'),
        ("I11:I12", '"不了解"'),
    ]
    assert [cell.value for cell in sheet[10]] == [
        *("任务编号", "岗位", "工作任务", "主要步骤", "危险源（风险等级）"),
        *("难度", "重要度", "频度", "不了解", "核对码"),
    ]
    assert sheet["D11"].value.endswith("5. 升温\n……共 7 步")
    assert sheet["E11"].value == "=高压碱矿浆喷出（重大）"


def test_a_form_is_the_same_on_any_day() -> None:
    assert blank(".xlsx") == blank(".xlsx")


def test_a_form_tells_that_the_work_has_changed() -> None:
    filled = _filled_csv(blank(".csv"))
    files = surveyed(x_csv=filled)
    files["sops/a.yaml"] = SOP.replace("打开进口阀", "全开进口阀").encode()
    (found,) = findings(files, "COM113")
    assert (
        found.said("variant"),
        found.said("address"),
        found.place and found.place.span and found.place.span.line,
    ) == (
        "changed",
        "DIG/P1",
        11,
    )
    assert rating(compilation(files)).values == (1, 2, 3)


# --- What comes of it ---


def test_medians_replace_what_was_computed_and_decisions_replace_both() -> None:
    computed = rating(compilation(surveyed()))
    assert {grade.source for _, grade in computed.grades} == {"computed"}
    rows = [f"E{number},5,DIG/P1,{grade},3,1," for number, grade in enumerate((1, 3, 3, 1))]
    files = surveyed(*rows)
    assert rating(compilation(files)).values == (3, 3, 1), "of two in the middle the higher one"
    decide = "{decide: rate, role: plant, by: b, date: 2026-03-01, why: w, on: [DIG/P1], difficulty: 2}"
    files["decisions/a.yaml"] = f"decisions: [{decide}]\n".encode()
    decided = rating(compilation(files))
    assert [grade.source for _, grade in decided.grades] == ["decision", "survey", "survey"]
    assert decided.values == (2, 3, 1)


def test_what_comes_of_it_tells_who_it_hangs_on_and_when_to_refresh() -> None:
    made = compilation(surveyed("E1,5,DIG/P1,3,3,1,", "E2,5,DIG/P1,3,3,1,", "E3,5,DIG/P1,3,3,1,"))
    (task,) = made.survey.tasks
    assert (task.raters, task.spread, task.outcome, task.flips) == (3, 0, "intensive", ())
    assert (rating(made).outcome, rating(made).refresh_months) == ("intensive", 12)
    made = compilation(surveyed("E1,5,DIG/P1,3,3,3,", "E2,5,DIG/P1,3,3,1,", "E3,5,DIG/P1,3,3,1,", "E4,5,DIG/P1,3,3,3,"))
    (task,) = made.survey.tasks
    assert task.outcome == "train"
    assert {flip.outcome for flip in task.flips} == {"intensive"}
    numbers = {one.id: one.ratings[0].frequency for one in made.inputs.surveys}
    assert {numbers[flip.rater] for flip in task.flips} == {3}


def test_work_with_a_major_hazard_is_always_trained() -> None:
    assert rating(compilation(surveyed("E1,5,DIG/P1,1,1,1,"))).outcome == "train"
    assert rating(compilation(surveyed("E1,5,DIG/P2,1,1,1,")), "DIG/P2").outcome == "job-aid"


def test_raters_are_numbers_that_follow_from_what_they_say() -> None:
    rows = ["张三,30,DIG/P1,1,1,1,", "李四,3,DIG/P1,2,2,2,"]
    one, other = compilation(surveyed(*rows)), compilation(surveyed(*reversed(rows)))
    assert one.inputs.surveys == other.inputs.surveys
    assert "张三" not in repr(one)
    assert [rater.years for rater in one.inputs.surveys] == [10, 3]


def test_what_is_kept_depends_on_surveys() -> None:
    store = MemoryStore()
    first = checked(surveyed(), Steps(store)).compilation  # type: ignore[arg-type]
    second = checked(surveyed("E1,5,DIG/P1,3,3,1,"), Steps(store)).compilation  # type: ignore[arg-type]
    assert first
    assert second
    (task,) = (one for one in second.catalogue.tasks if "DIG/P1" in one.members)
    assert task.rating.values == (3, 3, 1)
    assert first.catalogue != second.catalogue


# --- What crosses ---


def test_only_grades_of_what_is_taught_cross() -> None:
    rows = ["张三,30,DIG/P1,1,2,3,", "张三,30,DIG/P9,1,1,1,", "李四,,DIG/P1,2,,2,ffffffffffff"]
    workspace = MemoryWorkspace(surveyed(*rows))
    left = teachable_files(load(workspace, Steps(MemoryStore())), workspace)
    assert left[RATINGS_FILE].decode("utf-8-sig").splitlines() == [
        "rater,years,address,difficulty,importance,frequency,seen",
        "R1,10,DIG/P1,1,2,3,",
        "R2,,DIG/P1,2,,2,000000000000",
    ]
    again = MemoryWorkspace(left)
    assert teachable_files(load(again, Steps(MemoryStore())), again) == left


# --- What people do to forms ---


def _workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


TABLE: list[list[object]] = [["评定人", "E1"], ["任务编号", "难度", "重要度", "频度"]]


def test_a_workbook_may_have_many_sheets() -> None:
    content = _workbook(
        ("甲", [*TABLE, ["DIG/P1", 1, 1, 1]]),
        ("乙", [*TABLE, ["DIG/P2", 4, "2", "高"]]),
        ("说明", [["填表说明"]]),
        ("空", []),
    )
    made = compilation(surveyed(a_xlsx=content))
    assert [len(one.ratings) for one in made.inputs.surveys] == [2]
    (cell,) = findings(surveyed(a_xlsx=content), "COM111")
    assert (cell.said("cell"), cell.said("found")) == ("乙!B3", "4")
    assert cell.place
    assert cell.place.span
    assert (cell.place.span.line, cell.place.span.column) == (3, 2)
    (sheet,) = findings(surveyed(a_xlsx=content), "COM110")
    assert sheet.said("reason") == "sheet"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a_xlsx", b"PK\x03\x04 broken", "damaged"),
        ("a_xlsx", b"text", "no-workbook"),
        ("a_xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-workbook"),
        ("a_xlsx", _workbook(("a", [["x"]])), "no-table"),
        ("a_csv", _workbook(("a", [["x"]])), "workbook-as-csv"),
        ("a_csv", b"\x00\xff\xff\x00\x81", "encoding"),
        ("a_csv", b"\n" * 60_000, "too-many"),
        ("a_csv", b'"' + b"x" * 200_000, "damaged"),
        ("a_csv", b"", "no-table"),
        ("a_ods", b"", "ending"),
    ],
)
def test_what_is_no_form_is_told(name: str, content: bytes, reason: str) -> None:
    (found,) = findings(surveyed(**{name: content}), "COM110")
    assert found.said("reason") == reason
    assert found.place
    assert found.place.document == f"surveys/{name.replace('_', '.')}"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_csv_comes_in_many_ways(codec: str, between: str) -> None:
    text = f"{HEAD}\r\n张三,12,DIG/P1,1,2,3,\r\n".replace(",", between)
    (rater,) = read_survey("surveys/a.csv", text.encode(codec)).raters
    assert (rater.name, rater.years, rater.ratings[0].rating.procedure) == ("张三", 12, "DIG/P1")


def test_what_is_hostile_is_text() -> None:
    rows = [
        "=cmd|' /C calc'!A0,5,DIG/P1,=1+1,2,3,",
        "\x1b[31m,1e9,<script>,1,1,1,",
        "E3,\u0660,DIG/P1,\u202e3,²,１,",
        "{{7*7}},5," + "x" * 5000 + ",1,2,3,",
    ]
    found = checked(surveyed(*rows), STEPS).findings  # type: ignore[arg-type]
    assert [one.said("found") for one in found if one.code == "COM111"] == ["=1+1", "1e9", "<U+202E>3", "\u0660"]
    for one in found:
        assert all(len(str(value)) < 200 and str(value).isprintable() for _, value in one.arguments), one


def test_not_too_much_is_told_of_one_file() -> None:
    assert len(findings(surveyed(*("E,5,DIG/P1,9,9,9," for _ in range(200))), "COM111")) == 50


@pytest.mark.parametrize("heads", ["任务编号,难度,重要度", "任务编号,差别,重要度,频度", "难度,重要度,频度"])
def test_a_table_needs_all_its_heads(heads: str) -> None:
    with pytest.raises(UnreadableFormError, match="no-table"):
        read_csv(f"{heads}\nDIG/P1,1,2,3\n")


def test_a_workbook_of_ours_is_read_without_faults_when_blank() -> None:
    found = read_workbook(blank(".xlsx"))
    assert ([one.kind for one in found.faults], found.raters) == (["empty"], ())


# --- Commands ---


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(application(arguments), list(arguments))
    return done.exit_code, done.stdout, done.stderr


def test_commands(tmp_path: Path) -> None:
    folder = str(write_files(tmp_path / "r", FILES))
    out = tmp_path / "r" / "surveys" / "张三.csv"
    where = ("-C", folder, "--cache-dir", str(tmp_path / "c"), "--lang", "zh")
    assert run("survey", "--out", str(out.with_suffix(".txt")), *where)[0] == 2
    assert run("survey", "--out", str(out), "--job", "DIGG", *where)[0] == 2
    assert not out.exists()
    assert run("survey", "--out", str(out), "--job", "DIG", *where)[0] == 0
    out.write_bytes(_filled_csv(out.read_bytes()))
    status, _, said = run("survey", "--out", str(out), *where)
    assert (status, "--force" in said) == (2, True)
    _, shown, said = run("show", "ratings", *where)
    assert "DIG/P1\t=1+1\t1 专家\t2 专家\t3 专家\ttrain\t0\t1\t0" in shown
    assert "专家 1 名，评定工作任务 1 项" in said
    _, shown, _ = run("show", "ratings", "DIG/P1", "--json", *where)
    (record,) = json.loads(shown)
    assert (record["difficulty"], record["difficulty_source"], record["raters"]) == (1, "survey", 1)
    _, shown, _ = run("show", "ratings", "--csv", *where)
    assert shown.startswith("\ufeffid,title,")
    assert "DIG/P1,'=1+1,computed" in shown
    _, shown, _ = run("explain", "DIG/P1", *where)
    assert re.search(r"难度：低（1 名专家评定，中位数 1）", shown)
    assert DiskWorkspace(Path(folder)).survey_files() == ("surveys/张三.csv",)
