"""Mistakes of beginners, planted into the lines of a file."""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_KEY = re.compile(r"( {4,8})(title|trigger|result|consequence|range|meaning|instrument): ([^\"'\[{<&*!|>%@`#][^\"#]*)$")
_LATER_KEY = re.compile(
    r"( {4,8})(title|trigger|result|phase|duty|frequency|report|consequence|range|meaning): (\S.*)$"
)
_ITEM = re.compile(r"( {2,8})- ([^\s{\[\"'].*)$")
_FLOW = re.compile(r"( +- )\{id: ([\w-]+), (title|text): ([^,{}\[\]\"]+)(.*)$")
_REFERENCES = re.compile(r"(.*\b(?:equipment|hazards|parameters): \[)([\w-]+)(.*)$")


@dataclass(slots=True)
class Line:
    """A line of a file and the mistake that was made in it."""

    words: str
    kind: str = ""


Plant = Callable[[str, random.Random], str | None]
"""The line with the mistake, or None where it cannot be made in it."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of mistake; `doubled`: the line stays, the faulty one comes after it."""

    name: str
    plant: Plant
    doubled: bool = False


def _of(pattern: re.Pattern[str], made: Callable[[re.Match[str]], str | None]) -> Plant:
    def plant(line: str, _rng: random.Random) -> str | None:
        found = pattern.match(line)
        return made(found) if found else None

    return plant


def _tab(line: str, _rng: random.Random) -> str | None:
    found = _LATER_KEY.match(line)
    return "\t" * (len(found[1]) // 2) + line.lstrip() if found else None


def _leading(line: str, rng: random.Random) -> str | None:
    found = _KEY.match(line)
    return f"{found[1]}{found[2]}: {rng.choice('%@`')}{found[3]}" if found else None


def _misspelt(line: str, rng: random.Random) -> str | None:
    found = _LATER_KEY.match(line)
    if not found:
        return None
    key = found[2]
    at = rng.randrange(1, len(key) - 1)
    wrong = key[:at] + key[at + 1] + key[at] + key[at + 2 :]
    return None if wrong == key else f"{found[1]}{wrong}: {found[3]}"


_HEADINGS = {
    "title": "名称",
    "trigger": "触发条件",
    "phase": "阶段",
    "range": "正常范围",
    "consequence": "后果",
    "report": "汇报",
}
_PHASES = {"preparation": "准备", "start-up": "开车", "normal": "正常", "shutdown": "停车",
           "emergency-shutdown": "紧急停车", "inspection": "巡检", "emergency": "应急", "handover": "交接班",
           "maintenance": "维护", "quality": "取样"}  # fmt: skip


def _heading(found: re.Match[str]) -> str | None:
    return f"{found[1]}{_HEADINGS[found[2]]}: {found[3]}" if found[2] in _HEADINGS else None


def _askew(line: str, rng: random.Random) -> str | None:
    found = _LATER_KEY.match(line)
    return (line[1:] if rng.random() < 0.5 else f" {line}") if found else None


def _half_mark(line: str, rng: random.Random) -> str | None:
    found = _KEY.match(line)
    forms = (
        "<<8.2 MPa|约 8 MPa>",
        "《《8.2 MPa|约 8 MPa》》",
        "<<8.2 MPa｜约 8 MPa>>",
        "＜＜8.2 MPa|约 8 MPa＞＞",
        "<<8.2 MPa",
    )
    return f"{line} {rng.choice(forms)}" if found else None


def _unclosed(line: str, rng: random.Random) -> str | None:
    found = _KEY.match(line)
    return f"{found[1]}{found[2]}: {rng.choice(chr(34) + chr(39))}{found[3]}" if found else None


def _dangling(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2]}X{found[3]}"


def _spaced(found: re.Match[str]) -> str | None:
    return f"{found[1]}{{id: {found[2]} 1, {found[3]}: {found[4]}{found[5]}" if found[3] == "text" else None


KINDS: Sequence[Kind] = (
    Kind("full-width colon", _of(_KEY, lambda f: f"{f[1]}{f[2]}：{f[3]}")),
    Kind("tab", _tab),
    Kind("no space after dash", _of(_ITEM, lambda f: f"{f[1]}-{f[2]}")),
    Kind("no space after colon", _of(_KEY, lambda f: f"{f[1]}{f[2]}:{f[3]}")),
    Kind("second colon", _of(_KEY, lambda f: f"{f[1]}{f[2]}: 注意: {f[3]}")),
    Kind("leading % or @", _leading),
    Kind("misspelt key", _misspelt),
    Kind("Chinese heading", _of(_LATER_KEY, _heading)),
    Kind("key askew", _askew),
    Kind("key twice", lambda line, _: line if _LATER_KEY.match(line) else None, doubled=True),
    Kind(
        "date with slashes",
        _of(re.compile(r"( +effective: )\"?(\d+)-(\d+)-(\d+)\"?$"), lambda f: f"{f[1]}{f[2]}/{f[3]}/{f[4]}"),
    ),
    Kind("enum in Chinese", _of(re.compile(r"( +phase: )([\w-]+)$"), lambda f: f[1] + _PHASES[f[2]])),
    Kind("key missing", _of(_FLOW, lambda f: f"{f[1]}{{id: {f[2]}{f[5]}")),
    Kind("id with a space", _of(_FLOW, _spaced)),
    Kind("dangling reference", _of(_REFERENCES, _dangling)),
    Kind("half-typed mark", _half_mark),
    Kind("number for text", _of(_KEY, lambda f: f"{f[1]}{f[2]}: 3.5")),
    Kind("quote not closed", _unclosed),
    Kind("empty text", _of(_KEY, lambda f: f"{f[1]}{f[2]}:" if f[2] == "title" else None)),
    Kind("是 for true", _of(re.compile(r"(.*critical: )true(.*)$"), lambda f: f"{f[1]}是{f[2]}")),
    Kind("text and list", _of(re.compile(r"( +(?:steps|causes|actions|controls|text):)$"), lambda f: f"{f[1]} 如下")),
    Kind("limits missing", _of(re.compile(r"(  - \{id: [\w-]+, title: [^,{}]+), range:.*\}$"), lambda f: f"{f[1]}}}")),
    Kind("full-width comma", _of(_FLOW, lambda f: f"{f[1]}{{id: {f[2]}，{f[3]}: {f[4]}{f[5]}")),
    Kind("curly quotes", _of(_KEY, lambda f: f"{f[1]}{f[2]}: “注意: {f[3]}”")),
    Kind("number sign", _of(_KEY, lambda f: f"{f[1]}{f[2]}: 核对 #2 {f[3]}")),
)
"""What beginners do, one line each."""


def planted(lines: list[Line], rng: random.Random, count: int) -> list[str]:
    """Make so many mistakes of different kinds, none in a line beside another; the kinds that were made."""
    made: list[str] = []
    for kind in rng.sample(KINDS, len(KINDS)):
        if len(made) == count:
            break
        places = [
            (at, words)
            for at, line in enumerate(lines)
            if not any(near.kind for near in lines[max(0, at - 2) : at + 3])
            and (words := kind.plant(line.words, rng)) is not None
        ]
        if not places:
            continue
        at, words = rng.choice(places)
        if kind.doubled:
            lines.insert(at + 1, Line(words, kind.name))
        else:
            lines[at] = Line(words, kind.name)
        made.append(kind.name)
    return made
