"""Whether two procedures of different jobs are one typical task where the tool is not sure, what matters most first."""

from collections.abc import Iterable, Iterator

from sopcurric.deciding.asking import choice, chosen, deciders, disputed, keyed, lines, shown
from sopcurric.deciding.grouping import constraint_sight
from sopcurric.deciding.subjects import Written
from sopcurric.model.address import job_of
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.decision import Apart, Together
from sopcurric.model.question import Answer, Question, Record
from sopcurric.model.sop import Procedure
from sopcurric.model.task import NearPair
from sopcurric.model.text import Phrase, sentence
from sopcurric.plugin import QuestionKind

_MOST_STEPS = 4


def _ask(compilation: Compilation) -> Iterator[Question]:
    texts = Written(compilation.inputs.sops)
    rivals = [{*one.about} for one in disputed(compilation, Together, Apart)]
    for pair in compilation.catalogue.near:
        if not any({pair.left, pair.right} <= on for on in rivals):
            yield _question(pair, compilation, texts)


def _question(pair: NearPair, compilation: Compilation, texts: Written) -> Question:
    left, right = compilation.procedures[pair.left], compilation.procedures[pair.right]
    both = (shown("first", _told(left, compilation)), shown("second", _told(right, compilation)))
    on = (pair.left, pair.right)
    return Question(
        kind="same_work",
        key=keyed("|".join(on), *both),  # not how alike they are: that changes with what other jobs do
        roles=deciders(compilation.inputs.profile, "together", "apart"),
        ask=sentence("ask.same", left=left.title, right=right.title),
        shown=(
            *both,
            shown("grouped", sentence("ask.grouped.together" if pair.together else "ask.grouped.apart")),
            shown("likeness", sentence("percent", value=round(pair.likeness * 100))),
        ),
        choices=(choice("together"), choice("apart")),
        seen=constraint_sight(on, texts),
        about=on,
    )


def _told(procedure: Procedure, compilation: Compilation) -> Phrase:
    """A procedure with its job and its first steps."""
    job = compilation.sops[job_of(procedure.address)].title
    steps = procedure.steps
    more = (sentence("ask.more", number=len(steps)),) if len(steps) > _MOST_STEPS else ()
    return lines(
        (
            sentence("ask.of-job", title=procedure.title, job=job, address=procedure.address),
            *(sentence("ask.numbered", number=n, text=one.text) for n, one in enumerate(steps[:_MOST_STEPS], start=1)),
            *more,
        )
    )


def _decide(_compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    return ({"decide": chosen(question, answer), "on": [*question.about], "seen": question.seen},)


QUESTION = QuestionKind(name="same_work", rank=30, ask=_ask, decide=_decide)
