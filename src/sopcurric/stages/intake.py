"""Stage 0a: from a file as typed to a `JobSop` whose elements have addresses."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sopcurric.model import sop as made
from sopcurric.model.address import Address, job_address, join, letters
from sopcurric.model.files import sop as typed
from sopcurric.model.files import sop_sections as section
from sopcurric.model.files import sop_steps as work
from sopcurric.model.files.element import Element, Placed
from sopcurric.model.files.sop_kinds import Phase
from sopcurric.model.text import EMPTY, Text, sentence
from sopcurric.source.ref import Pointer

Typed = TypeVar("Typed", bound=Element)
Here = TypeVar("Here", bound=Placed)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Intake:
    """An SOP with the pointer (in its file) of every address; an address that stands twice has two entries."""

    sop: made.JobSop
    pointers: tuple[tuple[Address, Pointer], ...]


def take_in(file: typed.AnySopFile, organisation: str, language: str, base: str = "") -> Intake:
    """Give every element of a file its address; what does not hold in the organisation is left out.

    `organisation` is that of the SOP root, used where the file names none; `language` is that of the project; `base` is
    the code of the group's document that the file was made of.
    """
    subject = file.subject
    organisation = subject.organisation or organisation
    header = typed.KINDS[file.kind][1]
    at = _Addresses(organisation, subject.code, header)
    holders = subject.jobs if isinstance(subject, typed.ProcessHeader | typed.MachineHeader) else ()
    job = subject if isinstance(subject, typed.JobHeader) else None
    procedures = (*_procedures(file, at), *_routes(file, at))
    sop = made.JobSop(
        address=at.job,
        organisation=organisation,
        code=subject.code,
        title=subject.title,
        language=language,
        document=_document(file.document),
        kind=file.kind,
        jobs=tuple(job_address(organisation, one) for one in holders),
        base=base,
        occupation=(job.occupation or "") if job else "",
        model=(subject.model or "") if isinstance(subject, typed.MachineHeader) else "",
        tags=tuple(one.value for one in subject.tags),
        purpose=subject.purpose or EMPTY,
        workplace=(job.workplace or EMPTY) if job else EMPTY,
        reports_to=(job.reports_to or EMPTY) if job else EMPTY,
        authority=job.authority if job else (),
        qualifications=job.qualifications if job else (),
        duties=at.section("duties", file.duties, lambda a, d: made.Duty(a, d.title)),
        principles=at.section("principles", file.principles, lambda a, p: made.Principle(a, p.title, p.text)),
        flow=at.section("flow", file.flow, lambda a, f: _flow(a, f, at)),
        terms=at.section("terms", file.terms, lambda a, t: made.Term(a, t.title, t.text or EMPTY)),
        equipment=at.section("equipment", file.equipment, _equipment),
        valves=at.section("valves", file.valves, lambda a, v: _valve(a, v, at)),
        interlocks=at.section("interlocks", file.interlocks, lambda a, i: _interlock(a, i, at)),
        parameters=at.section("parameters", file.parameters, _parameter),
        procedures=procedures,
        deviations=at.section("deviations", file.deviations, lambda a, d: _deviation(a, d, at)),
        hazards=at.section("hazards", file.hazards, _hazard),
        ppe=at.section(
            "ppe", file.ppe, lambda a, p: made.Ppe(a, p.title, p.standard or EMPTY, p.when or EMPTY, p.check or EMPTY)
        ),
        lockouts=at.section("lockouts", file.lockouts, lambda a, k: _lockout(a, k, at)),
        permits=at.section("permits", file.permits, _permit),
        environment=at.section("environment", file.environment, _environment),
        emergency_cards=at.section("emergency_cards", file.emergency_cards, lambda a, c: _card(a, c, at)),
        quality=at.section("quality", file.quality, _quality),
        handover=at.section("handover", file.handover, lambda a, h: _handover(a, h, at)),
        records=at.section("records", file.records, _record),
        references=at.section("references", file.references, lambda a, r: made.ReferencedDocument(a, r.title)),
        revisions=tuple(made.Revision(r.version, r.date, r.change, r.by or EMPTY) for r in file.revisions),
        absent=tuple(_absent(file, at)),
    )
    return Intake(sop, tuple(at.pointers))


class _Addresses:
    """Makes addresses below a job and remembers where each stands."""

    def __init__(self, organisation: str, code: str, header: str) -> None:
        self.organisation = organisation
        self.job = job_address(organisation, code)
        self.pointers: list[tuple[Address, Pointer]] = [(self.job, (header,))]

    def holding(self, elements: Sequence[Here]) -> Iterator[tuple[int, Here]]:
        """Those that hold in the organisation, each with its place in the file."""
        return ((number, one) for number, one in enumerate(elements) if one.holds_in(self.organisation))

    def section(self, name: str, elements: Sequence[Typed], make: Callable[[Address, Typed], Made]) -> tuple[Made, ...]:
        """The elements of a section at their addresses."""
        results = []
        for number, element in self.holding(elements):
            address = join(self.job, name, element.id or str(number + 1))
            self.note(address, name, number)
            results.append(make(address, element))
        return tuple(results)

    def note(self, address: Address, *pointer: str | int) -> None:
        """Remember where an element stands."""
        self.pointers.append((address, pointer))

    def many(self, name: str, known: Iterable[str]) -> tuple[Address, ...]:
        """Addresses of elements of a section that are named by id, each once."""
        return tuple(dict.fromkeys(self.one(name, one) for one in known))

    def one(self, name: str, known: str | None) -> Address:
        """The address of an element of a section, or nothing; one of another document is named with its code."""
        if not known:
            return ""
        code, _, inner = known.rpartition("/")
        return join(self._document(code) if code else self.job, name, inner)

    def procedure(self, known: str) -> Address:
        """The address of a procedure, which stands right below its job."""
        code, _, inner = known.rpartition("/")
        return join(self._document(code) if code else self.job, inner)

    def _document(self, code: str) -> Address:
        """The address of another document, which is one of the same plant where no plant is named."""
        return code if ":" in code else job_address(self.organisation, code)


def _document(header: typed.DocumentHeader) -> made.DocumentInfo:
    return made.DocumentInfo(
        number=header.number or "",
        version=header.version or "",
        status=header.status or EMPTY,
        department=header.department or EMPTY,
        prepared_by=header.prepared_by or EMPTY,
        reviewed_by=header.reviewed_by or EMPTY,
        approved_by=header.approved_by or EMPTY,
        effective=header.effective or "",
        review_by=header.review_by or "",
    )


# --- Procedures and routes ---


def _procedures(file: typed.AnySopFile, at: _Addresses) -> Iterator[made.Procedure]:
    """The procedures that are work: those that do not apply or are still empty are told by `_absent`."""
    for number, procedure in at.holding(file.procedures):
        address = join(at.job, procedure.id or str(number + 1))
        at.note(address, "procedures", number)
        if not procedure.not_applicable and not (procedure.stub and not procedure.steps):
            yield _procedure(address, procedure, at, ("procedures", number))


def _absent(file: typed.AnySopFile, at: _Addresses) -> Iterator[made.Absent]:
    for number, procedure in at.holding(file.procedures):
        address = join(at.job, procedure.id or str(number + 1))
        if procedure.not_applicable:
            yield made.Absent(address, procedure.title, procedure.not_applicable, "not-applicable")
        elif procedure.stub and not procedure.steps:
            yield made.Absent(address, procedure.title, procedure.stub, "stub")
    for number, one in enumerate(file.not_applicable):
        address = join(at.job, one.section.value)
        at.note(address, "not_applicable", number)
        yield made.Absent(address, sentence(f"section.{one.section.value}"), one.reason, "not-applicable")


def _procedure(address: Address, procedure: work.Procedure, at: _Addresses, above: Pointer) -> made.Procedure:
    return made.Procedure(
        address=address,
        title=procedure.title,
        phase=procedure.phase,
        steps=tuple(_steps(procedure.steps, _Row(address, (*above, "steps")), at)),
        duty=at.one("duties", procedure.duty),
        trigger=procedure.trigger or EMPTY,
        conditions=procedure.conditions,
        place=procedure.place or EMPTY,
        actors=procedure.actors,
        result=procedure.result or EMPTY,
        duration=procedure.duration or EMPTY,
        tools=procedure.tools,
        materials=procedure.materials,
        certificate=procedure.certificate or EMPTY,
        stub=procedure.stub or EMPTY,
        frequency=procedure.frequency,
        difficulty=procedure.rating.difficulty or 0,
        importance=procedure.rating.importance or 0,
        frequency_grade=procedure.rating.frequency or 0,
        equipment=at.many("equipment", procedure.equipment),
        valves=at.many("valves", procedure.valves),
        interlocks=at.many("interlocks", procedure.interlocks),
        parameters=at.many("parameters", procedure.parameters),
        hazards=at.many("hazards", procedure.hazards),
        ppe=at.many("ppe", procedure.ppe),
        lockouts=at.many("lockouts", procedure.lockouts),
        permits=at.many("permits", procedure.permits),
        quality=at.many("quality", procedure.quality),
        records=at.many("records", procedure.records),
        named=procedure.id is not None,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """Where steps stand: their procedure, the pointer of their list, and what the steps above give them."""

    procedure: Address
    pointer: Pointer
    prefix: str = ""
    numbers: str = ""
    depth: int = 0
    branch: Text = EMPTY
    actor: Text = EMPTY
    place: Text = EMPTY


def _steps(steps: Sequence[work.Step], row: _Row, at: _Addresses) -> Iterator[made.Step]:
    """Steps in one row, each followed by what stands below it; roles and places hold for that, too."""
    for place, (number, step) in enumerate(at.holding(steps), start=1):
        name = step.id or f"{row.prefix}{number + 1}"
        pointer = (*row.pointer, number)
        at.note(join(row.procedure, name), *pointer)
        own = _step(step, name, f"{row.numbers}{place}", row, at)
        yield own
        row = row if row.branch is EMPTY else replace(row, branch=EMPTY)
        if step.steps or step.either:
            inner = replace(row, pointer=pointer, prefix=f"{name}.", numbers=own.number, depth=row.depth + 1)
            yield from _below(step, replace(inner, actor=own.actor, place=own.place), at)


def _below(step: work.Step, row: _Row, at: _Addresses) -> Iterator[made.Step]:
    """Sub-steps (3.1, 3.2), then the alternatives (3a.1, 3b.1) of a step."""
    yield from _steps(step.steps, replace(row, pointer=(*row.pointer, "steps"), numbers=f"{row.numbers}."), at)
    for place, (number, way) in enumerate(at.holding(step.either)):
        inside = replace(
            row,
            pointer=(*row.pointer, "either", number, "steps"),
            prefix=f"{row.prefix}{letters(number)}",
            numbers=f"{row.numbers}{letters(place)}.",
            branch=way.when,
        )
        yield from _steps(way.steps, inside, at)


def _step(step: work.Step, name: str, number: str, row: _Row, at: _Addresses) -> made.Step:
    return made.Step(
        address=join(row.procedure, name),
        text=step.text,
        number=number,
        depth=row.depth,
        branch=row.branch,
        actor=step.actor or row.actor,
        place=step.place or row.place,
        when=step.when or EMPTY,
        warnings=step.warnings,
        cautions=step.cautions,
        notes=step.notes,
        method=step.method or EMPTY,
        criterion=step.criterion or EMPTY,
        reason=step.reason or EMPTY,
        duration=step.duration or EMPTY,
        hold=step.hold or EMPTY,
        signatures=step.signatures,
        certificate=step.certificate or EMPTY,
        equipment=at.many("equipment", step.equipment),
        valves=at.many("valves", step.valves),
        interlocks=at.many("interlocks", step.interlocks),
        parameters=at.many("parameters", step.parameters),
        hazards=at.many("hazards", step.hazards),
        ppe=at.many("ppe", step.ppe),
        lockouts=at.many("lockouts", step.lockouts),
        permits=at.many("permits", step.permits),
        quality=at.many("quality", step.quality),
        record=at.one("records", step.record),
        media=tuple(made.Media(one.file, one.title, one.kind) for one in step.media),
        critical=step.critical,
        named=step.id is not None,
    )


def _routes(file: typed.AnySopFile, at: _Addresses) -> Iterator[made.Procedure]:
    """Inspection routes as procedures whose steps are the points."""
    for number, route in at.holding(file.routes):
        address = join(at.job, route.id or f"R{number + 1}")
        at.note(address, "routes", number)
        yield made.Procedure(
            address=address,
            title=route.title,
            phase=Phase.INSPECTION,
            steps=tuple(_points(route, address, ("routes", number, "points"), at)),
            route=True,
            duty=at.one("duties", route.duty),
            place=route.place or EMPTY,
            interval=route.interval or EMPTY,
            frequency=route.frequency,
            difficulty=route.rating.difficulty or 0,
            importance=route.rating.importance or 0,
            frequency_grade=route.rating.frequency or 0,
            hazards=at.many("hazards", route.hazards),
            ppe=at.many("ppe", route.ppe),
            records=at.many("records", route.records),
            named=route.id is not None,
        )


def _points(route: work.Route, address: Address, pointer: Pointer, at: _Addresses) -> Iterator[made.Step]:
    for place, (number, point) in enumerate(at.holding(route.points), start=1):
        own = join(address, point.id or str(number + 1))
        at.note(own, *pointer, number)
        yield made.Step(
            address=own,
            text=point.item,
            number=str(place),
            part=point.part or EMPTY,
            actor=point.actor or EMPTY,
            method=point.method or EMPTY,
            criterion=point.criterion or EMPTY,
            interval=point.interval or route.interval or EMPTY,
            state=point.state,
            abnormal=point.abnormal or EMPTY,
            equipment=at.many("equipment", (point.equipment,) if point.equipment else ()),
            parameters=at.many("parameters", point.parameters),
            hazards=at.many("hazards", point.hazards),
            critical=point.critical,
            named=point.id is not None,
        )


# --- Elements of the other sections ---


def _flow(address: Address, stage: section.FlowStage, at: _Addresses) -> made.FlowStage:
    return made.FlowStage(
        address=address,
        title=stage.title,
        text=stage.text or EMPTY,
        inputs=stage.inputs,
        outputs=stage.outputs,
        equipment=at.many("equipment", stage.equipment),
    )


def _equipment(address: Address, one: section.Equipment) -> made.Equipment:
    return made.Equipment(
        address=address,
        title=one.title,
        function=one.function or EMPTY,
        data=one.data or EMPTY,
        tag=one.tag or "",
    )


def _valve(address: Address, valve: section.Valve, at: _Addresses) -> made.Valve:
    return made.Valve(
        address=address,
        title=valve.title,
        tag=valve.tag or "",
        function=valve.function or EMPTY,
        position=valve.position or EMPTY,
        equipment=at.one("equipment", valve.equipment),
    )


def _interlock(address: Address, interlock: section.Interlock, at: _Addresses) -> made.Interlock:
    return made.Interlock(
        address=address,
        title=interlock.title,
        condition=interlock.condition or EMPTY,
        action=interlock.action or EMPTY,
        reset=interlock.reset or EMPTY,
        bypass=interlock.bypass or EMPTY,
        tag=interlock.tag or "",
        parameters=at.many("parameters", interlock.parameters),
        equipment=at.many("equipment", interlock.equipment),
    )


def _parameter(address: Address, parameter: section.Parameter) -> made.Parameter:
    alarm, alarms = _limits(parameter.alarm)
    interlock, trips = _limits(parameter.interlock)
    return made.Parameter(
        address=address,
        title=parameter.title,
        range=parameter.range or EMPTY,
        target=parameter.target or EMPTY,
        alarm=alarm,
        alarms=alarms,
        interlock=interlock,
        trips=trips,
        unit=parameter.unit or "",
        frequency=parameter.frequency or EMPTY,
        instrument=parameter.instrument or EMPTY,
        tag=parameter.tag or "",
        meaning=parameter.meaning or EMPTY,
        public_source=parameter.public_source or EMPTY,
    )


def _limits(given: Text | section.Limits | None) -> tuple[Text, made.Limits]:
    """A limit in words, or the limits on two levels."""
    if isinstance(given, section.Limits):
        levels = (given.low_low, given.low, given.high, given.high_high)
        return EMPTY, made.Limits(*(one or EMPTY for one in levels))
    return given or EMPTY, made.Limits()


def _deviation(address: Address, deviation: section.Deviation, at: _Addresses) -> made.Deviation:
    return made.Deviation(
        address=address,
        title=deviation.title,
        causes=deviation.causes,
        consequence=deviation.consequence or EMPTY,
        actions=deviation.actions,
        report=deviation.report or EMPTY,
        rows=tuple(
            made.DeviationRow(one.cause, one.consequence or EMPTY, one.actions, one.check or EMPTY)
            for _, one in at.holding(deviation.rows)
        ),
        procedures=tuple(dict.fromkeys(at.procedure(one) for one in deviation.procedures)),
        parameters=at.many("parameters", deviation.parameters),
    )


def _hazard(address: Address, hazard: section.Hazard) -> made.Hazard:
    return made.Hazard(
        address=address,
        title=hazard.title,
        consequence=hazard.consequence or EMPTY,
        risk=hazard.risk,
        controls=hazard.controls,
        ppe=hazard.ppe,
        first_aid=hazard.first_aid or EMPTY,
        residual=hazard.residual,
        assessment=hazard.assessment or EMPTY,
        exposed=hazard.exposed,
    )


def _lockout(address: Address, lockout: section.Lockout, at: _Addresses) -> made.Lockout:
    return made.Lockout(
        address=address,
        title=lockout.title,
        energy=lockout.energy,
        device=lockout.device or EMPTY,
        method=lockout.method or EMPTY,
        discharge=lockout.discharge or EMPTY,
        verification=lockout.verification or EMPTY,
        release=lockout.release or EMPTY,
        equipment=at.one("equipment", lockout.equipment),
    )


def _permit(address: Address, permit: section.Permit) -> made.Permit:
    return made.Permit(
        address=address,
        title=permit.title,
        kind=permit.kind,
        conditions=permit.conditions,
        monitor=permit.monitor or EMPTY,
        validity=permit.validity or EMPTY,
        approval=permit.approval or EMPTY,
        certificate=permit.certificate or EMPTY,
    )


def _environment(address: Address, item: section.EnvironmentItem) -> made.EnvironmentItem:
    return made.EnvironmentItem(
        address, item.title, item.limit or EMPTY, item.measure or EMPTY, item.monitoring or EMPTY
    )


def _card(address: Address, card: section.EmergencyCard, at: _Addresses) -> made.EmergencyCard:
    return made.EmergencyCard(
        address=address,
        title=card.title,
        actions=card.actions,
        signs=card.signs or EMPTY,
        who=card.who or EMPTY,
        contacts=card.contacts,
        cautions=card.cautions,
        hazards=at.many("hazards", card.hazards),
        procedures=tuple(dict.fromkeys(at.procedure(one) for one in card.procedures)),
    )


def _quality(address: Address, check: section.QualityCheck) -> made.QualityCheck:
    return made.QualityCheck(
        address=address,
        title=check.title,
        criterion=check.criterion,
        method=check.method or EMPTY,
        frequency=check.frequency or EMPTY,
        sampling=check.sampling or EMPTY,
    )


def _handover(address: Address, item: section.HandoverItem, at: _Addresses) -> made.HandoverItem:
    return made.HandoverItem(
        address=address,
        title=item.title,
        method=item.method or EMPTY,
        criterion=item.criterion or EMPTY,
        record=at.one("records", item.record),
    )


def _record(address: Address, record: section.Record) -> made.Record:
    return made.Record(
        address=address,
        title=record.title,
        columns=record.columns,
        retention=record.retention or EMPTY,
        number=record.number or "",
    )
