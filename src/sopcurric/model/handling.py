"""What declassification did with single fields. For the plant's eyes: these values hold what is classified."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.source.ref import SourceRef

State = Literal["done", "undecided", "refused"]


@dataclass(frozen=True, slots=True)
class Handled:
    """One field of a classified file: where it stands, its class, level, operation, raw and taught words by language.

    `at` names the element below the document and `key` the key in it (`*` for all of it, `actions.2` for an item).
    `whole`: all of the element goes with it. `state`: `undecided` where nobody said what is to be taught, so that
    nothing is; `refused` where somebody wanted to take away what belongs to safety. `by`, `date` and `why` are those of
    the decision, if there is one; `sourced` says whether it names where its value was published.
    """

    place: SourceRef
    at: str
    key: str
    sort: str
    level: str
    operation: str
    raw: tuple[tuple[str, str], ...]
    taught: tuple[tuple[str, str], ...] = ()
    whole: bool = False
    state: State = "done"
    by: str = ""
    date: str = ""
    why: str = ""
    sourced: bool = False


@dataclass(frozen=True, slots=True)
class Withheld:
    """Words that are not taught, without a mark that says so: where they stand, what is taught instead, their level.

    Unless `firm`, the same words elsewhere may well be something else: the value of a step, the name of a department.
    """

    place: SourceRef
    raw: str
    taught: str
    level: str
    firm: bool
