"""The file of decisions about single fields: new ones are put behind those that stand there, which stay as they are."""

from collections.abc import Mapping, Sequence
from textwrap import indent

from sopcurric.io.yaml_reader import read_yaml
from sopcurric.io.yaml_writer import yaml_text
from sopcurric.model.question import Record
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence

_PATH = "fields.yaml"


class UnreadableDecisionsError(ValueError):
    """What stands in the file is no list of decisions, so that nothing can be put behind it."""


def fields_text(before: bytes | None, records: Sequence[Record], language: Language) -> str:
    """The whole file with new decisions at its end; of two about the same field, the last one holds.

    Comments and layout of what stands there stay, unless it is written in a way that nothing can be put behind.

    Raises:
        UnreadableDecisionsError: the file cannot be read.
    """
    if before is None:
        return f"# {words(sentence('decide.fields.head'), language)}\nformat: 1\nfields:\n{_items(records, 2)}"
    reading = read_yaml(_PATH, before)
    data = reading.data
    standing = data.get("fields", []) if isinstance(data, Mapping) else None
    if reading.findings or not isinstance(data, Mapping) or not isinstance(standing, list):
        raise UnreadableDecisionsError
    wanted = {**data, "fields": [*standing, *map(dict, records)]}
    for longer in _longer(before.decode("utf-8-sig"), records):
        if read_yaml(_PATH, longer.encode()).data == wanted:
            return longer
    return yaml_text(wanted)


def _longer(text: str, records: Sequence[Record]) -> Sequence[str]:
    """The text with more items behind it, in the ways in which a list can be indented."""
    whole = text if text.endswith("\n") else f"{text}\n"
    return [f"{whole}{_items(records, depth)}" for depth in (2, 0, 4)]


def _items(records: Sequence[Record], depth: int) -> str:
    return "".join(indent(yaml_text([dict(one)]), " " * depth) for one in records)
