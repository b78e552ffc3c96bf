"""What was approved: `seen:` with hours, semesters and credits of every course, below the date or the id."""

import json
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import BREAK, Edit, Source, found_at, line_end, line_start
from sopcurric.source.ref import Pointer, SourceRef


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The record after the date of the approval, or the id of the change; nothing where that stands unusually."""
    at: Pointer = one.place.pointer if one.place else ()
    approved = found_at(source.data, at)
    start = source.at(one.place)
    if not isinstance(approved, dict) or start is None:
        return
    where = source.scalar(SourceRef(source.document, (*at, "id" if "id" in approved else "date")))
    if where is None:
        return
    seen: dict[str, str] = json.loads(one.said("seen"))
    end = where[1]
    if source.text.startswith("{", start):
        edit = Edit(end, end, f", seen: {one.said('seen')}")
    else:
        line = line_end(source.text, end)
        found = BREAK.search(source.text)
        indent = (found[0] if found else "\n") + " " * (start - line_start(source.text, start))
        lines = (f"{indent}  {_quoted(code)}: {_quoted(said)}" for code, said in seen.items())
        edit = Edit(line, line, f"{indent}seen:{''.join(lines)}")
    yield Change((edit,), ((at, {**approved, "seen": seen}),))


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


FIX = Fix(name="approved-courses", changes=changes, cures=frozenset({("PLN139", "")}))
