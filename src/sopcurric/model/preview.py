"""Both sides of declassification, field by field, and how much of SOPs it leaves to teach.

Rows hold what is classified: they are for the plant's eyes, and nothing keeps them. The figures are public.
"""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.text import Phrase

FieldState = Literal["unchanged", "done", "undecided", "refused"]


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field: its line (from 1), place, class and its title, level, operation, state, raw and taught words.

    `level` is empty where nothing is classified, `operation` where nothing was done; it is `mark` where somebody typed
    marks. `taught` is empty where nothing is taught.
    """

    document: str
    line: int
    place: str
    sort: str
    titled: Phrase
    level: str
    operation: str
    state: FieldState
    raw: str
    taught: str


@dataclass(frozen=True, slots=True)
class Share:
    """How many there are, and how many of them are taught."""

    taught: int
    all: int


@dataclass(frozen=True, slots=True)
class ClassLoss:
    """What became of the fields of a class (empty: of none), as numbers of fields.

    `kept` are taught as they stand, `marked` with the words that marks give, `left_out` and `undecided` are not taught.
    """

    sort: str
    kept: int
    generalised: int
    replaced: int
    renamed: int
    aggregated: int
    marked: int
    left_out: int
    undecided: int


@dataclass(frozen=True, slots=True)
class DocumentLoss:
    """What declassification leaves of an SOP: of its fields class by class, of its steps, parameters and elements."""

    document: str
    classes: tuple[ClassLoss, ...]
    steps: Share
    parameters: Share
    elements: Share


@dataclass(frozen=True, slots=True)
class Preview:
    """Every field of every SOP, what is marked in other files, and the figures."""

    title: str
    language: str
    rows: tuple[FieldRow, ...]
    losses: tuple[DocumentLoss, ...]
