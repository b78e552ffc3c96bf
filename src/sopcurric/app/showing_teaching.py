"""Use case: lessons, criteria and objectives of course standards as flat records."""

from collections.abc import Iterable, Iterator

from sopcurric.model import shown
from sopcurric.model.chain import objective_name
from sopcurric.model.compilation import Compilation
from sopcurric.model.course_standard import ObjectiveKind
from sopcurric.model.lesson import Lesson
from sopcurric.model.saying import words
from sopcurric.model.text import Phrase, sentence


def _each(phrases: Iterable[Phrase], language: str) -> tuple[str, ...]:
    return tuple(words(one, language) for one in phrases)


def lessons_of(compilation: Compilation, language: str) -> Iterator[shown.ShownLesson]:
    """How each learning task is taught."""
    for one in compilation.lessons.lessons:
        course, task = compilation.learning_tasks[one.task]
        yield shown.ShownLesson(
            id=one.task,
            title=words(task.title, language),
            label=task.label,
            course=course.id,
            module=one.module,
            meetings=len(one.units),
            minutes=one.minutes,
            steps=tuple(step.kind for step in one.progress if not step.absent),
            links=tuple(link.kind for link in one.links if not link.absent),
            left_out=tuple(_left_out(one, language)),
            interactive_share=round(one.interactive_share, 3),
            focus=_each(one.focus, language),
            difficulties=_each((hard.content for hard in one.difficulties), language),
            origin="computed",
            derived_from=task.derived_from,
        )


def _left_out(lesson: Lesson, language: str) -> Iterator[str]:
    """Steps of progression and links that a lesson has not, each with why."""
    for name, why in (
        *((f"progress.{one.kind}", one.absent) for one in lesson.progress),
        *((f"lesson.link.{one.kind}", one.absent) for one in lesson.links),
    ):
        if why:
            yield words(sentence("show.left-out", name=sentence(name), why=why), language)


def criteria_of(compilation: Compilation, language: str) -> Iterator[shown.ShownCriterion]:
    """By what each learning task is assessed, with the objectives that each criterion is about."""
    for assessed in compilation.assessment.tasks:
        course, task = compilation.learning_tasks[assessed.task]
        for one in assessed.criteria:
            said = _each(one.action, language)
            yield shown.ShownCriterion(
                id=one.id,
                title=said[0] if said else words(sentence(f"criterion.group.{one.group}"), language),
                label=task.label,
                course=course.id,
                task=assessed.task,
                kind=one.kind,
                group=one.group,
                given=_each(one.given, language),
                action=said,
                indicator=_each(one.indicator, language),
                weight=one.weight,
                raters=one.raters,
                critical=one.critical,
                veto=one.veto,
                objectives=one.objectives,
                objective_titles=_each((compilation.points[name].statement for name in one.objectives), language),
                origin="computed",
                derived_from=one.derived_from,
            )


def standards_of(compilation: Compilation, language: str) -> Iterator[shown.ShownObjective]:
    """The objectives of every course: those of standards made of SOPs, then those that were typed in."""
    for standard in compilation.course_standards:
        for one in standard.objectives:
            yield shown.ShownObjective(
                id=objective_name(standard.course, one.id),
                title=words(one.statement, language),
                course=standard.course,
                kind=one.kind,
                tasks=one.tasks,
                assessed=one.assessed,
                origin="computed",
                derived_from=one.derived_from,
            )
    kinds: tuple[ObjectiveKind, ...] = ("character", "knowledge", "ability")
    for course in compilation.inputs.courses:
        said = course.standard.objectives if course.standard else None
        for kind in kinds if said else ():
            for number, text in enumerate(getattr(said, kind), start=1):
                yield shown.ShownObjective(
                    id=objective_name(f"@course/{course.code}", f"{kind[0].upper()}{number}"),
                    title=text.words(language),
                    course=f"@course/{course.code}",
                    kind=kind,
                    tasks=(),
                    assessed=(),
                    origin="decided",
                    derived_from=(f"@course/{course.code}",),
                )
