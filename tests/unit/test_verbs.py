"""Verb lists: size, levels, morphology."""

import json

import pytest

from sopcurric.linguistics import verbs_en, verbs_zh
from sopcurric.linguistics.levels import Domain, VerbLevel
from sopcurric.linguistics.points import classify
from sopcurric.linguistics.verbs import level_of


def test_the_lists_are_long_enough_and_every_level_has_verbs() -> None:
    assert len(verbs_zh.VERBS) >= 200
    assert len(verbs_en.VERBS) >= 150
    assert set(verbs_zh.LEVELS) == set(verbs_en.LEVELS) == set(VerbLevel)
    assert all(verbs_zh.LEVELS.values())
    assert all(verbs_en.LEVELS.values())


def test_no_noun_is_a_verb() -> None:
    assert not verbs_zh.NOUNS & verbs_zh.VERBS.keys()


def test_every_level_has_a_place_in_a_taxonomy() -> None:
    assert {level.domain for level in VerbLevel} == set(Domain)
    assert all(level.stage for level in VerbLevel)


@pytest.mark.parametrize(
    ("action", "language", "level"),
    [
        ("观察", "zh", VerbLevel.PERCEIVE),
        ("穿戴好", "zh", VerbLevel.PREPARE),
        ("上锁挂牌", "zh-CN", VerbLevel.PROTECT),
        ("启动", "zh", VerbLevel.OPERATE),
        ("测量并记录", "zh", VerbLevel.MEASURE),
        ("调节", "zh", VerbLevel.ADJUST),
        ("判断", "zh", VerbLevel.DIAGNOSE),
        ("处置", "zh", VerbLevel.RESPOND),
        ("通知", "zh", VerbLevel.COMMUNICATE),
        ("编制", "zh", VerbLevel.CREATE),
        ("Check and tighten", "en", VerbLevel.VERIFY),
        ("records", "en", VerbLevel.RECORD),
        ("Do not touch", "en", VerbLevel.PERCEIVE),
        ("Zzz", "en", None),
        ("", "zh", None),
        ("", "en", None),
    ],
)
def test_level_of(action: str, language: str, level: VerbLevel | None) -> None:
    assert level_of(action, language) == level


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("measuring", "measure"),
        ("Stopped", "stop"),
        ("applies", "apply"),
        ("washes", "wash"),
        ("valves", "valve"),
        ("glass", "glass"),
        ("boxes", "box"),
        ("gas", "gas"),
    ],
)
def test_stem(word: str, base: str) -> None:
    assert verbs_en.stem(word) == base


@pytest.mark.parametrize(
    "phrase",
    [
        "启动离心泵",
        "能识读工艺流程图",
        "将阀门打开",
        "用测温枪测量温度",
        "制定操作规程",
        "危险源辨识",
        "会判断轴承异响的原因",
        "制定受限空间作业的安全措施",
        "记录运行参数",
        "确认启动条件",
        "讲解设备工作原理",
        "按工作票要求办理停电手续",
        "掌握点火操作技能",
        "了解情况后汇报班长",
        "识别安全标志",
        "把跑偏的皮带拉正",
        "拿抹布擦净机台",
        "堵泄漏点",
    ],
)
def test_chinese_skills(phrase: str) -> None:
    assert classify(phrase, "zh") == "skill"


@pytest.mark.parametrize(
    "phrase",
    [
        "离心泵的工作原理",
        "操作规程",
        "检查轴承的方法",
        "了解溶出原理",
        "润滑油的种类",
        "溶出反应",
        "掌握设备启动方法",
        "盘车的目的",
        "切换备用泵的时间间隔",
        "记录填写要求",
        "配料计算公式",
        "检修前的准备工作",
        "检查盲板的规定",
        "为什么要先关出口阀",
        "润滑“三过滤”",
        "溶出温度一般为 240 ℃",
        "形位公差的标注",
        "仪表的分类与量程选择",
    ],
)
def test_chinese_knowledge(phrase: str) -> None:
    assert classify(phrase, "zh") == "knowledge"


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("operate pumps", "skill"),
        ("calibrate instruments", "skill"),
        ("hybridise plants", "skill"),
        ("welding techniques", "knowledge"),
        ("research", "knowledge"),
        ("use of special equipment", "knowledge"),
        ("design drawings", "knowledge"),
        ("", "knowledge"),
    ],
)
def test_english_kinds(phrase: str, kind: str) -> None:
    assert classify(phrase, "en") == kind


def test_lists_are_plain_data() -> None:
    assert json.loads(json.dumps(verbs_zh.VERBS, ensure_ascii=False))["启动"] == "operate"
