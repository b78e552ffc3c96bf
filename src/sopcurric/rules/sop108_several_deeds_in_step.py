"""SOP108 一个步骤写了几个动作

含义：用分号或“然后”连接的几个动作，哪个做了、哪个没做，签字和考核时分不清；能力点也只认第一个动作。
后一个动作是“当……时”“必要时”这样按条件做的，不提示。

例：

    steps:
      - 打开进口阀；启动油泵，然后启动隔膜泵

改法：拆成几个步骤，或把整句改成引导语，各动作写进它的 `steps`。

依据：通行做法：步骤由一个动作和对象组成。

----

SOP108 Several deeds in one step

Meaning: where several deeds are joined by a semicolon or “then”, nobody can tell which were done when signing or
assessing, and the skill point knows the first one only. A deed that is done in some cases only does not count.

Example (YAML):

    steps:
      - Open the inlet valve; start the oil pump, then start the main pump

Cure: make several steps of it, or a lead-in with the deeds as its `steps`.

Source: common practice: a step is one action and its object.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.cues_of_safety import CONDITION, PROHIBITED, THEN
from sopcurric.linguistics.lexicon import Lexicon
from sopcurric.linguistics.statement import parse_statement
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    lexicon = compilation.inputs.lexicon
    for sop in compilation.inputs.sops:
        for _, step in sop.steps():
            count = _deeds(step.text.words(sop.language), sop.language, lexicon)
            if count > 1:
                yield finding("SOP108", Severity.INFO, subject=step.address, id=name_in(step.address), count=count)


def _deeds(words: str, language: str, lexicon: Lexicon) -> int:
    """How many parts of a sentence are deeds that are always done; 1 where it has only one part."""
    parts = [part for part in THEN.split(words) if part.strip()]
    if len(parts) == 1:
        return 1
    always = (part for part in parts if not CONDITION.match(part) and not PROHIBITED.search(part))
    return sum(bool(parse_statement(part.strip(), language, lexicon).action) for part in always)


RULE = Rule(
    code="SOP108",
    name="several-deeds-in-step",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "步骤 `{id}` 中有 `{count}` 个动作",
            "拆成几个步骤，或改成引导语，各个动作写进它的 `steps:`",
        ),
        "en": (
            "the step `{id}` holds `{count}` deeds",
            "make several steps of it, or a lead-in with the deeds as its `steps:`",
        ),
    },
    check=_check,
)
