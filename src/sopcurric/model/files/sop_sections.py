"""Sections of an SOP beside its procedures: duties, process, equipment, parameters, safety, quality, papers."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import ConfigDict, Field

from sopcurric.linguistics.parameter_line import read_index, read_line
from sopcurric.model.files.base import Day, Frozen, Line, Link, Words
from sopcurric.model.files.describing import both, snippet, snippets
from sopcurric.model.files.element import LEFT_OUT, Element, Placed, unless, without_default
from sopcurric.model.files.sop_kinds import EnergyKind, PermitKind, Risk


class Duty(Element):
    """A duty of the job.
    岗位职责。
    """

    title: Words
    """The duty in one sentence.
    一句话写清一项职责。"""


class Principle(Element):
    """A piece of process principle.
    工艺原理。
    """

    title: Words
    """What it is about.
    标题。"""
    text: tuple[Words, ...] = Field(min_length=1)
    """Its paragraphs.
    正文，一段一项。"""


class FlowStage(Element):
    """A stage of the process flow.
    工艺流程中的一道工序。
    """

    title: Words
    """Name of the stage.
    工序名称。"""
    text: Words | None = None
    """What happens there.
    工序内容。"""
    inputs: tuple[Words, ...] = ()
    """What comes in, and from where.
    进料及来源。"""
    outputs: tuple[Words, ...] = ()
    """What goes out, and to where.
    出料及去向。"""
    equipment: tuple[Link, ...] = ()
    """Equipment of the stage, by id.
    所用设备（标识）。"""


class Term(Element):
    """A term with its meaning.
    术语和定义。
    """

    title: Words
    """The term.
    术语。"""
    text: Words | None = None
    """What it means.
    定义。"""


class Equipment(Element):
    """A piece of equipment.
    设备。
    """

    title: Words
    """What it is called.
    设备名称。"""
    function: Words | None = None
    """What it does.
    作用。"""
    data: Words | None = None
    """Main data.
    主要参数。"""
    tag: Line | None = None
    """Tag in the plant.
    设备位号。"""


class Valve(Element):
    """A valve that the job operates.
    岗位操作的阀门。
    """

    title: Words
    """What it is called.
    阀门名称。"""
    tag: Line | None = None
    """Tag in the plant.
    阀门位号。"""
    function: Words | None = None
    """What it shuts off or controls.
    作用。"""
    position: Words | None = None
    """Normal position: open, closed, locked open.
    正常位置：常开、常闭、铅封开等。"""
    equipment: Link | None = None
    """Equipment that it belongs to, by id.
    所属设备（标识）。"""


class Limits(Frozen):
    """Limits on two levels: L and H, LL and HH.
    两级限值：低、高和低低、高高。
    """

    low_low: Words | None = None
    """LL: below this.
    低低限（LL）。"""
    low: Words | None = None
    """L: below this.
    低限（L）。"""
    high: Words | None = None
    """H: above this.
    高限（H）。"""
    high_high: Words | None = None
    """HH: above this.
    高高限（HH）。"""


class Parameter(Element):
    """A parameter or control point; `Digestion temperature 260–280 ℃, alarm > 285 ℃, hourly` on one line will do.
    工艺参数、控制点。可以只写一行：“溶出温度 260–280 ℃，报警 ＞285 ℃，每小时记录”。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("parameter", "参数"),
                both("A parameter with limits and frequency.", "带限值和频次的参数。"),
                {
                    "id": "T-$1",
                    "title": both("${2:Temperature}", "${2:温度}"),
                    "range": "${3:260–280 ℃}",
                    "alarm": {"low": "${4:250 ℃}", "high": "${5:285 ℃}"},
                    "frequency": both("${6:hourly}", "${6:每小时记录}"),
                },
            )
        )
    )

    title: Words
    """What it is called.
    参数名称。"""
    unit: Line | None = None
    """Unit, where the values are given without one.
    计量单位；数值后面已写单位的不用填。"""
    range: Words | None = None
    """Normal range with its unit, as `260–280 ℃` or `≥ 98.6 %`.
    正常范围，如 `260–280 ℃`、`≥ 98.6 %`。"""
    target: Words | None = None
    """Set point.
    设定值、目标值。"""
    alarm: Limits | Words | None = None
    """Alarm limit in words, or on two levels (`low`, `high`, `low_low`, `high_high`).
    报警值：一句话，或分级写 `low`、`high`、`low_low`、`high_high`。"""
    interlock: Limits | Words | None = None
    """Interlock limit in words, or on two levels.
    联锁值：一句话，或分级写。"""
    frequency: Words | None = None
    """How often it is read or sampled, as `every 8 h`.
    检测、记录频次，如 `8 h/次`。"""
    instrument: Words | None = None
    """What it is read on, or where it is sampled.
    仪表、取样点。"""
    tag: Line | None = None
    """Tag of the instrument.
    仪表位号，如 TI-101。"""
    meaning: Words | None = None
    """What happens when it is too high or too low.
    控制意义：偏高、偏低会怎样。"""
    public_source: Words | None = None
    """Where the value was published.
    公开出处。"""

    @classmethod
    def from_sentence(cls, words: object) -> Mapping[str, object]:
        """Name, range, limits, frequency out of one line."""
        return read_line(words) if isinstance(words, str) else {"title": words}


