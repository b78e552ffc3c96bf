"""JUnit reports are XML of the usual shape, whatever stands in the files."""

from collections.abc import Mapping
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.diagnostics.finding import Severity, finding
from sopcurric.diagnostics.formats import junit
from sopcurric.diagnostics.report import Placed
from sopcurric.source.ref import SourceRef, Span

NUMBERS = {"tests", "failures", "errors", "skipped"}
REQUIRED: Mapping[str, set[str]] = {"testsuites": set(), "testsuite": {"name"}, "testcase": {"name"}}
ALLOWED: Mapping[str, set[str]] = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", *NUMBERS},
    "testcase": {"name", "classname"},
    "failure": {"message", "type"},
    "skipped": {"message"},
}
"""Elements and attributes that every reader knows; there is no clock, so there are no times."""
INSIDE: Mapping[str, set[str]] = {
    "testsuites": {"testsuite"},
    "testsuite": {"testcase"},
    "testcase": {"failure", "skipped"},
    "failure": set(),
    "skipped": set(),
}


def parsed(words: str) -> Element:
    """A report, after it was looked at part by part."""
    assert words.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    top = fromstring(words.encode())  # noqa: S314 - our own words
    assert top.tag == "testsuites"
    for one in top.iter():
        assert REQUIRED.get(one.tag, set()) <= {*one.keys()}
        assert {*one.keys()} <= ALLOWED[one.tag]
        assert {part.tag for part in one} <= INSIDE[one.tag]
        assert all(one.attrib[name].isdigit() for name in NUMBERS & {*one.keys()})
    for one in (top, *top):
        assert int(one.attrib["tests"]) == len(one.findall(".//testcase"))
        assert int(one.attrib["failures"]) == len(one.findall(".//failure"))
        assert int(one.attrib.get("skipped", "0")) in {0, len(one.findall(".//skipped"))}
    return top


def placed(document: str, severity: Severity, message: str = "m", cure: str = "c", line: int = 1) -> Placed:
    one = finding("SOP010", severity, place=SourceRef(document))
    return Placed(one, document, Span(line, 2), "", message, cure)


def test_a_suite_for_each_file_and_a_test_for_each_finding() -> None:
    found = [
        placed("sops/b.yaml", Severity.ERROR, '不认识 <这个> & "键"', "改成 `title`", 3),
        placed("sops/a.yaml", Severity.INFO),
        placed("sops/b.yaml", Severity.WARNING, line=9),
    ]
    words = junit.render(found, "zh")
    assert words == junit.render(found[::-1], "zh")
    top = parsed(words)
    assert [(one.attrib["name"], one.attrib["tests"], one.attrib["failures"]) for one in top] == [
        ("sops/a.yaml", "1", "0"),
        ("sops/b.yaml", "2", "1"),
    ]
    (failure,) = top.iter("failure")
    assert failure.attrib == {"message": '不认识 <这个> & "键"', "type": "SOP010"}
    assert failure.text == 'sops/b.yaml:3:2\n不认识 <这个> & "键"\n改成 `title`'
    assert len(list(top.iter("skipped"))) == 2
    assert {one.attrib["name"] for one in top.iter("testcase")} == {"SOP010 1:2", "SOP010 3:2", "SOP010 9:2"}


def test_a_clean_repository_is_a_test_that_passes() -> None:
    (suite,) = parsed(junit.render([], "en"))
    (case,) = suite
    assert len(case) == 0


@pytest.mark.parametrize(
    "sign", ["\x00", "\x08", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe", "\uffff", "\ud800", "\u202e"]
)
def test_signs_that_xml_does_not_have_are_shown_by_their_number(sign: str) -> None:
    number = f"<U+{ord(sign):04X}>"
    top = parsed(junit.render([placed(f"a{sign}.yaml", Severity.ERROR, f"m{sign}", f"c{sign}")], "zh"))
    (failure,) = top.iter("failure")
    assert failure.attrib["message"] == f"m{number}"
    assert failure.text == f"a{number}.yaml:1:2\nm{number}\nc{number}"
    assert [one.attrib["name"] for one in top.iter("testsuite")] == [f"a{number}.yaml"]


@given(st.text(max_size=80), st.text(max_size=80), st.sampled_from(Severity))
def test_no_words_break_a_report(document: str, message: str, severity: Severity) -> None:
    parsed(junit.render([placed(document, severity, message, message), placed("]]>", severity)], "zh"))
