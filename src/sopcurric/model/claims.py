"""Which levels of which standards programmes claim to lead to."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.model.compilation import Compilation
from sopcurric.model.coverage import LevelShare, StandardCoverage
from sopcurric.model.files.programme import ProgrammeFile


@dataclass(frozen=True, slots=True)
class Claim:
    """A programme that leads to a level, and this level with those below, which it includes."""

    programme: ProgrammeFile
    coverage: StandardCoverage
    levels: tuple[LevelShare, ...]


def claims(compilation: Compilation) -> Iterator[Claim]:
    """The claims of the programmes that people wrote; those about unknown levels are left to another rule."""
    coverage = {one.standard: one for one in compilation.coverage}
    for programme in compilation.inputs.programmes:
        own = coverage.get(programme.standard or "")
        levels = tuple(own.up_to(programme.target_level)) if own and programme.target_level else ()
        if own and levels:
            yield Claim(programme, own, levels)
