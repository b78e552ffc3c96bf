"""Cases on the leaves of a task: 操作技法 with knowledge; 典型案例, what is new as extension; 课程思政 at the end."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sopcurric.leaves.task_view import TaskView
from sopcurric.model.files.case import AnyCase, Effect, Ideology, Incident, NewItem, Technique, case_kind
from sopcurric.model.layout import item
from sopcurric.model.publication import Block, Heading, Listing, Paragraph
from sopcurric.model.text import Phrase, Text, sentence

Kind = TypeVar("Kind", Ideology, Incident, NewItem, Technique)


def techniques(view: TaskView) -> Iterator[Block]:
    """Techniques of masters: key moves, why they work, faults of beginners, effect."""
    for case in _of(view, Technique):
        page = _Page("K", case)
        title = sentence("case.title", kind=sentence("case.technique"), title=case.title)
        if case.rank is not None:
            rank = sentence(f"rank.{case.rank.value}")
            title = sentence("case.title.rank", kind=sentence("case.technique"), title=case.title, rank=rank)
        yield page.heading(title)
        yield from page.listing("moves", case.moves, numbered=True)
        yield from page.told("why", case.why)
        yield from page.listing("faults", case.faults)
        effect = _effect(case.effect) if case.effect else None
        if case.effect and effect:
            aim = sentence(f"aim.{case.effect.aim.value}")
            yield page.paragraph("effect", sentence("case.effect", aim=aim, text=effect))
        yield from page.told("evidence", *case.evidence)


def extensions(view: TaskView) -> Iterator[Block]:
    """Incidents, then what is new."""
    for incident in _of(view, Incident):
        page = _Page("X", incident)
        yield page.heading(page.title())
        yield from page.told("happened", incident.happened)
        yield from page.listing("causes", incident.causes, numbered=True)
        yield from page.listing("consequences", incident.consequences)
        yield from page.listing("lessons", incident.lessons)
        yield from page.listing("measures", incident.measures)
        yield page.paragraph("question", sentence("case.question.incident"))
    for new in _of(view, NewItem):
        page = _Page("X", new)
        yield page.heading(page.title(sentence(f"new.{new.kind.value}")))
        yield page.paragraph("text", new.text)
        yield from page.told("basis", *new.evidence)
        if new.introduced_on:
            yield page.paragraph("introduced", sentence("case.introduced", date=new.introduced_on))


def ideologies(view: TaskView) -> Iterator[Block]:
    """课程思政: the attitude that a case teaches, what happened, and a question about the work of this task."""
    for ideology in _of(view, Ideology):
        page = _Page("S", ideology)
        yield page.heading(page.title())
        yield from page.told("theme", ideology.theme)
        yield page.paragraph("text", ideology.text)
        yield from page.told("sources", *ideology.evidence)
        yield page.paragraph("question", sentence("case.question.ideology", theme=ideology.theme))


def _of(view: TaskView, kind: type[Kind]) -> Iterator[Kind]:
    """The cases of one kind that points of the task come from, each once."""
    points = (view.all.points[one] for one in view.task.points)
    for address in dict.fromkeys(address for point in points for address in point.derived_from):
        case = view.all.cases.get(address)
        if isinstance(case, kind):
            yield case


def _effect(effect: Effect) -> Phrase | None:
    """The effect in words, in figures, or both."""
    change: Phrase | None = None
    if effect.before and effect.after:
        before, after = (_value(one, effect.unit) for one in (effect.before, effect.after))
        change = sentence("case.effect.change", before=before, after=after)
    if effect.text and change:
        return sentence("case.effect.both", text=effect.text, change=change)
    return effect.text or change


def _value(text: Text, unit: str | None) -> Phrase:
    return sentence("case.value", value=text, unit=unit) if unit else text


class _Page:
    """Blocks of one case on a leaf."""

    def __init__(self, leaf: str, case: AnyCase) -> None:
        self._case = case
        self._key = f"{leaf}/case-{case.id}"
        self._from = (case.address,)

    def title(self, kind: Phrase | None = None) -> Phrase:
        """What kind of case it is, and what it is called."""
        named = kind or sentence(f"case.{case_kind(self._case)}")
        return sentence("case.title", kind=named, title=self._case.title)

    def heading(self, title: Phrase) -> Heading:
        """The heading above all of it."""
        return Heading(f"{self._key}/title", title, derived_from=self._from)

    def paragraph(self, key: str, content: Phrase) -> Paragraph:
        """A paragraph."""
        return Paragraph(f"{self._key}/{key}", content, derived_from=self._from)

    def told(self, key: str, *texts: Text | None) -> Iterator[Block]:
        """What a key of the case says, with what it is; nothing where it says nothing."""
        said = [text for text in texts if text]
        if said:
            yield self.paragraph(key, sentence(f"case.{key}", text=_joined(said)))

    def listing(self, key: str, texts: Iterable[Text], *, numbered: bool = False) -> Iterator[Block]:
        """A list with a heading of its own; nothing where there are no items."""
        items = tuple(item(text, self._case.address) for text in texts)
        if items:
            yield Heading(f"{self._key}/{key}/title", sentence(f"case.{key}"), level=2, derived_from=self._from)
            yield Listing(f"{self._key}/{key}", items, numbered=numbered, derived_from=self._from)


def _joined(texts: Sequence[Text]) -> Phrase:
    if len(texts) == 1:
        return texts[0]
    middle = len(texts) // 2
    return sentence("case.join", left=_joined(texts[:middle]), right=_joined(texts[middle:]))
