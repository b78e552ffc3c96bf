"""LEF140 教材多年没有全面修订

含义：教材每 3 年修订一次（年数写在数值方案的 `textbook-revision`）。项目文件 `textbook.revised`、课程标准
`standard.revised`写明了最近一次全面修订的日期，以项目的 `as_of` 计算。没有写日期的不检查。

例：`textbook: {revised: "2022-06-30"}`，而 `as_of` 是 2026-09-01。

改法：安排全面修订；已经修订的，更新日期。

依据：《国家职业教育改革实施方案》（国发〔2019〕4号）：每 3 年修订 1 次教材。

----

LEF140 Textbooks that have not been revised for years

Meaning: textbooks are revised every three years (`textbook-revision` in the profile). `textbook.revised` in the
project file and `standard.revised` of courses tell the last full revision; `as_of` of the project is the day
that counts. Without dates, nothing is checked.

Example: `textbook: {revised: "2022-06-30"}` with `as_of` 2026-09-01.

Cure: revise them, or bring the date up to date.

Source: the national plan for vocational education of 2019 (国发〔2019〕4号): textbooks are revised every three
years.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    years = compilation.inputs.profile.numbers.get("textbook-revision")
    today = compilation.inputs.settings.as_of
    if years is None or not today:
        return
    for subject, revised in _dates(compilation):
        if _months(revised, today) > years.value * 12:
            shown = f"{years.value:g}"
            basis = cited(years, compilation)
            yield finding(
                "LEF140", Severity.WARNING, subject=subject, revised=revised, today=today, years=shown, **basis
            )


def _dates(compilation: Compilation) -> Iterator[tuple[str, str]]:
    revised = compilation.inputs.settings.textbook.revised
    if revised:
        yield "@project/textbook", revised
    for course in compilation.inputs.courses:
        if course.standard and course.standard.revised:
            yield f"@course/{course.code}", course.standard.revised


def _months(first: str, last: str) -> float:
    """Months from one day to another; a day more than whole months counts."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    whole = (end.year - begin.year) * 12 + end.month - begin.month
    return whole + (end.day - begin.day) / 31


RULE = Rule(
    code="LEF140",
    name="textbook-not-revised",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "最近一次全面修订是 `{revised}`，到 `{today}` 已超过 {years} 年（{basis}，{modality}）",
            "安排全面修订，更新 `revised`",
        ),
        "en": (
            "the last full revision is of `{revised}`, more than {years} years before `{today}` ({basis}; {modality})",
            "revise it and bring `revised` up to date",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
