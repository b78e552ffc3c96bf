"""Declassification (脱密): of everything that is written, what may be taught.

Texts never hold anything raw: marks are opened as files become models (`model.files.base`). What stands here makes the
files themselves teachable.
"""

from sopcurric.model.markup import BrokenMarkError, kept_for


def teachable(data: object, clearance: str = "public") -> object:
    """The data of a file with what may be taught in place of every mark above a clearance.

    What looks like a mark and is none stays what it is: the finding about it keeps the file from leaving.
    """
    if isinstance(data, dict):
        return {_open(str(key), clearance): teachable(value, clearance) for key, value in data.items()}
    if isinstance(data, list):
        return [teachable(value, clearance) for value in data]
    return _open(data, clearance) if isinstance(data, str) else data


def _open(words: str, clearance: str) -> str:
    try:
        return kept_for(words, clearance)
    except BrokenMarkError:
        return words
