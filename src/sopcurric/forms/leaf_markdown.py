r"""Typed parts as Markdown, and back from whatever an editor made of it.

What a person wrote keeps its own marking (`**…**`, `$…$`, `[[…]]`); a new line in it is `<br>`. Only where its
beginning would be taken for the mark of a heading, list, table or box, and at `|` and `\` inside cells, a backslash
says that it is meant as words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from sopcurric.forms.leaf_parts import (
    Paragraphs,
    Typed,
    TypedBox,
    TypedHeading,
    TypedList,
    TypedParagraph,
    TypedTable,
)

_BULLET = r"(?:[-*+•·●](?=\s|$))"
_NUMBER = r"(?:\d{1,9}(?:[.)](?=\s|$)|[、\uff0e]))"
_HEADING = r"(?:#{1,6}(?=\s|$))"
_MARK = re.compile(rf"{_HEADING}|{_BULLET}|{_NUMBER}|[>|\\]|<\s*[!\uff01]")
_ITEM = re.compile(rf"(?:{_BULLET}|(?P<number>{_NUMBER}))\s*(?P<check>\[[ xX√✓]?\](?=\s|$))?\s*(?P<words>.*)")
_ITEM_MARK = re.compile(r"\[[ xX√✓]?\](?=\s|$)|\\")
_TONE = re.compile(r"\[!(?P<tone>note|caution|danger)\]", re.IGNORECASE)
_RULE = re.compile(r":?[-–—]+:?")
_STRONG = re.compile(r"\*\*(?P<words>.*)\*\*")
_CELL = re.compile(r"\\(?P<words>[\\|<])|(?P<wall>\|)|(?P<end><br\s*/?>)", re.IGNORECASE)
_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_SEAM = re.compile(rf"(?<=[{_CJK}])\n(?=[{_CJK}])")
_TYPED_END = re.compile(r"\\*<br\s*/?>", re.IGNORECASE)
_END = re.compile(r"(?<!\\)<br\s*/?>", re.IGNORECASE)
SEPARATOR = "<!-- -->"
"""Stands between two lists that would otherwise be one."""


# Writing --------------------------------------------------------------------------------------------------------------


def lines_of(parts: Iterable[Typed]) -> Iterator[str]:
    """Lines of Markdown, with an empty one behind every part."""
    before: Typed | None = None
    for part in parts:
        if isinstance(part, TypedList) and isinstance(before, TypedList):
            yield from (SEPARATOR, "")
        yield from _lines(part)
        yield ""
        before = part


def _lines(part: Typed) -> Iterator[str]:
    match part:
        case TypedParagraph(words=words):
            yield _guarded(_broken(words), _MARK)
        case TypedHeading(words=words):
            yield f"## {words}"
        case TypedList(items=items):
            for number, item in enumerate(items, start=1):
                mark = f"{number}." if part.numbered else "- [ ]" if part.checks else "-"
                yield f"{mark} {_guarded(_broken(item), _ITEM_MARK)}"
        case TypedTable(titles=titles, rows=rows):
            yield _row((title,) for title in titles)
            yield _row(("---",) for _ in titles)
            yield from map(_row, rows)
        case TypedBox(title=title, tone=tone, items=items):
            yield from (f"> [!{tone.upper()}]",) if tone != "note" else ()
            yield f"> **{title}**"
            yield from (f"> - {_guarded(_broken(item), _ITEM_MARK)}" for item in items)


def _guarded(words: str, marks: re.Pattern[str]) -> str:
    return f"\\{words}" if marks.match(words) else words


def _broken(words: str) -> str:
    """Words in one line: `<br>` for each end of a line, a backslash before one that a person typed as words."""
    return _TYPED_END.sub(r"\\\g<0>", words).replace("\\\n", "\\ \n").replace("\n", "<br>")


def _row(cells: Iterable[Paragraphs]) -> str:
    shown = ("<br>".join(map(_escaped, cell)) for cell in cells)
    return f"| {' | '.join(shown)} |"


def _escaped(words: str) -> str:
    return re.sub(r"[\\|]|<(?=br\s*/?>)", r"\\\g<0>", words, flags=re.IGNORECASE)


# Reading --------------------------------------------------------------------------------------------------------------


def parts_in(lines: Iterable[tuple[int, str]]) -> tuple[Typed, ...]:
    """The parts that numbered lines hold."""
    reader = _Reader()
    for number, line in lines:
        reader.take(number, " ".join(line.split()))
    reader.close()
    return tuple(reader.parts)


@dataclass(slots=True)
class _Reader:
    """Gathers lines into parts; `open` is the part that the next line may belong to."""

    parts: list[Typed] = field(default_factory=list)
    open: Typed | None = None
    apart: bool = False
    """Whether an empty line came since the open part."""

    def close(self) -> None:
        """The open part is complete."""
        if self.open and _filled(self.open):
            self.parts.append(_complete(self.open))
        self.open, self.apart = None, False

    def take(self, number: int, line: str) -> None:
        """Take the next line."""
        if not line:
            self.apart = True
            return
        if line.startswith("<!--"):
            self.close()
        elif line.startswith("|"):
            self._row(number, line)
        elif line.startswith(">"):
            self._boxed(number, line[1:].strip())
        elif re.match(_HEADING, line):
            self.close()
            self.open = TypedHeading(line.lstrip("#").strip(), number)
            self.close()
        elif found := _ITEM.fullmatch(line):
            self._item(number, found)
        else:
            self._words(number, line)
            return
        self.apart = False

    def _words(self, number: int, line: str) -> None:
        """Words go on with a paragraph or with the last item, or begin a paragraph."""
        words = _unguarded(line, _MARK)
        match self.open:
            case TypedParagraph() if not self.apart:
                self.open = replace(self.open, words=_seamed(self.open.words, words))
            case TypedList(items=(*items, last)) if not self.apart:
                self.open = replace(self.open, items=(*items, _seamed(last, words)))
            case _:
                self.close()
                self.open = TypedParagraph(words, number)
        self.apart = False

    def _item(self, number: int, found: re.Match[str]) -> None:
        """An item goes on with a list of its own sort, or begins one."""
        numbered, checks = bool(found["number"]), bool(found["check"])
        begun = self.open
        if not (isinstance(begun, TypedList) and (begun.numbered, begun.checks) == (numbered, checks)):
            self.close()
            begun = TypedList((), numbered, checks, number)
        self.open = replace(begun, items=(*begun.items, _unguarded(found["words"], _ITEM_MARK)))

    def _row(self, number: int, line: str) -> None:
        """A row goes on with a table, or begins one with its titles."""
        cells = _cells(line)
        if self.apart or not isinstance(self.open, TypedTable):
            self.close()
            self.open = TypedTable(tuple(" ".join(cell) for cell in cells), (), number, ruled=False)
        elif self.open.rows or not all(len(cell) == 1 and _RULE.fullmatch(cell[0]) for cell in cells):
            self.open = replace(self.open, rows=(*self.open.rows, cells))
        elif number != self.open.line + 1:
            self.open = replace(self.open, rows=(cells,))
        else:
            self.open = replace(self.open, ruled=True)

    def _boxed(self, number: int, line: str) -> None:
        """A line of a box: its tone, its title, or an item."""
        if self.apart or not isinstance(self.open, TypedBox):
            self.close()
            self.open = TypedBox("", "note", (), number)
        box = self.open
        if tone := _TONE.fullmatch(line):
            self.open = replace(box, tone=tone["tone"].lower())
        elif found := _ITEM.fullmatch(line):
            self.open = replace(box, items=(*box.items, _unguarded(found["words"], _ITEM_MARK)))
        elif not box.title and not box.items:
            strong = _STRONG.fullmatch(line)
            self.open = replace(box, title=strong["words"].strip() if strong else line)
        elif line:
            self.open = replace(box, items=(*box.items, line))


def _unguarded(words: str, marks: re.Pattern[str]) -> str:
    return words[1:] if words.startswith("\\") and marks.match(words[1:]) else words


def _seamed(first: str, second: str) -> str:
    """Two lines as one, with a space unless Chinese characters meet."""
    return " ".join(_SEAM.sub("", f"{first}\n{second}").split())


def _cells(line: str) -> tuple[Paragraphs, ...]:
    """The cells of a row: what stands between its walls, split at `<br>`."""
    cells: list[list[str]] = [[""]]
    rest = 0
    for found in _CELL.finditer(line):
        cells[-1][-1] += line[rest : found.start()] + (found["words"] or "")
        if found["wall"]:
            cells.append([""])
        elif found["end"]:
            cells[-1].append("")
        rest = found.end()
    cells[-1][-1] += line[rest:]
    first, *between, last = ([" ".join(words.split()) for words in cell] for cell in cells)
    closed = [first, *between] if not any(last) else [first, *between, last]
    return tuple(tuple(words for words in cell if words) for cell in closed[1:])


def _filled(part: Typed) -> bool:
    match part:
        case TypedParagraph(words=words) | TypedHeading(words=words):
            return bool(words)
        case TypedList(items=items):
            return any(items)
        case TypedTable(titles=titles):
            return bool(titles)
        case TypedBox(title=title, items=items):
            return bool(title or any(items))


def _complete(part: Typed) -> Typed:
    """With lines, without empty items, and with as many cells in every row as there are titles."""
    if isinstance(part, TypedParagraph):
        return replace(part, words=_in_lines(part.words))
    if isinstance(part, TypedList | TypedBox):
        return replace(part, items=tuple(filter(None, map(_in_lines, part.items))))
    if isinstance(part, TypedTable):
        width = len(part.titles)
        return replace(part, rows=tuple((*row, *((),) * (width - len(row))) for row in part.rows))
    return part


def _in_lines(words: str) -> str:
    """Words with the ends of lines that `<br>` stands for."""
    lines = "\n".join(one.strip() for one in _END.split(words)).strip("\n")
    return _TYPED_END.sub(lambda found: found[0].removeprefix("\\"), lines)
