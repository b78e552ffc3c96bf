"""Building with templates of the project: their faults are findings, and nothing outside the project is read."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from sopcurric.app.building import Built, Request, build
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace, MemoryWorkspace, Workspace
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.renderers import markdown

FILES = {
    "sopcurric.yaml": "project: {name: 案例}\nformats: [markdown]\n",
    "sops/a.yaml": "job: {code: DIG, title: 溶出工}\n"
    "procedures: [{id: P1, title: 启动隔膜泵, steps: [{id: S1, text: 打开进口阀。}]}]\n",
}
COVER = "templates/markdown/cover.md.j2"


def made(workspace: Workspace, out: Path) -> Built:
    return build(workspace, Steps(MemoryStore()), Request(out), lambda *_: None)


def faults(workspace: Workspace, out: Path) -> set[str]:
    """What is said of templates; nothing else is wrong."""
    errors = [one for one in made(workspace, out).findings if one.severity.value == "error"]
    assert {one.code for one in errors} <= {"LEF006"}
    return {str(dict(one.arguments)["what"]) for one in errors}


def on_disk(folder: Path, files: Mapping[str, str]) -> DiskWorkspace:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return DiskWorkspace(folder)


def test_trade_secrets_are_printed_with_their_marking_and_for_the_plant_only(tmp_path: Path) -> None:
    """Whatever the project says of the findings about it."""
    editions = """
editions:
  - {id: student}
  - {id: unmarked, clearance: trade-secret, audience: mentor}
  - {id: taught, clearance: core-secret, audience: teacher, marking: {owner: 厂, period: 长期}}
  - {id: plant, clearance: core-secret, audience: mentor, marking: {owner: 厂, period: 长期}}
findings:
  severity: {DEC: ignore}
"""
    files = {**FILES, "sopcurric.yaml": FILES["sopcurric.yaml"] + editions}
    outcome = made(MemoryWorkspace(files), tmp_path)
    assert [one.id for one in outcome.editions] == ["student", "plant"]
    assert [one.code for one in outcome.findings if one.severity.value == "error"] == ["DEC201", "DEC202"]
    assert outcome.lock == "kept"


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ('{{ 1 + "a" }}', "unsupported operand"),
        ("{{ 1/0 }}", "division by zero"),
        ("{{ 7|length }}", "has no len()"),
        ("{% for i in range(100000000) %}{% endfor %}", "Range too big"),
        ("{{ nothing.at_all }}", "'nothing' is undefined"),
        ("{% if %}", "Expected an expression"),
    ],
)
def test_a_fault_of_a_template_is_told_with_its_line(template: str, said: str, tmp_path: Path) -> None:
    for what in (found := faults(MemoryWorkspace({**FILES, COVER: f"# ok\n{template}\n"}), tmp_path)):
        assert what.startswith("markdown/cover.md.j2:2: ")
        assert said in what
    assert found


def test_without_templates_of_the_project_faults_are_bugs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(markdown, "binder_head", broken)
    with pytest.raises(ZeroDivisionError):
        made(MemoryWorkspace(FILES), tmp_path)
    assert faults(MemoryWorkspace({**FILES, COVER: "x"}), tmp_path) == {"ZeroDivisionError"}


@pytest.mark.parametrize("name", ["markdown/cover.md.j2", "notes.txt"])
def test_links_out_of_the_project_are_not_read(name: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("geheim", encoding="utf-8")
    workspace = on_disk(tmp_path / "project", FILES)
    link = tmp_path / "project/templates" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(secret)
    (what,) = faults(workspace, tmp_path / "out")
    assert what == f"templates/{name}: a link that leads out of the project folder"
    assert not any("geheim" in path.read_text("utf-8") for path in tmp_path.rglob("out/**/*.md"))


def test_a_linked_folder_of_templates_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere/markdown").mkdir(parents=True)
    (tmp_path / "elsewhere/markdown/cover.md.j2").write_text("geheim", encoding="utf-8")
    workspace = on_disk(tmp_path / "project", FILES)
    (tmp_path / "project/templates").symlink_to(tmp_path / "elsewhere")
    (what,) = faults(workspace, tmp_path / "out")
    assert what.startswith(f"{COVER}: a link")


def test_links_inside_the_project_are_read(tmp_path: Path) -> None:
    workspace = on_disk(tmp_path / "project", {**FILES, "shared/cover.j2": "# 本校封面\n"})
    link = tmp_path / "project" / COVER
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "project/shared/cover.j2")
    assert faults(workspace, tmp_path / "out") == set()
    assert any("本校封面" in path.read_text("utf-8") for path in tmp_path.rglob("out/**/*.md"))


@pytest.mark.parametrize(("content", "said"), [(b"\xff\xfe", "invalid start byte"), (b"x" * 30_000_000, "too large")])
def test_templates_that_cannot_be_read(content: bytes, said: str, tmp_path: Path) -> None:
    found = faults(MemoryWorkspace({**FILES, COVER: content}), tmp_path)
    assert found
    assert all(what.startswith(COVER) and said in what for what in found)


def test_leaves_name_the_organisations_that_they_hold_for(tmp_path: Path) -> None:
    job = (
        "job: {{code: DIG, title: 溶出工, organisation: {0}}}\n"
        "procedures: [{{id: P1, title: {1}, steps: [{{id: S1, text: {1}。}}]}}]\n"
    )
    files = {
        "sopcurric.yaml": "project: {name: 案例}\nformats: [markdown]\n"
        "organisations: [{id: p1, title: 一分厂}, {id: p2, title: 二分厂}]\n",
        "sops/a.yaml": job.format("p1", "启动隔膜泵"),
        "sops/b.yaml": job.format("p2", "校准分析天平"),
    }
    compilation = made(MemoryWorkspace(files), tmp_path).checked.compilation
    assert isinstance(compilation, Compilation)
    leaves = [leaf for binder in compilation.binders for leaf in binder.leaves]
    assert {words(one, "zh") for leaf in leaves for one in leaf.effectivity} == {"一分厂", "二分厂"}
    pages = "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.md"))
    assert "适用：一分厂" in pages
    assert "适用：p1" not in pages
