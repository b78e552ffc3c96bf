"""PLN120 职业面向不完整

含义：职业面向表的专业大类（专业类）、对应行业、主要职业类别和证书不应有空格；行业写《国民经济行业分类》代码，职业写
《职业分类大典》代码。

例：

    major: {code: "430501", title: 智能冶金技术, industry: 有色金属冶炼}


改法：补上缺少的项目，行业和职业后写上代码，如“有色金属冶炼和压延加工业（32）”“氧化铝制取工（6-17-06-01）”。

依据：61 号函第四部分“职业面向”表。

----

PLN120 Occupations are incomplete

Meaning: in the table of occupations, family of majors, industry, occupations and certificate are filled in;
industries with codes of GB/T 4754, occupations with those of the national classification.

Example (YAML):

    major: {code: "430501", title: Smart metallurgy, industry: Metal smelting}


Cure: add what is missing, with codes such as (32) and (6-17-06-01).

Source: MOE 2019 letter No. 61, part 4.
"""

import re
from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import written_plans
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule

_INDUSTRY = re.compile(r"(?<![0-9])[0-9]{2,4}(?![0-9])")
_OCCUPATION = re.compile(r"[0-9]-[0-9]{2}-[0-9]{2}")


def _check(compilation: Compilation) -> Iterable[Finding]:
    language = compilation.inputs.settings.language
    for _, programme, _ in written_plans(compilation):
        missing = ", ".join(_missing(programme, language))
        if missing:
            yield finding(
                "PLN120", Severity.WARNING, subject=f"@whole/{programme.id}", part=("major",), missing=missing
            )


def _missing(programme: ProgrammeFile, language: str) -> Iterator[str]:
    """Keys that are not there, and those in which a code is missing."""
    major = programme.major
    coded = (("industry", major.industry, _INDUSTRY), ("occupations", major.occupations, _OCCUPATION))
    if not major.family:
        yield "`family`"
    for key, text, code in coded:
        if not text or not code.search(text.words(language)):
            yield f"`{key}`" if not text else f"`{key}` (代码 / code)"
    if not programme.standard:
        yield "`standard`"


RULE = Rule(
    code="PLN120",
    name="occupations-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "职业面向缺少：{missing}",
            "补上：{missing}",
        ),
        "en": (
            "missing among the occupations: {missing}",
            "add: {missing}",
        ),
    },
    check=_check,
)
