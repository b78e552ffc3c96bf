"""D 学习情境与任务描述: the situation at work, told in sentences, and the five analysis fields."""

import re
from collections.abc import Iterator, Sequence

from sopcurric.leaves.gathered import counted
from sopcurric.leaves.task_view import TaskView, joined
from sopcurric.model.address import Address
from sopcurric.model.layout import cell, columns, row
from sopcurric.model.plants import Plants
from sopcurric.model.publication import Block, Heading, Leaf, LeafKind, Paragraph, Table
from sopcurric.model.retell import retell, spoken
from sopcurric.model.sop import JobSop, Parameter, Procedure, QualityCheck, Record
from sopcurric.model.text import Phrase, Sentence, Text, sentence

_INTERVAL = re.compile(r"^每|[每一]次|周期|^(?:every|each|once|daily|weekly|monthly)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?:[前后时中]|期间|情况下)$|^(?:before|after|when|while|during|if)\b", re.IGNORECASE)
_SENSES = re.compile(r"[看听摸测闻嗅试问查、，]+")
"""A method that only names senses; the method of the phase says so already."""
_MOST = 8
"""As many requirements as a cell names; all stand on the leaves of work and check."""
_PARTIES = {"task.actor": "actor", "task.monitor": "monitor", "task.signs": "signature"}
_LINES = {
    "task.actor": ("description.actors", "join.names"),
    "task.monitor": ("description.monitors", "join"),
    "task.signs": ("description.signs", "join.names"),
}
"""How those who take part, watch and sign are told: the argument that names them, the line, what joins them."""


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
    if len(groups) == 1 and _steps_differ(view):
        yield Paragraph("D/plants", sentence("description.plants"), derived_from=view.typical.members)
    rows = tuple(
        row((cell(sentence(f"analysis.{name}"), strong=True), cell(*_told(view, name, phrases))))
        for name, phrases in view.typical.fields
        if phrases
    )
    if rows:
        yield Table(
            "D/analysis",
            columns(("column.aspect", 20), ("column.content", 80)),
            rows,
            title=sentence("description.analysis"),
            derived_from=view.typical.members,
        )


def _steps_differ(view: TaskView) -> bool:
    """Whether plants have other steps, though the same is told of them."""
    told: dict[str, set[tuple[Text, ...]]] = {}
    for one in view.procedures:
        code = view.sop(one.address).code.casefold()
        told.setdefault(code, set()).add(tuple(step.text for step in one.deeds))
    return any(len(one) > 1 for one in told.values())


