"""`sops/**/*.yaml`: job SOPs, process specifications, equipment operating procedures."""

from typing import Annotated, Literal

from pydantic import Field

from sopcurric.model.files.base import Day, Frozen, Identifier, Line, Words
from sopcurric.model.files.describing import Choice, meanings
from sopcurric.model.files.levels import LevelWord
from sopcurric.model.files.sop_kinds import Danger
from sopcurric.model.files.sop_sections import (
    Deviation,
    Duty,
    EmergencyCard,
    EnvironmentItem,
    Equipment,
    FlowStage,
    HandoverItem,
    Hazard,
    Interlock,
    Lockout,
    Parameter,
    Permit,
    Ppe,
    Principle,
    QualityCheck,
    Record,
    ReferencedDocument,
    Revision,
    Term,
    Valve,
)
from sopcurric.model.files.sop_steps import Procedure, Route

Kind = Annotated[
    Literal["job-sop", "process-specification", "equipment-procedure"],
    meanings(
        {
            "job-sop": "Operating procedure of a job.\n岗位操作规程。",
            "process-specification": "Process specification.\n工艺规程。",
            "equipment-procedure": "Operating procedure of a machine.\n设备操作规程。",
        }
    ),
]


class SectionName(Choice):
    """A section of a document.
    规程的章节。"""

    DUTIES = "duties", "Duties.\n岗位职责。"
    PRINCIPLES = "principles", "Process principles.\n工艺原理。"
    FLOW = "flow", "Process flow.\n工艺流程。"
    TERMS = "terms", "Terms.\n术语。"
    EQUIPMENT = "equipment", "Equipment.\n设备。"
    VALVES = "valves", "Valves.\n阀门。"
    INTERLOCKS = "interlocks", "Interlocks.\n联锁。"
    PARAMETERS = "parameters", "Parameters.\n工艺参数。"
    PROCEDURES = "procedures", "Procedures.\n操作程序。"
    ROUTES = "routes", "Inspection routes.\n点检路线。"
    DEVIATIONS = "deviations", "Abnormal handling.\n异常处置。"
    HAZARDS = "hazards", "Hazards.\n危险源。"
    PPE = "ppe", "Protective equipment.\n劳动防护用品。"
    LOCKOUTS = "lockouts", "Lockout points.\n隔离点。"
    PERMITS = "permits", "Work permits.\n作业票。"
    ENVIRONMENT = "environment", "Environment.\n环保要求。"
    EMERGENCY_CARDS = "emergency_cards", "Emergency cards.\n应急处置卡。"
    QUALITY = "quality", "Quality.\n质量标准。"
    HANDOVER = "handover", "Shift handover.\n交接班。"
    RECORDS = "records", "Records.\n记录。"
    REFERENCES = "references", "References.\n引用文件。"


class DocumentHeader(Frozen):
    """The header block of the plant's document.
    文件头：企业受控文件的登记信息。
    """

    number: Line | None = None
    """Number of the document in the plant's register.
    文件编号。"""
    version: Line | None = None
    """Version.
    版本。"""
    status: Words | None = None
    """Whether it is under control, trial, or obsolete.
    受控状态：受控、试行、作废等。"""
    department: Words | None = None
    """Department that owns it.
    编制部门。"""
    prepared_by: Words | None = None
    """Who prepared it, best as a role.
    编制人，最好写岗位。"""
    reviewed_by: Words | None = None
    """Who reviewed it.
    审核人。"""
    approved_by: Words | None = None
    """Who approved it.
    批准人。"""
    effective: Day | None = None
    """Date from which it is in force.
    生效日期。"""
    level: LevelWord | None = None
    """Level of secrecy of the whole document; without it, that of the declassification policy.
    密级：整份文件的密级；不写时取脱密规则中的密级。"""
    levels: dict[SectionName, LevelWord] = Field(default_factory=dict)
    """Level of secrecy of single sections, as `parameters: core-secret`.
    各章节密级：按章节填写，如 `parameters: core-secret`。"""
    review_by: Day | None = None
    """Date by which it must be reviewed.
    复审日期：到期前要复审。"""


class Subject(Frozen):
    """What a document is about: its code and name, and where it holds.
    文件讲的是什么：代码、名称和适用企业。
    """

    code: Identifier
    """Code, unique within its organisation; addresses begin with it.
    代码：在本企业内唯一，地址以它开头。"""
    title: Words
    """Name.
    名称。"""
    organisation: Identifier | None = None
    """The plant that it belongs to, as listed in `sopcurric.yaml`; not needed when there is only one.
    所属企业，取自 `sopcurric.yaml`；只有一家时不用写。"""
    plants: tuple[Identifier, ...] = ()
    """Plants that follow this document of the group; each gets an SOP of its own, changed by its `plant-changes` file.
    执行这份集团基准文件的企业；每家各成一份规程，不同之处写在 `plant-changes` 文件中。"""
    purpose: Words | None = None
    """What it is there for.
    概述、目的。"""


class JobHeader(Subject):
    """The job that the SOP is for.
    规程所属的岗位。
    """

    occupation: Line | None = None
    """Occupation code of the national classification of occupations, such as 6-17-06-01.
    职业编码：按职业分类大典填写，如 6-17-06-01。"""
    workplace: Words | None = None
    """Where it is done, and under what conditions.
    工作环境。"""
    reports_to: Words | None = None
    """To whom the job reports.
    汇报关系：直接上级。"""
    authority: tuple[Words, ...] = ()
    """What the job may decide by itself.
    岗位权限。"""
    qualifications: tuple[Words, ...] = ()
    """What is required to hold the job: schooling, training, certificates, health.
    任职条件：学历、培训、证书、健康要求。"""
    tags: tuple[Danger, ...] = ()
    """Dangers that call for a check list of their own.
    需要专门核对的危险特征，如熔融金属。"""


