"""Fields that nobody has decided how to teach: asked of the plant, answered, written; both sides shown to the plant."""

import html
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import openpyxl
import pytest
from jsonschema_rs import Draft202012Validator

from browser import in_browser, left_by
from sopcurric.app.asking import inbox, open_questions
from sopcurric.app.checking import check
from sopcurric.app.field_answering import FieldDraft, decided_fields
from sopcurric.app.form_files import form_of
from sopcurric.app.loading import load
from sopcurric.app.previewing import page, preview
from sopcurric.app.schemas import schema
from sopcurric.app.steps import Steps
from sopcurric.cli import console
from sopcurric.forms.preview_page import numbers, pieces
from sopcurric.io.cache import MemoryStore
from sopcurric.io.field_decision_file import UnreadableDecisionsError, fields_text
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.preview import Preview
from sopcurric.secrecy.seeing import seen_of
from test_hostile_text import EVERYTHING, elements

pytestmark = pytest.mark.no_cover  # whole repositories over and over: other tests reach the same lines

Ran = CompletedProcess[str]
Program = Callable[..., Ran]

SOP = """\
document: {level: trade-secret}
job: {code: DIG, title: 溶出工}
principles:
  - {id: K1, title: 溶出反应, text: [温度达到 271 ℃ 时溶出率最高。], levels: {text: core-secret}}
equipment:
  - {id: E1, title: 隔膜泵, tag: DC-101}
parameters:
  - {id: T1, title: 溶出温度, range: 255–285 ℃}
  - {id: T2, title: 专用配比, range: 3:1, level: core-secret}
procedures:
  - id: P1
    title: 升温
    parameters: [T1]
    equipment: [E1]
    hazards: [H1]
    steps:
      - {id: S1, text: 打开 DC-101 进口阀。}
      - {id: S2, text: 加入三号添加剂, level: core-secret}
      - {id: S3, text: "升温到 274 ℃，保温 45 min", level: core-secret}
  - id: P2
    title: 停电处置
    phase: emergency
    steps: [{id: S1, text: 关闭进料阀}]
hazards:
  - {id: H1, title: 碱液灼伤, consequence: 灼伤, controls: [戴面罩], ppe: [面罩]}
"""
POLICY = "level: public\nkey_file: ../plant.key\n"
WHO = ("--role", "plant", "--by", "张工", "--date", "2026-09-01")
RAW = ("274", "271", "三号添加剂", "DC-101", "3:1")


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    folder = tmp_path / "plant"
    for path, text in (("sopcurric.yaml", "project: {name: 试}\n"), ("sops/a.yaml", SOP)):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    (folder / "policies").mkdir()
    (folder / "policies/declassification.yaml").write_text(POLICY, encoding="utf-8")
    (tmp_path / "plant.key").write_text("key of the plant\n", encoding="utf-8")
    return folder


def asked(call: Program, plant: Path, *flags: str) -> dict[str, dict[str, object]]:
    """The questions about fields, by what they ask about."""
    done = call("todo", "-C", plant, "--kind", "undecided_field", "--json", *flags)
    assert done.returncode == 0, done.stderr
    return {str(one["title"]).split(" 标了")[0]: one for one in json.loads(done.stdout)}


def field(call: Program, plant: Path, name: str) -> str:
    return str(asked(call, plant)[name]["id"])


def decided(plant: Path) -> list[dict[str, object]]:
    path = plant / "policies/fields.yaml"
    reading = read_yaml("fields.yaml", path.read_bytes()) if path.exists() else None
    assert reading is None or not reading.findings
    assert reading is None or isinstance(reading.data, dict)
    return list(reading.data["fields"]) if reading and isinstance(reading.data, dict) else []


def tree(folder: Path) -> str:
    return "".join(path.read_text("utf-8", "replace") for path in sorted(folder.rglob("*")) if path.is_file())


# --- Asking ---


def test_what_is_gone_as_a_whole_is_asked_first_and_safety_never(call: Program, plant: Path) -> None:
    found = asked(call, plant)
    assert [*found] == [
        "principles/K1 的 text.1",
        "parameters/T2 的 title",
        "P1/S2 的 text",
        "P1/S3 的 text",
        "parameters/T2 的 range",
    ]
    first = found["P1/S3 的 text"]
    assert first["roles"] == ["plant"]
    assert "升温到 274 ℃，保温 45 min" in str(first["shown"])
    assert first["proposal"] == "teach"
    assert "教“升温到 260–280 ℃，保温 45 min”" in str(first["choices"])
    assert found["P1/S2 的 text"]["proposal"] == ""
    assert "P2" not in "".join(found)


