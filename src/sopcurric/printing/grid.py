"""Tables as grids: which columns each cell covers, past what cells spanning from above cover."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.model.publication import Cell, Row, Table


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with the columns and rows that it covers inside the table."""

    cell: Cell
    columns: range
    rows: int


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row with the cells that begin in it; together with those from above they cover every column once."""

    row: Row
    cells: tuple[Placed, ...]


def grid(table: Table) -> tuple[GridRow, ...]:
    """The rows of a table and its blank ones. Missing cells are blank, and what would stand outside is left out."""
    blank = Row(())
    rows = (*table.rows, *(blank for _ in range(table.blank_rows)))
    covered = [0] * len(table.columns)
    return tuple(GridRow(row, tuple(_placed(row, covered, len(rows) - number))) for number, row in enumerate(rows))


def _placed(row: Row, covered: list[int], rows_left: int) -> Iterator[Placed]:
    """The cells of a row; `covered` counts for each column the rows that a cell above still covers."""
    waiting = iter(row.cells)
    place = 0
    while place < len(covered):
        if covered[place]:
            covered[place] -= 1
            place += 1
            continue
        cell = next(waiting, Cell())
        rows = min(max(1, cell.rows), rows_left)
        columns = range(place, _end(covered, place, max(1, cell.columns)))
        for column in columns:
            covered[column] = rows - 1
        yield Placed(cell, columns, rows)
        place = columns.stop


def _end(covered: list[int], place: int, wanted: int) -> int:
    """Where a cell ends that wants so many columns: before the next one that is taken."""
    end = place + 1
    while end < min(len(covered), place + wanted) and not covered[end]:
        end += 1
    return end
