"""Use case: the JSON Schemas of files that people write and of what `show` and `check` print."""

import json
from collections.abc import Mapping
from functools import cache
from typing import cast

from pydantic import BaseModel, JsonValue, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from sopcurric.app.asking import ShownQuestion
from sopcurric.app.showing import VIEWS
from sopcurric.app.sop_reading import CHANGES, DEFAULT_KIND
from sopcurric.model.audit import AuditRecord
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.competency_graph import CompetencyGraph
from sopcurric.model.course import CourseDesign
from sopcurric.model.course_standard import CourseStandard
from sopcurric.model.coverage import StandardCoverage
from sopcurric.model.files.baseline import BaselineFile
from sopcurric.model.files.case import CaseFile
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.decision import DecisionFile
from sopcurric.model.files.describing import MEANINGS, for_editors, in_language
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.files.policy import FieldDecisionsFile, PolicyFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.register import RegisterFile
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.model.files.sign_offs import SignOffsFile
from sopcurric.model.files.sop import KINDS
from sopcurric.model.files.sop_changes import ChangesFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.lesson import LessonDesign
from sopcurric.model.mentoring import MentoringPlan
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.preview import DocumentLoss
from sopcurric.model.profile import ProfileFile
from sopcurric.model.publication import Publication
from sopcurric.model.question_bank import QuestionBank
from sopcurric.model.shared_points import PointCatalogue
from sopcurric.model.shown import ShownPathway, ShownVersion
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue

_FILES: Mapping[str, type[BaseModel]] = {
    "project": ProjectFile,
    "courses": CourseFile,
    "standard": StandardFile,
    "programme": ProgrammeFile,
    "schedule": ScheduleFile,
    "decisions": DecisionFile,
    "lexicon": LexiconFile,
    "cases": CaseFile,
    "baseline": BaselineFile,
    "policy": PolicyFile,
    "field-decisions": FieldDecisionsFile,
    "sign-offs": SignOffsFile,
    "register": RegisterFile,
    "profile": ProfileFile,
}
_VALUES: Mapping[str, TypeAdapter[object]] = {
    "value-job-sop": TypeAdapter(JobSop),
    "value-competency-profile": TypeAdapter(CompetencyProfile),
    "value-point-catalogue": TypeAdapter(PointCatalogue),
    "value-competency-graph": TypeAdapter(CompetencyGraph),
    "value-standard-coverage": TypeAdapter(StandardCoverage),
    "value-task-catalogue": TypeAdapter(TaskCatalogue),
    "value-course-design": TypeAdapter(CourseDesign),
    "value-lesson-design": TypeAdapter(LessonDesign),
    "value-course-standard": TypeAdapter(CourseStandard),
    "value-mentoring-plan": TypeAdapter(MentoringPlan),
    "value-integrated-plan": TypeAdapter(IntegratedPlan),
    "value-question-bank": TypeAdapter(QuestionBank),
    "value-publication": TypeAdapter(Publication),
}
_PRINTED: Mapping[str, TypeAdapter[object]] = {
    "audit": TypeAdapter(AuditRecord),
    "comparison": TypeAdapter(tuple[ShownVersion, ...]),
    "pathway": TypeAdapter(ShownPathway),
    "todo": TypeAdapter(tuple[ShownQuestion, ...]),
    "declassification": TypeAdapter(tuple[DocumentLoss, ...]),
}
SOP = "sop"
"""The schema of what stands below a folder of SOPs."""
FILE_SCHEMAS: tuple[str, ...] = ("project", SOP, *(name for name in _FILES if name != "project"))
"""Names of the schemas of files that people write; these are published in Chinese, too."""
SCHEMAS: tuple[str, ...] = (*FILE_SCHEMAS, *(f"show-{name}" for name in VIEWS), *_PRINTED, *_VALUES)
"""Names of all schemas."""
EDITED_SCHEMAS: tuple[str, ...] = FILE_SCHEMAS
"""Those of files in a curriculum repository."""


def schema(name: str, language: str = "en") -> dict[str, JsonValue]:
    """A schema by name, with its descriptions in a language where it has them in that.

    Raises:
        KeyError: there is no such schema.
    """
    head = {"$schema": GenerateJsonSchema.schema_dialect, "title": f"sopcurric {name}"}
    return {**cast("dict[str, JsonValue]", in_language(_in_all_languages(name), language)), **head}


@cache
def _in_all_languages(name: str) -> JsonValue:
    """A schema by name, with its descriptions in every language; making one takes a tenth of a second."""
    if name == SOP:
        return for_editors(_sop())
    if name in _FILES:
        return for_editors(_FILES[name].model_json_schema(schema_generator=_AsDeclared))
    if name in _VALUES or name in _PRINTED:
        return {**_VALUES, **_PRINTED}[name].json_schema(mode="serialization")
    return VIEWS[name.removeprefix("show-")].adapter.json_schema(mode="serialization")


def schema_text(name: str, language: str = "en") -> str:
    """A schema as it stands in `schemas/`."""
    ordered = name not in FILE_SCHEMAS  # editors offer keys in the order in which they were declared
    return json.dumps(schema(name, language), ensure_ascii=False, indent=2, sort_keys=ordered) + "\n"


def published() -> dict[str, str]:
    """All that stands in `schemas/`, by path: English at the top, Chinese in `zh/`."""
    chinese = {f"zh/{name}.schema.json": schema_text(name, "zh") for name in FILE_SCHEMAS}
    return {**{f"{name}.schema.json": schema_text(name) for name in SCHEMAS}, **chinese}


def _sop() -> dict[str, JsonValue]:
    """One schema of everything that stands below a folder of SOPs: `kind` says which keys there must be.

    One flat list of keys is what editors complete best; the conditions below it say the rest.
    """
    models = {**{kind: model for kind, (model, _) in KINDS.items()}, CHANGES: ChangesFile}
    made = {kind: model.model_json_schema(schema_generator=_AsDeclared) for kind, model in models.items()}
    every = {key: part for one in reversed(made.values()) for key, part in one["properties"].items()}
    headers = [key for key in every if key not in made[DEFAULT_KIND]["properties"]]
    usual = made[DEFAULT_KIND]["properties"]
    properties = {**dict.fromkeys(("format", "kind", "document", "job", *headers)), **usual}
    properties |= {key: every[key] for key in headers}
    properties["kind"] = {**usual["kind"], "enum": list(made), MEANINGS: [one["description"] for one in made.values()]}
    conditions = [
        {
            "if": {"properties": {"kind": {"const": kind}}, **({} if kind == DEFAULT_KIND else {"required": ["kind"]})},
            "then": {
                "required": one.get("required", []),
                "properties": {key: False for key in properties if key not in one["properties"]},
            },
        }
        for kind, one in made.items()
    ]
    return {
        "description": made[DEFAULT_KIND]["description"],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "allOf": conditions,
        "$defs": {name: part for one in made.values() for name, part in one["$defs"].items()},
    }


class _AsDeclared(GenerateJsonSchema):
    """Schemas whose parts stand as they were declared: editors insert the lines of a snippet in that order."""

    def sort(self, value: JsonSchemaValue, parent_key: str | None = None) -> JsonSchemaValue:  # noqa: ARG002
        """Leave the order alone."""
        return value
