"""EVA114 考核评价中有重复

含义：一个评价方案的分项编号不重复，同一维度中没有两个同名的分项，一个分项的评价依据不重复写；否则重复计分，或说不清指哪一项。

例：`evidence: [tasks, tasks]`；两个分项的 `id` 都是 `C1`。

改法：删去重复的；确实是两项的，改用不同的编号和名称。

依据：通行做法：评价分项互不重复。

----

EVA114 Something that stands twice in an evaluation

Meaning: ids of items are used once in an evaluation, no two items of a dimension have one title, and an item
names each kind of evidence once; or something counts twice, or nobody knows which is meant.

Example: `evidence: [tasks, tasks]`; two items with the `id` `C1`.

Cure: remove what is there twice; give what is not the same another id and title.

Source: common practice: items of an evaluation do not overlap.
"""

from collections.abc import Hashable, Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.evaluation import Evaluation
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer

VARIANTS = {
    "zh": {
        "id": "改用不同的编号",
        "title": "合并成一项，或改用不同的名称",
        "evidence": "删去重复的依据",
        "what.id": "分项编号",
        "what.title": "分项名称",
        "what.evidence": "评价依据",
    },
    "en": {
        "id": "give each item an id of its own",
        "title": "make one item of them, or use different titles",
        "evidence": "remove what is there twice",
        "what.id": "the id of an item",
        "what.title": "the title of an item",
        "what.evidence": "a kind of evidence",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for programme in compilation.inputs.programmes:
        for part, what, value in _twice(programme.evaluation, language) if programme.evaluation else ():
            subject = f"@evaluation/{programme.id}"
            yield finding("EVA114", Severity.WARNING, subject=subject, part=part, what=what, value=value, variant=what)


def _twice(evaluation: Evaluation, language: str) -> Iterator[tuple[Pointer, str, str]]:
    """Where something stands for the second time, what it is, and how it reads."""
    seen: set[Hashable] = set()
    for place, dimension in enumerate(evaluation.dimensions):
        for number, one in enumerate(dimension.items):
            at: Pointer = ("dimensions", place, "items", number)
            title = one.title.words(language)
            named = [
                ((*at, "id"), "id", one.id.casefold(), one.id),
                ((*at, "title"), "title", (dimension.dimension, title), title),
                *(
                    ((*at, "evidence", n), "evidence", (place, number, kind.value), kind.value)
                    for n, kind in enumerate(one.evidence)
                ),
            ]
            for where, what, key, said in named:
                if (what, key) in seen:
                    yield where, what, said
                seen.add((what, key))


RULE = Rule(
    code="EVA114",
    name="listed-twice",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "{what}“{value}”重复",
            "删去重复的",
        ),
        "en": (
            "`{value}`, {what}, stands twice",
            "remove what is there twice",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
