"""What all files have in common: strictness, texts, identifiers, dates."""

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Strict,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from sopcurric.model.files.levels import STATE_SECRET
from sopcurric.model.lines import one_line
from sopcurric.model.markup import BrokenMarkError, is_marked, opened, parse
from sopcurric.model.text import Runs, Text
from sopcurric.wording.catalogue import LANGUAGES

_SEVERAL = re.compile(r"[\r\n]")


class Frozen(BaseModel):
    """A part of a file: immutable, and unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _words(value: object, info: ValidationInfo) -> object:
    """From a string or a language map of strings to a text; anything else is left to the validator to refuse."""
    language = (info.context or {}).get("language", "zh")
    if isinstance(value, str):
        return Text.of({language: _runs(value, info)})
    if isinstance(value, dict) and value and all(isinstance(words, str) for words in value.values()):
        for key in value:
            if key not in LANGUAGES:
                raise PydanticCustomError("language_tag", "not a language: {key}", {"key": str(key)})
        return Text.of({str(key): _runs(words, info) for key, words in value.items()})
    if isinstance(value, Text):
        return value
    raise PydanticCustomError("text_expected", "a text was expected", {})


_NAMES = frozenset(
    [
        "title",
        "name",
        "publisher",
        "columns",
        "table",
        "heading",
        "box",
        "by",
        "department",
        "prepared_by",
        "reviewed_by",
        "approved_by",
        "owner",
        "period",
    ]
)
"""Keys of what things and people are called: a name stands in one line, however it is typed."""


def _runs(words: str, info: ValidationInfo) -> Runs:
    if not words.strip():
        raise PydanticCustomError("text_empty", "the text is empty", {})
    if STATE_SECRET.match(words):
        raise PydanticCustomError("state_secret", "state-secret marking", {})
    typed = one_line(words) if info.field_name in _NAMES or not _SEVERAL.search(words) else words
    try:
        taught = opened(typed)
        if not taught.strip():
            raise PydanticCustomError("nothing_taught", "all of it is classified", {})
        return parse(taught)
    except BrokenMarkError as broken:
        raise PydanticCustomError("classification_mark", "broken mark: {at}", {"at": broken.at}) from None


Words = Annotated[
    Text,
    BeforeValidator(_words),
    WithJsonSchema(
        {
            "type": ["string", "object"],
            "minLength": 1,
            "minProperties": 1,
            "propertyNames": {"enum": list(LANGUAGES)},
            "additionalProperties": {"type": "string", "minLength": 1},
        }
    ),
]
r"""A text: one string in the language of the project, or a map from language to string.

Marks: `**strong**`, `*light*`, `H~2~O`, `10^-3^`, `$formula$`, `[[ADDRESS|words]]`, `<<raw|teachable>>`; a backslash
(`\*`, `\~`, `\^`, `\$`, `\[`) gives the sign itself. In a text of several lines (`|`) an empty line begins a new
paragraph, and lines that begin with `- `, `1. `, `1)`, `1、` or `（1）` are a list; names stay in one line.
"""

Whole = Annotated[int, Strict()]
"""A whole number. Neither a truth value nor a text in quotes is one."""
Real = Annotated[float, Strict()]
"""A number, likewise."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?$")]
"""A name that stays: ASCII letters, digits, `-` and `_`, at most 40 characters."""

Link = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:(?:[A-Za-z0-9][A-Za-z0-9_-]{0,39}:)?[A-Za-z0-9][A-Za-z0-9_-]{0,39}/)?[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?$"
    ),
]
"""The id of an element of the same document, or `CODE/id` for one of another document of the same plant."""

_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"


def _real(day: str) -> str:
    """A day that the calendar has."""
    try:
        date.fromisoformat(day)
    except ValueError:
        raise PydanticKnownError("string_pattern_mismatch", {"pattern": _DAY}) from None
    return day


Day = Annotated[str, StringConstraints(pattern=_DAY), AfterValidator(_real)]
"""A date as `YYYY-MM-DD`."""

RecordDay = Annotated[str, StringConstraints(pattern=_DAY, max_length=10), AfterValidator(_real)]
"""The same of what may have a level of secrecy: the declassification policy has a class for it."""

Target = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:[A-Za-z0-9][A-Za-z0-9_-]{0,39}:)?[A-Za-z0-9][A-Za-z0-9_-]{0,39}(?:/[A-Za-z0-9][A-Za-z0-9_.-]{0,59}){0,6}$"
    ),
]
"""The address of a job, or of what is in its SOP: `DIG`, `DIG/P1/S2`, `QL:DIG/hazards/H1`; without a plant, of all."""


def _unmarked(words: str) -> str:
    """A short name without classification marks, which could not be replaced in it."""
    if is_marked(words):
        raise PydanticCustomError("mark_not_here", "a classification mark: {at}", {"at": words})
    return words


Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True), AfterValidator(_unmarked)]
"""A short name or number that is no prose (a code, a version, a unit), the same in every language."""
