"""The terms of agreements in the order in which they are printed, and which of them are still to be written."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopcurric.model.files.agreements import EntrustedAgreement, InternshipAgreement
from sopcurric.model.text import Text


@dataclass(frozen=True, slots=True)
class Term:
    """A term of an agreement: its key, and what the parties agreed; None where nothing is written yet."""

    name: str
    text: Text | None


def entrusted_terms(agreement: EntrustedAgreement) -> tuple[Term, ...]:
    """The terms of group, college and plants."""
    return tuple(Term(name, getattr(agreement.terms, name)) for name in type(agreement.terms).model_fields)


def internship_terms(agreement: InternshipAgreement) -> tuple[Term, ...]:
    """The terms of college, plant and student."""
    return tuple(Term(name, getattr(agreement.terms, name)) for name in type(agreement.terms).model_fields)


def missing(terms: tuple[Term, ...]) -> Iterator[str]:
    """The keys of terms that nobody wrote."""
    return (one.name for one in terms if one.text is None)
