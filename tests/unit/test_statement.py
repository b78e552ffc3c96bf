"""Steps split into manner, action, object and criterion; nothing of a sentence may vanish."""

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.linguistics.statement import Statement, parse_statement

CHINESE = [
    ("检查隔膜泵油位，应在 1/2–2/3", "", "检查", "隔膜泵油位", "应在 1/2–2/3"),
    ("确认安全阀铅封完好", "", "确认", "安全阀铅封", "完好"),
    ("缓慢打开出口阀，出口压力保持在 6.0–6.5 MPa", "缓慢", "打开", "出口阀", "出口压力保持在 6.0–6.5 MPa"),
    ("将原矿浆固含调节至 300–400 g/L", "将", "调节", "原矿浆固含", "至 300–400 g/L"),
    ("对轴承进行检查", "对 进行", "检查", "轴承", ""),
    ("对减速机轴承进行温度测量", "对 进行", "测量", "减速机轴承温度", ""),
    ("用测温枪测量轴承温度，≤ 80 ℃", "用测温枪", "测量", "轴承温度", "≤ 80 ℃"),
    ("按由低到高的顺序依次关闭各级进汽阀", "按由低到高的顺序依次", "关闭", "各级进汽阀", ""),
    ("待转速达到额定值后，启动给料泵", "待转速达到额定值后", "启动", "给料泵", ""),
    ("与主控室联系，确认具备启动条件", "与", "联系", "主控室", "确认具备启动条件"),
    ("通知主控室准备启动隔膜泵", "", "通知", "主控室", "准备启动隔膜泵"),
    ("穿戴防碱服、防护面屏和耐碱手套", "", "穿戴", "防碱服、防护面屏和耐碱手套", ""),
    ("作业前，穿戴好防护用品", "作业前", "穿戴好", "防护用品", ""),
    ("发现轴承温度异常，立即停机并汇报", "发现轴承温度异常，立即", "停机并汇报", "", ""),
    ("向主控室汇报设备运行状态", "向主控室", "汇报", "设备运行状态", ""),
    ("手动盘车 2–3 圈，应无卡涩", "手动", "盘车", "", "2–3 圈，应无卡涩"),
    ("打开出口阀至 50%", "", "打开", "出口阀", "至 50%"),
    ("确认进出口阀关闭", "", "确认", "进出口阀", "关闭"),
    ("检查地脚螺栓、联轴器螺栓有无松动", "", "检查", "地脚螺栓、联轴器螺栓", "有无松动"),
    ("检查并紧固地脚螺栓", "", "检查并紧固", "地脚螺栓", ""),
    ("关闭进口阀后打开放空阀", "关闭进口阀后", "打开", "放空阀", ""),
    ("设备检修前上锁挂牌", "设备检修前", "上锁挂牌", "", ""),
    ("离心泵启动", "", "启动", "离心泵", ""),
    ("岗位交接班", "", "交接班", "岗位", ""),
    ("巡回检查溶出机组", "", "巡回检查", "溶出机组", ""),
    ("严禁用湿手操作电气开关", "严禁 用湿手", "操作", "电气开关", ""),
    ("启动时不得站在联轴器侧面", "启动时 不得", "站在", "联轴器侧面", ""),
    ("严禁烟火", "", "严禁", "烟火", ""),
    ("湿手不得操作按钮", "湿手不得", "操作", "按钮", ""),
    ("转速调到 800 r/min", "", "调", "转速", "到 800 r/min"),
    ("焙烧温度控制 1050 ℃", "", "控制", "焙烧温度", "1050 ℃"),
    ("阀门开两扣", "", "开", "阀门", "两扣"),
    ("排气压力设定为 0.7 MPa", "", "设定", "排气压力", "为 0.7 MPa"),
    ("给料量由 80 t/h 逐步加到 110 t/h", "由 80 t/h 逐步", "加", "给料量", "到 110 t/h"),
    ("把压盖螺栓拧紧", "把", "拧紧", "压盖螺栓", ""),
    ("用扳手把螺母拧松半圈", "用扳手 把", "拧松", "螺母", "半圈"),
    ("用撬棍把盖板撬起", "用撬棍 把", "撬起", "盖板", ""),
    ("插木棒", "", "插", "木棒", ""),
    ("再拧半圈", "再", "拧", "", "半圈"),
    ("换布", "", "换布", "", ""),
    ("装槽时隔板对准，间距 100 mm", "装槽时", "对准", "隔板", "间距 100 mm"),
    ("停机后别走远，盯住电流表", "停机后别走远", "盯住", "电流表", ""),
    ("听见异响就赶紧停机", "听见异响就赶紧", "停机", "", ""),
    ("振动大于 4.5 mm/s 立即停机", "振动大于 4.5 mm/s 立即", "停机", "", ""),
    ("干燥塔周期为 8 h，先打开放空阀", "干燥塔周期为 8 h，先", "打开", "放空阀", ""),
    ("司机应检查吊钩", "司机应", "检查", "吊钩", ""),
    ("在换热器入口装压力表", "在换热器入口", "装", "压力表", ""),
    ("用铁锹铲残极", "用铁锹", "铲", "残极", ""),
    ("溢流用水冲洗并引入回收系统，不得外排", "溢流 用水", "冲洗并引入", "回收系统", "不得外排"),
    ("轴承用煤油清洗两遍", "用煤油", "清洗", "轴承", "两遍"),
    ("焊缝打磨平整", "", "打磨", "焊缝", "平整"),
    ("轴承涂满润滑脂", "轴承", "涂满", "润滑脂", ""),
    ("换下的废油倒入废油桶", "", "倒入", "换下的废油", "废油桶"),
    ("先停汽、后停料", "先", "停汽", "后停料", ""),
    ("把水溅到电机上", "把", "溅", "水", "到电机上"),
    ("脉冲阀不能启动", "", "启动", "脉冲阀不能", ""),
    ("人孔螺栓应紧固齐全", "", "", "人孔螺栓应紧固齐全", ""),
    ("应外观完好、在校准有效期内", "", "", "应外观完好、在校准有效期内", ""),
    ("液位未恢复，报告班长", "液位未恢复", "报告", "班长", ""),
    ("记录启动时间、电流和出口压力", "", "记录", "启动时间、电流和出口压力", ""),
    ("将给料泵出口阀打开", "将", "打开", "给料泵出口阀", ""),
    ("将测量结果记录在点检表上", "将", "记录", "测量结果", "在点检表上"),
    ("油位应在 1/2–2/3", "", "", "油位应在 1/2–2/3", ""),
    ("当电流超过 150 A 时，减小给料量", "当电流超过 150 A 时", "减小", "给料量", ""),
    ("若振动超标，停泵检查", "若振动超标", "停泵检查", "", ""),
    ("每 2 h 记录溶出温度", "每 2 h", "记录", "溶出温度", ""),
    ("检查冷却水畅通,无泄漏", "", "检查", "冷却水", "畅通,无泄漏"),
    ("用水冲洗泵体及周围地面，地面无积液", "用水", "冲洗", "泵体及周围地面", "地面无积液"),
    ("操作人员检查油位", "操作人员", "检查", "油位", ""),
    ("保持炉膛负压 -20～-50 Pa", "", "保持", "炉膛负压", "-20～-50 Pa"),
    ("控制溶出温度在 260–280 ℃", "", "控制", "溶出温度", "在 260–280 ℃"),
    ("调节蒸汽阀使温度升至 95 ℃", "", "调节", "蒸汽阀", "使温度升至 95 ℃"),
    ("对轴承加注润滑脂 20 g", "对轴承", "加注", "润滑脂", "20 g"),
    ("用 500 V 兆欧表测量电机绝缘电阻，≥ 0.5 MΩ", "用 500 V 兆欧表", "测量", "电机绝缘电阻", "≥ 0.5 MΩ"),
    ("打开进口阀、关闭旁路阀", "", "打开", "进口阀", "关闭旁路阀"),
    ("在控制柜上挂“禁止合闸，有人工作”牌", "在控制柜上", "挂", "“禁止合闸，有人工作”牌", ""),
    ("按下“启动”按钮", "", "按下", "“启动”按钮", ""),
    ("按停止按钮停泵，确认泵不反转", "", "按", "停止按钮", "停泵，确认泵不反转"),
    ("填写交接班记录并签字", "", "填写", "交接班记录", "并签字"),
    ("由电工断开动力电源，每个隔离点逐一上锁并挂牌", "由电工", "断开", "动力电源", "每个隔离点逐一上锁并挂牌"),
    (
        "溶出温度偏低时先检查新蒸汽压力，再开大新蒸汽调节阀",
        "溶出温度偏低时先",
        "检查",
        "新蒸汽压力",
        "再开大新蒸汽调节阀",
    ),
    ("经末级闪蒸和泄压系统将机组压力卸至零", "经末级闪蒸和泄压系统 将", "卸", "机组压力", "至零"),
    ("随温度下降逐步降低系统压力", "随温度下降逐步", "降低", "系统压力", ""),
    ("（1）检查油位：应在视镜中线", "（1）", "检查", "油位", "应在视镜中线"),
    ("确认：油位正常，冷却水畅通", "", "确认", "油位", "正常，冷却水畅通"),
    ("机组温度低于 100 ℃ 后停隔膜泵", "机组温度低于 100 ℃ 后", "停", "隔膜泵", ""),
    ("侧身缓慢打开低点放料阀排净残料", "侧身缓慢", "打开", "低点放料阀", "排净残料"),
    ("检查制备槽内无残液", "", "检查", "制备槽内", "无残液"),
    ("取样判断溶出效果", "", "取样判断", "溶出效果", ""),
    ("将停炉时间和过程填入启停记录", "将", "填入", "停炉时间和过程", "启停记录"),
]
ENGLISH = [
    (
        "Check the oil level, it must be between 1/2 and 2/3",
        "",
        "Check",
        "the oil level",
        "it must be between 1/2 and 2/3",
    ),
    (
        "Slowly open the valve until the pressure reaches 6 MPa",
        "Slowly",
        "open",
        "the valve",
        "until the pressure reaches 6 MPa",
    ),
    ("When the speed is stable, start the feed pump", "When the speed is stable", "start", "the feed pump", ""),
    (
        "Using a thermometer, measure the bearing; it must not exceed 80 °C",
        "Using a thermometer",
        "measure",
        "the bearing",
        "it must not exceed 80 °C",
    ),
    ("Inspect oil, water and air lines for leaks", "", "Inspect", "oil, water and air lines", "for leaks"),
    ("Set up and operate machines", "", "Set up and operate", "machines", ""),
    ("Lock out and tag all sources before maintenance", "", "Lock out and tag", "all sources", "before maintenance"),
    ("Adjust the flow to 50 t/h", "", "Adjust", "the flow", "to 50 t/h"),
    ("The operator records the readings every 2 h", "The operator", "records", "the readings", "every 2 h"),
    ("Keep the level within 40-60 %", "", "Keep", "the level", "within 40-60 %"),
    ("Do not touch rotating parts", "", "Do not touch", "rotating parts", ""),
    ("1. Drain the tank at 60 °C, then close the valve", "1", "Drain", "the tank", "at 60 °C, then close the valve"),
    ("Bearing temperature", "", "", "Bearing temperature", ""),
]


