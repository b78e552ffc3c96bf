"""Likeness of short titles, and the nearest of a few."""

from hypothesis import given
from hypothesis import strategies as st

from sopcurric.linguistics.similarity import best_match, similarity


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
