"""`JobSop`: an SOP with every element at its address, as the stages see it."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.model.address import Address
from sopcurric.model.files.sop import Frequency, Phase, Risk
from sopcurric.model.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """Number, version and governance of the plant's document; empty strings and texts where not given."""

    number: str = ""
    version: str = ""
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
    """工艺原理与流程."""

    address: Address
    title: Text
    paragraphs: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Equipment:
    """设备."""

    address: Address
    title: Text
    function: Text = EMPTY
    data: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Parameter:
    """工艺参数/控制点."""

    address: Address
    title: Text
    range: Text = EMPTY
    alarm: Text = EMPTY
    interlock: Text = EMPTY
    frequency: Text = EMPTY
    instrument: Text = EMPTY
    meaning: Text = EMPTY
    public_source: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Step:
    """A step; `named` tells whether its address comes from an id or only from its position."""

    address: Address
    text: Text
    actor: Text = EMPTY
    method: Text = EMPTY
    criterion: Text = EMPTY
    reason: Text = EMPTY
    equipment: tuple[Address, ...] = ()
    parameters: tuple[Address, ...] = ()
    hazards: tuple[Address, ...] = ()
    record: Address = ""
    critical: bool = False
    named: bool = True


@dataclass(frozen=True, slots=True)
class Procedure:
    """操作程序; ratings are 0 where nobody gave one."""

    address: Address
    title: Text
    phase: Phase
    steps: tuple[Step, ...]
    duty: Address = ""
    trigger: Text = EMPTY
    result: Text = EMPTY
    frequency: Frequency | None = None
    difficulty: int = 0
    importance: int = 0
    frequency_grade: int = 0
    equipment: tuple[Address, ...] = ()
    parameters: tuple[Address, ...] = ()
    hazards: tuple[Address, ...] = ()
    quality: tuple[Address, ...] = ()
    records: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Deviation:
    """异常判断与处置."""

    address: Address
    title: Text
    causes: tuple[Text, ...]
    consequence: Text
    actions: tuple[Text, ...]
    report: Text
    procedures: tuple[Address, ...] = ()
    parameters: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class Hazard:
    """危险源与管控措施."""

    address: Address
    title: Text
    consequence: Text
    risk: Risk
    controls: tuple[Text, ...]
    ppe: tuple[Text, ...]
    first_aid: Text


@dataclass(frozen=True, slots=True)
class QualityCheck:
    """质量标准与检验."""

    address: Address
    title: Text
    criterion: Text
    method: Text = EMPTY
    frequency: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Record:
    """记录与表单."""

    address: Address
    title: Text
    columns: tuple[Text, ...] = ()
    retention: Text = EMPTY


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


SopElement = Duty | Principle | Equipment | Parameter | Deviation | Hazard | QualityCheck | Record


@dataclass(frozen=True, slots=True)
class JobSop:
    """One SOP of one job of one organisation (empty where the project names none)."""

    address: Address
    organisation: str
    code: str
    title: Text
    language: str
    document: DocumentInfo
    occupation: str = ""
    purpose: Text = EMPTY
    workplace: Text = EMPTY
    duties: tuple[Duty, ...] = ()
    principles: tuple[Principle, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    hazards: tuple[Hazard, ...] = ()
    quality: tuple[QualityCheck, ...] = ()
    records: tuple[Record, ...] = ()
    references: tuple[ReferencedDocument, ...] = ()
    revisions: tuple[Revision, ...] = ()
    format: int = 1

    def elements(self) -> Iterator[SopElement]:
        """Every addressed element outside the procedures, in the order of the sections."""
        for section in (
            self.duties,
            self.principles,
            self.equipment,
            self.parameters,
            self.deviations,
            self.hazards,
            self.quality,
            self.records,
        ):
            yield from section

    def steps(self) -> Iterator[tuple[Procedure, Step]]:
        """Every step with its procedure, in order."""
        for procedure in self.procedures:
            for step in procedure.steps:
                yield procedure, step

    def titles(self) -> dict[Address, Text]:
        """What each addressed element is called."""
        titles = {self.address: self.title}
        titles |= {element.address: element.title for element in self.elements()}
        titles |= {reference.address: reference.title for reference in self.references}
        titles |= {procedure.address: procedure.title for procedure in self.procedures}
        titles |= {step.address: step.text for _, step in self.steps()}
        return titles
