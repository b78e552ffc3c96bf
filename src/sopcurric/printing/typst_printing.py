"""From Typst source to the bytes of a PDF, and what keeps it from being printed."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from sopcurric.plugin import RenderContext, RenderingError

if TYPE_CHECKING:
    from typst import Compiler, Fonts


class MissingPackageError(RenderingError):
    """The Typst compiler is not installed."""

    def __init__(self) -> None:
        """Say what to install."""
        super().__init__("LEF001", package="typst", command='pip install "sopcurric[pdf]"')


class MissingFontError(RenderingError):
    """A font family that the project wants is in none of the font folders."""

    def __init__(self, family: str, known: Iterable[str]) -> None:
        """Name the family and those there are."""
        super().__init__("LEF002", family=family, known=", ".join(known) or "—")


class MissingGlyphError(RenderingError):
    """The fonts do not have some characters, which would be printed as empty boxes."""

    def __init__(self, characters: tuple[str, ...]) -> None:
        """Name the characters with their code points."""
        named = ", ".join(f"{text} ({' '.join(f'U+{ord(one):04X}' for one in text)})" for text in characters)
        super().__init__("LEF005", what=named, characters=characters)


class PrintingError(RenderingError):
    """Typst cannot print what a template made."""

    def __init__(self, what: str) -> None:
        """Keep what Typst says."""
        super().__init__("LEF006", what=what)


_UNDATED = "2000-01-01"  # a file needs some date; drafts without one print none
_LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
_LINE = re.compile(r"__typst_py_bytes__\.typ:(?P<line>\d+):")
_PACKAGE = re.compile(r'\b(?:import|include)[\s(]*"@(?P<name>[^"\s]{0,60})')
"""A package from the network. Words of people cannot match: their quotes are escaped, and no @ follows the last one."""
_OFFLINE = "packages are not available offline: @{name}"
_LONGEST_FAULT = 200

# Typst keeps what it laid out for some further compilations, half a gigabyte for a book of 350 leaves. Empty ones drive
# it out.
_LARGE = 100_000
_KEPT = 12


def printed(source: str, context: RenderContext) -> bytes:
    """The bytes of the PDF.

    PDF/A is asked for because only then does Typst report characters that no font has.

    Raises:
        MissingPackageError: Typst is not installed.
        MissingFontError: a family is not in the folders.
        MissingGlyphError: the fonts lack characters.
        PrintingError: Typst found a fault in a template, or a template wants a package from the network.
    """
    package = _PACKAGE.search(source)
    if package:
        raise PrintingError(_fault(source.count("\n", 0, package.start()) + 1, _OFFLINE.format(**package.groupdict())))
    try:
        import typst  # noqa: PLC0415 - costs time and may be absent
    except ImportError as fault:
        raise MissingPackageError from fault
    fonts = _fonts(context.fonts.folders)
    known = fonts.families()
    for family in (context.fonts.body, context.fonts.heading):
        if family not in known:
            raise MissingFontError(family, known)
    root = context.fonts.folders[0]  # nothing but fonts can be read from a template
    compiler = typst.Compiler(root=root, font_paths=fonts, ignore_system_fonts=True)
    try:
        made = compiler.compile(source.encode(), format="pdf", pdf_standards="a-2b", timestamp=_moment(context.as_of))
    except typst.TypstError as fault:
        characters = tuple(sorted(set(_LACKING.findall(f"{fault.message}\n{fault.diagnostic}"))))
        if characters:
            raise MissingGlyphError(characters) from fault
        raise PrintingError(_first(fault.message, fault.diagnostic or "")) from fault
    if len(source) > _LARGE:
        _forget(compiler)
    if not isinstance(made, bytes):  # a list is what pictures of several pages would be
        raise AssertionError  # noqa: TRY004 - cannot be
    return made


def _first(message: str, diagnostic: str) -> str:
    """The first of the errors that Typst tells, in one line; the line is that of the source the templates made."""
    place = _LINE.search(diagnostic)
    what = " ".join(message.split())[:_LONGEST_FAULT]
    return _fault(int(place["line"]), what) if place else f"Typst: {what}"


def _fault(line: int, what: str) -> str:
    return f"Typst, line {line}: {what}"


def _moment(as_of: str) -> int:
    return int(datetime.fromisoformat(as_of or _UNDATED).replace(tzinfo=UTC).timestamp())


def _forget(compiler: "Compiler") -> None:
    for _ in range(_KEPT):
        compiler.compile(b"", format="pdf")


@lru_cache(maxsize=8)
def _fonts(folders: tuple[str, ...]) -> "Fonts":
    """The fonts of some folders, read once: this takes longer than printing a leaf."""
    import typst  # noqa: PLC0415 - see above

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))
