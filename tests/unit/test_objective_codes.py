"""Codes of objectives: they stay, and objectives and criteria name each other by them."""

import re
from functools import cache

import pytest

from generators import compiled
from sopcurric.leaves.objective_lines import in_short, objective_lines
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.block_words import block_lines
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import LeafKind

pytestmark = pytest.mark.no_cover

STEPS = "      - {id: S1, text: 检查油位。}\n      - {id: S2, text: 启动电机。}\n      - {id: S3, text: 检查压力。}\n"
DIG = """\
job: {code: DIG, title: 高压溶出工}
equipment:
  - {id: B1, title: 隔膜泵}
hazards:
  - {id: H1, title: 蒸汽烫伤, risk: general, controls: [戴防烫手套]}
procedures:
  - id: P1
    title: 启动隔膜泵
    phase: start-up
    equipment: [B1]
    hazards: [H1]
    steps:
"""


@cache
def made(steps: str = STEPS, before: str = "") -> Compilation:
    """A repository with one procedure."""
    return compiled({"sopcurric.yaml": "project: {name: 案例}\n", "sops/d.yaml": DIG + before + steps})


def view(compilation: Compilation) -> TaskView:
    """The one learning task."""
    (course,) = compilation.design.courses
    (module,) = course.modules
    return TaskView(course, module, module.tasks[0], compilation)


def codes(compilation: Compilation) -> dict[str, str]:
    """What each code says."""
    return {one.code: str(one.phrase) for one in objective_lines(view(compilation))}


def printed(compilation: Compilation, kind: LeafKind) -> list[str]:
    """The lines of the leaf of a kind."""
    leaves = (leaf for one in compilation.binders if one.document == "loose_leaf_textbook" for leaf in one.leaves)
    return [line for leaf in leaves if leaf.kind is kind for block in leaf.blocks for line in block_lines(block, "zh")]


def test_codes_follow_from_what_is_written_and_stay() -> None:
    before = codes(made())
    assert [*before] == ["S-DIG-P1-S1", "S-DIG-P1-S2", "S-DIG-P1-S3", "K-EQ", "K-HZ", "A-HZ"]
    more = codes(made(before="      - {id: S0, text: 接班。}\n"))
    assert more.keys() == {*before, "S-DIG-P1-S0"}
    assert all(more[code] == said for code, said in before.items())


def test_objectives_and_criteria_name_each_other() -> None:
    rows: dict[str, set[str]] = {}
    for line in printed(made(), LeafKind.OBJECTIVES):
        if found := re.match(r"(\S+?)（评价第 (.+?) 项）", line):
            rows[found[1]] = {*found[2].split("、")}
    assert rows.keys() == codes(made()).keys()
    told: dict[str, str] = {}
    for line in printed(made(), LeafKind.EVALUATION):
        told |= {found[1]: found[2] for found in re.finditer(r"评价第 (\d+) 项，对应目标：([^｜|]+)", line)}
    assert {number for own in rows.values() for number in own} <= told.keys()
    for code, own in rows.items():
        last = code.rpartition("-")[2]
        assert all(re.search(rf"{last}\b|S\d–S\d", told[number]) for number in own), (code, told)


def test_codes_in_short() -> None:
    assert in_short(["S-A-P1-S1", "S-A-P1-S2", "S-A-P1-S3", "S-A-P1-S5", "K-EQ"]) == "S-A-P1-S1–S3/S5 K-EQ"
    assert in_short(["S-A-P1-S1", "S-A-P1-S2"]) == "S-A-P1-S1/S2"


def test_codes_of_a_course_standard() -> None:
    (standard,) = made().course_standards
    assert {"S-DIG-P1", "K-EQ", "K-HZ", "A-SF"} <= {one.id for one in standard.objectives}
    (later,) = made(before="      - {id: S0, text: 接班。}\n").course_standards
    assert [one.id for one in later.objectives] == [one.id for one in standard.objectives]
