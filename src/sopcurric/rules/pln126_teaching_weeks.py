"""PLN126 学年教学周数与规定不符

含义：校历各学期的周数（含考试周）按学年合计，应为规定的教学周数。超过的级别由规定的约束程度决定，不足的给警告。没有
校历的不检查。

例：第 1、2 学期各 21 周，合计 42 周。

改法：改正 `calendar` 中各学期的周数。

依据：教职成〔2019〕13号。数值写在数值方案的 `teaching-weeks-per-year`。

----

PLN126 Teaching weeks of a school year

Meaning: weeks of the semesters of a year in the calendar (with examinations) sum to the number that is
prescribed. More are judged by how binding that is, fewer are a warning; without a calendar nothing is said.

Example: semesters 1 and 2 have 21 weeks each, 42 together.

Cure: correct the weeks of semesters in `calendar`.

Source: MOE 2019 No. 13. The number stands in the profile as `teaching-weeks-per-year`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of, written_plans
from sopcurric.plugin import Rule

_SEMESTERS = 2


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("teaching-weeks-per-year")
    if number is None:
        return
    for _, programme, _ in written_plans(compilation):
        written = {one.number: one.weeks for one in programme.calendar.semesters} if programme.calendar else {}
        for year in sorted({(one + 1) // _SEMESTERS for one in written}):
            own = [written[one] for one in (2 * year - 1, 2 * year) if one in written]
            if len(own) == _SEMESTERS and sum(own) != number.value:
                yield finding(
                    "PLN126",
                    severity_of(number) if sum(own) > number.value else Severity.WARNING,
                    subject=f"@whole/{programme.id}",
                    part=("calendar", "semesters"),
                    year=year,
                    terms=" + ".join(map(str, own)),
                    weeks=sum(own),
                    wanted=f"{number.value:g}",
                    **cited(number, compilation),
                )


RULE = Rule(
    code="PLN126",
    name="teaching-weeks",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "第 `{year}` 学年教学周 {terms} = `{weeks}`，应为 `{wanted}`（{basis}，{modality}）",
            "把这一学年两个学期的周数合计改为 {wanted}",
        ),
        "en": (
            "teaching weeks of year `{year}`: {terms} = `{weeks}`, not `{wanted}` ({basis}; {modality})",
            "make the weeks of both semesters sum to {wanted}",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
