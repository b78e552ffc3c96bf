"""What a decision about a field was made on: a digest of the raw words under a key, so that nobody can guess them."""

import hashlib
import hmac
from collections.abc import Iterable

from sopcurric.model.files.policy import FieldDecision

_DIGITS = 16


def seen_of(key: bytes, words: str) -> str:
    """The first 16 hexadecimal digits of HMAC-SHA256 of the raw words of a field."""
    return hmac.new(key, words.encode(), hashlib.sha256).hexdigest()[:_DIGITS]


def words_of(raw: Iterable[tuple[str, str]]) -> str:
    """The raw words of a field as one text, from its wordings by language (empty where it has only one)."""
    return "\n".join(f"{language}: {words}" if language else words for language, words in raw)


def is_stale(decision: FieldDecision, key: bytes, words: str) -> bool:
    """Whether a decision was made on other words.

    Without a key nobody can tell: then it does not hold if it would let the words be taught as they are.
    """
    if not decision.seen:
        return False
    return decision.seen != seen_of(key, words) if key else decision.operation == "keep"
