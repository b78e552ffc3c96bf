"""The fix that adds `seen` to decisions: the right digest at the right place, and not a sign more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.app.checking import check
from sopcurric.app.correcting import proposed
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import finding
from sopcurric.fixes.seen_digests import FIX
from sopcurric.io.cache import MemoryStore
from sopcurric.io.workspace import MemoryWorkspace
from sopcurric.io.yaml_reader import map_yaml, read_yaml
from sopcurric.model.decision import sight
from sopcurric.source.ref import SourceRef, Span

PATH = "decisions/case.yaml"
FILES = {
    "sopcurric.yaml": "project: {name: 案例}\n",
    "sops/case.yaml": """\
job: {code: DIG, title: 高压溶出工}
procedures:
  - id: P1
    title: 启动隔膜泵
    steps:
      - {id: S1, text: 打开进口阀。}
  - id: P2
    title: 停运隔膜泵
    phase: shutdown
    steps:
      - {id: S1, text: 关闭进口阀。}
""",
}
SEEN = {"DIG/P1": sight("启动隔膜泵"), "DIG/P2": sight("停运隔膜泵")}
HEAD = "role: plant, by: 王强, date: 2026-03-01, why: 叫法"


def mended(text: str | bytes) -> str:
    """A file of decisions in a repository after the fix."""
    corrections = proposed(MemoryWorkspace({**FILES, PATH: text}), Steps(MemoryStore())).corrections
    before = text.decode() if isinstance(text, bytes) else text
    return next((one.after for one in corrections if one.path == PATH), before)


def in_block(text: str, line: int = 2, column: int = 5, digest: str = "abcabcabcabc") -> str:
    """A file after the fix was told that the decision at that place, a new name, lacks a digest."""
    place = SourceRef(PATH, span=Span(line, column))
    found = finding("JNT108", place=place, kind="rename", names="DIG/P1", seen=digest)
    ((_, after),) = FIX.propose({PATH: text}.get, (found,))
    return after


BLOCK = """\
# 联合团队的决定
decisions:
  - id: a   # 第一条
    decide: rename   # 习惯叫法
    role: plant
    by: 王强
    date: 2026-03-01
    why: |
      车间里都这么叫。
      decide: rename
    on: [DIG/P1]
    title: '开泵'

  # 第二条
  - {decide: rename, role: plant, by: "王, 强", date: 2026-03-01, why: it's 一样, on: [DIG/P2],
     title: 停泵}  # 末尾
