"""A parameter or index on one line: name, limits, frequency (`溶出温度 260–280 ℃，报警 ＞285 ℃，每小时记录`)."""

import re
from collections.abc import Iterator, Mapping

_CUT = re.compile(r"<<.*?>>|(?P<sign>[，；;]|,(?!\d{3}(?!\d)))")
_BEGIN = re.compile(
    r"<<|[≥≤<>＞＜±＝=]|不[低高大小少多]于|不超过|[大小高低]于|[-−－+]?[0-9０-９]|"
    r"\b(?:at (?:least|most)|not (?:below|above|more than|less than)|below|above|between|max|min)\b",
    re.IGNORECASE,
)
_TRIMMED = " \u3000:：—-"
_LINK = re.compile(r"(?:应?(?:控制|保持|维持)?(?:在|为|是)|should be|is|=|＝)\Z", re.IGNORECASE)
_Kinds = tuple[tuple[str, re.Pattern[str]], ...]
_KINDS: _Kinds = (
    ("interlock", re.compile(r"(?:联锁|连锁|跳[车闸]|interlock|trip)(?:值|限|at)?[ \u3000:：]*", re.IGNORECASE)),
    ("alarm", re.compile(r"(?:报警|alarm)(?:值|限|at)?[ \u3000:：]*", re.IGNORECASE)),
    ("target", re.compile(r"(?:目标|设定|target|set ?point)(?:值)?[ \u3000:：]*", re.IGNORECASE)),
    ("instrument", re.compile(r"(?:仪表|取样点|instrument)[ \u3000:：]*", re.IGNORECASE)),
)
_FREQUENCY = re.compile(
    r"每|连续|随时|\d[ ]*(?:h|min|d|小时|分钟|天|班)?[ ]*/[ ]*(?:次|班|h|d|天)|\d[ ]*次|"
    r"\b(?:every|hourly|daily|weekly|continuous(?:ly)?|per shift)\b",
    re.IGNORECASE,
)


def read_index(line: str) -> Mapping[str, str]:
    """The keys `title`, `criterion` and `frequency` of a quality index, read as `read_line` does."""
    found: dict[str, str] = {}
    for key, words in _read(line, ()):
        kept = "criterion" if key == "range" else key
        found[kept] = f"{found[kept]}，{words}" if kept in found else words
    return found


def read_line(line: str) -> Mapping[str, str]:
    """The keys `title`, `range`, `target`, `alarm`, `interlock`, `instrument`, `frequency` as far as the line has them.

    The first part is the name with the normal range; what follows a comma says itself what it is, and belongs to the
    range where it does not. Classification marks are never cut, and no word is lost.
    """
    found: dict[str, str] = {}
    for key, words in _read(line, _KINDS):
        found[key] = f"{found[key]}，{words}" if key in found else words
    return found


def _read(line: str, kinds: _Kinds) -> Iterator[tuple[str, str]]:
    """The parts of a line with the keys that they are for."""
    first, *rest = _parts(line) or [line]
    title, limits = _title_and_limits(first)
    yield "title", title
    if limits:
        yield next((key for key, pattern in kinds[:2] if pattern.search(limits)), "range"), limits
    for part in rest:
        yield _kind(part, kinds)


def _parts(line: str) -> list[str]:
    """What stands between commas and semicolons; those inside classification marks and numbers do not part."""
    cuts = [mark for mark in _CUT.finditer(line) if mark["sign"]]
    begins, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(line)]
    parts = (line[begin:end].strip() for begin, end in zip(begins, ends, strict=True))
    return [part for part in parts if part]


def _title_and_limits(words: str) -> tuple[str, str]:
    """The name before the first number or comparison, and the rest; a number within a name stays there."""
    for begin in _BEGIN.finditer(words):
        title = words[: begin.start()]
        limits = words[begin.start() :].strip()
        if not title.strip(_TRIMMED) or not _is_apart(title, limits):
            continue
        title = _LINK.sub("", title.rstrip(_TRIMMED)).strip(_TRIMMED)
        return (title, limits) if title else (words, "")
    return words, ""


def _is_apart(title: str, limits: str) -> bool:
    """Whether what follows is a value and not part of the name: `1号泵出口压力` and `A/S` have none, `P2` neither."""
    if title[-1:].isascii() and title[-1:].isalnum():
        return False
    return not re.match(r"[0-9０-９]+[ ]*[#号级段台期系线]", limits)


def _kind(part: str, kinds: _Kinds) -> tuple[str, str]:
    for key, pattern in kinds:
        begin = pattern.match(part)
        if begin and part[begin.end() :].strip():
            return key, part[begin.end() :].strip()
        if begin or (key in {"alarm", "interlock"} and pattern.search(part)):
            return key, part
    return ("frequency", part) if _FREQUENCY.match(part) else ("range", part)
