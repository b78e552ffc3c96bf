"""`programmes/*.yaml`: partners, cohort, path, mentors, training bases, in-service plan."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.agreements import Agreements
from sopcurric.model.files.apprenticeship import NewApprenticeship
from sopcurric.model.files.approval import Approval
from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.calendar import Calendar, Closure
from sopcurric.model.files.describing import Choice, both, meanings, snippet, snippets
from sopcurric.model.files.evaluation import Evaluation
from sopcurric.model.files.internship import Internship
from sopcurric.model.files.learners import LearnerGroup
from sopcurric.model.files.mentoring import Mentoring
from sopcurric.model.files.organisation import Organisation
from sopcurric.model.files.outline import GraduationCredits, JobCourseLink, Outline, Strength
from sopcurric.model.files.pathways import InServicePath, SafetyTraining
from sopcurric.model.files.posts import Post, Roster
from sopcurric.model.files.substitution import Substitution
from sopcurric.model.files.teachers import Teacher


class Share(Choice):
    """What a segment of the path takes up.
    教学内容：阶段内安排什么。"""

    GENERAL = "general", "Public foundation courses.\n公共基础课。"
    FOUNDATION = "foundation", "Professional foundation courses.\n专业基础课。"
    THEORY = "theory", "Theory of learning tasks.\n学习任务的理论部分。"
    ROUTINE = (
        "routine",
        "Practice in routine tasks (preparation, normal operation …).\n常规任务的实践：准备、正常操作等。",
    )
    DEMANDING = (
        "demanding",
        "Practice in demanding tasks (start-up, shutdown, emergencies).\n高要求任务的实践（开车、停车、应急处置）。",
    )


class Major(Frozen):
    """The major.
    专业。"""

    code: Line
    """Six-digit code of the catalogue.
    专业代码：专业目录中的六位代码。"""
    title: Words
    """Name of the major.
    专业名称。"""
    family: Words | None = None
    """Family of majors in the catalogue, with its code; where `branch` is missing, both.
    所属专业大类：含代码；不写 `branch` 时连同专业类一起写。"""
    branch: Words | None = None
    """Branch of the family, with its code.
    所属专业类：含代码。"""
    industry: Words | None = None
    """Industry that it leads to.
    对应行业。"""
    occupations: Words | None = None
    """Main occupations.
    主要职业类别。"""


class Partner(Frozen):
    """A partner of the programme and what it answers for.
    合作方：参与单位及其职责。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new partner", "新合作方"),
                both("A partner with one duty.", "一个合作方及一项职责。"),
                {
                    "id": "${1:plant}",
                    "role": "${2:plant}",
                    "title": both("${3:name}", "${3:单位名称}"),
                    "duties": [both("${4:what it answers for}", "${4:职责}")],
                },
            )
        )
    )

    id: Identifier
    """Name of the partner.
    合作方编号。"""
    role: Annotated[
        Literal["group", "college", "plant", "industry"],
        meanings(
            {
                "group": "The group that owns the plants.\n集团。",
                "college": "The college.\n院校。",
                "plant": "A plant.\n企业。",
                "industry": "An industry body.\n行业组织。",
            }
        ),
    ]
    """Role in the programme.
    角色：集团、院校、企业或行业组织。"""
    title: Words
    """What it is called.
    单位名称。"""
    duties: tuple[Words, ...] = Field(min_length=1)
    """What it answers for.
    职责。"""
    staff: Whole | None = Field(default=None, ge=1, le=1000000)
    """How many people it employs.
    职工人数。"""
    posts: tuple[Post, ...] = Field(default=(), max_length=500)
    """Posts that learners can be placed at.
    岗位定员：可接收学员的岗位及其在岗人数。"""
    roster: Roster | None = None
    """How its crews take turns.
    倒班安排。"""
    closed: tuple[Closure, ...] = Field(default=(), max_length=50)
    """Weeks in which it takes no learners.
    不接收学员的周次：如大修、停产。"""


