"""STD125 承诺取得证书

含义：方案只能说明毕业生具备申报条件，证书由评价机构考核后颁发。培养目标、培养规格、毕业要求中写“取得……证书”“
获得……证书”，等于承诺结果。写“取得证书后……”“取得的证书……”不在此列。

例：毕业要求写“取得四级/中级工职业技能等级证书”。

改法：改为“具备……职业技能等级认定的申报条件”，并在认定章节列出条件。

依据：课证融通不得以证书作为承诺（通行要求，提醒）。

----

STD125 A certificate is promised

Meaning: a programme says under which condition graduates may apply; the assessing body examines and certifies.
Targets, specifications and graduation requirements that say somebody obtains a certificate promise a result.

Example: “graduates obtain the certificate of level 4” among the requirements.

Cure: say that graduates meet the conditions of applying, and list these.

Source: programmes do not promise certificates (common requirement, a reminder).
"""

import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

_PROMISE = re.compile(
    r"(?:取得|获得|考取|获取)(?!的)[^，。；、后者的]{0,30}证书(?!后|前|的|者|可)|"
    r"\b(?:obtains?|gets?|earns?|receives?)\b[^,.;]{0,40}\bcertificate",
    re.IGNORECASE,
)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for text in _promising(programme):
            for language, _ in text.wordings:
                found = _PROMISE.search(text.words(language))
                if found:
                    yield finding(
                        "STD125", Severity.WARNING, subject=f"@programme/{programme.id}", words=found[0].strip()
                    )


def _promising(programme: ProgrammeFile) -> Iterator[Text]:
    yield programme.goals.target
    yield from (*programme.goals.character, *programme.goals.knowledge, *programme.goals.ability)
    yield from programme.graduation


RULE = Rule(
    code="STD125",
    name="certificate-promised",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "承诺取得证书：“{words}”",
            "改为“具备……认定的申报条件”",
        ),
        "en": (
            "a certificate is promised: “{words}”",
            "say that graduates meet the conditions of applying",
        ),
    },
    check=_check,
)
