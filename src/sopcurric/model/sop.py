"""`JobSop`: an SOP with every element at its address, as the stages see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sopcurric.model.address import Address
from sopcurric.model.files.sop_kinds import EnergyKind, Frequency, MachineState, MediaKind, PermitKind, Phase, Risk
from sopcurric.model.text import EMPTY, Phrase, Text

DocumentKind = Literal["job-sop", "process-specification", "equipment-procedure"]
"""岗位操作规程 · 工艺规程 · 设备操作规程."""


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Number, version and governance of the plant's document; empty strings and texts where not given."""

    number: str = ""
    version: str = ""
    status: Text = EMPTY
    department: Text = EMPTY
    prepared_by: Text = EMPTY
    reviewed_by: Text = EMPTY
    approved_by: Text = EMPTY
    effective: str = ""
    review_by: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """岗位职责."""

    address: Address
    title: Text


@dataclass(frozen=True, slots=True)
class Principle:
    """工艺原理."""

    address: Address
    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class FlowStage:
    """工序: a stage of the process flow."""

    address: Address
    title: Text
    text: Text = EMPTY
    inputs: tuple[Text, ...] = ()
    outputs: tuple[Text, ...] = ()
    equipment: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """术语."""

    address: Address
    title: Text
    text: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Equipment:
    """设备."""

    address: Address
    title: Text
    function: Text = EMPTY
    data: Text = EMPTY
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Valve:
    """阀门; `position` is where it normally stands."""

    address: Address
    title: Text
    tag: str = ""
    function: Text = EMPTY
    position: Text = EMPTY
    equipment: Address = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits on two levels: LL, L, H, HH."""

    low_low: Text = EMPTY
    low: Text = EMPTY
    high: Text = EMPTY
    high_high: Text = EMPTY

    @property
    def levels(self) -> tuple[tuple[str, Text], ...]:
        """The limits that there are, from the lowest to the highest, by the signs that instruments show."""
        known = (("LL", self.low_low), ("L", self.low), ("H", self.high), ("HH", self.high_high))
        return tuple((sign, limit) for sign, limit in known if limit)

    def __bool__(self) -> bool:
        """Whether there is any limit."""
        return bool(self.levels)


@dataclass(frozen=True, slots=True)
class Parameter:
    """工艺参数/控制点; alarm and interlock are given in words or as limits on two levels."""

    address: Address
    title: Text
    range: Text = EMPTY
    target: Text = EMPTY
    alarm: Text = EMPTY
    alarms: Limits = Limits()
    interlock: Text = EMPTY
    trips: Limits = Limits()
    unit: str = ""
    frequency: Text = EMPTY
    instrument: Text = EMPTY
    tag: str = ""
    meaning: Text = EMPTY
    public_source: Text = EMPTY

    @property
    def limited(self) -> bool:
        """Whether there is any limit."""
        return bool(self.range or self.alarm or self.alarms or self.interlock or self.trips)

    @property
    def alarm_texts(self) -> tuple[Text, ...]:
        """Every alarm limit, in words or by level."""
        return tuple(text for text in (self.alarm, *(limit for _, limit in self.alarms.levels)) if text)

    @property
    def interlock_texts(self) -> tuple[Text, ...]:
        """Every interlock limit, in words or by level."""
        return tuple(text for text in (self.interlock, *(limit for _, limit in self.trips.levels)) if text)

    @property
    def limit_texts(self) -> tuple[tuple[str, Text], ...]:
        """Every limit after the word `alarm` or `interlock`."""
        alarms = tuple(("alarm", text) for text in self.alarm_texts)
        return (*alarms, *(("interlock", text) for text in self.interlock_texts))


@dataclass(frozen=True, slots=True)
class Interlock:
    """联锁."""

    address: Address
    title: Text
    condition: Text = EMPTY
    action: Text = EMPTY
    reset: Text = EMPTY
    bypass: Text = EMPTY
    tag: str = ""
    parameters: tuple[Address, ...] = ()
    equipment: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A picture, figure or video: its file in the repository and what it shows."""

    file: str
    title: Text
    kind: MediaKind


