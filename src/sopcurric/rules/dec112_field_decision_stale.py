"""DEC112 脱密决定所依据的原文已变化

含义：作出这条决定以后，原文改过了。旧决定不再采用，这一项重新成为待决定，目前不教，以免新的原文照旧办法流出去。没有密钥时无法核对，
决定照旧采用，但“可以公开”的决定不采用。

例：决定把 `272 ℃` 教成 `260–280 ℃`，后来规程改成了 `295 ℃`。

改法：运行 `sopcurric todo --role plant` 按新的原文重新决定，再删去这条旧决定。

依据：规程变了，脱密结论要复审；没有决定的内容不离开企业。

----

DEC112 A decision about other words

Meaning: since this decision was made, the words that it was about were changed. It does not hold any more: the field is
undecided again and not taught, so that new words do not leave by an old decision. Without the key nobody can tell; then
only decisions that something may be taught as it is do not hold.

Example: a decision teaches `260–280 ℃` for `272 ℃`; the SOP says `295 ℃` now.

Cure: decide again on the new words with `sopcurric todo --role plant`, then delete the old decision.

Source: a changed SOP is reviewed again; what nobody decided does not leave the plant.
"""

from sopcurric.diagnostics.finding import Severity
from sopcurric.plugin import Rule

RULE = Rule(
    code="DEC112",
    name="field-decision-stale",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "作出这条决定以后原文改过，决定不再采用，这一项待重新决定",
            "运行 `sopcurric todo --role plant` 重新决定",
        ),
        "en": (
            "the words were changed since this was decided: it holds no more, and the field is undecided again",
            "decide again with `sopcurric todo --role plant`",
        ),
    },
    variants={
        "zh": {
            "keyless": "没有密钥，无法核对原文是否改过，先不公开：按 `key_file` 放好密钥，或重新决定",
        },
        "en": {
            "keyless": (
                "without the key nobody can tell whether the words were changed, so nothing is released: "
                "put the key where `key_file` says, or decide again"
            ),
        },
    },
)
