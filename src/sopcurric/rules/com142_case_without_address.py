"""COM142 案例没有写明讲的是什么

含义：案例用 `on:` 指明讲的是哪个岗位、操作程序、步骤、危险源或异常。没有 `on:` 的案例不进入能力分析，也不印到活页上。
名称与规程中某一处最相近时，提示会给出它的地址，`sopcurric fix` 可以写入；写入前会先给出改动对照，请核对。

例：

    incidents:
      - id: IN-1
        title: 高温碱液喷溅
        happened: 拆卸法兰时管内还有压力。
        causes: [没有确认泄压]

改法：补上 `on: [DIG/hazards/H1]` 这样的地址。

依据：能力图谱的每个节点都要有出处，证据不能不声不响地丢掉。

----

COM142 A case that does not say what it is about

Meaning: by `on:` a case says which job, procedure, step, hazard or deviation it is about. One without `on:` takes no
part in the analysis and is printed nowhere. Where its title is most like one place of an SOP, the hint names that, and
`sopcurric fix` can write it; it shows the change before, so compare it.

Example (YAML):

    incidents:
      - id: IN-1
        title: Hot liquor sprayed
        happened: There was still pressure in the pipe when the flange was opened.
        causes: [nobody had made sure that pressure was released]

Cure: add addresses such as `on: [DIG/hazards/H1]`.

Source: every node of a competency graph has evidence, and no evidence is lost silently.
"""

from collections.abc import Iterable, Mapping

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.similarity import similarity
from sopcurric.model.address import Address, without_plant
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

_ALIKE = 0.5
"""Likeness of titles from which a place is proposed; half of it is how far one title holds the other."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    waiting = [case for case in compilation.inputs.cases if not case.on]
    titles = _titles(compilation) if waiting else {}
    language = compilation.inputs.settings.language
    for case in waiting:
        nearest = _nearest(case.title.words(language), titles)
        yield finding(
            "COM142",
            Severity.WARNING,
            subject=case.address,
            id=case.id,
            suggestion=nearest,
            variant="proposed" if nearest else "",
        )


def _titles(compilation: Compilation) -> Mapping[Address, str]:
    """What procedures, steps and elements are called, those of several plants once."""
    language = compilation.inputs.settings.language
    found: dict[Address, str] = {}
    for address, title in compilation.titles.items():
        if "/" in address and isinstance(title, Text):
            found.setdefault(without_plant(address), title.words(language))
    return found


def _nearest(wanted: str, titles: Mapping[Address, str]) -> Address:
    """The one address whose title is most like the words; nothing where none, or more than one, is."""
    scores = {address: similarity(wanted, title) for address, title in titles.items()}
    best = max(scores.values(), default=0.0)
    nearest = [address for address, score in scores.items() if score == best]
    return nearest[0] if best >= _ALIKE and len(nearest) == 1 else ""


RULE = Rule(
    code="COM142",
    name="case-without-address",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "案例 `{id}` 没有写明讲的是哪个岗位、步骤或危险源，没有用上",
            "补上 `on:`，填地址，如 `on: [DIG/P1/S2]`",
        ),
        "en": (
            "the case `{id}` does not say what it is about, so nothing uses it",
            "add `on:` with addresses, such as `on: [DIG/P1/S2]`",
        ),
    },
    variants={
        "zh": {"proposed": "名称与 `{suggestion}` 最相近；确是讲它的，补上 `on: [{suggestion}]`"},
        "en": {
            "proposed": "its title is most like that of `{suggestion}`; if it is about that, add `on: [{suggestion}]`"
        },
    },
    check=_check,
)