def _told(view: TaskView, name: str, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """What stands in a cell: things in one line, requirements one by one; of long lists the first, and how many."""
    if name == "requirements":
        phrases = _required(view, phrases)
        left = len(phrases) - _MOST
        return phrases if left <= 1 else (*phrases[:_MOST], sentence("description.more", number=left))
    if name == "organisation":
        return tuple(_organisation(view, phrases))
    if name == "methods":
        general = any(isinstance(one, Sentence) for one in phrases)
        return tuple(one for one in phrases if not (general and _is_sense(view, one)))
    return (counted("object" if name == "objects" else "thing", tuple(dict.fromkeys(phrases))),)


def _required(view: TaskView, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Requirements with the plants that have them, where others have others."""
    homes: dict[Phrase, list[Address]] = {}
    for procedure in view.procedures:
        for one in _requirements_of(view, procedure):
            homes.setdefault(one, []).append(procedure.address)
    plants = Plants(view.all.sops, dict(view.all.inputs.settings.organisations))
    return tuple(plants.said(one, homes.get(one, ()), view.typical.members) for one in phrases)


def _requirements_of(view: TaskView, procedure: Procedure) -> Iterator[Phrase]:
    """What one procedure and its SOP ask for, in the words of the analysis."""
    if competency := view.all.competencies.get(f"{procedure.address}.competency"):
        if competency.result:
            yield competency.result
        yield from competency.standards
    for one in view.sop(procedure.address).elements():
        match one:
            case Parameter() if one.range:
                yield sentence("task.quality", title=one.title, criterion=one.range)
            case QualityCheck() if one.criterion:
                yield sentence("task.quality", title=one.title, criterion=one.criterion)
            case _:
                pass


def _is_sense(view: TaskView, phrase: Phrase) -> bool:
    return isinstance(phrase, Text) and _SENSES.fullmatch(phrase.words(view.language)) is not None


def _organisation(view: TaskView, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Whose work it is, who takes part and who signs: each kind in one line."""
    people: dict[str, list[Phrase]] = {code: [] for code in _PARTIES}
    jobs: list[Phrase] = []
    for phrase in phrases:
        code = phrase.code if isinstance(phrase, Sentence) else ""
        if isinstance(phrase, Sentence) and code in _PARTIES:
            who = dict(phrase.arguments)[_PARTIES[code]]
            people[code].append(who if isinstance(who, Phrase) else sentence("plain", value=who))
        else:
            jobs.append(phrase)
    if jobs:
        yield joined("join.names", tuple(jobs))
    for code, (line, join) in _LINES.items():
        if people[code]:
            yield sentence(line, items=joined(join, _shortest(view, people[code])))


def _shortest(view: TaskView, names: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Names once each; one that another one only explains in brackets (副操, 副操（现场）) is left out."""
    said = {one: one.words(view.language) if isinstance(one, Text) else "" for one in dict.fromkeys(names)}
    return tuple(
        one
        for one, words in said.items()
        if not any(words and more.startswith((f"{words}（", f"{words}(")) for more in said.values())
    )


def _situation(view: TaskView, procedure: Procedure) -> Iterator[Block]:
    sop = view.sop(procedure.address)
    key = f"D/{procedure.address}"
    named = (procedure.duty, *(one.address for one in _written(view, procedure)))
    for part, told, sources in (
        ("situation", _scene(view, sop, procedure), (procedure.address, sop.address)),
        ("order", _order(view, procedure), (procedure.address, *(one for one in named if one in view.all.elements))),
    ):
        said = joined("join.sentences", tuple(told))
        yield Paragraph(f"{key}/{part}", said, derived_from=sources)


def _scene(view: TaskView, sop: JobSop, procedure: Procedure) -> Iterator[Phrase]:
    """Who you are, where you work, what the job is there for, what has happened."""
    if sop.kind == "job-sop":
        post = sop.title.words(view.language).endswith(("岗位", "岗"))
        yield sentence("story.post" if post else "story.job", job=sop.title)
        if sop.workplace:
            yield sentence("story.workplace", workplace=_said(sop.workplace))
    if sop.purpose:
        yield sentence("story.purpose" if sop.kind == "job-sop" else "story.about", text=_said(sop.purpose))
    title = procedure.title if len(view.procedures) > 1 else view.task.title
    if not (procedure.trigger or procedure.interval):
        yield sentence("story.plain", title=title)
        return
    trigger = _said(procedure.trigger or procedure.interval)
    words = trigger.words(view.language)
    due = not procedure.trigger or _INTERVAL.search(words)
    code = "interval" if due else "before" if _BEFORE.search(words) else "event"
    yield sentence(f"story.{code}", trigger=trigger, title=title)


def _order(view: TaskView, procedure: Procedure) -> Iterator[Phrase]:
    """Where, with whom and how long; how many steps; what is to come of it, and what is written down."""
    if duty := view.all.titles.get(procedure.duty):
        yield sentence("story.duty", text=_said(duty) if isinstance(duty, Text) else duty)
    if procedure.place:
        yield sentence("story.place", place=_said(procedure.place))
    if procedure.actors:
        yield sentence("story.actors", actors=joined("join.names", procedure.actors))
    if procedure.duration:
        yield sentence("story.duration", duration=_said(procedure.duration))
    critical = sum(step.critical for step in procedure.steps)
    kind = "points" if procedure.route else "steps"
    code = f"story.{kind}.critical" if critical else f"story.{kind}"
    yield sentence(code, steps=len(procedure.deeds), **({"critical": critical} if critical else {}))
    if procedure.result:
        yield sentence("story.result", result=_said(procedure.result))
    if records := tuple(dict.fromkeys(one.title for one in _written(view, procedure))):
        yield sentence("story.records", records=counted("record", records))


def _written(view: TaskView, procedure: Procedure) -> list[Record]:
    """What is written down: the records of the procedure, and those of its steps."""
    return view.elements(dict.fromkeys((*procedure.records, *(step.record for step in procedure.steps))), Record)


def _said(text: Text) -> Text:
    """A text without its closing full stop, which the sentence around it brings."""
    return retell(text, spoken(text))
