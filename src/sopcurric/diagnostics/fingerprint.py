"""What a finding is known by from one run to the next, wherever it stands by then."""

import hashlib
import json

from sopcurric.diagnostics.finding import Finding

DIGITS = 16
"""Hexadecimal digits of a fingerprint."""


def fingerprint(finding: Finding, document: str) -> str:
    """A digest of code, arguments and what the finding is about: neither lines nor positions in lists are part of it.

    A finding about an element with an address is known by that; others are known by their file and keys.
    """
    keys = [part for part in finding.place.pointer if isinstance(part, str)] if finding.place else []
    about = [finding.subject] if finding.subject else [document]
    parts = [finding.code, about, keys, finding.arguments]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:DIGITS]