@dataclass(frozen=True, slots=True)
class Step:
    """A step; `named` tells whether its address comes from an id or only from its position.

    Steps stand in one row; `number` is printed (`3`, `3.1` below a lead-in, `3a.1` in an alternative), `depth` is 0 for
    steps right below the procedure. `branch` is the condition of the alternative that a step begins. `state` is that of
    the machine at an inspection point, `interval` how often the point is inspected.
    """

    address: Address
    text: Text
    number: str = ""
    depth: int = 0
    branch: Text = EMPTY
    actor: Text = EMPTY
    place: Text = EMPTY
    when: Text = EMPTY
    warnings: tuple[Text, ...] = ()
    cautions: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    method: Text = EMPTY
    criterion: Text = EMPTY
    reason: Text = EMPTY
    duration: Text = EMPTY
    hold: Text = EMPTY
    signatures: tuple[Text, ...] = ()
    certificate: Text = EMPTY
    part: Text = EMPTY
    interval: Text = EMPTY
    state: MachineState | None = None
    abnormal: Text = EMPTY
    equipment: tuple[Address, ...] = ()
    valves: tuple[Address, ...] = ()
    interlocks: tuple[Address, ...] = ()
    parameters: tuple[Address, ...] = ()
    hazards: tuple[Address, ...] = ()
    ppe: tuple[Address, ...] = ()
    lockouts: tuple[Address, ...] = ()
    permits: tuple[Address, ...] = ()
    quality: tuple[Address, ...] = ()
    record: Address = ""
    media: tuple[Media, ...] = ()
    critical: bool = False
    named: bool = True


@dataclass(frozen=True, slots=True)
class Procedure:
    """操作程序; ratings are 0 where nobody gave one. `route` marks an inspection route, whose steps are its points."""

    address: Address
    title: Text
    phase: Phase
    steps: tuple[Step, ...]
    route: bool = False
    duty: Address = ""
    trigger: Text = EMPTY
    conditions: tuple[Text, ...] = ()
    place: Text = EMPTY
    actors: tuple[Text, ...] = ()
    result: Text = EMPTY
    duration: Text = EMPTY
    interval: Text = EMPTY
    tools: tuple[Text, ...] = ()
    materials: tuple[Text, ...] = ()
    certificate: Text = EMPTY
    stub: Text = EMPTY
    frequency: Frequency | None = None
    difficulty: int = 0
    importance: int = 0
    frequency_grade: int = 0
    equipment: tuple[Address, ...] = ()
    valves: tuple[Address, ...] = ()
    interlocks: tuple[Address, ...] = ()
    parameters: tuple[Address, ...] = ()
    hazards: tuple[Address, ...] = ()
    ppe: tuple[Address, ...] = ()
    lockouts: tuple[Address, ...] = ()
    permits: tuple[Address, ...] = ()
    quality: tuple[Address, ...] = ()
    records: tuple[Address, ...] = ()
    named: bool = True

    @property
    def deeds(self) -> tuple[Step, ...]:
        """The steps that are done by themselves: all but those that lead in the steps below them."""
        depths = (*(step.depth for step in self.steps[1:]), 0)
        return tuple(step for step, after in zip(self.steps, depths, strict=False) if after <= step.depth)


@dataclass(frozen=True, slots=True)
class Absent:
    """A procedure or section that is there in name only: `reason` says why it does not apply, or what is to be written.

    `address` is that of the procedure, or of the job followed by the name of the section.
    """

    address: Address
    title: Phrase
    reason: Text
    kind: Literal["not-applicable", "stub"]


@dataclass(frozen=True, slots=True)
class DeviationRow:
    """One cause of a deviation with its consequence and correction."""

    cause: Text
    consequence: Text
    actions: tuple[Text, ...]
    check: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Deviation:
    """异常判断与处置; causes and actions for the whole, `rows` cause by cause."""

    address: Address
    title: Text
    causes: tuple[Text, ...]
    consequence: Text
    actions: tuple[Text, ...]
    report: Text
    rows: tuple[DeviationRow, ...] = ()
    procedures: tuple[Address, ...] = ()
    parameters: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Hazard:
    """危险源与管控措施; `residual` is the risk after controls where it was assessed."""

    address: Address
    title: Text
    consequence: Text
    risk: Risk
    controls: tuple[Text, ...]
    ppe: tuple[Text, ...]
    first_aid: Text
    residual: Risk | None = None
    assessment: Text = EMPTY
    exposed: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Ppe:
    """劳动防护用品 by task."""

    address: Address
    title: Text
    standard: Text = EMPTY
    when: Text = EMPTY
    check: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Lockout:
    """隔离点 (上锁挂牌)."""

    address: Address
    title: Text
    energy: EnergyKind
    device: Text = EMPTY
    method: Text = EMPTY
    discharge: Text = EMPTY
    verification: Text = EMPTY
    release: Text = EMPTY
    equipment: Address = ""


@dataclass(frozen=True, slots=True)
class Permit:
    """特殊作业票."""

    address: Address
    title: Text
    kind: PermitKind
    conditions: tuple[Text, ...] = ()
    monitor: Text = EMPTY
    validity: Text = EMPTY
    approval: Text = EMPTY
    certificate: Text = EMPTY


@dataclass(frozen=True, slots=True)
class EnvironmentItem:
    """环保要求."""

    address: Address
    title: Text
    limit: Text = EMPTY
    measure: Text = EMPTY
    monitoring: Text = EMPTY


