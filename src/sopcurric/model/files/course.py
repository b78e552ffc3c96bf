"""`courses/*.yaml`: courses that come from no SOP (公共基础, 专业基础, 专业拓展)."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.course_standard import CourseStandardText
from sopcurric.model.files.describing import Choice, both, meanings, snippet, snippets


class CourseCategory(Choice):
    """The categories of the teaching schedule.
    课程类别：教学进程安排表中的类别。"""

    GENERAL = "general", "Public foundation course.\n公共基础课。"
    FOUNDATION = "foundation", "Professional foundation course.\n专业基础课。"
    CORE = "core", "Professional core course.\n专业核心课。"
    EXTENSION = "extension", "Professional extension course.\n专业拓展课。"
    PRACTICE = "practice", "Practical training apart from courses, such as internships.\n实践环节，如军训、实习。"


class CourseBlock(Choice):
    """The four blocks that a programme of the joint team consists of (四位一体课程结构).
    课程板块：公共基础、专业核心、产业特色、实践实训四个板块，每门课程只属于一个板块。"""

    GENERAL = "general", "Public foundation.\n公共基础。"
    CORE = "core", "Professional core.\n专业核心。"
    INDUSTRY = "industry", "What the industry of the region is about.\n产业特色。"
    PRACTICE = "practice", "Practical training.\n实践实训。"


_BLOCKS = {
    CourseCategory.GENERAL: CourseBlock.GENERAL,
    CourseCategory.FOUNDATION: CourseBlock.CORE,
    CourseCategory.CORE: CourseBlock.CORE,
    CourseCategory.EXTENSION: CourseBlock.INDUSTRY,
    CourseCategory.PRACTICE: CourseBlock.PRACTICE,
}


def usual_block(category: CourseCategory) -> CourseBlock:
    """The block that courses of a category are in where nobody says otherwise."""
    return _BLOCKS[category]


CourseNature = Literal["required", "restricted", "elective"]
"""必修, 限选, 任选."""
NATURE_MEANINGS = meanings(
    {
        "required": "Everybody takes it.\n必修。",
        "restricted": "Chosen from a short list.\n限选。",
        "elective": "Freely chosen.\n任选。",
    }
)


class Course(Frozen):
    """A course that is typed in.
    课程：直接录入的一门课程。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new course", "新课程"),
                both("A course with what every course needs.", "一门课程的必填内容。"),
                {
                    "code": "${1:G01}",
                    "title": both("${2:name of the course}", "${2:课程名称}"),
                    "category": "${3:general}",
                    "theory_hours": "^${4:32}",
                    "practice_hours": "^${5:0}",
                    "segment": "${6:S1}",
                    "semesters": ["^${7:1}"],
                },
            )
        )
    )

    code: Identifier
    """Code of the course.
    课程代码。"""
    title: Words
    """Name of the course.
    课程名称。"""
    category: CourseCategory
    """Category of the course.
    课程类别：公共基础、专业基础、专业核心、专业拓展或实践环节。"""
    nature: Annotated[CourseNature, NATURE_MEANINGS] = "required"
    """Whether it must be taken.
    课程性质：必修、限选或任选。"""
    block: CourseBlock | None = None
    """Block of the programme; without it, the one that is usual for its category.
    课程板块：公共基础、专业核心、产业特色或实践实训；不填时按课程类别归入。"""
    theory_hours: Whole = Field(ge=0, le=2000)
    """Hours of theory.
    理论学时。"""
    practice_hours: Whole = Field(ge=0, le=2000)
    """Hours of practice.
    实践学时。"""
    weeks: Whole = Field(default=0, ge=0, le=52)
    """Whole weeks, where it is taught in weeks; its hours stand in `practice_hours` all the same.
    整周数：按周安排的课程（如军训、实习）填写；学时仍写在 `practice_hours` 中。"""
    credits: Real | None = Field(default=None, gt=0, le=60)
    """Credits; without them, 16 to 18 hours make one (one week makes one).
    学分：不填时按 16～18 学时（或 1 周）折算 1 学分。"""
    segment: Identifier
    """Segment of the programme's path in which it is taught, by id.
    所在阶段：在人才培养方案的哪个阶段开设，填该阶段的 `id`。"""
    semesters: tuple[Annotated[Whole, Field(ge=1, le=20)], ...] = Field(min_length=1)
    """Semesters in which it is taught, from 1.
    开课学期：从 1 开始，可以多个。"""
    assessment: Annotated[
        Literal["exam", "check"],
        meanings({"exam": "Examination.\n考试。", "check": "Assessed in class.\n考查。"}),
    ] = "check"
    """How it is assessed.
    考核方式：考试或考查。"""
    content: Words | None = None
    """Main content.
    主要教学内容。"""
    prerequisites: tuple[Identifier, ...] = Field(default=(), max_length=20)
    """Codes of courses that come before it.
    先修课程：填课程代码。"""
    leads_to: tuple[Identifier, ...] = Field(default=(), max_length=20)
    """Codes of courses that build on it, as the schedule prints them: of typed-in courses, or of jobs (`DIG`).
    后续课程：填教学进程安排表中的课程编码，可以是录入的课程，也可以是岗位课程（如 `DIG`）。"""
    standard: CourseStandardText | None = None
    """What the course standard says; without it, only its form is printed.
    课程标准的内容：不写时只印课程标准的格式，供填写。"""

    @property
    def filed_in(self) -> CourseBlock:
        """The block that it is in."""
        return self.block or usual_block(self.category)


class CourseFile(Frozen):
    """Courses that come from no SOP.
    课程文件：不来自操作规程的课程（公共基础、专业基础、专业拓展等）。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    source: Line | None = None
    """Where the list comes from.
    来源：这份课程表的出处。"""
    courses: tuple[Course, ...] = Field(min_length=1)
    """The courses.
    课程列表：每门课程一项。"""
