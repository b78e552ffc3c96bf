"""What a policy makes of a file: what is taught, what is left out, and where the rest stood before."""

from collections.abc import Mapping, Sequence

import pytest
import yaml

from sopcurric.io import resources
from sopcurric.model.files.policy import FieldDecision, PolicyFile
from sopcurric.secrecy.known import Known, together
from sopcurric.secrecy.rules import resolved
from sopcurric.stages.classification import Classified, classify
from sopcurric.stages.declassification import teachable
from sopcurric.stages.safety_survival import lost_safety

SHIPPED = PolicyFile.model_validate(yaml.safe_load(resources.default_policy()))
BASE = "job: {code: DIG, title: 溶出工}\n"
CLASSIFIED = "document: {level: trade-secret}\n"


def made(text: str, policy: Mapping[str, object] | None = None, decisions: Sequence[FieldDecision] = ()) -> Classified:
    """What becomes of a file, with other names for what needs one."""
    data = yaml.safe_load(BASE + text)
    rules = resolved(SHIPPED, PolicyFile.model_validate(policy) if policy else None)
    known = Known()
    for _ in range(3):
        noted = classify("a.yaml", data, rules, decisions, known).noted
        names = {
            raw: (f"{start}-{number:02}", level) for number, (raw, start, level) in enumerate(noted.wanted, start=1)
        }
        known = together([noted], names, "zh", b"")
    return classify("a.yaml", data, rules, decisions, known)


def taught(text: str, policy: Mapping[str, object] | None = None, decisions: Sequence[FieldDecision] = ()) -> object:
    """The rest of the file as it is taught."""
    left = teachable(made(text, policy, decisions).data)
    assert isinstance(left, dict)
    return {key: value for key, value in left.items() if key != "job" and value}


def decision(at: str, key: str, operation: str, words: str = "") -> FieldDecision:
    return FieldDecision.model_validate(
        {
            "document": "a.yaml",
            "at": at,
            "key": key,
            "operation": operation,
            "taught": words,
            "by": "张工",
            "date": "2026-01-01",
            "why": "定",
        }
    )


