"""EVA109 评价的牵头单位或签署单位不存在

含义：`lead` 和 `standard` 的 `partner` 是方案中合作单位的标识。

例：`lead: plant-9`，而 `partners` 中没有 `plant-9`。

改法：改成已有的合作单位；新的合作单位先列入 `partners`。

依据：通行做法：被引用的单位必须存在。

----

EVA109 An evaluation led or signed by an unknown partner

Meaning: `lead`, and `partner` of `standard`, are ids of partners of the programme.

Example: `lead: plant-9` without a partner `plant-9`.

Cure: write a partner that exists; list new ones under `partners` first.

Source: common practice: what is referred to exists.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.evaluation import Evaluation
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        known = [one.id for one in programme.partners]
        for name, part in _named(programme.evaluation) if programme.evaluation else ():
            if name not in known:
                told = ", ".join(known)
                yield finding("EVA109", subject=f"@evaluation/{programme.id}", part=part, value=name, known=told)


def _named(evaluation: Evaluation) -> Iterator[tuple[str, Pointer]]:
    for place, one in enumerate(evaluation.dimensions):
        if one.lead is not None:
            yield one.lead, ("dimensions", place, "lead")
    if evaluation.standard is not None:
        yield evaluation.standard.partner, ("standard", "partner")


RULE = Rule(
    code="EVA109",
    name="unknown-partner-of-evaluation",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "合作方中没有 `{value}`",
            "改成已有的单位：{known}",
        ),
        "en": (
            "there is no partner `{value}`",
            "use one that exists: {known}",
        ),
    },
    check=_check,
)
