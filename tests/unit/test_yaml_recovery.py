"""Mending syntax in memory: what each cure makes of a line, that places lead back, and that it comes to an end."""

import pytest

from sopcurric.io import yaml_reader
from sopcurric.io.yaml_reader import map_yaml, read_yaml
from sopcurric.io.yaml_recovery import Recovery
from sopcurric.source.ref import Span


def cured(text: str, variant: str, span: Span) -> str | None:
    """The text with one fault mended, or None where that cannot be done."""
    recovery = Recovery.of(text)
    return recovery.text if recovery.mend(variant, span) else None


@pytest.mark.parametrize(
    ("text", "variant", "span", "after"),
    [
        ("job：\n", "full-width-colon", Span(1, 4), "job: \n"),
        ("title： 启动", "full-width-colon", Span(1, 6), "title: 启动"),
        ("code:DIG", "colon-space", Span(1, 5), "code: DIG"),
        ("- a\n-b\n", "dash-space", Span(2, 1), "- a\n- b\n"),
        ("a:\n  hazards\n    - 烫伤\n", "colon-missing", Span(2, 3), "a:\n  hazards:\n    - 烫伤\n"),
        ("hazards\n- 烫伤\n", "colon-missing", Span(1, 1), "hazards:\n- 烫伤\n"),
        ("• 堵塞", "wide-dash", Span(1, 1), "- 堵塞"),
        ("a: 注意: 高温 # 说明", "second-colon", Span(1, 6), "a: '注意: 高温' # 说明"),
        ("- {a: b: c, d: e}", "second-colon", Span(1, 8), "- {a: 'b: c', d: e}"),
        ("a: @班长's", "leading-sign", Span(1, 4), "a: '@班长''s'"),
        ("a: 查 #2 泵", "hash", Span(1, 6), "a: '查 #2 泵'"),
        ('a: "D:\\x"', "backslash", Span(1, 7), "a: 'D:\\x'"),
        ("- {id: S1，text: x}", "full-width-comma", Span(1, 10), "- {id: S1, text: x}"),
        ('a: "启动', "unclosed-quote", Span(1, 4), 'a: "启动"'),
        ("a: [b, c", "unclosed-bracket", Span(1, 4), "a: [b, c]"),
        ("a: [b)", "unclosed-bracket", Span(1, 4), "a: [b]"),
        ("a:\n\tb: c\r\nd: e", "tab", Span(2, 1), "a:\n  b: c\nd: e"),
        ("a:\n  b: c\n d: e", "indentation", Span(3, 2), "a:\n  b: c\n  d: e"),
        ("steps: 如下\n  - a", "text-then-list", Span(1, 8), "steps: \n  - a"),
    ],
)
def test_a_cure_is_followed_to_the_letter(text: str, variant: str, span: Span, after: str) -> None:
    assert cured(text, variant, span) == after


@pytest.mark.parametrize("variant", ["general", "empty-key", "conflict", "no such"])
def test_what_has_no_single_meaning_is_left_to_a_person(variant: str) -> None:
    assert cured("a: b: c\n", variant, Span(1, 5)) is None


def test_places_beyond_the_text_are_none() -> None:
    assert cured("a: b\n", "colon-space", Span(9, 1)) is None
    assert cured("a: b\n", "colon-space", Span(1, 9)) is None


def test_text_that_goes_on_below_is_not_put_into_quotes() -> None:
    assert cured("a: @b\n  c\n", "leading-sign", Span(1, 4)) is None


def test_places_lead_back_to_what_was_typed() -> None:
    recovery = Recovery.of("a： 注意: b\n")
    assert recovery.mend("full-width-colon", Span(1, 2))
    assert recovery.mend("second-colon", Span(1, 6))
    assert recovery.text == "a: '注意: b'\n"
    assert [recovery.origin(Span(1, column)).column for column in (1, 2, 5, 9)] == [1, 2, 4, 8]


def test_a_broken_file_is_read_to_its_end_but_has_no_data() -> None:
    reading = read_yaml("a", "a： 1\nb: @c\nd: [1\ne: 2\n".encode())
    assert reading.data is None
    assert reading.meant == {"a": 1, "b": "@c", "d": [1], "e": 2}
    assert [
        (one.place.span.line, dict(one.arguments)["variant"])
        for one in reading.findings
        if one.place and one.place.span
    ] == [
        (1, "full-width-colon"),
        (2, "leading-sign"),
        (3, "unclosed-bracket"),
    ]
    places = map_yaml("a： 1\nb: @c\nd: [1\ne: 2\n".encode())
    assert places.values[("e",)] == Span(4, 4)
    assert places.values[("a",)] == Span(1, 4)


def test_reading_again_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_reader, "_ROUNDS", 2)
    reading = read_yaml("a", b"a: @x\nb: @x\nc: @x\nd: @x\n")
    assert reading.meant is None
    assert len(reading.findings) == 2


def test_a_cure_that_brings_forth_its_own_fault_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    mend, lengths = Recovery.mend, list[int]()

    def recorded(recovery: Recovery, variant: str, span: Span) -> bool:
        done = mend(recovery, variant, span)
        lengths.append(len(recovery.text))
        return done

    monkeypatch.setattr(Recovery, "mend", recorded)
    text = b"a: 'x:\n\n  1. y\n\nb: z\nc: '2026-03-01'\n"
    assert read_yaml("a", text).findings
    assert max(lengths) < 1000
