"""Points of steps, plain lines and elements; which of them are one; competencies in four parts."""

import re
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given

from generators import checked, compiled, repositories
from sopcurric.app.showing import show
from sopcurric.linguistics.lexicon import BUILT_IN, OwnWords, is_chinese, lexicon_of
from sopcurric.linguistics.plain_lines import read_line
from sopcurric.linguistics.same_work import work_of
from sopcurric.linguistics.statement import parse_statement
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.model.shown import ShownPoint
from sopcurric.stages.point_merging import merge

pytestmark = pytest.mark.no_cover

PROJECT = "project: {name: 案例}\n"


def jobs(*steps: str, **lexicon: object) -> Compilation:
    """One job for each step."""
    sop = "job: {{code: J{}, title: 岗位}}\nprocedures: [{{id: P, title: 操作, steps: ['{}']}}]\n"
    sops = {f"sops/{place}.yaml": sop.format(place, step) for place, step in enumerate(steps)}
    return compiled({"sopcurric.yaml": PROJECT, **sops, **({"lexicon.yaml": str(lexicon)} if lexicon else {})})


def shared(*steps: str, **lexicon: object) -> list[list[str]]:
    """Which of the steps are one point, by their places."""
    compilation = jobs(*steps, **lexicon)
    catalogue = merge(compilation.profiles, compilation.inputs.lexicon)
    return [[re.findall(r"\d", one)[0] for one in point.points] for point in catalogue.points]


@pytest.mark.parametrize(
    "steps",
    [
        ("检查隔膜泵油位", "检查 隔膜泵 油位。"),
        ("检查隔膜泵油位", "查看隔膜泵油位"),
        ("启动离心泵", "开启离心泵"),
        ("测量轴承温度，≤ 80 ℃", "测量轴承温度，≤80℃"),
        ("检查油位，应在 1/2–2/3 处", "检查油位，1/2~2/3"),
        ("检查 1# 泵", "检查 1号泵"),
        ("了解溶出反应原理", "掌握溶出反应原理"),
        ("严禁带压拆卸法兰", "严禁 带压拆卸法兰。"),
    ],
)
def test_what_means_the_same_is_one_point(steps: tuple[str, str]) -> None:
    assert shared(*steps) == [["0", "1"]]


@pytest.mark.parametrize(
    "steps",
    [
        ("启动离心泵", "停止离心泵"),
        ("打开进口阀", "关闭进口阀"),
        ("开启离心泵", "停运离心泵"),
        ("检查 P-101 泵", "检查 P-102 泵"),
        ("检查 1# 泵", "检查 2# 泵"),
        ("检查 1-2 号泵", "检查 12 号泵"),
        ("测量轴承温度，≤ 80 ℃", "测量轴承温度，≤ 95 ℃"),
        ("测量轴承温度，≤ 80 ℃", "测量轴承温度，≥ 80 ℃"),
        ("测量压力，不低于 0.5 MPa", "测量压力，0.5 MPa"),
        ("检查隔膜泵油位", "检查隔膜泵油温"),
        ("检查隔膜泵油位", "记录隔膜泵油位"),
        ("了解溶出反应原理", "检查溶出反应原理"),
        ("检查隔膜泵油位", "检查隔膜泵油位，应在 1/2–2/3"),
        ("顺时针转动阀门", "逆时针转动阀门"),
        ("用水清洗滤芯", "用酸清洗滤芯"),
        ("用铜棒敲击轴承", "用铁锤敲击轴承"),
        ("戴手套拆卸轴承", "不戴手套拆卸轴承"),
        ("缓慢打开出口阀", "快速打开出口阀"),
        ("在转速低于 100 r/min 时投入盘车", "在转速高于 3000 r/min 时投入盘车"),
        ("能量隔离：识别电、液压", "能量隔离：识别电、蒸汽"),
    ],
)
def test_what_does_not_is_two(steps: tuple[str, str]) -> None:
    assert shared(*steps) == [["0"], ["1"]]


def test_opposites_of_one_family_are_different_work() -> None:
    assert work_of("raise", "en") != work_of("lower", "en")
    assert work_of("lift", "en") == work_of("move", "en") != work_of("raise", "en")


