"""Words as a search reads them: one width, one sort of space, figures for numerals, symbols for words of units."""

import re
import unicodedata
from functools import lru_cache

from sopcurric.linguistics.chinese_figures import in_figures

_KEPT = frozenset("℃℉°º²³⁻·")
_FOLDED = frozenset({"Lu", "Ll", "Lo", "Nd", "So", "Po", "Sm", "Pd"})
_SIGNS = frozenset("%./+-<>=")
_FIGURE = re.compile(r"\d")
_SPACES = re.compile(r"\s+")
_SPACED_THOUSANDS = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
_PER_AREA = re.compile(r"\s?[·*.]\s?(cm|mm|m)\s?(?:⁻²|\^?-2)")
_FORMULA = re.compile(r"\\(?:mathrm|text|mbox)\{([^{}]*)\}|\\[,;:! ]|~")
_PER_CENT = re.compile(r"(百|千)分之\s?(\d+(?:\.\d+)?)")
_PER_CENT_SIGN = {"百": "%", "千": "‰"}
_BEHIND_FIGURES = tuple(
    (re.compile(pattern), symbol)
    for pattern, symbol in (
        (r"(?<=\d)\s?个(?=小时|月|班)", ""),
        (r"(?<=\d)\s?分(?![钟之\u4e00-\u9fff])", " min"),
        (r"(?<=\d)\s?毫巴", " mbar"),
        (r"(?<=\d)\s?巴(?![\u4e00-\u9fff])", " bar"),
        (r"(?<=\d)\s?(?:deg\.?|º|°)\s?([CF])\b", r" °\1"),
        (r"(?<=\d)\s?(?:minutes?|mins)\b", " min"),
        (r"(?<=\d)\s?(?:hours?|hrs?)\b", " h"),
        (r"(?<=\d)\s?(?:seconds?|secs?)\b", " s"),
        (r"(?<=\d)\s?(?:percent|per cent|wt\s?%)", " %"),
        (r"(?<=\d)\s?(?:kilograms?|kgs)\b", " kg"),
        (r"(?<=\d)\s?(?:tonnes?|tons?)\b", " t"),
        (r"(?<=\d)\s?megapascals?\b", " MPa"),
        (r"(?<=\d)\s?kilopascals?\b", " kPa"),
        (r"(?<=\d)\s?tph\b", " t/h"),
        (r"(?<=\d)\s?(?:立方米?|方)(?=\s?/)", " m³"),
    )
)
_ANYWHERE = tuple(
    (re.compile(pattern), symbol)
    for pattern, symbol in (
        (r"(?<=/)\s?(?:时|小时|hr)\b", "h"),
        (r"(?<=[A-Za-z\u4e00-\u9fff])\s?每升", "/L"),
        (r"(?<=Pa)\s?[-(（]?(?:[GgAa]|abs)\b[)）]?", ""),
        (r"(?<=cm[²2])\s?[GA]\b", ""),
    )
)
"""How people write units beside the symbols and words that the table of units knows."""


@lru_cache(maxsize=1 << 10)
def plain(words: str) -> str:
    """Words for comparing what they say, whatever signs they say it with."""
    folded = words if words.isascii() else words.translate(_FOLDED_SIGNS)
    folded = _FORMULA.sub(lambda found: found[1] or " ", folded)
    folded = _PER_CENT.sub(lambda found: f"{found[2]}{_PER_CENT_SIGN[found[1]]}", _in_figures(_SPACES.sub(" ", folded)))
    folded = _SPACED_THOUSANDS.sub("", folded)
    for pattern, symbol in (*_BEHIND_FIGURES, *_ANYWHERE) if _FIGURE.search(folded) else _ANYWHERE:
        folded = pattern.sub(symbol, folded)
    return _PER_AREA.sub(r"/\1²", folded)


def _in_figures(words: str) -> str:
    """Numerals as figures; the hundred of `百分之` is none."""
    return "".join(
        piece if piece in {"百分之", "千分之"} else in_figures(piece) for piece in re.split("(百分之|千分之)", words)
    )


def _fold(sign: str) -> str:
    """A sign in half width; nothing for one that cannot be seen."""
    if sign < "\x80" or sign in _KEPT:
        return sign
    kind = unicodedata.category(sign)
    if kind == "Cf":
        return ""
    folded = unicodedata.normalize("NFKC", sign) if kind in _FOLDED else sign
    return folded if folded.isalnum() or folded in _SIGNS else sign


class _Signs(dict[int, str]):
    """Signs as they are folded, each looked up once."""

    def __missing__(self, code: int) -> str:
        self[code] = _fold(chr(code))
        return self[code]


_FOLDED_SIGNS = _Signs()
