"""CRS161 三方主编不齐

含义：教材由企业专家（参数、步骤、案例）、学校专业带头人（教学化转化）、行业专家（标准、术语）三方各至少一位主编
共同编写，三位是不同的人。写了人才培养方案而没有写 `editors` 的，只作提示。

例：`editors` 中有企业和学校的主编，没有行业的主编。

改法：在 `sopcurric.yaml` 的 `editors` 中补写缺少的一方；一人不能代表两方。

依据：三主编的做法（安徽集群方案）；《职业院校教材管理办法》要求编写队伍多方组成（凭记忆，未核对原文）。

----

CRS161 Chief editors of three sides

Meaning: textbooks have at least one chief editor each of a plant (parameters, steps, cases), the college
(teaching) and the industry (standards, terms), three different persons. Where a programme is written and no
`editors`, this is a hint.

Example: `editors` with chief editors of a plant and the college, and none of the industry.

Cure: add the missing side to `editors` in `sopcurric.yaml`; nobody stands for two sides.

Source: the practice of three chief editors (plan of the Anhui cluster); the ministry's rules for textbooks ask
for authors of several sides (recalled, not verified).
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.editors import Editor, EditorKind
from sopcurric.model.text import Text
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "none": "在 `editors` 中写明三方主编",
        "missing": "补写这一方的主编",
        "same": "三方主编须是不同的人",
        "kind.company": "企业",
        "kind.school": "学校",
        "kind.industry": "行业",
        "kind.all": "三方",
    },
    "en": {
        "none": "name the three chief editors in `editors`",
        "missing": "add a chief editor of that side",
        "same": "let three different persons do it",
        "kind.company": "the plant",
        "kind.school": "the college",
        "kind.industry": "the industry",
        "kind.all": "any side",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    editors = compilation.inputs.settings.editors
    if not editors:
        if compilation.inputs.programmes:
            yield _finding("all", "none", Severity.INFO)
        return
    chiefs = [one for one in editors if one.role == "chief"]
    for kind in EditorKind:
        if not any(one.kind is kind for one in chiefs):
            yield _finding(kind.value, "missing", Severity.WARNING)
    yield from _doubled(chiefs)


def _doubled(chiefs: Iterable[Editor]) -> Iterator[Finding]:
    """A side whose chief editors all stand for another side, too."""
    sides: dict[Text, EditorKind] = {}
    for one in chiefs:
        if sides.setdefault(one.name, one.kind) is not one.kind:
            yield _finding(one.kind.value, "same", Severity.WARNING)


def _finding(kind: str, variant: str, severity: Severity) -> Finding:
    return finding("CRS161", severity, subject="@project/editors", kind=kind, variant=variant)


RULE = Rule(
    code="CRS161",
    name="editors-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "编审人员中缺少{kind}主编",
            "企业、学校、行业三方各写一位主编",
        ),
        "en": (
            "there is no chief editor of {kind} alone",
            "name one chief editor each of plant, college and industry",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
