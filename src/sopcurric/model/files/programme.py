"""`programmes/*.yaml`: partners, cohort, path, mentors, training bases, in-service plan."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Words


class Share(StrEnum):
    """What a segment of the path takes up."""

    GENERAL = "general"
    FOUNDATION = "foundation"
    THEORY = "theory"
    ROUTINE = "routine"
    DEMANDING = "demanding"


class Major(Frozen):
    """The major (专业)."""

    code: Line
    """Six-digit code of the catalogue (专业代码)."""
    title: Words
    """Name of the major."""
    family: Words | None = None
    """专业大类 and 专业类."""
    industry: Words | None = None
    """对应行业."""
    occupations: Words | None = None
    """主要职业类别."""


class Partner(Frozen):
    """A partner of the programme and what it answers for."""

    id: Identifier
    """Name of the partner."""
    role: Literal["group", "college", "plant", "industry"]
    """集团 group · 院校 college · 企业 plant · 行业 industry."""
    title: Words
    """What it is called."""
    duties: tuple[Words, ...] = Field(min_length=1)
    """What it answers for."""


class Segment(Frozen):
    """A segment of the path from classroom to job."""

    id: Identifier
    """Name of the segment."""
    title: Words
    """What it is called (在校学习, 企业课堂, 跟岗实践, 岗位实习)."""
    length: float = Field(gt=0, le=6)
    """How long it is."""
    unit: Literal["year", "semester"]
    """Unit of the length; a year is two semesters."""
    site: Literal["college", "plant"]
    """Where it is done."""
    role: Literal["student", "apprentice", "quasi-employee"] = "student"
    """Who the learner is there (学生, 学徒, 准员工)."""
    legal_type: Literal["none", "observation", "post"] = "none"
    """Legal type of internship: none · 认识实习 observation · 岗位实习 post."""
    weeks: int = Field(default=0, ge=0, le=120)
    """Whole weeks of practice at the post that come on top of courses."""
    hours_per_week: int = Field(default=0, ge=0, le=40)
    """Hours that such a week counts."""
    takes: tuple[Share, ...] = ()
    """What is taught in it: `general` and `foundation` courses, `theory` of learning tasks, practice in `routine` tasks
    (preparation, normal operation, inspection …), practice in `demanding` tasks (start-up, shutdown, emergencies)."""
    description: Words | None = None
    """What happens in it."""


class Mentor(Frozen):
    """A mentor in a plant (企业导师); fictional or a role in published repositories."""

    id: Identifier
    """Name of the entry."""
    title: Words
    """Who it is."""
    level: Words
    """Skill level or title (首席技师, 高级技师)."""
    partner: Identifier
    """Partner that the mentor belongs to, by id."""
    jobs: tuple[Line, ...] = ()
    """Addresses of the jobs that the mentor teaches."""
    apprentices: int = Field(default=1, ge=1, le=20)
    """How many apprentices at most."""


class TrainingBase(Frozen):
    """A training base (实训基地)."""

    id: Identifier
    """Name of the base."""
    title: Words
    """What it is called."""
    partner: Identifier
    """Partner that runs it, by id."""
    places: int = Field(ge=1, le=1000)
    """Work places (工位数)."""
    jobs: tuple[Line, ...] = ()
    """Addresses of the jobs that can be practised there."""
    equipment: Words | None = None
    """Main equipment."""


class InServiceStage(Frozen):
    """A stage of training after hiring (职后)."""

    id: Identifier
    """Name of the stage."""
    title: Words
    """What it is called (强化与复训, 技能提升 …)."""
    purpose: Literal["initial", "refresher", "upgrading", "on-the-job"]
    """岗前培训 initial · 复训 refresher of what is critical and rare · 技能提升 upgrading to a level · 岗位自学
    on-the-job."""
    level: Identifier | None = None
    """Level of the standard that it leads to, by id."""
    interval_months: int | None = Field(default=None, ge=1, le=120)
    """How often it is repeated."""
    description: Words | None = None
    """What happens in it."""


class Goals(Frozen):
    """培养目标与培养规格."""

    target: Words
    """The target in one sentence."""
    character: tuple[Words, ...] = ()
    """素质."""
    knowledge: tuple[Words, ...] = ()
    """知识."""
    ability: tuple[Words, ...] = ()
    """能力."""


class ProgrammeFile(Frozen):
    """A talent-training programme together with what follows it in service."""

    format: Literal[1] = 1
    """Version of this file format."""
    id: Identifier
    """Name of the programme."""
    title: Words
    """What it is called."""
    level: Literal["secondary", "higher", "bachelor"] = "higher"
    """中职 secondary · 高职专科 higher · 职业本科 bachelor."""
    cohort: Line
    """Cohort (级)."""
    years: float = Field(gt=0, le=6)
    """Length of study (修业年限)."""
    entry: Words | None = None
    """Entry requirement (入学要求)."""
    major: Major
    """The major."""
    standard: Identifier | None = None
    """Occupational skill standard that it leads to, by code."""
    goals: Goals
    """培养目标与培养规格."""
    partners: tuple[Partner, ...] = Field(min_length=1)
    """Partners."""
    segments: tuple[Segment, ...] = Field(min_length=1)
    """The path, in order."""
    mentors: tuple[Mentor, ...] = ()
    """Mentors."""
    bases: tuple[TrainingBase, ...] = ()
    """Training bases."""
    in_service: tuple[InServiceStage, ...] = ()
    """Stages after hiring."""
    target_level: Identifier | None = None
    """Level that graduates are meant to reach, by id."""
    graduation: tuple[Words, ...] = ()
    """毕业要求."""
    support: dict[Literal["teachers", "facilities", "resources", "methods", "assessment", "quality"], Words] = Field(
        default_factory=dict
    )
    """实施保障: the six headings."""
    basis: Words | None = None
    """Why more than six months are spent in plants, where that is so (学徒制协议, 工学交替)."""
    revised: Day | None = None
    """Date of the last full revision."""
