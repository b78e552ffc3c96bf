"""Fixes that go by findings: what each cures, that it changes nothing else, and that it stops where it is not sure."""

import random
import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.app.checking import check
from sopcurric.app.correcting import Proposed, fixable, proposed
from sopcurric.app.examining import Examined, examine
from sopcurric.app.fixing import fixes
from sopcurric.app.registry import rules
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace, OverlaidWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.keys import is_heading, known_keys
from sopcurric.plugin import Change, Fix, Left
from sopcurric.source.editing import Edit, edited, found_at, offset, put, quoted
from sopcurric.source.ref import Pointer, Span
from test_rule_cases import CASES, PROJECTS, Case, Project

Call = Callable[..., CompletedProcess[str]]

PATH = "sops/case.yaml"
PROJECT = "project: {name: 案例}\n"
WITHOUT_IDS = tuple(fix for fix in fixes() if fix.name != "step-ids")
"""Ids are for steps that are right already: they would stand in all the cases below."""


def wide(words: str) -> str:
    """The words in full-width letters."""
    return "".join(chr(ord(sign) + 0xFEE0) for sign in words)


def run(text: str, known: tuple[Fix, ...] | None = WITHOUT_IDS, **more: str) -> Proposed:
    files = {"sopcurric.yaml": PROJECT, PATH: text, **{f"{name}.yaml": words for name, words in more.items()}}
    return proposed(MemoryWorkspace(files), Steps(MemoryStore()), known)


def mended(text: str, known: tuple[Fix, ...] | None = WITHOUT_IDS) -> str:
    return next((one.after for one in run(text, known).corrections if one.path == PATH), text)


def wanted(examined: Examined) -> list[Finding]:
    """The findings of a file that a fix is for."""
    return [one for one in examined.findings if fixable([one])]


def sop(**lines: str) -> str:
    """An SOP with some lines in the place of good ones."""
    parts = {
        "head": 'document:\n  version: "1"\n',
        "job": "job:\n  code: DIG   # 代码\n  title: 溶出工\n",
        "procedure": "procedures:\n  - id: P1\n    title: 启动隔膜泵\n",
        "steps": "    steps:\n      - {id: S1, text: 打开进口阀。}  # 一\n",
        **lines,
    }
    return "# 规程\n" + "".join(parts.values())


# --- Declared cures ---

YAML = [case for case in CASES if case.kind == "yaml"]


@pytest.mark.parametrize("case", YAML, ids=lambda case: f"{case.code}-{case.number}")
def test_what_is_declared_fixable_becomes_clean_in_every_case(case: Case) -> None:
    before = examine(PATH, case.body, "zh")
    after_text = mended(case.body)
    after = examine(PATH, after_text, "zh")
    assert wanted(after) == []
    if not wanted(before):
        assert after_text == case.body
    changed = [
        number
        for number, (old, new) in enumerate(zip(case.body.splitlines(), after_text.splitlines(), strict=True), 1)
        if old != new
    ]
    assert set(changed) <= {one.place.span.line for one in wanted(before) if one.place and one.place.span}
    assert mended(after_text) == after_text


def test_every_declared_cure_has_a_case_in_which_it_works() -> None:
    tried = {
        (one.code, str(dict(one.arguments).get("variant", "")))
        for case in YAML
        for one in wanted(examine(PATH, case.body, "zh"))
    }
    declared = {pair for fix in fixes() for pair in fix.cures}
    elsewhere = {
        ("COM142", "proposed"),
        ("LCK001", ""),
        ("LCK002", ""),
        ("PLN139", ""),
        ("JNT108", ""),
        ("SOP025", "steps"),
        ("SOP025", "points"),
        ("SOP042", "id"),
        ("TRM102", "spelling"),
    }
    assert declared - tried == elsewhere, "these are tried with whole repositories"


def test_every_declared_cure_is_one_of_a_rule() -> None:
    for fix in fixes():
        assert fix.cures, fix.name
        for code, variant in fix.cures:
            assert not variant or variant in rules()[code].variants["zh"], (code, variant)
            assert not rules()[code].printed, "what is corrected is checked without composing leaves"


FOR_PEOPLE = ("Markers that somebody removed in part",)
"""Files that no fix can make out, though others of their code are fixed."""


