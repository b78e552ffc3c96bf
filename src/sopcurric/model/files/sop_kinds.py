"""What sorts of work, frequency, risk and the like an SOP may name."""

from typing import Annotated

from pydantic import Field

from sopcurric.model.files.base import Whole
from sopcurric.model.files.describing import Choice


class Phase(Choice):
    """The phase of work that a procedure belongs to.
    操作程序所属的工作阶段。
    """

    PREPARATION = "preparation", "Before the work begins: checks, tools, materials.\n准备：开车前的检查和准备。"
    START_UP = "start-up", "Starting up.\n开车、启动。"
    NORMAL = "normal", "Normal operation and adjusting.\n正常操作与调节。"
    QUALITY = "quality", "Sampling and quality checks.\n取样和质量检验。"
    INSPECTION = "inspection", "Rounds and spot checks.\n巡检、点检。"
    MAINTENANCE = "maintenance", "Maintenance and repair.\n维护检修。"
    SHUTDOWN = "shutdown", "Planned shutdown.\n计划停车、停运。"
    EMERGENCY_SHUTDOWN = "emergency-shutdown", "Emergency shutdown.\n紧急停车。"
    EMERGENCY = "emergency", "Emergency response.\n应急处置。"
    HANDOVER = "handover", "Shift handover.\n交接班。"


class Frequency(Choice):
    """How often a procedure is carried out by one worker.
    一名员工多久做一次。
    """

    CONTINUOUS = "continuous", "All the time.\n连续进行。"
    EACH_SHIFT = "each-shift", "Each shift.\n每班。"
    DAILY = "daily", "Each day.\n每天。"
    WEEKLY = "weekly", "Each week.\n每周。"
    MONTHLY = "monthly", "Each month.\n每月。"
    YEARLY = "yearly", "Each year.\n每年。"
    RARELY = "rarely", "Less often.\n很少。"


class Risk(Choice):
    """The four risk grades of the dual prevention system: 低 / 一般 / 较大 / 重大.
    双重预防机制的四个风险等级：低、一般、较大、重大。
    """

    LOW = "low", "Low risk.\n低风险。"
    GENERAL = "general", "General risk.\n一般风险。"
    LARGER = "larger", "Larger risk.\n较大风险。"
    MAJOR = "major", "Major risk.\n重大风险。"


class MachineState(Choice):
    """Whether a machine must run or stand still while a point is inspected.
    点检时设备应处的状态。
    """

    RUNNING = "running", "While it runs.\n运行时。"
    STOPPED = "stopped", "While it stands still.\n停机时。"
    EITHER = "either", "Either way.\n运行或停机均可。"


class MediaKind(Choice):
    """What sort of picture goes with a step.
    随步骤给出的图片、示意图或视频。
    """

    PICTURE = "picture", "A photograph.\n照片。"
    FIGURE = "figure", "A drawing.\n示意图。"
    VIDEO = "video", "A video.\n视频。"


class PermitKind(Choice):
    """The special operations of GB 30871 that need a permit; any other work is `other`.
    GB 30871 规定的特殊作业：动火、受限空间、高处、吊装、临时用电、盲板抽堵、动土、断路；不在其中的写 other。
    """

    HOT_WORK = "hot-work", "Hot work.\n动火作业。"
    CONFINED_SPACE = "confined-space", "Confined space.\n受限空间作业。"
    HEIGHT = "height", "Work at height.\n高处作业。"
    LIFTING = "lifting", "Lifting.\n吊装作业。"
    TEMPORARY_POWER = "temporary-power", "Temporary electric power.\n临时用电作业。"
    BLIND_PLATE = "blind-plate", "Blind plates put in or taken out.\n盲板抽堵作业。"
    EXCAVATION = "excavation", "Excavation.\n动土作业。"
    ROAD_CLOSURE = "road-closure", "Closing a road.\n断路作业。"
    OTHER = "other", "Another one.\n其他。"


class EnergyKind(Choice):
    """The kind of energy that a lockout point cuts off.
    隔离点切断的能量种类。
    """

    ELECTRICAL = "electrical", "Electricity.\n电能。"
    STEAM = "steam", "Steam.\n蒸汽。"
    PRESSURE = "pressure", "Pressure of gas or liquid.\n压力。"
    HYDRAULIC = "hydraulic", "Hydraulic.\n液压。"
    PNEUMATIC = "pneumatic", "Compressed air.\n气压。"
    THERMAL = "thermal", "Heat or cold.\n热能。"
    CHEMICAL = "chemical", "Chemicals.\n化学能。"
    GRAVITY = "gravity", "Weight that may fall.\n重力势能。"
    MECHANICAL = "mechanical", "Springs and turning masses.\n机械能。"
    RADIATION = "radiation", "Radiation.\n辐射。"
    OTHER = "other", "Another one.\n其他。"


class Danger(Choice):
    """A danger of the work that calls for a check list of its own.
    需要专门核对的危险特征。"""

    MOLTEN_METAL = "molten-metal", "Molten metal, matte or slag.\n熔融金属、冰铜、炉渣。"
    HIGH_PRESSURE = "high-pressure", "High pressure.\n高压。"
    HIGH_TEMPERATURE = "high-temperature", "High temperature.\n高温。"
    TOXIC_GAS = "toxic-gas", "Toxic or suffocating gas.\n有毒、窒息气体。"
    COMBUSTIBLE_DUST = "combustible-dust", "Combustible dust.\n可燃粉尘。"
    LIVE_LINE = "live-line", "Work near live conductors.\n带电作业。"


Grade = Annotated[Whole, Field(ge=1, le=3)]
"""A rating on three levels: 1 low, 2 average, 3 high."""

URGENT = (Phase.EMERGENCY_SHUTDOWN, Phase.EMERGENCY)
"""Procedures that people must know by heart before they need them."""
DEMANDING = (Phase.START_UP, Phase.SHUTDOWN, *URGENT)
"""Procedures in which the plant leaves its steady state."""
GRAVE = (Risk.LARGER, Risk.MAJOR)
"""The two upper of the four levels of risk."""
