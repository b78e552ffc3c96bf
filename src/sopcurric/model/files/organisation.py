"""`organisation:` of `programmes/*.yaml`: who answers for what, leaders, costs, lists of majors, named methods."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.describing import both, meanings, snippet, snippets

Side = Literal["company", "school", "industry"]
"""企业, 学校, 行业."""
MajorList = Literal["priority", "upgrade", "limit"]
"""重点紧缺, 改造升级, 限制撤销."""
_SIDE = meanings(
    {"company": "Of the company.\n企业。", "school": "Of the school.\n学校。", "industry": "Of the industry.\n行业。"}
)
_Percent = Annotated[Real, Field(ge=0, le=100)]


class Answering(Frozen):
    """Who answers for an item on one side, what is done there, and what shows it.
    责任方：由谁负责、做什么、有什么佐证。"""

    who: Words
    """Role that answers for it; no names of people in published repositories.
    责任人：写岗位或职务，如教务处处长；公开的仓库中不写真实姓名。"""
    what: Words | None = None
    """What is done.
    工作内容。"""
    evidence: tuple[Words, ...] = Field(default=(), max_length=20)
    """What shows that it is done: minutes, agreements, records.
    佐证材料：会议纪要、协议、记录等。"""


class Responsibility(Frozen):
    """An item that partners answer for together.
    职责事项：由哪一方牵头，哪些方参与、知悉，校企双方各由谁负责。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new item", "新职责事项"),
                both("An item with both sides.", "一项职责及校企双方的责任人、佐证。"),
                {
                    "title": both("${1:what it is}", "${1:事项}"),
                    "lead": "${2:college}",
                    "takes_part": ["${3:plant}"],
                    "school": {
                        "who": both("${4:role}", "${4:责任人}"),
                        "evidence": [both("${5:evidence}", "${5:佐证}")],
                    },
                    "company": {
                        "who": both("${6:role}", "${6:责任人}"),
                        "evidence": [both("${7:evidence}", "${7:佐证}")],
                    },
                },
            )
        )
    )

    title: Words
    """What it is.
    事项：如人才培养方案编制、岗位实习管理。"""
    lead: Identifier
    """Partner that leads, by id.
    牵头单位：填合作方的 `id`。"""
    takes_part: tuple[Identifier, ...] = Field(default=(), max_length=100)
    """Partners that take part, by id.
    参与单位：填合作方的 `id`。"""
    informed: tuple[Identifier, ...] = Field(default=(), max_length=100)
    """Partners that are informed, by id.
    知悉单位：填合作方的 `id`。"""
    school: Answering | None = None
    """Who answers for it at the college.
    学校一方的责任人和佐证。"""
    company: Answering | None = None
    """Who answers for it in the plants or the group.
    企业一方的责任人和佐证。"""


class Leader(Frozen):
    """One of the leaders of the joint team.
    组长：校企行三方各一位，是不同的人。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new leader", "新组长"),
                both("A leader of one side.", "一方的组长。"),
                {
                    "side": "${1:company}",
                    "name": both("${2:name}", "${2:姓名}"),
                    "title": both("${3:post}", "${3:职务}"),
                    "partner": "${4:plant}",
                },
            )
        )
    )

    side: Annotated[Side, _SIDE]
    """Side that the leader stands for.
    代表哪一方：企业、学校或行业。"""
    name: Words
    """Who it is; fictional or a role in published repositories.
    姓名：公开的仓库中请用虚构姓名或岗位名称。"""
    title: Words | None = None
    """Post.
    职务。"""
    partner: Identifier
    """Partner that the leader comes from, by id.
    所在单位：填合作方的 `id`。"""


class Cost(Frozen):
    """A kind of cost and which partner bears how much of it.
    费用项目：由哪些合作方按什么比例分摊。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new cost", "新费用项目"),
                both("A cost that two partners share.", "两方分摊的一项费用。"),
                {
                    "title": both("${1:what for}", "${1:费用项目}"),
                    "shares": {"${2:college}": "^${3:50}", "${4:plant}": "^${5:50}"},
                    "source": both("${6:where the money comes from}", "${6:经费来源}"),
                },
            )
        )
    )

    title: Words
    """What it is for.
    费用项目：如实训耗材、导师津贴、教材开发。"""
    amount: Whole | None = Field(default=None, ge=0, le=100_000_000_000)
    """Planned amount in yuan for the cohort.
    预算金额：本年级合计，单位元。"""
    shares: dict[Identifier, _Percent] = Field(min_length=1)
    """Share of each partner in per cent, by its id; they sum to 100.
    分摊比例：合作方的 `id` 和百分数，合计 100。"""
    source: Words
    """Where the money comes from.
    经费来源：如专项经费、职工教育经费、学费、财政补助。"""


