"""Procedures of an SOP: steps with roles, places, conditions, warnings; routes of inspection."""

from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from sopcurric.model.files.base import Frozen, Line, Link, Words
from sopcurric.model.files.describing import both, snippet, snippets
from sopcurric.model.files.element import LEFT_OUT, Element, Placed, Reason, unless, without_default
from sopcurric.model.files.levels import LevelWord
from sopcurric.model.files.sop_kinds import Frequency, Grade, MachineState, MediaKind, Phase


class Media(Frozen):
    """A picture, figure or video that goes with a step.
    随步骤给出的图片、示意图或视频。
    """

    file: Line
    """File, relative to the repository of the SOP, such as `media/valve.png`.
    文件，相对于规程所在课程仓库的路径，如 `media/valve.png`。"""
    title: Words
    """What it shows.
    图像的内容，印作图题。"""
    kind: MediaKind = MediaKind.PICTURE
    """Picture, figure or video.
    种类：图片、示意图或视频。"""
    level: LevelWord | None = None
    """Level of secrecy; in a classified document, only a picture that is said to be public may leave.
    密级：在标密的文件中，只有注明 `public` 的图片可以外传。"""


class Alternative(Placed):
    """One of several ways to go on, with the condition under which it is taken.
    几种做法中的一种，以及采用它的条件。
    """

    when: Words
    """Condition under which this way is taken.
    采用这种做法的条件。"""
    steps: tuple["Step", ...] = Field(min_length=1)
    """Steps of this way.
    这种做法的步骤。"""


