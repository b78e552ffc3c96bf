"""How learners work in plants: pay, insurance, filing, inspection, guidance, safety training."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

Charge = Literal["deposit", "training", "commission", "management", "material", "employment-service"]
Hardship = Literal["night", "overtime", "rest-days", "high-temperature", "toxic", "explosive", "height", "other"]
Consenting = Literal["student", "guardian"]
PayBasis = Literal["same-post", "lowest-grade"]


class Pay(Frozen):
    """What learners are paid who can work relatively independently.
    实习报酬：能相对独立工作的学生的报酬。"""

    share: Whole | None = Field(default=None, ge=0, le=300)
    """Per cent of what `of` says.
    报酬比例：占 `of` 的百分之几。"""
    of: Annotated[
        PayBasis,
        meanings(
            {
                "same-post": "Wage of the same post in its trial period.\n相同岗位的报酬标准。",
                "lowest-grade": "Lowest grade of wages of the plant.\n单位最低档工资标准。",
            }
        ),
    ] = "same-post"
    """What it is a share of.
    比例的基数：相同岗位的报酬标准或最低档工资标准。"""
    period_months: Whole = Field(default=1, ge=1, le=12)
    """How many months are paid at once.
    支付周期：几个月支付一次。"""
    direct: bool = True
    """Whether learners themselves are paid, by nobody in between.
    直接支付：是否直接付给学生本人，不经第三方。"""
    money: bool = True
    """Whether it is money, not goods or vouchers.
    货币支付：是否以货币支付，不以实物或代金券抵付。"""
    account: Words | None = None
    """How it is reckoned and paid.
    计发办法：报酬怎样计算、何时支付。"""


class Filing(Frozen):
    """What was reported to the authority beforehand, as the post or the major asks for it.
    特殊岗位备案：因岗位或专业特殊需要，事先报主管部门备案的事项。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new filing", "新备案"),
                both("A post that was reported beforehand.", "事先备案的一个岗位。"),
                {"job": "${1:JOB}", "why": ["${2:high-temperature}"], "number": both("${3:number}", "${3:备案号}")},
            )
        )
    )

    job: Line | None = None
    """Address of the job; without it the filing holds for all.
    岗位：填岗位地址；不写则适用于全部岗位。"""
    why: tuple[
        Annotated[
            Hardship,
            meanings(
                {
                    "night": "Night shifts.\n夜班。",
                    "overtime": "Overtime.\n加班。",
                    "rest-days": "Rest days and holidays.\n休息日和法定节假日。",
                    "high-temperature": "High temperature.\n高温。",
                    "toxic": "Poisonous or caustic substances.\n有毒、腐蚀性物质。",
                    "explosive": "Fire and explosion.\n易燃易爆。",
                    "height": "Work at height.\n高处。",
                    "other": "Other high risk.\n其他较高安全风险。",
                }
            ),
        ],
        ...,
    ] = Field(min_length=1, max_length=8)
    """What for.
    备案事项：夜班、加班、休息日、高温、有毒、易燃易爆、高处或其他。"""
    number: Line | None = None
    """Number given by the authority.
    备案号：主管部门给出的编号。"""
    on: Day | None = None
    """Date.
    备案日期。"""


class Inspection(Frozen):
    """That somebody looked at a plant before learners go there.
    实地考察：选择实习单位前的考察。"""

    partner: Identifier
    """Plant, by id of the partner.
    实习单位：填合作方的 `id`。"""
    on: Day
    """Date.
    考察日期。"""
    by: Words
    """Who looked; roles, not names.
    考察人：写岗位，不写姓名。"""
    report: Line | None = None
    """Number of the written report.
    考察报告编号。"""


class PostConditions(Frozen):
    """What a post asks of the body.
    岗位条件：体力劳动强度和对未成年人的限制。"""

    job: Line
    """Address of the job.
    岗位：填岗位地址。"""
    grade: Whole | None = Field(default=None, ge=1, le=4)
    """Grade of physical labour by the national standard, 1 to 4.
    体力劳动强度分级：一至四级，写成数字。"""
    minors: bool = False
    """Whether learners under 18 may work there by the rules on minors.
    可否安排未成年人：按《未成年工特殊保护规定》能否安排未满 18 周岁的学生。"""


class Guides(Frozen):
    """Who guides learners in a plant: a teacher of the college, somebody of the plant.
    实习指导：学校指导教师与单位专人。"""

    partner: Identifier
    """Plant, by id of the partner.
    实习单位：填合作方的 `id`。"""
    teacher: Identifier | None = None
    """Teacher of the college, by id.
    学校指导教师：填教师的 `id`。"""
    unit: Words | None = None
    """Who of the plant; a role.
    单位专人：写岗位。"""


