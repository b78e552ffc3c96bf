"""INT105 校内实习单位没有依法登记

含义：校内生产性基地、厂中校、校中厂等作为实习单位，应当依法登记为法人或非法人组织；没有登记的只能算
校内实训。岗位实习阶段安排在学校（`site: college`）的，要写明在哪个基地、登记号是多少。

例：

    internship:
      units:
        - {base: B1}

改法：写上基地的登记号 `registered`；没有登记的，把阶段改为校内实训（`legal_type: none`）。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第二条（应当）。

----

INT105 An on-campus unit that is not registered

Meaning: a base on campus counts as a unit for internships where it is registered as a legal or other
organisation; else what is done there is practice at college. A segment of `legal_type: post` at `site: college`
names its base with the registration.

Example (YAML):

    internship:
      units:
        - {base: B1}

Cure: write the registration (`registered`); without one, make the segment practice at college (`legal_type:
none`).

Source: rules on internships of vocational students, 2021 No. 4, article 2 (must).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "number": "写上 `registered:`（法人或非法人组织的登记号）；没有登记的不能作为实习单位",
        "unit": "在 `internship: units:` 中写明基地和登记号，或把阶段 `{name}` 改为 `legal_type: none`",
    },
    "en": {
        "number": "write `registered:`; a base without it is no unit for internships",
        "unit": "name base and registration in `internship: units:`, or make `{name}` a segment of `legal_type: none`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, internship, address in organised(compilation):
        for place, unit in enumerate(internship.units):
            if unit.registered is None:
                yield finding("INT105", subject=address, part=("units", place), name=unit.base, variant="number")
        here = next((one for one in programme.segments if one.legal_type == "post" and one.site == "college"), None)
        if here and not internship.units:
            yield finding("INT105", subject=f"@programme/{programme.id}/{here.id}", name=here.id, variant="unit")


RULE = Rule(
    code="INT105",
    name="base-not-registered",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "校内实习单位 `{name}` 没有登记（第二条，应当）",
            "写上登记号",
        ),
        "en": (
            "the on-campus unit `{name}` is not registered (article 2, must)",
            "write its registration",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
