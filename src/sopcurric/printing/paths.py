"""Identifiers and titles as names of files."""

import re
import unicodedata

_NAME_LENGTH = 60
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_PAIRS = dict(zip("（(《“‘「『【[〔", "）)》”’」』】]〕", strict=True))
_SHORTEST = 30
_STOP = re.compile(r"[）)》”’」』】\]〕]|(?=[（(《“‘「『【\[〔])|——|[ ：:；;，,、]")
_DANGLING = " .-—–·、，,：:；;"


def segment(identifier: str) -> str:
    """An identifier as one part of a path: whatever could lead elsewhere or be refused is written in hexadecimal."""
    return re.sub(r"[^\w.-]|^\.", lambda found: f"~{ord(found[0]):x}", identifier)


def file_name(identifier: str, title: str) -> str:
    """A name that Windows accepts, too; a long title is cut, but never inside brackets or a Latin word."""
    safe = " ".join(_FORBIDDEN.sub("", f"{identifier}-{title}").split())
    return (_cut(safe) if len(safe) > _NAME_LENGTH else safe).strip(_DANGLING)


def _cut(name: str) -> str:
    """The longest beginning of a name that ends where a reader may stop."""
    end = _NAME_LENGTH
    while end and _inside_word(name, end):
        end -= 1
    kept = name[: end or _NAME_LENGTH]
    opened = _first_open(kept)
    kept = kept[:opened] if opened >= _SHORTEST else kept
    stop = max((found.end() for found in _STOP.finditer(kept)), default=0)
    return kept[:stop] if stop >= _SHORTEST else kept


def _inside_word(name: str, at: int) -> bool:
    """Whether a cut would part Latin letters or digits, or a letter from the accent that stands on it."""
    before, after = name[at - 1], name[at]
    latin = all(char.isascii() and char.isalnum() for char in (before, after))
    return latin or unicodedata.combining(after) > 0


def _first_open(name: str) -> int:
    """Where the outermost bracket begins that is never closed; 0 where there is none."""
    waiting: list[tuple[str, int]] = []
    for at, char in enumerate(name):
        if char in _PAIRS:
            waiting.append((_PAIRS[char], at))
        elif waiting and char == waiting[-1][0]:
            waiting.pop()
    return waiting[0][1] if waiting else 0
