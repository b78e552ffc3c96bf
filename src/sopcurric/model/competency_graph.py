"""`CompetencyGraph`: 项目—任务—流程—技能点—知识点 of all jobs (能力图谱), and where each of them comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.text import Phrase

NodeKind = Literal["project", "task", "process", "skill", "knowledge", "conduct", "clause", "requirement"]
"""项目, 任务, 流程, 技能点, 知识点, 素养点; what they rest on: 规程条款, 标准要求."""
EdgeKind = Literal["contains", "requires", "precedes", "from_sop", "backs"]

LAYERS: tuple[NodeKind, ...] = ("project", "task", "process", "skill", "knowledge")
"""The layers from top to bottom; conduct points stand beside knowledge points."""


_DOWN: tuple[EdgeKind, ...] = ("contains", "requires", "from_sop", "backs")
"""What leads from a node to what it is made of and rests on."""


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node. Processes are procedures, points are those that steps and jobs have in common.

    `within` names the processes that a point belongs to, and the tasks that a process belongs to.
    """

    id: str
    kind: NodeKind
    title: Phrase
    derived_from: tuple[Address, ...]
    jobs: tuple[Address, ...] = ()
    within: tuple[str, ...] = ()
    level: str = ""
    critical: bool = False


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """An edge from one node to another; `score` (0 to 1) is how sure it is, `decision` says who made it certain."""

    kind: EdgeKind
    start: str
    end: str
    score: float = 1.0
    decision: str = ""


@dataclass(frozen=True)
class CompetencyGraph:
    """All nodes, layer by layer, and all edges.

    `contains` leads from a layer to the next, `requires` from skill points to knowledge and conduct points, `precedes`
    from what is done first and never round in a circle, `from_sop` to clauses, `backs` to requirements of standards.
    """

    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]
    format: int = 1

    @cached_property
    def by_id(self) -> Mapping[str, GraphNode]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def _leading(self) -> Mapping[tuple[EdgeKind, str], tuple[str, ...]]:
        found: dict[tuple[EdgeKind, str], list[str]] = {}
        for edge in self.edges:
            found.setdefault((edge.kind, edge.start), []).append(edge.end)
        return {key: tuple(ends) for key, ends in found.items()}

    @cached_property
    def needed(self) -> frozenset[str]:
        """Points that some skill point requires."""
        return frozenset(edge.end for edge in self.edges if edge.kind == "requires")

    def led_to(self, start: str, kind: EdgeKind) -> tuple[str, ...]:
        """The ends of the edges of a kind that begin at a node."""
        return self._leading.get((kind, start), ())

    def below(self, top: str) -> "CompetencyGraph":
        """What can be reached from a node without going back in time, with all edges between that."""
        reached = {top: None}
        waiting = [top]
        while waiting:
            one = waiting.pop()
            for kind in _DOWN:
                fresh = [end for end in self.led_to(one, kind) if end not in reached]
                reached |= dict.fromkeys(fresh)
                waiting += fresh
        nodes = tuple(node for node in self.nodes if node.id in reached)
        return CompetencyGraph(nodes, tuple(one for one in self.edges if one.start in reached and one.end in reached))

    def of_kind(self, *kinds: NodeKind) -> Iterator[GraphNode]:
        """The nodes of some kinds, in their order."""
        return (node for node in self.nodes if node.kind in kinds)
