"""The pages of an edition for those who may see more: what is protected, in the place of what is taught.

Structure is that of what is taught; only words are swapped, and only where it is certain whose they are. What cannot be
told apart stays as it is taught.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TypeVar, cast

from sopcurric.model.address import Address
from sopcurric.model.publication import Binder
from sopcurric.model.saying import words
from sopcurric.model.text import Inline, Plain, Quantity, Runs, Sentence, Text, sentence

Part = TypeVar("Part")
_TO_PLANTS = {"front.use.5": "front.use.plant"}
"""Sentences to learners that are not true for the plant's own people, and those that are."""


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
    if isinstance(part, Plain):
        return cast("Part", replace(part, text=named(part.text)))
    if isinstance(part, Sentence):
        arguments = tuple(
            (name, named(one) if isinstance(one, str) else _retold(one, named)) for name, one in part.arguments
        )
        return cast("Part", Sentence(_TO_PLANTS.get(part.code, part.code), arguments))
    if isinstance(part, tuple):
        return cast("Part", tuple(_retold(one, named) for one in part))
    if not is_dataclass(part) or isinstance(part, type):
        return part
    held = {one.name: getattr(part, one.name) for one in fields(part)}
    changed = {name: after for name, before in held.items() if (after := _retold(before, named)) is not before}
    return cast("Part", replace(part, **changed))


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
        if isinstance(part, tuple):
            made = tuple(self.part(one, owners) for one in part)
            return cast("Part", made) if any(new is not old for new, old in zip(made, part, strict=True)) else part
        if not is_dataclass(part) or isinstance(part, type):
            return part
        owners = getattr(part, "derived_from", ()) or owners
        held = {one.name: getattr(part, one.name) for one in fields(part)}
        changed = {name: after for name, before in held.items() if (after := self.part(before, owners)) is not before}
        return cast("Part", replace(part, **changed)) if changed else part

    def _text(self, text: Text, owners: Iterable[Address]) -> Text:
        certain = self._certain(owners)
        wordings = {language: self._runs(runs, certain, language) for language, runs in text.wordings}
        return text if wordings == dict(text.wordings) else Text.of(wordings)

    def _certain(self, owners: Iterable[Address]) -> dict[Runs, "_Shown"]:
        """What taught words of some elements stand for, where that is one thing only."""
        found: dict[Runs, set[_Shown]] = {}
        for owner in owners:
            for taught, shown in self.known.get(owner, {}).items():
                found.setdefault(taught, set()).update(shown)
        return {taught: next(iter(shown)) for taught, shown in found.items() if len(shown) == 1}

    def _runs(self, runs: Runs, certain: Mapping[Runs, "_Shown"], language: str) -> Runs:
        """All of the words, or single values in them."""
        if runs in certain or runs in self.every:
            shown, partly = certain.get(runs, (runs, True))
            return (*shown, *self._doubt(language)) if partly else shown
        made: list[Inline] = []
        for run in runs:
            if not isinstance(run, Quantity) or ((run,) not in certain and (run,) not in self.every):
                made.append(run)
                continue
            shown, partly = certain.get((run,), ((run,), True))
            made += (*shown, *self._doubt(language)) if partly else shown
        return tuple(made)

    def _doubt(self, language: str) -> Runs:
        """What says that words are as they are taught."""
        return (Plain(words(sentence(self.doubtful), language)),) if self.doubtful else ()