def test_a_point_without_a_measure_is_not_printed_with_that_of_another() -> None:
    assert shared("测量轴承温度", "测量轴承温度，≤ 80 ℃", "测量轴承温度，≤ 80 ℃") == [["0"], ["1", "2"]]


def test_words_of_the_trade_join_and_part_points() -> None:
    steps = ("清理种分槽", "清理分解槽", "提槽 3 cm", "降槽 3 cm")
    assert shared(*steps) == [["0"], ["1"], ["2"], ["3"]]
    own = {"synonyms": [["种分槽", "分解槽"], ["提槽", "降槽"]], "opposites": [["提槽", "降槽"]]}
    assert shared(*steps, **own) == [["0", "1"], ["2"], ["3"]]


def test_a_shared_point_has_all_sources_and_the_words_of_the_first() -> None:
    compilation = jobs("查看隔膜泵油位", "检查隔膜泵油位")
    (point,) = merge(reversed(compilation.profiles)).points
    assert point.points == ("J0/P/1.skill", "J1/P/1.skill")
    assert point.derived_from == ("J0/P/1", "J1/P/1")
    assert point.jobs == ("J0", "J1")
    assert (point.action, point.topic, point.level) == ("查看", "inspection", "perceive")


def _is_sound(compilation: Compilation, seed: int) -> None:
    profiles = compilation.profiles
    found = merge(profiles, compilation.inputs.lexicon)
    random = Random(seed)  # noqa: S311 - any order will do
    mixed = [
        replace(one, points=tuple(random.sample(one.points, len(one.points))))
        for one in random.sample(profiles, len(profiles))
    ]
    assert merge(mixed, compilation.inputs.lexicon) == found, "the order matters"
    every = {(point.id, address) for one in profiles for point in one.points for address in point.derived_from}
    points = compilation.points
    kept = [(name, address) for one in found.points for name in one.points for address in points[name].derived_from]
    assert sorted(kept) == sorted(every), "a source is lost, or stands twice"
    assert {address for one in found.points for address in one.derived_from} == {address for _, address in every}
    first = {one.points[0] for one in found.points}
    again = merge(
        (replace(one, points=tuple(p for p in one.points if p.id in first)) for one in profiles),
        compilation.inputs.lexicon,
    )
    assert [one.id for one in again.points] == [one.id for one in found.points], "merged points merge again"


@given(repositories())
def test_merging_loses_nothing_and_is_the_same_in_any_order(files: dict[str, str]) -> None:
    _is_sound(compiled(files), len(files))


def test_merging_of_the_example(alumina: Compilation) -> None:
    _is_sound(alumina, 7)


# --- Lines -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind", "topic"),
    [
        ("检查隔膜泵油位,应在 1/2–2/3", "skill", None),
        ("打锤极板", "skill", None),
        ("油位 1/2–2/3", "skill", None),
        ("了解上一班生产情况", "skill", None),
        ("缓慢开启阀门，否则会造成水击", "skill", None),
        ("检查泵是否会导致泄漏", "skill", None),
        ("细度偏细时增加给矿量，每次只改变一个条件", "skill", None),
        ("升温速度不得超过 30 ℃/h", "skill", None),
        ("掌握隔膜泵的工作原理", "knowledge", "principle"),
        ("熟悉岗位安全操作规程", "knowledge", "regulation"),
        ("1. 安全阀的作用", "knowledge", "equipment"),
        ("温度过高会造成结疤加快", "knowledge", "cause"),
        ("苛性比值是指苛性碱与氧化铝的分子比", "knowledge", "principle"),
        ("溶出温度是影响溶出率的主要因素", "knowledge", "parameter"),
        ("运行中严禁打开人孔", "conduct", "safety"),
        ("不合格品不得放行", "conduct", "quality"),
        ("不得擅自脱岗", "conduct", "teamwork"),
        ("工具不得乱放", "conduct", "craftsmanship"),
        ("Pump the liquor to the tank", "skill", None),
        ("The pressure must not exceed 8 MPa", "skill", None),
        ("Test the causes of vibration", "skill", None),
        ("Know the alarm limits of the pump", "knowledge", "parameter"),
        ("High temperature causes scaling", "knowledge", "cause"),
        ("The pump is driven by a motor", "knowledge", "equipment"),
        ("Never open the cover while the fan runs", "conduct", "safety"),
    ],
)
def test_what_a_plain_line_is(line: str, kind: str, topic: str | None) -> None:
    read = read_line(line, "zh" if re.search("[一-鿿]", line) else "en")
    assert (read.kind, read.topic) == (kind, topic)


