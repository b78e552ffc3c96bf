"""Pydantic errors become findings: one for each fault, at the right place, for every file that people write."""

from enum import Enum
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError, field_validator
from pydantic_core import ErrorDetails

from sopcurric.diagnostics.finding import Finding
from sopcurric.diagnostics.from_validation import from_validation
from sopcurric.diagnostics.words_of_authors import HEADINGS, VALUES
from sopcurric.io.yaml_scalars import resolved
from sopcurric.model.files.base import Words
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.describing import halves
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.sop import SopFile
from sopcurric.model.files.sop_kinds import EnergyKind, PermitKind
from sopcurric.model.files.standard import StandardFile
from sopcurric.source.ref import SourceRef
from sopcurric.wording.catalogue import LANGUAGES

MODELS: tuple[type[BaseModel], ...] = (SopFile, ProjectFile, StandardFile, CourseFile, ProgrammeFile)
JOB = {"code": "DIG", "title": "高压溶出工"}


def findings(value: object, model: type[BaseModel] = SopFile) -> tuple[Finding, ...]:
    try:
        model.model_validate(value)
    except ValidationError as faults:
        return from_validation("case.yaml", faults.errors(), model)
    return ()


def only(value: object, model: type[BaseModel] = SopFile) -> tuple[str, SourceRef, dict[str, str | int]]:
    (one,) = findings(value, model)
    assert one.place is not None
    return one.code, one.place, dict(one.arguments)


def step(value: object) -> dict[str, object]:
    return {"job": JOB, "procedures": [{"id": "P1", "title": "启动", "steps": [value]}]}


WIDE = "".join(chr(ord(sign) + 0xFEE0) for sign in "procedures")
STEP = ("procedures", 0, "steps", 0)


@pytest.mark.parametrize(
    ("value", "code", "pointer", "on_key"),
    [
        (3, "SOP012", (*STEP, "text"), False),
        (None, "SOP015", (*STEP, "text"), False),
        ("", "SOP015", (*STEP, "text"), False),
        ([], "SOP012", (*STEP, "text"), False),
        ({}, "SOP011", (*STEP, "text"), False),
        ("<<x", "DEC001", (*STEP, "text"), False),
        ("绝密", "DEC002", (*STEP, "text"), False),
        ({"text": "秘密★"}, "DEC002", (*STEP, "text"), False),
        ({"zh": "启动", "en": ""}, "SOP015", (*STEP, "text", "en"), False),
        ({"zh": "启动", "english": "start"}, "SOP010", (*STEP, "text", "english"), True),
        ({"text": {"zh": 3}}, "SOP012", (*STEP, "text", "zh"), False),
        ({"text": "x", "critical": "maybe"}, "SOP012", (*STEP, "critical"), False),
        ({"text": "x", "equipment": ["a b"]}, "SOP014", (*STEP, "equipment", 0), False),
        ({"txet": "x"}, "SOP010", (*STEP, "txet"), True),
        ({"id": "S1"}, "SOP011", (*STEP, "text"), False),
        ({"id": "S1", "txt": "x"}, "SOP010", (*STEP, "txt"), True),
        ({"txt": "x"}, "SOP010", (*STEP, "txt"), True),
        ({"zh": "启动", "ja": "起動"}, "SOP010", (*STEP, "text", "ja"), True),
        ({"text": {"ja": "起動"}}, "SOP010", (*STEP, "text", "ja"), True),
        ({"text": {"ja": 3}}, "SOP012", (*STEP, "text"), False),
        ({"某某": "x"}, "SOP010", (*STEP, "某某"), True),
    ],
)
def test_a_faulty_step_gives_one_finding(
    value: object, code: str, pointer: tuple[str | int, ...], on_key: object
) -> None:
    found, place, _ = only(step(value))
    assert (found, place) == (code, SourceRef("case.yaml", pointer, on_key=on_key is True))


def test_schemas_allow_the_languages_that_validation_allows() -> None:
    title = TypeAdapter(Words).json_schema()
    assert title["propertyNames"] == {"enum": list(LANGUAGES)}
    assert TypeAdapter(Words).validate_python(dict.fromkeys(LANGUAGES, "x"))


