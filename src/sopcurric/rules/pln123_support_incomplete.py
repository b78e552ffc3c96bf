"""PLN123 实施保障缺少内容

含义：实施保障包括师资队伍、教学设施、教学资源、教学方法、学习评价、质量管理六个方面。

例：

    support:
      teachers: 校企共同授课。


改法：在 `support` 中补上缺少的方面。

依据：61 号函第八部分“实施保障”（六个方面凭记忆，未核对原文）。

----

PLN123 Support is incomplete

Meaning: how a programme is carried out is told in six parts: teachers, facilities, resources, methods,
assessment, quality.

Example (YAML):

    support:
      teachers: College and plant teach together.


Cure: add what is missing to `support`.

Source: MOE 2019 letter No. 61, part 8 (the six parts are recalled, not verified).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule

_PARTS = ("teachers", "facilities", "resources", "methods", "assessment", "quality")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        missing = [f"`{one}`" for one in _PARTS if one not in programme.support]
        if missing:
            yield finding("PLN123", Severity.WARNING, subject=address, missing=", ".join(missing))


RULE = Rule(
    code="PLN123",
    name="support-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实施保障缺少：{missing}",
            "在 `support` 中补上：{missing}",
        ),
        "en": (
            "support is missing: {missing}",
            "add to `support`: {missing}",
        ),
    },
    check=_check,
)
