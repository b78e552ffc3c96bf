"""Job competency analysis (岗位能力分析): a binder by job (its table, a map of each typical task), one of standards."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.linguistics.levels import VerbLevel
from sopcurric.model.address import Address, job_of
from sopcurric.model.competency import Competency, CompetencyProfile
from sopcurric.model.competency_graph import GraphNode
from sopcurric.model.compilation import Compilation
from sopcurric.model.coverage import Requirement, StandardCoverage
from sopcurric.model.enumerating import joined
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.publication import (
    Binder,
    Block,
    Cell,
    Chapter,
    Diagram,
    DiagramLayer,
    DiagramLink,
    DiagramNode,
    Field,
    Heading,
    Leaf,
    LeafKind,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.shared_points import SharedPoint
from sopcurric.model.task import TypicalTask
from sopcurric.model.task_relations import told_relations
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_SKILLS, _NEEDED = 14, 16
"""So many skill points, and so many elements that they need, stand on one drawing: an upright page holds no more."""
_BEST = 3
"""So many points are listed beside a requirement."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """One binder for each job in which anything can be done, and one for what standards ask for.

    By job, so that a change of one SOP leaves the others as they are. A task of several jobs is in the first of them.
    """
    analysis = _Analysis(compilation)
    jobs = [one for one in compilation.profiles if one.competencies]
    standards = (analysis.of_standards(),) if jobs and compilation.coverage else ()
    return (*(analysis.of_job(one) for one in jobs), *standards)


DOCUMENT = Document(name="competency_analysis", version=3, rank=5, compose=compose)


@dataclass(frozen=True)
class _Analysis:
    all: Compilation

    def of_job(self, profile: CompetencyProfile) -> Binder:
        """The table of a job, and the tasks that begin with it."""
        own = [one for one in self.all.catalogue.tasks if job_of(one.members[0]) == profile.job]
        points = {self._shared[point] for one in profile.competencies for point in one.points if point in self._shared}
        kinds = Counter(one.kind for one in points)
        return self._binder(
            f"competency-analysis-{profile.job}",
            sentence("analysis.title", title=profile.title),
            "analysis.subtitle",
            (self._of_job(profile), *(self._of_task(number, one) for number, one in enumerate(own, start=1))),
            (
                field("analysis.tasks", len(own)),
                *(field(f"analysis.points.{kind}", kinds[kind]) for kind in ("skill", "knowledge", "conduct")),
            ),
        )

    def of_standards(self) -> Binder:
        """What standards ask for, each requirement with the points that back it."""
        return self._binder(
            "competency-analysis-standards",
            sentence("analysis.standards", title=self.all.inputs.settings.name),
            "analysis.standards.subtitle",
            tuple(self._of_standard(one) for one in self.all.coverage),
            (field("analysis.jobs", sentence("count.jobs", number=len(self.all.profiles))),),
        )

    def _binder(
        self, name: str, title: Phrase, subtitle: str, chapters: tuple[Chapter, ...], facts: tuple[Field, ...]
    ) -> Binder:
        return Binder(
            id=name,
            document=DOCUMENT.name,
            title=title,
            subtitle=sentence(subtitle),
            facts=(*facts, field("book.asof", self.all.inputs.settings.as_of)),
            chapters=chapters,
            loose=False,
        )

    def _chapter(self, name: str, title: Phrase, blocks: Iterable[Block], *, group: str, wide: bool = False) -> Chapter:
        leaf = Leaf(
            id=f"competency-analysis-{group}-{name}",
            kind=LeafKind.SECTION,
            label=f"{group}-{name}",
            title=title,
            blocks=tuple(blocks),
            issued=self.all.inputs.settings.as_of,
            wide=wide,
        )
        return Chapter(leaf.id, leaf.label, title, sentence(f"analysis.group.{group}"), (leaf,))

    # Tables of jobs --------------------------------------------------------------------------------------------------

    def _of_job(self, profile: CompetencyProfile) -> Chapter:
        title = sentence("analysis.of-job", title=profile.title)
        blocks = (*self._tables(profile), *self._elsewhere(profile))
        return self._chapter(profile.job, title, blocks, group="jobs", wide=True)

    def _elsewhere(self, profile: CompetencyProfile) -> Iterator[Block]:
        """Which tasks of the job are described in the binder of another job."""
        told = [
            sentence("analysis.elsewhere.one", title=task.title, job=self.all.titles[first])
            for task in self.all.catalogue.tasks
            if (first := job_of(task.members[0])) != profile.job
            and any(job_of(member) == profile.job for member in task.members)
        ]
        if told:
            tasks = joined("join", told)
            yield Paragraph(f"{profile.job}/elsewhere", sentence("analysis.elsewhere", tasks=tasks), (profile.job,))

    def _tables(self, profile: CompetencyProfile) -> Iterator[Block]:
        """A table for each field of work: a duty, or the job where procedures belong to none."""
        fields: dict[Address, list[Competency]] = {}
        for one in profile.competencies:
            known = one.duty in self.all.titles  # a duty that does not exist is a finding, and here the job
            fields.setdefault(one.duty if known else profile.job, []).append(one)
        yield Paragraph(f"{profile.job}/line", sentence("analysis.line"), (profile.job,))
        for number, (address, own) in enumerate(fields.items(), start=1):
            title = sentence("analysis.field", number=number, title=self.all.titles[address])
            yield Table(
                f"{address}/table",
                columns(
                    ("analysis.column.task", 13),
                    ("analysis.column.number", 6),
                    ("analysis.column.skill", 26),
                    ("analysis.column.knowledge", 21),
                    ("analysis.column.conduct", 19),
                    ("analysis.column.level", 6),
                    ("analysis.column.source", 9),
                    centred=("analysis.column.number", "analysis.column.level"),
                ),
                tuple(line for at, one in enumerate(own, start=1) for line in self._rows(f"{number}.{at}", one)),
                title=title,
                derived_from=(address,),
            )

    def _rows(self, number: str, competency: Competency) -> Iterator[Row]:
        """A row for each skill point of a procedure, and one for what none of them needs by itself."""
        own = [self._shared[point] for point in competency.points if point in self._shared]
        skills = [one for one in dict.fromkeys(own) if one.kind == "skill"]
        others = [one for one in dict.fromkeys(own) if one.kind != "skill"]
        needed = {one.id: self._needs(one.id, others) for one in skills}
        rest = [one for one in others if not any(one in needs for needs in needed.values())]
        task = self._task_cell(number, competency, len(skills) + bool(rest))
        for place, skill in enumerate(skills, start=1):
            sources = [address for address in skill.derived_from if address.startswith(f"{competency.procedure}/")]
            yield row(
                (
                    *((task,) if place == 1 else ()),
                    cell(f"{number}.{place}"),
                    cell(skill.statement, strong=skill.critical),
                    *self._needs_cells(needed[skill.id]),
                    cell(_stage(skill.level)),
                    cell(*(sources or skill.derived_from[:1])),
                ),
                *skill.derived_from,
            )
        if rest:
            yield row(
                (
                    *(() if skills else (task,)),
                    cell("—"),
                    cell(sentence("analysis.rest")),
                    *self._needs_cells(rest),
                    cell(),
                    cell(competency.procedure),
                ),
                *(address for one in rest for address in one.derived_from),
            )
        if not skills and not rest:
            yield row((task, *(cell() for _ in range(6))), competency.procedure)

    def _task_cell(self, number: str, competency: Competency, rows: int) -> Cell:
        """The work with its rating and the training that follows."""
        rating = competency.rating
        grades = {name: getattr(rating, name).value for name in ("difficulty", "importance", "frequency")}
        return cell(
            sentence("analysis.task", number=number, title=self.all.titles[competency.procedure]),
            sentence("analysis.grades", **grades),
            sentence("analysis.training", outcome=sentence(f"outcome.{rating.outcome}")),
            strong=True,
            rows=max(1, rows),
        )

    def _needs(self, skill: str, others: Sequence[SharedPoint]) -> list[SharedPoint]:
        ends = frozenset(self.all.graph.led_to(skill, "requires"))
        return [one for one in others if one.id in ends]

    def _needs_cells(self, needs: Iterable[SharedPoint]) -> tuple[Cell, Cell]:
        told: Mapping[str, list[Phrase]] = {"knowledge": [], "conduct": []}
        for one in needs:
            told[one.kind].append(one.statement)
        nothing = sentence("plain", value="—")
        return cell(*told["knowledge"] or (nothing,)), cell(*told["conduct"] or (nothing,))

    @cached_property
    def _shared(self) -> Mapping[str, SharedPoint]:
        """Points that jobs have in common by the points of single jobs."""
        return {own: one for one in self.all.shared.points for own in one.points}

    # Maps of tasks ---------------------------------------------------------------------------------------------------

    def _of_task(self, number: int, task: TypicalTask) -> Chapter:
        title = sentence("analysis.of-task", number=number, title=task.title)
        return self._chapter(task.id, title, (self._description(task), *self._maps(task)), group="tasks")

    def _description(self, task: TypicalTask) -> Table:
        """What the task is: its range of learning, its process, the five fields, its relations."""
        relations = told_relations(task, self.all.catalogue, self.all.titles)
        told: tuple[tuple[str, tuple[Phrase, ...]], ...] = (
            ("description.name", (task.title,)),
            ("description.range", (_range(task),)),
            ("description.process", task.work_process),
            *((f"analysis.{name}", phrases) for name, phrases in task.fields),
            ("description.relations", relations),
        )
        return Table(
            f"{task.id}/description",
            columns(("column.aspect", 20), ("column.content", 80)),
            tuple(
                row((cell(sentence(code), strong=True), cell(*_compact(code, phrases))), *task.members)
                for code, phrases in told
            ),
            title=sentence("description.task-table"),
            derived_from=task.members,
        )

    def _maps(self, task: TypicalTask) -> Iterator[Block]:
        """As many drawings as it takes for each to be read on an upright page."""
        graph = self.all.graph
        pairs = [(process, skill) for process in graph.led_to(task.id, "contains") for skill in self._skills(process)]
        parts = list(self._parted(pairs))
        loose = [
            one
            for one in graph.of_kind("knowledge", "conduct")
            if one.id not in graph.needed and not set(one.within).isdisjoint(task.members)
        ]
        for place, part in enumerate(parts, start=1):
            title = sentence("analysis.map", title=task.title)
            if len(parts) > 1:
                title = sentence("analysis.map.part", title=task.title, part=place, parts=len(parts))
            first = 1 + len({skill for before in parts[: place - 1] for _, skill in before if skill})
            yield self._map(f"{task.id}/map/{place}", title, task, part, first)
        if loose:
            yield Paragraph(f"{task.id}/loose/line", sentence("analysis.loose"), task.members)
            yield Table(
                f"{task.id}/loose",
                columns(("analysis.column.point", 70), ("analysis.column.source", 30)),
                tuple(row((cell(one.title), cell(*one.derived_from)), *one.derived_from) for one in loose),
            )

    def _skills(self, process: str) -> tuple[str, ...]:
        return self.all.graph.led_to(process, "contains") or ("",)

    def _parted(self, pairs: Sequence[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
        """Skill points in parts that a page holds."""
        part: list[tuple[str, str]] = []
        needed: set[str] = set()
        for process, skill in pairs:
            own = {self._element(one) for one in self.all.graph.led_to(skill, "requires")}
            more = needed | own
            if part and (len(part) >= _SKILLS or len(more) > _NEEDED):
                yield part
                part, more = [], own
            part.append((process, skill))
            needed = more
        if part:
            yield part

    def _map(self, key: str, title: Phrase, task: TypicalTask, pairs: Sequence[tuple[str, str]], first: int) -> Diagram:
        """One drawing; its skill points are numbered from `first` on."""
        graph = self.all.graph
        processes = tuple(dict.fromkeys(process for process, _ in pairs))
        skills = tuple(dict.fromkeys(skill for _, skill in pairs if skill))
        links = [DiagramLink(task.id, process) for process in processes]
        links += [DiagramLink(process, skill) for process, skill in dict.fromkeys(pairs) if skill]
        requires = dict.fromkeys(
            (skill, self._element(end)) for skill in skills for end in graph.led_to(skill, "requires")
        )
        needed = self._in_order(skills, requires)
        layers = (
            DiagramLayer(sentence("graph.kind.task"), (DiagramNode(task.id, task.title, derived_from=task.members),)),
            DiagramLayer(sentence("graph.kind.process"), tuple(map(self._process, processes))),
            DiagramLayer(sentence("graph.kind.skill"), tuple(map(self._skill, skills)), first),
            DiagramLayer(sentence("graph.kind.needed"), tuple(map(self._needed, needed))),
        )
        links += [DiagramLink(*pair) for pair in requires]
        shown = tuple(layer for layer in layers if layer.nodes)
        return Diagram(key, title, shown, tuple(links), derived_from=task.members)

    def _in_order(self, skills: Sequence[str], requires: Iterable[tuple[str, str]]) -> tuple[str, ...]:
        """What is needed, near the skill points that need it, so that few lines cross."""
        place = {skill: number for number, skill in enumerate(skills)}
        found: dict[str, list[int]] = {}
        for skill, end in requires:
            found.setdefault(end, []).append(place[skill])
        return tuple(sorted(found, key=lambda end: (sum(found[end]) / len(found[end]), found[end][0])))

    def _element(self, point: str) -> Address:
        """The element that a point comes from first: what is known of it and how one behaves stand in one box."""
        return self.all.graph.by_id[point].derived_from[0]

    def _process(self, process: str) -> DiagramNode:
        return DiagramNode(process, self.all.graph.by_id[process].title, derived_from=(process,))

    def _skill(self, skill: str) -> DiagramNode:
        """A skill point by the shortest words: its work without the standard."""
        node = self.all.graph.by_id[skill]
        work = next((self.all.points[one].work for one in self._own[skill] if self.all.points[one].work), node.title)
        return DiagramNode(skill, work, node.critical, node.derived_from)

    def _needed(self, element: Address) -> DiagramNode:
        """An element, and whether knowledge, conduct or both of it are asked for."""
        points = self._of_element[element]
        kinds = {one.kind for one in points}
        alone = "both" if len(kinds) > 1 else points[0].kind
        label = "hazard" if element in self._hazards else alone
        title = self.all.titles.get(element, points[0].title)
        sources = tuple(dict.fromkeys(address for one in points for address in one.derived_from))
        strong = any(one.critical for one in points)
        return DiagramNode(element, sentence(f"analysis.label.{label}", title=title), strong, sources)

    @cached_property
    def _of_element(self) -> Mapping[Address, list[GraphNode]]:
        """Knowledge and conduct points by the element that they come from first."""
        found: dict[Address, list[GraphNode]] = {}
        for node in self.all.graph.of_kind("knowledge", "conduct"):
            found.setdefault(node.derived_from[0], []).append(node)
        return found

    @cached_property
    def _own(self) -> Mapping[str, tuple[str, ...]]:
        return {one.id: one.points for one in self.all.shared.points}

    @cached_property
    def _hazards(self) -> frozenset[Address]:
        return frozenset(one.address for sop in self.all.inputs.sops for one in sop.hazards)

    # Standards -------------------------------------------------------------------------------------------------------

    def _of_standard(self, coverage: StandardCoverage) -> Chapter:
        title = sentence("analysis.of-standard", title=coverage.title)
        return self._chapter(coverage.standard, title, self._covered(coverage), group="standards", wide=True)

    def _covered(self, coverage: StandardCoverage) -> Iterator[Block]:
        key = f"standard-{coverage.standard}"
        source = f"@standard/{coverage.standard}"
        yield Paragraph(f"{key}/line", sentence("analysis.standard.line"), (source,))
        yield Table(
            f"{key}/levels",
            columns(
                ("analysis.column.standard-level", 28),
                ("analysis.column.skills", 18),
                ("analysis.column.knowledge-lines", 18),
                ("analysis.column.confirmed", 16),
                ("analysis.column.share", 20),
                centred=(
                    *("analysis.column.skills", "analysis.column.knowledge-lines"),
                    *("analysis.column.confirmed", "analysis.column.share"),
                ),
            ),
            tuple(
                row(
                    (
                        cell(one.title, strong=True),
                        cell(sentence("analysis.of", part=one.backed_skills, all=one.skills)),
                        cell(sentence("analysis.of", part=one.backed_knowledge, all=one.knowledge)),
                        cell(one.confirmed),
                        cell(sentence("percent", value=f"{one.share * 100:.1f}")),
                    ),
                    source,
                )
                for one in coverage.levels
            ),
            title=sentence("analysis.table.levels"),
            derived_from=(source,),
        )
        standard = next(one for one in self.all.inputs.standards if one.code == coverage.standard)
        yield from self._functions(coverage, standard, key)

    def _functions(self, coverage: StandardCoverage, standard: StandardFile, key: str) -> Iterator[Block]:
        levels = {one.id: one.title for one in standard.levels}
        points = {one.id: one for one in self.all.shared.points}
        for function in standard.functions:
            yield Heading(f"{key}/{function.id}/title", function.title, derived_from=(f"@standard/{standard.code}",))
            yield Table(
                f"{key}/{function.id}",
                columns(
                    ("analysis.column.standard-level", 10),
                    ("analysis.column.content", 14),
                    ("analysis.column.requirement", 28),
                    ("analysis.column.backing", 38),
                    ("analysis.column.state", 10),
                    centred=("analysis.column.standard-level", "analysis.column.state"),
                ),
                tuple(
                    line
                    for content in function.contents
                    for line in self._of_content(
                        (cell(levels.get(content.level)), cell(content.title, strong=True)),
                        coverage.of_content.get(content.id, ()),
                        points,
                    )
                ),
            )

    def _of_content(
        self, head: tuple[Cell, Cell], requirements: Sequence[Requirement], points: Mapping[str, SharedPoint]
    ) -> Iterator[Row]:
        for place, one in enumerate(requirements):
            level, content = head
            yield row(
                (
                    *((_over(level, len(requirements)), _over(content, len(requirements))) if place == 0 else ()),
                    cell(sentence(f"analysis.requirement.{one.kind}", text=one.text)),
                    cell(
                        *(
                            sentence("analysis.backing", point=points[own.point].statement, score=f"{own.score:.2f}")
                            for own in one.backings[:_BEST]
                        )
                    )
                    if one.backings
                    else cell(sentence("analysis.nothing")),
                    cell(sentence(f"coverage.state.{one.state}")),
                ),
                *one.derived_from,
            )


_LINE_BY_LINE = ("description.process", "analysis.requirements", "description.relations")


def _range(task: TypicalTask) -> Phrase:
    return sentence("task.range.shown", range=sentence(f"task.range.{task.range}"), reason=task.range_reason)


def _compact(code: str, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What stands in a cell: line by line, or in one line."""
    if not phrases:
        return (sentence("analysis.unrelated" if code == "description.relations" else "analysis.unsaid"),)
    return phrases if code in _LINE_BY_LINE else (joined("join", phrases),)


def _over(one: Cell, rows: int) -> Cell:
    """The same cell over several rows."""
    return Cell(one.content, rows=rows, strong=one.strong)


def _stage(level: str) -> Phrase | None:
    """The level of learning that the verb of a step asks for."""
    return sentence(f"level.{VerbLevel(level).stage.replace(' ', '-')}") if level else None
