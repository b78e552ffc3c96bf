"""How the sheet to fill in looks: words in cells that hold nothing but text, each in its look; widths, printing."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from unicodedata import east_asian_width

from sopcurric.forms.inbox import Inbox
from sopcurric.forms.inert_text import visible
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import NamedStyle
    from openpyxl.worksheet.worksheet import Worksheet

Look = Literal["title", "how", "label", "value", "head", "fixed", "small", "open", "day", "shut", "grade"]
Line = tuple[tuple[str, Look], ...]
"""A row of the table: words and their looks."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table: its name, the code of its head, its width in narrow letters."""

    name: str
    head: str
    width: int


COLUMNS = (
    Column("id", "form.column.id", 13),
    Column("kind", "form.column.kind", 14),
    Column("ask", "form.column.ask", 34),
    Column("shown", "form.column.shown", 46),
    Column("proposal", "form.column.proposal", 15),
    Column("choice", "form.column.choice", 18),
    Column("words", "form.column.words", 22),
    Column("why", "form.column.why", 22),
    Column("about", "form.column.about", 18),
)
HEAD = 6
"""Row with the heads of the columns; title, instruction and fields stand above."""
CHOICE, DATE = "F", "B4"
"""The column with the choices, the cell with the date."""
_FONTS = {"zh": "微软雅黑", "en": "Arial"}
_LONGEST = 32_767
"""What a cell can hold, in UTF-16 units."""
_LINE, _TALLEST = 15.5, 409.0
"""Height of a line and of the tallest row that there can be, in points."""

# --- Text ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Wording:
    """Fixed words in the language of the form."""

    language: Language

    def __call__(self, code: str, /, **arguments: str) -> str:
        """A sentence of the catalogue."""
        return words(sentence(code, **arguments), self.language)


_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def _escaped(text: str) -> str:
    """Text as a workbook holds it: `_x0041_` would be read as a letter."""
    return _ESCAPE.sub("_x005F_", text)


def cell_text(text: str) -> str:
    """Any text as what a cell can hold, with dots where it was too long."""
    shown = visible(text[: 4 * _LONGEST])
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


def put_text(sheet: "Worksheet", row: int, column: int, text: str) -> "Cell | MergedCell":
    """A cell that holds text, whatever the text looks like."""
    cell = sheet.cell(row, column)
    if text:
        cell.value = cell_text(text)
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


# --- Looks -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Style:
    """How a cell looks, and whether it can be filled in."""

    size: float = 10
    bold: bool = False
    ink: str = "20272B"
    ground: str = ""
    framed: bool = True
    across: Literal["left", "center", "right"] = "left"
    down: Literal["top", "center"] = "top"
    indent: int = 0
    numbers: str = "General"
    locked: bool = True


_FILL = "FFF4C8"
_STYLES: dict[Look, _Style] = {
    "title": _Style(16, bold=True, framed=False, across="center", down="center"),
    "how": _Style(framed=False, ink="57646A", down="center"),
    "label": _Style(bold=True, framed=False, across="right", down="center"),
    "value": _Style(framed=False, down="center", indent=1),
    "head": _Style(bold=True, ink="FFFFFF", ground="17505C", across="center", down="center"),
    "fixed": _Style(),
    "small": _Style(9, ink="57646A"),
    "open": _Style(ground=_FILL, numbers="@", locked=False),
    "day": _Style(ground=_FILL, numbers="yyyy-mm-dd", locked=False),
    "shut": _Style(ground="EDF0F0"),
    "grade": _Style(ground=_FILL, across="center", down="center", locked=False),
}
OF_QUESTIONS: tuple[Look, ...] = tuple(look for look in _STYLES if look != "grade")
"""The looks of the sheet with questions."""
_ROLES = {"plant": "form.role.plant", "college": "form.role.college", "industry": "form.role.industry"}


