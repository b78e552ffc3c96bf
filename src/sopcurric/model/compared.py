"""A procedure as it is compared with others."""

from sopcurric.linguistics.corpus import Document
from sopcurric.model.sop import JobSop, Procedure


def document_of(sop: JobSop, procedure: Procedure) -> Document:
    """Title and steps of a procedure in the language of its SOP."""
    return Document(
        id=procedure.address,
        title=procedure.title.words(sop.language),
        body=tuple(step.text.words(sop.language) for step in procedure.steps),
    )
