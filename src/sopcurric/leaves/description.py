"""D 学习情境与任务描述: the situation at work and the five analysis fields."""

from collections.abc import Iterator

from sopcurric.leaves.task_view import TaskView, enumeration
from sopcurric.model.layout import cell, columns, item, row
from sopcurric.model.publication import Block, Heading, Leaf, LeafKind, Listing, Table
from sopcurric.model.sop import Procedure
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.DESCRIPTION, _description(view))


def _description(view: TaskView) -> Iterator[Block]:
    groups = view.alike(lambda procedure: _situation(view, procedure))
    for group in groups:
        if len(groups) > 1:
            jobs = tuple(view.sop(one.address).address for one in group.procedures)
            yield Heading(f"D/{group.first}/job", view.whose_all(group), derived_from=jobs)
        yield from group.blocks
    yield Table(
        "D/analysis",
        columns(("column.aspect", 20), ("column.content", 80)),
        tuple(
            row((cell(sentence(f"analysis.{name}"), strong=True), cell(*_told(name, phrases))))
            for name, phrases in view.typical.fields
        ),
        title=sentence("description.analysis"),
        derived_from=view.typical.members,
    )


def _told(name: str, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What stands in a cell: requirements one by one, to be checked off; the others in one line."""
    if not phrases:
        return (sentence("none"),)
    return phrases if name == "requirements" else (enumeration(phrases),)


def _situation(view: TaskView, procedure: Procedure) -> Iterator[Block]:
    sop = view.sop(procedure.address)
    key = f"D/{procedure.address}"
    lines = [
        ("description.purpose" if sop.kind == "job-sop" else "description.about", sop.purpose, sop.address),
        ("description.workplace", sop.workplace, sop.address),
        ("description.duty", view.all.titles.get(procedure.duty), procedure.duty),
        ("description.trigger", procedure.trigger, procedure.address),
        ("description.result", procedure.result, procedure.address),
    ]
    told = tuple(item(sentence(code, text=text), address) for code, text, address in lines if text)
    task = item(sentence("description.task", title=procedure.title, steps=len(procedure.deeds)), procedure.address)
    yield Listing(f"{key}/situation", (*told, task), derived_from=(procedure.address,))
