"""SOP137 定义了而没有用到的术语

含义：`terms` 中的术语在规程其他地方没有出现：可能换了说法，那就前后不一致；也可能已经用不着了。
“苛性比值 αk”这样由几部分组成的，有一部分出现就算。一份规程只提示一次。

例：

    terms:
      - {id: T1, title: 满罐, text: 停留罐液位到顶}

改法：把正文统一成定义的术语，或删去不用的术语。

依据：规程附录“术语和定义”；术语前后一致。

----

SOP137 A term that is explained and never used

Meaning: a term of `terms` stands nowhere else in the SOP: either the text says it otherwise, which confuses, or it is
not needed any more. Of a term in several parts, such as a name with its symbol, one part is enough. One finding for
an SOP.

Example (YAML):

    terms:
      - {id: T1, title: carry-over, text: liquor in the flash steam}

Cure: use the term in the text, or remove it.

Source: the section of terms; one term for one thing.
"""

import re
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said, said_by_job
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

_PART = re.compile(r"[\s（）()、，,/；;“”\"]+")
_SHORTEST = 2


def _check(compilation: Compilation) -> Iterable[Finding]:
    terms = {term.address for sop in compilation.inputs.sops for term in sop.terms}
    written = said_by_job((address, text) for address, text in compilation.texts if address not in terms)
    for sop in compilation.inputs.sops:
        words = written.get(sop.address, "").casefold() if sop.terms else ""
        unused = [term.address for term in sop.terms if not _is_used(term.title, words)]
        if unused:
            yield finding("SOP137", Severity.INFO, subject=unused[0], ids=", ".join(map(name_in, unused)))


def _is_used(title: Text, words: str) -> bool:
    parts = [part for part in _PART.split(said(title).casefold()) if len(part) >= _SHORTEST]
    return any(part in words for part in parts) or not parts


RULE = Rule(
    code="SOP137",
    name="unused-term",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "定义了而规程中没有用到的术语：{ids}",
            "正文改用定义的术语，或删去不用的术语",
        ),
        "en": (
            "terms that are explained and never used: {ids}",
            "use them in the text, or remove them",
        ),
    },
    check=_check,
)
