"""What a project says about findings changes what is reported, and never what was found."""

import re
from pathlib import Path

import pytest

from sopcurric.app.baselines import ForeignBaselineError, write_baseline
from sopcurric.app.building import Request, build
from sopcurric.app.checking import Checked, check
from sopcurric.app.registry import rules
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Severity
from sopcurric.io.cache import MemoryStore
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.baseline import BaselineFile

BASELINE = "findings-baseline.yaml"
SOP = """\
job: {code: DIG, title: 溶出工}
procedures:
  - id: P1
    title: 开车前检查
    result: 可以开车
    steps: [{id: S1, text: 检查油位}, {id: S2, text: 安全阀铅封}]
"""
TWICE = SOP + "  - {id: P2, title: 停车, result: 停稳, steps: [{id: S1, text: 检查油位}, {id: S2, text: 铅封}]}\n"
BROKEN = "job: [\n"


def files(policy: str = "", sop: str = SOP, **more: str) -> MemoryWorkspace:
    project = f"project: {{name: 案例}}\nformats: [markdown]\n{f'findings: {policy}' if policy else ''}\n"
    return MemoryWorkspace({"sopcurric.yaml": project, "sops/a.yaml": sop, **more})


def checked(workspace: MemoryWorkspace, *, baseline: bool = True) -> Checked:
    return check(workspace, Steps(MemoryStore()), baseline=baseline, printed=False)


def reported(workspace: MemoryWorkspace) -> dict[str, str]:
    return {one.code: one.severity.value for one in checked(workspace).reported}


def test_nothing_said_changes_nothing() -> None:
    outcome = checked(files())
    assert outcome.reported == outcome.findings
    assert [one.code for one in outcome.reported] == ["COM101"]
    assert outcome.judged.left_out == ()


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("{severity: {COM101: error}}", {"COM101": "error"}),
        ("{severity: {COM: warning}}", {"COM101": "warning"}),
        ("{severity: {COM: ignore}}", {}),
        ("{severity: {COM: ignore, COM101: info}}", {"COM101": "info"}),
        ("{severity: {COM101: warning, C: error}}", {"COM101": "warning"}),
        ("{ignore: [{paths: [sops/a.yaml], codes: [COM101], why: 旧}]}", {}),
        ("{ignore: [{paths: [x, 'sops/**'], codes: [COM], why: 旧}]}", {}),
        ("{ignore: [{paths: [sops/b.yaml], codes: [COM], why: 旧}]}", {"COM101": "info", "SOP031": "info"}),
        ("{ignore: [{paths: [sops], codes: [COM]}]}", {"COM101": "info", "SOP032": "warning"}),
        ("{ignore: [{paths: [sops], codes: [X]}], severity: {SOP032: error}}", {"COM101": "info", "SOP032": "error"}),
        ("{ignore: [{paths: [sops], codes: [X]}], severity: {SOP03: ignore}}", {"COM101": "info"}),
    ],
)
def test_severities_and_ignored_paths(policy: str, expected: dict[str, str]) -> None:
    workspace = files(policy)
    assert reported(workspace) == expected
    assert [one.code for one in checked(workspace).findings] == ["COM101"]


def test_what_is_missing_from_the_result_stays_an_error() -> None:
    firm = [code for code, rule in rules().items() if rule.firm]
    assert {"SOP001", "SOP003", "SOP010", "SOP021", "SOP022", "DEC001", "LCK001", "LEF001", "LEF101"} <= {*firm}
    assert not {"SOP024", "SOP025", "COM101", "CRS102", "JNT106", "PLN101", "SOP030"} & {*firm}
    for code in firm:
        policy = f"{{severity: {{{code}: ignore}}, ignore: [{{paths: ['**'], codes: [{code}], why: 旧}}]}}"
        found = reported(files(policy, **{"sops/b.yaml": BROKEN}))
        assert found["SOP003"] == "error", code
        assert found["SOP033"] == "warning", code


@pytest.mark.parametrize("place", ["{severity: {S: ignore}}", "{ignore: [{paths: ['**'], codes: [S], why: x}]}"])
def test_a_family_leaves_its_firm_errors(place: str) -> None:
    assert reported(files(place, **{"sops/b.yaml": BROKEN})) == {"COM101": "info", "SOP003": "error"}


