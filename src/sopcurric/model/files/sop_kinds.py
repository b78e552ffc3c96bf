"""What sorts of work, frequency, risk and the like an SOP may name."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field


class Phase(StrEnum):
    """The phase of work that a procedure belongs to.
    操作程序所属的工作阶段。
    """

    PREPARATION = "preparation"
    START_UP = "start-up"
    NORMAL = "normal"
    QUALITY = "quality"
    INSPECTION = "inspection"
    MAINTENANCE = "maintenance"
    SHUTDOWN = "shutdown"
    EMERGENCY_SHUTDOWN = "emergency-shutdown"
    EMERGENCY = "emergency"
    HANDOVER = "handover"


class Frequency(StrEnum):
    """How often a procedure is carried out by one worker.
    一名员工多久做一次。
    """

    CONTINUOUS = "continuous"
    EACH_SHIFT = "each-shift"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    RARELY = "rarely"


class Risk(StrEnum):
    """The four risk grades of the dual prevention system: 低 / 一般 / 较大 / 重大.
    双重预防机制的四个风险等级：低、一般、较大、重大。
    """

    LOW = "low"
    GENERAL = "general"
    LARGER = "larger"
    MAJOR = "major"


class MachineState(StrEnum):
    """Whether a machine must run or stand still while a point is inspected.
    点检时设备应处的状态。
    """

    RUNNING = "running"
    STOPPED = "stopped"
    EITHER = "either"


class MediaKind(StrEnum):
    """What sort of picture goes with a step.
    随步骤给出的图像种类。
    """

    PICTURE = "picture"
    FIGURE = "figure"
    VIDEO = "video"


class PermitKind(StrEnum):
    """The special operations of GB 30871 that need a permit; any other work is `other`.
    GB 30871 规定的特殊作业：动火、受限空间、高处、吊装、临时用电、盲板抽堵、动土、断路；不在其中的写 other。
    """

    HOT_WORK = "hot-work"
    CONFINED_SPACE = "confined-space"
    HEIGHT = "height"
    LIFTING = "lifting"
    TEMPORARY_POWER = "temporary-power"
    BLIND_PLATE = "blind-plate"
    EXCAVATION = "excavation"
    ROAD_CLOSURE = "road-closure"
    OTHER = "other"


class EnergyKind(StrEnum):
    """The kind of energy that a lockout point cuts off.
    隔离点切断的能量种类。
    """

    ELECTRICAL = "electrical"
    STEAM = "steam"
    PRESSURE = "pressure"
    HYDRAULIC = "hydraulic"
    PNEUMATIC = "pneumatic"
    THERMAL = "thermal"
    CHEMICAL = "chemical"
    GRAVITY = "gravity"
    MECHANICAL = "mechanical"
    RADIATION = "radiation"
    OTHER = "other"


Grade = Annotated[int, Field(ge=1, le=3)]
"""A rating on three levels: 1 low, 2 average, 3 high."""
