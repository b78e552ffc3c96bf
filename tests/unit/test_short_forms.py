"""Forms of elements that are shorter than a mapping, and what is read out of one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.linguistics.parameter_line import read_index, read_line
from sopcurric.model.files.sop_sections import Parameter, QualityCheck
from sopcurric.model.files.sop_steps import Step


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("打开进口阀", {"text": "打开进口阀"}),
        ({"S1": "打开进口阀"}, {"id": "S1", "text": "打开进口阀"}),
        ({"1a": "打开进口阀"}, {"id": "1a", "text": "打开进口阀"}),
        ({"S1": {"zh": "开", "en": "open"}}, {"id": "S1", "text": {"zh": "开", "en": "open"}}),
        ({"zh": "开", "en": "open"}, {"text": {"zh": "开", "en": "open"}}),
        ({"id": "S1", "zh": "开"}, {"id": "S1", "text": {"zh": "开"}}),
        ({"S1": {"text": "开", "critical": True}}, {"id": "S1", "text": "开", "critical": True}),
    ],
)
def test_short_forms_say_the_same(short: object, long: object) -> None:
    assert Step.model_validate(short) == Step.model_validate(long)


@pytest.mark.parametrize("typo", ["txt", "tex", "steps_", "texts"])
def test_a_misspelt_key_is_no_id(typo: str) -> None:
    assert Step.long_form({typo: "打开进口阀"}) == {typo: "打开进口阀"}


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (
            "溶出温度 260–280 ℃，报警 ＞285 ℃，联锁 >290 ℃，每小时记录",
            {
                "title": "溶出温度",
                "range": "260–280 ℃",
                "alarm": "＞285 ℃",
                "interlock": ">290 ℃",
                "frequency": "每小时记录",
            },
        ),
        ("溶出温度应控制在260~280℃", {"title": "溶出温度", "range": "260~280℃"}),
        ("1号泵出口压力 ≤ 6.5 MPa，8 h/次", {"title": "1号泵出口压力", "range": "≤ 6.5 MPa", "frequency": "8 h/次"}),
        ("赤泥 A/S ≤ 1.2", {"title": "赤泥 A/S", "range": "≤ 1.2"}),
        ("AO-1 氧化铝含量 ≥ 98.6 %", {"title": "AO-1 氧化铝含量", "range": "≥ 98.6 %"}),
        ("压力: 高于 7.5 MPa 报警", {"title": "压力", "alarm": "高于 7.5 MPa 报警"}),
        ("产量 1,200 t, 每班", {"title": "产量", "range": "1,200 t", "frequency": "每班"}),
        ("轴承温度不高于 75 ℃", {"title": "轴承温度", "range": "不高于 75 ℃"}),
        ("压力 4–6 MPa，且高于饱和蒸汽压", {"title": "压力", "range": "4–6 MPa，且高于饱和蒸汽压"}),
        (
            "Bearing temperature below 75 ℃, hourly",
            {"title": "Bearing temperature", "range": "below 75 ℃", "frequency": "hourly"},
        ),
        (
            "碱浓度 <<200 g/L，上限 210|200–245 g/L>>，连续",
            {"title": "碱浓度", "range": "<<200 g/L，上限 210|200–245 g/L>>", "frequency": "连续"},
        ),
        ("油位", {"title": "油位"}),
    ],
)
def test_a_parameter_on_one_line(line: str, read: dict[str, str]) -> None:
    assert read_line(line) == read
    assert Parameter.model_validate(line) == Parameter.model_validate(read)


def test_a_quality_index_on_one_line() -> None:
    assert read_index("苛性比值 1.38–1.42，每班一次") == {
        "title": "苛性比值",
        "criterion": "1.38–1.42",
        "frequency": "每班一次",
    }
    assert QualityCheck.model_validate("苛性比值 ≤ 1.42，报警 1.5").criterion.words("zh") == "≤ 1.42，报警 1.5"


@given(st.text(alphabet="溶温度压力A1 0.5–—<>|=≥，,；;报警联锁每次/h℃%:：\n<<>>", max_size=40))
def test_no_word_of_a_line_is_lost_and_no_mark_is_cut(line: str) -> None:
    for read in (read_line(line), read_index(line)):
        kept = "".join(read.values())
        lost = [sign for sign in line if sign not in kept and sign not in "，,；; \n:：—报警联锁=–"]
        assert not lost
        assert kept.count("<<") >= line.count("<<")
        assert kept.count(">>") >= line.count(">>")
