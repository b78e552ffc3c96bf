"""`decisions/**/*.yaml`: what the joint team decided about derived things (联合团队的决定)."""

import difflib
from typing import Annotated, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Whole, Words
from sopcurric.model.files.course import NATURE_MEANINGS, CourseBlock, CourseCategory, CourseNature
from sopcurric.model.files.describing import meanings
from sopcurric.model.files.sop_kinds import Grade
from sopcurric.wording.catalogue import LANGUAGES

Role = Literal["plant", "college", "industry"]
"""企业 plant · 院校 college · 行业 industry."""
ExcludeReason = Literal["taught-elsewhere", "plant-training", "obsolete", "out-of-scope"]
"""其他课程讲授 taught-elsewhere · 由企业内部培训 plant-training · 已停用 obsolete · 不属本专业 out-of-scope."""
ROLE_MEANINGS = meanings(
    {"plant": "The plant.\n企业。", "college": "The college.\n院校。", "industry": "The industry.\n行业。"}
)
_REASONS = meanings(
    {
        "taught-elsewhere": "Another course teaches it.\n其他课程讲授。",
        "plant-training": "The plant trains it within.\n由企业内部培训。",
        "obsolete": "It is no longer done.\n已停用。",
        "out-of-scope": "It does not belong to the major.\n不属本专业。",
    }
)
Seen = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{12}$")]
Hours = Annotated[Whole, Field(ge=0, le=2000)]


class DecisionHeader(Frozen):
    """What every decision says: by whom in which role, when, why, and what it saw.
    决定：由谁、以什么角色、何时、为什么作出，依据什么。"""

    id: Identifier | None = None
    """Name of the decision, so that another one can replace it; without it, one that follows from its content.
    决定编号：供其他决定引用；不填时由内容得出。"""
    role: Annotated[Role, ROLE_MEANINGS]
    """In which role it was decided.
    角色：企业、院校或行业。"""
    by: Words
    """Who decided.
    决定人。"""
    date: Day
    """When, as `YYYY-MM-DD`.
    日期：写成 `YYYY-MM-DD`。"""
    why: Words
    """Why.
    理由。"""
    seen: Seen | None = None
    """Digest of what it was decided on; `sopcurric decide` writes it, `sopcurric fix` adds it where it is missing.
    依据摘要：由 `sopcurric decide` 写入，缺少时 `sopcurric fix` 会补上，不要手工填写。"""
    replaces: tuple[Line, ...] = ()
    """Names of decisions that this one takes the place of.
    取代的决定：填被取代决定的编号。"""

    @property
    def about(self) -> tuple[str, ...]:
        """What the decision names: addresses, identifiers, a leaf, or the decisions that it takes back."""
        named = getattr(self, "on", None) or (getattr(self, "leaf", ""),)
        return tuple(name for name in named if name) or self.replaces


class Together(DecisionHeader):
    """These procedures are one typical task.
    归为同一任务：这些操作程序属于同一个典型工作任务。"""

    decide: Literal["together"]
    """The kind of decision: `together`. These procedures are one typical task.
    决定种类：归为同一任务。"""
    on: tuple[Line, ...] = Field(min_length=2)
    """Addresses of the procedures.
    操作程序：填地址，如 `DIG/P1`。"""


class Apart(DecisionHeader):
    """No two of these procedures are one typical task.
    分开：这些操作程序各属不同的典型工作任务。"""

    decide: Literal["apart"]
    """The kind of decision: `apart`. No two of these procedures are one typical task.
    决定种类：分开。"""
    on: tuple[Line, ...] = Field(min_length=2)
    """Addresses of the procedures.
    操作程序：填地址，如 `DIG/P1`。"""


class Readdress(DecisionHeader):
    """A job or procedure stands at another address now: identifiers and decisions follow it.
    改了编号：岗位或操作程序换了地址，原来的编号和决定跟着走。"""

    decide: Literal["readdress"]
    """The kind of decision: `readdress`. A job or procedure stands at another address now.
    决定种类：改了编号。"""
    on: tuple[Line, ...] = Field(min_length=1, max_length=1)
    """The old address.
    原地址。"""
    now: Line
    """The new address.
    新地址。"""


class Rename(DecisionHeader):
    """A typical task, learning task, module or course is called otherwise.
    改名：典型工作任务、学习任务、模块或课程换个名称。"""

    decide: Literal["rename"]
    """The kind of decision: `rename`. A typical task, learning task, module or course is called otherwise.
    决定种类：改名。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Its identifier, or addresses of procedures that it holds (then the task is meant).
    对象：填编号，或其中操作程序的地址（此时指任务）。"""
    title: Words
    """What it is called.
    新名称。"""


