"""How typical tasks stand to each other: one after the other (串行), at the same time (并行), shared by jobs (平台)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sopcurric.model.address import Address
from sopcurric.model.enumerating import joined
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.task import TaskCatalogue, TaskRelation, TypicalTask
from sopcurric.model.text import Phrase, sentence

IN_ORDER = (Phase.PREPARATION, Phase.START_UP, Phase.NORMAL, Phase.SHUTDOWN, Phase.MAINTENANCE)
"""Phases of which one comes after the other for the same thing."""
RUNNING = frozenset({Phase.NORMAL, Phase.INSPECTION})
"""Phases of the work that goes on while the plant runs."""
PLATFORM_JOBS = 3
"""Work of so many jobs is platform work, and work of two where these are at least half of all."""


@dataclass(frozen=True, slots=True)
class Work:
    """A task as relations see it: by job, the things that it is done to, by what they are called in one line."""

    task: str
    phase: Phase
    things: Mapping[Address, Mapping[str, Phrase]] = field(default_factory=dict)


def is_platform(jobs: int, of: int) -> bool:
    """Whether work is shared by so many jobs that it belongs to none of them; the same job in plants counts once."""
    return jobs >= PLATFORM_JOBS or (jobs > 1 and jobs * 2 >= of)


def relations(works: Sequence[Work], titles: Mapping[Address, Phrase]) -> tuple[TaskRelation, ...]:
    """The relations of tasks, each pair once, in the order of jobs and tasks.

    For each job a task has at most one task that it leads to and one that it follows, and is parallel to the next one
    of the same job only: so there are about as many relations as tasks.
    """
    by_job: dict[Address, list[Work]] = {}
    for work in works:
        for job in work.things:
            by_job.setdefault(job, []).append(work)
    found: dict[tuple[str, str], TaskRelation] = {}
    for job, own in sorted(by_job.items()):
        for one in (*_sequences(own, job), *_parallels(own, titles[job])):
            found.setdefault((one.first, one.second), one)
    return tuple(found.values())


def told_relations(task: TypicalTask, catalogue: TaskCatalogue, titles: Mapping[Address, Phrase]) -> tuple[Phrase, ...]:
    """与其他任务的关系: how a task stands to others, told from its side, each with the reason.

    `titles` are those of jobs.
    """
    named = {one.id: one.title for one in catalogue.tasks}
    found: list[Phrase] = []
    if task.platform:
        jobs = tuple(dict.fromkeys(titles[one] for one in task.jobs))
        found.append(sentence("task.relation.platform", number=len(jobs), jobs=joined("join.plants", jobs)))
    for one in catalogue.related(task.id):
        mine = "before" if one.first == task.id else "after"
        other = one.second if one.first == task.id else one.first
        code = "with" if one.kind == "parallel" else mine
        found.append(sentence(f"task.relation.{code}", title=named[other], reason=one.reason))
    return (*found,)


def _sequences(works: Iterable[Work], job: Address) -> Iterator[TaskRelation]:
    """From each task to the nearest one after it that is done to the same thing, and from the nearest one before."""
    ordered = sorted((one for one in works if one.phase in IN_ORDER), key=lambda one: IN_ORDER.index(one.phase))
    places: dict[str, dict[Phase, list[int]]] = {}
    for place, work in enumerate(ordered):
        for thing in work.things[job]:
            places.setdefault(thing, {}).setdefault(work.phase, []).append(place)
    after: dict[int, Counter[int]] = {}
    before: dict[int, Counter[int]] = {}
    for phases in places.values():
        for earlier, later in pairwise(phases.values()):
            for place in earlier:
                after.setdefault(place, Counter())[later[0]] += 1
            for place in later:
                before.setdefault(place, Counter())[earlier[-1]] += 1
    pairs = {(place, _nearest(place, votes, ordered)) for place, votes in after.items()}
    pairs |= {(_nearest(place, votes, ordered), place) for place, votes in before.items()}
    for first, second in sorted(pairs):
        yield _sequence(ordered[first], ordered[second], job)


def _nearest(place: int, votes: Mapping[int, int], ordered: Sequence[Work]) -> int:
    """The task of the nearest phase, of these the one with most things in common, then the one that stands nearest."""
    own = IN_ORDER.index(ordered[place].phase)
    return min(
        votes, key=lambda one: (abs(IN_ORDER.index(ordered[one].phase) - own), -votes[one], abs(one - place), one)
    )


def _sequence(first: Work, second: Work, job: Address) -> TaskRelation:
    thing = next(title for name, title in first.things[job].items() if name in second.things[job])
    before, after = (sentence(f"phase.{one.phase.value}") for one in (first, second))
    reason = sentence("task.relation.sequence", thing=thing, before=before, after=after)
    return TaskRelation("sequence", first.task, second.task, reason)


def _parallels(works: Iterable[Work], title: Phrase) -> Iterator[TaskRelation]:
    for one, other in pairwise(work for work in works if work.phase in RUNNING):
        yield TaskRelation("parallel", one.task, other.task, sentence("task.relation.parallel", job=title))
