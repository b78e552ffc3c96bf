"""PLN145 校历自相矛盾

含义：校历（`calendar`）各学期的序号应递增、不重复、不跳号（可以不从第一学期写起）；开学日期应是星期一，依次递增，
且在上一学期结束之后；放假日期应在本学期内。企业、基地的停用周次（`closed`）和导师的外出周次（`away`）结束周不应早于
起始周，学期应是培养路径中有的学期，周次不应超过校历中该学期的周数。有矛盾时，周次和进程表按写出的数排，结果不可靠。

例：

    calendar:
      semesters:
        - {number: 1, start: "2026-09-07", weeks: 20}
        - {number: 2, start: "2027-01-11", weeks: 20}

第一学期 20 周，2027-01-24 才结束。

改法：按校历改正日期、序号或周次。

依据：日期和周次的算术；开学日期为第一周的星期一，由本程序规定。

----

PLN145 A calendar at odds with itself

Meaning: numbers of semesters in `calendar` rise without doubles and gaps (the first ones may be missing); semesters
begin on a Monday, one after another, when the one before is over; holidays lie in their semester. Weeks in which a
plant or a base (`closed`) or a mentor (`away`) is not there end after they begin, are of a semester that the path has,
and no later than the weeks that the calendar gives it. Otherwise weeks and plans count on what cannot be.

Example (YAML):

    calendar:
      semesters:
        - {number: 1, start: "2026-09-07", weeks: 20}
        - {number: 2, start: "2027-01-11", weeks: 20}

Semester 1 has 20 weeks and is over on 2027-01-24.

Cure: correct days, numbers or weeks.

Source: arithmetic of days and weeks; that a semester begins with the Monday of its first week is a rule of ours.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.calendar import Closure, Semester
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.semesters import semesters_in
from sopcurric.plugin import Rule
from sopcurric.source.ref import Pointer

VARIANTS = {
    "zh": {
        "double": "删去一个，或改正 `number`",
        "missing": "补写缺少的学期，或改正 `number`",
        "order": "按序号先后列出学期",
        "start": "改正开学日期 `start`",
        "overlap": "改正开学日期 `start`，或上一学期的周数 `weeks`",
        "monday": "把 `start` 写成 {value}，或另一个星期一",
        "holiday": "改正日期，或移到所在学期",
        "turned": "改正 `first` 或 `last`",
        "semester": "改成培养路径中有的学期",
        "weeks": "改正 `last`，或校历中的周数 `weeks`",
        "kind.semester": "学期",
        "kind.closed": "停用周次",
        "kind.away": "外出周次",
        "fault.double": "序号重复",
        "fault.missing": "之前缺少学期",
        "fault.order": "排在后面的学期之后",
        "fault.start": "开学日期不晚于上一学期",
        "fault.overlap": "开学时上一学期还没有结束",
        "fault.monday": "开学日期不是星期一",
        "fault.holiday": "放假日期不在本学期内",
        "fault.turned": "结束周早于起始周",
        "fault.semester": "培养路径没有这个学期",
        "fault.weeks": "超过校历中该学期的周数",
    },
    "en": {
        "double": "leave one out, or correct `number`",
        "missing": "add the semesters that are missing, or correct `number`",
        "order": "list semesters in the order of their numbers",
        "start": "correct `start`",
        "overlap": "correct `start`, or the `weeks` of the semester before",
        "monday": "make `start` {value} or another Monday",
        "holiday": "correct the day, or move it to its semester",
        "turned": "correct `first` or `last`",
        "semester": "write a semester that the path has",
        "weeks": "correct `last`, or `weeks` in the calendar",
        "kind.semester": "semester",
        "kind.closed": "closed weeks",
        "kind.away": "weeks away",
        "fault.double": "the number is there twice",
        "fault.missing": "semesters before it are missing",
        "fault.order": "it stands after later ones",
        "fault.start": "it begins no later than the one before",
        "fault.overlap": "it begins before the one before is over",
        "fault.monday": "it does not begin on a Monday",
        "fault.holiday": "a holiday lies outside it",
        "fault.turned": "the last week is before the first",
        "fault.semester": "the path has no such semester",
        "fault.weeks": "the calendar has fewer weeks there",
    },
}

_Fault = tuple[Pointer, str, str, str, str]
"""Where it is in the programme, kind and name of the entry, what is wrong, and the value that tells."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme in compilation.inputs.programmes:
        for part, kind, entry, fault, value in _faults(programme):
            yield finding(
                "PLN145",
                Severity.WARNING,
                subject=f"@whole/{programme.id}",
                part=part,
                kind=kind,
                entry=entry,
                fault=fault,
                value=value,
                variant=fault,
            )


