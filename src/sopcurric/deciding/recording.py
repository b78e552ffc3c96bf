"""Decisions as they are written into files."""

from enum import Enum

from pydantic import BaseModel

from sopcurric.model.decision import Named
from sopcurric.model.files.decision import DecisionHeader
from sopcurric.model.markup import written
from sopcurric.model.question import Record
from sopcurric.model.text import Language, Text

_HEADER = frozenset(DecisionHeader.model_fields)


def kept(named: Named[DecisionHeader], seen: str, language: Language) -> Record:
    """The same decision once more, made on what is there now, in the place of the old one."""
    return {**record_of(named.decision, language), "seen": seen, "replaces": [named.name]}


def withdrawn(*names: str) -> Record:
    """That decisions are taken back."""
    return {"decide": "withdraw", "replaces": [*names]}


def record_of(decision: DecisionHeader, language: Language) -> dict[str, object]:
    """What a decision decides, as it is written in a project of that language; without who, when, why and on what."""
    return {key: value for key, value in _mapping(decision, language).items() if key not in _HEADER}


def typed(text: Text, language: Language) -> str | dict[str, str]:
    """A text as it is written in a project of that language, with all its marks."""
    wordings = {own: written(runs) for own, runs in text.wordings}
    return wordings[language] if [*wordings] == [language] else wordings


def _mapping(part: BaseModel, language: Language) -> dict[str, object]:
    """The keys of a part of a file that say more than leaving them out would."""
    found: dict[str, object] = {}
    for name, field in type(part).model_fields.items():
        value: object = getattr(part, name)
        if field.is_required() or value != field.get_default():
            found[name] = _plain(value, language)
    return found


def _plain(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return typed(value, language)
    if isinstance(value, BaseModel):
        return _mapping(value, language)
    if isinstance(value, tuple):
        return [_plain(one, language) for one in value]
    return value.value if isinstance(value, Enum) else value
