"""How many findings there are of each code, as a table for people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopcurric.diagnostics.formats.text import width
from sopcurric.diagnostics.report import Placed
from sopcurric.wording.catalogue import entry


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; `fixable` is how many of the findings `sopcurric fix` would do away with."""

    code: str
    title: str
    found: int
    fixable: int


def counted(placed: Sequence[Placed], fixable: Mapping[str, int]) -> tuple[Row, ...]:
    """A row for each code, the most frequent first."""
    rows: dict[str, Row] = {}
    for one in placed:
        code = one.finding.code
        title = one.rule.page.partition("\n")[0].removeprefix(code).strip() if one.rule else ""
        found = rows[code].found + 1 if code in rows else 1
        rows[code] = Row(code, title, found, min(found, fixable.get(code, 0)))
    return tuple(sorted(rows.values(), key=lambda row: (-row.found, row.code)))


def table(rows: Sequence[Row], language: str) -> str:
    """The rows below each other in columns; nothing where there are none."""
    if not rows:
        return entry("report.none", language) + "\n"
    head = [entry(f"statistics.{name}", language) for name in ("found", "code", "fixable", "title")]
    cells = [head, *([str(row.found), row.code, str(row.fixable), row.title] for row in rows)]
    widths = [max(width(line[column]) for line in cells) for column in range(len(head))]
    return "".join(_line(line, widths) for line in cells)


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (cell + " " * (wide - width(cell)) for cell, wide in zip(cells, widths, strict=True))
    return "  ".join(padded).rstrip() + "\n"
