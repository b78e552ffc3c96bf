"""LEF105 两张活页的编号相同

含义：活页按编号替换，每张活页的编号只能用一次，否则换页时会换错。出现这条说明程序有误，不是规程有误。

例：两张记录表都叫 `a1b2c3d4-R`。

改法：把出现问题的项目文件反馈给维护者；在改正以前不要发放这一册。

依据：通行做法：标识唯一。

----

LEF105 Two leaves with the same id

Meaning: leaves are replaced by id, so an id may be used once; otherwise the wrong leaf is taken out. Where it
is used twice, that is a bug of ours and no fault of the SOP.

Example: two record leaves are called `a1b2c3d4-R`.

Cure: report it with the files of the project; do not hand out the binder until it is mended.

Source: common practice: codes are unique.
"""

from collections import Counter
from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    leaves = [leaf for binder in compilation.binders for leaf in binder.leaves]
    first = {leaf.id: leaf for leaf in reversed(leaves)}
    for identity, count in Counter(leaf.id for leaf in leaves).items():
        if count > 1:
            subject = next(iter(first[identity].derived_from), "")
            yield finding("LEF105", subject=subject, id=identity, count=count)


RULE = Rule(
    code="LEF105",
    name="duplicate-leaf",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "有 `{count}` 张活页的编号都是 `{id}`",
            "这是程序的错误：把项目文件反馈给维护者",
        ),
        "en": (
            "`{count}` leaves have the id `{id}`",
            "this is a bug of ours: report it with the files of the project",
        ),
    },
    check=_check,
    printed=True,
)
