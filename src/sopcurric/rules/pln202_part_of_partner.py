"""PLN202 合作方在职责分工中重复或没有任务

含义：一个合作方在一个事项中只有一种身份（牵头、参与、知悉之一）；列入方案的合作方至少牵头或参与一个事项。
没有写 `responsibilities` 的不检查。

例：学院既是某事项的牵头单位，又列在参与单位中；或行业组织只在各事项中“知悉”。

改法：删去重复的一处；给没有任务的单位安排牵头或参与的事项。

依据：职责分工的通行做法；由本程序规定。

----

PLN202 A partner twice in an item, or in none

Meaning: a partner has one part in an item: it leads, takes part or is informed. Every partner leads or takes part in
at least one item. Nothing is checked without `responsibilities`.

Example: the college leads an item and stands among those who take part; or a partner is informed only.

Cure: remove one of both; give the partner an item to lead or to take part in.

Source: common practice for matrices of responsibilities; a rule of ours.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import Organisation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.organisation import organised, parts_of
from sopcurric.model.saying import words
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "none": "安排一个牵头或参与的事项",
        "twice": "删去重复的一处",
        "fault.idle": "在职责分工中没有牵头或参与任何事项",
        "fault.twice": "在同一事项中重复出现",
    },
    "en": {
        "none": "give it an item to lead or to take part in",
        "twice": "remove one of both",
        "fault.idle": "neither leads nor takes part in any item",
        "fault.twice": "stands twice in one item",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme, own in organised(compilation):
        if not own.responsibilities:
            continue
        titles = {one.id: words(one.title, language) for one in programme.partners}
        yield from _twice(programme, own, titles)
        busy = {name for item in own.responsibilities for name, part, _ in parts_of(item) if part != "informed"}
        for name, title in titles.items():
            if name not in busy:
                yield finding(
                    "PLN202",
                    Severity.WARNING,
                    subject=f"@organisation/{programme.id}",
                    part=("responsibilities",),
                    partner=title,
                    fault="idle",
                    variant="none",
                )


def _twice(programme: ProgrammeFile, own: Organisation, titles: dict[str, str]) -> Iterator[Finding]:
    for place, item in enumerate(own.responsibilities):
        seen = set()
        for name, _, part in parts_of(item):
            if name in seen:
                yield finding(
                    "PLN202",
                    Severity.WARNING,
                    subject=f"@organisation/{programme.id}",
                    part=("responsibilities", place, *part),
                    partner=titles.get(name, name),
                    fault="twice",
                    variant="twice",
                )
            seen.add(name)


RULE = Rule(
    code="PLN202",
    name="part-of-partner",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "合作方“{partner}”{fault}",
            "改正职责分工",
        ),
        "en": (
            "the partner `{partner}` {fault}",
            "correct the matrix",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
