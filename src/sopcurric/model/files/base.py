"""What all files have in common: strictness, texts, identifiers, dates."""

import re
from datetime import date
from typing import Annotated

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError, PydanticKnownError

from sopcurric.model.markup import BrokenMarkError, parse
from sopcurric.model.text import Runs, Text
from sopcurric.wording.catalogue import LANGUAGES

_STATE_SECRET = re.compile(r"^\s*(绝密|机密|秘密)\s*(★.*)?$")


class Frozen(BaseModel):
    """A part of a file: immutable, and unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


def _words(value: object, info: ValidationInfo) -> object:
    """From a string or a language map of strings to a text; anything else is left to the validator to refuse."""
    language = (info.context or {}).get("language", "zh")
    if isinstance(value, str):
        return Text.of({language: _runs(value)})
    if isinstance(value, dict) and value and all(isinstance(words, str) for words in value.values()):
        for key in value:
            if key not in LANGUAGES:
                raise PydanticCustomError("language_tag", "not a language: {key}", {"key": str(key)})
        return Text.of({str(key): _runs(words) for key, words in value.items()})
    if isinstance(value, Text):
        return value
    raise PydanticCustomError("text_expected", "a text was expected", {})


def _runs(words: str) -> Runs:
    if not words.strip():
        raise PydanticCustomError("text_empty", "the text is empty", {})
    if _STATE_SECRET.match(words):
        raise PydanticCustomError("state_secret", "state-secret marking", {})
    try:
        return parse(_joined(words))
    except BrokenMarkError as broken:
        raise PydanticCustomError("classification_mark", "broken mark: {at}", {"at": broken.at}) from None


_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_FOLD = re.compile(rf"(?<=[，。；：、！？）”])\s+(?=[{_CJK}])")


def _joined(words: str) -> str:
    """One line: white space becomes one space, or none after Chinese punctuation."""
    return " ".join(_FOLD.sub("", words).split())


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
"""A text: one string in the language of the project, or a map from language to string."""

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

Line = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
"""A short name or number that is no prose (a code, a version, a unit), the same in every language."""
