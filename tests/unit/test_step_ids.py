"""The fix that gives steps an id: the short form for a text, a first key for a mapping, and not a sign more."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sopcurric.fixes.step_ids
from sopcurric.app.correcting import proposed
from sopcurric.app.fixing import fixes
from sopcurric.app.steps import Steps
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.plugin import Left
from sopcurric.source.editing import found_at
from sopcurric.wording.catalogue import LANGUAGES, codes

PATH = "sops/case.yaml"
HEAD = "job: {code: DIG, title: 溶出工}\nprocedures:\n  - id: P1\n    title: 启动隔膜泵\n"
ONLY = tuple(fix for fix in fixes() if fix.name == "step-ids")

BLOCKS = """\
    steps:
      - |
        ·甲
        ·  一

        ·乙
      - >-
          丙
      # 注
      - 丁
"""


def run(steps: str, **more: str) -> tuple[str, tuple[Left, ...]]:
    files = {
        "sopcurric.yaml": "project: {name: 案例}\n",
        PATH: HEAD + steps,
        **{f"decisions/{name}.yaml": text for name, text in more.items()},
    }
    result = proposed(MemoryWorkspace(files), Steps(MemoryStore()), ONLY)
    text = next((one.after for one in result.corrections if one.path == PATH), HEAD + steps)
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD), result.left


def steps_of(text: str) -> object:
    return found_at(read_yaml(PATH, (HEAD + text).encode()).data, ("procedures", 0, "steps"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "    steps:\n      - 甲 # 一\n      # 二\n      - 乙\n",
            "    steps:\n      - S1: 甲 # 一\n      # 二\n      - S2: 乙\n",
        ),
        ("    steps:\n    - '甲'\n    -   \"乙: 丙\"", "    steps:\n    - S1: '甲'\n    -   S2: \"乙: 丙\""),
        ("    steps: [甲, '乙' ,丙]\n", "    steps: [S1: 甲, S2: '乙' ,S3: 丙]\n"),
        ("    steps: [甲,\n      乙\n    ]\n", "    steps: [S1: 甲,\n      S2: 乙\n    ]\n"),
        (
            "    steps:\n      - text: 甲\n        actor: 班长\n      -   critical: true # 注\n          text: 乙\n",
            (
                "    steps:\n      - id: S1\n        text: 甲\n        actor: 班长\n"
                "      -   id: S2\n          critical: true # 注\n          text: 乙\n"
            ),
        ),
        (
            "    steps:\n      - {text: 甲}\n      - { text: 乙 }\n",
            "    steps:\n      - {id: S1, text: 甲}\n      - { id: S2, text: 乙 }\n",
        ),
        ("    steps:\n      - {\n        text: 甲}\n", "    steps:\n      - {id: S1,\n        text: 甲}\n"),
        (
            BLOCKS.replace("·", ""),
            BLOCKS.replace("- |", "- S1: |").replace("- >", "- S2: >").replace("- 丁", "- S3: 丁").replace("·", "  "),
        ),
        (
            "    steps:\n      - 甲，\n        乙\n      - 丙\n",
            "    steps:\n      - S1: 甲，\n          乙\n      - S2: 丙\n",
        ),
        ('    steps:\n      - "甲，\n        乙"\n', '    steps:\n      - S1: "甲，\n          乙"\n'),
        (
            "    steps:\n      - -5 ℃ 停泵\n      - 5：停泵\n",
            "    steps:\n      - S1: -5 ℃ 停泵\n      - S2: 5：停泵\n",
        ),
    ],
)
def test_steps_get_ids_in_the_style_they_are_written_in(before: str, after: str) -> None:
    assert run(before) == (after, ())
    values = [list(one.values())[-1 if "id" not in one else 1] for one in steps_of(after)]  # type: ignore[attr-defined]
    for old, new in zip(steps_of(before), values, strict=True):  # type: ignore[call-overload]
        assert new in (old, *(old.values() if isinstance(old, dict) else ()))


@pytest.mark.parametrize(
    ("before", "ids"),
    [
        ("[甲, {id: S1, text: 乙}, 丙]", ["S2", "S1", "S3"]),
        ("[甲, 乙, {id: s1, text: 丙}]", ["S3", "S2", "s1"]),
        ("[{id: S2, text: 甲}, 乙, 丙, {id: S4, text: 丁}]", ["S2", "S5", "S3", "S4"]),
        ("[{id: A, text: 甲}, 乙]", ["A", "S2"]),
    ],
)
def test_no_id_stands_twice(before: str, ids: list[str]) -> None:
    after, _ = run(f"    steps: {before}\n")
    assert [one.get("id") or next(iter(one)) for one in steps_of(after)] == ids  # type: ignore[attr-defined]


def test_an_id_that_something_else_is_called_by_is_not_used() -> None:
    after, left = run(
        "    steps: [甲, 乙]\n", old="# DIG/P1/S1 was the old step; DIG/P1/S22 and XDIG/P1/S2 are others\n"
    )
    assert (after, left) == ("    steps: [S3: 甲, S2: 乙]\n", ())


def test_a_step_whose_number_is_spoken_of_keeps_it() -> None:
    decision = "decisions:\n  - {decide: exclude, on: [DIG/P1/2], role: plant, by: 王, date: 2026-03-01, why: 停用, "
    after, left = run("    steps: [甲, 乙, 丙]\n", old=f"{decision}reason: obsolete}}\n")
    assert after == "    steps: [S1: 甲, 乙, S3: 丙]\n"
    assert left == (Left("spoken", "DIG/P1/2"),)


@pytest.mark.parametrize("mark", ["<<8 MPa|约 8 MPa>>", "<<8 MPa|>>"])
def test_no_ids_where_something_is_classified(mark: str) -> None:
    for steps in (
        f"    steps: [甲, '压力 {mark}']\n",
        f"    steps:\n      - 甲\n      - text: 乙\n        reason: 至 {mark}\n",
    ):
        assert run(steps) == (steps, (Left("classified", "DIG/P1"),))


@pytest.mark.parametrize(
    ("before", "reasons"),
    [
        ("    steps:\n      - {zh: 甲, en: one}\n", {"languages"}),
        ("    steps:\n      - &a 甲\n      - *a\n", {"unusual"}),
        ("    steps:\n      - &a {text: 甲}\n", {"unusual"}),
        ("    steps:\n      - !!str 甲\n", {"unusual"}),
        ("    steps:\n      - ? text\n        : 甲\n", set()),
        ("    steps:\n      - {id: S1, text: 甲}\n", set()),
    ],
)
def test_what_is_not_certain_is_left_alone_and_told(before: str, reasons: set[str]) -> None:
    after, left = run(before)
    assert {one.reason for one in left} == reasons
    assert after == before or steps_of(after) == [{"id": "S1", "text": "甲"}]


def test_merged_steps_and_shared_lists() -> None:
    before = "    steps:\n      - &a\n        id: S1\n        text: 甲\n      - {<<: *a, id: S2}\n"
    assert run(before) == (before, ())
    shared = "    steps: &s [甲, 乙]\n  - {id: P2, title: 停隔膜泵, steps: *s}\n"
    after, _ = run(shared)
    assert after == shared.replace("[甲, 乙]", "[S1: 甲, S2: 乙]")


def test_every_reason_is_told_in_every_language() -> None:
    source = Path(str(sopcurric.fixes.step_ids.__file__)).read_text(encoding="utf-8")
    reasons = {*re.findall(r'Left\("(\w+)"', source), "spoken", "languages"}
    for language in LANGUAGES:
        assert {f"cli.fix.left.{reason}" for reason in reasons} <= codes(language)


_STEP = st.sampled_from(
    [
        "{i}- 甲\n",
        "{i}- '乙'   # 注\n",
        "{i}- text: 丙\n{i}  critical: true\n",
        "{i}- {{text: 丁}}\n",
        "{i}- id: S2\n{i}  text: 戊\n",
        "{i}- {{id: s3, text: 己}}\n",
        "{i}- >-\n{i}  庚\n{i}  辛\n",
        "{i}# 注\n{i}- 壬，\n{i}    癸\n",
    ]
)


@given(
    st.lists(_STEP, min_size=1, max_size=6, unique_by=lambda one: one if "id:" in one else object()), st.integers(0, 4)
)
def test_words_comments_and_order_stay(parts: list[str], indent: int) -> None:
    before = "    steps:\n" + "".join(part.format(i=" " * (4 + indent)) for part in parts)
    after, left = run(before)
    assert left == ()
    assert run(after)[0] == after
    old, new = steps_of(before), steps_of(after)
    assert isinstance(old, list)
    assert isinstance(new, list)
    names = [one.get("id") or next(iter(one)) for one in new]
    assert len({name.casefold() for name in names}) == len(names)
    for one, other, name in zip(old, new, names, strict=True):
        assert other == ({"id": name, **one} if isinstance(one, dict) else {name: one})
    assert re.findall("#.*", after) == re.findall("#.*", before)
    shorter = re.sub(r"S\d: |id: S\d, |id: S\d\n *", "", after)
    assert re.sub(r"\s", "", shorter) == re.sub(r"\s", "", re.sub(r"id: S\d\n *", "", before))


NESTED = """\
    steps:
      - 开阀：
      - S2:
          text: 看压力：
          steps: [看表, {text: 记录}]
          either:
            - {when: 低, steps: [补氮]}
routes:
  - R1: {title: 巡检, points: [油位, {item: 振动}]}
"""


def test_sub_steps_alternatives_and_points_get_ids_too() -> None:
    after, left = run(NESTED)
    assert left == ()
    assert "      - S1: 开阀：\n" in after
    assert "steps: [S2-1: 看表, {id: S2-2, text: 记录}]" in after
    assert "steps: [S2-a1: 补氮]" in after
    assert "points: [S1: 油位, {id: S2, item: 振动}]" in after
    assert run(after) == (after, ())
