"""PLN143 实践安排在理论之前

含义：学习任务的理论（`theory`）应先于或与它的实践（`routine`、`demanding`）同一阶段，实践再回到理论，螺旋上升。

例：

    segments:
      - {id: S1, title: 岗位实践, length: 2, unit: year, site: plant, takes: [routine, demanding]}
      - {id: S2, title: 在校学习, length: 1, unit: year, site: college, takes: [theory]}


改法：把 `theory` 移到前面的阶段。

依据：理论与实践螺旋递进，通行做法。

----

PLN143 Practice before theory

Meaning: theory of learning tasks (`theory`) comes before their practice (`routine`, `demanding`) or in the same
segment.

Example (YAML):

    segments:
      - {id: S1, title: Plant, length: 2, unit: year, site: plant, takes: [routine, demanding]}
      - {id: S2, title: College, length: 1, unit: year, site: college, takes: [theory]}


Cure: move `theory` to an earlier segment.

Source: theory and practice in turns, common practice.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.programme import Share
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for address, programme, _ in written_plans(compilation):
        places = {share: n for n, one in reversed([*enumerate(programme.segments)]) for share in one.takes}
        theory = places.get(Share.THEORY)
        for share in (Share.ROUTINE, Share.DEMANDING):
            place = places.get(share)
            if theory is not None and place is not None and place < theory:
                segment = programme.segments[place]
                yield finding(
                    "PLN143",
                    Severity.WARNING,
                    subject=f"{address}/{segment.id}",
                    segment=segment.id,
                    share=share.value,
                    theory=programme.segments[theory].id,
                )


RULE = Rule(
    code="PLN143",
    name="practice-before-theory",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "阶段 `{segment}` 安排 `{share}`，而理论在后面的 `{theory}` 中",
            "把 `theory` 移到 {segment} 或更前的阶段",
        ),
        "en": (
            "the segment `{segment}` takes `{share}`, while theory comes later, in `{theory}`",
            "move `theory` to {segment} or before",
        ),
    },
    check=_check,
)