def test_a_word_of_the_trade_makes_a_line_knowledge() -> None:
    assert read_line("结疤机制", "zh").kind == "skill"
    assert read_line("结疤机制", "zh", lexicon_of(OwnWords(knowledge=("机制",)))).kind == "knowledge"


def test_lines_that_are_no_deeds_give_points_that_fit_and_stay_on_the_work_leaf() -> None:
    steps = "[打开进口阀, 掌握泵的工作原理, 严禁空转]"
    sop = f"job: {{code: A, title: 甲工}}\nprocedures: [{{id: P, title: 启动泵, steps: {steps}}}]\n"
    compilation = checked({"sopcurric.yaml": PROJECT, "sops/a.yaml": sop}).compilation
    assert compilation is not None
    said = {one.id: words(one.statement, "zh") for one in compilation.points.values()}
    assert said == {
        "A/P/1.skill": "能打开进口阀",
        "A/P/2.knowledge": "能说明泵的工作原理",
        "A/P/3.conduct": "严禁空转",
    }
    work = [leaf for binder in compilation.binders for leaf in binder.leaves if leaf.kind.value == "W"]
    assert {"A/P/1", "A/P/2", "A/P/3"} <= {
        one for leaf in work for block in leaf.blocks for row in getattr(block, "rows", ()) for one in row.derived_from
    }


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("待油压正常后，缓慢打开进口阀", "待油压正常后"),
        ("用测振仪测量轴承振动", "用测振仪"),
        ("启动前，操作人员按规程检查油位", "启动前，按规程"),
        ("立即汇报班长", ""),
        ("操作人员缓慢关闭阀门", ""),
        ("When the pressure rises, slowly lower the stroke rate", "When the pressure rises"),
        ("Slowly open the valve", ""),
    ],
)
def test_when_and_with_what(sentence: str, condition: str) -> None:
    assert parse_statement(sentence, "zh" if re.search("[一-鿿]", sentence) else "en").condition == condition


# --- Elements --------------------------------------------------------------------------------------------------------


def test_what_is_read_sampled_and_judged_gives_skills() -> None:
    sop = """
job: {code: A, title: 甲工}
procedures: [{id: P, title: 调节温度, steps: [打开进口阀], materials: [石灰]}]
parameters:
  - {id: T, title: 溶出温度, range: 260–280 ℃, frequency: 每小时}
  - {id: U, title: 槽压, range: 0.2–0.4 MPa}
quality:
  - {id: Q, title: 固含, criterion: 300–400 g/L, sampling: 槽出口}
  - {id: R, title: 细度, criterion: ≤ 1.0 %}
"""
    points = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": sop}).points
    skills = {one.id: (one.topic, words(one.statement, "zh")) for one in points.values() if one.kind == "skill"}
    assert skills == {
        "A/P/1.skill": ("operation", "能打开进口阀"),
        "A/parameters/T.skill": ("measurement", "能按时读取溶出温度，判断是否在正常范围（260–280 ℃）"),
        "A/quality/Q.skill": ("judgement", "能取样检验固含，判断是否合格（300–400 g/L）"),
    }
    assert points["A/P.materials"].topic == "material"


def test_points_are_shown_once_with_their_sources_and_found_by_them(alumina: Compilation) -> None:
    sop = "job: {{code: {}, title: 甲工}}\nprocedures: [{{id: P, title: 启动泵, steps: [检查油位]}}]\n"
    files = {"sopcurric.yaml": PROJECT, "sops/a.yaml": sop.format("A"), "sops/b.yaml": sop.format("B")}
    (point,) = show(checked(files), "points", "", "zh")
    assert isinstance(point, ShownPoint)
    assert (point.title, point.jobs, point.derived_from) == ("能检查油位", ("A", "B"), ("A/P/1", "B/P/1"))
    for name in (point.id, "B/P/1.skill", "B/P/1", "A"):
        assert show(checked(files), "points", name, "zh") == (point,)
    assert {one.topic for profile in alumina.profiles for one in profile.points} >= {"operation", "cause", "teamwork"}


