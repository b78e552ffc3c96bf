"""Quantities: what is one and what is not, what they say, and how they are spelt as they should be."""

import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.linguistics.conversion import UnitError, compatible, converted
from sopcurric.model.limits import first_quantity, inside, nearer, only_quantity, outside
from sopcurric.model.markup import parse, written
from sopcurric.model.quantities import read, respelled
from sopcurric.model.text import Quantity, Text, flat

READ = {
    "260–280 ℃": ("260–280 ℃", "260", "280", "℃"),
    "260~280℃": ("260~280℃", "260", "280", "℃"),
    "260 ℃ ~ 280 ℃": ("260 ℃ ~ 280 ℃", "260", "280", "℃"),
    "260℃-280℃": ("260℃-280℃", "260", "280", "℃"),
    "-0.09–-0.08 MPa": ("-0.09–-0.08 MPa", "-0.09", "-0.08", "MPa"),
    "20 to 30 ℃": ("20 to 30 ℃", "20", "30", "℃"),
    "≥ 98.6 %": ("≥ 98.6 %", "98.6", "", "%"),
    ">=98.6%": (">=98.6%", "98.6", "", "%"),
    "≤75℃": ("≤75℃", "", "75", "℃"),
    "不低于 0.5 MΩ": ("0.5 MΩ", "0.5", "", "MΩ"),
    "不大于 75 ℃": ("75 ℃", "", "75", "℃"),
    "小于 0.02 %": ("0.02 %", "", "0.02", "%"),
    "严禁超过 80 ℃": ("80 ℃", "", "80", "℃"),
    "not more than 5 m": ("5 m", "", "5", "m"),
    "0.3MPa以上": ("0.3MPa", "0.3", "", "MPa"),
    "8 h/次": ("8 h/次", "8", "8", "h/次"),
    "2 次/班": ("2 次/班", "2", "2", "次/班"),
    "每 10 min": ("10 min", "10", "10", "min"),
    "1 次/4 h": ("4 h", "4", "4", "h"),
    "±0.5 ℃": ("±0.5 ℃", "-0.5", "0.5", "℃"),
    "20 ± 0.5 ℃": ("20 ± 0.5 ℃", "19.5", "20.5", "℃"),
    "1.2×10³ kPa": ("1.2×10³ kPa", "1200", "1200", "kPa"),
    "1.5×10⁻² m": ("1.5×10⁻² m", "0.015", "0.015", "m"),
    "1,200 t": ("1,200 t", "1200", "1200", "t"),
    "１２０ ℃": ("１２０ ℃", "120", "120", "℃"),
    "－5 ℃": ("－5 ℃", "-5", "-5", "℃"),
    "−5 ℃": ("−5 ℃", "-5", "-5", "℃"),
    "98％": ("98％", "98", "98", "％"),
    "升温到260℃后": ("260℃", "260", "260", "℃"),
    "5 m3/h 泵": ("5 m3/h", "5", "5", "m3/h"),
    "6 kg/cm2": ("6 kg/cm2", "6", "6", "kg/cm2"),
    "2 t/(h·m²)": ("2 t/(h·m²)", "2", "2", "t/(h·m²)"),
    "85 dB(A)": ("85 dB(A)", "85", "85", "dB(A)"),
    "5 mg/Nm³": ("5 mg/Nm³", "5", "5", "mg/Nm³"),
    "20 mmH2O": ("20 mmH2O", "20", "20", "mmH2O"),
    "1450 转/分": ("1450 转/分", "1450", "1450", "转/分"),
    "20 立方米每小时": ("20 立方米每小时", "20", "20", "立方米每小时"),
    "380 伏，": ("380 伏", "380", "380", "伏"),
    "5 公斤絮凝剂": ("5 公斤", "5", "5", "公斤"),
    "3 天后": ("3 天", "3", "3", "天"),
    "停 2 个小时以上": ("2 个小时", "2", "", "个小时"),
    "深约10公分": ("10公分", "10", "10", "公分"),
    "2.35V/只": ("2.35V/只", "2.35", "2.35", "V/只"),
}
NOT = (
    "3 号泵", "P1", "2026-09-01", "2026年9月1日", "8:30", "2 台", "M8×30", "M8×30 mm",
    "GB/T 15835-2011", "15835-2011 A 版",
    "v1.2.3 m", "1/2–2/3", "第 3 天", "2 天车", "5 天然气", "1 安全阀", "5 安装螺栓", "3 A 级", "2 P-101", "DN50 mm",
    "5N 铝",
    "10 A/B", "2 度电", "T-5 ℃", "2,3 m", "$5 t", "12000000000000000000 m", "No. 3 A", "5 mols", "3 次", "20 %NaOH",
)  # fmt: skip