class ListedMajor(Frozen):
    """A major in one of the three lists.
    专业清单条目：一个专业列入哪张清单，有什么依据，由谁签署。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new major of a list", "新专业清单条目"),
                both("A major with evidence.", "列入清单的一个专业及依据。"),
                {
                    "code": "${1:430501}",
                    "title": both("${2:major}", "${2:专业名称}"),
                    "list": "${3:priority}",
                    "evidence": [both("${4:evidence}", "${4:就业率、对口率、用人需求}")],
                },
            )
        )
    )

    code: Line
    """Code of the catalogue.
    专业代码。"""
    title: Words
    """Name of the major.
    专业名称。"""
    list: Annotated[
        MajorList,
        meanings(
            {
                "priority": "To be built up first: short of people.\n重点紧缺（重点建设）。",
                "upgrade": "To be rebuilt.\n改造升级。",
                "limit": "To be limited or closed.\n限制撤销。",
            }
        ),
    ]
    """Which list.
    清单：重点紧缺、改造升级或限制撤销。"""
    evidence: tuple[Words, ...] = Field(default=(), max_length=20)
    """What it rests on: employment, fit of employment, demand.
    依据：就业率、对口率、用人需求等数据及其出处。"""
    decided_on: Day | None = None
    """Day of the decision.
    议定日期：写成 `YYYY-MM-DD`。"""
    signed: dict[Side, Day] = Field(default_factory=dict)
    """When the leader of each side signed: `company`, `school`, `industry`.
    三方组长签署日期：企业 `company`、学校 `school`、行业 `industry`。"""


class MethodRow(Frozen):
    """An element of a named method and who answers for it.
    做法要素：校企双方各由谁负责。"""

    element: Line
    """Name of the element as the method has it.
    要素名称：按做法原文，如“模式共研”。"""
    school: Answering | None = None
    """Who answers for it at the college.
    学校一方的责任人和佐证。"""
    company: Answering | None = None
    """Who answers for it in the plants or the group.
    企业一方的责任人和佐证。"""


class MethodTable(Frozen):
    """A named method of cooperation with its elements.
    合作做法：如五双、五共、四统四分，逐项写明责任。"""

    method: Line
    """Name with the number of its scheme before it, as `001:NAME`; methods of one's own begin with `own:`.
    做法名称：写明出处，如 `001:五共`；本单位自己的做法以 `own:` 开头。"""
    elements: tuple[Line, ...] = Field(default=(), max_length=30)
    """Elements of a method of one's own.
    要素清单：只用于本单位自己的做法（`own:`）。"""
    rows: tuple[MethodRow, ...] = Field(default=(), max_length=100)
    """Elements with who answers for them.
    各要素的责任人和佐证。"""


class Organisation(Frozen):
    """How the partners organise the programme together.
    组织保障：职责分工、组长、经费分摊、专业清单和合作做法。"""

    leaders: tuple[Leader, ...] = Field(default=(), max_length=20)
    """Leaders of the joint team, one of each side.
    三组长：企业、学校、行业各一位。"""
    responsibilities: tuple[Responsibility, ...] = Field(default=(), max_length=200)
    """Who answers for what.
    职责分工：逐项写明牵头、参与、知悉单位和校企双方责任人。"""
    costs: tuple[Cost, ...] = Field(default=(), max_length=200)
    """Which partner bears how much.
    经费分摊。"""
    majors: tuple[ListedMajor, ...] = Field(default=(), max_length=500)
    """Majors in the three lists.
    三张清单：重点紧缺、改造升级、限制撤销的专业。"""
    methods: tuple[MethodTable, ...] = Field(default=(), max_length=20)
    """Named methods of cooperation; may be left out.
    合作做法：五双、五共、四统四分等，可以不写。"""
