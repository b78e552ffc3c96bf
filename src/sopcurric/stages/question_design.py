"""The question bank (题库) and the guidance of learning tasks, made of what the SOPs say.

Of each learning task come up to fifteen questions (three of them for the short test before it), spread over forms and
facts: no fact is asked for twice, and every element is asked about in one task only, the one that deals with fewest of
its kind.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sopcurric.examining import of_answers, of_choices, of_numbers, of_pairs
from sopcurric.examining.blanks import taught_in
from sopcurric.examining.giving_away import Spoken, give_away, pairs_apart, spoken
from sopcurric.examining.guiding import guiding_questions
from sopcurric.examining.scene import Scene
from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.course import LearningTask
from sopcurric.model.question_bank import FORMS, BankQuestion, GuidingQuestion, QuestionBank, QuestionForm, TaskGuidance

_MOST = 15
"""Questions of one learning task; more are not read by anybody who has to approve them."""
_MOST_OF: Mapping[QuestionForm, int] = {
    "single-choice": 5,
    "multiple-choice": 2,
    "true-false": 3,
    "numeric": 3,
    "ordering": 1,
    "matching": 1,
    "short-answer": 2,
    "case-analysis": 1,
}
_RARE_FIRST: tuple[QuestionForm, ...] = ("case-analysis", "matching", "ordering")
"""Forms that few facts are good for choose first, one question each; the others take turns by their share."""
_WORTH = (
    "reason",
    "controls",
    "ppe",
    "range",
    "meaning",
    "order",
    "first",
    "consequence",
    "criterion",
    "way",
    "text",
    "function",
)
"""Topics that come before others of the same form."""
_TEST_FORMS: tuple[QuestionForm, ...] = ("true-false", "numeric", "single-choice", "multiple-choice")
_TEST_LEAST = 3
_SECTIONS = (
    *("deviations", "hazards", "parameters", "principles", "equipment", "quality", "records", "flow", "terms"),
    *("valves", "interlocks", "ppe", "lockouts", "permits", "environment", "cards", "handover"),
)


def design(compilation: Compilation) -> QuestionBank:
    """The questions of all courses, in their order, and what guides through each task."""
    taught = taught_in(text for _, text in compilation.texts)
    owners = _owners(compilation)
    questions: list[BankQuestion] = []
    guidance: list[TaskGuidance] = []
    known: set[str] = set()
    for course in compilation.design.courses:
        for task in course.tasks:
            owned = frozenset(address for address, owner in owners.items() if owner == task.id)
            scene = Scene(course, task, compilation, owned, taught)
            own = tuple(one for one in _chosen(scene, _candidates(scene)) if one.id not in known)
            known |= {one.id for one in own}
            questions += own
            guiding = guiding_questions(scene)
            if own or guiding:
                guidance.append(TaskGuidance(task.id, guiding, _pretest(own, guiding, scene.language)))
    language = compilation.inputs.settings.language
    return QuestionBank(tuple(questions), tuple(guidance), _apart(questions, language))


def redesigned(bank: QuestionBank, questions: tuple[BankQuestion, ...], language: str) -> QuestionBank:
    """The bank with the questions that people left or changed: short tests and what gives what away are found anew."""
    guidance = []
    for one in bank.guidance:
        own = [question for question in questions if question.task == one.task]
        if own or one.questions:
            guidance.append(replace(one, pretest=_pretest(own, one.questions, language)))
    return replace(bank, questions=questions, guidance=tuple(guidance), apart=_apart(questions, language))


def _apart(questions: Sequence[BankQuestion], language: str) -> tuple[tuple[str, str], ...]:
    """The pairs of questions of one course of which one gives the other away."""
    by_course: dict[str, list[BankQuestion]] = {}
    for one in questions:
        by_course.setdefault(one.course, []).append(one)
    return tuple(sorted({pair for own in by_course.values() for pair in pairs_apart(own, language)}))


def _owners(compilation: Compilation) -> dict[Address, str]:
    """The task in which each element is asked about: in a course of its own job, with fewest of its kind."""
    found: dict[Address, tuple[tuple[bool, int, int], str]] = {}
    place = 0
    for course in compilation.design.courses:
        for task in course.tasks:
            place += 1
            for address, crowd in _elements(task):
                rank = ((course.shared, crowd, place), task.id)
                found[address] = min(found.get(address, rank), rank)
    return {address: task for address, (_, task) in found.items()}


def _elements(task: LearningTask) -> Iterator[tuple[Address, int]]:
    for section in _SECTIONS:
        addresses = getattr(task, section)
        yield from ((one, len(addresses)) for one in addresses)


def _candidates(scene: Scene) -> list[BankQuestion]:
    made = (one for kind in (of_numbers, of_choices, of_pairs, of_answers) for one in kind.questions(scene))
    return list({one.id: one for one in made}.values())


def _chosen(scene: Scene, candidates: Iterable[BankQuestion]) -> list[BankQuestion]:
    """The questions that are kept: form by form, of each the one about what has been asked about least."""
    waiting: dict[QuestionForm, list[BankQuestion]] = {form: [] for form in FORMS}
    for one in candidates:
        waiting[one.form].append(one)
    kept: list[BankQuestion] = []
    heard: list[Spoken] = []
    asked: set[str] = set()
    about: Counter[Address] = Counter()
    topics: Counter[str] = Counter()
    count: Counter[QuestionForm] = Counter()
    while len(kept) < _MOST and (form := _next_form(count, waiting)):
        waiting[form].sort(key=lambda one: _rank(one, about, topics), reverse=True)
        while waiting[form]:
            one = waiting[form].pop()
            if not asked.isdisjoint(one.asks):
                continue
            said = spoken(one, scene.language)
            if any(give_away(said, other) for other in heard):
                continue
            kept.append(one)
            heard.append(said)
            asked.update(one.asks)
            about.update(one.derived_from)
            topics[_topic(one)] += 1
            count[form] += 1
            break
    return sorted(kept, key=lambda one: (FORMS.index(one.form), one.derived_from, one.id))


def _next_form(count: Counter[QuestionForm], waiting: Mapping[QuestionForm, list[BankQuestion]]) -> QuestionForm | None:
    """The form whose turn it is: of those with questions left the one that has least of its share."""
    left = [form for form in FORMS if waiting[form] and count[form] < _MOST_OF[form]]
    rare = [form for form in _RARE_FIRST if form in left]
    return next(iter(rare or sorted(left, key=lambda form: (count[form] + 1) / _MOST_OF[form])), None)


def _topic(one: BankQuestion) -> str:
    return one.topic.split("#", maxsplit=1)[0].split(" ", maxsplit=1)[0].rstrip("0123456789")


def _rank(one: BankQuestion, about: Counter[Address], topics: Counter[str]) -> tuple[int, int, int, str]:
    """Of little asked-about elements and topics first; then by what is worth more; then by the id."""
    topic = _topic(one)
    worth = _WORTH.index(topic) if topic in _WORTH else len(_WORTH)
    return sum(about[address] for address in one.derived_from), topics[topic], worth, one.id


def _pretest(own: Iterable[BankQuestion], guiding: Iterable[GuidingQuestion], language: str) -> tuple[str, ...]:
    """Three short questions for before the task; nothing that a guiding question asks for as well."""
    sought = {address for one in guiding for address in one.derived_from}
    short = [one for one in own if one.form in _TEST_FORMS]
    short.sort(
        key=lambda one: (
            one.cognition != "recall",
            not sought.isdisjoint(one.derived_from),
            _TEST_FORMS.index(one.form),
            one.id,
        )
    )
    taken: list[BankQuestion] = []
    for one in short:
        said = spoken(one, language)
        fresh = len(taken) < _TEST_LEAST and one.form not in {other.form for other in taken}
        if fresh and not any(give_away(said, spoken(other, language)) for other in taken):
            taken.append(one)
    return (
        tuple(one.id for one in sorted(taken, key=lambda one: FORMS.index(one.form)))
        if len(taken) >= _TEST_LEAST
        else ()
    )
