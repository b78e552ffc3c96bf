"""The six-step action cycle (资讯 计划 决策 实施 检查 评价) over the leaves of a learning task."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from sopcurric.leaves.task_view import joined
from sopcurric.model.publication import Leaf, LeafKind, Paragraph
from sopcurric.model.text import Phrase, sentence

ActionStep = Literal["inform", "plan", "decide", "carry-out", "check", "evaluate"]
ACTION_CYCLE: tuple[ActionStep, ...] = ("inform", "plan", "decide", "carry-out", "check", "evaluate")
"""The six steps in their order."""
PLACE: Mapping[LeafKind, tuple[ActionStep, ...]] = {
    LeafKind.DESCRIPTION: ("inform",),
    LeafKind.OBJECTIVES: ("inform",),
    LeafKind.GUIDANCE: ("inform",),
    LeafKind.KNOWLEDGE: ("inform",),
    LeafKind.PLANNING: ("plan", "decide"),
    LeafKind.WORK: ("carry-out",),
    LeafKind.RECORD: ("carry-out",),
    LeafKind.CHECK: ("check",),
    LeafKind.EVALUATION: ("evaluate",),
    LeafKind.EXTENSION: ("evaluate",),
    LeafKind.SUMMARY: ("evaluate",),
}
"""The place of each kind of leaf in the cycle; the task sheet and the teacher's page stand outside."""


def with_cycle(leaves: Sequence[Leaf]) -> tuple[Leaf, ...]:
    """The leaves of a task, with one line on the task sheet that says which of them are for which step."""
    kinds = tuple(dict.fromkeys(one.kind for one in leaves if not one.readers and one.blocks))
    found = tuple((step, [kind for kind in kinds if step in PLACE.get(kind, ())]) for step in ACTION_CYCLE)
    told = [_told(step, own) for step, own in found if own]
    if not told:
        return tuple(leaves)
    line = Paragraph("C/cycle", sentence("cycle.title", line=joined("cycle.join", told)))
    return tuple(replace(one, blocks=(*one.blocks, line)) if one.kind is LeafKind.COVER else one for one in leaves)


def _told(step: ActionStep, kinds: Sequence[LeafKind]) -> Phrase:
    leaves = joined("lesson.join", [sentence("plain", value=kind.value) for kind in kinds])
    return sentence("cycle.step", step=sentence(f"cycle.{step}"), leaves=leaves)