@pytest.mark.parametrize("words", READ)
def test_what_is_a_quantity(words: str) -> None:
    (found,) = [run for run in read(words) if isinstance(run, Quantity)]
    assert (found.text, found.low, found.high, found.unit) == READ[words]


@pytest.mark.parametrize("words", NOT)
def test_what_is_none(words: str) -> None:
    assert [run for run in read(words) if isinstance(run, Quantity)] == []


def test_ends_of_two_kinds_are_two_quantities() -> None:
    assert [run.text for run in read("260 ℃–280 MPa")] == ["260 ℃", "–", "280 MPa"]


PIECES = st.one_of(
    st.sampled_from(
        [*READ, *NOT, " ", "℃", "–", "±", "<", "≥ ", "/", "(", "每", "，", "1", "０", ".", "×10", "³", "到"]
    ),
    st.text(max_size=6),
)
WORDS = st.lists(PIECES, max_size=8).map("".join)


@given(WORDS)
def test_nothing_is_lost_and_reading_again_gives_the_same(words: str) -> None:
    runs = read(words)
    assert flat(runs) == words
    assert read(written(runs)) == runs
    for run in runs:
        if isinstance(run, Quantity):
            assert all(Decimal(number).is_finite() for number in (run.low, run.high) if number)
            assert run.low or run.high
            assert run.unit


@given(WORDS)
def test_respelling_settles_and_changes_no_value(words: str) -> None:
    once = respelled(words)
    assert respelled(once) == once
    before, after = ([run for run in read(one) if isinstance(run, Quantity)] for one in (words, once))
    assert [(run.low, run.high) for run in before] == [(run.low, run.high) for run in after]
    assert all(compatible(old.unit, new.unit) for old, new in zip(before, after, strict=True))


@pytest.mark.parametrize(
    ("words", "proper"),
    [
        ("升温到 １２０ ℃", "升温到 120 ℃"),
        ("0.3 Mpa、75 KW、5 Kg", "0.3 MPa、75 kW、5 kg"),
        ("0.3Mpa-0.5Mpa", "0.3MPa-0.5MPa"),
        ("20 m3/h", "20 m³/h"),
        ("98.6％", "98.6%"),
        ("5 um，3 ㎡", "5 μm，3 m²"),
        ("20 °C 与 20 ℃", "20 °C 与 20 ℃"),
        ("0.3 mpa", "0.3 mpa"),
        ("５ 号泵，型号 KW-75，１ 台", "５ 号泵，型号 KW-75，１ 台"),
        ("$5 Kg = m3$ [[DIG/P1|5 Kg]]", "$5 Kg = m3$ [[DIG/P1|5 Kg]]"),
        ("260℃", "260℃"),
    ],
)
def test_respelling(words: str, proper: str) -> None:
    assert respelled(words) == proper


