"""PLN117 专业代码格式不对

含义：专业代码是现行《职业教育专业目录》中的六位数字。

例：

    major: {code: 冶金01, title: 智能冶金技术}


改法：按现行目录填写六位专业代码。

依据：61 号函：专业名称及代码按专业目录填写；目录 2021 年修订，其后有增补。

----

PLN117 The code of the major is none

Meaning: the code of a major has six digits, as in the catalogue of vocational majors that is in force.

Example (YAML):

    major: {code: metal-01, title: Smart metallurgy}


Cure: write the six digits of the catalogue.

Source: MOE 2019 letter No. 61: name and code as in the catalogue, which was revised in 2021 and added to since.
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, programme, _ in written_plans(compilation):
        if not re.fullmatch(r"[0-9]{6}", programme.major.code):
            yield finding(
                "PLN117",
                Severity.WARNING,
                subject=f"@whole/{programme.id}",
                part=("major", "code"),
                code=programme.major.code,
            )


RULE = Rule(
    code="PLN117",
    name="code-of-major",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "专业代码 `{code}` 不是六位数字",
            "改成现行专业目录中的六位代码",
        ),
        "en": (
            "the code `{code}` of the major has not six digits",
            "write the six digits of the catalogue of majors",
        ),
    },
    check=_check,
)
