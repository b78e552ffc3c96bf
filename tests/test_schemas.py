"""The published JSON Schemas are those of this code, and what people write and what the program prints obeys them."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from jsonschema_rs import Draft202012Validator, meta
from pydantic import JsonValue, TypeAdapter

from sopcurric.app.building import publish
from sopcurric.app.checking import Checked, check
from sopcurric.app.schemas import FILE_SCHEMAS, SCHEMAS, published, schema
from sopcurric.app.showing import VIEWS
from sopcurric.app.steps import Steps
from sopcurric.cli.commands import show
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.canonical import canonical
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.competency_graph import CompetencyGraph
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseDesign
from sopcurric.model.course_standard import CourseStandard
from sopcurric.model.coverage import StandardCoverage
from sopcurric.model.files.describing import for_editors, halves, in_language
from sopcurric.model.lesson import LessonDesign
from sopcurric.model.mentoring import MentoringPlan
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.publication import Publication
from sopcurric.model.question_bank import QuestionBank
from sopcurric.model.shared_points import PointCatalogue
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue

Program = Callable[..., CompletedProcess[str]]

FOLDER = Path(__file__).parent.parent / "schemas"
EXAMPLES = sorted(path.parent for path in resources.folder("examples").glob("*/sopcurric.yaml"))
PUBLISHED = published()
KINDS = {
    "sops": "sop",
    "cases": "cases",
    "courses": "courses",
    "standards": "standard",
    "programmes": "programme",
    "profiles": "profile",
}


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name))


def faults(name: str, value: object) -> list[str]:
    return [f"{one.instance_path}: {one.message}" for one in validator(name).iter_errors(value)]


def files(example: Path) -> Iterator[tuple[str, Path]]:
    """Files of an example with the names of their schemas."""
    yield "project", example / "sopcurric.yaml"
    for folder, name in KINDS.items():
        for path in sorted((example / folder).rglob("*.yaml")):
            yield ("schedule" if path.name.endswith(".plan.yaml") else name), path


def publications(compilation: Compilation) -> Iterator[Publication]:
    """What each edition prints, with one binder of each kind."""
    kinds = {binder.document: binder for binder in compilation.binders}
    for edition in compilation.inputs.settings.editions:
        yield replace(publish(edition, compilation), binders=tuple(kinds.values()))


def data(path: Path) -> object:
    reading = read_yaml(path.name, path.read_bytes())
    assert reading.findings == ()
    return reading.data


FILES = [(name, path) for example in EXAMPLES for name, path in files(example)]


LARGE = ("copper-smelter", "nonferrous-group")
"""Examples of which only the files are looked at: what they become has the same shapes as that of another one."""


@pytest.fixture(scope="module", params=[one for one in EXAMPLES if one.name not in LARGE], ids=lambda path: path.name)
def example(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def outcome(example: Path) -> Checked:
    return check(DiskWorkspace(example), Steps(MemoryStore()))


@pytest.fixture(scope="module")
def compilation(outcome: Checked) -> Compilation:
    assert outcome.compilation is not None
    return outcome.compilation


@pytest.mark.parametrize("path", PUBLISHED)
def test_the_published_schema_is_that_of_the_code(path: str) -> None:
    assert (FOLDER / path).read_text(encoding="utf-8") == PUBLISHED[path], "run `make schemas`"


def test_nothing_else_is_published() -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert there == {*(f"{name}.schema.json" for name in SCHEMAS), *(f"zh/{name}.schema.json" for name in FILE_SCHEMAS)}


@pytest.mark.parametrize(
    ("name", "language"), [*((name, "en") for name in SCHEMAS), *((n, "zh") for n in FILE_SCHEMAS)]
)
def test_schemas_are_schemas(name: str, language: str) -> None:
    made = schema(name, language)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] == f"sopcurric {name}"
    meta.validate(made)


# --- Descriptions ---

HAN = re.compile("[\u3400-\u9fff]")


def told(root: dict[str, JsonValue], part: object, where: str = "", above: str = "") -> Iterator[tuple[str, str]]:
    """Every model and property below a part of a schema with its description, and what choices mean.

    The forms that one thing may be written in are described by what is said of the thing, `above`.
    """
    if isinstance(part, list):
        for number, one in enumerate(part):
            yield from told(root, one, f"{where}/{number}", above)
    elif isinstance(part, dict):
        properties = part.get("properties") if part.get("type") == "object" else None
        if properties:
            yield where, part.get("description", above)
            yield from ((f"{where}/properties/{name}", described(root, one)) for name, one in properties.items())
        yield from ((f"{where}: {one}", one) for one in part.get("enumDescriptions", ()))
        for key, one in part.items():
            forms = key in {"anyOf", "patternProperties"} or where.endswith("/patternProperties")
            yield from told(root, one, f"{where}/{key}", part.get("description", above) if forms else "")


def described(root: dict[str, JsonValue], part: dict[str, str]) -> str:
    """What is said of a property; what it refers to speaks for it where it would say the same."""
    definitions = root.get("$defs", {})
    assert isinstance(definitions, dict)
    target = definitions.get(part.get("$ref", "").rsplit("/", 1)[-1])
    return part.get("description") or (str(target.get("description", "")) if isinstance(target, dict) else "")


def silent(name: str, language: str) -> list[str]:
    """What is described in no language or in the wrong one."""
    made = schema(name, language)
    return [where for where, words in told(made, made) if not words or bool(HAN.search(words)) != (language == "zh")]


@pytest.mark.parametrize("name", FILE_SCHEMAS)
def test_everything_that_people_write_is_explained_in_english_and_in_chinese(name: str) -> None:
    silences = {language: silent(name, language) for language in ("en", "zh")}
    assert silences == {"en": [], "zh": []}
    assert list(bare(schema(name), "")) == []


def bare(part: object, where: str) -> Iterator[str]:
    """Choices that do not say what each of their words means."""
    if isinstance(part, list):
        for number, one in enumerate(part):
            yield from bare(one, f"{where}/{number}")
    elif isinstance(part, dict):
        if "enum" in part and len(part.get("enumDescriptions", ())) != len(part["enum"]):
            yield where
        for key, one in part.items():
            if key != "propertyNames":
                yield from bare(one, f"{where}/{key}")


def test_halves_of_a_description() -> None:
    assert halves("Number of\nthe thing.\n编号：登记簿\n中的 ABC\nDEF。") == (
        "Number of the thing.",
        "编号：登记簿中的 ABC DEF。",
    )
    assert halves("Two lines\nof English (英文).") == ("Two lines\nof English (英文).", "")


def test_a_term_before_a_colon_is_the_chinese_title() -> None:
    part: JsonValue = {"title": "Number", "description": "The number.\n文件编号：登记簿中的编号。"}
    assert in_language(part, "zh") == {"title": "文件编号", "description": "文件编号：登记簿中的编号。"}
    assert in_language(part, "en") == {"title": "Number", "description": "The number."}


def test_for_editors_a_schema_allows_what_it_allowed() -> None:
    optional: JsonValue = {"anyOf": [{"type": "string", "minLength": 1}, {"type": "null"}], "default": None}
    assert for_editors(optional) == {"type": ["string", "null"], "minLength": 1}
    choice: JsonValue = {"anyOf": [{"type": "string", "enum": ["a"]}, {"type": "null"}]}
    assert for_editors(choice) == choice
    assert for_editors({"type": "array", "default": []}) == {"type": "array"}
    assert for_editors({"type": "string", "default": "x"}) == {"type": "string", "default": "x"}


@pytest.mark.parametrize("name", FILE_SCHEMAS)
def test_editor_schemas_accept_and_refuse_the_same_in_both_languages(name: str) -> None:
    assert stripped(schema(name, "zh")) == stripped(schema(name, "en"))


def stripped(part: object) -> object:
    """A schema without its words."""
    if isinstance(part, list):
        return [stripped(one) for one in part]
    if not isinstance(part, dict):
        return part
    words = {"description", "title", "enumDescriptions", "defaultSnippets"}
    return {key: stripped(one) for key, one in part.items() if key not in words or isinstance(one, dict)}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_of_a_public_shape_says_what_it_holds(name: str) -> None:
    """No field may be of any kind: an object without properties would let everything pass."""
    assert list(_loose(schema(name), "")) == []


def _loose(part: object, where: str) -> Iterator[str]:
    if isinstance(part, list):
        for number, one in enumerate(part):
            yield from _loose(one, f"{where}/{number}")
    elif isinstance(part, dict):
        known = {"properties", "additionalProperties", "patternProperties"}
        if "object" in part.get("type", ()) and not known & part.keys():
            yield where
        if part.get("additionalProperties") is True or part.get("items") == {}:
            yield where
        for key, one in part.items():
            yield from _loose(one, f"{where}/{key}")


def test_the_examples_have_every_kind_of_file() -> None:
    assert {name for name, _ in FILES} == {"project", "schedule", *KINDS.values()}


@pytest.mark.parametrize(("name", "path"), FILES, ids=[f"{path.parent.parent.name}-{path.stem}" for _, path in FILES])
def test_files_of_the_examples_obey_their_schemas(name: str, path: Path) -> None:
    assert faults(name, data(path)) == []


def test_profiles_obey_their_schema() -> None:
    for name in resources.profile_names():
        found = read_yaml(name, resources.profile(name) or b"")
        assert found.findings == ()
        assert faults("profile", found.data) == []


def test_the_stand_in_programme_obeys_its_schema() -> None:
    assert faults("programme", read_yaml("default", resources.default_programme()).data) == []


STEP = {"job": {"code": "DIG", "title": "溶出工"}, "procedures": [{"id": "P1", "title": "检查", "steps": ["检查油位"]}]}


@pytest.mark.parametrize(
    ("title", "right"),
    [
        ("溶出工", True),
        ({"zh": "溶出工", "en": "Digestion operator"}, True),
        ("", False),
        ({}, False),
        ({"zh": ""}, False),
        ({"zh-CN": "溶出工"}, False),
        ({"zh": [{"kind": "plain", "text": "溶出工"}]}, False),
        (7, False),
        (None, False),
        (["溶出工"], False),
    ],
)
def test_a_text_in_a_file_is_a_string_or_a_map_of_strings(title: object, *, right: bool) -> None:
    sop = {**STEP, "job": {"code": "DIG", "title": title}}
    assert (faults("sop", sop) == []) is right


@pytest.mark.parametrize(
    "change",
    [
        {"titel": "x"},
        {"job": {"code": "../x", "title": "x"}},
        {"job": {"title": "x"}},
        {"procedures": []},
        {"format": 2},
    ],
)
def test_the_schema_of_sops_refuses_what_the_program_refuses(change: dict[str, object]) -> None:
    assert faults("sop", STEP) == []
    assert faults("sop", {**STEP, **change}) != []


MINIMAL = ("minimal", "minimal-en", "group-of-plants")
"""Examples that have no decisions, standards and the like."""


def test_what_show_prints_obeys_the_published_schemas(
    call: Program, example: Path, outcome: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show, "check", lambda *_: outcome)
    for name in VIEWS:
        done = call("show", name, "--json", "-C", example)
        records = json.loads(done.stdout)
        assert records or example.name in MINIMAL, name
        assert faults(f"show-{name}", records) == []
        assert faults(f"show-{name}", [{}]) != []


def stage_values(compilation: Compilation) -> Iterator[tuple[str, bytes]]:
    """Every value that the stages pass along, as canonical JSON, with the name of its schema."""
    for sop in compilation.inputs.sops:
        yield "value-job-sop", canonical(TypeAdapter(JobSop), sop)
    for profile in compilation.profiles:
        yield "value-competency-profile", canonical(TypeAdapter(CompetencyProfile), profile)
    yield "value-point-catalogue", canonical(TypeAdapter(PointCatalogue), compilation.shared)
    yield "value-competency-graph", canonical(TypeAdapter(CompetencyGraph), compilation.graph)
    for coverage in compilation.coverage:
        yield "value-standard-coverage", canonical(TypeAdapter(StandardCoverage), coverage)
    yield "value-task-catalogue", canonical(TypeAdapter(TaskCatalogue), compilation.catalogue)
    yield "value-course-design", canonical(TypeAdapter(CourseDesign), compilation.design)
    yield "value-lesson-design", canonical(TypeAdapter(LessonDesign), compilation.lessons)
    for standard in compilation.course_standards:
        yield "value-course-standard", canonical(TypeAdapter(CourseStandard), standard)
    for mentoring in compilation.mentoring:
        yield "value-mentoring-plan", canonical(TypeAdapter(MentoringPlan), mentoring)
    for plan in compilation.plans:
        yield "value-integrated-plan", canonical(TypeAdapter(IntegratedPlan), plan)
    yield "value-question-bank", canonical(TypeAdapter(QuestionBank), compilation.bank)
    for publication in publications(compilation):
        yield "value-publication", canonical(TypeAdapter(Publication), publication)


def test_stage_values_obey_the_published_schemas(compilation: Compilation) -> None:
    values = list(stage_values(compilation))
    lacking = set() if compilation.inputs.standards else {"value-standard-coverage"}
    lacking |= set() if compilation.mentoring else {"value-mentoring-plan"}
    assert {name for name, _ in values} == {name for name in SCHEMAS if name.startswith("value-")} - lacking
    for name, data_of_value in values:
        assert faults(name, json.loads(data_of_value)) == []


def test_a_text_in_a_value_is_a_map_of_runs(compilation: Compilation) -> None:
    sop = json.loads(canonical(TypeAdapter(JobSop), compilation.inputs.sops[0]))
    assert isinstance(sop["title"], dict)
    for title in (
        "溶出工",
        {"zh": "溶出工"},
        {"zh": [{"kind": "bold", "text": "溶出工"}]},
        {"zh": [{"kind": "plain"}]},
    ):
        assert faults("value-job-sop", {**sop, "title": title}) != []
