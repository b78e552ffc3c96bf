"""COM130 职业能力既没有标准也没有成果

含义：职业能力按“行为—条件—标准—结果”写。标准来自质量标准和步骤的标准，成果来自程序的 `result`。两样都没有，
做到什么程度算会就无从判断，评价表上也只能列步骤。

例：程序“停运循环水泵”没有 `result`，步骤也都没有写标准。

改法：给程序写 `result:`（做完后是什么样），或给关键步骤写 `criterion:`，或在 `quality:` 中引用质量标准。

依据：《职业技能等级标准开发指南（试行）》（2020）中职业技能要求按行为、条件、标准、结果分析（据公开目录）。

----

COM130 A competency with neither standard nor result

Meaning: a competency is told as behaviour, condition, standard and result. Standards come from quality checks and
steps, the result from `result` of the procedure. Without either nobody can tell when somebody masters the work.

Example: the procedure “Stop the circulating water pump” has no `result`, and none of its steps says to what standard.

Cure: give the procedure a `result:` (what is there when it is done), or its critical steps a `criterion:`, or name
quality checks in `quality:`.

Source: guide to the development of vocational skill level standards (2020), by its published table of contents.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for profile in compilation.profiles:
        silent = [one.procedure for one in profile.competencies if not (one.standards or one.result)]
        if silent:
            names = ", ".join(map(name_in, silent))
            yield finding("COM130", Severity.INFO, subject=silent[0], count=len(silent), procedures=names)


RULE = Rule(
    code="COM130",
    name="competency-without-measure",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{count}` 个程序的能力既没有标准也没有成果：`{procedures}`",
            "给程序写 `result:`，或给关键步骤写 `criterion:`",
        ),
        "en": (
            "the competencies of `{count}` procedures have neither standard nor result: `{procedures}`",
            "give the procedures a `result:`, or their critical steps a `criterion:`",
        ),
    },
    check=_check,
)
