"""INT114 向学生收取费用或扣押证件

含义：不得向学生收取押金、培训费、实习报酬提成、管理费、实习材料费、就业服务费等费用，不得扣押证件，
不得要求提供担保。

例：

    internship:
      charges: [management]

改法：取消收费，退还已收取的费用和证件。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）（不得）。

----

INT114 Charges, or papers that are kept

Meaning: learners pay no deposit and nothing for training, as commission, for management, materials or finding
work; no papers are kept, and no guarantee is asked for.

Example (YAML):

    internship:
      charges: [management]

Cure: charge nothing; give back money and papers.

Source: rules on internships of vocational students, 2021 No. 4 (must not).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "charges": "不得收取：{kinds}，从 `charges` 中删去并停止收取",
        "papers": "不得扣押证件、要求担保：退还后删去 `holds_documents`",
    },
    "en": {
        "charges": "{kinds}: stop charging it and remove it from `charges`",
        "papers": "give papers and guarantees back and remove `holds_documents`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for _, internship, address in organised(compilation):
        if internship.charges:
            kinds = ", ".join(internship.charges)
            yield finding("INT114", subject=address, part=("charges",), kinds=kinds, variant="charges")
        if internship.holds_documents:
            yield finding("INT114", subject=address, part=("holds_documents",), kinds="—", variant="papers")


RULE = Rule(
    code="INT114",
    name="forbidden-charges",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "向学生收取费用或扣押证件（不得）",
            "取消收费，退还证件",
        ),
        "en": (
            "learners are charged, or their papers are kept (must not)",
            "charge nothing and give papers back",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
