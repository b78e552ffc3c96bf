"""`approval:` of `programmes/*.yaml`: research, expert review, committees, publication, changes after that."""

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Whole, Words
from sopcurric.model.files.describing import both, snippet, snippets


class Research(Frozen):
    """What the programme rests on.
    调研：编制方案所依据的企业、毕业生调研。"""

    companies: Whole = Field(ge=0, le=10000)
    """How many companies were asked.
    调研企业数。"""
    graduates: Whole = Field(ge=0, le=1000000)
    """How many graduates were asked.
    调研毕业生数。"""
    date: Day | None = None
    """Date of the report.
    调研报告日期：写成 `YYYY-MM-DD`。"""
    findings: tuple[Words, ...] = Field(default=(), max_length=30)
    """What came of it.
    调研的主要结论。"""


class Reviewer(Frozen):
    """An expert who reviewed the programme; fictional or a role in published repositories.
    论证专家：公开的仓库中请用虚构姓名或职务。"""

    name: Words
    """Who it is.
    姓名。"""
    organisation: Words
    """Where the expert works.
    工作单位。"""
    title: Words | None = None
    """Position or title.
    职务、职称。"""


class Review(Frozen):
    """The review by experts.
    专家论证。"""

    date: Day
    """Date of the review.
    论证日期：写成 `YYYY-MM-DD`。"""
    members: tuple[Reviewer, ...] = Field(min_length=1, max_length=50)
    """Who took part.
    论证专家名单。"""
    opinion: Words
    """What they said.
    论证意见。"""
    answer: Words | None = None
    """What was changed after it.
    采纳和修改情况。"""


class Meeting(Frozen):
    """A meeting that decided about the programme.
    会议：审议、审定方案的会议。"""

    name: Words
    """What met.
    会议名称：如专业建设委员会会议、校党委会。"""
    date: Day
    """Date of the meeting.
    会议日期：写成 `YYYY-MM-DD`。"""
    number: Words | None = None
    """Number of the minutes.
    会议纪要编号。"""
    opinion: Words | None = None
    """What it decided.
    审议、审定意见。"""


class Approved(Frozen):
    """The approval, with what was approved: hours, semesters and credits of each course.
    批准：批准的日期和单位，批准时各门课程的学时、学期和学分。"""

    date: Day
    """Date of the approval.
    批准日期：写成 `YYYY-MM-DD`。"""
    by: Words
    """Who approved.
    批准单位。"""
    seen: dict[Line, Line] = Field(default_factory=dict, max_length=500)
    """What was approved, by code of the course: theory+practice@semesters=credits. `sopcurric fix` writes it.
    批准的内容：课程编码对应“理论+实践@学期=学分”，由 `sopcurric fix` 写入，不要手工填写。"""


class ProgrammeChange(Frozen):
    """A change of an approved programme.
    变更：对已批准方案的变更申请。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new change", "新变更"),
                both("A change of an approved programme.", "对已批准方案的一项变更。"),
                {
                    "id": "${1:C1}",
                    "proposed_on": "${2:2027-03-01}",
                    "by": both("${3:course team}", "${3:课程团队}"),
                    "what": both("${4:what changes}", "${4:变更内容}"),
                    "reason": both("${5:why}", "${5:变更理由}"),
                },
            )
        )
    )

    id: Identifier
    """Name of the change.
    变更编号。"""
    proposed_on: Day
    """Date of the request.
    申请日期：写成 `YYYY-MM-DD`。"""
    by: Words
    """Who asks for it.
    申请单位或课程团队。"""
    what: Words
    """What changes.
    变更内容。"""
    reason: Words
    """Why.
    变更理由。"""
    effect: Words | None = None
    """What it means for learners, hours and staff.
    变更影响：对学生、学时和师资的影响及安排。"""
    approved_on: Day | None = None
    """Date on which it was approved; without it, it waits.
    批准日期：不写表示待审批。"""
    approved_by: Words | None = None
    """Who approved.
    批准单位。"""
    seen: dict[Line, Line] = Field(default_factory=dict, max_length=500)
    """What was approved with it, as in `approved`. `sopcurric fix` writes it.
    批准变更后的内容：写法同 `approved`，由 `sopcurric fix` 写入。"""


class Approval(Frozen):
    """How the programme came about and was approved.
    论证与审批：调研、专家论证、审议、审定、发布和变更。"""

    research: Research | None = None
    """Research.
    调研。"""
    review: Review | None = None
    """Review by experts.
    专家论证。"""
    committee: Meeting | None = None
    """The committee of the major.
    专业建设委员会审议。"""
    party_committee: Meeting | None = None
    """The party committee of the college.
    学校党组织会议审定。"""
    approved: Approved | None = None
    """The approval.
    批准。"""
    published_on: Day | None = None
    """Date on which it was made public.
    发布日期：写成 `YYYY-MM-DD`。"""
    published_at: Words | None = None
    """Where it was made public.
    发布渠道：如学校网站。"""
    filed_on: Day | None = None
    """Date on which the education authority got it.
    报主管部门备案日期：写成 `YYYY-MM-DD`。"""
    applies_to: tuple[Line, ...] = Field(default=(), max_length=20)
    """Cohorts that it holds for.
    适用年级。"""
    changes: tuple[ProgrammeChange, ...] = Field(default=(), max_length=200)
    """Changes after the approval.
    批准后的变更。"""
