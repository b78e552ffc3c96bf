"""Use case: the manual page of a rule, or why a derived thing is as it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.app.checking import Checked
from sopcurric.app.explaining_tasks import grouping_reasons
from sopcurric.app.explaining_teaching import teaching_reasons
from sopcurric.app.manual import page
from sopcurric.app.registry import rules
from sopcurric.model.chain import links, trace
from sopcurric.model.competency import Competency, Rating
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.decision import Mark, Named, Verdict, parts_of
from sopcurric.model.files.decision import Decision
from sopcurric.model.saying import words
from sopcurric.model.task import TypicalTask
from sopcurric.model.task_relations import told_relations
from sopcurric.model.text import Phrase, sentence

_PLACE = re.compile(r"\{[a-z_]+\}")


@dataclass(frozen=True, slots=True)
class Explanation:
    """A heading and lines under it."""

    title: str
    lines: tuple[str, ...]


def explain_rule(code: str, language: str) -> Explanation | None:
    """The manual page of a rule in a language, or None where there is no such code."""
    rule = rules().get(code.upper())
    if rule is None:
        return None
    message, cure = (_PLACE.sub("…", words) for words in rule.sentences[language])
    head = f"{rule.code} {rule.name} ({rule.severity.value})"
    return Explanation(head, (message, cure, "", *page(rule.code, language).splitlines()))


def explain_thing(checked: Checked, subject: str, language: str) -> Explanation | None:
    """Why a derived thing is as it is, or None where there is no such thing."""
    if checked.compilation is None:
        return None
    known = links(checked.compilation)
    found = trace(known, subject)
    if found is None:
        return None
    lines = [*_reasons(checked.compilation, found.subject.id, language)]
    lines += _decided(checked.compilation, found.subject.id, language)
    origins = [one for one in found.up if one.kind in {"source", "case", "task", "learning-task"}]
    lines += [_said(sentence("explain.origin"), language)] if origins else []
    lines += [f"  {one.id}  {words(one.title, language)}" for one in origins]
    kind = _said(sentence(f"chain.{found.subject.kind}"), language)
    return Explanation(f"{kind} {found.subject.id} {words(found.subject.title, language)}", tuple(lines))


def _decided(compilation: Compilation, subject: str, language: str) -> list[str]:
    """Every decision that touches a thing, whether it holds or not, and what had been computed."""
    touching = [one for one in compilation.inputs.decisions if subject == one.name]
    touching = touching or [one for one in compilation.inputs.decisions if _touches(one, subject, compilation)]
    if not touching:
        return []
    computed = {mark.decision: mark for mark in _marks(compilation, subject)}
    lines = [_said(sentence("explain.decisions"), language)]
    for one in touching:
        verdict = next(v for v in compilation.verdicts if v.decision == one.name)
        lines.append(_decision_line(one, verdict, language))
        if one.name in computed and computed[one.name].computed:
            shown = computed[one.name].computed
            value = shown if isinstance(shown, str) else words(shown, language)
            lines.append(_said(sentence("explain.instead", computed=value), language))
        if verdict.other:
            lines.append(_said(sentence("explain.replaced", other=verdict.other), language))
        lines += [_said(sentence("explain.then", words=line), language) for line in verdict.then]
        lines += [_said(sentence("explain.now", words=line), language) for line in verdict.now]
    return lines


def _touches(one: Named[Decision], subject: str, compilation: Compilation) -> bool:
    """Whether a decision is about a thing: by what it names or came to, or by what the thing is made of."""
    subjects = {name for v in compilation.verdicts if v.decision == one.name for name in v.subjects}
    named = {*subjects, *(name.split("#", 1)[0] for name in one.decision.about)}
    return bool(named & {subject, *_members(compilation, subject)})


def _members(compilation: Compilation, subject: str) -> tuple[str, ...]:
    """What decisions about a task may name instead of it: its other identifier, the procedures that it holds."""
    if subject in compilation.typical_tasks:
        return compilation.typical_tasks[subject].members
    if subject in compilation.learning_tasks:
        _, task = compilation.learning_tasks[subject]
        return (task.typical_task, *task.derived_from)
    return ()


def _marks(compilation: Compilation, subject: str) -> tuple[Mark, ...]:
    """The marks that decisions left on a thing."""
    if subject in compilation.typical_tasks:
        return compilation.typical_tasks[subject].decided
    if subject in compilation.learning_tasks:
        return compilation.learning_tasks[subject][1].decided
    for course in compilation.design.courses:
        if course.id == subject:
            return course.decided
        for module in course.modules:
            if subject in (module.id, module.name):
                return module.decided
    return tuple(mark for one in compilation.competencies.values() if one.procedure == subject for mark in one.decided)


def _decision_line(one: Named[Decision], verdict: Verdict, language: str) -> str:
    decision = one.decision
    line = sentence(
        "explain.decision",
        name=one.name,
        kind=sentence(f"decision.{decision.decide}"),
        role=sentence(f"team.{decision.role}"),
        by=decision.by,
        date=decision.date,
        verdict=sentence(f"verdict.{verdict.kind}"),
        why=decision.why,
    )
    return _said(line, language)


def _said(phrase: Phrase, language: str) -> str:
    return words(phrase, language)


def _reasons(compilation: Compilation, subject: str, language: str) -> list[str]:
    task = compilation.typical_tasks.get(subject)
    if task is not None:
        grouped = grouping_reasons(task, compilation, language)
        return [*_task_reasons(task, language), *grouped, *_standing_reasons(task, compilation, language)]
    if subject in compilation.learning_tasks:
        _, learning = compilation.learning_tasks[subject]
        typical = compilation.typical_tasks[learning.typical_task]
        part = [*_part_reasons(learning, typical, language)]
        return [*part, *_hour_reasons(learning, compilation, language), *_task_reasons(typical, language)]
    untaught = next((one for one in compilation.design.untaught if one.address == subject), None)
    if untaught is not None:
        return [_said(sentence("explain.untaught", reason=sentence(f"reason.{untaught.reason}")), language)]
    competency = compilation.competencies.get(subject) or compilation.competencies.get(f"{subject}.competency")
    if competency is None:
        return teaching_reasons(compilation, subject, language)
    return _work_reasons(competency, compilation, language)


def _part_reasons(task: LearningTask, typical: TypicalTask, language: str) -> Iterator[str]:
    """That a learning task is one of several that a typical task makes."""
    if task.of > 1:
        steps = len(task.steps)
        yield _said(sentence("explain.part", title=typical.title, of=task.of, place=task.place, steps=steps), language)


def _hour_reasons(task: LearningTask, compilation: Compilation, language: str) -> list[str]:
    hours = compilation.inputs.settings.hours
    if "hours" in parts_of(task.decided):
        split = sentence("hours.split", total=task.hours, theory=task.theory_hours, practice=task.practice_hours)
        return [_said(sentence("explain.hours.decided", split=split), language)]
    reason = sentence(
        "explain.hours",
        total=task.hours,
        theory=task.theory_hours,
        practice=task.practice_hours,
        reason=task.hours_reason or "",
        minimum=hours.minimum,
        share=str(hours.practice_share),
        unit=hours.round_to,
    )
    return [_said(reason, language)]


def _rating_reasons(rating: Rating, language: str) -> list[str]:
    lines = [
        _said(
            sentence(
                "explain.grade",
                name=sentence(f"explain.{name}"),
                grade=sentence(f"grade.{grade.value}"),
                reason=grade.reason,
            ),
            language,
        )
        for name, grade in rating.grades
    ]
    lines.append(_said(sentence("explain.training", outcome=sentence(f"outcome.{rating.outcome}")), language))
    if rating.refresh_months:
        lines.append(_said(sentence("explain.refresher", months=rating.refresh_months), language))
    if rating.before_use:
        lines.append(_said(sentence("explain.before-use"), language))
    return lines


def _work_reasons(competency: Competency, compilation: Compilation, language: str) -> list[str]:
    """Why work is rated as it is, with what experts made of it."""
    lines = _rating_reasons(competency.rating, language)
    found = compilation.survey.by_procedure.get(competency.procedure)
    if found:
        lines.append(_said(sentence("explain.surveyed", raters=found.raters, spread=found.spread), language))
        lines += [
            _said(sentence("explain.flips", rater=one.rater, outcome=sentence(f"outcome.{one.outcome}")), language)
            for one in found.flips
        ]
    return lines


def _task_reasons(task: TypicalTask, language: str) -> list[str]:
    lines = _rating_reasons(task.rating, language)
    decided = "members" in parts_of(task.decided)
    code = "explain.grouped" if len(task.members) > 1 else "explain.single"
    code = "explain.grouped.decided" if decided else code
    lines.append(_said(sentence(code, number=len(task.members)), language))
    return lines


def _standing_reasons(task: TypicalTask, compilation: Compilation, language: str) -> list[str]:
    """Where a task lies between novice and expert, and how it stands to other tasks."""
    name = sentence(f"task.range.{task.range}")
    relations = told_relations(task, compilation.catalogue, compilation.titles)
    return [
        _said(sentence("explain.range", range=name, reason=task.range_reason), language),
        *(_said(sentence("explain.relation", relation=one), language) for one in relations),
    ]
