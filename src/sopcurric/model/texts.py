"""Every text that people wrote, with the address of the element that it belongs to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from pydantic import BaseModel

from sopcurric.model.address import Address, join
from sopcurric.model.files.course import Course
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.sop import JobSop
from sopcurric.model.text import Text


def written_texts(
    sops: Iterable[JobSop], courses: Iterable[Course], programmes: Iterable[ProgrammeFile]
) -> Iterator[tuple[Address, Text]]:
    """The texts of SOPs, courses and programmes; standards are quoted from elsewhere, so they are not here."""
    for sop in sops:
        yield from _texts(sop, sop.address)
    for course in courses:
        yield from _texts(course, f"@course/{course.code}")
    for programme in programmes:
        yield from _texts(programme, f"@programme/{programme.id}")


def _texts(value: object, address: Address) -> Iterator[tuple[Address, Text]]:
    if isinstance(value, Text):
        yield address, value
    elif isinstance(value, Mapping):
        yield from _all(value.values(), address)
    elif isinstance(value, tuple):
        yield from _all(value, address)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _parts(getattr(value, name), address)
    elif is_dataclass(value) and not isinstance(value, type):
        own = getattr(value, "address", address)
        yield from _all((getattr(value, field.name) for field in fields(value)), own)


def _all(values: Iterable[object], address: Address) -> Iterator[tuple[Address, Text]]:
    for value in values:
        yield from _texts(value, address)


def _parts(value: object, address: Address) -> Iterator[tuple[Address, Text]]:
    """The parts of a file that have an id stand at an address of their own."""
    for part in value if isinstance(value, tuple) else (value,):
        named = getattr(part, "id", None)
        yield from _texts(part, join(address, named) if isinstance(named, str) else address)
