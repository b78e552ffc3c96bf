"""What a teacher hears on a leaf, and how leaves tell: situation, counted lists, plan, forms, summary."""

import pytest

from generators import compiled
from sopcurric.leaves.gathered import counted
from sopcurric.linguistics.reading import asks, is_placeholder, title_fault
from sopcurric.linguistics.reading_lines import heard
from sopcurric.linguistics.safety_signs import MANDATORY, WARNING, signs
from sopcurric.model.block_words import block_lines
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Leaf, LeafKind
from sopcurric.model.saying import words
from sopcurric.model.text import Text

PROJECT = "project: {name: n, language: zh}\n"
SOP = """
job: {code: PMP, title: 泵工, purpose: 保证连续供水。, workplace: 泵房，四班三运转}
hazards:
  - {id: H1, title: 联轴器绞伤, risk: larger, consequence: 肢体绞伤, controls: [防护罩齐全], ppe: [安全帽]}
equipment:
  - {id: E1, title: 循环水泵}
  - {id: E2, title: 电机}
  - {id: E3, title: 进口阀}
  - {id: E4, title: 出口阀}
  - {id: E5, title: 压力表}
parameters:
  - {id: K1, title: 供水压力, range: 0.35–0.45 MPa, alarm: 低于 0.3 MPa 报警}
deviations:
  - {id: V1, title: 水压下降, causes: [进气], actions: [排气], report: 报告班长, procedures: [P1]}
records:
  - {id: R1, title: 运行记录, columns: [时间, 压力, 记录人], number: JL-01, retention: 1 年}
procedures:
  - id: P1
    title: 启动循环水泵
    phase: start-up
    trigger: 接到开泵指令。
    result: 供水压力合格。
    equipment: [E1, E2, E3, E4, E5]
    records: [R1]
    tools: [扳手]
    steps:
      - {id: S1, text: 检查地脚螺栓，应齐全紧固}
      - {id: S2, text: 打开进口阀, critical: true, hazards: [H1], criterion: 应全开}
      - {id: S3, text: 观察供水压力, parameters: [K1], criterion: 压力 0.35–0.45 MPa}
      - {id: S4, text: TBD}
      - {id: S5, text: 是否有异响？}
      - {id: S6, text: 为什么要先灌泵？}
  - id: P2
    title: 注意事项
    phase: normal
    steps: [{id: S1, text: 清扫泵房}]
"""


@pytest.fixture(scope="module")
def one() -> Compilation:
    """A job with a rough procedure and one that is none."""
    return compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": SOP})


def leaf(compilation: Compilation, kind: LeafKind, task: str = "M01-T01") -> Leaf:
    """The leaf of a kind in a task."""
    leaves = (one for binder in compilation.binders for one in binder.leaves)
    return next(one for one in leaves if one.kind is kind and one.label.startswith(task))


def said(of: Leaf) -> str:
    """All that a leaf says, line by line."""
    return "\n".join(line for block in of.blocks for line in block_lines(block, "zh"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("应应检查油位", "doubled"),
        ("泵的的电源", "doubled"),
        ("排净空气。。", "doubled"),
        ("能上锁挂牌上锁挂牌", "doubled"),
        ("你在溶出岗位岗位工作", "doubled"),
        ("（1）（1）鸣铃报警", "doubled"),
        ("启动泵,观察压力", "half"),
        ("打开进口阀(全开)", "half"),
        ("打开进口阀，；排净空气", "odd"),
        ("检查油位（视镜", "odd"),
        ("暖管送汽：——管内积水", "odd"),
        ("检查阀门、", "odd"),
        ("关键步骤：“执行“十不吊”，逐条确认”", "odd"),
        ("能独立完成进入受限空间检修", "seam"),
        ("底流固含 350–450 g/L等 5 项", "seam"),
        ("能独立完成不得带压检修", "seam"),
        ("能检查油位，达到标准：应在 1/2", "seam"),
        ("碱液喷溅：碱液喷溅", "repeats"),
        ("报警：低于 0.2 MPa 报警", "repeats"),
        ("参与人员：主操；参与人员：副操", "repeats"),
        ("检查三个离心泵", "measure"),
        ("检查一台阀门", "measure"),
        ("领取 2 个手套", "measure"),
        ("；".join("甲乙丙丁戊己庚辛壬癸子丑寅"), "long"),
        ("check the valve before start", "foreign"),
    ],
)
def test_what_sounds_wrong_is_heard(line: str, kind: str) -> None:
    assert [one.kind for one in heard(line)] == [kind]


