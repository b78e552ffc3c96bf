"""The competency graph 项目—任务—流程—技能点—知识点 of all jobs, from what the stages before made (能力图谱)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopcurric.linguistics.shared_words import terms
from sopcurric.model.address import Address
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.competency_graph import CompetencyGraph, GraphEdge, GraphNode, NodeKind
from sopcurric.model.coverage import StandardCoverage
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.naming import LINKED
from sopcurric.model.saying import words
from sopcurric.model.shared_points import PointCatalogue, SharedPoint
from sopcurric.model.sop import JobSop, Procedure, Step
from sopcurric.model.task import TaskCatalogue
from sopcurric.model.text import Phrase

VERSION = 1

CLAUSE = "sop:"
"""Begins the ids of clauses; what follows is the address."""

_IN_ORDER = (Phase.PREPARATION, Phase.START_UP, Phase.NORMAL, Phase.SHUTDOWN)
"""Phases of which one comes after the other in any plant; the others come when they are needed."""
_CONTAINED = 0.6
"""Share of the telling words of a title that a step must have where no key links them."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the graph is made of."""

    sops: Sequence[JobSop]
    profiles: Sequence[CompetencyProfile]
    catalogue: TaskCatalogue
    points: PointCatalogue
    coverage: Sequence[StandardCoverage]
    language: str


def chart(given: Given) -> CompetencyGraph:
    """The graph of what is taught: layer by layer, nodes in the order of jobs and tasks.

    A project is a duty of a job, or the job itself where a procedure belongs to no duty; a process is a procedure. A
    skill point requires the knowledge and conduct points of elements that its step names; where knowledge of the same
    procedure is named by no step, those whose words have most of the words of its title. Steps precede each other as
    they stand, procedures as their phases do; where procedures contradict each other, there is no order.
    """
    chart_ = _Chart(given)
    nodes = (*chart_.projects(), *chart_.tasks(), *chart_.processes(), *chart_.shared_points())
    rest = (*chart_.clauses(nodes), *chart_.requirements())
    edges = (*chart_.contained(), *chart_.required(), *chart_.preceding(), *chart_.sources(), *chart_.backing())
    return CompetencyGraph((*nodes, *rest), tuple(dict.fromkeys(edges)))


