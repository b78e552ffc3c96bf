"""STD104 方案引用的职业标准或等级不存在

含义：方案的 `standard` 是 `standards/` 中某个标准的代码，`target_level` 和各职后阶段的 `level` 是这个标准的等
级。引用不存在时，覆盖率和职后培训内容都算不出来。

例：

    standard: 6-17-06-01
    target_level: L9

改法：按提示改成已有的代码或等级；还没有标准文件的，先补上文件，或删去这几个键。

依据：课程按国家职业标准的职业功能、工作内容和等级对应。

----

STD104 A programme refers to a standard or level that does not exist

Meaning: `standard` is the code of a standard in `standards/`; `target_level` and the `level` of stages in
service are levels of it. Otherwise neither coverage nor the content of the stages can be computed.

Example (YAML):

    standard: 6-17-06-01
    target_level: L9

Cure: write a code or level that exists; where there is no such file yet, add it or remove the keys.

Source: courses refer to function, content and level of the national standard.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "standard": "改成 `standards/` 中已有的代码（{known}），或补上这个标准的文件",
        "level": "改成标准中已有的等级：{known}",
        "no-standard": "先用 `standard` 写明职业标准，或删去 `{key}`",
    },
    "en": {
        "standard": "use the code of a standard in `standards/` ({known}), or add the file",
        "level": "use a level of the standard: {known}",
        "no-standard": "name the standard with `standard` first, or remove `{key}`",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    standards = {standard.code: standard for standard in compilation.inputs.standards}
    for programme in compilation.inputs.programmes:
        standard = standards.get(programme.standard or "")
        if programme.standard and standard is None:
            yield _finding(f"@programme/{programme.id}", "standard", programme.standard, standards, "standard")
            continue
        levels = [level.id for level in standard.levels] if standard else []
        for subject, key, level in _levels(programme):
            if level not in levels:
                yield _finding(subject, key, level, levels, "level" if standard else "no-standard")


def _levels(programme: ProgrammeFile) -> Iterator[tuple[Address, str, str]]:
    address = f"@programme/{programme.id}"
    if programme.target_level:
        yield address, "target_level", programme.target_level
    for stage in programme.in_service:
        if stage.level:
            yield f"{address}/{stage.id}", "level", stage.level


def _finding(subject: Address, key: str, value: str, known: Iterable[str], variant: str) -> Finding:
    names = ", ".join(sorted(known)) or "—"
    return finding("STD104", subject=subject, key=key, value=value, known=names, variant=variant)


RULE = Rule(
    code="STD104",
    name="unknown-standard",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{key}` 的值 `{value}` 不存在",
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
