"""The competency graph as one drawing for the screen: all layers, left to right."""

from collections.abc import Iterable

from sopcurric.artefacts import markup
from sopcurric.model.competency_graph import CompetencyGraph, NodeKind
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Diagram, DiagramLayer, DiagramLink, DiagramNode
from sopcurric.model.text import sentence
from sopcurric.plugin import Exporter, OutputFile
from sopcurric.printing.diagram_svg import svg
from sopcurric.printing.graph_table import graph_of

_LAYERS: tuple[tuple[str, tuple[NodeKind, ...]], ...] = (
    ("project", ("project",)),
    ("task", ("task",)),
    ("process", ("process",)),
    ("skill", ("skill",)),
    ("needed", ("knowledge", "conduct")),
)


def _export(compilation: Compilation, top: str, language: str) -> bytes:
    graph = graph_of(compilation, top)
    title = graph.by_id[top].title if top else compilation.inputs.settings.name
    diagram = Diagram(
        key="graph",
        title=sentence("graph.title", title=title),
        layers=tuple(layer for layer in (_layer(graph, name, kinds) for name, kinds in _LAYERS) if layer.nodes),
        links=tuple(DiagramLink(one.start, one.end) for one in graph.edges if one.kind in {"contains", "requires"}),
    )
    return svg(diagram, language).encode()


def _layer(graph: CompetencyGraph, name: str, kinds: tuple[NodeKind, ...]) -> DiagramLayer:
    nodes = tuple(DiagramNode(one.id, one.title, one.critical, one.derived_from) for one in graph.of_kind(*kinds))
    return DiagramLayer(sentence(f"graph.kind.{name}"), nodes, int(name == "skill"))


def _said(file: OutputFile) -> Iterable[str]:
    return markup.said(file.content.decode())


EXPORTER = Exporter(target="graph", name="svg", export=_export, said=_said)
