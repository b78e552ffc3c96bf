"""SOP143 步骤中的数值超出参数的正常范围

含义：步骤用 `parameters` 指明了参数，写的数值却超出该参数的正常范围，两处必有一处写错，学员不知按哪个做。
只看正常操作、质量、巡检、交接班程序中写明的值或范围，并且句中要提到这个参数（“溶出温度”，或句首、动词后的
“温度”）；开停车、检修和应急中会经过别的数值，报警试验等条件句也不算。

例：

    steps:
      - {id: S1, text: 控制溶出温度在 285–290 ℃, parameters: [T-digest]}

改法：核对后改正步骤或参数的正常范围。

----

SOP143 A value in a step outside the normal range of its parameter

Meaning: a step names a parameter (`parameters`), and states a value outside the normal range of it: one of both is
wrong, and learners do not know which to follow. Only values and ranges in procedures of normal work, quality,
inspection and handover count, where the sentence speaks of the parameter ("digestion temperature", or just "the
temperature"): starting, stopping, maintenance and emergencies pass through other values, and so do tests of alarms and
conditions.

Example (YAML):

    steps:
      - {id: S1, text: Keep the temperature at 285–290 ℃, parameters: [T-digest]}

Cure: check both and correct the step or the normal range.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.conversion import compatible
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.limits import absolute_quantities, only_quantity, outside
from sopcurric.model.sop import JobSop, Step
from sopcurric.model.text import Language, Quantity, Runs
from sopcurric.plugin import Rule

_STEADY = frozenset({Phase.NORMAL, Phase.QUALITY, Phase.INSPECTION, Phase.HANDOVER})
_CONDITION = re.compile(
    r"报警|联锁|试验|校验|时[，,；]|[若如当]|超出|否则|异常|alarm|interlock|\btest|\bif\b|\bwhen\b", re.IGNORECASE
)


_LEAD = r"(?:^|[，。；、：,;:]\s?|控制|保持|维持|稳定|调节|调整|将|把|使|确认|检查|查看|读取|核对|\bthe |\bkeep )"
_BRACKETS = re.compile(r"[（(].*?[)）]")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        ranges, titles = _ranges(sop), {one.address: one.title.words(sop.language) for one in sop.parameters}
        for procedure, step in sop.steps():
            if procedure.phase not in _STEADY or not step.parameters:
                continue
            words = f"{step.text.words(sop.language)}，{step.criterion.words(sop.language)}"
            named = {
                address: ranges[address]
                for address in step.parameters
                if address in ranges and _spoken_of(titles[address], words)
            }
            for value, address in _outside(step, named, sop.language):
                yield finding(
                    "SOP143",
                    Severity.WARNING,
                    subject=step.address,
                    about=(address,),
                    value=value.text,
                    id=name_in(address),
                    normal=named[address].text,
                )


def _ranges(sop: JobSop) -> Mapping[Address, Quantity]:
    found = {parameter.address: only_quantity(parameter.range, sop.language) for parameter in sop.parameters}
    return {address: quantity for address, quantity in found.items() if quantity}


def _spoken_of(title: str, words: str) -> bool:
    """Whether words speak of a parameter: by its title, or by what it is a kind of where nothing else can be meant."""
    name = _BRACKETS.sub("", title).strip()
    tail = name.rsplit(" ", 1)[-1] if name.isascii() else name[-2:]
    return bool(name) and bool(re.search(f"{re.escape(name)}|{_LEAD}{re.escape(tail)}", words, re.IGNORECASE))


def _outside(step: Step, named: Mapping[Address, Quantity], language: Language) -> Iterator[tuple[Quantity, Address]]:
    """Values of a step that lie in none of the ranges of their kind, each with the first of these parameters."""
    for text in (step.text, step.criterion):
        for value in _stated(text.runs(language)):
            kin = [address for address, normal in named.items() if compatible(value.unit, normal.unit)]
            if kin and all(outside(value, named[address]) for address in kin):
                yield value, kin[0]


def _stated(runs: Runs) -> tuple[Quantity, ...]:
    """The values of a text, unless it speaks of a condition or of several values of one kind."""
    if _CONDITION.search("".join(run.text for run in runs)):
        return ()
    values = tuple(absolute_quantities(runs))
    return tuple(one for one in values if sum(compatible(one.unit, other.unit) for other in values) == 1)


RULE = Rule(
    code="SOP143",
    name="value-outside-range",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "步骤中的 `{value}` 超出参数 `{id}` 的正常范围 `{normal}`",
            "核对后改正步骤或参数的正常范围",
        ),
        "en": (
            "`{value}` in the step lies outside the normal range `{normal}` of the parameter `{id}`",
            "check both and correct the step or the normal range",
        ),
    },
    check=_check,
)
