"""Findings are code + arguments + subject; sentences come from the catalogue, places from the subject."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sopcurric.source.ref import Pointer, SourceRef


class Severity(StrEnum):
    """How grave a finding is; only errors change the exit status."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong.

    `subject` is the address of the element it is about; `place` is given instead where there are no addresses yet
    (a file that could not be read) or where the fault has a place of its own. `arguments` fill the sentence of the
    code. `related` are further places, `about` the addresses of further elements, whose places are shown, too. `part`
    is the way from the subject to what is wrong in it.
    """

    code: str
    severity: Severity
    arguments: tuple[tuple[str, str | int], ...] = ()
    subject: str = ""
    place: SourceRef | None = None
    related: tuple[SourceRef, ...] = ()
    about: tuple[str, ...] = ()
    part: Pointer = ()

    @property
    def gravity(self) -> int:
        """0 for errors, 1 for warnings, 2 for information."""
        return _ORDER[self.severity]

    def said(self, name: str) -> str:
        """An argument by its name; nothing where there is none."""
        return str(dict(self.arguments).get(name, ""))


def finding(  # noqa: PLR0913 - one for each part of the record
    code: str,
    /,
    severity: Severity = Severity.ERROR,
    *,
    subject: str = "",
    place: SourceRef | None = None,
    related: tuple[SourceRef, ...] = (),
    about: tuple[str, ...] = (),
    part: Pointer = (),
    **arguments: str | int,
) -> Finding:
    """A finding with its arguments by name."""
    return Finding(code, severity, by_name(arguments), subject, place, related, about, part)


_PROTECTED = re.compile(r"(<<|《《|＜＜)[^|｜<>《》＜＞]*")
"""What a classification mark protects, be it whole or half typed."""


def by_name(arguments: Mapping[str, str | int]) -> tuple[tuple[str, str | int], ...]:
    """Arguments in the order of their names; reports go further than files, so nothing classified is quoted."""
    return tuple((name, _open(value)) for name, value in sorted(arguments.items()))


def _open(value: str | int) -> str | int:
    return _PROTECTED.sub(r"\1…", value) if isinstance(value, str) else value