@pytest.mark.parametrize(
    ("sentence", "manner", "action", "thing", "criterion"), CHINESE, ids=[case[0] for case in CHINESE]
)
def test_chinese(sentence: str, manner: str, action: str, thing: str, criterion: str) -> None:
    assert parse_statement(sentence, "zh") == Statement(manner, action, thing, criterion)


@pytest.mark.parametrize(
    ("sentence", "manner", "action", "thing", "criterion"), ENGLISH, ids=[case[0] for case in ENGLISH]
)
def test_english(sentence: str, manner: str, action: str, thing: str, criterion: str) -> None:
    assert parse_statement(sentence, "en") == Statement(manner, action, thing, criterion)


@pytest.mark.parametrize("sentence", [case[0] for case in CHINESE])
def test_half_width_marks_are_as_good(sentence: str) -> None:
    marks = str.maketrans("，：；", ",:;")
    half = sentence.translate(marks)
    full, narrow = parse_statement(sentence, "zh"), parse_statement(half, "zh")
    assert (narrow.action, narrow.object) == (full.action, full.object.translate(marks))


@pytest.mark.parametrize(
    ("sentence", "circumstance"),
    [
        ("将给料泵出口阀打开", ""),
        ("对轴承进行检查", ""),
        ("对轴承每班进行一次检查", "每班 一次"),
        ("经泄压系统将机组压力卸至零", "经泄压系统"),
        ("待转速稳定后，将出口阀打开", "待转速稳定后"),
        ("缓慢打开出口阀", "缓慢"),
    ],
)
def test_particles_are_no_circumstance(sentence: str, circumstance: str) -> None:
    assert parse_statement(sentence, "zh").circumstance == circumstance


