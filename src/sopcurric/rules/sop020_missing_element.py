"""SOP020 引用的内容不存在

含义：程序、步骤和异常用标识引用职责、设备、参数、危险源、质量指标、记录和程序。
引用的标识在本文件相应的一节中必须存在，否则这条引用不会出现在任何活页上。

例：

    parameters:
      - {id: P-feed, title: 喂料压力, range: 0.2–0.4 MPa}
    procedures:
      - id: P1
        title: 启动隔膜泵
        parameters: [P-fed]

改法：按提示改正标识；确实没有这项内容的，先在相应的一节中补上。

依据：规则候选 CD-02（上级存在），用于全部引用。

----

SOP020 A reference to an element that does not exist

Meaning: procedures, steps and deviations refer to duties, equipment, parameters, hazards, quality checks,
records and procedures by id. The id must exist in that section of the same file, or the reference appears on no
leaf.

Example (YAML):

    parameters:
      - {id: P-feed, title: Feed pressure, range: 0.2–0.4 MPa}
    procedures:
      - id: P1
        title: Start the diaphragm pump
        parameters: [P-fed]

Cure: correct the id as suggested; where the element is really missing, add it to its section.

Source: rule candidate CD-02 (the parent exists), applied to every reference.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.sop import Deviation, JobSop, Procedure, Step
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer

VARIANTS = {
    "zh": {
        "did-you-mean": "改成 `{suggestion}`",
        "elsewhere": "`{id}` 在 `{other}:` 中：移到引用 `{other}` 的键下面，或改成 `{section}:` 中的标识",
        "known": "改成已有的标识（{known}），或在 `{section}:` 中添加 `{id}`",
        "empty": "在 `{section}:` 中添加 `{id}`，或删去这个引用",
    },
    "en": {
        "did-you-mean": "write `{suggestion}`",
        "elsewhere": "`{id}` is one of `{other}:`: refer to it by that key, or write an id of `{section}:`",
        "known": "use an id that exists ({known}), or add `{id}` to `{section}:`",
        "empty": "add `{id}` to `{section}:`, or remove the reference",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for sop in compilation.inputs.sops:
        known = _known(sop)
        for owner, key, addresses in _references(sop):
            section = _SECTIONS.get(key, key)
            for number, address in enumerate(addresses):
                if address and address not in known[section]:
                    part = (key,) if key in _SECTIONS else (key, number)
                    yield _finding(owner, section, address, known, part)


def _finding(
    owner: Address, section: str, address: Address, known: Mapping[str, tuple[Address, ...]], part: Pointer
) -> Finding:
    wanted = _id(address)
    ids = [_id(one) for one in known[section]]
    same = [one for one in ids if one.casefold() == wanted.casefold()]
    suggestion = next(iter([*same, *difflib.get_close_matches(wanted, ids, n=1)]), "")
    other = next((name for name, there in known.items() if wanted in map(_id, there)), "")
    return finding(
        "SOP020",
        subject=owner,
        part=part,
        section=section,
        id=wanted,
        known=", ".join(ids),
        suggestion=suggestion,
        other=other,
        variant="elsewhere" if other else "did-you-mean" if suggestion else "known" if ids else "empty",
    )


def _id(address: Address) -> str:
    return address.rsplit("/", 1)[-1]


def _known(sop: JobSop) -> Mapping[str, tuple[Address, ...]]:
    return {
        "duties": tuple(one.address for one in sop.duties),
        "equipment": tuple(one.address for one in sop.equipment),
        "parameters": tuple(one.address for one in sop.parameters),
        "procedures": tuple(one.address for one in sop.procedures),
        "hazards": tuple(one.address for one in sop.hazards),
        "quality": tuple(one.address for one in sop.quality),
        "records": tuple(one.address for one in sop.records),
    }


References = Iterator[tuple[Address, str, tuple[Address, ...]]]
"""The element that refers, the key that it refers by, and the addresses."""
_SECTIONS = {"duty": "duties", "record": "records"}
"""Sections that keys refer to which are not called like them."""


def _references(sop: JobSop) -> References:
    for procedure in sop.procedures:
        yield from _of_procedure(procedure)
        for step in procedure.steps:
            yield from _of_step(step)
    for deviation in sop.deviations:
        yield from _of_deviation(deviation)


def _of_procedure(procedure: Procedure) -> References:
    yield procedure.address, "duty", (procedure.duty,)
    yield procedure.address, "equipment", procedure.equipment
    yield procedure.address, "parameters", procedure.parameters
    yield procedure.address, "hazards", procedure.hazards
    yield procedure.address, "quality", procedure.quality
    yield procedure.address, "records", procedure.records


def _of_step(step: Step) -> References:
    yield step.address, "equipment", step.equipment
    yield step.address, "parameters", step.parameters
    yield step.address, "hazards", step.hazards
    yield step.address, "record", (step.record,)


def _of_deviation(deviation: Deviation) -> References:
    yield deviation.address, "procedures", deviation.procedures
    yield deviation.address, "parameters", deviation.parameters


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
