"""Stage 0a: from a file as typed to a `JobSop` whose elements have addresses."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sopcurric.model import sop as made
from sopcurric.model.address import Address, job_address, join
from sopcurric.model.files import sop as typed
from sopcurric.model.text import EMPTY, Text
from sopcurric.source.ref import Pointer

VERSION = 1


class _Named(Protocol):
    @property
    def id(self) -> str: ...


Typed = TypeVar("Typed", bound=_Named)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Intake:
    """An SOP with the pointer (in its file) of every address; an address that stands twice has two entries."""

    sop: made.JobSop
    pointers: tuple[tuple[Address, Pointer], ...]


def take_in(file: typed.SopFile, organisation: str, language: str) -> Intake:
    """Give every element of a file its address.

    `organisation` is that of the SOP root, used where the file names none; `language` is that of the project.
    """
    organisation = file.job.organisation or organisation
    at = _Addresses(job_address(organisation, file.job.code))
    sop = made.JobSop(
        address=at.job,
        organisation=organisation,
        code=file.job.code,
        title=file.job.title,
        language=language,
        document=_document(file.document),
        occupation=file.job.occupation or "",
        purpose=file.job.purpose or EMPTY,
        workplace=file.job.workplace or EMPTY,
        duties=at.section("duties", file.duties, lambda a, d: made.Duty(a, d.title)),
        principles=at.section("principles", file.principles, lambda a, p: made.Principle(a, p.title, tuple(p.text))),
        equipment=at.section(
            "equipment", file.equipment, lambda a, e: made.Equipment(a, e.title, e.function or EMPTY, e.data or EMPTY)
        ),
        parameters=at.section("parameters", file.parameters, _parameter),
        procedures=at.section("", file.procedures, lambda a, p: _procedure(a, p, at)),
        deviations=at.section("deviations", file.deviations, lambda a, d: _deviation(a, d, at)),
        hazards=at.section("hazards", file.hazards, _hazard),
        quality=at.section(
            "quality",
            file.quality,
            lambda a, q: made.QualityCheck(a, q.title, q.criterion, q.method or EMPTY, q.frequency or EMPTY),
        ),
        records=at.section(
            "records", file.records, lambda a, r: made.Record(a, r.title, tuple(r.columns), r.retention or EMPTY)
        ),
        references=at.section("references", file.references, lambda a, r: made.ReferencedDocument(a, r.title)),
        revisions=tuple(made.Revision(r.version, r.date, r.change, r.by or EMPTY) for r in file.revisions),
    )
    return Intake(sop, tuple(at.pointers))


class _Addresses:
    """Makes addresses below a job and remembers where each stands."""

    def __init__(self, job: Address) -> None:
        self.job = job
        self.pointers: list[tuple[Address, Pointer]] = [(job, ("job",))]

    def section(self, name: str, elements: Sequence[Typed], make: Callable[[Address, Typed], Made]) -> tuple[Made, ...]:
        """The elements of a section at their addresses; procedures stand right below the job."""
        results = []
        for number, element in enumerate(elements):
            address = join(self.job, name, element.id) if name else join(self.job, element.id)
            self.pointers.append((address, (name or "procedures", number)))
            results.append(make(address, element))
        return tuple(results)

    def many(self, section: str, ids: Iterable[str]) -> tuple[Address, ...]:
        """The addresses that references into a section mean, each once."""
        return tuple(dict.fromkeys(join(self.job, section, one) for one in ids))

    def one(self, section: str, known: str | None) -> Address:
        """The address that a reference means, or nothing."""
        return join(self.job, section, known) if known else ""


def _document(header: typed.DocumentHeader) -> made.DocumentInfo:
    return made.DocumentInfo(
        number=header.number or "",
        version=header.version or "",
        department=header.department or EMPTY,
        prepared_by=header.prepared_by or EMPTY,
        reviewed_by=header.reviewed_by or EMPTY,
        approved_by=header.approved_by or EMPTY,
        effective=header.effective or "",
        review_by=header.review_by or "",
    )


def _parameter(address: Address, parameter: typed.Parameter) -> made.Parameter:
    return made.Parameter(
        address=address,
        title=parameter.title,
        range=parameter.range or EMPTY,
        alarm=parameter.alarm or EMPTY,
        interlock=parameter.interlock or EMPTY,
        frequency=parameter.frequency or EMPTY,
        instrument=parameter.instrument or EMPTY,
        meaning=parameter.meaning or EMPTY,
        public_source=parameter.public_source or EMPTY,
    )


def _procedure(address: Address, procedure: typed.Procedure, at: _Addresses) -> made.Procedure:
    return made.Procedure(
        address=address,
        title=procedure.title,
        phase=procedure.phase,
        steps=tuple(_step(address, step, number, at) for number, step in enumerate(procedure.steps)),
        duty=at.one("duties", procedure.duty),
        trigger=procedure.trigger or EMPTY,
        result=procedure.result or EMPTY,
        frequency=procedure.frequency,
        difficulty=procedure.rating.difficulty or 0,
        importance=procedure.rating.importance or 0,
        frequency_grade=procedure.rating.frequency or 0,
        equipment=at.many("equipment", procedure.equipment),
        parameters=at.many("parameters", procedure.parameters),
        hazards=at.many("hazards", procedure.hazards),
        quality=at.many("quality", procedure.quality),
        records=at.many("records", procedure.records),
    )


def _step(procedure: Address, step: Text | typed.Step, number: int, at: _Addresses) -> made.Step:
    detail = typed.Step(text=step) if isinstance(step, Text) else step
    address = join(procedure, detail.id or str(number + 1))
    above = next(pointer for known, pointer in reversed(at.pointers) if known == procedure)
    at.pointers.append((address, (*above, "steps", number)))
    return made.Step(
        address=address,
        text=detail.text,
        actor=detail.actor or EMPTY,
        method=detail.method or EMPTY,
        criterion=detail.criterion or EMPTY,
        reason=detail.reason or EMPTY,
        equipment=at.many("equipment", detail.equipment),
        parameters=at.many("parameters", detail.parameters),
        hazards=at.many("hazards", detail.hazards),
        record=at.one("records", detail.record),
        critical=detail.critical,
        named=detail.id is not None,
    )


def _deviation(address: Address, deviation: typed.Deviation, at: _Addresses) -> made.Deviation:
    return made.Deviation(
        address=address,
        title=deviation.title,
        causes=tuple(deviation.causes),
        consequence=deviation.consequence or EMPTY,
        actions=tuple(deviation.actions),
        report=deviation.report or EMPTY,
        procedures=tuple(dict.fromkeys(join(at.job, one) for one in deviation.procedures)),
        parameters=at.many("parameters", deviation.parameters),
    )


def _hazard(address: Address, hazard: typed.Hazard) -> made.Hazard:
    return made.Hazard(
        address=address,
        title=hazard.title,
        consequence=hazard.consequence or EMPTY,
        risk=hazard.risk,
        controls=tuple(hazard.controls),
        ppe=tuple(hazard.ppe),
        first_aid=hazard.first_aid or EMPTY,
    )
