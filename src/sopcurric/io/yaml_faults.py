"""What a beginner meant by YAML that is broken, or valid and surely not meant: findings that name the cure."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import yaml
from yaml.events import ScalarEvent

from sopcurric.io.file_report import FileReport
from sopcurric.source.editing import BREAK, indent_of, structural
from sopcurric.source.ref import Span

_Clue = tuple[str, int]
"""The name of a cure and the column (from 0) where it applies."""

_SUSPECT = re.compile(
    r"[-－﹣•●—–■◆▪○·➢►▶□\uf06c\uf0b7\uf0d8｛\u3000\xa0]|"
    r"[a-z][a-z_]+[ \u3000]*(?:：|:[^\s/:])|[a-z][a-z_]+:[\u3000\xa0]"
)
_HASH_NUMBER = re.compile(r"[ \t]+(?P<sign>#[0-9])")
_CLUES = (
    ("full-width-space", re.compile(r"(?P<at>[\u3000\xa0])")),
    ("full-width-hash", re.compile(r"(?P<at>\uff03)")),
    ("dash-space", re.compile(r"(?P<at>-)(?=[^\s\d.-])")),
    ("wide-dash", re.compile(r"(?P<at>[－﹣•●—–■◆▪○·➢►▶□\uf06c\uf0b7\uf0d8])")),
    ("full-width-brace", re.compile(r"(?P<at>｛)(?=[ \u3000]*[A-Za-z_]+[ \u3000]*[:：])")),
    ("full-width-colon", re.compile(r"[a-z][a-z_]+[ \u3000]*(?P<at>：)")),
    ("full-width-space", re.compile(r"[a-z][a-z_]+:(?P<at>[\u3000\xa0])")),
)
_COLON_SPACE = re.compile(r"[a-z][a-z_]+(?P<at>:)(?=[^\s/:])")
_TEXT_THEN_LIST = re.compile(r"(?P<at>-) ")
_LIST_LINE = re.compile(r" *- ")
_OPEN_QUOTE = re.compile(r"(?:^ *(?:- +)*(?:[\w-]+: +)?|[{,] *[\w-]+: +|[\[,] *)(?P<quote>[\"'])")
_NEW_ENTRY = re.compile(r" *(?:- |[a-z_]+:(?: |$))")
_ANY_KEY = re.compile(r"[^\s:：#\"'“][^:：#]*(?P<at>：)")
_ITEM = re.compile(r" *(?:- +)*")
_ENTRY = re.compile(r" *(?:- +)*(?:[^\s\"'#][^:#]*|\"[^\"]*\"|'[^']*'):(?: +|$)(?P<value>.*)")
_TAB = re.compile(r"[ -]*(?P<at>\t)")
_WIDE_COMMA = re.compile(r"(?P<at>，)[^，,{}\[\]:\"']*\Z")
_WORD = re.compile(r" *[a-z_]+ *")
_QUOTES = "\"'"
_CONSEQUENCES = ("general", "indentation")
"""What the parser complains about after a fault that has been found already."""
_IN_LINE = (*_CONSEQUENCES, "unclosed-bracket", "second-colon", "colon-missing", "item-indentation")
"""What it complains about in a line that has another fault."""
_CONFLICT = re.compile(r"<{7} |={7}$|>{7} ")
_COPIED = re.compile(r"(?P<at>\+|\d+)[ \t]{2,}(?:- )?[a-z_]+:")
_FLOW_WORDS = re.compile(r"[^,{}\[\]]*\S +(?P<at>[a-z_]+)\Z")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place as the parser counts it (from 0)."""

    line: int
    column: int


