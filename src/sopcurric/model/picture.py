"""Pictures of steps that are printed: whose they are, where they stand, what they are called among the pages."""

import struct
from dataclasses import dataclass

from sopcurric.model.address import Address


@dataclass(frozen=True, slots=True)
class StepPicture:
    """A picture of a step that every edition may show.

    `file` is the path as the step names it, `folder` where that begins as seen from the project; `name` says nothing
    but what the bytes are (a digest of them, with the ending of their format), so that whatever names it changes with
    them. Width and height are in pixels, as it is looked at.
    """

    step: Address
    file: str
    folder: str
    name: str
    width: int
    height: int


# How a camera was held -----------------------------------------------------------------------------------------------

UPRIGHT, LYING = 1, range(5, 9)
"""The usual way (Exif 2.32, tag 274); those in which lines are columns."""
_EXIF = b"\xff\xe1\0\x22Exif\0\0"
_ONE_TAG = struct.Struct(">2sHIHHHIHHI")
"""A directory with one number and nothing behind it (TIFF 6.0, part 1): order, 42, where; how many; tag, type, …"""
_JFIF = b"\xff\xe0"
_ORDER, _MAGIC, _BEGIN, _TAG, _SHORT = b"MM", 42, 8, 274, 3


def turn_segment(turned: int) -> bytes:
    """The segment of a JPEG picture that says how the camera was held, and nothing else; none where it was upright."""
    if turned not in range(UPRIGHT + 1, LYING.stop):
        return b""
    return _EXIF + _ONE_TAG.pack(_ORDER, _MAGIC, _BEGIN, 1, _TAG, _SHORT, 1, turned, 0, 0)


def turn_of(jpeg: bytes) -> int:
    """How the camera was held that made a picture from which anything else was taken away.

    It stands first, or second behind the head of JFIF.
    """
    at = 2
    if jpeg[at : at + 2] == _JFIF:
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    said = {turn_segment(turned): turned for turned in range(UPRIGHT + 1, LYING.stop)}
    return said.get(jpeg[at : at + len(_EXIF) + _ONE_TAG.size], UPRIGHT)


def turn_told(segment: bytes) -> int:
    """How the camera was held by what it wrote itself; upright where it says nothing that can be read."""
    told = segment[len(_EXIF) :]
    order = {b"II": "<", b"MM": ">"}.get(told[:2], "")
    if not order or segment[:2] != _EXIF[:2] or segment[4 : len(_EXIF)] != _EXIF[4:]:
        return UPRIGHT
    try:
        (begin,) = struct.unpack_from(f"{order}4xI", told)
        (number,) = struct.unpack_from(f"{order}H", told, begin)
        for entry in range(number):
            tag, kind, count, turned = struct.unpack_from(f"{order}HHIH", told, begin + 2 + entry * 12)
            if (tag, kind, count) == (_TAG, _SHORT, 1):
                return turned if turned in range(UPRIGHT, LYING.stop) else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT
