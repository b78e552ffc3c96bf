"""INT172 转岗或晋升路径的岗位、等级不存在

含义：`in_service_paths` 的 `start`、`goal` 是岗位的地址，`level` 是职业技能标准中等级的标识；`goal` 与 `level` 填
一个。规程文件有错误而没有参加编译时，也会报这一条，先改正规程文件。

例：`{id: W1, start: DIG, goal: SETT}`，没有岗位 SETT。

改法：按提示改成已有的岗位或等级。

依据：通行做法：引用的岗位和等级必须存在。

----

INT172 A way to a job or level that does not exist

Meaning: `start` and `goal` of `in_service_paths` are addresses of jobs, `level` is a level of the standard; one of
`goal` and `level` is given. Where an SOP was left out for its faults, mend that first.

Example: `{id: W1, start: DIG, goal: SETT}`, and there is no job SETT.

Cure: write a job or level that exists.

Source: common practice: what is referred to exists.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.pathways import InServicePath
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "job": "改成已有的岗位：{known}",
        "level": "改成已有的等级：{known}",
        "one": "`goal`（岗位）与 `level`（等级）填一个；岗位：{known}",
    },
    "en": {
        "job": "use a job that there is an SOP for: {known}",
        "level": "use a level of the standard: {known}",
        "one": "give one of `goal` and `level`; jobs: {known}",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    jobs = ", ".join(compilation.sops) or "—"
    standards = {one.code: [level.id for level in one.levels] for one in compilation.inputs.standards}
    for programme in compilation.inputs.programmes:
        chosen = standards.get(programme.standard or "") or next(iter(standards.values()), [])
        levels = ", ".join(chosen) or "—"
        for path in programme.in_service_paths:
            subject = f"@programme/{programme.id}/{path.id}"
            if (path.goal is None) == (path.level is None):
                yield finding("INT172", subject=subject, key="goal", value=path.id, known=jobs, variant="one")
            for key, value in _jobs(path):
                if value not in compilation.sops:
                    yield finding("INT172", subject=subject, key=key, value=value, known=jobs, variant="job")
            if path.level is not None and path.level not in chosen:
                yield finding("INT172", subject=subject, key="level", value=path.level, known=levels, variant="level")


def _jobs(path: InServicePath) -> Iterator[tuple[str, str]]:
    yield "start", path.start
    if path.goal is not None:
        yield "goal", path.goal


RULE = Rule(
    code="INT172",
    name="path-to-nowhere",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "路径的 `{key}` 中，`{value}` 不能用",
            "改成已有的：{known}",
        ),
        "en": (
            "`{value}` of `{key}` leads nowhere",
            "use one that exists: {known}",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
