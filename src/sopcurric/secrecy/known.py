"""What has to be known of all files to make one teachable: other names, what is left out, levels of a base."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sopcurric.model.files.levels import Level
from sopcurric.model.text import Quantity
from sopcurric.secrecy.treatment import Names

Subject = str
"""What a file is about: plant and code, as `QL:DIG`; of a base, and of what plants do otherwise, `:DIG`."""
At = str
"""The name of an element below a document, as `parameters/T1`, `P1`, `P1/S2`."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What one file says that others must know.

    `wanted` are names that need another one, each with what that begins with and its level; `gone` the elements that
    are left out; `levels` those that stand in a file, by element and key (empty for the document, or all of an
    element); `emergencies` procedures of which all is safety; `routes` the routes of inspection; `values` quantities of
    which a range over several plants can be made, by element and key.
    """

    wanted: tuple[tuple[str, str, str], ...] = ()
    gone: frozenset[tuple[Subject, At]] = frozenset()
    levels: Mapping[tuple[Subject, At, str], str] = field(default_factory=dict)
    emergencies: frozenset[tuple[Subject, At]] = frozenset()
    routes: frozenset[tuple[Subject, At]] = frozenset()
    values: tuple[tuple[tuple[str, str], Quantity], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The same of all files, with other names (and levels) by what they stand for, and the secret of digests."""

    names: Names = field(default_factory=dict)
    gone: frozenset[tuple[Subject, At]] = frozenset()
    levels: Mapping[tuple[Subject, At, str], str] = field(default_factory=dict)
    emergencies: frozenset[tuple[Subject, At]] = frozenset()
    routes: frozenset[tuple[Subject, At]] = frozenset()
    values: Mapping[tuple[str, str], tuple[Quantity, ...]] = field(default_factory=dict)
    language: str = "zh"
    key: bytes = b""

    def is_gone(self, subjects: Iterable[Subject], at: At) -> bool:
        """Whether an element of one of some files is left out."""
        return any((subject, at) in self.gone for subject in subjects)

    def is_left_out(self, address: object) -> bool:
        """Whether an address leads to an element that is left out, or below one; without a plant, in any of them."""
        code, _, rest = str(address).partition("/")
        parts = rest.split("/")
        above = ("/".join(parts[:length]) for length in range(1, len(parts) + 1))
        plant, _, own = code.rpartition(":")
        subjects = {code, f":{own}"} if plant else {one for one, _ in self.gone if one.partition(":")[2] == own}
        return any(self.is_gone(subjects, at) for at in above)


def together(noted: Iterable[Noted], names: Names, language: str, key: bytes) -> Known:
    """What is known of all files."""
    every = list(noted)
    values: dict[tuple[str, str], tuple[Quantity, ...]] = {}
    for about, quantity in (one for each in every for one in each.values):
        values[about] = (*values.get(about, ()), quantity)
    return Known(
        names=names,
        gone=frozenset(one for each in every for one in each.gone),
        levels={about: level for each in every for about, level in each.levels.items()},
        emergencies=frozenset(one for each in every for one in each.emergencies),
        routes=frozenset(one for each in every for one in each.routes),
        values=values,
        language=language,
        key=key,
    )


def level_named(value: object) -> str:
    """A level as a file names it; what is none counts as the highest, and what is wrong with it is told elsewhere."""
    known = isinstance(value, str) and value in {one.value for one in Level}
    return str(value) if known else Level.CORE_SECRET.value


def is_level(value: object) -> bool:
    """Whether a value is the name of a level."""
    return isinstance(value, str) and value in {one.value for one in Level}


def higher(*levels: str) -> str:
    """The highest of some levels; empty ones do not count."""
    return max((one for one in levels if one), key=lambda one: Level(one).rank, default="")
