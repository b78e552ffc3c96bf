"""INT103 岗位实习没有写明怎样组织

含义：方案有岗位实习阶段（`legal_type: post`），但没有 `internship:` 一节。实习方案和手册照样打印，
报酬、保险、考察、备案、指导人员等空着，也没有检查。

例：`programmes/` 中的文件只有 `segments`，没有 `internship:`。

改法：在方案文件中写 `internship:`：报酬 `pay`、保险 `insurance`、考察 `inspections`、指导 `guides`、
备案 `filings`、安全培训 `safety`、知情同意 `consent`。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）要求实习有方案，并对报酬、保险、考察、指导、
安全提出要求。

----

INT103 An internship of which nobody says how it is organised

Meaning: the programme has a segment of `legal_type: post` and no `internship:`. Plan and handbook are printed
with open places for pay, insurance, inspection, filing and guides, and none of it is checked.

Example: a file in `programmes/` with `segments` and no `internship:`.

Cure: write `internship:` with `pay`, `insurance`, `inspections`, `guides`, `filings`, `safety` and `consent`.

Source: rules on internships of vocational students, 2021 No. 4, which ask for a plan and for all of these.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.internship import has_post
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        if programme.internship is None and has_post(programme):
            yield finding("INT103", Severity.INFO, subject=f"@programme/{programme.id}", programme=programme.id)


RULE = Rule(
    code="INT103",
    name="internship-not-written",
    severity=Severity.INFO,
    sentences={
        "zh": (
            "方案 `{programme}` 有岗位实习，没有写明怎样组织",
            "在方案文件中写 `internship:`，写明报酬、保险、考察、指导、备案和安全培训",
        ),
        "en": (
            "the programme `{programme}` has an internship and does not say how it is organised",
            "write `internship:` with pay, insurance, inspections, guides, filings and safety training",
        ),
    },
    check=_check,
)
