"""LEF132 危险源没有印在岗位风险告知卡上

含义：规程写了危险源，岗位上却看不到：没有岗位执行这份工艺规程或设备操作规程，或者岗位没有带步骤的程序，因此没有
岗位卡片。不是这样的，说明程序有误。

例：

    kind: process-specification
    process: {code: GY, title: 溶出}
    hazards:
      - {id: H1, title: 碱液喷溅, controls: [站在侧面]}

改法：写出程序和步骤；工艺规程、设备操作规程用 `jobs` 写明由哪些岗位执行。

依据：通行做法：岗位风险告知卡写明岗位的全部危险源。

----

LEF132 A hazard that stands on no risk card

Meaning: the SOP has hazards of which nobody reads at the post: no job works by this process specification or equipment
procedure, or the job has no procedure with steps, so that there are no cards. Where it is otherwise, that is a bug of
ours.

Example (YAML):

    kind: process-specification
    process: {code: PS, title: Digestion}
    hazards:
      - {id: H1, title: Splashes of caustic, controls: [Stand aside]}

Cure: write procedures with steps; in a process specification or equipment procedure, name the `jobs` that work by it.

Source: common practice: the risk card of a job has all of its hazards.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import sources_on
from sopcurric.model.publication import LeafKind
from sopcurric.model.sop import JobSop
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "silent": "给岗位写出带步骤的程序；工艺规程和设备操作规程用 `jobs:` 写明执行的岗位",
    },
    "en": {
        "silent": "write procedures with steps for the job; in another document, name its `jobs:`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    shown = sources_on(compilation.binders, (LeafKind.RISK_CARD,))
    for sop in compilation.inputs.sops:
        missing = [hazard.address for hazard in sop.hazards if hazard.address not in shown]
        if missing and not any(True for _ in _posts(sop, compilation)):
            yield _finding(missing[0], "silent")
        else:
            yield from (_finding(one, "") for one in missing)


def _posts(sop: JobSop, compilation: Compilation) -> Iterator[JobSop]:
    """The documents with steps beside which cards of this one are printed."""
    jobs = [compilation.sops[job] for job in sop.jobs if job in compilation.sops] or [sop]
    beside = (one for one in compilation.inputs.sops if any(job.address in one.jobs for job in jobs))
    yield from (one for one in (*jobs, *beside) if any(procedure.steps for procedure in one.procedures))


def _finding(address: str, variant: str) -> Finding:
    return finding("LEF132", Severity.WARNING, subject=address, address=address, variant=variant)


RULE = Rule(
    code="LEF132",
    name="hazard-on-no-risk-card",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "危险源 `{address}` 没有印在岗位风险告知卡上",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the hazard `{address}` stands on no risk card",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    variants=VARIANTS,
    check=_check,
    printed=True,
)
