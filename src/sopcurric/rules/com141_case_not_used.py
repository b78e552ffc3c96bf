"""COM141 案例没有用上

含义：每条案例都应当成为某个能力点，或者作为某个能力点的依据，这样它才会教到、查得到出处。所指的对象不属于任何操作程序
（如岗位职责、引用文件），或者观察记录没有针对具体步骤、又没有写观察要点和常见错误，这条案例就没有用上。

例：观察记录只写了做法，没有指明步骤：

    observations:
      - id: OB-1
        title: 巡检先听后看
        on: [DIG/P1]
        actions: [先听泵声再看表]

改法：把 `on:` 改为操作程序、步骤、危险源、异常等的地址；观察记录写上步骤，或补 `cues:`、`mistakes:`。

依据：能力图谱的每个节点都要有出处，证据不能不声不响地丢掉。

----

COM141 A case that nothing uses

Meaning: each case should become a point, or be evidence of one: then it is taught, and found again. What it names may
belong to no procedure (a duty, a cited document), or an observation names no step and tells neither cues nor mistakes;
then nothing uses it.

Example (YAML): an observation that tells what is done, but not in which step:

    observations:
      - id: OB-1
        title: Listen first, then look
        on: [DIG/P1]
        actions: [listen to the pump, then look at the gauge]

Cure: let `on:` name a procedure, step, hazard or deviation; in an observation, name the step, or add `cues:` or
`mistakes:`.

Source: every node of a competency graph has evidence, and no evidence is lost silently.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import meets
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.case import AnyCase, Observation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    used = {address for point in compilation.points.values() for address in point.derived_from}
    for case in compilation.inputs.cases:
        there = any(meets(one, target) for target in case.on for one in compilation.titles)
        if there and case.address not in used:
            variant = "says-little" if _says_little(case) else ""
            yield finding("COM141", Severity.WARNING, subject=case.address, id=case.id, variant=variant)


def _says_little(case: AnyCase) -> bool:
    return isinstance(case, Observation) and not (case.cues or case.mistakes)


RULE = Rule(
    code="COM141",
    name="case-not-used",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "案例 `{id}` 没有成为任何能力点，也不是任何能力点的依据",
            "让 `on:` 指向操作程序、步骤、危险源或异常",
        ),
        "en": (
            "the case `{id}` gives no point and is evidence of none",
            "let `on:` name a procedure, step, hazard or deviation",
        ),
    },
    variants={
        "zh": {"says-little": "写明具体步骤，或补上观察要点 `cues:`、常见错误 `mistakes:`"},
        "en": {"says-little": "name the step, or add `cues:` or `mistakes:`"},
    },
    check=_check,
)
