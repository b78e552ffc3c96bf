"""Digests that only the plant can make: a secret key that is kept outside the repository goes into each of them."""

import hmac
from collections.abc import Iterable

SHORT = 16
"""So many figures of a digest are enough to tell the values of one record apart."""


def keyed_digest(key: bytes, *parts: bytes) -> str:
    """The HMAC-SHA256 of parts, each behind its length, so that no other parts have the same; 64 figures.

    It is keyed because what is protected is often one number: whoever sees a plain digest of `272 ℃` tries all
    temperatures and has the right one in milliseconds, and a salt that stands beside it changes nothing. Without the
    key there is nothing to try.
    """
    state = hmac.new(key, digestmod="sha256")
    for part in parts:
        state.update(len(part).to_bytes(8, "big") + part)
    return state.hexdigest()


def value_digest(key: bytes, raw: Iterable[tuple[str, str]]) -> str:
    """A short digest of raw words by language; nothing without a key, for there is no other safe one."""
    if not key:
        return ""
    return keyed_digest(key, b"value", *(part.encode() for pair in raw for part in pair))[:SHORT]
