"""Pictures for Typst: it may read no file but fonts, so that their bytes stand in the source."""

from base64 import b64encode
from dataclasses import dataclass

from sopcurric.model.publication import Picture
from sopcurric.model.text import Language, Phrase
from sopcurric.printing.wording import words

_PER_INCH = 120
_MM = 25.4
_WIDEST, _HIGHEST = 130, 95
"""Millimetres; a picture of the usual shape leaves room for two on a page."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with its width in millimetres; `source` wraps the bytes in SVG, which Typst decodes."""

    caption: Phrase
    alt: str
    source: str
    width: float


def picture_view(picture: Picture, content: bytes, room: float, language: Language) -> PictureView:
    """A picture in its natural size, or as large as there is room for it."""
    natural = picture.width * _MM / _PER_INCH
    width = min(natural, room, _WIDEST, _HIGHEST * picture.width / picture.height)
    return PictureView(picture.caption, words(picture.alt, language), _wrapped(picture, content), round(width, 2))


def _wrapped(picture: Picture, content: bytes) -> str:
    """A drawing of nothing but the picture. What Typst cannot decode after all stays white and stops no book."""
    size = f"width='{picture.width}' height='{picture.height}'"
    kind = "png" if picture.file.endswith(".png") else "jpeg"
    data = f"data:image/{kind};base64,{b64encode(content).decode()}"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}><image {size} href='{data}'/></svg>"
