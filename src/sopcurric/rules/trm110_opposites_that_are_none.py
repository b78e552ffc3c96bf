"""TRM110 行业词表中的一对反义词站在同一边

含义：反义词分开绝不是同一件工作的程序和能力点。一对词是同一个词，或自带词表认为两个词意思相同，这一对就起不了作用，
还会把同一件工作分成两件。

例：`opposites: [[停运, 停止]]`，而自带词表中“停运”“停止”同属停的一边。

改法：改成真正相反的两个词，或删去这一对；两个词确实是同一件工作的，写进 `synonyms:`。

----

TRM110 A pair of opposites in the lexicon of the trade that is on one side

Meaning: opposites keep apart procedures and points that are never the same work. Where both are one word, or where what
comes along has both on one side, the pair does nothing, or parts what is one piece of work.

Example: `opposites: [[shut, stop]]`, while the words that come along have both on the side of stopping.

Cure: write two words that are opposites, or delete the pair; words for the same work belong into `synonyms:`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.contradictions import same_side
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for number, one, other in same_side(compilation.inputs.own_words.own):
        subject = f"@lexicon/opposites/{number + 1}"
        yield finding("TRM110", Severity.WARNING, subject=subject, one=one, other=other)


RULE = Rule(
    code="TRM110",
    name="opposites-that-are-none",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "反义词 `{one}` 和 `{other}` 其实站在同一边",
            "改成真正相反的两个词；是同一件工作的写进 `synonyms:`",
        ),
        "en": (
            "the opposites `{one}` and `{other}` stand on one side",
            "write two words that are opposites; words for the same work belong into `synonyms:`",
        ),
    },
    check=_check,
)
