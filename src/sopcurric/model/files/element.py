"""What the elements of an SOP have in common: an id, where they hold, and forms shorter than a mapping."""

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, ValidationInfo, model_validator
from pydantic.config import JsonDict
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError

from sopcurric.model.files.base import Frozen, Identifier, Words
from sopcurric.model.files.describing import SNIPPETS
from sopcurric.model.files.levels import LevelWord
from sopcurric.wording.catalogue import LANGUAGES

ID_PATTERN = r"^(?=[a-z_-]*[A-Z0-9])[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}[A-Za-z0-9])?$"
"""Keys that are ids in the short form `id: words`: they have a capital letter or a digit, so that a misspelt key is not
taken for one."""
_ID = re.compile(ID_PATTERN)


_IN: Mapping[str, str] = {"zh": "The words in Chinese.\n中文写法。", "en": "The words in English.\n英文写法。"}


class Placed(Frozen):
    """A part of an SOP that may hold in some plants only.
    规程中的一部分，可以只在部分企业适用。
    """

    plants: tuple[Identifier, ...] = ()
    """Plants that it holds for; without it, all of them.
    适用企业；不写表示全部适用。"""
    except_plants: tuple[Identifier, ...] = ()
    """Plants that it does not hold for.
    不适用的企业。"""

    def holds_in(self, organisation: str) -> bool:
        """Whether it holds in a plant; everything holds where there are no plants."""
        if not organisation:
            return True
        return (not self.plants or organisation in self.plants) and organisation not in self.except_plants


class Element(Placed):
    """A part of an SOP with an address. It may be written as one sentence, or as `id: sentence`.
    规程中的一条，有自己的地址。可以只写一句话，也可以写成“标识: 一句话”。
    """

    SHORT: ClassVar[str] = "title"
    """The key that a bare sentence stands for."""

    id: Identifier | None = None
    """Name that addresses use; it stays when the order changes. Without one the position stands in.
    标识：地址的一部分，次序变了也不改；不写时以序号代替。"""
    level: LevelWord | None = None
    """Level of secrecy of all of it, where it differs from that of the document.
    密级：与整份文件不同时填写，对这一条的全部内容有效。"""
    levels: dict[str, LevelWord] = Field(default_factory=dict, max_length=40)
    """Level of secrecy of single keys, as `range: core-secret`.
    各项密级：按项目填写，如 `range: core-secret`。"""

    @model_validator(mode="after")
    def _levels_of_own_keys(self) -> Self:
        unknown = next((key for key in self.levels if key not in type(self).model_fields), None)
        if unknown is not None:
            raise PydanticCustomError("level_of_nothing", "no such key: {key}", {"key": unknown})
        return self

    @model_validator(mode="before")
    @classmethod
    def _from_short_form(cls, value: object) -> object:
        return cls.long_form(value)

    @classmethod
    def long_form(cls, value: object) -> object:
        """The mapping that a short form stands for; anything else as it is."""
        if not isinstance(value, Mapping):
            return dict(cls.from_sentence(value)) if _is_plain(value) else value
        spoken = {key: words for key, words in value.items() if key in LANGUAGES}
        if spoken and cls.SHORT not in value:
            rest = {key: part for key, part in value.items() if key not in LANGUAGES}
            return {**rest, cls.SHORT: spoken} if rest.keys() & cls.model_fields.keys() else {cls.SHORT: value}
        return cls._under_its_id(value) if len(value) == 1 else value

    @classmethod
    def _under_its_id(cls, value: Mapping[str, object]) -> object:
        """What a mapping of one key stands for: an element under its id, where the key is one."""
        key, rest = next(iter(value.items()))
        if key in cls.model_fields or not _ID.fullmatch(key):
            return value
        inner = cls.long_form(rest)
        return {"id": key, **inner} if isinstance(inner, Mapping) and "id" not in inner else value

    @classmethod
    def from_sentence(cls, words: object) -> Mapping[str, object]:
        """What one sentence says."""
        return {cls.SHORT: words}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The mapping, or a sentence, or one key with a sentence or with the rest of the mapping."""
        inner = {**handler.resolve_ref_schema(handler(schema))}
        about: JsonSchemaValue = {key: inner.pop(key) for key in ("title", "description", SNIPPETS) if key in inner}
        short: JsonSchemaValue = {"type": "string", "minLength": 1}
        said = {language: {**short, "description": _IN[language]} for language in LANGUAGES}
        spoken = {"type": "object", "minProperties": 1, "properties": said}
        rest = {key: part for key, part in inner.items() if key != "required"}
        one = {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": False}
        named = {**one, "patternProperties": {ID_PATTERN: {"anyOf": [short, rest]}}}
        return {**about, "anyOf": [inner, short, named, {**spoken, "additionalProperties": False}]}


def _is_plain(value: object) -> bool:
    """Whether a value can only have been meant as words."""
    return value is None or isinstance(value, str | int | float | list)


LEFT_OUT = "\0"
"""Stands for a list that is not there; no file can hold it."""


def unless(*excuses: str) -> BeforeValidator:
    """A list that must have items unless one of the keys before it excuses that; use with `LEFT_OUT` as the default."""

    def checked(value: object, info: ValidationInfo) -> object:
        empty = value in (LEFT_OUT, [])
        if empty and any(info.data.get(key, "at fault") for key in excuses):
            return []
        if value == LEFT_OUT:
            raise PydanticKnownError("missing")
        if empty:
            raise PydanticKnownError("too_short", {"field_type": "Tuple", "min_length": 1, "actual_length": 0})
        return value

    return BeforeValidator(checked)


def without_default(schema: JsonDict) -> None:
    """A schema that does not show `LEFT_OUT`."""
    schema.pop("default", None)


def _reason(value: object) -> object:
    """A reason has words: `true` alone says none."""
    if value is True:
        raise PydanticCustomError("text_empty", "the text is empty", {})
    return value


Reason = Annotated[Words, BeforeValidator(_reason)]
"""Words that say why, or what is still missing."""
