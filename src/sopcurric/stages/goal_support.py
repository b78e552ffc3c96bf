"""Which courses lead to the requirements of a programme (课程对培养规格的支撑), where people did not write it down."""

from collections.abc import Iterator, Sequence

from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.model.course import CourseDesign
from sopcurric.model.files.course import Course
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.goals import Support, drafted_supports, supports_of
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.saying import words


def support(
    programme: ProgrammeFile,
    plan: IntegratedPlan,
    courses: Sequence[Course],
    design: CourseDesign,
    told: tuple[str, Lexicon],
) -> tuple[Support, ...]:
    """What people wrote; where they wrote nothing, a draft by what is said of the courses.

    `told` are the language and the words of the trade.
    """
    if programme.goals.supports:
        return supports_of(programme.goals)
    language, lexicon = told
    return drafted_supports(programme.goals, _said(plan, courses, design, language), language, lexicon)


def _said(
    plan: IntegratedPlan, courses: Sequence[Course], design: CourseDesign, language: str
) -> Iterator[tuple[str, str]]:
    """Codes of courses with their titles, and with the content of those that are typed in or the modules of others."""
    contents = {one.code: one.content for one in courses}
    modules = {one.id: one.modules for one in design.courses}
    for row in plan.courses:
        more = contents.get(row.code)
        parts = [row.title, *([more] if more else []), *(one.title for one in modules.get(row.course, ()))]
        yield row.code, " ".join(words(one, language) for one in parts)
