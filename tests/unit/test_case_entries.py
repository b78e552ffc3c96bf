"""Cases beside SOPs: what points come of them, where they are printed, and what of them crosses the wall."""

import pytest
import yaml

from generators import built
from sopcurric.app.checking import Checked, check
from sopcurric.app.correcting import proposed
from sopcurric.app.explaining import explain_thing
from sopcurric.app.exporting import teachable_files
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.chain import links, trace
from sopcurric.model.competency import Point
from sopcurric.source.editing import found_at

SOP = """
job: {code: DIG, title: 溶出工}
parameters: [{id: T9, title: 秘密温度, level: core-secret}]
hazards: [{id: H1, title: 高温碱液灼伤, controls: [泄压], ppe: [面罩]}]
procedures:
  - id: P1
    title: 开车前检查
    hazards: [H1]
    steps: [{id: S1, text: 检查隔膜泵油位}, {id: S2, text: 确认安全阀铅封完好}]
  - id: P2
    title: 拆卸法兰
    hazards: [H1]
    steps: [{id: S1, text: 拆卸高压法兰}]
"""
PLAIN = SOP.replace(", level: core-secret", "")
TECHNIQUE = {"id": "TQ", "title": "听针辨音", "moves": ["贴紧", "屏息"], "why": "固体传声", "rank": "technician"}
INCIDENT = {
    "id": "IN",
    "title": "拆卸法兰喷溅",
    "happened": "残压喷出。",
    "causes": ["没有泄压"],
    "lessons": ["先排放"],
}
OBSERVATION = {"id": "OB", "title": "看油位", "actions": ["先擦净视镜"], "cues": ["油色发白"], "mistakes": ["只看不擦"]}
IDEOLOGY = {"id": "ID", "title": "不让步", "theme": "安全第一", "text": "铅封断了就不开车。"}
NEW = {"id": "NW", "title": "热像仪", "kind": "equipment", "text": "看温度。", "introduced_on": "2025-01-01"}


def repository(sop: str = PLAIN, **sections: object) -> dict[str, str]:
    files = {"sopcurric.yaml": "project: {name: n}\n", "sops/a.yaml": sop}
    return {**files, "cases/a.yaml": yaml.safe_dump(sections, allow_unicode=True, sort_keys=False)}


def looked_at(files: dict[str, str]) -> Checked:
    return check(MemoryWorkspace(files), Steps(MemoryStore()))


def points(files: dict[str, str]) -> dict[str, Point]:
    compilation = looked_at(files).compilation
    assert compilation
    return dict(compilation.points)


def evidence_of(name: str, files: dict[str, str]) -> dict[str, tuple[str, ...]]:
    found = {one.id: one.derived_from for one in points(files).values()}
    return {one: sources for one, sources in found.items() if f"@case/{name}" in sources}


# --- Points ---


def test_a_technique_is_evidence_of_its_step_and_makes_it_critical() -> None:
    effect = {"aim": "safety", "before": "25", "after": "5", "unit": "min"}
    files = repository(techniques=[{**TECHNIQUE, "on": ["DIG/P1/S1"], "effect": effect}])
    assert evidence_of("TQ", files) == {
        "DIG/P1/S1.skill": ("DIG/P1/S1", "@case/TQ"),
        "DIG/P1.case-TQ.knowledge": ("DIG/P1/S1", "@case/TQ"),
    }
    assert points(files)["DIG/P1/S1.skill"].critical
    files = repository(techniques=[{**TECHNIQUE, "on": ["DIG/P1/S1"], "effect": {**effect, "aim": "effort"}}])
    assert not points(files)["DIG/P1/S1.skill"].critical


def test_a_technique_of_a_whole_procedure_is_a_skill_of_its_own() -> None:
    files = repository(techniques=[{**TECHNIQUE, "on": ["DIG/P1"]}])
    assert evidence_of("TQ", files) == {
        "DIG/P1.case-TQ.skill": ("DIG/P1", "@case/TQ"),
        "DIG/P1.case-TQ.knowledge": ("DIG/P1", "@case/TQ"),
    }


