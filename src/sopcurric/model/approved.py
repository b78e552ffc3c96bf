"""What of a programme was approved for a cohort, and what of it is otherwise now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.files.approval import Approval, ProgrammeChange
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.plan import CourseRow, IntegratedPlan
from sopcurric.model.text import EMPTY, Phrase


@dataclass(frozen=True, slots=True)
class CourseDifference:
    """A course whose hours, semesters or credits are not those that were approved; `before` and `now` as in `seen`."""

    code: str
    title: Phrase
    kind: Literal["new", "gone", "changed"]
    before: str
    now: str


def seen_of(course: CourseRow) -> str:
    """What an approval is about, of one course: theory+practice@semesters=credits."""
    semesters = ",".join(map(str, course.semesters))
    return f"{course.theory_hours}+{course.practice_hours}@{semesters}={course.credits:g}"


def all_seen(plan: IntegratedPlan) -> dict[str, str]:
    """The same of all courses by code; of several with one code, one after the other."""
    found: dict[str, str] = {}
    for course in plan.courses:
        found[course.code] = f"{found[course.code]} {seen_of(course)}" if course.code in found else seen_of(course)
    return found


def latest(approval: Approval) -> ProgrammeChange | None:
    """The approved change that counts: the one that was approved last."""
    done = [one for one in approval.changes if one.approved_on]
    return max(done, key=lambda one: one.approved_on or "", default=None)


def standing(programme: ProgrammeFile) -> Mapping[str, str]:
    """What holds for the cohort: what the last approved change says, or the approval; nothing where neither says it."""
    approval = programme.approval
    if approval is None or approval.approved is None:
        return {}
    change = latest(approval)
    return (change.seen if change else {}) or approval.approved.seen


def waiting(programme: ProgrammeFile) -> tuple[ProgrammeChange, ...]:
    """Changes that were asked for and not approved yet."""
    return tuple(one for one in programme.approval.changes if not one.approved_on) if programme.approval else ()


def differences(programme: ProgrammeFile, plan: IntegratedPlan) -> tuple[CourseDifference, ...]:
    """Courses that are not as they were approved, in the order of the schedule, then those that are gone."""
    before, titles = standing(programme), {course.code: course.title for course in plan.courses}
    if not before:
        return ()
    found = []
    now = all_seen(plan)
    for code, seen in now.items():
        if before.get(code) != seen:
            kind: Literal["new", "changed"] = "changed" if code in before else "new"
            found.append(CourseDifference(code, titles[code], kind, before.get(code, ""), seen))
    gone = (code for code in before if code not in now)
    return (*found, *(CourseDifference(code, EMPTY, "gone", before[code], "") for code in gone))
