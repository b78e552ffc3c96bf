"""SOP132 点检、质量、交接班程序没有记录

含义：点检（巡检）、质量检验和交接班做完要留下记录：没有记录的点检看不出劣化趋势，也说不清做没做。
程序的 `records` 和步骤的 `record` 都没有，才提示。

例：

    routes:
      - {id: R1, title: 巡检溶出机组, points: [检查油位]}

改法：在 `records` 一节列出表单，在程序中引用，如 `records: [R-patrol]`。

依据：规程章节“记录与表单”；点检“八定”中的定记录。

----

SOP132 Inspection, quality check or hand-over without a record

Meaning: inspections, quality checks and hand-overs leave a record: without it no trend of deterioration can be seen,
and nobody can tell whether they were done. It is told where neither the procedure nor a step names a record.

Example (YAML):

    routes:
      - {id: R1, title: Inspect the digestion unit, points: [Check the oil level]}

Cure: list the form in `records` and name it in the procedure, as in `records: [R-patrol]`.

Source: the section of records; the record is one of the “eight fixes” of inspection.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.naming import named
from sopcurric.plugin import Rule

_LEAVING_RECORDS = (Phase.INSPECTION, Phase.QUALITY, Phase.HANDOVER)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        kept = any(named(procedure, "records"))
        if procedure.phase in _LEAVING_RECORDS and not kept:
            name = name_in(procedure.address)
            yield finding("SOP132", Severity.INFO, subject=procedure.address, id=name, phase=procedure.phase.value)


RULE = Rule(
    code="SOP132",
    name="procedure-without-record",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "程序 `{id}`（`{phase}`）没有写填写哪张记录",
            "补上 `records:`，引用 `records:` 一节的表单",
        ),
        "en": (
            "the procedure `{id}` (`{phase}`) names no record",
            "add `records:` with a form of the section `records:`",
        ),
    },
    check=_check,
)
