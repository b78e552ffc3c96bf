"""The four stages in their order: this is the whole compiler on one page."""

from functools import partial

from pydantic import TypeAdapter

from sopcurric.app.loading import Loaded
from sopcurric.app.registry import documents
from sopcurric.app.steps import JsonCodec, Kept, Step, Steps
from sopcurric.model.competency import CompetencyProfile
from sopcurric.model.compilation import Compilation, Inputs
from sopcurric.model.course import CourseDesign
from sopcurric.model.plan import IntegratedPlan
from sopcurric.model.publication import Binder
from sopcurric.model.task import TaskCatalogue
from sopcurric.stages import competency_analysis, course_design, plan_integration, task_extraction

_ANALYSE = Step("analyse", competency_analysis.VERSION, JsonCodec(TypeAdapter(CompetencyProfile)))
_EXTRACT = Step("extract", task_extraction.VERSION, JsonCodec(TypeAdapter(TaskCatalogue)))
_DESIGN = Step("design", course_design.VERSION, JsonCodec(TypeAdapter(CourseDesign)))
_INTEGRATE = Step("integrate", plan_integration.VERSION, JsonCodec(TypeAdapter(IntegratedPlan)))
_BINDERS = TypeAdapter(tuple[Binder, ...])


def compile_package(inputs: Inputs, loaded: Loaded, steps: Steps) -> Compilation:
    """From SOPs to a plan: analyse, extract, design, integrate; then compose what is to be printed.

    Every call is a pure function; the step runner only saves calling it again for what it was called with before.
    """
    sops = inputs.sops
    read = [loaded.sop_digests[sop.address] for sop in sops]
    programmes = inputs.programmes or (loaded.default_programme,)

    analysed = [
        steps.run(_ANALYSE, (digest, loaded.digest), partial(competency_analysis.analyse, sop, inputs.profile))
        for sop, digest in zip(sops, read, strict=True)
    ]
    profiles = tuple(one.value for one in analysed)
    seen = (*read, *(one.digest for one in analysed))

    extracted = steps.run(_EXTRACT, seen, lambda: task_extraction.extract(sops, profiles))
    catalogue = extracted.value

    designed = steps.run(
        _DESIGN,
        (*seen, extracted.digest, loaded.digest),
        lambda: course_design.design(sops, profiles, catalogue, inputs.settings.hours),
    )
    design = designed.value

    integrated = [
        steps.run(
            _INTEGRATE,
            (programme.id, *read, extracted.digest, designed.digest, loaded.digest),
            partial(plan_integration.integrate, programme, sops, catalogue, design, inputs.courses, inputs.standards),
        )
        for programme in programmes
    ]
    plans = tuple(one.value for one in integrated)

    compiled = Compilation(inputs, profiles, catalogue, design, plans, programmes)
    made = (*seen, extracted.digest, designed.digest, *(one.digest for one in integrated), loaded.digest)
    return _composed(compiled, made, steps)


def _composed(compiled: Compilation, made: tuple[str, ...], steps: Steps) -> Compilation:
    """The same with the binders of every kind of document."""
    composed: list[Kept[tuple[Binder, ...]]] = [
        steps.run(
            Step(f"compose-{name}", document.version, JsonCodec(_BINDERS)),
            made,
            partial(document.compose, compiled),
        )
        for name, document in documents()
    ]
    binders = tuple(binder for one in composed for binder in one.value)
    return Compilation(
        compiled.inputs,
        compiled.profiles,
        compiled.catalogue,
        compiled.design,
        compiled.plans,
        compiled.programmes,
        binders,
    )
