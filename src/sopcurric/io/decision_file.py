"""Files of decisions: their text, made to be read by people, their names, and the day on which they are written."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from textwrap import indent

from sopcurric.io.workspace import epoch_date
from sopcurric.io.yaml_writer import yaml_text
from sopcurric.model.question import Record
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence

FOLDER = "decisions"
_FIRST = ("decide", "id", "on", "leaf", "block", "blocks", "after")
_LAST = ("role", "by", "date", "why", "seen", "replaces")
_DIGITS = 8


def decision_text(records: Sequence[Record], language: Language) -> str:
    """The file that holds records of decisions; each word of theirs stays on the line on which it begins."""
    told = words(sentence("decide.file.head"), language)
    items = "\n".join(indent(yaml_text([_sorted(one)]), "  ") for one in records)
    return f"# {told}\nformat: 1\ndecisions:\n{items}"


def file_name(date: str, role: str, text: str) -> str:
    """Where a file of decisions belongs: two files share a name only where they say the same."""
    return f"{FOLDER}/{date}-{role}-{hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]}.yaml"


def this_day() -> str:
    """The day it is, or that of `SOURCE_DATE_EPOCH`, as YYYY-MM-DD."""
    return epoch_date() or datetime.now().astimezone().date().isoformat()  # noqa: TID251 - the one place


def _sorted(record: Record) -> Record:
    """The record with what is decided first, and who, when and why last."""
    middle = [key for key in record if key not in _FIRST and key not in _LAST]
    return {key: record[key] for key in (*_FIRST, *middle, *_LAST) if key in record}
