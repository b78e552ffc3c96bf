"""What a new repository comes with, beside its content: settings of editors, pre-commit and CI."""

import json
import re
import shlex
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import yaml
from jsonschema_rs import meta

from generators import tree_of
from sopcurric.app.scaffold import SCHEMAS_FOLDER, examples, scaffold, tooling, update_editor
from sopcurric.app.schemas import EDITED_SCHEMAS, schema_text
from sopcurric.io.lock_file import LOCK_FILE
from sopcurric.io.workspace import project_language
from sopcurric.wording.catalogue import LANGUAGES

Program = Callable[..., CompletedProcess[str]]

ROOT = Path(__file__).parent.parent
PIPELINES = (".github/workflows/curriculum.yml", ".gitlab-ci.yml", ".workflow/curriculum.yml")
EXPECTED = {
    *PIPELINES,
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    ".pre-commit-config.yaml",
    ".vscode/extensions.json",
    ".vscode/settings.json",
    "README.md",
    *(f"{SCHEMAS_FOLDER}/{name}.schema.json" for name in EDITED_SCHEMAS),
}


@pytest.fixture(params=examples())
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A new repository from an example."""
    scaffold(tmp_path / "plant", request.param)
    return tmp_path / "plant"


def commands(part: object) -> Iterator[str]:
    """Command lines of ours anywhere in a pipeline."""
    if isinstance(part, str):
        yield from (line.strip() for line in part.splitlines() if line.strip().startswith("sopcurric "))
    for one in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from commands(one)


def test_a_new_repository_has_it_all_and_is_clean(call: Program, repository: Path) -> None:
    assert set(tree_of(repository)) >= EXPECTED
    done = call("check", "--locked", "-C", repository)
    assert done.returncode == 0, done.stderr


def test_the_files_can_be_read_by_their_programs(repository: Path) -> None:
    for path, content in tree_of(repository).items():
        assert b"\r" not in content or path.endswith(".png")
        if path.endswith(".json"):
            json.loads(content)
        elif path.endswith((".yaml", ".yml")):
            assert isinstance(yaml.safe_load(content), dict), path


def test_every_schema_of_the_settings_is_there_and_of_the_language(repository: Path) -> None:
    settings = json.loads((repository / ".vscode/settings.json").read_text(encoding="utf-8"))
    schemas = settings["yaml.schemas"]
    assert {*schemas} == {f"{SCHEMAS_FOLDER}/{name}.schema.json" for name in EDITED_SCHEMAS}
    for name in EDITED_SCHEMAS:
        text = (repository / SCHEMAS_FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
        assert text == schema_text(name, project_language(repository))
        meta.validate(json.loads(text))


def test_both_languages_get_the_same_files_with_the_same_effect() -> None:
    first, *others = (tooling(language) for language in LANGUAGES)
    for other in others:
        assert first.keys() == other.keys()
        for path in PIPELINES:
            assert [*commands(yaml.safe_load(first[path]))] == [*commands(yaml.safe_load(other[path]))]


def test_the_lock_is_merged_by_lines() -> None:
    assert tooling("zh")[".gitattributes"] == f"{LOCK_FILE} merge=union\n"


@pytest.mark.parametrize("path", PIPELINES)
def test_pipelines_check_and_build_what_is_committed(call: Program, tmp_path: Path, path: str) -> None:
    """Every command of a pipeline runs in a new repository, and what it keeps is there then."""
    scaffold(tmp_path / "plant", "minimal")
    text = (tmp_path / "plant" / path).read_text(encoding="utf-8")
    assert 'pip install "sopcurric[all]"' in text
    assert "://" not in text
    found = [*commands(yaml.safe_load(text))]
    assert [line.split()[1] for line in found] == ["check", "build"]
    for line in found:
        words = shlex.split(line.partition(">")[0])
        assert "--locked" in words
        if words[1] == "check":
            assert call(*words[1:], cwd=tmp_path / "plant").returncode == 0
    done = call("build", "--locked", "--format", "markdown", cwd=tmp_path / "plant")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "plant/build").is_dir()
    assert re.search(r"\bbuild(/|$)", text, re.MULTILINE)


# --- pre-commit ---


def hooks() -> Iterator[tuple[str, dict[str, object]]]:
    """The hook that others use, and those of new repositories."""
    (published,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    yield "published", published
    for language in LANGUAGES:
        (repo,) = yaml.safe_load(tooling(language)[".pre-commit-config.yaml"])["repos"]
        assert repo["repo"] == "local"
        (hook,) = repo["hooks"]
        yield language, hook


@pytest.mark.parametrize(("whose", "hook"), [*hooks()], ids=lambda value: value if isinstance(value, str) else "")
def test_the_hook_runs_the_check_of_the_whole_repository(
    call: Program, tmp_path: Path, whose: str, hook: dict[str, object]
) -> None:
    assert hook.keys() >= {"id", "name", "entry", "language", "files", "pass_filenames"}
    assert hook["id"] == "sopcurric-check"
    assert hook["language"] == ("python" if whose == "published" else "system")
    assert hook["pass_filenames"] is False, "an SOP may break another one"
    files = re.compile(str(hook["files"]))
    assert all(files.search(path) for path in ("sopcurric.yaml", "sops/a.yml", "decisions/a/b.yaml", LOCK_FILE))
    assert not files.search("README.md")
    command, *arguments = shlex.split(str(hook["entry"]))
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert command in scripts
    scaffold(tmp_path / "plant", "minimal")
    assert call(*arguments, cwd=tmp_path / "plant").returncode == 0
    (tmp_path / "plant/sops/digestion.yaml").write_text("job: 1\n", encoding="utf-8")
    assert call(*arguments, cwd=tmp_path / "plant").returncode == 1


# --- new --update-editor ---


def test_an_update_renews_schemas_and_keeps_what_people_changed(call: Program, tmp_path: Path) -> None:
    plant = tmp_path / "plant"
    scaffold(plant, "minimal-en")
    before = tree_of(plant)
    assert call("new", plant, "--update-editor").returncode == 0
    assert tree_of(plant) == before
    schema, settings = f"{SCHEMAS_FOLDER}/sop.schema.json", ".vscode/settings.json"
    (plant / schema).write_text("{}\n", encoding="utf-8")
    (plant / settings).write_text('{"mine": true}\n', encoding="utf-8")
    for path in (".editorconfig", ".gitlab-ci.yml"):
        (plant / path).unlink()
    done = call("new", plant, "--update-editor")
    assert (done.returncode, done.stdout) == (0, "")
    assert f"renewed {schema}" in done.stderr
    assert f"kept {settings}" in done.stderr
    assert "wrote .editorconfig" in done.stderr
    after = tree_of(plant)
    assert after[settings] == b'{"mine": true}\n'
    assert {path for path in before if after.get(path) != before[path]} == {settings, ".gitlab-ci.yml"}


def test_an_update_stays_in_the_repository(call: Program, tmp_path: Path) -> None:
    plant, outside = tmp_path / "plant", tmp_path / "outside"
    scaffold(plant, "minimal")
    outside.mkdir()
    (outside / "sop.schema.json").write_text("mine", encoding="utf-8")
    schema = plant / SCHEMAS_FOLDER / "sop.schema.json"
    schema.unlink()
    schema.symlink_to(outside / "sop.schema.json")
    done = call("new", plant, "--update-editor", "--lang", "en")
    assert (done.returncode, done.stdout) == (2, "")
    assert "cannot write" in done.stderr
    assert (outside / "sop.schema.json").read_text(encoding="utf-8") == "mine"


def test_only_a_repository_is_updated(call: Program, tmp_path: Path) -> None:
    done = call("new", tmp_path, "--update-editor", "--lang", "en")
    assert done.returncode == 2
    assert "not a curriculum repository" in done.stderr
    assert [*tmp_path.iterdir()] == []


def test_an_older_repository_gets_what_editors_need(tmp_path: Path) -> None:
    (tmp_path / "sopcurric.yaml").write_text("project: {name: x, language: en}\n", encoding="utf-8")
    assert {one.state for one in update_editor(tmp_path)} == {"written"}
    assert (tmp_path / ".vscode/settings.json").is_file()
    assert not (tmp_path / ".github").exists()
