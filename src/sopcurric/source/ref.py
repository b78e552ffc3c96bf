"""References to places in files, and spans in them."""

from dataclasses import dataclass

Pointer = tuple[str | int, ...]
"""The way from the top of a document to a value: mapping keys and list positions (from 0)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text: 1-based line and column, counted in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class SourceRef:
    """A value in a document.

    `document` is the path of the file relative to the project, with forward slashes; `pointer` leads to the value.
    `on_key` asks for the key of a mapping entry instead of its value. `span` is given where it is known already:
    for elements of documents that were read without faults, and where there are no pointers (a syntax error).
    """

    document: str
    pointer: Pointer = ()
    on_key: bool = False
    span: Span | None = None
