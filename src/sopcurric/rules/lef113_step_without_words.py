"""LEF113 工作单上的步骤没有写明做什么

含义：“任务实施”页上有这一步的序号和空格，却没有步骤的原话，学生照着做就漏掉了这一步。

例：第 4 步只印了执行人和地点，“启动隔膜泵”没有印出来。

改法：出现这条说明程序有误：把项目文件反馈给维护者；在改正以前不要发放这一册。

依据：通行做法：工作单逐步写明操作内容。

----

LEF113 A step on a work leaf that does not say what is done

Meaning: the work leaf has the number of the step and its boxes, but not its words; who works by it leaves the step
out.

Example: step 4 names who and where, but “start the pump” is missing.

Cure: this is a bug of ours: report it with the files of the project; do not hand out the binder until it is mended.

Source: common practice: a work sheet says step by step what is done.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Leaf, LeafKind, Row, Table
from sopcurric.model.saying import words
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    leaves = (leaf for binder in compilation.binders for leaf in binder.leaves if leaf.kind is LeafKind.WORK)
    for leaf in leaves:
        for address in _unsaid(leaf, compilation):
            number = compilation.steps[address].number
            yield finding("LEF113", subject=address, leaf=leaf.label, number=number)


def _unsaid(leaf: Leaf, compilation: Compilation) -> Iterator[str]:
    """The steps of a work leaf of which no row has the words; what a teacher typed is theirs to word."""
    language = compilation.inputs.settings.language
    rows: dict[str, list[Row]] = {}
    for table in leaf.blocks:
        if isinstance(table, Table) and table.origin == "computed":
            for row in table.rows:
                for address in row.derived_from:
                    if address in compilation.steps:
                        rows.setdefault(address, []).append(row)
    for address, own in rows.items():
        said = " ".join(words(one, language) for row in own for cell in row.cells for one in cell.content)
        wanted = compilation.steps[address].text, compilation.step_points[address].work
        if not any(one.words(language).rstrip("。.；;：: ") in said for one in wanted):
            yield address


RULE = Rule(
    code="LEF113",
    name="step-without-words",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "活页 `{leaf}` 上没有写明第 `{number}` 步做什么",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "leaf `{leaf}` does not say what step `{number}` is",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
