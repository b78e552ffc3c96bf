"""What an engineer sees while typing in VS Code: its YAML extension runs this language server with our settings."""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from language_server import Json, LanguageServer
from sopcurric.app.scaffold import scaffold

pytestmark = pytest.mark.editor

SERVER = Path(__file__).parent / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
HAN = re.compile("[\u3400-\u9fff]")
HERE = "‸"
"""Where the cursor stands in a text."""


@dataclass(frozen=True)
class Editor:
    """A repository that is open in an editor."""

    folder: Path
    server: LanguageServer

    def offered(self, path: str, text: str) -> dict[str, Mapping[str, Json]]:
        """What is offered at the cursor, by label."""
        return self.server.completions(*self._typed(path, text))

    def explained(self, path: str, text: str) -> str:
        """What is said of the word under the cursor."""
        return self.server.hover(*self._typed(path, text))

    def faults(self, path: str, text: str) -> list[str]:
        """Messages about a text."""
        return [str(one["message"]) for one in self.server.diagnostics(self.server.show(self.folder / path, text))]

    def _typed(self, path: str, text: str) -> tuple[str, int, int]:
        before = text[: text.index(HERE)].split("\n")
        return self.server.show(self.folder / path, text.replace(HERE, "")), len(before) - 1, len(before[-1])


def opened(folder: Path) -> Iterator[Editor]:
    node = shutil.which("node")
    if not node or not SERVER.is_file():
        pytest.fail(
            "the YAML language server is not installed: `npm install` in tests/editor installs it; "
            "`--ignore=tests/editor` leaves out what editors offer"
        )
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    with LanguageServer([node, SERVER, "--stdio"], folder, settings) as server:
        yield Editor(folder, server)


@pytest.fixture(scope="module")
def zh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A new repository in Chinese."""
    folder = tmp_path_factory.mktemp("editor") / "课程 仓库"
    scaffold(folder, "minimal")
    yield from opened(folder)


@pytest.fixture(scope="module")
def en(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A new repository in English."""
    folder = tmp_path_factory.mktemp("editor") / "plant"
    scaffold(folder, "minimal-en")
    yield from opened(folder)


JOB = "job: {code: DIG, title: x}\n"
PROCEDURE = f"{JOB}procedures:\n  - id: P1\n    title: x\n"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("sopcurric.yaml", "‸", {"project", "sops", "editions"}),
        ("sopcurric.yaml", "project:\n  name: x\n  ‸", {"language", "publisher"}),
        (
            "sopcurric.yaml",
            "project: {name: x}\neditions:\n  - id: a\n    audience: ‸",
            {"student", "teacher", "mentor"},
        ),
        ("sops/new.yaml", "‸", {"job", "procedures", "parameters", "hazards"}),
        ("sops/hall/new.yml", f"{JOB}‸", {"procedures", "parameters", "hazards"}),
        ("sops/new.yaml", f"{PROCEDURE}    ‸", {"phase", "steps", "parameters", "hazards"}),
        ("sops/new.yaml", f"{PROCEDURE}    steps:\n      - text: x\n        ‸", {"parameters", "hazards", "criterion"}),
        ("sops/new.yaml", f"{PROCEDURE}    phase: ‸", {"start-up", "normal", "emergency"}),
        ("sops/new.yaml", "kind: ‸", {"job-sop", "process-specification", "equipment-procedure", "plant-changes"}),
        (
            "sops/new.yaml",
            f"{JOB}routes:\n  - title: x\n    points:\n      - ‸",
            {"item", "method", "criterion", "state"},
        ),
        (
            "sops/new.yaml",
            f"{PROCEDURE}    steps:\n      - text: x\n        either:\n          - steps:\n              - ‸",
            {"text", "warnings", "hold", "steps"},
        ),
        ("sops/new.yaml", f"{JOB}parameters:\n  - title: x\n    alarm:\n      high: x\n      ‸", {"low", "high_high"}),
        ("sops/new.yaml", "kind: plant-changes\nchanges:\n  - ‸", {"at", "set", "remove", "after", "why"}),
        ("courses/new.yaml", "courses:\n  - code: x\n    category: ‸", {"general", "foundation", "extension"}),
        ("standards/new.yaml", "levels:\n  - ‸", {"id", "title", "training_hours"}),
        ("programmes/new.yaml", "segments:\n  - id: S1\n    site: ‸", {"college", "plant"}),
        ("decisions/new.yaml", "decisions:\n  - decide: ‸", {"together", "apart", "rename", "withdraw"}),
        ("decisions/new.yaml", "decisions:\n  - decide: hours\n    ‸", {"theory", "practice", "why"}),
    ],
)
def test_what_fits_is_offered(zh: Editor, path: str, text: str, expected: set[str]) -> None:
    assert set(zh.offered(path, text)) >= expected


def test_what_is_offered_is_explained_in_the_language_of_the_project(zh: Editor, en: Editor) -> None:
    text = "project: {name: x}\neditions:\n  - id: a\n    ‸"
    assert all(HAN.search(str(one["documentation"])) for one in zh.offered("sopcurric.yaml", text).values())
    assert not any(HAN.search(str(one["documentation"])) for one in en.offered("sopcurric.yaml", text).values())
    choices = zh.offered("courses/new.yaml", "courses:\n  - code: x\n    category: ‸")
    assert choices["core"]["documentation"] == "专业核心课。"
    decisions = en.offered("decisions/new.yaml", "decisions:\n  - decide: ‸")
    assert "called otherwise" in str(decisions["rename"]["documentation"])


