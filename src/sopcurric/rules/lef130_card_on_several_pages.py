"""LEF130 岗位操作卡一页放不下

含义：岗位操作卡张贴在现场，最好一页看完。步骤或文字太多，一页放不下时，操作卡分成几页打印，标题带“1/2”，
各页要一起张贴。

例：一个程序有 14 步，每步都有标准和警告，操作卡分成两页。

改法：把程序拆成两个，如“启动”和“升温”分开写；或把标准、警告写短，说明性的内容写到 `notes`、`reason` 里
（不印在卡上）。确实拆不开的，按两页张贴。

依据：通行做法：一卡一页。

----

LEF130 An operation card on several pages

Meaning: an operation card hangs at the post and is best read on one page. Where steps or words are too many, the
card goes on on a further page, its title says “1/2”, and all pages are hung up together.

Example: a procedure of 14 steps with standards and warnings, whose card has two pages.

Cure: make two procedures of it, such as starting and heating; or shorten standards and warnings, and put what only
explains into `notes` and `reason`, which do not stand on the card. Where it cannot be split, hang up both pages.

Source: common practice: one card, one page.
"""

from collections import Counter
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import LeafKind
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    leaves = (leaf for binder in compilation.binders for leaf in binder.leaves)
    pages = Counter(leaf.derived_from for leaf in leaves if leaf.kind is LeafKind.OPERATION_CARD)
    for members, count in pages.items():
        procedure = compilation.procedures.get(min(members))
        if count > 1 and procedure:
            steps, name = len(procedure.steps), name_in(procedure.address)
            yield finding("LEF130", Severity.INFO, subject=procedure.address, id=name, pages=count, steps=steps)


RULE = Rule(
    code="LEF130",
    name="card-on-several-pages",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "程序 `{id}` 有 `{steps}` 步，岗位操作卡要分成 `{pages}` 页",
            "把程序拆成两个，或把标准和警告写短；拆不开的各页一起张贴",
        ),
        "en": (
            "the procedure `{id}` has `{steps}` steps, so that its operation card has `{pages}` pages",
            "split the procedure, or shorten standards and warnings; where that cannot be, hang up all pages together",
        ),
    },
    check=_check,
    printed=True,
)
