"""COM140 案例所指的对象不存在

含义：`cases/` 下的每条案例（观察记录、操作技法、典型案例、课程思政、新技术等）用 `on:` 写明讲的是哪个岗位、操作程序、
步骤、危险源或异常，填它的地址。规程改动后地址可能已经不对。对不上的地址不起作用，同一条案例的其他地址照常有效。

例：规程里没有步骤 `S9`：

    techniques:
      - id: TQ-1
        title: 听针辨音
        on: [DIG/P1/S9]
        moves: [听针贴紧泵体]

改法：把地址改成规程里有的；没有企业的地址（`DIG/P1`）指各家企业的同名对象，`QL:DIG/P1` 只指一家。

依据：能力图谱的每个节点都要有出处。

----

COM140 What a case is about is not there

Meaning: each case below `cases/` (observation, technique, incident, case of values, something new) names by `on:` the
job, procedure, step, hazard or deviation that it is about, by its address. Once SOPs change, the address may be wrong.
An address that leads nowhere has no effect; others of the same case have theirs.

Example (YAML): the SOP has no step `S9`:

    techniques:
      - id: TQ-1
        title: Listening to bearings
        on: [DIG/P1/S9]
        moves: [press the rod on the housing]

Cure: write an address that is there. Without a plant (`DIG/P1`) it means the same in every plant, `QL:DIG/P1` in one.

Source: every node of a competency graph has evidence.
"""

import difflib
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import without_plant
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    bare = {without_plant(one) for one in compilation.titles}
    for case in compilation.inputs.cases:
        for number, target in enumerate(case.on):
            if target in compilation.titles or target in bare:
                continue
            known = sorted(bare if ":" not in target else compilation.titles)
            suggestion = next(iter(difflib.get_close_matches(target, known, n=1)), "")
            yield finding(
                "COM140",
                Severity.WARNING,
                subject=case.address,
                part=("on", number),
                id=case.id,
                address=target,
                suggestion=suggestion,
                variant="did-you-mean" if suggestion else "",
            )


RULE = Rule(
    code="COM140",
    name="case-address-gone",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "案例 `{id}` 所指的 `{address}` 在规程中不存在",
            "改成规程里有的地址，如 `DIG/P1/S2`；不再需要的删去",
        ),
        "en": (
            "what the case `{id}` is about is in no SOP: `{address}`",
            "write an address that is there, such as `DIG/P1/S2`, or remove it",
        ),
    },
    variants={
        "zh": {"did-you-mean": "是不是 `{suggestion}`？改成规程里有的地址；不再需要的删去"},
        "en": {"did-you-mean": "is it `{suggestion}`? write an address that is there, or remove it"},
    },
    check=_check,
)
