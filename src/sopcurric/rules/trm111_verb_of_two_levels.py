"""TRM111 行业词表中一个动词有两个类别

含义：同一个动词（或同义的两个动词）在 `verbs:` 中写了不同的动作类别，能力点的层次就说不准了。读句子时以先写的为准。

例：`verbs: {打锤: clean, 震打: operate}`，而 `synonyms:` 中两个词同组。

改法：统一成一个类别；确是两件事的，从 `synonyms:` 中分开。

----

TRM111 A verb of two levels in the lexicon of the trade

Meaning: the same verb, or two verbs that are synonyms, stand under different levels in `verbs:`, so that the level of
their points is a matter of chance.

Example: `verbs: {rap: clean, knock: operate}`, while both stand in one group of `synonyms:`.

Cure: give both one level; where they are two things, part them in `synonyms:`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.contradictions import two_levels
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for number, earlier, word in two_levels(compilation.inputs.lexicon):
        yield finding("TRM111", Severity.WARNING, subject=f"@lexicon/verbs/{number + 1}", one=earlier, other=word)


RULE = Rule(
    code="TRM111",
    name="verb-of-two-levels",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "动词 `{one}` 和 `{other}` 是同一个动作，却有两个类别",
            "统一成一个类别，或从 `synonyms:` 中分开",
        ),
        "en": (
            "the verbs `{one}` and `{other}` are the same doing at two levels",
            "give both one level, or part them in `synonyms:`",
        ),
    },
    check=_check,
)
