"""Decisions about which learning tasks lead to which work contents of an occupational standard."""

from collections.abc import Iterable, Sequence

from sopcurric.deciding.settling import Claim, Settled, choose
from sopcurric.deciding.subjects import Tasks, UnknownSubjectError, spelled
from sopcurric.model.decision import Verdict, seen_verdict, sight
from sopcurric.model.files.decision import MapTo
from sopcurric.model.files.standard import StandardFile, WorkContent
from sopcurric.model.plan import StandardMapping
from sopcurric.model.task import TypicalTask


def decide_mappings(
    settled: Settled, standards: Sequence[StandardFile], tasks: Tasks
) -> tuple[tuple[StandardMapping, ...], tuple[Verdict, ...]]:
    """What people say about standard items: which learning tasks lead to them, and which do not."""
    contents = {(standard.code, one.id): one for standard in standards for one in _contents(standard)}
    verdicts: list[Verdict] = []
    claims: dict[str, tuple[TypicalTask, Claim]] = {}
    for one in settled.of(MapTo):
        item = (one.decision.standard, one.decision.item)
        if item not in contents:
            verdicts.append(Verdict(one.name, "gone", ("/".join(item),), reason="no-item"))
            continue
        try:
            task = tasks.one(one.decision.on)
        except UnknownSubjectError as error:
            verdicts.append(Verdict(one.name, "gone", error.names, reason=error.reason))
        else:
            claims[one.name] = (task, Claim((task.id, *item), one.decision.fits, one))
    chosen, judged = choose(claim for _, claim in claims.values())
    verdicts += judged
    made = []
    for claim in chosen:
        own, standard, content = claim.slot
        made.append(StandardMapping(tasks.numbers[own], standard, content, bool(claim.value), claim.named.name))
        seen = mapping_sight(claims[claim.named.name][0], contents[standard, content])
        verdicts.append(seen_verdict(claim.named, seen, (own, f"@standard/{standard}/{content}")))
    return tuple(made), tuple(verdicts)


def mapping_sight(task: TypicalTask, content: WorkContent) -> str:
    """What a decision about a standard item sees: the title of the task, and what the item asks for."""
    texts = (task.title, content.title, *content.skills)
    return sight(*(word for text in texts for word in spelled(text)))


def _contents(standard: StandardFile) -> Iterable[WorkContent]:
    return (content for function in standard.functions for content in function.contents)
