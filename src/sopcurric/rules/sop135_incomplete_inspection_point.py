"""SOP135 点检点没有写全

含义：点检讲“五定”：定点、定法、定标、定期、定人。点检点要写明方法（`method`）和标准（`criterion`），
路线或点检点要写明周期（`interval`）；标准写在点检项目里（有数值、比较或“无渗漏”一类状态）的也算。
有文件编号的规程还要写明责任人（`actor`）：点检点都没有写的，在路线上提示一次。

例：

    routes:
      - {id: R1, title: 巡检隔膜泵, points: [油位]}

改法：补上指出的键；周期相同的写在路线上。

依据：点检“五定”；点检表的栏目：部位、项目、方法、标准、周期、状态、责任人、异常处理。

----

SOP135 An incomplete inspection point

Meaning: inspection fixes five things: point, method, standard, interval, person. A point has a `method` and a
`criterion` (a standard in the item itself will do), the route or the point an `interval`. In an SOP with a number
points have an `actor`, too; where no point has one, it is told once for the route.

Example (YAML):

    routes:
      - {id: R1, title: Inspect the pump, points: [oil level]}

Cure: add the keys that are named; an interval that is the same for all points belongs to the route.

Source: the “five fixes” of inspection; columns of the inspection sheet.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import MEASURE, STANDARD
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.said import said
from sopcurric.model.sop import Procedure, Step
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "point": "给点检点补上：{missing}",
        "route": "在路线上写 `interval:`，或给每个点检点写",
        "person": "给点检点写上 `actor:`",
    },
    "en": {
        "point": "add to the point: {missing}",
        "route": "give the route an `interval:`, or each of its points",
        "person": "give the points an `actor:`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for route in sop.procedures:
            if route.route:
                yield from _of_route(route, controlled=bool(sop.document.number))


def _of_route(route: Procedure, *, controlled: bool) -> Iterator[Finding]:
    never = [point for point in route.steps if not point.interval]
    if never and not route.frequency:
        yield _finding(route.address, "interval", "route")
    elif controlled and not any(point.actor for point in route.steps):
        yield _finding(route.address, "actor", "person")
    for point in route.steps:
        missing = ", ".join(_missing(point))
        if missing:
            yield _finding(point.address, missing, "point")


def _missing(point: Step) -> Iterator[str]:
    words = said(point.text)
    if not point.method:
        yield "method"
    if not (point.criterion or point.parameters or MEASURE.search(words) or STANDARD.search(words)):
        yield "criterion"


def _finding(address: Address, missing: str, variant: str) -> Finding:
    return finding("SOP135", Severity.INFO, subject=address, id=name_in(address), missing=missing, variant=variant)


RULE = Rule(
    code="SOP135",
    name="incomplete-inspection-point",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "点检 `{id}` 缺少 `{missing}`",
            "按定点、定法、定标、定期、定人补全",
        ),
        "en": (
            "the inspection `{id}` lacks `{missing}`",
            "fix point, method, standard, interval and person",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
