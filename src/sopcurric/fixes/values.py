"""Words, numbers, dates and ids that are misspelt, Chinese or full-width, where only one can be meant."""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import Source, instead


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The suggestion in the place of the value; numbers and truth values lose their quotes."""
    suggestion = one.said("suggestion")
    bare = one.code in ("SOP012", "SOP013") and (
        suggestion in ("true", "false") or suggestion.replace(".", "", 1).isdigit()
    )
    edit = instead(source, one.place, suggestion, bare=bare) if one.place else None
    if edit:
        yield Change((edit,))


FIX = Fix(
    name="values",
    changes=changes,
    cures=frozenset(
        {
            ("SOP012", "did-you-mean"),
            ("SOP013", "did-you-mean"),
            ("SOP013", "unquoted"),
            ("SOP014", "did-you-mean"),
        }
    ),
)
