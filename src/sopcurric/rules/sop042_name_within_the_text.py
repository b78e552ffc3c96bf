"""SOP042 标识或序号写进了文字里

含义：`- S2：打开出口阀` 用的是全角冒号（或冒号后面没有空格），YAML 把它整个当作一句话：这一步没有标识，印出来的
文字以“S2：”开头。序号也不用写：列表的次序就是序号，印出来时自动编号。

例：

    steps:
      - S1：打开进口阀
      - 2. 启动隔膜泵

改法：标识后面用半角冒号加空格，如 `- S1: 打开进口阀`（`sopcurric fix` 会自动更正）；删去序号。文字确实以位号开头的，
不用冒号，如“P101 泵启动后检查振动”。

依据：短写法“标识: 一句话”。

----

SOP042 An id or a number that was written into the text

Meaning: `- S2：Open the outlet valve` has a full-width colon (or no space after it), so YAML takes all of it for the
sentence: the step has no id, and what is printed begins with "S2：". Numbers are not needed either: the order of the
list is the number, and they are printed by themselves.

Example (YAML):

    steps:
      - S1：Open the inlet valve
      - 2. Start the pump

Cure: write a half-width colon and a space after the id, as in `- S1: Open the inlet valve` (`sopcurric fix` does it);
leave numbers out. Where the sentence really begins with a tag, write no colon, as in "P101 is running: check it".

Source: the short form "id: sentence".
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.leading_names import leading_id, leading_number
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "id": "写成 `- {found}: …`：半角冒号，后面加空格",
        "number": "删去 `{found}`：次序就是序号，印出来时自动编号",
    },
    "en": {
        "id": "write `- {found}: …`: a half-width colon and a space",
        "number": "leave out `{found}`: the order is the number, which is printed by itself",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        for _, step in sop.steps():
            if not step.named:
                yield from _told(step.address, step.text, sop.language)
        for element in sop.elements():
            if name_in(element.address).isdecimal():
                yield from _told(element.address, element.title, sop.language)


def _told(address: Address, text: Text, language: str) -> Iterable[Finding]:
    words = text.words(language)
    name, _ = leading_id(words)
    number = leading_number(words)
    if name or number:
        variant = "id" if name else "number"
        yield finding("SOP042", Severity.WARNING, subject=address, found=name or number, variant=variant)


RULE = Rule(
    code="SOP042",
    name="name-within-the-text",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{found}` 成了文字的开头，不是标识",
            "标识写成 `- S1: …`，序号不用写",
        ),
        "en": (
            "`{found}` has become the beginning of the text, and is no id",
            "write an id as `- S1: …`, and no numbers",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