class Rate(DecisionHeader):
    """Difficulty, importance or frequency of work.
    评定：难度、重要度、频度。"""

    decide: Literal["rate"]
    """The kind of decision: `rate`. Difficulty, importance or frequency of work.
    决定种类：评定。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Addresses of procedures, or the identifier of a typical task (then all its procedures are meant).
    对象：填操作程序的地址，或典型工作任务的编号（指其全部操作程序）。"""
    difficulty: Grade | None = None
    """Difficulty: 1 low, 2 average, 3 high.
    难度：1 低，2 中，3 高。"""
    importance: Grade | None = None
    """Importance: 1 low, 2 average, 3 high.
    重要度：1 低，2 中，3 高。"""
    frequency: Grade | None = None
    """Frequency: 1 low, 2 average, 3 high.
    频度：1 低，2 中，3 高。"""


class Move(DecisionHeader):
    """A learning task belongs to another module.
    调整模块：学习任务归入另一个模块。"""

    decide: Literal["move"]
    """The kind of decision: `move`. A learning task belongs to another module.
    决定种类：调整模块。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the learning task, or addresses of procedures that it holds.
    学习任务：填编号，或其中操作程序的地址。"""
    to: Line
    """The module by course and part: `course-DIG.start`, `.run`, `.care`, `.stop`; one that is not there is made.
    目标模块：写成课程加部分，如 `course-DIG.start`（另有 `.run`、`.care`、`.stop`）；没有时新建。"""


class Order(DecisionHeader):
    """Learning tasks of a module come in this order; those that are not named keep their places.
    调整顺序：模块内学习任务按此排列，没有列出的保持原位。"""

    decide: Literal["order"]
    """The kind of decision: `order`. Learning tasks of a module come in this order.
    决定种类：调整顺序。"""
    on: tuple[Line, ...] = Field(min_length=2)
    """Learning tasks in their order: identifiers, or for each the address of a procedure.
    学习任务顺序：填编号，或每个任务中一个操作程序的地址。"""


class SetHours(DecisionHeader):
    """Hours of a learning task.
    确定学时：一个学习任务的学时。"""

    decide: Literal["hours"]
    """The kind of decision: `hours`. Hours of a learning task.
    决定种类：确定学时。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the learning task, or addresses of procedures that it holds.
    学习任务：填编号，或其中操作程序的地址。"""
    theory: Hours
    """Hours of theory.
    理论学时。"""
    practice: Hours
    """Hours of practice.
    实践学时。"""


class MakeCourse(DecisionHeader):
    """Whole courses, or single learning tasks, make a course of another cut.
    组成课程：把几门课程合成一门（合并式），或从课程中分出一些学习任务另成一门（分解式）。"""

    decide: Literal["course"]
    """The kind of decision: `course`. Whole courses, or single learning tasks, make a course of another cut.
    决定种类：组成课程。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Courses as they are computed (`course-DIG`), identifiers of learning tasks, or addresses of procedures.
    对象：填计算得出的课程（如 `course-DIG`）、学习任务编号，或其中操作程序的地址。"""
    course: Identifier
    """Short name of the new course; its identifier is `course-` and this.
    课程代号：新课程的编号是 `course-` 加上它，不能与岗位代码相同。"""
    title: Words
    """What it is called.
    课程名称。"""


class SplitPart(Frozen):
    """One of the learning tasks that a typical task makes.
    一个学习任务：由典型工作任务分解而成。"""

    title: Words
    """What it is called.
    学习任务名称。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Its steps: addresses of steps right below a procedure, or of whole procedures. Parameters, deviations and other
    elements that stand in other sections may be named, too; otherwise they go where the steps are that name them.
    包含的内容：填步骤的地址（下级步骤随上级步骤走），或整个操作程序的地址；参数、异常等其他各节的内容也可以填，不填时跟着
    用到它们的步骤走。"""


class Split(DecisionHeader):
    """A typical task makes several learning tasks.
    分解任务：一个典型工作任务分解成几个学习任务（分解式）。"""

    decide: Literal["split"]
    """The kind of decision: `split`. A typical task makes several learning tasks.
    决定种类：分解任务。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the typical task, or addresses of procedures that it holds.
    典型工作任务：填编号，或其中操作程序的地址。"""
    into: tuple[SplitPart, ...] = Field(min_length=2, max_length=12)
    """The learning tasks in their order; each step stands in one of them.
    分解成的学习任务：按先后列出，每个步骤只在一个任务里。"""


