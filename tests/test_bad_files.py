"""Whatever stands in a file: a finding with place and cure, status 1, the other SOPs built, never a traceback."""

import errno
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from generators import checked
from sopcurric.io.workspace import DiskWorkspace

Program = Callable[..., CompletedProcess[str]]
Make = Callable[[Path], None]

PROJECT = "project: {name: 岗位课程}\n"
GOOD = "job: {code: GOOD, title: 溶出工}\nprocedures:\n  - {id: P1, title: 检查, steps: [{id: S1, text: 检查油位}]}\n"
SOP = "job: {code: BAD, title: 沉降工}\nprocedures:\n  - {id: P1, title: 巡检, steps: [{id: S1, text: 观察清液}]}\n"

PLACES = {
    "sop": "sops/bad.yaml",
    "programme": "programmes/bad.yaml",
    "standard": "standards/bad.yaml",
    "course": "courses/bad.yaml",
    "decision": "decisions/bad.yaml",
    "case": "cases/bad.yaml",
    "profile": "profiles/bad.yaml",
}
"""Where files that people write stand, besides the project file."""


def repository(folder: Path, files: Mapping[str, str]) -> Path:
    for name, content in {"sopcurric.yaml": PROJECT, "sops/good.yaml": GOOD, **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8", newline="")
    return folder


def report(done: CompletedProcess[str]) -> list[str]:
    """The findings of severity error as `file:line:column CODE`; each must come with a cure."""
    found: list[str] = []
    for block in done.stderr.split("\n\n"):
        line = re.match(r"(\S+:\d+:\d+ [A-Z]{3}\d{3}) error: .", block)
        if line:
            assert re.search(r"^  cure: .+", block, re.MULTILINE), block
            found.append(line[1])
    return found


def built(folder: Path) -> set[str]:
    """Courses that were made."""
    return {path.name for path in (folder / "build").glob("student/markdown/course-*")}


def read(call: Program, folder: Path) -> list[str]:
    """Addresses of the SOPs that could be used."""
    return [one["id"] for one in json.loads(call("show", "sops", "-C", folder, "--json").stdout)]


def content(data: bytes) -> Make:
    def make(path: Path) -> None:
        path.write_bytes(data)

    return make


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


BOMB = "\n".join(
    ["a: &a [x, x, x, x, x, x, x, x, x]"]
    + [f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)]
)


@dataclass(frozen=True)
class Bad:
    """Something that stands where a file should be, and where it is told."""

    name: str
    make: Make
    found: str


