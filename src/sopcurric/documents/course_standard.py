"""Course standards (课程标准) of courses made of SOPs: one binder per course, in the outline that registries know."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.leaves import standard_appendix, standard_content
from sopcurric.leaves.objective_lines import in_short
from sopcurric.leaves.standard_sections import (
    SECTIONS,
    Part,
    numbered,
    parts_of,
    section,
    shares_table,
    told,
)
from sopcurric.leaves.standard_view import StandardView
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule
from sopcurric.model.course_standard import OBJECTIVE_KINDS, Conversion, ConversionKind
from sopcurric.model.enumerating import listed
from sopcurric.model.files.editors import EditorKind
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.portions import portions
from sopcurric.model.publication import Binder, Block, Cell, Chapter, Fields, Listing, Paragraph, Row, Table
from sopcurric.model.teaching import required_of, teaching
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_CONVERSIONS: tuple[ConversionKind, ...] = ("direct", "merged", "split")
_RATERS = ("self", "peer", "teacher", "mentor")
_SHOWN = 6


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course that is made of SOPs."""
    made = zip(compilation.design.courses, compilation.course_standards, strict=True)
    return tuple(_Standard(StandardView(course, standard, compilation)).binder() for course, standard in made)


DOCUMENT = Document(name="course_standard", version=2, rank=12, compose=compose)


