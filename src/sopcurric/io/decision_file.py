"""Files of decisions: their text, made to be read by people, their names, and the day on which they are written."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from textwrap import indent

import yaml

from sopcurric.io.workspace import epoch_date
from sopcurric.io.yaml_scalars import resolved
from sopcurric.model.question import Record
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence

FOLDER = "decisions"
_FIRST = ("decide", "id", "on", "leaf", "block", "blocks", "after")
_LAST = ("role", "by", "date", "why", "seen", "replaces")
_ENDLESS = 1_000_000
_DIGITS = 8


def decision_text(records: Sequence[Record], language: Language) -> str:
    """The file that holds records of decisions; each word of theirs stays on the line on which it begins."""
    told = words(sentence("decide.file.head"), language)
    items = "\n".join(indent(_yaml([_sorted(one)]), "  ") for one in records)
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


def _yaml(value: object) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_ENDLESS)


class _Dumper(yaml.SafeDumper):
    """Block style without aliases; text is quoted only where our reader would take it for something else."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - the signature of the base class
        """Write out everything as often as it is said."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent lists below their keys."""
        super().increase_indent(flow, indentless=False)

    def resolve(self, kind: type[yaml.Node], value: object, implicit: object) -> str:
        """What a plain scalar is taken for: dates and words such as `on` are text to our reader."""
        if kind is yaml.ScalarNode and isinstance(value, str) and implicit == (True, False):
            return _TAGS[next(one for one in _TAGS if isinstance(resolved(value), one))]
        return str(super().resolve(kind, value, implicit))  # type: ignore[no-untyped-call]


_TAGS: dict[type[object], str] = {
    type(None): "tag:yaml.org,2002:null",
    bool: "tag:yaml.org,2002:bool",
    int: "tag:yaml.org,2002:int",
    float: "tag:yaml.org,2002:float",
    str: "tag:yaml.org,2002:str",
}
"""Tags by type; truth values come before the numbers that they are, too."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    """Several lines stand below each other where YAML can show them so; what begins with a sign stands in quotes."""
    odd = any(sign.isspace() and sign not in " \n" for sign in text)
    plain = text[:1].isalnum()
    style = '"' if odd else "|" if "\n" in text else None if plain else "'"
    return dumper.represent_scalar(_TAGS[str], text, style=style)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(tuple, yaml.SafeDumper.represent_list)
