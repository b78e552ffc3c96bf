"""SOP136 标识看上去一样

含义：同一节（同一程序的步骤）中两个标识只差大小写，或只差数字 0 与字母 O、数字 1 与字母 l、I，引用时很容易写错，
查错时也看不出来。

例：

    parameters:
      - {id: P-O2, title: 氧浓}
      - {id: P-02, title: 二号泵出口压力}

改法：给还没有发布的一个换上差别明显的标识，并改正引用它的地方。

依据：通行做法：标识唯一。

----

SOP136 Ids that look alike

Meaning: two ids of a section, or of the steps of a procedure, differ in case only, or in the digit 0 and the letter
O, the digit 1 and the letters l, I. They are mixed up easily when referring to them, and the slip cannot be seen.

Example (YAML):

    parameters:
      - {id: P-O2, title: Oxygen}
      - {id: P-02, title: Outlet pressure of pump 2}

Cure: give the one that is not published yet an id that differs plainly, and correct the references to it.

Source: common practice: codes are unique.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.plugin import Rule

_ALIKE = str.maketrans("OolI", "0011")


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        rows: list[Iterable[Address]] = [[one.address for one in section] for _, section in sop.sections()]
        rows.append([procedure.address for procedure in sop.procedures])
        rows += [[step.address for step in procedure.steps] for procedure in sop.procedures]
        for row in rows:
            yield from _alike(row)


def _alike(addresses: Iterable[Address]) -> Iterator[Finding]:
    seen: dict[str, Address] = {}
    for address in addresses:
        name = name_in(address)
        keys = {name.casefold(), f"={name.translate(_ALIKE).casefold()}"}
        other = next((seen[key] for key in sorted(keys) if key in seen and name_in(seen[key]) != name), "")
        if other:
            yield finding("SOP136", Severity.INFO, subject=address, about=(other,), id=name, other=name_in(other))
        seen |= {key: address for key in keys if key not in seen}


RULE = Rule(
    code="SOP136",
    name="look-alike-ids",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "标识 `{id}` 与 `{other}` 看上去一样",
            "给其中一个换上差别明显的标识",
        ),
        "en": (
            "the ids `{id}` and `{other}` look alike",
            "give one of them an id that differs plainly",
        ),
    },
    check=_check,
)
