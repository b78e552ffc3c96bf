"""EVA123 学习目标没有在活页上练习或评价

含义：学习任务的每个技能目标至少在一张练习的活页（计划、实施、记录、检查、拓展等）上出现，并且出现在评价表上。
活页由程序编排，出现这条说明程序有误，或有决定隐去了有关内容。

例：步骤 `DIG/P1/S2` 在工作单上，评价表上没有。

改法：撤回隐去有关内容的决定；没有这样的决定的，把项目文件反馈给维护者。

依据：活页式教材的通行要求：每个学习目标至少对应一处实施或检查，并有评价项。

----

EVA123 An objective that no leaf exercises or evaluates

Meaning: each skill objective of a learning task stands on a leaf where it is exercised (planning, work, record, check,
extension …) and on the evaluation leaf. Leaves are composed by the tool: this is a bug of ours, or a decision hides
what it is about.

Example: the step `DIG/P1/S2` is on the work leaf and not on the evaluation leaf.

Cure: withdraw the decision that hides it; where there is none, report it with the files of the project.

Source: common practice for loose-leaf books: each objective is worked on or checked, and evaluated.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import leaf_sources, textbooks
from sopcurric.model.publication import Chapter, LeafKind
from sopcurric.plugin import Rule

_EVALUATING = frozenset((LeafKind.EVALUATION,))
_EXERCISING = frozenset((LeafKind.WORK, LeafKind.RECORD, LeafKind.CHECK, LeafKind.EXTENSION))
"""Leaves on which steps are done."""
_USING = _EXERCISING | {LeafKind.KNOWLEDGE, LeafKind.PLANNING}
"""Leaves on which parameters, isolation and the like are worked with."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for chapter in (chapter for binder in textbooks(compilation.binders) for chapter in binder.chapters):
        _, task = compilation.learning_tasks.get(chapter.id, (None, None))
        if task is None or not any(leaf.kind is LeafKind.EVALUATION for leaf in chapter.leaves):
            continue
        evaluated, exercised, used = (_on(chapter, one) for one in (_EVALUATING, _EXERCISING, _USING))
        skills = (point for point in map(compilation.points.__getitem__, task.points) if point.kind == "skill")
        for point in skills:
            first = point.derived_from[0]
            if first not in evaluated or first not in (exercised if first in compilation.steps else used):
                yield finding("EVA123", Severity.WARNING, subject=first, task=task.id, point=point.id)
                break


def _on(chapter: Chapter, kinds: frozenset[LeafKind]) -> frozenset[str]:
    """What stands on leaves of some kinds."""
    leaves = (one for one in chapter.leaves if one.kind in kinds)
    return frozenset(address for leaf in leaves for address in leaf_sources(leaf))


RULE = Rule(
    code="EVA123",
    name="objective-on-no-leaf",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学习任务 `{task}` 的目标 `{point}` 没有在活页上练习或评价",
            "撤回隐去有关内容的决定；没有这样的决定的，把项目文件反馈给维护者",
        ),
        "en": (
            "the objective `{point}` of the learning task `{task}` is not exercised or not evaluated on any leaf",
            "withdraw the decision that hides it; where there is none, report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
