"""The competency graph: layers, what leads to what, and that time never runs in a circle."""

import pytest

from generators import compiled
from graphs import assert_layered
from sopcurric.model.competency_graph import CompetencyGraph
from sopcurric.model.compilation import Compilation

SOP = """
job: {code: DIG, title: 高压溶出工}
duties: [{id: D1, title: 启停机组}]
equipment: [{id: E1, title: 隔膜泵}, {id: E2, title: 除尘器}]
parameters: [{id: T1, title: 溶出温度, range: 260–280 ℃}]
hazards: [{id: H1, title: 高温碱液喷出, risk: major, controls: [戴面罩]}]
procedures:
  - id: P1
    title: 检查开车条件
    phase: preparation
    duty: D1
    equipment: [E1, E2]
    steps:
      - {id: S1, text: 检查隔膜泵油位。}
      - {id: S2, text: 打开进口阀。}
      - {id: S3, text: 排净泵腔气体。, hazards: [H1], critical: true}
  - id: P2
    title: 启动机组
    phase: start-up
    duty: D1
    steps:
      - {id: S1, text: 打开进口阀。}
      - {id: S2, text: 检查隔膜泵油位。}
      - {id: S3, text: 读取温度。, parameters: [T1]}
      - {id: S4, text: 停止升温。}
"""


@pytest.fixture(scope="module")
def compilation() -> Compilation:
    return compiled({"sopcurric.yaml": "project: {name: x}\n", "sops/a.yaml": SOP})


@pytest.fixture(scope="module")
def graph(compilation: Compilation) -> CompetencyGraph:
    return compilation.graph


def point(graph: CompetencyGraph, *sources: str) -> str:
    (found,) = [
        one.id
        for one in graph.of_kind("skill", "knowledge")
        if set(sources) <= set(one.derived_from) and one.kind != "conduct"
    ]
    return found


def test_layers(graph: CompetencyGraph) -> None:
    assert_layered(graph)


def test_projects_are_duties(graph: CompetencyGraph) -> None:
    assert [one.id for one in graph.of_kind("project")] == ["DIG/duties/D1"]
    assert [one.id for one in graph.of_kind("process")] == ["DIG/P1", "DIG/P2"]


def test_points_of_two_steps_are_one_node(graph: CompetencyGraph) -> None:
    shared = point(graph, "DIG/P1/S1", "DIG/P2/S2")
    assert graph.by_id[shared].within == ("DIG/P1", "DIG/P2")
    assert graph.led_to(shared, "from_sop") == ("sop:DIG/P1/S1", "sop:DIG/P2/S2")


def test_skills_require_what_steps_name(graph: CompetencyGraph) -> None:
    hazard = graph.led_to(point(graph, "DIG/P1/S3"), "requires")
    assert {(graph.by_id[one].kind, graph.by_id[one].derived_from) for one in hazard} == {
        ("knowledge", ("DIG/hazards/H1",)),
        ("conduct", ("DIG/hazards/H1",)),
    }
    assert graph.led_to(point(graph, "DIG/P2/S3"), "requires") == (point(graph, "DIG/parameters/T1"),)


def test_skills_require_what_their_words_name(graph: CompetencyGraph) -> None:
    assert graph.led_to(point(graph, "DIG/P1/S1"), "requires") == (point(graph, "DIG/equipment/E1"),)
    assert point(graph, "DIG/equipment/E2") not in graph.needed


def test_what_procedures_contradict_each_other_about_has_no_order(graph: CompetencyGraph) -> None:
    first, second = point(graph, "DIG/P1/S1"), point(graph, "DIG/P1/S2")
    assert second not in graph.led_to(first, "precedes")
    assert first not in graph.led_to(second, "precedes")
    assert graph.led_to(point(graph, "DIG/P2/S3"), "precedes") == (point(graph, "DIG/P2/S4"),)
    assert graph.led_to("DIG/P1", "precedes") == ("DIG/P2",)


def test_what_is_below_a_node(graph: CompetencyGraph) -> None:
    below = graph.below("DIG/P2")
    assert {one.kind for one in below.nodes} == {"process", "skill", "knowledge", "clause"}
    assert "DIG/P1" not in below.by_id
    assert all({edge.start, edge.end} <= set(below.by_id) for edge in below.edges)


def test_what_is_not_taught_is_not_in_it() -> None:
    decision = "decide: exclude, on: [DIG/P2], reason: obsolete, role: plant, by: x, date: 2026-01-01, why: x"
    files = {"sopcurric.yaml": "project: {name: x}\n", "sops/a.yaml": SOP}
    graph = compiled({**files, "decisions/a.yaml": f"decisions:\n  - {{{decision}}}\n"}).graph
    assert "DIG/P2" not in graph.by_id
    assert all(one.within == ("DIG/P1",) for one in graph.of_kind("skill", "knowledge", "conduct"))
