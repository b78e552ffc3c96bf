"""Every key that files of a repository may have, wherever it may stand."""

import typing
from collections.abc import Iterator
from functools import lru_cache

from pydantic import BaseModel

from sopcurric.diagnostics.words_of_authors import HEADINGS
from sopcurric.model.files.case import CaseFile
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.decision import DecisionFile
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.model.files.sop import KINDS
from sopcurric.model.files.sop_changes import ChangesFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.wording.catalogue import LANGUAGES

_FILES: tuple[type[BaseModel], ...] = (
    *(model for model, _ in KINDS.values()),
    ChangesFile,
    ProjectFile,
    CaseFile,
    CourseFile,
    StandardFile,
    ProgrammeFile,
    ScheduleFile,
    DecisionFile,
    LexiconFile,
)


@lru_cache
def known_keys() -> frozenset[str]:
    """The keys of all files, languages included."""
    return frozenset(key for model in _models() for key in model.model_fields) | frozenset(LANGUAGES)


def is_heading(words: str) -> bool:
    """Whether some words are a key of a file, or a Chinese heading that may stand for one."""
    return words in known_keys() or words in HEADINGS


def _models() -> set[type[BaseModel]]:
    found: set[type[BaseModel]] = set()
    waiting: list[object] = list(_FILES)
    while waiting:
        one = waiting.pop()
        if isinstance(one, type) and issubclass(one, BaseModel) and one not in found:
            found.add(one)
            waiting += [field.annotation for field in one.model_fields.values()]
        waiting += _parts(one)
    return found


def _parts(annotation: object) -> Iterator[object]:
    """The types that an annotation is made of."""
    yield from (part for part in typing.get_args(annotation) if not isinstance(part, str | int))
