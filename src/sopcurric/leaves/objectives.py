"""O 学习目标: what the learner can do, knows and observes afterwards, each with its code and what assesses it."""

from collections.abc import Iterable, Iterator

from sopcurric.leaves.objective_lines import KINDS, ObjectiveLine, lines_of, rows_of, taught
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.competency import Point
from sopcurric.model.layout import item
from sopcurric.model.publication import Block, Heading, Item, Leaf, LeafKind, Listing
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    blocks = tuple(_objectives(view))
    if blocks:
        yield view.leaf(LeafKind.OBJECTIVES, blocks)


def _objectives(view: TaskView) -> Iterator[Block]:
    for kind in KINDS:
        points = taught(view, kind)
        if points:
            yield Heading(f"O/{kind}/title", sentence(f"objectives.{kind}"))
            yield from _skills(view, points) if kind == "skill" else _list(view, f"O/{kind}", points)


def _list(view: TaskView, key: str, points: Iterable[Point]) -> Iterator[Block]:
    items = tuple(_item(view, line) for line in lines_of(points))
    if items:
        yield Listing(key, items)


def _item(view: TaskView, line: ObjectiveLine) -> Item:
    """An objective with its code, and the rows of the evaluation that are about it."""
    rows = rows_of(line, view.all.assessment.by_task[view.task.id])
    if rows is None:
        return item(sentence("objectives.coded.only", code=line.code, text=line.phrase), *line.addresses)
    return item(sentence("objectives.coded", code=line.code, rows=rows, text=line.phrase), *line.addresses)


def _skills(view: TaskView, points: list[Point]) -> Iterator[Block]:
    """Skills; where several jobs do the work in ways of their own, what all have to do, then those of each job."""
    codes = {one.id: view.sop(one.derived_from[0]).code.casefold() for one in points}
    steps = [one for one in points if one.work]
    if len({codes[one.id] for one in steps}) == 1 or not steps:
        yield from _list(view, "O/skill", points)
        return
    users: dict[Phrase, set[str]] = {}
    for point in steps:
        users.setdefault(point.statement, set()).add(codes[point.id])
    own = {one.id for one in steps if len(users[one.statement]) == 1}
    shared = [one for one in points if one.id not in own]
    if shared:
        yield Heading("O/skill/common/title", sentence("objectives.common"), level=2)
        yield from _list(view, "O/skill", shared)
    for code in dict.fromkeys(codes[one.id] for one in points if one.id in own):
        mine = [one for one in points if one.id in own and codes[one.id] == code]
        sop = view.sop(mine[0].derived_from[0])
        yield Heading(f"O/skill/{code}/title", sop.title, level=2, derived_from=(sop.address,))
        yield from _list(view, f"O/skill/{code}", mine)
