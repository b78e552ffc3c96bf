"""The pages of an edition for those who may see more: what is protected, in the place of what is taught.

Structure is that of what is taught; only words are swapped, and only where it is certain whose they are. What cannot be
told apart stays as it is taught.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import TypeVar, cast

from sopcurric.model.address import Address
from sopcurric.model.publication import Binder
from sopcurric.model.saying import words
from sopcurric.model.text import Inline, Plain, Quantity, Runs, Sentence, Text, sentence

Part = TypeVar("Part")
_TO_PLANTS = {"front.use.5": "front.use.plant"}
"""Sentences to learners that are not true for the plant's own people, and those that are."""

_WHOLE = frozenset((str, int, bool, float, type(None)))
"""Kinds of values that have no parts."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Words of an element as they are taught, and as they may be shown; `partly`: more is protected than that."""

    owner: Address
    taught: Runs
    shown: Runs
    partly: bool = False


_Shown = tuple[Runs, bool]
"""Words as they may be shown, and whether more is protected in them."""


def said_to_plants(binders: tuple[Binder, ...], names: Mapping[str, str]) -> tuple[Binder, ...]:
    """Binders as the plant's own people read them: real names by the other ones, no sentences that are for learners."""
    pattern = re.compile("|".join(rf"(?<![A-Za-z0-9]){re.escape(one)}(?![A-Za-z0-9])" for one in names) or r"(?!)")
    return _retold(binders, lambda words: pattern.sub(lambda found: names[found[0]], words))


def _retold(part: Part, named: Callable[[str], str]) -> Part:
    """The same object where nothing in it is said otherwise."""
    if isinstance(part, Plain):
        after = named(part.text)
        return part if after == part.text else cast("Part", replace(part, text=after))
    if isinstance(part, Sentence):
        arguments = tuple(
            (name, named(one) if isinstance(one, str) else _retold(one, named)) for name, one in part.arguments
        )
        return cast("Part", Sentence(_TO_PLANTS.get(part.code, part.code), arguments))
    return _with_parts(part, lambda one: _retold(one, named))


def _with_parts(part: Part, change: Callable[[object], object]) -> Part:
    """A tuple or a value with each of its parts changed; the same object where none is."""
    if part.__class__ in _WHOLE:
        return part
    if isinstance(part, tuple):
        made = tuple(change(one) for one in part)
        return cast("Part", made) if any(new is not old for new, old in zip(made, part, strict=True)) else part
    changed = {}
    for name in _fields(cast("type", part.__class__)):
        before = getattr(part, name)
        if before.__class__ not in _WHOLE and (after := change(before)) is not before:
            changed[name] = after
    return replace(part, **changed) if changed else part  # type: ignore[type-var]


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Names of the fields of a kind of value; none where it is not made of parts."""
    return tuple(one.name for one in fields(kind)) if is_dataclass(kind) else ()


def restored(binders: tuple[Binder, ...], swaps: Iterable[Swap], doubtful: str = "") -> tuple[Binder, ...]:
    """Binders with what may be shown in the place of what is taught, wherever words derive from its element.

    They are the same object where nothing is swapped. `doubtful` is the code of the sentence that follows a value as
    it is taught where nobody can tell what it stands for.
    """
    known: dict[Address, dict[Runs, set[_Shown]]] = {}
    for one in swaps:
        known.setdefault(one.owner, {}).setdefault(one.taught, set()).add((one.shown, one.partly))
    every = frozenset(taught for same in known.values() for taught, shown in same.items() if shown != {(taught, False)})
    return _Restoring(known, every, doubtful).part(binders, ()) if known else binders


@dataclass(frozen=True, slots=True)
class _Restoring:
    """Swaps words; `owners` are the elements that a part derives from, or else those of what it is part of."""

    known: Mapping[Address, Mapping[Runs, set[_Shown]]]
    every: frozenset[Runs]
    doubtful: str

    def part(self, part: Part, owners: tuple[Address, ...]) -> Part:
        if isinstance(part, Text):
            return cast("Part", self._text(part, owners))
        if not isinstance(part, tuple):
            owners = getattr(part, "derived_from", ()) or owners
        return _with_parts(part, lambda one: self.part(one, owners))

    def _text(self, text: Text, owners: tuple[Address, ...]) -> Text:
        wordings = {language: self._runs(runs, owners, language) for language, runs in text.wordings}
        return text if wordings == dict(text.wordings) else Text.of(wordings)

    def _stands_for(self, taught: Runs, owners: Iterable[Address]) -> "_Shown":
        """What taught words of some elements stand for, where that is one thing only; else they are as they are."""
        found = {one for owner in owners for one in self.known.get(owner, {}).get(taught, ())}
        return found.pop() if len(found) == 1 else (taught, True)

    def _runs(self, runs: Runs, owners: tuple[Address, ...], language: str) -> Runs:
        """All of the words, or single values in them. Words that are in `every` nowhere stand for themselves."""
        if runs in self.every:
            return self._told(runs, owners, language)
        made: list[Inline] = []
        for run in runs:
            swapped = isinstance(run, Quantity) and (run,) in self.every
            made += self._told((run,), owners, language) if swapped else (run,)
        return tuple(made)

    def _told(self, taught: Runs, owners: Iterable[Address], language: str) -> Runs:
        shown, partly = self._stands_for(taught, owners)
        return (*shown, *self._doubt(language)) if partly else shown

    def _doubt(self, language: str) -> Runs:
        """What says that words are as they are taught."""
        return (Plain(words(sentence(self.doubtful), language)),) if self.doubtful else ()
