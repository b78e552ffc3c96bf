"""Whether a picture can be shown by every program that reads its format, and how large it is.

Stricter than what programs put up with: data behind the last line of a picture may be the rest of a larger one.
"""

import struct
import zlib
from collections.abc import Iterator

from sopcurric.model.picture import LYING, turn_of

_PNG_HEAD = struct.Struct(">8xI4sIIBBBBB")
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample by type of colour (PNG, third edition, table 9)."""
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_PALETTE = 3
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""Where the seven passes of an interlaced picture begin, and their steps: across, down, across, down (§8.2)."""
_FILTERS = 4
"""The last of the filters that a line may begin with (§9.2)."""
_BLOCK = 1 << 20
LONGEST_SIDE = 8_000
MOST_PIXELS = 25_000_000
"""As many as a camera makes that is usual in a plant; an A4 page at 300 dpi has a third of that."""

_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive frames (ITU-T T.81, table B.1): what browsers and printers read."""
_OTHER_FRAMES = (0xC3, *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0))
_NEEDED = {0xC4, 0xDB, 0xDA}
"""Tables of codes, tables of quantisation, a scan."""
_SCAN, _ENDS = 0xDA, 0xD9
_MOST_SCANS = 64
"""Progressive pictures of cameras and programs have about ten; each costs as much as the whole picture."""
_ALONE = (0x01, *range(0xD0, 0xD8))

Size = tuple[int, int]


class TooManyPixelsError(ValueError):
    """A picture is larger than any that a page needs."""


def ending(content: bytes) -> str:
    """The ending of a file name that goes with a PNG or JPEG picture."""
    return "png" if content.startswith(b"\x89PNG") else "jpg"


def size_of(bare: bytes) -> Size:
    """Width and height in pixels of a picture as `bare_picture` makes it, as it is looked at.

    Raises:
        TooManyPixelsError: it is too large to be printed.
        ValueError: it is damaged, or of a sort that not every program shows.
    """
    try:
        return _size_of_png(bare) if ending(bare) == "png" else _size_of_jpeg(bare)
    except (struct.error, IndexError, zlib.error) as error:
        raise ValueError(str(error)) from error


def _small_enough(width: int, height: int) -> None:
    if not width or not height:
        raise ValueError((width, height))
    if max(width, height) > LONGEST_SIDE or width * height > MOST_PIXELS:
        raise TooManyPixelsError((width, height))


# PNG -----------------------------------------------------------------------------------------------------------------


def _size_of_png(bare: bytes) -> Size:
    _, kind, width, height, depth, colour, packing, filtering, interlaced = _PNG_HEAD.unpack_from(bare)
    if kind != b"IHDR" or depth not in _DEPTHS.get(colour, ()) or packing or filtering or interlaced > 1:
        raise ValueError(kind)
    _small_enough(width, height)
    chunks = _chunks(bare)
    colours = len(chunks.get(b"PLTE", b""))
    if colours % 3 or (colour == _PALETTE) > bool(colours):
        raise ValueError(colours)
    if not _is_transparency(chunks.get(b"tRNS"), colour, colours // 3):
        raise ValueError(colour)
    bits = depth * _SAMPLES[colour]
    passes = [(width, height)] if not interlaced else [_reduced(one, width, height) for one in _PASSES]
    _check_lines(chunks.get(b"IDAT", b""), [((w * bits + 7) // 8 + 1, h) for w, h in passes if w and h])
    return width, height


def _chunks(bare: bytes) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(bare):
        (length,) = struct.unpack_from(">I", bare, at)
        found[bare[at + 4 : at + 8]] = bare[at + 8 : at + 8 + length]
        at += 12 + length
    return found


def _is_transparency(told: bytes | None, colour: int, colours: int) -> bool:
    """Whether a chunk about transparency fits its picture (§11.3.1.1)."""
    if told is None:
        return True
    if colour == _PALETTE:
        return 0 < len(told) <= colours
    return len(told) == {0: 2, 2: 6}.get(colour, 0)


def _reduced(one: tuple[int, int, int, int], width: int, height: int) -> Size:
    left, top, across, down = one
    return max(0, -(-(width - left) // across)), max(0, -(-(height - top) // down))


def _check_lines(packed: bytes, lines: list[tuple[int, int]]) -> None:
    """Packed data must be these lines (so many bytes, so many of them), each begun by a filter, and nothing else."""
    reader = zlib.decompressobj()
    starts = _starts(lines)
    due, at, wanted = next(starts, None), 0, sum(length * number for length, number in lines)
    while at < wanted:
        block = reader.decompress(packed, min(_BLOCK, wanted - at))
        if not block:
            raise ValueError(at)
        packed = reader.unconsumed_tail
        while due is not None and due < at + len(block):
            if block[due - at] > _FILTERS:
                raise ValueError(due)
            due = next(starts, None)
        at += len(block)
    if reader.decompress(packed, 1) or not reader.eof:
        raise ValueError(at)


def _starts(lines: list[tuple[int, int]]) -> Iterator[int]:
    """Where each line begins."""
    begin = 0
    for length, number in lines:
        yield from range(begin, begin + length * number, length)
        begin += length * number


# JPEG ----------------------------------------------------------------------------------------------------------------


def _size_of_jpeg(bare: bytes) -> Size:
    size: Size | None = None
    seen: set[int] = set()
    at, scans = 2, 0
    while bare[at + 1] != _ENDS:
        kind = bare[at + 1]
        if kind in _OTHER_FRAMES or (kind in _FRAMES and size):
            raise ValueError(kind)
        if kind in _ALONE:
            at += 2
            continue
        (length,) = struct.unpack_from(">H", bare, at + 2)
        if kind in _FRAMES:
            size = _frame(bare[at + 4 : at + 2 + length])
        if kind == _SCAN and size is None:
            raise ValueError(kind)
        seen.add(kind)
        at += 2 + length
        if kind == _SCAN:
            at, scans = _behind_scan(bare, at), scans + 1
    if size is None or not seen >= _NEEDED or scans > _MOST_SCANS:
        raise ValueError(scans)
    return size if turn_of(bare) not in LYING else (size[1], size[0])


def _frame(body: bytes) -> Size:
    """Width and height of a frame of 8 bits a sample, grey or in three colours."""
    precision, height, width, components = struct.unpack_from(">BHHB", body)
    if precision != 8 or components not in {1, 3} or len(body) != 6 + 3 * components:  # noqa: PLR2004 - T.81, B.2.2
        raise ValueError(components)
    _small_enough(width, height)
    return width, height


def _behind_scan(bare: bytes, at: int) -> int:
    while True:
        at = bare.index(b"\xff", at)
        if bare[at + 1] and bare[at + 1] not in _ALONE and bare[at + 1] != 0xFF:  # noqa: PLR2004 - fill bytes
            return at
        at += 1 if bare[at + 1] == 0xFF else 2  # noqa: PLR2004
