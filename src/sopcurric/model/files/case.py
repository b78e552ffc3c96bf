"""`cases/*.yaml`: evidence beside SOPs: 观察记录, 操作技法, 典型案例, 课程思政, 五新."""

from typing import Literal, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sopcurric.model.address import Address
from sopcurric.model.files.base import Frozen, Identifier, Line, RecordDay, Target, Whole, Words
from sopcurric.model.files.describing import Choice, both, snippet, snippets
from sopcurric.model.files.levels import LevelWord


class MasterRank(Choice):
    """Skill level of the master whose technique it is.
    技法出自哪一等级的技能人才。"""

    TECHNICIAN = "technician", "Technician.\n技师。"
    SENIOR_TECHNICIAN = "senior-technician", "Senior technician.\n高级技师。"
    SPECIAL_TECHNICIAN = "special-technician", "Specially appointed technician.\n特级技师。"
    CHIEF_TECHNICIAN = "chief-technician", "Chief technician.\n首席技师。"


class Aim(Choice):
    """What a technique makes better.
    技法改善的是哪一方面。"""

    SAFETY = "safety", "Safety.\n安全。"
    QUALITY = "quality", "Quality.\n质量。"
    OUTPUT = "output", "Output and time.\n产量、工效。"
    CONSUMPTION = "consumption", "Energy and materials.\n能耗、物耗。"
    EQUIPMENT = "equipment", "Life and condition of equipment.\n设备状态和寿命。"
    EFFORT = "effort", "Physical effort.\n劳动强度。"


class NewKind(Choice):
    """What is new. “五新” are listed differently from programme to programme; these are all that the lists name.
    新在哪里。各方案所说的“五新”不尽相同，这里是各家列过的全部种类，按种类本身的名称印出。"""

    INDUSTRY = "industry", "New industry (textbook list).\n新产业（教材“五新”）。"
    TECHNOLOGY = "technology", "New technology (all lists).\n新技术（各家均列）。"
    PROCESS = "process", "New process (all lists).\n新工艺（各家均列）。"
    RULE = "rule", "New rule or specification (textbook list).\n新规范（教材“五新”）。"
    EQUIPMENT = "equipment", "New equipment (textbook and results lists).\n新装备（教材“五新”、成效“五新”）。"
    METHOD = "method", "New method (results list and list of four).\n新方法（成效“五新”、“四新”）。"
    STANDARD = "standard", "New standard (results list and list of four).\n新标准（成效“五新”、“四新”）。"


class Case(Frozen):
    """What all entries have in common.
    各类条目共有的内容。"""

    id: Identifier
    """Name of the entry, unique in the repository; its address is `@case/ID`.
    编号：在整个资料库内不重复，地址写作 `@case/编号`。"""
    title: Words
    """What it is called.
    名称。"""
    on: tuple[Target, ...] = ()
    """Addresses of what it is about: job, procedure, step, hazard, deviation, as `[DIG/P1/S2, DIG/hazards/H1]`.
    关于什么：填岗位、操作程序、步骤、危险源、异常等的地址，如 `[DIG/P1/S2, DIG/hazards/H1]`。"""
    source: Words | None = None
    """Where it comes from.
    来源。"""
    by: Words | None = None
    """Who recorded it: a role, no name.
    记录人：写岗位或角色，不写姓名。"""
    date: RecordDay | None = None
    """When it was recorded, as `YYYY-MM-DD`; not when something happened.
    记录日期：写成 `YYYY-MM-DD`，不是事情发生的日期。"""
    level: LevelWord | None = None
    """Level of secrecy of all of it, where it differs from that of the file.
    密级：与整个文件不同时填写，对这一条的全部内容有效。"""
    levels: dict[str, LevelWord] = Field(default_factory=dict, max_length=40)
    """Level of secrecy of single keys, as `effect: core-secret`.
    各项密级：按项目填写，如 `effect: core-secret`。"""

    @model_validator(mode="after")
    def _levels_of_own_keys(self) -> Self:
        unknown = next((key for key in self.levels if key not in type(self).model_fields), None)
        if unknown is not None:
            raise PydanticCustomError("level_of_nothing", "no such key: {key}", {"key": unknown})
        return self

    @property
    def address(self) -> Address:
        """What it is called in chains and findings."""
        return case_address(self.id)