def test_several_faults_of_one_step_are_all_found() -> None:
    found = findings(step({"text": 3, "critical": "x", "qqq": 1}))
    assert sorted(one.code for one in found) == ["SOP010", "SOP012", "SOP012"]


def test_a_missing_key_is_suggested_before_others() -> None:
    _, _, arguments = only({"job": {"code": "DIG", "titles": "x"}, "procedures": step("x")["procedures"]})
    assert arguments["suggestion"] == "title"
    assert arguments["variant"] == "did-you-mean"


def test_a_key_that_is_there_already_is_not_suggested_again() -> None:
    _, place, arguments = only({"job": {**JOB, "tilte": "x"}, "procedures": step("x")["procedures"]})
    assert place.pointer == ("job", "tilte")
    assert (arguments["variant"], arguments["suggestion"]) == ("twice", "title")


@pytest.mark.parametrize("words", ["1.10", "1e3", "+5", "1.5", "7"])
def test_numbers_are_quoted_as_they_were_typed(words: str) -> None:
    code, _, arguments = only({**step("x"), "document": {"version": resolved(words)}})
    assert (code, arguments["variant"], arguments["found"]) == ("SOP012", "text-for-number", words)


@pytest.mark.parametrize(
    ("value", "model", "variant"),
    [
        ({"job": JOB, "procedures": []}, SopFile, "items-required"),
        (step("x") | {"procedures": [{"id": "P1", "title": "x", "steps": []}]}, SopFile, "items-required"),
        ({"project": {"name": "x"}, "editions": []}, ProjectFile, "items"),
        ({"job": JOB, "procedures": None}, SopFile, "nothing-required"),
        ({**step("x"), "duties": None}, SopFile, "nothing"),
    ],
)
def test_only_a_key_that_may_be_left_out_is_to_be_removed(value: object, model: type[BaseModel], variant: str) -> None:
    assert only(value, model)[2]["variant"] == variant


def test_keys_that_belong_elsewhere() -> None:
    procedures = step("x")["procedures"]
    _, place, arguments = only({"job": JOB, "procedures": procedures, "organisation": "QL"})
    assert place.pointer == ("organisation",)
    assert (arguments["variant"], arguments["owner"]) == ("elsewhere", "job")
    _, _, arguments = only({"job": {**JOB, "procedures": []}, "procedures": procedures})
    assert arguments["variant"] == "outside"


def test_headings_and_values_stand_for_something() -> None:
    keys = {name for model in _all_models() for name in model.model_fields}
    assert {key for targets in HEADINGS.values() for key in targets} <= keys
    values = {value for model in _all_models() for value in _choices(model)} | {"true", "false"}
    assert {value for targets in VALUES.values() for value in targets} <= values


@pytest.mark.parametrize("one", [one for one in (*PermitKind, *EnergyKind) if one != "other"])
def test_what_editors_call_a_permit_or_an_energy_stands_for_it(one: PermitKind | EnergyKind) -> None:
    _, chinese = halves(one.meaning)
    assert VALUES[chinese.removesuffix("。")] == (one,)


def _all_models() -> set[type[BaseModel]]:
    waiting, found = [BaseModel], set()
    while waiting:
        for model in waiting.pop().__subclasses__():
            waiting.append(model)
            if model.__module__.startswith("sopcurric.model.files"):
                found.add(model)
    return found