class Categorise(DecisionHeader):
    """Where the college files a course that was designed from typical tasks.
    课程归类：由典型工作任务转化来的课程，归入哪一类别、哪一板块。"""

    decide: Literal["categorise"]
    """The kind of decision: `categorise`. Where the college files a course that was designed from typical tasks.
    决定种类：课程归类。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifiers of courses, such as `course-DIG` or `shared-skills`.
    课程：填课程编号，如 `course-DIG`、`shared-skills`。"""
    category: CourseCategory
    """Category of the teaching schedule.
    课程类别。"""
    nature: Annotated[CourseNature, NATURE_MEANINGS] = "required"
    """Whether it must be taken.
    课程性质：必修、限选或任选。"""
    block: CourseBlock | None = None
    """Block of the programme; without it, the one that is usual for the category.
    课程板块：不填时按课程类别归入。"""


class MapTo(DecisionHeader):
    """Whether a learning task leads to a work content of an occupational standard.
    对应职业标准：学习任务是否对应标准中的某项工作内容。"""

    decide: Literal["map"]
    """The kind of decision: `map`. Whether a learning task leads to a work content of an occupational standard.
    决定种类：对应职业标准。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifier of the learning task, or addresses of procedures that it holds.
    学习任务：填编号，或其中操作程序的地址。"""
    standard: Line
    """Code of the standard.
    标准编码。"""
    item: Line
    """Id of the work content.
    工作内容：填标准中该项的 `id`。"""
    fits: bool = True
    """Whether it does; `false` refuses what was computed.
    是否对应：`false` 表示否定计算得出的对应。"""


class Exclude(DecisionHeader):
    """Elements of an SOP are not taught, with a reason from a closed list.
    不教：操作规程中的某些内容不进入教学，须从固定的几种理由中选一种。"""

    decide: Literal["exclude"]
    """The kind of decision: `exclude`. Elements of an SOP are not taught, with a reason from a closed list.
    决定种类：不教。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Addresses of whole procedures, or of what stands in other sections of an SOP.
    对象：填操作程序的地址，或规程其他各节内容（参数、设备、异常、质量标准等）的地址。"""
    reason: Annotated[ExcludeReason, _REASONS]
    """Why it is not taught.
    不教的理由：从固定的几种中选一种。"""


class AuthoredList(Frozen):
    """A list in a leaf.
    列表：活页中的一个列表。"""

    list: tuple[Words, ...] = Field(min_length=1)
    """Its items.
    列表各项。"""
    numbered: bool = False
    """Whether they are numbered.
    是否编号。"""
    checks: bool = False
    """Whether each has a box to tick.
    是否带勾选框。"""


class AuthoredTable(Frozen):
    """A table in a leaf; an empty text is a cell to write in.
    表格：活页中的一个表格，空文字表示留白供填写。"""

    table: tuple[Words, ...] = Field(min_length=1, max_length=12)
    """Titles of the columns.
    列标题。"""
    rows: tuple[tuple[Words | Literal[""], ...], ...] = Field(min_length=1)
    """Rows of cells.
    各行内容。"""


class AuthoredHeading(Frozen):
    """A heading in a leaf.
    小标题：活页中的标题。"""

    heading: Words
    """Its words.
    标题文字。"""


class AuthoredBox(Frozen):
    """A box that stands out.
    提示框：突出显示的内容。"""

    box: Words
    """Its title.
    提示框标题。"""
    tone: Annotated[
        Literal["note", "caution", "danger"],
        meanings(
            {
                "note": "Good to know.\n提示。",
                "caution": "Equipment or product may suffer.\n注意：可能损坏设备或影响产品。",
                "danger": "People may be hurt.\n警告：可能伤人。",
            }
        ),
    ] = "note"
    """How serious it is.
    语气：提示、注意或警告。"""
    items: tuple[Words, ...] = Field(min_length=1)
    """What stands in it.
    提示框内容。"""


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
    """What a decision about blocks of a leaf says.
    活页决定：针对活页中内容块的决定。"""

    leaf: Line
    """The leaf: its identifier, or `ADDRESS#KIND` with a procedure and the letter of the kind (`DIG/P1#W`).
    活页：填编号，或写成“操作程序地址#活页种类字母”，如 `DIG/P1#W`。"""


