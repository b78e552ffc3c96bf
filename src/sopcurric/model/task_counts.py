"""How many typical tasks a job or an occupation has, as the literature counts them."""

from collections.abc import Iterator, Sequence

from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TypicalTask


def representative(compilation: Compilation) -> Iterator[TypicalTask]:
    """The tasks that count: those that are trained for; what is learnt with a card at the post represents no job."""
    return (one for one in compilation.catalogue.tasks if one.rating.outcome != "job-aid")


def own_tasks(compilation: Compilation, job: Address) -> list[TypicalTask]:
    """The tasks of a job that count for it; platform tasks are of the occupation, not of one of its jobs."""
    return [one for one in representative(compilation) if job in one.jobs and not one.platform]


def by_occupation(compilation: Compilation) -> dict[str, list[JobSop]]:
    """Jobs by the code of their occupation; empty where they name none."""
    found: dict[str, list[JobSop]] = {}
    for sop in compilation.inputs.sops:
        if sop.kind == "job-sop":
            found.setdefault(sop.occupation, []).append(sop)
    return dict(sorted(found.items()))


def tasks_of(compilation: Compilation, jobs: Sequence[JobSop]) -> list[TypicalTask]:
    """The tasks of any of several jobs that count, each once."""
    wanted = {one.address for one in jobs}
    return [one for one in representative(compilation) if not wanted.isdisjoint(one.jobs)]
