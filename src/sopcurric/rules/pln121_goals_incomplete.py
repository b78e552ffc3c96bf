"""PLN121 培养规格缺少一个方面

含义：培养规格分素质、知识、能力三方面列出，每方面都要有内容。

例：

    goals:
      target: 培养……技术技能人才。
      ability: [能按操作规程开车。]


改法：在 `goals` 中补上缺少的方面。

依据：61 号函第五部分“培养目标与培养规格”。

----

PLN121 Requirements of one kind are missing

Meaning: what graduates are meant to be, know and be able to do is listed in three parts: character, knowledge,
ability.

Example (YAML):

    goals:
      target: Technicians who …
      ability: [Starts the pump by the procedure.]


Cure: add the part that is missing to `goals`.

Source: MOE 2019 letter No. 61, part 5.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, _ in written_plans(compilation):
        missing = [f"`{one}`" for one in ("character", "knowledge", "ability") if not getattr(programme.goals, one)]
        if missing:
            yield finding(
                "PLN121",
                Severity.WARNING,
                subject=f"@whole/{programme.id}",
                part=("goals",),
                missing=", ".join(missing),
            )


RULE = Rule(
    code="PLN121",
    name="goals-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "培养规格缺少：{missing}",
            "在 `goals` 中补上：{missing}",
        ),
        "en": (
            "requirements are missing: {missing}",
            "add to `goals`: {missing}",
        ),
    },
    check=_check,
)
