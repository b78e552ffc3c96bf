"""A base SOP of a group, and what its plants do otherwise."""

import pytest

from generators import checked
from sopcurric.app.checking import check
from sopcurric.app.comparing import compared
from sopcurric.app.reporting import place
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.model.compilation import Compilation

PROJECT = """
project: {name: 集团课程}
organisations: [{id: QL, title: 青岭厂}, {id: YL, title: 云岭厂}, {id: HS, title: 黑水厂}]
"""
BASE = """
job: {code: DIG, title: 高压溶出工, plants: [QL, YL, HS]}
parameters:
  - T1: 溶出温度 260–280 ℃
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - 打开进口阀。
      - S2: 启动油泵。
      - id: S3
        text: 充氮：
        steps: [开氮气阀。, {text: 看压力。, plants: [HS]}]
        either:
          - {when: 压力低, steps: [补氮。]}
          - {when: 压力高, steps: [放气。], except_plants: [HS]}
      - P4: 氮气站操作。
routes:
  - R7: {title: 泵房巡检, points: [{C1: 油位}, 振动]}
"""


def files(changes: str = "", base: str = BASE) -> dict[str, str]:
    own = {"sops/ql.yaml": f"kind: plant-changes\nbase: DIG\norganisation: QL\nchanges:\n{changes}"} if changes else {}
    return {"sopcurric.yaml": PROJECT, "sops/base.yaml": base, **own}


def compiled(changes: str = "") -> Compilation:
    outcome = checked(files(changes))
    assert outcome.compilation is not None
    assert [one for one in outcome.loaded.findings if one.gravity == 0] == []
    return outcome.compilation


def steps(compilation: Compilation, plant: str, procedure: str = "P1") -> list[tuple[str, str, str]]:
    """Number, last part of the address and words of the steps of a procedure in a plant."""
    found = compilation.procedures[f"{plant}:DIG/{procedure}"]
    return [(step.number, step.address.rsplit("/", 1)[-1], step.text.words("zh")) for step in found.steps]


def test_each_plant_has_what_holds_there() -> None:
    made = compiled()
    assert sorted(made.sops) == ["HS:DIG", "QL:DIG", "YL:DIG"]
    assert steps(made, "QL") == [
        ("1", "1", "打开进口阀。"),
        ("2", "S2", "启动油泵。"),
        ("3", "S3", "充氮："),
        ("3.1", "S3.1", "开氮气阀。"),
        ("3a.1", "S3.a1", "补氮。"),
        ("3b.1", "S3.b1", "放气。"),
        ("4", "P4", "氮气站操作。"),
    ]
    assert [number for number, _, _ in steps(made, "HS")] == ["1", "2", "3", "3.1", "3.2", "3a.1", "4"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ("{at: P1/S2, remove: true, why: 无}", [("1", "打开进口阀。"), ("2", "充氮："), ("2.1", "开氮气阀。")]),
        ("{at: P1/S2, set: {text: 启动齿轮油泵。}, why: 无}", [("1", "打开进口阀。"), ("2", "启动齿轮油泵。")]),
        ("{at: P1/1, set: {text: 打开电动阀。}, why: 无}", [("1", "打开电动阀。"), ("2", "启动油泵。")]),
        (
            "{at: P1/1, before: [查油位。, {S0: 盘车。}], why: 无}",
            [("1", "查油位。"), ("2", "盘车。"), ("3", "打开进口阀。")],
        ),
        ("{at: P1/1, after: [查油位。], why: 无}", [("1", "打开进口阀。"), ("2", "查油位。"), ("3", "启动油泵。")]),
        ("{at: P1/S3.1, set: {text: 开两个阀。}, why: 无}", [("3", "充氮："), ("3.1", "开两个阀。")]),
        ("{at: P1/S3.b1, set: {text: 慢慢放气。}, why: 无}", [("3a.1", "补氮。"), ("3b.1", "慢慢放气。")]),
        ("{at: P1/S3, add: [关氮气阀。], why: 无}", [("3.1", "开氮气阀。"), ("3.2", "关氮气阀。")]),
        ("{at: P1, add: [记录。], why: 无}", [("4", "氮气站操作。"), ("5", "记录。")]),
    ],
)
def test_a_plant_does_otherwise(change: str, expected: list[tuple[str, str]]) -> None:
    made = compiled(f"  - {change}\n")
    own = {number: words for number, _, words in steps(made, "QL")}
    assert {number: own[number] for number, _ in expected} == dict(expected)
    assert steps(made, "YL") == steps(compiled(), "YL")


def test_positions_are_those_of_the_base_whatever_was_changed_before() -> None:
    made = compiled("  - {at: P1/1, before: [甲。], why: 无}\n  - {at: P1/1, after: [乙。], why: 无}\n")
    assert [words for _, _, words in steps(made, "QL")][:3] == ["甲。", "打开进口阀。", "乙。"]


