"""Questions as an Excel workbook: one sheet to fill in, one hidden sheet that says what the words stand for.

Cells hold text only, so that nothing that a person wrote can act as a formula; the sheets are protected without a
password, which keeps slips of the hand away and nobody from their own file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Literal
from unicodedata import east_asian_width

from sopcurric.forms.answers import MissingPackageError, Returned
from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.forms.inert_text import visible
from sopcurric.forms.workbook_key import SHEET, ChoiceLists, labels, rows, spans
from sopcurric.forms.workbook_package import packed, unpacked
from sopcurric.forms.workbook_reading import read as read_workbook
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

Look = Literal["title", "how", "label", "value", "head", "fixed", "small", "open", "shut"]
Line = tuple[tuple[str, Look], ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of the table: its name, the code of its head, its width in narrow letters."""

    name: str
    head: str
    width: int


_COLUMNS = (
    _Column("id", "form.column.id", 13),
    _Column("kind", "form.column.kind", 14),
    _Column("ask", "form.column.ask", 34),
    _Column("shown", "form.column.shown", 46),
    _Column("proposal", "form.column.proposal", 15),
    _Column("choice", "form.column.choice", 18),
    _Column("words", "form.column.words", 22),
    _Column("why", "form.column.why", 22),
    _Column("about", "form.column.about", 18),
)
_BY, _DATE = "B3", "B4"
_HEAD = 6
"""Row with the heads of the columns; title, instruction and fields stand above."""
_FONTS = {"zh": "微软雅黑", "en": "Arial"}
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook says when it was made; ours never does
_LONGEST = 32_767
"""What a cell can hold, in UTF-16 units."""
_LINE, _TALLEST = 15.5, 409.0
"""Height of a line and of the tallest row that Excel shows, in points."""


def write(inbox: Inbox) -> bytes:
    """The workbook, the same bytes on any day.

    Raises:
        MissingPackageError: the package that writes workbooks is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - heavy, and not always there
    except ImportError:
        raise MissingPackageError("form.missing-package", package="openpyxl", extra="sheets") from None
    book = Workbook()
    say = _Words(_language(inbox))
    _fill(book, inbox, say)
    book.properties.creator = "sopcurric"
    book.properties.title = cell_text(inbox.title)
    kept = BytesIO()
    book.save(kept)
    return packed(_undated(book, unpacked(kept.getvalue())))


def read(content: bytes) -> Returned:
    """The answers in a workbook that came back; rows that are not understood are among the faults.

    Raises:
        UnreadableFormError: it is not a workbook, or not one of ours, or of a newer version.
        MissingPackageError: the package that reads workbooks is not installed.
    """
    return read_workbook(content)


def _undated(book: "Workbook", parts: Iterator[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The parts of a saved workbook, with the day when it was saved taken out."""
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - comes with openpyxl

    book.properties.created = book.properties.modified = _DAY
    for name, content in parts:
        yield name, tostring(book.properties.to_tree()) if name == "docProps/core.xml" else content


# --- Words -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Words:
    """Fixed words in the language of the form."""

    language: Language

    def __call__(self, code: str, /, **arguments: str) -> str:
        return words(sentence(code, **arguments), self.language)


def _language(inbox: Inbox) -> Language:
    return "en" if inbox.language == "en" else "zh"


_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def _escaped(text: str) -> str:
    """Text as a workbook holds it: `_x0041_` would be read as a letter."""
    return _ESCAPE.sub("_x005F_", text)


def cell_text(text: str) -> str:
    """Any text as what a cell can hold, with dots where it was too long."""
    shown = visible(text[: 2 * _LONGEST])
    if _size(shown) <= _LONGEST:
        return _escaped(shown)
    room = bisect_right(range(len(shown)), _LONGEST - 1, key=lambda end: _size(shown[:end]))
    return f"{_escaped(shown[: room - 1])}…"


