"""SOP130 质量指标或记录没有写全

含义：有文件编号的规程中，质量指标要写明检验方法（`method`）和频次（`frequency`），记录要写明保存期限（`retention`）。
记录没有栏目（`columns`）的，不论有没有编号都提示：活页上的记录表就按栏目印出来。

例：

    records:
      - {id: R1, title: 巡检记录}

改法：补上指出的键。

依据：规程章节“质量标准与检验”“记录与表单”。

----

SOP130 A quality index or record that is incomplete

Meaning: in an SOP with a number a quality index says how (`method`) and how often (`frequency`) it is checked, and a
record how long it is kept (`retention`). A record without `columns` is always told: leaves print the form from them.

Example (YAML):

    records:
      - {id: R1, title: Inspection record}

Cure: add the keys that are named.

Source: the sections of quality and of records.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import QualityCheck, Record
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        elements: tuple[QualityCheck | Record, ...] = (*sop.quality, *sop.records)
        for element in elements:
            missing = ", ".join(_missing(element, controlled=bool(sop.document.number)))
            if missing:
                name = name_in(element.address)
                yield finding("SOP130", Severity.INFO, subject=element.address, id=name, missing=missing)


def _missing(element: QualityCheck | Record, *, controlled: bool) -> Iterator[str]:
    if isinstance(element, QualityCheck):
        keys = {"method": element.method, "frequency": element.frequency} if controlled else {}
    else:
        keys = {"retention": element.retention} if controlled else {}
        if not element.columns:
            yield "columns"
    yield from (key for key, value in keys.items() if not value)


RULE = Rule(
    code="SOP130",
    name="incomplete-form",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{id}` 缺少 `{missing}`",
            "补上：{missing}",
        ),
        "en": (
            "`{id}` lacks `{missing}`",
            "add: {missing}",
        ),
    },
    check=_check,
)
