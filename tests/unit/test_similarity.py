"""Grouping: order, opposites, duplicates, exactness, and floors of the figures on our own set."""

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.linguistics.similarity import Corpus, Document, best_match, group, similarity

ITEMS = json.loads((Path(__file__).parents[1] / "data" / "typical_tasks_zh.json").read_text(encoding="utf-8"))["items"]
DOCUMENTS = [Document(item["id"], item["title"], tuple(item["body"])) for item in ITEMS]
WORK = [item["work"] for item in ITEMS]


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
    assert len(found & true) / len(found) >= 0.95
    assert len(found & true) / len(true) >= 0.70
    assert 2 * len(found & true) / (len(found) + len(true)) >= 0.83


@pytest.mark.parametrize("threshold", [0.3, 0.35, 0.45])
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


def test_equal_titles_are_neighbours_whatever_their_bodies() -> None:
    documents = [Document("a", "岗位交接班", ("签字",)), Document("b", "岗位交接班", ("开会",)), Document("c", "出铝")]
    assert Corpus(documents).neighbours(0.99) == ((0, 1, 1.0),)
    assert named(documents, group(documents)) == [["a", "b"], ["c"]]


@pytest.mark.parametrize("threshold", [0.1, 0.3, 0.6])
def test_the_index_loses_no_pair(threshold: float) -> None:
    corpus = Corpus(DOCUMENTS)
    every = [pair for pair in corpus.neighbours(1e-6) if pair[2] >= threshold]
    assert list(corpus.neighbours(threshold)) == every


def test_edges_of_the_input() -> None:
    assert group([]) == ()
    assert group([Document("a", "")]) == ((0,),)
    assert group([Document("a", "?!"), Document("b", "?!"), Document("c", "")]) == ((0, 1), (2,))


def test_similarity_of_titles() -> None:
    assert similarity("高压溶出操作", "高压 溶出操作") == 1.0
    assert similarity("高压溶出操作", "溶出操作") > similarity("高压溶出操作", "焙烧操作") > 0
    assert similarity("启动离心泵", "停运离心泵") < similarity("启动离心泵", "启动隔膜泵")
    assert similarity("出铝", "放渣") == 0.0
    assert similarity("", "放渣") == 0.0


@given(st.text(max_size=20), st.text(max_size=20))
def test_similarity_is_symmetric_and_bounded(one: str, other: str) -> None:
    assert 0 <= similarity(one, other) == similarity(other, one) <= 1


def test_best_match() -> None:
    rows = ["原矿浆制备", "高压溶出", "赤泥沉降分离", "氢氧化铝焙烧"]
    assert best_match("氧化铝高压溶出操作", rows) == (1, similarity("氧化铝高压溶出操作", "高压溶出"))
    assert best_match("焙烧炉操作", rows)[0] == 3  # type: ignore[index]
    assert best_match("吊装", rows) is None
    assert best_match("吊装", []) is None


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


def test_steps_that_are_much_alike_outweigh_titles() -> None:
    reworded = ("提前十五分钟到达岗位", "查看交接班记录本", "现场检查设备的运行情况", "核对工器具的数量", "双方签字")
    other = ("检查油位", "盘车三圈", "打开冷却水", "启动电机", "观察电流")
    bodies = (("岗位交接班", HANDOVER), ("岗位交接料", reworded), ("岗位交接甲", other))
    own = [Document(f"Z{at}", title, body) for at, (title, body) in enumerate(bodies)]
    near = {(left, right) for left, right, _ in Corpus([*DOCUMENTS, *own]).neighbours(0.4)}
    first = len(DOCUMENTS)
    assert (first, first + 1) in near
    assert (first, first + 2) not in near


def test_a_slip_in_the_verb_parts_nothing_where_the_steps_are_alike() -> None:
    steps = ("检查冷却水流量", "盘车三圈无卡涩", "合上主电机开关", "观察电流回落", "记录启动时间")
    alike = ("检查冷却水的流量", "盘车三圈应无卡涩", "合上主电机的开关", "观察电流是否回落", "记下启动时间")
    bodies = (("调整赤泥洗涤水量", steps), ("整赤泥洗涤水量", alike), ("计量赤泥洗涤水量", alike))
    own = [Document(f"Z{at}", title, body) for at, (title, body) in enumerate(bodies)]
    near = {(left, right) for left, right, _ in Corpus([*DOCUMENTS, *own]).neighbours(0.4)}
    first = len(DOCUMENTS)
    assert (first, first + 1) in near
    assert (first, first + 2) not in near
