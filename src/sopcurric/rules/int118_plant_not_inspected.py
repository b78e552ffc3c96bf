"""INT118 实习单位没有考察

含义：选择实习单位前要实地考察，并形成书面报告；考察日期不得晚于实习开始。

例：

    internship:
      inspections:
        - {partner: plant, on: "2028-10-01", by: 实习管理科}

改法：考察后在 `inspections` 中写上单位、日期、考察人和报告编号。

依据：2016 年《职业学校学生实习管理规定》第六条；2021 年的规定类似（凭记忆，未核对原文，因此为警告）。

----

INT118 A plant that nobody looked at before

Meaning: somebody looks at a plant and writes a report before learners go there, not after they began.

Example (YAML):

    internship:
      inspections:
        - {partner: plant, on: "2028-10-01", by: office of internships}

Cure: look at it and write plant, date, who and number of the report in `inspections`.

Source: rules of 2016, article 6; those of 2021 are alike (recalled, not read again, hence a warning).
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.internship import Internship
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.internship import organised, plants_of
from sopcurric.model.semesters import starts_of
from sopcurric.plugin import Rule

VARIANTS = {
    "zh": {
        "missing": "实地考察 `{plant}`，在 `inspections` 中写上日期、考察人和报告编号",
        "report": "写上书面报告的编号 `report`",
        "late": "考察要在实习开始之前，补考察后改写日期",
    },
    "en": {
        "missing": "look at `{plant}` and write date, who and number of the report in `inspections`",
        "report": "write the number of the written report (`report`)",
        "late": "look at it before the internship begins, and write that date",
    },
}


def _check(compilation: Compilation) -> Iterable[Finding]:
    for programme, internship, address in organised(compilation):
        for plant, place, fault in _faults(programme, internship):
            part = () if place is None else ("inspections", place)
            yield finding("INT118", Severity.WARNING, subject=address, part=part, plant=plant, variant=fault)


def _faults(programme: ProgrammeFile, internship: Internship) -> Iterator[tuple[str, int | None, str]]:
    seen = {one.partner for one in internship.inspections}
    yield from ((plant, None, "missing") for plant in plants_of(programme) if plant not in seen)
    begins = _begins(programme)
    for place, one in enumerate(internship.inspections):
        if one.report is None:
            yield one.partner, place, "report"
        if begins and one.on > begins:
            yield one.partner, place, "late"


def _begins(programme: ProgrammeFile) -> str:
    """The day on which the first internship at the post begins, as the calendar has it; empty where it has not."""
    starts = starts_of(programme)
    first = next(one for one in programme.segments if one.legal_type == "post")
    semesters = programme.calendar.semesters if programme.calendar else ()
    return next((one.start for one in semesters if one.number == int(starts[first.id]) + 1), "")


RULE = Rule(
    code="INT118",
    name="plant-not-inspected",
    severity=Severity.WARNING,
    sentences={
        "zh": (
            "实习单位 `{plant}` 没有考察（条文凭记忆，未核对原文）",
            "考察后写入 `inspections`",
        ),
        "en": (
            "nobody looked at the plant `{plant}` before (recalled, not read again)",
            "look at it and write it into `inspections`",
        ),
    },
    variants=VARIANTS,
    check=_check,
)
