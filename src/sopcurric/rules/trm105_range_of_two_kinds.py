"""TRM105 范围两端的单位不是一类

含义：一个范围的两端是同一种量，单位应能互相换算（`500 kPa–1 MPa` 可以）。换算不了的，多半有一端的单位写错了，或两个
量之间应是顿号、逗号。

例：“260 ℃–280 MPa”。

改法：核对两端的单位；本是两个量的，用顿号或逗号分开。

----

TRM105 A range whose ends are of two kinds

Meaning: both ends of a range measure the same thing, so their units can be converted into each other (`500 kPa–1 MPa`
will do). Where they cannot, one of the units is mostly wrong, or a comma belongs between two values.

Example: 260 ℃–280 MPa.

Cure: check both units; part two different values by a comma.
"""

import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.conversion import compatible
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Plain, Quantity, Runs
from sopcurric.plugin import Rule

_BETWEEN = re.compile(r"\s{0,2}[-−－–—~～〜∼]\s{0,2}")


def _check(compilation: Compilation) -> Iterable[Finding]:
    found = {
        (address, low.text, high.text): finding(
            "TRM105",
            Severity.WARNING,
            subject=address,
            found=f"{low.text}{between}{high.text}",
            low=low.unit,
            high=high.unit,
        )
        for address, text in compilation.texts
        for _, runs in text.wordings
        for low, between, high in _ranges(runs)
        if not compatible(low.unit, high.unit)
    }
    yield from found.values()


def _ranges(runs: Runs) -> Iterator[tuple[Quantity, str, Quantity]]:
    for low, between, high in zip(runs, runs[1:], runs[2:], strict=False):
        match low, between, high:
            case Quantity(), Plain(text=words), Quantity() if _BETWEEN.fullmatch(words):
                yield low, words, high
            case _:
                continue


RULE = Rule(
    code="TRM105",
    name="range-of-two-kinds",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "范围 `{found}` 两端的单位 `{low}` 和 `{high}` 不能互相换算",
            "核对两端的单位，或用顿号把两个量分开",
        ),
        "en": (
            "the units `{low}` and `{high}` of the range `{found}` cannot be converted into each other",
            "check both units, or part the two values by a comma",
        ),
    },
    check=_check,
)
