"""PLN150 实施计划或学习小组引用的对象不存在

含义：实施计划中的方案、小组、地点、企业、导师、替补导师，小组和岗位定员中的岗位、企业，导师的替补和班组，都必须是已
有的。规程文件有错误而没有参加编译时，引用它的地方也会报这一条，先改正规程文件。

例：实施计划写了 `mentor: M9`，方案的 `mentors` 中没有 `M9`。

改法：按提示改成已有的编号，或者删去这一行后重新运行 `sopcurric plan`。

依据：通行做法：被引用的对象存在。

----

PLN150 A plan or group that names what does not exist

Meaning: programme, groups, places, plants, mentors and substitutes of a plan, jobs and plants of groups and posts,
substitutes and crews of mentors must exist. Where an SOP was left out for its faults, what refers to it is
reported, too: mend the SOP first.

Example: a plan says `mentor: M9`, and the programme has no mentor `M9`.

Cure: write one that exists, or remove the line and run `sopcurric plan` again.

Source: common practice: what is named exists.
"""

from collections.abc import Iterable, Iterator

from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.schedule import ScheduleFile
from sopcurric.plugin import Rule

_Named = tuple[str, str, str]
"""An address, what is named there, and its name."""


def _check(compilation: Compilation) -> Iterable[Finding]:
    programmes = {one.id: one for one in compilation.inputs.programmes}
    for programme in programmes.values():
        yield from _missing(_of_groups(programme), _known(programme, compilation))
        yield from _crews(programme)
    for schedule in compilation.inputs.schedules:
        own = programmes.get(schedule.programme)
        if own is None:
            where, known = f"@schedule/{schedule.programme}", ", ".join(programmes) or "—"
            yield finding(
                "PLN150",
                subject=where,
                key="programme",
                value=schedule.programme,
                known=known,
                variant="programme",
            )
        else:
            yield from _missing(_of_plan(schedule), _known(own, compilation))


def _known(programme: ProgrammeFile, compilation: Compilation) -> dict[str, tuple[str, ...]]:
    partners = tuple(one.id for one in programme.partners)
    return {
        "group": tuple(one.id for one in programme.groups),
        "place": (*partners, *(one.id for one in programme.bases)),
        "plant": tuple(one.id for one in programme.partners if one.role == "plant"),
        "mentor": tuple(one.id for one in programme.mentors),
        "job": tuple(compilation.sops),
    }


def _missing(named: Iterable[_Named], known: dict[str, tuple[str, ...]]) -> Iterator[Finding]:
    for subject, kind, name in named:
        if name not in known[kind]:
            listed = ", ".join(known[kind]) or "—"
            yield finding("PLN150", subject=subject, key=kind, value=name, known=listed, variant=kind)


def _of_groups(programme: ProgrammeFile) -> Iterator[_Named]:
    where = f"@programme/{programme.id}"
    for group in programme.groups:
        yield from ((f"{where}/{group.id}", "job", job) for job in (group.job, *group.also))
        if group.plant:
            yield f"{where}/{group.id}", "plant", group.plant
    for partner in programme.partners:
        yield from ((f"{where}/{partner.id}", "job", post.job) for post in partner.posts)
    for mentor in programme.mentors:
        yield from ((f"{where}/{mentor.id}", "mentor", name) for name in mentor.substitutes)


def _crews(programme: ProgrammeFile) -> Iterator[Finding]:
    rosters = {one.id: one.roster for one in programme.partners}
    for mentor in programme.mentors:
        roster = rosters.get(mentor.partner)
        crews = tuple(roster.crews) if roster else ()
        if mentor.crew and mentor.crew not in crews:
            where, known = f"@programme/{programme.id}/{mentor.id}", ", ".join(crews) or "—"
            yield finding("PLN150", subject=where, key="crew", value=mentor.crew, known=known, variant="crew")


def _of_plan(schedule: ScheduleFile) -> Iterator[_Named]:
    where = f"@schedule/{schedule.programme}"
    for number, line in enumerate(schedule.modules):
        yield f"{where}/modules/{number}", "group", line.group
        yield f"{where}/modules/{number}", "place", line.place
    for number, pair in enumerate(schedule.pairings):
        subject = f"{where}/pairings/{number}"
        yield from ((subject, "group", pair.group), (subject, "plant", pair.plant), (subject, "mentor", pair.mentor))
        yield from ((subject, "mentor", name) for name in pair.substitutes)


RULE = Rule(
    code="PLN150",
    name="plan-of-unknown",
    severity=Severity.ERROR,
    sentences={
        "zh": (
            "没有{key} `{value}`",
            "改成已有的：{known}",
        ),
        "en": (
            "there is no {key} `{value}`",
            "use one that exists: {known}",
        ),
    },
    check=_check,
    variants={
        "zh": {
            "programme": "改成已有方案的 `id`：{known}",
            "group": "改成方案 `groups` 中的小组：{known}",
            "place": "改成方案中的合作单位或实训基地：{known}",
            "plant": "改成方案中的企业：{known}",
            "mentor": "改成方案 `mentors` 中的导师：{known}",
            "job": "改成已有的岗位：{known}",
            "crew": "改成这家企业 `roster` 中的班组：{known}",
            "key.programme": "方案",
            "key.group": "学习小组",
            "key.place": "地点",
            "key.plant": "企业",
            "key.mentor": "导师",
            "key.job": "岗位",
            "key.crew": "班组",
        },
        "en": {
            "programme": "use the `id` of a programme: {known}",
            "group": "use a group of the programme: {known}",
            "place": "use a partner or base of the programme: {known}",
            "plant": "use a plant of the programme: {known}",
            "mentor": "use a mentor of the programme: {known}",
            "job": "use a job that there is an SOP for: {known}",
            "crew": "use a crew of the plant's `roster`: {known}",
            "key.programme": "programme",
            "key.group": "group",
            "key.place": "place",
            "key.plant": "plant",
            "key.mentor": "mentor",
            "key.job": "job",
            "key.crew": "crew",
        },
    },
)
