"""Why procedures are one typical task, and what nearly was, as `explain` tells it."""

import pytest
import yaml

from generators import checked
from sopcurric.app.explaining import explain_thing
from sopcurric.model.compilation import Compilation
from sopcurric.model.task_evidence import TaskEvidence
from sopcurric.stages.task_evidence import evidence_of

STEPS = ("检查油位", "手动盘车三圈", "打开进口阀", "按启动按钮", "缓慢打开出口阀")
OTHER = ("检查绝缘电阻", "合上主开关", "观察电流表", "填写送电记录")


def job(code: str, **procedures: tuple[str, tuple[str, ...]]) -> dict[str, str]:
    tree = {
        "job": {"code": code, "title": f"{code} 工"},
        "equipment": [{"id": "E", "title": "循环水泵"}],
        "procedures": [
            {
                "id": name,
                "title": title,
                "phase": "start-up",
                "equipment": ["E"],
                "steps": [{"id": f"S{number}", "text": text} for number, text in enumerate(steps, start=1)],
            }
            for name, (title, steps) in procedures.items()
        ],
    }
    return {f"sops/{code}.yaml": yaml.safe_dump(tree, allow_unicode=True)}


FILES = {
    "sopcurric.yaml": "project: {name: 课程}\n",
    **job("A", P=("启动循环水泵", STEPS)),
    **job("B", P=("循环水泵启动操作", (*STEPS[:4], "观察出口压力"))),
    **job("D", Q=("检查循环水泵", STEPS[:3])),
    **job("C", P=("启动循环水泵", STEPS[:3]), Q=("送电", OTHER)),
}


def compilation() -> Compilation:
    outcome = checked(FILES)
    assert outcome.compilation is not None
    return outcome.compilation


def evidence(address: str) -> TaskEvidence:
    found = compilation()
    task = next(one for one in found.catalogue.tasks if address in one.members)
    return evidence_of(task, found.catalogue, found.inputs.sops)


def test_what_members_have_in_common_is_counted() -> None:
    found = evidence("A/P")
    assert {one.procedure for one in found.members} == {"A/P", "B/P", "C/P"}
    assert all(one.likeness >= found.enough for one in found.members)
    assert [(one.words, one.members) for one in found.verbs] == [("启动", 3)]
    assert ("循环水泵", 3) in [(one.words, one.members) for one in found.objects]
    assert [one.members for one in found.equipment] == [3]
    assert all(2 <= one.members <= 3 for one in found.steps)
    assert ("手动盘车三圈", 3) in [(one.words, one.members) for one in found.steps]


def test_a_task_of_one_has_nothing_in_common() -> None:
    found = evidence("C/Q")
    assert [(one.procedure, one.likeness) for one in found.members] == [("C/Q", 1.0)]
    assert not (*found.verbs, *found.objects, *found.equipment, *found.steps)


def test_what_nearly_joined_is_told_with_what_keeps_it_apart() -> None:
    found = compilation()
    near = [pair for pair in found.catalogue.near if not pair.together]
    assert near
    for pair in near:
        left = next(one for one in found.catalogue.tasks if pair.left in one.members)
        told = evidence_of(left, found.catalogue, found.inputs.sops).near
        assert (pair.right, pair.likeness) in [(one.procedure, one.likeness) for one in told]
    assert {one.difference for one in evidence("D/Q").near} == {"deed"}


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("zh", ("共同动作：启动 3/3", "共同设备：循环水泵 3/3", "差一点并入的程序", "标题中的动作不同")),
        (
            "en",
            ("Verbs in common: 启动 3/3", "Equipment in common: 循环水泵 3/3", "Nearly joined", "different deeds"),
        ),
    ],
)
def test_explain_tells_it(language: str, lines: tuple[str, ...]) -> None:
    outcome = checked(FILES)
    task = next(one for one in compilation().catalogue.tasks if "A/P" in one.members)
    found = explain_thing(outcome, task.id, language)
    assert found is not None
    said = "\n".join(found.lines)
    for line in lines:
        assert line in said, said
