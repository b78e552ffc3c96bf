"""Where words of a catalogue meet words that a person wrote: the seams of Chinese sentences.

Marks as GB/T 15834 has them: no 顿号 between two words in quotation marks or title marks. A space parts Chinese from
letters and figures (`350 g/L 等 3 项`), and never Chinese from Chinese: there it becomes a colon; nor do two
colons follow each other before a number (`轴承：温度 ≤ 80 ℃`).
"""

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_OTHER = re.compile(r"[A-Za-z0-9%‰℃°Ωα-ωµ²³₀-ₜ]")
_WIDE = re.compile(r"[）】》”]")
_CLOSED = {"”": "“", "》": "《"}


def between(before: str, words: str, after: str) -> str:
    """What stands between two values instead of `words`, by what is told before and the first character after."""
    end = before[-1:]
    if words == "、" and _CLOSED.get(end) == after:
        return ""
    if words == " " and (_HAN.match(end) or _WIDE.match(end)):
        return "：" if _HAN.match(after) else "" if _WIDE.match(end) else words
    if words == "：" and "：" in before and not _HAN.match(after):
        return " "
    return words


def parting(before: str, after: str) -> str:
    """The space between two neighbours of which one is Chinese and the other one is not; nothing between others."""
    if not before or not after:
        return ""
    mixed = (_HAN.match(before) and _OTHER.match(after)) or (_OTHER.match(before) and _HAN.match(after))
    return " " if mixed else ""
