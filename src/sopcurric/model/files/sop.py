"""`sops/**/*.yaml`: one standard operating procedure of one job."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Words


class Phase(StrEnum):
    """The phase of work that a procedure belongs to."""

    PREPARATION = "preparation"
    START_UP = "start-up"
    NORMAL = "normal"
    QUALITY = "quality"
    INSPECTION = "inspection"
    MAINTENANCE = "maintenance"
    SHUTDOWN = "shutdown"
    EMERGENCY = "emergency"
    HANDOVER = "handover"


class Frequency(StrEnum):
    """How often a procedure is carried out by one worker."""

    CONTINUOUS = "continuous"
    EACH_SHIFT = "each-shift"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    RARELY = "rarely"


class Risk(StrEnum):
    """The four risk grades of the dual prevention system: 低 / 一般 / 较大 / 重大."""

    LOW = "low"
    GENERAL = "general"
    LARGER = "larger"
    MAJOR = "major"


Grade = Annotated[int, Field(ge=1, le=3)]
"""A rating on three levels: 1 low, 2 average, 3 high."""


class DocumentHeader(Frozen):
    """The header block of the plant's document."""

    number: Line | None = None
    """Number of the document in the plant's register (文件编号)."""
    version: Line | None = None
    """Version (版本)."""
    department: Words | None = None
    """Department that owns it (编制部门)."""
    prepared_by: Words | None = None
    """Who prepared it (编制), best as a role."""
    reviewed_by: Words | None = None
    """Who reviewed it (审核)."""
    approved_by: Words | None = None
    """Who approved it (批准)."""
    effective: Day | None = None
    """Date from which it is in force (生效日期)."""
    review_by: Day | None = None
    """Date by which it must be reviewed (复审日期)."""


class JobHeader(Frozen):
    """The job (岗位) that the SOP is for."""

    code: Identifier
    """Code of the job, unique within its organisation; addresses begin with it."""
    title: Words
    """Name of the job (岗位名称)."""
    organisation: Identifier | None = None
    """The plant that it belongs to, as listed in `sopcurric.yaml`; not needed when there is only one."""
    occupation: Line | None = None
    """Occupation code of 职业分类大典 (such as 6-17-06-01)."""
    purpose: Words | None = None
    """What the job is there for (岗位概述)."""
    workplace: Words | None = None
    """Where it is done, and under what conditions (工作环境)."""


class Duty(Frozen):
    """A duty of the job (岗位职责)."""

    id: Identifier
    """Name of the duty within the SOP."""
    title: Words
    """The duty in one sentence."""


class Principle(Frozen):
    """A piece of process principle or flow (工艺原理与流程)."""

    id: Identifier
    """Name of the piece within the SOP."""
    title: Words
    """What it is about."""
    text: tuple[Words, ...] = Field(min_length=1)
    """Its paragraphs."""


class Equipment(Frozen):
    """A piece of equipment (设备)."""

    id: Identifier
    """Name of the equipment within the SOP."""
    title: Words
    """What it is called."""
    function: Words | None = None
    """What it does (作用)."""
    data: Words | None = None
    """Main data (主要参数)."""


class Parameter(Frozen):
    """A process parameter or control point (工艺参数/控制点)."""

    id: Identifier
    """Name of the parameter within the SOP."""
    title: Words
    """What it is called."""
    range: Words | None = None
    """Normal range with its unit, as `260–280 ℃` or `≥ 98.6 %`."""
    alarm: Words | None = None
    """Alarm limit (报警值)."""
    interlock: Words | None = None
    """Interlock limit (联锁值)."""
    frequency: Words | None = None
    """How often it is read or sampled (检测频次)."""
    instrument: Words | None = None
    """What it is read on (仪表/取样点)."""
    meaning: Words | None = None
    """What happens when it is too high or too low (控制意义)."""
    public_source: Words | None = None
    """Where the value was published."""


class Step(Frozen):
    """A step of a procedure."""

    id: Identifier | None = None
    """Name of the step within the procedure; without one its position stands in, and later insertions renumber."""
    text: Words
    """The step as one sentence: action, object, and what must hold afterwards."""
    actor: Words | None = None
    """Who does it, where it is not the job itself (执行人)."""
    method: Words | None = None
    """How it is done or checked (方法): by eye, ear, hand, instrument."""
    criterion: Words | None = None
    """The standard to be met (标准), where the sentence does not hold it."""
    reason: Words | None = None
    """Why it is done (要点说明)."""
    equipment: tuple[Identifier, ...] = ()
    """Equipment it touches, by id."""
    parameters: tuple[Identifier, ...] = ()
    """Parameters it sets or reads, by id."""
    hazards: tuple[Identifier, ...] = ()
    """Hazards of this step, by id."""
    record: Identifier | None = None
    """Record that it is written into, by id."""
    critical: bool = False
    """Whether an error here hurts people, breaks equipment or spoils the product."""


class Rating(Frozen):
    """Expert rating of a procedure; what is not given is estimated."""

    difficulty: Grade | None = None
    """难度: 1 learned by watching, 2 needs practice, 3 needs judgement."""
    importance: Grade | None = None
    """重要度: 1 little consequence, 2 quality or output, 3 people or equipment."""
    frequency: Grade | None = None
    """频度: 1 monthly or less, 2 weekly, 3 daily or more."""


