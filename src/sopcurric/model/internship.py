"""What rules ask about internships: which programmes have some, which plants and jobs learners go to."""

from collections.abc import Iterator

from sopcurric.model.address import Address
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.internship import Internship
from sopcurric.model.files.programme import ProgrammeFile


def has_post(programme: ProgrammeFile) -> bool:
    """Whether learners of a programme do an internship at the post (岗位实习)."""
    return any(one.legal_type == "post" for one in programme.segments)


def organised(compilation: Compilation) -> Iterator[tuple[ProgrammeFile, Internship, Address]]:
    """Programmes with an internship at the post that say how it is organised, with the address of what they say."""
    for programme in compilation.inputs.programmes:
        if programme.internship and has_post(programme):
            yield programme, programme.internship, f"@internship/{programme.id}"


def plants_of(programme: ProgrammeFile) -> tuple[str, ...]:
    """The plants that learners go to, by id: those of groups, else those of mentors, else all plants."""
    plants = {one.id for one in programme.partners if one.role == "plant"}
    named = [one.plant for one in programme.groups if one.plant] or [one.partner for one in programme.mentors]
    found = tuple(dict.fromkeys(one for one in named if one in plants))
    return found or tuple(one.id for one in programme.partners if one.role == "plant")


def jobs_of(programme: ProgrammeFile, compilation: Compilation) -> tuple[Address, ...]:
    """The jobs that learners prepare for at the post."""
    return tuple(dict.fromkeys(one.job for one in compilation.mentoring if one.programme == programme.id))


def filed(internship: Internship, why: str, job: Address = "") -> bool:
    """Whether something was reported to the authority and has a number: for a job, or for all."""
    return any(one.number and why in one.why and one.job in (None, job) for one in internship.filings)
