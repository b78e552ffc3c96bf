"""Pictures for Typst: it may read no file but fonts, so that their bytes stand in the source."""

from base64 import b64encode
from dataclasses import dataclass

from sopcurric.model.picture import LYING, turn_of
from sopcurric.model.publication import Picture
from sopcurric.model.text import Language, Phrase
from sopcurric.printing.wording import words

_PER_INCH = 120
_MM = 25.4
_WIDEST, _HIGHEST = 130, 95
"""Millimetres; a picture of the usual shape leaves room for two on a page."""

_TURNS = {
    2: "-1 0 0 1 {w} 0",
    3: "-1 0 0 -1 {w} {h}",
    4: "1 0 0 -1 0 {h}",
    5: "0 1 1 0 0 0",
    6: "0 1 -1 0 {w} 0",
    7: "0 -1 -1 0 {w} {h}",
    8: "0 -1 1 0 0 {h}",
}
"""How a picture is turned and mirrored to be seen upright (Exif 2.32, tag 274), `w` wide and `h` high when it is."""


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
    """A drawing of nothing but the picture. What Typst cannot decode after all stays white and stops no book.

    Typst does not turn photographs as browsers do.
    """
    wide, high = picture.width, picture.height
    kind = "png" if picture.file.endswith(".png") else "jpeg"
    turned = turn_of(content) if kind == "jpeg" else 0
    across, down = (high, wide) if turned in LYING else (wide, high)
    turn = f" transform='matrix({_TURNS[turned].format(w=wide, h=high)})'" if turned in _TURNS else ""
    data = f"data:image/{kind};base64,{b64encode(content).decode()}"
    shown = f"<image width='{across}' height='{down}'{turn} href='{data}'/>"
    return f"<svg xmlns='http://www.w3.org/2000/svg' width='{wide}' height='{high}'>{shown}</svg>"
