"""Work-manual textbooks (工作手册式教材): per course, four parts to have at hand at the workplace.

工作计划书, 质量检测手册, 工具书 and 文件清单 are made from the same elements as the loose-leaf textbook:
short tables for somebody who has learned the work, without what is there for learning it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sopcurric.leaves.manual_parts import PARTS, Shelf, documents_part, quality_part, tools_part, work_leaves
from sopcurric.leaves.task_view import TaskView, source_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import listed
from sopcurric.model.layout import field
from sopcurric.model.publication import Binder, Block, Chapter, Leaf, LeafKind
from sopcurric.model.text import sentence
from sopcurric.plugin import Document


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course that is made of SOPs."""
    return tuple(_Manual(course, compilation).binder() for course in compilation.design.courses)


DOCUMENT = Document(name="work_manual", version=1, rank=11, compose=compose)


@dataclass(frozen=True, slots=True)
class _Manual:
    course: JobCourse
    all: Compilation

    def binder(self) -> Binder:
        """The manual with its four parts, which are there whatever the SOP says."""
        shelf = Shelf(self.course, self.all)
        made = (quality_part(shelf), tools_part(shelf), documents_part(shelf))
        others = (
            self._part(name, blocks, number)
            for number, (name, blocks) in enumerate(zip(PARTS[1:], made, strict=True), 2)
        )
        jobs = dict.fromkeys(self.all.sops[job].title for job in self.course.jobs)
        return Binder(
            id=f"manual-{self.course.id}",
            document=DOCUMENT.name,
            title=sentence("manual.title", course=self.course.title),
            subtitle=sentence("manual.subtitle"),
            facts=(
                field("book.jobs", listed(list(jobs))),
                field("book.tasks", sentence("count.tasks", number=len(self.course.tasks))),
                field("book.asof", self.all.inputs.settings.as_of),
            ),
            chapters=(self._plan(), *others),
            loose=False,
            derived_from=self.course.derived_from,
        )

    def _plan(self) -> Chapter:
        """工作计划书: one leaf per learning task."""
        views = [
            TaskView(self.course, module, task, self.all) for module in self.course.modules for task in module.tasks
        ]
        name = f"manual-{self.course.id}-{PARTS[0]}"
        leaves = tuple(
            Leaf(
                id=f"{name}-{view.task.id.removeprefix('lt-')}",
                kind=LeafKind.SECTION,
                label=f"1-{number}",
                title=view.task.title,
                blocks=tuple(work_leaves(view)),
                sources=tuple(source_of(sop) for sop in view.sops),
                derived_from=view.task.derived_from,
                issued=self.all.inputs.settings.as_of,
                wide=any(one.route for one in view.procedures),
            )
            for number, view in enumerate(views, start=1)
        )
        return Chapter(name, "1", sentence(f"manual.part.{PARTS[0]}"), None, leaves)

    def _part(self, part: str, blocks: Iterable[Block], number: int) -> Chapter:
        name, title = f"manual-{self.course.id}-{part}", sentence(f"manual.part.{part}")
        leaf = Leaf(
            id=f"{name}-1",
            kind=LeafKind.SECTION,
            label=f"{number}-1",
            title=title,
            blocks=tuple(blocks),
            sources=tuple(dict.fromkeys(source_of(self.all.sops[job]) for job in self.course.jobs)),
            derived_from=self.course.jobs,
            issued=self.all.inputs.settings.as_of,
        )
        return Chapter(name, str(number), title, None, (leaf,))
