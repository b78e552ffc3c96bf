"""SARIF reports obey the published schema, in every language, whatever stands in the files."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema_rs import Draft4Validator, meta

from generators import HOSTILE, slender, told
from sopcurric.app.checking import check
from sopcurric.app.judging import place_left_out
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Severity, finding
from sopcurric.diagnostics.fingerprint import fingerprint
from sopcurric.diagnostics.formats import SUPPRESSING, sarif
from sopcurric.diagnostics.report import Placed, Suppression
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import lines_of
from sopcurric.source.ref import SourceRef, Span
from sopcurric.version import __version__

SCHEMA = Path(__file__).parent.parent / "data" / "sarif" / "sarif-schema-2.1.0.json"
PROJECT = "project: {name: 案例}\n"
SOP = "job: {code: DIG, title: 溶出工}\nprocedures:\n  - {id: P1, title: 检查, steps: [安全阀铅封, 检查油位]}\n"
REPOSITORIES: Mapping[str, dict[str, str]] = {
    "clean": {
        "sopcurric.yaml": PROJECT,
        "sops/a.yaml": SOP.replace("[安全阀铅封, 检查油位]", "[{id: S1, text: 检查油位, criterion: 在 1/2 以上}]"),
    },
    "notes": {"sopcurric.yaml": PROJECT, "sops/a.yaml": SOP},
    "broken": {"sopcurric.yaml": PROJECT, "sops/a.yaml": "job: [\n", "sops/空 格#%?:.yaml": "job: {titel: x}\n"},
    "no project": {"sopcurric.yaml": "project: [", "sops/a.yaml": SOP},
    "twice": {"sopcurric.yaml": PROJECT, "sops/a.yaml": SOP, "sops/b.yaml": SOP, "sops/c.yaml": "\x00"},
    "suppressed": {
        "sopcurric.yaml": f"{PROJECT}findings: {{severity: {{COM: error, SOP9: info, TRM: ignore}}}}\n",
        "sops/a.yaml": f"{SOP}# sopcurric: ignore X\n",
        "sops/b.yaml": SOP.replace("DIG", "SET").replace(
            "  - {", '  # sopcurric: ignore COM101, SOP025 -- <旧> \\ "规程"\n  - {'
        ),
    },
    "hostile": {**slender(told(HOSTILE)), "sops/broken.yaml": f"job: {{code: '<x>', titel: {HOSTILE[0]!r}}}\n"},
}


@cache
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    meta.validate(schema)
    return Draft4Validator(schema)


def faults(report: object) -> list[str]:
    return [f"{one.instance_path}: {one.message}" for one in validator().iter_errors(report)]


def report_of(files: Mapping[str, str], language: str) -> dict[str, object]:
    workspace = MemoryWorkspace(files)
    checked = check(workspace, Steps(MemoryStore()), printed=False)
    origin = checked.loaded.provenance
    placed = place(checked.reported, origin, workspace, language)
    known = place_left_out(checked.judged.left_out, origin, workspace, language)
    report = json.loads(sarif.render((*placed, *known), language))
    assert report == json.loads(sarif.render((*known, *placed[::-1]), language))
    assert len(results(report)) == len(placed) + len(known)
    return cast("dict[str, object]", report)


def at(value: object, *way: str | int) -> object:
    """A part of a report."""
    for one in way:
        if isinstance(value, list):
            assert isinstance(one, int)
            value = value[one]
        else:
            assert isinstance(value, dict)
            value = value[one]
    return value


def words_at(value: object, *way: str | int) -> str:
    found = at(value, *way)
    assert isinstance(found, str)
    return found


def number_at(value: object, *way: str | int) -> int:
    found = at(value, *way)
    assert isinstance(found, int)
    return found


def run_of(report: object) -> dict[str, object]:
    (run,) = cast("list[dict[str, object]]", at(report, "runs"))
    return run


def results(report: object) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", at(run_of(report), "results"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", REPOSITORIES)
def test_reports_obey_the_published_schema(name: str, language: str) -> None:
    report = report_of(REPOSITORIES[name], language)
    assert faults(report) == []
    assert bool(results(report)) == (name != "clean")
    driver = at(run_of(report), "tool", "driver")
    assert at(driver, "version") == __version__
    for result in results(report):
        rule = at(driver, "rules", number_at(result, "ruleIndex"))
        assert at(rule, "id") == result["ruleId"]
        assert words_at(rule, "name")
        assert words_at(rule, "help", "text").startswith(f"{at(rule, 'id')} ")
        assert words_at(rule, "defaultConfiguration", "level")
        assert all(words_at(rule, part, "text") for part in ("shortDescription", "fullDescription"))


def test_the_schema_refuses_what_is_no_report() -> None:
    report = report_of(REPOSITORIES["notes"], "zh")
    assert faults({**report, "version": "2.0.0"})
    for part, value in (("columnKind", "bytes"), ("language", "Chinese")):
        assert faults({**report, "runs": [{**run_of(report), part: value}]})
    (result, *_) = results(report)
    assert faults({**report, "runs": [{**run_of(report), "results": [{**result, "level": "info"}]}]})


def test_places_are_those_of_the_files() -> None:
    files = REPOSITORIES["broken"]
    report = report_of(files, "zh")
    assert at(run_of(report), "columnKind") == "unicodeCodePoints"
    found = set()
    for result in results(report):
        where = at(result, "locations", 0, "physicalLocation")
        path = unquote(words_at(where, "artifactLocation", "uri"))
        assert at(run_of(report), "originalUriBaseIds", words_at(where, "artifactLocation", "uriBaseId"))
        line = lines_of(files[path].encode())[number_at(where, "region", "startLine") - 1]
        found.add((path, line[number_at(where, "region", "startColumn") - 1 :][:5]))
    assert ("sops/a.yaml", "") in found
    assert ("sops/空 格#%?:.yaml", "titel") in found


def test_the_languages_are_those_of_the_reader() -> None:
    chinese, english = (report_of(REPOSITORIES["notes"], one) for one in ("zh", "en"))
    first = ("tool", "driver", "rules", 0)
    assert at(run_of(chinese), *first, "shortDescription", "text") == "步骤中没有认出动作动词"
    assert "Meaning:" in words_at(run_of(english), *first, "help", "text")
    assert _prints(REPOSITORIES["notes"], "zh") == _prints(REPOSITORIES["notes"], "en")


def _prints(files: Mapping[str, str], language: str = "zh") -> list[str]:
    report = report_of(files, language)
    return sorted(words_at(one, "partialFingerprints", "sopcurric/v1") for one in results(report))


def test_fingerprints_survive_moved_lines() -> None:
    for files in REPOSITORIES.values():
        moved = {path: text if "\x00" in text else f"# 说明\n\n{text}" for path, text in files.items()}
        before = _prints(files)
        assert _prints(moved) == before
        assert len({*before}) == len(before)


def test_a_result_in_full() -> None:
    where = SourceRef("sops/a b.yaml", ("job", "code"))
    one = Placed(
        finding("SOP010", Severity.INFO, place=where, key="titel"),
        "sops/a b.yaml",
        Span(3, 7),
        "",
        "message\x1b",
        "cure",
        (("sops/乙.yaml", Span(1, 2)),),
        suppression=Suppression(in_source=True, why="旧\x00"),
    )
    (result,) = results(json.loads(sarif.render([one], "en")))
    assert result == {
        "ruleId": "SOP010",
        "ruleIndex": 0,
        "level": "note",
        "message": {"text": "message<U+001B>\ncure"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "sops/a%20b.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 3, "startColumn": 7},
                }
            }
        ],
        "partialFingerprints": {"sopcurric/v1": f"{fingerprint(one.finding, one.document)}:1"},
        "relatedLocations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "sops/%E4%B9%99.yaml", "uriBaseId": "%SRCROOT%"},
                    "region": {"startLine": 1, "startColumn": 2},
                }
            }
        ],
        "suppressions": [{"kind": "inSource", "justification": "旧<U+0000>"}],
    }


def test_what_is_left_out_is_marked() -> None:
    assert {"sarif"} == SUPPRESSING
    left_out = [one for one in results(report_of(REPOSITORIES["suppressed"], "zh")) if "suppressions" in one]
    assert "inSource" in {at(one, "suppressions", 0, "kind") for one in left_out}


@given(st.text(max_size=60), st.text(max_size=60), st.integers(1, 200))
def test_no_words_break_a_report(document: str, message: str, column: int) -> None:
    one = Placed(
        finding("SOP003", a=message), document, Span(1, column), "", message, message, ((document, Span(1, 1)),)
    )
    words = sarif.render([one, one], "en")
    assert words.encode()
    assert faults(json.loads(words)) == []