@pytest.mark.parametrize(
    "project",
    [
        one
        for one in PROJECTS
        if one.code in ("COM142", "TRM102", "SOP025", "SOP042", "JNT108", "LCK001", "LCK002", "PLN139")
    ],
    ids=lambda project: f"{project.code}-{project.heading}",
)
def test_projects_of_case_files_become_clean(project: Project) -> None:
    fix = tuple(one for one in fixes() if any(code == project.code for code, _ in one.cures))
    workspace = OverlaidWorkspace(MemoryWorkspace(project.files))
    result = proposed(workspace, Steps(MemoryStore()), fix)
    before = check(workspace, Steps(MemoryStore()), locked=True).findings
    for one in result.corrections:
        workspace.write(one.path, one.after)
    after = check(workspace, Steps(MemoryStore()), locked=True).findings
    left = [one for one in after if one.code == project.code and fixable([one])]
    if project.heading in FOR_PEOPLE:
        assert result.corrections == ()
        assert left
    else:
        assert left == []
        assert bool(result.corrections) == any(one.code == project.code and fixable([one]) for one in before)
    assert proposed(workspace, Steps(MemoryStore()), fix).corrections == ()


# --- Ten mistakes of a beginner ---

BEGINNER = """\
# 高压溶出工操作规程
document:
  version: "1"   # 第一版
  effective: 2026/3/1
job：
\tcode: DIG
\ttitle: 注意: 溶出工
procedures:
  - id: P1
    标题: 启动隔膜泵
    pahse: start-up
    result: %浓度达标
    steps:
      - {id: S1， text: 打开进口阀。}
      -{id: S2, text: 启动隔膜泵。}
      - id: S3
        text: 检查出口压力。   # 关键
        critical: 是
hazards:
  - id: H1
    title: @烫伤
    risk: 重大风险
    controls:
      • 站在侧面
      • 穿戴防护用品
    ppe: [面罩]
"""
CORRECTED = """\
# 高压溶出工操作规程
document:
  version: "1"   # 第一版
  effective: 2026-03-01
job:
  code: DIG
  title: "注意: 溶出工"
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    result: "%浓度达标"
    steps:
      - {id: S1, text: 打开进口阀。}
      - {id: S2, text: 启动隔膜泵。}
      - id: S3
        text: 检查出口压力。   # 关键
        critical: true
hazards:
  - id: H1
    title: "@烫伤"
    risk: major
    controls:
      - 站在侧面
      - 穿戴防护用品
    ppe: [面罩]
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_mistakes_of_a_beginner_are_corrected_in_one_run(call: Call, tmp_path: Path, end: str) -> None:
    (tmp_path / "sops").mkdir()
    (tmp_path / "sopcurric.yaml").write_text(PROJECT, encoding="utf-8")
    file = tmp_path / "sops/digestion.yaml"
    file.write_bytes(BEGINNER.replace("\n", end).encode())
    assert "sopcurric fix" in call("check", "-C", tmp_path).stderr
    done = call("fix", "-C", tmp_path, "--yes", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "-job：" in done.stdout
    assert file.read_bytes().decode() == CORRECTED.replace("\n", end)
    assert call("check", "-C", tmp_path).returncode == 0
    assert "nothing" in call("fix", "-C", tmp_path, "--yes", "--lang", "en").stderr


# --- What each does ---


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  review_by: 2026.03.01\n", "  review_by: 2026-03-01\n"),
        ("  review_by: '2026年3月1日' # 到期\n", "  review_by: '2026-03-01' # 到期\n"),
        ("  review_by: ２０２６－０３－０１\n", "  review_by: 2026-03-01\n"),
        ("  标题: 规程\n", "  标题: 规程\n"),
        ("  版本号: A\n", "  版本号: A\n"),
        ("  文件编号: A-1\n", "  number: A-1\n"),
        ("  '编制部门' : 车间\n", "  'department' : 车间\n"),
        ("  number：A-1\n", "  number: A-1\n"),
        ("  number:\u3000A-1\n", "  number: A-1\n"),
        ('  department: 甲: "乙"\n', "  department: '甲: \"乙\"'\n"),
        ("  department: 甲: 乙 # 丙\n", '  department: "甲: 乙" # 丙\n'),
        ("  department: 甲 number: 乙\n", "  department: 甲 number: 乙\n"),
        ("  department: 甲 编号: 乙\n", "  department: 甲 编号: 乙\n"),
        ("  department: %甲\n    乙\n", "  department: %甲\n    乙\n"),
        ("  department: “甲: 乙”\n", '  department: "甲: 乙"\n'),
        ("  department: “甲: ”乙”\n", "  department: “甲: ”乙”\n"),
        ("  \ufeffnumber: 1\n", '  \ufeffnumber: "1"\n'),
    ],
)
def test_lines_of_the_header(before: str, after: str) -> None:
    head = 'document:\n  version: "1"\n'
    assert mended(sop(head=head + before)) == sop(head=head + after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    rating: {difficulty: ３}\n", "    rating: {difficulty: 3}\n"),
        ("    rating: {difficulty: '３', 频度: ２}\n", "    rating: {difficulty: 3, frequency: 2}\n"),
        ("    rating: {difficulty: ３级}\n", "    rating: {difficulty: ３级}\n"),
        ('    phase: "开车"\n', '    phase: "start-up"\n'),
        (f"    phase: {wide('normal')}\n", "    phase: normal\n"),
        ("    phase: 启停\n", "    phase: 启停\n"),
        ("    triger: 开车\n    trigger: 开车\n", "    triger: 开车\n    trigger: 开车\n"),
        ("    triger: 甲\n    trigerr: 乙\n", "    triger: 甲\n    trigerr: 乙\n"),
        ("    hazard: H1\n", "    hazard: H1\n"),
        ("    result:达标\n", "    result: 达标\n"),
        ("    result: 达标\n    说明：很好\n", "    result: 达标\n    说明：很好\n"),
    ],
)
def test_lines_of_a_procedure(before: str, after: str) -> None:
    procedure = "procedures:\n  - id: P1\n    title: 启动隔膜泵\n"
    assert mended(sop(procedure=procedure + before)) == sop(procedure=procedure + after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[{id: S1, text: @甲}, {id: S2, text: 乙}]", '[{id: S1, text: "@甲"}, {id: S2, text: 乙}]'),
        ("[{id: S1， text: 甲， actor: 乙，method: 丙}]", "[{id: S1, text: 甲, actor: 乙, method: 丙}]"),
        ("[{id: S1, text: 甲，乙}]", "[{id: S1, text: 甲，乙}]"),
        (f"[{{id: {wide('S1')}, text: 甲}}]", "[{id: S1, text: 甲}]"),
        (f"[{{id: {wide('S1')}, text: 甲}}, {{id: S1, text: 乙}}]", "[{id: S1, text: 甲}, {id: S1, text: 乙}]"),
        ("[{id: S 1, text: 甲}]", "[{id: S 1, text: 甲}]"),
    ],
)
def test_steps_between_brackets(before: str, after: str) -> None:
    assert mended(sop(steps=f"    steps: {before}\n")) == sop(steps=f"    steps: {after}\n")


@pytest.mark.parametrize(
    "steps",
    [
        "    steps:\n\t- {id: S1, text: 甲}\n\t- {id: S2, text: 乙}\n",
        "    steps:\n    \t- {id: S1, text: 甲}\n    \t- {id: S2, text: 乙}\n",
        "    steps:\n　　　- {id: S1, text: 甲}\n　　　- {id: S2, text: 乙}\n",
    ],
)
def test_tabs_and_wide_spaces_fit_their_neighbours(steps: str) -> None:
    after = examine(PATH, mended(sop(steps=steps)), "zh")
    assert after.findings == ()
    assert len(str(found_at(after.source.data, ("procedures", 0, "steps"))).split("'id'")) == 3


def test_wide_signs_inside_of_blocks_of_text_stay() -> None:
    block = "    result: |\n      \u3000\u3000第一段：甲\n      \uff03 乙\n"
    text = sop(procedure="procedures:\n  - id: P1\n    title：启动隔膜泵\n" + block)
    assert mended(text) == text.replace("title：", "title: ")


def test_units_are_respelt_inside_of_texts_only() -> None:
    text = sop(
        steps='    steps:\n      - {id: S-5KW, text: "启动 5 KW 电机，压力 0.3Mpa。"}  # 5 KW\n',
        more="parameters:\n  - {id: P-3KV, title: 电压, range: 3 KV}\n",
    )
    assert mended(text) == text.replace('"启动 5 KW 电机，压力 0.3Mpa。"', '"启动 5 kW 电机，压力 0.3MPa。"').replace(
        "range: 3 KV", "range: 3 kV"
    )


PROCESS = """\
kind: process-specification
process：
  code: DIG-P
  title: 溶出工艺
  purpose:出力 5 KW。
