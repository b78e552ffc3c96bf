"""Course standards (课程标准) of courses that come from no SOP: a binder for each written one, forms for the rest."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopcurric.leaves.standard_sections import (
    SECTIONS,
    Part,
    numbered,
    parts_of,
    section,
    shares_table,
    signatures,
    told,
)
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.course_standard import OBJECTIVE_KINDS
from sopcurric.model.enumerating import listed
from sopcurric.model.files.course import Course, CourseCategory
from sopcurric.model.files.course_standard import CourseModuleText, CourseStandardText
from sopcurric.model.layout import cell, columns, field, row
from sopcurric.model.placing import Placed, typed_rows
from sopcurric.model.publication import Binder, Block, Chapter, Column, Fields, Leaf, LeafKind, Paragraph, Row, Table
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Document

_UNSAID = CourseStandardText()
_FORM_ROWS = 4


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course with a written standard, and one with a form for each of the others."""
    made = [_Typed(course, placed, compilation) for course, placed in typed_rows(compilation)]
    written = tuple(one.binder() for one in made if one.course.standard)
    forms = [one for one in made if not one.course.standard]
    return (*written, *((_collection(forms, compilation),) if forms else ()))


DOCUMENT = Document(name="typed_course_standards", version=1, rank=13, compose=compose)


def _collection(forms: list["_Typed"], compilation: Compilation) -> Binder:
    categories = {one.course.category for one in forms}
    return Binder(
        id="standard-collection",
        document=DOCUMENT.name,
        title=sentence("standard.collection"),
        subtitle=listed([sentence(f"category.{one.value}") for one in CourseCategory if one in categories]),
        facts=(
            field("standard.courses", sentence("standard.courses.value", number=len(forms))),
            field("book.asof", compilation.inputs.settings.as_of),
        ),
        chapters=tuple(one.form() for one in forms),
        loose=False,
        derived_from=tuple(one.address for one in forms),
    )


