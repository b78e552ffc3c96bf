"""Tables as text for spreadsheets: CSV that Excel reads as UTF-8, with cells that compute nothing."""

import csv
import io
from collections.abc import Iterable, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet compute a cell; an apostrophe before it makes it words."""


def csv_bytes(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV; it begins with the mark that Excel looks for."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([inert(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def inert(cell: str) -> str:
    """Words that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
