"""Pictures: everything in them that could be text and is no pixel."""

from collections.abc import Iterator

from sopcurric.artefacts import raw

_DATA = ((b"\x89PNG", b"IDAT"), (b"\xff\xd8", b"\xff\xda"))
"""How pictures begin, and what stands before their pixels."""


def said(content: bytes) -> Iterator[str]:
    """What stands before the pixels of a picture; of anything else, all that can be read."""
    for begin, data in _DATA:
        if content.startswith(begin):
            yield from raw.said(content[: content.find(data)])
            return
    yield from raw.said(content)
