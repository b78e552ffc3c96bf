"""CRS162 审签早于规程生效

含义：企业主编对参数和步骤的审签（`signed_on`）早于某份规程的生效日期，说明审签时看到的不是现行规程，须重新审签。
没有写审签日期或生效日期的不检查。

例：企业主编 2026-02-10 审签，规程 2026-03-01 生效。

改法：对照现行规程重新审签，更新 `signed_on`。

依据：三方审签的做法：审签的是现行内容。

----

CRS162 Signed before the procedure came into force

Meaning: the chief editor of the plant signed for parameters and steps (`signed_on`) before an SOP came into
force, so what was seen then is not the procedure in force. Where either date is missing, nothing is checked.

Example: signed on 2026-02-10, and the SOP is in force from 2026-03-01.

Cure: sign again with the procedure in force, and bring `signed_on` up to date.

Source: the practice of signing by three sides: what is signed for is what is in force.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.editors import EditorKind
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    editors = compilation.inputs.settings.editors
    signed = [one.signed_on for one in editors if one.kind is EditorKind.COMPANY and one.role == "chief"]
    last = max((one for one in signed if one), default="")
    for sop in compilation.inputs.sops if last else ():
        if sop.document.effective > last:
            yield finding(
                "CRS162",
                Severity.WARNING,
                subject=sop.address,
                title=sop.title.words(sop.language),
                signed=last,
                effective=sop.document.effective,
            )


RULE = Rule(
    code="CRS162",
    name="signed-before-procedure",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "企业主编 `{signed}` 审签，早于《{title}》规程的生效日期 `{effective}`",
            "对照现行规程重新审签",
        ),
        "en": (
            "the chief editor of the plant signed on `{signed}`, before “{title}” came into force on `{effective}`",
            "sign again with the procedure in force",
        ),
    },
    check=_check,
)
