"""The zip around a workbook: written the same on any day, opened only within limits.

What comes in is unpacked here and handed on as a plain archive of the parts that were looked at, so that the reader
behind it never sees compressed data, nor cells so far out that the space between them would fill the memory.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from sopcurric.forms.answers import UnreadableFormError

LARGEST = 20_000_000
"""Bytes of a workbook; ours are written without compression."""
_UNPACKED = 80_000_000
_PARTS = 500
_CELLS = 1_000_000
_ROWS = 50_000
_DAY = (1980, 1, 1, 0, 0, 0)
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ArithmeticError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged archive can end with."""


def packed(parts: Iterator[tuple[str, bytes]]) -> bytes:
    """An archive of these parts in their order, without times and without compression."""
    kept = BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr = 3, 0o644 << 16
            archive.writestr(entry, content)
    return kept.getvalue()


def unpacked(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the parts of an archive that we wrote."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def checked(content: bytes) -> bytes:
    """The same workbook as a plain archive of those parts that hold cells.

    Raises:
        UnreadableFormError: it is too large, is no workbook of this kind, or is damaged.
    """
    if len(content) > LARGEST:
        raise UnreadableFormError("form.unreadable.too-large", limit=str(LARGEST // 1_000_000))
    if content.startswith(_OLD):
        raise UnreadableFormError("form.unreadable.old-workbook")
    if not content.startswith(b"PK"):
        raise UnreadableFormError("form.unreadable.no-workbook")
    try:
        parts = dict(_wanted(content))
    except UnreadableFormError:
        raise
    except _DAMAGE:
        raise UnreadableFormError("form.unreadable.damaged") from None
    if "xl/workbook.xml" not in parts:
        raise UnreadableFormError("form.unreadable.no-workbook")
    for part in parts.values():
        _look_at_cells(part)
    return packed(iter(parts.items()))


def _wanted(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The XML parts of an archive, unpacked within limits."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entries = archive.infolist()
        if len(entries) > _PARTS or sum(entry.file_size for entry in entries) > _UNPACKED:
            raise UnreadableFormError("form.unreadable.too-much", limit=str(_UNPACKED // 1_000_000))
        if len({entry.filename for entry in entries}) < len(entries):
            raise UnreadableFormError("form.unreadable.damaged")
        for entry in entries:
            if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                raise UnreadableFormError("form.unreadable.damaged")
            if entry.filename.endswith((".xml", ".rels")):
                yield entry.filename, archive.read(entry)


_CELL = re.compile(rb"<(?:[^\s<>/:!?]+:)?c(?=[\s/>])([^>]*)>")
_REFERENCE = re.compile(rb"(?:^|\s)r\s*=\s*[\"']([A-Za-z]{1,3})([0-9]{1,7})[\"']")


def _look_at_cells(part: bytes) -> None:
    """That a part is plain XML and that its cells are all within the limits.

    Raises:
        UnreadableFormError: it is not, or they are not.
    """
    if b"\0" in part or b"<!DOCTYPE" in part:
        raise UnreadableFormError("form.unreadable.damaged")
    rows = columns = 0
    for cell in _CELL.finditer(part):
        references = _REFERENCE.findall(cell[1])
        if not references:
            raise UnreadableFormError("form.unreadable.damaged")
        for letters, digits in references:
            rows, columns = max(rows, int(digits)), max(columns, _column(letters))
    if rows > _ROWS or rows * columns > _CELLS:
        raise UnreadableFormError("form.unreadable.too-many", limit=str(_ROWS))


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
