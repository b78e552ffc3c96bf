"""INT127 实习、带教或协议中的名称不存在

含义：`internship`、`mentoring`、`agreements` 中写的合作方、教师、岗位、基地、阶段、任务，方案或规程
中没有。

例：

    internship:
      guides:
        - {partner: plant-9, unit: 培训员}

改法：改成已有的名称。

依据：通行做法：引用的对象必须存在。

----

INT127 A name that does not exist in internship, mentoring or agreements

Meaning: partners, teachers, jobs, bases, segments and tasks that `internship`, `mentoring` and `agreements`
name exist.

Example (YAML):

    internship:
      guides:
        - {partner: plant-9, unit: trainer}

Cure: use a name that exists.

Source: common practice: what is named exists.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import meets
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "partner": "改成 `partners` 中已有的单位：{known}",
        "teacher": "改成 `teachers` 中已有的教师：{known}",
        "base": "改成 `bases` 中已有的基地：{known}",
        "segment": "改成 `segments` 中已有的阶段：{known}",
        "job": "改成已有的岗位：{known}",
        "task": "改成规程中已有的作业程序：{known}",
    },
    "en": {
        "partner": "use a partner that is listed under `partners`: {known}",
        "teacher": "use a teacher that is listed under `teachers`: {known}",
        "base": "use a base that is listed under `bases`: {known}",
        "segment": "use a segment that is listed under `segments`: {known}",
        "job": "use a job that there is an SOP for: {known}",
        "task": "use a procedure of an SOP: {known}",
    },
}


Named = tuple[str, str, tuple[str | int, ...], str]
"""Key, kind of thing, place in the key, name."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        known = _known(programme, compilation)
        for key, kind, part, name in (*_internship(programme), *_mentoring(programme), *_agreements(programme)):
            tasks = kind == "task" and any(meets(one, name) for one in compilation.procedures)
            if not tasks and name not in known[kind]:
                told = ", ".join(sorted(known[kind])[:_TOLD]) or "—"
                yield finding(
                    "INT127", subject=f"@{key}/{programme.id}", part=part, name=name, known=told, variant=kind
                )


_TOLD = 12
"""So many names are told at most."""


def _known(programme: ProgrammeFile, compilation: Compilation) -> dict[str, set[str]]:
    return {
        "partner": {one.id for one in programme.partners},
        "teacher": {one.id for one in programme.teachers},
        "base": {one.id for one in programme.bases},
        "segment": {one.id for one in programme.segments},
        "job": {*compilation.sops},
        "task": {*compilation.procedures},
    }


def _internship(programme: ProgrammeFile) -> Iterator[Named]:
    own = programme.internship
    if own is None:
        return
    for place, visit in enumerate(own.inspections):
        yield "internship", "partner", ("inspections", place), visit.partner
    for place, guide in enumerate(own.guides):
        yield "internship", "partner", ("guides", place), guide.partner
        if guide.teacher:
            yield "internship", "teacher", ("guides", place), guide.teacher
    for place, post in enumerate(own.posts):
        yield "internship", "job", ("posts", place), post.job
    for place, filing in enumerate(own.filings):
        if filing.job:
            yield "internship", "job", ("filings", place), filing.job
    for place, unit in enumerate(own.units):
        yield "internship", "base", ("units", place), unit.base


def _mentoring(programme: ProgrammeFile) -> Iterator[Named]:
    own = programme.mentoring
    if own is None:
        return
    for place, week in enumerate(own.weeks):
        yield "mentoring", "segment", ("weeks", place), week.segment
        yield "mentoring", "task", ("weeks", place), week.task
    for place, name in enumerate(own.left_out):
        yield "mentoring", "task", ("left_out", place), name


def _agreements(programme: ProgrammeFile) -> Iterator[Named]:
    own = programme.agreements
    if own is None:
        return
    for key, agreement in (("entrusted", own.entrusted), ("internship", own.internship)):
        for place, name in enumerate(agreement.parties if agreement else ()):
            yield "agreements", "partner", (key, "parties", place), name


RULE = Rule(
    code="INT127",
    name="unknown-name-of-internship",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "没有 `{name}`",
            "改成已有的：{known}",
        ),
        "en": (
            "there is no `{name}`",
            "use one that exists: {known}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