def test_an_observation_supports_its_step_and_gives_what_to_mind() -> None:
    files = repository(observations=[{**OBSERVATION, "on": ["DIG/P1/S2"]}])
    assert [*evidence_of("OB", files)] == [
        "DIG/P1/S2.skill",
        "DIG/P1.case-OB.knowledge",
        "DIG/P1.case-OB.conduct",
    ]


@pytest.mark.parametrize(
    ("section", "case"), [("techniques", TECHNIQUE), ("incidents", INCIDENT), ("observations", OBSERVATION)]
)
def test_a_case_about_a_step_does_not_stand_for_it(section: str, case: dict[str, object]) -> None:
    files = repository(PLAIN, **{section: [{**case, "on": ["DIG/P1/S1", "DIG/P2/S1"]}]})
    compilation = looked_at(files).compilation
    assert compilation
    works = {address: point.work.words("zh") for address, point in compilation.step_points.items()}
    assert works == {"DIG/P1/S1": "检查隔膜泵油位", "DIG/P1/S2": "确认安全阀铅封完好", "DIG/P2/S1": "拆卸高压法兰"}


def test_an_incident_about_a_shared_hazard_is_taught_once_where_it_fits_best() -> None:
    found = evidence_of("IN", repository(incidents=[{**INCIDENT, "on": ["DIG/hazards/H1"]}]))
    assert found == {
        "DIG/P2.case-IN.knowledge": ("DIG/hazards/H1", "@case/IN"),
        "DIG/P2.case-IN.conduct": ("DIG/hazards/H1", "@case/IN"),
    }


def test_a_case_about_several_shared_elements_goes_where_most_of_them_belong() -> None:
    sop = PLAIN.replace(
        "    hazards: [H1]\n    steps: [{id: S1, text: 检查", "    hazards: [H1, H2]\n    steps: [{id: S1, text: 检查"
    )
    sop = sop.replace("hazards: [{id: H1", "hazards: [{id: H2, title: 滑倒}, {id: H1")
    found = evidence_of("IN", repository(sop, incidents=[{**INCIDENT, "on": ["DIG/hazards/H1", "DIG/hazards/H2"]}]))
    assert {one.split(".")[0] for one in found} == {"DIG/P1"}


def test_a_case_that_names_procedures_is_taught_in_each_of_them_and_nowhere_else() -> None:
    on = ["DIG/P1", "DIG/P2/S1"]
    found = evidence_of("IN", repository(incidents=[{**INCIDENT, "on": on}]))
    assert {one.split(".")[0] for one in found} == {"DIG/P1", "DIG/P2"}
    found = evidence_of("IN", repository(incidents=[{**INCIDENT, "on": ["DIG/P1", "DIG/hazards/H1"]}]))
    assert {one.split(".")[0] for one in found} == {"DIG/P1"}


def test_a_case_of_a_whole_job_goes_to_the_nearest_procedure() -> None:
    found = evidence_of("NW", repository(new_items=[{**NEW, "title": "法兰拆卸机器人", "on": ["DIG"]}]))
    assert found == {"DIG/P2.case-NW.knowledge": ("DIG", "@case/NW")}


def test_files_may_stand_in_any_order() -> None:
    one, other = {**TECHNIQUE, "on": ["DIG/P1"]}, {**TECHNIQUE, "id": "AA", "on": ["DIG/P1"]}
    first = repository(techniques=[one, other])
    second = {**repository(techniques=[one]), "cases/0.yaml": yaml.safe_dump({"techniques": [other]})}
    assert [*points(first).items()] == [*points(second).items()]


