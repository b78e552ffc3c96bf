"""What must be laid out for a task: protection and papers for each learner, tools and materials for each group."""

import re
from collections.abc import Iterable, Iterator

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, row, rows_once
from sopcurric.model.publication import Cell, Table
from sopcurric.model.sop import EmergencyCard, Lockout, Permit, Ppe, Record
from sopcurric.model.text import EMPTY, Phrase, Text, sentence


def kit_table(key: str, view: TaskView) -> Table:
    """The list, thing by thing; the sheets of the task stand first, so that it is never empty."""
    papers = row(_cells(sentence("kit.sheets", label=view.task.label), "kit.each"), *view.task.derived_from)
    found = rows_once((row(_cells(title, amount, note), address),) for title, amount, note, address in _things(view))
    return Table(
        key,
        columns(("kit.column.thing", 50), ("kit.column.amount", 24), ("kit.column.note", 26)),
        (papers, *found),
        title=sentence("kit.title"),
    )


def _cells(title: Phrase, amount: str, note: Phrase | None = None) -> tuple[Cell, ...]:
    return cell(title), cell(sentence(amount)), cell(note)


_Thing = tuple[Phrase, str, Phrase | None, Address]


def _things(view: TaskView) -> Iterator[_Thing]:
    protection = tuple(_protection(view))
    yield from protection
    worn = [title for title, *_ in protection if isinstance(title, Text)]
    for record in view.elements(view.task.records, Record):
        number = sentence("plain", value=record.number) if record.number else None
        yield record.title, "kit.each.form", number, record.address
    for lockout in view.elements(view.task.lockouts, Lockout):
        yield sentence("kit.lock", title=lockout.title), "kit.each", lockout.device or None, lockout.address
    for permit in view.elements(view.task.permits, Permit):
        yield permit.title, "kit.group.form", None, permit.address
    for card in view.elements(view.task.cards, EmergencyCard):
        yield sentence("kit.card", title=card.title), "kit.group.one", None, card.address
    for procedure in view.procedures:
        yield from (
            (tool, "kit.group", None, procedure.address) for tool in procedure.tools if not is_among(tool, worn)
        )
        yield from ((used, "kit.group.enough", None, procedure.address) for used in procedure.materials)


def _protection(view: TaskView) -> Iterator[_Thing]:
    """Protective equipment as listed, then what hazards ask for beside it; what is for rescue is for the whole group.

    What a hazard calls by a part of a listed title, or with a remark in brackets, is that listed thing.
    """
    listed = view.elements(view.task.ppe, Ppe)
    for one in listed:
        yield one.title, amount(one.title, one.when), one.standard or None, one.address
    known = [one.title for one in listed]
    for hazard in view.hazards():
        for worn in hazard.ppe:
            if not is_among(worn, known):
                known.append(worn)
                yield worn, amount(worn, EMPTY), None, hazard.address


_ASIDE = re.compile(r"\s*[（(][^（）()]*[）)]\s*$")
_JOINED = re.compile(r"[和与及或、/]|\s+(?:and|or)\s+")
_FOR_RESCUE = re.compile(r"呼吸器|应急|救援|抢险|救生绳|breathing apparatus|rescue|emergency", re.IGNORECASE)
_MAKE = 2
"""So many characters at the beginning of a title say of what make the things in it are (防酸服和手套)."""


def amount(title: Text, when: Text) -> str:
    """How many there are of protective equipment: one for each learner; for the group where it is for rescue."""
    return "kit.group" if any(_FOR_RESCUE.search(words) for words in (*_said(title), *_said(when))) else "kit.each"


def is_among(worn: Text, listed: Iterable[Text]) -> bool:
    """Whether protective equipment is one of what is listed."""
    return any(_same(one, other) for title in listed for one in _said(worn) for other in _said(title))


def _said(text: Text) -> tuple[str, ...]:
    return tuple(text.words(language) for language, _ in text.wordings)


def _same(worn: str, title: str) -> bool:
    """Whether a name is that of a listed thing, or of one of several that a title joins (防酸服和手套: 防酸手套)."""
    one, whole = _ASIDE.sub("", worn).strip(), _ASIDE.sub("", title).strip()
    parts = _JOINED.split(whole)
    return one == whole or (
        len(parts) > 1
        and (one in parts or (one[:_MAKE] == whole[:_MAKE] and any(one.endswith(part) for part in parts if part)))
    )