def test_a_broken_sop_keeps_the_lock_and_the_status_whatever_is_said(tmp_path: Path) -> None:
    for policy in ("", "{severity: {S: ignore}}", "{ignore: [{paths: ['**'], codes: [SOP, S], why: x}]}"):
        workspace = files(policy, **{"sops/b.yaml": f"{BROKEN}# sopcurric: ignore SOP003 -- x\n"})
        built = build(workspace, Steps(MemoryStore()), Request(tmp_path / "out"), lambda *_: None)
        assert built.lock == "kept"
        assert not workspace.exists(LOCK_FILE)
        assert "SOP003" in {one.code for one in built.findings if one.severity is Severity.ERROR}


UNSOUND = """\
decisions: [{decide: hours, role: plant, by: 李, date: '2026-03-01', why: 无, on: [DIG/P1], theory: 1, practice: 1}]
"""


@pytest.mark.parametrize("level", ["warning", "ignore"])
def test_an_error_that_is_lowered_still_keeps_the_lock(level: str, tmp_path: Path) -> None:
    policy = f"{{severity: {{JNT: {level}}}}}"
    workspace = files(policy, **{"decisions/a.yaml": UNSOUND})
    built = build(workspace, Steps(MemoryStore()), Request(tmp_path / "out"), lambda *_: None)
    assert "JNT104" in {one.code for one in built.checked.findings if one.severity is Severity.ERROR}
    assert not [one for one in built.findings if one.severity is Severity.ERROR]
    assert built.lock == "kept"


def test_a_finding_that_is_raised_is_no_reason_to_keep_the_lock(tmp_path: Path) -> None:
    workspace = files("{severity: {COM: error}}")
    built = build(workspace, Steps(MemoryStore()), Request(tmp_path / "out"), lambda *_: None)
    assert [one.severity for one in built.findings if one.code == "COM101"] == [Severity.ERROR]
    assert built.lock == "written"
    assert check(workspace, Steps(MemoryStore()), locked=True).reported == built.findings


@pytest.mark.parametrize(
    ("sop", "expected"),
    [
        (SOP.replace("id: P1", "id: P1  # sopcurric: ignore COM101 -- 旧"), set()),
        (SOP.replace("  - id: P1", "  # sopcurric: ignore SOP101, COM -- 旧\n\n  # 说明\n  - id: P1"), {"SOP031"}),
        (SOP.replace("id: P1", "id: P1  # sopcurric: ignore COM101"), {"COM101", "SOP032"}),
        (
            SOP.replace("  - id: P1", "# sopcurric: ignore COM101\n# sopcurric: ignore COM101 -- 旧\n  - id: P1"),
            {"SOP032"},
        ),
        (SOP.replace("id: P1", "id: P1  # sopcurric: ignore COM101 --"), {"COM101", "SOP032"}),
        (SOP.replace("id: P1", 'id: "P1"').replace("溶出工", '"# sopcurric: ignore X"'), {"COM101"}),
        (SOP + "# sopcurric: ignore COM101 -- 旧\n", {"COM101", "SOP031"}),
        (SOP + "# sopcurric: ignore SOP003 -- 旧\n", {"COM101", "SOP033"}),
        (SOP + "# sopcurric: ignroe COM101 -- 旧\n", {"COM101", "SOP034"}),
    ],
)
def test_comments(sop: str, expected: set[str]) -> None:
    assert {*reported(files(sop=sop))} == expected


LACKING = SOP.replace("    steps:", "    equipment:\n      - E9\n    steps:")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- E9", {"COM101"}),
        ("id: P1", {"COM101", "SOP020", "SOP031"}),
    ],
)
def test_a_comment_is_about_the_line_that_a_report_shows(line: str, expected: set[str]) -> None:
    workspace = files(sop=LACKING.replace(line, f"{line}  # sopcurric: ignore SOP020 -- 旧"))
    assert {*reported(workspace)} == expected
    outcome = checked(files(sop=LACKING))
    shown = place(outcome.reported, outcome.loaded.provenance, files(sop=LACKING), "zh")
    assert {one.excerpt.strip() for one in shown if one.finding.code == "SOP020"} == {"- E9"}


