"""A learning task with everything its leaves are made of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sopcurric.leaves.alike import Alike, alike
from sopcurric.model.address import Address, job_of
from sopcurric.model.competency import Point, PointKind
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse, LearningTask
from sopcurric.model.identifier import derived_id
from sopcurric.model.provenance import block_sources
from sopcurric.model.publication import Block, Leaf, LeafKind
from sopcurric.model.sop import Hazard, JobSop, Procedure
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Phrase, Sentence, Text, sentence

Element = TypeVar("Element")
_MOST_PLANTS = 3
"""As many plants as a title may name."""


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
        """The procedures of the typical task, one per job; of one that makes several learning tasks, with own steps."""
        return self.task.portions(self.all.procedures)

    @property
    def sops(self) -> list[JobSop]:
        """The SOPs that the procedures stand in."""
        return [self.all.sops[one] for one in dict.fromkeys(map(job_of, self.task.derived_from))]

    @property
    def language(self) -> str:
        """The language of the project."""
        return self.all.inputs.settings.language

    @property
    def group(self) -> Phrase:
        """Label and title of the module."""
        return sentence("module.group", label=self.module.label, title=self.module.title)

    def sop(self, address: Address) -> JobSop:
        """The SOP that an address lies in."""
        return self.all.sops[job_of(address)]

    def whose_all(self, group: Alike) -> Phrase:
        """The job of procedures that are alike, with their plants where other plants do otherwise."""
        first, *more = [self.sop(one.address) for one in group.procedures]
        titles = dict(self.all.inputs.settings.organisations)
        every = sum(one.code.casefold() == first.code.casefold() for one in self.sops) == len(more) + 1
        if every or first.organisation not in titles:
            return first.title
        plants: Phrase = titles[first.organisation]
        if len(more) >= _MOST_PLANTS:
            plants = sentence("job.plants", organisation=plants, number=len(more) + 1)
        else:
            plants = joined("join.plants", (plants, *(titles.get(one.organisation, one.title) for one in more)))
        return sentence("job.of", organisation=plants, title=first.title)

    def alike(self, compose: Callable[[Procedure], Iterable[Block]]) -> list[Alike]:
        """The procedures of the task; those of one job that print the same in several plants together."""
        return alike(self.procedures, lambda one: self.sop(one.address).code.casefold(), compose)

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

    def named(self, addresses: Iterable[Address]) -> list[Phrase]:
        """What elements at some addresses are called."""
        return [self.all.titles[one] for one in addresses if one in self.all.titles]

    def list_of(self, code: str, addresses: Iterable[Address]) -> list[Phrase]:
        """One sentence that lists what elements are called, or nothing where there are none."""
        names = self.named(addresses)
        return [sentence(code, value=enumeration(names))] if names else []

    def leaf(
        self,
        kind: LeafKind,
        blocks: Iterable[Block],
        number: int = 1,
        title: Phrase | None = None,
        *,
        parts: Sequence[Address] = (),
        wide: bool = False,
    ) -> Leaf:
        """A leaf of the task; `parts` tell it from others of its kind: an element, with those of plants that are alike.

        A leaf of parts comes from their SOPs alone and holds for their organisations. Documents that are not of one job
        are named where something on the leaf stands in them.
        """
        part = min(parts, default="")
        own = derived_id(kind.value, part)[:6] if part else kind.value
        blocks = tuple(blocks)
        homes = dict.fromkeys(map(job_of, parts or self.task.derived_from))
        sops = [self.all.sops[one] for one in homes]
        others = {job_of(address) for block in blocks for address in block_sources(block)} - homes.keys()
        shared = [one for one in self.all.inputs.sops if one.address in others and one.kind != "job-sop"]
        return Leaf(
            id=f"{self.task.id.removeprefix('lt-')}-{own}",
            kind=kind,
            label=f"{self.task.label}-{kind.value}{number}",
            title=title or self.task.title,
            blocks=blocks,
            sources=tuple(dict.fromkeys(source_of(sop) for sop in (*sops, *shared))),
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
    code = "" if sop.kind == "job-sop" else f".{sop.kind}"
    if not sop.document.number:
        return sentence(f"leaf.source.plain{code}", title=sop.title)
    version = sop.document.version or "—"
    return sentence(f"leaf.source{code}", number=sop.document.number, title=sop.title, version=version)


def unversioned(sop: JobSop) -> Phrase:
    """The number and title of an SOP whatever its version is."""
    title = sentence(f"leaf.source.plain{'' if sop.kind == 'job-sop' else f'.{sop.kind}'}", title=sop.title)
    return sentence("leaf.source.numbered", number=sop.document.number, title=title) if sop.document.number else title


def enumeration(phrases: Iterable[Phrase]) -> Phrase:
    """Phrases as one enumeration, each once."""
    return joined("join", tuple(dict.fromkeys(phrases)))


def joined(code: str, phrases: Sequence[Phrase]) -> Phrase:
    """Phrases joined by a sentence with `left` and `right`; by halves, so that long ones are not nested deeply."""
    if len(phrases) == 1:
        return phrases[0]
    middle = len(phrases) // 2
    return sentence(code, left=joined(code, phrases[:middle]), right=joined(code, phrases[middle:]))
