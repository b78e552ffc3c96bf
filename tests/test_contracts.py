"""The contracts of values, from loading to rendering; they hold for everything that is added later."""

import ast
import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
import typing
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from pathlib import Path
from random import Random
from typing import Annotated, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given
from pydantic import BaseModel, StringConstraints, TypeAdapter

import sopcurric
import sopcurric.model
import sopcurric.model.files
from decided import KINDS as KINDS_OF_DECISIONS
from generators import (
    CHINESE,
    FILE_KINDS,
    HOSTILE,
    NOT_IN_REPOSITORIES,
    RecordingSteps,
    build_into,
    built,
    checked,
    checked_fullest,
    compiled,
    compiled_fullest,
    fullest,
    repositories,
    slender,
    small,
    told,
    tree_of,
    write_files,
)
from graphs import assert_layered
from reading_back import FORMATS
from sopcurric.app.building import publish
from sopcurric.app.parsing import parsed
from sopcurric.app.registry import documents, questions, renderers, rules
from sopcurric.io import resources
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import DiskWorkspace, is_yaml
from sopcurric.io.yaml_reader import map_yaml, read_yaml
from sopcurric.linguistics.safety_signs import MANDATORY, WARNING
from sopcurric.model.assessment import CriterionGroup, ExamMode
from sopcurric.model.audit import DocumentState, Result, SignState
from sopcurric.model.canonical import canonical
from sopcurric.model.chain import KINDS
from sopcurric.model.competency import CompetencyProfile, Outcome, PointKind
from sopcurric.model.competency_graph import CompetencyGraph
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import AssessmentKind, CourseDesign, ModuleKind
from sopcurric.model.course_standard import CourseStandard
from sopcurric.model.coverage import StandardCoverage
from sopcurric.model.decision import HOLDING
from sopcurric.model.files.base import Frozen
from sopcurric.model.files.course import Course, CourseCategory
from sopcurric.model.files.decision import DecisionKind, Role
from sopcurric.model.files.evaluation import DimensionKind, Evidence, Party
from sopcurric.model.files.levels import Level
from sopcurric.model.files.organisation import MajorList, Side
from sopcurric.model.files.programme import InServiceStage, Partner, ProgrammeFile, Segment
from sopcurric.model.files.sign_offs import Scope, SignRole
from sopcurric.model.files.sop_kinds import Frequency, Phase, Risk
from sopcurric.model.files.substitution import AchievementKind
from sopcurric.model.lesson import LessonDesign
from sopcurric.model.lock import Lock
from sopcurric.model.mentoring import MentoringPlan
from sopcurric.model.organisation import Part
from sopcurric.model.pathway import CheckKind, SafetyKind, SafetyLevel, TaskState
from sopcurric.model.plan import IntegratedPlan, RowKind
from sopcurric.model.profile import Number
from sopcurric.model.provenance import leaf_sources
from sopcurric.model.publication import Block, Callout, LeafKind, Publication
from sopcurric.model.question_bank import QuestionBank
from sopcurric.model.recognition import Standing
from sopcurric.model.saying import say
from sopcurric.model.settings import Settings
from sopcurric.model.shared_points import PointCatalogue
from sopcurric.model.sop import JobSop
from sopcurric.model.task import TaskCatalogue
from sopcurric.model.text import Formula, Sentence, Text
from sopcurric.plugin import RenderContext
from sopcurric.stages.point_merging import merge
from sopcurric.wording.catalogue import LANGUAGES, codes, entry

pytestmark = pytest.mark.no_cover  # whole repositories over and over: other tests reach the same lines

SOURCE = Path(sopcurric.__file__).parent
VALUES: Mapping[type[object], TypeAdapter[object]] = {
    kind: TypeAdapter(kind)
    for kind in (
        *(JobSop, Lock, CompetencyProfile, PointCatalogue, TaskCatalogue, CourseDesign, IntegratedPlan),
        *(CompetencyGraph, StandardCoverage, CourseStandard, Publication, LessonDesign, QuestionBank),
        MentoringPlan,
    )
}


def _modules(*packages: str) -> Iterator[object]:
    for name in packages:
        package = importlib.import_module(name)
        yield package
        for info in pkgutil.iter_modules(package.__path__, f"{name}."):
            if not info.ispkg:
                yield importlib.import_module(info.name)


def _classes() -> dict[str, type[object]]:
    """Every dataclass and model of the values and of the files that people write."""
    return {
        f"{made.__module__}.{made.__name__}": made
        for module in _modules("sopcurric.model", "sopcurric.model.files")
        for made in vars(module).values()
        if isinstance(made, type) and (dataclasses.is_dataclass(made) or issubclass(made, BaseModel))
    }


# --- The generators know every kind of file and every format ---------------------------------------------------------


def test_every_output_format_can_be_read_back() -> None:
    assert set(FORMATS) == set(renderers()), "give each format an entry in tests/generators.py, FORMATS"


