"""Which of two decisions holds that stand against each other."""

from collections.abc import Iterable, Iterator

from sopcurric.deciding.asking import chosen, deciders, keyed, lines
from sopcurric.deciding.recording import withdrawn
from sopcurric.deciding.telling import Teller, kind_of, who
from sopcurric.model.compilation import Compilation
from sopcurric.model.decision import Named, sight
from sopcurric.model.files.decision import Decision
from sopcurric.model.question import Answer, Choice, Question, Record, Shown
from sopcurric.model.text import sentence
from sopcurric.plugin import QuestionKind


def _ask(compilation: Compilation) -> Iterator[Question]:
    teller = Teller(compilation)
    against = ((one.decision, one.other) for one in compilation.verdicts if one.kind == "contradictory")
    for first, second in dict.fromkeys((min(pair), max(pair)) for pair in against):
        yield _question(compilation.decisions[first], compilation.decisions[second], teller)


def _question(first: Named[Decision], second: Named[Decision], teller: Teller) -> Question:
    beside = tuple(_told(one, teller) for one in (first, second))
    return Question(
        kind="contradiction",
        key=keyed(f"{first.name}|{second.name}", *beside),
        roles=deciders(teller.compilation.inputs.profile, first.decision.decide, second.decision.decide, "withdraw"),
        ask=sentence("ask.contradiction"),
        shown=beside,
        choices=tuple(_choice(one) for one in (first, second)),
        seen=sight(first.name, second.name),
        about=(first.address, second.address, *dict.fromkeys((*first.decision.about, *second.decision.about))),
    )


def _told(named: Named[Decision], teller: Teller) -> Shown:
    """A decision as one of two: its kind as the label, all that it says as the value."""
    _, *more = teller.shown(named)
    said = lines(sentence("form.pair", label=one.label, value=one.value) for one in more)
    return Shown(sentence("ask.named", title=kind_of(named), address=named.name), said)


def _choice(named: Named[Decision]) -> Choice:
    return Choice(named.name, sentence("ask.choice.take", name=named.name, kind=kind_of(named), **who(named)))


def _decide(_compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    taken = chosen(question, answer)
    return (withdrawn(*(one.value for one in question.choices if one.value != taken)),)


QUESTION = QuestionKind(name="contradiction", rank=20, ask=_ask, decide=_decide)
