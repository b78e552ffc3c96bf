"""Findings made ready for printing: resolved to a place, an excerpt and sentences."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.source.ref import Span

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a report says about the rule of a finding; `page` is its manual page, which begins with code and title."""

    name: str
    severity: Severity
    page: str


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count: said at its line (`in_source`) or elsewhere, and for which reason."""

    in_source: bool
    why: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A finding with everything that a report shows; `excerpt` is the line that `span` is in.

    Reports that cannot show that a finding is suppressed are not given any that are.
    """

    finding: Finding
    document: str
    span: Span
    excerpt: str
    message: str
    cure: str
    related: tuple[tuple[str, Span], ...] = ()
    rule: RuleCard | None = None
    suppression: Suppression | None = None

    @property
    def sort_key(self) -> tuple[str, Span, str, str]:
        """The order of reports: by place, then by code."""
        return self.document, self.span, self.finding.code, self.message


def worded(finding: Finding, sentences: tuple[str, str], variants: Mapping[str, str]) -> tuple[str, str]:
    """Message and cure of a finding, from the sentences and variants of its rule in one language.

    The argument `variant` selects the cure. Where `variants` has an entry `name.value` for an argument, that entry is
    shown instead of the value.
    """
    message, general = sentences
    cure = variants.get(finding.said("variant"), general)
    shown = {name: variants.get(f"{name}.{value}", str(value)) for name, value in finding.arguments}
    return filled(message, shown), filled(cure, shown)


def filled(words: str, arguments: Mapping[str, str]) -> str:
    """The sentence with its places filled; a place that nothing fills stays as it is, braces in values stay too."""
    return _PLACE.sub(lambda place: arguments.get(place[1], place[0]), words)


def safe(words: str) -> str:
    """The words without anything that would steer a terminal: such signs are shown by their number."""
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() or sign == "\u3000" else f"<U+{ord(sign):04X}>" for sign in words)
