"""PLN206 专业清单没有三方签署

含义：列入清单由企业、学校、行业三位组长共同签署，`signed` 中三方都有日期。

例：`signed: {company: "2026-05-20", school: "2026-05-20"}`，没有行业。

改法：签署后在 `signed` 中补写 `company`、`school`、`industry` 的日期。

依据：三组长共同议定三张清单的做法（安徽集群方案）；不是国家条文。

----

PLN206 A list of majors without three signatures

Meaning: the leaders of company, college and industry all sign for a major in a list; `signed` has a day of each.

Example: `signed: {company: "2026-05-20", school: "2026-05-20"}` without the industry.

Cure: add the days of `company`, `school` and `industry` once they have signed.

Source: the practice of three leaders and three lists (plan of the Anhui cluster); no national text.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.organisation import SIDES, organised
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme, own in organised(compilation):
        for place, one in enumerate(own.majors):
            missing = [side for side in SIDES if side not in one.signed]
            if missing:
                yield finding(
                    "PLN206",
                    Severity.WARNING,
                    subject=f"@organisation/{programme.id}",
                    part=("majors", place),
                    title=words(one.title, language),
                    missing=", ".join(f"`{side}`" for side in missing),
                )


RULE = Rule(
    code="PLN206",
    name="major-list-not-signed",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "专业“{title}”列入清单缺少签署：{missing}",
            "三位组长签署后在 `signed` 中补写日期",
        ),
        "en": (
            "the listing of the major `{title}` is not signed by {missing}",
            "add the days to `signed` once they have signed",
        ),
    },
    check=_check,
)
