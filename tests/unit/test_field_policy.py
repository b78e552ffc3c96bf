"""What a policy makes of field paths and taught words; what a plant's own policy cannot change."""

import hashlib
import hmac

import pytest

from sopcurric.app.parsing import parsed
from sopcurric.io import resources
from sopcurric.model.files.policy import FieldDecision, PolicyFile
from sopcurric.secrecy.known import Known
from sopcurric.secrecy.paths import known_paths, parts_in
from sopcurric.secrecy.rules import Rules, resolved
from sopcurric.secrecy.seeing import is_stale, seen_of, words_of
from sopcurric.secrecy.taught import answers_values, fault_of, proposed
from sopcurric.stages.classification import classify

KEY = b"key of the plant"


def shipped() -> PolicyFile:
    file = parsed("default", resources.default_policy(), PolicyFile, "zh").file
    assert file is not None
    return file


def rules(**own: object) -> Rules:
    return resolved(shipped(), PolicyFile.model_validate(own, context={"language": "zh"}))


def test_a_digest_is_that_of_the_words_under_the_key() -> None:
    assert seen_of(KEY, "272 ℃") == hmac.new(KEY, "272 ℃".encode(), hashlib.sha256).hexdigest()[:16]
    assert seen_of(b"another", "272 ℃") != seen_of(KEY, "272 ℃")
    assert words_of([("", "甲")]) == "甲"
    assert words_of([("zh", "甲"), ("en", "A")]) == "zh: 甲\nen: A"


def test_only_with_a_key_and_a_digest_a_decision_can_be_stale() -> None:
    who = {"by": "x", "date": "2026-09-01", "why": "y"}
    made = {"document": "a", "at": "P1", "key": "text", "operation": "keep", **who}
    bare = FieldDecision.model_validate(made, context={"language": "zh"})
    seen = bare.model_copy(update={"seen": seen_of(KEY, "甲")})
    drops = seen.model_copy(update={"operation": "drop"})
    assert is_stale(seen, KEY, "乙")
    assert is_stale(seen, b"", "甲"), "nobody can tell, so nothing is released"
    assert not any((is_stale(seen, KEY, "甲"), is_stale(drops, b"", "乙"), is_stale(bare, KEY, "乙")))


STALE = (
    ("P1/S1", "text", "drop"),
    ("equipment/E1", "tag", "keep"),
    ("P1/S2", "*", "drop"),
    ("hazards/H1", "title", "keep"),
)


@pytest.mark.parametrize(("at", "key", "operation"), STALE)
def test_what_was_decided_on_other_words_waits_until_somebody_decides(at: str, key: str, operation: str) -> None:
    """Not even what the policy would teach without that decision; but safety is."""
    data = {
        "document": {"level": "trade-secret"},
        "job": {"code": "A", "title": "x"},
        "equipment": [{"id": "E1", "title": "泵", "tag": "DC-101"}],
        "procedures": [
            {"id": "P1", "title": "升温", "steps": [{"id": "S1", "text": "开阀"}, {"id": "S2", "text": "关阀"}]},
        ],
        "hazards": [{"id": "H1", "title": "烫伤", "controls": ["戴手套"]}],
    }
    made = {"document": "a", "at": at, "key": key, "operation": operation, "by": "x", "date": "2026-09-01", "why": "y"}
    decision = FieldDecision.model_validate({**made, "seen": "0" * 16}, context={"language": "zh"})
    known = Known(names={"DC-101": ("EQ-01", "trade-secret")}, key=KEY)
    file = classify("a", data, rules(), [decision], known)
    rows = [(one.at, one.key, one.state) for one in file.handled if one.at == at]
    assert file.stale == {(at, key)}
    assert rows == ([] if at.startswith("hazards") else [(at, key, "undecided")])
    assert any(one.place.pointer for one in file.withheld) or not rows


def test_all_fields_of_the_policy_that_comes_along_are_known() -> None:
    assert set(shipped().fields) - known_paths() == set()
    assert "parameters.alarm.high_high" in known_paths()
    assert "parameters.rnage" not in known_paths()