def _choices(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    found: set[str] = set()
    waiting: list[object] = [schema]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found |= {str(value) for value in one.get("enum", ())}
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return found


@pytest.mark.parametrize(("heading", "key"), [("岗位职责", "duties"), ("危险源", "hazards"), ("参数：", "parameters")])
def test_chinese_headings(heading: str, key: str) -> None:
    _, _, arguments = only({**step("x"), heading: []})
    assert arguments["suggestion"] == key


@pytest.mark.parametrize("spelling", ["procedure", "Procedures", "“procedures”", "　procedures", WIDE])
def test_other_spellings(spelling: str) -> None:
    _, _, arguments = only({"job": JOB, spelling: step("x")["procedures"]})
    assert arguments["suggestion"] == "procedures"


@pytest.mark.parametrize(
    ("found", "suggestion"),
    [("2026/9/1", "2026-09-01"), ("2026年9月1日", "2026-09-01"), ("2026.13.1", ""), ("明年", "")],
)
def test_dates(found: str, suggestion: str) -> None:
    code, _, arguments = only({**step("x"), "document": {"effective": found}})
    assert (code, arguments["suggestion"]) == ("SOP014", suggestion)


def test_keys_of_open_mappings() -> None:
    programme = {
        "id": "a",
        "title": "x",
        "cohort": "2026",
        "years": 3,
        "goals": {"target": "x"},
        "major": {"code": "1", "title": "x"},
        "partners": [{"id": "a", "role": "plant", "title": "x", "duties": ["x"]}],
        "segments": [{"id": "a", "title": "x", "length": 1, "unit": "year", "site": "plant"}],
        "support": {"teacher": "x"},
    }
    code, place, arguments = only(programme, ProgrammeFile)
    assert (code, place) == ("SOP010", SourceRef("case.yaml", ("support", "teacher"), on_key=True))
    assert arguments["suggestion"] == "teachers"


def test_numbers_where_whole_numbers_and_numbers_are_expected() -> None:
    course = {"code": "a", "title": "x", "category": "core", "segment": "a", "semesters": [1]}
    value = {"courses": [{**course, "theory_hours": "十", "practice_hours": 1.5, "credits": "x"}]}
    assert [dict(one.arguments)["variant"] for one in findings(value, CourseFile)] == [
        "number-for-text",
        "integer-for-number",
        "integer-for-text",
    ]
    value = {"courses": [{**course, "theory_hours": 1, "practice_hours": 1, "semesters": 1}]}
    assert only(value, CourseFile)[2]["variant"] == "list-for-number"


@pytest.mark.parametrize("key", ["[key]", "Step", "function-before", "0", ""])
def test_keys_that_look_like_marks_of_pydantic(key: str) -> None:
    code, place, _ = only({**step("x"), key: 1})
    assert (code, place) == ("SOP010", SourceRef("case.yaml", (key,), on_key=True))


class _Colour(Enum):
    RED = "red"


class _A(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["a"]
    colour: _Colour


class _B(BaseModel):
    kind: Literal["b"]


class _Odd(BaseModel):
    model_config = ConfigDict(extra="forbid")
    one: _A | _B | None = Field(default=None, discriminator="kind")
    odd: int | None = None

    @field_validator("odd")
    @classmethod
    def _even(cls, value: int | None) -> int | None:
        if value and value % 2:
            message = "{braces} and `backticks`"
            raise ValueError(message)
        return value


def test_discriminated_unions_and_unknown_kinds_of_error() -> None:
    assert only({"one": {"kind": "a", "colour": "rad"}}, _Odd)[1].pointer == ("one", "colour")
    assert only({"one": {"kind": "a", "colour": "rad"}}, _Odd)[2]["suggestion"] == "red"
    assert only({"one": {"kind": "c"}}, _Odd)[0] == "SOP013"
    assert only({"one": {"kind": "c"}}, _Odd)[1].pointer == ("one", "kind")
    assert only({"one": {}}, _Odd)[0] == "SOP011"
    assert only({"odd": 3}, _Odd)[2]["expected"] == "other"


_SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
_KEYS = st.sampled_from(
    sorted(
        {name for model in _all_models() for name in model.model_fields} | {"zh", "en", "步骤", "qqq", "[key]", "Step"}
    )
)
_VALUES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=6), max_leaves=30
)


@settings(max_examples=500, deadline=None)
@given(st.dictionaries(_KEYS, _VALUES, max_size=8) | _VALUES, st.sampled_from(MODELS))
def test_no_data_breaks_the_mapping(value: object, model: type[BaseModel]) -> None:
    errors = _errors(value, model)
    found = from_validation("case.yaml", errors, model)
    assert bool(found) == bool(errors)
    assert len(found) <= len(errors)
    places = [(one.code, one.place, one.arguments) for one in found]
    assert len(places) == len(set(places))
    for one in found:
        assert one.place is not None
        assert not any("function-" in str(part) for part in one.place.pointer)


def _errors(value: object, model: type[BaseModel]) -> list[ErrorDetails]:
    try:
        model.model_validate(value)
    except ValidationError as faults:
        return faults.errors()
    return []
