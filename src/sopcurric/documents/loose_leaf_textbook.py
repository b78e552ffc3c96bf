"""Loose-leaf textbooks (活页式教材): one binder per course, one chapter per learning task."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sopcurric.leaves import (
    answers,
    book_matter,
    check,
    cover,
    description,
    evaluation,
    extension,
    guidance,
    knowledge,
    objectives,
    planning,
    record,
    summary,
    teaching_page,
    work,
)
from sopcurric.leaves.action_cycle import with_cycle
from sopcurric.leaves.task_view import TaskView, enumeration, source_of, unversioned
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import CourseModule, JobCourse
from sopcurric.model.layout import cell, columns, field, item, items_once, row, rows_once, told
from sopcurric.model.publication import (
    Binder,
    Block,
    Chapter,
    Heading,
    Item,
    Leaf,
    LeafKind,
    Listing,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.sop import DocumentInfo, JobSop
from sopcurric.model.text import sentence
from sopcurric.plugin import Document

_KINDS = (
    cover,
    description,
    objectives,
    guidance,
    knowledge,
    planning,
    work,
    record,
    check,
    evaluation,
    extension,
    summary,
    teaching_page,
    answers,
)

_USE = ("1", "2", "3", "order", "5")
"""How to use the book, in this order."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """A binder for every course."""
    return tuple(_binder(course, compilation) for course in compilation.design.courses)


DOCUMENT = Document(name="loose_leaf_textbook", version=4, rank=10, compose=compose)


def _binder(course: JobCourse, everything: Compilation) -> Binder:
    jobs = [everything.sops[job] for job in course.jobs]
    sops = [*jobs, *(everything.sops[one] for one in course.documents)]
    chapters = [
        _chapter(TaskView(course, module, task, everything)) for module in course.modules for task in module.tasks
    ]
    return Binder(
        id=course.id,
        document=DOCUMENT.name,
        title=course.title,
        subtitle=sentence("book.subtitle"),
        facts=(
            field("book.jobs", enumeration([sop.title for sop in jobs])),
            field(
                "book.hours",
                sentence("hours.split", total=course.hours, theory=course.theory_hours, practice=course.practice_hours),
            ),
            field("book.tasks", sentence("count.tasks", number=len(course.tasks))),
            field("book.asof", everything.inputs.settings.as_of),
        ),
        chapters=(_front(course, sops, everything), *chapters, _back(course, sops, everything)),
        loose=True,
        derived_from=course.derived_from,
    )


def _chapter(view: TaskView) -> Chapter:
    leaves = tuple(leaf for kind in _KINDS for leaf in kind.leaves(view))
    return Chapter(view.task.id, view.task.label, view.task.title, view.group, with_cycle(leaves))


def _front(course: JobCourse, sops: list[JobSop], everything: Compilation) -> Chapter:
    """How to use the book, the tasks at a glance, the duties of the job."""
    overview = Table(
        key="front/tasks",
        title=sentence("front.tasks"),
        columns=columns(
            ("column.module", 26),
            ("column.label", 12),
            ("column.task", 34),
            ("column.hours", 8),
            ("column.training", 14),
            centred=("column.label", "column.hours"),
        ),
        rows=tuple(row for module in course.modules for row in _overview_rows(module, everything)),
    )
    duties = items_once(item(duty.title, duty.address) for sop in sops for duty in sop.duties)
    blocks: list[Block] = [
        Listing("front/use", tuple(item(sentence(f"front.use.{one}")) for one in _USE), numbered=True),
        overview,
    ]
    if duties:
        blocks += [
            Heading("front/duties/title", sentence("front.duties")),
            Listing("front/duties", duties, numbered=True),
        ]
    holding = items_once(one for sop in sops for one in _holding(sop, several=len(course.jobs) > 1))
    if holding:
        blocks += [Heading("front/holding/title", sentence("front.holding")), Listing("front/holding", holding)]
    about = items_once(
        item(sentence("front.about", title=source_of(sop), text=sop.purpose), sop.address)
        for sop in sops
        if sop.kind != "job-sop" and sop.purpose
    )
    if about:
        blocks += [Heading("front/about/title", sentence("front.about.title")), Listing("front/about", about)]
    platform = items_once(
        item(sentence("front.platform.item", course=other.title, module=module.title, hours=module.hours))
        for other in everything.design.courses
        for module in everything.design.platform_of(course)
        if module in other.modules
    )
    if platform:
        blocks += [Heading("front/platform/title", sentence("front.platform")), Listing("front/platform", platform)]
    pages = book_matter.pages(book_matter.Book(course, sops, everything))
    use = ("front.title", blocks)
    return _section(course, "F", (*pages[:2], use, *pages[2:]), sops, everything)


def _holding(sop: JobSop, *, several: bool) -> Iterator[Item]:
    """To whom a job reports, what it may decide, what is required to hold it."""
    told = (
        *(("front.reports-to", one) for one in (sop.reports_to,) if one),
        *(("front.authority", one) for one in sop.authority),
        *(("front.qualification", one) for one in sop.qualifications),
    )
    for code, text in told:
        phrase = sentence(code, text=text)
        yield item(sentence("front.of-job", job=sop.title, told=phrase) if several else phrase, sop.address)


def _overview_rows(module: CourseModule, everything: Compilation) -> Iterator[Row]:
    for number, task in enumerate(module.tasks):
        outcome = everything.typical_tasks[task.typical_task].rating.outcome
        head = (
            cell(sentence("module.group", label=module.label, title=module.title), rows=len(module.tasks), strong=True),
        )
        yield row(
            (
                *(head if number == 0 else ()),
                cell(task.label),
                cell(task.title),
                cell(task.hours),
                cell(sentence(f"outcome.{outcome}")),
            ),
            *task.derived_from,
        )


def _back(course: JobCourse, sops: list[JobSop], everything: Compilation) -> Chapter:
    """The source procedures with their governance and history, cited documents, where published values come from."""
    blocks: list[Block] = []
    every = [replace(sop.document, number="", version="") for sop in sops]
    if any(one != DocumentInfo() for one in every):
        blocks.append(_governance(sops, everything))
    else:
        sources = enumeration([source_of(sop) for sop in sops])
        blocks.append(Paragraph("back/governance", sentence("back.only", sources=sources)))
    references = items_once(item(reference.title, reference.address) for sop in sops for reference in sop.references)
    if references:
        blocks += [
            Heading("back/references/title", sentence("back.references")),
            Listing("back/references", references, numbered=True),
        ]
    published = items_once(
        item(sentence("back.published", title=one.title, source=one.public_source), one.address)
        for sop in sops
        for one in sop.parameters
        if one.public_source
    )
    if published:
        blocks += [
            Heading("back/published/title", sentence("back.published.title")),
            Listing("back/published", published),
        ]
    if any(sop.revisions for sop in sops):
        blocks.append(_revisions(sops))
    if any(sop.absent for sop in sops):
        blocks.append(_absent(sops))
    pages = book_matter.last_pages(book_matter.Book(course, sops, everything))
    return _section(course, "Z", (("back.title", blocks), *pages), sops, everything)


def _governance(sops: list[JobSop], everything: Compilation) -> Table:
    """Number, version, department, people in charge and dates of each source procedure; the plant where it has one."""
    plants = dict(everything.inputs.settings.organisations)
    return Table(
        key="back/governance",
        title=sentence("back.governance"),
        columns=columns(
            ("column.source", 28),
            ("column.department", 20),
            ("column.governance", 32),
            ("column.dates", 20),
        ),
        rows=tuple(
            row(
                (
                    cell(source_of(sop), plants.get(sop.organisation), told("governance.model", sop.model)),
                    cell(sop.document.department),
                    cell(
                        told("governance.status", sop.document.status),
                        *(
                            sentence(f"governance.{role}", who=who)
                            for role, who in (
                                ("prepared", sop.document.prepared_by),
                                ("reviewed", sop.document.reviewed_by),
                                ("approved", sop.document.approved_by),
                            )
                            if who
                        ),
                    ),
                    cell(
                        sentence("governance.effective", date=sop.document.effective)
                        if sop.document.effective
                        else None,
                        sentence("governance.review", date=sop.document.review_by) if sop.document.review_by else None,
                    ),
                ),
                sop.address,
            )
            for sop in sops
        ),
    )


def _revisions(sops: list[JobSop]) -> Table:
    return Table(
        key="back/revisions",
        title=sentence("back.revisions"),
        columns=columns(
            ("column.source", 30), ("column.version", 8), ("column.date", 13), ("column.change", 35), ("column.by", 14)
        ),
        rows=rows_once(
            (
                row(
                    (cell(unversioned(sop)), cell(one.version), cell(one.date), cell(one.change), cell(one.by)),
                    sop.address,
                ),
            )
            for sop in sops
            for one in sop.revisions
        ),
    )


def _absent(sops: list[JobSop]) -> Table:
    """Procedures and sections that do not apply or are still to be written, each with its reason."""
    return Table(
        key="back/absent",
        title=sentence("back.absent"),
        columns=columns(("column.source", 30), ("column.absent", 24), ("column.absence", 12), ("column.reason", 34)),
        rows=rows_once(
            (
                row(
                    (
                        cell(source_of(sop)),
                        cell(one.title),
                        cell(sentence(f"reason.{one.kind}")),
                        cell(one.reason),
                    ),
                    one.address,
                ),
            )
            for sop in sops
            for one in sop.absent
        ),
    )


def _section(
    course: JobCourse,
    label: str,
    pages: Sequence[tuple[str, Iterable[Block]]],
    sops: list[JobSop],
    everything: Compilation,
) -> Chapter:
    """Pages before or after the tasks; the identifier of that with the title of the section ends in 1."""
    own = "front.title" if label == "F" else "back.title"
    order = [own, *(title for title, _ in pages if title != own)]
    leaves = tuple(
        Leaf(
            id=f"{course.id}-{label}{order.index(title) + 1}",
            kind=LeafKind.SECTION,
            label=f"{label}-{number}",
            title=sentence(title),
            blocks=tuple(blocks),
            sources=tuple(dict.fromkeys(source_of(sop) for sop in sops)) if title == own else (),
            derived_from=course.jobs,
            issued=everything.inputs.settings.as_of,
        )
        for number, (title, blocks) in enumerate(pages, start=1)
    )
    return Chapter(f"{course.id}-{label}", label, sentence(f"book.chapter.{label}"), None, leaves)
