"""Files of decisions: read back, they say what was decided, and people can read them."""

import re
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.app.parsing import Outcome, parsed
from sopcurric.io.decision_file import decision_text, file_name, this_day
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.decision import DecisionFile

Record = Mapping[str, object]

HEAD = {"role": "college", "by": "王老师", "date": "2026-09-01", "why": "同一设备，同一操作"}
HOSTILE = (
    "- 先停泵", "? 为什么", "停泵: 关阀", "#1 泵", "泵 # 备用", "'单引号'", '"双引号"', "{a: b}", "[[DIG/P1]]",
    "*alias", "&anchor", "!!python/object", "%TAG", "@now", "`x`", "| 竖线", "> 大于", "~", "null", "true", "no", "on",
    "010", "1e5", "0x1F", "12:30", "2026-09-01", ".5", "+5", "= 3", "---", "...", "<<", "👩‍🔧 检查", "a\nb",
    "a\n\n  b\n",    "\n先空一行", "行尾有空格 \n下一行", "\t制表", "   ", "=cmd|' /C calc'!A0", "<<8.2 MPa|约 8 MPa>>",
    "长" * 300, "…",
    "\\n", "- decide: hide", "\n  - decide: hide\n", "C:\\泵\\", "a: |", "𠮷野家",
)  # fmt: skip
words = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp"]) | st.just("\n"),
    min_size=1,
    max_size=40,
)
parts = st.lists(words | st.fixed_dictionaries({"list": st.lists(words)}))
digits = st.from_regex(r"[0-9]{12}|[0-9]{4}e[0-9]{7}", fullmatch=True)
more: Mapping[str, st.SearchStrategy[object]] = {"seen": digits, "fits": st.booleans(), "theory": st.integers(0, 99)}
rewrites = st.fixed_dictionaries({"decide": st.just("rewrite"), "leaf": words, "text": parts}, optional=more)


@given(st.lists(rewrites, min_size=1, max_size=3), st.sampled_from(["zh", "en"]))
def test_what_was_written_is_read_back(wanted: Sequence[Record], language: str) -> None:
    reading = read_yaml("decisions/x.yaml", decision_text([{**one, **HEAD} for one in wanted], language).encode())
    assert reading.findings == ()
    assert reading.data == {"format": 1, "decisions": [{**one, **HEAD} for one in wanted]}


@pytest.mark.parametrize("said", [one for one in HOSTILE if one.strip() and one != "<<"])
def test_the_loader_reads_the_same_decision(said: str) -> None:
    record = {"decide": "rename", "on": ["DIG/P1"], "title": said, **HEAD, "why": said, "by": said}
    direct = DecisionFile.model_validate({"decisions": [record]}, context={"language": "zh"})
    read = parsed("decisions/x.yaml", decision_text([record], "zh").encode(), DecisionFile, "zh")
    assert read == Outcome(direct, ())


def test_the_file_is_made_to_be_read() -> None:
    addresses = ["DIG/P1", "SET/P1"]
    text = decision_text(
        [
            {**HEAD, "seen": "112345678901", "decide": "together", "on": addresses, "replaces": addresses},
            {"why": "长 a" * 200, "text": ["a\nb"], "block": "1", "leaf": "on", "decide": "hide", "on": addresses},
        ],
        "zh",
    )  # fmt: skip
    first, rest = text.split("\n", 1)
    assert re.match(r"# .*sopcurric decide", first)
    assert rest == (
        "format: 1\n"
        "decisions:\n"
        "  - decide: together\n"
        "    on:\n"
        "      - DIG/P1\n"
        "      - SET/P1\n"
        "    role: college\n"
        "    by: 王老师\n"
        "    date: 2026-09-01\n"
        "    why: 同一设备，同一操作\n"
        "    seen: '112345678901'\n"
        "    replaces:\n"
        "      - DIG/P1\n"
        "      - SET/P1\n"
        "\n"
        "  - decide: hide\n"
        "    on:\n"
        "      - DIG/P1\n"
        "      - SET/P1\n"
        "    leaf: on\n"
        "    block: '1'\n"
        "    text:\n"
        "      - |-\n"
        "        a\n"
        "        b\n"
        f"    why: {'长 a' * 200}\n"
    )


def test_names_differ_where_files_do() -> None:
    one = decision_text([{"decide": "hide", **HEAD}], "zh")
    assert re.fullmatch(r"decisions/2026-09-01-college-[0-9a-f]{8}\.yaml", file_name("2026-09-01", "college", one))
    assert file_name("2026-09-01", "college", one) == file_name("2026-09-01", "college", one)
    other = decision_text([{"decide": "hide", **HEAD, "why": "另有安排"}], "zh")
    assert file_name("2026-09-01", "college", one) != file_name("2026-09-01", "college", other)


def test_the_day_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")
    assert this_day() == "2026-09-01"
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", this_day())
