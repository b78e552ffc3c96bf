"""INT124 导师带的学员太多

含义：一名导师同时带的学员（`apprentices`）超过通行的上限。

例：

    mentors:
      - {id: M1, title: 导师, level: 技师, partner: plant, jobs: [DIG], apprentices: 12}

改法：减少带徒人数，或增加导师。

依据：企业新型学徒制的地方规定（天津：不超过 8 名）；集团案例为一对一。数值写在规则集的
`internship-apprentices-per-mentor`。

----

INT124 A mentor of too many apprentices

Meaning: a mentor has more apprentices at once (`apprentices`) than is usual.

Example (YAML):

    mentors:
      - {id: M1, title: Mentor, level: technician, partner: plant, jobs: [DIG], apprentices: 12}

Cure: give the mentor fewer, or name more mentors.

Source: a local rule on apprenticeships (Tianjin: 8 at most); in the case of a group each mentor has one. The
number stands in the profile as `internship-apprentices-per-mentor`.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.demand import severity_of
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    number = compilation.inputs.profile.numbers.get("internship-apprentices-per-mentor")
    for programme in compilation.inputs.programmes if number else ():
        for mentor in programme.mentors:
            if number and mentor.apprentices > number.value:
                yield finding(
                    "INT124",
                    severity_of(number),
                    subject=f"@programme/{programme.id}/{mentor.id}",
                    mentor=mentor.id,
                    number=mentor.apprentices,
                    most=f"{number.value:g}",
                )


RULE = Rule(
    code="INT124",
    name="many-apprentices",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "导师 `{mentor}` 带 `{number}` 名学员，一般不超过 `{most}` 名",
            "减少带徒人数，或增加导师",
        ),
        "en": (
            "the mentor `{mentor}` has `{number}` apprentices, usually `{most}` at most",
            "give the mentor fewer, or name more mentors",
        ),
    },
    check=_check,
)
