"""What holds for every competency graph."""

from graphlib import TopologicalSorter

from sopcurric.model.competency_graph import LAYERS, CompetencyGraph


def assert_layered(graph: CompetencyGraph) -> None:
    """Every edge joins the layers that it may, time never runs in a circle, and everything comes from a clause."""
    place = {kind: number for number, kind in enumerate(LAYERS)}
    kinds = {node.id: node.kind for node in graph.nodes}
    assert len(kinds) == len(graph.nodes)
    assert len(set(graph.edges)) == len(graph.edges)
    after: dict[str, set[str]] = {}
    for edge in graph.edges:
        start, end = kinds[edge.start], kinds[edge.end]
        match edge.kind:
            case "contains":
                assert place[end] == place[start] + 1
            case "requires":
                assert (start, end) in {("skill", "knowledge"), ("skill", "conduct")}
            case "precedes":
                assert start == end
                assert start in {"process", "skill"}
                after.setdefault(edge.start, set()).add(edge.end)
            case "from_sop":
                assert end == "clause"
            case "backs":
                assert end == "requirement"
    TopologicalSorter(after).prepare()  # raises where time runs in a circle
    from_sop = {edge.start for edge in graph.edges if edge.kind == "from_sop"}
    assert {node.id for node in graph.of_kind("process", "skill", "knowledge", "conduct")} <= from_sop
    contained = {edge.end for edge in graph.edges if edge.kind == "contains"}
    assert {node.id for node in graph.of_kind("task", "process", "skill")} <= contained