class Rewrite(LeafDecision):
    """A block of a leaf in the teacher's own words.
    改写：用教师自己的话改写活页中的一块。"""

    decide: Literal["rewrite"]
    """The kind of decision: `rewrite`. A block of a leaf in the teacher's own words.
    决定种类：改写。"""
    block: Line
    """Key of the block.
    内容块：填该块的键。"""
    text: tuple[Authored, ...] = Field(min_length=1)
    """What stands there instead.
    改写后的内容。"""
    saw: tuple[Words, ...] = ()
    """What stood there when it was rewritten, so that both versions can be shown when the source changes.
    改写时的原文：规程变化后用来对照，由程序写入。"""


class Add(LeafDecision):
    """Blocks are added to a leaf.
    增补：在活页中添加内容。"""

    decide: Literal["add"]
    """The kind of decision: `add`. Blocks are added to a leaf.
    决定种类：增补。"""
    after: Line | None = None
    """Key of the block that they follow; without it they stand at the end, with `start` at the beginning.
    位置：放在哪一块之后；不填放在末尾，填 `start` 放在开头。"""
    text: tuple[Authored, ...] = Field(min_length=1)
    """What is added.
    增补的内容。"""


class Hide(LeafDecision):
    """A block of a leaf is not printed.
    隐去：活页中的某一块不印。"""

    decide: Literal["hide"]
    """The kind of decision: `hide`. A block of a leaf is not printed.
    决定种类：隐去。"""
    block: Line
    """Key of the block.
    内容块：填该块的键。"""


class Reorder(LeafDecision):
    """Blocks of a leaf come in this order; those that are not named keep their places.
    重排：活页中各块按此排列，没有列出的保持原位。"""

    decide: Literal["reorder"]
    """The kind of decision: `reorder`. Blocks of a leaf come in this order.
    决定种类：重排。"""
    blocks: tuple[Line, ...] = Field(min_length=2)
    """Keys of blocks in their order.
    内容块顺序：按先后填各块的键。"""


class DecideQuestion(DecisionHeader):
    """A question of the bank is left out, or asked otherwise.
    题目：题库中的某道题不用，或者换个问法。"""

    decide: Literal["question"]
    """The kind of decision: `question`. A question of the bank is left out, or asked otherwise.
    决定种类：题目。"""
    on: tuple[Line, ...] = Field(min_length=1)
    """Identifiers of questions, as `sopcurric show questions` and the printed bank have them; several to leave out.
    题目：填题目编号，见 `sopcurric show questions` 或印出的题库；只有不用的可以一次填几道。"""
    drop: bool = False
    """Whether it is left out of the bank and of all papers.
    不用：`true` 表示从题库和试卷中去掉。"""
    stem: Words | None = None
    """What is asked instead.
    题干：换成的问法。"""
    options: tuple[Words, ...] = Field(default=(), max_length=8)
    """Options of a choice, all of them; what is right is found again by its words, unless `key` says it.
    选项：选择题的全部选项；正确选项文字不变的可以不填 `key`。"""
    key: tuple[Annotated[int, Field(ge=0, le=8)], ...] = ()
    """What is right: numbers of options from 1; of true or false 1 or 0.
    答案：选择题填正确选项的序号（从 1 起），判断题填 1（对）或 0（错）。"""
    answers: tuple[Words, ...] = ()
    """What is to be written, point by point (short answers and cases).
    答案要点：简答题和案例分析题，逐条写。"""
    because: Words | None = None
    """The explanation instead.
    解析：换成的解析。"""


class Withdraw(DecisionHeader):
    """Decisions are taken back: what was computed holds again; `replaces` names them.
    撤回：收回 `replaces` 列出的决定，恢复计算结果。"""

    decide: Literal["withdraw"]
    """The kind of decision: `withdraw`. Decisions are taken back: what was computed holds again; `replaces` names them.
    决定种类：撤回。"""
    replaces: tuple[Line, ...] = Field(min_length=1)
    """Names of the decisions that are taken back.
    撤回的决定：填决定编号。"""


Decision = Annotated[
    Together
    | Apart
    | Readdress
    | Rename
    | Rate
    | Move
    | Order
    | SetHours
    | MakeCourse
    | Split
    | Categorise
    | MapTo
    | Exclude
    | Rewrite
    | Add
    | Hide
    | Reorder
    | DecideQuestion
    | Withdraw,
    Field(discriminator="decide"),
]
DecisionKind = Literal[
    "together", "apart", "readdress", "rename", "rate", "move", "order", "hours", "course", "split",
    "categorise", "map", "exclude", "rewrite", "add", "hide", "reorder", "question", "withdraw",
]  # fmt: skip


class DecisionFile(Frozen):
    """Decisions of the joint team.
    决定文件：联合团队的决定。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    decisions: tuple[Decision, ...] = Field(min_length=1)
    """The decisions; their order does not matter.
    决定列表：先后没有关系。"""
