"""SOP025 步骤和条目没有标识

含义：没有 `id` 的步骤、点检点和各节的条目以序号代替。中间插入或删去一项，后面各项的地址就全部改变：
它们的能力点、已作的决定和追溯关系会对到别的内容上。每个程序、每一节只提示一次。

例：

    steps:
      - 打开进口阀
      - 启动隔膜泵

改法：给每一项写上 `id`，如 `- {id: S1, text: 打开进口阀}` 或 `- S1: 打开进口阀`。步骤的标识可用
`sopcurric fix` 自动补上。标识写上以后不再改动，次序变了也不改。

依据：通行做法：代码不变，不连号也可以，不重复使用。

----

SOP025 Steps and elements without an id

Meaning: a step, an inspection point or an element of a section without `id` is known by its number. When one is
inserted or removed, the addresses of all later ones change: their points, decisions and traces then belong to others.
One finding for each procedure and section.

Example (YAML):

    steps:
      - Open the inlet valve
      - Start the diaphragm pump

Cure: give each an `id`, as in `- {id: S1, text: Open the inlet valve}` or `- S1: Open the inlet valve`. Steps
get theirs from `sopcurric fix`. It stays as it is even where the order changes.

Source: common practice: codes never change, may have gaps, are not used again.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "steps": "给每个步骤写上标识，如 `- S1: 打开进口阀`；`sopcurric fix` 会自动补上",
        "points": "给每个点检点写上标识，如 `- S1: 油位`；`sopcurric fix` 会自动补上",
        "section": "给 `{section}:` 的每一条写上标识，如 `- A1: 名称`",
    },
    "en": {
        "steps": "give each step an id, as in `- S1: Open the valve`; `sopcurric fix` does it for you",
        "points": "give each point an id, as in `- S1: Oil level`; `sopcurric fix` does it for you",
        "section": "give each element of `{section}:` an id, as in `- A1: Name`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for procedure in compilation.procedures.values():
        count = sum(not step.named for step in procedure.steps)
        if count:
            yield _finding(procedure.address, count, "points" if procedure.route else "steps")
    for sop in compilation.inputs.sops:
        for section, elements in sop.sections():
            bare = [one.address for one in elements if name_in(one.address).isdecimal()]
            if bare:
                yield _finding(bare[0], len(bare), "section", section)


def _finding(subject: Address, count: int, variant: str, section: str = "steps") -> Finding:
    return finding("SOP025", Severity.INFO, subject=subject, count=count, section=section, variant=variant)


RULE = Rule(
    code="SOP025",
    name="step-without-id",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "没有 `id` 的有 `{count}` 项，中间插入一项，后面各项的地址都会变",
            "给每一项写上 `id`",
        ),
        "en": (
            "without `id`: `{count}`; inserting one changes all later addresses",
            "give each an `id`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
