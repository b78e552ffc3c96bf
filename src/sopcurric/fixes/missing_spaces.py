"""The space that YAML wants behind the colon of a key and behind the dash of an item."""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.files.keys import known_keys
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import Edit, Source, line_start

_KEY = re.compile(r"[ -]*(?P<key>[a-z][a-z_]+)[ \t]*\Z")


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """A space behind the sign at which the finding stands; a colon only behind what is a key somewhere."""
    at = source.at(one.place)
    if at is None or source.text[at : at + 1] not in (":", "-"):
        return
    if source.text.startswith(":", at):
        key = _KEY.match(source.text[line_start(source.text, at) : at])
        if not key or key["key"] not in known_keys():
            return
    yield Change((Edit(at + 1, at + 1, " "),))


FIX = Fix(
    name="missing-spaces",
    changes=changes,
    cures=frozenset({("SOP003", "colon-space"), ("SOP003", "dash-space")}),
)
