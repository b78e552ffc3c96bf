"""Use case: the JSON Schemas of files that people write and of what `show` and `check` print."""

import json
from collections.abc import Mapping

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from sopcurric.app.asking import ShownQuestion
from sopcurric.app.showing import VIEWS
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.course import CourseDesign
from sopcurric.model.files.baseline import BaselineFile
from sopcurric.model.files.course import CourseFile
from sopcurric.model.files.decision import DecisionFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import ProjectFile
from sopcurric.model.files.sop import SopFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.profile import ProfileFile
from sopcurric.model.publication import Publication
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue

_FILES: Mapping[str, type[BaseModel]] = {
    "project": ProjectFile,
    "sop": SopFile,
    "courses": CourseFile,
    "standard": StandardFile,
    "programme": ProgrammeFile,
    "decisions": DecisionFile,
    "baseline": BaselineFile,
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
_PRINTED: Mapping[str, TypeAdapter[object]] = {"todo": TypeAdapter(tuple[ShownQuestion, ...])}
SCHEMAS: tuple[str, ...] = (*_FILES, *(f"show-{name}" for name in VIEWS), *_PRINTED, *_VALUES)
"""Names of all schemas."""


def schema(name: str) -> dict[str, object]:
    """A schema by name.

    Raises:
        KeyError: there is no such schema.
    """
    if name in _FILES:
        made = _FILES[name].model_json_schema()
    elif name in _VALUES or name in _PRINTED:
        made = {**_VALUES, **_PRINTED}[name].json_schema(mode="serialization")
    else:
        made = VIEWS[name.removeprefix("show-")].adapter.json_schema(mode="serialization")
    return {**made, "$schema": GenerateJsonSchema.schema_dialect, "title": f"sopcurric {name}"}


def schema_text(name: str) -> str:
    """A schema as it stands in `schemas/`."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
