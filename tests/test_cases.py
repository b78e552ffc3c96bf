"""Every case file has the findings that it announces, and no other errors and warnings; see `case_files.py`."""

import re
from pathlib import Path

import pytest

from case_files import FOLDER, announced, findings_of, stored
from sopcurric.app.registry import rules
from sopcurric.diagnostics.finding import Severity
from sopcurric.diagnostics.report import worded

CASES = sorted(FOLDER.glob("*/*.yaml"))
GROUPS = {"yaml", "encoding", "keys", "values", "ids", "references", "marks", "terms", "clean"}
LEAST = 300
"""So many case files there are at least, those of the rules included."""
_CJK = re.compile("[\u4e00-\u9fff]")
_OPEN = re.compile(r"\{[a-z_]+\}")


def name(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


@pytest.mark.parametrize("path", CASES, ids=name)
def test_findings_are_those_announced(path: Path) -> None:
    words = path.read_bytes().decode()
    case = stored(words)
    found = findings_of(case)
    expected = announced(words, case.path)
    shown = [
        (
            one.document,
            one.span.line,
            one.finding.severity.value,
            one.finding.code,
            str(dict(one.finding.arguments).get("variant", "")),
            one.span.column if any(mark[:2] == (one.document, one.span.line) and mark[5] for mark in expected) else 0,
        )
        for one in found
        if one.finding.severity is not Severity.INFO or one.finding.code in {mark[3] for mark in expected}
    ]
    assert sorted(shown) == sorted(expected)
    for one in found:
        rule = rules()[one.finding.code]
        for language in ("zh", "en"):
            message, cure = worded(one.finding, rule.sentences[language], rule.variants.get(language, {}))
            assert cure
            assert not _OPEN.search(message + cure)
            assert bool(_CJK.search(re.sub("`[^`]*`", "", message))) is (language == "zh"), message


@pytest.mark.parametrize("path", CASES, ids=name)
def test_the_first_line_says_in_chinese_what_the_author_did(path: Path) -> None:
    first = path.read_bytes().decode().split("\n", 1)[0]
    assert first.startswith("# ")
    assert _CJK.search(first)


def test_groups_are_known_and_no_case_is_there_twice() -> None:
    assert {path.parent.name for path in CASES} == GROUPS
    assert len({path.read_bytes().split(b"\n", 1)[0] for path in CASES}) == len(CASES)


def test_clean_cases_announce_nothing() -> None:
    for path in FOLDER.glob("clean/*.yaml"):
        words = path.read_bytes().decode()
        assert not announced(words, stored(words).path), path.name


def test_there_are_enough_cases() -> None:
    assert len(CASES) + len([*(FOLDER.parent / "rules").glob("*.md")]) >= LEAST