PIECES = st.sampled_from(
    """
    将 把 对 用 按 与 向 待 当 后 前 时 在 至 到 应 无 并 再 先 缓慢 立即 进行 一次 检查 确认 启动 停 打开 关闭 调节
    测量 记录 上锁挂牌 通知 取样 油位 隔膜泵 出口阀 轴承温度 安全阀 主控室 操作人员
    测温枪 启动按钮 规程 完好 正常 泄漏 转速 调 拧 设 插 严禁 不得 应 就 立即 别 半圈 两扣 过程中 下去 干燥塔 并且 未
    ， 。 ； ： 、 , : ( ) （ ） “ ” 【 《 ≤ 80 ℃ 1/2 6.0–6.5 MPa
    Open the valve check and until must to is When Using _ ² é
    """.split(),  # noqa: SIM905
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w", text))


@given(
    st.one_of(
        st.lists(PIECES, max_size=14).map("".join), st.lists(PIECES, max_size=14).map(" ".join), st.text(max_size=40)
    )
)
def test_nothing_vanishes(sentence: str) -> None:
    for language in ("zh", "en"):
        found = parse_statement(sentence, language)
        parts = found.manner + found.action + found.object + found.criterion
        assert words(parts) == words(sentence)
        assert found.action or not (found.manner or found.criterion)
