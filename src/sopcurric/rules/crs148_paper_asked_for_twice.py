"""CRS148 同一门课程、同一随机种子的试卷写了两次

含义：`papers` 中两项的课程和随机种子都相同（不写 course 的视为同一项），只按第一项组卷，后一项不起作用。

例（YAML），第二份试卷不会生成：

    papers:
      - {seed: 1, minutes: 90}
      - {seed: 1, minutes: 120}

改法：给后一项换一个 seed，或删去多余的一项。

依据：随机种子确定试卷；同一种子只有一套。

----

CRS148 A paper that is asked for twice

Meaning: two entries of `papers` have the same course (or none) and the same seed: papers are made by the first, and the
other is not used.

Example (YAML), where the second paper is not made:

    papers:
      - {seed: 1, minutes: 90}
      - {seed: 1, minutes: 120}

Cure: give the second another seed, or delete one of them.

Source: the seed tells which paper it is.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule
from sopcurric.source.ref import SourceRef


def _check(compilation: Compilation) -> Iterable[Finding]:
    first: dict[tuple[str | None, int], int] = {}
    for number, paper in enumerate(compilation.inputs.settings.papers):
        before = first.setdefault((paper.course, paper.seed), number)
        if before != number:
            place = SourceRef("sopcurric.yaml", ("papers", number))
            yield finding(
                "CRS148",
                Severity.WARNING,
                place=place,
                course=paper.course or "*",
                seed=paper.seed,
                number=before + 1,
            )


RULE = Rule(
    code="CRS148",
    name="paper-asked-for-twice",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{course}` 的试卷已有种子 `{seed}`（第 `{number}` 项），这一项不起作用",
            "换一个 seed，或删去多余的一项",
        ),
        "en": (
            "`{course}` has papers of the seed `{seed}` already (entry `{number}`): this entry is not used",
            "give it another seed, or delete one of them",
        ),
    },
    check=_check,
    variants={
        "zh": {"course.*": "各门课程"},
        "en": {"course.*": "every course"},
    },
)
