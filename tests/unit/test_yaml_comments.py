"""Comments that speak to this program are found, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.diagnostics.path_patterns import matches
from sopcurric.diagnostics.remarks import Remark, remark
from sopcurric.io.yaml_comments import comments_of, may_have_comments

IGNORE = "# sopcurric: ignore COM101 -- r"


def places(text: str) -> list[tuple[int, int, int]]:
    return [(one.place.line, one.place.column, one.about) for one in comments_of(text.encode())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"a: 1  {IGNORE}\n", [(1, 7, 1)]),
        (f"{IGNORE}\n\n# more\n  {IGNORE}\na: 1\n", [(1, 1, 5), (4, 3, 5)]),
        (f"a: 1\n{IGNORE}\n", [(2, 1, 2)]),
        (f"a: 1 # x {IGNORE}\n", [(1, 10, 1)]),
        (f"a: 1#{IGNORE}\n", []),
        (f'a: "{IGNORE}"\n', []),
        (f'a: "x\n  {IGNORE}\n  y"\n', []),
        (f'a: " {IGNORE}" {IGNORE}\n', [(1, 39, 1)]),
        (f"a: '{IGNORE} '' {IGNORE}'\n", []),
        (f"a: |  {IGNORE}\n  x\n  {IGNORE}\n\n  {IGNORE}\n{IGNORE}\nb: 1\n", [(1, 7, 1), (6, 1, 7)]),
        (f"a: >-\n  x\n\n  {IGNORE}\n", []),
        (f"a:\n  - |\n    x\n   {IGNORE}\n  - y\n", [(4, 4, 5)]),
        (f"a: [x,  {IGNORE}\n  y]\n", [(1, 9, 1)]),
        (f"a: 文字  {IGNORE}\r\nb: 1\r\n{IGNORE}\rc: 1\n", [(1, 8, 1), (3, 1, 4)]),
        (f"a: [  {IGNORE}\n", []),
        (f"{IGNORE}\na: 'x\n{IGNORE}\n", [(1, 1, 2)]),
        (f"a: x\n  {IGNORE}\nb: [\n{IGNORE}\n", [(2, 3, 3)]),
        ("a: 1  # Sopcurric： 忽略 COM101\n", [(1, 7, 1)]),
        ("a: 1  # of sopcurric: x\n", []),
    ],
)
def test_comments_lie_outside_of_scalars(text: str, found: list[tuple[int, int, int]]) -> None:
    assert places(text) == found
    assert may_have_comments(text.encode())


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 # sopcurric: x", b"\xff\xfe", b"a: \x00 # sopcurric: x" * 9])
def test_what_is_no_text_has_no_comments(content: bytes) -> None:
    assert comments_of(content) == ()


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# sopcurric: ignore SOP101 -- old", Remark(("SOP101",), "old")),
        ("#sopcurric:ignore sop101,TRM  com101 -- a -- b", Remark(("SOP101", "TRM", "COM101"), "a -- b")),
        (
            "# sopcurric：忽略 SOP101、\uff34\uff32\uff2d，COM101 —— 旧规程",
            Remark(("SOP101", "TRM", "COM101"), "旧规程"),
        ),
        ("# sopcurric: 忽略SOP101－－理由", Remark(("SOP101",), "理由")),
        ("# sopcurric: ignore: SOP101 - because", Remark(("SOP101",), "because")),
        ("# sopcurric: ignore SOP101 -- old  # and more", Remark(("SOP101",), "old")),
        ("# sopcurric: ignore SOP101", Remark(("SOP101",), "")),
        ("# sopcurric: ignore SOP101 --", Remark(("SOP101",), "")),
        ("# sopcurric: ignore SOP101  # -- old", Remark(("SOP101",), "")),
        ("# sopcurric: ignore -- old", Remark((), "old")),
        ("# sopcurric: ignored SOP101 -- old", Remark((), "")),
        ("# sopcurric:", Remark((), "")),
        ("# sopcurric.yaml: x", None),
        ("# sopcurric checks this", None),
    ],
)
def test_what_comments_say(comment: str, said: Remark | None) -> None:
    assert remark(comment) == said


@given(st.text(alphabet="#'\"|>-: \n\tsa[]{}&*!", max_size=60), st.text(max_size=30))
def test_no_text_breaks_the_search(before: str, after: str) -> None:
    comments_of(f"{before}{IGNORE}\n{after}".encode("utf-8", "surrogatepass"))
    remark(f"# sopcurric: {after}")


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [
        ("sops/a.yaml", "sops/a.yaml", True),
        ("./sops//a.yaml", "sops/a.yaml", True),
        ("sops", "sops/old/a.yaml", True),
        ("sops/", "sops/a.yaml", True),
        ("sops/*", "sops/old/a.yaml", True),
        ("sops/*.yaml", "sops/old/a.yaml", False),
        ("sops/**/*.yaml", "sops/a.yaml", True),
        ("sops/**/*.yaml", "sops/x/y/a.yaml", True),
        ("**", "sopcurric.yaml", True),
        ("**/old", "sops/x/old/a.yaml", True),
        ("**/old", "sops/x/older/a.yaml", False),
        ("sops/old/**", "sops/old", True),
        ("sop", "sops/a.yaml", False),
        ("sops/a.yaml/b", "sops/a.yaml", False),
        ("../other/sops/**", "../other/sops/a.yaml", True),
        ("SOPS", "sops/a.yaml", False),
        ("", "sops/a.yaml", False),
        ("[", "[", True),
    ],
)
def test_patterns_of_paths(pattern: str, path: str, *, meant: bool) -> None:
    assert matches(pattern, path) is meant


def test_patterns_cost_little() -> None:
    assert not matches("/".join(["**", "*a*a*a*a*b"] * 30), "/".join(["a" * 60] * 60))
