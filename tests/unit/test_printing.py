"""Parts that the output formats share: grids, names, outlines, widths."""

from dataclasses import replace

import pytest

from sopcurric.model.publication import Binder, Callout, Cell, Chapter, Column, Leaf, LeafKind, Row, Table
from sopcurric.model.saying import words
from sopcurric.model.text import Text
from sopcurric.printing.grid import grid
from sopcurric.printing.outline import callout_head, contents, leaf_head
from sopcurric.printing.paths import file_name, segment
from sopcurric.printing.typst_table import Sheet, table_view


def text(said: str) -> Text:
    return Text.plain("zh", said)


def table(*rows: Row, columns: int = 3, blank_rows: int = 0) -> Table:
    return Table("t", tuple(Column(text("列")) for _ in range(columns)), rows, blank_rows=blank_rows)


def shape(made: Table) -> list[list[tuple[int, int, int]]]:
    return [[(one.columns.start, len(one.columns), one.rows) for one in row.cells] for row in grid(made)]


def test_cells_stand_past_what_spans_from_above_cover() -> None:
    first = Row((Cell(rows=2), Cell(columns=2)))
    second = Row((Cell(), Cell()))
    assert shape(table(first, second)) == [[(0, 1, 2), (1, 2, 1)], [(1, 1, 1), (2, 1, 1)]]


def test_missing_cells_are_blank_and_outer_ones_are_cut() -> None:
    assert shape(table(Row(()), Row((Cell(columns=9, rows=9),)))) == [
        [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
        [(0, 3, 1)],
    ]
    assert shape(table(Row((Cell(), Cell(rows=2))), Row((Cell(columns=3),)))) == [
        [(0, 1, 1), (1, 1, 2), (2, 1, 1)],
        [(0, 1, 1), (2, 1, 1)],
    ]


def test_a_span_reaches_into_blank_rows_but_not_beyond() -> None:
    assert shape(table(Row((Cell(rows=5),)), columns=1, blank_rows=1)) == [[(0, 1, 2)], []]


@pytest.mark.parametrize("name", ["../x", "a/b", "con:", ".hidden", "a b", "x\n", "a\\b", "<>"])
def test_segments_lead_nowhere_else(name: str) -> None:
    made = segment(name)
    assert not set(made) & set('/\\: \n<>"')
    assert not made.startswith(".")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("溶出课程", "x-溶出课程"),
        ("冶金技术专业（氧化铝方向）学徒制" + "人才" * 9 + "（示例）——在职培训方案的很长很长的标题", None),
        ("字" * 50 + "（括号里的内容" + "很" * 20 + "）", "x-" + "字" * 50),
        ("字" * 35 + "（括号里，有逗号" + "很" * 40 + "）", "x-" + "字" * 35),
        ('a<b>:"/\\|?*\x00c', "x-abc"),
        ("Plan of a very long and winding in-service training programme for operators", None),
    ],
)
def test_names_of_files_end_where_a_reader_may_stop(title: str, name: str | None) -> None:
    made = file_name("x", title)
    assert made == (name or made)
    assert len(made) <= 60
    assert made.count("（") == made.count("）")
    rest = f"x-{title}".removeprefix(made)
    assert name or not (rest[:1].isascii() and rest[:1].isalnum())


def leaf(kind: LeafKind, title: str, label: str = "M01-T01-C1") -> Leaf:
    return Leaf("leaf/1", kind, label, text(title), ())


def binder(chapter: Chapter, *, loose: bool = True) -> Binder:
    return Binder("b", "loose_leaf_textbook", text("书"), None, (), (chapter,), loose)


def test_a_leaf_named_like_its_chapter_is_called_by_its_kind() -> None:
    same, other = leaf(LeafKind.COVER, "启动泵"), leaf(LeafKind.RECORD, "运行记录")
    chapter = Chapter("c", "M01-T01", text("启动泵"), None, (same, other))
    heads = [leaf_head(one, chapter, binder(chapter), "zh") for one in chapter.leaves]
    assert [words(head.title, "zh") for head in heads] == ["任务单", "运行记录"]
    assert heads[0].kind is None
    assert heads[1].kind is not None


def test_sections_have_no_letter_and_in_plans_no_label() -> None:
    section = leaf(LeafKind.SECTION, "附录", "Z-1")
    chapter = Chapter("z", "Z", text("附录"), None, (section,))
    head = leaf_head(section, chapter, binder(chapter), "zh")
    assert (head.letter, head.kind, head.label, head.issued) == ("", None, "Z-1", "—")
    assert leaf_head(section, chapter, binder(chapter, loose=False), "zh").label == ""
    (group,) = contents(binder(chapter), "zh", lambda shown, _chapter: shown)
    assert group.chapters[0].bare
    twice = replace(chapter, leaves=(section, section))
    assert not contents(binder(twice), "zh", lambda shown, _chapter: shown)[0].chapters[0].bare


def test_a_box_titled_like_its_tone_is_titled_once() -> None:
    assert callout_head(Callout("c", text("危险"), (), "danger"), "zh").title is None
    assert callout_head(Callout("c", text("烫伤"), (), "danger"), "zh").title == text("烫伤")


SHEET = Sheet(160, 28, form=True)


def shares(made: Table) -> list[int]:
    return [column.share for column in table_view(made, SHEET, "zh").columns]


def test_widths_fill_the_sheet_and_follow_need() -> None:
    long, short = Cell((text("很长的一段说明" * 12),)), Cell((text("短"),))
    made = shares(table(Row((short, long, short))))
    assert sum(made) == pytest.approx(16000, abs=3)
    assert made[1] > 2 * made[0]


def test_columns_to_write_in_keep_their_width() -> None:
    long = Cell((text("很长的一段说明" * 12),))
    written = Row((Cell((text("短"),)), long, Cell()))
    assert min(shares(table(written, Row((Cell(), long, Cell()))))) == pytest.approx(16000 / 3, abs=2)


def test_short_words_are_not_broken_where_there_is_room() -> None:
    columns = (Column(text("要求"), 1), Column(text("说明"), 100))
    made = Table("t", columns, (Row((Cell((text("强化培训+复训"),)), Cell((text("说明" * 50),)))),))
    assert shares(made)[0] > 7 * 336


def test_only_low_tables_stay_together() -> None:
    row = Row((Cell((text("一"),)),))
    assert table_view(table(row, columns=1), SHEET, "zh").together
    assert not table_view(table(*(row,) * 40, columns=1), SHEET, "zh").together


def test_room_to_write_only_on_forms() -> None:
    made = table(Row((Cell((text("一"),)), Cell())), columns=2, blank_rows=1)
    assert [[cell.write for cell in row] for row in table_view(made, SHEET, "zh").rows] == [[False, True], [True, True]]
    plan = replace(SHEET, form=False)
    assert [[cell.write for cell in row] for row in table_view(made, plan, "zh").rows] == [[False] * 2, [True] * 2]
