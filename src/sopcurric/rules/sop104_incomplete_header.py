"""SOP104 文件信息不全

含义：有文件编号的规程是受控文件，应有版本、批准人和生效日期；活页上印的来源就取自这里。
没有写 `number` 的规程不检查。

例：

    document:
      number: YL-DIG-01

改法：在 `document:` 下补上指出的键；批准人写岗位，不写姓名。

依据：受控文件写明版本、批准人和实施日期的通行做法。

----

SOP104 An incomplete document header

Meaning: an SOP with a number is a controlled document and has a version, an approver and a date from which it
is in force; leaves print their source from here. An SOP without `number` is not checked.

Example (YAML):

    document:
      number: YL-DIG-01

Cure: add the keys that are named below `document:`; name the approver by role.

Source: common practice: a controlled document states version, approver and date of effect.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        header = sop.document
        parts = {
            "version": header.version,
            "approved_by": header.approved_by,
            "effective": header.effective,
        }
        missing = ", ".join(key for key, value in parts.items() if not value)
        if header.number and missing:
            yield finding("SOP104", Severity.INFO, subject=sop.address, number=header.number, missing=missing)


RULE = Rule(
    code="SOP104",
    name="incomplete-header",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "文件 `{number}` 的信息不全，缺少 `{missing}`",
            "在 `document:` 下补上：{missing}",
        ),
        "en": (
            "the header of document `{number}` lacks `{missing}`",
            "add below `document:`: {missing}",
        ),
    },
    check=_check,
)
