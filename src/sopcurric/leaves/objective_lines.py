"""The objectives of a learning task as they are printed, each with a code that stays (domain: 岗位–任务–步骤–S/K).

A code says what an objective is (S 技能, K 知识, A 素养) and where it comes from: the step (`S-DIG-P1-S3`), or what
sort of thing it is about (`K-EQ`), as objectives of one sort are told in one line. It follows from identifiers of the
SOP alone, so that it stays when lines are added, left out or moved; printed numbers of criteria are labels. What plants
do otherwise in a step is the same objective and has the same code.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopcurric.leaves.gathered import groups
from sopcurric.leaves.task_view import TaskView, joined
from sopcurric.linguistics.reading import is_placeholder
from sopcurric.model.address import Address, without_plant
from sopcurric.model.assessment import Criterion, TaskAssessment
from sopcurric.model.competency import Point, PointKind
from sopcurric.model.text import Phrase, Sentence, sentence

KINDS: tuple[PointKind, ...] = ("skill", "knowledge", "conduct")
"""In the order in which they are printed."""
LETTERS: Mapping[PointKind, str] = {"skill": "S", "knowledge": "K", "conduct": "A"}
_SORTS: Mapping[str, str] = {
    "principle": "PR",
    "flow": "FL",
    "term": "TM",
    "equipment": "EQ",
    "valve": "VA",
    "interlock": "IL",
    "parameter": "PA",
    "quality": "QU",
    "hazard": "HZ",
    "ppe": "PP",
    "lockout": "LO",
    "permit": "PT",
    "environment": "EN",
    "record": "RC",
    "handover": "HO",
    "deviation": "DV",
    "card": "EC",
}
"""What gathered objectives are about, by their sentence."""
_ENDINGS: Mapping[str, str] = {"function": "F", "range": "R", "sampled": "S", "checked": "C"}
_NUMBER = re.compile(r"(?P<head>.*?)(?P<number>\d+)")
_RUN = 3
"""So many codes in a row are told by the first and the last of them."""


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """An objective as one line: its code, what it says, the points that it is made of."""

    code: str
    kind: PointKind
    phrase: Phrase
    points: tuple[Point, ...]

    @property
    def addresses(self) -> tuple[Address, ...]:
        """What it comes from."""
        return tuple(address for point in self.points for address in point.derived_from)


def objective_lines(view: TaskView) -> tuple[ObjectiveLine, ...]:
    """The objectives of a task, those of one kind after each other; not those of steps that are still to be written."""
    return tuple(line for kind in KINDS for line in lines_of(taught(view, kind)))


def taught(view: TaskView, kind: PointKind) -> list[Point]:
    """The points of one kind, without those of steps that are still to be written: nobody can learn to do these."""
    return [one for one in view.points(kind) if not is_placeholder(one.work.words(view.language))]


def lines_of(points: Iterable[Point]) -> Iterator[ObjectiveLine]:
    """Lines of some points of one kind; what several say alike is one line."""
    for phrase, own in groups(points):
        yield ObjectiveLine(_code(own), own[0].kind, phrase, tuple(own))


def _code(own: Sequence[Point]) -> str:
    first = min(own, key=lambda one: without_plant(one.id))
    said = first.statement.code.split(".") if isinstance(first.statement, Sentence) else []
    letter = LETTERS[first.kind]
    sort = _SORTS.get(said[1]) if len(said) > 1 and not first.work else None
    if sort:
        return f"{letter}-{sort}{''.join(_ENDINGS.get(one, '') for one in said[2:])}"
    address, _, ending = without_plant(first.id).rpartition(".")
    parts = [part.removeprefix("case-") for part in re.split(r"[/.]", address)]
    return "-".join((letter, *parts, *(("MT",) if ending == "materials" else ())))


def objectives_of(criterion: Criterion, assessed: TaskAssessment, lines: Sequence[ObjectiveLine]) -> Phrase | None:
    """The codes of the objectives that a criterion assesses, or that these are all; nothing where none is printed."""
    wanted = {*criterion.objectives}
    codes = [one.code for one in lines if any(point.id in wanted for point in one.points)]
    if _is_general(criterion, assessed) and len(codes) > 1:
        return sentence("evaluation.objectives.all")
    return sentence("plain", value=in_short(codes)) if codes else None


def rows_of(line: ObjectiveLine, assessed: TaskAssessment) -> Phrase | None:
    """The numbers of the criteria that assess an objective; those that look at everything only where no other does."""
    own = {point.id for point in line.points}
    about = [
        (number, _is_general(one, assessed))
        for number, one in enumerate(assessed.criteria, start=1)
        if not own.isdisjoint(one.objectives)
    ]
    shown = [number for number, general in about if not general] or [number for number, _ in about]
    return joined("join.items", [sentence("plain", value=number) for number in shown]) if shown else None


def _is_general(criterion: Criterion, assessed: TaskAssessment) -> bool:
    """Whether a criterion looks at all objectives of a task."""
    return {*criterion.objectives} >= {*assessed.objectives}


def in_short(codes: Sequence[str]) -> str:
    """Codes in one line: what begins alike has its beginning once, and runs of numbers are told by their ends."""
    by_head: dict[str, list[str]] = {}
    for code in dict.fromkeys(codes):
        head, mark, last = code.rpartition("-")
        by_head.setdefault(head + mark, []).append(last)
    return " ".join(head + "/".join(_runs(own)) for head, own in by_head.items())


def _runs(names: Sequence[str]) -> Iterator[str]:
    run: list[str] = []
    for name in (*names, ""):
        if run and not _follows(run[-1], name):
            yield f"{run[0]}–{run[-1]}" if len(run) >= _RUN else "/".join(run)
            run = []
        run.append(name)


def _follows(before: str, after: str) -> bool:
    one, other = _NUMBER.fullmatch(before), _NUMBER.fullmatch(after)
    return bool(one and other and one["head"] == other["head"] and int(one["number"]) + 1 == int(other["number"]))
