"""Pictures without what cameras and programs write into them: places, dates, names, thumbnails, comments."""

import struct
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_KEPT_CHUNKS = frozenset({b"IHDR", b"PLTE", b"tRNS", b"sRGB", b"gAMA", b"cHRM", b"sBIT", b"pHYs", b"IDAT", b"IEND"})
"""What a picture needs to look the same (PNG, third edition, §11)."""
_JPEG = b"\xff\xd8"
_ENDS, _SCAN = 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of JPEG without a length (ITU-T T.81, table B.1)."""
_TOLD = frozenset({*range(0xE1, 0xF0), 0xFE})
"""Segments of applications, but for the first, and comments."""


def is_picture(content: bytes) -> bool:
    """Whether something begins like a picture of a kind that may leave."""
    return content.startswith((_PNG, _JPEG))


def bare_picture(content: bytes) -> bytes | None:
    """A PNG or JPEG picture with nothing but what is seen; None where it is no such picture, or damaged.

    Nothing that stands behind the end of the picture is kept.
    """
    try:
        if content.startswith(_PNG):
            return b"".join((_PNG, *_chunks(content)))
        if content.startswith(_JPEG):
            return b"".join((_JPEG, *_segments(content)))
    except (struct.error, IndexError, ValueError):
        pass
    return None


def _chunks(content: bytes) -> Iterator[bytes]:
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError(kind)
        if kind in _KEPT_CHUNKS:
            yield content[at:end]
        at = end


def _segments(content: bytes) -> Iterator[bytes]:
    at = len(_JPEG)
    while True:
        if content[at] != 0xFF:  # noqa: PLR2004 - every marker begins so
            raise ValueError(at)
        kind = content[at + 1]
        if kind == _ENDS:
            yield content[at : at + 2]
            return
        if kind in _ALONE:
            yield content[at : at + 2]
            at += 2
            continue
        (length,) = struct.unpack_from(">H", content, at + 2)
        end = at + 2 + length
        if kind == _SCAN:
            end = _end_of_scan(content, end)
        if end > len(content):
            raise ValueError(kind)
        if kind not in _TOLD:
            yield content[at:end]
        at = end


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands behind the data of a scan; stuffed bytes and restarts belong to the data."""
    while True:
        at = content.index(b"\xff", at)
        kind = content[at + 1]
        if kind and kind not in _ALONE and kind != 0xFF:  # noqa: PLR2004 - fill bytes
            return at
        at += 1 if kind == 0xFF else 2  # noqa: PLR2004
