"""INT115 安排学生加班、夜班或休息日实习而没有备案

含义：除专业和岗位有特殊要求并事先报主管部门备案外，不得安排学生加班、夜班，不得在休息日和法定节假日
安排实习。固定导师所在班组要上夜班，又没有替补导师的，学生只能跟着上夜班。

例：

    internship:
      night: true

改法：取消安排，或为上夜班的导师指定常日班的替补导师；确有特殊要求的，事先备案并在 `filings` 中写上
事项和备案号。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）；第十七条的原文（凭记忆，未核对原文，因此为
警告），2016 年的规定有同样内容。

----

INT115 Nights, overtime or rest days that were not filed

Meaning: learners work no overtime, no nights, no rest days and holidays, unless major or post asks for it and
it was reported beforehand. Where the crew of a mentor works nights and nobody stands in, learners can only go
along.

Example (YAML):

    internship:
      night: true

Cure: take it out, or name somebody of the day shift who stands in; where it is needed, file it beforehand and
write what and the number in `filings`.

Source: rules on internships of vocational students, 2021 No. 4; the wording of article 17 is recalled, not read
again, hence a warning; the text of 2016 says the same.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import Mentor, ProgrammeFile
from sopcurric.model.internship import filed, organised
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "key": "取消 `{name}: true`，或事先备案并在 `filings` 中写 `why: [{why}]` 和 `number`",
        "mentor": "导师 `{name}` 的班组上夜班：写上常日班的替补导师 `substitutes`，或事先备案夜班",
    },
    "en": {
        "key": "take `{name}: true` out, or file it beforehand and write `why: [{why}]` and `number` in `filings`",
        "mentor": "the crew of `{name}` works nights: name somebody who stands in (`substitutes`), or file it",
    },
}


_KEYS = (("night", "night"), ("overtime", "overtime"), ("rest_days", "rest-days"))


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, internship, address in organised(compilation):
        for key, why in _KEYS:
            if getattr(internship, key) and not filed(internship, why):
                part = (key,)
                yield finding("INT115", Severity.WARNING, subject=address, part=part, name=key, why=why, variant="key")
        for mentor in _at_night(programme) if not filed(internship, "night") else ():
            subject = f"@programme/{programme.id}/{mentor.id}"
            yield finding("INT115", Severity.WARNING, subject=subject, name=mentor.id, why="night", variant="mentor")


def _at_night(programme: ProgrammeFile) -> Iterator[Mentor]:
    """Mentors of a crew that works nights, for whom nobody stands in."""
    rosters = {one.id: one.roster for one in programme.partners}
    for mentor in programme.mentors:
        roster = rosters.get(mentor.partner)
        if mentor.crew and roster and "night" in roster.turns and not mentor.substitutes:
            yield mentor


RULE = Rule(
    code="INT115",
    name="night-or-overtime",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "`{name}`：安排了 `{why}`，没有备案号（不得；条文凭记忆，未核对原文）",
            "取消安排，或事先备案",
        ),
        "en": (
            "`{name}`: `{why}` without a filing number (must not; recalled, not read again)",
            "take it out, or file it beforehand",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
