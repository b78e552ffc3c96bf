"""Keys that are misspelt or written in Chinese, where only one key can be meant."""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding
from sopcurric.plugin import Change, Fix, Left, Repository
from sopcurric.source.editing import Source, found_at, instead


def changes(source: Source, one: Finding, _repository: Repository) -> Iterable[Change | Left]:
    """The key that is meant, in the place of the one that stands there; not where it is there already."""
    suggestion = one.said("suggestion")
    beside = found_at(source.data, one.place.pointer[:-1]) if one.place else None
    if one.place is None or not isinstance(beside, dict) or suggestion in beside:
        return
    edit = instead(source, one.place, suggestion)
    if edit:
        yield Change((edit,))


FIX = Fix(name="key-typos", changes=changes, cures=frozenset({("SOP010", "did-you-mean")}))