def test_every_kind_of_file_is_generated() -> None:
    kinds = {one for one in _classes().values() if issubclass(one, Frozen) and "format" in one.model_fields}
    assert kinds == {*FILE_KINDS, *NOT_IN_REPOSITORIES}, "give each kind of file an entry in tests/generators.py"
    for kind, place in FILE_KINDS.items():
        own = [(path, text.encode()) for path, text in fullest().items() if path.startswith(place)]
        made = [parsed(path, content, kind, "zh").file for path, content in own]
        assert made
        assert None not in made


def test_every_kind_of_decision_is_generated_and_holds() -> None:
    kinds = set(get_args(DecisionKind))
    assert kinds == {*KINDS_OF_DECISIONS, "withdraw"}, "give each kind of decision an entry in tests/decided.py, KINDS"
    assert {one.decision.decide for one in compiled_fullest().inputs.decisions} == kinds
    for compilation in (compiled_fullest(), compiled(small(decided=True))):
        taken_back = {name for one in compilation.inputs.decisions for name in one.decision.replaces}
        assert {one.decision for one in compilation.verdicts if one.kind not in HOLDING} == taken_back


def test_every_key_of_every_file_is_generated() -> None:
    given_keys: dict[type[BaseModel], set[str]] = {}
    for kind, place in FILE_KINDS.items():
        for path, text in fullest().items():
            if path.startswith(place):
                _note_keys(kind.model_validate(read_yaml(path, text.encode()).data), given_keys)
    missing = {
        f"{kind.__name__}.{name}"
        for kind, known in given_keys.items()
        for name in kind.model_fields
        if _owner(kind, name) is kind and name not in known
    }
    assert not missing, "generate these in tests/generators.py"


def _owner(kind: type[BaseModel], name: str) -> type[BaseModel]:
    """The class that a key is declared in: what every decision says need not be said by one of each kind."""
    return next(one for one in kind.__mro__ if issubclass(one, BaseModel) and name in inspect.get_annotations(one))


def _note_keys(value: object, found: dict[type[BaseModel], set[str]]) -> None:
    if isinstance(value, BaseModel):
        found.setdefault(type(value), set())
        for name in value.model_fields_set:
            found.setdefault(_owner(type(value), name), set()).add(name)
        for name in type(value).model_fields:
            _note_keys(getattr(value, name), found)
    elif isinstance(value, tuple):
        for part in value:
            _note_keys(part, found)


