"""Points of one kind that say the same of different things, gathered into one sentence each."""

from collections.abc import Iterable, Mapping

from sopcurric.leaves.task_view import enumeration
from sopcurric.model.address import Address, in_job
from sopcurric.model.competency import Point
from sopcurric.model.text import Phrase, Sentence, sentence

_GATHERED: Mapping[str, str] = {
    "point.principle": "title",
    "point.equipment": "title",
    "point.equipment.function": "title",
    "point.parameter": "title",
    "point.parameter.range": "range",
    "point.quality": "criterion",
    "point.hazard": "title",
    "point.hazard.conduct": "title",
    "point.deviation": "title",
    "point.deviation.skill": "title",
    "point.deviation.conduct": "report",
    "point.record": "title",
    "point.parameter.skill": "range",
    "point.quality.sampled": "criterion",
    "point.quality.checked": "criterion",
    "point.flow": "title",
    "point.term": "title",
    "point.valve": "title",
    "point.interlock": "title",
    "point.interlock.conduct": "title",
    "point.ppe": "title",
    "point.lockout.skill": "title",
    "point.lockout.conduct": "title",
    "point.permit": "title",
    "point.environment": "title",
    "point.card": "title",
    "point.handover": "title",
}
"""Sentences that are gathered, and what is shown with each title: nothing more, a range, a limit, whom to tell."""


def gathered(points: Iterable[Point]) -> list[tuple[Phrase, tuple[Address, ...]]]:
    """Sentences with what they come from; a sentence that stands alone stays as it is, order is that of first use.

    What several plants say alike is said once.
    """
    groups: dict[tuple[str, Phrase | None], list[Point]] = {}
    for point in points:
        code = point.statement.code if isinstance(point.statement, Sentence) else ""
        key = (code, None) if code in _GATHERED else (in_job(point.id), point.statement)
        groups.setdefault(key, []).append(point)
    return [
        (_one(code, group), tuple(address for point in group for address in point.derived_from))
        for (code, _), group in groups.items()
    ]


def _one(code: str, group: list[Point]) -> Phrase:
    if len({point.statement for point in group}) == 1:
        return group[0].statement
    return sentence(f"gathered.{code.removeprefix('point.')}", items=enumeration(_item(point) for point in group))


def _item(point: Point) -> Phrase:
    if not isinstance(point.statement, Sentence):
        return point.statement
    arguments = dict(point.statement.arguments)
    more = _GATHERED[point.statement.code]
    title = arguments["title"]
    if more == "title":
        return title if not isinstance(title, str | int) else sentence("plain", value=title)
    return sentence(f"gathered.with.{more}", title=title, more=arguments[more])
