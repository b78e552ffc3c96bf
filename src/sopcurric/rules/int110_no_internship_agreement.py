"""INT110 没有岗位实习三方协议

含义：学校、实习单位、学生签订三方协议后才能实习；未签订的不得安排。它与集团、院校、企业的委托培养协
议不是一回事。

例：方案有 `internship:`，没有 `agreements: internship:`。

改法：在方案中写 `agreements: internship:`，写上签约方和条款；打印的范本由法务审核后填写、签署。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）（应当；未签订的不得安排实习）。

----

INT110 No agreement of college, plant and student

Meaning: there is no internship before college, plant and student have signed an agreement. It is not the
agreement of group, college and plants on training on order.

Example: a programme with `internship:` and without `agreements: internship:`.

Cure: write `agreements: internship:` with parties and terms; lawyers look at the printed template before it is
filled in and signed.

Source: rules on internships of vocational students, 2021 No. 4 (must; no internship without it).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, _, address in organised(compilation):
        if programme.agreements is None or programme.agreements.internship is None:
            yield finding("INT110", subject=address, programme=programme.id)


RULE = Rule(
    code="INT110",
    name="no-internship-agreement",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "方案 `{programme}` 没有岗位实习三方协议（应当签订，未签订的不得安排实习）",
            "写 `agreements: {{internship: {{parties: […], terms: …}}}}`，与委托培养协议分开",
        ),
        "en": (
            "`{programme}` has no agreement of college, plant and student (must; no internship without it)",
            "write `agreements: {{internship: {{parties: […], terms: …}}}}`, apart from the one on training on order",
        ),
    },
    check=_check,
)
