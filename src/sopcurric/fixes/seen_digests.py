"""What decisions were made on: `seen: …` is added where it is missing, and nothing else in the file changes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sopcurric.diagnostics.finding import Finding
from sopcurric.plugin import Fix, TextReader
from sopcurric.source.editing import BREAK, line_end, line_start, offset
from sopcurric.source.ref import Span

_ENTRY = re.compile(r"""(?P<quote>["']?)(?P<key>decide|seen)(?P=quote)[ \t]*:""")
_TOKEN = re.compile(r"""(?P<gap>\s+|\#[^\r\n]*)|(?P<mark>[{}\[\],])|(?P<word>[^\s,{}\[\]]+)""")
_QUOTED = re.compile(r"""(?P<word>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')""", re.DOTALL)
_TEXT = re.compile("[acdf]")


@dataclass(frozen=True, slots=True)
class _Missing:
    """Where the mapping of a decision begins, what kind of decision it is, and the digest that it lacks."""

    span: Span
    kind: str
    seen: str


def propose(read: TextReader, findings: tuple[Finding, ...]) -> Iterable[tuple[str, str]]:
    """Files of decisions with the digests that findings with a place miss; what is not understood is left alone."""
    wanted: dict[str, list[_Missing]] = {}
    for one in findings:
        if one.code == "JNT108" and one.place and one.place.span:
            missing = _Missing(one.place.span, one.said("kind"), one.said("seen"))
            wanted.setdefault(one.place.document, []).append(missing)
    for path, some in sorted(wanted.items()):
        text = read(path)
        if text is not None:
            yield path, _with_digests(text, some)


def _with_digests(text: str, some: Iterable[_Missing]) -> str:
    """The text with all that is missing, the last one first, so that places before it stay right."""
    for one in sorted(some, key=lambda one: one.span, reverse=True):
        start = offset(text, one.span)
        if start is None or not _is_item(text[:start]):
            continue
        if text.startswith("{", start):
            at, added = _end_in_flow(text, start, one.kind), f", seen: {_scalar(one.seen)}"
        else:
            at, added = _end_in_block(text, start, one.kind), f"{_break(text, start)}seen: {_scalar(one.seen)}"
        if at is not None:
            text = text[:at] + added + text[at:]
    return text


def _scalar(digest: str) -> str:
    """A digest as YAML reads it as text: one that could be a number (`1234e5…`) is quoted."""
    return digest if _TEXT.search(digest) else f'"{digest}"'


def _is_item(before: str) -> bool:
    """Whether what follows is an item of a list without an anchor: others would inherit from one that has."""
    line = BREAK.split(before.rstrip())[-1]
    return line.endswith(("-", "[", ",")) and "#" not in line


def _break(text: str, start: int) -> str:
    """The end of a line as the file has it, and the indentation of the mapping."""
    found = BREAK.search(text, start) or BREAK.search(text)
    return (found[0] if found else "\n") + " " * (start - line_start(text, start))


def _end_in_block(text: str, start: int, kind: str) -> int | None:
    """The end of the line `decide: KIND` of the block mapping that begins there."""
    indent = start - line_start(text, start)
    if text[start - indent : start].strip(" -"):
        return None
    entries = [(at, entry) for at, line in _own_lines(text, start, indent) if (entry := _ENTRY.match(line))]
    if [entry["key"] for _, entry in entries] != ["decide"]:
        return None
    at, entry = entries[0]
    stop = line_end(text, at)
    value = rf"""[ \t]+(["']?){re.escape(kind)}\1(?:[ \t]+#.*|[ \t]*)"""
    return stop if re.fullmatch(value, text[at + entry.end() : stop]) else None


def _own_lines(text: str, start: int, indent: int) -> Iterator[tuple[int, str]]:
    """Position and words of the lines of a block mapping that are indented like its keys."""
    yield start, text[start : line_end(text, start)]
    for found in BREAK.finditer(text, start):
        line = text[found.end() : line_end(text, found.end())]
        words = line.lstrip(" ")
        depth = len(line) - len(words)
        if not words.strip() or words.startswith("#"):
            continue
        if depth < indent:
            return
        if depth == indent:
            yield found.end() + depth, words


def _end_in_flow(text: str, start: int, kind: str) -> int | None:
    """The end of the value of `decide` in the flow mapping that begins there."""
    found: int | None = None
    for entry in _entries(text, start):
        words = "".join(word.strip("\"'") for _, word in entry)
        if words.startswith("seen:"):
            return None
        if words == f"decide:{kind}":
            at, last = entry[-1]
            found = at + len(last)
    return found


def _entries(text: str, start: int) -> list[list[tuple[int, str]]]:
    """The entries of a flow mapping, each as its words outside of inner lists; nothing where it has no end."""
    entries: list[list[tuple[int, str]]] = [[]]
    depth = 0
    for at, word in _tokens(text, start):
        depth += (word in "{[") - (word in "}]")
        if depth == 0:
            return entries
        if depth == 1 and word == ",":
            entries.append([])
        elif depth == 1 and at > start:
            entries[-1].append((at, word))
    return []


def _tokens(text: str, start: int) -> Iterator[tuple[int, str]]:
    """Signs and words of flow style with their positions; a quote is one only where a key or value begins."""
    at, fresh = start, True
    while at < len(text):
        token = (_QUOTED.match(text, at) if fresh else None) or _TOKEN.match(text, at)
        if token is None:
            return
        at = token.end()
        if token.lastgroup != "gap":
            yield token.start(), token[0]
            fresh = token[0].endswith(("{", "[", ",", ":"))


FIX = Fix(name="seen-digests", propose=propose, cures=frozenset({("JNT108", "")}))