@dataclass(frozen=True, slots=True)
class EmergencyCard:
    """应急处置卡."""

    address: Address
    title: Text
    actions: tuple[Text, ...]
    signs: Text = EMPTY
    who: Text = EMPTY
    contacts: tuple[Text, ...] = ()
    cautions: tuple[Text, ...] = ()
    hazards: tuple[Address, ...] = ()
    procedures: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class QualityCheck:
    """质量标准与检验."""

    address: Address
    title: Text
    criterion: Text
    method: Text = EMPTY
    frequency: Text = EMPTY
    sampling: Text = EMPTY


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """交接班内容."""

    address: Address
    title: Text
    method: Text = EMPTY
    criterion: Text = EMPTY
    record: Address = ""


@dataclass(frozen=True, slots=True)
class Record:
    """记录与表单."""

    address: Address
    title: Text
    columns: tuple[Text, ...] = ()
    retention: Text = EMPTY
    number: str = ""


@dataclass(frozen=True, slots=True)
class ReferencedDocument:
    """引用文件."""

    address: Address
    title: Text


@dataclass(frozen=True, slots=True)
class Revision:
    """修订记录."""

    version: str
    date: str
    change: Text
    by: Text = EMPTY


SopElement = (
    Duty
    | Principle
    | FlowStage
    | Term
    | Equipment
    | Valve
    | Interlock
    | Parameter
    | Deviation
    | Hazard
    | Ppe
    | Lockout
    | Permit
    | EnvironmentItem
    | EmergencyCard
    | QualityCheck
    | HandoverItem
    | Record
)


Safeguard = Interlock | Ppe | Lockout | Permit | EmergencyCard
"""What keeps people from harm: only those who answer for safety decide that it is not taught."""


@dataclass(frozen=True, slots=True)
class JobSop:
    """One SOP of one job of one organisation (empty where the project names none).

    Process specifications and equipment operating procedures are values of this shape, too: `code` and `title` are
    those of the process or machine, `jobs` the addresses of the jobs that work by them. `base` is the code of the
    group's document that an SOP of a plant comes from.
    """

    address: Address
    organisation: str
    code: str
    title: Text
    language: str
    document: DocumentInfo
    kind: DocumentKind = "job-sop"
    jobs: tuple[Address, ...] = ()
    base: str = ""
    occupation: str = ""
    model: str = ""
    tags: tuple[str, ...] = ()
    purpose: Text = EMPTY
    workplace: Text = EMPTY
    reports_to: Text = EMPTY
    authority: tuple[Text, ...] = ()
    qualifications: tuple[Text, ...] = ()
    duties: tuple[Duty, ...] = ()
    principles: tuple[Principle, ...] = ()
    flow: tuple[FlowStage, ...] = ()
    terms: tuple[Term, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    valves: tuple[Valve, ...] = ()
    interlocks: tuple[Interlock, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    ppe: tuple[Ppe, ...] = ()
    lockouts: tuple[Lockout, ...] = ()
    permits: tuple[Permit, ...] = ()
    environment: tuple[EnvironmentItem, ...] = ()
    emergency_cards: tuple[EmergencyCard, ...] = ()
    quality: tuple[QualityCheck, ...] = ()
    handover: tuple[HandoverItem, ...] = ()
    records: tuple[Record, ...] = ()
    references: tuple[ReferencedDocument, ...] = ()
    revisions: tuple[Revision, ...] = ()
    absent: tuple[Absent, ...] = ()
    format: int = 1

    def sections(self) -> Iterator[tuple[str, tuple[SopElement, ...]]]:
        """The sections of addressed elements outside the procedures, by the keys of the file."""
        yield "duties", self.duties
        yield "principles", self.principles
        yield "flow", self.flow
        yield "terms", self.terms
        yield "equipment", self.equipment
        yield "valves", self.valves
        yield "interlocks", self.interlocks
        yield "parameters", self.parameters
        yield "deviations", self.deviations
        yield "hazards", self.hazards
        yield "ppe", self.ppe
        yield "lockouts", self.lockouts
        yield "permits", self.permits
        yield "environment", self.environment
        yield "emergency_cards", self.emergency_cards
        yield "quality", self.quality
        yield "handover", self.handover
        yield "records", self.records

    def elements(self) -> Iterator[SopElement]:
        """Every addressed element outside the procedures, in the order of the sections."""
        for _, section in self.sections():
            yield from section

    def steps(self) -> Iterator[tuple[Procedure, Step]]:
        """Every step with its procedure, in order."""
        for procedure in self.procedures:
            for step in procedure.steps:
                yield procedure, step

    def titles(self) -> dict[Address, Phrase]:
        """What each addressed element is called."""
        titles: dict[Address, Phrase] = {self.address: self.title}
        titles |= {element.address: element.title for element in self.elements()}
        titles |= {reference.address: reference.title for reference in self.references}
        titles |= {procedure.address: procedure.title for procedure in self.procedures}
        titles |= {step.address: step.text for _, step in self.steps()}
        titles |= {one.address: one.title for one in self.absent}
        return titles
