"""O 学习目标: what the learner can do, knows and observes afterwards."""

from collections.abc import Iterator

from sopcurric.leaves.gathered import gathered
from sopcurric.leaves.task_view import TaskView
from sopcurric.model.layout import item
from sopcurric.model.publication import Block, Heading, Leaf, LeafKind, Listing
from sopcurric.model.text import sentence


def leaves(view: TaskView) -> Iterator[Leaf]:
    """The one leaf of this kind."""
    yield view.leaf(LeafKind.OBJECTIVES, _objectives(view))


def _objectives(view: TaskView) -> Iterator[Block]:
    for kind in ("skill", "knowledge", "conduct"):
        points = view.points(kind)
        if points:
            yield Heading(f"O/{kind}/title", sentence(f"objectives.{kind}"))
            items = tuple(item(phrase, *addresses) for phrase, addresses in gathered(points))
            yield Listing(f"O/{kind}", items, numbered=True)