def test_a_snippet_writes_what_an_item_needs(zh: Editor, en: Editor) -> None:
    inserted = str(zh.offered("courses/new.yaml", "courses:\n  - ‸")["新课程"]["insertText"])
    assert inserted.splitlines()[:2] == ["code: ${1:G01}", "  title: ${2:课程名称}"]
    assert "theory_hours: ${4:32}" in inserted
    assert "new course" in en.offered("courses/new.yaml", "courses:\n  - ‸")


@pytest.mark.parametrize(("key", "value"), [("equipment", "[]"), ("trigger", "null"), ("hazards", "[]")])
def test_nothing_empty_is_written_for_a_key(zh: Editor, key: str, value: str) -> None:
    assert value not in str(zh.offered("sops/new.yaml", f"{PROCEDURE}    ‸")[key]["insertText"])


def test_a_key_is_explained_in_the_language_of_the_project(zh: Editor, en: Editor) -> None:
    text = "project: {name: x}\neditions:\n  - id: a\n    audi‸ence: student\n"
    assert "读者" in zh.explained("sopcurric.yaml", text)
    assert "`student`: 学生、学徒。" in zh.explained("sopcurric.yaml", text)
    assert "For whom it is." in en.explained("sopcurric.yaml", text)
    assert not HAN.search(en.explained("sopcurric.yaml", text))
    sop = f"{JOB}proce‸dures:\n  - {{id: P1, title: x, steps: [x]}}\n"
    assert "操作程序" in zh.explained("sops/new.yaml", sop)
    assert "rocedure" in en.explained("sops/new.yaml", sop)


def test_a_key_with_several_types_is_explained_once(zh: Editor) -> None:
    text = "project: {name: x}\neditions:\n  - id: a\n    ti‸tle: x\n"
    assert zh.explained("sopcurric.yaml", text) == "#### 版本名称\n\n版本名称：印在封面上。"


def test_what_is_wrong_is_underlined(zh: Editor, en: Editor) -> None:
    for editor in (zh, en):
        assert "phrase" in "".join(editor.faults("sops/wrong.yaml", f"{PROCEDURE}    phrase: normal\n    steps: [x]\n"))
        assert "start-up" in "".join(editor.faults("sops/odd.yaml", f"{PROCEDURE}    phase: x\n    steps: [x]\n"))


def test_nothing_is_wrong_with_a_new_repository(zh: Editor) -> None:
    for path in ("sopcurric.yaml", "sops/digestion.yaml"):
        assert zh.faults(path, (zh.folder / path).read_text(encoding="utf-8")) == []


SHORT = f"""{JOB}duties: [启停水泵, D2: 巡检]
parameters:
  - 溶出温度 260–280 ℃，每小时记录
  - T2: 油压 0.3–0.5 MPa
procedures:
  - id: P1
    title: x
    steps:
      - 打开进口阀
      - S2: 启动油泵
      - S3: {{text: 充氮, critical: true, steps: [开阀, S3b: 看压力]}}
      - {{zh: 关阀, en: Close the valve}}
"""
CHANGES = """kind: plant-changes
base: DIG
organisation: QL
changes:
  - {at: P1/S2, set: {text: 启动齿轮油泵, critical: true, parameters: [T2]}, why: 本厂是齿轮油泵}
  - {at: P1/S2, after: [看油压, S9: 记录, {id: S8, text: 停泵}], why: 本厂要记录}
"""


@pytest.mark.parametrize("text", [SHORT, CHANGES], ids=["short forms", "changes"])
def test_nothing_is_wrong_with_what_the_program_reads(zh: Editor, text: str) -> None:
    assert zh.faults("sops/right.yaml", text) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("kind: process-specification\njob: {code: A, title: x}\nprocess: {code: A, title: x}\n", "job"),
        ("kind: plant-changes\nbase: DIG\nduties: [x]\n", "duties"),
        ("kind: equipment-procedure\nduties: [x]\n", "machine"),
        ("procedures:\n  - {title: x, steps: [x]}\n", "job"),
    ],
)
def test_each_kind_of_document_has_keys_of_its_own(zh: Editor, text: str, named: str) -> None:
    assert named in "".join(zh.faults("sops/odd.yaml", text))


@pytest.mark.parametrize(
    ("text", "label", "inserted"),
    [
        (f"{JOB}procedures:\n  - ‸", "操作程序", "phase: ${3:normal}"),
        (f"{JOB}parameters:\n  - ‸", "参数", "range: ${3:260–280 ℃}"),
        (f"{JOB}lockouts:\n  - ‸", "隔离点", "release: ${6:由谁解锁}"),
        ("kind: plant-changes\nchanges:\n  - ‸", "新的不同之处", "at: ${1:P1/S1}"),
    ],
)
def test_snippets_of_sops(zh: Editor, text: str, label: str, inserted: str) -> None:
    assert inserted in str(zh.offered("sops/new.yaml", text)[label]["insertText"])