def test_what_more_hangs_on_is_asked_before(call: Program, plant: Path) -> None:
    sop = plant / "sops/a.yaml"
    linked = SOP.replace("parameters: [T1]", "parameters: [T1, T9]").replace(
        "procedures:\n", "  - {id: T9, title: 专用转速, range: 1:9, levels: {title: core-secret}}\nprocedures:\n", 1
    )
    sop.write_text(linked, encoding="utf-8")
    assert next(iter(asked(call, plant))) == "parameters/T9 的 title"


def test_ids_say_nothing_of_the_words_and_stay(call: Program, plant: Path) -> None:
    before = {name: one["id"] for name, one in asked(call, plant).items()}
    text = (plant / "sops/a.yaml").read_text("utf-8")
    (plant / "sops/a.yaml").write_text(text.replace("274 ℃", "293 ℃").replace("三号", "七号"), encoding="utf-8")
    assert {name: one["id"] for name, one in asked(call, plant).items()} == before


def test_only_the_plant_is_asked(call: Program, plant: Path, tmp_path: Path) -> None:
    assert asked(call, plant, "--role", "college") == {}
    done = call("todo", "-C", plant, "--role", "college", "--out", tmp_path / "college.html")
    assert done.returncode == 0
    assert not any(raw in (tmp_path / "college.html").read_text("utf-8") for raw in RAW)
    question = field(call, plant, "P1/S2 的 text")
    done = call("decide", f"{question}=leave-out", "--role", "college", *WHO[2:], "-C", plant)
    assert (done.returncode, decided(plant)) == (1, [])


def test_words_make_no_elements_in_the_forms() -> None:
    def form(words: str) -> bytes:
        text = json.dumps(words, ensure_ascii=False)
        sop = SOP.replace("text: 加入三号添加剂", f"text: {text}")
        workspace = MemoryWorkspace({"sopcurric.yaml": "project: {name: 试}\n", "sops/a.yaml": sop})
        checked = check(workspace, Steps(MemoryStore()), printed=False)
        assert checked.compilation
        questions = open_questions(checked.compilation, checked.loaded.classifier)
        return form_of(".html", inbox(questions, checked, checked.compilation, "plant", "zh"), workspace)

    plain = {tag for tag, _ in elements(form("加入添加剂"))}
    for words in EVERYTHING[::5]:
        assert {tag for tag, _ in elements(form(words.replace("<<", "").replace("\n", " ")))} == plain, words


# --- Answering ---


def test_a_filled_in_sheet_becomes_decisions_and_nothing_raw_is_kept(
    call: Program, plant: Path, tmp_path: Path
) -> None:
    sheet = tmp_path / "todo.xlsx"
    assert call("todo", "-C", plant, "--role", "plant", "--out", sheet, "--lang", "zh").returncode == 0
    book = openpyxl.load_workbook(sheet)
    form = book.worksheets[0]
    form["B3"], form["B4"] = "张工", "2026-09-01"
    answers = {
        "P1/S3 的 text": ("teach", "", ""),
        "P1/S2 的 text": ("words", "按规定加料", ""),
        "principles/K1 的 text.1": ("leave-out", "", ""),
        "parameters/T2 的 title": ("open", "", "教材中常见"),
        "parameters/T2 的 range": ("leave-out", "", ""),
    }
    known = asked(call, plant)
    labels = {"words": "换一种说法（填入补充内容）", "leave-out": "不教", "open": "可以公开，照原样教"}
    for name, (choice, words, why) in answers.items():
        (row,) = [one for one in form.iter_rows() if one[0].value == known[name]["id"]]
        row[5].value = labels.get(choice, row[4].value)
        row[6].value, row[7].value = words or None, why or None
    book.save(sheet)
    done = call("decide", sheet, "-C", plant, "--lang", "zh")
    assert done.returncode == 0, done.stderr
    assert not any(raw in done.stdout + done.stderr for raw in RAW)
    made = {(str(one["at"]), str(one["key"])): one for one in decided(plant)}
    assert {about: one["operation"] for about, one in made.items()} == {
        ("P1/S3", "text"): "generalise",
        ("P1/S2", "text"): "replace",
        ("principles/K1", "text.1"): "drop",
        ("parameters/T2", "title"): "keep",
        ("parameters/T2", "range"): "drop",
    }
    assert made["P1/S3", "text"]["taught"] == "升温到 260–280 ℃，保温 45 min"
    assert made["P1/S3", "text"]["seen"] == seen_of(b"key of the plant", "升温到 274 ℃，保温 45 min")
    assert made["P1/S3", "text"]["why"] == "同意建议"
    assert asked(call, plant) == {}
    again = call("decide", sheet, "-C", plant, "--lang", "zh")
    assert (again.returncode, len(decided(plant))) == (0, 5), again.stderr
    assert "有 5 项答复先前已经采用" in again.stderr
    assert not (plant / "decisions").exists()
    assert not any(raw in tree(plant / "policies") for raw in RAW)