CASES: Mapping[str, tuple[str, str]] = {
    "setpoints become ranges": (
        "parameters: [{id: T1, title: 溶出温度, range: 268 ℃, target: 8.2 MPa, alarm: {high: ＞285 ℃}}]",
        "parameters: [{id: T1, title: 溶出温度, range: 260–280 ℃, target: 8–8.4 MPa, alarm: {high: ＞280 ℃}}]",
    ),
    "short forms are read": (
        "parameters: [溶出温度 268 ℃，报警 ＞285 ℃, T2: 压力 8.2 MPa]",
        "parameters: [{title: 溶出温度, range: 260–280 ℃, alarm: ＞280 ℃}, {id: T2, title: 压力, range: 8–8.4 MPa}]",
    ),
    "a unit in a key of its own": (
        "parameters: [{id: T1, title: 流量, unit: m³/h, range: '350'}]",
        "parameters: [{id: T1, title: 流量, unit: m³/h, range: 340–360}]",
    ),
    "interlocks are concepts": (
        "interlocks: [{id: I1, title: 停泵, condition: 压力高于 9.5 MPa 时停泵, tag: IL-9}]",
        "interlocks: [{id: I1, title: 停泵, condition: 压力高于规定值时停泵, tag: IL-01}]",
    ),
    "values without a unit are not guessed at": (
        "parameters: [{id: T1, title: 苛性比, range: 1.35–1.45, meaning: 影响溶出}]",
        "parameters: [{id: T1, title: 苛性比, meaning: 影响溶出}]",
    ),
    "nor are numerals in characters": (
        "parameters: [{id: T1, title: 压力, range: 八点二兆帕, meaning: 影响溶出}]",
        "parameters: [{id: T1, title: 压力, meaning: 影响溶出}]",
    ),
    "names are the same in all texts": (
        (
            "equipment: [{id: E1, title: 隔膜泵, tag: P-101A}]\n"
            "procedures: [{id: P1, title: 启动 P-101A, steps: [启动 P-101A，看 P-101AB]}]"
        ),
        (
            "equipment: [{id: E1, title: 隔膜泵, tag: EQ-01}]\n"
            "procedures: [{id: P1, title: 启动 EQ-01, steps: [{text: 启动 EQ-01，看 P-101AB}]}]"
        ),
    ),
    "times and distances of steps are kept, process values are not": (
        "procedures: [{id: P1, title: 升温, steps: [升到 268 ℃，保温 20 min，距 2 m]}]",
        "procedures: [{id: P1, title: 升温, steps: [{text: 升到 260–280 ℃，保温 20 min，距 2 m}]}]",
    ),
    "safety is kept, emergencies too": (
        (
            "hazards: [{id: H1, title: 灼伤, controls: [保持 268 ℃ 以下]}]\n"
            "procedures:\n"
            "  - {id: P1, title: 停车, phase: emergency-shutdown, steps: [压力到 9.5 MPa 按急停]}\n"
            "  - {id: P2, title: 升温, steps: [{id: S1, text: 升温, warnings: [280 ℃ 会喷出]}]}"
        ),
        (
            "hazards: [{id: H1, title: 灼伤, controls: [保持 268 ℃ 以下]}]\n"
            "procedures:\n"
            "  - {id: P1, title: 停车, phase: emergency-shutdown, steps: [压力到 9.5 MPa 按急停]}\n"
            "  - {id: P2, title: 升温, steps: [{id: S1, text: 升温, warnings: [280 ℃ 会喷出]}]}"
        ),
    ),
    "pictures stay unless they are public": (
        (
            "procedures: [{id: P1, title: 看, steps: [{id: S1, text: 看, media: [{file: a.png, title: 甲},"
            " {file: b.png, title: 乙, level: public}]}]}]"
        ),
        "procedures: [{id: P1, title: 看, steps: [{id: S1, text: 看, media: [{file: b.png, title: 乙}]}]}]",
    ),
    "what is marked by itself goes, and the links to it": (
        (
            "parameters: [{id: T1, title: 某值, range: 1 %, level: core-secret}, {id: T2, title: 温度}]\n"
            "procedures: [{id: P1, title: 看, parameters: [T1, T2], steps: [{text: 加料, level: trade-secret}, {id: S2,"
            " text: 看, parameters: [T1]}]}]"
        ),
        (
            "parameters: [{id: T2, title: 温度}]\n"
            "procedures: [{id: P1, title: 看, parameters: [T2], steps: [{id: S2, text: 看}]}]"
        ),
    ),
    "a mark says that the rest may be taught": (
        "procedures: [{id: P1, title: 看, steps: [{text: '加<<3 号剂|添加剂>>', level: core-secret}]}]",
        "procedures: [{id: P1, title: 看, steps: [{text: 加添加剂}]}]",
    ),
    "public within a secret": (
        (
            "parameters: [{id: T1, title: 温度, range: 268 ℃, level: public}, {id: T2, title: 压力, range: 8.2 MPa,"
            " target: 8 MPa, levels: {range: public}}]"
        ),
        "parameters: [{id: T1, title: 温度, range: 268 ℃}, {id: T2, title: 压力, range: 8.2 MPa, target: 7.8–8.2 MPa}]",
    ),
    "both languages": (
        "parameters: [{id: T1, title: {zh: 温度, en: Heat}, interlock: {zh: 290 ℃ 停泵, en: pump stops at 290 ℃}}]",
        (
            "parameters: [{id: T1, title: {zh: 温度, en: Heat}, interlock: {zh: 规定值停泵,"
            " en: pump stops at the specified value}}]"
        ),
    ),
    "people and the numbers of documents": (
        "revisions: [{version: a, date: '2026-01-01', change: 改, by: 甲}]\nrecords: [{id: R1, title: 表, number: Q7}]",
        "revisions: [{version: a, date: '2026-01-01', change: 改}]\nrecords: [{id: R1, title: 表, number: FM-01}]",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_taught_of_a_trade_secret(case: str) -> None:
    written, expected = CASES[case]
    assert taught(CLASSIFIED + written) == yaml.safe_load(expected)


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("生产副厂长", True),
        ("溶出车间工艺技术员", True),
        ("溶出一车间", False),
        ("3 号车间", False),
        ("张三", False),
        ("王工", False),
        ("王厂长", False),
        ("Shift leader", True),
        ("John Smith", False),
    ],
)
def test_roles_stay_and_people_go(words: str, kept: bool) -> None:  # noqa: FBT001
    left = taught(f"document: {{level: trade-secret, approved_by: {words}, version: A}}")
    assert left == {"document": {"version": "A", **({"approved_by": words} if kept else {})}}


def test_a_section_may_have_a_level_of_its_own() -> None:
    left = taught("document: {levels: {terms: core-secret}}\nterms: [{title: 甲}]\nduties: [{id: D1, title: 乙 9 MPa}]")
    assert left == {"duties": [{"id": "D1", "title": "乙 9 MPa"}]}


def test_what_is_public_stays_as_it_was_typed() -> None:
    text = "parameters: [溶出温度 268 ℃]\nequipment: [{id: E1, title: 泵, tag: P-1}]\n"
    assert made(text).data == yaml.safe_load(BASE + text)


def test_an_unknown_level_is_the_highest_and_stays_for_the_finding() -> None:
    left = taught("parameters: [{id: T1, title: 温度, range: 268 ℃, level: 秘密}, {id: T2, title: 压力}]")
    assert left == {"parameters": [{"id": "T2", "title": "压力"}]}


