"""What becomes of the words of one text: values and names in it turn into marks `<<level:raw|teachable>>`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.linguistics.plain_spelling import plain
from sopcurric.linguistics.units import is_unit, symbol
from sopcurric.linguistics.written_values import units_said, values_said
from sopcurric.model.files.policy import FieldClass
from sopcurric.model.markup import BrokenMarkError, opened, parse, raw_words, unmarked_spans
from sopcurric.model.quantities import located
from sopcurric.model.text import Quantity, flat
from sopcurric.secrecy.generalising import band, magnitude, wider

Names = Mapping[str, tuple[str, str]]
"""Other names, with the level of what they stand for, by what they stand for."""
_NOT_IN_MARKS = str.maketrans({"<": "＜", ">": "＞", "|": "｜"})
_FIGURE = re.compile(r"\d|(?i:\b(?:one|two|three|four|five|six|seven|eight|nine|ten|hundred|thousand|half)\b)")
_VALUE_LIKE = re.compile(r"(?<![A-Za-z\d-])\d[\d.,，]*\s?(?:[A-Za-z°℃℉µμΩ%‰]|个?大气压)|[MkK]?Pa\s?\d|[℃℉]\s?\d")
"""What looks like a value although nobody knows its unit."""
_ANY_MARK = re.compile(r"<<[^<>|]+\|(?P<taught>[^<>|]*)>>")
_OUT = " ¦ "
"""What stands where something was taken out: it joins nothing."""
_SPLIT = re.compile(r"\d[，,．.]\s?<<")
"""A figure before a mark that belongs to the value in it."""
_DANGER = re.compile(
    "撤离|疏散|严禁|禁止|氧含量|含氧量|可燃|有毒|爆炸|中毒|窒息|硫化氢|一氧化碳|氨|mg/m|ppm|LEL"
    r"|(?i:\b(?:evacuat\w*|must not|never|oxygen|explosive|toxic|poison\w*)\b)"
)
_SHORTEST_MIXED, _SHORTEST_WORD = 3, 4
"""Signs that a name must have to be known anywhere: figures and letters, or letters alone."""
_EXACT = 3
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Treated:
    """Words with marks, and what was protected, each with what is taught instead."""

    words: str
    protected: tuple[tuple[str, str], ...] = ()


def mark(raw: str, taught: str, level: str) -> str | None:
    """A mark; None where no mark can hold these words. Marks in them are part of what is protected."""
    inner, shown = (words.translate(_NOT_IN_MARKS) for words in (raw_words(raw), taught))
    made = f"<<{level}:{inner}|{shown}>>"
    if "\n" in raw or "\n" in taught or not inner.strip():
        return None
    try:
        return made if opened(made) == shown else None
    except BrokenMarkError:
        return None


def instead(raw: str, taught: str, level: str) -> str | None:
    """A mark; where one cannot hold words of several lines, what is taught alone; None where that is nothing."""
    made = mark(raw, taught, level)
    several = "\n" in raw or "\n" in taught
    return made or (taught.translate(_NOT_IN_MARKS) if several and taught.strip() else None)


def has_mark(words: str) -> bool:
    """Whether somebody has marked something in a text: the rest of it may be taught."""
    return sum(end - start for start, end in unmarked_spans(words)) < len(words)


def with_names(words: str, names: Names) -> str:
    """Words in which other names stand for what has one; the longest first.

    Names that may be anything (a number, a unit, a short word) are left alone: safety may speak of something else.
    """
    for raw in sorted(names, key=lambda one: (-len(one), one)):
        made = mark(raw, *names[raw]) if raw in words and _is_telling(raw) else None
        if made:
            words = _outside_marks(words, re.compile(rf"(?<![A-Za-z0-9.]){re.escape(raw)}(?![A-Za-z0-9]|\.\d)"), made)
    return words


def _is_telling(name: str) -> bool:
    """Whether a name is hardly anything else wherever it stands."""
    figures = sum(sign.isdigit() for sign in name)
    letters = sum(sign.isalpha() for sign in name)
    mixed = bool(figures) and bool(letters) and figures + letters >= _SHORTEST_MIXED
    return not is_unit(name) and (mixed or letters >= _SHORTEST_WORD)


def is_exact(value: str) -> bool:
    """Whether a value has so many figures that the same one is hardly said by chance."""
    return any(one.unit and one.figures >= _EXACT for one in values_said(value))


def valued(
    words: str, how: FieldClass, level: str, language: str, unit: str = "", *, exact: bool = False
) -> Treated | None:
    """Words with each open value as a mark; None where one cannot be made less exact, or where there is none.

    `unit` is that of a bare number, where it stands in a key of its own. No figure is left open. A class that says
    words in place of values may say others without any value, unless these are classified by themselves (`exact`).
    """
    bare = bool(unit) and not units_said(words)
    made = _with_values(f"{words} {unit}" if bare else words, how, level, language, frozenset())
    if made is None or _tells_figures(_unmarked(made.words)):
        return None
    if not made.protected and not has_mark(words) and (exact or how.into != "words"):
        return None
    if not bare:
        return made
    alone = ((raw.removesuffix(unit), taught.removesuffix(unit)) for raw, taught in made.protected)
    named = tuple((raw.rstrip(), taught.rstrip()) for raw, taught in alone)
    return Treated(_without_unit(made.words, unit), (*made.protected, *named))


def with_values(words: str, work: FieldClass, how: FieldClass, level: str, language: str) -> Treated | None:
    """The same for a text of another class, `work`, whose values are treated as `how` says.

    Bare numbers and the values in units that `work` keeps stay open; nothing may be left that looks like a value.
    """
    spared = frozenset(symbol(one) for one in work.kept_units)
    made = _with_values(words, how, level, language, spared)
    return None if made is None or _SPLIT.search(made.words) or _values_left(_unmarked(made.words), spared) else made


def _values_left(words: str, spared: frozenset[str]) -> bool:
    """Whether values in other units are left in words, however they are written."""
    if _values_open(words, spared):
        return True
    try:
        flattened = flat(parse(words))
    except BrokenMarkError:
        return True
    return flattened != words and _values_open(flattened, spared)


def _values_open(words: str, spared: frozenset[str]) -> bool:
    if any(symbol(one) not in spared for one in units_said(words)):
        return True
    for start, end, quantity in reversed(list(located(words))):
        if symbol(quantity.unit) in spared:
            words = f"{words[:start]} ； {words[end:]}"
    return _VALUE_LIKE.search(words) is not None


def _tells_figures(words: str) -> bool:
    """Whether words hold figures, in whatever script, or numerals."""
    return _FIGURE.search(plain(words)) is not None or any(sign.isnumeric() for sign in words)


def without_taught(words: str, taught: frozenset[str]) -> str:
    """Words without the marks that teach some words."""
    return _ANY_MARK.sub(lambda found: _OUT if found["taught"] in taught else found[0], words)


def quantities(words: str) -> tuple[Quantity, ...]:
    """The quantities that stand in no mark."""
    return tuple(quantity for _, _, quantity in _open_quantities(words))


def _with_values(words: str, how: FieldClass, level: str, language: str, spared: frozenset[str]) -> Treated | None:
    pieces: list[str] = []
    protected: list[tuple[str, str]] = []
    rest = 0
    for start, end, quantity in _open_quantities(words):
        if symbol(quantity.unit) in spared:
            continue
        taught = _less_exact(quantity, how, language)
        first, last = _with_spaces(words, start, end) if taught and _HAN.match(taught) else (start, end)
        made = mark(words[first:last], taught, level) if taught else None
        if taught is None or made is None:
            return None
        pieces += [words[rest:first], made]
        protected.append((quantity.text, taught))
        rest = last
    return Treated("".join((*pieces, words[rest:])), tuple(protected))


def tells_danger(words: str) -> bool:
    """Whether values in words are limits that people's safety hangs on, which nobody may make less exact."""
    return _DANGER.search(words) is not None