class Step(Element):
    """A step of a procedure. Often one plain sentence is enough.
    操作步骤。多数情况下写一句话就够。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("step", "步骤"),
                both("A step with id, standard and mark.", "带标识、标准和关键标记的步骤。"),
                {
                    "id": "S$1",
                    "text": both("${2:Do what with what}", "${2:动作加对象}"),
                    "criterion": both("${3:standard}", "${3:标准}"),
                    "critical": "^${4:false}",
                },
            )
        )
    )

    SHORT: ClassVar[str] = "text"

    text: Words
    """The step as one sentence: action, object, and what must hold afterwards.
    一句话写清动作、对象和做完后应达到的状态；下面有分步骤时是引导语。"""
    actor: Words | None = None
    """Who does it, where it is not the job itself.
    执行人：不是本岗位时写明，如中控操作员、电工。"""
    place: Words | None = None
    """Where it is done: control room, on site, and so on.
    地点：中控室、现场等。"""
    when: Words | None = None
    """Condition above the step: it is done only then.
    条件：只在这种情况下才做。"""
    warnings: tuple[Words, ...] = ()
    """Dangers to people, told before the step.
    警告：可能伤人的危险，印在步骤之前。"""
    cautions: tuple[Words, ...] = ()
    """Dangers to equipment or product, told before the step.
    注意：可能损坏设备或影响质量的情况，印在步骤之前。"""
    notes: tuple[Words, ...] = ()
    """Further remarks.
    提示和说明。"""
    method: Words | None = None
    """How it is done or checked: by eye, ear, hand, instrument.
    方法：看、听、摸、闻、测等。"""
    criterion: Words | None = None
    """The standard to be met, where the sentence does not hold it.
    标准：步骤文字里没有写明时填写。"""
    reason: Words | None = None
    """Why it is done.
    要点说明：为什么这样做。"""
    duration: Words | None = None
    """How long it takes.
    需要的时间。"""
    hold: Words | None = None
    """Hold point: who must release it before the next step.
    停止点：由谁确认放行后才能进行下一步。"""
    signatures: tuple[Words, ...] = ()
    """Roles that sign for the step.
    需要签字的角色。"""
    certificate: Words | None = None
    """Certificate that the one who does it must hold.
    操作人员必须持有的证书，如低压电工作业证。"""
    equipment: tuple[Link, ...] = ()
    """Equipment it touches, by id.
    涉及的设备（标识）。"""
    valves: tuple[Link, ...] = ()
    """Valves it operates, by id.
    操作的阀门（标识）。"""
    interlocks: tuple[Link, ...] = ()
    """Interlocks it checks, sets or bypasses, by id.
    涉及的联锁（标识）。"""
    parameters: tuple[Link, ...] = ()
    """Parameters it sets or reads, by id.
    设定或读取的参数（标识）。"""
    hazards: tuple[Link, ...] = ()
    """Hazards of this step, by id.
    本步骤的危险源（标识）。"""
    ppe: tuple[Link, ...] = ()
    """Protective equipment to wear for it, by id.
    要穿戴的劳动防护用品（标识）。"""
    lockouts: tuple[Link, ...] = ()
    """Lockout points that are locked or released here, by id.
    上锁或解锁的隔离点（标识）。"""
    permits: tuple[Link, ...] = ()
    """Work permits that it needs, by id.
    需要的作业票（标识）。"""
    quality: tuple[Link, ...] = ()
    """Quality checks done here, by id.
    进行的质量检验（标识）。"""
    record: Link | None = None
    """Record that it is written into, by id.
    填写的记录（标识）。"""
    media: tuple[Media, ...] = ()
    """Pictures, figures, videos.
    图片、示意图、视频。"""
    critical: bool = False
    """Whether an error here hurts people, breaks equipment or spoils the product.
    关键步骤：做错会伤人、损坏设备或造成废品。"""
    steps: tuple["Step", ...] = ()
    """Sub-steps, where the text is a lead-in.
    分步骤：此时 `text` 是引导语。"""
    either: tuple[Alternative, ...] = ()
    """Alternatives, of which one is taken.
    几种做法，按条件选一种。"""


class Rating(Frozen):
    """Expert rating of a procedure; what is not given is estimated.
    专家评定；不写的由系统估计。
    """

    difficulty: Grade | None = None
    """1 learned by watching, 2 needs practice, 3 needs judgement.
    难度：1 看会，2 练会，3 需要判断。"""
    importance: Grade | None = None
    """1 little consequence, 2 quality or output, 3 people or equipment.
    重要度：1 影响小，2 影响质量或产量，3 关系人员或设备安全。"""
    frequency: Grade | None = None
    """1 monthly or less, 2 weekly, 3 daily or more.
    频度：1 每月或更少，2 每周，3 每天或更多。"""


class Procedure(Element):
    """A procedure: a piece of work with a beginning and an end.
    操作程序：有开始、有结束的一件工作。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("procedure", "操作程序"),
                both("A procedure with two steps.", "带两个步骤的操作程序。"),
                {
                    "id": "P$1",
                    "title": both("${2:Start the pump}", "${2:启动水泵}"),
                    "phase": "${3:normal}",
                    "steps": [both("${4:First step.}", "${4:第一步。}"), both("${5:Second step.}", "${5:第二步。}")],
                },
            )
        )
    )

    title: Words
    """Name in verb + object form.
    名称，写成“动词+对象”，如“启动隔膜泵”。"""
    phase: Phase = Phase.NORMAL
    """Phase of work.
    工作阶段。"""
    duty: Link | None = None
    """Duty that it belongs to, by id.
    所属职责（标识）。"""
    trigger: Words | None = None
    """When it is done.
    触发条件：什么时候做。"""
    conditions: tuple[Words, ...] = ()
    """What must hold before it begins.
    前提条件：开始之前必须具备的条件。"""
    place: Words | None = None
    """Where it is done.
    地点。"""
    actors: tuple[Words, ...] = ()
    """Roles that take part in it.
    参加的角色。"""
    frequency: Frequency | None = None
    """How often it is done.
    频次。"""
    duration: Words | None = None
    """How long it takes.
    需要的时间。"""
    result: Words | None = None
    """What stands at its end.
    工作成果。"""
    tools: tuple[Words, ...] = ()
    """Tools and instruments.
    工具、仪器。"""
    materials: tuple[Words, ...] = ()
    """Materials that are used up.
    消耗的材料。"""
    certificate: Words | None = None
    """Certificate that those who do it must hold.
    操作人员必须持有的证书。"""
    rating: Rating = Rating()
    """Difficulty, importance, frequency as rated by experts.
    专家评定的难度、重要度、频度。"""
    equipment: tuple[Link, ...] = ()
    """Equipment used throughout, by id.
    涉及的设备（标识）。"""
    valves: tuple[Link, ...] = ()
    """Valves operated, by id.
    操作的阀门（标识）。"""
    interlocks: tuple[Link, ...] = ()
    """Interlocks that matter, by id.
    涉及的联锁（标识）。"""
    parameters: tuple[Link, ...] = ()
    """Parameters watched throughout, by id.
    监视的参数（标识）。"""
    hazards: tuple[Link, ...] = ()
    """Hazards of the whole procedure, by id.
    整个程序的危险源（标识）。"""
    ppe: tuple[Link, ...] = ()
    """Protective equipment to wear, by id.
    要穿戴的劳动防护用品（标识）。"""
    lockouts: tuple[Link, ...] = ()
    """Lockout points, by id.
    隔离点（标识）。"""
    permits: tuple[Link, ...] = ()
    """Work permits that it needs, by id.
    需要的作业票（标识）。"""
    quality: tuple[Link, ...] = ()
    """Quality checks of its result, by id.
    对成果的质量检验（标识）。"""
    records: tuple[Link, ...] = ()
    """Records kept, by id.
    填写的记录（标识）。"""
    not_applicable: Reason | None = None
    """Why this job has no such procedure; then there are no steps.
    不适用的理由：本岗位没有这项工作，此时不写步骤。"""
    stub: Reason | None = None
    """What is still to be written, and by whom; then there may be no steps yet.
    待编写：还缺什么、由谁补写；此时可以没有步骤。"""
    steps: Annotated[tuple[Step, ...], unless("not_applicable", "stub")] = Field(
        default=LEFT_OUT, validate_default=True, json_schema_extra=without_default
    )
    """The steps in their order; a step may be one plain sentence.
    步骤，按先后次序；一个步骤可以只写一句话。"""


