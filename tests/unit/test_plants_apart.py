"""One job in two plants that do it differently: what is printed says of which plant it is."""

from collections.abc import Iterator

import pytest

from generators import compiled
from sopcurric.documents import plant_cards, practical_examination
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Block, Callout, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.saying import words

pytestmark = pytest.mark.no_cover

PROJECT = """
project: {name: 两厂}
organisations: [{id: QL, title: 齐鲁厂}, {id: GX, title: 广西厂}]
sops: [{path: sops/a, organisation: QL}, {path: sops/b, organisation: GX}]
"""
SOP = """
job: {code: DIG, title: 溶出工}
hazards: [{id: H1, title: 碱矿浆喷溅, risk: major, controls: [站在侧面], ppe: [防护面罩]}]
parameters: [{id: T1, title: 溶出温度, range: 260–280 ℃}]
quality: [{id: Q1, title: 苛性比值, criterion: 1.35–1.45, method: 取样化验}]
procedures:
  - id: P1
    title: 启动隔膜泵
    hazards: [H1]
    quality: [Q1]
    steps:
      - {id: S1, text: 打开进口阀。, critical: true, parameters: [T1]}
      - {id: S2, text: 启动油泵。}
      - {id: S3, text: 启动主电机。}
      - {id: S4, text: 缓慢升压。}
  - id: P2
    title: 巡检隔膜泵
    steps: [{id: S1, text: 检查油位}, {id: S2, text: 检查压力}]
"""
OTHER = (
    SOP.replace("260–280", "240–250")
    .replace("1.35–1.45", "1.50–1.60")
    .replace("      - {id: S3", "      - {id: S9, text: 打开旁通阀。}\n      - {id: S3")
    .replace("检查压力", "检查声音")
)


@pytest.fixture(scope="module")
def two() -> Compilation:
    """Two plants with other ranges, limits and steps."""
    return compiled({"sopcurric.yaml": PROJECT, "sops/a/dig.yaml": SOP, "sops/b/dig.yaml": OTHER})


def said(leaf: Leaf) -> str:
    """Everything that stands on a leaf."""
    return "\n".join(line for block in leaf.blocks for line in _lines(block))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Table(rows=rows):
            yield from (words(one, "zh") for row in rows for cell in row.cells for one in cell.content)
        case Callout(items=items):
            yield from (words(one.content, "zh") for one in items)
        case Paragraph(content=content):
            yield words(content, "zh")
        case _:
            pass


def leaf_of(compilation: Compilation, kind: LeafKind, title: str) -> str:
    """What stands on the leaf of one kind of the task of a title."""
    found = (leaf for binder in compilation.binders for leaf in binder.leaves if leaf.kind is kind)
    (one,) = [leaf for leaf in found if words(leaf.title, "zh") == title]
    return said(one)


def test_ranges_limits_and_steps_say_which_plant_they_are_of(two: Compilation) -> None:
    task = next(one for one in two.assessment.tasks if one.given)
    told = "\n".join(words(line, "zh") for one in task.criteria for line in (*one.action, *one.indicator))
    assert [words(one, "zh") for one in task.given] == ["工况范围：溶出温度 240–250 ℃（广西厂）、260–280 ℃（齐鲁厂）"]
    assert "苛性比值 1.50–1.60（广西厂）、1.35–1.45（齐鲁厂）" in told
    assert "按工作单操作：第 2–5 步（广西厂）、第 2–4 步（齐鲁厂）" in told
    assert "溶出温度 240–250 ℃（广西厂）、260–280 ℃（齐鲁厂）" in told, "that of a critical step"
    (operation,) = [one for one in task.criteria if one.group == "operation"]
    assert operation.count == 4, "nobody does more steps than their plant has"


def test_the_examination_says_which_plant_is_rated(two: Compilation) -> None:
    (binder,) = practical_examination.compose(two)
    paper = next(leaf for leaf in binder.leaves if leaf.label == "paper")
    assert "240–250 ℃（广西厂）、260–280 ℃（齐鲁厂）" in said(paper)
    assert "只评考生所在企业的步骤和参数" in said(paper)


def test_what_is_alike_names_no_plant() -> None:
    same = compiled({"sopcurric.yaml": PROJECT, "sops/a/dig.yaml": SOP, "sops/b/dig.yaml": SOP})
    told = [words(line, "zh") for task in same.assessment.tasks for one in task.criteria for line in one.action]
    given = [words(line, "zh") for task in same.assessment.tasks for line in task.given]
    assert given == ["工况范围：溶出温度 260–280 ℃"]
    assert not [one for one in (*told, *given) if "厂" in one]


def test_cards_are_those_of_one_plant(two: Compilation) -> None:
    (binder,) = plant_cards.compose(two)
    risk = [leaf for leaf in binder.leaves if leaf.kind is LeafKind.RISK_CARD]
    assert [words(one.title, "zh") for one in risk] == ["溶出工（广西厂）", "溶出工（齐鲁厂）"]
    assert [leaf.derived_from for leaf in risk] == [("GX:DIG",), ("QL:DIG",)]


def test_descriptions_say_what_plants_ask_for_and_that_steps_differ(two: Compilation) -> None:
    pump = leaf_of(two, LeafKind.DESCRIPTION, "启动隔膜泵")
    assert "溶出温度：240–250 ℃（广西厂）" in pump
    assert "溶出温度：260–280 ℃（齐鲁厂）" in pump
    assert "各企业的步骤不完全相同" not in pump, "each plant has a story of its own, with the number of its steps"
    assert "各企业的步骤不完全相同" in leaf_of(two, LeafKind.DESCRIPTION, "巡检隔膜泵")
