"""Lines of a given width, where nothing but characters is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.printing.line_breaking import lines_of_width, width_of

pytestmark = pytest.mark.no_cover


@pytest.mark.parametrize(("text", "room", "lines"), [
    ("检查隔膜泵油位", 4, ("检查隔膜", "泵油位")),
    ("检查油位，应正常", 4, ("检查油位，", "应正常")),
    ("确认（油位）", 3, ("确认", "（油位）")),
    ("开 oil pump 泵", 4, ("开 oil ", "pump 泵")),
    ("abcdefghijkl", 3, ("abcde", "fghij", "kl")),
    ("", 3, ()),
])  # fmt: skip
def test_where_lines_end(text: str, room: float, lines: tuple[str, ...]) -> None:
    assert lines_of_width(text, room) == lines


@given(st.text(alphabet="检油，。（）ab 1/é", max_size=40), st.integers(2, 9))
def test_lines_are_the_text(text: str, room: int) -> None:
    lines = lines_of_width(text, room)
    assert "".join(lines) == text
    assert all(width_of(line.strip().strip("，。（）")) <= room + 1 for line in lines)