class Segment(Frozen):
    """A segment of the path from classroom to job.
    培养阶段：从课堂到岗位的一个阶段。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new segment", "新阶段"),
                both("A segment of the path.", "培养路径中的一个阶段。"),
                {
                    "id": "${1:S1}",
                    "title": both("${2:At college}", "${2:在校学习}"),
                    "length": "^${3:1}",
                    "unit": "${4:semester}",
                    "site": "${5:college}",
                    "takes": ["${6:theory}"],
                },
            )
        )
    )

    id: Identifier
    """Name of the segment.
    阶段编号。"""
    title: Words
    """What it is called.
    阶段名称：如在校学习、企业课堂、跟岗实践、岗位实习。"""
    length: Real = Field(gt=0, le=6)
    """How long it is.
    时长：数值，单位见 `unit`。"""
    unit: Annotated[
        Literal["year", "semester"],
        meanings({"year": "A year, which is two semesters.\n学年，等于两个学期。", "semester": "A semester.\n学期。"}),
    ]
    """Unit of the length; a year is two semesters.
    时长单位：学年或学期，一学年为两个学期。"""
    site: Annotated[
        Literal["college", "plant"],
        meanings({"college": "At the college.\n学校。", "plant": "In the plant.\n企业。"}),
    ]
    """Where it is done.
    地点：学校或企业。"""
    role: Annotated[
        Literal["student", "apprentice", "quasi-employee"],
        meanings(
            {
                "student": "Student.\n学生。",
                "apprentice": "Apprentice.\n学徒。",
                "quasi-employee": "Treated as an employee.\n准员工。",
            }
        ),
    ] = "student"
    """Who the learner is there.
    学习者身份：学生、学徒或准员工。"""
    legal_type: Annotated[
        Literal["none", "observation", "post"],
        meanings(
            {
                "none": "No internship.\n不属于实习。",
                "observation": "Internship of getting to know the work.\n认识实习。",
                "post": "Internship at the post.\n岗位实习。",
            }
        ),
    ] = "none"
    """Legal type of internship.
    实习类型：不属于实习、认识实习或岗位实习。"""
    weeks: Whole = Field(default=0, ge=0, le=120)
    """Whole weeks of practice at the post that come on top of courses.
    实践周数：课程之外在岗实践的整周数。"""
    hours_per_week: Whole = Field(default=0, ge=0, le=40)
    """Hours that such a week counts.
    每周学时：一个实践周折合多少学时。"""
    takes: tuple[Share, ...] = ()
    """What is taught in it.
    教学内容：阶段内安排的课程、理论和实践。"""
    description: Words | None = None
    """What happens in it.
    阶段说明：做什么。"""


MentorGrade = Literal["intermediate", "senior", "technician", "senior-technician", "special", "chief"]
"""Skill grades of mentors from the fourth level of skill (中级工) upwards, lowest first."""


class Mentor(Frozen):
    """A mentor in a plant; fictional or a role in published repositories.
    企业导师：公开的仓库中请用虚构姓名或岗位名称。"""

    id: Identifier
    """Name of the entry.
    导师编号。"""
    title: Words
    """Who it is.
    导师：姓名或岗位。"""
    level: Words
    """Skill level or title.
    技能等级或职称：如首席技师、高级技师。"""
    grade: (
        Annotated[
            MentorGrade,
            meanings(
                {
                    "intermediate": "Level 4.\n四级/中级工。",
                    "senior": "Level 3.\n三级/高级工。",
                    "technician": "Level 2, technician.\n二级/技师。",
                    "senior-technician": "Level 1, senior technician.\n一级/高级技师。",
                    "special": "Special-grade technician.\n特级技师。",
                    "chief": "Chief technician.\n首席技师。",
                }
            ),
        ]
        | None
    ) = None
    """The grade in the sequence of skill grades, which is compared with the level that learners aim at.
    技能等级序列：用于与培养目标等级比较。"""
    partner: Identifier
    """Partner that the mentor belongs to, by id.
    所属单位：填合作方的 `id`。"""
    jobs: tuple[Line, ...] = ()
    """Addresses of the jobs that the mentor teaches.
    带教岗位：填岗位地址。"""
    apprentices: Whole = Field(default=1, ge=1, le=20)
    """How many apprentices at most.
    带徒人数上限。"""
    substitutes: tuple[Identifier, ...] = Field(default=(), max_length=10)
    """Mentors who stand in, by id, the first one first.
    替补导师：填导师的 `id`，按先后顺序。"""
    crew: Identifier | None = None
    """Crew of the plant's roster; without it the mentor works day shifts from Monday to Friday.
    所在班组：填企业倒班安排中的班组；不写为常日班（周一至周五白班）。"""
    away: tuple[Closure, ...] = Field(default=(), max_length=50)
    """Weeks in which the mentor is away.
    外出周次。"""


class TrainingBase(Frozen):
    """A training base.
    实训基地。"""

    id: Identifier
    """Name of the base.
    基地编号。"""
    title: Words
    """What it is called.
    基地名称。"""
    partner: Identifier
    """Partner that runs it, by id.
    管理单位：填合作方的 `id`。"""
    places: Whole = Field(ge=1, le=1000)
    """Work places.
    工位数。"""
    jobs: tuple[Line, ...] = ()
    """Addresses of the jobs that can be practised there.
    可实训岗位：填岗位地址。"""
    equipment: Words | None = None
    """Main equipment.
    主要设备。"""
    closed: tuple[Closure, ...] = Field(default=(), max_length=50)
    """Weeks in which it is closed.
    停用周次：如检修、改造。"""


class InServiceStage(Frozen):
    """A stage of training after hiring.
    职后阶段：入职后的一个培训阶段。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new stage", "新职后阶段"),
                both("A stage of training after hiring.", "入职后的一个培训阶段。"),
                {
                    "id": "${1:T1}",
                    "title": both("${2:Refresher training}", "${2:强化与复训}"),
                    "purpose": "${3:refresher}",
                },
            )
        )
    )

    id: Identifier
    """Name of the stage.
    阶段编号。"""
    title: Words
    """What it is called.
    阶段名称：如强化与复训、技能提升。"""
    purpose: Annotated[
        Literal["initial", "refresher", "upgrading", "on-the-job"],
        meanings(
            {
                "initial": "Training before work at the post.\n岗前培训。",
                "refresher": "What is critical and rare, again and again.\n复训：重要而不常做的工作。",
                "upgrading": "Training that leads to a level.\n技能提升：达到某一等级。",
                "on-the-job": "Learning by oneself at the post.\n岗位自学。",
            }
        ),
    ]
    """What it is for.
    培训目的：岗前培训、复训、技能提升或岗位自学。"""
    level: Identifier | None = None
    """Level of the standard that it leads to, by id.
    目标等级：填职业技能标准中等级的 `id`。"""
    interval_months: Whole | None = Field(default=None, ge=1, le=120)
    """How often it is repeated, in months.
    重复周期：每隔几个月进行一次。"""
    description: Words | None = None
    """What happens in it.
    阶段说明：做什么。"""