@dataclass(frozen=True)
class _Standard:
    view: StandardView

    def binder(self) -> Binder:
        """The standard with its sections 0 to 8."""
        view, course = self.view, self.view.course
        return Binder(
            id=f"standard-{course.id}",
            document=DOCUMENT.name,
            title=sentence("standard.title", course=course.title),
            subtitle=sentence("standard.subtitle"),
            facts=(
                field("standard.code", view.code),
                field("standard.hours", view.hours),
                field("standard.jobs", listed(view.jobs)),
                field("book.asof", view.issued),
            ),
            chapters=tuple(self._chapters()),
            loose=False,
            derived_from=course.derived_from,
        )

    def _chapters(self) -> Iterator[Chapter]:
        made: Mapping[str, Callable[[], Iterable[Block]]] = {
            "header": self._header,
            "nature": self._nature,
            "objectives": self._objectives,
            "approach": self._approach,
            "content": lambda: standard_content.content(self.view),
            "hours": lambda: standard_content.hours(self.view),
            "advice": self._advice,
            "assessment": self._assessment,
            "appendix": lambda: standard_appendix.appendix(self.view),
        }
        for name in SECTIONS:
            yield section(
                f"standard-{self.view.course.id}", name, made[name](), self.view.issued, wide=name == "content"
            )

    @cached_property
    def _categories(self) -> list[Phrase]:
        return [sentence(f"category.{one.row.category.value}") for one in self.view.placed]

    def _header(self) -> Iterator[Block]:
        view = self.view
        courses = view.all.inputs.courses
        before = [row.title for one in view.placed for row in one.before(courses)]
        after = [row.title for one in view.placed for row in one.after()]
        naturals = [sentence(f"nature.{one.row.nature}") for one in view.placed]
        yield Fields(
            "header/facts",
            (
                field("standard.name", view.course.title),
                field("standard.code", view.code),
                field("standard.category", listed(self._categories) if self._categories else None),
                field("standard.course-nature", listed(naturals) if naturals else None),
                field("standard.hours", view.hours),
                field("standard.credits", view.credits),
                field("standard.major", view.majors),
                field("standard.semesters", view.semesters),
                field("standard.before", listed(before) if before else None),
                field("standard.after", listed(after) if after else None),
                field("standard.jobs", listed(view.jobs)),
                field("standard.by.company", view.editor(EditorKind.COMPANY)),
                field("standard.by.school", view.editor(EditorKind.SCHOOL)),
                field("standard.reviewer", view.reviewer),
                field("standard.version"),
                field("standard.date", view.issued),
            ),
        )

    # 一、课程性质与任务

    def _nature(self) -> Iterator[Block]:
        view = self.view
        for number, one in enumerate(view.placed):
            told_so = sentence(
                "standard.place",
                course=view.course.title,
                major=one.programme.major.title,
                category=self._categories[number],
                nature=sentence(f"nature.{one.row.nature}"),
                hours=one.row.hours,
                credits=f"{one.row.credits:g}",
                semesters=listed([sentence("plain", value=semester) for semester in one.row.semesters]),
            )
            yield Paragraph(f"nature/place/{one.programme.id}", told_so)
        if not view.placed:
            none = sentence("standard.place.none", course=view.course.title, hours=view.course.hours)
            yield Paragraph("nature/place", none)
        code = "standard.task.shared" if view.course.shared else "standard.task"
        jobs = listed(view.jobs, _SHOWN)
        yield Paragraph("nature/task", sentence(code, jobs=jobs, number=len(view.standard.conversions)))
        parts = [Part("tasks", (self._tasks(),))]
        if view.claims:
            claims = [sentence("standard.claim", standard=one, levels=listed(levels)) for one, levels in view.claims]
            named = listed(claims)
            texts = (sentence("standard.certificate", claims=named), sentence("standard.certificate.note"))
            paragraphs = tuple(Paragraph(f"nature/certificate/{n}", text) for n, text in enumerate(texts))
            parts.append(Part("certificate", paragraphs))
        yield from parts_of("nature", parts)

    def _tasks(self) -> Table:
        rows = []
        for one in self.view.standard.conversions:
            task = self.view.all.typical_tasks[one.typical_task]
            rating = task.rating
            grades = sentence(
                "rating.three", **{name: sentence(f"grade.{grade.value}") for name, grade in rating.grades}
            )
            jobs = [self.view.all.sops[job].title for job in task.jobs]
            cells = (
                cell(task.title, strong=True),
                cell(listed(jobs)),
                cell(grades),
                cell(sentence(f"outcome.{rating.outcome}")),
            )
            rows.append(row(cells, *task.members))
        return Table(
            "nature/tasks",
            columns(
                ("standard.column.typical", 36),
                ("standard.column.job", 26),
                ("standard.column.rating", 18),
                ("standard.column.training", 20),
                centred=("standard.column.rating",),
            ),
            tuple(rows),
        )

    # 二、课程目标

    def _objectives(self) -> Iterator[Block]:
        view = self.view
        number = len(view.standard.conversions)
        if view.course.shared:
            general = sentence("standard.general.shared", number=number)
        else:
            general = sentence("standard.general", job=listed(view.jobs), number=number)
        parts = [Part("general", told("objectives/general", general, *view.course.derived_from))]
        for kind in OBJECTIVE_KINDS:
            own = tuple(
                item(sentence("standard.objective.coded", code=one.id, text=one.statement), *one.derived_from)
                for one in view.standard.of_kind(kind)
            )
            parts.append(Part(kind, (Listing(f"objectives/{kind}", own),) if own else ()))
        yield from parts_of("objectives", parts)

    # 三、设计思路

    def _approach(self) -> Iterator[Block]:
        view = self.view
        modules = listed([one.title for one in view.course.modules])
        code = "standard.approach" if len(view.course.modules) > 1 else "standard.approach.one"
        yield Paragraph("approach/order", sentence(code, modules=modules, number=len(view.course.modules)))
        for kind in _CONVERSIONS:
            number = sum(one.kind == kind for one in view.standard.conversions)
            every = ".all" if number == len(view.standard.conversions) else ""
            if number:
                yield Paragraph(f"approach/{kind}", sentence(f"standard.{kind}{every}", number=number))
        intensive = view.tasks_of("intensive")
        if intensive:
            names = listed([task.title for task in intensive], _SHOWN)
            yield Paragraph("approach/intensive", sentence("standard.intensive", tasks=names))
        yield Table(
            "approach/conversion",
            columns(
                ("standard.column.typical", 26),
                ("standard.column.source", 28),
                ("standard.column.conversion", 12),
                ("standard.column.task", 34),
                centred=("standard.column.conversion",),
            ),
            tuple(self._conversion(one) for one in view.standard.conversions),
            title=sentence("standard.table.conversion"),
        )

    def _conversion(self, one: Conversion) -> Row:
        everything = self.view.all
        task = everything.typical_tasks[one.typical_task]
        titles = dict.fromkeys(everything.procedures[member].title for member in task.members)
        learning = [everything.learning_tasks[name][1] for name in one.tasks]
        return row(
            (
                cell(task.title, strong=True),
                cell(*titles),
                cell(sentence(f"standard.conversion.{one.kind}")),
                cell(*(sentence("programme.task", label=own.label, title=own.title) for own in learning)),
            ),
            *task.members,
        )

    # 六、实施建议

    def _advice(self) -> Iterator[Block]:
        yield from parts_of(
            "advice",
            (
                Part("methods", numbered("advice/methods", [(one, ()) for one in self._methods()])),
                Part("textbook", tuple(self._textbook())),
                Part("resources", numbered("advice/resources", list(standard_content.resources(self.view)))),
                Part("facilities", tuple(standard_content.facilities(self.view))),
                Part("teachers", tuple(self._teachers())),
            ),
        )

    def _methods(self) -> Iterator[Phrase]:
        view = self.view
        yield sentence("standard.method.action")
        yield sentence("standard.method.mentor")
        for outcome, code in (("intensive", "standard.method.simulation"), ("job-aid", "standard.method.cards")):
            own = view.tasks_of(outcome)
            if own:
                yield sentence(code, tasks=listed([task.title for task in own], _SHOWN))
        told = [sentence(f"standard.cases.{one}") for one in view.standard.slots if one in {"ideology", "incidents"}]
        if told:
            yield sentence("standard.method.cases", kinds=listed(told))

    def _textbook(self) -> Iterator[Block]:
        settings, years = self.view.all.inputs.settings, self.view.all.inputs.profile.numbers.get("textbook-revision")
        title = self.view.course.title
        if years:
            text = sentence("standard.textbook.loose", course=title, years=f"{years.value:g}")
        else:
            text = sentence("standard.textbook.loose.plain", course=title)
        yield Paragraph("advice/textbook/loose", text)
        yield Paragraph("advice/textbook/choice", sentence("standard.textbook.choice"))
        if settings.textbook.certificate:
            number = sentence("standard.textbook.certificate", number=settings.textbook.certificate)
            yield Paragraph("advice/textbook/certificate", number)

    def _teachers(self) -> Iterator[Block]:
        view = self.view
        yield Paragraph("advice/teachers/rule", sentence("standard.profile.rule"))
        team = [who for one in view.placed for who in teaching(view.course, one.programme)]
        yield Table(
            "advice/teachers/profile",
            columns(
                ("standard.column.module", 30),
                ("standard.column.theory-grade", 11),
                ("standard.column.practice-grade", 11),
                ("standard.column.teaching-grade", 11),
                ("standard.column.dual", 17),
                ("standard.column.met", 20),
                centred=(
                    "standard.column.theory-grade",
                    "standard.column.practice-grade",
                    "standard.column.teaching-grade",
                ),
            ),
            tuple(self._profile(module) for module in view.course.modules),
            title=sentence("standard.table.profile"),
        )
        mentors = [
            sentence("standard.person", name=one.title, organisation=one.level)
            for placed in view.placed
            for one in placed.programme.mentors
            if {*one.jobs} & {*view.course.jobs}
        ]
        if mentors:
            yield Paragraph("advice/teachers/mentors", sentence("standard.mentors", names=listed(mentors)))
        if team:
            yield standard_content.team_table("advice/teachers/team", team, sentence("standard.table.team"))

    def _profile(self, module: CourseModule) -> Row:
        view = self.view
        wanted = required_of(module, view.all)
        team = [who for one in view.placed for who in teaching(view.course, one.programme)]
        met = [who.title for who in team if wanted.met_by(who)]
        named = listed(met) if met else (sentence("standard.profile.unmet") if team else None)
        return row(
            (
                cell(sentence("module.group", label=module.label, title=module.title), strong=True),
                cell(wanted.theory),
                cell(wanted.practice),
                cell(wanted.teaching),
                cell(sentence("standard.profile.dual" if wanted.dual else "standard.profile.any")),
                cell(named),
            )
        )

    # 七、考核评价

    def _assessment(self) -> Iterator[Block]:
        view = self.view
        process = view.all.inputs.settings.course_standards.process_percent
        theory, skill = portions((view.course.theory_hours, view.course.practice_hours), 100 - process)
        shares = [
            (sentence("standard.when.process"), sentence("standard.mark.process"), process),
            (sentence("standard.when.final"), sentence("standard.mark.theory"), theory),
            (sentence("standard.when.final"), sentence("standard.mark.skill"), skill),
        ]
        mark = sentence("standard.mark", process=process, final=100 - process)
        parts = [
            Part(
                "mark",
                (
                    Paragraph("assessment/mark", mark),
                    shares_table("assessment/shares", [one for one in shares if one[2]]),
                ),
            ),
            Part("process", (self._weights(),)),
            Part("raters", (self._raters(),)),
        ]
        vetoed = [task for task in view.course.tasks if any(item.veto for item in task.assessment)]
        if vetoed:
            text = sentence("standard.veto", tasks=listed([task.title for task in vetoed]))
            addresses = tuple(address for task in vetoed for address in task.hazards)
            parts.append(Part("veto", (Paragraph("assessment/veto", text, derived_from=addresses),)))
        yield from parts_of("assessment", parts)

    def _weights(self) -> Table:
        """Modules by their hours, and in each of them the kinds of assessment by the hours of its tasks."""
        view = self.view
        modules = view.course.modules
        kinds = ("work", "safety", "knowledge", "conduct")
        rows = []
        for module, percent in zip(modules, portions([one.hours for one in modules]), strict=True):
            weights = [
                sum(task.hours * item.weight for task in module.tasks for item in task.assessment if item.kind == kind)
                for kind in kinds
            ]
            shares = portions(weights) if any(weights) else (0,) * len(kinds)
            title = sentence("module.group", label=module.label, title=module.title)
            numbers = (cell(one) if one else cell(sentence("dash")) for one in shares)
            rows.append(row((cell(title, strong=True), cell(module.hours), cell(percent), *numbers)))
        dashes = (cell(sentence("dash")) for _ in kinds)
        total = row((cell(sentence("total"), strong=True), cell(view.course.hours), cell(100), *dashes))
        titles = ("standard.column.work", "standard.column.safety", "standard.column.knows", "standard.column.conduct")
        named = (("column.hours", 10), ("standard.column.weight", 16), *((one, 11) for one in titles))
        return Table(
            "assessment/weights",
            columns(("standard.column.module", 30), *named, centred=[code for code, _ in named]),
            (*rows, total),
        )

    def _raters(self) -> Table:
        raters: dict[str, set[str]] = {}
        titles: dict[str, Phrase] = {}
        for task in self.view.course.tasks:
            for one in task.assessment:
                raters.setdefault(one.kind, set()).update(one.raters)
                titles.setdefault(one.kind, one.title)
        who = (
            "standard.column.self",
            "standard.column.peer",
            "standard.column.teacher-rates",
            "standard.column.mentor-rates",
        )
        return Table(
            "assessment/raters",
            columns(
                ("standard.column.item", 24),
                *((one, 12) for one in who),
                ("standard.column.objectives", 28),
                centred=who,
            ),
            tuple(
                row((cell(titles[kind], strong=True), *(_rates(own, one) for one in _RATERS), self._about(kind)))
                for kind, own in raters.items()
            ),
        )

    def _about(self, kind: str) -> Cell:
        """The codes of the objectives that a kind of assessment looks at."""
        codes = [one.id for one in self.view.standard.objectives if kind in one.assessed]
        return cell(sentence("plain", value=in_short(codes)) if codes else sentence("dash"))


def _rates(raters: set[str], who: str) -> Cell:
    return cell(sentence("standard.rates" if who in raters else "dash"))
