"""INT102 在企业时间较长而没有写明依据

含义：岗位实习时间一般为 6 个月。在企业的各阶段（`site: plant`）合计超过这个时间的，要写明依据，
如学徒制协议、工学交替、部分时间计为企业授课。

例：“1.5+0.5+0.5+0.5”方案中，企业课堂、跟岗实践、岗位实习合计 18 个月。

改法：在方案中写上 `basis`，说明依据和其中各段的性质；没有依据的，缩短在企业的阶段。

依据：教职成〔2019〕13号。数值写在规则集的 `post-internship-months`。

----

INT102 A long time in plants without a stated basis

Meaning: an internship usually takes six months. Where the segments in plants (`site: plant`) sum to more, the
programme states the basis: an apprenticeship agreement, alternation of work and study, time that counts as
teaching in the plant.

Example: in a path of 1.5+0.5+0.5+0.5 years the last three sum to 18 months.

Cure: add `basis` to the programme with the grounds and the nature of each segment; without grounds, shorten the
segments in plants.

Source: MOE 2019 No. 13. The number stands in the profile as
`post-internship-months`.
"""

from collections.abc import Iterable
from decimal import Decimal

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import MODALITIES, cited, severity_of
from sopcurric.model.semesters import MONTHS_PER_SEMESTER, semesters_in
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("post-internship-months")
    if number is None:
        return
    for programme in compilation.inputs.programmes:
        in_plants = (semesters_in(segment) for segment in programme.segments if segment.site == "plant")
        months = sum(in_plants, Decimal(0)) * MONTHS_PER_SEMESTER
        if months > Decimal(str(number.value)) and not programme.basis:
            yield finding(
                "INT102",
                severity_of(number),
                subject=f"@programme/{programme.id}",
                months=f"{float(months):g}",
                usual=f"{number.value:g}",
                **cited(number, compilation),
            )


RULE = Rule(
    code="INT102",
    name="long-time-in-plants",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "在企业 `{months}` 个月，超过一般的 `{usual}` 个月，没有写明依据（{basis}，{modality}）",
            "在方案中写上 `basis:`，说明依据",
        ),
        "en": (
            (
                "`{months}` months are spent in plants, more than the usual `{usual}`, and no basis is stated "
                "({basis}; {modality})"
            ),
            "add `basis:` to the programme and state the grounds",
        ),
    },
    variants=MODALITIES,
    check=_check,
)
