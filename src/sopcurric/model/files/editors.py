"""Who edits the textbooks (三主编, 编审人员), and what holds for the books as a whole."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Line, Whole, Words
from sopcurric.model.files.describing import Choice, both, meanings, snippet, snippets


class EditorKind(Choice):
    """From where an editor comes, and so what the editor answers for.
    编审人员来自哪一方；三方各负责一类活页的审签。"""

    COMPANY = "company", "Expert of a plant: parameters and steps.\n企业专家：参数、步骤、生产案例。"
    SCHOOL = (
        "school",
        "Head of the major at the college: objectives and assessment.\n学校专业带头人：目标、评价、教学化转化。",
    )
    INDUSTRY = "industry", "Expert of the industry: standards and terms.\n行业专家：标准、术语，前沿性与规范性。"


class Editor(Frozen):
    """One of those who edit or review the textbooks.
    编审人员：主编、副主编、参编或主审中的一位。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new editor", "新编审人员"),
                both("A chief editor of one side.", "一方的主编。"),
                {
                    "name": both("${1:name}", "${1:姓名}"),
                    "kind": "${2:company}",
                    "organisation": both("${3:organisation}", "${3:单位}"),
                    "title": both("${4:post or title}", "${4:职务、职称}"),
                },
            )
        )
    )

    name: Words
    """Who it is; fictional or a role in published repositories.
    姓名：公开的仓库中请用虚构姓名或岗位名称。"""
    kind: EditorKind
    """From where the editor comes.
    来自哪一方：企业、学校或行业。"""
    role: Annotated[
        Literal["chief", "deputy", "author", "reviewer"],
        meanings(
            {
                "chief": "Chief editor.\n主编。",
                "deputy": "Deputy editor.\n副主编。",
                "author": "Author.\n参编。",
                "reviewer": "Chief reviewer.\n主审。",
            }
        ),
    ] = "chief"
    """Part in the book.
    编审分工：主编、副主编、参编或主审。"""
    organisation: Words
    """Where the editor works.
    单位。"""
    title: Words | None = None
    """Post, title, skill level.
    职务、职称或技能等级。"""
    signed_on: Day | None = None
    """When the editor signed for the leaves of this side, as `YYYY-MM-DD`.
    审签日期：本方负责的活页何时审签，写成 `YYYY-MM-DD`。"""
    opinion: Words | None = None
    """Opinion given with the sign-off.
    审签意见。"""


class TextbookHeader(Frozen):
    """What holds for the textbooks as a whole.
    教材信息：整套教材共有的信息。"""

    revised: Day | None = None
    """Date of the last full revision, as `YYYY-MM-DD`.
    最近一次全面修订的日期，写成 `YYYY-MM-DD`。"""
    certificate: Line | None = None
    """Number of the certificate of a planned textbook.
    规划教材证书编号：没有编号不得自称国家规划教材。"""
    contact: Words | None = None
    """Where readers send what they find: office, mailbox.
    联系方式：读者反馈意见寄往何处（部门、邮箱）。"""
    audience: Words | None = None
    """For whom the books are, where that is more than the jobs say.
    适用对象：岗位之外还要说明的读者，如某专业学生、转岗员工。"""


class CourseStandardPolicy(Frozen):
    """How course standards are made where nobody has set it.
    课程标准的默认做法。"""

    process_percent: Whole = Field(default=60, ge=0, le=100)
    """Share of assessment during the course in the mark, in per cent; the rest is the final assessment.
    过程性考核占总成绩的百分数，其余为终结性考核。"""
    most_objectives: Whole = Field(default=8, ge=3, le=20)
    """Objectives of one kind that a course has at most; further ones are told together.
    每类课程目标最多几条：多出的合并成一条。"""
