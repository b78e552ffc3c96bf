"""From the bytes of a file to its model: what is wrong with it comes beside it, nothing is raised."""

from typing import TypeVar

from pydantic import ValidationError

from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.diagnostics.from_validation import from_validation
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.base import Frozen

File = TypeVar("File", bound=Frozen)


def parse(document: str, content: bytes, model: type[File], language: str) -> tuple[File | None, tuple[Finding, ...]]:
    """A file of bytes as its model; what is wrong with it comes beside it."""
    reading = read_yaml(document, content)
    if reading.data is None:
        return None, reading.findings
    made, found = validated(document, reading.data, model, language)
    broken = any(one.severity is Severity.ERROR for one in reading.findings)
    return (None if broken else made), (*reading.findings, *found)


def validated(document: str, data: object, model: type[File], language: str) -> tuple[File | None, tuple[Finding, ...]]:
    """The data of a file as its model."""
    try:
        return model.model_validate(data, context={"language": language}), ()
    except ValidationError as error:
        return None, from_validation(document, error.errors(include_url=False), model)
