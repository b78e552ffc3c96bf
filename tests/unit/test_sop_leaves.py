"""What SOPs can say, as leaves print it: steps, routes, plants, documents, what is there in name only."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from generators import checked, compiled
from sopcurric.app.registry import rules
from sopcurric.deciding.leaf_names import Leaves
from sopcurric.diagnostics.finding import Finding
from sopcurric.model.chain import links
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import Untaught
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import Block, Cell, Checklist, Leaf, Row, Table
from sopcurric.model.saying import say

PROJECT = "project: {name: n, language: zh}\n"
STEPS = """
job: {code: DIG, title: 溶出工}
hazards: [H1: {title: 水击, controls: [先疏水]}]
valves: [{id: XV1, title: 进汽阀, tag: HV-201, position: 常闭}]
interlocks: [{id: I1, title: 压力高停泵, condition: 压力达到高高限, action: 停泵, bypass: 车间主任批准}]
lockouts: [{id: L1, title: 主电机开关, energy: electrical, release: 由上锁人本人解锁}]
permits: [{id: W1, title: 动火作业票, kind: hot-work, monitor: 专人监护}]
ppe: [{id: G1, title: 面罩, check: 面屏无裂纹}]
handover: [O1: 设备状态]
emergency_cards: [{id: C1, title: 灼伤, actions: [冲洗], procedures: [P1]}]
parameters: [{id: T1, title: 溶出温度, target: 270 ℃, alarm: {low: 260 ℃, high: 280 ℃}, interlock: {high_high: 285 ℃}}]
deviations:
  - id: V1
    title: 压力升高
    rows:
      - {cause: 结疤, check: 看压降, actions: [降量]}
      - {cause: 阀门误关, consequence: 超压, actions: [开阀, 查流程]}
    report: 报告班长
    procedures: [P1]
procedures:
  - id: P1
    title: 暖管送汽
    phase: start-up
    conditions: [锅炉已同意]
    tools: [扳手]
    parameters: [T1]
    steps:
      - {id: S1, text: 检查疏水阀, notes: [看疏水口]}
      - id: S2
        text: 暖管送汽：
        steps:
          - id: S2a
            text: 打开进汽阀
            warnings: [快开会水击伤人]
            cautions: [法兰会泄漏]
            hold: 班长确认
            signatures: [副操, 班长]
            valves: [XV1]
            interlocks: [I1]
            lockouts: [L1]
            permits: [W1]
            ppe: [G1]
            media: [{file: media/a.mp4, title: 开阀, kind: video}]
          - {id: S2b, text: 关闭疏水阀, when: 疏水见干汽}
      - id: S3
        text: 按压力处理
        either:
          - when: 压力偏低
            steps: [{id: S3a, text: 开大进汽阀}, {id: S3b, text: 检查锅炉压力}]
          - when: 如果压力偏高
            steps: [{id: S4a, text: 关小进汽阀}]
      - {id: S5, text: 填写记录}
  - id: P2
    title: 停运系统
    phase: emergency-shutdown
    steps:
      - {id: S1, text: 关闭进汽阀, actor: 主操, place: 中控室}
      - {id: S2, text: 确认泵已停, actor: 副操, place: 泵房}
      - {id: S3, text: 报告班长}
  - {id: P3, title: 岗位交接班, phase: handover, steps: [{id: S1, text: 交清情况}]}
routes:
  - id: RT1
    title: 点检隔膜泵
    interval: 每班 2 次
    points:
      - {id: M1, item: 油位, part: 油箱, method: 看, criterion: 1/2–2/3, state: either, abnormal: 补油, actor: 副操}
      - {id: M2, item: 轴承温度, method: 测, criterion: ≤ 80 ℃, interval: 每 2 h, critical: true, hazards: [H1]}
"""
PLANTS = """
project: {name: n, language: zh}
organisations: [{id: QL, title: 青岭}, {id: YL, title: 云岭}, {id: XY, title: 新原}]
"""
BASE = """
job: {code: DIG, title: 溶出工, plants: [QL, YL, XY]}
hazards: [H1: {title: 碱液喷溅, controls: [戴面罩]}]
records: [{id: R1, title: 运行记录, columns: [时间]}]
procedures:
  - id: P1
    title: 启动隔膜泵
    trigger: 接到指令
    hazards: [H1]
    records: [R1]
    steps: [{id: S1, text: 检查油位}, {id: S2, text: 启动隔膜泵, hazards: [H1]}]
