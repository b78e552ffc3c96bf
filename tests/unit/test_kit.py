"""What is laid out for a task: protective equipment once, what is for rescue for the group; names of points."""

import pytest

from sopcurric.leaves.kit import amount, is_among
from sopcurric.model.markup import parse
from sopcurric.model.retell import named
from sopcurric.model.text import EMPTY, Text

pytestmark = pytest.mark.no_cover


def said(words: str) -> Text:
    return Text.of({"zh": parse(words)})


@pytest.mark.parametrize(
    ("worn", "listed"),
    [
        ("正压式空气呼吸器（应急）", "正压式空气呼吸器"),
        ("防酸服", "防酸服和手套"),
        ("防酸手套", "防酸服和手套"),
        ("护目镜", "防护面罩或护目镜"),
    ],
)
def test_equipment_is_listed_under_another_name(worn: str, listed: str) -> None:
    assert is_among(said(worn), [said("安全帽"), said(listed)])


@pytest.mark.parametrize(
    ("worn", "listed"), [("绝缘手套", "防酸服和手套"), ("防酸面罩", "防酸服"), ("手套", "绝缘手套")]
)
def test_other_equipment_is_listed_on_its_own(worn: str, listed: str) -> None:
    assert not is_among(said(worn), [said(listed)])


def test_what_is_for_rescue_is_for_the_group() -> None:
    assert amount(said("正压式空气呼吸器"), EMPTY) == "kit.group"
    assert amount(said("安全带"), said("受限空间救援")) == "kit.group"
    assert amount(said("安全帽"), EMPTY) == "kit.each"


@pytest.mark.parametrize("words", ["新蒸汽管道暖管送汽：", "新蒸汽管道暖管送汽。", "新蒸汽管道暖管送汽"])
def test_a_name_ends_without_a_mark(words: str) -> None:
    assert named(said(words)).words("zh") == "新蒸汽管道暖管送汽"
