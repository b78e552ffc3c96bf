"""PLN205 一个专业列入多处清单

含义：重点紧缺、改造升级、限制撤销三张清单中，一个专业（按代码或名称）只列入一张、只列一次。

例：430501 既列入 `priority`，又列入 `limit`。

改法：由三位组长议定列入哪一张，删去其余的。

依据：三张清单的做法（安徽集群方案）；不是国家条文。

----

PLN205 A major in several lists

Meaning: of the three lists (to be built up, to be rebuilt, to be limited), a major, by code or by name, stands in one
and once.

Example: 430501 is in `priority` and in `limit`.

Cure: let the three leaders decide on one and remove the others.

Source: the practice of three lists (plan of the Anhui cluster); no national text.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.organisation import organised
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme, own in organised(compilation):
        seen: set[str] = set()
        for place, one in enumerate(own.majors):
            names = {one.code, words(one.title, language)}
            if names & seen:
                yield finding(
                    "PLN205",
                    Severity.WARNING,
                    subject=f"@organisation/{programme.id}",
                    part=("majors", place),
                    code=one.code,
                    title=words(one.title, language),
                )
            seen |= names


RULE = Rule(
    code="PLN205",
    name="major-in-two-lists",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "专业“{title}”（{code}）在清单中列了不止一次",
            "只保留议定的一处",
        ),
        "en": (
            "the major `{title}` ({code}) is listed more than once",
            "keep the one that was decided",
        ),
    },
    check=_check,
)
