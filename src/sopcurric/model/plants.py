"""Which plants something holds for that others do otherwise, where one job is done in several of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sopcurric.model.address import Address, job_of
from sopcurric.model.enumerating import joined
from sopcurric.model.sop import JobSop
from sopcurric.model.text import Phrase, Sentence, Text, sentence

_MOST_PLANTS = 3
"""As many plants as are named one by one."""


def tells_plants(phrase: Phrase) -> bool:
    """Whether a phrase says of something in which plants it is so."""
    if not isinstance(phrase, Sentence):
        return False
    return phrase.code.startswith("plants.") or any(
        tells_plants(one) for _, one in phrase.arguments if isinstance(one, Phrase)
    )


@dataclass(frozen=True)
class Valued:
    """Something with a value, such as a parameter with its range, and the element that says so."""

    title: Phrase
    value: Phrase
    address: Address


@dataclass(frozen=True)
class Plants:
    """SOPs by address, and what their organisations are called."""

    sops: Mapping[Address, JobSop] = field(default_factory=dict)
    titles: Mapping[str, Text] = field(default_factory=dict)

    def whose(self, addresses: Iterable[Address], everywhere: Iterable[Address]) -> Phrase | None:
        """The plants of some addresses; nothing where each plant that does their job is among them.

        `everywhere` are addresses in all SOPs that count, such as the procedures of a task.
        """
        mine = self._homes(addresses)
        codes = {code for code, _ in mine}
        every = {(code, plant) for code, plant in self._homes(everywhere) if code in codes}
        return None if every <= mine else self.named(addresses)

    def named(self, addresses: Iterable[Address]) -> Phrase | None:
        """The names of the plants of some addresses, of many the first and how many; nothing where there are none."""
        plants = sorted({plant for _, plant in self._homes(addresses)} - {""})
        names: list[Phrase] = [self.titles.get(one) or Text.plain("und", one) for one in plants]
        if len(names) > _MOST_PLANTS:
            return sentence("job.plants", organisation=names[0], number=len(names))
        return joined("join.plants", names) if names else None

    def said(self, text: Phrase, addresses: Iterable[Address], everywhere: Iterable[Address]) -> Phrase:
        """A text with the plants that it is for, where it is not for all."""
        whose = self.whose(addresses, everywhere)
        return sentence("plants.of", text=text, plants=whose) if whose else text

    def valued(self, code: str, things: Iterable[Valued], everywhere: Iterable[Address]) -> list[Phrase]:
        """Sentences of a code with `title` and `value`; where plants have other values, all of a thing with its plant.

        What has one title and one value in all plants is told once.
        """
        every = tuple(everywhere)
        found: dict[Phrase, dict[Phrase, list[Address]]] = {}
        for one in things:
            found.setdefault(one.title, {}).setdefault(one.value, []).append(one.address)
        return [
            sentence(code, title=title, value=value)
            for title, values in found.items()
            for value in self._values(values, every)
        ]

    def _values(self, values: Mapping[Phrase, Sequence[Address]], everywhere: Sequence[Address]) -> list[Phrase]:
        """The values of one thing: those of different plants as one, each with its plants."""
        if len({frozenset(plant for _, plant in self._homes(own)) for own in values.values()}) == 1:
            return [self.said(value, own, everywhere) for value, own in values.items()]
        marked = [
            sentence("plants.of", text=value, plants=plants) if (plants := self.named(own)) else value
            for value, own in values.items()
        ]
        return [joined("join.plants", marked)]

    def _homes(self, addresses: Iterable[Address]) -> set[tuple[str, str]]:
        """Codes of jobs with the organisations that the addresses lie in."""
        homes = (self.sops.get(job_of(one)) for one in addresses)
        return {(one.code.casefold(), one.organisation) for one in homes if one is not None}
