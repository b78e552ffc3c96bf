"""PLN111 企业导师或实训基地引用的岗位、单位不存在

含义：`mentors` 和 `bases` 中的 `jobs` 是岗位的地址，`partner` 是方案中合作单位的标识。
规程文件有错误而没有参加编译时，引用它的地方也会报这一条，先改正规程文件。

例：

    mentors:
      - {id: M1, title: 溶出导师, level: 高级技师, partner: plant-9, jobs: [DIG]}

改法：按提示改成已有的岗位或合作单位；新的合作单位先列入 `partners`。

依据：通行做法：上级存在，用于导师和基地。

----

PLN111 A mentor or training base of an unknown job or partner

Meaning: `jobs` of `mentors` and `bases` are addresses of jobs, `partner` is the id of a partner of the
programme. Where an SOP was left out for its faults, what refers to it is reported, too: mend the SOP first.

Example (YAML):

    mentors:
      - {id: M1, title: Mentor, level: Senior technician, partner: plant-9, jobs: [DIG]}

Cure: write a job or partner that exists; list new partners under `partners` first.

Source: common practice: the parent exists, applied to mentors and bases.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "partner": "改成 `partners` 中已有的单位：{known}",
        "job": "改成已有的岗位：{known}",
    },
    "en": {
        "partner": "use a partner that is listed under `partners`: {known}",
        "job": "use a job that there is an SOP for: {known}",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    jobs = ", ".join(compilation.sops) or "—"
    for programme in compilation.inputs.programmes:
        partners = [partner.id for partner in programme.partners]
        for owner, partner, named in _named(programme):
            subject = f"@programme/{programme.id}/{owner}"
            if partner not in partners:
                known = ", ".join(partners)
                yield finding("PLN111", subject=subject, key="partner", value=partner, known=known, variant="partner")
            for job in named:
                if job not in compilation.sops:
                    yield finding("PLN111", subject=subject, key="jobs", value=job, known=jobs, variant="job")


def _named(programme: ProgrammeFile) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for mentor in programme.mentors:
        yield mentor.id, mentor.partner, mentor.jobs
    for base in programme.bases:
        yield base.id, base.partner, base.jobs


RULE = Rule(
    code="PLN111",
    name="unknown-job-or-partner",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{key}` 中的 `{value}` 不存在",
            "改成已有的：{known}",
        ),
        "en": (
            "there is no `{value}`, which `{key}` names",
            "use one that exists: {known}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
