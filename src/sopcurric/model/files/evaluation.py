"""`evaluation:` of `programmes/*.yaml`: five dimensions, who leads and rates them, three parties and four layers."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Whole, Words
from sopcurric.model.files.describing import Choice, both, meanings, snippet, snippets

DimensionKind = Literal["conduct", "knowledge", "skill", "fit", "growth"]
"""职业素养, 知识储备, 技能实操, 岗位适配, 成长发展."""
Party = Literal["learner", "company", "teacher"]
"""学员, 企业, 教师."""
Layer = Literal["experience", "behaviour", "ability", "satisfaction"]
"""学员学习体验, 学习行为, 能力提升, 企业满意度."""


class Evidence(Choice):
    """What the marks of an item come from.
    评价依据：分数从哪里来。"""

    TASKS = "tasks", "Evaluation sheets of learning tasks.\n学习任务评价表。"
    RECORDS = "records", "Records and logs of the work.\n操作记录、实习日志等记录。"
    THEORY = "theory", "Written examination.\n理论考试。"
    PRACTICAL = "practical", "Practical examination.\n操作技能考核。"
    INTERNSHIP = "internship", "Report of the plant about the internship.\n岗位实习鉴定。"
    CERTIFICATE = "certificate", "Certificate of a skill level.\n职业技能等级认定结果。"
    SURVEY = "survey", "Questions to the plant or the teams.\n用人班组、企业的调查或访谈。"
    REFLECTION = "reflection", "Reviews and plans of the learner.\n学员的小结、反思和发展计划。"


class EvaluationItem(Frozen):
    """An item of a dimension.
    评价分项：一个维度中的一项。"""

    id: Identifier
    """Name of the item.
    分项编号。"""
    title: Words
    """What is rated.
    分项名称：评什么，如安全操作、任务完成质量。"""
    points: Whole = Field(ge=1, le=100)
    """Points out of 100; those of a dimension sum to its weight.
    分值：以 100 分为总分，同一维度各分项之和等于维度的权重。"""
    evidence: tuple[Evidence, ...] = Field(min_length=1)
    """What the marks come from.
    评价依据：分数从哪里来，可以多项。"""
    when: Annotated[
        Literal["process", "final"],
        meanings({"process": "Along the way.\n过程性评价。", "final": "At the end.\n终结性评价。"}),
    ] = "process"
    """Whether it is rated along the way or at the end.
    评价时机：过程性或终结性。"""
    core: (
        Annotated[
            Literal["recognition", "competence"],
            meanings(
                {
                    "recognition": "Whether the plant would hire.\n企业认可度。",
                    "competence": "Whether the job can be held.\n岗位胜任力。",
                }
            ),
        ]
        | None
    ) = None
    """Which core indicator it is, if any.
    核心指标：企业认可度或岗位胜任力，不是核心指标的不填。"""


class Dimension(Frozen):
    """One of the five dimensions.
    评价维度：职业素养、知识储备、技能实操、岗位适配、成长发展之一。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new dimension", "新维度"),
                both("A dimension with one item.", "一个维度及一个分项。"),
                {
                    "dimension": "${1:growth}",
                    "weight": "^${2:10}",
                    "lead": "${3:college}",
                    "items": [
                        {
                            "id": "${4:G1}",
                            "title": both("${5:what is rated}", "${5:分项名称}"),
                            "points": "^${2:10}",
                            "evidence": ["${6:reflection}"],
                        }
                    ],
                },
            )
        )
    )

    dimension: Annotated[
        DimensionKind,
        meanings(
            {
                "conduct": "Ethics, craftsmanship, safety.\n职业素养：职业道德、工匠精神、安全环保。",
                "knowledge": "What is known.\n知识储备：基础知识和专业知识。",
                "skill": "What can be done.\n技能实操：动手能力。",
                "fit": "How the job is held.\n岗位适配：适应和胜任岗位。",
                "growth": "How somebody develops.\n成长发展：可持续发展能力。",
            }
        ),
    ]
    """Which dimension it is.
    维度：五个维度各写一次。"""
    weight: Whole = Field(ge=0, le=100)
    """Weight in per cent.
    权重：百分数，五个维度之和为 100。"""
    lead: Identifier | None = None
    """Partner that leads the rating, by id; without it, the college leads conduct and knowledge, a plant skill and fit.
    牵头单位：填合作方的 `id`；不填时职业素养、知识储备由院校牵头，技能实操、岗位适配由企业牵头；成长发展必须写明。"""
    company: Whole | None = Field(default=None, ge=0, le=100)
    """Share of the points that raters of plants give, in per cent; without it, all or nothing, as the lead is.
    企业评分占比：企业人员所评的分数占本维度的百分数；不填时企业牵头的为 100，其余为 0。"""
    items: tuple[EvaluationItem, ...] = Field(min_length=1)
    """Items.
    分项：本维度评哪些内容。"""


class Standard(Frozen):
    """Who answers for the standard of evaluation.
    评价标准的签署：行业组织把关评价标准与质量监督。"""

    partner: Identifier
    """Industry body, by id of the partner.
    行业组织：填合作方的 `id`。"""
    signed_by: Words | None = None
    """Who signed; fictional or a role in published repositories.
    签署人：公开的仓库中请用虚构姓名或岗位名称。"""
    signed_on: Day | None = None
    """Date of the signature.
    签署日期：写成 `YYYY-MM-DD`。"""


class Instrument(Frozen):
    """How one party says something about one layer of the training.
    评估工具：某一方对某一层用什么方式评估。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new instrument", "新评估工具"),
                both("How one party rates one layer.", "某一方对某一层的评估方式。"),
                {
                    "party": "${1:company}",
                    "layer": "${2:satisfaction}",
                    "instrument": both("${3:what is used}", "${3:工具名称}"),
                },
            )
        )
    )

    party: Annotated[
        Party,
        meanings(
            {
                "learner": "Learners.\n学员。",
                "company": "The plant.\n企业。",
                "teacher": "Teachers.\n教师。",
            }
        ),
    ]
    """Party that says it.
    评估方：学员、企业或教师。"""
    layer: Annotated[
        Layer,
        meanings(
            {
                "experience": "How learning was for learners.\n学员学习体验。",
                "behaviour": "How they learned.\n学习行为。",
                "ability": "What they can do now.\n能力提升。",
                "satisfaction": "How content the plant is.\n企业满意度。",
            }
        ),
    ]
    """Layer that it is about.
    评估层：学习体验、学习行为、能力提升或企业满意度。"""
    instrument: Words | None = None
    """What is used; nothing where the party has nothing to say of the layer.
    评估工具：如问卷、访谈提纲、量表；不适用时不填，并写明 `reason`。"""
    reason: Words | None = None
    """Why there is none.
    不适用的理由。"""
    days_after: Whole = Field(default=0, ge=0, le=400)
    """How many days after the training it is used.
    收集时间：培训结束后第几天收集，培训中收集的填 0。"""


class Evaluation(Frozen):
    """How learners are evaluated over the whole programme.
    考核评价：整个培养过程的评价方案。"""

    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    """The five dimensions.
    评价维度：职业素养、知识储备、技能实操、岗位适配、成长发展。"""
    standard: Standard | None = None
    """Who answers for the standard.
    评价标准的签署。"""
    layers: tuple[Instrument, ...] = ()
    """Three parties, four layers: how each party says something about each layer.
    三方四层：学员、企业、教师三方对四个层次的评估工具，共 12 格，不适用的写明理由。"""
    vetoes: tuple[Words, ...] = ()
    """What fails the evaluation whatever the points are.
    一票否决：出现哪些情形，不论得分多少均为不合格。"""
