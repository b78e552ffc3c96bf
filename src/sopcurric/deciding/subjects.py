"""What decisions name: typical tasks by identifiers or by procedures that they hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.model.address import Address, within
from sopcurric.model.sop import JobSop
from sopcurric.model.split import task_of_key
from sopcurric.model.task import TaskCatalogue, TypicalTask
from sopcurric.model.text import Text
from sopcurric.model.texts import written_texts


class UnknownSubjectError(LookupError):
    """A decision names something that is not there, or procedures that are no longer in one task."""

    def __init__(self, reason: str, names: Sequence[str]) -> None:
        """Keep why (`missing`, `split`) and which."""
        super().__init__(reason, *names)
        self.reason = reason
        self.names = tuple(names)


@dataclass(frozen=True)
class Written:
    """The words of SOPs by the address of their element."""

    sops: Sequence[JobSop]

    @cached_property
    def words(self) -> Mapping[Address, tuple[str, ...]]:
        """All words of an element in all languages."""
        found: dict[Address, list[str]] = {}
        for address, text in written_texts(self.sops, (), ()):
            found.setdefault(address, []).extend(spelled(text))
        return {address: tuple(words) for address, words in found.items()}

    @cached_property
    def addresses(self) -> frozenset[Address]:
        """Every address that there is."""
        return frozenset(address for sop in self.sops for address in sop.titles())

    def of(self, address: Address) -> tuple[str, ...]:
        """The words of an element."""
        return self.words.get(address, ())

    def below(self, address: Address) -> tuple[str, ...]:
        """The words of an element and of everything below it, each with where it stands in the element."""
        inside = sorted(one for one in self.words if within(one, address))
        return tuple(word for one in inside for word in (one.removeprefix(address), *self.of(one)))


def spelled(text: Text) -> tuple[str, ...]:
    """The words of a text in all its languages."""
    return tuple(text.words(language) for language, _ in text.wordings)


@dataclass(frozen=True)
class Tasks:
    """Typical tasks by everything that decisions may call them; `numbers` are the identifiers of learning tasks.

    A part of a task that makes several is a name of the whole, as parts are placed together.
    """

    catalogue: TaskCatalogue
    numbers: Mapping[str, str]

    @cached_property
    def _known(self) -> Mapping[str, TypicalTask]:
        known = {task.id: task for task in self.catalogue.tasks}
        by_number = {number: known[task_of_key(key)] for key, number in self.numbers.items()}
        by_member = {member: task for task in self.catalogue.tasks for member in task.members}
        return {**known, **by_number, **by_member}

    def one(self, names: Iterable[str]) -> TypicalTask:
        """The task that is meant by names that all must mean the same.

        Raises:
            UnknownSubjectError: one is not there, or they are in different tasks.
        """
        wanted = tuple(names)
        missing = [name for name in wanted if name not in self._known]
        if missing:
            raise UnknownSubjectError("missing", missing)
        found = {self._known[name].id: self._known[name] for name in wanted}
        if len(found) > 1:
            raise UnknownSubjectError("split", wanted)
        return next(iter(found.values()))
