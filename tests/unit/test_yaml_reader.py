"""Reading YAML: what is understood, what is refused, and that nothing ever breaks the reader."""

import errno

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopcurric.io import yaml_builder
from sopcurric.io.yaml_reader import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    MAX_REPEATS,
    Reading,
    lines_of,
    map_yaml,
    read_yaml,
    text_of,
    too_large,
    unreadable,
)
from sopcurric.source.ref import SourceRef, Span


def read(words: str) -> Reading:
    return read_yaml("case.yaml", words.encode())


def data(words: str) -> object:
    reading = read(words)
    assert reading.findings == ()
    return reading.data


def codes(reading: Reading) -> list[str]:
    return [one.code for one in reading.findings]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("null", None),
        ("~", None),
        ("true", True),
        ("False", False),
        ("0", 0),
        ("-12", -12),
        ("3.5", 3.5),
        ("1000.0", 1000.0),
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("2026-09-01", "2026-09-01"),
        ("1e999", "1e999"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("9" * 5000, "9" * 5000),
        ("'1'", "1"),
        ("!!str 1", "1"),
        ("6-17-06-01", "6-17-06-01"),
    ],
)
def test_scalars_follow_the_core_schema(words: str, value: object) -> None:
    found = data(f"a: {words}\n")
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert type(found["a"]) is type(value)


@pytest.mark.parametrize(
    ("words", "value"), [("1.10", 1.1), ("3.50", 3.5), ("1e3", 1000.0), (".5", 0.5), ("+5", 5), ("-0", 0)]
)
def test_a_number_knows_how_it_was_typed(words: str, value: float) -> None:
    found = data(f"a: {words}\n")
    assert found == {"a": value}
    assert isinstance(found, dict)
    assert isinstance(found["a"], type(value))
    assert getattr(found["a"], "written", "") == words


def test_keys_are_text() -> None:
    assert data("1: a\nno: b\n2.50: c\n~: d\n") == {"1": "a", "no": "b", "2.50": "c", "~": "d"}


def test_aliases_and_merges() -> None:
    words = "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\nc: {<<: [{x: 0}, *a]}\nd: [*a]\n"
    a = {"x": 1, "y": 2}
    assert data(words) == {"a": a, "b": {"x": 1, "y": 3}, "c": {"x": 0, "y": 2}, "d": [a]}


def test_a_quoted_merge_sign_is_a_key() -> None:
    assert data("'<<': 1\n") == {"<<": 1}


def test_duplicate_key_keeps_the_first_and_names_both() -> None:
    reading = read("a: 1\nb: 2\na: {c: 3}\nd: 4\n")
    assert reading.data == {"a": 1, "b": 2, "d": 4}
    (one,) = reading.findings
    assert one.code == "SOP004"
    assert one.place == SourceRef("case.yaml", span=Span(3, 1))
    assert one.related == (SourceRef("case.yaml", span=Span(1, 1)),)


def test_a_complex_key_costs_its_entry_only() -> None:
    reading = read("? {a: 1}\n: b\nc: d\n? &x [e]\n: f\n")
    assert reading.data == {"c": "d"}
    assert codes(reading) == ["SOP008", "SOP008"]


def test_blocks_of_text_are_not_searched_for_faults() -> None:
    reading = read("a: |\n  job： x\n  -y\njob： x\nkind： x\nb: c\n")
    assert [one.place and one.place.span for one in reading.findings] == [Span(4, 4), Span(5, 5)]


def test_depth_at_the_limit_and_beyond() -> None:
    assert codes(read("[" * MAX_DEPTH + "]" * MAX_DEPTH)) == []
    assert codes(read("[" * (MAX_DEPTH + 1))) == ["SOP005"]
    assert codes(read("[" * 1_000_000)) == ["SOP005"]


def test_depth_counts_what_aliases_bring_in() -> None:
    half = MAX_DEPTH // 2 + 1
    words = f"a: &a {'[' * half}{']' * half}\nb: {'[' * half}*a{']' * half}\n"
    assert [dict(one.arguments)["variant"] for one in read(words).findings] == ["depth"]


def test_nodes_at_the_limit_and_beyond() -> None:
    assert codes(read("- a\n" * (MAX_NODES - 1))) == []
    assert codes(read("- a\n" * MAX_NODES)) == ["SOP005"]


def test_size_at_the_limit_and_beyond() -> None:
    assert codes(read_yaml("a", b"#" * MAX_BYTES)) == ["SOP006"]
    assert codes(read_yaml("a", b"#" * (MAX_BYTES + 1))) == ["SOP002"]
    assert map_yaml(b"#" * (MAX_BYTES + 1)).values == {}
    assert dict(too_large("a", MAX_BYTES * 2).arguments) == {"size": "10.0 MB", "limit": "5 MB"}


def test_findings_of_one_kind_are_bounded() -> None:
    assert codes(read("a: 1\n" * 1000)) == ["SOP004"] * MAX_REPEATS
    assert codes(read("job： x\n" * 1000 + "a: b\n")) == ["SOP003"] * MAX_REPEATS + ["SOP004"] * MAX_REPEATS


