"""W 任务实施: the steps with standard, risk, record and a box to tick; one leaf per job and way of working."""

from collections.abc import Iterator

from sopcurric.leaves.route_rows import ROUTE_COLUMNS, route_rows
from sopcurric.leaves.step_pictures import Figure, figures
from sopcurric.leaves.step_rows import guard, step_rows, step_table
from sopcurric.leaves.task_view import TaskView, joined
from sopcurric.model.layout import field, item
from sopcurric.model.publication import Block, Callout, Checklist, Fields, Leaf, LeafKind, Paragraph, Picture, Table
from sopcurric.model.sop import Hazard, Procedure
from sopcurric.model.text import sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The leaves of this kind; plants that do the work in the same way share one."""
    groups = view.alike(lambda procedure: _work(view, procedure))
    for number, group in enumerate(groups, start=1):
        one = group.procedures[0]
        title = sentence("work.title", title=one.title, job=view.whose_all(group)) if len(groups) > 1 else None
        members = tuple(procedure.address for procedure in group.procedures)
        yield view.leaf(LeafKind.WORK, group.blocks, number, title, parts=members, wide=one.route)


def _work(view: TaskView, procedure: Procedure) -> Iterator[Block]:
    key = f"W/{procedure.address}"
    facts = (
        field("work.trigger", procedure.trigger, procedure.address),
        field("work.place.field", procedure.place, procedure.address),
        field("work.actors", joined("join.names", procedure.actors) if procedure.actors else None, procedure.address),
        field("work.interval", procedure.interval, procedure.address),
        field("work.duration.field", procedure.duration, procedure.address),
        field("work.certificate.field", procedure.certificate, procedure.address),
        field("work.result", procedure.result, procedure.address),
    )
    told = tuple(fact for fact in facts if fact.value)
    if told:
        yield Fields(f"{key}/facts", told, derived_from=(procedure.address,))
    if procedure.stub:
        missing = (item(procedure.stub, procedure.address),)
        yield Callout(f"{key}/stub", sentence("work.stub"), missing, tone="caution")
    if procedure.conditions:
        conditions = tuple(item(one, procedure.address) for one in procedure.conditions)
        yield Checklist(f"{key}/conditions", conditions, sentence("work.conditions"))
    whole = tuple(item(guard(one), one.address) for one in view.elements(procedure.hazards, Hazard))
    if whole:
        yield Callout(f"{key}/cautions", sentence("work.cautions"), whole, tone="caution")
    yield _steps(view, procedure, f"{key}/steps")
    if any(step.critical for step in procedure.steps):
        yield Paragraph(f"{key}/legend", sentence("work.legend"))
    yield from (_picture(one, procedure) for one in dict.fromkeys(figures(view, procedure).values()))


def _picture(figure: Figure, procedure: Procedure) -> Picture:
    (first, *others), media, shown = figure.steps, figure.media, figure.picture
    numbers = joined("join.items", [sentence("plain", value=one.number) for one in figure.steps])
    code = "work.figure.several" if others else "work.figure"
    caption = sentence(code, number=figure.number, title=media.title, step=numbers)
    place = first.address.removeprefix(f"{procedure.address}/")
    name = f"W/{procedure.address}/picture/{place}/{figure.place + 1}"
    own = tuple(one.address for one in figure.steps)
    return Picture(name, caption, media.title, shown.name, shown.width, shown.height, derived_from=own)


def _steps(view: TaskView, procedure: Procedure, key: str) -> Table:
    own = (procedure.address,)
    if procedure.route:
        rows = tuple(route_rows(view, procedure))
        return Table(key, ROUTE_COLUMNS, rows, title=sentence("work.route"), derived_from=own)
    table = step_table(view, procedure)
    rows = tuple(step_rows(table, procedure))
    return Table(key, table.columns, rows, title=sentence("work.steps"), derived_from=own)