@dataclass(frozen=True)
class _Typed:
    course: Course
    placed: tuple[Placed, ...]
    all: Compilation

    @property
    def address(self) -> Address:
        """The address of the course."""
        return f"@course/{self.course.code}"

    @property
    def said(self) -> CourseStandardText:
        """What the standard says."""
        return self.course.standard or _UNSAID

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.course.theory_hours + self.course.practice_hours

    @cached_property
    def issued(self) -> str:
        """The date that is printed."""
        return self.all.inputs.settings.as_of

    def binder(self) -> Binder:
        """The standard of a course that is written."""
        made: Mapping[str, Callable[[], Iterable[Block]]] = {
            "header": self._header,
            "nature": self._nature,
            "objectives": self._objectives,
            "approach": lambda: told("approach/text", self.said.approach, self.address),
            "content": self._content,
            "hours": self._hours,
            "advice": self._advice,
            "assessment": self._assessment,
            "appendix": lambda: parts_of("appendix", (Part("signatures", (signatures("appendix/signatures"),)),)),
        }
        name = f"standard-typed-{self.course.code}"
        filled = ((one, tuple(made[one]())) for one in SECTIONS)
        return Binder(
            id=name,
            document=DOCUMENT.name,
            title=sentence("standard.title", course=self.course.title),
            subtitle=sentence("standard.subtitle.college"),
            facts=(
                field("standard.code", self.course.code),
                field("standard.hours", self._split),
                field("standard.category", sentence(f"category.{self.course.category.value}")),
                field("book.asof", self.issued),
            ),
            chapters=tuple(section(name, one, blocks, self.issued) for one, blocks in filled if blocks),
            loose=False,
            derived_from=(self.address,),
        )

    def form(self) -> Chapter:
        """The standard of a course of which only the schedule is known: facts, content, and places to write."""
        name = f"standard-form-{self.course.code}"
        title = sentence("standard.collection.entry", code=self.course.code, title=self.course.title)
        objectives = tuple(
            row((cell(sentence(f"standard.part.{one}"), strong=True), cell())) for one in OBJECTIVE_KINDS
        )
        blocks = (
            *self._header(),
            *parts_of(
                "form",
                (
                    Part("task", tuple(self._nature())),
                    Part("aims", (Table("form/aims", _aims_columns(), objectives),)),
                    Part("modules", (Table("form/modules", _module_columns(), (), blank_rows=_FORM_ROWS),)),
                    Part("mark", (Table("form/mark", _share_columns(), (), blank_rows=3),)),
                    Part("textbook"),
                ),
            ),
        )
        leaf = Leaf(name, LeafKind.SECTION, self.course.code, title, blocks, issued=self.issued)
        return Chapter(name, self.course.code, title, None, (leaf,))

    @property
    def _split(self) -> Phrase:
        course = self.course
        return sentence("hours.split", total=self.hours, theory=course.theory_hours, practice=course.practice_hours)

    def _header(self) -> Iterator[Block]:
        course, said = self.course, self.said
        titles: dict[str, Phrase] = {one.code: one.title for one in self.all.inputs.courses}
        titles |= {row.code: row.title for plan in self.all.plans for row in plan.courses}
        before = [titles[code] for code in course.prerequisites if code in titles]
        after = [titles[code] for code in course.leads_to if code in titles]
        after += [one.title for one in self.all.inputs.courses if course.code in one.prerequisites]
        majors = [
            sentence("standard.major.value", title=one.programme.major.title, code=one.programme.major.code)
            for one in self.placed
        ]
        credit = dict.fromkeys(f"{one.row.credits:g}" for one in self.placed)
        semesters = listed([sentence("plain", value=one) for one in course.semesters])
        yield Fields(
            "header/facts",
            (
                field("standard.name", course.title),
                field("standard.code", course.code),
                field("standard.category", sentence(f"category.{course.category.value}")),
                field("standard.course-nature", sentence(f"nature.{course.nature}")),
                field("standard.hours", self._split),
                *((field("standard.weeks", course.weeks),) if course.weeks else ()),
                field("standard.credits", listed([sentence("plain", value=one) for one in credit]) if credit else None),
                field("standard.major", listed(majors) if majors else None),
                field("standard.semesters", sentence("standard.semesters.value", semesters=semesters)),
                field("standard.before", listed(before) if before else None),
                field("standard.after", listed(after) if after else None),
                field("standard.assessed", sentence(f"assessed.{course.assessment}")),
                field("standard.by", listed(said.prepared_by) if said.prepared_by else None),
                field("standard.reviewer", said.reviewed_by),
                field("standard.version", said.version),
                field("standard.date", said.revised or self.issued),
            ),
            derived_from=(self.address,),
        )

    def _nature(self) -> Iterator[Block]:
        place = sentence(
            "standard.typed.place",
            course=self.course.title,
            category=sentence(f"category.{self.course.category.value}"),
            nature=sentence(f"nature.{self.course.nature}"),
            hours=self.hours,
        )
        yield Paragraph("nature/place", place, derived_from=(self.address,))
        yield from told("nature/task", self.said.task, self.address)
        if self.course.content:
            content = sentence("standard.typed.content", text=self.course.content)
            yield Paragraph("nature/content", content, derived_from=(self.address,))

    def _objectives(self) -> Iterator[Block]:
        said = self.said.objectives
        kinds = (("character", said.character), ("knowledge", said.knowledge), ("ability", said.ability))
        parts = [Part("general", told("objectives/general", said.general, self.address))]
        parts += [
            Part(name, numbered(f"objectives/{name}", [(one, (self.address,)) for one in lines]))
            for name, lines in kinds
        ]
        yield from parts_of("objectives", parts)

    def _content(self) -> Iterator[Block]:
        rows = tuple(self._module_row(number, one) for number, one in enumerate(self.said.modules, start=1))
        yield Table("content/modules", _module_columns(), rows, blank_rows=0 if rows else _FORM_ROWS)

    def _module_row(self, number: int, one: CourseModuleText) -> Row:
        title = sentence("standard.typed.module", number=number, title=one.title)
        cells = (
            cell(title, strong=True),
            cell(*one.knowledge),
            cell(*one.skills),
            cell(*one.character),
            cell(one.activities),
            cell(one.hours),
        )
        return row(cells, self.address)

    def _hours(self) -> Iterator[Block]:
        modules = self.said.modules
        if not modules:
            return
        numbers = ("standard.column.theory", "standard.column.practice", "standard.column.sum")
        rows = [
            row(
                (
                    cell(sentence("standard.typed.module", number=number, title=one.title), strong=True),
                    cell(one.theory_hours),
                    cell(one.practice_hours),
                    cell(one.hours),
                    cell(sentence(f"standard.site.{one.site}")),
                ),
                self.address,
            )
            for number, one in enumerate(modules, start=1)
        ]
        theory, practice = sum(one.theory_hours for one in modules), sum(one.practice_hours for one in modules)
        total = row((cell(sentence("total"), strong=True), *map(cell, (theory, practice, theory + practice)), cell()))
        yield Table(
            "hours/table",
            columns(
                ("standard.column.module", 46),
                *((one, 13) for one in numbers),
                ("standard.column.site", 15),
                centred=(*numbers, "standard.column.site"),
            ),
            (*rows, total),
        )

    def _advice(self) -> Iterator[Block]:
        said, address = self.said, self.address
        textbook = told("advice/textbook", said.textbook, address)
        if said.certificate:
            number = sentence("standard.textbook.certificate", number=said.certificate)
            textbook += told("advice/certificate", number, address)
        yield from parts_of(
            "advice",
            (
                Part("methods", numbered("advice/methods", [(one, (address,)) for one in said.methods])),
                Part("textbook", textbook),
                Part("resources", numbered("advice/resources", [(one, (address,)) for one in said.resources])),
                Part("facilities", told("advice/facilities", said.facilities, address)),
                Part("teachers", told("advice/teachers", said.teachers, address)),
            ),
        )

    def _assessment(self) -> Iterator[Block]:
        assessed = sentence("standard.typed.assessed", assessed=sentence(f"assessed.{self.course.assessment}"))
        yield Paragraph("assessment/kind", assessed, derived_from=(self.address,))
        shares = [(sentence(f"standard.when.{one.kind}"), one.title, one.percent) for one in self.said.assessment]
        if shares:
            yield shares_table("assessment/shares", shares, self.address)
        else:
            yield Table("assessment/shares", _share_columns(), (), blank_rows=3)


def _aims_columns() -> tuple[Column, ...]:
    return columns(("standard.column.kind-of-aim", 20), ("standard.column.aim", 80))


def _module_columns() -> tuple[Column, ...]:
    return columns(
        ("standard.column.module", 16),
        ("standard.column.knowledge", 24),
        ("standard.column.skills", 22),
        ("standard.column.character", 16),
        ("standard.column.activities", 14),
        ("standard.column.hours", 8),
        centred=("standard.column.hours",),
    )


def _share_columns() -> tuple[Column, ...]:
    return columns(("standard.column.when", 24), ("standard.column.assessed", 56), ("standard.column.percent", 20))
