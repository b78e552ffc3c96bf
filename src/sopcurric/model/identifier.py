"""Identifiers of derived things: short, stable, and silent about place."""

import base64
import hashlib


def derived_id(prefix: str, anchor: str) -> str:
    """`prefix` and eight letters and digits that follow from the anchor (an address or a list of them) alone."""
    digest = hashlib.sha256(anchor.encode()).digest()
    return f"{prefix}{base64.b32encode(digest)[:8].decode().lower()}"
