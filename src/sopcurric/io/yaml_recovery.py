"""Syntax faults mended in memory, each as its cure says, so that the rest of a file can be read in the same run.

Every cure keeps lines as lines; places in the mended text lead back to places in the text as it was typed. What has no
single meaning is not mended.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from sopcurric.source.editing import BREAK, indent_of
from sopcurric.source.ref import Span

_LEAD = re.compile(r"[ \t\u3000\xa0]*")
_ITEM = re.compile(r" *(?:- +)*")
_VALUE = re.compile(r" *(?:- +)*(?:(?:[^\s\"'#\[{][^:#]*|\"[^\"]*\"|'[^']*'):(?: +|$))?(?=(?P<value>.*))")
_FLOW_VALUE = re.compile(r"(?:[{,] *[\w-]+: +|[\[,] *)(?=(?P<value>.*))")
_FLOW_END = re.compile(r" *(?:[,}\]]|$)")
_COMMENT = re.compile(r"[ \t]+#(?:[ \t].*)?$")
_STRUCTURE = re.compile(r" *(?:- |-$|[^\s#\"'-][^:#]*:(?: |$))")
_OPENS = re.compile(r"(?:^|.*[^\s#]):(?: +#.*)?$")
_WORD = re.compile(r"[a-z][a-z_]+ *")
_WORD_GAP = re.compile(r"[a-z][a-z_]+(?P<at> +)(?=\S)")
_TAB_WIDTHS = (2, 4, 8)
_CLOSING = {"[": "]", "{": "}"}
_MOST_EDITS = 200
"""Edits of one line, after which it counts as not to be mended."""
_GUESSED = (
    "unclosed-quote",
    "unclosed-bracket",
    "colon-missing",
    "indentation",
    "item-indentation",
    "tab",
    "line-prefix",
)
"""Variants whose cure may be another than the one that is tried: what is found beside them later is no news."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Words in place of a part of a line; line and columns from 0."""

    line: int
    start: int
    end: int
    words: str

    def origin(self, column: int) -> int:
        """Where a column of the edited line stood before."""
        if column < self.start + len(self.words):
            return min(column, max(self.start, self.end - 1)) if column >= self.start else column
        return column - len(self.words) + self.end - self.start


Lines = Sequence[str]
Cure = Callable[[Lines, int, int], tuple[Edit, ...]]
"""From lines, number and column (from 0) to the edits that cure the fault there; none where it cannot be said."""


def _edits_of(lines: Lines, variant: str, span: Span) -> tuple[Edit, ...]:
    """The edits that cure a fault of SOP003; none where that needs a person."""
    cure, number, column = _CURES.get(variant), span.line - 1, span.column - 1
    if cure is None or number >= len(lines) or column > len(lines[number]):
        return ()
    return cure(lines, number, column)


def _edited(line: str, edit: Edit) -> str:
    return line[: edit.start] + edit.words + line[edit.end :]


@dataclass(slots=True)
class Recovery:
    """A text that is mended step by step, and the way back to how it was typed."""

    lines: list[str]
    edits: dict[int, list[Edit]] = field(default_factory=dict)
    guessed: set[int] = field(default_factory=set)
    left_out: bool = False

    @classmethod
    def of(cls, text: str) -> "Recovery":
        """Nothing mended yet."""
        return cls(BREAK.split(text))

    @property
    def text(self) -> str:
        """The text as mended so far."""
        return "\n".join(self.lines)

    def mend(self, variant: str, span: Span) -> bool:
        """Mend a fault that was found in the text as mended so far; whether that could be done.

        A line that many edits did not mend is left: cures that bring forth their own fault would go on for ever.
        """
        edits = _edits_of(self.lines, variant, span)
        if len(edits) + len(self.edits.get(span.line - 1, ())) > _MOST_EDITS:
            return False
        for edit in edits:
            self.left_out = self.left_out or (variant == "colon-missing" and not edit.words)
            self.lines[edit.line] = _edited(self.lines[edit.line], edit)
            self.edits.setdefault(edit.line, []).append(edit)
            if variant in _GUESSED:
                self.guessed.add(edit.line)
        return bool(edits)

    def origin(self, span: Span) -> Span:
        """Where a place of the mended text stands in the text as it was typed."""
        column = span.column - 1
        for edit in reversed(self.edits.get(span.line - 1, ())):
            column = edit.origin(column)
        return Span(span.line, column + 1)

    def doubtful(self, span: Span) -> bool:
        """Whether a place stands in or right below a line where another cure may have been meant."""
        return not self.guessed.isdisjoint((span.line - 1, span.line - 2))


# --- Where a value begins and ends ---