class Interlock(Element):
    """An interlock: on which condition what is stopped or shut.
    联锁：在什么条件下停什么、关什么。
    """

    title: Words
    """Name of the interlock.
    联锁名称。"""
    condition: Words | None = None
    """What sets it off.
    联锁条件。"""
    action: Words | None = None
    """What it does.
    联锁动作。"""
    reset: Words | None = None
    """How it is reset.
    复位方法。"""
    bypass: Words | None = None
    """Who may bypass it, and how that is recorded.
    解除（旁路）的批准和登记。"""
    tag: Line | None = None
    """Number of the interlock.
    联锁编号。"""
    parameters: tuple[Link, ...] = ()
    """Parameters that set it off, by id.
    触发联锁的参数（标识）。"""
    equipment: tuple[Link, ...] = ()
    """Equipment that it acts on, by id.
    联锁的设备（标识）。"""


class DeviationRow(Placed):
    """One cause of a deviation with what is done about it.
    一种原因及其处置。
    """

    cause: Words
    """The cause.
    原因。"""
    check: Words | None = None
    """How to tell that it is this cause.
    判断方法。"""
    consequence: Words | None = None
    """What follows if nothing is done.
    后果。"""
    actions: tuple[Words, ...] = Field(min_length=1)
    """What to do, in order.
    处置措施，按次序。"""


class Deviation(Element):
    """Something abnormal and what is done about it.
    异常现象的判断与处置。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("deviation", "异常"),
                both("A deviation, cause by cause.", "逐条写原因和处置的异常。"),
                {
                    "id": "A$1",
                    "title": both("${2:What is seen}", "${2:现象}"),
                    "rows": [
                        {"cause": both("${3:cause}", "${3:原因}"), "actions": [both("${4:what to do}", "${4:处置}")]}
                    ],
                    "report": both("${5:whom to report to}", "${5:向谁汇报}"),
                },
            )
        )
    )

    title: Words
    """What is seen.
    现象。"""
    causes: tuple[Words, ...] = ()
    """Possible causes.
    可能的原因。"""
    consequence: Words | None = None
    """What follows if nothing is done.
    后果。"""
    rows: tuple[DeviationRow, ...] = ()
    """Cause by cause: cause, consequence, correction.
    逐条对应：原因—后果—纠正措施。"""
    actions: Annotated[tuple[Words, ...], unless("rows")] = Field(
        default=LEFT_OUT, validate_default=True, json_schema_extra=without_default
    )
    """What to do, in order.
    处置措施，按次序。"""
    report: Words | None = None
    """Whom to report or hand over to.
    向谁汇报或移交。"""
    procedures: tuple[Link, ...] = ()
    """Procedures during which it may appear, by id.
    可能出现的操作程序（标识）。"""
    parameters: tuple[Link, ...] = ()
    """Parameters that show it, by id.
    反映异常的参数（标识）。"""


class Hazard(Element):
    """A hazard with its controls.
    危险源与管控措施。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("hazard", "危险源"),
                both("A hazard with controls.", "带管控措施的危险源。"),
                {
                    "id": "H-$1",
                    "title": both("${2:Steam burns}", "${2:蒸汽烫伤}"),
                    "risk": "${3:general}",
                    "controls": [both("${4:control}", "${4:措施}")],
                    "ppe": [both("${5:equipment}", "${5:用品}")],
                },
            )
        )
    )

    title: Words
    """The hazard.
    危险源。"""
    consequence: Words | None = None
    """What it may do to people.
    可能的后果。"""
    risk: Risk = Risk.GENERAL
    """Risk grade before controls.
    采取措施前的风险等级。"""
    residual: Risk | None = None
    """Risk grade after controls.
    采取措施后的风险等级。"""
    assessment: Words | None = None
    """Method and score of the assessment (LEC, matrix).
    评价方法和分值（LEC、风险矩阵等）。"""
    exposed: tuple[Words, ...] = ()
    """Who is exposed.
    受影响的人员。"""
    controls: tuple[Words, ...] = ()
    """Control measures.
    管控措施。"""
    ppe: tuple[Words, ...] = ()
    """Personal protective equipment.
    劳动防护用品。"""
    first_aid: Words | None = None
    """First actions when it has happened.
    发生后的应急处置。"""


class Ppe(Element):
    """Protective equipment and the work that it is worn for.
    劳动防护用品及其适用的作业。
    """

    title: Words
    """What is worn.
    用品名称。"""
    standard: Words | None = None
    """Kind, class or standard.
    型号、等级或标准。"""
    when: Words | None = None
    """For which work.
    什么作业要穿戴。"""
    check: Words | None = None
    """How to check it before use.
    使用前的检查方法。"""


