r"""What people type becomes runs: marks only where they are closed and tight, lines only where there are several."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.model.markup import BrokenMarkError, opened, parse, written
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Light,
    Plain,
    Quantity,
    Reference,
    Runs,
    flat,
)

MARKED = {
    "检查 *油位* 并记录": (Plain("检查"), Light("油位"), Plain("并记录")),
    "*注意*：阀": (Light("注意"), Plain("：阀")),
    "turn it *slowly*, then stop": (Plain("turn it "), Light("slowly"), Plain(", then stop")),
    "**严禁**带压": (Emphasis("严禁"), Plain("带压")),
    "**a\\*b**": (Emphasis("a*b"),),
    "H~2~O": (Plain("H"), Index("2", "sub"), Plain("O")),
    "SO~4~^2-^": (Plain("SO"), Index("4", "sub"), Index("2-", "sup")),
    "T~max~ 与 P~出口~": (Plain("T"), Index("max", "sub"), Plain(" 与 P"), Index("出口", "sub")),
    "10^-3^ MPa": (Plain("10"), Index("-3", "sup"), Plain(" MPa")),
    "5 m^3^/h": (Quantity("5 m³/h", "5", "5", "m³/h"),),
    "5 m^x^": (Plain("5 m"), Index("x", "sup")),
    "\\*x\\* \\~ \\^ \\$x_1$ \\[[A]]": (Plain("*x* ~ ^ $x_1$ [[A]]"),),
    "\\\\*x": (Plain("\\*x"),),
}
PLAIN = (
    "2~3 台",
    "2~3 台、4~5 台",
    "约~200",
    "从A~B到C~D",
    "P1~P2~P3",
    "5^2",
    "2^3^4",
    "3*4*5",
    "3 *4* 5",
    "A*B",
    "长*宽*高",
    "* 一 * 二",
    "单价*，见*号说明*）",
    "ls *.c*",
    "/a/*b*/c",
    "~/bin:~/x",
    "C:\\PROGRA~1\\DOCUME~1\\x",
    "\\\\server\\share",
    "~~x~~ __y__ ^z^",
    "**没有收尾",
    "*没有收尾",
    "H~2",
    "- 单独一行",
    "1、单独一行",
    "价格 $5 和 $6",
)
LISTS: dict[str, Runs] = {
    "检查：\n- 油位\n- 铅封\n": (Plain("检查："), Break("-"), Plain("油位"), Break("-"), Plain("铅封")),
    "1. 甲\n  接着说\n2. 乙": (Break("1."), Plain("甲 接着说"), Break("2."), Plain("乙")),
    "1、甲\n2、乙": (Break("1、"), Plain("甲"), Break("2、"), Plain("乙")),
    "1)甲\n2）乙": (Plain("1)甲 2）乙"),),
    "（1）甲\n（2）乙": (Break("（1）"), Plain("甲"), Break("（2）"), Plain("乙")),
    "第一段，\n接着。\n\n\n第二段": (Plain("第一段，接着。"), Break(), Plain("第二段")),
    "- 甲\n\n尾": (Break("-"), Plain("甲"), Break(), Plain("尾")),
    "甲\n\n\\- 乙": (Plain("甲"), Break(), Plain("- 乙")),
    "检查 1、\n2、3 号泵": (Plain("检查 1、 2、3 号泵"),),
    "甲\n乙": (Plain("甲 乙"),),
}


@pytest.mark.parametrize(("typed", "runs"), [*MARKED.items(), *LISTS.items()])
def test_marks_and_lines(typed: str, runs: Runs) -> None:
    assert parse(typed) == runs
    assert parse(written(runs)) == runs


@pytest.mark.parametrize("typed", PLAIN)
def test_what_is_not_closed_and_tight_stays_words(typed: str) -> None:
    assert parse(typed) == (Plain(typed),)
    assert written(parse(typed)) == typed, "backslashes only where they are needed"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("检查：\n- 油位\n- 铅封\n\n结束", "检查：油位；铅封；结束"),
        ("Check:\n- oil\n- seal.\n- belt", "Check: oil; seal. belt"),
        ("甲。\n\n乙", "甲。乙"),
        ("H~2~O 与 10^-3^、x^cd^", "H₂O 与 10⁻³、xᶜᵈ"),
        ("P~出口~", "P_(出口)"),
    ],
)
def test_there_is_a_reading_in_one_line(typed: str, said: str) -> None:
    assert flat(parse(typed)) == said


@pytest.mark.parametrize("typed", ["甲 <<8.2\n- MPa|约 8>>", "- <<甲\n- 乙>>", "- <<甲|\n\n乙>>", "**<<** x"])
def test_a_mark_of_classification_never_reaches_over_lines(typed: str) -> None:
    with pytest.raises(BrokenMarkError):
        parse(typed)


def test_a_mark_of_classification_may_be_wrapped() -> None:
    assert parse("甲\n<<8.2\nMPa|约 8>>") == (Plain("甲 "), Classified("8.2 MPa", "约 8", "trade-secret"))
    assert opened("- <<a|b>>\n- c") == "- b\n- c"


# --- Whatever is typed -----------------------------------------------------------------------------------------------

PIECES = st.sampled_from((
    *MARKED, *PLAIN, *LISTS, "\n", "\n\n", "\n- ", "\n1. ", "\n2. ", "\n（1）", "\\", "*", "**", "~", "^", "$", "[[",
    "]]", "<<", "|", ">>", " ", "中", "a", "1", ".", "。", "5 MPa", "<<a|b>>", "\\- ",
))  # fmt: skip
TYPED = st.lists(PIECES, max_size=10).map("".join) | st.text("ab中1 .*$~^[]|<>_\\=≥m\n-、（）", max_size=30)
MARKS = frozenset("*~^$[]|\\")


@given(TYPED)
def test_whatever_is_typed_is_taken_or_is_a_broken_mark(typed: str) -> None:
    try:
        taught = opened(typed)
        runs = parse(taught)
    except BrokenMarkError:
        return
    assert not any(isinstance(run, Classified) for run in runs)
    assert opened(taught) == taught
    assert parse(written(runs)) == runs
    assert written(parse(written(runs))) == written(runs)


def _letters(runs: Runs) -> str:
    """Everything that runs hold, with the signs that units have as digits."""
    said = (_of(run) for run in runs)
    return "".join(said).translate({ord("²"): "2", ord("³"): "3"})


def _of(run: Inline) -> str:
    match run:
        case Index(letters=letters):
            return letters
        case Break(marker=marker):
            return marker
        case Reference(text=text, target=target):
            return target if text == target else f"{target}{text}"
        case Classified(raw=raw, teachable=teachable):
            return raw + teachable
        case _:
            return run.text


@given(TYPED)
def test_no_letter_is_lost(typed: str) -> None:
    """The words of the runs are those that were typed, in their order, but for marks and spaces."""
    try:
        runs = parse(typed)
    except BrokenMarkError:
        return
    kept = [sign for sign in _letters(runs) if not sign.isspace() and sign not in MARKS and sign not in "<>"]
    wanted = typed.translate({ord("²"): "2", ord("³"): "3"})
    assert kept == [sign for sign in wanted if not sign.isspace() and sign not in MARKS and sign not in "<>"]
    left = iter("".join(typed.split()).translate({ord("²"): "2", ord("³"): "3"}))
    assert all(sign in left for sign in "".join(_letters(runs).split())), "nothing is made up"


SAFE = st.text("ab中，1*~^$[]\\|-_.", min_size=1, max_size=8).map(str.strip).filter(bool)
SHORT = st.text("abc123", min_size=1, max_size=4)
RUN = st.one_of(
    SAFE.map(Emphasis),
    SHORT.map(lambda letters: Formula(f"{letters}_1")),
    st.builds(Reference, SHORT, SHORT),
)


@given(st.lists(st.tuples(SAFE, RUN), min_size=2, max_size=4), st.sampled_from(("-", "1.")))
def test_runs_made_by_hand_can_be_typed(pairs: list[tuple[str, Inline]], marker: str) -> None:
    """Words with any signs in them, each before a marked run, in a list."""
    runs: list[Inline] = []
    for number, (words, run) in enumerate(pairs, start=1):
        runs += [Break(marker.replace("1", str(number))), Plain(f"{words}a中,"), run]
    said = parse(written(runs))
    assert [run for run in said if not isinstance(run, Plain | Quantity | Light | Index)] == [
        run for run in runs if not isinstance(run, Plain)
    ]
    assert "".join(flat(said).split()) == "".join(flat(runs).split())


def test_every_kind_of_run_is_tried() -> None:
    kinds = {*get_args(get_args(Inline)[0])}
    assert kinds == {type(run) for typed in (*MARKED, *LISTS, "<<a|b>> $x_1$ [[A]]") for run in parse(typed)}


# --- What may be taught ---


@pytest.mark.parametrize(
    ("typed", "taught"),
    [
        ("压力 <<8.2 MPa|约 8 MPa>>", "压力 约 8 MPa"),
        ("**<<8.2 MPa|约 8 MPa>>** 以下", "**约 8 MPa** 以下"),
        ("<<core-secret:a|b>>和<<internal:c|d>>", "b和d"),
        ("向<<东岭石灰厂|>>报告", "向报告"),
        ("<<8.2\nMPa|约 8\nMPa>>", "约 8\nMPa"),
        ("- 甲\n- <<乙|>>\n- 丙", "- 甲\n- 丙"),
        ("第一段\n\n<<第二段|>>\n\n第三段", "第一段\n\n第三段"),
        ("没有标记 5*3 [x]", "没有标记 5*3 [x]"),
        ("<<全部|>>", ""),
    ],
)
def test_a_mark_is_opened_to_what_may_be_taught(typed: str, taught: str) -> None:
    assert opened(typed) == taught
    assert opened(taught) == taught


def test_quantities_that_may_be_taught_are_quantities() -> None:
    assert parse(opened("温度 <<272 ℃|260–280 ℃>>")) == parse("温度 260–280 ℃")


@pytest.mark.parametrize("typed", ["<<a|b>", "《<<a|>>《b|c》》", "<<a|&lt;>>&lt;b|c&gt;&gt;"])
def test_a_mark_that_is_broken_or_makes_another_is_not_opened(typed: str) -> None:
    with pytest.raises(BrokenMarkError):
        parse(opened(typed))
