"""A declassification policy with everything resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopcurric.model.files.levels import Level
from sopcurric.model.files.policy import FieldClass, PolicyFile

PUBLIC = Level.PUBLIC.value
SAFETY, WORK = "safety", "work"
"""Names of classes that mean something to the program: safety is never left out, and emergencies are safety."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Classes by name, class names by field path, the level of documents without one."""

    classes: Mapping[str, FieldClass]
    fields: Mapping[str, str]
    level: str = PUBLIC

    def sort(self, path: str) -> str:
        """The name of the class of a field; that of what it is part of where it has none; nothing without any."""
        while path:
            if path in self.fields:
                return self.fields[path]
            path = path.rpartition(".")[0]
        return ""

    def named(self, sort: str) -> FieldClass | None:
        """A class by its name."""
        return self.classes.get(sort)


def resolved(shipped: PolicyFile, own: PolicyFile | None) -> Rules:
    """The rules of a policy on top of the one that comes along."""
    if own is None:
        return Rules(shipped.classes, shipped.fields)
    return Rules({**shipped.classes, **own.classes}, {**shipped.fields, **own.fields}, own.level.value)
