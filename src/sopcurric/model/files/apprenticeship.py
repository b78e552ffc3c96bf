"""New apprenticeship in companies (企业新型学徒制): agreement, roster, hours, mentors."""

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.describing import both, snippet, snippets


class ApprenticeHours(Frozen):
    """Hours of a year.
    课时：每年的课时。"""

    total: Whole = Field(ge=1, le=3000)
    """All hours of a year, examinations included.
    每年总课时：含考核。"""
    together: Whole = Field(default=0, ge=0, le=3000)
    """Hours in class among them.
    其中集中授课课时。"""
    online: Whole = Field(default=0, ge=0, le=3000)
    """Hours in class that are given online.
    其中线上授课课时。"""


class NewApprenticeship(Frozen):
    """A class of new apprenticeship: staff of a company who are trained by it and a training body together.
    企业新型学徒制班：企业与培训机构共同培养的在职学徒，一班一方案。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new class", "新学徒班"),
                both("A class with what every class needs.", "一个学徒班的必填内容。"),
                {
                    "id": "${1:XT1}",
                    "title": both("${2:class}", "${2:班级名称}"),
                    "company": "${3:plant}",
                    "school": "${4:college}",
                    "job": "${5:DIG}",
                    "level": "${6:L4}",
                    "apprentices": "^${7:12}",
                    "years": "^${8:1}",
                    "starts": "${9:2026-10-08}",
                    "contract_months": "^${10:12}",
                    "hours": {"total": "^${11:600}"},
                    "mentors": ["${12:M1}"],
                },
            )
        )
    )

    id: Identifier
    """Name of the class; apprentices are `ID-01`, `ID-02` …
    班级编号：学徒编号为“班级编号-01”起。"""
    title: Words
    """What it is called.
    班级名称。"""
    company: Identifier
    """The company, by id of the partner.
    企业：填合作方的 `id`。"""
    school: Identifier
    """The training body, by id of the partner.
    培训机构：填合作方的 `id`。"""
    job: Line
    """Address of the job.
    培养岗位：填岗位地址。"""
    level: Identifier
    """Level that is aimed at, by id.
    培养目标等级：填职业技能标准中等级的 `id`。"""
    apprentices: Whole = Field(ge=1, le=500)
    """How many apprentices.
    学徒人数。"""
    years: Real = Field(gt=0, le=10)
    """How long it takes, in years.
    培养期限：年。"""
    starts: Day
    """First day.
    开班日期：写成 `YYYY-MM-DD`。"""
    contract_months: Whole = Field(ge=1, le=600)
    """Months of the contract of employment.
    劳动合同期限：月。"""
    hours: ApprenticeHours
    """Hours of a year.
    课时：每年的课时。"""
    mentors: tuple[Identifier, ...] = Field(min_length=1, max_length=100)
    """Mentors of the company, by id; the first one leads.
    企业导师：填导师的 `id`，第一名为主导师。"""
    teachers: tuple[Identifier, ...] = Field(default=(), max_length=100)
    """Teachers of the training body, by id.
    培训机构导师：填教师的 `id`。"""
    wage: Words | None = None
    """What apprentices are paid.
    学徒工资：如不低于当地最低工资标准。"""
    allowance: Words | None = None
    """What mentors are paid on top.
    导师津贴。"""
    rules: tuple[Words, ...] = Field(default=(), max_length=50)
    """Documents by which the class is run.
    管理制度：制度名称。"""
