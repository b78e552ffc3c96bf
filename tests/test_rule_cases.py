"""Every rule has a case file and every case file a rule; the findings of a case are exactly those it announces.

A case file is `tests/rules/CODE.md`: prose and fenced blocks. In a `yaml` block a fault is announced at the end of its
line (`# error: CODE variant`); below any block by `<!-- error: CODE line 3 column 5 variant -->`. The variant may be
left out. `hex` blocks are bytes, `size` blocks the length of a file, `path` blocks something that cannot be opened. A
block that announces nothing must be clean.

Blocks whose first line is `# file: PATH` are the files of a whole project, which is checked (or built, where the
finding is raised while rendering). Those between two headings belong together; files that a later heading does not
show stay as they were; a project file is there from the beginning, and an SOP unless the first ones show their own.
What is wrong with a file as a whole may be announced behind its path. Faults are announced with their severity
(`# warning: CODE variant`); only findings of the announced codes and of the file's own code count.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path

import pytest
from pydantic import ValidationError

import sopcurric.rules
from case_files import FOLDER as CASES_OF_AUTHORS
from case_files import announced as announced_in
from sopcurric.app.building import Request, build
from sopcurric.app.checking import check
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.from_validation import from_validation
from sopcurric.diagnostics.report import Placed, worded
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace
from sopcurric.io.yaml_reader import map_yaml, read_yaml, unreadable
from sopcurric.model.files.sop import SopFile
from sopcurric.plugin import Rule, discover
from sopcurric.wording.catalogue import LANGUAGES

FOLDER = Path(__file__).parent / "rules"
DOCUMENT = "sops/case.yaml"
RULES = {rule.code: (module, rule) for module, rule in discover(sopcurric.rules, "RULE", Rule)}

_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```\n(?P<notes>(?:<!--.*?-->\n)*)", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# file: (?P<path>\S+)(?: # .*)?\n")
_MARK = re.compile(r"(?:error|warning|info): [A-Z]{3}\d{3}")
_INLINE = re.compile(
    r"# (?P<severity>error|warning|info): (?P<code>[A-Z]{3}\d{3})(?: (?P<variant>[\w-]+))?$", re.MULTILINE
)
_NOTE = re.compile(
    r"<!-- error: (?P<code>[A-Z]{3}\d{3}) line (?P<line>\d+) column (?P<column>\d+)(?: (?P<variant>[\w-]+))? -->"
)


@dataclass(frozen=True)
class Expected:
    """A finding that a case announces; 0 and the empty variant mean any."""

    code: str
    line: int
    column: int = 0
    variant: str = ""


@dataclass(frozen=True)
class Case:
    """One block of a case file."""

    code: str
    number: int
    kind: str
    body: str
    expected: tuple[Expected, ...]


def parsed(code: str, words: str) -> list[Case]:
    """The cases of a case file."""
    return [
        Case(code, number, block["kind"], block["body"], (*_inline(block["body"]), *_notes(block["notes"])))
        for number, block in enumerate(_BLOCK.finditer(words), 1)
        if not _FILE.match(block["body"])
    ]


def _inline(body: str) -> list[Expected]:
    found = ((line, _INLINE.search(words)) for line, words in enumerate(body.splitlines(), 1))
    return [Expected(mark["code"], line, variant=mark["variant"] or "") for line, mark in found if mark]


def _notes(words: str) -> list[Expected]:
    marks = _NOTE.finditer(words)
    return [Expected(mark["code"], int(mark["line"]), int(mark["column"]), mark["variant"] or "") for mark in marks]


Runner = Callable[[Case, Path], tuple[tuple[Finding, ...], bytes]]
"""From a case to its findings and the bytes that they are about."""


def read_sop(case: Case, folder: Path) -> tuple[tuple[Finding, ...], bytes]:
    """Read a block and validate it as an SOP."""
    if case.kind == "path":
        return (_opened(case.body.strip(), folder),), b""
    content = CONTENTS[case.kind](case.body)
    reading = read_yaml(DOCUMENT, content)
    findings = reading.findings
    if reading.data is not None:
        try:
            SopFile.model_validate(reading.data)
        except ValidationError as faults:
            findings += from_validation(DOCUMENT, faults.errors(), SopFile)
    return findings, content


CONTENTS: Mapping[str, Callable[[str], bytes]] = {
    "yaml": str.encode,
    "hex": bytes.fromhex,
    "size": lambda body: b"#" * int(body),
}


def _opened(kind: str, folder: Path) -> Finding:
    path = folder / "case.yaml"
    if kind == "folder":
        path.mkdir()
    elif kind == "dead link":
        path.symlink_to(folder / "nothing")
    elif kind == "link loop":
        path.symlink_to(path)
    elif kind == "link out":
        (folder / "repository").mkdir()
        (folder / "secret.yaml").write_text("job: x")
        (folder / "repository" / "case.yaml").symlink_to(folder / "secret.yaml")
    try:
        if kind == "link out":
            DiskWorkspace(folder / "repository").read("case.yaml")
        if kind == "no permission":  # not made with chmod: to root nothing is forbidden
            raise PermissionError(13, "denied")
        path.read_bytes()
    except OSError as error:
        return unreadable(DOCUMENT, error)
    raise AssertionError(kind)


RUNNERS: Mapping[str, Runner] = {}
"""Runners of codes (or families, by their letters) that need more than one SOP."""


def runner(code: str) -> Runner:
    """How the cases of a code are run."""
    return RUNNERS.get(code) or RUNNERS.get(code[:3]) or read_sop


@dataclass(frozen=True)
class Announced:
    """A finding that a file of a project announces."""

    path: str
    line: int
    severity: str
    code: str
    variant: str = ""


@dataclass(frozen=True)
class Project:
    """The files between two headings of a case file, with what they announce."""

    code: str
    heading: str
    files: Mapping[str, str]
    expected: tuple[Announced, ...]


START = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/case.yaml": """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 打开进口阀。}
""",
}
BUILT = {"DEC106", "DEC117", "LEF002", "LEF003", "LEF005", "LEF006"}
"""Codes that are raised while rendering."""


def projects(code: str, words: str) -> list[Project]:
    """The projects of a case file, each with the files of those before it."""
    found: list[Project] = []
    files = dict(START)
    for section in re.split(r"^#+ (?!file: )", words, flags=re.MULTILINE):
        own = {
            mark["path"]: block["body"] for block in _BLOCK.finditer(section) if (mark := _FILE.match(block["body"]))
        }
        if own:
            if not found and any(path.startswith("sops/") for path in own):
                del files["sops/case.yaml"]
            files = {**files, **own}
            expected = tuple(one for path, body in own.items() for one in _announced(path, body))
            found.append(Project(code, section.partition("\n")[0], files, expected))
    return found


def _announced(path: str, body: str) -> list[Announced]:
    found = ((line, _INLINE.search(words)) for line, words in enumerate(body.splitlines(), 1))
    return [
        Announced(path, line, mark["severity"], mark["code"], mark["variant"] or "") for line, mark in found if mark
    ]


def examined(project: Project, folder: Path) -> list[Placed]:
    """The findings of a project that count."""
    workspace, steps = MemoryWorkspace(project.files), Steps(MemoryStore())
    if project.code in BUILT:
        built = build(workspace, steps, Request(folder / "out"), lambda _what, _done, _all: None)
        checked, findings = built.checked, built.findings
    else:
        checked = check(workspace, steps)
        findings = checked.reported
    codes = {project.code, *(one.code for one in project.expected)}
    counting = [one for one in findings if one.code in codes]
    return list(place(counting, checked.loaded.provenance, workspace, "zh"))


FILES = sorted(FOLDER.glob("*.md"))
CASES = [case for file in FILES for case in parsed(file.stem, file.read_text(encoding="utf-8"))]
PROJECTS = [project for file in FILES for project in projects(file.stem, file.read_text(encoding="utf-8"))]
ANNOUNCING: tuple[Case | Project, ...] = (*CASES, *PROJECTS)
ELSEWHERE = {
    *("CRS101", "CRS102", "INT176"),
    *("CRS120", "CRS121", "CRS122", "CRS124", "CRS125", "CRS126"),
    *("CRS140", "CRS141", "CRS142", "CRS143"),
    *("EVA120", "EVA121", "EVA122", "EVA123", "EVA124"),
    *("LCK004", "LEF001", "LEF004", "LEF101", "LEF102", "LEF103", "LEF104", "LEF105"),
    *("LEF110", "LEF111", "LEF112", "LEF113"),
    *("LEF132", "LEF141", "LEF150"),
    *("PLN170", "PLN171"),
}
"""Codes that no files can bring about, or not with each of their cures: `test_guards.py` does."""


@pytest.mark.parametrize("project", PROJECTS, ids=lambda project: f"{project.code}-{project.heading}")
def test_findings_of_a_project_are_those_announced(project: Project, tmp_path: Path) -> None:
    placed = examined(project, tmp_path)
    shown = [
        Announced(
            one.document,
            one.span.line,
            one.finding.severity.value,
            one.finding.code,
            str(dict(one.finding.arguments).get("variant", "")),
        )
        for one in placed
    ]
    open_variants = {(one.path, one.line, one.code) for one in project.expected if not one.variant}
    compared = [replace(one, variant="") if (one.path, one.line, one.code) in open_variants else one for one in shown]
    assert sorted(map(astuple, compared)) == sorted(map(astuple, project.expected))
    for one in placed:
        _assert_worded(one.finding)


def test_projects_trigger_first_and_end_corrected() -> None:
    for code in {project.code for project in PROJECTS}:
        own = [project for project in PROJECTS if project.code == code]
        assert any(one.code == code for one in own[0].expected), code
        assert own[-1].heading == "改正后 / corrected", code
        assert not own[-1].expected, code


def test_codes_that_are_tried_elsewhere_are() -> None:
    tests = (FOLDER.parent / "test_guards.py").read_text(encoding="utf-8")
    assert {code for code in ELSEWHERE if f'"{code}"' not in tests} == set()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.number}")
def test_findings_are_those_announced(case: Case, tmp_path: Path) -> None:
    findings, content = runner(case.code)(case, tmp_path)
    places = map_yaml(content)
    shown = []
    for one in findings:
        assert one.place is not None
        span = places.find(one.place)
        shown.append(Expected(one.code, span.line, span.column, str(dict(one.arguments).get("variant", ""))))
    assert sorted(map(_key, shown)) == sorted(_key(_completed(one, shown)) for one in case.expected)


def _key(one: Expected) -> tuple[int, int, str, str]:
    return one.line, one.column, one.code, one.variant


def _completed(one: Expected, shown: list[Expected]) -> Expected:
    """What a case leaves open is taken from the finding on its line."""
    same = next((other for other in shown if (other.code, other.line) == (one.code, one.line)), one)
    return Expected(one.code, one.line, one.column or same.column, one.variant or same.variant)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.number}")
def test_sentences_have_no_open_places(case: Case, tmp_path: Path) -> None:
    findings, _ = runner(case.code)(case, tmp_path)
    for one in findings:
        _assert_worded(one)


def _assert_worded(one: Finding) -> None:
    rule = RULES[one.code][1]
    for language in LANGUAGES:
        for words in worded(one, rule.sentences[language], rule.variants.get(language, {})):
            assert words
            assert not re.search(r"\{[a-z_]+\}", words)


def test_every_case_file_has_its_code_among_its_cases() -> None:
    for file in FILES:
        announced = {one.code for case in ANNOUNCING if case.code == file.stem for one in case.expected}
        assert file.stem in announced | ELSEWHERE, file.name


def test_no_announcement_is_overlooked() -> None:
    for file in FILES:
        cases = [case for case in ANNOUNCING if case.code == file.stem]
        assert len(_MARK.findall(file.read_text(encoding="utf-8"))) == sum(len(case.expected) for case in cases)


def test_rules_and_case_files_match() -> None:
    assert RULES
    assert sorted(RULES) == [file.stem for file in FILES]


def test_codes_are_unique_and_name_their_modules() -> None:
    found = discover(sopcurric.rules, "RULE", Rule)
    assert len(RULES) == len(found)
    for module, rule in found:
        assert module == f"{rule.code}_{rule.name}".lower().replace("-", "_")


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_speaks_all_languages(code: str) -> None:
    rule = RULES[code][1]
    assert set(rule.sentences) == set(LANGUAGES)
    for message, cure in rule.sentences.values():
        assert message
        assert cure
        assert "请" not in message + cure
    if rule.variants:
        assert set(rule.variants) == set(LANGUAGES)
        assert len({tuple(variants) for variants in rule.variants.values()}) == 1


@pytest.mark.parametrize("code", sorted(RULES))
def test_every_rule_has_a_manual_page_in_both_languages(code: str) -> None:
    module, _ = RULES[code]
    page = __import__(f"sopcurric.rules.{module}", fromlist=["RULE"]).__doc__ or ""
    chinese, line, english = page.partition("\n----\n")
    assert line
    assert chinese.strip().startswith(f"{code} ")
    assert english.strip().startswith(f"{code} ")
    assert re.search(r"[\u4e00-\u9fff]", chinese)
    for heading in ("含义：", "例", "改法："):
        assert heading in chinese
    for heading in ("Meaning:", "Example", "Cure:"):
        assert heading in english


@pytest.mark.parametrize("code", sorted(code for code, (_, rule) in RULES.items() if rule.variants))
def test_every_cure_of_a_rule_has_a_case(code: str) -> None:
    wanted = {name for name in RULES[code][1].variants["zh"] if "." not in name}
    announced = {one.variant for case in ANNOUNCING for one in case.expected if one.code == code}
    announced |= {one[4] for one in OF_AUTHORS if one[3] == code}
    guards = (
        (FOLDER.parent / "test_guards.py").read_text(encoding="utf-8") if code in ELSEWHERE or code == "CRS152" else ""
    )
    elsewhere = {name for name in wanted if f'"{name}"' in guards}
    assert wanted - announced - elsewhere - UNTRIED == set()


OF_AUTHORS = [one for file in CASES_OF_AUTHORS.glob("*/*.yaml") for one in announced_in(file.read_bytes().decode(), "")]
"""What the case files of authors' situations announce."""
UNTRIED = {"nodes", "other", "list-for-number", "integer-for-number", "integer-for-text", "number-for-text"}
"""Cures whose cases stand in unit tests, being large or of other files than SOPs."""
