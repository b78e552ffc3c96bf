"""Which learning tasks lead to which work contents of an occupational standard."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sopcurric.deciding.asking import choice, chosen, deciders, disputed, excerpt, keyed, lines, shown
from sopcurric.deciding.standards import mapping_sight
from sopcurric.deciding.subjects import spelled
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import parts_of, sight
from sopcurric.model.files.decision import MapTo
from sopcurric.model.files.standard import OccupationalFunction, StandardFile, WorkContent
from sopcurric.model.plan import LevelRow
from sopcurric.model.question import Answer, Choice, Question, Record, Shown
from sopcurric.model.task import TypicalTask
from sopcurric.model.task_points import points_of_tasks
from sopcurric.model.text import Phrase, Sentence, Text, sentence
from sopcurric.plugin import AnswerError, QuestionKind

_ITEM = "@standard/"


@dataclass(frozen=True, slots=True)
class _Item:
    """A work content with what it belongs to."""

    standard: StandardFile
    function: OccupationalFunction
    content: WorkContent

    @property
    def address(self) -> str:
        """Where it stands."""
        return f"{_ITEM}{self.standard.code}/{self.content.id}"

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What it says, and what it belongs to."""
        levels = (one.title for one in self.standard.levels if one.id == self.content.level)
        return (
            shown("standard", self.standard.title),
            shown("function", self.function.title),
            shown("level", next(levels, sentence("plain", value=self.content.level))),
            shown("skills", lines(self.content.skills)),
        )


@dataclass(frozen=True)
class _Items:
    """Work contents by the codes of their standard and of their own."""

    compilation: Compilation

    @cached_property
    def known(self) -> Mapping[tuple[str, str], _Item]:
        return {
            (standard.code, content.id): _Item(standard, function, content)
            for standard in self.compilation.inputs.standards
            for function in standard.functions
            for content in function.contents
        }


def _ask(compilation: Compilation) -> Iterator[Question]:
    items = _Items(compilation).known
    rivals = frozenset((one.standard, one.item) for one in disputed(compilation, MapTo))
    asked: set[str] = set()
    points = points_of_tasks(compilation, compilation.shared)
    rows = (row for plan in compilation.plans for row in plan.levels)
    for row in (row for row in rows if (row.standard, row.content) not in rivals):
        for question in _of_row(row, items[row.standard, row.content], points, compilation):
            if question.id not in asked:
                asked.add(question.id)
                yield question


def _of_row(
    row: LevelRow, item: _Item, points: Mapping[str, frozenset[str]], compilation: Compilation
) -> Iterator[Question]:
    """A question for each match that was computed, the surest first; one for the row where there is nothing."""
    if not row.tasks:
        yield _open(item, compilation)
    decided = parts_of(row.decided)
    open_ = [
        (_backed(item, points.get(name, frozenset()), compilation), name) for name in row.tasks if name not in decided
    ]
    for backed, name in sorted(open_, key=lambda one: -max((own.score for own in one[0]), default=0.0)):
        _, learning = compilation.learning_tasks[name]
        yield _match(item, compilation.typical_tasks[learning.typical_task], backed, compilation)


@dataclass(frozen=True, slots=True)
class _Backed:
    """A requirement of a work content and the best of the points of a task that back it."""

    requirement: Text
    statement: Phrase
    shared: Text
    score: float


def _backed(item: _Item, points: frozenset[str], compilation: Compilation) -> tuple[_Backed, ...]:
    """What the points of a task back in a work content, the surest first."""
    statements = {one.id: one.statement for one in compilation.shared.points}
    coverage = next(one for one in compilation.coverage if one.standard == item.standard.code)
    found = []
    for one in coverage.of_content.get(item.content.id, ()):
        best = next((own for own in one.backings if own.point in points), None)
        if best:
            found.append(_Backed(one.text, statements[best.point], best.shared, best.score))
    return tuple(sorted(found, key=lambda one: -one.score))


def _evidence(item: _Item, backed: Sequence[_Backed]) -> tuple[Shown, ...]:
    """Why the task may lead there: line by line, with what both have in common and how much that is."""
    if not backed:
        return ()
    told = (
        sentence(
            "ask.backed",
            requirement=one.requirement,
            point=one.statement,
            shared=one.shared,
            score=f"{one.score:.2f}",
        )
        for one in backed
    )
    count = len(item.content.skills) + len(item.content.knowledge)
    return (
        shown("backed", sentence("ask.backed.count", number=len(backed), all=count)),
        shown("evidence", lines(told)),
    )


def _match(item: _Item, task: TypicalTask, backed: Sequence[_Backed], compilation: Compilation) -> Question:
    beside = (
        shown("task", sentence("ask.named", title=task.title, address=min(task.members))),
        shown("job", lines(compilation.sops[job].title for job in task.jobs)),
        *item.shown,
    )
    return Question(
        kind="standard_item",
        key=keyed(f"{item.address}|{min(task.members)}", item.content.title, *beside),
        roles=deciders(compilation.inputs.profile, "map"),
        ask=sentence("ask.standard", task=task.title, content=item.content.title),
        shown=(*beside, *_evidence(item, backed)),
        choices=(choice("yes", "fits"), choice("no", "fits-not")),
        seen=mapping_sight(task, item.content),
        about=(item.address, min(task.members)),
        proposal="yes",
    )


def _open(item: _Item, compilation: Compilation) -> Question:
    texts = (item.content.title, *item.content.skills)
    choices: tuple[Choice, ...] = (choice("task"), choice("none"))
    ask: Sentence = sentence("ask.standard.open", content=item.content.title)
    return Question(
        kind="standard_item",
        key=keyed(item.address, item.content.title, *item.shown),
        roles=deciders(compilation.inputs.profile, "map"),
        ask=ask,
        shown=item.shown,
        choices=choices,
        seen=sight(*(word for text in texts for word in spelled(text))),
        about=(item.address,),
        free=sentence("ask.free.task"),
    )


def _decide(compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    taken = chosen(question, answer, worded=("task",))
    standard, _, item = question.about[0].removeprefix(_ITEM).rpartition("/")
    record = {"decide": "map", "standard": standard, "item": item}
    if taken == "none":
        return ()
    if taken == "task":
        found = _Items(compilation).known.get((standard, item))
        if found is None:
            raise AnswerError("ask.error.gone")
        task = _named(answer.words.strip(), compilation)
        return ({**record, "on": [min(task.members)], "fits": True, "seen": mapping_sight(task, found.content)},)
    return ({**record, "on": [question.about[1]], "fits": taken == "yes", "seen": question.seen},)


def _named(name: str, compilation: Compilation) -> TypicalTask:
    """The task that holds a procedure, or that has an identifier.

    Raises:
        AnswerError: there is none.
    """
    learning = compilation.learning_tasks.get(name)
    own = compilation.typical_tasks.get(learning[1].typical_task if learning else name)
    found = own or next((task for task in compilation.catalogue.tasks if name in task.members), None)
    if found is None:
        raise AnswerError("ask.error.task", found=excerpt(name))
    return found


QUESTION = QuestionKind(name="standard_item", rank=50, ask=_ask, decide=_decide)
