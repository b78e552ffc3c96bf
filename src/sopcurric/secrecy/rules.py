"""A declassification policy with everything resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopcurric.model.files.levels import Level
from sopcurric.model.files.policy import FieldClass, PolicyFile

PUBLIC = Level.PUBLIC.value
SAFETY, WORK, PEOPLE = "safety", "work", "people"
"""Names of classes that mean something to the program: safety is never left out, emergencies are safety, and roles are
no people."""
_SETPOINT = "setpoint"
"""The class of values in texts for which a policy names none."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Classes by name, class names by field path, those that come along, the level of documents without one."""

    classes: Mapping[str, FieldClass]
    fields: Mapping[str, str]
    shipped: Mapping[str, str]
    level: str = PUBLIC

    def sort(self, path: str, *, emergency: bool = False) -> str:
        """The name of the class of a field; that of what it is part of where it has none; nothing without any.

        What is work otherwise is safety in an `emergency`, whatever a policy of the plant calls it.
        """
        if emergency and _nearest(self.shipped, path) == WORK:
            return SAFETY
        return _nearest(self.fields, path)

    def named(self, sort: str) -> FieldClass | None:
        """A class by its name."""
        return self.classes.get(sort)

    def of_values(self, sort: str) -> FieldClass:
        """The class by which values in fields of a class are treated: itself, or the one that it names for them."""
        how = self.named(sort)
        if how is not None and how.operation == "generalise":
            return how
        inner = self.named(how.values or "") if how is not None else None
        return inner or self.classes[_SETPOINT]


def resolved(shipped: PolicyFile, own: PolicyFile | None) -> Rules:
    """The rules of a policy on top of the one that comes along; what is safety there stays so."""
    if own is None:
        return Rules(shipped.classes, shipped.fields, shipped.fields)
    classes = {name: one for name, one in own.classes.items() if name != SAFETY}
    fields = {path: sort for path, sort in own.fields.items() if not is_safety(shipped, path)}
    return Rules({**shipped.classes, **classes}, {**shipped.fields, **fields}, shipped.fields, own.level.value)


def is_safety(shipped: PolicyFile, path: str) -> bool:
    """Whether a field is safety in the policy that comes along."""
    return _nearest(shipped.fields, path) == SAFETY


def is_kept(how: FieldClass | None) -> bool:
    """Whether fields of a class are taught as they stand, whatever their level."""
    return how is not None and how.operation == "keep" and how.kept_when_marked and not how.values


def _nearest(fields: Mapping[str, str], path: str) -> str:
    while path:
        if path in fields:
            return fields[path]
        path = path.rpartition(".")[0]
    return ""
