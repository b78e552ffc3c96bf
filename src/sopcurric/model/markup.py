r"""Between what a person typed and runs: lines, emphasis, formulas, indices, quantities, references, classification.

Only what is closed and tight is a mark, and never what stands between letters or digits of ordinary words (`3*4*5`,
`2~3 台`, `*.txt`); a backslash (`\*`, `\~`, `\^`, `\$`, `\[`) gives the sign itself.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sopcurric.model.files.levels import is_above
from sopcurric.model.lines import Line, divided, joined
from sopcurric.model.quantities import read
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Light,
    Plain,
    Quantity,
    Reference,
    Runs,
    by_line,
)

LEVELS = ("internal", "trade-secret", "core-secret")
"""Levels that a mark inside a text may name."""
_USUAL = "trade-secret"
"""The level of a mark that names none."""

_MARK = re.compile(r"<<(?:(?P<level>[a-z-]+):)?(?P<raw>[^<>|]+)\|(?P<teachable>[^<>|]*)>>")
_HALF_TYPED = re.compile(r"<<|>>|《《|》》|＜＜|＞＞|<＜|＜<|>＞|＞>|＜<|<《|《<|>》|》>")
_LOOKALIKE = re.compile(
    r"&[lg]t;&[lg]t;|[<＜《〈«≪⟪‹]\s?[<＜《〈«≪⟪‹]?[^<>＜＞《》〈〉«»≪≫⟪⟫‹›|｜]*[|｜][^<>＜＞《》〈〉«»≪≫⟪⟫‹›]*[>＞》〉»≫⟫›]"
)
"""What an input method, another keyboard or a web page makes of a mark."""
_OTHER_LEVEL = re.compile(
    r"\s*(?:(?i:internal|trade-secret|core-secret|secret|public)\s*[:：]|(?:核心商密|普通商密|商密|内部|公开|秘密|机密|绝密)\s*[:：])"
)
"""A level that is not written as levels are."""
_SIGNS = r"[*~^$\[]"
_ESCAPE = rf"\\\\(?=\\*{_SIGNS})|\\{_SIGNS}"
"""Backslashes mean something before one of the signs only: two are one, and a single one makes the sign mean itself."""
_INSIDE = rf"(?:{_ESCAPE}|[^*\\]|\\(?!\\*{_SIGNS}))"
_STRONG = rf"\*\*(?=[^\s*]){_INSIDE}+(?<!\s)\*\*"
_BEFORE, _BEHIND = r"\s(\[{\"'“‘（《【「，。；：、！？,;:—…", r"\s)\]}\"'”’）》】」，。；：、！？,.;:!?—…"
_LIGHT = rf"(?:^|(?<=[{_BEFORE}]))\*(?=[\w(“‘《（])(?=[^*]*[^\W\d_]){_INSIDE}+(?<!\s)\*(?=$|[{_BEHIND}])"
"""`*…*` stands between spaces or punctuation and holds a letter, so that products and patterns of files are none."""
_SIGN = r"(?=[^$]*[\\_^=→\u2070-\u209c²³])"
_FORMULA = rf"(?a:(?<![\w$])\$(?:[A-Za-z]|[^\s$]{_SIGN}[^$]*[^\s$])\$(?![\w$]))"
"""`$…$` is a formula only where it looks like one (an index, a power, a command, an equation, a single letter): prices
and shell variables keep their dollar signs."""
_REFERENCE = r"\[\[(?P<target>[^\[\]|\s]+)(?:\|(?P<words>[^\[\]|]+))?\]\]"
_LETTER = "A-Za-z\u0391-\u03a9\u03b1-\u03c9"
_LOWERED = rf"~(?:[0-9{_LETTER}]{{1,8}}|\d{{1,3}}\.\d{{1,3}}|[\u4e00-\u9fff]{{1,4}})~"
_RAISED = rf"\^(?:[+−-]?[0-9{_LETTER}]{{1,8}}[+−-]?|[+−-])\^"
_INDEX = rf"(?:(?<=[{_LETTER})\]）]){_LOWERED}|(?<=[0-9{_LETTER})\]）]){_RAISED})(?:{_LOWERED}|{_RAISED})*(?![0-9~^])"
"""`~…~` and `^…^` are short and follow a letter: `2~3 台、4~5 台` and `5^2` hold none."""
_METRES = r"(?<![A-Za-z])[kcdmμµ]?m\^[23]\^(?![0-9~^])"
"""Square and cubic metres are written with the signs that units have."""
_TOKEN = re.compile(
    rf"(?P<escape>{_ESCAPE})|(?P<formula>{_FORMULA})|(?P<reference>{_REFERENCE})|(?P<strong>{_STRONG})"
    rf"|(?P<light>{_LIGHT})|(?P<metres>{_METRES})|(?P<index>{_INDEX})"
)
_ESCAPED = re.compile(_ESCAPE)
_PART = re.compile(r"(?P<sign>[~^])(?P<letters>[^~^]+)[~^]")


class BrokenMarkError(ValueError):
    """A classification mark that is half typed, unbalanced, or names an unknown level; `at` is what was found."""

    def __init__(self, at: str) -> None:
        """Keep the offending piece."""
        super().__init__(at)
        self.at = at


# Reading --------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 14)
def parse(words: str) -> Runs:
    """The runs of a typed text; of several lines, each paragraph and each item of a list stands behind a break.

    Raises:
        BrokenMarkError: a classification mark is not closed properly. The mark fails closed: nothing that looks like
            one is ever taken for plain words.
    """
    if not _LINE_END.search(words):
        return tuple(_in_line(words))
    runs: list[Inline] = []
    for line in divided(words):
        runs += [Break(line.marker)] if runs or line.marker else []
        runs += _in_line(line.words)
    return tuple(runs)


_LINE_END, _LINE_ENDS = re.compile(r"[\r\n]"), re.compile(r"\s*[\r\n]\s*")


def _in_line(words: str) -> Iterator[Inline]:
    rest = 0
    for mark in _MARK.finditer(words):
        yield from _marked(words[rest : mark.start()])
        level = mark["level"] or _USUAL
        askew = words[mark.start() - 1 : mark.start()] == "<" or words[mark.end() : mark.end() + 1] == ">"
        if level not in LEVELS or askew or _OTHER_LEVEL.match(mark["raw"]):
            raise BrokenMarkError(mark[0])
        yield Classified(raw=mark["raw"], teachable=mark["teachable"], level=level)
        rest = mark.end()
    yield from _marked(words[rest:])


def opened(words: str) -> str:
    """Typed words with what may be taught in place of every mark; a line of which nothing is left is gone.

    Raises:
        BrokenMarkError: a mark is broken, or what is left looks like one.
    """
    if "<<" not in words or not any(isinstance(run, Classified) for run in parse(words)):
        return words
    typed = _MARK.sub(lambda mark: mark["teachable"] or _GAP, words)
    return written(_without_gaps(parse(typed))) if _GAP in typed else typed


def kept_for(words: str, clearance: str) -> str:
    """Typed words with what may be taught in place of every mark above a clearance; the other marks stay.

    Raises:
        BrokenMarkError: a mark is broken, or what is left looks like one.
    """
    if "<<" not in words or not any(isinstance(run, Classified) for run in parse(words)):
        return words
    kept: list[str] = []

    def hidden(mark: "re.Match[str]") -> str:
        if is_above(mark["level"] or _USUAL, clearance):
            return mark["teachable"] or _GAP
        kept.append(mark[0])
        return _KEPT

    typed = _MARK.sub(hidden, words)
    left = written(_without_gaps(parse(typed))) if _GAP in typed else typed
    for mark in kept:
        left = left.replace(_KEPT, mark, 1)
    return left


def shown_for(words: str, clearance: str) -> str:
    """Typed words with what is protected in place of every mark up to a clearance, and what may be taught for others.

    Raises:
        BrokenMarkError: as for `opened`.
    """

    def bared(mark: "re.Match[str]") -> str:
        return mark[0] if is_above(mark["level"] or _USUAL, clearance) else mark["raw"]

    return opened(_MARK.sub(bared, words))


def raw_words(words: str) -> str:
    """Typed words with what is protected in place of every mark."""
    return _MARK.sub(lambda mark: mark["raw"], words)


def unmarked_spans(words: str) -> tuple[tuple[int, int], ...]:
    """Where words stand that no mark protects."""
    marks = [mark.span() for mark in _MARK.finditer(words)]
    edges = [0, *(edge for mark in marks for edge in mark), len(words)]
    return tuple((start, end) for start, end in zip(edges[::2], edges[1::2], strict=True) if start < end)


_GAP = "\ufdd0"
"""Stands where a mark leaves nothing, until the lines are known; no text may hold this sign."""
_KEPT = "\ufdd1"
"""Stands for a mark that stays; no text may hold this sign either."""


def _without_gaps(runs: Runs) -> Runs:
    kept: list[Inline] = []
    for run in runs:
        if not isinstance(run, Break) and _GAP in run.text:
            words = run.text.replace(_GAP, "")
            kept += [Plain(words)] if words else []
        else:
            kept.append(run)
    return tuple(run for run, after in zip(kept, (*kept[1:], None), strict=False) if not _is_empty_line(run, after))


def _is_empty_line(run: Inline, after: Inline | None) -> bool:
    """Whether a run begins a line of which nothing is left."""
    return isinstance(run, Break) and (after is None or isinstance(after, Break))


def is_broken(words: str) -> bool:
    """Whether something in words looks like a mark and is none."""
    try:
        parse(words)
    except BrokenMarkError:
        return True
    return False


def is_marked(words: str) -> bool:
    """Whether words hold a classification mark, or anything that looks like one."""
    return bool(_MARK.search(words) or _HALF_TYPED.search(words) or _LOOKALIKE.search(words))


def _marked(words: str) -> Iterator[Inline]:
    broken = _HALF_TYPED.search(words) or _LOOKALIKE.search(words)
    if broken:
        raise BrokenMarkError(words[max(0, broken.start() - 6) : broken.end() + 6])
    pieces = _pieces(words)
    for before, piece, after in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False):
        if isinstance(piece, str):
            yield from _plain(piece, before, after)
        else:
            yield piece


def _pieces(words: str) -> list[str | Inline]:
    """Runs that are marked, and between them the words as they are meant."""
    pieces: list[str | Inline] = [""]
    rest = 0

    def say(said: str) -> None:
        last = pieces[-1]
        if isinstance(last, str):
            pieces[-1] = last + said
        else:
            pieces.append(said)

    for found in _TOKEN.finditer(words):
        say(words[rest : found.start()])
        rest = found.end()
        match found.lastgroup:
            case "escape":
                say(found[0][1])
            case "metres":
                say(f"{found[0][:-3]}{'²' if found[0][-2] == '2' else '³'}")
            case _:
                pieces += _runs(found)
    say(words[rest:])
    return [piece for piece in pieces if piece]


def _runs(found: "re.Match[str]") -> Iterator[Inline]:
    said = found[0]
    match found.lastgroup:
        case "formula":
            yield Formula(said[1:-1])
        case "reference":
            yield Reference(text=found["words"] or found["target"], target=found["target"])
        case "strong":
            yield Emphasis(_meant(said[2:-1]))
        case "light":
            yield Light(_meant(said[1:]))
        case _:
            for part in _PART.finditer(said):
                yield Index(part["letters"], "sub" if part["sign"] == "~" else "sup")


def _meant(closed: str) -> str:
    """The words before a closing sign, at which backslashes before it are read."""
    return _ESCAPED.sub(lambda found: found[0][1], closed)[:-1]


_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_LOOSE_END, _LOOSE_START = re.compile(rf"(?<=[{_CJK}]) +$"), re.compile(rf"^ +(?=[{_CJK}])")
_SET_OFF = Emphasis | Light | Reference
_GLUE = "Q"
"""A letter that no unit ends with: what an index follows is no unit."""


def _plain(words: str, before: str | Inline | None, after: str | Inline | None) -> Iterator[Inline]:
    """Plain words and quantities; spaces that set off a mark between Chinese characters belong to the mark."""
    if isinstance(after, _SET_OFF):
        words = _LOOSE_END.sub("", words)
    if isinstance(before, _SET_OFF):
        words = _LOOSE_START.sub("", words)
    if not isinstance(after, Index):
        yield from read(words)
        return
    *runs, last = read(f"{words}{_GLUE}")
    rest = last.text.removesuffix(_GLUE)
    yield from (*runs, Plain(rest)) if rest else runs


# Writing --------------------------------------------------------------------------------------------------------------


def written(runs: Iterable[Inline]) -> str:
    """How a person would type runs, so that `parse` makes the same of it, with backslashes where it needs some.

    Of classified runs, what may be taught.
    """
    lines = ((begin.marker if begin else "", said) for begin, said in by_line(runs) if said)
    return joined(tuple(Line(marker, _line(said)) for marker, said in lines))


def _line(runs: Runs) -> str:
    """Runs of one line as typed: without backslashes if that means the same."""
    open_, guarded = (_typed(runs, guard=guard) for guard in (False, True))
    if open_ == guarded:
        return open_
    try:
        return open_ if _shape(_in_line(open_)) == _shape(runs) else guarded
    except BrokenMarkError:
        return guarded


def _shape(runs: Iterable[Inline]) -> list[Inline]:
    """Runs without the difference between plain words, quantities and what may be taught."""
    shape: list[Inline] = []
    for run in runs:
        plain = isinstance(run, Plain | Quantity | Classified)
        if plain and shape and isinstance(shape[-1], Plain):
            shape[-1] = Plain(shape[-1].text + run.text)
        else:
            shape.append(Plain(run.text) if plain else run)
    return shape


def _typed(runs: Runs, *, guard: bool) -> str:
    typed = [_marks(run, guard=guard) for run in runs]
    said = ""
    before: Inline | None = None
    for run, words, after in zip(runs, typed, (*typed[1:], ""), strict=True):
        apart = isinstance(run, Light) and not _OPEN.search(said)
        apart |= isinstance(before, Light) and not _CLOSED.match(words)
        ends = guard and isinstance(run, Plain | Quantity) and _SIGNED.match(after)
        said += (" " if apart else "") + (_closing(words) if ends else words)
        before = run
    return said


_OPEN, _CLOSED = re.compile(rf"(?:^|[{_BEFORE}])$"), re.compile(rf"[{_BEHIND}]")
_SIGNED, _TAIL = re.compile(_SIGNS), re.compile(r"\\+$")
_LIVE = re.compile(rf"(\\*)({_SIGNS})")


def _marks(run: Inline, *, guard: bool) -> str:
    """A run with its marks; with `guard`, no sign inside it is one."""
    match run:
        case Emphasis(text=text) | Light(text=text):
            mark = "**" if isinstance(run, Emphasis) else "*"
            return f"{mark}{_closing(_guarded(text)) if guard else text}{mark}"
        case Index(letters=letters, level=level):
            mark = "~" if level == "sub" else "^"
            return f"{mark}{letters}{mark}"
        case Formula(text=text):
            return f"${text}$"
        case Reference(text=text, target=target):
            return f"[[{target}]]" if text == target else f"[[{target}|{text}]]"
        case Classified(teachable=teachable):
            return teachable
        case _:
            text = _LINE_ENDS.sub(" ", run.text)
            return _guarded(text) if guard else text


def _guarded(words: str) -> str:
    return _LIVE.sub(r"\1\1\\\2", words)


def _closing(words: str) -> str:
    """Words before a sign, which backslashes at their end are not to touch."""
    return _TAIL.sub(r"\g<0>\g<0>", words, count=1)
