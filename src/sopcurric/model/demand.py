"""What a profile asks of the written programmes, and by how much a plan falls short of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TypedDict

from sopcurric.diagnostics.finding import Severity
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.profile import Number, RequiredCourse
from sopcurric.model.share import Share, shares_of

_DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A share of the hours of a programme that is smaller than its profile asks for."""

    programme: Address
    number: Number
    part: Share
    total: int

    @property
    def required(self) -> str:
        """What is asked for, in per cent."""
        return percent_of(self.number)

    @property
    def percent(self) -> str:
        """The share in per cent, with as many decimals as it takes to be seen below what is asked for."""
        share, asked = Fraction(self.part.hours * 100, self.total), self.number.exact * 100
        digits = next((n for n in range(1, _DECIMALS) if round(share, n) < asked), _DECIMALS)
        return f"{float(share):.{digits}f} %"

    @property
    def to_shift(self) -> int:
        """Hours that must become part of the share where the total stays as it is."""
        return ceil(self._missing)

    @property
    def to_add(self) -> int:
        """Hours that must be added to the share where everything else stays as it is."""
        return ceil(self._missing / (1 - self.number.exact))

    @property
    def _missing(self) -> Fraction:
        return self.number.exact * self.total - self.part.hours


MODALITIES: dict[str, dict[str, str]] = {
    "zh": {
        "modality.must": "应当",
        "modality.in-principle": "原则上",
        "modality.usual": "一般",
        "modality.recalled": "凭记忆，未核对原文",
    },
    "en": {
        "modality.must": "binding",
        "modality.in-principle": "binding in principle",
        "modality.usual": "usual",
        "modality.recalled": "recalled, not verified",
    },
}
"""How findings call the modality of a number, as variants of rules."""


class Cited(TypedDict):
    """What a finding on a number says of where it stands: text and clause, and how binding that is."""

    basis: str
    modality: str


def cited(number: Number | RequiredCourse, compilation: Compilation) -> Cited:
    """Where a number stands, in the language of the project."""
    language = compilation.inputs.settings.language
    clause = number.clause.words(language)
    basis = number.source.words(language) + ("" if clause == "—" else f" {clause}")
    return {"basis": basis, "modality": number.modality}


def severity_of(number: Number | RequiredCourse) -> Severity:
    """Falling short of what is prescribed (应当) is an error, of anything else a warning."""
    return Severity.ERROR if number.modality == "must" else Severity.WARNING


def percent_of(number: Number) -> str:
    """A share that is asked for in per cent; a third is told as such."""
    share = number.exact * 100
    return f"{float(share):g} %" if share.denominator <= _PLAIN else f"{float(share):.1f} % ({number.exact})"


_PLAIN = 10


def written_plans(compilation: Compilation) -> Iterator[tuple[Address, ProgrammeFile, IntegratedPlan]]:
    """The programmes that people wrote, with their addresses and plans; the default one is nobody's fault."""
    plans = {plan.programme: plan for plan in compilation.plans}
    for programme in compilation.inputs.programmes:
        if programme.id in plans:
            yield f"@programme/{programme.id}", programme, plans[programme.id]


def shortfalls(compilation: Compilation, number: str) -> Iterator[Shortfall]:
    """Programmes whose share is below the number of the profile, compared unrounded."""
    asked = compilation.inputs.profile.numbers.get(number)
    if asked is None:
        return
    for address, _, plan in written_plans(compilation):
        total, *parts = shares_of(plan.courses)
        for part in parts:
            if part.number == number and part.hours < asked.exact * total.hours:
                yield Shortfall(address, asked, part, total.hours)