# --- Competencies ----------------------------------------------------------------------------------------------------


def told(title: str, language: str = "zh") -> str:
    sop = f"job: {{code: A, title: 甲工}}\nprocedures: [{{id: P, title: {title}, steps: [检查油位]}}]\n"
    project = f"project: {{name: n, language: {language}}}\n"
    (one,) = compiled({"sopcurric.yaml": project, "sops/a.yaml": sop}).competencies.values()
    return words(one.statement, language)


@pytest.mark.parametrize(
    ("title", "statement"),
    [
        ("启动离心泵", "能独立启动离心泵"),
        ("紧急停运磨机", "能独立紧急停运磨机"),
        ("启动隔膜泵向溶出机组进料", "能独立启动隔膜泵向溶出机组进料"),
        ("开车前检查", "能独立完成开车前检查"),
        ("开车准备", "能独立完成开车准备"),
        ("岗位交接班", "能独立完成岗位交接班"),
        ("取样", "能独立完成取样"),
    ],
)
def test_what_somebody_can_do(title: str, statement: str) -> None:
    assert told(title) == statement


def test_what_somebody_can_do_in_english() -> None:
    assert told("Start the feed pump", "en") == "Can independently start the feed pump"
    assert told("Shift handover", "en") == "Can do independently: Shift handover"


def test_a_competency_has_four_parts() -> None:
    sop = """
job: {code: A, title: 甲工}
permits: [{id: W, title: 动火作业票, kind: hot-work}]
quality: [{id: Q, title: 固含, criterion: 300–400 g/L}]
procedures:
  - id: P
    title: 启动泵
    phase: start-up
    trigger: 接到指令
    conditions: [油位正常]
    permits: [W]
    quality: [Q]
    result: 泵运行平稳。
    steps: [{id: S1, text: 检查油位, criterion: 1/2–2/3, critical: true}, {id: S2, text: 打开阀, criterion: 全开}]
  - {id: R, title: 停泵操作, phase: shutdown, steps: [打开阀]}
"""
    first, second = compiled({"sopcurric.yaml": PROJECT, "sops/a.yaml": sop}).competencies.values()
    assert [words(one, "zh") for one in first.conditions] == ["接到指令", "油位正常", "已办理动火作业票"]
    assert [words(one, "zh") for one in first.standards] == ["固含：300–400 g/L", "检查油位：1/2–2/3"]
    assert first.result is not None
    assert words(first.result, "zh") == "泵运行平稳"
    assert [words(one, "zh") for one in second.conditions] == ["停车时"]
    assert (second.standards, second.result) == ((), None)


def test_every_competency_of_the_example_is_a_verb_with_what_it_is_done_to(alumina: Compilation) -> None:
    for one in alumina.competencies.values():
        said = words(one.statement, "zh")
        lead = re.match("能独立(?:紧急)?", said)
        assert lead, said
        assert BUILT_IN.verb_at(said, lead.end()), said
        assert one.standards or one.result, said


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("不能带负荷拉闸", "conduct"),
        ("不可用水灭火", "conduct"),
        ("任何情况下都不打开旁路", "conduct"),
        ("千万不要站在法兰正面", "conduct"),
        ("千万别忘了关排污阀", "skill"),
        ("不得不停机时通知调度", "skill"),
        ("电流不得超过 30 A", "skill"),
        ("It is forbidden to open the cover", "conduct"),
        ("No smoking", "conduct"),
        ("Under no circumstances open the bypass", "conduct"),
        ("Keep hands clear of the belt", "conduct"),
        ("Do not forget to close the valve", "skill"),
        ("Do not only check the level but also the temperature", "skill"),
    ],
)
def test_what_is_forbidden_is_conduct_and_what_only_sounds_like_it_is_not(line: str, kind: str) -> None:
    assert read_line(line, "zh" if is_chinese(line) else "en").kind == kind
