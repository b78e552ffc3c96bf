"""Use case: the form in which experts rate work, and how far those who did agree."""

from collections.abc import Iterator

from sopcurric.forms import survey_form
from sopcurric.forms.survey_form import SurveyForm, SurveyLine
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.model.sop import Hazard, JobSop, Procedure
from sopcurric.model.survey import task_sight
from sopcurric.model.text import Language, Sentence, sentence

WRITTEN = (".xlsx", ".csv")
"""Endings of forms."""
_STEPS = 5


def form(compilation: Compilation, job: str, language: Language) -> SurveyForm:
    """The work of a job (of all where it is empty) as a form; it says what may be taught and nothing else."""
    project = compilation.inputs.settings.name.words(language)
    return SurveyForm(
        words(sentence("survey.title", project=project), language),
        language,
        tuple(_lines(compilation, job, language)),
    )


def written(ending: str, made: SurveyForm) -> bytes:
    """The bytes of a form.

    Raises:
        MissingPackageError: the package that writes workbooks is not installed.
    """
    return survey_form.write_workbook(made) if ending == ".xlsx" else survey_form.write_csv(made)


def jobs(compilation: Compilation) -> tuple[str, ...]:
    """The addresses of documents with work that can be rated."""
    return tuple(sop.address for sop in compilation.inputs.sops if sop.procedures)


def told(compilation: Compilation, language: Language) -> Iterator[Sentence]:
    """How many experts rated, and how far they agree; nothing where nobody did."""
    result = compilation.survey
    if not result.tasks:
        return
    yield sentence("survey.counted", raters=len(compilation.inputs.surveys), tasks=len(result.tasks))
    if not result.alphas:
        yield sentence("survey.alpha.none")
        return
    parts = (
        sentence("survey.alpha.one", factor=sentence(f"explain.{factor}"), alpha=f"{alpha:.3f}")
        for factor, alpha in result.alphas
    )
    between = words(sentence("survey.between"), language)
    yield sentence("survey.alpha", found=between.join(words(part, language) for part in parts))


def _lines(compilation: Compilation, job: str, language: Language) -> Iterator[SurveyLine]:
    for sop in compilation.inputs.sops:
        if job and job not in (sop.address, *sop.jobs):
            continue
        for procedure in sop.procedures:
            yield SurveyLine(
                procedure.address,
                sop.title.words(language),
                procedure.title.words(language),
                tuple(_steps(procedure, language)),
                tuple(_hazards(procedure, sop, compilation, language)),
                task_sight(procedure, sop),
            )


def _steps(procedure: Procedure, language: Language) -> Iterator[str]:
    deeds = procedure.deeds
    for number, step in enumerate(deeds[:_STEPS], start=1):
        yield words(sentence("survey.step", number=number, text=step.text), language)
    if len(deeds) > _STEPS:
        yield words(sentence("survey.steps.more", number=len(deeds)), language)


def _hazards(procedure: Procedure, sop: JobSop, compilation: Compilation, language: Language) -> Iterator[str]:
    """The hazards that the work involves, the gravest first."""
    competency = compilation.competencies.get(f"{procedure.address}.competency")
    found = [compilation.elements.get(one) for one in competency.derived_from] if competency else list(sop.hazards)
    hazards = [one for one in found if isinstance(one, Hazard)]
    order = ("major", "larger", "general", "low")
    for one in sorted(hazards, key=lambda hazard: order.index(hazard.risk.value)):
        said = sentence("survey.hazard", title=one.title, risk=sentence(f"risk.{one.risk.value}"))
        yield words(said, language)
