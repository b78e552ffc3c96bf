"""Decisions that make courses: several of those that are computed as one, or single learning tasks apart."""

from collections.abc import Iterable

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import Tasks, UnknownSubjectError, spelled
from sopcurric.model.course import CourseDesign, PlannedCourse, job_course
from sopcurric.model.decision import Verdict, seen_verdict, sight
from sopcurric.model.files.decision import MakeCourse
from sopcurric.model.saying import words
from sopcurric.model.text import Text

_Members = tuple[tuple[str, ...], tuple[str, ...]]


def decide_courses(
    settled: Settled, design: CourseDesign, tasks: Tasks, typed: Iterable[str], language: str
) -> tuple[tuple[PlannedCourse, ...], tuple[Verdict, ...]]:
    """The courses that decisions make, given the design as computed; the design is then made anew with them.

    A name that only differs in case from one that there is, or that is the code of a `typed` course, is taken: folders
    are named after it.
    """
    usual = {course.id: words(course.title, language) for course in design.courses}
    taken = {one.casefold() for one in (*usual, *(job_course(code) for code in typed), *typed)}
    verdicts: list[Verdict] = []
    members: dict[str, _Members] = {}
    claims: list[Claim] = []
    for one in settled.of(MakeCourse):
        name = job_course(one.decision.course)
        if name.casefold() in taken:
            verdicts.append(Verdict(one.name, "refused", (name,), reason="course-taken"))
            continue
        try:
            courses, own = members[one.name] = _members(one.decision.on, usual, tasks)
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
            continue
        claims.append(Claim((name,), spelled(one.decision.title), one))
        claims += [Claim(("member", member), name, one) for member in (*courses, *own)]
    chosen, judged = choose(claims)
    verdicts += judged
    holding = [claim for claim in chosen if claim.slot[0] != "member"]
    owner = {claim.slot[1]: claim.value for claim in chosen if claim.slot[0] == "member"}
    titles = {task.id: task.title for task in tasks.catalogue.tasks}
    made = []
    for claim in holding:
        decision, name = claim.named.decision, claim.slot[0]
        if not isinstance(decision, MakeCourse):
            raise TypeError(claim)
        held = tuple(member for member, course in owner.items() if course == name)
        made.append(
            PlannedCourse(
                name,
                decision.title,
                tuple(one for one in held if one in usual),
                tuple(one for one in held if one not in usual),
                claim.named.name,
            )
        )
        courses, own = members[claim.named.name]
        seen = sight(*sorted((*(usual[one] for one in courses), *_titles(titles[one] for one in own))))
        verdicts.append(seen_verdict(claim.named, seen, (name,)))
    known = {verdict.decision for verdict in verdicts}
    late = {claim.named.name: str(claim.value) for claim in chosen if claim.named.name not in known}
    verdicts += [Verdict(name, "applied", (course,)) for name, course in late.items()]
    return tuple(sorted(made, key=lambda one: one.id)), tuple(verdicts)


def _members(names: Iterable[str], usual: Iterable[str], tasks: Tasks) -> _Members:
    """The courses and the typical tasks that names mean.

    Raises:
        UnknownSubjectError: one is not there.
    """
    known = {*usual}
    own = [tasks.one((name,)).id for name in names if name not in known]
    return tuple(dict.fromkeys(one for one in names if one in known)), tuple(dict.fromkeys(own))


def _titles(titles: Iterable[Text]) -> Iterable[str]:
    return (word for title in titles for word in spelled(title))
