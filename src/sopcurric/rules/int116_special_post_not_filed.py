"""INT116 特殊岗位实习没有备案

含义：岗位有较大及以上的高温、有毒（腐蚀）、易燃易爆、高处等风险，学生在这里实习要事先报主管部门备案。
规程中危险源的名称说明有哪些风险。

例：溶出岗位有“高温碱液喷溅灼伤”（较大风险），`filings` 中没有它。

改法：事先备案，在 `filings` 中写上岗位、事项和备案号；不能备案的，改安排其他岗位。

依据：《职业学校学生实习管理规定》（教职成〔2021〕4号）第十七条（凭记忆，未核对原文，因此为警告）。
由危险源名称推断的是可能的风险，以实际为准。

----

INT116 A special post that was not filed

Meaning: a post with hazards of the two highest grades that are heat, poison (or caustic), fire and explosion,
or height is reported to the authority before learners work there. The titles of hazards in the SOP say which
there are.

Example: digestion has “splashes of hot caustic” of a higher grade, and `filings` does not name it.

Cure: file it beforehand and write job, kinds and number in `filings`; where that cannot be, choose other posts.

Source: rules on internships of vocational students, 2021 No. 4, article 17 (recalled, not read again, hence a
warning). Titles of hazards only hint at what there is.
"""

from collections.abc import Iterable

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.linguistics.special_posts import special
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.sop_kinds import Risk
from sopcurric.model.internship import filed, jobs_of, organised
from sopcurric.model.sop import JobSop
from sopcurric.plugin import Rule

_GRAVE = (Risk.MAJOR, Risk.LARGER)


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, internship, address in organised(compilation):
        for job in jobs_of(programme, compilation):
            kinds = [one for one in _kinds(compilation.sops[job]) if not filed(internship, one, job)]
            if kinds:
                part = ("filings",) if internship.filings else ()
                yield finding(
                    "INT116",
                    Severity.WARNING,
                    subject=address,
                    part=part,
                    job=job,
                    kinds=", ".join(kinds),
                )


def _kinds(sop: JobSop) -> tuple[str, ...]:
    grave = (one.title.words(sop.language) for one in sop.hazards if one.risk in _GRAVE)
    return tuple(dict.fromkeys(kind for words in grave for kind in special(words)))


RULE = Rule(
    code="INT116",
    name="special-post-not-filed",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "岗位 `{job}` 有较大风险 `{kinds}`，没有备案号（条文凭记忆，未核对原文）",
            "事先备案，在 `filings` 中写 `job: {job}`、`why: [{kinds}]` 和 `number`，或改安排其他岗位",
        ),
        "en": (
            "`{job}` has grave hazards (`{kinds}`) and no filing number (recalled, not read again)",
            "file it beforehand with `job: {job}`, `why: [{kinds}]` and `number`, or choose another post",
        ),
    },
    check=_check,
)