def _value(line: str, column: int) -> tuple[int, int] | None:
    """Begin and end of the plain value that a column is in; between brackets, of that entry only."""
    opened = _open_bracket(line, column)
    if opened is None:
        found = _VALUE.match(line)
        end = _without_comment(line)
        return (found.end(), end) if found and found.end() <= column and found.end() < end else None
    begins = [one.end() for one in _FLOW_VALUE.finditer(line, opened, column + 1)]
    begin = max((one for one in begins if one <= column), default=None)
    last = re.compile(r"[,}\]]").search(line, column)
    return None if begin is None or last is None else (begin, len(line[: last.start()].rstrip()))


def _without_comment(line: str) -> int:
    found = _COMMENT.search(line)
    return len(line[: found.start()].rstrip()) if found else len(line.rstrip())


def _open_bracket(line: str, column: int) -> int | None:
    """Where the innermost bracket opens that a column is between, if it is one of a list or mapping."""
    opened: list[int] = []
    found = _VALUE.match(line)
    for at in range(found.end() if found else 0, min(column, len(line))):
        if line[at] in "[{":
            opened.append(at)
        elif line[at] in "]}" and opened:
            opened.pop()
    begin = found.end() if found else 0
    return opened[-1] if opened and line[begin] in "[{" else None


def _goes_on(lines: Lines, number: int) -> bool:
    """Whether the text of a line goes on in the next one, so that quotes would have to end there."""
    indent = indent_of(lines[number])
    following = next((line for line in lines[number + 1 :] if line.strip()), "")
    return indent_of(following) > indent and not following.lstrip().startswith("#") and not _STRUCTURE.match(following)


# --- One cure for each variant ---


def _inserted(words: str, *, after: int = 1) -> Cure:
    return lambda _lines, number, column: (Edit(number, column + after, column + after, words),)