def _size(text: str) -> int:
    return len(_escaped(text).encode("utf-16-le")) // 2


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; Chinese signs are twice as wide as letters."""
    return sum(-(-max(1, sum(map(_breadth, line))) // width) for line in text.split("\n"))


def _breadth(sign: str) -> int:
    return 2 if east_asian_width(sign) in "WFA" else 1


# --- Sheets ----------------------------------------------------------------------------------------------------------


def _fill(book: "Workbook", inbox: Inbox, say: _Words) -> None:
    """Both sheets."""
    sheet = book.worksheets[0]
    sheet.title = say("form.sheet")
    lists = ChoiceLists(inbox)
    heads = {column.name: say(column.head) for column in _COLUMNS}
    fields = {"by": say("form.by"), "date": say("form.date")}
    key = rows(lists, sheet.title, heads, fields)
    hidden = book.create_sheet(SHEET)
    hidden.sheet_state = "hidden"
    for number, row in enumerate(key, start=1):
        for place, value in enumerate(row, start=1):
            _text(hidden, number, place, value)
    paint = _Paint(sheet, say)
    paint.top(inbox)
    for number, entry in enumerate(inbox.entries, start=_HEAD + 1):
        paint.row(number, _entry(entry, say))
    paint.arrange(len(inbox.entries))
    _drop_downs(sheet, lists, spans(key), say)
    for one in (sheet, hidden):
        one.protection.sheet = True
        one.protection.formatColumns = one.protection.formatRows = False  # may be made wider and higher
    _lock(book)


def _lock(book: "Workbook") -> None:
    from openpyxl.workbook.protection import WorkbookProtection  # noqa: PLC0415 - comes with openpyxl

    book.security = WorkbookProtection(lockStructure=True)


def _entry(entry: Entry, say: _Words) -> Line:
    """A row of the table: words and their looks."""
    asked = f"{entry.ask}\n{say('form.wanted', label=entry.free)}" if entry.free else entry.ask
    proposed = dict(labels(entry)).get(entry.proposal, "")
    return (
        (entry.id, "small"),
        (entry.kind, "fixed"),
        (asked, "fixed"),
        ("\n".join(say("form.pair", label=label, value=value) for label, value in entry.shown), "fixed"),
        (proposed, "fixed"),
        ("", "open" if entry.choices else "shut"),
        ("", "open" if entry.free else "shut"),
        ("", "open"),
        ("\n".join(entry.about), "small"),
    )


def _text(sheet: "Worksheet", row: int, column: int, text: str) -> "Cell | MergedCell":
    """A cell that holds text, whatever the text looks like."""
    cell = sheet.cell(row, column)
    if text:
        cell.value = cell_text(text)
        cell.data_type = "s"
        cell.quotePrefix = text[0] in "=+-@'\t\r\n"
    return cell


def _drop_downs(sheet: "Worksheet", lists: ChoiceLists, spans: dict[int, tuple[int, int]], say: _Words) -> None:
    """One list of choices for all cells that offer the same, and the form of the date."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - comes with openpyxl

    made = {
        number: DataValidation(
            type="list",
            formula1=f"{SHEET}!$D${first}:$D${last}",
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorTitle=say("form.column.choice"),
            error=say("form.pick.refused"),
            promptTitle=say("form.column.choice"),
            prompt=say("form.pick"),
        )
        for number, (first, last) in spans.items()
    }
    for row, entry in enumerate(lists.inbox.entries, start=_HEAD + 1):
        if entry.choices:
            made[lists.number[labels(entry)]].add(f"F{row}")
    for one in made.values():
        sheet.add_data_validation(one)
    hint = DataValidation(showInputMessage=True, promptTitle=say("form.date"), prompt=say("form.date.hint"))
    hint.add(_DATE)
    sheet.add_data_validation(hint)


