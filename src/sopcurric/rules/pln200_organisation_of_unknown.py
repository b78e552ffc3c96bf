"""PLN200 组织保障引用的单位不存在

含义：`organisation` 中的 `lead`、`takes_part`、`informed`、组长的 `partner`、经费的 `shares` 都填合作方的 `id`。

例：`lead: plant-9`，方案的 `partners` 中没有 plant-9。

改法：按提示改成已有的单位，或在 `partners` 中补上。

依据：通行做法：引用的对象必须存在。

----

PLN200 Unknown partners in the organisation

Meaning: `lead`, `takes_part`, `informed`, `partner` of leaders and `shares` of costs are partners by id.

Example: `lead: plant-9`, and there is no such partner.

Cure: write a partner that exists, or add it to `partners`.

Source: common practice: what is referred to exists.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import Organisation
from sopcurric.model.organisation import organised, parts_of
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, own in organised(compilation):
        known = [one.id for one in programme.partners]
        for name, part in _named(own):
            if name not in known:
                yield finding(
                    "PLN200", subject=f"@organisation/{programme.id}", part=part, value=name, known=", ".join(known)
                )


def _named(own: Organisation) -> Iterator[tuple[str, Pointer]]:
    for place, item in enumerate(own.responsibilities):
        yield from ((name, ("responsibilities", place, *part)) for name, _, part in parts_of(item))
    for place, leader in enumerate(own.leaders):
        yield leader.partner, ("leaders", place, "partner")
    for place, cost in enumerate(own.costs):
        yield from ((name, ("costs", place, "shares", name)) for name in cost.shares)


RULE = Rule(
    code="PLN200",
    name="organisation-of-unknown",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "合作方中没有 `{value}`",
            "改成已有的单位：{known}",
        ),
        "en": (
            "there is no partner `{value}`",
            "use one that exists: {known}",
        ),
    },
    check=_check,
)
