"""The teaching schedule of a programme: courses by semester, weeks, hours and credits by category, shares."""

from collections.abc import Iterator, Sequence

from sopcurric.leaves.programme_view import ProgrammeView, asked, number
from sopcurric.model.demand import percent_of
from sopcurric.model.files.course import CourseCategory
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.plan import CourseRow
from sopcurric.model.publication import Block, Cell, Column, Paragraph, Row, Table
from sopcurric.model.share import CategoryShare, Share, blocks_of, categories_of, shares_of
from sopcurric.model.text import Phrase, sentence
from sopcurric.model.week_table import in_weeks, whole_weeks

_MOST_COLUMNS = 8
_NUMBERS = (
    "programme.column.credits",
    "programme.column.total",
    "programme.column.theory",
    "programme.column.practice",
)


def schedule(view: ProgrammeView) -> Iterator[Block]:
    """教学进程安排: the schedule, the weeks of semesters, hours and credits, shares with what is required of them."""
    yield _schedule(view)
    yield Paragraph("schedule/notation", sentence("programme.notation"))
    yield _weeks(view)
    yield _categories(view)
    yield _ratios(view)
    yield Paragraph("schedule/formula", sentence("programme.formula"))
    yield _blocks(view)


# T4 教学进程安排表


def _schedule(view: ProgrammeView) -> Table:
    last = len(view.weeks)
    semesters = tuple((f"programme.semester.{n}", 7) for n in range(1, last + 1))
    return Table(
        "schedule/table",
        columns(
            ("programme.column.category", 10),
            ("programme.column.nature", 6),
            ("programme.column.course", 25),
            ("programme.column.code", 12),
            *((one, 6) for one in _NUMBERS),
            ("programme.column.assessment", 6),
            *semesters,
            ("programme.column.remark", 10),
            centred=(
                *_NUMBERS,
                "programme.column.nature",
                "programme.column.assessment",
                *(code for code, _ in semesters),
            ),
        ),
        (*_rows(view), *_totals(view)),
        title=sentence("programme.table.schedule"),
    )


def _rows(view: ProgrammeView) -> Iterator[Row]:
    for category in CourseCategory:
        own = [one for one in view.courses if one.category is category]
        for place, course in enumerate(own):
            head = (cell(sentence(f"category.{category.value}"), rows=len(own) + 1, strong=True),) if not place else ()
            yield row((*head, *_course(view, course)), *course.derived_from)
        if own:
            yield row((cell(sentence("programme.subtotal"), strong=True, columns=3), *_sums(view, own)))


def _course(view: ProgrammeView, course: CourseRow) -> tuple[Cell, ...]:
    return (
        cell(sentence(f"nature.{course.nature}")),
        cell(course.title),
        cell(course.code),
        cell(number(course.credits)),
        cell(course.hours),
        cell(course.theory_hours),
        cell(course.practice_hours),
        cell(sentence(f"assessed.{course.assessment}")),
        *(cell(one or None) for one in _by_semester(view, course)),
        cell(
            sentence("programme.weeks", number=course.weeks) if course.weeks else None,
            sentence("programme.in-plant") if course.in_plant else None,
        ),
    )


def _by_semester(view: ProgrammeView, course: CourseRow) -> Iterator[str]:
    """`4/14W`, or `2W` for whole weeks."""
    whole = whole_weeks(course)
    for one in view.weeks:
        if course.weeks:
            yield f"{whole[one.number]}W" if whole.get(one.number) else ""
        else:
            yield in_weeks(course.hours_by_semester[one.number - 1], one.teaching)


def _sums(view: ProgrammeView, own: Sequence[CourseRow]) -> tuple[Cell, ...]:
    """Credits, hours, theory, practice; hours of semesters without whole weeks."""
    return (
        cell(number(sum(one.credits for one in own))),
        cell(sum(one.hours for one in own)),
        cell(sum(one.theory_hours for one in own)),
        cell(sum(one.practice_hours for one in own)),
        cell(),
        *(cell(hours or None) for hours in _hours_by_semester(view, own)),
        cell(),
    )


def _hours_by_semester(view: ProgrammeView, own: Sequence[CourseRow]) -> list[int]:
    taught = [one.hours_by_semester for one in own if not one.weeks]
    return [sum(hours[one.number - 1] for hours in taught) for one in view.weeks]


def _totals(view: ProgrammeView) -> Iterator[Row]:
    """All courses together; then teaching weeks, and hours a week in them."""
    yield row((cell(sentence("total"), strong=True, columns=4), *_sums(view, view.courses)))
    teaching = [one.teaching for one in view.weeks]
    empty = (cell(columns=5),)
    yield row(
        (
            cell(sentence("programme.teaching-weeks"), strong=True, columns=4),
            *empty,
            *(cell(weeks) for weeks in teaching),
            cell(),
        )
    )
    hours = zip(_hours_by_semester(view, view.courses), teaching, strict=True)
    weekly = (f"{own / weeks:.1f}" if weeks else "—" if own else "" for own, weeks in hours)
    yield row(
        (
            cell(sentence("programme.weekly"), strong=True, columns=4),
            *empty,
            *(cell(one) for one in weekly),
            cell(),
        )
    )