ANYWHERE = (
    Bad("binary", content(bytes(range(256)) * 4), "1:1 SOP007"),
    Bad("empty", content(b""), "1:1 SOP006"),
    Bad("blank", content(b" \n\n  \n"), "1:1 SOP006"),
    Bad("blank-with-tab", content(b"\n\t\n"), "2:1 SOP003"),
    Bad("only-comments", content(b"# nothing\n# yet\n"), "1:1 SOP006"),
    Bad("only-a-mark", content(b"---\n...\n"), "1:1 SOP006"),
    Bad("100-mb", sparse, "1:1 SOP002"),
    Bad("deep", content(b"[" * 100_000), "1:41 SOP005"),
    Bad("deep-keys", content(b"\n".join(b" " * n + b"a:" for n in range(200))), "41:41 SOP005"),
    Bad("alias-bomb", content(BOMB.encode()), "6:12 SOP005"),
    Bad("alias-to-itself", content(b"a: &a [*a]\n"), "1:8 SOP005"),
    Bad("utf-16", content(SOP.encode("utf-16")), "1:1 SOP001"),
    Bad("utf-32", content(SOP.encode("utf-32")), "1:1 SOP001"),
    Bad("gbk", content(SOP.encode("gbk")), "1:25 SOP001"),
    Bad("latin-1", content("job: {code: BAD, title: Ofenführer}\n".encode("latin-1")), "1:30 SOP001"),
    Bad("nul", content(SOP.replace("BAD", "B\0D").encode()), "1:14 SOP007"),
    Bad("duplicate-key", content(b"x: 1\nx: 2\n"), "2:1 SOP004"),
    Bad("list", content(b"- a\n- b\n"), "1:1 SOP012"),
    Bad("scalar", content("溶出工\n".encode()), "1:1 SOP012"),
    Bad("null", content(b"null\n"), "1:1 SOP006"),
    Bad("tab", content(b"x:\n\ty: 1\n"), "2:1 SOP003"),
    Bad("full-width-colon", content("job：\n  code: BAD\n".encode()), "1:4 SOP003"),
    Bad("open-quote", content(b'x: "abc\n'), "1:4 SOP003"),
    Bad("open-bracket", content(b"x: [1, 2\n"), "1:4 SOP003"),
    Bad("two-documents", content(b"x: 1\n---\nx: 2\n"), "2:1 SOP008"),
    Bad("python-object", content(b"!!python/object/apply:os.system [ls]\n"), "1:1 SOP008"),
    Bad("list-as-key", content(b"? [a, b]\n: 1\n"), "1:3 SOP008"),
    Bad("huge-number", content(b"format: " + b"9" * 5000 + b"\n"), "1:9 SOP013"),
    Bad("word-document", content(b"PK\x03\x04" + bytes(100)), "1:1 SOP007"),
    Bad("merge-conflict", content(b"<<<<<<< HEAD\nx: 1\n=======\nx: 2\n>>>>>>> other\n"), "1:1 SOP003"),
    Bad("folder", Path.mkdir, "1:1 SOP009"),
    Bad("dangling-link", dangling, "1:1 SOP009"),
    Bad("link-loop", loop, "1:1 SOP009"),
    Bad("endless-device", endless, "1:1 SOP009"),
    Bad("pipe", os.mkfifo, "1:1 SOP009"),
)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize("bad", ANYWHERE, ids=lambda bad: bad.name)
def test_a_bad_file_is_told_and_the_others_are_built(call: Program, tmp_path: Path, bad: Bad, place: str) -> None:
    folder = repository(tmp_path, {})
    (folder / place).parent.mkdir(exist_ok=True)
    bad.make(folder / place)
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert f"{place}:{bad.found}" in report(done)
    assert built(folder) == {"course-GOOD"}


@pytest.mark.parametrize(
    "bad",
    [one for one in ANYWHERE if one.make not in {Path.mkdir, dangling, loop, endless, os.mkfifo}],
    ids=lambda bad: bad.name,
)
def test_a_bad_project_file_is_told(call: Program, tmp_path: Path, bad: Bad) -> None:
    folder = repository(tmp_path, {})
    (folder / "sopcurric.yaml").unlink()
    bad.make(folder / "sopcurric.yaml")
    for command in (["check"], ["build"], ["show", "settings"], ["trace", "GOOD"], ["explain", "GOOD"]):
        done = call(*command, "-C", folder, "--lang", "en")
        assert (done.returncode, done.stdout) == (1, "")
        assert f"sopcurric.yaml:{bad.found}" in report(done)
    assert not (folder / "build").exists()


@pytest.mark.parametrize("make", [Path.mkdir, dangling, loop, endless, os.mkfifo])
def test_a_project_file_that_is_no_file_is_no_project(call: Program, tmp_path: Path, make: Make) -> None:
    folder = repository(tmp_path, {})
    (folder / "sopcurric.yaml").unlink()
    make(folder / "sopcurric.yaml")
    for command in ("check", "build"):
        assert call(command, "-C", folder).returncode == 2


def test_windows_line_ends_and_a_byte_order_mark_are_fine(call: Program, tmp_path: Path) -> None:
    odd = {
        name: "\ufeff" + text.replace("\n", "\r\n")
        for name, text in {"sopcurric.yaml": PROJECT, "sops/bad.yaml": SOP}.items()
    }
    folder = repository(tmp_path, odd)
    assert call("build", "-C", folder, "--format", "markdown").returncode == 0
    assert built(folder) == {"course-GOOD", "course-BAD"}
    plain = repository(tmp_path / "plain", {"sops/bad.yaml": SOP})
    views = [call("show", "points", "-C", where, "--json").stdout for where in (folder, plain)]
    assert views[0] == views[1]


