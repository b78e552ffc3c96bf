"""The competency graph as a Mermaid flowchart, for pages that draw them: the layers, and what precedes what.

Clauses and requirements of standards are left out: a drawing with them cannot be read.
"""

import re
from collections.abc import Iterable, Iterator

from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Exporter, OutputFile
from sopcurric.printing.graph_table import GraphTable, graph_of, graph_table
from sopcurric.wording.catalogue import entry

_DRAWN = ("project", "task", "process", "skill", "knowledge", "conduct")
_LINES = {"contains": "-->", "requires": "-.->", "precedes": "==>"}
_SAFE = re.compile(r"[^\w ，。、；：？！（）《》“”‘’·…—–/+=%℃°≤≥×±,.-]")
_CODE = re.compile(r"#(\d+);")


def _export(compilation: Compilation, top: str, language: str) -> bytes:
    return "\n".join(_lines(graph_table(graph_of(compilation, top), language), language)).encode()


def _lines(table: GraphTable, language: str) -> Iterator[str]:
    yield "flowchart LR"
    names: dict[str, str] = {}
    for kind in _DRAWN:
        own = [one for one in table.nodes if one.kind == kind]
        if not own:
            continue
        yield f'  subgraph {kind}["{_e(entry(f"graph.kind.{kind}", language))}"]'
        for one in own:
            names[one.id] = f"n{len(names) + 1}"
            yield f'    {names[one.id]}["{_e(one.title)}"]'
        yield "  end"
    for edge in table.edges:
        if edge.kind in _LINES and edge.source in names and edge.target in names:
            yield f"  {names[edge.source]} {_LINES[edge.kind]} {names[edge.target]}"
    yield ""


def _e(text: str) -> str:
    """Words between quotes: every sign that could mean something is written as a code, as Mermaid reads them."""
    return _SAFE.sub(lambda found: f"#{ord(found[0])};", text)


def _said(file: OutputFile) -> Iterable[str]:
    return (_CODE.sub(lambda found: chr(int(found[1])), line) for line in file.content.decode().splitlines())


EXPORTER = Exporter(target="graph", name="mermaid", export=_export, said=_said)
