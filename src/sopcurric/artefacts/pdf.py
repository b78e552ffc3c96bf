"""PDF: the words of its pages, element by element, and every string that no page shows.

Pages are read with PDFium. Titles in the outline, descriptions, destinations, names of attachments and what the file
says about itself are strings of the format or streams beside the pages; they are found there whatever they belong to.
"""

import ctypes
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock
from types import ModuleType
from typing import TYPE_CHECKING
from urllib.parse import unquote

from sopcurric.artefacts import markup, raw
from sopcurric.plugin import RenderingError

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_PDFIUM = Lock()
"""PDFium knows no threads."""
_FORMS_DEEP = 8
"""So many forms may stand in each other; none of ours does."""
_INLINE = frozenset(
    {"Span", "Strong", "Em", "Link", "Code", "Quote", "Reference", "BibEntry", "Annot", "Formula", "Sub"}
)
"""Elements that may stand in the middle of a word or a value."""
_LONGEST_NAME = 64


def said(content: bytes) -> tuple[str, ...]:
    """What a PDF says: each paragraph, heading and cell in one piece, headers and footers, and all that is not shown.

    Raises:
        RenderingError: the library that reads pages is not installed.
    """
    try:
        import pypdfium2  # noqa: PLC0415 - costs time and may be absent
    except ImportError as fault:
        raise RenderingError("LEF001", package="pypdfium2", command='pip install "sopcurric[pdf]"') from fault
    found = [*_strings_beside(content)]
    with _PDFIUM:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            found += _said_on(page, pypdfium2.raw)
            page.close()
        document.close()
    return tuple(found)


# Pages ---------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Elements:
    """The structure of a page: which marked contents make up each paragraph, heading and cell."""

    library: ModuleType
    blocks: list[list[int]] = field(default_factory=list)

    def read(self, page: object) -> None:
        """All elements of a page."""
        tree = self.library.FPDF_StructTree_GetForPage(page)
        if not tree:
            return
        for number in range(self.library.FPDF_StructTree_CountChildren(tree)):
            self._read(self.library.FPDF_StructTree_GetChildAtIndex(tree, number), self._begun())
        self.library.FPDF_StructTree_Close(tree)

    def _read(self, element: object, block: list[int]) -> list[int]:
        """An element behind what is in a block; where that goes on, which is a new one unless the element is inline."""
        inline = self._name(element) in _INLINE
        block = block if inline else self._begun()
        for number in range(self.library.FPDF_StructElement_CountChildren(element)):
            child = self.library.FPDF_StructElement_GetChildAtIndex(element, number)
            if not child:
                content = self.library.FPDF_StructElement_GetChildMarkedContentID(element, number)
                block += [content] if content >= 0 else []
            else:
                block = self._read(child, block)
        return block if inline else self._begun()

    def _begun(self) -> list[int]:
        self.blocks.append([])
        return self.blocks[-1]

    def _name(self, element: object) -> str:
        buffer = ctypes.create_string_buffer(_LONGEST_NAME)
        self.library.FPDF_StructElement_GetType(element, buffer, _LONGEST_NAME)
        return buffer.raw.decode("utf-16-le", "replace").partition("\0")[0]


def _said_on(page: "PdfPage", library: ModuleType) -> Iterator[str]:
    """The blocks of a page in the order of its structure, then, in the order of drawing, what belongs to none."""
    by_content: dict[int, list[str]] = {}
    for content, words in _texts(page, library):
        by_content.setdefault(content, []).append(words)
    elements = _Elements(library)
    elements.read(page)
    for block in elements.blocks:
        words = "".join(word for content in block for word in by_content.pop(content, ()))
        if words.strip():
            yield words
    yield "".join(word for words in by_content.values() for word in words)


def _texts(page: "PdfPage", library: ModuleType) -> Iterator[tuple[int, str]]:
    """The texts of a page as they are drawn, each with the number of the marked content that it belongs to."""
    shown = page.get_textpage()
    for one in page.get_objects(filter=[library.FPDF_PAGEOBJ_TEXT], max_depth=_FORMS_DEEP):
        size = library.FPDFTextObj_GetText(one.raw, shown.raw, None, 0)
        buffer = ctypes.create_string_buffer(size)
        library.FPDFTextObj_GetText(one.raw, shown.raw, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        yield library.FPDFPageObj_GetMarkedContentID(one.raw), buffer.raw.decode("utf-16-le", "replace").rstrip("\0")
    shown.close()


# What no page shows --------------------------------------------------------------------------------------------------

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_LITERAL = rb"\((?:\\.|[^\\()]|\((?:\\.|[^\\()])*\))*\)"
_STRING = re.compile(_LITERAL + rb"|<[0-9A-Fa-f\s]+>", re.DOTALL)
_READ_ALOUD = re.compile(rb"/(?:ActualText|Alt|E|T)\s*(" + _LITERAL + rb"|<[0-9A-Fa-f\s]+>)", re.DOTALL)
_NUMBER = re.compile(rb"/ID\s*\[[^\]]*\]")
"""The number of the file is made of random signs."""
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r?\n)|(.))", re.DOTALL)
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def _strings_beside(content: bytes) -> Iterator[str]:
    """Every string and readable stream of a file; what is drawn on pages is left to those who can read fonts."""
    rest = 0
    for stream in _STREAM.finditer(content):
        before = content[rest : stream.start()]
        rest = stream.end()
        yield from _strings(before)
        yield from _said_by_stream(before[before.rfind(b"obj") :], stream[1])
    yield from _strings(_NUMBER.sub(b"", content[rest:]))


def _said_by_stream(head: bytes, body: bytes) -> Iterator[str]:
    if b"/FlateDecode" in head:
        with suppress(zlib.error):
            body = zlib.decompressobj().decompress(body)
    if b"/ObjStm" in head:
        yield from _strings(body)
    elif b"/Metadata" in head:
        yield from markup.said(body.decode("utf-8", "replace"))
    elif b"/EmbeddedFile" in head:
        yield from raw.said(body)
    elif b"/DCTDecode" in head:
        yield from raw.said(body[: body.find(b"\xff\xda")])  # behind this there are pixels
    else:
        yield from (_decoded(found) for found in _READ_ALOUD.findall(body))


def _strings(objects: bytes) -> Iterator[str]:
    yield from (_decoded(found) for found in _STRING.findall(objects))


def _decoded(string: bytes) -> str:
    """A string as it is written in the format: in brackets with escapes, or in hexadecimal."""
    if string.startswith(b"<"):
        digits = b"".join(string[1:-1].split()).decode()
        content = bytes.fromhex(digits + "0" * (len(digits) % 2))
    else:
        content = _ESCAPE.sub(_unescaped, string[1:-1])
    if content.startswith((b"\xfe\xff", b"\xff\xfe")):
        return content.decode("utf-16", "replace")
    words = content.decode("utf-8-sig" if content.startswith(b"\xef\xbb\xbf") else "latin-1", "replace")
    return unquote(words) if "://" in words else words


def _unescaped(escape: "re.Match[bytes]") -> bytes:
    if escape[1]:
        return bytes([int(escape[1], 8) & 0xFF])
    return b"" if escape[2] else _CONTROL.get(escape[3], escape[3])