# --- Text is a language map of runs ----------------------------------------------------------------------------------


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PROSE = _names(
    "title subtitle text statement content criterion reason description purpose workplace result trigger method actor "
    "change consequence controls actions causes report meaning publisher name work function data range alarm interlock "
    "instrument ppe first_aid retention columns target basis entry condition skills knowledge ability character"
)
"""Names of fields that hold what people read; they are never allowed to be bare strings under that name alone."""
BARE: Mapping[str, str] = {
    **dict.fromkeys(
        _names(
            "address derived_from job jobs members duty procedure procedures deviations hazards parameters principles "
            "equipment quality records record on now left right member "
            "valves interlocks lockouts permits flow terms environment handover"
        ),
        "addresses of elements",
    ),
    **dict.fromkeys(
        _names(
            "id code typical_task points competencies course module tasks task segment stage programme unplaced level "
            "organisation document standard item leaf decision replaces learning_task released"
        ),
        "ids of things and names of kinds",
    ),
    **dict.fromkeys(("block", "blocks", "after"), "keys of blocks"),
    **dict.fromkeys(("key", "label"), "a key of a block, or a number that is printed, such as M03-T02-W1"),
    **dict.fromkeys(("as_of", "issued", "effective", "review_by", "date"), "dates, YYYY-MM-DD"),
    **dict.fromkeys(("number", "version", "occupation"), "numbers of documents and occupations, the same everywhere"),
    "language": "a language tag",
    "tag": "the tag of a machine, valve or instrument, the same in every language",
    "tags": "names of dangers",
    "file": "a file of the repository",
    "unit": "a unit",
    "formats": "names of output formats",
    **dict.fromkeys(("clearance", "levels"), "a level, by its token"),
    "raters": "who rates, by token",
}
"""Names of fields that may be bare strings wherever they stand, and why."""
BARE_HERE: Mapping[str, str] = {
    "Point.action": "the word that a statement was read from, for comparing; what is printed is `statement`",
    "Point.object": "see Point.action",
    "Point.criterion": "see Point.action",
    "Point.condition": "see Point.action",
    "SharedPoint.action": "see Point.action",
    "SharedPoint.object": "see Point.action",
    "SharedPoint.criterion": "see Point.action",
    "SharedPoint.condition": "see Point.action",
    "CourseModule.name": "course and part, such as course-DIG.run",
    "Leaf.part": "an address",
    "SopRoot.media_from": "a folder",
    "JobCourse.documents": "addresses",
    **dict.fromkeys((f"ModuleCases.{name}" for name in _names("ideology incidents techniques new_items")), "addresses"),
    "CourseStandardText.certificate": "number of a certificate",
    "TextbookHeader.certificate": "number of a certificate",
    **dict.fromkeys(
        (
            f"LearningTask.{name}"
            for name in _names("flow terms valves interlocks lockouts permits environment cards handover")
        ),
        "addresses",
    ),
    "Mark.part": "name of a part of a value",
    "Mark.computed": "a text, a sentence, or the name of what had been computed",
    "Move.to": "name of a module",
    "GraphNode.within": "ids of nodes",
    "MethodTable.method": "name of a method, with where it comes from",
    "MethodTable.elements": "names of the elements of a method, which stand so in its scheme",
    "MethodRow.element": "see MethodTable.elements",
    "Amount.tolerance": "a decimal number",
    "BankQuestion.asks": "facts: an address and a part",
    "BankQuestion.gives": "see BankQuestion.asks",
    "BankQuestion.topic": "name of what is asked, to tell ids apart",
    "BankQuestion.competency": "an id",
    "QuestionBank.apart": "ids of questions",
    "TaskGuidance.pretest": "ids of questions",
    "InServicePath.start": "address of a job",
    "InServicePath.goal": "address of a job",
    "GraphEdge.start": "the id of a node",
    "GraphEdge.end": "the id of a node",
    "Backing.point": "the id of a point",
    "TaskRelation.first": "the id of a task",
    "TaskRelation.second": "the id of a task",
    "Requirement.function": "an id in the standard",
    "Requirement.content": "an id in the standard",
    "StandardCoverage.unasked": "ids of points",
    "LevelRow.function": "an id in the standard",
    "LevelRow.content": "an id in the standard",
    "LexiconFile.synonyms": "words that sentences are read with; none is printed",
    "LexiconFile.verbs": "see LexiconFile.synonyms",
    "LexiconFile.nouns": "see LexiconFile.synonyms",
    "LexiconFile.opposites": "see LexiconFile.synonyms",
    "LexiconFile.knowledge": "see LexiconFile.synonyms",
    "CourseFile.source": "number of the document that lists the courses",
    "Progress.steps": "addresses",
    "Progress.gate": "the id of a module",
    "Procedure.ppe": "addresses",
    "Step.ppe": "addresses",
    "LearningTask.ppe": "addresses",
    "LearningTask.steps": "addresses",
    "LearningTask.held": "addresses",
    "JobSop.base": "the code of a document",
    "JobSop.model": "the model of a machine, the same in every language",
    "MachineHeader.model": "the model of a machine",
    "Change.at": "an address below a job",
    "FieldDecision.at": "an address below a document",
    "FieldDecision.key": "the name of a key",
    "FieldDecision.taught": "as it would be typed in the file of the SOP",
    "PolicyFile.fields": "names of classes by names of keys",
    "PolicyFile.key_file": "a path",
    "PolicyFile.names_file": "a path",
    "FieldClass.bands": "by unit",
    "FieldDecision.seen": "a digest",
    "FieldDecision.by": "who decided; it stays with the plant",
    "NamesFile.names": "names of things by the real ones",
    "FieldClass.kept_units": "units",
    "FieldClass.prefixes": "beginnings of names",
    "Change.set": "its keys are those of an element",
    "Major.code": "a code of the catalogue of majors",
    "Mentor.jobs": "addresses",
    "LearnerGroup.also": "addresses",
    "MentoringPlan.groups": "ids of groups",
    "Inspection.report": "number of a report",
    "Unit.registered": "number of a registration",
    "TrainingBase.jobs": "addresses",
    "ProgrammeFile.cohort": "a cohort such as 2026, the same in every language",
    "SopRoot.path": "a folder",
    "IgnoredFindings.paths": "patterns of paths",
    "IgnoredFindings.codes": "codes of findings",
    "FindingPolicy.severity": "codes of findings, each with a token",
    "FindingPolicy.baseline": "name of a file",
    "KnownFinding.file": "name of a file",
    "ProjectFile.profile": "name of a profile",
    "ProjectFile.fonts": "folders",
    "ProjectFile.body_font": "name of a font",
    "ProjectFile.heading_font": "name of a font",
    "ProfileFile.numbers": "its keys are names of numbers",
    "RequiredCourse.words": "words that names of courses are recognised by",
    "Approved.seen": "hours, semesters and credits by codes of courses",
    "ProgrammeChange.seen": "see Approved.seen",
    "Approval.applies_to": "cohorts such as 2026, see ProgrammeFile.cohort",
    "Goals.supports": "codes of courses",
    "JobCourseLink.courses": "codes of courses",
    "OccupationalFunction.weights": "its keys are ids of levels",
    "Settings.profile": "name of a profile",
    "SignOff.by": "name of a person, as it is compared",
    "Settings.organisations": "ids, each with its title as a text",
    "Settings.fonts": "folders",
    "Settings.body_font": "name of a font",
    "Settings.heading_font": "name of a font",
    "Settings.given": "keys of the project file",
}
"""Fields that may be bare strings, and why."""