@pytest.mark.parametrize(
    ("value", "start", "goal", "expected"),
    [
        ("6", "kgf/cm²", "MPa", "0.588399"),
        ("6", "公斤/平方厘米", "MPa", "0.588399"),
        ("500", "kPa", "MPa", "0.5"),
        ("20", "℃", "℉", "68"),
        ("20", "℃", "K", "293.15"),
        ("50", "℃/h", "K/h", "50"),
        ("2", "斤", "kg", "1"),
        ("100", "mmH2O", "Pa", "980.665"),
        ("5", "kWh/t", "MJ/t", "18"),
        ("10", "Nm³/h", "Nm³/min", "0.166666666666667"),
        ("3", "天", "小时", "72"),
        ("1", "t/(h·m²)", "kg/(h·m²)", "1000"),
        ("98.6", "%", "ppm", "986000"),
    ],
)
def test_conversion(value: str, start: str, goal: str, expected: str) -> None:
    assert converted(Decimal(value), start, goal) == Decimal(expected)


def test_steps_of_temperature_have_no_zero_point() -> None:
    assert converted(Decimal(5), "℃", "℉", difference=True) == 9
    assert converted(Decimal(5), "℃", "K", difference=True) == 5


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("℃", "MPa", False),
        ("Nm³", "m³", False),
        ("次/班", "次/h", False),
        ("r/min", "Hz", False),
        ("h/次", "min/次", True),
        ("MPa", "公斤力/平方厘米", True),
        ("kWh/t", "kJ/kg", True),
        ("foo", "foo", True),
        ("foo", "m", False),
        ("((", "m/s²", False),
    ],
)
def test_compatible(one: str, other: str, expected: bool) -> None:  # noqa: FBT001
    assert compatible(one, other) is compatible(other, one) is expected


@given(PIECES, PIECES)
def test_any_two_words_are_compared_as_units(one: str, other: str) -> None:
    if compatible(one, other):
        converted(Decimal(1), one, other)
    else:
        with pytest.raises(UnitError):
            converted(Decimal(1), one, other)


def text(words: str) -> Text:
    return Text.of({"zh": parse(words)})


def only(words: str) -> Quantity:
    found = first_quantity(text(words))
    assert found
    return found


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("高于 280 ℃ 持续 10 s", "280 ℃"),
        ("较平时升高 15 ℃，或高于 95 ℃", "95 ℃"),
        ("偏离给定值 ±1 ℃", ""),
        ("额定电流的 110 %", ""),
        ("高于泵密封腔压力 0.1–0.2 MPa", ""),
        ("低于 20 ℃ 或高于 30 ℃", "20 ℃"),
        ("旋转 90 度", ""),
    ],
)
def test_the_first_quantity_without_doubt(words: str, expected: str) -> None:
    found = first_quantity(text(words))
    assert (found.text if found else "") == expected


def test_two_of_a_kind_leave_in_doubt_which_is_meant() -> None:
    assert only_quantity(text("260–280 ℃（夏季 250–270 ℃）")) is None
    assert only_quantity(text("≤ 2.8 mm/s（15–300 kW）")) == only("≤ 2.8 mm/s")


def test_comparisons() -> None:
    normal = only("260–280 ℃")
    assert inside(only("高于 270 ℃"), normal)
    assert inside(only("543.15 K"), normal)
    assert not inside(only("高于 280 ℃"), normal)
    assert not inside(only("270 kPa"), normal)
    assert nearer(only("高于 285 ℃"), only("高于 290 ℃"), normal)
    assert nearer(only("低于 255 ℃"), only("低于 250 ℃"), normal)
    assert not nearer(only("高于 290 ℃"), only("高于 285 ℃"), normal)
    assert not nearer(only("低于 255 ℃"), only("高于 290 ℃"), normal)
    assert not nearer(only("不超过 285 ℃"), only("高于 290 ℃"), normal)
    assert outside(only("285 ℃"), normal)
    assert outside(only("270–290 ℃"), normal)
    assert not outside(only("270 ℃"), normal)
    assert not outside(only("不高于 290 ℃"), normal)


def test_common_units_are_compared_without_the_library() -> None:
    code = (
        "import sys\n"
        "from sopcurric.linguistics.conversion import compatible\n"
        "assert compatible('kPa', 'Mpa') and not compatible('℃', 'MPa')\n"
        "assert 'pint' not in sys.modules\n"
        "assert compatible('kWh/t', 'kJ/kg') and 'pint' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