class RoutePoint(Element):
    """A point of an inspection route.
    点检路线上的一个点。
    """

    SHORT: ClassVar[str] = "item"

    item: Words
    """What is looked at.
    点检项目。"""
    part: Words | None = None
    """The part of the equipment.
    部位。"""
    equipment: Link | None = None
    """The equipment, by id.
    设备（标识）。"""
    method: Words | None = None
    """By eye, ear, hand, nose, instrument.
    方法：看、听、摸、闻、测。"""
    criterion: Words | None = None
    """The standard.
    标准。"""
    interval: Words | None = None
    """How often, where it differs from that of the route.
    周期，与路线不同时填写。"""
    state: MachineState = MachineState.RUNNING
    """Whether the machine runs or stands still.
    设备状态：运行、停机或不限。"""
    actor: Words | None = None
    """Who is responsible.
    责任人。"""
    abnormal: Words | None = None
    """What to do where the standard is not met.
    异常处理。"""
    parameters: tuple[Link, ...] = ()
    """Parameters read here, by id.
    读取的参数（标识）。"""
    hazards: tuple[Link, ...] = ()
    """Hazards at this point, by id.
    此处的危险源（标识）。"""
    critical: bool = False
    """Whether missing it hurts people or breaks equipment.
    关键点：漏检会伤人或损坏设备。"""


class Route(Element):
    """An inspection route.
    点检（巡检）路线。
    """

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("inspection route", "点检路线"),
                both("A route with one point.", "带一个点检点的路线。"),
                {
                    "id": "R$1",
                    "title": both("${2:Round through the pump room}", "${2:泵房巡检}"),
                    "interval": both("${3:every 2 h}", "${3:1 次/2 h}"),
                    "points": [
                        {
                            "item": both("${4:Oil level}", "${4:油位}"),
                            "method": both("${5:look}", "${5:看}"),
                            "criterion": both("${6:standard}", "${6:标准}"),
                        }
                    ],
                },
            )
        )
    )

    title: Words
    """Name of the route.
    路线名称。"""
    interval: Words | None = None
    """How often it is walked.
    周期。"""
    frequency: Frequency | None = None
    """How often, on the scale of frequencies.
    频次等级。"""
    place: Words | None = None
    """Where it leads.
    经过的区域。"""
    duty: Link | None = None
    """Duty that it belongs to, by id.
    所属职责（标识）。"""
    ppe: tuple[Link, ...] = ()
    """Protective equipment to wear, by id.
    要穿戴的劳动防护用品（标识）。"""
    hazards: tuple[Link, ...] = ()
    """Hazards on the way, by id.
    途中的危险源（标识）。"""
    records: tuple[Link, ...] = ()
    """Records kept, by id.
    填写的记录（标识）。"""
    rating: Rating = Rating()
    """Difficulty, importance, frequency as rated by experts.
    专家评定的难度、重要度、频度。"""
    points: tuple[RoutePoint, ...] = Field(min_length=1)
    """The points in the order of the walk.
    点检点，按行走次序。"""
