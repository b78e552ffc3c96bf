"""Weeks, notation, requirements and differences from the approval, on small values."""

import pytest

from sopcurric.app.profile_loading import DEFAULT, resolved
from sopcurric.linguistics.lexicon import BUILT_IN
from sopcurric.model.approved import all_seen, differences, standing, waiting
from sopcurric.model.files.course import CourseBlock, CourseCategory
from sopcurric.model.files.programme import Goals, ProgrammeFile
from sopcurric.model.goals import drafted_supports, goals_of, supports_of
from sopcurric.model.plan import CourseRow, IntegratedPlan
from sopcurric.model.share import categories_of
from sopcurric.model.text import Text
from sopcurric.model.week_table import in_weeks, teaching_weeks_by_year, weeks_of

PROFILE = resolved(DEFAULT, {}, "zh")[0]


def course(code: str, theory: int, practice: int, *semesters: int, weeks: int = 0) -> CourseRow:
    hours = [0] * 4
    for place, semester in enumerate(semesters):
        total = theory + practice
        hours[semester - 1] = total // len(semesters) + (place < total % len(semesters))
    return CourseRow(
        code=code,
        title=Text.of({"zh": ()}),
        category=CourseCategory.PRACTICE if weeks else CourseCategory.GENERAL,
        nature="required",
        block=CourseBlock.GENERAL,
        theory_hours=theory,
        practice_hours=practice,
        weeks=weeks,
        credits=float(weeks or 2),
        semesters=semesters,
        hours_by_semester=tuple(hours),
        assessment="check",
        in_plant=False,
        derived_from=(f"@course/{code}",),
    )


def plan(*courses: CourseRow) -> IntegratedPlan:
    return IntegratedPlan("P", Text.of({"zh": ()}), (), courses, (), (), (), ())


def programme(**more: object) -> ProgrammeFile:
    return ProgrammeFile.model_validate(
        {
            "id": "P",
            "title": "方案",
            "cohort": "2026级",
            "years": 2,
            "major": {"code": "430501", "title": "冶金"},
            "goals": {"target": "完成任务。"},
            "partners": [{"id": "A", "role": "college", "title": "学院", "duties": ["教学。"]}],
            "segments": [{"id": "S1", "title": "在校", "length": 2, "unit": "year", "site": "college"}],
            **more,
        }
    )


@pytest.mark.parametrize(
    ("hours", "weeks", "told"),
    [
        (0, 16, ""),
        (56, 14, "4/14W"),
        (64, 18, "4/16W"),
        (64, 15, "5/12W+4"),
        (1, 18, "1/1W"),
        (18, 18, "1/18W"),
        (98, 4, "25/3W+23"),
        (30, 0, "30"),
    ],
)
def test_hours_of_a_semester_as_registries_write_them(hours: int, weeks: int, told: str) -> None:
    assert in_weeks(hours, weeks) == told
    if "W" in told:
        each, _, rest = told.partition("W")
        weekly, number = map(int, each.split("/"))
        assert weekly * number + int(rest or 0) == hours
        assert number + bool(rest) <= weeks


def test_weeks_come_from_the_calendar_or_from_the_profile() -> None:
    made = plan(course("C1", 32, 0, 1), course("W1", 0, 75, 1, 2, weeks=3))
    usual = weeks_of(programme(), made, PROFILE)
    assert [(one.weeks, one.exams, one.whole, one.teaching, one.holidays) for one in usual[:2]] == [
        (19, 1, (("W1", 2),), 16, None),
        (19, 1, (("W1", 1),), 17, None),
    ]
    calendar = {
        "semesters": [
            {"number": 1, "start": "2026-09-07", "weeks": 20, "exam_weeks": 2},
            {"number": 2, "start": "2027-03-01", "weeks": 20},
        ]
    }
    written = weeks_of(programme(calendar=calendar), made, PROFILE)
    assert [(one.weeks, one.exams, one.teaching, one.holidays) for one in written[:2]] == [
        (20, 2, 16, 5),
        (20, 0, 19, None),
    ]
    assert teaching_weeks_by_year(written)[0] == (1, 40)


def test_what_differs_from_the_approval_is_told_course_by_course() -> None:
    made = plan(course("C1", 32, 16, 1), course("C2", 20, 0, 2))
    approved = {"date": "2026-06-01", "by": "学校", "seen": {"C1": "32+16@1=2", "C3": "8+0@1=0.5"}}
    found = differences(programme(approval={"approved": approved}), made)
    assert [(one.code, one.kind, one.before, one.now) for one in found] == [
        ("C2", "new", "", "20+0@2=2"),
        ("C3", "gone", "8+0@1=0.5", ""),
    ]
    assert differences(programme(), made) == ()
    assert differences(programme(approval={"approved": {**approved, "seen": all_seen(made)}}), made) == ()


def test_the_last_approved_change_counts_and_others_wait() -> None:
    made = plan(course("C1", 32, 16, 1))
    change = {"by": "课程团队", "what": "调整", "reason": "规程修订", "proposed_on": "2027-01-01"}
    changes = [
        {"id": "A", **change, "approved_on": "2027-03-01", "seen": {"C1": "32+16@1=2"}},
        {"id": "B", **change, "approved_on": "2027-02-01", "seen": {"C1": "30+16@1=2"}},
        {"id": "C", **change},
    ]
    approved = {"date": "2026-06-01", "by": "学校", "seen": {"C1": "28+16@1=2"}}
    file = programme(approval={"approved": approved, "changes": changes})
    assert standing(file) == {"C1": "32+16@1=2"}
    assert differences(file, made) == ()
    assert [one.id for one in waiting(file)] == ["C"]


GOALS = Goals.model_validate(
    {"target": "完成任务。", "character": ["遵章守纪。"], "ability": ["能启动隔膜泵。", "能识读流程图。"]}
)


def test_requirements_are_called_by_their_kind_and_place() -> None:
    assert [one.id for one in goals_of(GOALS)] == ["Q1", "A1", "A2"]
    typed = GOALS.model_copy(update={"supports": {"A1": {"H": ("DIG",), "L": ("C1",)}, "A9": {"H": ("DIG",)}}})
    assert [(one.goal, one.course, one.strength) for one in supports_of(typed)] == [
        ("A1", "DIG", "H"),
        ("A1", "C1", "L"),
    ]


def test_a_draft_never_says_strong_and_leaves_no_course_that_has_anything_in_common_with_a_goal() -> None:
    courses = (("DIG", "启动隔膜泵"), ("FB", "流程图"), ("ART", "音乐"), ("PUMP", "泵"))
    found = drafted_supports(GOALS, courses, "zh", BUILT_IN)
    assert {one.strength for one in found} <= {"M", "L"}
    assert ("A1", "DIG", "M") in {(one.goal, one.course, one.strength) for one in found}
    assert "ART" not in {one.course for one in found}
    assert {*found} == {*drafted_supports(GOALS, tuple(reversed(courses)), "zh", BUILT_IN)}


def test_practice_and_electives_cut_across_categories() -> None:
    shares = {one.name: one for one in categories_of((course("C1", 30, 10, 1), course("W1", 0, 60, 1, weeks=2)))}
    assert list(shares) == ["general", "practice", "total", "elective", "in-practice"]
    assert (shares["in-practice"].hours, shares["in-practice"].percent) == (70, "70.0 %")
    assert (shares["elective"].courses, shares["elective"].percent) == (0, "0.0 %")
    assert shares["total"].credit_percent == "100.0 %"
