"""INT121 上岗前的安全培训不足

含义：学生上岗前要接受安全培训并考核合格，由实习单位发给劳动防护用品。金属冶炼等单位新上岗人员的安全
培训不少于 72 学时；学时为厂、车间、班组三级合计。

例：

    internship:
      safety: {hours: 24, test: false}

改法：补足学时，考核合格后上岗，写 `safety: {hours: 72, test: true, protection: …}`。

依据：《生产经营单位安全培训规定》（多处转载一致，未核对原文）；《安全生产法》第二十八条（实习学生的
教育培训和防护用品）和《职业学校学生实习管理规定》（教职成〔2021〕4号）（凭记忆，未核对原文，因此为
警告）。数值写在规则集的 `internship-safety-hours`。

----

INT121 Too little safety training before work

Meaning: learners are trained and pass a test before they work, and the plant gives them protective equipment.
New workers of metal smelters are trained for 72 hours at least, plant, workshop and team together.

Example (YAML):

    internship:
      safety: {hours: 24, test: false}

Cure: train for as long, let nobody work who did not pass, and write `safety: {hours: 72, test: true,
protection: …}`.

Source: rules on safety training in companies (copies agree, the text was not read), law on work safety, article
28 (training and protective equipment of interns), and rules on internships of vocational students, 2021 No. 4
(recalled, not read again, hence a warning). The number stands in the profile as `internship-safety-hours`.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.internship import SafetyTraining
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "写 `safety: {{hours: {least}, test: true}}`",
        "hours": "补足到 {least} 学时（厂、车间、班组三级合计）",
        "test": "考核合格后上岗，写 `test: true`",
        "protection": "写 `protection`，写明实习单位发给哪些劳动防护用品",
    },
    "en": {
        "missing": "write `safety: {{hours: {least}, test: true}}`",
        "hours": "train for {least} hours (plant, workshop and team together)",
        "test": "let nobody work who did not pass, and write `test: true`",
        "protection": "write `protection`: what equipment the plant gives out",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-safety-hours")
    for _, internship, address in organised(compilation) if number else ():
        for fault in _faults(internship.safety, number.value if number else 0):
            yield finding(
                "INT121",
                Severity.WARNING,
                subject=address,
                part=("safety",) if internship.safety else (),
                hours=internship.safety.hours if internship.safety else 0,
                least=f"{number.value:g}" if number else "0",
                variant=fault,
            )


def _faults(safety: SafetyTraining | None, least: float) -> Iterator[str]:
    if safety is None:
        yield "missing"
        return
    if safety.hours < least:
        yield "hours"
    if not safety.test:
        yield "test"
    if safety.protection is None:
        yield "protection"


RULE = Rule(
    code="INT121",
    name="safety-before-work",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "岗前安全培训 `{hours}` 学时，应有 `{least}` 学时、考核和防护用品（未核对原文）",
            "补足学时并考核",
        ),
        "en": (
            "`{hours}` hours of safety training; `{least}`, a test and equipment are asked for (not read again)",
            "train for as long, and test",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
