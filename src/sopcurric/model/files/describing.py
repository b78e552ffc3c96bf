"""What editors say of a file while it is typed: descriptions in two languages, what choices mean, snippets.

A docstring in `model/files` is English first; on a new line that begins with a Chinese character follows the Chinese.
Where that begins with a term and a colon (`文件编号：…`), the term is the Chinese title.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from pydantic import GetJsonSchemaHandler, JsonValue
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

_HAN = "\u3400-\u9fff"
_CHINESE = re.compile(rf"\n(?=[{_HAN}])")
_WIDE = rf"[{_HAN}\u3000-\u303f\uff00-\uffef“”‘’…—]"
_FOLD = re.compile(rf"(?<={_WIDE})\n|\n(?={_WIDE})")
_LONGEST_TITLE = 12
_ONE_OR_NULL = 2
SNIPPETS = "defaultSnippets"
MEANINGS = "enumDescriptions"


class Choice(StrEnum):
    """A choice whose members say what they mean, in English and Chinese."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        """Take the word that is typed and what it means."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of the choice with the meaning of each word."""
        made = handler(schema)
        handler.resolve_ref_schema(made)[MEANINGS] = [member.meaning for member in cls]
        return made


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the words of a `Literal` mean, as an annotation of it."""

    of: tuple[tuple[str, str], ...]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema of the words with the meaning of each."""
        made = handler(schema)
        meanings = dict(self.of)
        made[MEANINGS] = [meanings[word] for word in made["enum"]]
        return made


def meanings(of: Mapping[str, str]) -> Meanings:
    """What the words of a `Literal` mean, by word."""
    return Meanings(tuple(of.items()))


def both(english: str, chinese: str) -> JsonValue:
    """Words of a snippet in both languages."""
    return {"en": english, "zh": chinese}


def snippet(label: JsonValue, description: JsonValue, body: JsonValue) -> JsonValue:
    """Something that an editor offers to insert; `both` may stand in any place of it, `$1` where one types next."""
    return {"label": label, "description": description, "body": body}


def snippets(*offered: JsonValue) -> dict[str, JsonValue]:
    """Snippets for `json_schema_extra` of a model (an item of a list) or of a field."""
    return {SNIPPETS: list(offered)}


def halves(description: str) -> tuple[str, str]:
    """The English and the Chinese half of a description, each on one line; without a Chinese half, as it stands."""
    english, *chinese = _CHINESE.split(description, maxsplit=1)
    if not chinese:
        return english, ""
    return " ".join(english.split()), _FOLD.sub("", chinese[0]).replace("\n", " ")


def in_language(part: JsonValue, language: str) -> JsonValue:
    """A part of a schema with descriptions, titles and snippets in one language; English stands in for no Chinese."""
    if isinstance(part, list):
        return [in_language(one, language) for one in part]
    if not isinstance(part, dict):
        return part
    told: dict[str, JsonValue] = {}
    for key, value in part.items():
        if key == SNIPPETS:
            told[key] = _chosen(value, language)
        elif key == "description" and isinstance(value, str):
            told |= _described(value, part, language)
        elif key == MEANINGS and isinstance(value, list):
            told[key] = [_half(one, language) if isinstance(one, str) else one for one in value]
        elif key not in told:
            told[key] = in_language(value, language)
    return told


def _half(description: str, language: str) -> str:
    english, chinese = halves(description)
    return chinese if language == "zh" and chinese else english


def _described(description: str, part: Mapping[str, JsonValue], language: str) -> dict[str, JsonValue]:
    english, chinese = halves(description)
    if language != "zh" or not chinese:
        return {"description": english}
    lead, colon, _ = chinese.partition("：")
    title = lead if colon else chinese.rstrip("。")
    if len(title) <= _LONGEST_TITLE:
        return {"description": chinese, "title": title}
    return {"description": chinese, **({"title": part["title"]} if "title" in part else {})}


def _chosen(part: JsonValue, language: str) -> JsonValue:
    if isinstance(part, list):
        return [_chosen(one, language) for one in part]
    if isinstance(part, dict):
        if part.keys() == {"en", "zh"}:
            return part[language]
        return {key: _chosen(value, language) for key, value in part.items()}
    return part


def for_editors(part: JsonValue) -> JsonValue:
    """A part of a schema that allows the same and is better to type by.

    Without empty defaults, which editors would write into files; with `null` among the types of a value instead of an
    alternative of its own, which editors would explain as two things.
    """
    if isinstance(part, list):
        return [for_editors(one) for one in part]
    if not isinstance(part, dict):
        return part
    kept = {key: for_editors(one) for key, one in part.items() if key != "default" or one not in (None, [], {})}
    alternatives = kept.get("anyOf")
    if not isinstance(alternatives, list) or len(alternatives) != _ONE_OR_NULL or alternatives[1] != {"type": "null"}:
        return kept
    only = alternatives[0]
    if not isinstance(only, dict) or "type" not in only or {"enum", "const"} & only.keys():
        return kept
    types = only["type"] if isinstance(only["type"], list) else [only["type"]]
    return {**{key: one for key, one in kept.items() if key != "anyOf"}, **only, "type": [*types, "null"]}
