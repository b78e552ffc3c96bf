"""Review sheets of textbooks (教材审核表): political and professional review, opinions, conclusion, signatures."""

from collections.abc import Iterator

from sopcurric.leaves.standard_sections import Part, parts_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.enumerating import joined
from sopcurric.model.layout import cell, columns, field, item, row
from sopcurric.model.publication import (
    TEACHING_STAFF,
    Binder,
    Block,
    Chapter,
    Checklist,
    Fields,
    Leaf,
    LeafKind,
    Signatures,
    Table,
)
from sopcurric.model.text import sentence
from sopcurric.plugin import Document

_ITEMS = {"political": 5, "professional": 6}
"""How many things each review looks at."""


def compose(compilation: Compilation) -> tuple[Binder, ...]:
    """One binder with a sheet for every textbook; it is no reading for learners."""
    courses = compilation.design.courses
    if not courses:
        return ()
    binder = Binder(
        id="textbook-review",
        document=DOCUMENT.name,
        title=sentence("review.title"),
        subtitle=sentence("review.subtitle"),
        facts=(
            field("review.books", sentence("review.books.value", number=len(courses))),
            field("book.asof", compilation.inputs.settings.as_of),
        ),
        chapters=tuple(_sheet(course, number, compilation) for number, course in enumerate(courses, start=1)),
        loose=False,
        derived_from=tuple(address for course in courses for address in course.jobs),
        readers=TEACHING_STAFF,
    )
    return (binder,)


DOCUMENT = Document(name="textbook_review", version=1, rank=14, compose=compose)


def _sheet(course: JobCourse, number: int, compilation: Compilation) -> Chapter:
    leaf = Leaf(
        id=f"textbook-review-{course.id}",
        kind=LeafKind.SECTION,
        label=str(number),
        title=course.title,
        blocks=tuple(_blocks(course, compilation)),
        derived_from=course.jobs,
        issued=compilation.inputs.settings.as_of,
    )
    return Chapter(leaf.id, str(number), course.title, None, (leaf,))


def _blocks(course: JobCourse, compilation: Compilation) -> Iterator[Block]:
    settings = compilation.inputs.settings
    chiefs = [
        sentence("standard.person", name=one.name, organisation=one.organisation)
        for one in settings.editors
        if one.role == "chief"
    ]
    yield Fields(
        "review/facts",
        (
            field("review.facts.title", course.title),
            field("review.facts.form", sentence("review.facts.form.value")),
            field("review.facts.tasks", sentence("count.tasks", number=len(course.tasks))),
            field("review.facts.hours", course.hours),
            field("review.facts.editors", joined("join", chiefs) if chiefs else None),
            field("review.facts.revised", settings.textbook.revised),
        ),
    )
    conclusion = (
        Checklist(
            "review/conclusion",
            tuple(item(sentence(f"review.conclusion.{one}")) for one in ("agree", "revise", "refuse")),
            sentence("review.conclusion"),
        ),
        Signatures("review/signed", tuple(sentence(f"review.sign.{one}") for one in ("head", "party", "college"))),
    )
    parts = [Part(name, _review(name, count), title=sentence(f"review.part.{name}")) for name, count in _ITEMS.items()]
    yield from parts_of("review", (*parts, Part("conclusion", conclusion, title=sentence("review.part.conclusion"))))


def _review(name: str, count: int) -> tuple[Block, ...]:
    table = Table(
        f"review/{name}/items",
        columns(
            ("column.number", 7),
            ("review.column.item", 57),
            ("review.column.yes", 9),
            ("review.column.no", 9),
            ("review.column.opinion", 18),
            centred=("column.number", "review.column.yes", "review.column.no"),
        ),
        tuple(
            row(
                (
                    cell(number),
                    cell(sentence(f"review.{name}.{number}")),
                    cell(sentence("box")),
                    cell(sentence("box")),
                    cell(),
                )
            )
            for number in range(1, count + 1)
        ),
    )
    opinion = Fields(f"review/{name}/opinion", (field("review.opinion"),))
    return (table, opinion, Signatures(f"review/{name}/signed", (sentence(f"review.sign.{name}"),)))
