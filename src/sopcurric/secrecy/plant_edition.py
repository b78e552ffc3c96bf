"""The pages of an edition for those who may see more: what is protected, in the place of what is taught.

Structure is that of what is taught; only words are swapped, and only where it is certain whose they are. What cannot be
told apart stays as it is taught.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from sopcurric.model.address import Address
from sopcurric.model.publication import Binder
from sopcurric.model.text import Inline, Quantity, Runs, Text

Part = TypeVar("Part")


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of an element as they are taught, and as they may be shown."""

    owner: Address
    taught: Runs
    shown: Runs


def restored(binders: tuple[Binder, ...], swaps: Iterable[Swap]) -> tuple[Binder, ...]:
    """Binders with what may be shown in the place of what is taught, wherever words derive from its element.

    They are the same object where nothing is swapped.
    """
    known: dict[Address, dict[Runs, set[Runs]]] = {}
    for one in swaps:
        known.setdefault(one.owner, {}).setdefault(one.taught, set()).add(one.shown)
    return _restored(binders, (), known) if known else binders


_Known = Mapping[Address, Mapping[Runs, set[Runs]]]


def _restored(part: Part, owners: tuple[Address, ...], known: _Known) -> Part:
    if isinstance(part, Text):
        return cast("Part", _swapped(part, owners, known))
    if isinstance(part, tuple):
        made = tuple(_restored(one, owners, known) for one in part)
        return cast("Part", made) if any(new is not old for new, old in zip(made, part, strict=True)) else part
    if not is_dataclass(part) or isinstance(part, type):
        return part
    owners = getattr(part, "derived_from", ()) or owners
    changed = {}
    for one in fields(part):
        before = getattr(part, one.name)
        after = _restored(before, owners, known)
        if after is not before:
            changed[one.name] = after
    return cast("Part", replace(part, **changed)) if changed else part


def _swapped(text: Text, owners: Sequence[Address], known: _Known) -> Text:
    found: dict[Runs, set[Runs]] = {}
    for owner in owners:
        for taught, shown in known.get(owner, {}).items():
            found.setdefault(taught, set()).update(shown)
    certain = {taught: next(iter(shown)) for taught, shown in found.items() if len(shown) == 1}
    if not certain:
        return text
    wordings = {language: _runs(runs, certain) for language, runs in text.wordings}
    return text if wordings == dict(text.wordings) else Text.of(wordings)


def _runs(runs: Runs, certain: Mapping[Runs, Runs]) -> Runs:
    """All of the words, or single values in them."""
    if runs in certain:
        return certain[runs]
    made: list[Inline] = []
    for run in runs:
        made += certain.get((run,), (run,)) if isinstance(run, Quantity) else (run,)
    return tuple(made)
