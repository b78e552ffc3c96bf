"""Ids that a full-width colon or a missing space made part of the text: `- S2：开阀` becomes `- S2: 开阀`."""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.linguistics.leading_names import leading_id
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import Edit, Source
from sopcurric.source.ref import Pointer, SourceRef


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The id with a colon and a space, where the sentence stands there plainly."""
    at: Pointer = one.place.pointer if one.place else ()
    place = source.scalar(SourceRef(source.document, at))
    if place is None:
        return
    start, end = place
    name, length = leading_id(source.text[start:end])
    if name:
        value = {name: source.text[start + length : end]}
        yield Change((Edit(start, start + length, f"{name}: "),), ((at, value),))


FIX = Fix(name="leading-ids", changes=changes, cures=frozenset({("SOP042", "id")}))
