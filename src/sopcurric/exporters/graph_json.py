"""The competency graph as JSON: nodes and edges (`source`, `target`), as programs for graphs read them."""

import json
from collections.abc import Iterable
from dataclasses import asdict

from sopcurric.artefacts import raw
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Exporter, OutputFile
from sopcurric.printing.graph_table import graph_of, graph_table


def _export(compilation: Compilation, top: str, language: str) -> bytes:
    table = graph_table(graph_of(compilation, top), language)
    made = {"format": 1, "directed": True, "multigraph": True, **asdict(table)}
    return f"{json.dumps(made, ensure_ascii=False, indent=1)}\n".encode()


def _said(file: OutputFile) -> Iterable[str]:
    """Every string in it; numbers are counts and scores."""
    return _strings(json.loads(file.content)) if file.path.endswith(".json") else raw.said(file.content)


def _strings(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _strings(part)


EXPORTER = Exporter(target="graph", name="json", export=_export, said=_said)
