"""What stands in a textbook before and after its tasks: preface, editors, changes; terms and units, feedback."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sopcurric.leaves.terms_and_units import term_table, unit_table
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import listed
from sopcurric.model.files.editors import Editor, EditorKind
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import (
    Block,
    Checklist,
    Fields,
    Heading,
    LeafKind,
    Paragraph,
    Row,
    Table,
)
from sopcurric.model.sop import JobSop
from sopcurric.model.text import Phrase, sentence

SIGNED: dict[EditorKind, tuple[LeafKind, ...]] = {
    EditorKind.COMPANY: (LeafKind.PLANNING, LeafKind.WORK, LeafKind.RECORD, LeafKind.EXTENSION),
    EditorKind.SCHOOL: tuple(map(LeafKind, "DOAQES")),
    EditorKind.INDUSTRY: (LeafKind.KNOWLEDGE,),
}
"""Which leaves the editors of each side sign for; that of the industry also for the appendix."""
_BLANK_ROWS = 4
_SHOWN = 4
_ROLES = ("chief", "deputy", "author", "reviewer")


@dataclass(frozen=True, slots=True)
class Book:
    """A textbook: its course, the SOPs that it is made from, and everything else."""

    course: JobCourse
    sops: Sequence[JobSop]
    all: Compilation

    @property
    def jobs(self) -> list[Phrase]:
        """What the jobs are called, each once."""
        return list(dict.fromkeys(self.all.sops[job].title for job in self.course.jobs))

    @property
    def editors(self) -> list[Editor]:
        """The editors by their part in the book."""
        return sorted(self.all.inputs.settings.editors, key=lambda one: _ROLES.index(one.role))


def preface(book: Book) -> Iterator[Block]:
    """前言: what the book is, for whom, and how it came about; from facts only."""
    course, jobs = book.course, listed(book.jobs)
    what = "preface.what.shared" if course.shared else "preface.what"
    told = sentence(what, course=course.title, jobs=jobs, tasks=len(course.tasks), hours=course.hours)
    yield Paragraph("preface/what", told, derived_from=course.jobs)
    yield Paragraph("preface/why", sentence("preface.why"))
    audience = book.all.inputs.settings.textbook.audience
    if audience:
        yield Paragraph("preface/audience", sentence("preface.audience", audience=audience))
    else:
        yield Paragraph("preface/audience", sentence("preface.audience.jobs", jobs=jobs))
    intensive = [
        task for task in course.tasks if book.all.typical_tasks[task.typical_task].rating.outcome == "intensive"
    ]
    if intensive:
        tasks = listed([task.title for task in intensive], _SHOWN)
        addresses = tuple(address for task in intensive for address in task.derived_from)
        yield Paragraph("preface/intensive", sentence("preface.intensive", tasks=tasks), derived_from=addresses)
    yield from _cases(book)
    yield Paragraph("preface/sources", sentence("preface.sources"))
    organisations = [one.organisation for one in book.editors]
    if organisations:
        yield Paragraph("preface/thanks", sentence("preface.thanks", organisations=listed(organisations)))
    contact = book.all.inputs.settings.textbook.contact
    code = "preface.contact" if contact else "preface.contact.none"
    yield Paragraph("preface/contact", sentence(code, contact=contact) if contact else sentence(code))


def _cases(book: Book) -> Iterator[Block]:
    """What kinds of cases the book has, and how many."""
    standard = next((one for one in book.all.course_standards if one.course == book.course.id), None)
    slots = [slot for one in standard.cases for _, slot in one.slots] if standard else []
    found = tuple(dict.fromkeys(address for slot in slots for address in slot))
    if standard and found:
        kinds = listed([sentence(f"standard.cases.{one}") for one in standard.slots])
        yield Paragraph("preface/cases", sentence("preface.cases", kinds=kinds, number=len(found)), derived_from=found)


def editors(book: Book) -> Iterator[Block]:
    """编审人员 by side, with places to write where nobody is named; which leaves each side signs for."""
    named = [_editor(one) for one in book.editors]
    missing = [kind for kind in EditorKind if not any(one.kind is kind and one.role == "chief" for one in book.editors)]
    yield Table(
        "editors/table",
        columns(
            ("editors.column.role", 12),
            ("editors.column.kind", 20),
            ("editors.column.name", 18),
            ("editors.column.organisation", 28),
            ("editors.column.post", 22),
        ),
        (*(_place(kind) for kind in missing), *named),
        title=sentence("editors.table"),
    )
    yield Table(
        "editors/signed",
        columns(
            ("editors.column.class", 24),
            ("editors.column.leaves", 24),
            ("editors.column.who", 20),
            ("editors.column.date", 14),
            ("editors.column.opinion", 18),
        ),
        tuple(_signed(book, kind) for kind in EditorKind),
        title=sentence("editors.signed"),
    )
    yield Paragraph("editors/note", sentence("editors.note"))


def _editor(one: Editor) -> Row:
    return row(
        (
            cell(sentence(f"editor.role.{one.role}")),
            cell(sentence(f"editor.{'kind' if one.role == 'chief' else 'side'}.{one.kind.value}")),
            cell(one.name, strong=True),
            cell(one.organisation),
            cell(one.title),
        )
    )


def _place(kind: EditorKind) -> Row:
    role, side = sentence("editor.role.chief"), sentence(f"editor.kind.{kind.value}")
    return row((cell(role), cell(side), cell(), cell(), cell()))


def _signed(book: Book, kind: EditorKind) -> Row:
    """What one side signs for, and who of it did when."""
    chiefs = [one for one in book.editors if one.kind is kind and one.role == "chief"]
    kinds: list[Phrase] = [sentence(f"layout.kind.{one.value}") for one in SIGNED[kind]]
    if kind is EditorKind.INDUSTRY:
        kinds = [sentence("editors.leaves.industry")]
    return row(
        (
            cell(sentence(f"editors.class.{kind.value}"), strong=True),
            cell(listed(kinds)),
            cell(*(one.name for one in chiefs)),
            cell(*(one.signed_on for one in chiefs)),
            cell(*(one.opinion for one in chiefs)),
        )
    )


def changes(book: Book) -> Iterator[Block]:
    """修订记录 and 临时修订登记, to be carried on by hand."""
    revised = book.all.inputs.settings.textbook.revised or book.all.inputs.settings.as_of
    first = row(
        (cell(0), cell(revised), cell(sentence("filing.all")), cell(sentence("filing.first")), cell()),
    )
    yield Table(
        "changes/revisions",
        columns(
            ("filing.column.revision", 10),
            ("filing.column.date", 16),
            ("filing.column.leaves", 30),
            ("filing.column.reason", 30),
            ("filing.column.by", 14),
            centred=("filing.column.revision",),
        ),
        (first,),
        title=sentence("filing.revisions"),
        blank_rows=_BLANK_ROWS,
    )
    yield Table(
        "changes/temporary",
        columns(
            ("filing.column.number", 8),
            ("filing.column.page", 20),
            ("filing.column.content", 38),
            ("filing.column.until", 14),
            ("filing.column.removed", 20),
        ),
        (),
        title=sentence("filing.temporary"),
        blank_rows=_BLANK_ROWS,
    )
    yield Paragraph("changes/note", sentence("filing.note"))


def terms(book: Book) -> Iterator[Block]:
    """术语与计量单位; a table to write in where procedures have neither."""
    made = [block for block in (term_table("terms/terms", book.sops), _units(book)) if block]
    yield from made
    if not made:
        yield Paragraph("terms/none", sentence("back.terms.none"))
        blank = columns(("column.term", 24), ("column.definition", 76))
        yield Table("terms/blank", blank, (), blank_rows=_BLANK_ROWS)


def _units(book: Book) -> Table | None:
    return unit_table("terms/units", book.course, book.all)


def feedback(_book: Book) -> Iterator[Block]:
    """反馈与勘误单."""
    yield Paragraph("feedback/how", sentence("back.feedback.how"))
    yield Table(
        "feedback/table",
        columns(
            ("back.feedback.page", 18),
            ("back.feedback.written", 28),
            ("back.feedback.should", 28),
            ("back.feedback.reason", 26),
        ),
        (),
        title=sentence("back.feedback.table"),
        blank_rows=_BLANK_ROWS,
    )
    yield Fields("feedback/who", tuple(field(f"back.feedback.{one}") for one in ("name", "unit", "phone", "date")))
    yield Heading("feedback/answer/title", sentence("back.feedback.answer"))
    answers = ("adopted", "temporary", "refused")
    yield Checklist("feedback/answer", tuple(item(sentence(f"back.feedback.{one}")) for one in answers))
    yield Fields("feedback/handler", (field("back.feedback.handler"), field("back.feedback.date")))


def pages(book: Book) -> tuple[tuple[str, Iterable[Block]], ...]:
    """The pages in front of the tasks but for how the book is used, by the codes of their titles."""
    return (("preface.title", preface(book)), ("editors.title", editors(book)), ("filing.title", changes(book)))


def last_pages(book: Book) -> tuple[tuple[str, Iterable[Block]], ...]:
    """The pages behind the appendix, likewise."""
    return (("back.terms.title", terms(book)), ("back.feedback.title", feedback(book)))