def _with_spaces(words: str, start: int, end: int) -> tuple[int, int]:
    """The place of a value with the spaces around it, which a Chinese word in its place does not have."""
    start -= words[start - 1 : start] == " " and _HAN.match(words[start - 2 : start - 1]) is not None
    end += words[end : end + 1] == " " and _HAN.match(words[end + 1 : end + 2]) is not None
    return start, end


def _open_quantities(words: str) -> Iterator[tuple[int, int, Quantity]]:
    """The quantities that stand in no mark, with their places."""
    for start, end in unmarked_spans(words):
        for first, last, quantity in located(words[start:end]):
            yield start + first, start + last, quantity


def _unmarked(words: str) -> str:
    return " ".join(words[start:end] for start, end in unmarked_spans(words))


def _outside_marks(words: str, pattern: "re.Pattern[str]", new: str) -> str:
    made, rest = "", 0
    for start, end in unmarked_spans(words):
        made += words[rest:start] + pattern.sub(lambda _: new, words[start:end])
        rest = end
    return made + words[rest:]


def _without_unit(made: str, unit: str) -> str:
    """What was made of a value without its unit, which stands in a key of its own."""
    return made.replace(f" {unit}|", "|").replace(f" {unit}>>", ">>").removesuffix(f" {unit}")


def _less_exact(quantity: Quantity, how: FieldClass, language: str) -> str | None:
    if how.into == "magnitude":
        return magnitude(quantity)
    if how.into == "words":
        return how.words.words(language) if how.words else None
    if how.into == "band":
        bands = how.bands.get(quantity.unit, ())
        number = band(quantity, [one.below for one in bands])
        return None if number is None else bands[number].say.words(language)
    return wider(quantity, how.width)
