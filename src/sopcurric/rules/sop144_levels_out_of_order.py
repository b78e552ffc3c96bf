"""SOP144 两级限值次序颠倒

含义：分级限值从低到高依次是低低限（LL）、低限（L）、高限（H）、高高限（HH）。次序颠倒时，要么填错了格，要么填错
了数：高高限先于高限动作，操作人员就没有处置的时间。

例：

    parameters:
      - id: P-out
        title: 出口压力
        range: 5.5–7.5 MPa
        alarm: {high: 8.0 MPa, high_high: 7.8 MPa}

改法：对照报警联锁整定值清单，改正数值，或把两个值换过来。

依据：通行做法：仪表报警级别 LL、L、H、HH 的含义。

----

SOP144 Limits on two levels that are out of order

Meaning: from the lowest to the highest, the levels are LL, L, H, HH. Where they are out of order, a value stands in
the wrong place or is wrong: when HH acts before H, nobody has time to do something about it.

Example (YAML):

    parameters:
      - id: P-out
        title: Outlet pressure
        range: 5.5–7.5 MPa
        alarm: {high: 8.0 MPa, high_high: 7.8 MPa}

Cure: look into the list of set points and correct the value, or exchange the two.

Source: common practice: what the alarm levels LL, L, H, HH mean.
"""

import itertools
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.limits import number, only_quantity
from sopcurric.model.sop import Limits
from sopcurric.model.text import Language, Quantity
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for parameter in sop.parameters:
            for limits in (parameter.alarms, parameter.trips):
                for (lower, low), (higher, high) in _reversed(limits, sop.language):
                    yield finding(
                        "SOP144",
                        Severity.WARNING,
                        subject=parameter.address,
                        id=name_in(parameter.address),
                        lower=lower,
                        low=low.text,
                        higher=higher,
                        high=high.text,
                    )


_Level = tuple[str, Quantity]


def _reversed(limits: Limits, language: Language) -> Iterator[tuple[_Level, _Level]]:
    """Neighbouring levels of which the lower one is not below the higher one."""
    known = [(sign, found) for sign, text in limits.levels if (found := only_quantity(text, language)) is not None]
    for lower, higher in itertools.pairwise(known):
        low, high = number(lower[1], higher[1].unit), number(higher[1], higher[1].unit)
        if low is not None and high is not None and low >= high:
            yield lower, higher


RULE = Rule(
    code="SOP144",
    name="levels-out-of-order",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "参数 `{id}` 的 {lower} 限 `{low}` 不低于 {higher} 限 `{high}`",
            "对照报警联锁整定值清单，改正数值或把两个值换过来",
        ),
        "en": (
            "the limit {lower} `{low}` of the parameter `{id}` is not below {higher} `{high}`",
            "look into the list of set points and correct the value, or exchange the two",
        ),
    },
    check=_check,
)
