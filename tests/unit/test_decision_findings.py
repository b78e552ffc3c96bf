"""What people are told about their decisions: nothing that does not hold is silent, and it says where and what."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

import sopcurric.deciding
from sopcurric.app.checking import ask, check
from sopcurric.app.registry import rules
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.report import worded
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Verdict, VerdictKind
from sopcurric.model.files.decision import DecisionKind
from sopcurric.model.judged import MOST_PLACES, judged

HEAD = "role: plant, by: 王强, date: 2026-03-01, why: 商定"
FILES = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/case.yaml": """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 打开进口阀。}
  - id: P2
    title: 测定苛性比值
    steps:
      - {id: S1, text: 取样。}
""",
    "decisions/case.yaml": f"""\
decisions:
  - {{id: a, decide: rename, {HEAD}, on: [DIG/P1], title: 开泵}}
  - {{id: b, decide: rename, {HEAD}, on: [DIG/P2], title: 化验}}
  - {{id: w, decide: hide, {HEAD}, leaf: "DIG/P1#W", block: W/DIG/P1/steps}}
""",
}


@pytest.fixture(scope="module")
def whole() -> Compilation:
    """A compilation with three decisions."""
    compilation = check(MemoryWorkspace(FILES), Steps(MemoryStore())).compilation
    assert compilation is not None
    return compilation


def told(compilation: Compilation, *verdicts: Verdict) -> list[Finding]:
    """What the rules say about decisions once these are the verdicts."""
    return [one for one in ask(replace(compilation, verdicts=verdicts)) if one.code.startswith("JNT")]


def words(one: Finding, language: str) -> tuple[str, str]:
    """Message and cure in a language."""
    rule = rules()[one.code]
    return worded(one, rule.sentences[language], rule.variants.get(language, {}))


@pytest.mark.parametrize("kind", get_args(VerdictKind))
def test_every_verdict_but_one_is_told(whole: Compilation, kind: VerdictKind) -> None:
    found = told(whole, Verdict("a", kind, ("DIG/P1",), other="b", seen="0123456789ab", reason="missing"))
    if kind == "applied":
        assert found == []
    else:
        (one,) = found
        assert (one.subject, one.severity) == ("@decision/a", rules()[one.code].severity)
        assert "DIG/P1" in one.about


def test_each_kind_of_verdict_has_a_code_of_its_own(whole: Compilation) -> None:
    codes = [
        one.code for kind in get_args(VerdictKind) for one in told(whole, Verdict("a", kind, other="b", seen="0" * 12))
    ]
    assert len({*codes}) == len(codes) == len(get_args(VerdictKind)) - 1


@pytest.mark.parametrize("code", ["JNT101", "JNT102", "JNT103", "JNT104", "JNT105", "JNT106", "JNT108"])
def test_every_kind_of_decision_has_words(code: str) -> None:
    for variants in rules()[code].variants.values():
        assert {f"kind.{kind}" for kind in get_args(DecisionKind)} <= {*variants}


def _reasons() -> Iterator[str]:
    """The words by which the deciding functions say why."""
    for folder in sopcurric.deciding.__path__:
        for file in Path(folder).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                match node:
                    case ast.keyword(arg="reason", value=value):
                        yield from _constants(value)
                    case ast.Assign(targets=[ast.Name(id="reason")], value=value):
                        yield from _constants(value)
                    case ast.Call(func=ast.Name(id="UnknownSubjectError"), args=[value, *_]):
                        yield from _constants(value)
                    case ast.FunctionDef(name="_refusal"):
                        returned = (one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value)
                        yield from (constant for value in returned for constant in _constants(value))


def _constants(node: ast.expr) -> Iterator[str]:
    parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value:
            yield part.value


def test_every_reason_has_words() -> None:
    known = {*rules()["JNT101"].variants["zh"], *rules()["JNT106"].variants["zh"], *rules()["JNT104"].variants["zh"]}
    reasons = {*_reasons()}
    assert {"missing", "split", "hazard", "step", "block", "twice"} <= reasons
    assert {one for one in reasons if not {f"what.{one}", f"matter.{one}"} & known} == set()


def test_derived_things_are_shown_at_their_procedures(whole: Compilation) -> None:
    (course,) = whole.design.courses
    (module,) = course.modules
    (task,) = [one for one in whole.catalogue.tasks if one.members == ("DIG/P2",)]
    (lesson,) = [one for one in course.tasks if one.typical_task == task.id]
    for name in (task.id, lesson.id, "DIG/P2"):
        (one,) = judged(replace(whole, verdicts=(Verdict("b", "stale", (name,)),)), "stale")
        assert one.places == ("DIG/P2",)
    for name in (course.id, module.id, module.name):
        (one,) = judged(replace(whole, verdicts=(Verdict("b", "stale", (name,)),)), "stale")
        assert one.places == ("DIG/P1", "DIG/P2")


def test_blocks_are_shown_at_what_they_come_from(whole: Compilation) -> None:
    (leaf,) = [one for binder in whole.computed for one in binder.leaves if one.kind == "W" and one.part == "DIG/P1"]
    (one,) = judged(replace(whole, verdicts=(Verdict("w", "unseen", (leaf.id, "W/DIG/P1/steps")),)), "unseen")
    assert one.places == ("DIG/P1", "DIG/P1/S1")
    assert one.names == "DIG/P1#W, W/DIG/P1/steps"


def test_names_and_places_of_many_are_cut(whole: Compilation) -> None:
    many = tuple(f"@standard/S/C{number}" for number in range(30))
    (one,) = judged(replace(whole, verdicts=(Verdict("a", "gone", many),)), "gone")
    assert one.names == "@standard/S/C0, @standard/S/C1, @standard/S/C2, @standard/S/C3 …"
    assert one.places == many[:MOST_PLACES]


def test_findings_stand_in_the_decision_and_point_at_the_other_and_the_sop() -> None:
    text = FILES["decisions/case.yaml"] + f"  - {{id: c, decide: rename, {HEAD}, on: [DIG/P1], title: 起泵}}\n"
    workspace = MemoryWorkspace({**FILES, "decisions/case.yaml": text})
    checked = check(workspace, Steps(MemoryStore()))
    placed = place(checked.findings, checked.loaded.provenance, workspace, "zh")
    shown = [
        (one.document, one.span.line, [(document, span.line) for document, span in one.related])
        for one in placed
        if one.finding.code == "JNT103"
    ]
    assert shown == [
        ("decisions/case.yaml", 2, [("decisions/case.yaml", 5), ("sops/case.yaml", 3)]),
        ("decisions/case.yaml", 5, [("decisions/case.yaml", 2), ("sops/case.yaml", 3)]),
    ]


def test_both_versions_of_a_rewritten_block_are_shown_and_cut(whole: Compilation) -> None:
    then, now = ("同。", "甲。"), ("一", "同。", "二" * 100, "三", "四", "五")
    verdict = Verdict("w", "stale", seen="0123456789ab", then=then, now=now)
    (one,) = told(whole, verdict)
    _, cure = words(one, "zh")
    assert "改写时是“甲”，现在是“一 / " + "二" * 60 + "… / 三 / …”" in cure
    assert "同" not in cure, "only lines that differ"
    assert "四" not in cure
    assert "seen: 0123456789ab" in words(one, "en")[1]
    (one,) = told(whole, replace(verdict, then=()))
    assert "was “(no such line, or not recorded)” and" in words(one, "en")[1]


def test_who_may_is_said_in_the_words_of_the_reader(whole: Compilation) -> None:
    authority = {**whole.inputs.profile.authority, "rename": ("industry", "college"), "order": ()}
    profile = whole.inputs.profile.model_copy(update={"authority": authority})
    compilation = replace(whole, inputs=replace(whole.inputs, profile=profile))
    (one,) = told(compilation, Verdict("a", "unauthorised", reason="rename"))
    assert words(one, "zh")[0] == "决定（改名）没有生效：“改名”不由企业决定，由院校或行业决定"
    assert words(one, "en")[0].endswith("is not for the plant to decide, but for the college or the industry")
    (one,) = told(compilation, Verdict("a", "unauthorised", reason="order"))
    assert "规则集没有指明的一方" in words(one, "zh")[1]
    (one,) = told(compilation, Verdict("w", "unauthorised", reason="safety"))
    assert "涉及安全的内容" in words(one, "zh")[0]