class _Chart:
    """Look-ups that nodes and edges are made with."""

    def __init__(self, given: Given) -> None:
        self._given = given
        self._titles: Mapping[Address, Mapping[Address, Phrase]] = {sop.address: sop.titles() for sop in given.sops}
        self._procedures: dict[Address, tuple[JobSop, Procedure]] = {
            one.address: (sop, one) for sop in given.sops for one in sop.procedures
        }
        self._tasks_of: dict[Address, list[str]] = {}
        for task in given.catalogue.tasks:
            for member in task.members:
                if member in self._procedures:
                    self._tasks_of.setdefault(member, []).append(task.id)
        shared = {own: point for point in given.points.points for own in point.points}
        self._points_of: dict[Address, tuple[SharedPoint, ...]] = {}
        self._processes_of: dict[str, list[Address]] = {}
        for competency in (one for profile in given.profiles for one in profile.competencies):
            if competency.procedure not in self._tasks_of:
                continue  # not taught
            own = dict.fromkeys(shared[point].id for point in competency.points if point in shared)
            by_id = {shared[point].id: shared[point] for point in competency.points if point in shared}
            self._points_of[competency.procedure] = tuple(by_id[one] for one in own)
            for one in own:
                self._processes_of.setdefault(one, []).append(competency.procedure)
        self._skill_of: dict[Address, str] = {
            address: point.id
            for point in given.points.points
            if point.kind == "skill" and point.id in self._processes_of
            for address in point.derived_from
        }

    # Nodes -----------------------------------------------------------------------------------------------------------

    def projects(self) -> Iterator[GraphNode]:
        """Duties and jobs that have procedures in tasks."""
        found: dict[Address, Address] = {}
        for sop in self._given.sops:
            for procedure in sop.procedures:
                if procedure.address in self._tasks_of:
                    found[self._project(sop, procedure)] = sop.address
        for address, job in found.items():
            yield GraphNode(address, "project", self._titles[job][address], (address,), (job,))

    def _project(self, sop: JobSop, procedure: Procedure) -> Address:
        """The duty of a procedure, or its job where it has none (or one that does not exist)."""
        known = self._titles[sop.address]
        return procedure.duty if procedure.duty in known else sop.address

    def tasks(self) -> Iterator[GraphNode]:
        """Typical tasks."""
        for task in self._given.catalogue.tasks:
            yield GraphNode(task.id, "task", task.title, task.members, task.jobs)

    def processes(self) -> Iterator[GraphNode]:
        """Procedures of the tasks."""
        for task in self._given.catalogue.tasks:
            for member in task.members:
                if member in self._procedures and self._tasks_of[member][0] == task.id:
                    sop, procedure = self._procedures[member]
                    within = tuple(self._tasks_of[member])
                    yield GraphNode(member, "process", procedure.title, (member,), (sop.address,), within)

    def shared_points(self) -> Iterator[GraphNode]:
        """Skill points, then knowledge points, then conduct points."""
        kinds: tuple[NodeKind, ...] = ("skill", "knowledge", "conduct")
        for kind in kinds:
            for point in self._given.points.points:
                within = tuple(self._processes_of.get(point.id, ()))
                if point.kind == kind and within:
                    yield GraphNode(
                        id=point.id,
                        kind=kind,
                        title=point.statement,
                        derived_from=point.derived_from,
                        jobs=point.jobs,
                        within=within,
                        level=point.level,
                        critical=point.critical,
                    )

    def clauses(self, nodes: Iterable[GraphNode]) -> Iterator[GraphNode]:
        """The elements of SOPs that processes and points come from."""
        titles = {address: title for own in self._titles.values() for address, title in own.items()}
        jobs = {address: job for job, own in self._titles.items() for address in own}
        wanted = (one for node in nodes if node.kind not in {"project", "task"} for one in node.derived_from)
        for address in dict.fromkeys(wanted):
            if address in titles:
                yield GraphNode(f"{CLAUSE}{address}", "clause", titles[address], (address,), (jobs[address],))

    def requirements(self) -> Iterator[GraphNode]:
        """Requirements of standards, backed or not."""
        for standard in self._given.coverage:
            for one in standard.requirements:
                yield GraphNode(one.id, "requirement", one.text, one.derived_from, level=one.level)

    # Edges -----------------------------------------------------------------------------------------------------------

    def contained(self) -> Iterator[GraphEdge]:
        """From each layer to the next."""
        for task in self._given.catalogue.tasks:
            own = [self._procedures[member] for member in task.members if member in self._procedures]
            for project in dict.fromkeys(self._project(sop, procedure) for sop, procedure in own):
                yield GraphEdge("contains", project, task.id)
            for _, procedure in own:
                yield GraphEdge("contains", task.id, procedure.address)
        for process, points in self._points_of.items():
            for point in points:
                if point.kind == "skill":
                    yield GraphEdge("contains", process, point.id)

    def required(self) -> Iterator[GraphEdge]:
        """From skill points to what they need."""
        for process, points in self._points_of.items():
            needed = [point for point in points if point.kind != "skill"]
            by_element = {address: point for point in needed for address in point.derived_from}
            linked: dict[str, None] = {}
            for start, named in self._named(process, points):
                for address in named:
                    if address in by_element:
                        linked[by_element[address].id] = None
                        for point in needed:
                            if address in point.derived_from:
                                yield GraphEdge("requires", start, point.id)
            yield from self._by_words(process, points, [one for one in needed if one.id not in linked])

    def _named(self, process: Address, points: Sequence[SharedPoint]) -> Iterator[tuple[str, tuple[Address, ...]]]:
        """The elements that the step or element of each skill point of a process names, itself included."""
        steps = {step.address: step for step in self._procedures[process][1].steps}
        for point in points:
            if point.kind != "skill":
                continue
            for address in point.derived_from:
                if address in steps:
                    yield point.id, _elements_of(steps[address])
                else:
                    yield point.id, (address,)

    def _by_words(
        self, process: Address, points: Sequence[SharedPoint], open_: Sequence[SharedPoint]
    ) -> Iterator[GraphEdge]:
        """Skill points whose words have most of the words of the title of an element that none of them names."""
        if not open_:
            return
        language = self._given.language
        said = [(one.id, frozenset(terms(words(one.statement, language)))) for one in points if one.kind == "skill"]
        titles = self._titles[self._procedures[process][0].address]
        for point in open_:
            for title in (titles[address] for address in point.derived_from if address in titles):
                wanted = frozenset(terms(words(title, language)))
                for skill, own in said:
                    if wanted and len(wanted & own) >= _CONTAINED * len(wanted):
                        yield GraphEdge("requires", skill, point.id)

    def preceding(self) -> Iterator[GraphEdge]:
        """What is done before what; pairs that stand on a circle have no order."""
        pairs = dict.fromkeys((*self._phases(), *self._steps()))
        circles = _circles(pairs)
        for start, end in pairs:
            if circles[start] != circles[end]:
                yield GraphEdge("precedes", start, end)

    def _phases(self) -> Iterator[tuple[str, str]]:
        """Procedures of one project, from each phase to the next that there is."""
        for sop in self._given.sops:
            by_project: dict[Address, dict[Phase, list[Address]]] = {}
            for procedure in sop.procedures:
                if procedure.phase in _IN_ORDER and procedure.address in self._tasks_of:
                    phases = by_project.setdefault(self._project(sop, procedure), {})
                    phases.setdefault(procedure.phase, []).append(procedure.address)
            for phases in by_project.values():
                present = [phases[phase] for phase in _IN_ORDER if phase in phases]
                for before, after in pairwise(present):
                    yield from ((one, other) for one in before for other in after)

    def _steps(self) -> Iterator[tuple[str, str]]:
        """Skill points of steps that follow each other."""
        for process in self._points_of:
            _, procedure = self._procedures[process]
            skills = [self._skill_of.get(step.address, "") for step in procedure.steps]
            known = [skill for skill in skills if skill]
            yield from ((one, other) for one, other in pairwise(known) if one != other)

    def sources(self) -> Iterator[GraphEdge]:
        """From processes and points to the clauses they come from."""
        known = {address for own in self._titles.values() for address in own}
        for process in self._points_of:
            yield GraphEdge("from_sop", process, f"{CLAUSE}{process}")
        for point in self._given.points.points:
            if point.id in self._processes_of:
                for address in point.derived_from:
                    if address in known:
                        yield GraphEdge("from_sop", point.id, f"{CLAUSE}{address}")

    def backing(self) -> Iterator[GraphEdge]:
        """From points to the requirements of standards that they back."""
        for standard in self._given.coverage:
            for one in standard.requirements:
                for backing in one.backings:
                    if backing.point in self._processes_of:
                        yield GraphEdge("backs", backing.point, one.id, backing.score, backing.decision)


