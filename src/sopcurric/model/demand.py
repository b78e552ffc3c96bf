"""What a profile asks of the written programmes, and by how much a plan falls short of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from sopcurric.diagnostics.finding import Severity
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.profile import Number
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
        return f"{float(Fraction(str(self.number.value)) * 100):g} %"

    @property
    def percent(self) -> str:
        """The share in per cent, with as many decimals as it takes to be seen below what is asked for."""
        share, asked = Fraction(self.part.hours * 100, self.total), Fraction(str(self.number.value)) * 100
        digits = next((n for n in range(1, _DECIMALS) if round(share, n) < asked), _DECIMALS)
        return f"{float(share):.{digits}f} %"

    @property
    def to_shift(self) -> int:
        """Hours that must become part of the share where the total stays as it is."""
        return ceil(self._missing)

    @property
    def to_add(self) -> int:
        """Hours that must be added to the share where everything else stays as it is."""
        return ceil(self._missing / (1 - Fraction(str(self.number.value))))

    @property
    def _missing(self) -> Fraction:
        return Fraction(str(self.number.value)) * self.total - self.part.hours


def severity_of(number: Number) -> Severity:
    """Falling short of what is prescribed (应当) is an error, of anything else a warning."""
    return Severity.ERROR if number.modality == "must" else Severity.WARNING


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
            if part.number == number and part.hours < Fraction(str(asked.value)) * total.hours:
                yield Shortfall(address, asked, part, total.hours)
