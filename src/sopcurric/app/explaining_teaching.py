"""Use case: why questions, criteria, objectives and requirements are as they are, and where they stand."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

from sopcurric.leaves.question_blocks import key_of
from sopcurric.model.assessment import Criterion, TaskAssessment, deduction
from sopcurric.model.chain import objective_name
from sopcurric.model.compilation import Compilation
from sopcurric.model.course_standard import CourseObjective
from sopcurric.model.coverage import Requirement
from sopcurric.model.enumerating import listed
from sopcurric.model.question_bank import BankQuestion, GuidingQuestion
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence


def teaching_reasons(compilation: Compilation, subject: str, language: str) -> list[str]:
    """Lines about something that is made for teaching; none where the subject is nothing of the kind."""
    return [words(one, language) for told in (_asked, _aimed_at) for one in told(compilation, subject)]


def _asked(compilation: Compilation, subject: str) -> Iterator[Phrase]:
    if subject in compilation.bank_questions:
        yield from _question(compilation.bank_questions[subject], compilation)
    for guidance in compilation.bank.guidance:
        for asked in _named(subject, guidance.questions):
            yield from _guiding(asked, guidance.task, compilation)
    for assessed in compilation.assessment.tasks:
        for criterion in _named(subject, assessed.criteria):
            yield from _criterion(criterion, assessed, compilation)


def _aimed_at(compilation: Compilation, subject: str) -> Iterator[Phrase]:
    for standard in compilation.course_standards:
        for objective in _named(subject.removeprefix(objective_name(standard.course, "")), standard.objectives):
            if subject == objective_name(standard.course, objective.id):
                yield from _objective(objective, standard.course, compilation)
    for coverage in compilation.coverage:
        for requirement in _named(subject, coverage.requirements):
            yield from _requirement(requirement, compilation)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_HasId)


def _named(name: str, things: Iterable[_Thing]) -> Iterator[_Thing]:
    return (one for one in things if one.id == name)


def _of_task(task: str, compilation: Compilation) -> Phrase:
    _, found = compilation.learning_tasks[task]
    return sentence("explain.of-task", label=found.label, title=found.title, task=task)


def _question(one: BankQuestion, compilation: Compilation) -> Iterator[Phrase]:
    yield _of_task(one.task, compilation)
    yield sentence(
        "explain.question",
        form=sentence(f"bank.form.{one.form}"),
        difficulty=sentence(f"bank.difficulty.{one.difficulty}"),
        cognition=sentence(f"bank.cognition.{one.cognition}"),
    )
    yield from (sentence("explain.key", text=text) for text in key_of(one))
    yield sentence("bank.source", source=one.source)
    papers = [
        sentence("plain", value=f"paper-{paper.course}-{paper.seed} {paper.variant}")
        for paper in compilation.papers
        if one.id in paper.questions
    ]
    if papers:
        yield sentence("explain.papers", papers=listed(papers))
    if any(one.id in each.pretest for each in compilation.bank.guidance):
        yield sentence("explain.pretest")
    apart = sorted(compilation.bank.never_beside[one.id])
    if apart:
        yield sentence("explain.apart", ids=", ".join(apart))


def _guiding(one: GuidingQuestion, task: str, compilation: Compilation) -> Iterator[Phrase]:
    yield _of_task(task, compilation)
    yield sentence("explain.guiding", where=sentence(f"explain.where.{one.where}"))
    yield from (sentence("explain.key", text=text) for text in one.answers)


def _criterion(one: Criterion, assessed: TaskAssessment, compilation: Compilation) -> Iterator[Phrase]:
    yield _of_task(assessed.task, compilation)
    raters = listed([sentence(f"column.{rater}") for rater in one.raters])
    yield sentence(
        "explain.criterion",
        kind=sentence(f"assessment.{one.kind}"),
        group=sentence(f"criterion.group.{one.group}"),
        weight=one.weight,
        raters=raters,
    )
    yield sentence("explain.deduction", text=deduction(one, one.weight))
    if one.critical:
        yield sentence("explain.critical")
    if one.veto:
        yield sentence("explain.veto")
    for name in one.objectives:
        yield sentence("explain.objective", id=name, title=compilation.points[name].statement)


def _objective(one: CourseObjective, course: str, compilation: Compilation) -> Iterator[Phrase]:
    yield sentence("explain.course-objective", kind=sentence(f"standard.part.{one.kind}"), number=one.id, course=course)
    yield from (_of_task(task, compilation) for task in one.tasks)
    if one.assessed:
        yield sentence("explain.assessed", kinds=listed([sentence(f"assessment.{kind}") for kind in one.assessed]))


def _requirement(one: Requirement, compilation: Compilation) -> Iterator[Phrase]:
    statements = {point.id: point.statement for point in compilation.shared.points}
    yield sentence(f"explain.state.{one.state}")
    for backing in one.backings:
        yield sentence(
            "explain.backing", title=statements[backing.point], point=backing.point, percent=round(backing.score * 100)
        )
