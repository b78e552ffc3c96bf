"""O 学习目标: what the learner can do, knows and observes afterwards."""

from collections.abc import Iterable, Iterator

from sopcurric.leaves.gathered import gathered
from sopcurric.leaves.task_view import TaskView
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.competency import Point
from sopcurric.model.layout import item
from sopcurric.model.publication import Block, Heading, Leaf, LeafKind, Listing
from sopcurric.model.text import Phrase, sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    blocks = tuple(_objectives(view))
    if blocks:
        yield view.leaf(LeafKind.OBJECTIVES, blocks)


def _objectives(view: TaskView) -> Iterator[Block]:
    for kind in ("skill", "knowledge", "conduct"):
        points = [one for one in view.points(kind) if not _is_open(view, one)]
        if points:
            yield Heading(f"O/{kind}/title", sentence(f"objectives.{kind}"))
            yield from _skills(view, points) if kind == "skill" else _list(f"O/{kind}", points)


def _is_open(view: TaskView, point: Point) -> bool:
    """Whether it is of a step that is still to be written: nobody can learn to do that."""
    return is_placeholder(point.work.words(view.language))


def _list(key: str, points: Iterable[Point]) -> Iterator[Block]:
    items = tuple(item(phrase, *addresses) for phrase, addresses in gathered(points))
    if items:
        yield Listing(key, items, numbered=True)


def _skills(view: TaskView, points: list[Point]) -> Iterator[Block]:
    """Skills; where several jobs do the work in ways of their own, what all have to do, then those of each job."""
    codes = {one.id: view.sop(one.derived_from[0]).code.casefold() for one in points}
    steps = [one for one in points if one.work]
    if len({codes[one.id] for one in steps}) == 1 or not steps:
        yield from _list("O/skill", points)
        return
    users: dict[Phrase, set[str]] = {}
    for point in steps:
        users.setdefault(point.statement, set()).add(codes[point.id])
    own = {one.id for one in steps if len(users[one.statement]) == 1}
    shared = [one for one in points if one.id not in own]
    if shared:
        yield Heading("O/skill/common/title", sentence("objectives.common"), level=2)
        yield from _once("O/skill", shared)
    for code in dict.fromkeys(codes[one.id] for one in points if one.id in own):
        mine = [one for one in points if one.id in own and codes[one.id] == code]
        sop = view.sop(mine[0].derived_from[0])
        yield Heading(f"O/skill/{code}/title", sop.title, level=2, derived_from=(sop.address,))
        yield from _list(f"O/skill/{code}", mine)


def _once(key: str, points: Iterable[Point]) -> Iterator[Block]:
    """Points of several jobs; what they say alike stands there once, with all its sources."""
    found: dict[Phrase, tuple[str, ...]] = {}
    for phrase, addresses in gathered(points):
        found[phrase] = tuple(dict.fromkeys((*found.get(phrase, ()), *addresses)))
    yield Listing(key, tuple(item(phrase, *addresses) for phrase, addresses in found.items()), numbered=True)
