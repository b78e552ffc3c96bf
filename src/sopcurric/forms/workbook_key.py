"""The hidden sheet of a workbook: which words stand for which values, so that no reader has to guess.

Its rows have four cells. The first says what the row is about: `form`, `state`, `role`, `sheet`, `column`, `field`,
`choice` (number of a list, value, label) or `entry` (question, number of its list, whether words are wanted).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from sopcurric.forms.answers import UnreadableFormError
from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.forms.inert_text import loose, one_line

SHEET = "sopcurric"
"""Name of the hidden sheet: plain letters, so that references to it need no quotes."""
FORMAT = 1
_LABEL = 200

Row = tuple[str, str, str, str]
Choices = tuple[tuple[str, str], ...]


def labels(entry: Entry) -> Choices:
    """The choices of an entry with labels on one line that differ by more than blanks, width and capitals."""
    short = tuple((value, one_line(label)[:_LABEL]) for value, label in entry.choices)
    if len({loose(label) for _, label in short}) == len(short) and all(label for _, label in short):
        return short
    return tuple((value, f"{label}（{value}）") for value, label in short)


@dataclass(frozen=True)
class ChoiceLists:
    """The different lists of choices of an inbox, in the order of their first use."""

    inbox: Inbox

    @cached_property
    def lists(self) -> tuple[Choices, ...]:
        """Each list once."""
        return tuple(dict.fromkeys(labels(entry) for entry in self.inbox.entries if entry.choices))

    @cached_property
    def number(self) -> Mapping[Choices, int]:
        """The number of each list."""
        return {choices: number for number, choices in enumerate(self.lists)}


def rows(lists: ChoiceLists, sheet: str, columns: Mapping[str, str], fields: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of the hidden sheet, for a visible sheet with these heads of columns and labels of fields."""
    inbox = lists.inbox
    return (
        ("form", "sopcurric-inbox", str(FORMAT), ""),
        ("state", inbox.state, "", ""),
        ("role", inbox.role, "", ""),
        ("sheet", sheet, "", ""),
        *(("column", name, word, "") for name, word in columns.items()),
        *(("field", name, word, "") for name, word in fields.items()),
        *(
            ("choice", str(number), value, label)
            for number, choices in enumerate(lists.lists)
            for value, label in choices
        ),
        *(
            ("entry", entry.id, str(lists.number.get(labels(entry), "")), "free" if entry.free else "")
            for entry in inbox.entries
        ),
    )


def spans(rows: Iterable[Row]) -> dict[int, tuple[int, int]]:
    """First and last row (from 1) of each list of choices in the hidden sheet."""
    found: dict[int, tuple[int, int]] = {}
    for place, (about, number, _, _) in enumerate(rows, start=1):
        if about == "choice":
            found[int(number)] = (found.get(int(number), (place, place))[0], place)
    return found


@dataclass(slots=True)
class Key:
    """What the hidden sheet of a returned workbook says."""

    state: str = ""
    role: str = ""
    sheet: str = ""
    format: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    lists: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    entries: dict[str, tuple[str, bool]] = field(default_factory=dict)

    def take(self, about: str, first: str, second: str, third: str) -> None:
        """Take one row; rows about anything else are left to newer versions."""
        match about:
            case "form" if first == "sopcurric-inbox":
                self.format = second
            case "state" | "role" | "sheet":
                setattr(self, about, first)
            case "column":
                self.columns[loose(second)] = first
            case "field":
                self.fields[loose(second)] = first
            case "choice":
                self.lists.setdefault(first, []).append((second, third))
            case "entry":
                self.entries[first] = (second, third == "free")

    def value(self, question: str, typed: str) -> str | None:
        """The value of the choice that was typed: by its label, else by what it is itself; None if it is neither."""
        offered = self.lists.get(self.entries[question][0], [])
        exact = [value for value, label in offered if label == typed]
        similar = [value for value, label in offered if loose(label) == loose(typed)]
        tokens = [value for value, _ in offered if loose(value) == loose(typed)]
        return next((values[0] for values in (exact, similar, tokens) if len(values) == 1), None)

    def offered(self, question: str) -> tuple[str, ...]:
        """The labels that could be chosen."""
        return tuple(label for _, label in self.lists.get(self.entries[question][0], []))


def key(found: Iterable[Row]) -> Key:
    """What the rows of a hidden sheet say.

    Raises:
        UnreadableFormError: the workbook is not one of ours, comes from a newer version, or has lost its state.
    """
    read = Key()
    for row in found:
        read.take(*row)
    if not read.format.isascii() or not read.format.isdigit():
        raise UnreadableFormError("form.unreadable.foreign")
    if int(read.format[:9]) > FORMAT:
        raise UnreadableFormError("form.unreadable.newer", format=read.format[:9])
    digits = set(read.state)
    if len(read.state) != 12 or not digits <= set("0123456789abcdef"):  # noqa: PLR2004 - as the value is defined
        raise UnreadableFormError("form.unreadable.no-state")
    if read.role not in ("", "plant", "college", "industry"):
        raise UnreadableFormError("form.unreadable.foreign")
    return read
