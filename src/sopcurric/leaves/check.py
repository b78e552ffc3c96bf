"""Q 检查页: self, mutual and mentor check of steps, quality and safety."""

from collections.abc import Iterator

from sopcurric.leaves.step_rows import condition
from sopcurric.leaves.task_view import TaskView
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address, in_job
from sopcurric.model.layout import cell, columns, element_rows, item, items_once, row, told
from sopcurric.model.publication import Block, Cell, Checklist, Leaf, LeafKind, Row, Signatures, Table
from sopcurric.model.sop import Procedure, QualityCheck
from sopcurric.model.text import EMPTY, Phrase, Text, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.CHECK, _check(view))


def _check(view: TaskView) -> Iterator[Block]:
    yield Table(
        "Q/work",
        columns(
            ("column.number", 7),
            ("column.check", 36),
            ("column.standard", 27),
            ("column.self", 10),
            ("column.peer", 10),
            ("column.mentor", 10),
            centred=("column.number", "column.self", "column.peer", "column.mentor"),
        ),
        tuple(_check_rows(view)),
        title=sentence("check.work"),
    )
    quality = view.elements(view.task.quality, QualityCheck)
    if quality:
        yield _quality_table(quality)
    hazards = view.hazards()
    if hazards:
        yield Checklist(
            "Q/safety",
            items_once(item(sentence("check.hazard", title=one.title), one.address) for one in hazards),
            sentence("check.safety.title"),
        )
    yield Signatures("Q/signatures", (sentence("role.student"), sentence("role.peer"), sentence("role.mentor")))


def _check_rows(view: TaskView) -> Iterator[Row]:
    same: dict[tuple[Text, Text, bool, Text, str], list[Address]] = {}
    jobs: dict[str, Text] = {}
    branches = {address: when for one in view.procedures for address, when in _branches(one)}
    for point in view.points("skill"):
        first = point.derived_from[0]
        if point.work and first in view.all.steps and not is_placeholder(point.work.words(view.language)):
            key = (point.work, point.standard, point.critical, branches.get(first, EMPTY), in_job(first))
            same.setdefault(key, []).extend(point.derived_from)
            jobs.setdefault(view.sop(first).code.casefold(), view.sop(first).title)
    told = ""
    for place, ((work, standard, critical, when, _), addresses) in enumerate(same.items(), start=1):
        sop = view.sop(addresses[0])
        if len(jobs) > 1 and sop.code.casefold() != told:
            told = sop.code.casefold()
            yield row((Cell((jobs[told],), columns=6, strong=True, tone="note"),), sop.address)
        deed: Phrase = (
            sentence("check.when", when=condition("work.if", when, view.language), work=work) if when else work
        )
        shown = sentence("work.critical", text=deed) if critical else deed
        yield row((cell(place), cell(shown), cell(standard), cell(), cell(), cell()), *addresses)


def _branches(procedure: Procedure) -> Iterator[tuple[Address, Text]]:
    """The steps of alternatives with the condition under which they are done: only one way is checked."""
    known: dict[str, Text] = {}
    for step in procedure.steps:
        way = step.number.rpartition(".")[0]
        if step.branch:
            known[way] = step.branch
        outer = [known[one] for one in known if way == one or way.startswith(f"{one}.")]
        if outer:
            yield step.address, outer[-1]


def _quality_table(quality: list[QualityCheck]) -> Table:
    return Table(
        "Q/quality",
        columns(
            ("column.index", 22),
            ("column.standard", 24),
            ("column.method", 24),
            ("column.measured", 16),
            ("column.verdict", 14),
        ),
        element_rows(
            quality,
            lambda one: (
                cell(one.title, strong=True),
                cell(one.criterion),
                cell(one.method, told("quality.sampling", one.sampling), one.frequency),
                cell(),
                cell(),
            ),
        ),
        title=sentence("check.quality"),
    )