def _bare(annotation: object) -> bool:
    """Whether a type has a string in it that is neither an identifier or date (a pattern) nor one of a few values."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        patterned = any(isinstance(mark, StringConstraints) and mark.pattern for mark in marks)
        return not patterned and _bare(base)
    if get_origin(annotation) is Literal:
        return False
    return annotation is str or any(_bare(part) for part in get_args(annotation))


def _parts(annotation: object) -> Iterator[type[object]]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        yield annotation
    elif get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)


def _reached(*roots: type[object]) -> dict[type[object], dict[str, object]]:
    """Classes that values are made of, with their fields; texts and sentences are not looked into."""
    found: dict[type[object], dict[str, object]] = {}
    waiting = list(roots)
    while waiting:
        one = waiting.pop()
        known = one in found or one in {Text, Sentence}
        if known or not (dataclasses.is_dataclass(one) or issubclass(one, BaseModel)):
            continue
        hints = get_type_hints(one, include_extras=True)
        names = one.model_fields if issubclass(one, BaseModel) else [field.name for field in dataclasses.fields(one)]
        found[one] = {name: hints[name] for name in names}
        waiting += [part for hint in found[one].values() for part in _parts(hint)]
    return found


def test_every_value_with_a_format_is_known_here() -> None:
    formatted = {
        one for one in _classes().values() if dataclasses.is_dataclass(one) and "format" in one.__dataclass_fields__
    }
    assert formatted == set(VALUES)


def test_what_people_read_is_a_text_and_never_a_bare_string() -> None:
    reached = _reached(*VALUES, *FILE_KINDS, *NOT_IN_REPOSITORIES, Settings)
    bare = {
        f"{kind.__name__}.{name}" for kind, fields in reached.items() for name, hint in fields.items() if _bare(hint)
    }
    refused = {one for one in bare if one not in BARE_HERE and one.split(".")[1] not in BARE}
    assert not refused, "make it a Text or a Phrase, or say in BARE_HERE why it is none"
    assert set(BARE_HERE) <= bare, "these are no bare strings any more"
    assert set(BARE) <= {one.split(".")[1] for one in bare}
    assert not PROSE & set(BARE)


@pytest.mark.parametrize("kind", VALUES)
def test_stage_values_are_frozen(kind: type[object]) -> None:
    for one in _reached(kind):
        if dataclasses.is_dataclass(one):
            assert one.__dataclass_params__.frozen, one  # type: ignore[attr-defined]
        else:
            assert issubclass(one, Enum) or one.model_config["frozen"], one  # type: ignore[attr-defined]


# --- Blocks ----------------------------------------------------------------------------------------------------------


def _keys(compilation: Compilation) -> dict[str, tuple[str, ...]]:
    """The keys of the blocks of every leaf by its id."""
    return {
        leaf.id: tuple(block.key for block in leaf.blocks) for binder in compilation.binders for leaf in binder.leaves
    }


def _known_addresses(compilation: Compilation) -> set[str]:
    inputs = compilation.inputs
    known = {*compilation.titles, *(f"@course/{course.code}" for course in inputs.courses)}
    known |= {one.address for one in (*inputs.decisions, *inputs.cases)}
    for programme in compilation.programmes:
        own = f"@programme/{programme.id}"
        sections = (
            *(programme.partners, programme.segments, programme.mentors, programme.teachers, programme.bases),
            *(programme.in_service, programme.links, programme.in_service_paths, programme.new_apprenticeship),
            programme.substitution.rules if programme.substitution else (),
        )
        known |= {own, *(f"{own}/{getattr(part, 'id', '')}" for section in sections for part in section)}
        known |= {f"{own}/{group.id}" for group in programme.groups}
    for standard in inputs.standards:
        own = f"@standard/{standard.code}"
        parts = [content.id for function in standard.functions for content in function.contents]
        parts += [function.id for function in standard.functions]
        known |= {own, *(f"{own}/{part}" for part in parts)}
    return known


def _assert_blocks_are_marked(compilation: Compilation) -> None:
    known = _known_addresses(compilation)
    leaves = [leaf for binder in compilation.binders for leaf in binder.leaves]
    assert [one for one, count in Counter(leaf.id for leaf in leaves).items() if count > 1] == []
    for leaf in leaves:
        keys = [block.key for block in leaf.blocks]
        assert all(keys)
        assert len(set(keys)) == len(keys), leaf.id
        assert {block.origin for block in leaf.blocks} <= {"computed", "decided"}
        unknown = {*leaf.derived_from, *leaf_sources(leaf)} - known
        assert not unknown, leaf.id


def test_every_block_has_a_key_sources_and_an_origin(alumina: Compilation) -> None:
    (union, _) = get_args(Block)
    for kind in get_args(union):
        assert {"key", "derived_from", "origin", "kind"} <= {field.name for field in dataclasses.fields(kind)}, kind
    _assert_blocks_are_marked(alumina)
    _assert_blocks_are_marked(compiled_fullest())


@given(repositories(decided=True))
def test_keys_are_unique_and_sources_exist(files: dict[str, str]) -> None:
    _assert_blocks_are_marked(compiled(files))


UNRELATED = """
job: {code: AAA, title: Piano tuner}
procedures:
  - {id: P1, title: Tune a string, phase: maintenance, steps: [{id: S1, text: Strike the fork}]}
