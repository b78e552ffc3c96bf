"""From the cells of filled-in survey forms to ratings: one table for each rater, or one for many.

A table begins with the row that has the heads of its columns, in either language or as plain names; who rates stands
above it or in columns of it. Everything that is not understood is a fault with its cell, and everything else counts.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from unicodedata import normalize

from sopcurric.forms.answers import UnreadableFormError, day
from sopcurric.forms.inert_text import excerpt, loose, one_line
from sopcurric.forms.survey_form import COLUMNS, FIELDS, FORMAT, OPTIONAL
from sopcurric.forms.workbook_reading import sheets
from sopcurric.model.competency import FACTORS
from sopcurric.model.survey import TaskRating
from sopcurric.wording.catalogue import LANGUAGES, entry

MOST_ROWS = 50_000
"""Rows of a CSV file."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as people name it (`F12`), with its line in the file and its place in that, both from 1."""

    name: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class CellFault:
    """A cell that is not understood, or a row that is not filled in as it should be; `found` is what stands there."""

    kind: str
    cell: Cell
    found: str = ""


@dataclass(frozen=True, slots=True)
class ReadRating:
    """The grades in one row."""

    cell: Cell
    rating: TaskRating


@dataclass(slots=True)
class ReadRater:
    """What one rater says in one table; the name is empty where there is none. The name is never passed on."""

    name: str
    cell: Cell
    years: int | None = None
    ratings: list[ReadRating] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadSurvey:
    """What stands in a file."""

    raters: tuple[ReadRater, ...]
    faults: tuple[CellFault, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a sheet: its line in the file, its cells."""

    line: int
    cells: Sequence[str]

    def at(self, place: int | None) -> str:
        """What stands in a cell; nothing where there is no such column."""
        return self.cells[place] if place is not None and place < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A sheet: its name (empty in CSV), its rows."""

    name: str
    rows: tuple[_Row, ...]

    def cell(self, row: _Row, place: int) -> Cell:
        """A cell of a row."""
        name = f"{_letters(place)}{row.line}"
        return Cell(f"{self.name}!{name}" if self.name else name, row.line, place + 1 if self.name else 1)

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.strip() for row in self.rows for cell in row.cells)


def read_workbook(content: bytes) -> ReadSurvey:
    """The ratings in a workbook.

    Raises:
        UnreadableFormError: it is no workbook, it has no table of ratings, or it is of a newer version.
        MissingPackageError: the package that reads workbooks is not installed.
    """
    found = sheets(content)
    return _read(
        _Sheet(one_line(name), tuple(_Row(line, cells) for line, cells in enumerate(rows, start=1)))
        for name, rows in found
    )


def read_csv(text: str) -> ReadSurvey:
    """The ratings in the text of a CSV file, whatever stands between its cells: commas, semicolons or tabs.

    Raises:
        UnreadableFormError: it has no table of ratings, it is of a newer version, or cells do not end.
    """
    tables = [_Sheet("", tuple(_rows(text, delimiter))) for delimiter in ",\t;"]
    return _read([next((one for one in tables if _head(one) is not None), tables[0])])