class Faults:
    """The search for what is surely not meant in one file; what is found goes to its report."""

    def __init__(self, text: str, report: FileReport) -> None:
        """Take the text of a file and the report that its findings go to."""
        self._text = text
        self._report = report
        self._hashes = "#" in text and bool(_HASH_NUMBER.search(text))
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The lines of the file, split where YAML splits them."""
        if self._lines is None:
            self._lines = BREAK.split(self._text)
        return self._lines

    def suspect(self, event: ScalarEvent) -> None:
        """Make findings for plain scalars that are valid YAML but surely not what was meant."""
        start, end = event.start_mark, event.end_mark
        if start is None or end is None:
            return
        if _SUSPECT.match(event.value):
            before, line = self.lines[start.line][: start.column], self.lines[start.line]
            if not before.strip(" -"):
                self._blame(start.line, _clue(line, start.column, item="-" in before))
        if end.line > start.line:
            before = self.lines[start.line][: start.column]
            self._suspect_rest(_Mark(start.line, start.column), end.line, item="-" in before and not before.strip(" -"))
        if self._hashes and end.line < len(self.lines):
            found = _HASH_NUMBER.match(self.lines[end.line], end.column)
            if found:
                self._blame(end.line, ("hash", found.start("sign")))

    def _suspect_rest(self, start: _Mark, last: int, *, item: bool) -> None:
        """The same for the further lines of a scalar; `item`: it is an item of a list as a whole."""
        for number in range(start.line + 1, min(last + 1, len(self.lines))):
            line = self.lines[number]
            clue = _clue(line, indent_of(line), continued=True)
            if clue and clue[0] == "text-then-list" and not item:
                self._blame(start.line, ("text-then-list", start.column))
            elif clue:
                self._blame(number, ("item-indentation", clue[1]) if clue[0] == "text-then-list" else clue)

    def _blame(self, line: int, clue: _Clue | None) -> None:
        if clue:
            sign = self.lines[line][clue[1] : clue[1] + 1]
            self._report.add("SOP003", Span(line + 1, clue[1] + 1), variant=clue[0], sign=sign)

    def explain(self, broken: Exception) -> None:
        """Findings for a syntax error: where the person has to act, and lines that have a similar fault."""
        problem, context = _marks(self.lines, broken)
        scanning = isinstance(broken, yaml.scanner.ScannerError)
        variant, place = _diagnosis(self.lines, problem, context, scanning=scanning)
        opened = [mark for mark in _open_quotes(self.lines) if mark.line < place.line]
        conflict = next((number for number, line in enumerate(self.lines) if _CONFLICT.match(line)), None)
        if conflict is not None:
            self._blame(conflict, ("conflict", 0))
            return
        for mark in opened:
            self._blame(mark.line, ("unclosed-quote", mark.column))
        for number in structural(self.lines):
            clue = _line_clue(self.lines[number])
            if clue and (number != place.line or variant in _IN_LINE):
                self._blame(number, clue)
        if not opened and not self._is_told(variant, place):
            self._blame(place.line, (variant, place.column))

    def _is_told(self, variant: str, place: _Mark) -> bool:
        """Whether something that the parser complains about comes from a fault that has been found already."""
        if variant in _CONSEQUENCES and self._report.counts["SOP003"]:
            return True
        told = any(code == "SOP003" and span.line == place.line + 1 for code, span in self._report.seen)
        return told and variant in _IN_LINE


def _clue(line: str, begin: int, *, continued: bool = False, item: bool = False) -> _Clue | None:
    """What is surely wrong with the words that begin at a column; `continued`: they go on from the line before."""
    patterns = _CLUES if item else (*_CLUES, ("colon-space", _COLON_SPACE))
    for variant, pattern in (*patterns, ("text-then-list", _TEXT_THEN_LIST)) if continued else patterns:
        found = pattern.match(line, begin)
        if found:
            return variant, found.start("at")
    return None


def _line_clue(line: str) -> _Clue | None:
    """What is surely wrong with a line that should hold `key: value` or `- item`."""
    tab = _TAB.match(line)
    if tab:
        return "tab", tab.start("at")
    copied = _COPIED.match(line)
    if copied:
        return "line-prefix", copied.start("at")
    begin = _ITEM.match(line)
    return _clue(line, begin.end() if begin else 0)


def _key_clue(line: str) -> _Clue | None:
    """What may be wrong with a line that the parser took for a key without colon: any words before `：` count."""
    clue = _line_clue(line)
    if clue:
        return clue
    begin = _ITEM.match(line)
    found = _ANY_KEY.match(line, begin.end() if begin else 0)
    return ("full-width-colon", found.start("at")) if found else None


def _marks(lines: list[str], broken: Exception) -> tuple[_Mark, _Mark | None]:
    """Where the parser gave up and, if it says so, where it began with what it could not finish."""
    problem, context = (getattr(broken, name, None) for name in ("problem_mark", "context_mark"))
    return _clamped(lines, problem or context or _Mark(0, 0)), _clamped(lines, context) if context else None


def _clamped(lines: list[str], mark: _Mark) -> _Mark:
    """The mark, or the end of the last line with anything in it if the mark is beyond."""
    if mark.line < len(lines) and (mark.column < len(lines[mark.line]) or (mark.column == 0 and lines[mark.line])):
        return _Mark(mark.line, mark.column)
    last = max((number for number, line in enumerate(lines[: mark.line + 1]) if line.strip()), default=0)
    return _Mark(last, len(lines[last].rstrip()))


def _diagnosis(lines: list[str], problem: _Mark, context: _Mark | None, *, scanning: bool) -> tuple[str, _Mark]:
    """The name of the cure and where it applies."""
    guesses: tuple[Callable[[], tuple[str, _Mark] | None], ...] = (
        lambda: _tabbed(lines, problem, context),
        lambda: _leading_sign(lines, problem, context) if scanning else None,
        lambda: _wide_comma(lines, problem, context) if not scanning else None,
        lambda: _within_flow(lines, problem, context) if not scanning else None,
        lambda: _unclosed(lines, problem, context, scanning=scanning),
        lambda: _text_then_list(lines, problem) if scanning else None,
        lambda: _no_colon(lines, context) if scanning else None,
        lambda: _second_colon(lines, problem) if scanning else None,
        lambda: _left_over(lines, problem) if context and not scanning else None,
    )
    return next((found for guess in guesses if (found := guess()) is not None), ("general", problem))


def _tabbed(lines: list[str], problem: _Mark, context: _Mark | None) -> tuple[str, _Mark] | None:
    for mark in (problem, context):
        tab = _TAB.match(lines[mark.line]) if mark else None
        if mark and tab:
            return "tab", _Mark(mark.line, tab.start("at"))
    return None


def _leading_sign(lines: list[str], problem: _Mark, context: _Mark | None) -> tuple[str, _Mark] | None:
    """A value that begins with a sign that means something to YAML."""
    for mark, signs in ((problem, "%@`"), (context, "%*&!|>")):
        if mark is None:
            continue
        line = lines[mark.line]
        before = line[: mark.column].rstrip()
        if line[mark.column : mark.column + 1] in tuple(signs) and (not before or before[-1] in ":-,[{"):
            return "leading-sign", mark
    return None


def _wide_comma(lines: list[str], problem: _Mark, context: _Mark | None) -> tuple[str, _Mark] | None:
    """A full-width comma between brackets: the parser meets a colon in what it took for one text."""
    line = lines[problem.line]
    if context is None or not lines[context.line].startswith(("{", "["), context.column):
        return None
    if not line.startswith(":", problem.column):
        return None
    begin = context.column if context.line == problem.line else 0
    found, number = _WIDE_COMMA.search(line, begin, problem.column), problem.line
    if not found and problem.line > context.line and _WORD.fullmatch(line, 0, problem.column):
        number -= 1
        found = _WIDE_COMMA.search(lines[number].rstrip())
    return ("full-width-comma", _Mark(number, found.start("at"))) if found else None


def _within_flow(lines: list[str], problem: _Mark, context: _Mark | None) -> tuple[str, _Mark] | None:
    """A colon too many, or a comma too few, between brackets that are closed."""
    line = lines[problem.line]
    if context is None or context.line != problem.line or not line.startswith(":", problem.column):
        return None
    if not line.startswith(("{", "["), context.column):
        return None
    if line.count("{") != line.count("}") or line.count("[") != line.count("]"):
        return None
    begin = max(line.rfind(sign, 0, problem.column) for sign in ",{[")
    key = line.find(": ", begin, problem.column)
    found = _FLOW_WORDS.match(line, key + 1 if key > 0 else begin + 1, problem.column)
    return ("comma-missing", _Mark(problem.line, found.start("at"))) if found else ("second-colon", problem)


def _unclosed(lines: list[str], problem: _Mark, context: _Mark | None, *, scanning: bool) -> tuple[str, _Mark] | None:
    """A quote or bracket that was opened and not closed, or a backslash between double quotes."""
    opened = lines[context.line][context.column : context.column + 1] if context else ""
    if context and scanning and opened and opened in _QUOTES:
        column = lines[problem.line].rfind("\\", max(0, problem.column - 9), problem.column + 1)
        if column >= 0 and problem != context:
            return "backslash", _Mark(problem.line, column)
        return "unclosed-quote", context
    if context and not scanning and opened and opened in "[{":
        return "unclosed-bracket", context
    return None


def _open_quotes(lines: list[str]) -> Iterator[_Mark]:
    """Quotes that nothing closes in their line although the next line begins something new."""
    structure = [*structural(lines)]
    for number, following in pairwise(structure):
        line = lines[number]
        indent = len(line) - len(line.lstrip(" -"))
        for found in _OPEN_QUOTE.finditer(line):
            column = found.start("quote")
            if found["quote"] in line[column + 1 :] or line[:column].count(found["quote"]) % 2:
                continue
            new = _NEW_ENTRY.match(lines[following])
            if new and indent_of(lines[following]) <= indent:
                yield _Mark(number, column)


def _text_then_list(lines: list[str], problem: _Mark) -> tuple[str, _Mark] | None:
    """A text after the key of a list: the list goes on from it, up to the first colon in it."""
    if not _LIST_LINE.match(lines[problem.line]):
        return None
    for number in range(problem.line - 1, -1, -1):
        line = lines[number]
        if not line.strip() or _LIST_LINE.match(line):
            continue
        entry = _ENTRY.match(line)
        plain = entry and entry["value"] and entry["value"][0] not in "\"'[{|>&*!#"
        return ("text-then-list", _Mark(number, entry.start("value"))) if entry and plain else None
    return None


def _no_colon(lines: list[str], context: _Mark | None) -> tuple[str, _Mark] | None:
    """A line that the parser took for a key and that has no colon."""
    if context is None:
        return None
    clue = _key_clue(lines[context.line])
    return (clue[0], _Mark(context.line, clue[1])) if clue else ("colon-missing", context)


def _second_colon(lines: list[str], problem: _Mark) -> tuple[str, _Mark] | None:
    """A colon where none can stand: a second one in its line, or the first one below a line that is broken."""
    entry = _ENTRY.match(lines[problem.line])
    if entry and entry.start("value") <= problem.column:
        column = entry.start("value")
        wide = entry["value"][:1] in ("“", "”", "‘", "’")
        return ("full-width-quote", _Mark(problem.line, column)) if wide else ("second-colon", problem)
    for number in range(problem.line - 1, -1, -1):
        line = lines[number]
        if _ENTRY.match(line):
            indent = indent_of(lines[problem.line])
            return "indentation", _Mark(problem.line, indent)
        clue = _key_clue(line)
        if clue:
            return clue[0], _Mark(number, clue[1])
    return None


def _left_over(lines: list[str], problem: _Mark) -> tuple[str, _Mark] | None:
    """Something after a closing quote or bracket, or a line that stands too far left or right."""
    before = lines[problem.line][: problem.column].rstrip()
    if not before.strip(" -"):
        if lines[problem.line][problem.column : problem.column + 1] == ":":
            return "empty-key", problem
        clue = _line_clue(lines[problem.line])
        return (clue[0], _Mark(problem.line, clue[1])) if clue else ("indentation", problem)
    if before[-1] in _QUOTES:
        return "after-quote", problem
    return ("after-bracket", problem) if before[-1] in "]}" else None
