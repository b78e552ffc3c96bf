"""INT131 出师考核中操作或安全不计分

含义：出师考核权重中，技能操作（`practice`）或安全（`safety`）写成 0，徒弟不会操作、不守安全也能出师。

例：

    mentoring:
      weights: {theory: 60, practice: 40, conduct: 0, safety: 0}

改法：给操作和安全分配权重，合计 100。

依据：由本程序规定：出师意味着能安全地独立操作。

----

INT131 Practice or safety counts nothing at the end

Meaning: where `practice` or `safety` weighs 0 in the final assessment, apprentices finish who cannot do the work, or
not safely.

Example (YAML):

    mentoring:
      weights: {theory: 60, practice: 40, conduct: 0, safety: 0}

Cure: give practice and safety a weight; all sum to 100.

Source: a rule of ours: who finishes does the work alone and safely.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        weights = programme.mentoring.weights if programme.mentoring else None
        if weights is None:
            continue
        for key, weight in (("practice", weights.practice), ("safety", weights.safety)):
            if not weight:
                part = ("weights", key)
                yield finding("INT131", Severity.WARNING, subject=f"@mentoring/{programme.id}", part=part, key=key)


RULE = Rule(
    code="INT131",
    name="nothing-for-practice-or-safety",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "出师考核中{key}的权重为 `0`",
            "给{key}分配权重，使合计为 100",
        ),
        "en": (
            "{key} weighs `0` in the final assessment",
            "give {key} a weight, so that all sum to 100",
        ),
    },
    variants={
        "zh": {"key.practice": "技能操作", "key.safety": "安全"},
        "en": {"key.practice": "practice", "key.safety": "safety"},
    },
    check=_check,
)