def _rows(text: str, delimiter: str) -> Iterator[_Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before = 0
    try:
        for cells in reader:
            yield _Row(before + 1, cells)
            before = reader.line_num
            if before > MOST_ROWS:
                raise UnreadableFormError("form.unreadable.too-many", limit=str(MOST_ROWS))
    except csv.Error:
        raise UnreadableFormError("form.unreadable.damaged") from None


def _letters(place: int) -> str:
    letters, rest = "", place + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = f"{chr(65 + letter)}{letters}"
    return letters


# --- Tables ----------------------------------------------------------------------------------------------------------


@cache
def _known(kind: str, names: tuple[str, ...]) -> Mapping[str, str]:
    """Names of columns or fields by every word that there is for them."""
    found = {loose(entry(f"survey.{kind}.{name}", language)): name for name in names for language in LANGUAGES}
    return {**found, **{name: name for name in names}}


def _head(sheet: _Sheet) -> int | None:
    """The place of the row with the heads of the columns."""
    heads = _known("column", (*(one.name for one in COLUMNS), *OPTIONAL))
    for place, row in enumerate(sheet.rows):
        names = {heads.get(loose(cell)) for cell in row.cells}
        if names >= {"address", *FACTORS}:
            return place
    return None


def _read(found: Iterable[_Sheet]) -> ReadSurvey:
    raters: list[ReadRater] = []
    faults: list[CellFault] = []
    strange: list[_Sheet] = []
    tables = 0
    for sheet in found:
        head = _head(sheet)
        if head is not None:
            tables += 1
            raters += _Table(sheet, head, faults).read()
        elif not sheet.empty:
            strange.append(sheet)
    if not tables:
        raise UnreadableFormError("survey.unreadable.no-table")
    faults += [CellFault("sheet", Cell(one.name, 1, 1), excerpt(one.name)) for one in strange]
    if not any(one.ratings for one in raters) and not any(one.kind != "sheet" for one in faults):
        faults.append(CellFault("empty", Cell("", 1, 1)))
    return ReadSurvey(tuple(one for one in raters if one.ratings), tuple(faults))


class _Table:
    """One table with what stands above it."""

    def __init__(self, sheet: _Sheet, head: int, faults: list[CellFault]) -> None:
        heads = _known("column", (*(one.name for one in COLUMNS), *OPTIONAL))
        self._sheet = sheet
        self._rows = sheet.rows[head + 1 :]
        self._columns: dict[str, int] = {}
        for place, word in enumerate(sheet.rows[head].cells):
            if loose(word) in heads:
                self._columns.setdefault(heads[loose(word)], place)
        self._faults = faults
        self._fields = dict(self._above(sheet.rows[:head]))
        self._raters: dict[str, ReadRater] = {}

    def _above(self, rows: Iterable[_Row]) -> Iterator[tuple[str, tuple[str, Cell]]]:
        """What stands beside the labels of the fields."""
        labels = {**_known("column", OPTIONAL), **_known("field", FIELDS)}
        for row in rows:
            for place, word in enumerate(row.cells):
                if loose(word) in labels:
                    after = ((at, one) for at, one in enumerate(row.cells) if at > place and one.strip())
                    at, value = next(after, (place + 1, ""))
                    value = "" if loose(value) in labels else value
                    yield labels[loose(word)], (one_line(value), self._sheet.cell(row, at))

    def read(self) -> Iterable[ReadRater]:
        """Every rater of the table.

        Raises:
            UnreadableFormError: it is of a newer version.
        """
        version, _ = self._fields.get("format", ("", None))
        if version.isascii() and version.isdigit() and int(version[:9]) > FORMAT:
            raise UnreadableFormError("form.unreadable.newer", format=version[:9])
        for row in self._rows:
            self._row(row)
        return self._raters.values()

    def _row(self, row: _Row) -> None:
        address = one_line(row.at(self._columns["address"])).removeprefix("'")
        grades = {name: self._grade(row, name) for name in FACTORS}
        unknown = self._unknown(row)
        cell = self._sheet.cell(row, self._columns["address"])
        given = [name for name in FACTORS if grades[name]]
        if not any(value is None or value for value in grades.values()):
            return
        if not address:
            self._faults.append(CellFault("no-address", cell))
            return
        if unknown:
            self._faults.append(CellFault("contradictory", cell, excerpt(address)))
            return
        if any(value == 0 for value in grades.values()):
            self._faults.append(CellFault("half-filled", cell, excerpt(address)))
        if given:
            seen = one_line(row.at(self._columns.get("seen"))).lower()
            difficulty, importance, frequency = (grades[name] or 0 for name in FACTORS)
            known = seen if _DIGEST.fullmatch(seen) else ""
            rating = TaskRating(address, difficulty, importance, frequency, known)
            self._rater(row).ratings.append(ReadRating(cell, rating))

    def _grade(self, row: _Row, name: str) -> int | None:
        """A grade; 0 where there is none, None (and a fault) where what stands there is none."""
        typed = row.at(self._columns[name])
        plain = normalize("NFKC", typed).strip().removesuffix(".0")
        if plain in _BLANK:
            return 0
        if plain in _GRADES:
            return _GRADES[plain]
        self._faults.append(CellFault("grade", self._sheet.cell(row, self._columns[name]), excerpt(typed)))
        return None

    def _unknown(self, row: _Row) -> bool:
        typed = normalize("NFKC", row.at(self._columns.get("unknown"))).strip().casefold()
        return typed not in {*_BLANK, "0", "否", "no", "n", "false"}

    def _value(self, row: _Row, name: str) -> tuple[str, Cell]:
        """What a row says about its rater, else what stands above the table."""
        place = self._columns.get(name)
        if place is not None:
            return one_line(row.at(place)), self._sheet.cell(row, place)
        return self._fields.get(name, ("", self._sheet.cell(row, 0)))

    def _rater(self, row: _Row) -> ReadRater:
        name, cell = self._value(row, "rater")
        known = self._raters.get(loose(name))
        if known is None:
            known = self._raters[loose(name)] = ReadRater(loose(name), cell)
            known.years = self._years(row)
            self._date(row)
            if not name:
                self._faults.append(CellFault("unnamed", cell))
        return known

    def _years(self, row: _Row) -> int | None:
        typed, cell = self._value(row, "years")
        plain = normalize("NFKC", typed).strip()
        found = _YEARS.fullmatch(plain)
        if found and int(found[1]) <= _MOST_YEARS:
            return int(found[1])
        if plain not in _BLANK:
            self._faults.append(CellFault("years", cell, excerpt(typed)))
        return None

    def _date(self, row: _Row) -> None:
        typed, cell = self._value(row, "date")
        if day(_without_time(typed)) is None:
            self._faults.append(CellFault("date", cell, excerpt(typed)))


def _without_time(typed: str) -> str:
    return "" if re.fullmatch(r"[0-9]{5}", typed) else typed  # a date that lost its format


_DIGEST = re.compile(r"[0-9a-f]{12}")
_YEARS = re.compile(r"([0-9]{1,3})(?:\.[0-9]+)?\s*(?:年|years?)?(?:以上)?", re.IGNORECASE)
_MOST_YEARS = 60
_BLANK = frozenset({"", "-", "–", "—", "/", "―", "——", "无"})
_GRADES: Mapping[str, int] = {"1": 1, "2": 2, "3": 3, "低": 1, "中": 2, "高": 3}