def test_sayings_of_no_use_are_not_told_where_files_are_left_out() -> None:
    useless = SOP + "# sopcurric: ignore TRM101 -- 旧\n"
    known = "findings: [{file: x, code: COM101, fingerprint: '0123456789abcdef'}]\n"
    policy = "{ignore: [{paths: [sops], codes: [PLN], why: 旧}]}"
    assert [*reported(files(policy, useless, **{BASELINE: known}))] == ["COM101", "SOP031", "SOP035"]
    assert [*reported(files(policy, useless, **{BASELINE: known, "sops/b.yaml": BROKEN}))] == ["SOP003", "COM101"]


def test_a_thousand_wrong_comments_are_told_fifty_times() -> None:
    outcome = checked(files(sop=SOP + "# sopcurric: x\n" * 1000))
    assert [one.code for one in outcome.reported].count("SOP034") == 50


# --- The baseline ----------------------------------------------------------------------------------------------------


def test_only_what_is_new_is_reported() -> None:
    workspace = files()
    written = write_baseline(workspace, checked(workspace))
    assert (written.path, written.findings, written.changed) == (BASELINE, 1, True)
    outcome = checked(workspace)
    assert outcome.reported == ()
    assert outcome.judged.known == 1
    assert checked(workspace, baseline=False).reported == outcome.findings
    assert not write_baseline(workspace, outcome).changed
    workspace.files["sops/a.yaml"] = TWICE.encode()
    assert [one.subject for one in checked(workspace).reported] == ["DIG/P2"]


def test_the_baseline_is_one_line_for_each_finding_in_order_and_can_be_read() -> None:
    workspace = files(sop=TWICE, **{"sops/B 乙'.yaml": TWICE.replace("DIG", "SET")})
    write_baseline(workspace, checked(workspace))
    text = workspace.read(BASELINE).decode()
    lines = re.findall(r'(?m)^  - \{file: "(.*)", code: (\w+), fingerprint: "[0-9a-f]{16}"\}$', text)
    assert len(lines) == len(text.splitlines()) - 4
    assert lines == sorted(lines)
    assert {file for file, _ in lines} == {"sops/a.yaml", "sops/B 乙'.yaml"}
    reading = read_yaml(BASELINE, text.encode())
    assert reading.findings == ()
    assert len(BaselineFile.model_validate(reading.data).findings) == len(lines)
    again = files(sop=TWICE, **{"sops/B 乙'.yaml": TWICE.replace("DIG", "SET")})
    write_baseline(again, checked(again))
    assert again.read(BASELINE) == workspace.read(BASELINE)


def test_the_baseline_survives_moved_lines_and_elements() -> None:
    workspace = files(sop=TWICE)
    write_baseline(workspace, checked(workspace))
    moved = "# 说明\n\n\n" + TWICE.replace("procedures:\n", "procedures:\n  - {id: P0, title: 检查, steps: [检查]}\n\n")
    workspace.files["sops/a.yaml"] = moved.encode()
    workspace.files["sops/renamed.yaml"] = workspace.files.pop("sops/a.yaml")
    codes = [one.code for one in checked(workspace).reported]
    assert "COM101" not in codes
    assert "SOP035" not in codes


def test_the_baseline_survives_that_lists_grow() -> None:
    workspace = files()
    project = workspace.read("sopcurric.yaml").decode()
    workspace.files["sopcurric.yaml"] = f"{project}jobs: [GONE]\n".encode()
    assert [one.code for one in checked(workspace).reported] == ["SOP026", "COM101"]
    write_baseline(workspace, checked(workspace))
    workspace.files["sopcurric.yaml"] = f"{project}jobs: [DIG, OTHER, GONE]\n".encode()
    (new,) = checked(workspace).reported
    assert dict(new.arguments)["job"] == "OTHER"


def test_a_finding_of_the_baseline_that_is_gone_is_told_and_shrinks_away() -> None:
    workspace = files(sop=TWICE)
    write_baseline(workspace, checked(workspace))
    workspace.files["sops/a.yaml"] = SOP.encode()
    (gone,) = checked(workspace).reported
    assert (gone.code, dict(gone.arguments)["code"]) == ("SOP035", "COM101")
    assert write_baseline(workspace, checked(workspace)).findings == 1
    assert checked(workspace).reported == ()


