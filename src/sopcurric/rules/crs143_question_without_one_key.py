"""CRS143 题库中的题目没有唯一的答案

含义：单项选择题有且只有一个正确选项，多项选择题有两个以上，选项互不相同、互不包含，排序题和匹配题的答案把各项恰好用一次，
其余题目有答案。题目由程序生成，出现这条说明程序有误。

例：单项选择题的两个选项都写着“停泵时关”。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要使用这道题。

依据：通行做法：客观题答案唯一，选项相互排斥。

----

CRS143 A question without exactly one key

Meaning: a single-choice question has exactly one right option, a multiple-choice question two or more; no option is
another one or a part of it; the key of an order or a matching uses everything once; every other question has an
answer. Questions are generated, so this is a bug of ours.

Example: two options of a single-choice question both say “closed while the pump is stopped”.

Cure: report it with the files of the project; do not use the question until it is mended.

Source: objective questions have one key, and their options exclude each other.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.nesting import nested
from sopcurric.model.compilation import Compilation
from sopcurric.model.question_bank import CHOSEN, BankQuestion
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for one in compilation.bank.questions:
        if not (_is_keyed(one) and _is_apart(one, compilation.inputs.settings.language)):
            yield finding("CRS143", subject=one.derived_from[0], question=one.id)


def _is_keyed(one: BankQuestion) -> bool:
    known = set(one.key) <= set(range(len(one.matches or one.options)))
    match one.form:
        case "single-choice":
            return known and len(one.key) == 1
        case "multiple-choice":
            return known and 1 < len(set(one.key)) < len(one.options)
        case "true-false":
            return one.key in {(0,), (1,)}
        case "ordering" | "matching":
            return len(one.options) > 1 and sorted(one.key) == [*range(len(one.options))]
        case _:
            return bool(one.answers)


def _is_apart(one: BankQuestion, language: str) -> bool:
    """Whether no option, or match, is another one; of choices, none is a part of another one."""
    for side in (one.options, one.matches):
        said = [words(phrase, language) for phrase in side]
        if len(set(said)) < len(said):
            return False
        if one.form in CHOSEN and any(nested(a, b) for place, a in enumerate(said) for b in said[place + 1 :]):
            return False
    return True


RULE = Rule(
    code="CRS143",
    name="question-without-one-key",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "题目 `{question}` 没有唯一的答案",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "the question `{question}` has not exactly one key",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