"""
OTHERWISE = """
kind: plant-changes
base: DIG
organisation: XY
changes: [{at: P1/S2, set: {text: 手动启动隔膜泵}, why: 没有中控}]
"""


@pytest.fixture(scope="module")
def one() -> Compilation:
    return compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": STEPS})


@pytest.fixture(scope="module")
def plants() -> Compilation:
    return compiled({"sopcurric.yaml": PLANTS, "sops/base.yaml": BASE, "sops/xy.yaml": OTHERWISE})


def leaves(compilation: Compilation, kind: str, procedure: str) -> list[Leaf]:
    return [
        leaf
        for binder in compilation.binders
        for leaf in binder.leaves
        if leaf.kind.value == kind and procedure in leaf.derived_from
    ]


def leaf(compilation: Compilation, kind: str, procedure: str) -> Leaf:
    (found,) = leaves(compilation, kind, procedure)
    return found


def block(of: Leaf, ending: str) -> Block:
    return next(one for one in of.blocks if one.key.endswith(ending))


def table(of: Leaf, ending: str) -> Table:
    found = block(of, ending)
    assert isinstance(found, Table)
    return found


def words(cell: Cell) -> str:
    return " / ".join("".join(run.text for run in say(phrase, "zh")) for phrase in cell.content)


def lines(rows: tuple[Row, ...]) -> list[list[str]]:
    return [[words(cell) for cell in row.cells] for row in rows]


# --- Steps -----------------------------------------------------------------------------------------------------------


def test_steps_are_numbered_as_the_sop_parts_them(one: Compilation) -> None:
    rows = lines(table(leaf(one, "W", "DIG/P1"), "/steps").rows)
    numbers = [row[0] for row in rows if row[0].replace(".", "").replace("a", "").replace("b", "").isdigit()]
    assert numbers == ["1", "2", "2.1", "2.2", "3", "3a.1", "3a.2", "3b.1", "4"]


def test_a_lead_in_is_a_row_of_its_own(one: Compilation) -> None:
    row = next(row for row in table(leaf(one, "W", "DIG/P1"), "/steps").rows if words(row.cells[0]) == "2")
    assert [words(cell) for cell in row.cells] == ["2", "暖管送汽："]
    assert row.cells[1].columns == 5


def test_conditions_stand_before_what_they_are_for(one: Compilation) -> None:
    rows = lines(table(leaf(one, "W", "DIG/P1"), "/steps").rows)
    assert [row[0] for row in rows if len(row) == 1 and row[0].startswith("3")] == [
        "3a　若压力偏低：",
        "3b　如果压力偏高：",
    ]
    assert rows.index(["3a　若压力偏低："]) + 1 == next(n for n, row in enumerate(rows) if row[0] == "3a.1")
    assert next(row for row in rows if row[0] == "2.2")[1].startswith("当疏水见干汽时： / 关闭疏水阀")
    checked_rows = [row[1] for row in lines(table(leaf(one, "Q", "DIG/P1"), "/work").rows)]
    assert {row[: row.index("）") + 1] for row in checked_rows if "（" in row} == {"（若压力偏低）", "（如果压力偏高）"}


def test_warnings_stand_before_their_step_and_cannot_be_parted_from_it(one: Compilation) -> None:
    rows = table(leaf(one, "W", "DIG/P1"), "/steps").rows
    at = next(number for number, row in enumerate(rows) if words(row.cells[0]) == "2.1")
    number, warning = rows[at].cells
    assert (number.rows, number.keep) == (5, True), "the number covers warning, caution, step, hold point, signatures"
    assert (words(warning), warning.tone, warning.columns) == ("警告：快开会水击伤人", "danger", 5)
    caution, step, hold, signing = rows[at + 1 : at + 5]
    assert (words(caution.cells[0]), caution.cells[0].tone) == ("注意：法兰会泄漏", "caution")
    assert words(step.cells[0]).startswith("打开进汽阀 / 阀门：进汽阀 HV-201 / 视频：开阀（media/a.mp4）")
    assert words(step.cells[2]) == "联锁：压力高停泵 / 隔离点：主电机开关 / 作业票：动火作业票 / 防护：面罩"
    assert words(hold.cells[0]).startswith("停止点：班长确认")
    assert words(signing.cells[0]).count("＿＿") > 1
    assert {row.derived_from[0] for row in rows[at : at + 5]} == {"DIG/P1/S2a"}
    assert words(rows[1].cells[0]) == "提示：看疏水口", "notes come after"


def test_turns_of_several_roles_have_a_column(one: Compilation) -> None:
    steps = table(leaf(one, "W", "DIG/P2"), "/steps")
    assert [row[1] for row in lines(steps.rows)] == ["主操 / 中控室", "副操 / 泵房", "本岗位"]
    assert len(steps.columns) == 7
    assert len(table(leaf(one, "W", "DIG/P1"), "/steps").columns) == 6


def test_conditions_of_a_procedure_are_ticked_off(one: Compilation) -> None:
    conditions = block(leaf(one, "W", "DIG/P1"), "/conditions")
    assert isinstance(conditions, Checklist)
    assert len(conditions.items) == 1


def test_a_route_is_an_inspection_sheet(one: Compilation) -> None:
    work = leaf(one, "W", "DIG/RT1")
    assert work.wide
    assert lines(table(work, "/steps").rows) == [
        ["1", "油箱", "油位 / 责任人：副操", "看", "1/2–2/3", "每班 2 次", "不限", "补油", "□"],
        ["2", "", "★ 轴承温度", "测", "≤ 80 ℃", "每 2 h", "运行", "风险：水击：先疏水", "□"],
    ]
    assert words(Cell((one.points["DIG/RT1/M1.skill"].statement,))) == "能点检油箱：油位，判断是否达到标准：1/2–2/3"


# --- Other leaves ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "address"),
    [
        ("K", "valves/XV1"),
        ("K", "interlocks/I1"),
        ("P", "ppe/G1"),
        ("P", "lockouts/L1"),
        ("P", "permits/W1"),
        ("X", "emergency_cards/C1"),
    ],
)
def test_elements_stand_on_the_leaf_that_is_made_for_them(kind: str, address: str, one: Compilation) -> None:
    assert f"DIG/{address}" in leaf_sources(leaf(one, kind, "DIG/P1"))


def test_limits_stand_with_their_levels(one: Compilation) -> None:
    (row,) = lines(table(leaf(one, "K", "DIG/P1"), "K/parameters").rows)
    assert row[1:3] == ["目标：270 ℃", "报警 L：260 ℃ / 报警 H：280 ℃ / 联锁 HH：285 ℃"]


def test_deviations_go_cause_by_cause(one: Compilation) -> None:
    rows = table(leaf(one, "X", "DIG/P1"), "X/deviations").rows
    assert lines(rows) == [
        ["压力升高", "结疤 / 判断：看压降", "", "（1）降量", "报告班长"],
        ["阀门误关", "超压", "（1）开阀 / （2）查流程"],
    ]
    assert [cell.rows for cell in rows[0].cells] == [2, 1, 1, 1, 2]


def test_what_only_leads_in_other_steps_takes_no_time_of_its_own(one: Compilation) -> None:
    procedure = one.procedures["DIG/P1"]
    assert [step.number for step in procedure.deeds] == ["1", "2.1", "2.2", "3a.1", "3a.2", "3b.1", "4"]


def test_what_is_handed_over_goes_to_the_handover(one: Compilation) -> None:
    assert "DIG/handover/O1" in leaf_sources(leaf(one, "R", "DIG/P3"))


def test_safeguards_are_assessed_as_safety(one: Compilation) -> None:
    learning = next(task for _, task in one.learning_tasks.values() if "DIG/P1" in task.derived_from)
    (safety,) = [item for item in learning.assessment if item.kind == "safety"]
    assert {"DIG/lockouts/L1", "DIG/permits/W1", "DIG/ppe/G1", "DIG/interlocks/I1"} <= {*safety.derived_from}
    assert {"DIG/lockouts/L1", "DIG/ppe/G1"} <= leaf_sources(leaf(one, "E", "DIG/P1"))


def test_an_emergency_shutdown_is_demanding_and_important(one: Compilation) -> None:
    _, learning = next(pair for pair in one.learning_tasks.values() if "DIG/P2" in pair[1].derived_from)
    assert learning.demanding
    assert learning.part == "stop"
    assert one.competencies["DIG/P2.competency"].rating.importance.value == 3


# --- Plants ----------------------------------------------------------------------------------------------------------


def test_plants_that_work_alike_share_a_leaf(plants: Compilation) -> None:
    shared, own = leaves(plants, "W", "QL:DIG/P1")
    assert shared.part == "QL:DIG/P1"
    assert [words(Cell((plant,))) for plant in shared.effectivity] == ["青岭", "云岭"]
    assert words(Cell((shared.title,))) == "启动隔膜泵（青岭、云岭·溶出工）"
    assert [words(Cell((plant,))) for plant in own.effectivity] == ["新原"]
    steps = table(shared, "/steps")
    assert steps.key == "W/QL:DIG/P1/steps"
    assert steps.rows[1].derived_from[:1] == ("QL:DIG/P1/S2",)
    assert {"QL:DIG/hazards/H1", "YL:DIG/P1/S2", "YL:DIG/hazards/H1"} <= {*steps.rows[1].derived_from}
    assert {address for address in leaf_sources(own) if address.startswith(("QL", "YL"))} == set()


def test_a_leaf_that_plants_share_is_found_by_each_of_them(plants: Compilation) -> None:
    shared, own = leaves(plants, "W", "QL:DIG/P1")
    known = Leaves(plants.binders)
    assert known.named("QL:DIG/P1#W") == shared
    assert known.named("YL:DIG/P1#W") == shared
    assert known.named("XY:DIG/P1#W") == own
    assert {"YL:DIG/P1/S1", "QL:DIG/P1/S1"} <= {*links(plants)[shared.id].made_of}


def test_what_plants_have_alike_stands_once_on_the_other_leaves(plants: Compilation) -> None:
    (hazard,) = table(leaf(plants, "P", "QL:DIG/P1"), "P/hazards").rows
    assert {*hazard.derived_from} == {f"{plant}:DIG/hazards/H1" for plant in ("QL", "YL", "XY")}
    assert len(leaves(plants, "R", "QL:DIG/P1")) == 1
    assert [row[1] for row in lines(table(leaf(plants, "Q", "QL:DIG/P1"), "Q/work").rows)] == [
        "检查油位",
        "启动隔膜泵",
        "手动启动隔膜泵",
    ]


def test_a_plant_may_have_none_of_the_steps() -> None:
    only = BASE.replace("{id: S1, text", "{id: S1, plants: [QL], text").replace(
        "{id: S2, text", "{id: S2, plants: [QL], text"
    )
    made = compiled({"sopcurric.yaml": PLANTS, "sops/base.yaml": only})
    assert [len(table(one, "/steps").rows) for one in leaves(made, "W", "YL:DIG/P1")] == [2, 0]


# --- Documents, and what is there in name only -----------------------------------------------------------------------

JOB = """
job: {code: DIG, title: 溶出工, reports_to: 班长, qualifications: [培训合格]}
procedures:
  - {id: P1, title: 启动隔膜泵, equipment: [PUMP/E1], steps: [{id: S1, text: 启动隔膜泵}]}
  - {id: P2, title: 更换滤布, phase: maintenance, not_applicable: 没有滤布}
  - {id: P3, title: 清理结疤, phase: maintenance, stub: 待车间补写}
  - {id: P4, title: 停运隔膜泵, phase: shutdown, stub: 缺卸压步骤, steps: [{id: S1, text: 关闭进料阀}]}
