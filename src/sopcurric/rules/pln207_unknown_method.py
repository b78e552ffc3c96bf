"""PLN207 合作做法的名称或要素不存在

含义：同名做法在不同方案中含义不同（如“五共”“四共”），因此 `method` 写成“出处:名称”（如 `001:五共`），`element` 用
该做法的要素原文。本单位自己的做法以 `own:` 开头，并在 `elements` 中列出要素。

例：`method: 五共`，没有写出处；或 `001:五共` 中写了“成果共享”。

改法：按提示改成已有的名称或要素；自己的做法写成 `own:名称` 并列出 `elements`。

依据：各方案的做法清单（本程序所附）；同名异义须加出处。

----

PLN207 An unknown method or element

Meaning: methods of one name differ between schemes (五共, 四共), so `method` is where it comes from, a colon and its
name (`001:五共`), and `element` is one of its elements as it stands there. A method of one's own begins with `own:`
and has its `elements` listed.

Example: `method: 五共` without where it comes from; or 成果共享 in `001:五共`.

Cure: use a name or an element that exists; write `own:NAME` with `elements` for one's own.

Source: the list of methods that comes with this program; names that mean several things say which.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import MethodTable
from sopcurric.model.methods import METHODS, elements_of, is_own, meant
from sopcurric.model.organisation import organised
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer

VARIANTS = {
    "zh": {
        "method": "写成“出处:名称”：{known}；本单位自己的做法写成 `own:名称` 并列出 `elements`",
        "element": "用该做法的要素：{known}",
        "elements": "在 `elements` 中列出要素",
        "what.method": "没有这样的合作做法",
        "what.element": "没有这样的要素",
        "what.elements": "做法没有列出要素",
    },
    "en": {
        "method": "write where it comes from and its name: {known}; a method of your own is `own:NAME` with `elements`",
        "element": "use an element of this method: {known}",
        "elements": "list its elements in `elements`",
        "what.method": "there is no method",
        "what.element": "there is no element",
        "what.elements": "no elements are listed of the method",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, own in organised(compilation):
        for place, one in enumerate(own.methods):
            for value, known, variant, part in _faults(one):
                yield finding(
                    "PLN207",
                    subject=f"@organisation/{programme.id}",
                    part=("methods", place, *part),
                    value=value,
                    known=", ".join(known),
                    what=variant,
                    variant=variant,
                )


def _faults(one: MethodTable) -> Iterator[tuple[str, tuple[str, ...], str, Pointer]]:
    if not is_own(one.method) and one.method not in METHODS:
        yield one.method, meant(one.method), "method", ("method",)
        return
    known = elements_of(one.method, one.elements)
    if not known:
        yield one.method, (), "elements", ("method",)
        return
    written: list[tuple[str, Pointer]] = [(each, ("elements", place)) for place, each in enumerate(one.elements)]
    written += [(row.element, ("rows", place, "element")) for place, row in enumerate(one.rows)]
    yield from ((name, known, "element", part) for name, part in written if name not in known)


RULE = Rule(
    code="PLN207",
    name="unknown-method",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "{what}：`{value}`",
            "改成已有的：{known}",
        ),
        "en": (
            "{what} `{value}`",
            "use one that exists: {known}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
