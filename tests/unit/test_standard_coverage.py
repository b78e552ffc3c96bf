"""Coverage of standards: what backs a requirement and why, what people decided, and how much time it takes."""

import pytest

from generators import compiled
from sopcurric.linguistics.shared_words import TermIndex, shared_runs, terms
from sopcurric.linguistics.skill_grades import grade_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.coverage import Requirement, StandardCoverage
from sopcurric.model.saying import words

SOP = """
job: {code: DIG, title: 高压溶出工}
principles: [{id: K1, title: 溶出反应, text: [铝土矿与碱液反应。]}]
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 检查隔膜泵推进液油位。}
      - {id: S2, text: 启动隔膜泵推进液系统和润滑油泵。}
      - {id: S3, text: 打开进口阀。}
  - id: P2
    title: 配制絮凝剂
    steps:
      - {id: S1, text: 配制絮凝剂溶液。}
"""
STANDARD = """
code: X-1
title: 氧化铝制取工
levels:
  - {id: L5, title: 五级/初级工}
  - {id: L4, title: 四级/中级工}
functions:
  - id: F1
    title: 高压溶出
    weights: {L5: 60}
    contents:
      - id: C1
        title: 准备
        level: L5
        skills: [能检查隔膜泵的推进液、油位, 能停运隔膜泵推进液系统和润滑油泵]
        knowledge: [溶出反应, 结疤的成因]
  - id: F2
    title: 沉降
    weights: {L5: 40}
    contents:
      - {id: C2, title: 絮凝剂, level: L5, skills: [能配制絮凝剂溶液]}
      - {id: C3, title: 叶滤, level: L4, skills: [能完成叶滤机卸泥, 能配制絮凝剂溶液]}
"""
PROGRAMME = """
id: P
title: 方案
cohort: 2026级
years: 3
major: {code: "430501", title: 冶金}
goals: {target: 能完成岗位任务。}
standard: X-1
partners: [{id: college, role: college, title: 学院, duties: [教学。]}]
segments: [{id: S1, title: 在校, length: 3, unit: year, site: college, takes: [general, theory, routine, demanding]}]
"""
FILES = {"sopcurric.yaml": "project: {name: x}\n", "sops/a.yaml": SOP, "standards/a.yaml": STANDARD}


def mapped(task: str, item: str, *, fits: bool) -> dict[str, str]:
    decision = f"decide: map, on: [{task}], standard: X-1, item: {item}, fits: {str(fits).lower()}"
    return {
        **FILES,
        "programmes/a.yaml": PROGRAMME,
        "decisions/a.yaml": f"decisions:\n  - {{{decision}, role: college, by: x, date: 2026-01-01, why: x}}\n",
    }


def requirement(coverage: StandardCoverage, name: str) -> Requirement:
    (found,) = [one for one in coverage.requirements if one.id == f"@standard/X-1/{name}"]
    return found


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compiled(FILES)


def sources(compilation: Compilation, name: str) -> list[str]:
    (coverage,) = compilation.coverage
    points = {one.id: one for one in compilation.shared.points}
    return [points[one.point].derived_from[0] for one in requirement(coverage, name).backings]


def test_what_backs_a_requirement_and_why(compilation: Compilation) -> None:
    (coverage,) = compilation.coverage
    best = requirement(coverage, "C1/skills/1").backings[0]
    assert sources(compilation, "C1/skills/1")[0] == "DIG/P1/S1"
    assert best.shared.words("zh") == "隔膜泵、推进液、油位"
    assert best.verb.words("zh") == "检查"
    assert 0.38 < best.score <= 1
    assert sources(compilation, "C1/knowledge/1") == ["DIG/principles/K1"]
    assert requirement(coverage, "C1/knowledge/2").state == "none"


def test_opposite_verbs_back_nothing(compilation: Compilation) -> None:
    assert "DIG/P1/S2" not in sources(compilation, "C1/skills/2")


def test_shares_are_weighted(compilation: Compilation) -> None:
    (coverage,) = compilation.coverage
    low, high = coverage.levels
    skills = [requirement(coverage, f"C1/skills/{number}").state != "none" for number in (1, 2)]
    assert (low.skills, low.knowledge, low.backed_knowledge) == (3, 2, 1)
    assert low.share == pytest.approx(0.6 * sum(skills) / 2 + 0.4)
    assert low.weighted
    assert (high.skills, high.backed_skills, high.share, high.weighted) == (2, 1, 0.5, False)
    assert (low.grade, high.grade) == (2, 3)
    assert [one.level for one in coverage.up_to("L5")] == ["L5"]
    assert [one.level for one in coverage.up_to("L4")] == ["L5", "L4"]
    assert [*coverage.up_to("L9")] == []


def test_points_that_no_standard_asks_for(compilation: Compilation) -> None:
    (coverage,) = compilation.coverage
    points = {one.id: one.derived_from[0] for one in compilation.shared.points}
    unasked = {points[one] for one in coverage.unasked}
    assert "DIG/P1/S3" in unasked
    assert not {"DIG/P1/S1", "DIG/P2/S1"} & unasked


def test_people_confirm() -> None:
    compilation = compiled(mapped("DIG/P2", "C2", fits=True))
    (coverage,) = compilation.coverage
    one = requirement(coverage, "C2/skills/1")
    assert one.state == "confirmed"
    assert one.backings[0].decision == compilation.inputs.decisions[0].name
    assert requirement(coverage, "C3/skills/2").state == "proposed"
    assert coverage.levels[0].confirmed == 1


def test_people_deny() -> None:
    (coverage,) = compiled(mapped("DIG/P2", "C2", fits=False)).coverage
    assert requirement(coverage, "C2/skills/1").state == "none"
    assert requirement(coverage, "C3/skills/2").state == "proposed"


def test_what_is_not_taught_backs_nothing() -> None:
    decision = "decide: exclude, on: [DIG/P2], reason: obsolete, role: plant, by: x, date: 2026-01-01, why: x"
    (coverage,) = compiled({**FILES, "decisions/a.yaml": f"decisions:\n  - {{{decision}}}\n"}).coverage
    assert requirement(coverage, "C2/skills/1").state == "none"


def test_statements_of_backings_can_be_said(compilation: Compilation) -> None:
    points = {one.id: one for one in compilation.shared.points}
    backings = [one for own in compilation.coverage[0].requirements for one in own.backings]
    assert all(words(points[one.point].statement, "zh") for one in backings)


@pytest.mark.parametrize(("title", "grade"), [
    ("五级/初级工", 2), ("二级/技师", 5), ("一级/高级技师", 6), ("特级技师", 7), ("首席技师", 8), ("学徒工", 1),
    ("甲等", 0), ("Senior technician", 6), ("三级/高级工", 4),
])  # fmt: skip
def test_grades(title: str, grade: int) -> None:
    assert grade_of(title) == grade


def test_terms_leave_out_what_tells_nothing() -> None:
    assert terms("检查隔膜泵的油位") == ("隔膜", "膜泵", "油位")
    assert terms("Check the oil levels of pumps") == ("check", "oil", "level", "pump")
    assert shared_runs("检查隔膜泵的油位", {"隔膜", "膜泵"}) == ("隔膜泵",)


def test_common_terms_find_nothing() -> None:
    """What an index looks at grows with what is alike, not with all there is."""
    index = TermIndex([f"隔膜泵甲{chr(0x4E00 + number)}乙" for number in range(2000)])
    assert index.like("隔膜泵") == {}
    assert len(index.like(f"隔膜泵甲{chr(0x4E00 + 5)}乙")) < 10