def test_other_sections_and_routes_change_too() -> None:
    made = compiled(
        "  - {at: parameters/T1, set: {range: 250–270 ℃}, why: 矿石不同}\n"
        "  - {at: parameters, add: [{T2: 油压 0.3–0.5 MPa}], why: 有表}\n"
        "  - {at: R7/C1, set: {criterion: 视镜 1/2}, why: 有视镜}\n"
        "  - {at: R7, add: [温度], why: 有表}\n"
        "  - {at: hazards, add: [烫伤], why: 有}\n"
    )
    sop = made.sops["QL:DIG"]
    assert [(one.address, one.range.words("zh")) for one in sop.parameters] == [
        ("QL:DIG/parameters/T1", "250–270 ℃"),
        ("QL:DIG/parameters/T2", "0.3–0.5 MPa"),
    ]
    assert [words for _, _, words in steps(made, "QL", "R7")] == ["油位", "振动", "温度"]
    assert made.steps["QL:DIG/R7/C1"].criterion.words("zh") == "视镜 1/2"
    assert [one.title.words("zh") for one in sop.hazards] == ["烫伤"]


def placed(repository: dict[str, str]) -> list[tuple[str, str, int]]:
    workspace = MemoryWorkspace(repository)
    found = check(workspace, Steps(MemoryStore()))
    return [
        (one.document, one.finding.code, one.span.line)
        for one in place(found.findings, found.loaded.provenance, workspace, "zh")
        if one.finding.gravity == 0
    ]


def test_faults_are_told_where_they_were_written() -> None:
    assert placed(files("  - {at: P1/S2, set: {txet: 启动。}, why: 无}\n")) == [("sops/ql.yaml", "SOP010", 5)]
    assert placed(files("  - at: P1/S2\n    after: [{S9: {text: 启动。, critical: 是的}}]\n    why: 无\n")) == [
        ("sops/ql.yaml", "SOP012", 6)
    ]
    assert placed(files("  - {at: P1/S2, after: [{S3: 又一个。}], why: 无}\n")) == [("sops/ql.yaml", "SOP021", 5)]


def test_faults_of_the_base_are_told_once() -> None:
    broken = BASE.replace("title: 启动隔膜泵", "titel: 启动隔膜泵")
    assert placed(files(base=broken)) == [("sops/base.yaml", "SOP010", 7)]
    assert placed(files("  - {at: P1/S2, remove: true, why: 无}\n", broken)) == [("sops/base.yaml", "SOP010", 7)]


def test_two_files_of_one_plant_clash() -> None:
    more = {"sops/ql2.yaml": "kind: plant-changes\nbase: DIG\norganisation: QL\nchanges: []\n"}
    assert placed({**files("  - {at: P1/S2, remove: true, why: 无}\n"), **more}) == [("sops/ql2.yaml", "SOP022", 2)]


def test_plants_must_be_known() -> None:
    unknown = BASE.replace("plants: [HS]", "plants: [HX]")
    assert ("sops/base.yaml", "SOP023", 13) in placed(files(base=unknown))


def test_what_is_common_and_what_differs() -> None:
    made = compiled(
        "  - {at: P1/S2, set: {text: 启动齿轮油泵。}, why: 无}\n  - {at: P1, add: [{S9: 记录。}], why: 无}\n"
    )
    rows = {(one.id, one.plants): one for one in compared(made, "DIG", "zh")}
    assert rows["P1/1", ("HS", "QL", "YL")].common
    assert rows["P1/S2", ("HS", "YL")].differs == ()
    assert rows["P1/S2", ("QL",)].differs == ("text",)
    assert not rows["P1/S9", ("QL",)].common
    ids = list(dict.fromkeys(name for name, _ in rows))
    assert ids.index("P1/S9") == ids.index("P1/P4") + 1
    assert compared(made, "QL:DIG", "zh") == compared(made, "dig", "zh")


def test_plants_that_write_their_own_sops_are_compared_too() -> None:
    sop = "job: {{code: DIG, title: 甲, organisation: {}}}\nprocedures: [{{id: P1, title: 启动, steps: [{{S1: {}}}]}}]"
    made = checked(
        {"sopcurric.yaml": PROJECT, "sops/a.yaml": sop.format("QL", "开阀"), "sops/b.yaml": sop.format("YL", "开泵")}
    )
    assert made.compilation is not None
    found = [(one.id, one.plants) for one in compared(made.compilation, "DIG", "zh") if one.part == "step"]
    assert found == [("P1/S1", ("QL",)), ("P1/S1", ("YL",))]
