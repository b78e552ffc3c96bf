"""One typical task that makes several learning tasks: what stands where, identifiers, hours, verdicts."""

from collections.abc import Mapping
from functools import cache
from typing import cast

import pytest
import yaml

from generators import checked
from sopcurric.app.checking import Checked
from sopcurric.app.explaining import explain_thing
from sopcurric.app.locking import next_lock
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.lock_text import LOCK_FILE, lock_text
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.saying import words

pytestmark = pytest.mark.no_cover

DIG = """\
job: {code: DIG, title: 高压溶出工}
parameters:
  - {id: T1, title: 溶出温度, range: 260–280 ℃}
  - {id: T2, title: 泵出口压力, range: 6–8 MPa}
deviations:
  - id: D1
    title: 泵出口压力偏高
    parameters: [T2]
    procedures: [P1]
    rows: [{cause: 出口堵塞, actions: [停泵疏通。]}]
hazards:
  - {id: H1, title: 蒸汽烫伤, risk: major, controls: [戴防烫手套]}
  - {id: H2, title: 机械伤害, risk: general, controls: [停机挂牌]}
ppe:
  - {id: E1, title: 防烫手套}
procedures:
  - id: P1
    title: 启动高压泵
    phase: start-up
    trigger: 接到开车指令。
    result: 泵运行平稳。
    ppe: [E1]
    parameters: [T1]
    hazards: [H1]
    steps:
      - {id: S1, text: 检查油位。, hazards: [H2]}
      - id: S2
        text: 盘车。
        steps:
          - {id: A, text: 装盘车手柄。}
          - {id: B, text: 盘车两圈。}
      - {id: S3, text: 打开进口阀。}
      - {id: S4, text: 启动电机。, parameters: [T2]}
      - {id: S5, text: 检查出口压力。, parameters: [T2], critical: true}
  - id: P2
    title: 停运搅拌机
    phase: shutdown
    steps:
      - {id: S1, text: 切断电源。}
"""
PREPARE: dict[str, list[str] | str] = {"title": "开泵前准备", "on": ["DIG/P1/S1", "DIG/P1/S2", "DIG/P1/S3"]}
RUN = {"title": "启动电机并检查", "on": ["DIG/P1/S4", "DIG/P1/S5"]}


def files(*into: Mapping[str, object], more: str = "", **other: object) -> dict[str, str]:
    """The repository with a decision about its first procedure."""
    split = {"decide": "split", "on": ["DIG/P1"], "into": [*into], "id": "cut", **other}
    entry = {**split, "role": "college", "by": "李老师", "date": "2026-03-01", "why": "步骤多"}
    decided = yaml.safe_dump({"decisions": [entry]}, allow_unicode=True) if into else ""
    made = {"sopcurric.yaml": "project: {name: 培训}\nas_of: 2026-03-01\nmodules: {least: 0}\n", "sops/d.yaml": DIG}
    return {**made, **({"decisions/d.yaml": decided + more} if into else {})}


@cache
def cut() -> Checked:
    """The repository with both parts."""
    return checked(files(PREPARE, RUN))


def made(result: Checked) -> Compilation:
    """What came of it."""
    assert result.compilation is not None
    return result.compilation


def parts(compilation: Compilation) -> list[LearningTask]:
    """The learning tasks of the first procedure."""
    every = (task for course in compilation.design.courses for task in course.tasks)
    return [task for task in every if "DIG/P1" in task.derived_from]


def test_every_step_is_in_one_part() -> None:
    compilation = made(cut())
    first, second = parts(compilation)
    assert [words(one.title, "zh") for one in (first, second)] == ["开泵前准备", "启动电机并检查"]
    steps = [step.address for step in compilation.procedures["DIG/P1"].steps]
    assert [*first.steps, *second.steps] == steps
    assert "DIG/P1/A" in first.steps
    (verdict,) = compilation.verdicts
    assert verdict.kind == "unseen"
    assert {mark.part for mark in first.decided} == {"split"}


def test_elements_go_where_steps_name_them() -> None:
    first, second = parts(made(cut()))
    assert (first.hazards, second.hazards) == (("DIG/hazards/H1", "DIG/hazards/H2"), ("DIG/hazards/H1",))
    assert first.ppe == second.ppe == ("DIG/ppe/E1",)
    assert (first.parameters, second.parameters) == (("DIG/parameters/T1",), ("DIG/parameters/T2",))
    assert (first.deviations, second.deviations) == ((), ("DIG/deviations/D1",))
    own = files(PREPARE | {"on": [*PREPARE["on"], "DIG/deviations/D1"]}, RUN)
    first, second = parts(made(checked(own)))
    assert (first.deviations, second.deviations) == (("DIG/deviations/D1",), ())