hazards: [{id: H1, title: Snapping string, controls: [Wear glasses]}]
"""


def test_keys_and_leaf_ids_survive_other_wording_and_other_sops(
    alumina: Compilation, alumina_files: dict[str, str]
) -> None:
    path = "sops/digestion.yaml"
    changed = re.sub(r"(?m)^( +- \{id: S1, text: [^,，}\n]+)", r"\1并复核", alumina_files[path], count=3)
    assert changed != alumina_files[path]
    reworded = compiled({**alumina_files, path: changed})
    assert reworded.inputs.sops != alumina.inputs.sops
    assert _keys(reworded) == _keys(alumina)
    settings = re.sub(r"(?ms)^jobs:.*?(?=^\w|\Z)", "", alumina_files["sopcurric.yaml"])
    by_address = {**alumina_files, "sopcurric.yaml": settings}
    before, more = compiled(by_address), compiled({**by_address, "sops/a-first.yaml": UNRELATED})
    assert more.inputs.sops[0].address == "AAA"
    keys = _keys(more)
    assert {leaf: keys[leaf] for leaf in keys if leaf in _keys(before)} == _keys(before)
    assert len(keys) > len(_keys(before))


# --- Sentences of the catalogue --------------------------------------------------------------------------------------

_PLACE = re.compile(r"\{([a-z_]+)\}")
_CODE = re.compile(r"[a-z-]+(?:\.[A-Za-z0-9_-]+)+")
NO_CODES = frozenset(("hours.per_step", "hours.minimum", "hours.practice_share", "programme.yaml"))
"""Constants that look like codes and are keys of settings or names of files."""


def _choices(model: type[BaseModel], name: str) -> tuple[str, ...]:
    return tuple(get_args(model.model_fields[name].annotation))


def _members(kind: type[Enum]) -> tuple[str, ...]:
    return tuple(str(one.value) for one in kind)


FAMILIES: Mapping[str, Iterable[str]] = {
    "assessed.{}": _choices(Course, "assessment"),
    "assessment.{}": get_args(AssessmentKind),
    "audited.level.{}": _members(Level),
    "audited.operation.{}": ("keep", "generalise", "replace", "pseudonymise", "aggregate", "drop"),
    "audited.result.{}": get_args(Result),
    "audited.state.{}": (*get_args(SignState), *get_args(DocumentState)),
    "cards.alarm.{}": ("LL", "L", "H", "HH"),
    "cards.level.{}": _members(Risk),
    "category.{}": _members(CourseCategory),
    "chain.{}": KINDS,
    "criterion.good.{}": get_args(CriterionGroup),
    "criterion.general.{}": get_args(AssessmentKind),
    "criterion.group.{}": get_args(CriterionGroup),
    "deduction.{}": get_args(CriterionGroup),
    **dict.fromkeys(
        ("criterion.rest.{}", "criterion.steps.{}"),
        ("inspection", "operation", "measurement", "judgement", "response"),
    ),
    "dimension.{}": get_args(DimensionKind),
    "evidence.{}": _members(Evidence),
    "evidence.{}.source": _members(Evidence),
    "exam.mode.{}": get_args(ExamMode),
    "rating-party.{}": get_args(Party),
    "frequency.{}": _members(Frequency),
    "grade.{}": ("1", "2", "3"),
    "in-service.{}": _choices(InServiceStage, "purpose"),
    "layout.document.{}": tuple(name for name, _ in documents()),
    "layout.kind.{}": _members(LeafKind),
    "layout.tone.{}": get_args(get_type_hints(Callout)["tone"]),
    "learner.{}": _choices(Segment, "role"),
    "legal.{}": _choices(Segment, "legal_type"),
    "length.{}": _choices(Segment, "unit"),
    "bound.{}": _choices(Number, "bound"),
    "modality.{}": _choices(Number, "modality"),
    "mode.{}": tuple(one for one in get_args(RowKind) if one != "typed"),
    "module.{}": tuple(one for one in get_args(ModuleKind) if one != "shared"),
    "nature.{}": _choices(Course, "nature"),
    "objectives.{}": get_args(PointKind),
    "outcome.{}": get_args(Outcome),
    "organisation.lack.{}": ("theory", "practice", "teaching", "dual", "together"),
    "organisation.list.{}": (*get_args(MajorList), "none"),
    "organisation.part.{}": get_args(Part),
    "organisation.side.{}": get_args(Side),
    "party.{}": _choices(Partner, "role"),
    "pathway.check.{}": get_args(CheckKind),
    "pathway.safety.{}": get_args(SafetyKind),
    "pathway.safety.level.{}": get_args(SafetyLevel),
    "pathway.state.{}": get_args(TaskState),
    "recognition.standing.{}": get_args(Standing),
    "substitution.kind.{}": get_args(AchievementKind),
    "career.form.{}": _choices(InServiceStage, "purpose"),
    "phase.{}": _members(Phase),
    "programme.courses.{}": _members(CourseCategory),
    "programme.support.{}": get_args(get_args(ProgrammeFile.model_fields["support"].annotation)[0]),
    "question.{}": tuple(questions()),
    "risk.{}": _members(Risk),
    "safety-sign.{}": (*WARNING, *MANDATORY, "lock", "no-switching"),
    "sign.role.{}": get_args(SignRole),
    "sign.scope.{}": get_args(Scope),
    "site.{}": _choices(Segment, "site"),
    "task.method.{}": _members(Phase),
    "team.{}": get_args(Role),
}
"""Codes that are put together in the source, and what can stand in their open place."""


@dataclass(frozen=True, slots=True)
class _Used:
    """A code in the source; `{}` stands where it is put together."""

    code: str
    place: str


@cache
def _trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if "_data" not in path.parts
    }


def _written(node: ast.expr) -> str | None:
    """A constant or f-string as it is written, with `{}` for what is put in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return None


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _codes_of_call(call: ast.Call) -> Iterator[ast.expr]:
    """What stands in a call where a code must stand."""
    centred = [one.value for one in call.keywords if one.arg == "centred"]
    if _called(call) in {"sentence", "field"}:
        for first in call.args[:1]:
            yield from (first.body, first.orelse) if isinstance(first, ast.IfExp) else (first,)
    elif _called(call) == "columns":
        for one in call.args:
            yield from one.elts[:1] if isinstance(one, ast.Tuple) else ()
        for one in centred:
            yield from one.elts if isinstance(one, ast.Tuple) else ()
    elif _called(call) == "tell" and len(call.args) > 1:
        yield call.args[1]


