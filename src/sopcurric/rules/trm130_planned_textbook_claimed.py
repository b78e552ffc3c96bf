"""TRM130 没有证书编号而称国家规划教材

含义：“国家规划教材”“规划教材”等称号须有证书。文中写了这样的称号，而项目文件 `textbook.certificate`、该课程
`standard.certificate` 都没有证书编号，就会报这一条。

例：`textbook: 选用“十四五”职业教育国家规划教材《冶金原理》。`，没有写 `certificate`。

改法：写明证书编号，或删去称号。

依据：教育部关于规划教材管理的要求：不得擅自使用、冒用规划教材称号（按公开转载文本核对）。

----

TRM130 Called a national planned textbook without a certificate

Meaning: only books with a certificate may be called national planned textbooks. Where a text does so, and neither
`textbook.certificate` of the project nor `standard.certificate` of the course has a number, this is reported.

Example: “a national planned textbook” with no `certificate`.

Cure: give the number of the certificate, or remove the title.

Source: the ministry's rules on planned textbooks: the title may not be used without right (checked against
public copies).
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import flat
from sopcurric.plugin import Rule

_CLAIM = re.compile(r"国家级?规划教材|national(?:ly)? planned textbook", re.IGNORECASE)


def _check(compilation: Compilation) -> Iterable[Finding]:
    settings = compilation.inputs.settings
    if settings.textbook.certificate:
        return
    courses = compilation.inputs.courses
    certified = {f"@course/{one.code}" for one in courses if one.standard and one.standard.certificate}
    named = [("@project", text) for text in (settings.name, settings.publisher) if text]
    reported: set[tuple[str, str]] = set()
    for address, text in (*compilation.texts, *named):
        found = next((mark[0] for _, runs in text.wordings if (mark := _CLAIM.search(flat(runs)))), "")
        if found and address not in certified and (address, found) not in reported:
            reported.add((address, found))
            yield finding("TRM130", Severity.WARNING, subject=address, found=found)


RULE = Rule(
    code="TRM130",
    name="planned-textbook-claimed",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "称“{found}”而没有证书编号",
            "写明证书编号 `certificate`，或删去称号",
        ),
        "en": (
            "“{found}” without the number of a certificate",
            "give its number in `certificate`, or remove the title",
        ),
    },
    check=_check,
)
