"""Attacks that went through: each test is one hole, and fails until it is shut."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generators import built
from sopcurric.app.checking import check
from sopcurric.app.exporting import export
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace

pytestmark = pytest.mark.no_cover

PUBLIC = "project: {name: n}\neditions: [{id: s, clearance: public}]\norganisations: [{id: QL, title: q}]\n"
MENTOR = (
    "project: {name: n}\norganisations: [{id: QL, title: q}]\n"
    "editions: [{id: m, clearance: core-secret, audience: mentor, marking: {owner: o, period: 5 年}}]\n"
)
CORE = "document: {level: core-secret}\n"
JOB = "job: {code: A, title: 工}\n"
GROUP = "job: {code: A, title: 工, plants: [QL]}\n"
WORK = "procedures: [{id: P1, title: 升温, steps: [开阀]}]\n"
CHANGES = "kind: plant-changes\nbase: A\norganisation: QL\nchanges:\n"
POLICY, FIELDS = "policies/declassification.yaml", "policies/fields.yaml"
SIGNED = "by: x, date: 2025-01-01, why: y"


def leaving(tmp_path: Path, files: dict[str, str]) -> str | None:
    """Everything that an export writes but its list; nothing where the gate is shut."""
    workspace = MemoryWorkspace({"sopcurric.yaml": PUBLIC, **files})
    if export(workspace, Steps(MemoryStore()), tmp_path / "out").written is None:
        return None
    pages = sorted(one for one in (tmp_path / "out").rglob("*.yaml") if one.name != "sopcurric.yaml")
    return "\n".join(one.read_text(encoding="utf-8") for one in pages)


def one(sop: str) -> dict[str, str]:
    return {"sops/a.yaml": sop}


def plant(base: str, changes: str, head: str = "") -> dict[str, str]:
    return {"sops/a.yaml": base, "sops/c.yaml": head + CHANGES + changes}


BASE = GROUP + "parameters: [{id: T1, title: 温度, range: 100 ℃}]\n" + WORK
PARAMETER = "parameters: [{id: T1, title: 压力, range: 8.31 MPa%s}]\n"
OUT: dict[str, tuple[str, dict[str, str]]] = {
    # Levels that are taken away without having had any effect.
    "level-in-set": ("237", plant(BASE, "- {at: parameters/T1, set: {level: core-secret, range: 237 ℃}, why: 因}\n")),
    "levels-in-set-of-part": (
        "237",
        plant(BASE, "- {at: parameters/T1, set: {alarm: {high: 237 ℃, level: core-secret}}, why: 因}\n"),
    ),
    "level-in-job": ("8.31", one("job: {code: A, title: 工, level: core-secret, purpose: 用 8.31 MPa}\n" + WORK)),
    "level-in-process": (
        "8.31",
        {
            **one(JOB + WORK),
            "sops/s.yaml": "kind: process-specification\nprocess: {code: S, title: 艺, level: core-secret}\n"
            + PARAMETER % "",
        },
    ),
    "level-in-limits": (
        "285",
        one(JOB + "parameters: [{id: T1, title: 温, alarm: {high: 285 ℃, level: core-secret}}]\n" + WORK),
    ),
    "levels-of-unknown-section": (
        "8.31",
        one("document: {levels: {paramaters: core-secret}}\n" + JOB + PARAMETER % "" + WORK),
    ),
    "levels-of-unknown-key": ("8.31", one(JOB + PARAMETER % ", levels: {rnage: core-secret}" + WORK)),
    "levels-of-inner-key": (
        "285",
        one(
            JOB + "parameters: [{id: T1, title: 温, alarm: {high: 285 ℃}, levels: {alarm.high: core-secret}}]\n" + WORK
        ),
    ),
    "level-beside-id": ("237", one(JOB + "parameters: [{T2: 温 237–241 ℃, level: core-secret}]\n" + WORK)),
    "level-that-is-empty": ("8.31", one("document: {level: }\n" + JOB + PARAMETER % "" + WORK)),
    "level-in-escapes": ("8.31", one('document: {"l\\x65vel": core-secret}\n' + JOB + PARAMETER % "" + WORK)),
    # What a plant does otherwise.
    "level-of-base-element": (
        "237",
        plant(
            GROUP + "parameters: [{id: T1, title: 温度, range: 100 ℃, levels: {range: core-secret}}]\n" + WORK,
            "- {at: parameters/T1, set: {range: 237 ℃}, why: 因}\n",
        ),
    ),
    "level-of-base": ("237", plant(CORE + BASE, "- {at: parameters/T1, set: {range: 237 ℃}, why: 因}\n")),
    "why-of-change": (
        "8.31",
        plant(BASE, "- {at: parameters/T1, set: {range: 237 ℃}, why: 本厂压力 8.31 MPa}\n", CORE),
    ),
    "point-under-its-id": (
        "8.31",
        plant(
            GROUP + "routes: [{id: R1, title: 线, points: [看油]}]\n" + WORK,
            "- {at: R1/1, after: [{X9: {item: 压力 8.31 MPa}}], why: 因}\n",
            CORE,
        ),
    ),
    # What has no figures of the usual kind, or stands in names.
    "numerals-in-setpoint": (
        "八点二",
        one(CORE + JOB + "parameters: [{id: T1, title: 压, range: 八点二兆帕}]\n" + WORK),
    ),
    "circled-figure": ("⑧", one(CORE + JOB + "parameters: [{id: T1, title: 压, range: ⑧ MPa}]\n" + WORK)),
    "words-marked-by-themselves": (
        "泄料阀",
        one(
            JOB
            + "interlocks: [{id: I1, title: 联锁, condition: 泄料阀未关且搅拌停, levels: {condition: core-secret}}]\n"
            + WORK
        ),
    ),
    "value-in-title": ("8.31", one(CORE + JOB + "equipment: [{id: E1, title: 压煮器 8.31 MPa}]\n" + WORK)),
    "value-in-title-of-parameter": ("8.31", one(CORE + JOB + "parameters: [{id: T1, title: 泵压 8.31 MPa}]\n" + WORK)),
    "value-in-raised-power": ("8.31", one(CORE + JOB + WORK.replace("开阀", "升到 8.31×10^6^ Pa"))),
    "value-in-strong": ("8.31", one(CORE + JOB + WORK.replace("开阀", "升到 **8.31** MPa"))),
    "value-in-formula": ("8.31", one(CORE + JOB + WORK.replace("开阀", "升到 $P=8.31$ MPa"))),
    "unit-before": ("8.31", one(CORE + JOB + WORK.replace("开阀", "升到 MPa 8.31"))),
    "odd-unit": ("145", one(CORE + JOB + WORK.replace("开阀", "升到 145 psi"))),
    "reference-marked-by-itself": (
        "甲公司",
        one(JOB + WORK + "references: [{title: 与甲公司的保密协议, level: core-secret}]\n"),
    ),
    "reason-of-not-applicable": (
        "8.31",
        one(CORE + JOB + WORK + "not_applicable: [{section: permits, reason: 压力 8.31 MPa 下不动火}]\n"),
    ),
    # A name in a text that is marked by itself counts as if somebody had marked something there.
    "name-opens-marked-text": (
        "秘方",
        one(
            "document: {levels: {equipment: core-secret}}\n" + JOB + "equipment: [{id: E1, title: 泵, tag: P-1017}]\n"
            "procedures: [{id: P1, title: 升温, steps: [开, {level: core-secret, text: 启动 P-1017 后按秘方加料}]}]\n"
        ),
    ),
    # Policies and decisions that do nothing, or more than they should.
    "policy-of-unknown-class": (
        "8.31",
        {
            **one(CORE + JOB + WORK.replace("开阀", "升到 8.31 MPa")),
            POLICY: "classes: {work: {title: w, operation: keep, values: setpiont}}\n",
        },
    ),
    "policy-under-another-ending": (
        "8.31",
        {**one(JOB + PARAMETER % "" + WORK), "policies/declassification.yml": "level: core-secret\n"},
    ),
    "decision-to-drop-in-public": (
        "8.31",
        {
            **one(JOB + PARAMETER % "" + WORK),
            FIELDS: f"fields: [{{document: sops/a.yaml, at: parameters/T1, key: range, operation: drop, {SIGNED}}}]\n",
        },
    ),
    "decision-about-nothing": (
        "8.31",
        {
            **one(JOB + PARAMETER % "" + WORK),
            FIELDS: f"fields: [{{document: sops/b.yaml, at: parameters/T1, key: '*', operation: drop, {SIGNED}}}]\n",
        },
    ),
    "decision-on-what-was-other-then": (
        "8.31",
        {
            **one(CORE + JOB + WORK.replace("开阀", "升到 8.31 MPa")),
            FIELDS: "fields: [{document: sops/a.yaml, at: P1/1, key: text, operation: keep, seen: 0123456789abcdef, "
            f"{SIGNED}}}]\n",
        },
    ),
    "taught-words-of-decision": (
        "8 MPa",
        {
            **one(CORE + JOB + "parameters: [{id: T1, title: 压, range: 8 MPa}]\n" + WORK),
            FIELDS: "fields: [{document: sops/a.yaml, at: parameters/T1, key: range, operation: replace, "
            f"taught: 约 8 MPa, {SIGNED}}}]\n",
        },
    ),
    "value-open-elsewhere": (
        "8.25",
        {
            **one(CORE + JOB + WORK.replace("开阀", "升到 8.25 MPa")),
            "sops/b.yaml": JOB.replace("A", "B") + WORK.replace("开阀", "溶出压力 8.25 MPa"),
        },
    ),
    "id-of-what-is-withheld": (
        "T-SECRET9",
        one(
            JOB + "parameters: [{id: T-SECRET9, title: 密参, level: core-secret}]\n"
            "procedures: [{id: P1, title: 升温, steps: ['看 [[T-SECRET9]]']}]\n"
        ),
    ),
}


@pytest.mark.parametrize("attack", OUT)
def test_nothing_classified_gets_out(attack: str, tmp_path: Path) -> None:
    raw, files = OUT[attack]
    assert raw not in (leaving(tmp_path, files) or "")


def test_state_secrets_are_told(tmp_path: Path) -> None:
    assert leaving(tmp_path, one("document: {level: 绝密}\n" + JOB + PARAMETER % "" + WORK)) is None


HAZARD = "hazards: [{id: H1, title: 缺氧, controls: [氧含量低于 19.5 % 撤离]}]\n"
STEP = "procedures: [{id: P1, title: 检修, steps: [开, %s]}]\n"
SAFE: dict[str, tuple[str, dict[str, str]]] = {
    "warning-of-withheld-step": (
        "氢氟酸",
        one(JOB + STEP % "{level: core-secret, text: 加秘料, warnings: [氢氟酸灼伤]}"),
    ),
    "warning-of-undecided-step": ("夹伤", one(CORE + JOB + STEP % "{text: 降到八兆帕后挂牌, warnings: [夹伤]}")),
    "warning-of-dropped-step": (
        "夹伤",
        {
            **one(CORE + JOB + STEP % "{id: S2, text: 挂牌, warnings: [夹伤]}"),
            FIELDS: f"fields: [{{document: sops/a.yaml, at: P1/S2, key: '*', operation: drop, {SIGNED}}}]\n",
        },
    ),
    "emergency-dropped-by-decision": (
        "上风向",
        {
            **one(CORE + JOB + WORK[:-2] + ", {id: P9, phase: emergency, title: 撤离, steps: [撤到上风向]}]\n"),
            FIELDS: f"fields: [{{document: sops/a.yaml, at: P9, key: '*', operation: drop, {SIGNED}}}]\n",
        },
    ),
    "emergency-changed-by-plant": (
        "27 mg/m³",
        plant(
            CORE + GROUP + WORK[:-2] + ", {id: P9, phase: emergency, title: 撤离, steps: [{id: S1, text: 撤离}]}]\n",
            "- {at: P9/S1, set: {text: 氨超过 27 mg/m³ 时撤离}, why: 因}\n",
            CORE,
        ),
    ),
    "hazards-of-another-class": ("19.5", {**one(CORE + JOB + WORK + HAZARD), POLICY: "fields: {hazards: people}\n"}),
    "hazards-generalised": ("19.5", {**one(CORE + JOB + WORK + HAZARD), POLICY: "fields: {hazards: setpoint}\n"}),
    "safety-with-values": (
        "19.5",
        {
            **one(CORE + JOB + WORK + HAZARD),
            POLICY: "classes: {safety: {title: s, operation: keep, values: setpoint}}\n",
        },
    ),
    "name-that-is-a-number": (
        "10 mg/m³",
        one(
            CORE
            + JOB
            + "valves: [{id: V1, title: 阀, tag: '10'}]\n"
            + WORK
            + "hazards: [{id: H1, title: 硫化氢, controls: [超过 10 mg/m³ 撤离]}]\n"
        ),
    ),
    "name-that-is-a-word": (
        "关阀",
        one(
            CORE
            + JOB
            + "valves: [{id: V1, title: 进料门, tag: 阀}]\n"
            + WORK
            + "hazards: [{id: H1, title: 烫伤, controls: [关阀后确认]}]\n"
        ),
    ),
    "change-by-position-removes-another": (
        "测氧",
        plant(
            GROUP + "procedures: [{id: P1, title: 检修, steps: [开, {level: core-secret, text: 加秘料}, 关, 测氧]}]\n",
            "- {at: P1/3, remove: true, why: 无此阀}\n",
        ),
    ),
    "link-of-another-plant": (
        "- T1",
        {
            "sops/a.yaml": "job: {code: A, title: 工, organisation: QL}\n"
            "parameters: [{id: T1, title: 密, level: core-secret}]\n" + WORK,
            "sops/b.yaml": "job: {code: A, title: 工, organisation: BT}\nparameters: [{id: T1, title: 氧含量}]\n"
            "procedures: [{id: P1, title: 检修, steps: [{text: 测氧, parameters: [T1]}]}]\n",
            "sopcurric.yaml": PUBLIC.replace("{id: QL", "{id: BT, title: b}, {id: QL"),
        },
    ),
}


@pytest.mark.parametrize("attack", SAFE)
def test_no_safety_is_lost_or_weakened(attack: str, tmp_path: Path) -> None:
    words, files = SAFE[attack]
    left = leaving(tmp_path, files)
    if attack == "change-by-position-removes-another" and left is not None:
        left = mentors(files)
    assert left is None or words in left


def mentors(files: dict[str, str]) -> str:
    pages = built({"sopcurric.yaml": MENTOR, **files}, "markdown")
    return "\n".join(page.decode() if isinstance(page, bytes) else str(page) for page in pages.values())


def test_a_plant_edition_does_not_swap_what_is_public() -> None:
    pages = mentors(
        one(
            JOB + "parameters: [{id: T1, title: 甲温, range: 261 ℃, levels: {range: core-secret}}, "
            "{id: T2, title: 乙温, range: 250–270 ℃}]\n"
            "procedures: [{id: P1, title: 升温, steps: [{text: 看表, parameters: [T1, T2]}]}]\n"
        )
    )
    assert "乙温：261 ℃" not in pages
    assert "乙温（261 ℃）" not in pages


def test_a_plant_does_not_get_the_value_of_the_base() -> None:
    pages = mentors(
        plant(
            GROUP + "parameters: [{id: T1, title: 压力, unit: MPa, range: 7.5–8.1}]\n"
            "procedures: [{id: P1, title: 升压, parameters: [T1], steps: [开阀]}]\n",
            "- {at: parameters/T1, set: {range: 9.1–9.3, meaning: 重要}, why: 因}\n",
            CORE,
        )
    )
    assert "7.5–8.1" not in pages


@pytest.mark.parametrize("words", ["8 MPa <<a", "升到 8 MPa，见《《x》》", "<<secret:a|b>> 8 MPa", "<<8 MPa|> 9 MPa"])
def test_a_broken_mark_in_a_classified_document_is_a_finding(words: str) -> None:
    files = {"sopcurric.yaml": PUBLIC, **one(CORE + JOB + f"procedures: [{{id: P1, title: 升, steps: ['{words}']}}]\n")}
    assert "DEC001" in {one.code for one in check(MemoryWorkspace(files), Steps(MemoryStore())).findings}


def test_what_policies_make_is_no_leak_of_another_value(tmp_path: Path) -> None:
    sop = CORE + JOB + "parameters: [{id: T1, title: 温, range: 260 ℃, alarm: {high: 270 ℃}}]\n" + WORK
    assert leaving(tmp_path, one(sop)) is not None


def test_a_withheld_element_of_the_base_may_be_changed_by_a_plant(tmp_path: Path) -> None:
    base = GROUP + "parameters: [{id: T1, title: 温度, level: core-secret, range: 261 ℃}]\n" + WORK
    assert leaving(tmp_path, plant(base, "- {at: parameters/T1, set: {range: 262 ℃}, why: 因}\n", CORE)) is not None


def test_a_link_to_a_withheld_route_goes_with_it(tmp_path: Path) -> None:
    sop = JOB + "routes: [{id: R1, title: 密线, level: core-secret, points: [密点]}]\n" + WORK
    sop += "deviations: [{id: X1, title: 偏, actions: [停], procedures: [R1, P1]}]\n"
    assert leaving(tmp_path, one(sop)) is not None


def test_pseudonyms_are_no_names_of_others(tmp_path: Path) -> None:
    sop = CORE + JOB + "equipment: [{id: E1, title: 泵, tag: P-1017}]\n" + WORK
    other = "job: {code: B, title: 工}\nequipment: [{id: E1, title: 窑, tag: EQ-01}]\n" + WORK
    left = leaving(tmp_path, {"sops/a.yaml": sop, "sops/b.yaml": other})
    assert left is None or left.count("EQ-01") == 1


def test_two_things_do_not_get_one_name(tmp_path: Path) -> None:
    sop = CORE + JOB + "equipment: [{id: E1, title: 泵, tag: P-1017}, {id: E2, title: 釜, tag: V-2031}]\n" + WORK
    files = {**one(sop), POLICY: "names_file: ../n.yaml\n", "../n.yaml": "names: {P-1017: X-1, V-2031: X-1}\n"}
    left = leaving(tmp_path, files)
    assert left is None or left.count("X-1") == 1


def test_caches_hold_nothing_of_broken_classified_files() -> None:
    kept: dict[str, bytes] = {}

    class Store(MemoryStore):
        def put(self, key: str, content: Callable[[], bytes]) -> None:
            kept[key] = content()
            super().put(key, content)

    files = {
        "sopcurric.yaml": PUBLIC,
        **one(CORE + JOB + "procedures: [{id: P1, title: 升, phase: 秘料戊己, steps: [开]}]\n"),
    }
    check(MemoryWorkspace(files), Steps(Store()))
    assert "秘料戊己" not in b"".join(kept.values()).decode(errors="replace")


def test_links_by_position_lead_to_the_same_element_when_others_are_withheld() -> None:
    pages = built(
        {
            "sopcurric.yaml": PUBLIC,
            **one(
                JOB + "equipment: [{title: 密机, level: core-secret}, {title: 水泵}, {title: 回转窑}]\n"
                "lockouts: [{id: L1, title: 开关, equipment: '2'}]\n"
                "procedures: [{id: P1, title: 检修, lockouts: [L1], steps: [断电]}]\n"
            ),
        },
        "markdown",
    )
    assert "隔离：回转窑" not in "\n".join(page.decode() for page in pages.values())


# --- A second round ---


def test_another_name_is_nobodys_real_one(tmp_path: Path) -> None:
    policy = "classes: {identity: {title: t, operation: pseudonymise, prefixes: {equipment: PUMP}}}\n"
    sop = CORE + JOB + "equipment: [{id: E1, title: 泵, tag: P-1017}]\n" + WORK
    other = JOB.replace("A", "B") + "equipment: [{id: E9, title: 乙泵, tag: PUMP-01}]\n" + WORK
    left = leaving(tmp_path, {"sops/a.yaml": sop, "sops/b.yaml": other, POLICY: policy})
    assert left is not None
    assert left.count("PUMP-01") == 1


@pytest.mark.parametrize(
    ("fields", "taught"),
    [
        ("unit: MPa, range: '8.31', target: '8.33'", "8.2–8.6"),
        ("interlock: {high: 9.1 MPa, high_high: 9.3 MPa}", "规定值"),
        ("range: <<core-secret:261 ℃|250–270 ℃>>", "250–270 ℃"),
    ],
)
def test_a_plant_edition_says_which_values_are_only_taught(fields: str, taught: str) -> None:
    level = "" if "<<" in fields else "document: {level: trade-secret}\n"
    sop = level + JOB + f"parameters: [{{id: T1, title: 值, {fields}}}]\n" + SEEN
    files = {"sopcurric.yaml": MENTOR.replace("clearance: core-secret", "clearance: trade-secret"), **one(sop)}
    pages = "\n".join(page.decode() for page in built(files, "markdown").values())
    assert f"{taught}（教学值）" in pages
    assert taught not in pages.replace(f"{taught}（教学值）", "")


SEEN = "procedures: [{id: P1, title: 升温, parameters: [T1], steps: [{id: S1, text: 开阀}]}]\n"


@pytest.mark.parametrize(
    "text",
    [
        "parameters: [{id: T1, title: 硫化氢浓度, range: ≤ 10 mg/m³}]",
        "parameters: [{id: T1, title: 氨, meaning: 超过 27 mg/m³ 立即撤离}]",
        "quality: [{id: Q1, title: 氧含量, criterion: 氧含量不低于 19.5 %}]",
    ],
)
def test_no_policy_makes_a_limit_of_safety_less_exact(text: str, tmp_path: Path) -> None:
    assert leaving(tmp_path, one(CORE + JOB + WORK + text)) is None


@pytest.mark.parametrize(
    "mark", ["氨超 <<27 mg/m³|270 mg/m³>> 撤离", "<<先泄压再开盖|开盖>>", "氧 <<19.5|规定>> % 以下撤离"]
)
def test_no_mark_weakens_safety(mark: str, tmp_path: Path) -> None:
    assert leaving(tmp_path, one(JOB + WORK + f"hazards: [{{id: H1, title: 甲, controls: ['{mark}']}}]")) is None


def test_two_bare_values_are_no_leak_of_each_other(tmp_path: Path) -> None:
    two = "parameters: [{id: T1, title: 温, unit: ℃, range: '260'}, {id: T2, title: 温, unit: ℃, range: '250'}]\n"
    assert leaving(tmp_path, one(CORE + JOB + two + WORK)) is not None


def test_a_number_that_is_hardly_another_one_is_found_without_its_unit(tmp_path: Path) -> None:
    sop = JOB + "parameters: [{id: T1, title: 比值, range: '1.383', levels: {range: core-secret}}]\n"
    assert leaving(tmp_path, one(sop + WORK.replace("开阀", "比值控制在 1.383"))) is None


@pytest.mark.parametrize("words", ["7.3719\nMPa", "7.3719&nbsp;MPa", "7.3719<b> MPa</b>"])
def test_a_template_is_read_as_a_whole(words: str, tmp_path: Path) -> None:
    sop = JOB + "parameters: [{id: T1, title: 压, range: '<<7.3719 MPa|7–8 MPa>>'}]\n" + WORK
    assert leaving(tmp_path, {**one(sop), "templates/html/cover.html.j2": words}) is None


def test_two_sections_that_do_not_apply_twice_are_a_finding() -> None:
    sop = JOB + WORK + "not_applicable: [{section: permits, reason: a}, {section: permits, reason: b}]\n"
    check(MemoryWorkspace({"sopcurric.yaml": PUBLIC, **one(sop)}), Steps(MemoryStore()))
