"""`decisions/**/*.yaml`: what the joint team decided about derived things (联合团队的决定)."""

import difflib
from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Words
from sopcurric.wording.catalogue import LANGUAGES

Role = Literal["plant", "college", "industry"]
"""企业 plant · 院校 college · 行业 industry."""
ExcludeReason = Literal["taught-elsewhere", "plant-training", "obsolete", "out-of-scope"]
"""其他课程讲授 taught-elsewhere · 由企业内部培训 plant-training · 已停用 obsolete · 不属本专业 out-of-scope."""
Grade = Annotated[int, Field(ge=1, le=3)]
Seen = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
Hours = Annotated[int, Field(ge=0, le=2000)]


class DecisionHeader(Frozen):
    """What every decision says: by whom in which role, when, why, and what it saw."""

    id: Identifier | None = None
    """Name of the decision, so that another one can replace it; without it, one that follows from its content."""
    role: Role
    """In which role it was decided: 企业 plant · 院校 college · 行业 industry."""
    by: Words
    """Who decided."""
    date: Day
    """When."""
    why: Words
    """Why."""
    seen: Seen | None = None
    """Digest of what it was decided on; `sopcurric decide` writes it, `sopcurric fix` adds it where it is missing."""
    replaces: tuple[Line, ...] = ()
    """Names of decisions that this one takes the place of."""

    @property
    def about(self) -> tuple[str, ...]:
        """What the decision names: addresses, identifiers, a leaf, or the decisions that it takes back."""
        named = getattr(self, "on", None) or (getattr(self, "leaf", ""),)
        return tuple(name for name in named if name) or self.replaces


class Together(DecisionHeader):
    """These procedures are one typical task (归为同一任务)."""

    decide: Literal["together"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=2)
    """Addresses of the procedures."""


class Apart(DecisionHeader):
    """No two of these procedures are one typical task (分开)."""

    decide: Literal["apart"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=2)
    """Addresses of the procedures."""


class Readdress(DecisionHeader):
    """A job or procedure stands at another address now (改了编号): identifiers and decisions follow it."""

    decide: Literal["readdress"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1, max_length=1)
    """The old address."""
    now: Line
    """The new address."""


class Rename(DecisionHeader):
    """A typical task, learning task, module or course is called otherwise (改名)."""

    decide: Literal["rename"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1)
    """Its identifier, or addresses of procedures that it holds (then the task is meant)."""
    title: Words
    """What it is called."""


class Rate(DecisionHeader):
    """Difficulty, importance or frequency of work (评定难度、重要度、频度)."""

    decide: Literal["rate"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1)
    """Addresses of procedures, or the identifier of a typical task (then all its procedures are meant)."""
    difficulty: Grade | None = None
    """难度: 1 low, 2 average, 3 high."""
    importance: Grade | None = None
    """重要度: 1 low, 2 average, 3 high."""
    frequency: Grade | None = None
    """频度: 1 low, 2 average, 3 high."""


