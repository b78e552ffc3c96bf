"""What parts of an SOP say as plain words."""

from collections.abc import Iterable

from sopcurric.model.address import Address, job_of
from sopcurric.model.sop import Procedure, Step
from sopcurric.model.text import Text


def said(*texts: Text) -> str:
    """The words of texts in every language that they are written in, a line for each."""
    return "\n".join(text.words(language) for text in texts for language, _ in text.wordings)


def said_by_step(step: Step) -> str:
    """What is written for a step, beside its warnings and notes."""
    return said(step.text, step.when, step.method, step.criterion, step.hold, step.reason)


def said_by_procedure(procedure: Procedure) -> str:
    """What is written for a procedure and its steps."""
    own = said(procedure.title, procedure.trigger, *procedure.conditions, procedure.result)
    return "\n".join((own, *map(said_by_step, procedure.steps)))


def said_by_job(texts: Iterable[tuple[Address, Text]]) -> dict[Address, str]:
    """All words of each job, out of texts with the addresses of their elements."""
    found: dict[Address, list[Text]] = {}
    for address, text in texts:
        found.setdefault(job_of(address), []).append(text)
    return {job: said(*own) for job, own in found.items()}
