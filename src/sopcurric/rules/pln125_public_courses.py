"""PLN125 缺少应开设的公共基础课程

含义：国家规定了各层次的公共基础必修课程，以及列为必修或限定选修的课程，按课程名称中的用语识别。缺必修课程的级别由规
定的约束程度决定，其余给警告。

例：高职方案没有名称含“体育”的课程。

改法：在 `courses/` 中补上这门课程；已开设而名称不同的，在自己的数值方案（`profiles/`）中给这一项补上用语。

依据：教职成〔2019〕13号。课程名单写在数值方案的 `courses`。

----

PLN125 Public foundation courses are missing

Meaning: the national text names courses that everybody takes, and those that are required or restricted
electives. They are recognised by words in the names of courses.

Example: a higher vocational programme without a course whose name has 体育.

Cure: add the course in `courses/`; where it has another name, add a word to the entry in a profile of your own
(`profiles/`).

Source: MOE 2019 No. 13. The list stands in the profile as `courses`.
"""

from collections.abc import Iterable, Sequence

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.model.files.course import CourseCategory
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.profile import RequiredCourse
from sopcurric.model.saying import words
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        **MODALITIES["zh"],
        "required": "补上课程：{course}（{basis}，{modality}）",
        "restricted": "列为必修或限定选修：{course}（{basis}，{modality}）",
    },
    "en": {
        **MODALITIES["en"],
        "required": "add the course: {course} ({basis}; {modality})",
        "restricted": "make it required or a restricted elective: {course} ({basis}; {modality})",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for address, _, plan in written_plans(compilation):
        missing = [one for one in compilation.inputs.profile.courses if not _offered(one, plan, language)]
        groups = [[one] for one in missing if one.nature == "required"]
        groups += [[one for one in missing if one.nature == "restricted"]]
        for group in filter(None, groups):
            yield _finding(address, group, compilation)


def _offered(wanted: RequiredCourse, plan: IntegratedPlan, language: str) -> bool:
    """Whether a course that is not free to choose has one of the words in its name."""
    names = (
        words(one.title, language)
        for one in plan.courses
        if one.nature != "elective" and one.category in {CourseCategory.GENERAL, CourseCategory.PRACTICE}
    )
    return any(word in name for name in names for word in wanted.words)


def _finding(address: str, group: Sequence[RequiredCourse], compilation: Compilation) -> Finding:
    language = compilation.inputs.settings.language
    first = group[0]
    return finding(
        "PLN125",
        severity_of(first) if first.nature == "required" else Severity.WARNING,
        subject=address,
        course="、".join(one.title.words(language) for one in group)
        if language == "zh"
        else ", ".join(one.title.words(language) for one in group),
        variant=first.nature,
        **cited(first, compilation),
    )


RULE = Rule(
    code="PLN125",
    name="public-courses",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "没有开设必修的{course}",
            "补上课程",
        ),
        "en": (
            "required courses are missing: {course}",
            "add the courses",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
