"""LEF104 规程的内容没有讲授，也没有说明理由

含义：规程中的职责、工艺原理、工艺流程、术语、设备、阀门、联锁、参数、防护用品、隔离点、作业票、环保要求、应急处置卡、
质量指标、交接班内容、记录和引用文件，以及注明不适用或待编写的内容，都要印在活页上，或者列为不讲授并写明理由。
步骤、危险源和异常另有规则。出现这条说明程序有误，不是规程有误。

例：设备 E-pump 不在任何活页上，也没有列为不讲授。

改法：把出现问题的项目文件反馈给维护者；在改正以前核对这一内容是否需要另行讲授。

依据：规程的内容不悄悄丢失。

----

LEF104 An element that is neither taught nor excused

Meaning: whatever an SOP holds in any of its sections (from duties and terms over valves, interlocks and permits to
records and references), and what it says does not apply or is still to be written, stands on a leaf, or is listed as
untaught with a reason. Steps, hazards and deviations have rules of their own. Where it does not, that is a bug of ours
and no fault of the SOP.

Example: the equipment E-pump stands on no leaf and is not listed as untaught.

Cure: report it with the files of the project; until it is mended, see that it is taught by other means.

Source: nothing is lost silently.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address, job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import Untaught
from sopcurric.model.provenance import sources_on, textbooks
from sopcurric.model.publication import LeafKind
from sopcurric.model.sop import Deviation, Duty, Hazard, JobSop
from sopcurric.plugin import Rule

_TEACHING = tuple(kind for kind in LeafKind if kind is not LeafKind.SUMMARY)
"""Leaves that tell something: a summary only asks for it."""
VARIANTS = {
    "zh": {
        "hidden": "有决定隐去了讲它的内容：撤回该决定，或另作 `exclude` 决定并写明理由",
    },
    "en": {
        "hidden": "a decision hides what tells of it: withdraw that decision, or decide to `exclude` it, with a reason",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    taught, computed = (sources_on(textbooks(one), _TEACHING) for one in (compilation.binders, compilation.computed))
    excused = {one.address for one in compilation.design.untaught if _holds(one, compilation)}
    for sop in compilation.inputs.sops:
        for address in _elements(sop):
            if address not in taught and address not in excused:
                variant = "hidden" if address in computed else ""
                yield finding("LEF104", subject=address, address=address, variant=variant)


def _holds(untaught: Untaught, compilation: Compilation) -> bool:
    """Whether a reason is one: where an SOP has procedures, all its elements but duties belong to some of them."""
    if untaught.reason != "no-procedure" or isinstance(compilation.elements.get(untaught.address), Duty):
        return True
    return not compilation.sops[job_of(untaught.address)].procedures


def _elements(sop: JobSop) -> Iterator[Address]:
    yield from (one.address for one in sop.elements() if not isinstance(one, Hazard | Deviation))
    yield from (one.address for one in sop.references)
    yield from (one.address for one in sop.absent)


RULE = Rule(
    code="LEF104",
    name="element-not-taught",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{address}` 没有印在任何活页上，也没有说明理由",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "`{address}` stands on no leaf, and no reason is given",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    variants=VARIANTS,
    check=_check,
    printed=True,
)