@dataclass(frozen=True, slots=True)
class _Paint:
    """Puts words on the visible sheet, each in its look."""

    sheet: "Worksheet"
    say: _Words

    def top(self, inbox: Inbox) -> None:
        """Title, instruction, fields and the heads of the columns."""
        self._put(1, 1, inbox.title, "title")
        self._put(2, 1, self.say("form.how"), "how")
        role = self.say(_ROLES.get(inbox.role, "form.role.all"))
        fields = (
            (3, 1, "form.by", "", "open"),
            (4, 1, "form.date", "", "open"),
            (3, 5, "form.role", role, "value"),
            (4, 5, "form.state", inbox.state, "value"),
            (3, 8, "form.as-of", inbox.as_of, "value"),
            (4, 8, "form.count", str(len(inbox.entries)), "value"),
        )
        for row, column, code, value, look in fields:
            self._put(row, column, self.say(code), "label")
            self._put(row, column + 1, value, "open" if look == "open" else "value")
        for row in (3, 4):
            self._put(row, 3, "", "open")
            self.sheet.merge_cells(f"B{row}:C{row}")
        self.sheet[_DATE].number_format = "yyyy-mm-dd"
        for place, one in enumerate(_COLUMNS, start=1):
            self._put(_HEAD, place, self.say(one.head), "head")

    def row(self, number: int, line: Line) -> None:
        """A question; the row is as high as its longest cell."""
        highest = 2
        for (text, look), (place, column) in zip(line, enumerate(_COLUMNS, start=1), strict=True):
            self._put(number, place, text, look)
            highest = max(highest, _lines(text, column.width))
        self.sheet.row_dimensions[number].height = min(_TALLEST, highest * _LINE + 6)

    def arrange(self, entries: int) -> None:
        """Widths, frozen rows, and how the sheet is printed."""
        from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - comes with openpyxl

        sheet = self.sheet
        for letter, column in zip("ABCDEFGHI", _COLUMNS, strict=True):
            sheet.column_dimensions[letter].width = column.width
        for row, height in ((1, 30), (2, 38), (3, 21), (4, 21), (5, 6), (_HEAD, 24)):
            sheet.row_dimensions[row].height = height
        sheet.merge_cells("A1:I1")
        sheet.merge_cells("A2:I2")
        sheet.freeze_panes = f"A{_HEAD + 1}"
        sheet.sheet_view.showGridLines = False
        sheet.sheet_view.selection[0].activeCell = sheet.sheet_view.selection[0].sqref = _BY
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
        sheet.print_area = f"A1:I{_HEAD + max(1, entries)}"
        sheet.print_options.horizontalCentered = True
        margins = sheet.page_margins
        margins.left = margins.right = 0.4
        margins.top, margins.bottom = 0.5, 0.6
        if sheet.oddFooter is not None:
            sheet.oddFooter.center.text = self.say("form.page-number")

    def _put(self, row: int, column: int, text: str, look: Look) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side  # noqa: PLC0415

        cell, style = _text(self.sheet, row, column, text), _STYLES[look]
        font = _FONTS[self.say.language]
        cell.font = Font(name=font, size=style.size, bold=style.bold, color=style.ink)
        cell.alignment = Alignment(
            horizontal=style.across, vertical=style.down, wrap_text=True, indent=1 if look == "value" else 0
        )
        if style.ground:
            cell.fill = PatternFill("solid", fgColor=style.ground)
        if style.framed:
            side = Side(style="thin", color="A6B1B5")
            cell.border = Border(left=side, right=side, top=side, bottom=side)
        cell.number_format = "@"
        cell.protection = Protection(locked=look != "open")


@dataclass(frozen=True, slots=True)
class _Style:
    """How a cell looks."""

    size: float = 10
    bold: bool = False
    ink: str = "20272B"
    ground: str = ""
    framed: bool = True
    across: Literal["left", "center", "right"] = "left"
    down: Literal["top", "center"] = "top"


_STYLES: dict[Look, _Style] = {
    "title": _Style(16, bold=True, framed=False, across="center", down="center"),
    "how": _Style(framed=False, ink="57646A", down="center"),
    "label": _Style(bold=True, framed=False, across="right", down="center"),
    "value": _Style(framed=False, down="center"),
    "head": _Style(bold=True, ink="FFFFFF", ground="17505C", across="center", down="center"),
    "fixed": _Style(),
    "small": _Style(9, ink="57646A"),
    "open": _Style(ground="FFF4C8"),
    "shut": _Style(ground="EDF0F0"),
}
_ROLES = {"plant": "form.role.plant", "college": "form.role.college", "industry": "form.role.industry"}
