"""The competency graph as other programs see it: plain words in one language, by node and by edge."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopcurric.model.competency_graph import CompetencyGraph
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Language
from sopcurric.printing.wording import words


@dataclass(frozen=True, slots=True)
class NodeLine:
    """A node in words."""

    id: str
    kind: str
    title: str
    level: str
    critical: bool
    jobs: tuple[str, ...]
    within: tuple[str, ...]
    derived_from: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EdgeLine:
    """An edge by the ids of its nodes."""

    kind: str
    source: str
    target: str
    score: float
    decision: str


@dataclass(frozen=True, slots=True)
class GraphTable:
    """Both, in the order of the graph."""

    nodes: tuple[NodeLine, ...]
    edges: tuple[EdgeLine, ...]

    def by_id(self) -> Mapping[str, NodeLine]:
        """Nodes by id."""
        return {one.id: one for one in self.nodes}


def graph_of(compilation: Compilation, top: str) -> CompetencyGraph:
    """The whole graph, or what is below a node."""
    return compilation.graph.below(top) if top else compilation.graph


def graph_table(graph: CompetencyGraph, language: Language) -> GraphTable:
    """A graph in words."""
    return GraphTable(
        tuple(
            NodeLine(
                one.id,
                one.kind,
                words(one.title, language),
                one.level,
                one.critical,
                one.jobs,
                one.within,
                one.derived_from,
            )
            for one in graph.nodes
        ),
        tuple(EdgeLine(one.kind, one.start, one.end, one.score, one.decision) for one in graph.edges),
    )