@pytest.mark.parametrize(
    "line",
    [
        "一步一步升压，逐级逐项确认。",
        "隔膜泵出口压力高高停泵",
        "打开启动燃烧器燃气阀",
        "检查三台离心泵、两个阀门、一块压力表和两副手套",
        "未验电的不得作业；的确需要时上锁挂牌",
        "按 S = (m₂ − m₁) / V 计算",
        "温度 ≤ 65 ℃，回油连续；振动 ≤ 2.8 mm/s",
        "领取 F 扳手、便携式 CO 报警仪",
        "“高温碱液喷溅、泄漏”“水击”等 4 项风险",
        "能在隔离点“主电机”上锁挂牌，能应对突发情况",
        "记录：能量隔离上锁挂牌记录",
        "“执行‘十不吊’，逐条确认”“检查吊具”等 3 步",
        "底流固含 350–450 g/L 等 5 项",
    ],
)
def test_good_lines_are_left_alone(line: str) -> None:
    assert heard(line) == ()


def test_what_is_still_to_be_written_is_known() -> None:
    open_ones = ("TBD", "待定", "略", "见附件", "（待补充）", "……", "xxx")
    assert [one for one in open_ones if not is_placeholder(one)] == []
    assert [one for one in ("打开进口阀", "待料位正常", "见干汽", "无泄漏") if is_placeholder(one)] == []


def test_questions_ask_for_reasons_or_for_a_judgement() -> None:
    assert [asks(one) for one in ("泵为什么要先灌泵？", "有异响吗？", "压力表是否正常", "检查油位")] == [
        "why",
        "whether",
        "whether",
        "",
    ]


@pytest.mark.parametrize(
    ("title", "fault"),
    [
        ("不得带压检修", "forbids"),
        ("注意事项", "section"),
        ("泵启动流程及要求", "names"),
        ("泵不上量怎么办？", "asks"),
        ("待定", "open"),
        ("启动离心泵", ""),
        ("岗位交接班", ""),
        ("执行操作规程", ""),
        ("落实安全要求", ""),
    ],
)
def test_titles_that_name_no_work_are_known(title: str, fault: str) -> None:
    assert title_fault(title) == fault


def test_signs_follow_from_words_of_danger_and_protection() -> None:
    assert signs(WARNING, "高温碱液喷溅，烫伤") == ("corrosion", "hot")
    assert signs(MANDATORY, "安全帽、防护面罩、耐碱手套") == ("helmet", "eyes", "gloves")
    assert signs(WARNING, "整理记录") == ()


def test_a_long_list_names_the_first_and_counts_all() -> None:
    names = tuple(Text.plain("zh", one) for one in "甲乙丙丁戊")
    assert words(counted("equipment", names), "zh") == "甲、乙、丙等 5 种设备"
    assert words(counted("hazard", names[:2]), "zh") == "“甲”“乙”风险"
    assert words(counted("record", names[:2]), "zh") == "《甲》《乙》"


def test_the_situation_is_told_in_sentences(one: Compilation) -> None:
    told = said(leaf(one, LeafKind.DESCRIPTION))
    assert "你在泵工岗位工作。工作环境是：泵房，四班三运转。这个岗位的工作是：保证连续供水。" in told
    assert "这一班的情况是：接到开泵指令。现在由你所在的小组完成“启动循环水泵”。" in told
    assert "其中关键步骤 1 步" in told
    assert "完成后要达到的成果是：供水压力合格。工作中要填好《运行记录》。" in told
    assert "（无）" not in told


def test_objectives_join_with_what_the_sop_says(one: Compilation) -> None:
    lines = said(leaf(one, LeafKind.OBJECTIVES)).split("\n")
    told = [line.partition(" 项）")[2].strip() for line in lines]  # without the code and what assesses it
    assert "能检查地脚螺栓，达到标准：齐全紧固" in told
    assert "能打开进口阀，达到标准：全开" in told
    assert "能判断是否有异响" in told
    assert "能说明为什么要先灌泵" in told
    assert "能指出循环水泵、电机、进口阀等 5 种设备的位置和用途" in told
    assert not any("TBD" in line for line in told)


