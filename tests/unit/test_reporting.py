"""Findings made ready for reports: the excerpt is the line that the place is in."""

import pytest

from sopcurric.app.reporting import place
from sopcurric.diagnostics.finding import finding
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.source.ref import SourceRef, Span


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_signs_that_end_no_line_do_not_shift_excerpts(sign: str, end: str) -> None:
    workspace = MemoryWorkspace({"a.yaml": f"title: a{sign}b{end}code: c{end}"})
    found = finding("SOP010", place=SourceRef("a.yaml", ("code",), on_key=True), key="code", allowed="", suggestion="")
    (one,) = place([found], {}, workspace, "zh")
    assert (one.span, one.excerpt) == (Span(2, 1), "code: c")


def test_places_beyond_the_file_have_no_excerpt() -> None:
    found = finding("SOP010", place=SourceRef("a.yaml", span=Span(9, 1)), key="code", allowed="", suggestion="")
    (one,) = place([found], {}, MemoryWorkspace({"a.yaml": "a: 1\n"}), "zh")
    assert one.excerpt == ""
    (one,) = place([found], {}, MemoryWorkspace({}), "zh")
    assert one.excerpt == ""