def _elements_of(step: Step) -> tuple[Address, ...]:
    """What a step names, and the step itself."""
    named = (address for section in LINKED for address in getattr(step, section))
    return (step.address, *named, *((step.record,) if step.record else ()))


def _circles(pairs: Iterable[tuple[str, str]]) -> Mapping[str, int]:
    """The number of the circle (strongly connected component) of each node, by Tarjan's algorithm without recursion."""
    after: dict[str, list[str]] = {}
    for start, end in pairs:
        after.setdefault(start, []).append(end)
        after.setdefault(end, [])
    walk = _Walk(after)
    for node in after:
        walk.from_(node)
    return walk.circle


class _Walk:
    """A walk through a directed graph that finds its circles."""

    def __init__(self, after: Mapping[str, Sequence[str]]) -> None:
        self.circle: dict[str, int] = {}
        self._after = after
        self._seen: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._open: list[str] = []

    def from_(self, first: str) -> None:
        """Walk everything that can be reached from a node and was not walked yet."""
        if first in self._seen:
            return
        path = [(first, iter(self._enter(first)))]
        while path:
            node, rest = path[-1]
            following = next((one for one in rest if self._look(node, one)), None)
            if following is not None:
                path.append((following, iter(self._enter(following))))
                continue
            path.pop()
            self._leave(node)
            if path:
                above = path[-1][0]
                self._low[above] = min(self._low[above], self._low[node])

    def _enter(self, node: str) -> Sequence[str]:
        self._seen[node] = self._low[node] = len(self._seen)
        self._open.append(node)
        return self._after[node]

    def _look(self, node: str, following: str) -> bool:
        """Whether a node was not walked yet."""
        if following in self._seen:
            if following not in self.circle:
                self._low[node] = min(self._low[node], self._seen[following])
            return False
        return True

    def _leave(self, node: str) -> None:
        """Close a circle where the walk comes back to its first node."""
        if self._low[node] != self._seen[node]:
            return
        while True:
            closed = self._open.pop()
            self.circle[closed] = self._seen[node]
            if closed == node:
                return