def test_a_title_that_is_no_work_is_quoted(one: Compilation) -> None:
    assert "能按规程完成“注意事项”规定的工作" in said(leaf(one, LeafKind.COVER, "M01-T02"))


def test_the_plan_has_the_steps_and_the_hazards_name_theirs(one: Compilation) -> None:
    told = said(leaf(one, LeafKind.PLANNING))
    assert "联轴器绞伤 | 第 2 步" in told
    assert "1 | 准备：检查并穿戴防护用品；清点工具、材料和资料" in told
    assert "2 | 第 1 步：检查地脚螺栓" in told
    assert "收尾：填好《运行记录》；清理现场，归还工具" in told
    assert "TBD" not in told


def test_a_form_has_its_number_and_what_its_columns_do_not_ask(one: Compilation) -> None:
    told = said(leaf(one, LeafKind.RECORD)).split("\n")
    assert told == ["表单编号：JL-01", "日期：", "班次：", "设备：", "保存期限：1 年"]
    general = said(leaf(one, LeafKind.RECORD, "M01-T02")).split("\n")
    assert general == ["日期：", "班次：", "设备：", "记录人：", "任务实施记录", "清扫泵房"]


def test_a_summary_asks_for_what_the_task_is_about(one: Compilation) -> None:
    told = said(leaf(one, LeafKind.SUMMARY))
    assert "第 2 步（关键步骤）做什么、做到什么程度" in told
    assert "供水压力的正常范围，超出时的影响" in told
    assert "做第 2 步“打开进口阀”时，你是怎样确认做到位的？" in told
    assert "应全开" not in told, "answers stand on other leaves"


ROUTE = """
job: {code: INS, title: 点检员岗位}
procedures:
  - {id: P1, title: 清扫泵房, phase: normal, steps: [清扫地面]}
routes:
  - id: R1
    title: 点检循环水泵
    interval: 每班 2 次
    hazards: [H1, H2, H3, H4, H5, H6, H7, H8, H9, H10, H11, H12]
    points:
      - {id: A, part: 轴承, item: 温度, criterion: ≤ 80 ℃, critical: true}
      - {id: B, part: 轴封, item: 泄漏, criterion: 不滴漏}
hazards:
"""


def test_routes_have_points_and_posts_are_not_named_twice() -> None:
    hazards = "".join(
        f"  - {{id: H{n}, title: 危险{n}, risk: {'major' if n > 9 else 'larger'}}}\n" for n in range(1, 13)
    )
    compilation = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": ROUTE + hazards})
    told = said(leaf(compilation, LeafKind.DESCRIPTION, "M01-T02"))
    assert told.startswith(
        "你在点检员岗位工作。规程规定的作业时间是：每班 2 次。现在轮到你所在的小组完成“点检循环水泵”。"
    )
    assert "这条路线共有 2 个点检点，其中关键点 1 个" in told
    assert "第 1 点（轴承：温度）" in said(leaf(compilation, LeafKind.PLANNING, "M01-T02"))
    assert "第 1 点（关键点）检查什么、标准是什么" in said(leaf(compilation, LeafKind.SUMMARY, "M01-T02"))
    sheet = said(leaf(compilation, LeafKind.COVER, "M01-T02")).split("\n")
    assert sheet[-11] == "安全须知"
    assert sheet[-10].endswith("危险10"), "the worst first"
    assert sheet[-2] == "其余 4 项风险见“计划与决策”页"


def test_leaves_without_content_are_left_out(one: Compilation) -> None:
    kinds = {one.kind for binder in one.binders for one in binder.leaves if one.label.startswith("M01-T02")}
    assert {LeafKind.WORK, LeafKind.SUMMARY, LeafKind.PLANNING} <= kinds
    assert not kinds & {LeafKind.KNOWLEDGE, LeafKind.EXTENSION}


def test_a_limit_that_names_itself_has_no_label(one: Compilation) -> None:
    told = said(leaf(one, LeafKind.KNOWLEDGE))
    assert "低于 0.3 MPa 报警" in told
    assert "报警：低于" not in told
