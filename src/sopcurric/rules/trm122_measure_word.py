"""TRM122 量词不合适

含义：汉语里不同的东西用不同的量词：泵和电机论台，螺栓论条或个，手套论副，人员论名。

例：“三个离心泵”“两个安全员人员”。

改法：改成合适的量词，如“三台离心泵”。

依据：通行做法：语句通顺，没有错字、漏字和衍字。

----

TRM122 A measure word that does not fit

Meaning: in Chinese, pumps and motors are counted by 台, gloves by 副, people by 名.

Example: “三个离心泵”.

Cure: write the measure word that goes with the noun, as in “三台离心泵”.

Source: common practice: no misprints, no words too many.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.reading.of("measure"):
        yield finding("TRM122", Severity.INFO, subject=one.subject, leaf=one.leaf, words=one.words, count=one.leaves)


RULE = Rule(
    code="TRM122",
    name="measure-word",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "活页 `{leaf}` 上的量词不合适：`{words}`（共 `{count}` 张活页）",
            "改成合适的量词，如“三台离心泵”“两副手套”",
        ),
        "en": (
            "the measure word does not fit on leaf `{leaf}`: `{words}` (on `{count}` leaves)",
            "write the measure word that goes with the noun",
        ),
    },
    check=_check,
    printed=True,
)
