"""What becomes of the words of one text: values and names in it turn into marks `<<level:raw|teachable>>`."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopcurric.linguistics.plain_spelling import plain
from sopcurric.linguistics.units import symbol
from sopcurric.linguistics.written_values import units_said
from sopcurric.model.files.policy import FieldClass
from sopcurric.model.markup import BrokenMarkError, opened, raw_words, unmarked_spans
from sopcurric.model.quantities import located
from sopcurric.model.text import Quantity
from sopcurric.secrecy.generalising import band, magnitude, wider

Names = Mapping[str, tuple[str, str]]
"""Other names, with the level of what they stand for, by what they stand for."""
_NOT_IN_MARKS = str.maketrans({"<": "＜", ">": "＞", "|": "｜"})
_FIGURE = re.compile(r"\d")
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


def has_mark(words: str) -> bool:
    """Whether somebody has marked something in a text: the rest of it may be taught."""
    return sum(end - start for start, end in unmarked_spans(words)) < len(words)


def with_names(words: str, names: Names) -> str:
    """Words in which other names stand for what has one; the longest first."""
    for raw in sorted(names, key=lambda one: (-len(one), one)):
        made = mark(raw, *names[raw]) if raw in words else None
        if made:
            words = _outside_marks(words, re.compile(rf"(?<![A-Za-z0-9]){re.escape(raw)}(?![A-Za-z0-9])"), made)
    return words


def valued(words: str, how: FieldClass, level: str, language: str, unit: str = "") -> Treated | None:
    """Words with each open value as a mark; None where one cannot be made less exact.

    `unit` is that of a bare number, where it stands in a key of its own. No figure is left open.
    """
    bare = bool(unit) and not units_said(words)
    made = _with_values(f"{words} {unit}" if bare else words, how, level, language, frozenset())
    if made is None or _FIGURE.search(plain(_unmarked(made.words))):
        return None
    return Treated(_without_unit(made.words, unit), made.protected) if bare else made


def with_values(words: str, work: FieldClass, how: FieldClass, level: str, language: str) -> Treated | None:
    """The same for a text of another class, `work`, whose values are treated as `how` says.

    Bare numbers and the values in units that `work` keeps stay open.
    """
    spared = frozenset(symbol(one) for one in work.kept_units)
    made = _with_values(words, how, level, language, spared)
    if made is None or any(symbol(one) not in spared for one in units_said(_unmarked(made.words))):
        return None
    return made


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
