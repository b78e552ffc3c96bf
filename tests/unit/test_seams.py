"""Seams of Chinese sentences: marks between values, the space beside letters and figures, quotations in quotations."""

import pytest

from sopcurric.linguistics.lexicon import BUILT_IN
from sopcurric.model.competency_parts import behaviour
from sopcurric.model.enumerating import single
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, Plain, Text, sentence

pytestmark = pytest.mark.no_cover


def zh(words_: str) -> Text:
    return Text.plain("zh", words_)


def test_no_mark_stands_between_two_quoted_words() -> None:
    quoted = [sentence("lesson.quoted", title=zh(one)) for one in ("启动泵", "停运泵")]
    assert words(sentence("lesson.join", left=quoted[0], right=quoted[1]), "zh") == "“启动泵”“停运泵”"
    assert words(sentence("lesson.join", left=quoted[0], right=zh("加料")), "zh") == "“启动泵”、加料"


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ("浓度 5 g/L", "浓度 5 g/L 等 3 项"),
        ("浓度、温度", "浓度、温度等 3 项"),
        ("转化率 99.5 %", "转化率 99.5 % 等 3 项"),
    ],
)
def test_a_space_parts_chinese_from_figures_and_units(items: str, told: str) -> None:
    assert words(sentence("criterion.more", items=zh(items), number=3), "zh") == told


@pytest.mark.parametrize(
    ("title", "value", "told"),
    [
        ("润滑油位", "视镜 1/2–2/3", "润滑油位：视镜 1/2–2/3"),
        ("出水温度", "≤ 45 ℃", "出水温度 ≤ 45 ℃"),
        ("流量（占设计流量）", "≥ 90 %", "流量（占设计流量）≥ 90 %"),
    ],
)
def test_a_name_and_its_value_in_words_are_parted_by_a_colon(title: str, value: str, told: str) -> None:
    assert words(sentence("criterion.value", title=zh(title), value=zh(value)), "zh") == told


def test_a_colon_does_not_follow_a_colon_before_a_number() -> None:
    def told(subject: str, standard: str) -> str:
        return words(sentence("competency.standard.of", subject=zh(subject), standard=zh(standard)), "zh")

    assert told("轴承：温度", "≤ 80 ℃") == "轴承：温度 ≤ 80 ℃"
    assert told("轴承：外观", "无裂纹") == "轴承：外观：无裂纹"
    assert told("轴承温度", "≤ 80 ℃") == "轴承温度：≤ 80 ℃"


def test_stress_parts_a_name_from_what_follows() -> None:
    assert (
        words(sentence("cards.hazard.bare", level=zh("重大风险（红）"), title=zh("碱液喷溅")), "zh")
        == "重大风险（红） 碱液喷溅"
    )


def test_a_quotation_in_a_quotation_has_single_marks() -> None:
    title: Phrase = zh("执行“十不吊”，逐条确认")
    assert words(sentence("lesson.quoted", title=title), "zh") == "“执行‘十不吊’，逐条确认”"


def test_bare_names_and_numbers_keep_to_what_stands_beside_them() -> None:
    assert words(sentence("criterion.more", items="A-1", number=3), "zh") == "A-1等 3 项"


@pytest.mark.parametrize(
    ("roles", "told"),
    [
        (["主操（中控）", "副操", "主操", "主操与副操"], ["主操（中控）", "副操"]),
        (["岗位操作员与检修负责人", "电工", "检修负责人和班长"], ["岗位操作员", "检修负责人", "电工", "班长"]),
        (["持证操作员，两人同行"], ["持证操作员"]),
    ],
)
def test_roles_are_told_one_by_one_and_once(roles: list[str], told: list[str]) -> None:
    assert [one.words("zh") for one in single(map(zh, roles))] == told


def test_roles_that_languages_divide_differently_are_kept_whole() -> None:
    role = Text.of({"zh": (Plain("主操与副操"),), "en": (Plain("both operators"),)})
    assert single([role]) == (role,)


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("进入受限空间检修", "能独立进入受限空间检修"),
        ("装槽并送电", "能独立装槽并送电"),
        ("岗位交接班", "能独立完成岗位交接班"),
        ("班前检查桥式起重机", "能独立完成“班前检查桥式起重机”"),
        ("发电机并网操作", "能独立完成发电机并网操作"),
    ],
)
def test_what_is_done_is_told_as_it_is_done(title: str, told: str) -> None:
    assert words(behaviour(zh(title), "zh", BUILT_IN), "zh") == told
