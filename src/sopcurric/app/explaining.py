"""Use case: the manual page of a rule, or why a derived thing is as it is."""

import inspect
from dataclasses import dataclass

from sopcurric import rules as rule_folder
from sopcurric.app.checking import Checked
from sopcurric.app.registry import rules
from sopcurric.model.chain import links, trace
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.saying import words
from sopcurric.model.task import TypicalTask
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import Rule, discover

_PARTING = "----"


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
    page = next(_page(name, language) for name, one in discover(rule_folder, "RULE", Rule) if one is rule)
    message, cure = rule.sentences[language]
    head = f"{rule.code} {rule.name} ({rule.severity.value})"
    return Explanation(head, (message, cure, "", *page.splitlines()))


def _page(module: str, language: str) -> str:
    """The part of a rule module's docstring that is in a language: Chinese stands above the parting line."""
    imported = __import__(f"{rule_folder.__name__}.{module}", fromlist=["RULE"])
    above, _, below = inspect.cleandoc(imported.__doc__ or "").partition(_PARTING)
    return (above if language == "zh" or not below else below).strip()


def explain_thing(checked: Checked, subject: str, language: str) -> Explanation | None:
    """Why a derived thing is as it is, or None where there is no such thing."""
    if checked.compilation is None:
        return None
    known = links(checked.compilation)
    found = trace(known, subject)
    if found is None:
        return None
    lines = [*_reasons(checked.compilation, found.subject.id, language)]
    lines += [_said(sentence("explain.origin"), language)]
    for link in found.up:
        if link.kind in {"source", "task", "learning-task"}:
            lines.append(f"  {link.id}  {words(link.title, language)}")
    kind = _said(sentence(f"chain.{found.subject.kind}"), language)
    return Explanation(f"{kind} {found.subject.id} {words(found.subject.title, language)}", tuple(lines))


def _said(phrase: Phrase, language: str) -> str:
    return words(phrase, language)


def _reasons(compilation: Compilation, subject: str, language: str) -> list[str]:
    task = compilation.typical_tasks.get(subject)
    if task is not None:
        return _task_reasons(task, language)
    if subject in compilation.learning_tasks:
        _, learning = compilation.learning_tasks[subject]
        typical = compilation.typical_tasks[learning.typical_task]
        return [*_hour_reasons(learning, compilation, language), *_task_reasons(typical, language)]
    return []


def _hour_reasons(task: LearningTask, compilation: Compilation, language: str) -> list[str]:
    hours = compilation.inputs.settings.hours
    reason = sentence(
        "explain.hours",
        total=task.hours,
        theory=task.theory_hours,
        practice=task.practice_hours,
        per_step=str(hours.per_step),
        minimum=hours.minimum,
        share=str(hours.practice_share),
    )
    return [_said(reason, language)]


def _task_reasons(task: TypicalTask, language: str) -> list[str]:
    rating = task.rating
    graded = (("difficulty", rating.difficulty), ("importance", rating.importance), ("frequency", rating.frequency))
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
        for name, grade in graded
    ]
    lines.append(_said(sentence("explain.training", outcome=sentence(f"outcome.{rating.outcome}")), language))
    code = "explain.grouped" if len(task.members) > 1 else "explain.single"
    lines.append(_said(sentence(code, number=len(task.members)), language))
    return lines
