"""The form in which experts rate work: what stands in it, and how it is written as a workbook or as CSV."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopcurric.forms.inert_text import one_line
from sopcurric.forms.workbook import empty, saved
from sopcurric.forms.workbook_sheet import Column, Look, Wording, height, looks, put
from sopcurric.model.competency import FACTORS
from sopcurric.model.spreadsheet_text import csv_bytes
from sopcurric.model.survey import Rater
from sopcurric.model.text import Language

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

FORMAT = 1
COLUMNS = (
    Column("address", "survey.column.address", 16),
    Column("job", "survey.column.job", 14),
    Column("title", "survey.column.title", 24),
    Column("steps", "survey.column.steps", 46),
    Column("hazards", "survey.column.hazards", 26),
    Column("difficulty", "survey.column.difficulty", 8),
    Column("importance", "survey.column.importance", 8),
    Column("frequency", "survey.column.frequency", 8),
    Column("unknown", "survey.column.unknown", 10),
    Column("seen", "survey.column.seen", 15),
)
"""Columns of the table in their order."""
FIELDS = ("rater", "years", "post", "date", "format")
"""What stands above the table: who rates, for how many years they have worked, as what, when; version of the form."""
OPTIONAL = ("rater", "years", "post", "date")
"""What may stand in columns of the table instead, so that one table holds many raters."""
_HEAD = 10
"""Row with the heads of the columns."""
_FIRST_FIELD = 4
_LOOKS: tuple[Look, ...] = ("title", "how", "label", "head", "fixed", "small", "open", "day", "grade")
_LETTERS = "ABCDEFGHIJ"
_HEIGHTS = ((1, 30), (2, 52), (3, 68), (4, 21), (5, 21), (6, 21), (7, 21), (8, 21), (9, 6), (_HEAD, 24))


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """A piece of work to be rated; `seen` is the digest of its words."""

    address: str
    job: str
    title: str
    steps: tuple[str, ...]
    hazards: tuple[str, ...]
    seen: str

    def words(self, between: str) -> tuple[str, ...]:
        """The cells that are filled in, lists in one cell with something between their items."""
        return self.address, self.job, self.title, between.join(self.steps), between.join(self.hazards)


@dataclass(frozen=True, slots=True)
class SurveyForm:
    """A form: its title, its language, the work to be rated."""

    title: str
    language: Language
    lines: tuple[SurveyLine, ...]


def write_csv(form: SurveyForm) -> bytes:
    """The form as CSV; it begins with the mark that Excel looks for."""
    say = Wording(form.language)
    rows = [
        [one_line(form.title)],
        [one_line(say("survey.how"))],
        [one_line(say("survey.scale"))],
        *([say(f"survey.field.{name}"), _prefilled(name)] for name in FIELDS),
        [],
        [say(column.head) for column in COLUMNS],
        *([*map(one_line, line.words("；")), "", "", "", "", line.seen] for line in form.lines),
    ]
    return csv_bytes(rows)


def write_ratings(raters: Iterable[Rater]) -> bytes:
    """What raters said, in one table: numbers instead of names, of their experience what counts, nothing else."""
    rows = [["rater", "years", "address", *FACTORS, "seen"]]
    for rater in raters:
        years = "" if rater.years is None else str(rater.years)
        for one in rater.ratings:
            grades = (str(one.grade(name) or "") for name in FACTORS)
            rows.append([rater.id, years, one.procedure, *grades, one.seen])
    return csv_bytes(rows)


def write_workbook(form: SurveyForm) -> bytes:
    """The form as a workbook of one sheet, the same bytes on any day.

    Raises:
        MissingPackageError: the package that writes workbooks is not installed.
    """
    book, say = empty(), Wording(form.language)
    sheet = book.worksheets[0]
    sheet.title = say("survey.sheet")
    looks(sheet, form.language, _LOOKS)
    put(sheet, 1, 1, form.title, "title")
    put(sheet, 2, 1, say("survey.how"), "how")
    put(sheet, 3, 1, say("survey.scale"), "how")
    for row, name in enumerate(FIELDS, start=_FIRST_FIELD):
        put(sheet, row, 1, say(f"survey.field.{name}"), "label")
        put(sheet, row, 3, _prefilled(name), _look_of_field(name))
        sheet.merge_cells(f"A{row}:B{row}")
    for place, column in enumerate(COLUMNS, start=1):
        put(sheet, _HEAD, place, say(column.head), "head")
    for row, line in enumerate(form.lines, start=_HEAD + 1):
        cells = _cells(line)
        for place, (text, look) in enumerate(cells, start=1):
            put(sheet, row, place, text, look)
        sheet.row_dimensions[row].height = height(cells, COLUMNS)
    _arrange(sheet, len(form.lines))
    _validate(sheet, len(form.lines), say)
    return saved(book, form.title)


def _prefilled(name: str) -> str:
    return str(FORMAT) if name == "format" else ""


def _look_of_field(name: str) -> Look:
    looks_of: dict[str, Look] = {"date": "day", "format": "small", "years": "grade"}
    return looks_of.get(name, "open")


def _cells(line: SurveyLine) -> tuple[tuple[str, Look], ...]:
    address, *words = line.words("\n")
    fixed: list[tuple[str, Look]] = [(text, "fixed") for text in words]
    return ((address, "small"), *fixed, *((("", "grade"),) * 4), (line.seen, "small"))


def _arrange(sheet: "Worksheet", lines: int) -> None:
    """Widths, frozen rows, protection without a password, and how the sheet is printed: A4 across."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415 - heavy, and not always there

    for letter, column in zip(_LETTERS, COLUMNS, strict=True):
        sheet.column_dimensions[letter].width = column.width
    for row, points in _HEIGHTS:
        sheet.row_dimensions[row].height = points
    for row in (1, 2, 3):
        sheet.merge_cells(f"A{row}:{_LETTERS[-1]}{row}")
    sheet.freeze_panes = f"D{_HEAD + 1}"
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{_HEAD}:{_HEAD}"
    sheet.print_area = f"A1:{_LETTERS[-1]}{_HEAD + max(1, lines)}"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # may be made wider and higher