def _named(look: Look, language: Language) -> "NamedStyle":
    """A look as a style of the workbook. What can be typed into is of the kind text, so that `1-2` stays `1-2`."""
    from openpyxl.styles import (  # noqa: PLC0415 - heavy, and not always there
        Alignment,
        Border,
        Font,
        NamedStyle,
        PatternFill,
        Protection,
        Side,
    )

    style = _STYLES[look]
    side = Side(style="thin", color="A6B1B5") if style.framed else Side()
    return NamedStyle(
        name=f"sopcurric {look}",
        font=Font(name=_FONTS[language], size=style.size, bold=style.bold, color=style.ink),
        fill=PatternFill("solid", fgColor=style.ground) if style.ground else PatternFill(),
        border=Border(left=side, right=side, top=side, bottom=side),
        alignment=Alignment(horizontal=style.across, vertical=style.down, wrap_text=True, indent=style.indent),
        number_format=style.numbers,
        protection=Protection(locked=style.locked),
    )


def looks(sheet: "Worksheet", language: Language, names: tuple[Look, ...]) -> None:
    """Make looks known to the workbook of a sheet."""
    if sheet.parent:
        for look in names:
            sheet.parent.add_named_style(_named(look, language))


def put(sheet: "Worksheet", row: int, column: int, text: str, look: Look) -> None:
    """Words in a cell, in their look."""
    sheet.cell(row, column).style = f"sopcurric {look}"
    put_text(sheet, row, column, text)


def height(line: Line, columns: tuple[Column, ...]) -> float:
    """How high a row must be for its longest cell, in points."""
    lines = (_lines(text, column.width) for (text, _), column in zip(line, columns, strict=True))
    return min(_TALLEST, max(2, *lines) * _LINE + 6)


@dataclass(frozen=True, slots=True)
class Paint:
    """Puts words on the visible sheet, each in its look."""

    sheet: "Worksheet"
    say: Wording

    def __post_init__(self) -> None:
        """Make the looks known to the workbook."""
        looks(self.sheet, self.say.language, OF_QUESTIONS)

    def top(self, inbox: Inbox) -> None:
        """Title, instruction, fields and the heads of the columns."""
        self._put(1, 1, inbox.title, "title")
        self._put(2, 1, self.say("form.how"), "how")
        fields: tuple[tuple[int, int, str, str, Look], ...] = (
            (3, 1, "form.by", "", "open"),
            (4, 1, "form.date", "", "day"),
            (3, 5, "form.role", self.say(_ROLES.get(inbox.role, "form.role.all")), "value"),
            (4, 5, "form.state", inbox.state, "value"),
            (3, 8, "form.as-of", inbox.as_of, "value"),
            (4, 8, "form.count", str(len(inbox.entries)), "value"),
        )
        for row, column, code, value, look in fields:
            self._put(row, column, self.say(code), "label")
            self._put(row, column + 1, value, look)
        for row in (3, 4):
            self._put(row, 3, "", "open")
            self.sheet.merge_cells(f"B{row}:C{row}")
        for place, head in enumerate(COLUMNS, start=1):
            self._put(HEAD, place, self.say(head.head), "head")

    def row(self, number: int, line: Line) -> None:
        """A question; the row is as high as its longest cell."""
        for place, (text, look) in enumerate(line, start=1):
            self._put(number, place, text, look)
        self.sheet.row_dimensions[number].height = height(line, COLUMNS)

    def _put(self, row: int, column: int, text: str, look: Look) -> None:
        put(self.sheet, row, column, text, look)


def arrange(sheet: "Worksheet", entries: int, say: Wording) -> None:
    """Widths, frozen rows, and how the sheet is printed: A4 across, as wide as the page, head on every page."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - heavy, and not always there

    for letter, column in zip("ABCDEFGHI", COLUMNS, strict=True):
        sheet.column_dimensions[letter].width = column.width
    for row, height in ((1, 30), (2, 38), (3, 21), (4, 21), (5, 6), (HEAD, 24)):
        sheet.row_dimensions[row].height = height
    sheet.merge_cells("A1:I1")
    sheet.merge_cells("A2:I2")
    sheet.freeze_panes = f"A{HEAD + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"
    sheet.print_area = f"A1:I{HEAD + max(1, entries)}"
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = 0.4
    margins.top, margins.bottom, margins.footer = 0.5, 0.75, 0.35
    if sheet.oddFooter is not None:
        sheet.oddFooter.center.text = say("form.page-number")
