"""How to read back what a build prints; every new output format belongs into `FORMATS`."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

import pypdfium2
from markdown_it import MarkdownIt
from pypdf import PdfReader

Tree = Mapping[str, bytes]
"""What stands in a folder: bytes by path."""


@dataclass(frozen=True, slots=True)
class Format:
    """How to read the pages of an output format back as words."""

    ending: str
    read: Callable[[bytes], str]

    def words(self, tree: Tree, folder: str = "") -> str:
        """The words of all pages in a folder, without white space."""
        pages = (tree[path] for path in sorted(tree) if path.startswith(folder) and path.endswith(self.ending))
        return "".join("".join(map(self.read, pages)).split())


class _Reader(HTMLParser):
    """Gathers what a browser would show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - its signature
        self._silent += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.shown.append(data)


def _html(page: bytes) -> str:
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    return "".join(reader.shown)


_MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _markdown(page: bytes) -> str:
    inline = (token for token in _MARKDOWN.parse(page.decode()) if token.type == "inline")
    return "\n".join("".join(part.content for part in token.children or () if part.type == "text") for token in inline)


def sheets(content: bytes) -> list[str]:
    """The words of each page of a PDF in the order in which they are set: fifty times as fast as `_pdf`."""
    with pypdfium2.PdfDocument(content) as document:
        return [sheet.get_textpage().get_text_range() for sheet in document]


def _pdf(page: bytes) -> str:
    return "\n".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(page)).pages)


FORMATS: Mapping[str, Format] = {
    "html": Format(".html", _html),
    "markdown": Format(".md", _markdown),
    "pdf": Format(".pdf", _pdf),
}
"""How each output format is read back."""