class Procedure(Frozen):
    """A procedure (操作程序): a piece of work with a beginning and an end."""

    id: Identifier
    """Name of the procedure within the SOP."""
    title: Words
    """Name in verb + object form (开车前检查, 启动隔膜泵)."""
    phase: Phase = Phase.NORMAL
    """Phase of work."""
    duty: Identifier | None = None
    """Duty that it belongs to, by id."""
    trigger: Words | None = None
    """When it is done (触发条件)."""
    frequency: Frequency | None = None
    """How often it is done."""
    result: Words | None = None
    """What stands at its end (工作成果)."""
    rating: Rating = Rating()
    """Difficulty, importance, frequency as rated by experts."""
    equipment: tuple[Identifier, ...] = ()
    """Equipment used throughout, by id."""
    parameters: tuple[Identifier, ...] = ()
    """Parameters watched throughout, by id."""
    hazards: tuple[Identifier, ...] = ()
    """Hazards of the whole procedure, by id."""
    quality: tuple[Identifier, ...] = ()
    """Quality checks of its result, by id."""
    records: tuple[Identifier, ...] = ()
    """Records kept, by id."""
    steps: tuple[Words | Step, ...] = Field(min_length=1)
    """The steps in their order; a step may be one plain sentence."""


class Deviation(Frozen):
    """Something abnormal and what is done about it (异常判断与处置)."""

    id: Identifier
    """Name of the deviation within the SOP."""
    title: Words
    """What is seen (现象)."""
    causes: tuple[Words, ...] = ()
    """Possible causes (原因)."""
    consequence: Words | None = None
    """What follows if nothing is done (后果)."""
    actions: tuple[Words, ...] = Field(min_length=1)
    """What to do, in order (处置)."""
    report: Words | None = None
    """Whom to report or hand over to (汇报)."""
    procedures: tuple[Identifier, ...] = ()
    """Procedures during which it may appear, by id."""
    parameters: tuple[Identifier, ...] = ()
    """Parameters that show it, by id."""


class Hazard(Frozen):
    """A hazard with its controls (危险源与管控措施)."""

    id: Identifier
    """Name of the hazard within the SOP."""
    title: Words
    """The hazard (危险源)."""
    consequence: Words | None = None
    """What it may do to people (可能后果)."""
    risk: Risk = Risk.GENERAL
    """Risk grade before controls."""
    controls: tuple[Words, ...] = ()
    """Control measures (管控措施)."""
    ppe: tuple[Words, ...] = ()
    """Personal protective equipment (劳动防护用品)."""
    first_aid: Words | None = None
    """First three actions when it has happened (应急处置)."""


class QualityCheck(Frozen):
    """A quality index and how it is checked (质量标准与检验)."""

    id: Identifier
    """Name of the check within the SOP."""
    title: Words
    """The index (指标)."""
    criterion: Words
    """The limit (标准)."""
    method: Words | None = None
    """How it is checked (检验方法)."""
    frequency: Words | None = None
    """How often (频次)."""


class Record(Frozen):
    """A record or form (记录与表单)."""

    id: Identifier
    """Name of the record within the SOP."""
    title: Words
    """Name of the form."""
    columns: tuple[Words, ...] = ()
    """Its columns."""
    retention: Words | None = None
    """How long it is kept (保存期限)."""


class ReferencedDocument(Frozen):
    """A standard or document that the SOP cites (引用文件)."""

    id: Identifier
    """Name of the reference within the SOP."""
    title: Words
    """Number and title."""


class Revision(Frozen):
    """A line of the revision history (修订记录)."""

    version: Line
    """Version."""
    date: Day
    """Date."""
    change: Words
    """What changed."""
    by: Words | None = None
    """Who changed it, best as a role."""


class SopFile(Frozen):
    """A standard operating procedure of one job."""

    format: Literal[1] = 1
    """Version of this file format."""
    kind: Literal["job-sop"] = "job-sop"
    """Kind of document."""
    document: DocumentHeader = DocumentHeader()
    """Header block."""
    job: JobHeader
    """The job."""
    duties: tuple[Duty, ...] = ()
    """Duties (岗位职责)."""
    principles: tuple[Principle, ...] = ()
    """Process principle and flow (工艺原理与流程)."""
    equipment: tuple[Equipment, ...] = ()
    """Equipment (设备)."""
    parameters: tuple[Parameter, ...] = ()
    """Process parameters (工艺参数)."""
    procedures: tuple[Procedure, ...] = Field(min_length=1)
    """Procedures (操作程序)."""
    deviations: tuple[Deviation, ...] = ()
    """Abnormal handling (异常判断与处置)."""
    hazards: tuple[Hazard, ...] = ()
    """Hazards and controls (危险源与管控措施)."""
    quality: tuple[QualityCheck, ...] = ()
    """Quality standards (质量标准与检验)."""
    records: tuple[Record, ...] = ()
    """Records and forms (记录与表单)."""
    references: tuple[ReferencedDocument, ...] = ()
    """References (引用文件)."""
    revisions: tuple[Revision, ...] = ()
    """Revision history (修订记录)."""
