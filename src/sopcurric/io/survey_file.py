"""Filled-in survey forms as files of a repository: workbooks, and CSV in whatever encoding a spreadsheet saves."""

from sopcurric.forms.answers import UnreadableFormError
from sopcurric.forms.survey_reading import ReadSurvey, read_csv, read_workbook

FOLDER = "surveys"
"""Where they stand."""
ENDINGS = (".xlsx", ".csv")
"""Endings of those that are read."""
OTHER_SHEETS = (".xls", ".xlsm", ".xlsb", ".ods", ".et", ".numbers")
"""Endings of workbooks that are saved as something else."""
_PACKED = b"PK\x03\x04"


def read_survey(path: str, content: bytes) -> ReadSurvey:
    """The ratings in a file.

    Raises:
        UnreadableFormError: it is no survey form, or cannot be read.
        MissingPackageError: the package that reads workbooks is not installed.
    """
    if path.lower().endswith(".xlsx"):
        return read_workbook(content)
    if content.startswith(_PACKED):
        raise UnreadableFormError("survey.unreadable.workbook-as-csv")
    return read_csv(_text(content))


def _text(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark (what Excel calls Unicode text), or GB18030, as Chinese Excel saves CSV.

    Raises:
        UnreadableFormError: it is none of these.
    """
    codec = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    for name in (codec, "gb18030"):
        try:
            text = content.decode(name)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise UnreadableFormError("survey.unreadable.encoding")