def test_a_syntax_error_ends_the_file_without_data() -> None:
    reading = read("a: 1\nb: [\n")
    assert reading.data is None
    assert codes(reading) == ["SOP003"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_places_with_any_line_break(newline: str) -> None:
    words = newline.join(["a: 1", "中文: 值", "a: 2", ""])
    (one,) = read_yaml("case.yaml", words.encode()).findings
    assert one.place == SourceRef("case.yaml", span=Span(3, 1))
    assert map_yaml(words.encode()).values[("中文",)] == Span(2, 5)


def test_a_byte_order_mark_is_no_column() -> None:
    content = b"\xef\xbb\xbfa: 1\na: 2\n"
    assert read_yaml("a", content).data == {"a": 1}
    assert map_yaml(content).keys[("a",)] == Span(1, 1)


def test_a_stray_nul_is_not_taken_for_utf_16() -> None:
    assert codes(read_yaml("a", b"a: b\x00\n")) == ["SOP007"]


def test_invisible_characters_are_found_and_left_out() -> None:
    reading = read("a: 1\n\ufeffb: \u200bno\nc: x\u2060y\n")
    assert [one.place and one.place.span for one in reading.findings] == [Span(2, 1), Span(2, 5), Span(3, 5)]
    assert reading.data == {"a": 1, "b": "no", "c": "xy"}


def test_gbk_is_read_on() -> None:
    reading = read_yaml("a", "岗位: 溶出\n岗位: 沉降\n".encode("gbk"))
    assert codes(reading) == ["SOP001", "SOP004"]
    assert reading.data == {"岗位": "溶出"}


def test_the_map_knows_keys_values_and_what_aliases_repeat() -> None:
    places = map_yaml(b"a: &a\n  - x: 1\nb: *a\nc:\n  <<: {y: 2}\n")
    assert places.values[()] == Span(1, 1)
    assert places.keys[("a",)] == Span(1, 1)
    assert places.values[("a", 0, "x")] == Span(2, 8)
    assert places.values[("b", 0, "x")] == Span(2, 8)
    assert places.keys[("c", "y")] == Span(5, 8)
    assert ("c", "<<") not in places.values


def test_the_map_goes_as_far_as_the_file_can_be_read() -> None:
    places = map_yaml(b"a: 1\nb:\n  - c: 2\n  - d: [\n")
    assert places.values[("b", 0, "c")] == Span(3, 8)
    assert places.values[("b", 1, "d")] == Span(4, 8)


def test_the_excerpt_is_what_is_counted() -> None:
    assert text_of(b"\xef\xbb\xbfa\x07b\n") == "a b\n"
    assert text_of("高".encode("gbk") + b"\n") == "高\n"
    assert text_of("a\u200bb".encode()) == "a\u200bb"
    assert text_of(b"PK\x03\x04") == "PK  "
    assert text_of("aa\x00".encode("utf-16")) == "aa "


def test_lines_end_where_places_count_them() -> None:
    assert lines_of("a\r\nb\rc\nd\x0be\x0cf\x85g\u2028h\u2029i\x1cj".encode()) == ["a", "b", "c", "d e f g h i j"]
    assert lines_of(b"a\n") == ["a", ""]
    assert lines_of(b"") == [""]


@pytest.mark.parametrize(
    ("error", "variant"),
    [
        (PermissionError(errno.EACCES, ""), "permission"),
        (IsADirectoryError(errno.EISDIR, ""), "folder"),
        (FileNotFoundError(errno.ENOENT, ""), "missing"),
        (OSError(errno.ELOOP, ""), "link-loop"),
        (OSError(errno.EIO, ""), "other"),
        (OSError(), "other"),
    ],
)
def test_files_that_cannot_be_opened(error: OSError, variant: str) -> None:
    assert dict(unreadable("a", error).arguments)["variant"] == variant


def test_the_number_of_values_is_told() -> None:
    (one,) = read("- a\n" * MAX_NODES).findings
    assert dict(one.arguments) == {"variant": "nodes", "limit": MAX_NODES}


@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(
    "words",
    [
        'a: "\\UFFFFFFFF"\n',
        'a: "\\ud800"\n',
        "a: !%ED%A0%80 b\n",
        "%YAML 9.9\n---\na: 1\n",
        "a: 1\n...\nb: 2\n",
        "&",
        "*",
    ],
)
def test_what_parsers_have_choked_on(words: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_builder, "_LOADER", getattr(yaml, loader))
    assert read(words).findings
    map_yaml(words.encode())


_PIECES = st.sampled_from(
    [
        *(
            "a",
            "b",
            "job",
            "1",
            "3.0",
            "null",
            "文",
            "：",
            "　",
            "“",
            "”",
            "－",
            "•",
            "#",
            "#1",
            "%",
            "@",
            "`",
            "!",
            "!!str ",
        ),
        *(
            "&a ",
            "*a",
            "<<",
            ": ",
            ":",
            "- ",
            "-",
            "? ",
            "[",
            "]",
            "{",
            "}",
            ",",
            ", ",
            '"',
            "'",
            "|",
            ">",
            "\\",
            "\\x07",
        ),
        *(
            "\n",
            "\n  ",
            "\n    ",
            "\n- ",
            "\n  - ",
            "\t",
            "\r",
            "\r\n",
            "---\n",
            "...\n",
            "%YAML 1.2\n",
            "\x00",
            "\x85",
        ),
        *("\u200b", "\ufeff", "\u2028", "\U0001f600", "\ue000"),
    ]
)
_TREES = st.lists(_PIECES, max_size=60).map("".join)
_ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])


def _holds(content: bytes) -> None:
    reading = read_yaml("case.yaml", content)
    assert reading.data is not None or reading.findings
    assert len(reading.findings) < 10 * MAX_REPEATS
    lines = lines_of(content)
    for one in reading.findings:
        assert one.place is not None
        span = map_yaml(content).find(one.place)
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
    assert reading == read_yaml("case.yaml", content)
    assert len(map_yaml(content).values) <= MAX_NODES + 1


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    _holds(content)


@settings(max_examples=1500, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TREES, _ENCODINGS)
def test_no_text_breaks_the_reader(words: str, encoding: str) -> None:
    _holds(words.encode(encoding))


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TREES)
def test_no_text_breaks_the_reader_without_libyaml(words: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_builder, "_LOADER", yaml.SafeLoader)
        _holds(words.encode())
