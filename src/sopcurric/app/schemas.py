"""Use case: the JSON Schemas of files that people write and of what `show` and `check` print."""

import json
from collections.abc import Mapping

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from sopcurric.app.asking import ShownQuestion
from sopcurric.app.showing import VIEWS
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.course import CourseDesign
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.decision import DecisionFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.sop import KINDS
from sopcurric.model.files.sop_changes import ChangesFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.profile import ProfileFile
from sopcurric.model.publication import Publication
from sopcurric.model.shown import ShownVersion
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue

_FILES: Mapping[str, type[BaseModel]] = {
    "project": ProjectFile,
    "courses": CourseFile,
    "standard": StandardFile,
    "programme": ProgrammeFile,
    "decisions": DecisionFile,
    "profile": ProfileFile,
}
_VALUES: Mapping[str, TypeAdapter[object]] = {
    "value-job-sop": TypeAdapter(JobSop),
    "value-competency-profile": TypeAdapter(CompetencyProfile),
    "value-task-catalogue": TypeAdapter(TaskCatalogue),
    "value-course-design": TypeAdapter(CourseDesign),
    "value-integrated-plan": TypeAdapter(IntegratedPlan),
    "value-publication": TypeAdapter(Publication),
}
_DEFAULT, _CHANGES = "job-sop", "plant-changes"
"""The kind of a document that names none, and that of what a plant does otherwise."""
_PRINTED: Mapping[str, TypeAdapter[object]] = {
    "comparison": TypeAdapter(tuple[ShownVersion, ...]),
    "todo": TypeAdapter(tuple[ShownQuestion, ...]),
}
SCHEMAS: tuple[str, ...] = (*_FILES, "sop", *(f"show-{name}" for name in VIEWS), *_PRINTED, *_VALUES)
"""Names of all schemas."""


def schema(name: str) -> dict[str, object]:
    """A schema by name.

    Raises:
        KeyError: there is no such schema.
    """
    if name == "sop":
        made = _sop()
    elif name in _FILES:
        made = _FILES[name].model_json_schema()
    elif name in _VALUES or name in _PRINTED:
        made = {**_VALUES, **_PRINTED}[name].json_schema(mode="serialization")
    else:
        made = VIEWS[name.removeprefix("show-")].adapter.json_schema(mode="serialization")
    return {**made, "$schema": GenerateJsonSchema.schema_dialect, "title": f"sopcurric {name}"}


def _sop() -> dict[str, object]:
    """One schema of everything that stands below a folder of SOPs: `kind` says which keys there must be.

    One flat list of keys is what editors complete best; the conditions below it say the rest.
    """
    models = {**{kind: model for kind, (model, _) in KINDS.items()}, _CHANGES: ChangesFile}
    made = {kind: model.model_json_schema() for kind, model in models.items()}
    properties: dict[str, object] = {}
    definitions: dict[str, object] = {}
    conditions: list[object] = []
    for kind, one in made.items():
        own = one["properties"]
        foreign = {key for other in made.values() for key in other["properties"]} - own.keys()
        properties = {**own, **properties}
        definitions |= one.get("$defs", {})
        is_kind: dict[str, object] = {"properties": {"kind": {"const": kind}}}
        if kind != _DEFAULT:
            is_kind["required"] = ["kind"]
        then = {"required": one.get("required", []), "properties": dict.fromkeys(sorted(foreign), False)}
        conditions.append({"if": is_kind, "then": then})
    properties["kind"] = {**made[_DEFAULT]["properties"]["kind"], "enum": list(made)}
    return {
        "$defs": definitions,
        "additionalProperties": False,
        "allOf": conditions,
        "description": made[_DEFAULT]["description"],
        "properties": properties,
        "type": "object",
    }


def schema_text(name: str) -> str:
    """A schema as it stands in `schemas/`."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
