"""TRM113 行业词表中一个词既是动词又是名词

含义：`nouns:` 中的词不当动词读，`verbs:` 和动词的同义词当动词读。两处都有的词，按动词读，`nouns:` 中的那一条不起作用。

例：`verbs: {打锤: clean}` 和 `nouns: [打锤]`。

改法：从两处中的一处删去。只在复合词中不是动词的，把整个复合词写进 `nouns:`，如“打锤机”。

----

TRM113 A word of the lexicon of the trade that is verb and noun

Meaning: words of `nouns:` are not read as verbs, words of `verbs:` and synonyms of verbs are. What stands in both is
read as a verb, so that the entry in `nouns:` does nothing.

Example: `verbs: {rap: clean}` and `nouns: [rap]`.

Cure: delete it from one of them. Where only a compound is no verb, write the whole compound into `nouns:`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.contradictions import verb_and_noun
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for number, word in verb_and_noun(compilation.inputs.lexicon):
        yield finding("TRM113", Severity.WARNING, subject=f"@lexicon/nouns/{number + 1}", word=word)


RULE = Rule(
    code="TRM113",
    name="verb-and-noun",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{word}` 在词表中既是动词又是名词，按动词读",
            "从 `verbs:`（或 `synonyms:`）和 `nouns:` 两处中的一处删去",
        ),
        "en": (
            "`{word}` is a verb and a noun in the lexicon and is read as a verb",
            "delete it from `verbs:` (or `synonyms:`) or from `nouns:`",
        ),
    },
    check=_check,
)
