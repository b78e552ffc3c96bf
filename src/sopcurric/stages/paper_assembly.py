"""Written tests (理论知识试卷) put together from the question bank: papers A and B of a seed.

Each task has its share of the marks by its weight: its hours times the grade of its importance, one more where a hazard
of the two upper grades is dealt with. No two questions of a paper give each other away; B has none of the questions
of A as long as the bank has others. Questions of the short tests before a task are left out: learners know them.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sopcurric.model.compilation import Compilation
from sopcurric.model.course import JobCourse
from sopcurric.model.files.project import PaperPolicy
from sopcurric.model.files.sop_kinds import GRAVE
from sopcurric.model.question_bank import BankQuestion, QuestionBank, QuestionForm
from sopcurric.model.sop import Hazard
from sopcurric.model.theory_paper import FULL_MARKS, LEAST_FOR_PAPER, PaperQuestion, PaperSection, TheoryPaper, Variant

_TOO_ALIKE = 2
"""A question of a sort that a paper has already counts like so many marks too many for its task."""
_HARDNESS = ("easy", "medium", "hard")


def assemble(compilation: Compilation, bank: QuestionBank) -> tuple[TheoryPaper, ...]:
    """The papers of all courses, A before B."""
    settings = compilation.inputs.settings
    known = {one for each in bank.guidance for one in each.pretest}
    papers: list[TheoryPaper] = []
    for course in compilation.design.courses:
        own = tuple(one for one in bank.of_course(course.id) if one.id not in known)
        policies = [one for one in settings.papers if one.course == course.id]
        if not policies and len(own) >= LEAST_FOR_PAPER:
            policies = [one for one in settings.papers if one.course is None]
        if not own or not policies:
            continue
        weights = _weights(course, compilation)
        for policy in {one.seed: _each_once(one) for one in reversed(policies)}.values():
            papers += _pair(course.id, policy, _Pool(own, bank.never_beside, weights, policy.seed))
    return tuple(papers)


def _each_once(policy: PaperPolicy) -> PaperPolicy:
    """The policy with one section for each form: where one is named twice, the numbers add up."""
    kinds = dict.fromkeys(one.kind for one in policy.sections)
    if len(kinds) == len(policy.sections):
        return policy
    numbers = Counter[QuestionForm]()
    for one in policy.sections:
        numbers[one.kind] += one.number
    first = {one.kind: one for one in reversed(policy.sections)}
    sections = tuple(first[kind].model_copy(update={"number": numbers[kind]}) for kind in kinds)
    return policy.model_copy(update={"sections": sections})


def _weights(course: JobCourse, compilation: Compilation) -> Mapping[str, int]:
    """What each task weighs: hours times importance, more where a grave hazard is dealt with."""
    weights = {}
    for task in course.tasks:
        hazards = (compilation.elements.get(one) for one in task.hazards)
        grave = any(isinstance(one, Hazard) and one.risk in GRAVE for one in hazards)
        importance = compilation.typical_tasks[task.typical_task].rating.importance.value
        weights[task.id] = task.hours * (importance + grave)
    return weights


@dataclass(frozen=True, slots=True)
class _Pool:
    questions: tuple[BankQuestion, ...]
    apart: Mapping[str, frozenset[str]]
    weights: Mapping[str, int]
    seed: int


@dataclass(slots=True)
class _Draft:
    """A paper that is being put together, with the marks that each task has so far."""

    variant: Variant
    chosen: dict[QuestionForm, list[BankQuestion]] = field(default_factory=dict)
    marks: Counter[str] = field(default_factory=Counter)
    alike: Counter[tuple[str, ...]] = field(default_factory=Counter)

    @property
    def ids(self) -> frozenset[str]:
        """The questions that it has."""
        return frozenset(one.id for same in self.chosen.values() for one in same)


def _pair(course: str, policy: PaperPolicy, pool: _Pool) -> list[TheoryPaper]:
    first, second = _Draft("A"), _Draft("B")
    for section in policy.sections:
        for _ in range(section.number):
            for draft, other in ((first, second), (second, first)):
                found = _next(pool, draft, section.kind, other.ids) or _next(pool, draft, section.kind, frozenset())
                if found:
                    draft.chosen.setdefault(section.kind, []).append(found)
                    draft.marks[found.task] += section.marks
                    draft.alike.update(_sorts(found))
    shared = tuple(sorted(first.ids & second.ids))
    return [_paper(course, policy, draft, shared) for draft in (first, second) if draft.chosen]


def _next(pool: _Pool, draft: _Draft, form: QuestionForm, avoided: frozenset[str]) -> BankQuestion | None:
    """A question of a form for the task that is furthest below its share, of a sort that there is little of.

    Among equals the seed decides.
    """
    taken = draft.ids
    fit = (
        one
        for one in pool.questions
        if one.form == form and one.id not in taken | avoided and pool.apart[one.id].isdisjoint(taken)
    )
    total, given = sum(pool.weights.values()) or 1, sum(draft.marks.values())
    return min(
        fit,
        key=lambda one: (
            draft.marks[one.task]
            - (given + 1) * pool.weights[one.task] / total
            + _TOO_ALIKE * sum(draft.alike[sort] for sort in _sorts(one)),
            _by_seed(pool.seed, draft.variant, one.id),
        ),
        default=None,
    )


def _sorts(one: BankQuestion) -> tuple[tuple[str, ...], ...]:
    """What makes questions of a paper alike: what is asked, and, of a form, the same place or mark in the key."""
    topic = one.topic.partition("#")[0].rstrip("0123456789")
    return (("topic", one.form, topic), ("key", one.form, *map(str, one.key if len(one.key) == 1 else ())))


def _by_seed(seed: int, variant: Variant, name: str) -> str:
    return hashlib.sha256(f"{seed}/{variant}/{name}".encode()).hexdigest()


def _paper(course: str, policy: PaperPolicy, draft: _Draft, shared: tuple[str, ...]) -> TheoryPaper:
    sections = [(one.kind, one.marks) for one in policy.sections if draft.chosen.get(one.kind)]
    counts = [len(draft.chosen[form]) for form, _ in sections]
    marks = _scaled([marks for _, marks in sections], counts)
    made = []
    for (form, _), each, extra in zip(sections, marks, _extras(marks, counts), strict=True):
        own = sorted(
            draft.chosen[form],
            key=lambda one: (_HARDNESS.index(one.difficulty), _by_seed(policy.seed, draft.variant, one.id)),
        )
        shares = [each + (place >= len(own) - extra) for place in range(len(own))]
        made.append(PaperSection(form, tuple(PaperQuestion(q.id, m) for q, m in zip(own, shares, strict=True))))
    wanted = tuple((one.kind, one.number) for one in policy.sections)
    return TheoryPaper(course, policy.seed, draft.variant, policy.minutes, tuple(made), wanted, shared)


def _scaled(marks: Sequence[int], counts: Sequence[int]) -> list[int]:
    """Marks of each question by section, as near to what was asked for as makes the full marks or just less."""
    total = sum(mark * count for mark, count in zip(marks, counts, strict=True))
    wanted = [mark * FULL_MARKS / total for mark in marks]
    given = [max(1, int(one)) for one in wanted]
    while True:
        left = FULL_MARKS - _sum(given, counts)
        if left < 0:
            place = max(range(len(given)), key=lambda one: (given[one] > 1, given[one] - wanted[one], one))
            if given[place] == 1:
                return given
            given[place] -= 1
            continue
        fit = [one for one, count in enumerate(counts) if count <= left]
        if not fit:
            return given
        given[max(fit, key=lambda one: (wanted[one] - given[one], one))] += 1


def _extras(given: Sequence[int], counts: Sequence[int]) -> list[int]:
    """To how many questions of each section one mark more is given, so that the marks are full: from the last back."""
    left = FULL_MARKS - _sum(given, counts)
    extras = [0] * len(counts)
    for place in reversed(range(len(counts))):
        extras[place] = min(left, counts[place])
        left -= extras[place]
    return extras


def _sum(given: Iterable[int], counts: Iterable[int]) -> int:
    return sum(mark * count for mark, count in zip(given, counts, strict=True))
