"""A procedure as it is compared with others."""

import re

from sopcurric.linguistics.corpus import Document
from sopcurric.model.sop import JobSop, Procedure

_EMPTY = re.compile(
    r"\W*(?:略|同上|待(?:补充?|定|编|完善)|无|好|"
    r"tbd|todo|t\.b\.d|n/?a|none|not applicable|to be (?:defined|written))?\W*",
    re.IGNORECASE,
)


def document_of(sop: JobSop, procedure: Procedure) -> Document:
    """Title and steps of a procedure in the language of its SOP; steps that nobody has written yet say nothing."""
    return Document(
        id=procedure.address,
        title=procedure.title.words(sop.language),
        body=tuple(said for step in procedure.steps if not _EMPTY.fullmatch(said := step.text.words(sop.language))),
        job=sop.address,
    )
