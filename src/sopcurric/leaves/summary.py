"""S 小结与反思: what this task comes to, to be filled in from memory; questions about it; attitude; what to improve."""

from collections.abc import Iterable, Iterator, Sequence

from sopcurric.leaves.cases import ideologies
from sopcurric.leaves.task_view import TaskView
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, item, items_once, row
from sopcurric.model.publication import Block, Heading, Item, Leaf, LeafKind, Listing, Row, Table
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import Deviation, Hazard, Lockout, Parameter, Procedure, QualityCheck, Step
from sopcurric.model.text import Phrase, Text, sentence

_MOST_STEPS = 4
_MOST = 2
"""As many critical steps, and other things of each kind, as are asked for: the leaf is one page."""
_BLANK_ROWS = 3


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.SUMMARY, _summary(view))


def _summary(view: TaskView) -> Iterator[Block]:
    yield Table(
        "S/recall",
        columns(
            ("summary.column.point", 44),
            ("summary.column.mine", 46),
            ("summary.column.checked", 10),
            centred=("summary.column.checked",),
        ),
        tuple(_recalled(view)),
        title=sentence("summary.recall"),
    )
    yield Heading("S/questions/title", sentence("summary.questions"))
    yield Listing("S/questions", items_once(_asked(view)), numbered=True)
    yield from ideologies(view)
    yield Table(
        "S/improvement",
        columns(("summary.column.well", 30), ("summary.column.short", 35), ("summary.column.next", 35)),
        (),
        title=sentence("summary.improvement"),
        blank_rows=_BLANK_ROWS,
    )


def _recalled(view: TaskView) -> Iterator[Row]:
    """What is to be known by heart after the task: critical steps, values, controls, what to do first."""
    critical = [(procedure, step) for procedure, step in _steps(view) if step.critical]
    several = len({view.sop(procedure.address).code.casefold() for procedure, _ in critical}) > 1
    if not critical:
        route = all(one.route for one in view.procedures)
        yield _blank(sentence("summary.round" if route else "summary.order"), view.typical.members)
    for procedure, step in _chosen(critical, several=several):
        job, kind = view.sop(procedure.address).title, "point" if procedure.route else "step"
        told = (
            sentence(f"summary.{kind}.of", job=job, number=step.number)
            if several
            else sentence(f"summary.{kind}", number=step.number)
        )
        yield _blank(told, (step.address,))
    parameters = [one for one in view.elements(view.task.parameters, Parameter) if one.range]
    for code, elements in (
        ("parameter", parameters),
        ("quality", view.elements(view.task.quality, QualityCheck)),
        ("hazard", _gravest(view.hazards())),
        ("lockout", view.elements(view.task.lockouts, Lockout)),
        ("deviation", view.elements(view.task.deviations, Deviation)),
    ):
        titles: dict[Text, list[Address]] = {}
        for element in elements:
            titles.setdefault(element.title, []).append(element.address)
        for title, addresses in [*titles.items()][:_MOST]:
            yield _blank(sentence(f"summary.{code}", title=title), addresses)
    if any(one.result for one in view.procedures):
        yield _blank(sentence("summary.result"), view.typical.members)


def _chosen(critical: list[tuple[Procedure, Step]], *, several: bool) -> list[tuple[Procedure, Step]]:
    """The critical steps that are asked for; of several procedures the first of each."""
    if several:
        critical = [*{procedure.address: (procedure, step) for procedure, step in reversed(critical)}.values()][::-1]
    return critical[:_MOST_STEPS]


def _blank(told: Phrase, sources: Iterable[Address]) -> Row:
    return row((cell(told), cell(), cell(sentence("box"))), *sources)


def _gravest(hazards: Sequence[Hazard]) -> list[Hazard]:
    """Hazards that have controls to be recalled, the gravest first."""
    order = ("major", "larger", "general", "low")
    return sorted((one for one in hazards if one.controls), key=lambda one: order.index(one.risk.value))


def _steps(view: TaskView) -> list[tuple[Procedure, Step]]:
    return [
        (procedure, step)
        for procedure in view.procedures
        for step in procedure.deeds
        if not is_placeholder(step.text.words(view.language))
    ]


def _asked(view: TaskView) -> Iterator[Item]:
    """Questions that only who did this task can answer."""
    steps = _steps(view)
    critical = [(procedure, step) for procedure, step in steps if step.critical]
    told = critical or [(one, step) for one, step in steps if view.all.step_points[step.address].standard]
    for procedure, step in told[: 2 if len(view.procedures) == 1 else 1]:
        point = view.all.step_points[step.address]
        code = "summary.ask.critical" if critical and len(view.procedures) == 1 else "summary.ask.step"
        code = "summary.ask.point" if procedure.route else code
        number = {"number": step.number} if code == "summary.ask.critical" else {}
        yield item(sentence(code, work=point.work, **number), step.address)
    for hazard in _gravest(view.hazards())[:1]:
        yield item(sentence("summary.ask.hazard", title=hazard.title), hazard.address)
    for deviation in view.elements(view.task.deviations, Deviation)[:1]:
        yield item(sentence("summary.ask.deviation", title=deviation.title), deviation.address)
    for procedure in view.procedures[:1]:
        if procedure.result:
            result = retell(procedure.result, spoken(procedure.result))
            yield item(sentence("summary.ask.result", result=result), procedure.address)
    yield item(sentence("summary.ask.team"))
