"""The rule profile of a project: its own profiles first, then those that come along, with all that they stand on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from sopcurric.app.parsing import parsed
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io import resources
from sopcurric.io.workspace import PROJECT_FILE
from sopcurric.model.profile import Number, Profile, ProfileFile, merged
from sopcurric.source.ref import SourceRef

BASE = "joint-team-practice"
"""What every profile stands on: it alone has everything that a build needs."""
DEFAULT = "moe-2019-higher-vocational-3y"
"""What stands in for a profile that is not there."""


@dataclass(slots=True)
class _Chain:
    """Profiles in the order in which they count, each once, and what is wrong with what they extend."""

    own: Mapping[str, tuple[ProfileFile, str]]
    files: list[ProfileFile] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def add(self, name: str, above: tuple[str, ...] = ()) -> None:
        """A profile, after all that it extends; `above` are those that extend it."""
        if any(one.id == name for one in self.files):
            return
        file = _profile(name, self.own)
        if file is None:
            return
        for number, other in enumerate(file.extends):
            place = SourceRef(self.own[name][1] if name in self.own else name, ("extends", number))
            if other == name or other in above:
                way = " → ".join((*above, name, other))
                self.findings.append(finding("PLN113", place=place, name=other, way=way))
            elif _profile(other, self.own) is None:
                self.findings.append(finding("PLN112", place=place, name=other, known=", ".join(known(self.own))))
            else:
                self.add(other, (*above, name))
        self.files.append(file)


def known(own: Mapping[str, object]) -> tuple[str, ...]:
    """Names of all profiles there are."""
    return tuple(sorted({*own, *resources.profile_names()}))


def resolved(
    name: str, own: Mapping[str, tuple[ProfileFile, str]], language: str
) -> tuple[Profile, tuple[Finding, ...]]:
    """The profile of that name, and what is wrong with it; `own` are those of the repository with their files."""
    chain = _Chain(own)
    base = _shipped(BASE)
    chain.add(BASE)
    if base is not None and BASE in own:  # one of that name need not have all that a build needs
        chain.files.insert(0, base)
    wanted = name
    if _profile(name, own) is None:
        place = SourceRef(PROJECT_FILE, ("profile",))
        chain.findings.append(finding("PLN001", place=place, name=name, known=", ".join(known(own))))
        wanted = DEFAULT
    chain.add(wanted)
    found = (*chain.findings, *_replaced(own), *_out_of_range(own), *_numbers(chain.files, own, language))
    return merged(one.model_copy(update={"numbers": _read(one, own)}) for one in chain.files), tuple(found)


def _profile(name: str, own: Mapping[str, tuple[ProfileFile, str]]) -> ProfileFile | None:
    return own[name][0] if name in own else _shipped(name)


@cache
def _shipped(name: str) -> ProfileFile | None:
    """A profile that comes along, read once in each process."""
    content = resources.profile(name) if name in resources.profile_names() else None
    file = parsed(name, content, ProfileFile, "zh").file if content else None
    if content and file is None:
        raise AssertionError(name)
    return file


@cache
def _units() -> Mapping[str, str]:
    """Units of numbers that rules ask for, by name."""
    files = (_shipped(name) for name in resources.profile_names())
    return {name: number.unit for one in files if one for name, number in one.numbers.items()}


def number_names() -> frozenset[str]:
    """Names of numbers that rules ask for."""
    return frozenset(_units())


def _replaced(own: Mapping[str, tuple[ProfileFile, str]]) -> Iterator[Finding]:
    """Profiles of the repository that stand in the way of those that come along."""
    for name, (file, path) in own.items():
        shipped = _shipped(name)
        if shipped is not None:
            yield finding(
                "PLN146",
                Severity.WARNING,
                place=SourceRef(path, ("id",)),
                id=name,
                count=len(shipped.numbers.keys() - file.numbers.keys()),
                suggestion=f"our-{name}",
                variant="base" if name == BASE else "gone",
            )


def _out_of_range(own: Mapping[str, tuple[ProfileFile, str]]) -> Iterator[Finding]:
    """Numbers of profiles of the repository that cannot be meant."""
    for file, path in own.values():
        for name, number in file.numbers.items():
            share = "share" in (number.unit, _units().get(name))
            if not (0 <= number.value <= 1 if share else 0 < number.value < _TOO_MANY):
                yield finding(
                    "PLN147",
                    Severity.WARNING,
                    place=SourceRef(path, ("numbers", name, "value")),
                    name=name,
                    value=f"{number.value:g}",
                    unit=number.unit,
                    variant="share" if share else "count",
                )


_TOO_MANY = 100000


def _read(file: ProfileFile, own: Mapping[str, object]) -> dict[str, Number]:
    """The numbers of a profile that some rule knows; those that come along are known."""
    if file.id not in own:
        return file.numbers
    return {name: number for name, number in file.numbers.items() if name in number_names()}


def _numbers(files: list[ProfileFile], own: Mapping[str, tuple[ProfileFile, str]], language: str) -> Iterator[Finding]:
    """Numbers that nothing asks for, and those that ask for less than what binds."""
    binding: dict[str, Number] = {}
    for file in files:
        for name, number in file.numbers.items():
            before = binding.get(name)
            place = SourceRef(own[file.id][1], ("numbers", name)) if file.id in own else None
            if place and name not in number_names():
                names = ", ".join(sorted(number_names()))
                yield finding("PLN115", Severity.WARNING, place=place, name=name, known=names)
            elif place and before and _weaker(number, before):
                yield finding(
                    "PLN114",
                    Severity.WARNING,
                    place=place,
                    name=name,
                    value=f"{number.value:g}",
                    binding=f"{before.value:g}",
                    clause=before.clause.words(language),
                )
            if number.modality == "must":
                binding[name] = number


def _weaker(number: Number, before: Number) -> bool:
    """Whether a number lets pass what the one before it does not."""
    if number.modality != "must":
        return True
    if before.bound == "about":
        return number.value != before.value
    return number.value < before.value if before.bound == "least" else number.value > before.value