def case_address(name: str) -> Address:
    """The address of an entry by its id."""
    return f"@case/{name}"


class Observation(Case):
    """What somebody who followed the post saw there.
    观察记录（跟岗挖掘）：在岗位上看到的实际做法。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new observation", "新观察记录"),
                both("An observation at the post.", "一条跟岗观察记录。"),
                {
                    "id": "${1:OB-1}",
                    "title": both("${2:what was watched}", "${2:观察了什么}"),
                    "on": ["${3:DIG/P1/S2}"],
                    "actions": [both("${4:what experts really do}", "${4:熟练工实际怎样做}")],
                    "cues": [both("${5:what they look and listen for}", "${5:看什么、听什么、摸什么}")],
                    "mistakes": [both("${6:frequent mistake}", "${6:常见错误}")],
                },
            )
        )
    )

    actions: tuple[Words, ...] = Field(min_length=1)
    """What experts really do, in their order.
    实际做法：熟练工是怎样做的，按先后写。"""
    cues: tuple[Words, ...] = ()
    """What they attend to: looks, sounds, smells, feel, readings.
    观察要点：凭什么判断（看、听、闻、摸、读数）。"""
    difficulty: Words | None = None
    """What is difficult about it.
    难点。"""
    mistakes: tuple[Words, ...] = ()
    """Frequent mistakes.
    常见错误。"""
    tools: tuple[Words, ...] = ()
    """Tools.
    工具。"""
    duration: Words | None = None
    """How long it takes.
    用时。"""
    shifts: Whole | None = Field(default=None, ge=1, le=1000)
    """How many shifts were observed.
    观察的班次数。"""
    people: Whole | None = Field(default=None, ge=1, le=1000)
    """How many people were observed.
    观察的人数。"""


class Effect(Frozen):
    """What a technique brings, before and after.
    技法的效果：采用前后对比。"""

    aim: Aim
    """What becomes better.
    改善的方面。"""
    text: Words | None = None
    """The effect in words.
    效果说明。"""
    before: Words | None = None
    """What it was before, as `25 min`.
    采用前，如 `25 min`。"""
    after: Words | None = None
    """What it is with the technique.
    采用后。"""
    unit: Line | None = None
    """Unit of both, where they are written without.
    单位：前后两个数没有写单位时填写。"""


class Technique(Case):
    """How a master does it.
    操作技法：能工巧匠的做法。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new technique", "新操作技法"),
                both("The technique of a master.", "一项操作技法。"),
                {
                    "id": "${1:TQ-1}",
                    "title": both("${2:name of the technique}", "${2:技法名称}"),
                    "on": ["${3:DIG/P1/S2}"],
                    "moves": [both("${4:key move}", "${4:要领}")],
                    "why": both("${5:why it works}", "${5:为什么有效}"),
                },
            )
        )
    )

    moves: tuple[Words, ...] = Field(min_length=1)
    """The key moves, in their order.
    要领：按先后写。"""
    why: Words | None = None
    """Why it works.
    道理：为什么有效。"""
    faults: tuple[Words, ...] = ()
    """Typical faults of beginners.
    初学者常见毛病。"""
    effect: Effect | None = None
    """Its effect.
    效果。"""
    rank: MasterRank | None = None
    """Skill level of the master.
    技能等级：技法出自技师、高级技师等。"""
    evidence: tuple[Words, ...] = ()
    """What shows that it works: trial, record, award.
    佐证：试验、记录、成果等。"""