def _used_codes() -> Iterator[_Used]:
    """Codes in calls that say something, and everything else that looks like a code of the catalogue."""
    roots = {code.split(".")[0] for code in codes("zh") if "." in code}
    for name, tree in _trees().items():
        if name.startswith(("wording/", "rules/")):
            continue
        for node in ast.walk(tree):
            told_codes = _codes_of_call(node) if isinstance(node, ast.Call) else ()
            for code in filter(None, map(_written, told_codes)):
                yield _Used(code, name)
            written = _written(node) if isinstance(node, ast.Constant | ast.JoinedStr) else None
            if written and _CODE.fullmatch(written.replace("{}", "0")) and written.split(".")[0] in roots - {"{}"}:
                yield _Used(written, name)
    for path in sorted(resources.folder("templates").rglob("*.j2")):
        for code in re.findall(
            r"""["']([a-z-]+(?:\.[a-z-]+)+)["']\s*\|\s*(?:term|wording|say)""", path.read_text("utf-8")
        ):
            yield _Used(code, path.name)


def _spelled_out(code: str) -> set[str]:
    """The codes of the catalogue that a code with open places can mean."""
    pattern = re.escape(code).replace(re.escape("{}"), ".+")
    return {one for one in codes("zh") if re.fullmatch(pattern, one)}


def test_every_code_in_the_source_is_in_the_catalogue() -> None:
    used = set(_used_codes())
    assert len(used) > 300
    known = codes("zh") | NO_CODES
    missing = {one for one in used if not (_spelled_out(one.code) if "{}" in one.code else one.code in known)}
    assert not missing


def test_codes_put_together_exist_for_every_value() -> None:
    used = {one.code for one in _used_codes()}
    assert set(FAMILIES) <= used, "these are no longer put together"
    missing = {
        code.replace("{}", value)
        for code, values in FAMILIES.items()
        for value in values
        if code.replace("{}", value) not in codes("zh")
    }
    assert not missing


def test_catalogues_have_the_same_codes_and_places() -> None:
    for language in LANGUAGES:
        assert codes(language) == codes("zh")
    for code in codes("zh"):
        assert len({frozenset(_PLACE.findall(entry(code, language))) for language in LANGUAGES}) == 1, code


def _sentences(value: object) -> Iterator[Sentence]:
    if isinstance(value, Sentence):
        yield value
        yield from (inner for _, argument in value.arguments for inner in _sentences(argument))
    elif isinstance(value, tuple):
        yield from (inner for part in value for inner in _sentences(part))
    elif dataclasses.is_dataclass(value):
        yield from (inner for field in dataclasses.fields(value) for inner in _sentences(getattr(value, field.name)))


def _values(compilation: Compilation) -> Iterator[object]:
    yield from compilation.inputs.sops
    yield from compilation.profiles
    yield compilation.inputs.lock
    yield merge(compilation.profiles, compilation.inputs.lexicon)
    yield compilation.catalogue
    yield compilation.shared
    yield from compilation.coverage
    yield compilation.graph
    yield compilation.design
    yield compilation.lessons
    yield from compilation.course_standards
    yield from compilation.plans
    yield from compilation.mentoring
    yield compilation.bank
    first, *others = (publish(edition, compilation) for edition in compilation.inputs.settings.editions)
    yield first
    yield from (replace(one, binders=()) for one in others)  # which are those of the first


