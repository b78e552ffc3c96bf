"""From the bytes of a file to its model: what is wrong with it comes beside it, nothing is raised."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import ValidationError

from sopcurric.app.standing_in import StandIn, stand_in
from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.diagnostics.from_validation import from_validation
from sopcurric.io.yaml_reader import Reading, map_yaml, read_yaml
from sopcurric.model.files.base import Frozen
from sopcurric.source.ref import Pointer

File = TypeVar("File", bound=Frozen)
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Value]):
    """Something that was read; `broken`: it only stands in for something with faults."""

    value: Value
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Outcome(Generic[File]):
    """What became of a file: its model, or None and what stands in for it as far as anything does; and its faults."""

    file: File | None
    findings: tuple[Finding, ...]
    meant: StandIn[File] | None = None


def parsed(document: str, content: bytes, model: type[File], language: str) -> Outcome[File]:
    """A file of bytes as its model; what is wrong with it, and what stands in for it then, come beside it."""
    return understood(document, read_yaml(document, content), content, model, language)


def understood(document: str, reading: Reading, content: bytes, model: type[File], language: str) -> Outcome[File]:
    """The same for a file that has been read."""
    if reading.meant is None:
        return Outcome(None, reading.findings)
    everywhere: tuple[Pointer, ...] = ((),) if reading.left_out else ()
    made, found = validated(document, reading.meant, model, language)
    if made is None:
        news = _news(found, reading, content)
        return Outcome(None, (*reading.findings, *news), stand_in(reading.meant, model, language, everywhere))
    if any(one.severity is Severity.ERROR for one in reading.findings):
        return Outcome(None, reading.findings, StandIn(made, everywhere))
    return Outcome(made, reading.findings)


def validated(document: str, data: object, model: type[File], language: str) -> tuple[File | None, tuple[Finding, ...]]:
    """The data of a file as its model."""
    try:
        return model.model_validate(data, context={"language": language}), ()
    except ValidationError as error:
        return None, from_validation(document, error.errors(include_url=False), model)


def _news(found: tuple[Finding, ...], reading: Reading, content: bytes) -> tuple[Finding, ...]:
    """The findings that do not come from a line that was mended in one of several ways."""
    if not reading.guessed:
        return found
    places = map_yaml(content)
    return tuple(
        one
        for one in found
        if one.place
        and places.find(one.place).line not in reading.guessed
        and not (reading.left_out and one.code == "SOP011")
    )
