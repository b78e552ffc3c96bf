"""The competency graph as a table for spreadsheets: a row for each edge with both of its ends, and for lone nodes."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from sopcurric.model.compilation import Compilation
from sopcurric.model.spreadsheet_text import csv_bytes
from sopcurric.plugin import Exporter, OutputFile
from sopcurric.printing.graph_table import GraphTable, NodeLine, graph_of, graph_table
from sopcurric.wording.catalogue import entry

_END = ("kind", "id", "title", "sources")


def _export(compilation: Compilation, top: str, language: str) -> bytes:
    return csv_bytes(_rows(graph_table(graph_of(compilation, top), language), language))


def _rows(table: GraphTable, language: str) -> Iterator[Sequence[str]]:
    named = [entry(f"graph.column.{name}", language) for name in _END]
    yield (
        *(f"{entry('graph.column.start', language)}{one}" for one in named),
        entry("graph.column.edge", language),
        *(f"{entry('graph.column.end', language)}{one}" for one in named),
        entry("graph.column.score", language),
        entry("graph.column.decision", language),
    )
    nodes = table.by_id()
    alone = dict.fromkeys(nodes)
    for one in table.edges:
        alone.pop(one.source, None)
        alone.pop(one.target, None)
        start, end = (_cells(nodes[own], language) for own in (one.source, one.target))
        score = f"{one.score:g}" if one.kind == "backs" else ""
        yield (*start, entry(f"graph.edge.{one.kind}", language), *end, score, one.decision)
    for own in alone:
        yield (*_cells(nodes[own], language), *[""] * (len(_END) + 3))


def _cells(node: NodeLine, language: str) -> tuple[str, ...]:
    return (entry(f"graph.kind.{node.kind}", language), node.id, node.title, " ".join(node.derived_from))


def _said(file: OutputFile) -> Iterable[str]:
    rows = csv.reader(io.StringIO(file.content.decode("utf-8-sig"), newline=""))
    return (cell for row in rows for cell in row)


EXPORTER = Exporter(target="graph", name="csv", export=_export, said=_said)
