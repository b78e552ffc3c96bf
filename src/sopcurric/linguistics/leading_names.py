"""What authors write before a sentence where an id or nothing is meant: `S2：`, `D1:`, `1.`, `（2）`."""

import re

_ID = re.compile(r"(?P<id>[A-Z]{1,2}-?[0-9]{1,3}[a-z]?)[ \u3000]*[:：][ \u3000]*(?=\S)")
_NUMBER = re.compile(r"(?:[0-9]{1,2}[ \u3000]*[.．、)）]|[(（][0-9]{1,2}[)）]|[①-⑳])[ \u3000]*(?=[^\s0-9.])")


def leading_id(words: str) -> tuple[str, int]:
    """An id before a sentence and how many signs it takes with its colon; an empty one where there is none."""
    found = _ID.match(words)
    return (found["id"], found.end()) if found else ("", 0)


def leading_number(words: str) -> str:
    """A number of a list before a sentence, or nothing."""
    found = _NUMBER.match(words)
    return found[0].strip() if found else ""
