"""The shape that `ARCHITECTURE.md` promises: layers, extension folders, sizes and names of modules."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import sopcurric.documents
import sopcurric.renderers
import sopcurric.rules
from sopcurric.app.registry import documents, renderers, rules
from sopcurric.wording.catalogue import LANGUAGES, codes

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "src" / "sopcurric"
MODULES = sorted(PACKAGE.rglob("*.py"))
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
LONGEST = 700


def names(package: ModuleType) -> set[str]:
    """Modules in the folder of a package."""
    return {path.stem for place in package.__path__ for path in Path(place).glob("*.py") if path.stem != "__init__"}


def top_level() -> set[str]:
    inside = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    return inside - {"__init__"}


def layers() -> list[set[str]]:
    """The rows of the table of layers, upper first."""
    table = ARCHITECTURE.split("| layer | owns |", 1)[1].split("\n\n", 1)[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    return [set(re.findall(r"`(\w+)`", row)) for row in rows]


def test_import_contracts_are_kept() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


def test_every_top_level_module_is_described_and_every_described_one_exists() -> None:
    described = [name for row in layers() for name in row]
    assert sorted(described) == sorted(top_level())


def test_the_described_order_is_the_checked_one() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(one for one in settings["tool"]["importlinter"]["contracts"] if one["type"] == "layers")
    assert [set(row.split(" | ")) for row in contract["layers"]] == layers()


@pytest.mark.parametrize("path", re.findall(r"`((?:\w+/)+\w+\.\w+)`", ARCHITECTURE))
def test_files_that_are_named_exist(path: str) -> None:
    assert (ROOT / path).is_file() or (PACKAGE / path).is_file()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    assert len(words.splitlines()) <= LONGEST
    assert path.stem not in {"utils", "helpers", "misc", "common", "util", "helper"}
    assert ast.get_docstring(ast.parse(words)), "say what the module owns"


def test_only_the_console_prints() -> None:
    printing = {
        path.relative_to(PACKAGE).as_posix() for path in MODULES if set(_calls(path)) & {"print", "secho", "echo"}
    }
    assert printing == {"cli/console.py"}


def test_only_io_reads_the_clock() -> None:
    reading = {path.relative_to(PACKAGE).parts[0] for path in MODULES if set(_calls(path)) & {"now", "today", "utcnow"}}
    assert reading <= {"io"}


def _calls(path: Path) -> Iterator[str]:
    """Names of all functions that a module calls."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


# --- Extension folders ---


def test_every_module_of_documents_is_a_document() -> None:
    assert {name for name, _ in documents()} == names(sopcurric.documents)


def test_every_module_of_renderers_is_a_renderer_with_templates() -> None:
    assert set(renderers()) == names(sopcurric.renderers)
    assert {one.name for one in renderers().values()} == set(renderers())
    folders = {path.name for path in (ROOT / "templates").iterdir() if path.is_dir()}
    forms = {"inbox", "declassification"}
    assert len(folders - forms) == len(renderers()), "forms are no output formats"


def test_every_module_of_rules_is_a_rule() -> None:
    expected = {f"{rule.code}_{rule.name}".lower().replace("-", "_") for rule in rules().values()}
    assert expected == names(sopcurric.rules)
    assert all(code == rule.code for code, rule in rules().items())


def test_every_code_that_is_raised_has_a_rule() -> None:
    raised = {
        (match, path.relative_to(PACKAGE).as_posix())
        for path in MODULES
        for match in re.findall(r"\"([A-Z]{3}\d{3})\"", path.read_text(encoding="utf-8"))
    }
    assert len(raised) > len(rules())
    assert {(code, path) for code, path in raised if code not in rules()} == set()


def test_every_sentence_that_is_named_exists_in_every_language() -> None:
    used = {
        code
        for path in MODULES
        for code in re.findall(
            r"(?:sentence|tell)\(\s*(?:\w+(?:\.\w+)*,\s*)?\"([a-z]+(?:\.[a-z-]+)+)\"", path.read_text("utf-8")
        )
    }
    assert used
    for language in LANGUAGES:
        assert used - codes(language) == set(), language


def test_every_command_is_in_the_table_of_the_program_and_has_a_module() -> None:
    modules = {path.stem for path in (PACKAGE / "cli" / "commands").glob("*.py")} - {"__init__"}
    table = (PACKAGE / "cli" / "main.py").read_text(encoding="utf-8").split("_COMMANDS: ", 1)[1].split("\n}\n", 1)[0]
    assert set(re.findall(r"^    \"(\w+)\": ", table, re.MULTILINE)) == modules
