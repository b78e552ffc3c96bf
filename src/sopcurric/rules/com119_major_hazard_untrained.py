"""COM119 有重大风险的任务被评定为不用培训

含义：任务涉及重大风险的危险源，而专家的评定或团队的决定按判定表得出“岗位自学”。这样的任务不会不培训：培训要求一律
提高为“培训”。

例：`DIG/P8` 有重大风险“高压碱矿浆喷出”，决定把重要度改成 1。

改法：复核等级和风险等级：风险确实不是重大的，改规程中的 `risk`；确实是的，改评定或决定。

依据：双重预防机制中重大风险必须重点管控；按通行做法，涉及重大风险的任务必须培训。

----

COM119 Work with a major hazard is rated as needing no training

Meaning: the work involves a hazard of major risk, and what experts rated or the team decided comes out as a card at the
post by the decision table. Such work never goes without training: it is trained all the same.

Example: `DIG/P8` has the major hazard “hot liquor under pressure”, and a decision set its importance to 1.

Cure: look at the grades and at the risk again: correct `risk` in the SOP where it is not major, else correct the
ratings or the decision.

Source: major risks are controlled with priority in the dual prevention system; usual practice: work that involves one
is trained.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import decision_address, names_of
from sopcurric.model.files.sop_kinds import Risk
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {"by.survey": "专家的评定", "by.decision": "决定"},
    "en": {"by.survey": "what experts rated", "by.decision": "what was decided"},
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    major = {one.address for sop in compilation.inputs.sops for one in sop.hazards if one.risk is Risk.MAJOR}
    for one in compilation.competencies.values():
        hazards = [address for address in one.derived_from if address in major]
        sources = {grade.source for _, grade in one.rating.grades} & {"survey", "decision"}
        if not hazards or not sources or compilation.inputs.profile.by_table(one.rating.values) != "job-aid":
            continue
        by = "decision" if "decision" in sources else "survey"
        yield finding(
            "COM119",
            Severity.WARNING,
            subject=decision_address(names_of(one.decided)[0]) if by == "decision" else one.procedure,
            about=(one.procedure, hazards[0]),
            by=by,
            task=one.procedure,
            hazard=hazards[0],
        )


RULE = Rule(
    code="COM119",
    name="major-hazard-untrained",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "按{by}，任务 `{task}` 不用培训，但它有重大风险 `{hazard}`：仍按“培训”处理",
            "复核等级，或复核规程中的风险等级",
        ),
        "en": (
            "by {by}, the work `{task}` needs no training, but it has the major hazard `{hazard}`: it is trained",
            "look at the grades again, or at the risk in the SOP",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
