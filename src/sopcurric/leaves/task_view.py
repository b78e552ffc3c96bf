"""A learning task with everything its leaves are made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sopcurric.model.address import Address, job_of
from sopcurric.model.competency import Point, PointKind
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse, LearningTask
from sopcurric.model.identifier import derived_id
from sopcurric.model.publication import Block, Leaf, LeafKind
from sopcurric.model.sop import Hazard, JobSop, Procedure
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Phrase, Sentence, Text, sentence

Element = TypeVar("Element")


@dataclass(frozen=True, slots=True)
class TaskView:
    """A learning task in its module and course."""

    course: JobCourse
    module: CourseModule
    task: LearningTask
    all: Compilation

    @property
    def typical(self) -> TypicalTask:
        """The typical task that it was made of."""
        return self.all.typical_tasks[self.task.typical_task]

    @property
    def procedures(self) -> list[Procedure]:
        """The procedures of the typical task, one per job."""
        return [self.all.procedures[address] for address in self.typical.members]

    @property
    def group(self) -> Phrase:
        """Label and title of the module."""
        return sentence("module.group", label=self.module.label, title=self.module.title)

    def sop(self, address: Address) -> JobSop:
        """The SOP that an address lies in."""
        return self.all.sops[job_of(address)]

    def whose(self, address: Address) -> Phrase:
        """The job that an address lies in, with its plant where several plants have the job."""
        sop = self.sop(address)
        titles = dict(self.all.inputs.settings.organisations)
        several = sum(self.all.sops[job].code == sop.code for job in self.typical.jobs) > 1
        if several and sop.organisation in titles:
            return sentence("job.of", organisation=titles[sop.organisation], title=sop.title)
        return sop.title

    def hazards(self) -> list[Hazard]:
        """The hazards of the task."""
        return self.elements(self.task.hazards, Hazard)

    def points(self, kind: PointKind) -> list[Point]:
        """The points of one kind."""
        return [self.all.points[one] for one in self.task.points if self.all.points[one].kind == kind]

    def elements(self, addresses: Iterable[Address], kind: type[Element]) -> list[Element]:
        """The elements of one kind at some addresses."""
        found = (self.all.elements.get(address) for address in addresses)
        return [element for element in found if isinstance(element, kind)]

    def leaf(
        self,
        kind: LeafKind,
        blocks: Iterable[Block],
        number: int = 1,
        title: Phrase | None = None,
        *,
        part: Address = "",
        wide: bool = False,
    ) -> Leaf:
        """A leaf of the task; `part` names the element that tells it from other leaves of its kind.

        A leaf of a part comes from the SOP of that part alone and holds for its organisation.
        """
        own = derived_id(kind.value, part)[:6] if part else kind.value
        sops = [self.sop(part)] if part else [self.all.sops[job] for job in self.typical.jobs]
        return Leaf(
            id=f"{self.task.id.removeprefix('lt-')}-{own}",
            kind=kind,
            label=f"{self.task.label}-{kind.value}{number}",
            title=title or self.task.title,
            blocks=tuple(blocks),
            sources=tuple(source_of(sop) for sop in sops),
            derived_from=self.task.derived_from,
            issued=self.all.inputs.settings.as_of,
            effectivity=self._effectivity(sops),
            wide=wide,
            part=part,
        )

    def _effectivity(self, sops: list[JobSop]) -> tuple[Phrase, ...]:
        """The organisations of the SOPs, or nothing where the task holds for every plant of its jobs."""
        mine = {sop.organisation for sop in sops}
        codes = {sop.code for sop in sops}
        every = {sop.organisation for sop in self.all.inputs.sops if sop.code in codes}
        if mine == every:
            return ()
        titles = dict(self.all.inputs.settings.organisations)
        return tuple(titles.get(one) or Text.plain("und", one) for one in sorted(mine - {""}))


def source_of(sop: JobSop) -> Sentence:
    """How a leaf names the SOP that it was made from."""
    if not sop.document.number:
        return sentence("leaf.source.plain", title=sop.title)
    version = sop.document.version or "—"
    return sentence("leaf.source", number=sop.document.number, title=sop.title, version=version)


def enumeration(phrases: Iterable[Phrase]) -> Phrase:
    """Phrases as one enumeration, each once."""
    first, *rest = list(dict.fromkeys(phrases))
    joined: Phrase = first
    for phrase in rest:
        joined = sentence("join", left=joined, right=phrase)
    return joined
