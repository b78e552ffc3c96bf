"""Whether one of two texts stands in the other, so that they cannot be options of one question."""

import re


def nested(words: str, other: str) -> bool:
    """Whether one of two texts is the other, or stands in it."""
    one, two = _bare(words), _bare(other)
    return _stands_in(one, two) or _stands_in(two, one)


def _stands_in(one: str, two: str) -> bool:
    """Whether words stand in others, numbers only as a whole: `5 h` does not stand in `15 h`."""
    return one in two and bool(re.search(rf"(?<!\d)(?<!\d\.){re.escape(one)}(?!\d)(?!\.\d)", two))


def _bare(words: str) -> str:
    return re.sub(r"(?!(?<=\d)\.\d)[\W_]", "", words).casefold()
