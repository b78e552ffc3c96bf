"""LEF102 危险源没有进入计划页和检查、评价

含义：每个危险源都要印在计划页（P）上，并且在检查页（Q）或评价表（E）上得到检查。出现这条说明程序有误，
不是规程有误。

例：危险源印在计划页上，检查页和评价表上都没有。

改法：把出现问题的项目文件反馈给维护者；在改正以前核对这一内容是否需要另行讲授。

依据：规程的内容不悄悄丢失。

----

LEF102 A hazard that is not planned for and checked

Meaning: each hazard stands on a planning leaf (P), and on a check (Q) or evaluation leaf (E). Where it does
not, that is a bug of ours and no fault of the SOP.

Example: a hazard stands on the planning leaf, but neither on the check nor on the evaluation leaf.

Cure: report it with the files of the project; until it is mended, see that it is taught by other means.

Source: nothing is lost silently.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import sources_on
from sopcurric.model.publication import LeafKind
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "where.planning": "计划页",
        "where.checking": "检查页或评价表",
    },
    "en": {
        "where.planning": "a planning leaf",
        "where.checking": "a check or evaluation leaf",
    },
}

_WANTED = {
    "planning": (LeafKind.PLANNING,),
    "checking": (LeafKind.CHECK, LeafKind.EVALUATION),
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    excused = {one.address for one in compilation.design.untaught}
    for where, kinds in _WANTED.items():
        shown = sources_on(compilation.binders, kinds)
        for hazard in (hazard for sop in compilation.inputs.sops for hazard in sop.hazards):
            if hazard.address not in shown and hazard.address not in excused:
                yield finding("LEF102", subject=hazard.address, address=hazard.address, where=where)


RULE = Rule(
    code="LEF102",
    name="hazard-not-taught",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "危险源 `{address}` 没有印在{where}上",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the hazard `{address}` does not stand on {where}",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    variants=VARIANTS,
    check=_check,
    printed=True,
)
