"""Rule profiles: national and provincial numbers as data, with clause, modality and the day they were verified."""

from typing import Annotated, Literal

from pydantic import Field

from sopcurric.model.competency import Grade, Outcome, Rating
from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Real, Whole, Words
from sopcurric.model.files.decision import ROLE_MEANINGS, DecisionKind, Role
from sopcurric.model.files.describing import meanings

_Height = Annotated[
    Literal["high", "low", "any"],
    meanings({"high": "High.\n高。", "low": "Low.\n低。", "any": "Whatever it is.\n不限。"}),
]


_Modality = Annotated[
    Literal["must", "in-principle", "usual", "recalled"],
    meanings(
        {
            "must": "Binding.\n应当。",
            "in-principle": "Binding in principle.\n原则上。",
            "usual": "What is usual.\n一般。",
            "recalled": "Recalled, not read again.\n凭记忆，未核对原文。",
        }
    ),
]
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


class ProfileFile(Frozen):
    """A rule profile.
    数值方案：检查人才培养方案时对照的规定数值。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    id: Identifier
    """Name of the profile.
    方案编号。"""
    title: Words
    """What it is called.
    方案名称。"""
    numbers: dict[str, Number]
    """Numbers by name.
    规定数值：按名称列出。"""
    high_from: Whole = Field(default=2, ge=2, le=3)
    """Grade from which a rating counts as high.
    高低界限：评定达到几级算高。"""
    outcomes: tuple[OutcomeRow, ...] = Field(min_length=1)
    """Decision table from the rating to the training, first match wins.
    判定表：由评定得出培训要求，取最先符合的一行。"""
    outcomes_source: Words
    """Where the table comes from.
    判定表的出处。"""
    refreshers: tuple[Refresher, ...] = ()
    """When trainings are repeated.
    复训间隔。"""
    authority: dict[DecisionKind | Literal["safety"], tuple[Annotated[Role, ROLE_MEANINGS], ...]]
    """Which roles (plant, college, industry) may decide what; `safety` is about blocks of leaves that tell of hazards,
    whatever the kind of the decision.
    决定权限：哪些角色（企业、院校、行业）可以决定什么；`safety` 指活页中讲危险源的内容，不论何种决定。"""
    authority_source: Words
    """Where that comes from.
    权限的出处。"""

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


def _matches(row: OutcomeRow, high: tuple[bool, ...]) -> bool:
    wanted = (row.difficulty, row.importance, row.frequency)
    return all(want == "any" or (want == "high") == is_high for want, is_high in zip(wanted, high, strict=True))
