"""Pictures without what cameras and programs write into them: places, dates, names, thumbnails, comments."""

import struct
import zlib
from collections.abc import Iterator

from sopcurric.model.picture import UPRIGHT, turn_segment, turn_told

_PNG = b"\x89PNG\r\n\x1a\n"
_LONGEST = {
    b"IHDR": 13, b"PLTE": 768, b"tRNS": 256, b"sRGB": 1, b"gAMA": 4, b"cHRM": 32, b"sBIT": 4, b"pHYs": 9,
}  # fmt: skip
"""What a picture needs to look the same beside its data, and how long that is at most (PNG, third edition, §11)."""
_KEPT_CHUNKS = frozenset(_LONGEST)
_JPEG = b"\xff\xd8"
_ENDS, _SCAN = 0xD9, 0xDA
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers of JPEG without a length (ITU-T T.81, table B.1)."""
_KEPT_SEGMENTS = frozenset({*range(0xC0, 0xD0), 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
"""Segments that the decoder needs (ITU-T T.81, table B.1); applications and comments are none."""
_HEAD, _COLOURS = (0xE0, b"JFIF\0", 16), (0xEE, b"Adobe", 14)
"""Segments of applications that change what is seen: marker, how they begin, length."""
_LARGEST = 1 << 29
"""So many bytes a picture may have when it is unpacked."""


def is_picture(content: bytes) -> bool:
    """Whether something begins like a picture of a kind that may leave."""
    return content.startswith((_PNG, _JPEG))


def bare_picture(content: bytes) -> bytes | None:
    """A PNG or JPEG picture with nothing but what is seen; None where it is no such picture, or damaged.

    Of what a camera wrote, only how it was held is kept, for a photograph would lie on its side otherwise. Nothing that
    stands behind the end of the picture is kept.
    """
    try:
        if content.startswith(_PNG):
            return b"".join((_PNG, *_chunks(content)))
        if content.startswith(_JPEG):
            return b"".join((_JPEG, *_upright(tuple(_segments(content)))))
    except (struct.error, IndexError, ValueError, zlib.error):
        pass
    return None


def _chunks(content: bytes) -> Iterator[bytes]:
    """What is needed; the data of the picture in one chunk, without what stands behind its end."""
    data: list[bytes] = []
    seen: set[bytes] = set()
    for kind, body in _every_chunk(content):
        if kind == b"IDAT":
            data.append(body)
        elif kind == b"IEND":
            yield _chunk(b"IDAT", _packed(b"".join(data)))
            yield _chunk(kind, b"")
        elif kind in _KEPT_CHUNKS and kind not in seen and len(body) <= _LONGEST[kind]:
            yield _chunk(kind, body)
        seen.add(kind)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _packed(stream: bytes) -> bytes:
    """Packed data up to its end."""
    reader, size, rest = zlib.decompressobj(), 0, stream
    while rest and not reader.eof:
        size += len(reader.decompress(rest, 1 << 20))
        rest = reader.unconsumed_tail
        if size > _LARGEST:
            raise ValueError(size)
    if not reader.eof:
        raise ValueError(size)
    return stream[: len(stream) - len(reader.unused_data)]


def _every_chunk(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at, kind = len(_PNG), b""
    while kind != b"IEND":
        (length,) = struct.unpack_from(">I", content, at)
        kind, end = content[at + 4 : at + 8], at + 12 + length
        if end > len(content):
            raise ValueError(kind)
        yield kind, content[at + 8 : end - 4]
        at = end


def _upright(segments: tuple[bytes, ...]) -> Iterator[bytes]:
    """Bare segments; what says how the camera was held stands at the front, behind the head of JFIF."""
    turned = next((turn for one in segments if (turn := turn_told(one)) != UPRIGHT), UPRIGHT)
    bare = [one for segment in segments if (one := _bare_segment(segment[1], segment))]
    headed = bool(bare) and bare[0][1] == _HEAD[0]
    yield from (*bare[:headed], turn_segment(turned), *bare[headed:])


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
        yield content[at:end]
        at = end


def _bare_segment(kind: int, segment: bytes) -> bytes:
    """A segment that is needed; of the head, nothing of a thumbnail; nothing of others."""
    if kind in _KEPT_SEGMENTS or kind == _ENDS or kind in _ALONE:
        return segment
    for marker, start, length in (_HEAD, _COLOURS):
        if kind == marker and segment[4 : 4 + len(start)] == start and len(segment) >= length + 2:
            whole = segment[: length + 2] if marker != _HEAD[0] else segment[:length] + b"\0\0"
            return whole[:2] + struct.pack(">H", length) + whole[4:]
    return b""


def _end_of_scan(content: bytes, at: int) -> int:
    """Where the next marker stands behind the data of a scan; stuffed bytes and restarts belong to the data."""
    while True:
        at = content.index(b"\xff", at)
        kind = content[at + 1]
        if kind and kind not in _ALONE and kind != 0xFF:  # noqa: PLR2004 - fill bytes
            return at
        at += 1 if kind == 0xFF else 2  # noqa: PLR2004
