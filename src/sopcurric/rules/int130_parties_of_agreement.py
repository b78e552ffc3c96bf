"""INT130 协议的签约方不对

含义：委托培养协议由集团、院校、企业签订；岗位实习三方协议由学校、实习单位、学生签订（学生分别签署，
不写在 `parties` 中）。两份协议的签约方不同，不能互相代替。

例：

    agreements:
      internship:
        parties: [group, college]

改法：补上缺少的一方；集团不是岗位实习三方协议的签约方。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）（三方协议）；委托培养协议为集团案例（因此为
警告）。

----

INT130 Parties of an agreement that are not the right ones

Meaning: group, college and plants agree on training on order; college, plant and student agree on an internship
(students sign beside, they are not among `parties`). Neither takes the place of the other.

Example (YAML):

    agreements:
      internship:
        parties: [group, college]

Cure: add the party that is missing; the group is no party of the internship.

Source: rules on internships of vocational students, 2021 No. 4 (agreement of three parties); the other is the
case of a group (hence a warning).
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.agreements import Agreements
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "absent": "补上角色为 `{roles}` 的一方",
        "beside": "`{roles}` 不是岗位实习三方协议的签约方，从 `parties` 中删去",
    },
    "en": {
        "absent": "add a party of the role `{roles}`",
        "beside": "`{roles}` is no party of the internship: remove it from `parties`",
    },
}


_ASKED = {"entrusted": ("group", "college", "plant"), "internship": ("college", "plant")}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        roles = {one.id: one.role for one in programme.partners}
        for key, parties in _parties(programme.agreements):
            own = {roles[one] for one in parties if one in roles}
            absent = [one for one in _ASKED[key] if one not in own]
            beside = [one for one in own if one not in _ASKED[key] and key == "internship"]
            fault = "absent" if absent else "beside" if beside else ""
            if fault:
                yield finding(
                    "INT130",
                    Severity.WARNING,
                    subject=f"@agreements/{programme.id}",
                    part=(key, "parties") if parties else (key,),
                    roles=", ".join(sorted(absent or beside)),
                    variant=fault,
                )


def _parties(agreements: Agreements | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    if agreements and agreements.entrusted:
        yield "entrusted", agreements.entrusted.parties
    if agreements and agreements.internship:
        yield "internship", agreements.internship.parties


RULE = Rule(
    code="INT130",
    name="parties-of-agreement",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "协议的签约方不对：`{roles}`",
            "改正 `parties`",
        ),
        "en": (
            "the parties are not the right ones: `{roles}`",
            "correct `parties`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
