"""CRS154 先修或后续课程不存在

含义：`prerequisites` 中应是录入课程的代码；`leads_to` 中应是教学进程安排表中的课程编码，包括由操作规程转化的课
程（如 `DIG`）。

例：

    courses:
      - {code: FB04, title: 冶金原理, prerequisites: [FB99]}

改法：改成已有的课程代码；删去不再开设的课程。

依据：通行做法：引用的课程必须存在。

----

CRS154 A course before or after it that does not exist

Meaning: `prerequisites` are codes of typed-in courses; `leads_to` are codes of the teaching schedule, those of
courses made of SOPs (`DIG`) included.

Example (YAML):

    courses:
      - {code: FB04, title: Metallurgy, prerequisites: [FB99]}

Cure: use a code that exists, or remove what is no longer taught.

Source: common practice: what is referred to exists.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    typed = {one.code for one in compilation.inputs.courses}
    planned = {row.code for plan in compilation.plans for row in plan.courses}
    planned |= {sop.code for sop in compilation.inputs.sops}
    for course in compilation.inputs.courses:
        for key, codes, known in (
            ("prerequisites", course.prerequisites, typed),
            ("leads_to", course.leads_to, typed | planned),
        ):
            for place, code in enumerate(codes):
                if code not in known or code == course.code:
                    subject = f"@course/{course.code}"
                    yield finding(
                        "CRS154",
                        Severity.WARNING,
                        subject=subject,
                        part=(key, place),
                        course=course.code,
                        key=key,
                        value=code,
                    )


RULE = Rule(
    code="CRS154",
    name="unknown-course",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "课程 `{course}` 的 `{key}` 中，`{value}` 不是别的课程",
            "改成已有课程的代码",
        ),
        "en": (
            "`{value}`, which `{key}` of the course `{course}` names, is no other course",
            "use the code of a course that exists",
        ),
    },
    check=_check,
)