def test_two_cases_of_one_name_are_told_and_a_bad_file_keeps_no_other_from_being_read() -> None:
    files = repository(techniques=[{**TECHNIQUE, "on": ["DIG/P1"]}, {**TECHNIQUE, "on": ["DIG/P2"]}])
    files["cases/b.yaml"] = "incidents:\n  - {id: X1, title: t, hapened: x, causes: [y]}\n"
    found = {(one.code, one.place.document) for one in looked_at(files).findings if one.place and one.gravity == 0}
    assert found == {("SOP021", "cases/a.yaml"), ("SOP010", "cases/b.yaml")}


# --- The chain ---


def test_a_case_is_traced_up_and_down_and_explained() -> None:
    checked = looked_at(repository(techniques=[{**TECHNIQUE, "on": ["DIG/P1/S1"]}]))
    assert checked.compilation
    found = trace(links(checked.compilation), "@case/TQ")
    assert found
    assert [one.id for one in found.up] == ["DIG/P1/S1"]
    assert {one.kind for one in found.down} >= {"point", "competency", "task", "leaf"}
    explained = explain_thing(checked, "DIG/P1.case-TQ.knowledge", "zh")
    assert explained
    assert any("@case/TQ" in line for line in explained.lines)


# --- Pages ---


def test_teachers_find_the_cases_on_the_leaves() -> None:
    on = ["DIG/P1"]
    files = repository(
        techniques=[{**TECHNIQUE, "on": on}],
        incidents=[{**INCIDENT, "on": on}],
        ideology=[{**IDEOLOGY, "on": on}],
        new_items=[{**NEW, "on": on}],
    )
    pages = [
        page.decode() for path, page in built(files, "markdown").items() if path.endswith(("-K.md", "-X.md", "-S.md"))
    ]
    told = [line for page in pages for line in page.splitlines() if line.startswith("## ") and line != "## 反思"]
    assert sorted(told) == sorted(
        [
            "## 操作技法：听针辨音（技师）",
            "## 典型案例：拆卸法兰喷溅",
            "## 新装备：热像仪",
            "## 课程思政：不让步",
        ]
    )
    without = built({**files, "cases/a.yaml": "{}\n"}, "markdown")
    assert "典型案例" not in "".join(page.decode() for path, page in without.items() if "/course-DIG/" in path)


# --- What crosses ---


def crossing(files: dict[str, str]) -> dict[str, object]:
    workspace = MemoryWorkspace(files)
    left = teachable_files(check(workspace, Steps(MemoryStore()), printed=False).loaded, workspace)
    made = read_yaml("cases/a.yaml", left["cases/a.yaml"]).data
    assert isinstance(made, dict)
    return made


@pytest.mark.parametrize(
    ("on", "left"),
    [
        (["DIG/P1", "DIG/parameters/T9"], ["DIG/P1"]),
        (["DIG/parameters/T9"], None),
        (["DIG/parameters/T9/deep", "DIG/parameters/T9"], None),
        (["DIG/P1"], ["DIG/P1"]),
    ],
)
def test_a_case_about_what_is_withheld_loses_that_or_stays_behind(on: list[str], left: list[str] | None) -> None:
    made = crossing(repository(SOP, techniques=[{**TECHNIQUE, "on": on}], ideology=[{**IDEOLOGY, "on": ["DIG/P1"]}]))
    techniques = made.get("techniques")
    assert [one["on"] for one in techniques] == [left] if isinstance(techniques, list) else left is None
    assert made["ideology"]


@pytest.mark.parametrize(
    ("change", "address"),
    [
        ({"at": "parameters", "add": [{"id": "N1", "title": "秘密参数", "level": "core-secret"}]}, "parameters/N1"),
        ({"at": "P1/S1", "after": [{"id": "N1", "text": "秘密步骤", "level": "core-secret"}]}, "P1/N1"),
        ({"at": "P1", "add": [{"id": "N1", "text": "秘密步骤", "level": "core-secret"}]}, "P1/N1"),
    ],
)
def test_what_a_plant_adds_and_withholds_is_named_by_no_case(change: object, address: str) -> None:
    changes = {"kind": "plant-changes", "base": "DIG", "organisation": "QL", "changes": [change]}
    files = repository(techniques=[{**TECHNIQUE, "on": [f"QL:DIG/{address}", f"DIG/{address}", "QL:DIG/P1"]}])
    files["sopcurric.yaml"] = "project: {name: n}\norganisations: [{id: QL, title: 甲厂}]\n"
    files["sops/b.yaml"] = yaml.safe_dump(changes, allow_unicode=True)
    techniques = crossing(files)["techniques"]
    assert isinstance(techniques, list)
    assert techniques[0]["on"] == ["QL:DIG/P1"]


