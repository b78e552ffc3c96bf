"""Between what a person typed and inline runs: emphasis, formulas, quantities, references, classification marks."""

import re
from collections.abc import Iterable

from sopcurric.model.text import Classified, Emphasis, Formula, Inline, Plain, Quantity, Reference, Runs

LEVELS = ("internal", "trade-secret", "core-secret")
"""Levels that a mark inside a text may name; without a name it is `trade-secret`."""

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
_STRESS = re.compile(r"\*\*(?P<words>[^\s*](?:[^*]*[^\s*])?)\*\*")
_SIGN = r"(?=[^$]*[\\_^=→\u2070-\u209c²³])"
_FORMULA = re.compile(
    rf"(?<![\w$])\$(?P<formula>[A-Za-z]|[^\s$]{_SIGN}[^$]*[^\s$])\$(?![\w$])",
    re.ASCII,
)
"""`$…$` is a formula only where it looks like one (an index, a power, a command, an equation, a single letter): prices
and shell variables keep their dollar signs."""
_REFERENCE = re.compile(r"\[\[(?P<target>[^\[\]|\s]+)(?:\|(?P<words>[^\[\]|]+))?\]\]")

_UNITS = (
    "℃ °C % ‰ MPa kPa Pa bar kgf/cm² mm cm µm μm km m² m³ m³/h m³/min m/s m/min mm/s g/L mg/L g/cm³ kg/m³ mg/m³ kg/t "
    "kg/h t/h t/d kg t kW kWh V kV A mA kA Ω MΩ Hz r/min rpm h min s d L mL L/min dB dB(A) ppm m g 学时 h/次 次/班 次/h"
)
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS.split(), key=lambda unit: (-len(unit), unit)))
_NUMBER = r"[-−]?\d+(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?<![\w.])(?:(?P<sign>[≥≤＞＜><])\s*)?(?P<low>{_NUMBER})"
    rf"(?:\s*[–~～—-]\s*(?P<high>{_NUMBER}))?\s*(?P<unit>{_UNIT})(?![A-Za-z0-9²³])"
)


class BrokenMarkError(ValueError):
    """A classification mark that is half typed, unbalanced, or names an unknown level; `at` is what was found."""

    def __init__(self, at: str) -> None:
        """Keep the offending piece."""
        super().__init__(at)
        self.at = at


_CJK = "\u3000-\u303f\u3400-\u9fff\uff00-\uffef"
_LOOSE = re.compile(rf"(?<=[{_CJK}])[ ](?=\*\*[^\s*]|\[\[)|(?<=[^\s*]\*\*)[ ](?=[{_CJK}])|(?<=\]\])[ ](?=[{_CJK}])")


def parse(words: str) -> Runs:
    """The runs of a typed text.

    Raises:
        BrokenMarkError: a classification mark is not closed properly. The mark fails closed: nothing that looks like
            one is ever taken for plain words.
    """
    words = _LOOSE.sub("", words)  # spaces that set off a mark between Chinese characters belong to the mark
    runs: list[Inline] = []
    rest = 0
    for mark in _MARK.finditer(words):
        runs += _marked(words[rest : mark.start()])
        level = mark["level"] or "trade-secret"
        askew = words[mark.start() - 1 : mark.start()] == "<" or words[mark.end() : mark.end() + 1] == ">"
        if level not in LEVELS or askew or _OTHER_LEVEL.match(mark["raw"]):
            raise BrokenMarkError(mark[0])
        runs.append(Classified(raw=mark["raw"], teachable=mark["teachable"], level=level))
        rest = mark.end()
    return (*runs, *_marked(words[rest:]))


def written(runs: Iterable[Inline]) -> str:
    """How a person would type runs, so that `parse` makes the same of it; of classified ones, what may be taught."""
    return "".join(_typed(run) for run in runs)


def _typed(run: Inline) -> str:
    match run:
        case Emphasis(text=text):
            return f"**{text}**"
        case Formula(text=text):
            return f"${text}$"
        case Reference(text=text, target=target):
            return f"[[{target}]]" if text == target else f"[[{target}|{text}]]"
        case _:
            return run.text


def _marked(words: str) -> list[Inline]:
    broken = _HALF_TYPED.search(words) or _LOOKALIKE.search(words)
    if broken:
        raise BrokenMarkError(words[max(0, broken.start() - 6) : broken.end() + 6])
    return _split(words, 0)


def _split(words: str, level: int) -> list[Inline]:
    """Split by the first kind of marking, then what lies between by the next."""
    if level == len(_KINDS):
        return [Plain(words)] if words else []
    pattern, make = _KINDS[level]
    runs: list[Inline] = []
    rest = 0
    for found in pattern.finditer(words):
        runs += _split(words[rest : found.start()], level + 1)
        runs.append(make(found))
        rest = found.end()
    return [*runs, *_split(words[rest:], level + 1)]


def _quantity(found: "re.Match[str]") -> Quantity:
    low, high = found["low"].replace("−", "-"), (found["high"] or "").replace("−", "-")
    sign = found["sign"] or ""
    if not high:
        high = low
        if sign in "≥＞>" and sign:
            high = ""
        elif sign:
            low = ""
    return Quantity(text=found[0], low=low, high=high, unit=found["unit"])


_KINDS = (
    (_STRESS, lambda found: Emphasis(found["words"])),
    (_FORMULA, lambda found: Formula(found["formula"])),
    (_REFERENCE, lambda found: Reference(text=found["words"] or found["target"], target=found["target"])),
    (_QUANTITY, _quantity),
)
