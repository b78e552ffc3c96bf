"""PLN131 “双师型”教师占比不足

含义：“双师型”教师（`dual: true`）÷ 学校专任教师（`kind: school`）。没有列教师的不检查。

例：专任教师 3 人，其中“双师型”1 人：1 ÷ 3 = 33.3 %。

改法：培养或补充“双师型”教师，认定后写 `dual: true`。

依据：《本科层次职业教育专业设置管理办法（试行）》：不低于 50 %（职业本科）；高职为建设目标，未核对出处。数值写在数
值方案的 `dual-teacher-share`。

----

PLN131 Too few dual-qualified teachers

Meaning: dual-qualified teachers (`dual: true`) over the full-time teachers of the college (`kind: school`).
Nothing is said where no teachers are listed.

Example: one of three teachers: 33.3 %.

Cure: train or add dual-qualified teachers; write `dual: true` once they are recognised.

Source: rules on majors of vocational bachelors of 2021: at least 50 %; for higher vocational education a
target, not verified. The number stands in the profile as `dual-teacher-share`.
"""

from collections.abc import Iterable
from math import ceil

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, percent_of, severity_of, written_plans
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("dual-teacher-share")
    if number is None:
        return
    for _, programme, _ in written_plans(compilation):
        own = [one for one in programme.teachers if one.kind == "school"]
        dual = sum(one.dual for one in own)
        if own and dual < number.exact * len(own):
            yield finding(
                "PLN131",
                severity_of(number),
                subject=f"@whole/{programme.id}",
                part=("teachers",),
                dual=dual,
                all=len(own),
                percent=f"{100 * dual / len(own):.1f} %",
                required=percent_of(number),
                missing=ceil(number.exact * len(own)) - dual,
                **cited(number, compilation),
            )


RULE = Rule(
    code="PLN131",
    name="dual-teachers",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "“双师型”教师 `{dual}` ÷ 专任教师 `{all}` = `{percent}`，低于 `{required}`（{basis}，{modality}）",
            "至少再有 {missing} 名专任教师认定为“双师型”",
        ),
        "en": (
            (
                "dual-qualified `{dual}` ÷ full-time teachers `{all}` = `{percent}`, below `{required}` ("
                "{basis}; {modality})"
            ),
            "at least {missing} more teachers need the recognition",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
