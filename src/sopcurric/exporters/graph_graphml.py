"""The competency graph as GraphML, for Gephi, yEd, networkx and others."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from sopcurric.artefacts import markup
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Exporter, OutputFile
from sopcurric.printing.graph_table import GraphTable, graph_of, graph_table

_KEYS = (
    ("kind", "node", "string"),
    ("label", "node", "string"),
    ("level", "node", "string"),
    ("critical", "node", "boolean"),
    ("jobs", "node", "string"),
    ("within", "node", "string"),
    ("sources", "node", "string"),
    ("relation", "edge", "string"),
    ("score", "edge", "double"),
    ("decision", "edge", "string"),
)
"""What nodes and edges have: name, whose it is, its type."""


def _export(compilation: Compilation, top: str, language: str) -> bytes:
    return "\n".join(_lines(graph_table(graph_of(compilation, top), language))).encode()


def _lines(table: GraphTable) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, owner, kind in _KEYS:
        yield f'<key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="competencies" edgedefault="directed">'
    for node in table.nodes:
        yield f'<node id="{_e(node.id)}">'
        yield from _data(
            kind=node.kind,
            label=node.title,
            level=node.level,
            critical="true" if node.critical else "false",
            jobs=" ".join(node.jobs),
            within=" ".join(node.within),
            sources=" ".join(node.derived_from),
        )
        yield "</node>"
    for number, edge in enumerate(table.edges):
        yield f'<edge id="e{number}" source="{_e(edge.source)}" target="{_e(edge.target)}">'
        yield from _data(relation=edge.kind, score=f"{edge.score:g}", decision=edge.decision)
        yield "</edge>"
    yield "</graph>"
    yield "</graphml>\n"


def _data(**values: str) -> Iterator[str]:
    return (f'<data key="{name}">{_e(value)}</data>' for name, value in values.items() if value)


def _e(text: str) -> str:
    """Words as XML, without what XML cannot hold."""
    safe = "".join(sign if sign >= " " and sign not in "\x7f\ufffe\uffff" else " " for sign in text)
    return escape(safe, {'"': "&quot;"})


def _said(file: OutputFile) -> Iterable[str]:
    return (words for line in file.content.decode().splitlines() for words in markup.said(line))


EXPORTER = Exporter(target="graph", name="graphml", export=_export, said=_said)
