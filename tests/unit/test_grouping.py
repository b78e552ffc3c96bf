"""Grouping: order, opposites, duplicates, exactness, and floors of the figures on our own set."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.linguistics import corpus
from sopcurric.linguistics.corpus import Corpus, Document
from sopcurric.linguistics.grouping import sort_out

ITEMS = json.loads((Path(__file__).parents[1] / "data" / "typical_tasks_zh.json").read_text(encoding="utf-8"))["items"]
DOCUMENTS = [Document(item["id"], item["title"], tuple(item["body"])) for item in ITEMS]
WORK = [item["work"] for item in ITEMS]


def group(documents: list[Document], threshold: float | None = None) -> tuple[tuple[int, ...], ...]:
    return sort_out(documents, threshold).groups


def pairs(groups: tuple[tuple[int, ...], ...]) -> set[tuple[int, int]]:
    return {tuple(sorted(pair)) for members in groups for pair in combinations(members, 2)}  # type: ignore[misc]


def named(documents: list[Document], groups: tuple[tuple[int, ...], ...]) -> list[list[str]]:
    return [[documents[at].id for at in members] for members in groups]


def together(*titles: str) -> bool:
    documents = [*DOCUMENTS, *(Document(f"Z{at}", title) for at, title in enumerate(titles))]
    where = {at: number for number, members in enumerate(group(documents)) for at in members}
    return len({where[len(DOCUMENTS) + at] for at in range(len(titles))}) == 1


def test_figures_on_our_own_set() -> None:
    found = pairs(group(DOCUMENTS))
    true = {pair for pair in combinations(range(len(ITEMS)), 2) if WORK[pair[0]] == WORK[pair[1]]}
    assert len(found & true) / len(found) >= 0.94
    assert len(found & true) / len(true) >= 0.89
    assert 2 * len(found & true) / (len(found) + len(true)) >= 0.92


@pytest.mark.parametrize("threshold", [0.17, 0.21, 0.25])
def test_the_threshold_stands_on_a_plateau(threshold: float) -> None:
    assert named(DOCUMENTS, group(DOCUMENTS, threshold)) == named(DOCUMENTS, group(DOCUMENTS))


@given(st.permutations(DOCUMENTS))
def test_order_of_the_documents_changes_nothing(shuffled: list[Document]) -> None:
    assert named(shuffled, group(shuffled)) == named(DOCUMENTS, group(DOCUMENTS))


@given(
    st.lists(
        st.builds(
            lambda verb, thing, at: Document(f"{at}", verb + thing, ("检查油位", "填写记录")),
            st.sampled_from(["启动", "停运", "巡回检查", "打开", "关闭", "安装", "拆卸"]),
            st.sampled_from(["离心泵", "循环水离心泵", "隔膜泵", "一号隔膜泵", "进口阀", "出口阀"]),
            st.integers(0, 999),
        ),
        max_size=25,
    ),
)
def test_opposites_never_stand_in_one_group(documents: list[Document]) -> None:
    for members in group(documents, 0.05):
        titles = {documents[at].title[:2] for at in members}
        assert not any({one, other} <= titles for one, other in [("启动", "停运"), ("打开", "关闭"), ("安装", "拆卸")])


@pytest.mark.parametrize(
    "titles",
    [
        ("启动给水泵", "停运给水泵"),
        ("巡回检查溶出机组", "巡回检查焙烧炉系统"),
        ("检修前上锁挂牌", "检修后解锁摘牌"),
        ("点火升温焙烧炉", "停运焙烧炉"),
        ("检查真空泵", "更换真空泵"),
    ],
)
def test_kept_apart(titles: tuple[str, ...]) -> None:
    assert not together(*titles)


@pytest.mark.parametrize(
    "titles",
    [
        ("岗位交接班", "岗位交接班。"),
        ("Start the pump", "start the pump"),
        ("启动真空泵", "真空泵启动操作"),
        ("更换压滤机滤布", "压滤机更换滤布"),
    ],
)
def test_brought_together(titles: tuple[str, ...]) -> None:
    assert together(*titles)


def test_equal_titles_are_one_whatever_their_bodies_unless_they_only_name_a_deed() -> None:
    documents = [Document("a", "岗位交接班", ("签字",)), Document("b", "岗位交接班", ("开会",)), Document("c", "出铝")]
    assert named(documents, group(documents)) == [["a", "b"], ["c"]]
    bare = [Document("a", "启动操作", ("检查油位", "合闸")), Document("b", "启动操作", ("点火", "升温"))]
    assert named(bare, group(bare)) == [["a"], ["b"]]
    assert named(bare, group([bare[0], Document("b", "启动操作", bare[0].body)])) == [["a", "b"]]


def test_looking_at_few_loses_nothing_on_our_own_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "_FEW_DOCUMENTS", 1)
    few = group(DOCUMENTS)
    monkeypatch.setattr(corpus, "_FEW_DOCUMENTS", 1000)
    assert len([*Corpus(DOCUMENTS).candidates()]) > 1000
    assert few == group(DOCUMENTS)


def test_edges_of_the_input() -> None:
    assert group([]) == ()
    assert group([Document("a", "")]) == ((0,),)
    assert group([Document("a", "?!"), Document("b", "?!"), Document("c", "")]) == ((0, 1), (2,))


HANDOVER = ("提前十五分钟到岗", "查看交接班记录", "现场检查设备运行情况", "核对工器具数量", "双方签字确认")
VALVE = ("确认流程", "缓慢打开阀门", "观察压力变化", "检查有无泄漏", "填写记录")


def grouped(*documents: tuple[str, tuple[str, ...]]) -> list[list[int]]:
    """Groups of documents given by title and steps, among those of our own set."""
    own = [Document(f"Z{at}", title, body) for at, (title, body) in enumerate(documents)]
    found = group([*DOCUMENTS, *own])
    return [new for members in found if (new := [at - len(DOCUMENTS) for at in members if at >= len(DOCUMENTS)])]


def test_copies_stay_together_whatever_one_character_does_to_a_title() -> None:
    assert grouped(("岗位交接班", HANDOVER), ("岗位交接料", (*HANDOVER[:4], "在记录上签字"))) == [[0, 1]]
    assert grouped(("岗位交接班", HANDOVER[:2]), ("夜间加油料", HANDOVER[:2])) == [[0], [1]], "two lines are no copy"


def test_copies_with_opposite_verbs_are_not_the_same_work() -> None:
    assert grouped(("启动输送水泵", VALVE), ("停运输送水泵", VALVE)) == [[0], [1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("封闭人孔", "打开人孔"),
        ("发出火灾警报", "解除火灾警报"),
        ("检修停气", "恢复供气"),
        ("检修前上锁挂牌", "检修后解除上锁挂牌"),
        ("挂接地线", "拆接地线"),
        ("锅炉上水", "锅炉放水"),
        ("开启通风", "停止通风"),
        ("皮带启", "皮带停"),
        ("Lockout before maintenance", "Remove the lockout after maintenance"),
        ("Turn on the burner", "Turn off the burner"),
        ("Put the boiler into service", "Take the boiler out of service"),
        ("Normal shutdown of the kiln", "Emergency shutdown of the kiln"),
        ("Pump start-up", "Pump shutdown"),
    ],
)
def test_opposites_that_are_more_than_a_verb(one: str, other: str) -> None:
    assert group([Document("a", one, VALVE), Document("b", other, VALVE)]) == ((0,), (1,))


def test_of_two_procedures_of_a_job_the_one_that_fits_best_is_taken_whatever_their_ids() -> None:
    oil, level = ("停机", "放出旧油", "加新油"), ("看油位计", "记录油位")
    for first, second in (("P1", "P2"), ("P2", "P1")):
        documents = [
            Document(f"D/{first}", "更换减速机油", oil, "D"),
            Document(f"D/{second}", "检查减速机油", level, "D"),
            Document("E/P1", "检查减速机油", level, "E"),
            Document("E/P2", "减速机换油", oil, "E"),
        ]
        assert named(documents, group(documents)) == sorted(
            [sorted([f"D/{first}", "E/P2"]), sorted([f"D/{second}", "E/P1"])]
        )


def test_steps_that_are_alike_outweigh_titles() -> None:
    reworded = ("提前十五分钟到达岗位", "查看交接班记录本", "现场检查设备的运行情况", "核对工器具的数量", "双方签字")
    other = ("检查油位", "盘车三圈", "打开冷却水", "启动电机", "观察电流")
    assert grouped(("岗位交接班", HANDOVER), ("岗位交接料", reworded), ("岗位交接甲", other)) == [[0, 1], [2]]


def test_a_slip_in_the_verb_parts_nothing_where_the_steps_are_alike() -> None:
    steps = ("检查冷却水流量", "盘车三圈无卡涩", "合上主电机开关", "观察电流回落", "记录启动时间")
    alike = ("检查冷却水的流量", "盘车三圈应无卡涩", "合上主电机的开关", "观察电流是否回落", "记下启动时间")
    assert grouped(("调整赤泥洗涤水量", steps), ("整赤泥洗涤水量", alike)) == [[0, 1]]


def test_doubts_stand_by_what_an_answer_moves() -> None:
    found = sort_out(DOCUMENTS)
    where = {at: number for number, members in enumerate(found.groups) for at in members}
    assert found.doubts
    assert [one.value for one in found.doubts] == sorted((one.value for one in found.doubts), reverse=True)
    assert all((where[one.left] == where[one.right]) is one.together for one in found.doubts)
    assert all(one.value > 0 and 0 <= one.likeness <= 1 and one.left < one.right for one in found.doubts)


@given(st.permutations(DOCUMENTS[:30]))
def test_doubts_do_not_depend_on_the_order(shuffled: list[Document]) -> None:
    def told(documents: list[Document]) -> set[tuple[str, str, float]]:
        doubts = sort_out(documents).doubts
        return {(*sorted((documents[one.left].id, documents[one.right].id)), one.value) for one in doubts}  # type: ignore[misc]

    assert told(shuffled) == told(DOCUMENTS[:30])
