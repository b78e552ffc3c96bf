"""INT173 复训间隔太长

含义：强化培训的任务要定期复训。职后阶段（`purpose: refresher`）的 `interval_months` 长于数值方案的复训间隔，或没
有写，到期前就可能忘记。

例：复训阶段写 `interval_months: 24`，数值方案为 12 个月。

改法：缩短间隔；没有写的补上；确有依据的，在企业数值方案的 `refreshers` 中写明。

依据：数值方案的 `refreshers`（无全国规定，凭记忆，因此只作警告）。

----

INT173 Refreshers too far apart

Meaning: what is trained intensively is repeated. A stage with `purpose: refresher` has a longer `interval_months`
than the profile, or none.

Example: `interval_months: 24`, where the profile says 12.

Cure: shorten it, or say in `refreshers` of a profile of your own why it may be longer.

Source: `refreshers` of the profile (recalled, therefore a warning).
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    refresher = next((one for one in compilation.inputs.profile.refreshers if one.outcome == "intensive"), None)
    if refresher is None or not refresher.months:
        return
    for programme in compilation.inputs.programmes:
        for stage in programme.in_service:
            months = stage.interval_months or 0
            if stage.purpose == "refresher" and not 0 < months <= refresher.months:
                yield finding(
                    "INT173",
                    Severity.WARNING,
                    subject=f"@programme/{programme.id}/{stage.id}",
                    months=months or "—",
                    usual=refresher.months,
                    basis=refresher.source.words(compilation.inputs.settings.language),
                )


RULE = Rule(
    code="INT173",
    name="refresher-too-seldom",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "复训间隔 `{months}` 个月，数值方案为 `{usual}` 个月（{basis}）",
            "写成不超过 `{usual}` 个月",
        ),
        "en": (
            "refreshers every `{months}` months, the profile says `{usual}` ({basis})",
            "repeat at least every `{usual}` months",
        ),
    },
    check=_check,
)