class SafetyTraining(Frozen):
    """Safety training before learners work.
    岗前安全培训。"""

    hours: Whole = Field(ge=0, le=400)
    """Hours at the three levels together (plant, workshop, team).
    学时：厂、车间、班组三级合计。"""
    test: bool = False
    """Whether nobody works who did not pass a test.
    考核：是否考核合格后才能上岗。"""
    protection: Words | None = None
    """Protective equipment that the plant gives out.
    劳动防护用品：单位发给哪些。"""


class Unit(Frozen):
    """An on-campus base where learners work, and how it is registered.
    校内实习单位：依法登记的校内生产性基地。"""

    base: Identifier
    """Training base, by id.
    基地：填实训基地的 `id`。"""
    registered: Line | None = None
    """Registration as a legal or other organisation.
    登记：法人或非法人组织的登记号。"""


class Internship(Frozen):
    """How internships at the post are organised.
    岗位实习安排：报酬、保险、备案、考察、指导和安全培训。"""

    youngest: Whole | None = Field(default=None, ge=10, le=40)
    """Age of the youngest learner at the beginning.
    最小年龄：实习开始时最小的学生几周岁。"""
    pay: Pay | None = None
    """Pay.
    实习报酬。"""
    insurance: Words | None = None
    """Insurance, and who takes it out.
    保险：险种和投保单位。"""
    night: bool = False
    """Whether learners work at night.
    夜班：是否安排学生上夜班。"""
    overtime: bool = False
    """Whether learners work overtime.
    加班：是否安排学生加班。"""
    rest_days: bool = False
    """Whether learners work on rest days and holidays.
    休息日：是否在休息日和法定节假日安排实习。"""
    filings: tuple[Filing, ...] = Field(default=(), max_length=200)
    """What was reported to the authority.
    特殊岗位备案。"""
    inspections: tuple[Inspection, ...] = Field(default=(), max_length=200)
    """Who looked at each plant before.
    实地考察：选择实习单位前的考察。"""
    posts: tuple[PostConditions, ...] = Field(default=(), max_length=500)
    """What posts ask of the body.
    岗位条件。"""
    guides: tuple[Guides, ...] = Field(default=(), max_length=200)
    """Who guides learners in each plant.
    实习指导：各单位的学校指导教师和单位专人。"""
    safety: SafetyTraining | None = None
    """Safety training before work.
    岗前安全培训。"""
    units: tuple[Unit, ...] = Field(default=(), max_length=50)
    """On-campus bases where learners work at the post.
    校内实习单位。"""
    charges: tuple[
        Annotated[
            Charge,
            meanings(
                {
                    "deposit": "Deposit.\n押金。",
                    "training": "Fee for training.\n培训费。",
                    "commission": "Commission.\n实习报酬提成。",
                    "management": "Fee for management.\n管理费。",
                    "material": "Fee for materials.\n实习材料费。",
                    "employment-service": "Fee for finding work.\n就业服务费。",
                }
            ),
        ],
        ...,
    ] = Field(default=(), max_length=6)
    """What learners pay for; the rules allow none of it.
    收费：向学生收取的费用；规定不得收取。"""
    holds_documents: bool = False
    """Whether identity papers are kept, or a guarantee is asked for.
    扣押证件：是否扣押证件或要求提供担保。"""
    agency: bool = False
    """Whether an agent or a company that is paid for it organises the internship.
    中介组织：是否通过中介机构或有偿代理组织、安排和管理。"""
    own_attendance: bool = False
    """Whether rules of attendance and assessment are made for learners, not those for employees.
    考勤考核办法：是否专为学生制订，不套用职工的考勤考核。"""
    consent: tuple[
        Annotated[Consenting, meanings({"student": "The student.\n学生本人。", "guardian": "A guardian.\n监护人。"})],
        ...,
    ] = Field(default=(), max_length=2)
    """Who gives written consent.
    知情同意：谁签署书面知情同意书。"""
    lodging: Words | None = None
    """Where learners live and eat, and who pays.
    食宿：住处、就餐和费用。"""
    hours: Words | None = None
    """Working hours and rest.
    工作时间：每日、每周的工作时间和休息。"""
    emergency: Words | None = None
    """What is done when something happens.
    应急：发生事故或突发情况时怎样处理。"""
    approved: Words | None = None
    """Who approved the plan, and when.
    审批：实习方案由谁、何时审定并报备。"""
