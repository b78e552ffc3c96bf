"""From the cells of a returned workbook to answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar

from sopcurric.forms.answers import (
    Fault,
    MissingPackageError,
    Placed,
    Returned,
    UnreadableFormError,
    dated,
    judged,
    said_by_hand,
    settled,
)
from sopcurric.forms.inert_text import excerpt, loose, one_line
from sopcurric.forms.workbook_key import SHEET, Key, key
from sopcurric.forms.workbook_package import checked
from sopcurric.model.question import Answer

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Result = TypeVar("Result")
Cells = list[list[str]]
"""A sheet as rows of what stands in the cells, from its first row and column on."""


@dataclass(frozen=True, slots=True)
class _Table:
    """Where the table of questions is: its sheet, its first row (from 0), and the columns by name."""

    sheet: str
    first: int
    columns: Mapping[str, int]

    def place(self, row: int, column: str) -> str:
        """A cell as people name it."""
        return _place(self.sheet, row, self.columns[column])


def read(content: bytes) -> Returned:
    """The answers in a workbook; rows that are not understood are among the faults.

    Raises:
        UnreadableFormError: it is not a workbook, or not one of ours, or of a newer version.
        MissingPackageError: the package that reads workbooks is not installed.
    """
    book = _book(checked(content))
    names = _guarded(lambda: list(book.sheet_names))
    if SHEET not in names:
        raise UnreadableFormError("form.unreadable.foreign")
    known = key((row[0], row[1], row[2], row[3]) for row in _padded(_cells(book, SHEET), 4))
    visible = [name for name in names if name != SHEET]
    name = known.sheet if known.sheet in visible else next(iter(visible), SHEET)
    cells = _cells(book, name)
    table = _table(name, cells, known)
    by, _ = _field(cells, table, known, "by")
    typed, place = _field(cells, table, known, "date")
    on, undated = dated(_day_number(typed), place)
    found = [_answer(row, number, table, known) for number, row in enumerate(cells) if number >= table.first]
    answers, conflicts = settled(one for one in found if isinstance(one, Placed))
    wrong = (one for one in found if isinstance(one, Fault))
    spare = _not_wanted(cells, table, known)
    return Returned(known.state, known.role, one_line(by), on, answers, (*undated, *wrong, *spare, *conflicts))


def sheets(content: bytes) -> tuple[tuple[str, Cells], ...]:
    """What stands in the sheets of any workbook, in their order.

    Raises:
        UnreadableFormError: it is not a workbook, or damaged.
        MissingPackageError: the package that reads workbooks is not installed.
    """
    book = _book(checked(content))
    return tuple((name, _cells(book, name)) for name in _guarded(lambda: list(book.sheet_names)))


def _book(content: bytes) -> "CalamineWorkbook":
    """The opened workbook."""
    try:
        from python_calamine import CalamineWorkbook  # noqa: PLC0415 - heavy, and not always there
    except ImportError:
        raise MissingPackageError("form.missing-package", package="python-calamine", extra="sheets") from None
    return _guarded(lambda: CalamineWorkbook.from_filelike(BytesIO(content)))


def _cells(book: "CalamineWorkbook", name: str) -> Cells:
    """What stands in a sheet."""
    rows = _guarded(lambda: book.get_sheet_by_name(name).to_python(skip_empty_area=False))
    return [[_written(value) for value in row] for row in rows]


def _guarded(reading: Callable[[], Result]) -> Result:
    """What reading gives.

    Raises:
        UnreadableFormError: the workbook is damaged.
    """
    from python_calamine import CalamineError  # noqa: PLC0415 - heavy, and not always there

    try:
        return reading()
    except (CalamineError, ArithmeticError, LookupError, OSError, ValueError):
        raise UnreadableFormError("form.unreadable.damaged") from None


def _written(value: object) -> str:
    """A cell as text: whole numbers without a point, dates as `YYYY-MM-DD`."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _padded(cells: Cells, width: int) -> Iterator[list[str]]:
    return ([*row, *[""] * width][:width] for row in cells)


# --- Places ----------------------------------------------------------------------------------------------------------

_NEEDED = frozenset({"id", "choice", "words", "why"})


def _table(sheet: str, cells: Cells, known: Key) -> _Table:
    """The table below the row with the heads of the columns that are needed.

    Raises:
        UnreadableFormError: there is no such row.
    """
    for number, row in enumerate(cells):
        columns = {known.columns[loose(word)]: place for place, word in enumerate(row) if loose(word) in known.columns}
        if columns.keys() >= _NEEDED:
            return _Table(sheet, number + 1, columns)
    raise UnreadableFormError("form.unreadable.no-table")


def _field(cells: Cells, table: _Table, known: Key, name: str) -> tuple[str, str]:
    """What stands beside the label of a field above the table, and where; nothing where there is no such label."""
    for number, row in enumerate(cells[: table.first - 1]):
        for place, word in enumerate(row[:-1]):
            if known.fields.get(loose(word)) == name:
                return row[place + 1], _place(table.sheet, number, place + 1)
    return "", name


def _day_number(typed: str) -> str:
    """A date that lost its format and became the number of a day since the end of 1899."""
    if typed.isascii() and typed.isdigit() and len(typed) == 5:  # noqa: PLR2004 - from 1927 to 2173
        return (date(1899, 12, 30) + timedelta(days=int(typed))).isoformat()
    return typed


def _place(sheet: str, row: int, column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = f"{chr(65 + letter)}{letters}"
    return f"{sheet}!{letters}{row + 1}"


# --- Answers ---------------------------------------------------------------------------------------------------------


def _answer(row: list[str], number: int, table: _Table, known: Key) -> Placed | Fault | None:
    """The answer in a row; None where there is nothing."""
    question, typed = one_line(row[table.columns["id"]]), said_by_hand(row[table.columns["choice"]])
    words, why = (said_by_hand(row[table.columns[name]]) for name in ("words", "why"))
    place = table.place(number, "choice")
    if question not in known.entries:
        lost = bool(typed or words or why)
        return Fault(place, "form.fault.unknown-question", (("question", excerpt(question)),)) if lost else None
    value = known.value(question, typed) if typed else ""
    if value is None:
        allowed = " / ".join(map(excerpt, known.offered(question)))
        return Fault(place, "form.fault.choice", (("allowed", allowed), ("found", excerpt(typed))))
    return judged(Answer(question, value, words if known.entries[question][1] else "", why), place)


def _not_wanted(cells: Cells, table: _Table, known: Key) -> Iterator[Fault]:
    """Words where the question asks for none: they are left out, and whoever wrote them is told."""
    for number, row in enumerate(cells[table.first :], start=table.first):
        entry = known.entries.get(one_line(row[table.columns["id"]]))
        words = one_line(row[table.columns["words"]])
        if entry and not entry[1] and words:
            yield Fault(table.place(number, "words"), "form.fault.words-not-wanted", (("found", excerpt(words)),))