def test_parts_of_a_file_have_known_paths() -> None:
    data = {
        "job": {"code": "DIG", "title": {"zh": "甲", "en": "A"}},
        "parameters": ["T1: 温度", {"id": "T2", "title": "压力", "alarm": {"high": "8 MPa"}}],
        "procedures": [{"id": "P1", "title": "升温", "steps": ["开阀", {"S2": "关阀"}], "parameters": ["T1"]}],
    }
    found = [*parts_in(data)]
    assert {one.path for one in found} <= known_paths()
    assert [one.words for one in found if one.path == "steps.text"] == [(("", "开阀"),), (("", "关阀"),)]
    assert [one.words for one in found if one.path == "job.title"] == [(("zh", "甲"), ("en", "A"))]
    assert sum(one.kind == "element" for one in found) == 5
    assert [*parts_in(None), *parts_in({"kind": "nothing", "job": {"title": "x"}})] == []


@pytest.mark.parametrize("path", ["hazards", "hazards.controls", "steps.warnings", "ppe.title", "lockouts"])
def test_an_own_policy_leaves_safety_alone(path: str) -> None:
    gone = {"title": "x", "operation": "drop"}
    own = rules(fields={path: "recipe"}, classes={"safety": gone, "own": gone})
    assert own.sort(path) == "safety"
    how = own.named("safety")
    assert how is not None
    assert (how.operation, how.values) == ("keep", None)
    assert own.named("own") is not None


def test_what_is_work_in_emergencies_is_safety_whatever_a_policy_says() -> None:
    own = rules(fields={"steps.text": "recipe", "procedures": "unpublished"}, level="core-secret")
    steps = [{"id": "S1", "text": "关闭进料阀"}]
    emergency = {"id": "P1", "title": "停电", "phase": "emergency", "steps": steps}
    other = {"id": "P2", "title": "升温", "steps": steps}
    made = classify("sops/a.yaml", {"job": {"code": "A", "title": "x"}, "procedures": [emergency, other]}, own)
    assert isinstance(made.data, dict)
    assert made.data["procedures"] == [emergency]


@pytest.mark.parametrize(
    ("raw", "taught", "fault"),
    [
        ("272 ℃", "260–280 ℃", ""),
        ("272 ℃", "约 272 ℃", "open"),
        ("272 ℃", "545.15 K", "open"),
        ("272 ℃", "280–300 ℃", "outside"),
        ("272 ℃", "100–900 ℃", "wide"),
        ("272 ℃", "≥200 ℃", ""),
        ("≥200 ℃", "200–300 ℃", "outside"),
        ("10–90 m³/h", "5–100 m³/h", ""),
        ("10–90 m³/h", "20–100 m³/h", "outside"),
        ("272 ℃", "规定温度", ""),
        ("272 ℃ 和 8.2 MPa", "260–280 ℃ 和 9–10 MPa", "outside"),
        ("保温 45 min", "保温 45 min", ""),
        ("<<272 ℃|260–280 ℃>>", "300 ℃", "outside"),
    ],
)
def test_taught_values_hold_the_raw_one_and_are_not_it(raw: str, taught: str, fault: str) -> None:
    assert fault_of(raw, taught, "work", rules()) == fault


def test_the_class_says_how_wide_a_range_may_be() -> None:
    wide = rules(classes={"setpoint": {"title": "x", "operation": "generalise", "widest": 4}})
    assert fault_of("272 ℃", "100–900 ℃", "setpoint", wide) == ""
    assert fault_of("272 ℃", "100–900 ℃", "work", wide) == "", "values in texts are of the class that it names"
    assert fault_of("272 ℃", "100–900 ℃", "setpoint", rules()) == "wide"


def test_ranges_that_hold_a_value_need_no_source() -> None:
    assert answers_values("272 ℃", "260–280 ℃", "work", rules())
    assert not answers_values("272 ℃", "260–280 ℃，8 MPa", "work", rules())
    assert not answers_values("272 ℃", "规定温度", "work", rules())


def test_proposals_leave_no_value_and_say_whether_a_figure_is_left() -> None:
    names = {"DC-101": ("EQ-01", "trade-secret")}
    made = proposed("升温到 274 ℃，保温 45 min", "work", rules(), {}, "zh")
    assert made is not None
    assert (made.words, made.whole) == ("升温到 260–280 ℃，保温 45 min", True)
    made = proposed("向 3 号槽加 37 kg", "work", rules(), {}, "zh")
    assert made is not None
    assert "37" not in made.words
    assert not made.whole
    made = proposed("打开 DC-101 进口阀", "work", rules(), names, "zh")
    assert made is not None
    assert made.words == "打开 EQ-01 进口阀"
    assert proposed("加入添加剂", "work", rules(), {}, "zh") is None