class Goals(Frozen):
    """Targets of the programme.
    培养目标与培养规格。"""

    target: Words
    """The target in one sentence.
    培养目标：一句话。"""
    character: tuple[Words, ...] = ()
    """Character and conduct.
    素质要求。"""
    knowledge: tuple[Words, ...] = ()
    """Knowledge.
    知识要求。"""
    ability: tuple[Words, ...] = ()
    """Ability.
    能力要求。"""
    supports: dict[Line, dict[Strength, tuple[Line, ...]]] = Field(default_factory=dict)
    """Which courses lead to a requirement, strongly (H), well (M) or a little (L): requirements are called Q1, Q2 …
    (character), K1 … (knowledge), A1 … (ability) in their order, courses by the codes of the schedule. Without it,
    likeness of words gives a draft.
    课程对培养规格的支撑：素质依次为 Q1、Q2……，知识为 K1……，能力为 A1……；按强（H）、中（M）、弱（L）列课程编码。
    不写时按用词相近程度给出草表。"""


class ProgrammeFile(Frozen):
    """A talent-training programme together with what follows it in service.
    人才培养方案：连同入职后的培训。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    id: Identifier
    """Name of the programme.
    方案编号。"""
    title: Words
    """What it is called.
    方案名称。"""
    level: Annotated[
        Literal["secondary", "higher", "bachelor"],
        meanings(
            {
                "secondary": "Secondary vocational education.\n中职。",
                "higher": "Higher vocational education.\n高职专科。",
                "bachelor": "Vocational bachelor.\n职业本科。",
            }
        ),
    ] = "higher"
    """Level of education.
    办学层次：中职、高职专科或职业本科。"""
    cohort: Line
    """Cohort.
    年级：如 2026 级。"""
    years: Real = Field(gt=0, le=6)
    """Length of study in years.
    修业年限：年。"""
    entry: Words | None = None
    """Entry requirement.
    入学要求。"""
    major: Major
    """The major.
    专业。"""
    standard: Identifier | None = None
    """Occupational skill standard that it leads to, by code.
    对应职业技能标准：填标准的 `code`。"""
    outline: Annotated[
        Outline,
        meanings(
            {
                "2019": "The format of 2019.\n参考格式：教职成司函〔2019〕61号的体例。",
                "2025": "The outline of the teaching standards of 2025.\n专业教学标准：2025 年发布的标准的体例。",
            }
        ),
    ] = "2019"
    """Outline in which it is printed.
    体例：按 2019 年参考格式或 2025 年专业教学标准的体例印制。"""
    overview: Words | None = None
    """What it is for and what it rests on; printed in the outline of 2025.
    概述：方案的依据和适用范围，2025 年体例印在开头。"""
    goals: Goals
    """Targets of the programme.
    培养目标与培养规格。"""
    partners: tuple[Partner, ...] = Field(min_length=1)
    """Partners.
    合作方：院校、企业等参与单位。"""
    segments: tuple[Segment, ...] = Field(min_length=1)
    """The path, in order.
    培养路径：按先后列出各阶段。"""
    calendar: Calendar | None = None
    """When the semesters of the cohort are.
    校历：本年级各学期的起止。"""
    groups: tuple[LearnerGroup, ...] = Field(default=(), max_length=500)
    """Groups of learners.
    学习小组：学员分组，人数和目标岗位。"""
    mentors: tuple[Mentor, ...] = ()
    """Mentors.
    企业导师。"""
    teachers: tuple[Teacher, ...] = Field(default=(), max_length=200)
    """Teachers with what each can do, of the college and from plants.
    教师：学校专任教师和企业兼职教师，附四维能力。"""
    bases: tuple[TrainingBase, ...] = ()
    """Training bases.
    实训基地。"""
    in_service: tuple[InServiceStage, ...] = ()
    """Stages after hiring.
    职后阶段：入职后的培训。"""
    in_service_paths: tuple[InServicePath, ...] = Field(default=(), max_length=200)
    """Ways to another job or up to a level that training plans are printed for.
    转岗、晋升路径：按列出的路径印制培训方案。"""
    safety_training: SafetyTraining | None = None
    """Hours of safety training in the plant.
    安全培训学时：厂、车间、班组三级；不写的按数值方案。"""
    new_apprenticeship: tuple[NewApprenticeship, ...] = Field(default=(), max_length=50)
    """Classes of new apprenticeship in companies.
    企业新型学徒制：各学徒班，一班一方案。"""
    substitution: Substitution | None = None
    """How credits are replaced by what was achieved elsewhere.
    学分置换：证书、竞赛、工作经历等学习成果置换课程学分的办法。"""
    target_level: Identifier | None = None
    """Level that graduates are meant to reach, by id.
    毕业目标等级：填职业技能标准中等级的 `id`。"""
    graduation: tuple[Words, ...] = ()
    """Requirements of graduation.
    毕业要求。"""
    graduation_credits: GraduationCredits | None = None
    """Credits that graduates need.
    毕业学分要求。"""
    links: tuple[JobCourseLink, ...] = Field(default=(), max_length=200)
    """Jobs with their courses, contests and certificates.
    岗课赛证对应：岗位、课程、竞赛和证书。"""
    support: dict[Literal["teachers", "facilities", "resources", "methods", "assessment", "quality"], Words] = Field(
        default_factory=dict
    )
    """How the programme is carried out, by six headings: `teachers`, `facilities`, `resources`, `methods`,
    `assessment`, `quality`.
    实施保障：六个标题，依次为师资队伍 `teachers`、教学设施 `facilities`、教学资源 `resources`、
    教学方法 `methods`、学习评价 `assessment`、质量管理 `quality`。"""
    evaluation: Evaluation | None = None
    """How learners are evaluated: five dimensions, who leads them, the standard, three parties and four layers.
    考核评价：五维评价的维度、权重和牵头单位，评价标准的签署，三方四层评估。"""
    mentoring: Mentoring | None = None
    """How mentors teach: duties, incentives, weights and conditions at the end, weeks kept by hand.
    师带徒：导师职责与激励、出师考核权重与条件、人工指定的带教周次。"""
    internship: Internship | None = None
    """How internships at the post are organised: pay, insurance, filing, inspection, guidance, safety training.
    岗位实习安排：报酬、保险、备案、考察、指导和安全培训。"""
    agreements: Agreements | None = None
    """Agreements as templates: of group, college and plants; of college, plant and student.
    协议范本：三方委托培养协议和岗位实习三方协议。"""
    organisation: Organisation | None = None
    """How the partners organise it together: who answers for what, leaders, costs, lists of majors.
    组织保障：职责分工、三组长、经费分摊、三张清单、合作做法。"""
    basis: Words | None = None
    """Why more than six months are spent in plants, where that is so.
    校外实习超过六个月的依据：如学徒制协议、工学交替安排。"""
    approval: Approval | None = None
    """How it was worked out and approved, and what changed since.
    论证与审批：调研、专家论证、审议、审定、发布和变更。"""
    revised: Day | None = None
    """Date of the last full revision.
    修订日期：最近一次全面修订的日期，写成 `YYYY-MM-DD`。"""
