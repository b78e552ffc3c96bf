"""SOP020 引用的内容不存在

含义：程序、步骤、点检点、异常、处置卡、工序、阀门、联锁、隔离点和交接班内容用标识引用各节的内容和程序。
引用的标识在本文件相应的一节中必须存在，否则这条引用不会出现在任何活页上。
引用其他规程的写成“代码/标识”，如 `PRC-01/T-digest`；代码、标识都要存在。写在别的一节里的，提示在哪一节。

例：

    parameters:
      - {id: P-feed, title: 喂料压力, range: 0.2–0.4 MPa}
    procedures:
      - id: P1
        title: 启动隔膜泵
        parameters: [P-fed]

改法：按提示改正标识；确实没有这项内容的，先在相应的一节中补上。

依据：通行做法：上级存在，用于全部引用。

----

SOP020 A reference to an element that does not exist

Meaning: procedures, steps, inspection points, deviations, emergency cards, stages, valves, interlocks, lockouts and
items of hand-over refer to elements and procedures by id. The id must exist in that section of the same file, or the
reference appears on no leaf. Elements of other documents are named with their code, as in `PRC-01/T-digest`; both must
exist. An id that stands in another section is told with that section.

Example (YAML):

    parameters:
      - {id: P-feed, title: Feed pressure, range: 0.2–0.4 MPa}
    procedures:
      - id: P1
        title: Start the diaphragm pump
        parameters: [P-fed]

Cure: correct the id as suggested; where the element is really missing, add it to its section.

Source: common practice: the parent exists, applied to every reference.
"""

import difflib
from collections.abc import Iterable, Mapping

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address, job_of, name_in
from sopcurric.model.compilation import Compilation
from sopcurric.model.references import Named, references
from sopcurric.model.sop import JobSop
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "did-you-mean": "改成 `{suggestion}`",
        "elsewhere": "`{id}` 在 `{suggestion}:` 一节中，移到 `{suggestion}:` 引用，或换成 `{section}:` 的标识",
        "document": "改成已有的规程代码（{known}），或删去这个引用",
        "known": "改成已有的标识（{known}），或在 `{section}:` 中添加 `{id}`",
        "empty": "在 `{section}:` 中添加 `{id}`，或删去这个引用",
    },
    "en": {
        "did-you-mean": "write `{suggestion}`",
        "elsewhere": "`{id}` stands in `{suggestion}:`; name it by `{suggestion}:`, or use an id of `{section}:`",
        "document": "use the code of an SOP that exists ({known}), or remove the reference",
        "known": "use an id that exists ({known}), or add `{id}` to `{section}:`",
        "empty": "add `{id}` to `{section}:`, or remove the reference",
    },
}

Known = Mapping[str, Mapping[str, Address]]
"""For each section of an SOP the addresses that it holds, by id."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    known = {sop.address: _known(sop) for sop in compilation.inputs.sops}
    for sop in compilation.inputs.sops:
        for one in references(sop):
            there = known.get(job_of(one.address), {}).get(one.section, {})
            if there.get(name_in(one.address)) != one.address:
                yield _finding(one, known)


def _known(sop: JobSop) -> Known:
    found = {section: {name_in(one.address): one.address for one in elements} for section, elements in sop.sections()}
    procedures = [one.address for one in sop.procedures] + [one.address for one in sop.absent]
    return {**found, "procedures": {name_in(address): address for address in procedures}}


def _finding(one: Named, known: Mapping[Address, Known]) -> Finding:
    wanted, there = name_in(one.address), known.get(job_of(one.address))
    ids = list((there or {}).get(one.section, {}))
    suggestion, variant = "", "document"
    if there is not None:
        same = [name for name in ids if name.casefold() == wanted.casefold()]
        suggestion = next(iter([*same, *difflib.get_close_matches(wanted, ids, n=1)]), "")
        other = next((name for name, elements in there.items() if wanted in elements), "")
        variant = "elsewhere" if other else "did-you-mean" if suggestion else "known" if ids else "empty"
        suggestion = other or suggestion
    return finding(
        "SOP020",
        subject=one.owner,
        part=one.part,
        section=one.section,
        id=wanted if job_of(one.address) == job_of(one.owner) else f"{job_of(one.address)}/{wanted}",
        known=", ".join(ids if there is not None else known),
        suggestion=suggestion,
        variant=variant,
    )


RULE = Rule(
    code="SOP020",
    name="missing-element",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "`{section}:` 中没有标识 `{id}`",
            "改成 `{section}:` 中已有的标识，或在那里添加 `{id}`",
        ),
        "en": (
            "there is no `{id}` in `{section}:`",
            "use an id of `{section}:`, or add `{id}` there",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
