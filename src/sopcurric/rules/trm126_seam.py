"""TRM126 拼接后读不通

含义：目标“能……”后面接上规程的原话读不通，如“能不得……”“能应……”“达到标准：应……”。

例：步骤写成“能检查油位”，目标就成了“能按规程操作：能检查油位”。

改法：步骤用动词开头；标准只写数值或状态，不写“应”“必须”。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM126 Words that do not join

Meaning: behind “能…” or “达到标准：” the words of the SOP do not go on.

Example: the step “能检查油位” becomes “能按规程操作：能检查油位”.

Cure: begin steps with a verb; write standards without “应” or “必须”.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("seam"):
        yield finding("TRM126", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM126",
    name="seam",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上有一句接不通：`{words}`（共 `{count}` 张活页）",
            "步骤用动词开头，标准不写“应”“必须”",
        ),
        "en": (
            "a sentence of leaf `{leaf}` does not join: `{words}` (on `{count}` leaves)",
            "begin the step with a verb; write the standard without “must”",
        ),
    },
    check=_check,
    printed=True,
)
