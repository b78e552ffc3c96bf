"""Rule profiles: national and provincial numbers as data, with clause, modality and the day they were verified.

A profile extends others: what it says itself counts before what they say. Every profile stands on `BASE`.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from sopcurric.model.competency import Grade, Outcome, Rating
from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.decision import ROLE_MEANINGS, DecisionKind, Role
from sopcurric.model.files.describing import both, meanings, snippet, snippets

_Height = Annotated[
    Literal["high", "low", "any"],
    meanings({"high": "High.\n高。", "low": "Low.\n低。", "any": "Whatever it is.\n不限。"}),
]


Modality = Literal["must", "in-principle", "usual", "recalled"]
Bound = Literal["least", "most", "about"]
_Modality = Annotated[
    Modality,
    meanings(
        {
            "must": "Binding.\n应当。",
            "in-principle": "Binding in principle.\n原则上。",
            "usual": "What is usual.\n一般。",
            "recalled": "Recalled, not read again.\n凭记忆，未核对原文。",
        }
    ),
]
_Bound = Annotated[
    Bound,
    meanings(
        {
            "least": "Not less than the number.\n不少于。",
            "most": "Not more than the number.\n不多于。",
            "about": "About the number.\n约为。",
        }
    ),
]
LEVEL_MEANINGS = meanings(
    {
        "secondary": "Secondary vocational education.\n中职。",
        "higher": "Higher vocational education.\n高职专科。",
        "bachelor": "Vocational bachelor.\n职业本科。",
    }
)
_Outcome = Annotated[
    Outcome,
    meanings(
        {
            "job-aid": "Learning by oneself with a card at the post.\n岗位自学。",
            "on-demand": "Training before it is needed.\n用前培训。",
            "train": "Training.\n培训。",
            "intensive": "Intensive training and refreshers.\n强化培训和复训。",
        }
    ),
]


class Number(Frozen):
    """One number of a profile.
    数值：方案中的一个规定数值。"""

    value: Real
    """The number.
    数值。"""
    unit: Line
    """Its unit (hours, share, months …).
    单位：学时、占比、月等。"""
    bound: _Bound = "least"
    """Whether it is a least or a most.
    上下限：不少于、不多于或约为。"""
    source: Words
    """The text that it stands in.
    出处：数值所在的文件。"""
    clause: Words
    """The clause, by its number or by what it is about.
    条款：条款号或条款内容。"""
    modality: _Modality
    """How binding it is; only `must` makes an error.
    约束程度：只有 `must`（应当）不满足时才算错误。"""
    verified_on: Day
    """Day on which the source was read.
    核对日期：写成 `YYYY-MM-DD`。"""

    @property
    def exact(self) -> Fraction:
        """The number as people mean it: a third is a third, however many digits were typed."""
        return Fraction(str(self.value)).limit_denominator(_FINEST)


_FINEST = 1000
"""Finer shares than thousandths are nobody's rule."""


class OutcomeRow(Frozen):
    """A row of the decision table: grades high (3 or 2 by `high_from`) or low, and the training that follows.
    判定行：难度、重要度、频度的高低与相应的培训要求。"""

    difficulty: _Height
    """Difficulty.
    难度。"""
    importance: _Height
    """Importance.
    重要度。"""
    frequency: _Height
    """Frequency.
    频度。"""
    outcome: _Outcome
    """The training that follows.
    培训要求。"""


class Refresher(Frozen):
    """When a training is repeated.
    复训：某一培训要求多久复训一次，或每次用前培训。"""

    outcome: _Outcome
    """The training that it is about.
    培训要求。"""
    months: Whole = Field(default=0, ge=0, le=120)
    """Months after which it is repeated; 0 where it is not.
    复训间隔：月数；写 0 表示不定期复训。"""
    before_use: bool = False
    """Whether it is given each time before the work is done.
    用前培训：每次作业前是否培训。"""
    source: Words
    """Where that comes from.
    出处。"""
    modality: _Modality
    """How binding it is.
    约束程度。"""
    verified_on: Day
    """Day on which the source was read.
    核对日期：写成 `YYYY-MM-DD`。"""


class RequiredCourse(Frozen):
    """A public foundation course that programmes must offer, recognised by words in names of courses.
    应开设的公共基础课程：按课程名称中的用语识别。"""

    id: Identifier
    """Name of the entry.
    编号。"""
    title: Words
    """What the text calls it.
    课程：文件中的叫法。"""
    nature: Annotated[
        Literal["required", "restricted"],
        meanings(
            {
                "required": "Everybody takes it.\n必修。",
                "restricted": "Required, or chosen from a short list.\n必修或限定选修。",
            }
        ),
    ]
    """Whether everybody must take it.
    课程性质：必修，或必修及限定选修。"""
    words: tuple[Line, ...] = Field(min_length=1, max_length=30)
    """A course whose name has one of these words is such a course.
    识别用语：课程名称中含有其中之一即算开设。"""
    source: Words
    """The text that asks for it.
    出处。"""
    clause: Words
    """The clause.
    条款。"""
    modality: _Modality
    """How binding it is; only `must` makes an error.
    约束程度：只有 `must`（应当）不满足时才算错误。"""
    verified_on: Day
    """Day on which the source was read.
    核对日期：写成 `YYYY-MM-DD`。"""


