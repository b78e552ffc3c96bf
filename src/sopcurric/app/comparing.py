"""Use case: the SOPs of one job side by side, over all plants."""

from pydantic import TypeAdapter

from sopcurric.model.comparison import compare
from sopcurric.model.compilation import Compilation
from sopcurric.model.shown import ShownVersion

COMPARISON: TypeAdapter[tuple[ShownVersion, ...]] = TypeAdapter(tuple[ShownVersion, ...])
"""How a comparison is written as JSON."""
COLUMNS = ("id", "title", "plants", "differs")
"""What a terminal shows of it."""


def compared(compilation: Compilation, job: str, language: str) -> tuple[ShownVersion, ...]:
    """What the SOPs of a job (its code, or the address of one of them) have in common and where they differ."""
    code = job.rpartition(":")[2].casefold()
    sops = [sop for sop in compilation.inputs.sops if sop.code.casefold() == code]
    return tuple(
        ShownVersion(
            id=one.id,
            title=one.title.words(language),
            part=one.part,
            plants=one.plants,
            common=one.common,
            differs=one.differs,
            derived_from=one.derived_from,
        )
        for one in compare(sops)
    )
