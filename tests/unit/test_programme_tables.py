"""Every number of the printed tables of a programme is recomputed from what stands in them."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from generators import checked
from sopcurric.documents.talent_training_programme import compose
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.approval import ProgrammeChange
from sopcurric.model.publication import Cell, Fields, Leaf, Table
from sopcurric.model.saying import words
from sopcurric.model.text import Text

Grid = list[list[str]]
_OWN = 8  # columns of a row of the schedule before the semesters, from its category on


@pytest.fixture(scope="module")
def leaves(alumina: Compilation) -> Mapping[str, Leaf]:
    """The leaves of the programme by label."""
    (binder,) = compose(alumina)
    return {leaf.label: leaf for leaf in binder.leaves}


def grid(leaf: Leaf, key: str) -> Grid:
    """The cells of a table as they are printed; a cell that covers several stands in each of them."""
    table = next(one for one in leaf.blocks if isinstance(one, Table) and one.key == key)
    lines: Grid = []
    above: dict[int, tuple[str, int]] = {}
    for row in table.rows:
        line: list[str] = []
        cells = iter(row.cells)
        while len(line) < len(table.columns):
            place = len(line)
            text, rest = above.get(place, ("", 0))
            if rest:
                above[place] = (text, rest - 1)
                line.append(text)
            else:
                line += _covered(next(cells), place, above)
        lines.append(line)
    return lines


def _covered(cell: Cell, place: int, above: dict[int, tuple[str, int]]) -> list[str]:
    text = " ".join(words(one, "zh") for one in cell.content)
    for column in range(place, place + cell.columns):
        above[column] = (text, cell.rows - 1)
    return [text] * cell.columns


def number(text: str) -> Decimal:
    return Decimal(text or "0")


def hours(text: str) -> int:
    """Hours of `4/14W+2`; whole weeks (`2W`) have none here."""
    found = re.fullmatch(r"(\d+)/(\d+)W(?:\+(\d+))?", text)
    return int(found[1]) * int(found[2]) + int(found[3] or 0) if found else 0


def percent(part: Decimal, whole: Decimal) -> str:
    return f"{int(part * 1000 / whole + Decimal('0.5')) / 10:.1f} %"


class Schedule:
    """The schedule as it is printed."""

    def __init__(self, lines: Grid) -> None:
        self.courses = [line for line in lines if line[1] not in {"小计", "合计", "课内教学周数", "周学时"}]
        self.subtotals = {line[0]: line for line in lines if line[1] == "小计"}
        self.total, self.teaching, self.weekly = lines[-3:]

    def sums(self, courses: Grid) -> list[Decimal]:
        """Credits, hours, theory, practice."""
        return [sum((number(line[column]) for line in courses), Decimal(0)) for column in range(4, 8)]

    def of_semesters(self, courses: Grid) -> list[int]:
        """Hours of semesters, whole weeks apart."""
        return [sum(hours(line[column]) for line in courses) for column in self.semesters]

    @property
    def semesters(self) -> range:
        return range(_OWN + 1, len(self.total) - 1)


@pytest.fixture(scope="module")
def schedule(leaves: Mapping[str, Leaf]) -> Schedule:
    return Schedule(grid(leaves["schedule"], "schedule/table"))


def test_hours_of_a_course_are_theory_and_practice_and_stand_in_semesters(schedule: Schedule) -> None:
    assert len(schedule.courses) > 50
    for line in schedule.courses:
        assert number(line[5]) == number(line[6]) + number(line[7])
        spread = [line[column] for column in schedule.semesters]
        weeks = sum(int(one.removesuffix("W")) for one in spread if re.fullmatch(r"\d+W", one))
        if weeks:
            assert f"整周 {weeks} 周" in line[-1]
        else:
            assert sum(map(hours, spread)) == number(line[5]), line


def test_subtotals_and_the_total_are_sums(schedule: Schedule) -> None:
    for category, line in schedule.subtotals.items():
        own = [one for one in schedule.courses if one[0] == category]
        assert own
        assert [number(one) for one in line[4:8]] == schedule.sums(own)
        assert [number(line[column]) for column in schedule.semesters] == schedule.of_semesters(own)
    assert [number(one) for one in schedule.total[4:8]] == schedule.sums(schedule.courses)
    assert [number(schedule.total[column]) for column in schedule.semesters] == schedule.of_semesters(schedule.courses)


def test_weeks_of_a_semester_are_what_they_are_spent_on(schedule: Schedule, leaves: Mapping[str, Leaf]) -> None:
    lines = grid(leaves["schedule"], "schedule/weeks")
    holidays = int(len(lines[0]) > _columns_without_holidays(leaves))
    for line in lines[:-1]:
        spent, total = line[1 : len(line) - 1 - holidays], line[len(line) - 1 - holidays]
        assert sum(map(number, spent)) == number(total)
    sums = [sum(number(line[column]) for line in lines[:-1]) for column in range(1, len(lines[0]))]
    assert [number(one) for one in lines[-1][1:]] == sums
    assert [line[1] for line in lines[:-1]] == [schedule.teaching[column] for column in schedule.semesters]
    whole = Counter(
        {
            place: sum(
                int(line[column].removesuffix("W")) for line in schedule.courses if re.fullmatch(r"\d+W", line[column])
            )
            for place, column in enumerate(schedule.semesters)
        }
    )
    assert [sum(map(number, line[2 : -2 - holidays])) for line in lines[:-1]] == list(whole.values())


def _columns_without_holidays(leaves: Mapping[str, Leaf]) -> int:
    table = next(one for one in leaves["schedule"].blocks if isinstance(one, Table) and one.key == "schedule/weeks")
    return len(table.columns) - any(words(one.title, "zh") == "假期" for one in table.columns)


def test_hours_a_week_are_hours_over_weeks(schedule: Schedule) -> None:
    for column in schedule.semesters:
        own, weeks = number(schedule.total[column]), number(schedule.teaching[column])
        assert schedule.weekly[column] == f"{own / weeks:.1f}"


def test_hours_and_credits_by_category_come_from_the_schedule(schedule: Schedule, leaves: Mapping[str, Leaf]) -> None:
    lines = {line[0]: line for line in grid(leaves["schedule"], "schedule/categories")}
    electives = [line for line in schedule.courses if line[1] in {"限选", "任选"}]
    parts = {
        **{one: [line for line in schedule.courses if line[0] == one] for one in schedule.subtotals},
        "合计": schedule.courses,
        "其中：选修课程": electives,
    }
    credit, whole, *_ = schedule.sums(schedule.courses)
    for name, own in parts.items():
        earned, total, theory, practice = schedule.sums(own)
        number_of, *sums, share, credits_, credit_share = lines[name][1:]
        assert number_of == str(len(own))
        assert [number(one) for one in sums] == [total, theory, practice]
        assert (share, number(credits_), credit_share) == (percent(total, whole), earned, percent(earned, credit))
    practical = sum(number(line[7]) for line in schedule.courses)
    assert [*lines["其中：实践性教学"][2:6]] == [
        str(practical),
        "0",
        str(practical),
        percent(Decimal(practical), whole),
    ]


def test_shares_show_numerator_and_denominator(schedule: Schedule, leaves: Mapping[str, Leaf]) -> None:
    _, whole, _, practice = schedule.sums(schedule.courses)
    lines = {line[0]: line for line in grid(leaves["schedule"], "schedule/ratios")}
    kinds = {"专业基础课程", "专业核心课程", "专业拓展课程"}
    professional = sum(number(line[5]) for line in schedule.courses if line[0] in kinds)
    for name, one in lines.items():
        if name != "总学时":
            part, total = one[1].split(" ÷ ")
            assert number(total) == (professional if name.startswith("企业授课") else whole)
            assert one[2] == percent(number(part), number(total))
    assert number(lines["总学时"][1]) == whole
    assert number(lines["实践性教学"][1].split(" ÷ ")[0]) == practice
    general = sum(number(line[5]) for line in schedule.courses if line[0] == "公共基础课程")
    assert number(lines["公共基础课程"][1].split(" ÷ ")[0]) == general
    blocks = grid(leaves["schedule"], "schedule/blocks")
    assert sum(number(line[1]) for line in blocks) == len(schedule.courses)
    assert sum(number(line[2]) for line in blocks) == whole


def test_segments_hold_all_hours(schedule: Schedule, leaves: Mapping[str, Leaf]) -> None:
    lines = grid(leaves["path"], "path/segments")
    assert sum(number(line[-1]) for line in lines) == number(schedule.total[5])
    for segment in ("S2", "S3", "S4"):
        rows = grid(leaves["path"], f"path/{segment}")
        assert rows
        assert all(number(line[-1]) > 0 for line in rows)


def test_tables_of_courses_agree_with_the_schedule(schedule: Schedule, leaves: Mapping[str, Leaf]) -> None:
    known = Counter((line[2], number(line[5])) for line in schedule.courses)
    shown: Counter[tuple[str, Decimal]] = Counter()
    for category in ("general", "foundation", "extension", "practice"):
        lines = grid(leaves["courses"], f"courses/{category}")
        shown.update((line[0], number(line[-1])) for line in lines)
    for line in grid(leaves["courses"], "courses/core"):
        total, theory, practice = map(number, re.findall(r"\d+", line[5]))
        assert total == theory + practice
        modules = sum(number(one) for one in re.findall(r"（(\d+) 学时）", line[4]))
        assert modules == total
        shown[line[1], total] += 1
    assert shown == known


def test_every_course_and_every_requirement_has_a_mark(schedule: Schedule, leaves: Mapping[str, Leaf]) -> None:
    parts = [grid(leaves["goals-matrix"], f"goals-matrix/{part}") for part in (1, 2)]
    for lines in parts:
        assert Counter(line[0] for line in lines) == Counter(line[2] for line in schedule.courses)
        assert {mark for line in lines for mark in line[1:]} == {"", "H", "M", "L"}
        assert all(any(line[column] for line in lines) for column in range(1, len(lines[0])))
    for first, second in zip(*parts, strict=True):
        assert any((*first[1:], *second[1:])), first[0]


def test_every_competency_has_one_course(leaves: Mapping[str, Leaf], alumina: Compilation) -> None:
    lines = grid(leaves["competency-matrix"], "competency-matrix/1")
    taught = {one for task in alumina.catalogue.tasks for one in task.competencies}
    assert len(lines) == len(taught)
    assert all(sum(bool(mark) for mark in line[2:]) == 1 for line in lines)


def changed(alumina: Compilation, **keys: object) -> Mapping[str, Leaf]:
    """The leaves of the programme with other keys."""
    (programme,) = alumina.inputs.programmes
    programmes = (programme.model_copy(update=keys),)
    (binder,) = compose(replace(alumina, inputs=replace(alumina.inputs, programmes=programmes)))
    return {leaf.label: leaf for leaf in binder.leaves}


def test_the_form_for_changes_is_filled_in(alumina: Compilation) -> None:
    approval = alumina.inputs.programmes[0].approval
    assert approval is not None
    assert approval.approved is not None
    seen = {**approval.approved.seen, "GE01": "48+8@1=3.5", "GE99": "16+0@2=1"}
    asked = ProgrammeChange(
        id="C1", proposed_on="2027-01-10", by=Text.of({}), what=Text.of({}), reason=Text.of({}), seen={}
    )
    approved = approval.approved.model_copy(update={"seen": seen})
    leaves = changed(alumina, approval=approval.model_copy(update={"approved": approved, "changes": (asked,)}))
    lines = grid(leaves["change"], "change/courses")
    assert [(line[0], *line[2:]) for line in lines] == [
        ("GE01", "调整", "48+8@1=3.5", "40+8@1=3"),
        ("GE99", "取消", "16+0@2=1", "—"),
    ]
    head = next(one for one in leaves["change"].blocks if isinstance(one, Fields))
    assert "C1" in {words(one.value, "zh") for one in head.fields if one.value}


def test_the_outline_of_2025_has_the_same_tables(alumina: Compilation, leaves: Mapping[str, Leaf]) -> None:
    other = changed(alumina, outline="2025")
    titles = [words(leaf.title, "zh") for leaf in other.values()]
    assert titles[0] == "一、概述"
    assert "十二、毕业要求" in titles

    def keys(of: Mapping[str, Leaf]) -> list[str]:
        return sorted(one.key for leaf in of.values() for one in leaf.blocks if isinstance(one, Table))

    assert keys(other) == keys(leaves)


@pytest.mark.parametrize(
    ("length", "takes"), [("1", "[]"), ("0.1", "[theory, routine, demanding]"), ("1", "[theory, routine, demanding]")]
)
def test_a_programme_without_courses_or_semesters_is_printed_all_the_same(length: str, takes: str) -> None:
    made = checked({**FILES, "programmes/one.yaml": PROGRAMME.format(length=length, takes=takes)}).compilation
    assert made is not None
    (binder,) = compose(made)
    for leaf in binder.leaves:
        for one in leaf.blocks:
            if isinstance(one, Table):
                assert one.rows or one.blank_rows, one.key
                assert len(grid(leaf, one.key)[0] if one.rows else one.columns) == len(one.columns)


FILES = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/case.yaml": """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - {id: P1, title: 启动隔膜泵, steps: [{id: S1, text: 打开进口阀。}]}
""",
}
PROGRAMME = """\
id: P
title: 方案
cohort: 2026级
years: 1
major: {{code: "430501", title: 冶金}}
goals: {{target: 完成任务。, ability: [能启动隔膜泵。]}}
partners: [{{id: A, role: college, title: 学院, duties: [教学。]}}]
segments: [{{id: S1, title: 在校, length: {length}, unit: year, site: college, takes: {takes}}}]
"""


def test_no_table_is_empty_and_titled_ones_are_numbered_through(leaves: Mapping[str, Leaf]) -> None:
    tables = [one for leaf in leaves.values() for one in leaf.blocks if isinstance(one, Table)]
    assert all(one.rows or one.blank_rows for one in tables)
    places = [int(re.match(r"表 (\d+)", words(one.title, "zh"))[1]) for one in tables if one.title]  # type: ignore[index]
    assert places == list(range(1, len(places) + 1))