# T5 教学环节（周）分配表


def _weeks(view: ProgrammeView) -> Table:
    codes = list(dict.fromkeys(code for one in view.weeks for code, _ in one.whole))
    apart = codes if len(codes) <= _MOST_COLUMNS else []
    holidays = any(one.holidays is not None for one in view.weeks)
    whole = [view.titles[code] for code in apart] or ([sentence("programme.column.whole")] if codes else [])
    titles = [
        sentence("programme.column.semester"),
        sentence("programme.column.in-class"),
        *whole,
        sentence("programme.column.exams"),
        sentence("programme.column.weeks"),
        *([sentence("programme.column.holidays")] if holidays else []),
    ]
    lines = []
    for one in view.weeks:
        own = dict(one.whole)
        spent = [own.get(code, 0) for code in apart] or ([one.taken] if codes else [])
        lines.append([one.teaching, *spent, one.exams, one.weeks, *([one.holidays or 0] if holidays else [])])
    sums = [sum(column) for column in zip(*lines, strict=True)]
    return Table(
        "schedule/weeks",
        tuple(Column(title, 16 if place == 0 else 12, "center") for place, title in enumerate(titles)),
        (
            *(
                row((cell(sentence(f"programme.semester.{one.number}"), strong=True), *(cell(n or None) for n in line)))
                for one, line in zip(view.weeks, lines, strict=True)
            ),
            row((cell(sentence("total"), strong=True), *(cell(n) for n in sums))),
        ),
        title=sentence("programme.table.weeks"),
    )


# T6 学时学分比例表


def _categories(view: ProgrammeView) -> Table:
    numbers = (
        ("programme.column.number-of-courses", 8),
        ("programme.column.total", 10),
        ("programme.column.theory", 10),
        ("programme.column.practice", 10),
        ("programme.column.percent", 12),
        ("programme.column.credits", 10),
        ("programme.column.credit-percent", 14),
    )
    return Table(
        "schedule/categories",
        columns(("programme.column.category", 26), *numbers, centred=(code for code, _ in numbers)),
        tuple(row(_category(one)) for one in categories_of(view.courses)),
        title=sentence("programme.table.categories"),
    )


def _category(one: CategoryShare) -> Iterator[Cell]:
    own_credits = one.name != "in-practice"
    yield cell(sentence(f"programme.category.{one.name}"), strong=True)
    yield from (cell(value) for value in (one.courses, one.hours, one.theory, one.practice))
    yield cell(one.percent)
    yield cell(number(one.credits) if own_credits else "—")
    yield cell(one.credit_percent if own_credits else "—")


# What the profile asks for, and the four blocks


def _ratios(view: ProgrammeView) -> Table:
    total = sum(one.hours for one in view.courses)
    return Table(
        "schedule/ratios",
        columns(
            ("programme.column.share", 24),
            ("programme.column.formula", 24),
            ("programme.column.percent", 16),
            ("programme.column.required", 36),
            centred=("programme.column.formula", "programme.column.percent"),
        ),
        tuple(
            row(
                (
                    cell(sentence(f"share.{one.name}"), strong=True),
                    cell(str(one.hours) if one.name == "total" else f"{one.hours} ÷ {total}"),
                    cell(one.percent),
                    cell(_required(view, one)),
                )
            )
            for one in shares_of(view.courses)
        ),
        title=sentence("programme.table.ratios"),
    )


def _required(view: ProgrammeView, share: Share) -> Phrase | None:
    found = view.all.inputs.profile.numbers.get(share.number)
    if found is None:
        return None
    value = number(found.value) if found.unit == "hours" else percent_of(found)
    return sentence("programme.required", told=asked(found, value), source=found.source, clause=found.clause)


def _blocks(view: ProgrammeView) -> Table:
    """The four blocks that every course is in one of; practical training is not the same as hours of practice."""
    numbers = (
        ("programme.column.number-of-courses", 16),
        ("programme.column.total", 18),
        ("programme.column.percent", 18),
        ("programme.column.credits", 20),
    )
    return Table(
        "schedule/blocks",
        columns(("programme.column.block", 28), *numbers, centred=(code for code, _ in numbers)),
        tuple(
            row(
                (
                    cell(sentence(f"block.{one.name}"), strong=True),
                    cell(one.courses),
                    cell(one.hours),
                    cell(one.percent),
                    cell(number(one.credits)),
                )
            )
            for one in blocks_of(view.courses)
        ),
        title=sentence("programme.table.blocks"),
    )
