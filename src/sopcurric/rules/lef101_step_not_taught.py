"""LEF101 步骤没有印在工作单上

含义：规程的每个步骤都要出现在某一张工作单（W）上，或者列为不讲授并写明理由。出现这条说明程序有误，
不是规程有误。

例：程序 P1 有 10 步，工作单上只有 9 步。

改法：把出现问题的项目文件反馈给维护者；在改正以前核对这一内容是否需要另行讲授。

依据：规程的内容不悄悄丢失。

----

LEF101 A step on no work leaf

Meaning: each step of an SOP stands on a work leaf (W), or is listed as untaught with a reason. Where it does
not, that is a bug of ours and no fault of the SOP.

Example: a procedure of ten steps, of which nine stand on the leaf.

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
        "hidden": "有决定隐去了讲它的内容：撤回该决定，或另作 `exclude` 决定并写明理由",
    },
    "en": {
        "hidden": "a decision hides what tells of it: withdraw that decision, or decide to `exclude` it, with a reason",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    taught, computed = (sources_on(one, (LeafKind.WORK,)) for one in (compilation.binders, compilation.computed))
    excused = {one.address for one in compilation.design.untaught}
    for address in compilation.steps:
        if address not in taught and address not in excused:
            variant = "hidden" if address in computed else ""
            yield finding("LEF101", subject=address, address=address, variant=variant)


RULE = Rule(
    code="LEF101",
    name="step-not-taught",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "步骤 `{address}` 没有印在任何工作单上",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the step `{address}` stands on no work leaf",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    variants=VARIANTS,
    check=_check,
    printed=True,
)
