"""STD121 目标等级没有逐条写明申报条件

含义：方案写了 `target_level`，要说明毕业生按哪一条可以申报，标准中该等级的 `conditions` 就要逐条写明；没有写的，
认定章节只能写“条件未写明”。

例：四级只写了一段 `condition`，没有 `conditions`。

改法：在标准文件该等级下逐条写 `conditions`，注明适用对象、年限和须先取得的证书。

依据：国家职业标准“申报条件”；各评价机构公告为准。

----

STD121 A target level without conditions one by one

Meaning: a programme with `target_level` says under which condition graduates may apply; the standard needs
`conditions` of that level for it.

Example: level 4 has only a paragraph (`condition`).

Cure: write `conditions` of the level: who, years of work, certificate before.

Source: conditions of applying in national standards; announcements of assessing bodies count.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    levels = {(one.code, level.id): level for one in compilation.inputs.standards for level in one.levels}
    for programme in compilation.inputs.programmes:
        level = levels.get((programme.standard or "", programme.target_level or ""))
        if level and not level.conditions:
            yield finding("STD121", Severity.WARNING, subject=f"@programme/{programme.id}", level=level.id)


RULE = Rule(
    code="STD121",
    name="level-without-conditions",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "目标等级 `{level}` 没有逐条写明申报条件",
            "在标准的该等级下写 `conditions`",
        ),
        "en": (
            "the target level `{level}` has no conditions one by one",
            "write `conditions` of that level in the standard",
        ),
    },
    check=_check,
)
