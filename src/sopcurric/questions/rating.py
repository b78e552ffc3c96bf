"""Whether the estimated difficulty, importance and frequency of work are right."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from sopcurric.deciding.asking import choice, chosen, deciders, disputed, excerpt, keyed, shown
from sopcurric.deciding.tasks import GRADES, rate_sight
from sopcurric.model.address import Address, job_of
from sopcurric.model.competency import Competency, Grade
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import sight
from sopcurric.model.files.decision import Rate
from sopcurric.model.question import Answer, Question, Record
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import AnswerError, QuestionKind

_PLAIN = re.compile(r"([1-3])[\s,、;/]*([1-3])[\s,、;/]*([1-3])")
_NAMES = {"难度": "difficulty", "重要度": "importance", "频度": "frequency", **{name: name for name in GRADES}}
_NAMED = re.compile(rf"({'|'.join(_NAMES)})\s*[:=]?\s*([1-3])(?!\d)")


def _ask(compilation: Compilation) -> Iterator[Question]:
    disputed = _disputed(compilation)
    for profile in compilation.profiles:
        for one in profile.competencies:
            if not one.decided and one.procedure not in disputed and _open(one):
                yield _question(one, compilation)


def _disputed(compilation: Compilation) -> frozenset[Address]:
    """Procedures whose rating people do not agree about: that is another question."""
    members = {task.id: task.members for task in compilation.catalogue.tasks}
    members |= {number: members[task.typical_task] for number, (_, task) in compilation.learning_tasks.items()}
    on = [name for one in disputed(compilation, Rate) for name in one.on]
    return frozenset(address for name in on for address in members.get(name, (name,)))


def _open(competency: Competency) -> list[str]:
    """Names of the grades that nobody gave."""
    return [name for name in GRADES if not _grade(competency, name).given]


def _grade(competency: Competency, name: str) -> Grade:
    grade = getattr(competency.rating, name)
    if not isinstance(grade, Grade):
        raise TypeError(name)
    return grade


def _question(competency: Competency, compilation: Compilation) -> Question:
    address = competency.procedure
    title = compilation.titles[address]
    duty = compilation.titles.get(competency.duty)
    beside = (
        shown("job", compilation.sops[job_of(address)].title),
        *((shown("duty", duty),) if duty else ()),
        *(shown(name, _graded(_grade(competency, name))) for name in GRADES),
        shown("training", sentence(f"outcome.{competency.rating.outcome}")),
    )
    return Question(
        kind="rating",
        key=keyed(address, title, *beside),
        roles=deciders(compilation.inputs.profile, "rate"),
        ask=sentence("ask.rating", title=title),
        shown=beside,
        choices=(choice("agree"), choice("change")),
        seen=sight(rate_sight(competency)),
        about=(address,),
        proposal="agree",
        free=sentence("ask.free.grades"),
    )


def _graded(grade: Grade) -> Phrase:
    return sentence("ask.grade", value=grade.value, grade=sentence(f"grade.{grade.value}"), reason=grade.reason)


def _decide(compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    """Agreeing gives the grades that nobody gave; those of the SOP stay its own, to be changed there."""
    taken = chosen(question, answer, worded=("change",))
    address = question.about[0]
    competency = compilation.competencies.get(f"{address}.competency")
    if competency is None:
        raise AnswerError("ask.error.gone")
    if taken == "change":
        grades = _read(answer.words)
    else:
        grades = {name: _grade(competency, name).value for name in _open(competency)}
    return ({"decide": "rate", "on": [address], **grades, "seen": question.seen},)


def _read(words: str) -> dict[str, int]:
    """Three grades: in their order, or each behind its name.

    Raises:
        AnswerError: there are not three, or there is something else.
    """
    plain = normalize("NFKC", words).strip().lower()
    found = _PLAIN.fullmatch(plain)
    if found:
        return {name: int(digit) for name, digit in zip(GRADES, found.groups(), strict=True)}
    named = [(_NAMES[name], int(digit)) for name, digit in _NAMED.findall(plain)]
    rest = re.sub(r"[\s,、;/。.]", "", _NAMED.sub("", plain))
    if rest or sorted(name for name, _ in named) != sorted(GRADES):
        raise AnswerError("ask.error.grades", found=excerpt(words))
    given = dict(named)
    return {name: given[name] for name in GRADES}


QUESTION = QuestionKind(name="rating", rank=40, ask=_ask, decide=_decide)