def test_every_sentence_fills_its_places_with_texts_numbers_and_names(alumina: Compilation) -> None:
    seen: dict[str, set[str]] = {}
    for compilation in (alumina, compiled_fullest()):
        for one in {one for value in _values(compilation) for one in _sentences(value)}:
            arguments = dict(one.arguments)
            for language in LANGUAGES:
                assert set(_PLACE.findall(entry(one.code, language))) <= set(arguments), one.code
                typed = "".join(run.text for run in say(one, language) if not isinstance(run, Formula))
                assert "{" not in typed.replace("{}", ""), one
            seen.setdefault(one.code, set()).update(
                value
                for value in arguments.values()
                if isinstance(value, str) and re.search(r"[一-鿿]{4}| \w+ \w+ ", value)
            )
    prose = {code: said for code, said in seen.items() if said}
    assert not prose, "what people wrote goes into sentences as a text, not as a string"


# --- Rules and their findings ----------------------------------------------------------------------------------------

_RULE = re.compile(r"[A-Z]{3}\d{3}")
_NO_ARGUMENTS = frozenset(("subject", "place", "related", "severity", "characters"))
_RAISING = frozenset(("finding", "add", "RenderingError", "__init__"))


@dataclass(frozen=True, slots=True)
class _Raised:
    """A call that makes a finding: its code, the names of its arguments, the variant that it names."""

    code: str
    arguments: frozenset[str]
    variant: str
    complete: bool


@cache
def _raised() -> tuple[_Raised, ...]:
    found = []
    for tree in _trees().values():
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args):
            code = _written(call.args[0])
            if _called(call) in _RAISING and code and _RULE.fullmatch(code):
                named = {one.arg: one.value for one in call.keywords if one.arg}
                variant = _written(named["variant"]) if "variant" in named else ""
                arguments = frozenset(named) - _NO_ARGUMENTS - ({"first"} if _called(call) == "add" else set())
                found.append(_Raised(code, arguments, variant or "", all(one.arg for one in call.keywords)))
    return tuple(found)