class ProcessHeader(Subject):
    """The process that the specification is for.
    工艺规程所属的工艺。
    """

    jobs: tuple[Identifier, ...] = ()
    """Codes of the jobs that work by it.
    执行它的岗位（代码）。"""
    tags: tuple[Danger, ...] = ()
    """Dangers that call for a check list of their own.
    需要专门核对的危险特征，如熔融金属。"""


class MachineHeader(Subject):
    """The machine that the operating procedure is for.
    设备操作规程所属的设备。
    """

    model: Line | None = None
    """Model of the machine.
    型号。"""
    jobs: tuple[Identifier, ...] = ()
    """Codes of the jobs that operate it.
    操作它的岗位（代码）。"""
    tags: tuple[Danger, ...] = ()
    """Dangers that call for a check list of their own.
    需要专门核对的危险特征，如熔融金属。"""


class NotApplicable(Frozen):
    """A section that the document has on purpose not.
    明确写出“不适用”的章节。
    """

    section: SectionName
    """The section.
    章节。"""
    reason: Words
    """Why it does not apply.
    不适用的理由。"""


class SopSections(Frozen):
    """The sections that all kinds of documents share.
    各类规程共有的章节。
    """

    format: Literal[1] = 1
    """Version of this file format.
    文件格式的版本。"""
    kind: Kind = "job-sop"
    """Kind of document: job SOP, process specification, equipment operating procedure.
    文件种类：岗位操作规程、工艺规程、设备操作规程。"""
    document: DocumentHeader = DocumentHeader()
    """Header block.
    文件头。"""
    duties: tuple[Duty, ...] = ()
    """Duties.
    岗位职责。"""
    principles: tuple[Principle, ...] = ()
    """Process principles.
    工艺原理。"""
    flow: tuple[FlowStage, ...] = ()
    """Process flow, stage by stage.
    工艺流程，一道工序一项。"""
    terms: tuple[Term, ...] = ()
    """Terms.
    术语和定义。"""
    equipment: tuple[Equipment, ...] = ()
    """Equipment.
    设备。"""
    valves: tuple[Valve, ...] = ()
    """Valves.
    阀门。"""
    interlocks: tuple[Interlock, ...] = ()
    """Interlocks.
    联锁。"""
    parameters: tuple[Parameter, ...] = ()
    """Process parameters.
    工艺参数。"""
    procedures: tuple[Procedure, ...] = ()
    """Procedures: preparation, start-up, normal operation, shutdown, emergency.
    操作程序：准备、开车、正常操作、停车、应急。"""
    routes: tuple[Route, ...] = ()
    """Inspection routes.
    点检（巡检）路线。"""
    deviations: tuple[Deviation, ...] = ()
    """Abnormal handling.
    异常判断与处置。"""
    hazards: tuple[Hazard, ...] = ()
    """Hazards and controls.
    危险源与管控措施。"""
    ppe: tuple[Ppe, ...] = ()
    """Protective equipment by task.
    劳动防护用品（按作业）。"""
    lockouts: tuple[Lockout, ...] = ()
    """Lockout points.
    上锁挂牌的隔离点。"""
    permits: tuple[Permit, ...] = ()
    """Work permits.
    特殊作业票。"""
    environment: tuple[EnvironmentItem, ...] = ()
    """Environmental requirements.
    环保要求。"""
    emergency_cards: tuple[EmergencyCard, ...] = ()
    """Emergency cards.
    应急处置卡。"""
    quality: tuple[QualityCheck, ...] = ()
    """Quality standards.
    质量标准与检验。"""
    handover: tuple[HandoverItem, ...] = ()
    """What is handed over at the end of the shift.
    交接班内容。"""
    records: tuple[Record, ...] = ()
    """Records and forms.
    记录与表单。"""
    references: tuple[ReferencedDocument, ...] = ()
    """References.
    引用文件。"""
    revisions: tuple[Revision, ...] = ()
    """Revision history.
    修订记录。"""
    not_applicable: tuple[NotApplicable, ...] = ()
    """Sections that do not apply, said outright.
    明确不适用的章节及理由。"""


class SopFile(SopSections):
    """A standard operating procedure of one job.
    岗位操作规程。
    """

    job: JobHeader
    """The job.
    岗位。"""
    procedures: tuple[Procedure, ...] = Field(min_length=1)
    """Procedures: preparation, start-up, normal operation, shutdown, emergency.
    操作程序：准备、开车、正常操作、停车、应急。"""

    @property
    def subject(self) -> JobHeader:
        """What the document is about."""
        return self.job


class ProcessFile(SopSections):
    """A process specification.
    工艺规程。
    """

    process: ProcessHeader
    """The process.
    工艺。"""

    @property
    def subject(self) -> ProcessHeader:
        """What the document is about."""
        return self.process


class MachineFile(SopSections):
    """An equipment operating procedure.
    设备操作规程。
    """

    machine: MachineHeader
    """The machine.
    设备。"""

    @property
    def subject(self) -> MachineHeader:
        """What the document is about."""
        return self.machine


AnySopFile = SopFile | ProcessFile | MachineFile
KINDS: dict[str, tuple[type[AnySopFile], str]] = {
    "job-sop": (SopFile, "job"),
    "process-specification": (ProcessFile, "process"),
    "equipment-procedure": (MachineFile, "machine"),
}
"""Model and name of the header by the kind of document."""