def _instead(words: str) -> Cure:
    """Other words for the sign at the column and the blanks after it."""

    def cure(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
        blanks = _LEAD.match(lines[number], column + 1)
        return (Edit(number, column, blanks.end() if blanks else column + 1, words),)

    return cure


def _quoted(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """Single quotes round the whole value."""
    found = _value(lines[number], column)
    if found is None or _goes_on(lines, number):
        return ()
    return _within_quotes(lines[number], number, *found)


def _within_quotes(line: str, number: int, begin: int, end: int) -> tuple[Edit, ...]:
    """Insertions, the last one first, so that places between them keep theirs."""
    doubled = (at for at in range(end - 1, begin - 1, -1) if line[at] == "'")
    return tuple(Edit(number, at, at, "'") for at in (end, *doubled, begin))


def _whole_text(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """Single quotes round the whole value with what stands after the sign, comments included."""
    line = lines[number]
    if _open_bracket(line, column) is not None:
        return _quoted(lines, number, column)
    found = _VALUE.match(line)
    if not found or found.end() >= column:
        return ()
    rest = _COMMENT.search(line, column + 1)
    end = len(line[: rest.start()].rstrip()) if rest else len(line.rstrip())
    return _within_quotes(line, number, found.end(), end)


def _blank(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """A full-width or no-break space: indentation, or the gap after a colon."""
    if lines[number][:column].strip(" "):
        return _instead(" ")(lines, number, column)
    return _reindented(lines, number, column)


def _reindented(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """The indentation that a line must have had which is indented by tabs or wide spaces."""
    line = lines[number]
    if "-" in line[:column]:
        return _instead(" ")(lines, number, column)
    lead = _LEAD.match(line)
    typed = lead[0] if lead else ""
    levels = _levels(lines, number, item=line[len(typed) :].startswith("- "))
    if not levels:
        return ()
    widths = [sum(width if sign == "\t" else 1 + (sign == "\u3000") for sign in typed) for width in _TAB_WIDTHS]
    exact = next((width for width in widths if width in levels), None)
    level = min(levels, key=lambda one: abs(one - widths[0])) if exact is None else exact
    return (Edit(number, 0, len(typed), " " * level),)


def _levels(lines: Lines, number: int, *, item: bool) -> list[int]:
    """Where a key (or item of a list) may begin in a line, by the lines above; the nearest level first."""
    above = [line for line in lines[:number] if line.strip() and not line.lstrip().startswith("#")]
    if not above:
        return [0]
    last = _ITEM.match(above[-1])
    inner = last.end() if last else 0
    if _OPENS.match(above[-1]):
        return [inner + 2, inner] if item else [inner + 2]
    found: list[int] = []
    least = 10**6
    for line in reversed(above):
        lead = _ITEM.match(line)
        key, dash = lead.end() if lead else 0, indent_of(line)
        level = dash if item and "-" in line[:key] else None if item else key
        if level is not None and level < least:
            found.append(level)
        least = min(least, dash if item else min(key, least))
        if dash == 0:
            break
    return found


def _aligned(lines: Lines, number: int, _column: int) -> tuple[Edit, ...]:
    """The nearest level for a line that stands askew, if it is alone in that."""
    line = lines[number]
    indent = indent_of(line)
    levels = _levels(lines, number, item=line[indent:].startswith("- "))
    following = next((one for one in lines[number + 1 :] if one.strip()), "")
    if not levels or indent_of(following) == indent:
        return ()
    level = min(levels, key=lambda one: abs(one - indent))
    return (Edit(number, 0, indent, " " * level),) if level != indent else ()


def _comma(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """A comma after the words before a key."""
    before = len(lines[number][:column].rstrip())
    return (Edit(number, before, column, ", "),)


def _closed_quote(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    line = lines[number]
    sign, end = line[column], len(line.rstrip())
    if sign in line[column + 1 :]:
        return ()
    if _open_bracket(line, column) is not None:
        found = re.compile(r"(?:, *[a-z_]+:|[}\]]\s*$)").search(line, column)
        end = found.start() if found else end
    return (Edit(number, end, end, sign),) if not _goes_on(lines, number) else ()


def _braces(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    line = lines[number]
    closing = line.rfind("｝")
    return (
        *((Edit(number, closing, closing + 1, "}"),) if closing > column else ()),
        Edit(number, column, column + 1, "{"),
    )


def _single_quotes(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """Single quotes for the double ones round a backslash."""
    line = lines[number]
    begin, end = line.rfind('"', 0, column), line.find('"', column)
    if begin < 0 or end < 0:
        return ()
    words = line[begin + 1 : end].replace("'", "''")
    return (Edit(number, begin, end + 1, f"'{words}'"),)


def _without_prefix(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """Without a line number, or the plus sign of a comparison."""
    found = re.compile(r"(?:\+|\d+)[ \t]*").match(lines[number], column)
    if not found:
        return ()
    levels = _levels(lines, number, item=lines[number].startswith("- ", found.end()))
    level = min(levels, key=lambda one: abs(one - found.end()))
    return (Edit(number, 0, found.end(), " " * level),)


def _closed_bracket(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    line = lines[number]
    end = len(line.rstrip())
    if line[column] == "[" and line[end - 1] in ")）】］〕" and "]" not in line[column:]:
        return (Edit(number, end - 1, end, "]"),)
    if line[:end].endswith(",") or _goes_on(lines, number):
        return ()
    opened = [sign for sign in line[column:end] if sign in "[{"]
    closed = sum(sign in "]}" for sign in line[column:end])
    missing = opened[: len(opened) - closed]
    return (Edit(number, end, end, "".join(_CLOSING[sign] for sign in reversed(missing))),) if missing else ()


def _with_colon(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """`key value` becomes `key: value`, and a key above what belongs to it gets its colon.

    Other words are left out, if nothing hangs on them.
    """
    line = lines[number]
    found = _WORD_GAP.match(line, column)
    if found:
        return (Edit(number, found.start("at"), found.end("at"), ": "),)
    following = next((one for one in lines[number + 1 :] if one.strip()), "")
    deeper = indent_of(following) - indent_of(line)
    if _WORD.fullmatch(line, column) and (deeper > 0 or (deeper == 0 and following.lstrip().startswith("- "))):
        end = len(line.rstrip())
        return (Edit(number, end, end, ":"),)
    alone = not line[:column].strip() and deeper <= 0
    return (Edit(number, 0, len(line), ""),) if alone else ()


def _without_text(lines: Lines, number: int, column: int) -> tuple[Edit, ...]:
    """Nothing after the colon above a list."""
    return (Edit(number, column, len(lines[number]), ""),)


_CURES: Mapping[str, Cure] = {
    "full-width-colon": _instead(": "),
    "full-width-comma": _instead(", "),
    "full-width-brace": _braces,
    "comma-missing": _comma,
    "line-prefix": _without_prefix,
    "full-width-space": _blank,
    "full-width-hash": _instead("# "),
    "full-width-quote": _quoted,
    "dash-space": _inserted(" "),
    "wide-dash": _instead("- "),
    "colon-space": _inserted(" "),
    "backslash": _single_quotes,
    "leading-sign": _quoted,
    "second-colon": _quoted,
    "after-quote": _quoted,
    "after-bracket": _quoted,
    "hash": _whole_text,
    "tab": _reindented,
    "indentation": _aligned,
    "item-indentation": _aligned,
    "unclosed-quote": _closed_quote,
    "unclosed-bracket": _closed_bracket,
    "colon-missing": _with_colon,
    "text-then-list": _without_text,
}