def test_a_file_name_in_capitals_is_read(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path, {"sops/BAD.YAML": SOP, "sops/deep/er/more.yml": SOP.replace("BAD", "MORE")})
    assert read(call, folder) == ["BAD", "GOOD", "MORE"]


# --- Faults of single values ---

STOPPING = "broken-mark"
"""The fault after which nothing is built: nobody can tell what it was meant to protect."""
FAULTS = {
    "unknown-key": (SOP.replace("title: 沉降工", "titel: 沉降工"), "1:18 SOP010", "write `title`"),
    "unknown-key-of-step": (SOP.replace("text:", "txet:"), "3:42 SOP010", "write `text`"),
    "strange-key": (SOP + "weather: fine\n", "4:1 SOP010", "weather"),
    "missing-key": (SOP.replace("code: BAD, ", ""), "1:6 SOP011", "code"),
    "missing-section": (SOP.split("\n", 1)[0] + "\n", "1:1 SOP011", "procedures"),
    "empty-list": (SOP.replace("[{id: S1, text: 观察清液}]", "[]"), "3:32 SOP016", "steps"),
    "empty-text": (SOP.replace("沉降工", '" "'), "1:25 SOP015", ""),
    "number-for-text": (SOP.replace("沉降工", "7"), "1:25 SOP012", ""),
    "text-for-list": (SOP.replace("[{id: S1, text: 观察清液}]", "观察清液"), "3:32 SOP012", ""),
    "list-for-mapping": ("job: [BAD]\n" + SOP.split("\n", 1)[1], "1:6 SOP012", ""),
    "null-for-text": (SOP.replace("沉降工", "null"), "1:25 SOP015", ""),
    "no-such-phase": (SOP.replace("title: 巡检", "title: 巡检, phase: nromal"), "3:32 SOP013", "`normal`"),
    "no-such-risk": (SOP + "hazards:\n  - {id: H, title: 碱液, risk: gerneral}\n", "5:30 SOP013", "`general`"),
    "a-higher-format": ("format: 2\n" + SOP, "1:9 SOP013", ""),
    "another-kind": ("kind: job-spo\n" + SOP, "1:7 SOP013", "`job-sop`"),
    "date": (SOP + 'document: {effective: "2026-13-01"}\n', "4:23 SOP014", ""),
    "no-such-day": (SOP + 'document: {effective: "2026-02-30"}\n', "4:23 SOP014", ""),
    "rating": (SOP.replace("title: 巡检", "title: 巡检, rating: {difficulty: 4}"), "3:46 SOP016", ""),
    "language": (SOP.replace("沉降工", "{zh-CN: 沉降工}"), "1:26 SOP010", ""),
    "climbing-code": (SOP.replace("BAD", "../../BAD"), "1:13 SOP014", ""),
    "absolute-code": (SOP.replace("BAD", "/etc/BAD"), "1:13 SOP014", ""),
    "code-with-space": (SOP.replace("BAD", '"B AD "'), "1:13 SOP014", ""),
    "chinese-code": (SOP.replace("BAD", "沉降"), "1:13 SOP014", ""),
    "long-code": (SOP.replace("BAD", "B" * 300), "1:13 SOP014", ""),
    "climbing-id": (SOP.replace("id: P1", "id: ../x"), "3:10 SOP014", ""),
    "number-as-id": (SOP.replace("id: P1", "id: 1.5"), "3:10 SOP014", "`1-5`"),
    "broken-mark": (SOP.replace("观察清液", '"压力 <<8.2 MPa|约 8"'), "3:48 DEC001", ""),
    "state-secret": (SOP.replace("沉降工", "机密★"), "1:25 DEC002", ""),
    "reference-to-nothing": (SOP.replace("text:", "hazards: [H9], text:"), "3:52 SOP020", ""),
    "reference-to-similar": (
        SOP.replace("text:", "hazards: [HZ], text:") + "hazards: [{id: HX, title: 碱液}]\n",
        "3:52 SOP020",
        "HX",
    ),
    "same-id-twice": (SOP.replace("}]}", "}, {id: S1, text: 关阀}]}"), "3:60 SOP021", ""),
    "unknown-organisation": (SOP.replace("BAD,", "BAD, organisation: QL,"), "1:32 SOP023", ""),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_faulty_value_is_told_where_it_stands(call: Program, tmp_path: Path, name: str) -> None:
    words, found, hint = FAULTS[name]
    folder = repository(tmp_path, {"sops/bad.yaml": words})
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert f"sops/bad.yaml:{found}" in report(done)
    assert hint in done.stderr
    assert ("course-GOOD" in built(folder)) == (name != STOPPING)


def test_a_code_that_windows_keeps_for_itself(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path, {"sops/bad.yaml": SOP.replace("BAD", "con")})
    assert call("build", "-C", folder, "--format", "markdown").returncode == 0
    assert built(folder) == {"course-GOOD", "course-con"}


def test_long_names_still_fit(call: Program, tmp_path: Path) -> None:
    long = "B" * 40
    folder = repository(tmp_path, {"sops/bad.yaml": SOP.replace("BAD", long).replace("沉降工", "长" * 300)})
    done = call("build", "-C", folder)
    assert done.returncode == 0
    assert f"course-{long}" in built(folder)


@pytest.mark.parametrize("code", ["GOOD", "good", "Good"])
def test_two_sops_of_one_job(call: Program, tmp_path: Path, code: str) -> None:
    folder = repository(tmp_path, {"sops/second.yaml": SOP.replace("BAD", code)})
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert report(done) == ["sops/second.yaml:1:13 SOP022"]
    assert "sops/good.yaml:1:13" in done.stderr
    assert built(folder) == {"course-GOOD"}


def test_the_same_job_of_two_plants_is_no_clash(call: Program, tmp_path: Path) -> None:
    project = PROJECT + "organisations: [{id: A, title: 甲厂}, {id: B, title: 乙厂}]\n"
    files = {f"sops/{one}.yaml": SOP.replace("BAD,", f"BAD, organisation: {one},") for one in "AB"}
    folder = repository(tmp_path, {"sopcurric.yaml": project, **files})
    assert call("build", "-C", folder, "--format", "markdown").returncode == 0
    assert read(call, folder) == ["A:BAD", "B:BAD", "GOOD"]


# --- Decisions and the lock ---

WHO = "role: college, by: 李, date: '2026-03-01', why: 无"
DECISION = f"decisions:\n  - {{decide: hours, {WHO}, on: [GOOD/P1], theory: 2, practice: 6}}\n"
LEAF = f"decisions:\n  - {{decide: rewrite, {WHO}, leaf: 'GOOD/P1#W', block: b, text: [新]}}\n"
DECISION_FAULTS = {
    "half-typed": (DECISION.split(", theory", maxsplit=1)[0], "2:5 SOP003"),
    "half-typed-key": ("decisions:\n  - deci", "2:5 SOP012"),
    "no-kind": (DECISION.replace("decide: hours, ", ""), "2:5 SOP011"),
    "unknown-kind": (DECISION.replace("hours", "huors"), "2:14 SOP013"),
    "kind-is-a-list": (DECISION.replace("hours", "[hours]"), "2:14 SOP013"),
    "not-a-list": ("decisions: hours\n", "1:12 SOP012"),
    "not-a-mapping": ("decisions: [hours]\n", "1:13 SOP012"),
    "empty": ("decisions: []\n", "1:12 SOP016"),
    "unknown-key": (DECISION.replace("theory", "theroy"), "2:86 SOP010"),
    "missing-key": (DECISION.replace(", practice: 6", ""), "2:5 SOP011"),
    "no-such-role": (DECISION.replace("college", "colege"), "2:27 SOP013"),
    "no-such-day": (DECISION.replace("03-01", "02-30"), "2:49 SOP014"),
    "no-reason": (DECISION.replace("why: 无", "why: ''"), "2:68 SOP015"),
    "on-is-no-list": (DECISION.replace("[GOOD/P1]", "GOOD/P1"), "2:75 SOP012"),
    "on-is-empty": (DECISION.replace("[GOOD/P1]", "[]"), "2:75 SOP016"),
    "hours-as-words": (DECISION.replace("theory: 2", "theory: two"), "2:94 SOP012"),
    "negative-hours": (DECISION.replace("theory: 2", "theory: -2"), "2:94 SOP016"),
    "odd-digest": (DECISION.replace("decide", "seen: xyz, decide"), "2:12 SOP014"),
    "odd-name": (DECISION.replace("decide", "id: ../x, decide"), "2:10 SOP014"),
    "empty-text": (LEAF.replace("[新]", "[]"), "2:108 SOP016"),
    "text-is-no-list": (LEAF.replace("[新]", "新"), "2:108 SOP012"),
    "number-in-text": (LEAF.replace("[新]", "[7]"), "2:109 SOP012"),
    "unknown-form": (LEAF.replace("[新]", "[{lsit: [新]}]"), "2:110 SOP010"),
    "table-without-rows": (LEAF.replace("[新]", "[{table: [新]}]"), "2:109 SOP011"),
    "no-such-tone": (LEAF.replace("[新]", "[{box: 新, tone: red, items: [新]}]"), "2:124 SOP013"),
    "broken-mark": (LEAF.replace("[新]", "['<<8 MPa|']"), "2:109 DEC001"),
    "state-secret": (LEAF.replace("[新]", "[机密★]"), "2:109 DEC002"),
    "the-same-name": (
        DECISION.replace("decide", "id: A, decide") + LEAF.split("\n", 1)[1].replace("decide", "id: a, decide"),
        "3:5 SOP021",
    ),
}


@pytest.mark.parametrize("name", DECISION_FAULTS)
def test_a_faulty_decision_is_told_where_it_stands(call: Program, tmp_path: Path, name: str) -> None:
    words, found = DECISION_FAULTS[name]
    folder = repository(tmp_path, {"decisions/bad.yaml": words})
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert f"decisions/bad.yaml:{found}" in report(done)
    assert built(folder) == (set() if name == STOPPING else {"course-GOOD"})


HELD = "GOOD/P1: {task: tt-aaaaaaaa, learning_task: lt-aaaaaaaa, module: md-aaaaaaaa}\n"
LOCK_FAULTS = {
    "binary": (bytes(range(256)), "1:1 SOP007"),
    "empty": (b"", "1:1 LCK003"),
    "nonsense": (b"format: 1\nwhat is this\n", "2:1 LCK003"),
    "newer": (b"format: 7\n", "1:9 LCK003"),
    "no-format": (HELD.encode(), "1:1 LCK003"),
    "half-a-line": (b"format: 1\n" + HELD.encode()[:30], "2:1 LCK003"),
    "half-an-identifier": (f"format: 1\n{HELD}".replace("tt-aaaaaaaa", "tt-aaa").encode(), "2:17 LCK003"),
    "twice": (f"format: 1\n{HELD}{HELD.replace('aa,', 'bb,')}".encode(), "3:1 LCK002"),
    "conflict": (f"format: 1\n<<<<<<< a\n{HELD}=======\n{HELD}>>>>>>> b\n".encode(), "2:1 LCK001"),
    "utf-16": ("format: 1\n".encode("utf-16"), "1:1 SOP001"),
    "too-large": (b"#" * 100_000_000, "1:1 SOP002"),
}


@pytest.mark.parametrize("name", LOCK_FAULTS)
def test_a_faulty_lock_is_told_where_it_stands_and_left_alone(call: Program, tmp_path: Path, name: str) -> None:
    content, found = LOCK_FAULTS[name]
    folder = repository(tmp_path, {})
    (folder / "sopcurric.lock").write_bytes(content)
    done = call("build", "-C", folder, "--lang", "en")
    assert done.returncode == 1
    assert f"sopcurric.lock:{found}" in report(done)
    assert built(folder) == {"course-GOOD"}
    assert (folder / "sopcurric.lock").read_bytes() == content


@pytest.mark.no_cover  # repositories by the hundred
def test_any_beginning_of_a_decision_file_is_read_calmly() -> None:
    """Half-typed at every second character: findings with places, and whatever is left compiles."""
    text = DECISION + LEAF.split("\n", 1)[1]
    files = {"sopcurric.yaml": PROJECT, "sops/good.yaml": GOOD}
    told, ends = 0, range(0, len(text), 2)
    for end in ends:
        outcome = checked({**files, "decisions/bad.yaml": text[:end]})
        own = [one for one in outcome.loaded.findings if one.place and one.place.document == "decisions/bad.yaml"]
        assert outcome.compilation is not None
        assert len(own) == len(outcome.loaded.findings)
        told += bool(own)
    assert told > len(ends) * 0.8


# --- Whole repositories ---


@pytest.mark.parametrize("make", [Path.mkdir, lambda _: None], ids=["empty-folder", "no-folder"])
def test_a_project_without_sops(call: Program, tmp_path: Path, make: Make) -> None:
    (tmp_path / "sopcurric.yaml").write_text(PROJECT, encoding="utf-8")
    make(tmp_path / "sops")
    checked = call("check", "-C", tmp_path, "--lang", "en")
    assert checked.returncode == 0
    assert "sopcurric.yaml:1:1 SOP024 warning" in checked.stderr
    done = call("build", "-C", tmp_path, "--lang", "en")
    assert done.returncode == 1
    assert "nothing to build" in done.stderr
    for what in ("sops", "tasks", "leaves", "plan"):
        assert call("show", what, "-C", tmp_path, "--json").returncode == 0


def test_every_fault_of_every_file_is_told_in_one_run(call: Program, tmp_path: Path) -> None:
    folder = repository(
        tmp_path,
        {
            "sops/a.yaml": "job: {code: A}\nprocedure: []\n",
            "sops/b.yaml": "x: [\n",
            "sops/c.yaml": SOP.replace("text:", "txet:").replace("BAD", "../C"),
            "sops/d.yaml": SOP.replace("text:", "hazards: [H1, H2], text:"),
            "programmes/p.yaml": "",
            "standards/s.yaml": "- x\n",
            "courses/c.yaml": "courses: 1\n",
            "decisions/d.yaml": "decisions: 1\n",
        },
    )
    found = report(call("build", "-C", folder, "--format", "markdown", "--lang", "en"))
    assert {one.split(":")[0] for one in found} == {
        *(f"sops/{name}.yaml" for name in "abcd"), "programmes/p.yaml", "standards/s.yaml", "courses/c.yaml",
        "decisions/d.yaml",
    }  # fmt: skip
    assert sorted(one for one in found if one.startswith("sops/a")) == [
        "sops/a.yaml:1:6 SOP011",
        "sops/a.yaml:2:1 SOP010",
    ]
    assert sum(one.startswith("sops/d") for one in found) == 2
    assert sum(one.startswith("sops/c") for one in found) >= 2
    assert found == sorted(found, key=lambda one: one.split(":")[0])
    assert "course-GOOD" in built(folder)


@pytest.mark.parametrize(
    "error",
    [PermissionError(errno.EACCES, "denied"), FileNotFoundError(errno.ENOENT, "gone"), OSError(errno.EIO, "disk")],
    ids=["forbidden", "vanished", "broken-disk"],
)
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_file_that_the_system_does_not_hand_out(
    call: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, place: str
) -> None:
    folder = repository(tmp_path, {place: SOP})
    real = DiskWorkspace.read

    def read(self: DiskWorkspace, path: str) -> bytes:
        if path == place:
            raise error
        return real(self, path)

    monkeypatch.setattr(DiskWorkspace, "read", read)
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert report(done) == [f"{place}:1:1 SOP009"]
    assert built(folder) == {"course-GOOD"}


def test_a_file_that_vanishes_before_it_is_quoted(
    call: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = repository(tmp_path, {"sops/bad.yaml": "x: [\n"})
    real = DiskWorkspace.read

    def read(self: DiskWorkspace, path: str) -> bytes:
        found = real(self, path)
        if path == "sops/bad.yaml":
            (folder / path).unlink()
        return found

    monkeypatch.setattr(DiskWorkspace, "read", read)
    assert report(call("check", "-C", folder, "--lang", "en")) == ["sops/bad.yaml:1:5 SOP003"]


def test_a_file_whose_name_is_not_text(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path, {})
    (folder / os.fsdecode(b"sops/\xff.yaml")).write_text(SOP, encoding="utf-8")
    for form in ("text", "json", "github"):
        done = call("check", "-C", folder, "--lang", "en", "--format", form)
        assert done.returncode == 1
        assert "SOP009" in done.stdout + done.stderr
    assert report(call("build", "-C", folder, "--format", "markdown", "--lang", "en")) == [
        "sops/<U+DCFF>.yaml:1:1 SOP009"
    ]
    assert built(folder) == {"course-GOOD"}


@pytest.mark.parametrize("data", ["模板".encode("gbk"), b"{% if %}", b"{{ nothing.at.all }}"])
def test_a_template_of_the_project_that_does_not_work(call: Program, tmp_path: Path, data: bytes) -> None:
    folder = repository(tmp_path, {"templates/markdown/leaf.md.j2": ""})
    (folder / "templates/markdown/leaf.md.j2").write_bytes(data)
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert report(done) == ["sopcurric.yaml:1:1 LEF006"]


@pytest.mark.parametrize("path", ["../other/sops", "nowhere", "sopcurric.yaml"])
def test_roots_that_hold_nothing(call: Program, tmp_path: Path, path: str) -> None:
    folder = repository(tmp_path, {"sopcurric.yaml": PROJECT + f"sops: [{{path: {path}}}]\n"})
    done = call("check", "-C", folder, "--lang", "en")
    assert done.returncode == 0
    assert "sopcurric.yaml:2:7 SOP024 warning" in done.stderr


def test_a_font_folder_that_is_not_there(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path, {"sopcurric.yaml": PROJECT + "fonts: [nowhere]\n"})
    done = call("build", "-C", folder, "--lang", "en")
    assert done.returncode == 1
    assert report(done) == ["sopcurric.yaml:2:8 LEF003"]


def test_a_profile_that_is_not_there(call: Program, tmp_path: Path) -> None:
    folder = repository(tmp_path, {"sopcurric.yaml": PROJECT + "profile: ../../etc/passwd\n"})
    done = call("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert done.returncode == 1
    assert report(done) == ["sopcurric.yaml:2:10 PLN001"]


def test_the_program_itself_is_as_calm(program: Program, tmp_path: Path) -> None:
    """One run of the real program over all of it."""
    folder = repository(
        tmp_path, {f"sops/{name}.yaml": words for name, (words, _, _) in FAULTS.items() if name != STOPPING}
    )
    for place in PLACES.values():
        for bad in ANYWHERE:
            path = folder / Path(place).parent / f"{bad.name}.yaml"
            path.parent.mkdir(exist_ok=True)
            bad.make(path)
    done = program("build", "-C", folder, "--format", "markdown", "--lang", "en")
    assert (done.returncode, done.stdout) == (1, "")
    found = report(done)
    for place in PLACES.values():
        for bad in ANYWHERE:
            if bad.name not in FAULTS:
                assert f"{Path(place).parent.name}/{bad.name}.yaml:{bad.found}" in found
    assert "course-GOOD" in built(folder)
