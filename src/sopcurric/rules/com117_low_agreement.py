"""COM117 专家之间总的一致性偏低

含义：Krippendorff α 衡量全部任务上专家的一致程度：1 为完全一致，0 相当于随机。定序等级低于 0.667 时，一般认为评
定还不能作为结论的依据。

例：8 名专家评定 40 项任务，频度的 α 为 0.41。

改法：先统一等级的含义（评定表上方有说明），找出相差最大的任务讨论，再评一次。各厂条件确实不同的，分厂评定。

依据：Krippendorff, K.《Content Analysis》第 2 版（2004）第 11 章：α ≥ 0.800 可靠，0.667 ≤ α < 0.800 只能作暂时
的结论。没有国家规定。

----

COM117 The experts agree little on the whole

Meaning: Krippendorff's alpha says how far experts agree over all work: 1 where they agree, 0 where they could throw
dice. Below 0.667 ratings are generally not held to bear conclusions.

Example: eight experts rated 40 pieces of work; alpha of frequency is 0.41.

Cure: settle what the grades mean (it stands above the table), talk about the work where ratings differ most, and rate
again. Where plants really differ, rate each plant by itself.

Source: K. Krippendorff, “Content Analysis”, 2nd ed. (2004), chapter 11: alpha ≥ .800 is reliable, .667 ≤ alpha < .800
allows tentative conclusions only. No national text says so.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_TENTATIVE = 0.667
_FACTORS = {
    "zh": {"factor.difficulty": "难度", "factor.importance": "重要度", "factor.frequency": "频度"},
    "en": {"factor.difficulty": "difficulty", "factor.importance": "importance", "factor.frequency": "frequency"},
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    raters = compilation.inputs.surveys
    for factor, alpha in compilation.survey.alphas:
        if alpha < _TENTATIVE:
            subject = raters[0].address
            yield finding("COM117", Severity.WARNING, subject=subject, factor=factor, alpha=f"{alpha:.3f}")


RULE = Rule(
    code="COM117",
    name="low-agreement",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "专家对{factor}的评定一致性偏低：α = {alpha}，低于 0.667",
            "统一等级的含义，讨论相差大的任务后再评一次",
        ),
        "en": (
            "experts agree little about the {factor}: alpha = {alpha}, below 0.667",
            "settle what the grades mean, talk about the work where ratings differ, and rate again",
        ),
    },
    variants=_FACTORS,
    check=_check,
)