def test_the_same_finding_is_known_as_often_as_it_was() -> None:
    roots = "project: {name: 案例}\nsops: [{path: x}, {path: x}, {path: sops}]\n"
    workspace = MemoryWorkspace({"sopcurric.yaml": roots, "sops/a.yaml": SOP})
    outcome = checked(workspace)
    known = write_baseline(workspace, outcome).findings
    assert known == len(outcome.reported)
    text = workspace.read(BASELINE).decode()
    workspace.files[BASELINE] = re.sub(r', fingerprint: ("\w+")}', r", fingerprint: \1, times: 3}", text).encode()
    gone = [dict(one.arguments)["times"] for one in checked(workspace).reported]
    assert gone == [2] * known


def test_errors_that_cannot_be_ignored_are_not_in_the_baseline() -> None:
    workspace = files(**{"sops/b.yaml": BROKEN})
    write_baseline(workspace, checked(workspace))
    assert b"SOP003" not in workspace.read(BASELINE)
    assert reported(workspace) == {"SOP003": "error"}
    forged = workspace.read(BASELINE).replace(b"COM101", b"SOP003")
    workspace.files[BASELINE] = forged
    assert reported(workspace)["SOP003"] == "error"


def test_what_is_ignored_is_not_in_the_baseline() -> None:
    workspace = files("{severity: {COM: ignore}}")
    written = write_baseline(workspace, checked(workspace))
    assert (written.findings, written.changed) == (0, False)
    assert not workspace.exists(BASELINE)


@pytest.mark.parametrize("standing", [SOP, "", "findings: x\n", "<<<<<<< a\nfindings: []\n=======\n", "format: 2\n"])
def test_what_is_no_baseline_is_never_overwritten(standing: str) -> None:
    workspace = files("{baseline: known.yaml}", **{"known.yaml": standing})
    with pytest.raises(ForeignBaselineError):
        write_baseline(workspace, checked(workspace))
    assert workspace.read("known.yaml").decode() == standing
    assert "COM101" in reported(workspace)


@pytest.mark.parametrize("name", ["sopcurric.yaml", "sops/a.yaml"])
def test_a_baseline_that_is_named_like_another_file_overwrites_nothing(name: str) -> None:
    workspace = files(f"{{baseline: {name}}}")
    before = dict(workspace.files)
    with pytest.raises(ForeignBaselineError):
        write_baseline(workspace, checked(workspace))
    assert workspace.files == before


def test_no_baseline_is_written_where_the_project_cannot_be_read() -> None:
    workspace = MemoryWorkspace({"sopcurric.yaml": "project: [", "sops/a.yaml": SOP})
    with pytest.raises(ForeignBaselineError):
        write_baseline(workspace, checked(workspace))
    assert not workspace.exists(BASELINE)


MANY = ", ".join(f"C{number}: info" for number in range(201))
HOSTILE = (
    f"{{severity: {{{MANY}}}}}",
    f"{{ignore: [{', '.join(['{paths: [x], codes: [COM]}'] * 201)}]}}",
    "{severity: 1}",
    "{severity: {1: error}}",
    "{severity: {COM: no}}",
    "{ignore: [x]}",
    "{ignore: [{paths: []}]}",
)


@pytest.mark.parametrize("policy", HOSTILE)
def test_malformed_sayings_are_findings(policy: str) -> None:
    outcome = checked(files(policy))
    if policy != "{severity: {1: error}}":
        assert outcome.compilation is None
        assert {one.place.document for one in outcome.reported if one.place} >= {"sopcurric.yaml"}
    assert outcome.reported


@pytest.mark.parametrize("level", ["ignore", "info", "warning", "error"])
@pytest.mark.parametrize("code", ["S", "SOP", "SOP0", "SOP003"])
def test_no_saying_hides_that_something_is_missing(code: str, level: str) -> None:
    policy = f"{{severity: {{{code}: {level}}}, ignore: [{{paths: ['**'], codes: [{code}], why: x}}]}}"
    workspace = files(policy, **{"sops/b.yaml": BROKEN})
    assert "SOP003" in {one.code for one in checked(workspace).reported if one.severity is Severity.ERROR}