class Move(DecisionHeader):
    """A learning task belongs to another module (调整模块)."""

    decide: Literal["move"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the learning task, or addresses of procedures that it holds."""
    to: Line
    """The module by course and part: `course-DIG.start`, `.run`, `.care`, `.stop`; one that is not there is made."""


class Order(DecisionHeader):
    """Learning tasks of a module come in this order (调整顺序); those that are not named keep their places."""

    decide: Literal["order"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=2)
    """Learning tasks in their order: identifiers, or for each the address of a procedure."""


class SetHours(DecisionHeader):
    """Hours (学时) of a learning task."""

    decide: Literal["hours"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the learning task, or addresses of procedures that it holds."""
    theory: Hours
    """Hours of theory (理论学时)."""
    practice: Hours
    """Hours of practice (实践学时)."""


class MapTo(DecisionHeader):
    """Whether a learning task leads to a work content of an occupational standard (对应职业标准)."""

    decide: Literal["map"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the learning task, or addresses of procedures that it holds."""
    standard: Line
    """Code of the standard."""
    item: Line
    """Id of the work content (工作内容)."""
    fits: bool = True
    """Whether it does; `false` refuses what was computed."""


class Exclude(DecisionHeader):
    """Elements of an SOP are not taught, with a reason from a closed list (不教)."""

    decide: Literal["exclude"]
    """The kind of decision."""
    on: tuple[Line, ...] = Field(min_length=1)
    """Addresses of procedures, parameters, equipment, principles, deviations, quality checks or records."""
    reason: ExcludeReason
    """其他课程讲授 taught-elsewhere · 由企业内部培训 plant-training · 已停用 obsolete · 不属本专业 out-of-scope."""


class AuthoredList(Frozen):
    """A list in a leaf."""

    list: tuple[Words, ...] = Field(min_length=1)
    """Its items."""
    numbered: bool = False
    """Whether they are numbered."""
    checks: bool = False
    """Whether each has a box to tick."""


class AuthoredTable(Frozen):
    """A table in a leaf; an empty text is a cell to write in."""

    table: tuple[Words, ...] = Field(min_length=1, max_length=12)
    """Titles of the columns."""
    rows: tuple[tuple[Words | Literal[""], ...], ...] = Field(min_length=1)
    """Rows of cells."""


class AuthoredHeading(Frozen):
    """A heading in a leaf."""

    heading: Words
    """Its words."""


class AuthoredBox(Frozen):
    """A box that stands out."""

    box: Words
    """Its title."""
    tone: Literal["note", "caution", "danger"] = "note"
    """提示 note · 注意 caution (equipment, product) · 警告 danger (people)."""
    items: tuple[Words, ...] = Field(min_length=1)
    """What stands in it."""


_PARTS = ("list", "table", "heading", "box")


def _authored(value: object) -> str:
    """Which form of authored content a value is meant to be, by its keys even where one is mistyped."""
    keys = [*value] if isinstance(value, dict) else [*type(value).model_fields] if isinstance(value, Frozen) else []
    for part in _PARTS:
        if part in keys:
            return part
    mistyped = (difflib.get_close_matches(str(key), _PARTS, n=1) for key in keys if key not in LANGUAGES)
    return next((found[0] for found in mistyped if found), "paragraph")


Authored = Annotated[
    Annotated[Words, Tag("paragraph")]
    | Annotated[AuthoredList, Tag("list")]
    | Annotated[AuthoredTable, Tag("table")]
    | Annotated[AuthoredHeading, Tag("heading")]
    | Annotated[AuthoredBox, Tag("box")],
    Discriminator(_authored),
]
"""A paragraph, list, table, heading or box in a teacher's own words."""


class LeafDecision(DecisionHeader):
    """What a decision about blocks of a leaf says."""

    leaf: Line
    """The leaf: its identifier, or `ADDRESS#KIND` with a procedure and the letter of the kind (`DIG/P1#W`)."""


class Rewrite(LeafDecision):
    """A block of a leaf in the teacher's own words (改写)."""

    decide: Literal["rewrite"]
    """The kind of decision."""
    block: Line
    """Key of the block."""
    text: tuple[Authored, ...] = Field(min_length=1)
    """What stands there instead."""
    saw: tuple[Words, ...] = ()
    """What stood there when it was rewritten, so that both versions can be shown when the source changes."""


class Add(LeafDecision):
    """Blocks are added to a leaf (增补)."""

    decide: Literal["add"]
    """The kind of decision."""
    after: Line | None = None
    """Key of the block that they follow; without it they stand at the end, with `start` at the beginning."""
    text: tuple[Authored, ...] = Field(min_length=1)
    """What is added."""


class Hide(LeafDecision):
    """A block of a leaf is not printed (隐去)."""

    decide: Literal["hide"]
    """The kind of decision."""
    block: Line
    """Key of the block."""


class Reorder(LeafDecision):
    """Blocks of a leaf come in this order (重排); those that are not named keep their places."""

    decide: Literal["reorder"]
    """The kind of decision."""
    blocks: tuple[Line, ...] = Field(min_length=2)
    """Keys of blocks in their order."""


class Withdraw(DecisionHeader):
    """Decisions are taken back (撤回): what was computed holds again; `replaces` names them."""

    decide: Literal["withdraw"]
    """The kind of decision."""
    replaces: tuple[Line, ...] = Field(min_length=1)
    """Names of the decisions that are taken back."""


Decision = Annotated[
    Together
    | Apart
    | Readdress
    | Rename
    | Rate
    | Move
    | Order
    | SetHours
    | MapTo
    | Exclude
    | Rewrite
    | Add
    | Hide
    | Reorder
    | Withdraw,
    Field(discriminator="decide"),
]
DecisionKind = Literal[
    "together", "apart", "readdress", "rename", "rate", "move", "order", "hours", "map", "exclude",
    "rewrite", "add", "hide", "reorder", "withdraw",
]  # fmt: skip


class DecisionFile(Frozen):
    """Decisions of the joint team."""

    format: Literal[1] = 1
    """Version of this file format."""
    decisions: tuple[Decision, ...] = Field(min_length=1)
    """The decisions; their order does not matter."""
