"""CRS142 引导问题在教师页上没有答案

含义：引导问题页（A）上的每个问题，在同一任务的教师页（N）上都要有答案。页由程序生成，出现这条说明程序有误；
有决定隐去了教师页的内容时，也会出现。

例：引导问题“‘溶出温度’应控制在什么范围？”在教师页上没有参考答案。

改法：撤回隐去教师页内容的决定；没有这样的决定时，把项目文件反馈给维护者。

依据：每个引导问题在教师资料中都有答案（活页式教材的验收要求）。

----

CRS142 A guiding question without an answer

Meaning: each question of the leaf of guiding questions (A) has an answer on the teacher's page (N) of the same task.
Leaves are generated, so this is a bug of ours, unless a decision hides a part of the teacher's page.

Example: the guiding question “Within which range is the digestion temperature kept?” has no answer.

Cure: withdraw the decision that hides it; without one, report it with the files of the project.

Source: every guiding question has an answer in the teacher's pack.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.provenance import textbooks
from sopcurric.model.publication import Chapter, LeafKind, Row, Table
from sopcurric.model.saying import words
from sopcurric.plugin import Rule

_ASKED = 2
"""The column of the question on the leaf of guiding questions."""
_STEM, _ANSWER = 1, 2
"""The columns of the teacher's page."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for chapter in (chapter for binder in textbooks(compilation.binders) for chapter in binder.chapters):
        answered = {
            row.cells[_STEM].content
            for row in _rows(chapter, LeafKind.TEACHER, "N/answers")
            if any(row.cells[_ANSWER].content)
        }
        for row in _rows(chapter, LeafKind.GUIDANCE, "A/questions"):
            if row.cells[_ASKED].content not in answered:
                subject = next(iter(row.derived_from), "")
                yield finding("CRS142", subject=subject, leaf=chapter.label, number=_number(row))


def _rows(chapter: Chapter, kind: LeafKind, key: str) -> Iterator[Row]:
    for leaf in chapter.leaves:
        for block in leaf.blocks if leaf.kind is kind else ():
            if isinstance(block, Table) and block.key == key:
                yield from block.rows


def _number(row: Row) -> str:
    first = row.cells[0].content[0]
    return words(first, "en")


RULE = Rule(
    code="CRS142",
    name="guiding-question-without-answer",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "任务 `{leaf}` 的第 `{number}` 个引导问题在教师页上没有答案",
            "撤回隐去教师页内容的决定；没有这样的决定时，把项目文件反馈给维护者",
        ),
        "en": (
            "guiding question `{number}` of `{leaf}` has no answer on the teacher's page",
            "withdraw the decision that hides it, or report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
