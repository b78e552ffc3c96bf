"""Grades from facts: what an SOP says about work, and what follows."""

import pytest

from generators import RememberingSteps, compiled
from sopcurric.linguistics.cues_of_work import how_often, seldom
from sopcurric.model.competency import Rating
from sopcurric.model.saying import words

STEPS = RememberingSteps()
HEADER = "job: {code: DIG, title: t}\n"


def rated(more: str, *, steps: int = 6, sections: str = "") -> Rating:
    """The rating of a procedure with so many plain steps and something else."""
    own = "".join(f"      - {{id: S{number}, text: 打开阀门}}\n" for number in range(steps))
    text = f"{HEADER}{sections}procedures:\n  - id: P1\n    title: 操作\n{more}    steps:\n{own}"
    made = compiled({"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": text}, STEPS)
    return made.competencies["DIG/P1.competency"].rating


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("每班", 1 / 3),
        ("每 2 h 按巡检路线一次", 2 / 24),
        ("1 次/2 h", 2 / 24),
        ("每班 2 次", 1 / 6),
        ("2 次/周", 3.5),
        ("每两周一次", 14),
        ("每半年定期", 182.5),
        ("每季度", 91),
        ("每 30min 记录", 30 / 1440),
        ("连续监视", 0),
        ("once per shift", 1 / 3),
        ("every 4 hours", 4 / 24),
        ("twice a week", 3.5),
        ("weekly", 7),
        ("every other day", 2),
    ],
)
def test_how_often_is_read(said: str, days: float) -> None:
    found = how_often(said)
    assert found
    assert found.days == pytest.approx(days)


@pytest.mark.parametrize("said", ["每次作业前", "每台泵", "接到调度指令", "open all drains", "a valve", "每人"])
def test_nothing_is_read_where_nothing_is_said(said: str) -> None:
    assert how_often(said) is None


def test_occasions_that_come_seldom() -> None:
    assert seldom("机组大修后")
    assert seldom("in an emergency")
    assert seldom("接到调度指令") is None


@pytest.mark.parametrize(
    ("more", "grade", "why"),
    [
        ("", 3, "按工作阶段（正常操作）估计"),
        ("    trigger: 每周五下午\n", 2, "规程写明“每周”"),
        ("    trigger: 机组大修后\n", 1, "规程写明“大修”"),
        ("    trigger: 每班接班后\n    phase: maintenance\n", 3, "规程写明“每班”"),
        ("    frequency: monthly\n    trigger: 每班\n", 1, "频次：每月"),
    ],
)
def test_frequency(more: str, grade: int, why: str) -> None:
    found = rated(more).frequency
    assert (found.value, words(found.reason, "zh"), found.source) == (grade, why, "computed")


PARAMETERS = "parameters: [{id: A, title: a}, {id: B, title: b}, {id: C, title: c}, {id: D, title: d}]\n"


@pytest.mark.parametrize(
    ("more", "steps", "sections", "grade", "why"),
    [
        ("", 4, "", 1, "共 4 步，其中关键步骤 0 步"),
        ("", 6, "", 2, "共 6 步，其中关键步骤 0 步"),
        ("    parameters: [A, B, C, D]\n", 6, PARAMETERS, 2, "共 6 步，其中关键步骤 0 步；须同时掌握参数 4 项"),
        ("", 10, "", 3, "共 10 步，其中关键步骤 0 步"),
        ("    phase: start-up\n", 6, "", 3, "共 6 步，其中关键步骤 0 步"),
    ],
)
def test_difficulty(more: str, steps: int, sections: str, grade: int, why: str) -> None:
    found = rated(more, steps=steps, sections=sections).difficulty
    assert (found.value, words(found.reason, "zh")) == (grade, why)


def test_two_complications_make_work_more_difficult() -> None:
    steps = "".join(f"      - {{id: T{number}, text: 测量温度}}\n" for number in range(3))
    text = (
        f"{HEADER}{PARAMETERS}procedures:\n  - id: P1\n    title: t\n    parameters: [A, B, C, D]\n    steps:\n{steps}"
    )
    made = compiled({"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": text}, STEPS)
    found = made.competencies["DIG/P1.competency"].rating.difficulty
    assert found.value == 2
    assert words(found.reason, "zh").endswith("须同时掌握参数 4 项；测量、诊断、调节的步骤 3 步")


PERMIT = "permits: [{id: A, title: 动火作业票, kind: hot-work}]\n"
LOCKOUT = "lockouts: [{id: A, title: 隔离点, energy: steam}]\n"
HAZARDS = (
    "hazards: [{id: A, title: 烫伤, risk: larger, consequence: c}, {id: B, title: 爆炸, risk: major, consequence: c}]\n"
)


@pytest.mark.parametrize(
    ("more", "sections", "grade", "why"),
    [
        ("", "", 1, "无关键步骤和已辨识风险"),
        ("    lockouts: [A]\n", LOCKOUT, 2, "须上锁挂牌的隔离点 1 处"),
        ("    permits: [A]\n", PERMIT, 3, "须办理特殊作业票 1 种"),
        ("    hazards: [A, B]\n", HAZARDS, 3, "存在重大风险：爆炸"),
        ("    phase: emergency\n", "", 3, "应急处置，关系人员和设备安全"),
    ],
)
def test_importance(more: str, sections: str, grade: int, why: str) -> None:
    found = rated(more, sections=sections).importance
    assert (found.value, words(found.reason, "zh")) == (grade, why)


def test_what_the_sop_gives_stands() -> None:
    found = rated("    rating: {difficulty: 1, importance: 2, frequency: 1}\n", steps=12)
    assert found.values == (1, 2, 1)
    assert {grade.source for _, grade in found.grades} == {"sop"}
