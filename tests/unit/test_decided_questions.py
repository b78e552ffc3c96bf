"""Questions of the bank that people leave out or ask otherwise."""

from functools import cache

import pytest
import yaml

from generators import compiled
from sopcurric.model.compilation import Compilation
from sopcurric.model.question_bank import BankQuestion
from sopcurric.model.saying import words

pytestmark = pytest.mark.no_cover

DIG = """\
job: {code: DIG, title: 高压溶出工}
parameters:
  - {id: T1, title: 溶出温度, range: 260–280 ℃}
  - {id: T2, title: 泵出口压力, range: 6–8 MPa}
hazards:
  - {id: H1, title: 蒸汽烫伤, risk: general, controls: [戴防烫手套]}
procedures:
  - id: P1
    title: 启动高压泵
    phase: start-up
    parameters: [T1, T2]
    hazards: [H1]
    steps:
      - {id: S1, text: 检查油位。}
      - {id: S2, text: 打开进口阀。}
      - {id: S3, text: 启动电机。}
"""
HEAD = {"decide": "question", "role": "college", "by": "李老师", "date": "2026-03-01", "why": "太容易"}


def made(*decisions: dict[str, object]) -> Compilation:
    """The repository with decisions about questions."""
    files = {"sopcurric.yaml": "project: {name: 案例}\n", "sops/d.yaml": DIG}
    if decisions:
        entries = [{**HEAD, "id": f"d{number}", **one} for number, one in enumerate(decisions)]
        files["decisions/d.yaml"] = yaml.safe_dump({"decisions": entries}, allow_unicode=True)
    return compiled(files)


@cache
def computed() -> Compilation:
    """The repository without any."""
    return made()


def of_form(form: str) -> BankQuestion:
    """The first question of a form."""
    return next(one for one in computed().bank.questions if one.form == form)


def test_a_question_is_left_out_everywhere() -> None:
    gone = of_form("single-choice").id
    compilation = made({"on": [gone], "drop": True})
    assert [one.id for one in compilation.bank.questions] == [
        one.id for one in computed().bank.questions if one.id != gone
    ]
    assert gone not in {name for paper in compilation.papers for name in paper.questions}
    assert gone not in {name for one in compilation.bank.guidance for name in one.pretest}
    assert gone not in {name for pair in compilation.bank.apart for name in pair}
    (verdict,) = compilation.verdicts
    assert (verdict.kind, verdict.subjects) == ("unseen", (gone,))
    (again,) = made({"on": [gone], "drop": True, "seen": verdict.seen}).verdicts
    assert again.kind == "applied"
    (old,) = made({"on": [gone], "drop": True, "seen": "0123456789ab"}).verdicts
    assert old.kind == "stale"


def test_distractors_change_and_the_key_stays_with_its_words() -> None:
    one = of_form("single-choice")
    right = words(one.right[0], "zh")
    compilation = made({"on": [one.id], "stem": "溶出温度应是多少？", "options": ["100–120 ℃", right, "800–900 ℃"]})
    asked = compilation.bank_questions[one.id]
    assert words(asked.stem, "zh") == "溶出温度应是多少？"
    assert (asked.key, asked.explanation) == ((1,), one.explanation)
    assert {mark.part for mark in asked.decided} == {"stem", "options"}


def test_another_key_is_told_to_be_decided() -> None:
    one = of_form("single-choice")
    asked = made({"on": [one.id], "options": ["甲", "乙", "丙"], "key": [1]}).bank_questions[one.id]
    assert (words(asked.right[0], "zh"), asked.key) == ("甲", (0,))
    assert "李老师" in words(asked.explanation, "zh")
    written = of_form("short-answer")
    asked = made({"on": [written.id], "answers": ["先查油位"], "because": "按规程。"}).bank_questions[written.id]
    assert [words(each, "zh") for each in asked.answers] == ["先查油位"]
    assert words(asked.explanation, "zh") == "按规程。"


@pytest.mark.parametrize(
    ("form", "more", "reason"),
    [
        ("single-choice", {}, "no-change"),
        ("single-choice", {"drop": True, "stem": "问"}, "drop-and-change"),
        ("single-choice", {"options": ["甲", "乙", "丙"]}, "key-lost"),
        ("single-choice", {"options": ["甲", "甲", "丙"], "key": [1]}, "options-alike"),
        ("single-choice", {"key": [1, 2]}, "key"),
        ("single-choice", {"key": [8]}, "key"),
        ("single-choice", {"answers": ["甲"]}, "no-answers"),
        ("short-answer", {"options": ["甲", "乙"]}, "no-options"),
        ("short-answer", {"key": [1]}, "no-key"),
        ("true-false", {"key": [2]}, "key"),
    ],
)
def test_questions_that_cannot_be_asked(form: str, more: dict[str, object], reason: str) -> None:
    compilation = made({"on": [of_form(form).id], **more})
    (verdict,) = compilation.verdicts
    assert (verdict.kind, verdict.reason) == ("refused", reason)
    assert compilation.bank == computed().bank


def test_what_is_not_there_and_what_contradicts() -> None:
    one = of_form("single-choice").id
    compilation = made(
        {"on": ["tq-nothing1"], "drop": True},
        {"on": [one], "drop": True},
        {"on": [one], "stem": "问"},
    )
    assert {each.decision: each.kind for each in compilation.verdicts} == {
        "d0": "gone",
        "d1": "contradictory",
        "d2": "contradictory",
    }
    assert compilation.bank == computed().bank
