"""What the standard of a typed-in course (课程标准) says beyond what the teaching schedule needs."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Line, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets


class CourseObjectives(Frozen):
    """What learners can do, know and care for after the course.
    课程目标：每条写明行为、条件和标准，如“对照流程图，能说出各工序的任务，不错不漏”。"""

    general: Words | None = None
    """The objective of the whole course in one or two sentences.
    总目标：一两句话。"""
    character: tuple[Words, ...] = ()
    """Character and conduct, values included.
    素质目标：含课程思政目标。"""
    knowledge: tuple[Words, ...] = ()
    """Knowledge.
    知识目标。"""
    ability: tuple[Words, ...] = ()
    """Ability.
    能力目标。"""


class CourseModuleText(Frozen):
    """A module of the course.
    教学模块：课程中的一个模块（项目、单元）。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new module", "新模块"),
                both("A module with its hours and what it asks for.", "一个模块：学时和教学要求。"),
                {
                    "title": both("${1:name of the module}", "${1:模块名称}"),
                    "theory_hours": "^${2:8}",
                    "practice_hours": "^${3:0}",
                    "knowledge": [both("${4:what is to be known}", "${4:知识要求}")],
                    "skills": [both("${5:what is to be done}", "${5:技能要求}")],
                    "character": [both("${6:value taught with it}", "${6:课程思政元素}")],
                },
            )
        )
    )

    title: Words
    """What it is called.
    模块名称。"""
    theory_hours: Whole = Field(ge=0, le=2000)
    """Hours of theory.
    理论学时。"""
    practice_hours: Whole = Field(default=0, ge=0, le=2000)
    """Hours of practice.
    实践学时。"""
    knowledge: tuple[Words, ...] = ()
    """What is to be known.
    知识要求。"""
    skills: tuple[Words, ...] = ()
    """What is to be done.
    技能要求。"""
    character: tuple[Words, ...] = ()
    """Conduct, and values taught with it.
    素质（课程思政）要求。"""
    activities: Words | None = None
    """How it is taught.
    教学活动：如讲授、实验、案例讨论。"""
    site: Annotated[
        Literal["college", "plant"],
        meanings({"college": "At the college.\n学校。", "plant": "In the plant.\n企业。"}),
    ] = "college"
    """Where it is taught.
    地点：学校或企业。"""

    @property
    def hours(self) -> int:
        """Theory and practice together."""
        return self.theory_hours + self.practice_hours


class AssessmentShare(Frozen):
    """A part of the final mark.
    考核项目：成绩的一个组成部分。"""

    title: Words
    """What is assessed, and how.
    考核内容和方式：如作业与实验报告、期末笔试。"""
    kind: Annotated[
        Literal["process", "final"],
        meanings({"process": "During the course.\n过程性考核。", "final": "At its end.\n终结性考核。"}),
    ]
    """When: during the course or at its end.
    类型：过程性考核或终结性考核。"""
    percent: Whole = Field(ge=1, le=100)
    """Share of the mark in per cent; all of them sum to 100.
    占总成绩的百分数：各项合计为 100。"""


class CourseStandardText(Frozen):
    """The standard of a course, as far as it is written.
    课程标准的内容：写多少印多少，没有写的印成待填写的位置。"""

    task: Words | None = None
    """Nature and task of the course: its place in the programme.
    课程性质与任务：在培养方案中的地位和作用。"""
    objectives: CourseObjectives = CourseObjectives()
    """Objectives.
    课程目标。"""
    approach: Words | None = None
    """How the content was chosen and ordered.
    设计思路：内容怎样选取、怎样编排。"""
    modules: tuple[CourseModuleText, ...] = ()
    """Modules in their order; their hours sum to those of the course.
    教学模块：按先后列出，学时之和等于课程学时。"""
    methods: tuple[Words, ...] = ()
    """Methods of teaching.
    教学方法。"""
    assessment: tuple[AssessmentShare, ...] = ()
    """Parts of the mark.
    考核评价：成绩的各组成部分。"""
    textbook: Words | None = None
    """Textbook: title, editor, publisher, edition.
    教材：书名、主编、出版社、版次。"""
    certificate: Line | None = None
    """Number of the certificate of a planned textbook; without it, no book may be called one.
    规划教材证书编号：没有编号的教材不得写成国家规划教材。"""
    resources: tuple[Words, ...] = ()
    """Resources: platforms, videos, cases.
    教学资源：如在线课程、微课、案例库。"""
    facilities: Words | None = None
    """Laboratories and training conditions.
    教学条件：实验实训室和主要设备。"""
    teachers: Words | None = None
    """What teachers must bring.
    师资要求。"""
    prepared_by: tuple[Words, ...] = ()
    """Who wrote it: of the college, of the plant.
    制订人：学校和企业人员，公开的仓库中写岗位或角色。"""
    reviewed_by: Words | None = None
    """Who reviewed it.
    审核人。"""
    version: Line | None = None
    """Version.
    版本。"""
    revised: Day | None = None
    """Date of the last full revision, as `YYYY-MM-DD`.
    最近一次全面修订的日期，写成 `YYYY-MM-DD`。"""
