"""EVA103 五个评价维度缺少或重复

含义：五维评价由职业素养、知识储备、技能实操、岗位适配、成长发展组成，每个维度写一次。

例：`dimensions` 中没有 `growth`，或写了两个 `skill`。

改法：补上缺少的维度；重复的合并成一个。

依据：五维评价的通行做法。

----

EVA103 A dimension of the evaluation missing or given twice

Meaning: an evaluation has five dimensions, each once: conduct, knowledge, skill, fit, growth.

Example: there is no `growth` among `dimensions`, or `skill` stands there twice.

Cure: add what is missing; make one of those that are the same.

Source: what evaluation in five dimensions is.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.evaluation import DIMENSIONS
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "补上维度 `{dimension}`，调整权重",
        "twice": "把 `{dimension}` 合并成一个维度",
    },
    "en": {
        "missing": "add the dimension `{dimension}` and change the weights",
        "twice": "make one dimension of those called `{dimension}`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        written = [one.dimension for one in programme.evaluation.dimensions] if programme.evaluation else []
        for kind in DIMENSIONS if written else ():
            count = written.count(kind)
            if count == 1:
                continue
            yield finding(
                "EVA103",
                Severity.WARNING,
                subject=f"@evaluation/{programme.id}",
                part=("dimensions",),
                dimension=kind,
                count=count,
                variant="twice" if count else "missing",
            )


RULE = Rule(
    code="EVA103",
    name="dimension-missing",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "评价维度 `{dimension}` 写了 {count} 次，应写一次",
            "五个维度各写一次",
        ),
        "en": (
            "the dimension `{dimension}` is given {count} times instead of once",
            "give each of the five dimensions once",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
