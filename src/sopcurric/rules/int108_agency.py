"""INT108 通过中介组织实习

含义：不得通过中介机构或有偿代理组织、安排和管理学生实习。

例：

    internship:
      agency: true

改法：由学校直接与实习单位联系、签订协议，删去 `agency`。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十六条（不得）。

----

INT108 An agent organises the internship

Meaning: no agent and no paid company organises, arranges or manages internships.

Example (YAML):

    internship:
      agency: true

Cure: let the college agree with the plant directly, and remove `agency`.

Source: rules on internships of vocational students, 2021 No. 4, article 16 (must not).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, internship, address in organised(compilation):
        if internship.agency:
            yield finding("INT108", subject=address, part=("agency",))


RULE = Rule(
    code="INT108",
    name="agency",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "实习通过中介机构组织（第十六条，不得）",
            "由学校直接与实习单位签订协议",
        ),
        "en": (
            "an agent organises the internship (article 16, must not)",
            "let the college agree with the plant directly",
        ),
    },
    check=_check,
)
