"""TRM121 中文里用了半角标点

含义：中文语句用全角标点（，；：（））。半角的印出来挤在一起，前后也不一致。每个岗位只报一条。

例：“启动泵,观察压力”。

改法：改成全角标点；数值范围和代号里的半角符号不用改。

依据：GB/T 15834《标点符号用法》（推荐性，按通行做法提示）。

----

TRM121 Half-width marks in Chinese

Meaning: Chinese sentences have full-width marks. Half-width ones look crowded and differ from the rest. One finding
for each job.

Example: “启动泵,观察压力”.

Cure: write full-width marks; those in ranges and codes stay.

Source: GB/T 15834 (recommended), told as common practice.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.reading import Defect
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    jobs: dict[str, list[Defect]] = {}
    for one in compilation.reading.of("half"):
        jobs.setdefault(job_of(one.subject), []).append(one)
    for found in jobs.values():
        first = found[0]
        subject, count = first.subject, len(found)
        yield finding("TRM121", Severity.INFO, subject=subject, leaf=first.leaf, words=first.words, count=count)


RULE = Rule(
    code="TRM121",
    name="half-width-marks",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "中文里有半角标点：`{words}`（活页 `{leaf}`，本岗位共 `{count}` 处）",
            "改成全角标点",
        ),
        "en": (
            "half-width marks in Chinese: `{words}` (leaf `{leaf}`; `{count}` places of this job)",
            "write full-width marks",
        ),
    },
    check=_check,
    printed=True,
)