def test_who_when_and_what_exactly_do_not_cross_by_default() -> None:
    incident = {**INCIDENT, "on": ["DIG/P1"], "date": "2026-01-02", "by": "王强"}
    technique = {**TECHNIQUE, "on": ["DIG/P1"], "by": "李明", "moves": ["升温到 273.4 ℃ 后听"]}
    level = {"level": "trade-secret"}
    made = crossing(repository(document=level, incidents=[incident], techniques=[technique]))
    assert "incidents" not in made, "nobody has decided what is taught of them"
    assert made["techniques"] == [{**TECHNIQUE, "on": ["DIG/P1"], "moves": ["升温到 260–280 ℃ 后听"]}]


def test_a_case_with_a_level_of_its_own_waits_for_decisions() -> None:
    own = {**TECHNIQUE, "on": ["DIG/P1"], "level": "core-secret"}
    made = crossing(repository(techniques=[own, {**own, "id": "B", "level": "public"}]))
    assert made == {"techniques": [{**TECHNIQUE, "id": "B", "on": ["DIG/P1"]}]}


def test_a_decision_lets_a_composite_case_cross_without_its_date() -> None:
    incident = {**INCIDENT, "on": ["DIG/P1"], "date": "2026-01-02"}
    files = repository(document={"level": "trade-secret"}, incidents=[incident])
    about = {"document": "cases/a.yaml", "at": "incidents/IN", "by": "张工", "date": "2026-05-01", "why": "综合改写"}
    taught = {"title": "法兰喷溅", "happened": "检修时残料喷出。", "causes.1": "没有验证"}
    source = {"operation": "replace", "source": "公开的同类事件"}
    decided = [{**about, **source, "key": key, "taught": words} for key, words in taught.items()]
    files["policies/fields.yaml"] = yaml.safe_dump({"fields": decided}, allow_unicode=True)
    made = crossing(files)["incidents"]
    assert isinstance(made, list)
    assert made[0] == {
        "id": "IN",
        "title": "法兰喷溅",
        "on": ["DIG/P1"],
        "happened": "检修时残料喷出。",
        "causes": ["没有验证"],
        "lessons": ["先排放"],
    }


def test_what_is_withheld_of_a_case_stands_open_nowhere_else() -> None:
    technique = {**TECHNIQUE, "on": ["DIG/P1"], "levels": {"by": "core-secret"}, "by": "欧阳启明"}
    files = repository(PLAIN.replace("确认安全阀铅封完好", "请欧阳启明确认"), techniques=[technique])
    assert looked_at(files).shut
    assert not looked_at(repository(techniques=[technique])).shut


# --- The correction ---


@pytest.mark.parametrize("style", ["block", "flow"])
def test_the_proposed_address_is_written_behind_the_id(style: str) -> None:
    body = (
        "techniques:\n  - id: TQ  # new\n    title: 检查隔膜泵油位\n    moves: [先擦净]\n"
        if style == "block"
        else "techniques:\n  - {id: TQ, title: 检查隔膜泵油位, moves: [先擦净]}\n"
    )
    files = {**repository(), "cases/a.yaml": body}
    made = proposed(MemoryWorkspace(files), Steps(MemoryStore()))
    assert [one.path for one in made.corrections] == ["cases/a.yaml"]
    after = read_yaml("cases/a.yaml", made.corrections[0].after.encode()).data
    assert found_at(after, ("techniques", 0, "on")) == ["DIG/P1/S1"]
