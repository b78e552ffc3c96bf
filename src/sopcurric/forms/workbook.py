"""Questions as an Excel workbook: one sheet to fill in, one hidden sheet that says what the words stand for.

Cells hold text only, so that nothing that a person wrote can act as a formula; the sheets are protected without a
password, which keeps slips of the hand away and nobody from their own file.
"""

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from sopcurric.forms.answers import MissingPackageError, Returned
from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.forms.workbook_key import SHEET, ChoiceLists, labels, rows, spans
from sopcurric.forms.workbook_package import packed, unpacked
from sopcurric.forms.workbook_reading import read as read_workbook
from sopcurric.forms.workbook_sheet import (
    CHOICE,
    COLUMNS,
    DATE,
    HEAD,
    Line,
    Paint,
    Wording,
    arrange,
    cell_text,
    put_text,
)

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook says when it was made; ours never does


def write(inbox: Inbox) -> bytes:
    """The workbook, the same bytes on any day.

    Raises:
        MissingPackageError: the package that writes workbooks is not installed.
    """
    book = empty()
    _fill(book, inbox)
    return saved(book, inbox.title)


def empty() -> "Workbook":
    """A workbook with one sheet.

    Raises:
        MissingPackageError: the package that writes workbooks is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - heavy, and not always there
    except ImportError:
        raise MissingPackageError("form.missing-package", package="openpyxl", extra="sheets") from None
    return Workbook()


def saved(book: "Workbook", title: str) -> bytes:
    """The bytes of a workbook, the same on any day."""
    book.properties.creator = "sopcurric"
    book.properties.title = cell_text(title)
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
    from openpyxl.xml.functions import tostring  # noqa: PLC0415 - heavy, and not always there

    book.properties.created = book.properties.modified = _DAY
    for name, content in parts:
        yield name, tostring(book.properties.to_tree()) if name == "docProps/core.xml" else content


def _fill(book: "Workbook", inbox: Inbox) -> None:
    """Both sheets."""
    from openpyxl.workbook.protection import WorkbookProtection  # noqa: PLC0415 - heavy, and not always there

    say = Wording("en" if inbox.language == "en" else "zh")
    lists = ChoiceLists(inbox)
    sheet, hidden = book.worksheets[0], book.create_sheet(SHEET)
    sheet.title = say("form.sheet")
    key = rows(
        lists,
        sheet.title,
        columns={column.name: say(column.head) for column in COLUMNS},
        fields={"by": say("form.by"), "date": say("form.date")},
    )
    for number, row in enumerate(key, start=1):
        for place, value in enumerate(row, start=1):
            put_text(hidden, number, place, value)
    paint = Paint(sheet, say)
    paint.top(inbox)
    for number, entry in enumerate(inbox.entries, start=HEAD + 1):
        paint.row(number, _line(entry, say))
    arrange(sheet, len(inbox.entries), say)
    _drop_downs(sheet, lists, spans(key), say)
    hidden.sheet_state = "hidden"
    for one in (sheet, hidden):
        one.protection.sheet = True
        one.protection.formatColumns = one.protection.formatRows = False  # may be made wider and higher
    book.security = WorkbookProtection(lockStructure=True)


def _line(entry: Entry, say: Wording) -> Line:
    """A row of the table."""
    asked = f"{entry.ask}\n{say('form.wanted', label=entry.free)}" if entry.free else entry.ask
    return (
        (entry.id, "small"),
        (entry.kind, "fixed"),
        (asked, "fixed"),
        ("\n".join(say("form.pair", label=label, value=value) for label, value in entry.shown), "fixed"),
        (dict(labels(entry)).get(entry.proposal, ""), "fixed"),
        ("", "open" if entry.choices else "shut"),
        ("", "open" if entry.free else "shut"),
        ("", "open"),
        ("\n".join(entry.about), "small"),
    )


def _drop_downs(sheet: "Worksheet", lists: ChoiceLists, spans: dict[int, tuple[int, int]], say: Wording) -> None:
    """One list of choices for all cells that offer the same, and a hint how to write the date."""
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - heavy, and not always there

    title = say("form.column.choice")
    made = {
        number: DataValidation(
            type="list",
            formula1=f"{SHEET}!$D${first}:$D${last}",
            allow_blank=True,
            showErrorMessage=True,
            showInputMessage=True,
            errorTitle=title,
            error=say("form.pick.refused"),
            promptTitle=title,
            prompt=say("form.pick"),
        )
        for number, (first, last) in spans.items()
    }
    for row, entry in enumerate(lists.inbox.entries, start=HEAD + 1):
        if entry.choices:
            made[lists.number[labels(entry)]].add(f"{CHOICE}{row}")
    for one in made.values():
        sheet.add_data_validation(one)
    hint = DataValidation(showInputMessage=True, promptTitle=say("form.date"), prompt=say("form.date.hint"))
    hint.add(DATE)
    sheet.add_data_validation(hint)
