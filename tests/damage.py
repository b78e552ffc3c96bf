"""What happens to files: at random, byte by byte; tree by tree; and as people do it with an editor."""

import re
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

import yaml
from hypothesis import strategies as st

Files = Mapping[str, bytes]

# --- Bytes -----------------------------------------------------------------------------------------------------------

_STRANGE = (
    b"\xef\xbb\xbf",
    b"\x00",
    b"\xed\xa0\x80",
    b"\xff\xfe",
    "岗位: 溶出工\n".encode("utf-16"),
    "岗位: 溶出工\n".encode("gbk"),
    b"PK\x03\x04",
    b"\r",
    b"\xc2\x85",
    b"\xe2\x80\xa8",
    b"\t",
    b"&a *a ",
    b"\n---\n",
    b"<<<<<<< HEAD\n",
)
_CODECS = ("gbk", "utf-16", "utf-16-le", "utf-32", "utf-8-sig", "gb18030")


@st.composite
def damaged_bytes(draw: st.DrawFn, files: Files) -> dict[str, bytes]:
    """The files, one of them damaged byte by byte, or random bytes instead."""
    path = draw(st.sampled_from(sorted(files)))
    content = files[path]
    if draw(st.integers(0, 9)) == 0:
        return {**files, path: draw(st.binary(max_size=400))}
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from(_BYTE_WAYS))(draw, content, files)
    return {**files, path: content}


def _at(draw: st.DrawFn, content: bytes) -> int:
    return draw(st.integers(0, len(content)))


def _flip(draw: st.DrawFn, content: bytes, _files: Files) -> bytes:
    at = _at(draw, content[:-1])
    return content[:at] + bytes([draw(st.integers(0, 255))]) + content[at + 1 :]


def _insert(draw: st.DrawFn, content: bytes, _files: Files) -> bytes:
    at = _at(draw, content)
    return content[:at] + draw(st.one_of(st.binary(min_size=1, max_size=8), st.sampled_from(_STRANGE))) + content[at:]


def _delete(draw: st.DrawFn, content: bytes, _files: Files) -> bytes:
    at = _at(draw, content)
    return content[:at] + content[at + draw(st.integers(1, 200)) :]


def _truncate(draw: st.DrawFn, content: bytes, _files: Files) -> bytes:
    return content[: _at(draw, content)]


def _repeat(draw: st.DrawFn, content: bytes, _files: Files) -> bytes:
    at, size = _at(draw, content), draw(st.integers(1, 300))
    return content[:at] + content[at : at + size] * draw(st.integers(2, 3)) + content[at + size :]


def _splice(draw: st.DrawFn, content: bytes, files: Files) -> bytes:
    other = files[draw(st.sampled_from(sorted(files)))]
    return content[: _at(draw, content)] + other[_at(draw, other) :]


def _transcode(draw: st.DrawFn, content: bytes, _files: Files) -> bytes:
    return content.decode("utf-8", "ignore").encode(draw(st.sampled_from(_CODECS)), "ignore")


_BYTE_WAYS: Sequence[Callable[[st.DrawFn, bytes, Files], bytes]] = (
    _flip,
    _insert,
    _delete,
    _truncate,
    _repeat,
    _splice,
    _transcode,
)

# --- Trees -----------------------------------------------------------------------------------------------------------

_KEYS = st.one_of(
    st.sampled_from(
        ("id", "title", "text", "steps", "job", "code", "岗位", "<<", "", "~", "1", "a: b", "zh", "x" * 300)
    ),
    st.text(max_size=8),
    st.integers(-5, 5),
    st.none(),
    st.booleans(),
)
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**50, max_value=10**60),
    st.floats(),
    st.text(max_size=20),
    st.dates(),
    st.datetimes(),
    st.binary(max_size=6),
    st.sampled_from(
        (
            "<<8 MPa",
            "机密★",
            "2026/9/1",
            "{a}",
            "{suggestion}",
            "yes",
            "=",
            "*x",
            "&y",
            "!z",
            "- a",
            "P1",
            "DIG/P1",
            "🦄",
            "̀",
        )
    ),
)