@pytest.mark.parametrize(
    ("operation", "words", "expected"),
    [
        ("keep", "", "加 3 号剂"),
        ("replace", "加添加剂", "加添加剂"),
        ("drop", "", None),
        ("replace", "", None),
        ("replace", "a | b", "a ｜ b"),
    ],
)
def test_a_person_decides_about_a_field(operation: str, words: str, expected: str | None) -> None:
    text = (
        "procedures: [{id: P1, title: 看, steps: [{id: S1, text: 加 3 号剂, level: core-secret}, {id: S2, text: 看}]}]"
    )
    left = taught(text, decisions=(decision("P1/S1", "text", operation, words),))
    steps = [{"id": "S1", "text": expected}] if expected else []
    assert left == {"procedures": [{"id": "P1", "title": "看", "steps": [*steps, {"id": "S2", "text": "看"}]}]}


def test_items_of_lists_and_parts_of_limits_have_names() -> None:
    text = (
        "document: {level: trade-secret}\n"
        "parameters: [{id: T1, title: 值, alarm: {high: '9'}}]\n"
        "deviations: [{id: A1, title: 堵, levels: {actions: core-secret}, actions: [加 3 号剂, 停泵]}]\n"
    )
    left = taught(
        text,
        decisions=(
            decision("parameters/T1", "alarm.high", "replace", "10 以下"),
            decision("deviations/A1", "actions.1", "replace", "加药"),
            decision("deviations/A1", "actions.2", "keep"),
        ),
    )
    assert left == {
        "parameters": [{"id": "T1", "title": "值", "alarm": {"high": "10 以下"}}],
        "deviations": [{"id": "A1", "title": "堵", "actions": ["加药", "停泵"]}],
    }


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"operation": "generalise", "into": "magnitude"}, "100–1000 ℃"),
        (
            {
                "operation": "generalise",
                "into": "band",
                "bands": {"℃": [{"below": 100, "say": "低温"}, {"say": "高温"}]},
            },
            "高温",
        ),
        ({"operation": "generalise", "into": "words", "words": "规定温度"}, "规定温度"),
        ({"operation": "generalise", "width": 1.0}, "200–400 ℃"),
        ({"operation": "drop"}, None),
        ({"operation": "replace"}, None),
        ({"operation": "keep"}, "268 ℃"),
    ],
)
def test_a_plant_has_a_policy_of_its_own(how: dict[str, object], expected: str | None) -> None:
    policy = {
        "level": "trade-secret",
        "classes": {"own": {"title": "类", **how}},
        "fields": {"parameters.range": "own"},
    }
    left = taught("parameters: [{id: T1, title: 温度, range: 268 ℃}]", policy)
    assert left == {"parameters": [{"id": "T1", "title": "温度", **({"range": expected} if expected else {})}]}


def test_a_field_without_a_class_does_not_leave() -> None:
    policy = {"level": "trade-secret", "fields": {"parameters.range": "nobody"}}
    assert taught("parameters: [{id: T1, title: 温度, range: 甲}]", policy) == {
        "parameters": [{"id": "T1", "title": "温度"}]
    }


def test_a_range_over_plants_takes_three_of_them() -> None:
    policy = {"level": "trade-secret", "classes": {"own": {"title": "类", "operation": "aggregate"}}}
    rules = resolved(SHIPPED, PolicyFile.model_validate({**policy, "fields": {"parameters.range": "own"}}))
    files = [
        yaml.safe_load(f"{BASE}parameters: [{{id: T1, title: 温度, range: {value} ℃}}]") for value in (262, 268, 275)
    ]
    for number in (2, 3):
        found = [one for data in files[:number] for one in classify("a.yaml", data, rules).noted.values]
        values = {found[0][0]: tuple(quantity for _, quantity in found)}
        left = teachable(classify("a.yaml", files[0], rules, (), Known(values=values)).data)
        assert isinstance(left, dict)
        assert left["parameters"][0].get("range") == ("250–290 ℃" if number == 3 else None)


def test_what_a_plant_does_otherwise_is_classified_by_what_it_is_part_of() -> None:
    text = (
        "kind: plant-changes\nbase: DIG\norganisation: QL\ndocument: {level: trade-secret}\nchanges:\n"
        "  - {at: parameters/T1, set: {range: 268 ℃}, why: 原因}\n"
        "  - {at: P1, add: [升到 268 ℃, {text: 加剂, level: core-secret}], why: 原因}\n"
        "  - {at: P1/S1, set: {text: 升到 268 ℃}, why: 原因}\n"
        "  - {at: hazards, add: [{id: H1, title: 灼伤 268 ℃}], why: 原因}\n"
    )
    rules = resolved(SHIPPED, None)
    left = teachable(classify("a.yaml", yaml.safe_load(text), rules).data)
    assert isinstance(left, dict)
    assert left["changes"] == [
        {"at": "parameters/T1", "set": {"range": "260–280 ℃"}, "why": "原因"},
        {"at": "P1", "add": [{"text": "升到 260–280 ℃"}], "why": "原因"},
        {"at": "P1/S1", "set": {"text": "升到 260–280 ℃"}, "why": "原因"},
        {"at": "hazards", "add": [{"id": "H1", "title": "灼伤 268 ℃"}], "why": "原因"},
    ]


