"""LEF103 异常没有印在拓展页上

含义：规程的每个异常都要出现在某一张拓展页（X）上。出现这条说明程序有误，不是规程有误。

例：异常 V1 不在任何拓展页上。

改法：把出现问题的项目文件反馈给维护者；在改正以前核对这一内容是否需要另行讲授。

依据：规程的内容不悄悄丢失；异常处置由拓展页讲授。

----

LEF103 A deviation on no extension leaf

Meaning: each deviation of an SOP stands on an extension leaf (X). Where it does not, that is a bug of ours and
no fault of the SOP.

Example: the deviation V1 stands on no extension leaf.

Cure: report it with the files of the project; until it is mended, see that it is taught by other means.

Source: nothing is lost silently; the handling of deviations is taught on extension leaves.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import sources_on
from sopcurric.model.publication import LeafKind
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "hidden": "有决定隐去了讲它的内容：撤回该决定，或另作 `exclude` 决定并写明理由",
    },
    "en": {
        "hidden": "a decision hides what tells of it: withdraw that decision, or decide to `exclude` it, with a reason",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    taught, computed = (sources_on(one, (LeafKind.EXTENSION,)) for one in (compilation.binders, compilation.computed))
    excused = {one.address for one in compilation.design.untaught}
    for deviation in (deviation for sop in compilation.inputs.sops for deviation in sop.deviations):
        if deviation.address not in taught and deviation.address not in excused:
            variant = "hidden" if deviation.address in computed else ""
            yield finding("LEF103", subject=deviation.address, address=deviation.address, variant=variant)


RULE = Rule(
    code="LEF103",
    name="deviation-not-taught",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "异常 `{address}` 没有印在任何拓展页上",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the deviation `{address}` stands on no extension leaf",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    variants=VARIANTS,
    check=_check,
    printed=True,
)
