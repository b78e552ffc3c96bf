"""How a programme is carried out (实施保障), in six parts, with teachers, mentors, bases and partners."""

from collections.abc import Iterator, Sequence

from sopcurric.leaves.partners import partners_table
from sopcurric.leaves.programme_view import ProgrammeView, sub_title
from sopcurric.model.files.teachers import Teacher
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Block, Heading, Paragraph, Table
from sopcurric.model.text import Phrase, sentence

PARTS = ("teachers", "facilities", "resources", "methods", "assessment", "quality")


def support(view: ProgrammeView, parts: Sequence[str] = PARTS) -> Iterator[Block]:
    """The parts with their headings; tables stand where they belong."""
    for place, name in enumerate(parts, start=1):
        text = view.programme.support.get(name)  # type: ignore[call-overload]
        if len(parts) > 1:
            yield Heading(f"support/{name}/title", sub_title(place, sentence(f"programme.support.{name}")))
        yield Paragraph(f"support/{name}", text or sentence("programme.open"))
        if name == "teachers":
            yield from _staff(view)
        if name == "facilities" and view.programme.bases:
            yield _bases(view)
        if name == "quality":
            yield partners_table(view.programme, "support/partners", sentence("programme.table.partners"))


# T11 师资


def _staff(view: ProgrammeView) -> Iterator[Block]:
    if view.programme.teachers:
        yield _teachers(view)
    if view.programme.mentors:
        yield _mentors(view)


def _teachers(view: ProgrammeView) -> Table:
    """Teachers: dual-qualified or not, of the college or a company, what they teach, their grades."""
    grades = ("theory", "practice", "teaching", "research")
    return Table(
        "support/team",
        columns(
            ("programme.column.teacher", 20),
            ("programme.column.from", 11),
            ("programme.column.dual", 8),
            ("programme.column.taught", 21),
            ("programme.column.grades", 14),
            ("programme.column.evidence", 26),
            centred=("programme.column.from", "programme.column.dual", "programme.column.grades"),
        ),
        tuple(
            row(
                (
                    cell(one.title, strong=True),
                    cell(sentence(f"standard.teacher.{one.kind}")),
                    cell(sentence("programme.yes") if one.dual else sentence("programme.none")),
                    cell(*_taught(view, one)),
                    cell("/".join(str(getattr(one, grade)) for grade in grades)),
                    cell(*one.evidence),
                ),
                f"{view.address}/{one.id}",
            )
            for one in view.programme.teachers
        ),
        title=sentence("programme.table.teachers"),
    )


def _taught(view: ProgrammeView, teacher: Teacher) -> tuple[Phrase, ...]:
    """The courses of the teacher's jobs; none named means that all can be taught."""
    return view.courses_of(teacher.jobs) if teacher.jobs else (sentence("programme.all-courses"),)


def _mentors(view: ProgrammeView) -> Table:
    return Table(
        "support/mentors",
        columns(
            ("programme.column.mentor", 24),
            ("programme.column.level", 18),
            ("programme.column.partner", 22),
            ("programme.column.jobs", 24),
            ("programme.column.apprentices", 12),
            centred=("programme.column.apprentices",),
        ),
        tuple(
            row(
                (
                    cell(one.title, strong=True),
                    cell(one.level),
                    cell(view.partners.get(one.partner)),
                    cell(*view.jobs(one.jobs)),
                    cell(one.apprentices),
                ),
                f"{view.address}/{one.id}",
            )
            for one in view.programme.mentors
        ),
        title=sentence("programme.table.mentors"),
    )


# T10 校内外实训条件


def _bases(view: ProgrammeView) -> Table:
    return Table(
        "support/bases",
        columns(
            ("programme.column.base", 24),
            ("programme.column.partner", 17),
            ("programme.column.equipment", 27),
            ("programme.column.places", 9),
            ("programme.column.supports", 23),
            centred=("programme.column.places",),
        ),
        tuple(
            row(
                (
                    cell(one.title, strong=True),
                    cell(view.partners.get(one.partner)),
                    cell(one.equipment),
                    cell(one.places),
                    cell(*(view.courses_of(one.jobs) or view.jobs(one.jobs))),
                ),
                f"{view.address}/{one.id}",
            )
            for one in view.programme.bases
        ),
        title=sentence("programme.table.bases"),
    )
