"""TRM112 行业词表中的同义词其实相反

含义：一组同义词里有两个词互为反义词（自带词表的，或本词表 `opposites:` 中的）。这样会把开和停、装和拆当成同一件工作，
也会把它们的能力点合成一个。

例：`synonyms: [[开槽, 提槽, 降槽]]`，而 `opposites: [[提槽, 降槽]]`。

改法：把相反的词分到两组；两组有共同的词时也算一组，去掉那个词。

----

TRM112 Synonyms in the lexicon of the trade that are opposites

Meaning: two words of a group of synonyms are opposites, by the words that come along or by `opposites:`. Starting and
stopping would be taken for the same work, and their points for the same point.

Example: `synonyms: [[start, launch, shut]]`.

Cure: part the words into two groups; groups that share a word count as one, so delete that word from one of them.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.contradictions import joined_opposites
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for number, one, other in joined_opposites(compilation.inputs.lexicon):
        subject = f"@lexicon/synonyms/{number + 1}"
        yield finding("TRM112", Severity.WARNING, subject=subject, one=one, other=other)


RULE = Rule(
    code="TRM112",
    name="synonyms-that-are-opposites",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "同义词中的 `{one}` 和 `{other}` 互为反义词",
            "分到两组；两组不要有共同的词",
        ),
        "en": (
            "the synonyms `{one}` and `{other}` are opposites",
            "part them into two groups that share no word",
        ),
    },
    check=_check,
)
