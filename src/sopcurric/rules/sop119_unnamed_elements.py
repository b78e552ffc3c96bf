"""SOP119 列出的内容没有被任何程序引用

含义：设备、阀门、联锁、危险源、劳动防护用品、隔离点和作业票靠标识与程序、步骤相连；
没有被引用的，不会出现在任何学习任务的活页上，往往是漏写了引用或标识写错。
其他规程引用的、步骤文字中写到名称或位号的，也算。每一节只提示一次，列出全部标识。

例：

    hazards:
      - {id: H-steam, title: 新蒸汽泄漏, controls: [送汽前疏水]}
    procedures:
      - title: 送汽
        steps: [打开进汽阀]

改法：在相关的程序或步骤中引用它，如 `hazards: [H-steam]`；确实不用的，删去。

依据：通行做法：上下相连；危险源要落实到作业步骤。

----

SOP119 Elements that no procedure names

Meaning: equipment, valves, interlocks, hazards, protective equipment, lockouts and permits are tied to procedures and
steps by id. What is named nowhere appears on no leaf of a learning task; often a reference was forgotten or misspelt.
Being named by another SOP, or by title or tag in a step, counts, too. One finding for each section lists all ids.

Example (YAML):

    hazards:
      - {id: H-steam, title: Live steam leak, controls: [Drain the pipe first]}
    procedures:
      - title: Let steam in
        steps: [Open the steam valve]

Cure: name it in the procedure or step, as in `hazards: [H-steam]`; remove what is not needed.

Source: common practice: hazards belong to the steps of the work.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.references import named_addresses
from sopcurric.model.sop import SopElement
from sopcurric.plugin import Rule

_SECTIONS = ("equipment", "valves", "interlocks", "hazards", "ppe", "lockouts", "permits")


def _check(compilation: Compilation) -> Iterable[Finding]:
    named = named_addresses(compilation.inputs.sops, compilation.texts)
    for sop in compilation.inputs.sops:
        if not sop.procedures:
            continue
        words = "\n".join(compilation.said[one.address] for one in sop.procedures)
        for section, elements in sop.sections():
            unnamed = [one for one in elements if one.address not in named] if section in _SECTIONS else []
            silent = [one for one in unnamed if not _is_spoken_of(one, words)]
            if silent:
                ids = ", ".join(name_in(one.address) for one in silent)
                yield finding("SOP119", Severity.INFO, subject=silent[0].address, section=section, ids=ids)


def _is_spoken_of(element: SopElement, words: str) -> bool:
    """Whether its title or tag stands in the words of the procedures."""
    names = (getattr(element, "tag", ""), *(element.title.words(language) for language, _ in element.title.wordings))
    return any(name and name in words for name in names)


RULE = Rule(
    code="SOP119",
    name="unnamed-elements",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "`{section}:` 中没有被任何程序或步骤引用的：{ids}",
            "在用到的程序或步骤中引用，确实不用的删去",
        ),
        "en": (
            "no procedure or step names these of `{section}:`: {ids}",
            "name them where they are used, or remove what is not needed",
        ),
    },
    check=_check,
)
