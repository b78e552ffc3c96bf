"""Sections 四 to 六 of a course standard: content and requirements, hours, cases, resources, conditions, staff."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sopcurric.leaves.standard_view import StandardView
from sopcurric.model.address import Address
from sopcurric.model.course import CourseModule, LearningTask
from sopcurric.model.course_standard import ModuleCases
from sopcurric.model.enumerating import listed
from sopcurric.model.files.case import AnyCase, NewItem
from sopcurric.model.files.programme import ProgrammeFile, TrainingBase
from sopcurric.model.files.teachers import Teacher
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.publication import Block, Cell, Paragraph, Row, Table
from sopcurric.model.text import EMPTY, Phrase, Text, sentence

_SHOWN = 3
"""So many names stand in a cell; of more, their number is told."""
_MORE = 8
_KNOWS = ("principles", "parameters", "equipment", "quality", "hazards", "deviations")
_CODES: Mapping[str, str] = {
    "principles": "principle",
    "parameters": "parameter",
    "hazards": "hazard",
    "deviations": "deviation",
}


def content(view: StandardView) -> Iterator[Block]:
    """四、课程内容与要求: by learning task what is known, done and cared for; the cases of modules."""
    named = (
        ("standard.column.module", 11),
        ("standard.column.task", 13),
        ("standard.column.knowledge", 22),
        ("standard.column.skills", 22),
        ("standard.column.character", 15),
        ("standard.column.activities", 11),
        ("standard.column.hours", 6),
    )
    yield Table(
        "content/tasks",
        columns(*named, centred=("standard.column.hours",)),
        tuple(one for module in view.course.modules for one in _module_rows(view, module)),
        title=sentence("standard.table.content"),
    )
    if any(addresses for module in view.standard.cases for _, addresses in module.slots):
        yield _cases_table(view)
    else:
        yield Paragraph("content/cases", sentence("standard.cases.none"))


def _module_rows(view: StandardView, module: CourseModule) -> Iterator[Row]:
    title = sentence("module.group", label=module.label, title=module.title)
    for number, task in enumerate(module.tasks):
        head = (cell(title, rows=len(module.tasks), strong=True),) if number == 0 else ()
        cells = (
            cell(sentence("programme.task", label=task.label, title=task.title)),
            cell(*_knowledge(view, task)),
            cell(*_skills(view, task)),
            cell(*_character(view, task)),
            cell(*_activities(view, task)),
            cell(task.hours),
        )
        yield row((*head, *cells), *task.derived_from)


def _knowledge(view: StandardView, task: LearningTask) -> Iterator[Phrase]:
    for name in _KNOWS:
        names = _titles(view, getattr(task, name))
        if names:
            yield sentence(f"standard.knows.{_CODES.get(name, name)}", items=listed(names, _SHOWN))


def _skills(view: StandardView, task: LearningTask) -> Iterator[Phrase]:
    competency = view.all.competencies[view.all.typical_tasks[task.typical_task].competencies[0]]
    yield competency.statement
    points = [view.all.points[one] for one in task.points]
    critical = [one.work for one in points if one.critical and one.kind == "skill" and one.work != EMPTY]
    if critical:
        yield sentence("standard.does.critical", items=listed(critical, _SHOWN))


def _character(view: StandardView, task: LearningTask) -> Iterator[Phrase]:
    hazards, records = task.hazards, _titles(view, task.records)
    themes = [one.theme for one in _cases_of(view, task) if one.address in _ideology(view)]  # type: ignore[union-attr]
    if themes:
        yield sentence("standard.cares.ideology", items=listed(themes))
    if hazards:
        yield sentence("standard.cares.safety")
    if records:
        yield sentence("standard.cares.records", items=listed(records, _SHOWN))
    if not (themes or hazards or records):
        yield sentence("standard.cares.general")


def _ideology(view: StandardView) -> frozenset[Address]:
    return frozenset(address for module in view.standard.cases for address in module.ideology)


def _activities(view: StandardView, task: LearningTask) -> Iterator[Phrase]:
    yield sentence(f"standard.acts.{view.outcome(task)}")
    incidents = {address for module in view.standard.cases for address in module.incidents}
    cases = [one.title for one in _cases_of(view, task) if one.address in incidents]
    if cases:
        yield sentence("standard.acts.case", items=listed(cases))


def _cases_of(view: StandardView, task: LearningTask) -> list[AnyCase]:
    addresses = dict.fromkeys(one for point in task.points for one in view.all.points[point].derived_from)
    return [view.all.cases[one] for one in addresses if one in view.all.cases]


def _titles(view: StandardView, addresses: Iterable[Address]) -> list[Phrase]:
    return [view.all.titles[one] for one in addresses if one in view.all.titles]


def _cases_table(view: StandardView) -> Table:
    slots = ("ideology", "incidents", "techniques", "new")
    modules = {one.id: one for one in view.course.modules}
    return Table(
        "content/cases",
        columns(("standard.column.module", 20), *((f"standard.column.{one}", 20) for one in slots)),
        tuple(_case_row(view, modules[one.module], one) for one in view.standard.cases),
        title=sentence("standard.table.cases"),
    )


def _case_row(view: StandardView, module: CourseModule, own: ModuleCases) -> Row:
    """What a module has in each slot, and where something is still to be found."""
    cells = []
    for _, addresses in own.slots:
        told = tuple(line for one in view.cases(addresses) for line in _told(one))
        cells.append(cell(*told) if told else cell(sentence("standard.slot.missing")))
    title = sentence("module.group", label=module.label, title=module.title)
    return row((cell(title, strong=True), *cells), *(one for _, slot in own.slots for one in slot))


def _told(case: AnyCase) -> Iterator[Phrase]:
    """What a case is called; of what is new also its kind, evidence, and since when."""
    if not isinstance(case, NewItem):
        yield case.title
        return
    yield sentence("standard.slot.new", kind=sentence(f"new.{case.kind.value}"), title=case.title)
    if case.evidence:
        yield sentence("case.basis", text=listed(case.evidence))
    if case.introduced_on:
        yield sentence("case.introduced", date=case.introduced_on)


# 五、学时分配


def hours(view: StandardView) -> Iterator[Block]:
    """Theory and practice of every learning task, with where each is taught."""
    numbers = ("standard.column.theory", "standard.column.practice", "standard.column.sum")
    rows = [one for module in view.course.modules for one in _hour_rows(view, module)]
    course = view.course
    sums = (course.theory_hours, course.practice_hours, course.hours)
    total = row((cell(sentence("total"), strong=True, columns=2), *(cell(one) for one in sums), cell()))
    yield Table(
        "hours/table",
        columns(
            ("standard.column.module", 22),
            ("standard.column.task", 32),
            *((one, 9) for one in numbers),
            ("standard.column.site", 19),
            centred=numbers,
        ),
        (*rows, total),
    )


def _hour_rows(view: StandardView, module: CourseModule) -> Iterator[Row]:
    title = sentence("module.group", label=module.label, title=module.title)
    for number, task in enumerate(module.tasks):
        head = (cell(title, rows=len(module.tasks), strong=True),) if number == 0 else ()
        cells = (
            cell(sentence("programme.task", label=task.label, title=task.title)),
            cell(task.theory_hours),
            cell(task.practice_hours),
            cell(task.hours),
            _site(view, task),
        )
        yield row((*head, *cells), *task.derived_from)


def _site(view: StandardView, task: LearningTask) -> Cell:
    """Where theory and practice are taught, by the segments that take them; nobody knows without a programme."""
    told = []
    for one in view.placed:
        where = [one.segment_of(task.id, kind) for kind in ("theory", "practice")]
        theory, practice = (sentence(f"standard.site.{found.site}") if found else None for found in where)
        if theory and practice and theory != practice:
            told.append(sentence("standard.site.both", theory=theory, practice=practice))
        elif theory or practice:
            told.append(theory or practice or sentence("none"))
    return cell(*dict.fromkeys(told))


# 六、实施建议


def resources(view: StandardView) -> Iterator[tuple[Phrase, tuple[Address, ...]]]:
    """Documents, cases and forms that lessons can draw on."""
    sops = [view.all.sops[one] for one in (*view.course.jobs, *view.course.documents)]
    titles = list(dict.fromkeys(one.title for one in sops))
    told = sentence("standard.resource.sops", number=len(titles), items=listed(titles, _MORE))
    yield told, tuple(one.address for one in sops)
    cases = [one for module in view.standard.cases for _, slot in module.slots for one in view.cases(slot)]
    if cases:
        named = listed([one.title for one in cases], _MORE)
        yield sentence("standard.resource.cases", items=named), tuple(one.address for one in cases)
    records = tuple(dict.fromkeys(one for task in view.course.tasks for one in task.records))
    if records:
        yield sentence("standard.resource.records", items=listed(_titles(view, records), _MORE)), records


def facilities(view: StandardView) -> Iterator[Block]:
    """What equipment lessons need, and the bases of the programmes that have it."""
    equipment = tuple(dict.fromkeys(one for task in view.course.tasks for one in task.equipment))
    if equipment:
        needed = sentence("standard.equipment", items=listed(_titles(view, equipment), _MORE))
        yield Paragraph("advice/equipment", needed, derived_from=equipment)
    bases = [
        (placed.programme, one)
        for placed in view.placed
        for one in placed.programme.bases
        if {*one.jobs} & {*view.course.jobs}
    ]
    if bases:
        yield _bases_table(bases)


def _bases_table(bases: Sequence[tuple[ProgrammeFile, TrainingBase]]) -> Table:
    return Table(
        "advice/bases",
        columns(
            ("programme.column.base", 30),
            ("programme.column.partner", 22),
            ("programme.column.equipment", 36),
            ("programme.column.places", 12),
            centred=("programme.column.places",),
        ),
        tuple(
            row(
                (
                    cell(one.title, strong=True),
                    cell(next((partner.title for partner in programme.partners if partner.id == one.partner), None)),
                    cell(one.equipment),
                    cell(one.places),
                ),
                f"@programme/{programme.id}/{one.id}",
            )
            for programme, one in bases
        ),
        title=sentence("standard.table.bases"),
    )


def team_table(key: str, team: Iterable[Teacher], title: Phrase) -> Table:
    """Teachers with their grades in four dimensions and what these rest on."""
    grades = ("theory", "practice", "teaching", "research")
    return Table(
        key,
        columns(
            ("standard.column.teacher", 22),
            ("standard.column.kind", 12),
            *((f"standard.column.{one}-grade", 9) for one in grades),
            ("standard.column.evidence", 30),
            centred=tuple(f"standard.column.{one}-grade" for one in grades),
        ),
        tuple(
            row(
                (
                    cell(_teacher(one), strong=True),
                    cell(sentence(f"standard.teacher.{one.kind}")),
                    *(cell(getattr(one, grade)) for grade in grades),
                    cell(*one.evidence),
                )
            )
            for one in dict.fromkeys(team)
        ),
        title=title,
    )


def _teacher(one: Teacher) -> Phrase | Text:
    return sentence("standard.teacher.dual", title=one.title) if one.dual else one.title
