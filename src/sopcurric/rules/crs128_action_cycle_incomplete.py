"""CRS128 活页缺少六步行动中的某一步

含义：学习任务的活页要覆盖资讯、计划、决策、实施、检查、评价六步，每步至少有一张有内容的活页。活页由程序生成，缺少的一步是被
决定隐去的。

例：决定把“计划与决策”页的各部分全部隐去，学生没有可以填写的工作计划。

改法：撤回隐去的决定，或在这张活页上增补自己的内容。

依据：行动导向教学的六步法：资讯—计划—决策—实施—检查—评价。

----

CRS128 A step of the action cycle has no leaf

Meaning: the leaves of a learning task cover the six steps inform, plan, decide, carry out, check and evaluate, each
with at least one leaf that has content. Leaves are computed; what is missing was hidden by decisions.

Example: decisions hide all parts of the planning sheet, so that there is no plan for learners to fill in.

Cure: withdraw the decision that hides it, or insert blocks of your own on that leaf.

Source: the six steps of action-oriented teaching (资讯—计划—决策—实施—检查—评价).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.leaves.action_cycle import ACTION_CYCLE, PLACE
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import textbooks
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    chapters = {chapter.id: chapter for binder in textbooks(compilation.binders) for chapter in binder.chapters}
    for task_id, (_, task) in compilation.learning_tasks.items():
        chapter = chapters.get(task_id)
        leaves = chapter.leaves if chapter else ()
        covered = {step for leaf in leaves if leaf.blocks and not leaf.readers for step in PLACE.get(leaf.kind, ())}
        missing = [step for step in ACTION_CYCLE if step not in covered]
        if missing:
            subject, number = task.derived_from[0], len(missing)
            yield finding("CRS128", Severity.WARNING, subject=subject, task=task_id, step=missing[0], number=number)


RULE = Rule(
    code="CRS128",
    name="action-cycle-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "学习任务 `{task}` 的活页缺少六步行动中的“{step}”（共缺 `{number}` 步）",
            "撤回隐去内容的决定，或在活页上增补内容",
        ),
        "en": (
            "no leaf of the learning task `{task}` is for the step “{step}” (steps without: `{number}`)",
            "withdraw the decision that hides its content, or insert blocks on the leaf",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "step.inform": "资讯",
            "step.plan": "计划",
            "step.decide": "决策",
            "step.carry-out": "实施",
            "step.check": "检查",
            "step.evaluate": "评价",
        },
        "en": {
            "step.inform": "inform",
            "step.plan": "plan",
            "step.decide": "decide",
            "step.carry-out": "carry out",
            "step.check": "check",
            "step.evaluate": "evaluate",
        },
    },
    printed=True,
)