def test_nothing_is_lost() -> None:
    compilation = made(cut())
    assert not [one for one in cut().findings if one.code.startswith(("LEF", "EVA", "CRS")) and one.code != "CRS147"]
    whole = {point for task in parts(made(checked(files()))) for point in task.points}
    first, second = parts(compilation)
    assert {*first.points, *second.points} == whole
    for task in (first, second):
        books = (one for one in compilation.binders if one.document == "loose_leaf_textbook")
        chapter = next(one for book in books for one in book.chapters if one.id == task.id)
        told = {address for leaf in chapter.leaves if leaf.kind == "W" for address in leaf_sources(leaf)}
        assert {one for one in told if one in compilation.steps} == {*task.steps}


def test_questions_ask_for_own_steps_only() -> None:
    compilation = made(cut())
    own = {task.id: {*task.steps} for task in parts(compilation)}
    asked = [(one.task, one.derived_from) for one in compilation.bank.questions if one.task in own]
    guiding = [(one.task, each.derived_from) for one in compilation.bank.guidance for each in one.questions]
    assert {task for task, _ in asked} == {task for task, _ in guiding} & own.keys() == own.keys()
    for task, addresses in (*asked, *guiding):
        if task in own:
            assert {one for one in addresses if one in compilation.steps} <= own[task]
    assert len({one.id for one in compilation.bank.questions}) == len(compilation.bank.questions)


def test_each_part_has_hours_of_its_own() -> None:
    (whole,) = parts(made(checked(files())))
    first, second = parts(made(cut()))
    assert first.hours < whole.hours
    assert second.hours < whole.hours
    more = {"role": "college", "by": "李老师", "date": "2026-03-01", "why": "练习"}
    by_step = {"decide": "hours", "on": ["DIG/P1/S4"], "theory": 3, "practice": 9, "id": "more", **more}
    by_name = {**by_step, "on": ["DIG/P1"], "id": "all"}
    decided = yaml.safe_dump([by_step, by_name], allow_unicode=True)
    compilation = made(checked(files(PREPARE, RUN, more=decided)))
    assert [one.hours for one in parts(compilation)] == [first.hours, 12]
    assert {one.decision: (one.kind, one.reason) for one in compilation.verdicts if one.decision != "cut"} == {
        "more": ("unseen", ""),
        "all": ("gone", "split"),
    }


def test_identifiers_come_from_the_lock() -> None:
    (whole,) = parts(made(checked(files())))
    held = lock_text(next_lock(made(checked(files()))))
    first, second = parts(made(checked({**files(PREPARE, RUN), LOCK_FILE: held})))
    assert first.id == whole.id != second.id
    lock = lock_text(next_lock(made(cut())))
    moved = files(PREPARE | {"on": PREPARE["on"][:2]}, RUN | {"on": ["DIG/P1/S3", *RUN["on"]]})
    again = parts(made(checked({**moved, LOCK_FILE: lock})))
    assert [one.id for one in again] == [one.id for one in parts(made(cut()))]
    same = made(checked({**files(PREPARE, RUN), LOCK_FILE: lock}))
    assert lock_text(next_lock(same)) == lock
    back = checked({**files(), LOCK_FILE: lock})
    assert [one.id for one in parts(made(back))] == [first.id]
    assert "LCK005" not in {one.code for one in back.findings}


def test_plants_are_cut_by_the_ids_of_their_steps() -> None:
    made_files = files(PREPARE, RUN)
    other = DIG.replace("code: DIG", "code: EVA").replace("高压溶出工", "蒸发工")
    compilation = made(checked({**made_files, "sops/e.yaml": other}))
    both = [task for task in parts(compilation) if "EVA/P1" in task.derived_from]
    assert [[one for one in task.steps if one.startswith("EVA")][-1] for task in both] == ["EVA/P1/S3", "EVA/P1/S5"]
    assert "CRS114" not in {one.code for one in checked({**made_files, "sops/e.yaml": other}).findings}


@pytest.mark.parametrize(
    ("into", "verdict"),
    [
        ((PREPARE, RUN | {"on": ["DIG/P1/S9"]}), ("gone", "missing")),
        ((PREPARE, RUN | {"on": ["DIG/P2/S1"]}), ("gone", "missing")),
        ((PREPARE, RUN | {"on": ["DIG/P1"]}), ("refused", "step-twice")),
        ((PREPARE, RUN | {"on": ["DIG/P1/B"]}), ("refused", "inner-step")),
        ((PREPARE, RUN | {"on": ["DIG/hazards/H1"]}), ("refused", "no-step")),
    ],
)
def test_splits_that_cannot_be(into: tuple[Mapping[str, object], ...], verdict: tuple[str, str]) -> None:
    compilation = made(checked(files(*into)))
    (one,) = compilation.verdicts
    assert (one.kind, one.reason) == verdict
    assert [task.of for task in parts(compilation)] == [1]


def test_it_is_told_why() -> None:
    first, _ = parts(made(cut()))
    told = explain_thing(cut(), first.id, "zh")
    assert told is not None
    assert any("第 1 个" in line for line in told.lines)
    assert any("分解任务" in line for line in told.lines)
    standard = next(one for one in made(cut()).course_standards)
    assert [one.kind for one in standard.conversions] == ["split", "direct"]
    kinds = [module.conversion for module in made(cut()).design.courses[0].modules]
    assert cast("str", kinds[0]) == "split"
