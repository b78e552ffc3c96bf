"""JNT104 无权作出这种决定

含义：联合团队各有分工：企业管工作内容与安全，院校管教学安排，行业管标准。哪种决定由谁作出，写在规则集的 `authority` 里
（`sopcurric show settings` 可以看到所用的规则集）。不在职权之内的决定不生效。用 `replaces` 取代别人的决定，也要有权作出
那一种决定。

例：企业人员给学习任务核定学时，而学时由院校决定：

    decisions:
      - {decide: hours, role: plant, by: 王强, date: 2026-03-01, why: 练得不够, on: [DIG/P1], theory: 2, practice: 8}

改法：请有权的一方来决定，把 `role` 和 `by` 改成该方；`role` 写错了的，改正它。

----

JNT104 A decision that is not for this role

Meaning: a joint team divides its work: the plant answers for the work and its safety, the college for teaching, the
industry for standards. Who may decide what stands under `authority` of the rule profile (`sopcurric show settings` says
which profile is used). A decision of another role does not hold. To replace a decision of others one must be allowed to
make that kind of decision, too.

Example (YAML): somebody of the plant sets hours, which are for the college to decide:

    decisions:
      - {decide: hours, role: plant, by: Wang, date: 2026-03-01, why: skills, on: [DIG/P1], theory: 2, practice: 8}

Cure: have a role decide that may, and write its `role` and `by`; correct `role` where it is wrong.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.judged import judged
from sopcurric.model.words_of_decisions import ROLES, kinds, merged, roles
from sopcurric.plugin import Rule

_VARIANTS = {
    "zh": {
        "replaced": "要取代的决定属于“{matter}”，由{allowed}来取代或撤回",
        "matter.safety": "涉及安全的内容",
        "allowed.": "规则集没有指明的一方",
    },
    "en": {
        "replaced": "what it replaces is of the kind “{matter}”: have it replaced or taken back by {allowed}",
        "matter.safety": "what concerns safety",
        "allowed.": "nobody whom the profile names",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    authority = {str(matter): may for matter, may in compilation.inputs.profile.authority.items()}
    for one in judged(compilation, "unauthorised"):
        matter, decision = one.verdict.reason, one.named.decision
        may = authority.get(matter, ())
        yield finding(
            "JNT104",
            subject=one.named.address,
            about=one.places,
            kind=decision.decide,
            role=decision.role,
            matter=matter,
            allowed="+".join(role for role in ROLES if role in may),
            variant="" if matter in (decision.decide, "safety") else "replaced",
        )


RULE = Rule(
    code="JNT104",
    name="unauthorised-decision",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "决定（{kind}）没有生效：“{matter}”不由{role}决定，由{allowed}决定",
            "由{allowed}来决定，并改写 `role` 和 `by`；`role` 写错的，改正它",
        ),
        "en": (
            "the decision ({kind}) does not hold: “{matter}” is not for {role} to decide, but for {allowed}",
            "have it decided by {allowed}, and write their `role` and `by`; correct `role` where it is wrong",
        ),
    },
    variants=merged(_VARIANTS, kinds("kind"), kinds("matter"), roles("role"), roles("allowed")),
    check=_check,
)