not_applicable: [{section: permits, reason: 没有特殊作业}]
"""
OTHER_JOB = (
    "job: {code: SET, title: 沉降工}\nprocedures: [{id: P1, title: 冲洗槽底, steps: [{id: S1, text: 冲洗槽底}]}]\n"
)


def document(kind: str, code: str, jobs: str, more: str) -> str:
    header = "process" if kind == "process-specification" else "machine"
    return f"kind: {kind}\n{header}: {{code: {code}, title: 文件{code}, jobs: [{jobs}]}}\n{more}"


def with_documents(files: Mapping[str, str]) -> Compilation:
    return compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": JOB, "sops/b.yaml": OTHER_JOB, **files})


def reasons(compilation: Compilation) -> dict[str, str]:
    return {one.address: one.reason for one in compilation.design.untaught}


def test_a_specification_is_taught_in_the_jobs_that_work_by_it() -> None:
    more = "duties: [D1: 守纪律]\nterms: [N1: 苛性比值]\nparameters: [T1: 溶出温度 260–280 ℃]\n"
    made = with_documents({"sops/p.yaml": document("process-specification", "PROC", "DIG", more)})
    taught = leaf(made, "K", "DIG/P1")
    assert {"PROC/terms/N1", "PROC/parameters/T1"} <= leaf_sources(taught)
    assert any("文件PROC 工艺规程" in words(Cell((source,))) for source in taught.sources)
    assert {course.id: course.documents for course in made.design.courses}["course-DIG"] == ("PROC",)
    book = next(binder for binder in made.binders if binder.id == "course-DIG")
    (front,) = [one for one in book.leaves if any(block.key == "front/duties" for block in one.blocks)]
    assert "PROC/duties/D1" in leaf_sources(front)
    assert not [address for address in reasons(made) if address.startswith("PROC")]


def test_a_specification_for_no_job_is_not_taught() -> None:
    made = with_documents(
        {"sops/p.yaml": document("process-specification", "PROC", "", "duties: [D1: a]\nterms: [N1: b]\n")}
    )
    assert {address: reason for address, reason in reasons(made).items() if address.startswith("PROC")} == {
        "PROC/duties/D1": "no-procedure",
        "PROC/terms/N1": "no-procedure",
    }


@pytest.mark.parametrize(
    ("jobs", "course", "title"),
    [
        ("DIG", "course-DIG", "溶出工岗位课程"),
        ("DIG, SET", "shared-skills", "通用岗位技能"),
        ("", "course-PUMP", "文件PUMP 操作课程"),
    ],
)
def test_work_of_a_machine_is_taught_where_its_jobs_are(jobs: str, course: str, title: str) -> None:
    steps = "steps: [{id: S1, text: 拆下隔膜}]"
    more = f"equipment: [E1: 隔膜泵]\nprocedures: [{{id: M1, title: 更换隔膜, phase: maintenance, {steps}}}]\n"
    made = with_documents({"sops/m.yaml": document("equipment-procedure", "PUMP", jobs, more)})
    (found,) = [one for one in made.design.courses if "PUMP/M1" in one.derived_from]
    assert (found.id, words(Cell((found.title,)))) == (course, title)
    assert "PUMP/equipment/E1" in leaf_sources(leaf(made, "K", "DIG/P1")), "named by the job, so taught there, too"


def test_what_is_there_in_name_only_is_listed_with_its_reason() -> None:
    made = with_documents({})
    assert reasons(made) == {"DIG/P2": "not-applicable", "DIG/P3": "stub", "DIG/permits": "not-applicable"}
    assert words(Cell((made.titles["DIG/permits"],))) == "特殊作业票"
    binder = next(one for one in made.binders if one.id == "course-DIG")
    back = next(one for one in binder.leaves if any(block.key == "back/absent" for block in one.blocks))
    assert [row[1:] for row in lines(table(back, "back/absent").rows)] == [
        ["更换滤布", "不适用", "没有滤布"],
        ["清理结疤", "待编写", "待车间补写"],
        ["特殊作业票", "不适用", "没有特殊作业"],
    ]
    assert block(leaf(made, "W", "DIG/P4"), "/stub")
    assert "front/holding" in {block.key for one in binder.leaves for block in one.blocks}


def lef104(compilation: Compilation) -> Iterable[Finding]:
    ask = rules()["LEF104"].check
    assert ask is not None
    return ask(compilation)


def test_elements_of_every_section_are_missed_where_they_stand_on_no_leaf(one: Compilation) -> None:
    missed = {found.subject for found in lef104(replace(one, binders=()))}
    names = ("valves", "interlocks", "parameters", "ppe", "lockouts", "permits", "emergency_cards", "handover")
    assert {address.split("/")[1] for address in missed if address} >= {*names}
    excuse = tuple(Untaught(address, "no-procedure") for address in missed if address)
    design = replace(one.design, untaught=(*one.design.untaught, *excuse))
    assert {found.subject for found in lef104(replace(one, binders=(), design=design))} == missed


def test_every_code_of_leaves_is_clean() -> None:
    found = checked({"sopcurric.yaml": PROJECT, "sops/a.yaml": STEPS}).findings
    assert [one.code for one in found if one.code.startswith("LEF") and one.code != "LEF130"] == [], "its card is long"