class Incident(Case):
    """A composite case of something that went wrong; without dates, places, victims and losses.
    典型案例：由同类事件综合而成，不写可识别的时间、地点、人员和损失。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new incident", "新典型案例"),
                both("A composite case without identifiable detail.", "一个不含可识别信息的综合案例。"),
                {
                    "id": "${1:IN-1}",
                    "title": both("${2:what happened}", "${2:案例名称}"),
                    "on": ["${3:DIG/hazards/H1}"],
                    "happened": both("${4:what happened}", "${4:经过}"),
                    "causes": [both("${5:cause}", "${5:原因}")],
                    "lessons": [both("${6:lesson}", "${6:教训}")],
                },
            )
        )
    )

    happened: Words
    """What happened.
    经过。"""
    causes: tuple[Words, ...] = Field(min_length=1)
    """Causes.
    原因。"""
    consequences: tuple[Words, ...] = ()
    """Consequences.
    后果。"""
    lessons: tuple[Words, ...] = ()
    """Lessons.
    教训。"""
    measures: tuple[Words, ...] = ()
    """Measures against it.
    防范措施。"""


class Ideology(Case):
    """A case that teaches attitudes and values with the work.
    课程思政案例：结合岗位工作的价值引领。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new case of values", "新课程思政案例"),
                both("A case that teaches attitudes.", "一个课程思政案例。"),
                {
                    "id": "${1:ID-1}",
                    "title": both("${2:title}", "${2:案例名称}"),
                    "on": ["${3:DIG/P1}"],
                    "theme": both("${4:conscientiousness}", "${4:工匠精神}"),
                    "text": both("${5:story}", "${5:案例正文}"),
                },
            )
        )
    )

    theme: Words
    """What it stands for, as “craftsmanship”.
    思政元素，如工匠精神、安全第一。"""
    text: Words
    """The story.
    案例正文。"""
    evidence: tuple[Words, ...] = ()
    """Where the facts come from.
    出处。"""


class NewItem(Case):
    """Something new that reaches the job: technology, process, rule, equipment, industry, method, standard.
    新技术、新工艺、新规范、新装备、新产业、新方法、新标准。"""

    model_config = ConfigDict(
        json_schema_extra=snippets(
            snippet(
                both("new item", "新增条目"),
                both("Something new with its evidence.", "一项新技术等，附依据。"),
                {
                    "id": "${1:NW-1}",
                    "title": both("${2:what is new}", "${2:名称}"),
                    "kind": "${3:technology}",
                    "on": ["${4:DIG/P1}"],
                    "text": both("${5:what it is and what it changes}", "${5:是什么，带来什么变化}"),
                    "evidence": [both("${6:standard, equipment or paper}", "${6:标准号、设备或文献}")],
                },
            )
        )
    )

    kind: NewKind
    """What is new.
    种类：新在哪里。"""
    text: Words
    """What it is, and what it changes in the work.
    内容：是什么，给岗位带来什么变化。"""
    evidence: tuple[Words, ...] = ()
    """Number of the standard, equipment, or paper.
    依据：标准号、设备或文献。"""
    introduced_on: RecordDay | None = None
    """When it was introduced, as `YYYY-MM-DD`.
    引入日期：写成 `YYYY-MM-DD`。"""


class CaseHeader(Frozen):
    """What holds for the whole file.
    对整个文件有效的内容。"""

    level: LevelWord | None = None
    """Level of secrecy of the whole file; without it, that of the declassification policy.
    密级：整个文件的密级；不写时取脱密规则中的密级。"""


class CaseFile(Frozen):
    """Evidence beside SOPs.
    案例文件：操作规程之外的依据（观察记录、操作技法、典型案例、课程思政、新技术等）。"""

    format: Literal[1] = 1
    """Version of this file format.
    文件格式版本：目前只有 1，可以不写。"""
    document: CaseHeader = CaseHeader()
    """What holds for the whole file.
    文件头：对整个文件有效的内容。"""
    observations: tuple[Observation, ...] = ()
    """Observations at the post.
    观察记录（跟岗挖掘）。"""
    techniques: tuple[Technique, ...] = ()
    """Techniques of masters.
    操作技法。"""
    incidents: tuple[Incident, ...] = ()
    """Composite cases of what went wrong.
    典型案例。"""
    ideology: tuple[Ideology, ...] = ()
    """Cases that teach attitudes and values.
    课程思政案例。"""
    new_items: tuple[NewItem, ...] = ()
    """What is new.
    新技术、新工艺、新规范、新装备等。"""


AnyCase = Observation | Technique | Incident | Ideology | NewItem
_KINDS: dict[type[AnyCase], str] = {
    Observation: "observation",
    Technique: "technique",
    Incident: "incident",
    Ideology: "ideology",
    NewItem: "new",
}
CASE_SECTIONS = ("observations", "techniques", "incidents", "ideology", "new_items")
"""The lists of a file of cases."""


def case_kind(case: AnyCase) -> str:
    """What kind of entry a case is."""
    return _KINDS[type(case)]
