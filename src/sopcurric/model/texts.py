"""Every text that people wrote, with the address of the element that it belongs to."""

from collections.abc import Iterable, Mapping

from pydantic import BaseModel

from sopcurric.model.address import Address, join
from sopcurric.model.files.case import AnyCase
from sopcurric.model.files.course import Course
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.parts import part_names
from sopcurric.model.sop import JobSop
from sopcurric.model.text import Text

_WORDLESS = (str, int, type(None))
"""What no text can be in: most parts of an SOP, so that they are passed over at once."""


def written_texts(
    sops: Iterable[JobSop],
    courses: Iterable[Course] = (),
    programmes: Iterable[ProgrammeFile] = (),
    cases: Iterable[AnyCase] = (),
) -> list[tuple[Address, Text]]:
    """The texts of SOPs, courses, programmes and cases; standards are quoted from elsewhere, so they are not here."""
    found: list[tuple[Address, Text]] = []
    for sop in sops:
        _gather(sop, sop.address, found)
    for course in courses:
        _gather(course, f"@course/{course.code}", found)
    for programme in programmes:
        _gather(programme, f"@programme/{programme.id}", found)
    for case in cases:
        _gather(case, case.address, found)
    return found


def _gather(value: object, address: Address, found: list[tuple[Address, Text]]) -> None:
    if isinstance(value, Text):
        found.append((address, value))
    elif isinstance(value, tuple):
        for one in value:
            _gather(one, address, found)
    elif isinstance(value, Mapping):
        for one in value.values():
            _gather(one, address, found)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            _gather_parts(getattr(value, name), address, found)
    else:
        names = part_names(value)
        own = getattr(value, "address", address) if names else address
        for name in names:
            part = getattr(value, name)
            if not isinstance(part, _WORDLESS):
                _gather(part, own, found)


def _gather_parts(value: object, address: Address, found: list[tuple[Address, Text]]) -> None:
    """The parts of a file that have an id stand at an address of their own."""
    for part in value if isinstance(value, tuple) else (value,):
        named = getattr(part, "id", None)
        _gather(part, join(address, named) if isinstance(named, str) else address, found)