@cache
def _named_elsewhere() -> frozenset[str]:
    """Codes that are looked up in tables, whose arguments only running can tell."""
    tables = [tree for name, tree in _trees().items() if name.startswith(("diagnostics/", "io/"))]
    constants = (node.value for tree in tables for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return frozenset(one for one in constants if isinstance(one, str) and _RULE.fullmatch(one))


def test_every_finding_has_a_rule_and_every_rule_a_finding() -> None:
    raised = {one.code for one in _raised()}
    assert raised - set(rules()) == set()
    assert set(rules()) - raised - _named_elsewhere() == set()


def test_sentences_of_rules_are_filled_by_their_findings() -> None:
    for code, rule in rules().items():
        calls = [one for one in _raised() if one.code == code and one.complete]
        for language in LANGUAGES:
            message, cure = rule.sentences[language]
            variants = rule.variants.get(language, {})
            assert message
            assert cure
            for one in calls:
                general = set() if one.variant in variants else set(_PLACE.findall(cure))
                assert {*_PLACE.findall(message), *general} <= one.arguments, (code, language)
            if calls and code not in _named_elsewhere():
                passed = frozenset().union(*(one.arguments for one in calls))
                assert {place for said in variants.values() for place in _PLACE.findall(said)} <= passed, code


def test_rules_say_the_same_in_every_language() -> None:
    for code, rule in rules().items():
        assert set(rule.sentences) == set(LANGUAGES), code
        for part in (0, 1):
            assert len({frozenset(_PLACE.findall(said[part])) for said in rule.sentences.values()}) == 1, code
        variants = [rule.variants.get(language, {}) for language in LANGUAGES]
        assert len({frozenset(one) for one in variants}) == 1, code


# --- Stage values as JSON --------------------------------------------------------------------------------------------


def _assert_round_trips(compilation: Compilation) -> None:
    assert_layered(compilation.graph)
    met = set()
    for value in _values(compilation):
        adapter = VALUES[type(value)]
        kept = canonical(adapter, value)
        read = adapter.validate_json(kept)
        assert read == value
        assert canonical(adapter, read) == kept
        data = json.loads(kept)
        assert data["format"] >= 1
        assert json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode() == kept
        met.add(type(value))
    missing = (set() if compilation.inputs.standards else {StandardCoverage}) | (
        set() if compilation.mentoring else {MentoringPlan}
    )
    assert set(VALUES) - met == missing


def test_values_survive_json(alumina: Compilation) -> None:
    assert alumina.mentoring
    _assert_round_trips(alumina)
    _assert_round_trips(compiled(slender(told((*HOSTILE, *CHINESE)))))


@given(repositories(decided=True))
def test_values_of_any_repository_survive_json(files: dict[str, str]) -> None:
    _assert_round_trips(compiled(files))


# --- Editions and paths ----------------------------------------------------------------------------------------------


def test_everything_that_is_written_stands_under_its_edition(tmp_path: Path) -> None:
    made = build_into(tmp_path, slender(), "html", "markdown")
    editions = {edition.id for edition in made.editions}
    assert editions == {"student", "mentor"}
    for path in tree_of(tmp_path):
        edition, form, *rest = path.split("/")
        assert edition in editions
        assert form == ".sopcurric-output" or (form in FORMATS and rest)
    for kind in (Publication, RenderContext):
        assert "edition" in get_type_hints(kind)


# --- Addresses -------------------------------------------------------------------------------------------------------

PLANT = """
job: {code: DIG, title: TITLE}
procedures:
  - {id: P1, title: 开车前检查, phase: preparation, hazards: [H1], steps: [{id: S1, text: 检查隔膜泵油位 TITLE}]}
hazards: [{id: H1, title: 高温 TITLE, risk: major, controls: [戴手套], ppe: [手套]}]
deviations: [{id: V1, title: 压力高 TITLE, actions: [降速], procedures: [P1]}]
"""
PLANTS = "project: {name: n}\norganisations: [{id: QL, title: 甲}, {id: YL, title: 乙}]\n"


def _assert_both_plants(compilation: Compilation, tree: Mapping[str, bytes]) -> None:
    assert [sop.address for sop in compilation.inputs.sops] == ["QL:DIG", "YL:DIG"]
    assert len({path.casefold() for path in tree}) == len(tree)
    shown = FORMATS["html"].words(tree)
    for plant in ("QL厂", "YL厂"):
        for said in (f"检查隔膜泵油位{plant}", f"高温{plant}", f"压力高{plant}"):
            assert said in shown
    _assert_blocks_are_marked(compilation)


def _plant(organisation: str, *, named: bool) -> str:
    text = PLANT.replace("TITLE", f"{organisation}厂")
    return text.replace("code: DIG", f"code: DIG, organisation: {organisation}") if named else text


def test_the_same_job_in_two_plants() -> None:
    files = {"sopcurric.yaml": PLANTS, **{f"sops/{one}.yaml": _plant(one, named=True) for one in ("QL", "YL")}}
    _assert_both_plants(compiled(files), built(files, "html"))


def test_a_second_folder_of_sops_outside_the_repository(tmp_path: Path) -> None:
    roots = "sops: [{path: sops, organisation: QL}, {path: ../other/sops, organisation: YL}]\n"
    own = {"sopcurric.yaml": PLANTS + roots, "sops/a.yaml": _plant("QL", named=False)}
    folder = write_files(tmp_path / "here", own)
    write_files(tmp_path / "other", {"sops/a.yaml": _plant("YL", named=False)})
    outcome = built(DiskWorkspace(folder), "html")
    inside = {**own, "sopcurric.yaml": PLANTS + roots.replace("../other", "other")}
    _assert_both_plants(compiled({**inside, "other/sops/a.yaml": _plant("YL", named=False)}), outcome)


# --- Positions -------------------------------------------------------------------------------------------------------

_ABOVE = "# moved down\n\n# twice\n\n\n"


def test_moving_lines_changes_no_value_and_no_output() -> None:
    store = MemoryStore()
    files = slender()
    moved = {path: _ABOVE + text for path, text in files.items()}
    first = built(files, "markdown", steps=RecordingSteps(store))
    steps = RecordingSteps(store)
    assert built(moved, "markdown", steps=steps) == first
    assert compiled(moved) == compiled(files)
    assert set(steps.computed) == {"load", "assemble"}, "only what is keyed by bytes"


def test_positions_that_are_known_at_once_are_those_of_the_file() -> None:
    files = fullest()
    known = [one for one in checked_fullest().loaded.provenance.values() if one.span and is_yaml(one.document)]
    maps = {document: map_yaml(files[document].encode()) for document in {one.document for one in known}}
    assert {one.split("/")[0] for one in maps} == {"sops", "processes", "machines"}
    assert [one.span for one in known] == [maps[one.document].find(replace(one, span=None)) for one in known]


def test_findings_know_the_new_positions() -> None:
    files = {**small(), "sops/faulty.yaml": "job: {code: A, titel: x}\nprocedures: []\n"}
    spans = [
        {one.place for one in checked(repository).loaded.findings}
        for repository in (files, {**files, "sops/faulty.yaml": _ABOVE + files["sops/faulty.yaml"]})
    ]
    assert spans[0] == spans[1], "places of findings are pointers as long as the file can be read"


def test_order_within_a_mapping_means_nothing() -> None:
    random = Random(1)  # noqa: S311 - any order will do
    files = {path: text for path, text in small(told(CHINESE)).items() if path != "sopcurric.yaml"}
    (path, text), *_ = files.items()
    blocks = re.split(r"(?m)^(?=\w)", text)
    random.shuffle(blocks)
    turned = {**small(told(CHINESE)), path: "".join(blocks)}
    assert turned[path] != text
    assert compiled(turned) == compiled(small(told(CHINESE)))


def test_hints_can_be_read() -> None:
    """`typing.Any` would hide a bare string from the tests above."""
    reached = _reached(*VALUES, *FILE_KINDS, Settings)
    assert not [kind for kind, fields in reached.items() if typing.Any in fields.values()]  # noqa: TID251 - looked for