flow:
  - {id: F1, title: 溶出, text: 压力 0.3Mpa。}
"""


def test_other_kinds_of_documents_are_corrected_like_sops_of_jobs() -> None:
    machine = PROCESS.replace("process-specification", "equipment-procedure").replace("process：", "machine：")
    for text in (PROCESS, machine + "procedures: [{id: P1, title: 启动, steps: [开阀]}]\n"):
        after = text.replace("：\n", ":\n").replace("purpose:出力 5 KW", "purpose: 出力 5 kW").replace("Mpa", "MPa")
        assert mended(text) == after


def test_what_a_plant_does_otherwise_is_corrected_like_an_sop() -> None:
    text = "kind: plant-changes\nbase：DIG\nchanges：\n  - at: P1/S1\n    set：{text: 开阀}\n    why: 阀门不同。\n"
    assert mended(text) == re.sub("：(?=.)", ": ", text).replace("：", ":")


# --- Properties ---

_BAD = [
    ("job:\n", "job：\n"),
    ("  title: 溶出工\n", "  titel: 溶出工\n"),
    ("  title: 溶出工\n", "  title: 注意: 溶出工\n"),
    ('  version: "1"\n', "  version: 1.0\n"),
    ("{id: S1, ", "{id: S1，"),
    ("procedures:\n", "操作程序:\n"),
    ("    title: 启动隔膜泵\n", "    title: @启动隔膜泵\n"),
    ("    title: 启动隔膜泵\n", "    标题：启动隔膜泵\n"),
]


@given(
    st.lists(st.sampled_from(_BAD), max_size=5, unique=True),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.booleans(),
    st.sampled_from(["", "\ufeff"]),
)
def test_only_faults_change(bad: list[tuple[str, str]], end: str, last: bool, mark: str) -> None:  # noqa: FBT001
    text = sop()
    for good, fault in bad:
        text = text.replace(good, fault)
    text = mark + (text if last else text.removesuffix("\n")).replace("\n", end)
    after = mended(text)
    assert after.startswith("\ufeff") == bool(mark)
    assert re.findall(r"\r\n|\r|\n", after) == re.findall(r"\r\n|\r|\n", text)
    assert re.findall(r"#[^\r\n]*", after) == re.findall(r"#[^\r\n]*", text)
    assert [one.code for one in examine(PATH, after, "zh").findings] == []
    assert mended(after) == after
    lines = {fault.strip() for _, fault in bad}
    for old, new in zip(re.split(r"\r\n|\r|\n", text), re.split(r"\r\n|\r|\n", after), strict=True):
        assert old == new or any(fault in old for fault in lines)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_stands_in_a_file_a_fix_never_fails(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - no secret
    text = rng.choice([case.body for case in YAML] + [BEGINNER])
    for _ in range(rng.randint(1, 6)):
        at, to = sorted(rng.randint(0, len(text)) for _ in range(2))
        piece = rng.choice(
            ["", "：", "\t", "　", "- ", "{", "]", "“", "#", "\n", "*", "&a ", "\ufeff", "\x85", "|", "S1: "]
        )
        text = text[:at] + piece + text[rng.choice((at, min(at + 3, len(text)), min(to, at + 20))) :]
    after = mended(text, None if seed % 2 else WITHOUT_IDS)
    assert mended(after) == after
    old, new = examine(PATH, text, "zh"), examine(PATH, after, "zh")
    assert after == text or len(wanted(new)) <= len(wanted(old)) or not old.whole


def test_files_that_cannot_be_corrected_are_left_alone() -> None:
    for content in (b"\xff\xfej\x00", "job：\n".encode("gbk"), b"", b"\x00" * 40, b"[" * 3000):
        files: dict[str, bytes | str] = {"sopcurric.yaml": PROJECT, PATH: content}
        assert proposed(MemoryWorkspace(files), Steps(MemoryStore())).corrections == ()


# --- Edits ---


def test_edits_leave_everything_else() -> None:
    assert edited("abcdef", [Edit(0, 1, "A"), Edit(4, 4, "-"), Edit(3, 5, "x")]) == "Abcd-ef"
    assert edited("abc", []) == "abc"
    assert offset("\ufeffa\r\nb", Span(1, 1)) == 1
    assert offset("a\nb", Span(3, 1)) is None
    assert put({"a": [1, 2]}, ("a", 1), 3) == {"a": [1, 3]}
    assert found_at({"a": [1, 2]}, ("a", 5)) is None


@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1))
def test_quoted_words_are_read_as_they_are(words: str) -> None:
    assert read_yaml("a.yaml", f"a: {quoted(words)}\n".encode()).data == {"a": words}


def test_keys_are_known() -> None:
    assert {"code", "procedures", "decide", "zh", "partners"} <= known_keys()
    assert {"process", "machine", "model", "base", "changes", "at", "set"} <= known_keys()
    assert is_heading("标题")
    assert not is_heading("注意")


def test_left_is_told(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sops").mkdir()
    (tmp_path / "sopcurric.yaml").write_text(PROJECT, encoding="utf-8")
    text = sop(steps="    steps:\n      - 压力 <<8.2 MPa|约 8 MPa>>\n      - 乙\n")
    (tmp_path / "sops/a.yaml").write_text(text, encoding="utf-8")
    assert run(text, None).left == (Left("classified", "DIG/P1"),)
    done = call("fix", "-C", tmp_path, "--yes", "--lang", "en")
    assert "DIG/P1: no ids were given" in done.stderr
    assert (tmp_path / "sops/a.yaml").read_text(encoding="utf-8") == text


# --- What is tried and not taken ---


def offering(code: str, variant: str, *ways: Change) -> tuple[Fix, ...]:
    """A fix that offers the same ways for every finding of a kind."""
    return (Fix("offering", changes=lambda *_: ways, cures=frozenset({(code, variant)})),)


def replacing(text: str, old: str, new: str, *values: tuple[Pointer, object]) -> Change:
    at = text.index(old)
    return Change((Edit(at, at + len(old), new),), values)


def test_of_two_ways_that_give_other_data_none_is_taken() -> None:
    text = sop(job="job：\n  code: DIG\n  title: 溶出工\n")
    good, other = replacing(text, "job：", "job:"), replacing(text, "job：\n  code: DIG", "job:\n  code: GID")
    same = replacing(text, "job：", "job: ")
    assert mended(text, offering("SOP003", "full-width-colon", good, other)) == text
    for ways in ((good,), (other,), (good, same)):
        assert mended(text, offering("SOP003", "full-width-colon", *ways)) != text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("job：", "job； "),
        ("job：\n", "job: x\n"),
        ('version: "1"\njob：', 'version: "1\njob:'),
        ("document:\n", "document：\n"),
        ("document:", "job:"),
    ],
)
def test_what_leaves_the_fault_or_brings_another_is_not_taken(old: str, new: str) -> None:
    text = sop(job="job：\n  code: DIG\n  title: 溶出工\n")
    assert mended(text, offering("SOP003", "full-width-colon", replacing(text, old, new))) == text


def test_what_is_read_otherwise_than_expected_is_not_taken() -> None:
    text = sop(steps="    steps: [甲, 乙]\n")
    first = (("procedures", 0, "steps", 0), {"S1": "甲"})
    good = replacing(text, "[甲", "[S1: 甲", first)
    assert mended(text, offering("SOP025", "steps", good)) != text
    for old, new in (("[甲", "[S2: 甲"), ("[甲, 乙", "[S1: 甲, 丙"), ("[甲", "[S1:甲"), ("[甲", "{S1: 甲")):
        assert mended(text, offering("SOP025", "steps", replacing(text, old, new, first))) == text
