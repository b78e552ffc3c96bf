"""Reports: the same findings as text, JSON and workflow commands; nothing in them can steer a terminal."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.diagnostics.finding import Severity, finding
from sopcurric.diagnostics.formats import github, text
from sopcurric.diagnostics.formats import json as json_format
from sopcurric.diagnostics.report import Placed, safe, worded
from sopcurric.source.ref import SourceRef, Span

PLACE = SourceRef("sops/a.yaml", ("job", "code"))
FIRST = Placed(
    finding("SOP010", place=PLACE, key="titel"),
    "sops/a.yaml",
    Span(3, 7),
    "  名称： x",
    "这里没有 `titel` 这个键",
    "改成 `title`",
    (("sops/b.yaml", Span(1, 2)),),
)
SECOND = Placed(finding("SOP011", Severity.WARNING), "sops/a.yaml", Span(2, 1), "", "one\ntwo, 100%", "")


def test_text_in_chinese() -> None:
    assert text.render([FIRST, SECOND], "zh") == (
        "sops/a.yaml:2:1 SOP011 警告: one<U+000A>two, 100%\n"
        "\n"
        "sops/a.yaml:3:7 SOP010 错误: 这里没有 `titel` 这个键\n"
        "  3 |   名称： x\n"
        "    |          ^\n"
        "  改法：改成 `title`\n"
        "  另见：sops/b.yaml:1:2\n"
        "\n"
        "共 1 个错误、1 个警告、0 个提示，涉及 1 个文件。\n"
    )


def test_text_in_english() -> None:
    words = text.render([FIRST], "en")
    assert words.startswith("sops/a.yaml:3:7 SOP010 error: ")
    assert "  cure: 改成 `title`\n  see also: sops/b.yaml:1:2\n" in words
    assert words.endswith("\n1 error(s), 0 warning(s), 0 note(s) in 1 file(s).\n")


def test_text_without_findings() -> None:
    assert text.render([], "zh") == "没有发现问题。\n"
    assert text.render([], "en") == "No findings.\n"
    assert text.render([], "fr") == text.render([], "zh")


def excerpt(line: str, column: int) -> tuple[str, str]:
    one = Placed(finding("SOP003"), "a", Span(1, column), line, "m", "")
    _, shown, caret, *_ = text.render([one], "en").split("\n")
    return shown.removeprefix("  1 | "), caret.removeprefix("    | ")


@pytest.mark.parametrize(
    ("line", "column", "before"),
    [
        ("job： DIG", 4, "job"),
        ("岗位： 溶出", 3, "岗位"),
        ("岗位： 溶出", 5, "岗位： "),
        ("\tcode", 2, "    "),
        ("e\u0301a", 3, "e\u0301"),
        ("ab", 3, "ab"),
        ("ab", 99, "ab"),
        ("a\x1b[31mb", 7, "a<U+001B>[31m"),
    ],
)
def test_the_caret_stands_below_the_column(line: str, column: int, before: str) -> None:
    shown, caret = excerpt(line, column)
    assert shown.startswith(before)
    assert caret == " " * text.width(before) + "^"


@pytest.mark.parametrize("column", [1, 30, 300, 600])
def test_long_lines_are_cut_around_the_fault(column: int) -> None:
    line = "水" * 600
    shown, caret = excerpt(line, column)
    assert text.width(shown) <= text.WIDTH + 2
    assert text.width(caret) <= text.WIDTH
    assert shown.startswith("…") == (column > 60)
    assert shown.endswith("…") == (column < 600)


def test_width_of_scripts() -> None:
    assert [text.width(words) for words in ("ab", "水", "（", "ｱ", "e\u0301", "")] == [2, 2, 2, 1, 1, 0]


def test_json_holds_everything_and_is_ordered() -> None:
    words = json_format.render([FIRST, SECOND], "zh")
    assert words == json_format.render([SECOND, FIRST], "en")
    second, first = json.loads(words)
    assert second["severity"] == "warning"
    assert first == {
        "code": "SOP010",
        "severity": "error",
        "file": "sops/a.yaml",
        "line": 3,
        "column": 7,
        "pointer": ["job", "code"],
        "subject": "",
        "message": FIRST.message,
        "cure": FIRST.cure,
        "excerpt": FIRST.excerpt,
        "arguments": {"key": "titel"},
        "related": [{"file": "sops/b.yaml", "line": 1, "column": 2}],
    }
    assert json_format.render([], "zh") == "[]\n"


def test_json_of_names_that_are_no_proper_text() -> None:
    words = json_format.render([Placed(finding("SOP009"), "a\udcff", Span(1, 1), "", "m", "c")], "zh")
    assert words.encode()
    assert json.loads(words)[0]["file"] == "a\udcff"


def test_github_commands() -> None:
    assert github.render([FIRST, SECOND], "zh") == (
        "::warning file=sops/a.yaml,line=2,col=1,title=SOP011::one<U+000A>two, 100%25\n"
        "::error file=sops/a.yaml,line=3,col=7,title=SOP010::这里没有 `titel` 这个键%0A改成 `title`\n"
    )
    odd = Placed(finding("SOP009", Severity.INFO), "a,b:c%\n::error::x", Span(1, 1), "", "m", "")
    assert github.render([odd], "zh") == (
        "::notice file=a%2Cb%3Ac%25<U+000A>%3A%3Aerror%3A%3Ax,line=1,col=1,title=SOP009::m\n"
    )


def test_sentences_are_filled_and_cures_selected() -> None:
    one = finding("SOP012", variant="quote", found="{expected}", expected="text")
    words = worded(
        one, ("{expected}: `{found}` {other}", "general"), {"quote": "cure {found}", "expected.text": "文字"}
    )
    assert words == ("文字: `{expected}` {other}", "cure {expected}")
    assert worded(finding("SOP012", variant="new"), ("m", "general"), {}) == ("m", "general")


_ANY = st.text(max_size=120)


@given(_ANY, _ANY, _ANY, st.integers(1, 200))
def test_no_words_break_a_report(document: str, line: str, message: str, column: int) -> None:
    one = Placed(finding("SOP003"), document, Span(1, column), line, message, line, ((document, Span(1, 1)),))
    for words in (text.render([one], "zh"), github.render([one], "zh")):
        assert all(sign.isprintable() or sign in "\n\u3000" for sign in words)
    assert text.render([one], "zh").count("\n") <= 8
    assert github.render([one], "zh").count("\n") == 1
    assert json.loads(json_format.render([one], "zh"))[0]["file"] == document


def test_safe_keeps_ordinary_words() -> None:
    assert safe("a 水　“”℃") == "a 水　“”℃"
    assert safe("\u202e\x9b") == "<U+202E><U+009B>"
