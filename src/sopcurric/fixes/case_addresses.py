"""Cases that name nothing get the address whose title is most like theirs: `on: [DIG/P1/S2]` below the id."""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, found_at, line_end, line_start
from sopcurric.source.ref import Pointer, SourceRef


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The address after the id, in either style; nothing where the id stands in an unusual place."""
    at: Pointer = one.place.pointer if one.place else ()
    case = found_at(source.data, at)
    where = source.scalar(SourceRef(source.document, (*at, "id")))
    start = source.at(one.place)
    if not isinstance(case, dict) or where is None or start is None:
        return
    address, end = one.said("suggestion"), where[1]
    if source.text.startswith("{", start):
        edit = Edit(end, end, f", on: [{address}]")
    else:
        line = line_end(source.text, end)
        found = BREAK.search(source.text)
        indent = " " * (start - line_start(source.text, start))
        edit = Edit(line, line, f"{found[0] if found else chr(10)}{indent}on: [{address}]")
    yield Change((edit,), ((at, {**case, "on": [address]}),))


FIX = Fix(name="case-addresses", changes=changes, cures=frozenset({("COM142", "proposed")}))
