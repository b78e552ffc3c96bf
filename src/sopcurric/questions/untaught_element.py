"""What becomes of an element of an SOP that no procedure names: tied to one in the SOP, or not taught.

Until somebody says so, it is taught with the procedure whose words are nearest. Duties are named by procedures and not
asked about; neither is what an SOP has no place to tie to procedures, such as principles, terms, what is handed over.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sopcurric.deciding.asking import choice, chosen, deciders, disputed, excerpt, keyed, shown
from sopcurric.deciding.grouping import exclude_sight
from sopcurric.deciding.subjects import Written
from sopcurric.model.address import Address, job_of, join
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.decision import Exclude, ExcludeReason, Role
from sopcurric.model.naming import all_named
from sopcurric.model.profile import Profile
from sopcurric.model.question import Answer, Choice, Question, Record
from sopcurric.model.sop import (
    Deviation,
    Duty,
    EmergencyCard,
    EnvironmentItem,
    FlowStage,
    HandoverItem,
    Hazard,
    JobSop,
    Principle,
    Procedure,
    Safeguard,
    SopElement,
    Term,
)
from sopcurric.model.text import sentence
from sopcurric.plugin import AnswerError, QuestionKind

_UNASKED = Duty | Principle | FlowStage | Term | EnvironmentItem | HandoverItem
_REASONS: tuple[ExcludeReason, ...] = ("taught-elsewhere", "plant-training", "obsolete", "out-of-scope")


def _ask(compilation: Compilation) -> Iterator[Question]:
    settled = {one.address for one in compilation.design.untaught if one.reason != "no-procedure"}
    settled.update(address for one in disputed(compilation, Exclude) for address in one.on)
    tied = {address for sop in compilation.inputs.sops for address in all_named(sop)}
    untied = [one for sop in compilation.inputs.sops for one in _untied(sop, tied) if one.address not in settled]
    taught_with = _places(compilation, {one.address for one in untied})
    texts = Written(compilation.inputs.sops)
    for element in untied:
        yield _question(element, compilation, taught_with, texts)


def _untied(sop: JobSop, tied: Collection[Address]) -> Iterator[SopElement]:
    """Elements that no procedure and no step names, where an SOP has a place to name them."""
    for element in sop.elements():
        if isinstance(element, Deviation | EmergencyCard):
            if not element.procedures:
                yield element
        elif not isinstance(element, _UNASKED) and element.address not in tied:
            yield element


def _places(compilation: Compilation, wanted: set[Address]) -> Mapping[Address, Address]:
    """The first procedure that each element is taught with."""
    found: dict[Address, Address] = {}
    for competency in compilation.competencies.values():
        for address in competency.derived_from:
            if address in wanted:
                found.setdefault(address, competency.procedure)
    return found


def _question(
    element: SopElement, compilation: Compilation, taught_with: Mapping[Address, Address], texts: Written
) -> Question:
    address, titles, profile = element.address, compilation.titles, compilation.inputs.profile
    section, name = address.split("/")[1:3]
    procedure = taught_with.get(address)
    hazard = isinstance(element, Hazard)
    how = (
        sentence("ask.tie.deviation")
        if isinstance(element, Deviation | EmergencyCard)
        else sentence("ask.tie", section=section, id=name)
    )
    beside = (
        shown("job", titles[job_of(address)]),
        shown("section", sentence(f"ask.section.{section}")),
        *((shown("taught", sentence("ask.named", title=titles[procedure], address=procedure)),) if procedure else ()),
        shown("how", how),
    )
    return Question(
        kind="untaught_element",
        key=keyed(address, element.title, *beside),
        roles=_keepers(profile) if isinstance(element, Hazard | Safeguard) else deciders(profile, "exclude"),
        ask=sentence("ask.untied.hazard" if hazard else "ask.untied", title=element.title),
        shown=beside,
        choices=(choice("procedure"), *(() if hazard else map(_exclusion, _REASONS))),
        seen=exclude_sight((address,), texts),
        about=(address,),
        free=sentence("ask.free.procedure"),
    )


def _keepers(profile: Profile) -> tuple[Role, ...]:
    """Who answers for safety."""
    return profile.authority.get("safety", ())


def _exclusion(reason: ExcludeReason) -> Choice:
    return Choice(reason, sentence("ask.choice.exclude", reason=sentence(f"reason.{reason}")))


def _decide(compilation: Compilation, question: Question, answer: Answer) -> Iterable[Record]:
    """Tying an element to a procedure is done in the SOP, so that makes no decision."""
    taken = chosen(question, answer, worded=("procedure",))
    address = question.about[0]
    if taken != "procedure":
        return ({"decide": "exclude", "on": [address], "reason": taken, "seen": question.seen},)
    named = answer.words.strip()
    if not {named, join(job_of(address), named)} & {one.address for one in _procedures(compilation, address)}:
        raise AnswerError("ask.error.procedure", found=excerpt(named))
    return ()


def _procedures(compilation: Compilation, address: Address) -> Iterable[Procedure]:
    sop = compilation.sops.get(job_of(address))
    return sop.procedures if sop else ()


QUESTION = QuestionKind(name="untaught_element", rank=60, ask=_ask, decide=_decide)