class ProfileFile(Frozen):
    """A rule profile, or a part that profiles extend.
    数值方案：检查人才培养方案时对照的规定数值，可以在其他方案的基础上补充或替换。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("a province or company of its own", "省或企业的数值方案"),
                both("One number in place of a national one.", "替换一个国家数值。"),
                {
                    "id": "${1:our-province}",
                    "title": both("${2:our province}", "${2:本省数值方案}"),
                    "extends": ["${3:moe-2019-higher-vocational-3y}"],
                    "numbers": {
                        "${4:total-hours}": {
                            "value": "^${5:2600}",
                            "unit": "${6:hours}",
                            "source": both("${7:text}", "${7:文件名称和文号}"),
                            "clause": both("${8:clause}", "${8:条款}"),
                            "modality": "${9:must}",
                            "verified_on": "${10:2026-09-01}",
                        }
                    },
                },
            )
        )
    )

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    id: Identifier
    """Name of the profile, which the project file gives as `profile`.
    方案编号：在项目文件的 `profile` 中填写。"""
    title: Words
    """What it is called.
    方案名称。"""
    level: Annotated[Literal["secondary", "higher", "bachelor"], LEVEL_MEANINGS] | None = None
    """Level of education that it is for; without it, that of the profiles that it extends.
    办学层次：不写时与所依据的方案相同。"""
    extends: tuple[Identifier, ...] = Field(default=(), max_length=20)
    """Profiles that it stands on; of two that say something of the same thing, the later counts, and this one before
    all.
    依据的方案：同一项目以后列的为准，本方案自己写的优先。"""
    numbers: dict[str, Number] = Field(default_factory=dict)
    """Numbers by name; each in place of the one of that name.
    规定数值：按名称列出，同名的替换所依据方案中的数值。"""
    courses: tuple[RequiredCourse, ...] = Field(default=(), max_length=100)
    """Public foundation courses that must be offered.
    应开设的公共基础课程。"""
    high_from: Whole | None = Field(default=None, ge=2, le=3)
    """Grade from which a rating counts as high.
    高低界限：评定达到几级算高。"""
    outcomes: tuple[OutcomeRow, ...] = ()
    """Decision table from the rating to the training, first match wins.
    判定表：由评定得出培训要求，取最先符合的一行。"""
    outcomes_source: Words | None = None
    """Where the table comes from.
    判定表的出处。"""
    refreshers: tuple[Refresher, ...] = ()
    """When trainings are repeated.
    复训间隔。"""
    authority: dict[DecisionKind | Literal["safety"], tuple[Annotated[Role, ROLE_MEANINGS], ...]] = Field(
        default_factory=dict
    )
    """Which roles (plant, college, industry) may decide what; `safety` is about blocks of leaves that tell of hazards,
    whatever the kind of the decision.
    决定权限：哪些角色（企业、院校、行业）可以决定什么；`safety` 指活页中讲危险源的内容，不论何种决定。"""
    authority_source: Words | None = None
    """Where that comes from.
    权限的出处。"""


class Profile(Frozen):
    """A rule profile with all that it stands on; `origins` names, by number, the profile that says it.

    `chain` are the profiles that it was made of, the one that counts most at the end.
    """

    id: str
    title: Words
    level: Literal["secondary", "higher", "bachelor"] | None = None
    chain: tuple[str, ...] = ()
    numbers: dict[str, Number]
    origins: dict[str, str] = Field(default_factory=dict)
    courses: tuple[RequiredCourse, ...] = ()
    high_from: int = 2
    outcomes: tuple[OutcomeRow, ...]
    refreshers: tuple[Refresher, ...] = ()
    authority: dict[DecisionKind | Literal["safety"], tuple[Role, ...]]

    def outcome(self, grades: tuple[int, int, int], *, major: bool) -> Outcome:
        """The training that follows from grades of difficulty, importance and frequency by the table.

        Work with a hazard of the highest grade (`major`) is never left without training.
        """
        found = self.by_table(grades)
        return "train" if found == "job-aid" and major else found

    def by_table(self, grades: tuple[int, int, int]) -> Outcome:
        """What the decision table alone says, whatever the hazards are."""
        high = tuple(grade >= self.high_from for grade in grades)
        found: Outcome = next((row.outcome for row in self.outcomes if _matches(row, high)), "train")
        return found

    def rated(self, difficulty: Grade, importance: Grade, frequency: Grade, *, major: bool) -> Rating:
        """A rating with the training that follows from it, and when that is repeated."""
        outcome = self.outcome((difficulty.value, importance.value, frequency.value), major=major)
        again = next((one for one in self.refreshers if one.outcome == outcome), None)
        months, before_use = (again.months, again.before_use) if again else (0, False)
        return Rating(difficulty, importance, frequency, outcome, months, before_use)


def merged(chain: Iterable[ProfileFile]) -> Profile:
    """The profile of several files; what a later one says counts. At least one has the table and the authority."""
    files = tuple(chain)
    own = files[-1]
    return Profile(
        id=own.id,
        title=own.title,
        level=next((one.level for one in reversed(files) if one.level), None),
        chain=tuple(dict.fromkeys(one.id for one in files)),
        numbers={name: number for one in files for name, number in one.numbers.items()},
        origins={name: one.id for one in files for name in one.numbers},
        courses=tuple({course.id: course for one in files for course in one.courses}.values()),
        high_from=next((one.high_from for one in reversed(files) if one.high_from), 2),
        outcomes=next(one.outcomes for one in reversed(files) if one.outcomes),
        refreshers=tuple({one.outcome: one for file in files for one in file.refreshers}.values()),
        authority={kind: roles for one in files for kind, roles in one.authority.items()},
    )


def _matches(row: OutcomeRow, high: tuple[bool, ...]) -> bool:
    wanted = (row.difficulty, row.importance, row.frequency)
    return all(want == "any" or (want == "high") == is_high for want, is_high in zip(wanted, high, strict=True))