class Lockout(Element):
    """A lockout point.
    上锁挂牌的隔离点。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("lockout point", "隔离点"),
                both("A lockout point from lock to release.", "从上锁到解锁的隔离点。"),
                {
                    "id": "L-$1",
                    "title": both("${2:Switch of the pump}", "${2:水泵开关柜}"),
                    "energy": "${3:electrical}",
                    "method": both("${4:how it is cut off}", "${4:隔离方法}"),
                    "verification": both("${5:how it is proven}", "${5:验证方法}"),
                    "release": both("${6:who takes the lock off}", "${6:由谁解锁}"),
                },
            )
        )
    )

    title: Words
    """The isolation point.
    隔离点。"""
    energy: EnergyKind = EnergyKind.OTHER
    """Kind of energy.
    能量种类。"""
    device: Words | None = None
    """Lock and tag used.
    锁具和标牌。"""
    method: Words | None = None
    """How it is isolated.
    隔离方法。"""
    discharge: Words | None = None
    """How stored energy is released.
    残余能量的释放方法。"""
    verification: Words | None = None
    """How it is proven that there is no energy.
    验证方法（试启动、测电、测压等）。"""
    release: Words | None = None
    """Who takes the lock off, and when.
    解锁：由谁、在什么条件下。"""
    equipment: Link | None = None
    """Equipment that it cuts off, by id.
    隔离的设备（标识）。"""


class Permit(Element):
    """A work permit.
    特殊作业票。
    """

    title: Words
    """Name of the permit.
    作业票名称。"""
    kind: PermitKind = PermitKind.OTHER
    """Kind of special operation.
    特殊作业种类。"""
    conditions: tuple[Words, ...] = ()
    """What must hold before it is issued.
    办票条件。"""
    monitor: Words | None = None
    """Who watches.
    监护人。"""
    validity: Words | None = None
    """How long it is valid.
    有效期。"""
    approval: Words | None = None
    """Who approves it.
    审批人。"""
    certificate: Words | None = None
    """Certificate that the worker must hold.
    作业人员必须持有的证书。"""


class EnvironmentItem(Element):
    """An emission, a waste, or another matter of environmental protection.
    环保要求：排放点、废物等。
    """

    title: Words
    """The emission point or waste.
    排放点或废物。"""
    limit: Words | None = None
    """Limit.
    限值。"""
    measure: Words | None = None
    """What is done about it.
    措施。"""
    monitoring: Words | None = None
    """How and how often it is monitored.
    监测方法和频次。"""


class EmergencyCard(Element):
    """An emergency card: who does what first, and whom to call.
    应急处置卡：谁先做什么，给谁打电话。
    """

    title: Words
    """The situation.
    事故情景。"""
    signs: Words | None = None
    """How it is recognised.
    征兆。"""
    who: Words | None = None
    """Who acts.
    处置人。"""
    actions: tuple[Words, ...] = Field(min_length=1)
    """First actions, in order.
    先做的几件事，按次序。"""
    contacts: tuple[Words, ...] = ()
    """Whom to call; best as roles and extensions.
    联系谁（写岗位和内线）。"""
    cautions: tuple[Words, ...] = ()
    """What must not be done.
    注意事项。"""
    hazards: tuple[Link, ...] = ()
    """Hazards that it is for, by id.
    针对的危险源（标识）。"""
    procedures: tuple[Link, ...] = ()
    """Procedures during which it may be needed, by id.
    可能用到的操作程序（标识）。"""


class QualityCheck(Element):
    """A quality index and how it is checked.
    质量标准与检验。
    """

    title: Words
    """The index.
    指标。"""
    criterion: Words
    """The limit.
    标准。"""
    method: Words | None = None
    """How it is checked.
    检验方法。"""
    frequency: Words | None = None
    """How often.
    频次。"""
    sampling: Words | None = None
    """Where and how the sample is taken.
    取样点和取样方法。"""

    @classmethod
    def from_sentence(cls, words: object) -> Mapping[str, object]:
        """Index, limit and frequency out of one line."""
        return read_index(words) if isinstance(words, str) else {"title": words}


class HandoverItem(Element):
    """Something that is handed over at the end of the shift.
    交接班内容。
    """

    title: Words
    """What is handed over.
    交接内容。"""
    method: Words | None = None
    """How: face to face, on site, by record.
    交接方式：现场、对口、记录。"""
    criterion: Words | None = None
    """When it counts as handed over.
    交接标准。"""
    record: Link | None = None
    """Record that it is written into, by id.
    填写的记录（标识）。"""


class Record(Element):
    """A record or form.
    记录与表单。
    """

    title: Words
    """Name of the form.
    表单名称。"""
    number: Line | None = None
    """Number of the form.
    表单编号。"""
    columns: tuple[Words, ...] = ()
    """Its columns.
    栏目。"""
    retention: Words | None = None
    """How long it is kept.
    保存期限。"""


class ReferencedDocument(Element):
    """A standard or document that the SOP cites.
    引用文件。
    """

    title: Words
    """Number and title.
    编号和名称。"""


class Revision(Frozen):
    """A line of the revision history.
    修订记录。
    """

    version: Line
    """Version.
    版本。"""
    date: Day
    """Date.
    日期。"""
    change: Words
    """What changed.
    修订内容。"""
    by: Words | None = None
    """Who changed it, best as a role.
    修订人，最好写岗位。"""
