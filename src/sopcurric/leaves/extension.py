"""X 拓展与异常处置: deviations with causes, consequences and actions; emergency cards; cases."""

from collections.abc import Iterable, Iterator

from sopcurric.leaves.cases import extensions
from sopcurric.leaves.gathered import counted
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import cell, columns, element_rows, row, rows_once, told
from sopcurric.model.publication import Block, Leaf, LeafKind, Paragraph, Row, Table
from sopcurric.model.sop import Deviation, EmergencyCard
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind; none where the SOP knows of nothing beyond the work itself."""
    blocks = tuple(_extension(view))
    if blocks:
        yield view.leaf(LeafKind.EXTENSION, (*blocks, _own_case()))


def _extension(view: TaskView) -> Iterator[Block]:
    deviations = view.elements(view.task.deviations, Deviation)
    if deviations:
        yield Table(
            "X/deviations",
            columns(
                ("column.symptom", 18),
                ("column.causes", 25),
                ("column.consequence", 15),
                ("column.actions", 30),
                ("column.report", 12),
            ),
            rows_once(_deviation_rows(one) for one in deviations),
            title=sentence("extension.deviations"),
        )
        names = tuple(dict.fromkeys(one.title for one in deviations))
        drill = sentence("extension.drill", items=counted("deviation", names))
        yield Paragraph("X/drill", drill, derived_from=view.typical.members)
    cards = view.elements(view.task.cards, EmergencyCard)
    if cards:
        yield _card_table(cards)
    yield from extensions(view)


def _own_case() -> Table:
    return Table(
        "X/case",
        columns(("column.symptom", 22), ("column.causes", 22), ("column.actions", 32), ("column.improvement", 24)),
        (),
        title=sentence("extension.case"),
        blank_rows=3,
    )


def _deviation_rows(deviation: Deviation) -> Iterator[Row]:
    """One row for each cause, and one for what is told of all of them; symptom and report cover them."""
    middles = [
        (
            cell(one.cause, told("deviation.check", one.check)),
            cell(one.consequence or deviation.consequence),
            cell(*_numbered(one.actions)),
        )
        for one in deviation.rows
    ]
    if deviation.causes or deviation.actions or not deviation.rows:
        causes, actions = _numbered(deviation.causes), _numbered(deviation.actions)
        middles.append((cell(*causes), cell(deviation.consequence), cell(*actions)))
    count = len(middles)
    for place, middle in enumerate(middles):
        if place:
            yield row(middle, deviation.address)
        else:
            first, last = cell(deviation.title, rows=count, strong=True), cell(deviation.report, rows=count)
            yield row((first, *middle, last), deviation.address)


def _numbered(texts: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sentence("numbered", number=n, text=text) for n, text in enumerate(texts, start=1))


def _card_table(cards: list[EmergencyCard]) -> Table:
    return Table(
        "X/cards",
        columns(
            ("column.situation", 17),
            ("column.signs", 17),
            ("column.first-actions", 34),
            ("column.contacts", 16),
            ("column.cautions", 16),
        ),
        element_rows(
            cards,
            lambda one: (
                cell(one.title, strong=True),
                cell(one.signs),
                cell(told("card.who", one.who), *_numbered(one.actions)),
                cell(*one.contacts),
                cell(*one.cautions),
            ),
        ),
        title=sentence("extension.cards"),
    )