def _grown(parts: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    keyed = st.dictionaries(_KEYS, parts, max_size=4)
    return st.one_of(st.lists(parts, max_size=4), keyed, st.tuples(parts, parts), keyed.map(lambda one: [one, one]))


TREES: st.SearchStrategy[object] = st.recursive(_SCALARS, _grown, max_leaves=12)
"""Anything that YAML can say, and some things that it says by tags only."""


@st.composite
def dumped(draw: st.DrawFn, tree: object) -> bytes:
    """A tree as YAML, in one of the styles that people and programs write."""
    text = yaml.dump(
        tree,
        default_flow_style=draw(st.sampled_from((None, True, False))),
        default_style=draw(st.sampled_from((None, None, '"', "'", "|", ">"))),
        allow_unicode=draw(st.booleans()),
        width=draw(st.sampled_from((20, 80, 10_000))),
        indent=draw(st.integers(2, 8)),
        explicit_start=draw(st.booleans()),
        sort_keys=False,
    )
    if draw(st.integers(0, 9)) == 0:
        depth = draw(st.integers(1, 60))
        text = "[" * depth + "]" * depth
    return text.encode("utf-8", "surrogatepass")


@st.composite
def random_trees(draw: st.DrawFn, files: Files) -> dict[str, bytes]:
    """The files, one of them a random tree."""
    path = draw(st.sampled_from(sorted(files)))
    return {**files, path: draw(dumped(draw(TREES)))}


def _places(tree: object, pointer: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    found = [pointer]
    parts = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, part in parts:
        found += _places(part, (*pointer, key))
    return found


def _reached(tree: object, pointer: Sequence[object]) -> object:
    for part in pointer:
        tree = tree[part]  # type: ignore[index]
    return tree


@st.composite
def near_trees(draw: st.DrawFn, files: Files) -> dict[str, bytes]:
    """The files, one of them with a few values or keys that are not as they should be."""
    path = draw(st.sampled_from(sorted(one for one in files if one.endswith(".yaml"))))
    tree = deepcopy(yaml.safe_load(files[path]))
    for _ in range(draw(st.integers(1, 4))):
        places = [one for one in _places(tree) if one]
        if not places:
            break
        pointer = draw(st.sampled_from(places))
        holder = _reached(tree, pointer[:-1])
        assert isinstance(holder, dict | list)
        draw(st.sampled_from(_TREE_WAYS))(draw, tree, holder, pointer[-1])
    return {**files, path: draw(dumped(tree))}


Way = Callable[[st.DrawFn, object, "dict[object, object] | list[object]", object], None]


def _replaced(draw: st.DrawFn, _tree: object, holder: object, key: object) -> None:
    holder[key] = draw(TREES)  # type: ignore[index]


def _removed(_draw: st.DrawFn, _tree: object, holder: object, key: object) -> None:
    del holder[key]  # type: ignore[attr-defined]


def _renamed(draw: st.DrawFn, _tree: object, holder: object, key: object) -> None:
    if isinstance(holder, dict):
        name = draw(st.one_of(_KEYS, st.just(f"{key}s"), st.just(f"{key}"[:-1]), st.just(f"{key}".title())))
        holder[name] = holder.pop(key)


def _wrapped(draw: st.DrawFn, _tree: object, holder: object, key: object) -> None:
    value = holder[key]  # type: ignore[index]
    holder[key] = draw(st.sampled_from(([value], {"zh": value}, {"id": value}, [[value]])))  # type: ignore[index]


def _unwrapped(_draw: st.DrawFn, _tree: object, holder: object, key: object) -> None:
    value = holder[key]  # type: ignore[index]
    if isinstance(value, dict | list) and value:
        holder[key] = next(iter(value.values() if isinstance(value, dict) else value))  # type: ignore[index]


def _doubled(_draw: st.DrawFn, _tree: object, holder: object, key: object) -> None:
    if isinstance(holder, list) and isinstance(key, int):
        holder.insert(key, holder[key])
    elif isinstance(holder, dict):
        holder[f"{key}2"] = holder[key]


def _moved(draw: st.DrawFn, tree: object, holder: object, key: object) -> None:
    target = _reached(tree, draw(st.sampled_from(_places(tree))))
    value = deepcopy(holder[key])  # type: ignore[index]
    if isinstance(target, dict):
        target[key] = value
    elif isinstance(target, list):
        target.append(value)


_TREE_WAYS: Sequence[Way] = (_replaced, _removed, _renamed, _wrapped, _unwrapped, _doubled, _moved)

# --- Edits -----------------------------------------------------------------------------------------------------------

_WIDE = str.maketrans(
    {":": "：", ",": "，", "(": "（", ")": "）", "[": "【", "]": "】", "<": "《", ">": "》", "|": "｜", '"': "“"}
)
_PASTED = ("\xa0", "\u3000", "\u200b", "\xad", "\ufeff", "\t", "“", "”", "‘", "…", "–", "\u2028", "\x0b", "\uf0b7")
_TYPED = (
    ": ",
    "：",
    "- ",
    "-",
    "'",
    '"',
    "#",
    " #",
    "%",
    "@",
    "&a ",
    "*a",
    "|",
    ">",
    "{",
    "}",
    "[",
    "]",
    ",",
    "，",
    "\\",
    "<<8 MPa|约",
    "》》",
    "<<: *a",
    "? ",
    "!",
    "=======",
    "\r\n",
    "\n",
    "\n\n",
    "    ",
    "—",
    "null",
    "\x00",
)


@st.composite
def edited(draw: st.DrawFn, files: Files) -> dict[str, bytes]:
    """The files, one of them after some keystrokes of a person."""
    path = draw(st.sampled_from(sorted(files)))
    lines = files[path].decode().split("\n")
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        draw(st.sampled_from(_EDITS))(draw, lines, at)
    return {**files, path: "\n".join(lines).encode()}


Edit = Callable[[st.DrawFn, list[str], int], None]


def _line_away(_draw: st.DrawFn, lines: list[str], at: int) -> None:
    if len(lines) > 1:
        del lines[at]


def _lines_swapped(draw: st.DrawFn, lines: list[str], at: int) -> None:
    other = draw(st.integers(0, len(lines) - 1))
    lines[at], lines[other] = lines[other], lines[at]


def _indented(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at] = draw(st.sampled_from((" ", "  ", "\t", "\u3000", "    "))) + lines[at]


def _outdented(draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at] = lines[at][draw(st.integers(1, 3)) :]


def _wide(_draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at] = lines[at].translate(_WIDE)


def _pasted(draw: st.DrawFn, lines: list[str], at: int) -> None:
    column = draw(st.integers(0, len(lines[at])))
    lines[at] = lines[at][:column] + draw(st.sampled_from((*_PASTED, *_TYPED))) + lines[at][column:]


def _sign_away(_draw: st.DrawFn, lines: list[str], at: int) -> None:
    found = re.search(r"[:\-\"'\[\]{},]", lines[at])
    lines[at] = lines[at][: found.start()] + lines[at][found.end() :] if found else ""


def _line_twice(_draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines.insert(at, lines[at])


def _joined(_draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at : at + 2] = ["".join(lines[at : at + 2])]


def _value_away(_draw: st.DrawFn, lines: list[str], at: int) -> None:
    lines[at] = lines[at].partition(":")[0] + ":"


_EDITS: Sequence[Edit] = (
    _line_away,
    _lines_swapped,
    _indented,
    _outdented,
    _wide,
    _pasted,
    _pasted,
    _sign_away,
    _line_twice,
    _joined,
    _value_away,
)
