"""Bytes of any kind: their lines where they are text, otherwise everything in them that could be text."""

import re
from collections.abc import Iterator

_READABLE = re.compile("[^\x00-\x1f\x7f-\x9f\ufffd]{4,}")
"""Fewer signs are found in any bytes."""


def said(content: bytes) -> Iterator[str]:
    """The lines of a text in UTF-8; of other bytes, whatever can be read in one of the usual encodings."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" not in text:
        yield from text.splitlines()
        return
    for encoding in ("utf-8", "latin-1", "utf-16-le", "utf-16-be"):
        yield from _READABLE.findall(content.decode(encoding, "replace"))
        if encoding.startswith("utf-16"):
            yield from _READABLE.findall(content[1:].decode(encoding, "replace"))
