"""PLN208 合作做法的要素不齐或重复

含义：写了某一做法的，它的每个要素都写一行、只写一行；缺少的印成“待明确”，重复的只印第一行。

例：`001:五共` 缺少“责任共担”。

改法：补写缺少的要素，合并重复的要素。

依据：做法由全部要素组成；由本程序规定。

----

PLN208 A method with elements missing or twice

Meaning: every element of a method that is written has one row; missing ones are printed as to be named, of several
rows the first one is printed.

Example: `001:五共` without 责任共担.

Cure: add the missing elements, make one row of several.

Source: a method is all of its elements; a rule of ours.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.methods import elements_of
from sopcurric.model.organisation import organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "补写这一要素的责任人和佐证材料",
        "twice": "把几行合并成一行",
    },
    "en": {
        "missing": "add who answers for it, with evidence",
        "twice": "make one row of them",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, own in organised(compilation):
        for place, one in enumerate(own.methods):
            written = [row.element for row in one.rows]
            for name in elements_of(one.method, one.elements):
                places = [number for number, element in enumerate(written) if element == name]
                if len(places) != 1:
                    yield finding(
                        "PLN208",
                        Severity.WARNING,
                        subject=f"@organisation/{programme.id}",
                        part=("methods", place, "rows", places[1]) if places else ("methods", place),
                        method=one.method,
                        element=name,
                        variant="twice" if places else "missing",
                    )


RULE = Rule(
    code="PLN208",
    name="method-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{method}` 的要素“{element}”应有且只有一行",
            "补写或合并",
        ),
        "en": (
            "the element `{element}` of `{method}` has one row, no more and no less",
            "add it, or make one row of several",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
