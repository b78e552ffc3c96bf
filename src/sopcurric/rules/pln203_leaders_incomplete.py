"""PLN203 三组长不齐

含义：联合工作组由企业、学校、行业各一位负责人任组长，三位是不同的人，所在单位与所代表的一方相符（企业：企业或集团；
学校：院校；行业：行业组织）。写了 `organisation` 而没有写 `leaders` 的只提示。

例：`leaders` 中有企业和学校的组长，没有行业的组长；或同一人代表两方。

改法：补写缺少的一方；一人不代表两方；`partner` 填本方的单位。

依据：三组长的做法（安徽集群方案）；不是国家条文。

----

PLN203 Leaders of three sides

Meaning: the joint team has one leader each of the company, the college and the industry, three different persons who
come from partners of their side (plant or group; college; industry body). Where `organisation` is written without
`leaders`, this is a hint.

Example: leaders of company and college and none of the industry; or one person for two sides.

Cure: add the missing side; nobody stands for two sides; `partner` is one of the leader's side.

Source: the practice of three leaders (plan of the Anhui cluster); no national text.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.organisation import Organisation, Side
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.organisation import ROLES, SIDES, organised
from sopcurric.model.text import Text
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer

VARIANTS = {
    "zh": {
        "none": "在 `leaders` 中写明三方组长",
        "missing": "补写这一方的组长",
        "same": "三方组长须是不同的人",
        "other": "`partner` 填本方的单位",
        "fault.none": "没有写明",
        "fault.missing": "没有写明",
        "fault.same": "同时代表另一方",
        "fault.other": "的所在单位不属于这一方",
        "side.company": "企业",
        "side.school": "学校",
        "side.industry": "行业",
        "side.all": "三方",
    },
    "en": {
        "none": "name the three leaders in `leaders`",
        "missing": "add a leader of that side",
        "same": "let three different persons do it",
        "other": "write a partner of that side",
        "fault.none": "is not named",
        "fault.missing": "is not named",
        "fault.same": "stands for another side, too",
        "fault.other": "comes from a partner of another side",
        "side.company": "the company",
        "side.school": "the college",
        "side.industry": "the industry",
        "side.all": "any side",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, own in organised(compilation):
        subject = f"@organisation/{programme.id}"
        for severity, side, variant, part in _faults(programme, own):
            yield finding("PLN203", severity, subject=subject, part=part, side=side, fault=variant, variant=variant)


def _faults(programme: ProgrammeFile, own: Organisation) -> Iterator[tuple[Severity, str, str, Pointer]]:
    if not own.leaders:
        yield Severity.INFO, "all", "none", ()
        return
    named = {one.side for one in own.leaders}
    for side in SIDES:
        if side not in named:
            yield Severity.WARNING, side, "missing", ("leaders",)
    roles = {one.id: one.role for one in programme.partners}
    seen: dict[Text, Side] = {}
    for place, one in enumerate(own.leaders):
        if seen.setdefault(one.name, one.side) != one.side:
            yield Severity.WARNING, one.side, "same", ("leaders", place, "name")
        if roles.get(one.partner, ROLES[one.side][0]) not in ROLES[one.side]:
            yield Severity.WARNING, one.side, "other", ("leaders", place, "partner")


RULE = Rule(
    code="PLN203",
    name="leaders-incomplete",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "{side}组长{fault}",
            "企业、学校、行业三方各写一位组长",
        ),
        "en": (
            "the leader of {side} {fault}",
            "name one leader each of company, college and industry",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
