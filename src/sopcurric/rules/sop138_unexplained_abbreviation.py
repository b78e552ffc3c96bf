"""SOP138 没有解释的缩写

含义：两个以上大写字母的缩写用了两次以上，没有在术语中定义，没有在中文后用括号注明，也不是设备、阀门、仪表的位号和标识。
新学员看不懂只在本厂通行的缩写。标准代号、化学式、常用单位和仪表名称不提示。一份规程只提示一次。

例：

    steps:
      - 查看 TCS 画面
      - 在 TCS 上设定温度

改法：第一次用时写成“温度控制系统（TCS）”，或在 `terms` 中定义。

依据：规程附录“术语和定义”。

----

SOP138 An abbreviation that is not explained

Meaning: an abbreviation of two capitals or more is used at least twice, is not in `terms`, not put in brackets behind
its words, and no tag or id of an element. New learners do not know what is spoken in one plant only. Standards,
formulas, units and common instruments are left out. One finding for an SOP.

Example (YAML):

    steps:
      - Look at the TCS display
      - Set the temperature on the TCS

Cure: write “temperature control system (TCS)” the first time, or explain it in `terms`.

Source: the section of terms.
"""

import re
from collections import Counter
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import ABBREVIATION, KNOWN_ABBREVIATIONS
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import JobSop
from sopcurric.plugin import Rule

_OFTEN = 2
_EXPLAINED = re.compile(r"[（(](?:[^（）()]*[ ，,、])?(?P<before>[A-Z]{2,6})[）)]|(?P<after>[A-Z]{2,6})\s?[（(]")
_PIECE = re.compile(r"[A-Z]{2,6}")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        words = compilation.said_by_job.get(sop.address, "")
        counted = Counter(ABBREVIATION.findall(words))
        often = {one for one, count in counted.items() if count >= _OFTEN} - KNOWN_ABBREVIATIONS
        silent = sorted(often - _explained(sop, words)) if often else []
        if silent:
            yield finding("SOP138", Severity.INFO, subject=sop.address, found=", ".join(silent))


def _explained(sop: JobSop, words: str) -> set[str]:
    found = {part for mark in _EXPLAINED.finditer(words) for part in mark.groups() if part}
    elements = [*sop.elements(), *sop.procedures]
    names = [name_in(one.address) for one in elements] + [getattr(one, "tag", "") for one in elements]
    names += [said(term.title) for term in sop.terms]
    return found | {piece for name in names for piece in _PIECE.findall(name)}


RULE = Rule(
    code="SOP138",
    name="unexplained-abbreviation",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "没有解释的缩写：{found}",
            "第一次用时在中文后用括号注明，或在 `terms:` 中定义",
        ),
        "en": (
            "abbreviations that are not explained: {found}",
            "put them in brackets behind their words once, or explain them in `terms:`",
        ),
    },
    check=_check,
)
