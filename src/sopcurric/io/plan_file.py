"""`programmes/*.plan.yaml` as text: one record on a line, so that branches merge; comments of people stay."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count

from pydantic import ValidationError

from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.schedule import Pairing, PlacedModule, ScheduleFile

HEAD = """\
# 实施计划：由 sopcurric plan 写入，随仓库提交；可以手工修改，写上 fixed: true 的行不再改动。
# The plan of the cohort: written by sopcurric plan; commit it, change it, and keep lines by fixed: true.
"""
_SECTION = re.compile(r"(modules|pairings):\s*(#.*)?$")
_ENTRY = re.compile(r"\s*- ")
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*$")
_BEHIND = re.compile(r"\}(\s+#.*)$")
_NULLS = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}
Record = PlacedModule | Pairing


@dataclass(frozen=True, slots=True)
class _Written:
    """A record as it stands: comments above it and its lines."""

    above: tuple[str, ...]
    lines: tuple[str, ...]


def plan_text(schedule: ScheduleFile, before: str | None) -> str:
    """The text of a plan; lines and comments of the text `before` stay where the records that they belong to do."""
    text = _merged(schedule, before) if before else None
    if text is not None and _read(text) == schedule:
        return text
    comments = [line for line in (before or "").splitlines() if line.lstrip().startswith("#")]
    kept = [line for line in comments if line not in HEAD.splitlines()]
    return _whole([*HEAD.splitlines(), *kept, *_header(schedule)], _fresh(schedule.modules), _fresh(schedule.pairings))


def _read(text: str) -> ScheduleFile | None:
    reading = read_yaml("plan", text.encode())
    try:
        return None if reading.findings else ScheduleFile.model_validate(reading.data)
    except ValidationError:
        return None


def _header(schedule: ScheduleFile) -> list[str]:
    return [f"format: {schedule.format}", f"programme: {_scalar(schedule.programme)}"]


def _whole(head: Iterable[str], modules: Sequence[str], pairings: Sequence[str]) -> str:
    lines = [*head]
    for name, own in (("modules", modules), ("pairings", pairings)):
        lines += [f"{name}:", *own] if own else [f"{name}: []"]
    return "".join(f"{line}\n" for line in lines)


def _fresh(records: Iterable[Record]) -> list[str]:
    return [_line(one) for one in records]


def _line(one: Record) -> str:
    """A record on one line, without what is as usual."""
    parts = one.model_dump(exclude_defaults=True)
    return f"  - {{{', '.join(f'{key}: {_value(value)}' for key, value in parts.items())}}}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    return str(value) if isinstance(value, int) else _scalar(str(value))


def _scalar(text: str) -> str:
    """A text as it may stand in a list in braces: quoted where it could be something else."""
    if _PLAIN.match(text) and text.lower() not in _NULLS:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _merged(schedule: ScheduleFile, before: str) -> str | None:
    """The text with records as they stood where they did not change; None where it cannot be cut into records."""
    old = _read(before)
    if old is None:
        return None
    head, sections, tail = _cut(before)
    found: list[list[str]] = []
    for name, was, now in (
        ("modules", old.modules, schedule.modules),
        ("pairings", old.pairings, schedule.pairings),
    ):
        written = sections.get(name, [])
        if len(written) != len(was):
            return None
        found.append(list(_kept(was, written, now)))
    return _whole([*head], *found) + "".join(f"{line}\n" for line in tail)


def _cut(text: str) -> tuple[list[str], dict[str, list[_Written]], list[str]]:
    """What stands before the records, the records of each section, and comments behind the last one."""
    head: list[str] = []
    sections: dict[str, list[_Written]] = {}
    above: list[str] = []
    name = ""
    for line in text.removeprefix("\ufeff").splitlines():
        section = _SECTION.match(line)
        if section:
            name = section[1]
            sections[name] = []
        elif not name:
            if not re.match(r"(modules|pairings):\s*\[\s*\]", line):
                head.append(line)
        elif re.match(r"(modules|pairings):\s*\[\s*\]", line):
            continue
        elif _ENTRY.match(line):
            sections[name].append(_Written(tuple(above), (line,)))
            above = []
        elif not line.strip() or line.lstrip().startswith("#"):
            above.append(line)
        elif sections[name]:
            last = sections[name].pop()
            sections[name].append(_Written(last.above, (*last.lines, *above, line)))
            above = []
        else:
            head.append(line)
    return head, sections, above


def _kept(was: Sequence[Record], written: Sequence[_Written], now: Sequence[Record]) -> Iterator[str]:
    """The lines of a section: those of records that stand as they were, the others made anew under their comments."""
    stands = dict(zip(was, written, strict=True))
    keyed = dict(zip(_keys(was), written, strict=True))
    for key, one in zip(_keys(now), now, strict=True):
        same = stands.get(one)
        if same is not None:
            yield from (*same.above, *same.lines)
            continue
        earlier = keyed.get(key)
        behind = _BEHIND.search(earlier.lines[0]) if earlier and len(earlier.lines) == 1 else None
        yield from earlier.above if earlier else ()
        yield _line(one) + (behind[1] if behind else "")


def _keys(records: Sequence[Record]) -> Iterator[tuple[str, str, int]]:
    """What a record is about: group and item or learner, and which of several it is."""
    seen: dict[tuple[str, str], Iterator[int]] = {}
    for one in records:
        key = (one.group, one.item if isinstance(one, PlacedModule) else str(one.learner))
        yield *key, next(seen.setdefault(key, count()))
