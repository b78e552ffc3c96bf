"""`policies/declassification.yaml` and `policies/fields.yaml`: what becomes of classified content before it is taught.

Both stay with the plant: nothing below `policies/` crosses to the college.
"""

from typing import Annotated, Literal

from pydantic import Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.describing import meanings
from sopcurric.model.files.levels import Level, LevelWord

Operation = Annotated[
    Literal["keep", "generalise", "replace", "pseudonymise", "aggregate", "drop"],
    meanings(
        {
            "keep": "Taught as it stands.\n保留：照原样教学。",
            "generalise": "Made less exact: a range, a band, an order of magnitude, or a word.\n"
            "泛化：改成范围、档次、数量级或说法。",
            "replace": "A public value with its source, or a description, given by people.\n"
            "替换：由人给出公开值及其出处，或功能性说法。",
            "pseudonymise": "Another name, always the same for the same thing.\n"
            "化名：换成代称，同一事物始终用同一代称。",
            "aggregate": "The range over several plants.\n汇总：几家企业合成一个范围。",
            "drop": "Not taught.\n删去：不用于教学。",
        }
    ),
]


class Band(Frozen):
    """A band of values with the word for it.
    一个档次及其说法。"""

    below: Real | None = None
    """Values below this (and in no band before it); without it, all others.
    低于此值的归这一档；不写表示其余全部。"""
    say: Words
    """The word.
    说法，如“低温”。"""


class FieldClass(Frozen):
    """How fields of one class are treated.
    一类内容怎样处理。"""

    title: Words
    """What the class holds.
    这一类是什么内容。"""
    operation: Operation
    """What becomes of it.
    处理方式。"""
    into: Annotated[
        Literal["range", "band", "magnitude", "words"],
        meanings(
            {
                "range": "A wider range.\n放宽成范围。",
                "band": "A word for the band of values.\n档次的说法。",
                "magnitude": "Powers of ten.\n数量级。",
                "words": "A word that stands for the value.\n用一个说法代替数值。",
            }
        ),
    ] = "range"
    """What `generalise` makes of a value.
    泛化成什么。"""
    width: Real = Field(default=0.1, ge=0.02, le=1)
    """Width of ranges as a share of the value: ends are taken from a grid of about this width.
    范围宽度：占数值的比例，范围两端取在大约这样宽的刻度上。"""
    widest: Real = Field(default=0.5, gt=0, le=10)
    """Widest range that is still worth teaching, as a share of the value.
    最大宽度：再宽就没有教学意义，占数值的比例。"""
    bands: dict[str, tuple[Band, ...]] = Field(default_factory=dict, max_length=100)
    """Bands by unit, lowest first.
    各计量单位的档次，从低到高。"""
    words: Words | None = None
    """What is said in place of a value.
    代替数值的说法。"""
    kept_when_marked: bool = False
    """Whether it is kept, too, where its own level says that it is classified (numbering).
    单独标密时是否仍保留（如编号）。"""
    values: Identifier | None = None
    """Class of the values that stand in texts of this class; without it, they are kept.
    文字中的数值按哪一类处理；不写则保留。"""
    kept_units: tuple[Line, ...] = Field(default=(), max_length=100)
    """Units of values that are kept in texts of this class.
    文字中保留哪些单位的数值。"""
    prefixes: dict[str, Identifier] = Field(default_factory=dict, max_length=40)
    """What other names begin with, by section.
    代称的开头，按章节填写。"""
    at_least: Whole = Field(default=3, ge=3, le=100)
    """From how many plants values must come to be taught as one range.
    汇总至少要几家企业的数值。"""


class PolicyFile(Frozen):
    """The declassification policy of a plant or group; what it does not say is as in the one that comes along.
    脱密规则：没有写的按自带的规则处理。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    title: Words | None = None
    """Name of the policy.
    规则名称。"""
    level: LevelWord = Level.PUBLIC
    """Level of documents that name none.
    没有写密级的文件按这一级处理。"""
    fields: dict[str, Identifier] = Field(default_factory=dict, max_length=1000)
    """Class by field, as `parameters.range: setpoint`; a shorter name holds for all fields below it.
    各项目属于哪一类，如 `parameters.range: setpoint`；只写前一段时对其下全部项目有效。"""
    classes: dict[Identifier, FieldClass] = Field(
        default_factory=dict, max_length=100, json_schema_extra={"additionalProperties": False}
    )
    """How classes are treated.
    各类的处理方式。"""
    key_file: Line | None = None
    """File outside the repository with the secret of sign-offs and digests.
    密钥文件：必须放在仓库之外，审签和摘要用它。"""
    names_file: Line | None = None
    """File outside the repository with the other names of things.
    代称对照表：必须放在仓库之外。"""


class FieldDecision(Frozen):
    """What a person decided about one field.
    对一个项目的处理决定。"""

    document: Line
    """The file of the SOP.
    规程文件。"""
    at: Annotated[str, Field(pattern=r"^[A-Za-z0-9_.:-]+(/[A-Za-z0-9_.:-]+){0,5}$")]
    """The element below the document, as `parameters/T1` or `P1/S2`.
    文件中的哪一条，如 `parameters/T1`、`P1/S2`。"""
    key: Line
    """The key in it, as `range`; `*` is the element as a whole.
    其中哪一项，如 `range`；`*` 表示整条。"""
    operation: Operation
    """What becomes of it.
    处理方式。"""
    taught: str | dict[str, str] = ""
    """What is taught in its place.
    用什么代替。"""
    source: Words | None = None
    """Where the value was published.
    公开出处。"""
    by: Line
    """Who decided.
    谁决定的。"""
    date: Day
    """When.
    日期。"""
    why: Words
    """Why.
    理由。"""
    seen: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")] | None = None
    """Keyed digest of what stood there when it was decided.
    决定时原文的密钥摘要。"""


class FieldDecisionsFile(Frozen):
    """Decisions about single fields.
    逐项处理决定。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    fields: tuple[FieldDecision, ...] = Field(default=(), max_length=100_000)
    """The decisions.
    各项决定。"""


class NamesFile(Frozen):
    """Which other name stands for what; kept outside the repository.
    代称对照表，保存在仓库之外。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    names: dict[str, Line] = Field(default_factory=dict, max_length=100_000)
    """The other names by the real ones.
    真实名称与代称。"""