"""


def test_block_and_flow_with_comments() -> None:
    after = mended(BLOCK)
    assert after == BLOCK.replace(
        "    decide: rename   # 习惯叫法\n", f"    decide: rename   # 习惯叫法\n    seen: {SEEN['DIG/P1']}\n"
    ).replace("- {decide: rename,", f"- {{decide: rename, seen: {SEEN['DIG/P2']},")
    assert mended(after) == after
    checked = check(MemoryWorkspace({**FILES, PATH: after}), Steps(MemoryStore()))
    assert checked.compilation
    assert [one.kind for one in checked.compilation.verdicts] == ["applied", "applied"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_stay(end: str, mark: str) -> None:
    text = mark + BLOCK.replace("\n", end)
    after = mended(text.encode())
    assert after == mark + mended(BLOCK).replace("\n", end)


def test_a_file_that_is_one_flow_mapping_behind_a_byte_order_mark() -> None:
    text = f"\ufeff{{decisions: [{{{HEAD}, on: [DIG/P1], title: 开泵, decide: rename}}]}}"
    assert mended(text.encode()) == text.replace("decide: rename", f"decide: rename, seen: {SEEN['DIG/P1']}")


def test_the_last_line_without_an_end() -> None:
    text = f"decisions:\n- on:\n  - DIG/P1\n  title: 开泵\n  {HEAD.replace(', ', chr(10) + '  ')}\n  decide: rename"
    assert mended(text) == f"{text}\n  seen: {SEEN['DIG/P1']}"


def test_what_was_made_on_something_else_is_not_confirmed() -> None:
    text = f"decisions:\n  - {{decide: rename, seen: 000000000000, {HEAD}, on: [DIG/P1], title: 开泵}}\n"
    assert mended(text) == text


def test_a_decision_that_does_not_hold_gets_no_digest() -> None:
    text = f"decisions:\n  - {{decide: rename, {HEAD}, on: [DIG/P9], title: 开泵}}\n"
    assert mended(text) == text


def test_several_in_one_file_and_in_one_line() -> None:
    first, second = (f"{{decide: rename, {HEAD}, on: [{address}], title: 泵}}" for address in ("DIG/P1", "DIG/P2"))
    after = mended(f"decisions: [{first}, {second}]\n")
    assert re.findall(r"seen: (\w+)[^}]*on: \[(DIG/P\d)]", after) == [(SEEN[one], one) for one in SEEN]


def test_a_digest_that_could_be_a_number_is_quoted() -> None:
    text = "decisions:\n  - decide: rename\n"
    for digest in ("012345678901", "1234567890e1", "0b1011010010"):
        assert f'\n    seen: "{digest}"\n' in in_block(text, digest=digest)
    for digest in ("000000000000", "12345678901e", "0123456789ab", "1234e5678901"):
        data = read_yaml(PATH, in_block(text, digest=digest).encode()).data
        assert data == {"decisions": [{"decide": "rename", "seen": digest}]}


def test_a_quote_inside_of_words_is_no_quote() -> None:
    text = "decisions:\n  - {why: rock 'n roll, decide: rename, by: o' clock}\n"
    assert in_block(text) == text.replace("decide: rename", "decide: rename, seen: abcabcabcabc")


@pytest.mark.parametrize(
    "text",
    [
        "decisions:\n  - &a {decide: rename}\n",
        "decisions:\n  - &a\n    decide: rename\n",
        "decisions:\n  - <<: *a\n    on: [DIG/P1]\n",
        "decisions:\n  - {<<: *a, on: [DIG/P1]}\n",
        "decisions:\n  - seen:\n    decide: rename\n",
        "decisions:\n  - {seen: , decide: rename}\n",
        "decisions:\n  - {seen: null, decide: rename}\n",
        "decisions:\n  - decide: rename\n    decide: rename\n",
        "decisions:\n  - decide: >-\n      rename\n",
        "decisions:\n  - decide:\n      rename\n",
        "decisions:\n  - ? decide\n    : rename\n",
        "decisions:\n  - decide: rate\n",
        "decisions:\n  - {decide: rate}\n",
        "decisions:\n  - {decide: rename, on: [a}\n",
        'decisions:\n  - why: "一\n    decide: rename"\n    "decide": rename\n',
        "decisions:\n",
        "",
    ],
)
def test_what_is_not_certain_is_left_alone(text: str) -> None:
    found = re.search(r"- (?:&a\s+)?(?=[^\s&])", text)
    before = text[: found.end()] if found else ""
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert in_block(text, line, column) == text
    assert in_block(text, 99, 1) == text


def test_findings_without_a_place_and_files_that_are_gone_change_nothing() -> None:
    unplaced = finding("JNT108", subject="@decision/a", kind="rename", names="", seen="abcabcabcabc")
    other = finding("JNT102", place=SourceRef(PATH, span=Span(2, 5)), kind="rename", seen="abcabcabcabc")
    text = "decisions:\n  - decide: rename\n"
    assert [*FIX.propose({PATH: text}.get, (unplaced, other))] == []
    gone = finding("JNT108", place=SourceRef("decisions/b.yaml", span=Span(2, 5)), kind="rename", seen="abcabcabcabc")
    assert [*FIX.propose({PATH: text}.get, (gone,))] == []


_VALUES = st.sampled_from(
    [
        "开泵", '"a, {b} \\" # c"', "'it''s, decide: rename'", "it's 'so'", "rock 'n roll",
        "[a, 'b}', [c]]", "{decide: hide, seen: x}",
        "12:30", "a#b", '"# decide: rename, "', "'seen: x'", "a:b",
    ]
)  # fmt: skip
_GAPS = st.sampled_from([" ", "\n      ", "  # decide: rename, seen: x }\n      "])


@st.composite
def _decisions(draw: st.DrawFn) -> str:
    """A list with one mapping in flow or block style that has a kind somewhere among hostile values."""
    values = draw(st.lists(_VALUES, max_size=4))
    entries = [f"k{number}: {value}" for number, value in enumerate(values)]
    entries.insert(draw(st.integers(0, len(entries))), draw(st.sampled_from(["decide: rename", "decide: 'rename'"])))
    if draw(st.booleans()):
        gap = draw(_GAPS)
        return f"decisions:\n  - {{{f',{gap}'.join(entries)}{draw(_GAPS)}}}\n"
    comment = draw(st.sampled_from(["", "  # decide: rename", "\n\n  # seen: x"]))
    return "decisions:\n  - " + f"{comment}\n    ".join(entries) + "\n"


@given(_decisions())
def test_exactly_one_entry_is_added(text: str) -> None:
    span = map_yaml(text.encode()).values["decisions", 0]
    after = in_block(text, span.line, span.column)
    before, made = (read_yaml(PATH, one.encode()) for one in (text, after))
    assert not before.findings
    assert not made.findings
    assert isinstance(before.data, dict)
    assert made.data == {"decisions": [{**before.data["decisions"][0], "seen": "abcabcabcabc"}]}
    assert re.sub(r"(, |\n    )seen: abcabcabcabc", "", after) == text