def test_places_lead_back_to_what_was_written() -> None:
    left = made(
        "procedures:\n"
        "  - {id: P0, title: 甲, level: core-secret, steps: [乙]}\n"
        "  - {id: P1, title: 看, steps: [{text: 加, level: core-secret}, 看, {text: 加, level: core-secret}, 停]}\n"
    )
    assert left.raw(("procedures", 0, "steps", 1, "text")) == ("procedures", 1, "steps", 3, "text")
    assert left.raw(("procedures", 0, "title")) == ("procedures", 1, "title")
    assert left.noted.gone == {(":DIG", "P0"), (":DIG", "P0/1"), (":DIG", "P1/1"), (":DIG", "P1/3")}
    assert [(place.pointer, why) for place, why in left.unclear] == [
        (("procedures", 1, "steps", 1), "position"),
        (("procedures", 1, "steps", 3), "position"),
    ]


def test_an_element_that_goes_is_told_once_with_all_its_words() -> None:
    left = made("principles: [{id: K1, title: 甲剂, text: [乙作用, 丙作用], level: core-secret}]")
    assert [(one.at, one.key, one.whole, one.state) for one in left.handled] == [
        ("principles/K1", "title", True, "undecided"),
        ("principles/K1", "text.1", False, "undecided"),
        ("principles/K1", "text.2", False, "undecided"),
    ]
    assert [one.raw for one in left.withheld] == ["甲剂", "乙作用", "丙作用"]


# --- Safety survives ---


@pytest.mark.parametrize(
    ("written", "left", "found"),
    [
        ("hazards: [{id: H1, title: 灼伤, controls: [穿戴面罩]}]", "hazards: [{id: H1, title: 灼伤}]", [False]),
        ("hazards: [灼伤, 触电]", "hazards: [灼伤]", [False]),
        ("ppe: [手套, 手套]", "ppe: [手套]", [False]),
        ("ppe: [P1: 手套]", "ppe: [{id: P1, title: 手套}]", []),
        ("procedures: [{steps: [{text: 甲, warnings: [喷出]}]}]", "procedures: [{steps: [甲]}]", [False]),
        ("procedures: [{phase: emergency, steps: [按急停]}]", "procedures: []", [False]),
        ("changes: [{at: hazards/H1, set: {title: 灼伤}}]", "changes: [{at: hazards/H1}]", [False]),
        ("hazards: ['<<严禁带压|注意>>拆卸']", "hazards: [注意拆卸]", [True]),
        ("hazards: ['距离 <<4 m|>> 以外']", "hazards: [距离以外]", [True]),
        ("hazards: ['戴<<3M 面罩|面罩>>']", "hazards: [戴面罩]", []),
        ("hazards: ['<<必须戴 3M 面罩|必须戴面罩>>']", "hazards: [必须戴面罩]", []),
        ("hazards: [{title: 灼伤, ppe: [面罩]}]", "hazards: [{title: 灼伤}]", [False]),
    ],
)
def test_safety_that_is_lost_is_found(written: str, left: str, found: list[bool]) -> None:
    rules = resolved(SHIPPED, None)
    lost = lost_safety(yaml.safe_load(written), yaml.safe_load(left), rules, {})
    assert [one.weakened for one in lost] == found


@pytest.mark.parametrize(
    "text",
    [
        "hazards: [{id: H1, title: 灼伤, level: core-secret}]",
        "hazards: [{id: H1, title: 灼伤, levels: {title: core-secret}}]",
        "document: {levels: {ppe: core-secret}}\nppe: [手套]",
        "procedures: [{id: P1, title: 停, level: core-secret, steps: [{id: S1, text: 甲, warnings: [喷出]}]}]",
    ],
)
def test_safety_does_not_go_with_what_is_marked(text: str) -> None:
    left = made(text)
    lost = lost_safety(yaml.safe_load(BASE + text), left.data, resolved(SHIPPED, None), {})
    assert lost or any(one.state == "refused" for one in left.handled)


def test_a_mark_in_safety_is_for_the_proof_to_judge() -> None:
    left = made("hazards: [{id: H1, title: '戴<<3M 面罩|面罩>>', level: core-secret}]")
    assert not left.handled