def test_what_leaves_has_no_questions_and_nothing_raw(call: Program, plant: Path, tmp_path: Path) -> None:
    question = field(call, plant, "P1/S3 的 text")
    assert call("decide", f"{question}=teach", "-C", plant, *WHO).returncode == 0
    cache = tmp_path / "cache"
    done = call("declassify", "-C", plant, "--out", tmp_path / "out", "--cache-dir", cache)
    assert done.returncode == 0, done.stderr
    assert not any(raw in tree(tmp_path / "out") + tree(cache) for raw in RAW)
    assert "260–280 ℃" in tree(tmp_path / "out")
    assert asked(call, tmp_path / "out") == {}
    assert not (tmp_path / "out/policies").exists()


REFUSED = {
    "the raw value": ("升温到 274 ℃", "原值或原名"),
    "the raw value in other words": ("升温到 二百七十四摄氏度 左右", "原值或原名"),
    "what is protected elsewhere": ("升温到规定温度后加入三号添加剂", "别处受保护"),
    "a range beside it": ("升温到 280–300 ℃", "不包含原值"),
    "a range too wide": ("升温到 100–900 ℃", "允许的宽"),
    "another value": ("升温到 250 ℃", "不包含原值"),
    "another kind of value": ("加压到 6 MPa", "公开出处"),
    "no words": ("｜ 教材", "补充内容"),
    "an empty source": ("升温到 250 ℃ ｜ ", "补充内容"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_words_that_cannot_be_taught_are_refused_with_a_reason(call: Program, plant: Path, what: str) -> None:
    words, reason = REFUSED[what]
    question = field(call, plant, "P1/S3 的 text")
    done = call("decide", f"{question}=words", "--words", words, "-C", plant, *WHO, "--lang", "zh")
    assert (done.returncode, decided(plant)) == (1, [])
    assert reason in done.stderr
    assert "274" not in done.stderr


@pytest.mark.parametrize(
    ("words", "operation", "source"),
    [
        ("升温到 250–300 ℃", "generalise", None),
        ("升温到 540–555 K", "generalise", None),
        ("升到规定温度，保温 45 min", "replace", None),
        ("升温到 250 ℃ ｜ 《氧化铝生产》第 3 章", "replace", "《氧化铝生产》第 3 章"),
        ("升温到 250 ℃|教材", "replace", "教材"),
    ],
)
def test_words_that_can_be_taught_are_taken(
    call: Program, plant: Path, words: str, operation: str, source: str | None
) -> None:
    question = field(call, plant, "P1/S3 的 text")
    done = call("decide", f"{question}=words", "--words", words, "-C", plant, *WHO, "--lang", "zh")
    assert done.returncode == 0, done.stderr
    (one,) = decided(plant)
    assert (one["operation"], one.get("source"), one["taught"]) == (operation, source, re.split(" ?[｜|]", words)[0])


def test_what_is_released_needs_a_reason_and_may_not_be_protected_elsewhere(call: Program, plant: Path) -> None:
    question = field(call, plant, "P1/S2 的 text")
    done = call("decide", f"{question}=open", "-C", plant, *WHO, "--lang", "zh")
    assert (done.returncode, decided(plant)) == (1, [])
    text = SOP.replace("title: 升温\n", "title: <<加入三号添加剂|加料>>后升温\n")
    (plant / "sops/a.yaml").write_text(text, encoding="utf-8")
    done = call("decide", f"{question}=open", "-C", plant, *WHO, "--why", "公开", "--lang", "zh")
    assert (done.returncode, decided(plant)) == (1, [])
    assert "别处受保护" in done.stderr
    (plant / "sops/a.yaml").write_text(SOP, encoding="utf-8")
    done = call("decide", f"{question}=open", "-C", plant, *WHO, "--why", "公开", "--lang", "zh")
    assert done.returncode == 0, done.stderr
    assert decided(plant)[0]["operation"] == "keep"


def test_a_decision_about_other_words_holds_no_more(call: Program, plant: Path) -> None:
    question = field(call, plant, "P1/S2 的 text")
    call("decide", f"{question}=open", "-C", plant, *WHO, "--why", "公开")
    assert "P1/S2 的 text" not in asked(call, plant)
    (plant / "sops/a.yaml").write_text(SOP.replace("三号添加剂", "新的秘密药剂"), encoding="utf-8")
    assert field(call, plant, "P1/S2 的 text") == question
    done = call("check", "-C", plant, "--select", "DEC112")
    assert "policies/fields.yaml:4" in done.stdout + done.stderr
    assert call("decide", f"{question}=leave-out", "-C", plant, *WHO).returncode == 0
    assert [one["operation"] for one in decided(plant)] == ["keep", "drop"]
    assert "P1/S2 的 text" not in asked(call, plant)
    assert "DEC112" not in call("check", "-C", plant).stdout


def test_another_answer_is_told_who_decided(call: Program, plant: Path) -> None:
    question = field(call, plant, "P1/S2 的 text")
    call("decide", f"{question}=leave-out", "-C", plant, *WHO)
    done = call("decide", f"{question}=open", "-C", plant, *WHO[:2], "--by", "李工", "--why", "x", "--lang", "zh")
    assert done.returncode == 1
    assert "张工" in done.stderr
    assert len(decided(plant)) == 1


def test_questions_are_asked_at_the_terminal(call: Program, plant: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ("1", "", "1", "比例按规定", "", "2", "", "", "q")  # as proposed, other words, left out, skipped
    monkeypatch.setattr(console, "answerable", lambda: True)
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
    done = call("decide", "-C", plant, *WHO, "--lang", "zh")
    assert done.returncode == 0, done.stderr
    assert [(one["at"], one["operation"]) for one in decided(plant)] == [
        ("principles/K1", "generalise"),
        ("parameters/T2", "replace"),
        ("P1/S2", "drop"),
    ]


def test_texts_in_several_languages_are_taught_in_each(call: Program, plant: Path) -> None:
    text = SOP.replace("text: 加入三号添加剂", "text: {zh: 加入三号添加剂, en: Add agent three now}")
    (plant / "sops/a.yaml").write_text(text, encoding="utf-8")
    question = field(call, plant, "P1/S2 的 text")
    words = "zh: 按规定加料\nen: Feed as prescribed"
    done = call("decide", f"{question}=words", "--words", words, "-C", plant, *WHO)
    assert done.returncode == 0, done.stderr
    assert decided(plant)[0]["taught"] == {"zh": "按规定加料", "en": "Feed as prescribed"}
    assert "P1/S2 的 text" not in asked(call, plant)


def test_a_text_of_several_lines_can_be_decided(call: Program, plant: Path) -> None:
    text = SOP.replace("text: 加入三号添加剂,", 'text: "先加入三号添加剂\\n\\n再搅拌",')
    (plant / "sops/a.yaml").write_text(text, encoding="utf-8")
    question = field(call, plant, "P1/S2 的 text")
    assert call("decide", f"{question}=words", "--words", "按规定加料", "-C", plant, *WHO).returncode == 0
    assert "按规定加料" in call("declassify", "-C", plant).stdout
    assert "P1/S2 的 text" not in asked(call, plant)


def test_what_would_do_nothing_is_not_written() -> None:
    workspace = MemoryWorkspace({"sopcurric.yaml": "project: {name: 试}\n", "sops/a.yaml": SOP})
    loaded = load(workspace, Steps(MemoryStore()))
    about = {"document": "sops/a.yaml", "at": "hazards/H1", "key": "controls.1"}
    record = {**about, "operation": "drop", "by": "张工", "date": "2026-09-01", "why": "涉密"}
    made = decided_fields(loaded, workspace, "zh", [FieldDraft("1", record)])
    assert (made.decisions, made.text) == ((), "")
    assert [(place, reason.code) for place, reason in made.refused] == [("1", "decide.refused.field-undecided")]


# --- The file ---

RECORDS = [{"document": "sops/a.yaml", "at": "P1", "key": "*", "operation": "drop"}]


@pytest.mark.parametrize(
    "before",
    [
        "# ours\nformat: 1\nfields:\n  # first\n  - {document: a, at: b, key: c}  # why\n",
        "fields:\n- document: a  # no indent\n  at: b",
        "fields:\n    - document: a\n      at: b\n\n# at the end\n",
    ],
)
def test_what_stands_in_the_file_stays_as_it_is(before: str) -> None:
    made = fields_text(before.encode(), RECORDS, "zh")
    assert made.startswith(before)
    data = read_yaml("f", made.encode()).data
    assert isinstance(data, dict)
    assert data["fields"][-1] == RECORDS[0]
    assert len(data["fields"]) == 2


@pytest.mark.parametrize("before", ["fields: []\n", "fields: [{document: a}]\n", "fields:\n  - a: 1\nformat: 1\n"])
def test_what_cannot_be_put_behind_is_written_anew(before: str) -> None:
    data = read_yaml("f", fields_text(before.encode(), RECORDS, "zh").encode()).data
    assert isinstance(data, dict)
    assert data["fields"][-1] == RECORDS[0]


@pytest.mark.parametrize("before", ["fields: [", "- a\n", "fields: 3\n", "", "fields:\n  - {a: 1, a: 2}\n"])
def test_what_cannot_be_read_is_left_alone(before: str) -> None:
    with pytest.raises(UnreadableDecisionsError):
        fields_text(before.encode(), RECORDS, "zh")


# --- Both sides ---


def shown(sop: str, **files: str) -> Preview:
    workspace = MemoryWorkspace({"sopcurric.yaml": "project: {name: 试}\n", "sops/a.yaml": sop, **files})
    return preview(workspace, Steps(MemoryStore()), "zh")


def test_every_field_is_counted_once() -> None:
    made = shown(SOP)
    (loss,) = made.losses
    total = sum(sum(numbers(one)) for one in loss.classes)
    assert total == len(made.rows)
    assert (loss.steps.taught, loss.steps.all) == (2, 4)
    assert (loss.parameters.taught, loss.parameters.all) == (1, 2)
    by_class = {one.sort: one for one in loss.classes}
    assert (by_class["identity"].renamed, by_class["setpoint"].generalised, by_class["setpoint"].undecided) == (1, 1, 1)
    assert (by_class["safety"].left_out, by_class["safety"].undecided) == (0, 0)
    states = {(one.place, one.state, one.taught) for one in made.rows}
    assert ("procedures/P1/steps/S2/text", "undecided", "") in states
    assert ("procedures/P1/steps/S1/text", "done", "打开 EQ-01 进口阀。") in states
    assert ("hazards/H1/controls/1", "unchanged", "戴面罩") in states


def test_marks_in_all_files_are_shown_with_their_class() -> None:
    sop = """\
job: {code: DIG, title: 溶出工}
parameters: [{id: T1, title: {zh: 压力, en: <<Pressure X|Pressure>>}, target: "<<8.2 MPa|7–9 MPa>>"}]
procedures: [{id: P1, title: 升温, steps: ["升到 <<core-secret:8.2 MPa|规定值>>", 开阀]}]
"""
    course = (
        "courses: [{code: G1, title: <<密课|公开课>>, category: general, nature: required, theory_hours: 1,"
        " practice_hours: 0, segment: S1, semesters: [1]}]\n"
    )
    made = shown(sop, **{"courses/g.yaml": course})
    marked = {(one.document, one.sort, one.level, one.raw, one.taught) for one in made.rows if one.operation == "mark"}
    assert marked == {
        ("sops/a.yaml", "name", "trade-secret", "zh: 压力\nen: Pressure X", "zh: 压力\nen: Pressure"),
        ("sops/a.yaml", "setpoint", "trade-secret", "8.2 MPa", "7–9 MPa"),
        ("sops/a.yaml", "work", "core-secret", "升到 8.2 MPa", "升到 规定值"),
        ("courses/g.yaml", "", "trade-secret", "密课", "公开课"),
    }


def test_the_table_and_the_figures(call: Program, plant: Path) -> None:
    done = call("declassify", "-C", plant, "--lang", "zh")
    assert done.returncode == 0
    line = next(one for one in done.stdout.splitlines() if "274" in one)
    assert line.split("\t") == [
        "sops/a.yaml:19",
        "工作内容",
        "核心商密",
        "不教",
        "升温到 274 ℃，保温 45 min",
        "",
        "待决定",
    ]
    assert "步骤教 2/4" in done.stderr
    done = call("declassify", "-C", plant, "--json")
    assert Draft202012Validator(schema("declassification")).is_valid(json.loads(done.stdout))
    assert not any(raw in done.stdout for raw in RAW)
    for flags in (("--json", "--out", "x"), ("--json", "--preview", "x.html"), ("--preview", "x.html", "--out", "x")):
        assert call("declassify", "-C", plant, *flags, cwd=plant.parent).returncode == 2


def test_the_page_shows_what_changed_and_nothing_acts(call: Program, plant: Path, tmp_path: Path) -> None:
    path = tmp_path / "seen.html"
    for _ in range(2):
        assert call("declassify", "-C", plant, "--preview", path).returncode == 0
    text = path.read_text("utf-8")
    assert "含涉密内容，仅限本企业内部查看" in text
    assert "<del>DC-101</del>" in text.replace("</del>-<del>", "-") or "<del>DC</del>" in text
    hostile = [words.replace("<<", "").replace("\n", " ") for words in EVERYTHING]
    plain = {tag for tag, _ in elements(path.read_bytes())}
    for words in hostile[::4]:
        sop = SOP.replace("text: 加入三号添加剂", f"text: {json.dumps(words, ensure_ascii=False)}")
        workspace = MemoryWorkspace({"sopcurric.yaml": "project: {name: 试}\n", "sops/a.yaml": sop})
        made = page(preview(workspace, Steps(MemoryStore()), "zh"), workspace)
        assert {tag for tag, _ in elements(made)} == plain, words
        assert made.count(b"<script>") == 1


def test_the_page_is_put_over_nothing_else(call: Program, plant: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.html"
    path.write_text("mine")
    assert call("declassify", "-C", plant, "--preview", path).returncode == 2
    assert path.read_text() == "mine"
    assert call("declassify", "-C", plant, "--preview", path, "--force").returncode == 0
    assert call("declassify", "-C", plant, "--preview", tmp_path / "page.pdf").returncode == 2
    assert call("declassify", "-C", plant, "--out", tmp_path / "out").returncode == 0
    assert call("declassify", "-C", plant, "--preview", tmp_path / "out/deep/page.html", "--force").returncode == 2
    assert not (tmp_path / "out/deep").exists()


def test_a_broken_template_of_the_project_is_told(call: Program, plant: Path, tmp_path: Path) -> None:
    own = plant / "templates/declassification/preview.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text("{{ nothing.there }}")
    done = call("declassify", "-C", plant, "--preview", tmp_path / "page.html")
    assert (done.returncode, (tmp_path / "page.html").exists()) == (2, False)


def test_pieces_join_to_what_they_were_made_of() -> None:
    long = ("a " * 3000, "甲" * 3000)
    for raw, taught in (("升到 272 ℃ 后", "升到 260–280 ℃ 后"), ("", "x"), ("x", ""), long, ("", "")):
        left, right = pieces(raw, taught)
        assert ("".join(one.words for one in left), "".join(one.words for one in right)) == (raw, taught)
    left, right = pieces("升到 272 ℃ 后", "升到 260–280 ℃ 后")
    assert [one.words for one in left if one.changed] == ["272"]
    assert [one.words for one in right if one.changed] == ["260–280"]


PROBE = """
addEventListener("load", () => {
  const form = document.getElementById("filters");
  const seen = () => [...document.querySelectorAll("#preview [data-state]")].filter((row) => row.offsetParent)
    .map((row) => [row.dataset.state, row.dataset.sort]);
  const pick = (name, value) => {
    form.elements[name].value = value;
    form.dispatchEvent(new Event("input", { bubbles: true }));
    return seen();
  };
  const told = { all: seen(), undecided: pick("show", "undecided"), changed: pick("show", "changed") };
  told.named = pick("sort", "identity");
  const out = document.createElement("pre");
  out.id = "probe";
  out.textContent = JSON.stringify({ ...told, count: document.getElementById("count").textContent });
  document.body.append(out);
});
"""


@in_browser
def test_filters_hide_rows(call: Program, plant: Path, tmp_path: Path) -> None:
    path = tmp_path / "seen.html"
    assert call("declassify", "-C", plant, "--preview", path).returncode == 0
    left = left_by(path.read_bytes(), PROBE, tmp_path).decode()
    found = re.search(r'<pre id="probe">(.*?)</pre>', left)
    assert found
    told = json.loads(html.unescape(found[1]))
    every = told["all"]
    assert {state for state, _ in told["undecided"]} == {"undecided"}
    assert told["undecided"] == [row for row in every if row[0] == "undecided"]
    assert told["changed"] == [row for row in every if row[0] != "unchanged"]
    assert told["named"] == [row for row in told["changed"] if row[1] == "identity"]
    assert 0 < len(told["named"]) < len(told["changed"]) < len(every)
    assert told["count"] == f"{len(told['named'])}/{len(every)}"