def _faults(programme: ProgrammeFile) -> Iterator[_Fault]:
    semesters = programme.calendar.semesters if programme.calendar else ()
    places = {one.number: place for place, one in reversed([*enumerate(semesters)])}
    known = {number: semesters[place] for number, place in sorted(places.items())}
    for place, one in enumerate(semesters):
        yield from (_of(place, one, *fault) for fault in _of_number(semesters, place, known))
        yield from (_of(place, one, *fault) for fault in _of_days(one))
    for before, one in pairwise(known.values()):
        fault = _of_start(before, one)
        if fault:
            yield _of(places[one.number], one, "start", fault, one.start)
    last = ceil(sum(map(semesters_in, programme.segments)))
    for part, kind, owner, closure in _closures(programme):
        weeks = known[closure.semester].weeks if closure.semester in known else None
        entry = f"{owner} {closure.semester}: {closure.first}–{closure.last}"
        yield from ((part, kind, entry, *fault) for fault in _of_closure(closure, last, weeks))


def _of(place: int, one: Semester, key: str, fault: str, value: str) -> _Fault:
    return ("calendar", "semesters", place, key), "semester", str(one.number), fault, value


def _of_number(
    semesters: tuple[Semester, ...], place: int, known: Mapping[int, Semester]
) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the number of a semester: key, fault, value."""
    number = semesters[place].number
    before = [one.number for one in semesters[:place]]
    if number in before:
        yield "number", "double", str(number)
    elif before and number < max(before):
        yield "number", "order", str(max(before))
    lower = [one for one in known if one < number]
    if number not in before and lower and lower[-1] < number - 1:
        yield "number", "missing", ", ".join(map(str, range(lower[-1] + 1, number)))


def _of_days(one: Semester) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the days of a semester: key, fault, value."""
    start = date.fromisoformat(one.start)
    if start.weekday():
        yield "start", "monday", (start - timedelta(days=start.weekday())).isoformat()
    outside = [place for place, day in enumerate(one.holidays) if not one.start <= day <= _end(one)]
    if outside:
        yield "holidays", "holiday", ", ".join(one.holidays[place] for place in outside)


def _end(one: Semester) -> str:
    """The last day of a semester, a Sunday where it begins on a Monday; years end with 9999."""
    last = date.fromisoformat(one.start).toordinal() + one.weeks * _WEEK - 1
    return date.fromordinal(min(last, date.max.toordinal())).isoformat()


_WEEK = 7


def _of_start(before: Semester, one: Semester) -> str:
    """What is wrong with the first day of a semester after another; nothing where all is well."""
    if one.start <= before.start:
        return "start"
    return "overlap" if one.start <= _end(before) else ""


def _closures(programme: ProgrammeFile) -> Iterator[tuple[Pointer, str, str, Closure]]:
    """Weeks in which something is not there: where, kind, whose."""
    for number, partner in enumerate(programme.partners):
        for place, one in enumerate(partner.closed):
            yield ("partners", number, "closed", place), "closed", partner.id, one
    for number, base in enumerate(programme.bases):
        for place, one in enumerate(base.closed):
            yield ("bases", number, "closed", place), "closed", base.id, one
    for number, mentor in enumerate(programme.mentors):
        for place, one in enumerate(mentor.away):
            yield ("mentors", number, "away", place), "away", mentor.id, one


def _of_closure(one: Closure, last: int, weeks: int | None) -> Iterator[tuple[str, str]]:
    """What is wrong with such weeks: fault, value; `last` semester of the path, `weeks` where the calendar has them."""
    if one.last < one.first:
        yield "turned", f"{one.first} > {one.last}"
    if last and one.semester > last:
        yield "semester", f"{one.semester} > {last}"
    elif weeks is not None and max(one.first, one.last) > weeks:
        yield "weeks", f"{max(one.first, one.last)} > {weeks}"


RULE = Rule(
    code="PLN145",
    name="calendar-at-odds",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "{kind} `{entry}`：{fault}（`{value}`）",
            "改正校历",
        ),
        "en": (
            "{kind} `{entry}`: {fault} (`{value}`)",
            "correct the calendar",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
