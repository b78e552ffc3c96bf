"""What courses are for: occupations, requirements, competencies, contests and certificates."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sopcurric.leaves.programme_view import ProgrammeView
from sopcurric.model.course import JobCourse
from sopcurric.model.goals import Goal, goals_of
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Block, Column, Paragraph, Row, Table
from sopcurric.model.text import Phrase, sentence

_GOALS = 14
"""So many requirements stand beside each other on a wide page."""
_COURSES = 9
_SHOWN = 3


_Value = TypeVar("_Value")


def _parts(values: Sequence[_Value], most: int) -> Iterator[Sequence[_Value]]:
    return (values[start : start + most] for start in range(0, len(values), most))


# T1 职业面向


def occupations(view: ProgrammeView) -> Iterator[Block]:
    """职业面向: the table that registries know, then tasks and competencies of the jobs."""
    major = view.programme.major
    open_ = sentence("programme.open")
    titles = ("family", "branch", "industry", "occupations", "jobs", "certificate")
    apart = (cell(major.family or open_), cell(major.branch or open_))
    family = apart if major.branch or not major.family else (cell(major.family, columns=2),)
    jobs = tuple(dict.fromkeys(sop.title for sop in view.all.inputs.sops if sop.kind == "job-sop"))
    yield Table(
        "occupations/table",
        columns(*((f"programme.{one}", width) for one, width in zip(titles, (15, 13, 17, 18, 21, 16), strict=True))),
        (
            row(
                (
                    *family,
                    cell(major.industry or open_),
                    cell(major.occupations or open_),
                    cell(*(jobs or (open_,))),
                    cell(*_certificate(view)),
                )
            ),
        ),
        title=sentence("programme.table.occupations"),
    )
    if view.all.catalogue.tasks:
        yield _work(view)


def _certificate(view: ProgrammeView) -> tuple[Phrase, ...]:
    programme = view.programme
    standard = next((one for one in view.all.inputs.standards if one.code == programme.standard), None)
    if standard is None:
        return (sentence("programme.open"),)
    level = next((one for one in standard.levels if one.id == programme.target_level), None)
    if level is None:
        return (standard.title,)
    return (sentence("programme.certificate.level", standard=standard.title, level=level.title),)


def _work(view: ProgrammeView) -> Table:
    """工作任务与职业能力分析表: typical tasks of each course's jobs with what they ask for."""
    rows: list[Row] = []
    place = 0
    for course in view.all.design.courses:
        jobs = view.jobs(course.jobs)
        for first, task in enumerate(course.tasks):
            place += 1
            head = (cell(*jobs, rows=len(course.tasks), strong=True),) if first == 0 else ()
            typical = view.all.typical_tasks[task.typical_task]
            said = (view.all.competencies[one].statement for one in typical.competencies)
            competencies = list(dict.fromkeys(said))[:_SHOWN]
            cells = (cell(place), *head, cell(typical.title), cell(*competencies))
            rows.append(row(cells, *typical.derived_from))
    return Table(
        "occupations/work",
        columns(
            ("programme.column.place", 7),
            ("programme.column.jobs", 20),
            ("programme.column.tasks", 29),
            ("programme.column.competency", 44),
            centred=("programme.column.place",),
        ),
        tuple(rows),
        title=sentence("programme.table.work"),
    )


# T7 课程与培养规格


def goals_matrix(view: ProgrammeView) -> Iterator[Block]:
    """Courses in rows, requirements in columns; what people did not write is a draft and says so."""
    goals = goals_of(view.programme.goals)
    supports = {(one.course, one.goal): one.strength for one in view.all.supports.get(view.programme.id, ())}
    if not goals:
        return
    for part, own in enumerate(_parts(goals, _GOALS), start=1):
        yield Table(
            f"goals-matrix/{part}",
            (Column(sentence("programme.column.course"), 34), *(_goal_column(one) for one in own)),
            tuple(
                row(
                    (cell(course.title, strong=True), *(cell(supports.get((course.code, one.id))) for one in own)),
                    *course.derived_from,
                )
                for course in view.courses
            ),
            title=sentence("programme.table.goals"),
        )
    yield Paragraph("goals-matrix/note", sentence("programme.goals.note"))
    if not view.programme.goals.supports:
        yield Paragraph("goals-matrix/draft", sentence("programme.goals.draft"))


def _goal_column(goal: Goal) -> Column:
    return Column(sentence("plain", value=goal.id), 4, "center")


# T8 课程与岗位能力


def competency_matrix(view: ProgrammeView) -> Iterator[Block]:
    """Competencies of each job in rows, courses made of SOPs in columns, by the training that they need."""
    taught = {
        competency: (course.id, view.all.typical_tasks[task.typical_task].rating.outcome)
        for course in view.all.design.courses
        for task in course.tasks
        for competency in view.all.typical_tasks[task.typical_task].competencies
    }
    courses = view.all.design.courses
    for part, own in enumerate(_parts(courses, _COURSES), start=1):
        rows = tuple(_competency_rows(view, own, taught))
        if rows:
            yield Table(
                f"competency-matrix/{part}",
                (
                    Column(sentence("programme.column.jobs"), 14),
                    Column(sentence("programme.column.competency"), 40),
                    *(Column(one.title, 8, "center") for one in own),
                ),
                rows,
                title=sentence("programme.table.competencies"),
            )
    if courses:
        yield Paragraph("competency-matrix/note", sentence("programme.competencies.note"))


def _competency_rows(
    view: ProgrammeView, courses: Sequence[JobCourse], taught: Mapping[str, tuple[str, str]]
) -> Iterator[Row]:
    wanted = {one.id for one in courses}
    for profile in view.all.profiles:
        own = [one for one in profile.competencies if taught.get(one.id, ("", ""))[0] in wanted]
        for place, one in enumerate(own):
            course, outcome = taught[one.id]
            head = (cell(profile.title, rows=len(own), strong=True),) if place == 0 else ()
            marks = (cell(sentence(f"programme.mark.{outcome}") if each.id == course else None) for each in courses)
            yield row((*head, cell(one.statement), *marks), *one.derived_from)


# T9 岗课赛证


def links_table(view: ProgrammeView) -> Iterator[Block]:
    """岗课赛证: jobs with courses, contests and certificates for which learners may apply."""
    links = view.programme.links
    if not links:
        return
    shown = [("contest", any(one.contest for one in links)), ("certificate", any(one.certificate for one in links))]
    more = [name for name, there in shown if there]
    yield Table(
        "graduation/links",
        columns(
            ("programme.column.jobs", 24),
            ("programme.column.course", 30),
            *((f"programme.column.{one}", 23) for one in more),
        ),
        tuple(
            row(
                (
                    cell(*view.jobs(one.jobs), strong=True),
                    cell(*_titles(view, one.courses)),
                    *(cell(getattr(one, name) or sentence("programme.none")) for name in more),
                ),
                f"{view.address}/{one.id}",
            )
            for one in links
        ),
        title=sentence("programme.table.links"),
    )


def _titles(view: ProgrammeView, codes: Iterable[str]) -> Iterator[Phrase]:
    return (view.titles[code] for code in codes if code in view.titles)
