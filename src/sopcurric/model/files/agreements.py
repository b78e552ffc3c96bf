"""The two agreements of three parties, which are not the same: training on order, and the internship of a student."""

from pydantic import Field

from sopcurric.model.files.base import Frozen, Identifier, Words


class EntrustedTerms(Frozen):
    """Terms of the agreement of group, college and plants.
    委托培养协议条款：集团、院校、企业三方。"""

    purpose: Words | None = None
    """What the parties want to reach.
    合作目标。"""
    learners: Words | None = None
    """Whom they train and how many.
    培养对象与规模。"""
    admission: Words | None = None
    """How learners are chosen, and who they are.
    招生招工与学员身份。"""
    programme: Words | None = None
    """How programme and courses are made.
    培养方案与课程开发。"""
    mentors: Words | None = None
    """How mentors are chosen and supported.
    导师选派与待遇。"""
    declassification: Words | None = None
    """How documents of plants become teaching material.
    技术资料脱密与知识产权。"""
    costs: Words | None = None
    """Who bears which costs.
    费用分担。"""
    benefits: Words | None = None
    """Pay and insurance of learners.
    学员待遇与保险。"""
    safety: Words | None = None
    """Who answers for safety.
    安全责任。"""
    evaluation: Words | None = None
    """How learners are evaluated and where they may apply for a skill level.
    考核评价与技能等级认定申报。"""
    employment: Words | None = None
    """What follows after graduation.
    就业与录用。"""
    confidentiality: Words | None = None
    """What is kept secret.
    保密。"""
    duration: Words | None = None
    """How long it holds; how it is changed or ended.
    期限、变更与解除。"""
    breach: Words | None = None
    """What follows from a breach.
    违约责任。"""
    disputes: Words | None = None
    """How disputes are settled.
    争议解决。"""


class InternshipTerms(Frozen):
    """Terms of the agreement of college, plant and student.
    岗位实习三方协议条款：学校、实习单位、学生三方。"""

    post: Words | None = None
    """Post and content.
    实习岗位与内容。"""
    place: Words | None = None
    """Place.
    实习地点。"""
    period: Words | None = None
    """Beginning and end.
    起止时间。"""
    hours: Words | None = None
    """Working hours and rest.
    工作时间与休息休假。"""
    pay: Words | None = None
    """Pay, and how it is paid.
    实习报酬与支付方式。"""
    protection: Words | None = None
    """Labour protection and occupational hazards.
    劳动保护与职业危害告知。"""
    lodging: Words | None = None
    """Food and lodging.
    食宿条件。"""
    guidance: Words | None = None
    """Who guides.
    指导教师与单位专人。"""
    insurance: Words | None = None
    """Insurance.
    保险。"""
    liability: Words | None = None
    """Who answers for injury and death.
    伤亡事故处理与责任。"""
    assessment: Words | None = None
    """Assessment.
    实习考核。"""
    confidentiality: Words | None = None
    """What is kept secret.
    保密。"""
    breach: Words | None = None
    """What follows from a breach.
    违约责任。"""
    termination: Words | None = None
    """How it is changed or ended.
    协议变更与解除。"""
    disputes: Words | None = None
    """How disputes are settled.
    争议解决。"""
    guardian: Words | None = None
    """How guardians are told.
    监护人知情。"""


class EntrustedAgreement(Frozen):
    """Agreement of group, college and plants on training on order.
    三方委托培养协议：集团、院校、企业。"""

    parties: tuple[Identifier, ...] = Field(default=(), max_length=100)
    """Parties, by id of the partners.
    签约方：填合作方的 `id`。"""
    terms: EntrustedTerms = EntrustedTerms()
    """Terms.
    条款。"""


class InternshipAgreement(Frozen):
    """Agreement of college, plant and student on an internship.
    岗位实习三方协议：学校、实习单位、学生。"""

    parties: tuple[Identifier, ...] = Field(default=(), max_length=100)
    """College and plants, by id of the partners; the student signs beside each.
    签约方：学校和实习单位，填合作方的 `id`；学生分别签署。"""
    terms: InternshipTerms = InternshipTerms()
    """Terms.
    条款。"""


class Agreements(Frozen):
    """Agreements as templates: they are filled in and signed on paper, after lawyers looked at them.
    协议范本：经法务审核后在纸面上填写、签署。"""

    entrusted: EntrustedAgreement | None = None
    """Group, college and plants.
    三方委托培养协议。"""
    internship: InternshipAgreement | None = None
    """College, plant and student.
    岗位实习三方协议。"""
