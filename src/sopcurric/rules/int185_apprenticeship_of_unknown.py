"""INT185 学徒班引用的单位、岗位、导师、等级不存在

含义：`new_apprenticeship` 的 `company`、`school` 是合作方的标识，`job` 是岗位的地址，`level` 是等级的标识，
`mentors`、`teachers`是导师和教师的标识。

例：`mentors: [M9]`，方案中没有 M9。

改法：按提示改成已有的。

依据：通行做法：引用的对象必须存在。

----

INT185 A class of unknown partners, jobs, mentors or levels

Meaning: `company` and `school` of `new_apprenticeship` are partners, `job` is the address of a job, `level` a level,
`mentors` and `teachers` those of the programme.

Example: `mentors: [M9]`, and there is no M9.

Cure: write what exists.

Source: common practice: what is referred to exists.
"""

from collections.abc import Iterable, Iterator, Sequence

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.apprenticeship import NewApprenticeship
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule


def _check(compilation: Compilation) -> Iterable[Finding]:
    levels = [level.id for standard in compilation.inputs.standards for level in standard.levels]
    for programme in compilation.inputs.programmes:
        for one in programme.new_apprenticeship:
            for key, value, known in _named(one, programme, list(compilation.sops), levels):
                if value not in known:
                    yield finding(
                        "INT185",
                        subject=f"@programme/{programme.id}/{one.id}",
                        key=key,
                        value=value,
                        known=", ".join(known) or "—",
                    )


def _named(
    one: NewApprenticeship, programme: ProgrammeFile, jobs: Sequence[str], levels: Sequence[str]
) -> Iterator[tuple[str, str, Sequence[str]]]:
    partners = [each.id for each in programme.partners]
    yield "company", one.company, partners
    yield "school", one.school, partners
    yield "job", one.job, jobs
    yield "level", one.level, levels
    yield from (("mentors", name, [each.id for each in programme.mentors]) for name in one.mentors)
    yield from (("teachers", name, [each.id for each in programme.teachers]) for name in one.teachers)


RULE = Rule(
    code="INT185",
    name="apprenticeship-of-unknown",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "学徒班的 `{key}` 中，`{value}` 不存在",
            "改成已有的：{known}",
        ),
        "en": (
            "there is no `{value}`, which `{key}` of a class names",
            "use one that exists: {known}",
        ),
    },
    check=_check,
)