def _validate(sheet: "Worksheet", lines: int, say: Wording) -> None:
    """What may be typed: grades 1 to 3, a mark for work that is not one's own, whole years, a date."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - heavy, and not always there

    last = _HEAD + max(1, lines)
    grades = DataValidation(
        type="list",
        formula1='"1,2,3"',
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=say("survey.grade"),
        error=say("survey.grade.refused"),
        promptTitle=say("survey.grade"),
        prompt=say("survey.grade.hint"),
    )
    grades.add(f"F{_HEAD + 1}:H{last}")
    unknown = DataValidation(
        type="list",
        formula1=f'"{say("survey.unknown")}"',
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=say("survey.column.unknown"),
        error=say("survey.unknown.hint"),
        promptTitle=say("survey.column.unknown"),
        prompt=say("survey.unknown.hint"),
    )
    unknown.add(f"I{_HEAD + 1}:I{last}")
    years = DataValidation(
        type="decimal",
        operator="between",
        formula1="0",
        formula2="60",
        allow_blank=True,
        showErrorMessage=True,
        showInputMessage=True,
        errorTitle=say("survey.field.years"),
        error=say("survey.years.hint"),
        promptTitle=say("survey.field.years"),
        prompt=say("survey.years.hint"),
    )
    years.add(f"C{_FIRST_FIELD + FIELDS.index('years')}")
    date = DataValidation(showInputMessage=True, promptTitle=say("survey.field.date"), prompt=say("form.date.hint"))
    date.add(f"C{_FIRST_FIELD + FIELDS.index('date')}")
    for one in (grades, unknown, years, date):
        sheet.add_data_validation(one)
