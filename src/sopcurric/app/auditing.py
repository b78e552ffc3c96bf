"""Use case: the audit record (脱密审计记录) of every teaching edition, as data and as a binder, for the plant only.

What people wrote into the papers of the plant may say what it should not: it is searched before anything is made, and
what was printed is read back. Where something raw is found, nothing is written.
"""

import re
from collections.abc import Iterable, Iterator, Set
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import TypeAdapter

from sopcurric.app.building import lay_out, unprintable
from sopcurric.app.checking import Checked, check
from sopcurric.app.gating import about_leaks, classified_documents, marked_by_hand, secrets_of
from sopcurric.app.loading import DECIDED_FILE, REGISTER_FILE, SIGN_OFFS_FILE, Loaded
from sopcurric.app.papers import digests_now
from sopcurric.app.reading_back import Printed, read_back
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.finding import Finding
from sopcurric.io.appearance import MissingFontFolderError
from sopcurric.io.audit_table import table_text
from sopcurric.io.output import write_edition
from sopcurric.io.workspace import Workspace
from sopcurric.model.audit import AuditedCopy, AuditedSignOff, AuditRecord, AuditRow, Result
from sopcurric.model.canonical import canonical
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.levels import is_above
from sopcurric.model.handling import Handled
from sopcurric.model.markup import BrokenMarkError, opened
from sopcurric.model.publication import Edition, Publication
from sopcurric.model.saying import words
from sopcurric.model.text import EMPTY, Text, sentence
from sopcurric.plugin import OutputFile, RenderingError
from sopcurric.secrecy.audit_binder import compose
from sopcurric.secrecy.keyed import value_digest
from sopcurric.secrecy.register import is_overdue
from sopcurric.secrecy.sign_offs import Signed, Standing, release_hindrances, signed, standing
from sopcurric.source.ref import SourceRef
from sopcurric.stages.leak_scan import Said, Secret, leaks
from sopcurric.wording.catalogue import LANGUAGES

TABLE, DATA = "audit.csv", "audit.json"
MARK = "mark"
"""The class of what people marked by hand."""
_RECORD = TypeAdapter(AuditRecord)
_MARKED = frozenset({"generalise", "replace", "aggregate"})
"""Operations that leave a mark, which editions up to its level show as it stands."""
_DIGEST = re.compile(r"\b[0-9a-f]{4}(?:\s?[0-9a-f]{4}){3}\b")


@dataclass(frozen=True, slots=True)
class Audited:
    """What became of it: the findings, and where the gate was open, the editions and whether their folders changed."""

    checked: Checked
    findings: tuple[Finding, ...]
    editions: tuple[tuple[str, bool], ...] = ()


def audit(workspace: Workspace, steps: Steps, folder: Path) -> Audited:
    """Write `<folder>/<edition>/` for every teaching edition; nothing where anything raw could get into it.

    Raises:
        ForeignFolderError: the folder of an edition holds something that was not made so; editions before it are there.
        OSError: something cannot be written.
    """
    checked = check(workspace, steps)
    policies = checked.loaded.classifier.policies
    unread = policies.sign_offs is None or policies.copies is None
    if checked.compilation is None or checked.shut or unread:
        return Audited(checked, checked.reported)
    secrets = secrets_of(checked.loaded, workspace)
    leaked = _leaked(checked.loaded, secrets)
    if leaked:
        return Audited(checked, leaked)
    made: list[tuple[str, tuple[Printed, ...]]] = []
    for edition in checked.compilation.inputs.settings.editions:
        if edition.for_teaching:
            printed, wrong = _printed(edition, checked, checked.compilation, workspace, secrets)
            if wrong:
                return Audited(checked, wrong)
            made.append((edition.id, printed))
    written = tuple((one, write_edition(folder / one, [each.file for each in printed])) for one, printed in made)
    return Audited(checked, checked.reported, written)


def record_of(edition: Edition, checked: Checked, compilation: Compilation, workspace: Workspace) -> AuditRecord:
    """The audit record of an edition."""
    loaded, settings = checked.loaded, compilation.inputs.settings
    documents = tuple(sorted(classified_documents(loaded, workspace)))
    policies = loaded.classifier.policies
    every = signed(policies.sign_offs or (), digests_now(loaded, workspace, documents), settings.as_of)
    standings = {one: standing(one, every) for one in documents}
    every_field = (*loaded.classifier.handled(), *_by_hand(loaded, marked_by_hand(loaded, workspace)))
    return AuditRecord(
        project=words(settings.name, edition.language),
        edition=edition.id,
        clearance=edition.clearance,
        language=edition.language,
        as_of=settings.as_of,
        complete=not release_hindrances(checked.findings),
        documents=documents,
        rows=tuple(_row(one, edition, loaded, standings[one.place.document]) for one in every_field),
        sign_offs=tuple(_sign_off(one) for one in every if one.entry.document in standings),
        copies=_copies(edition, loaded, settings.as_of),
    )


# One edition ---------------------------------------------------------------------------------------------------------


def _printed(
    edition: Edition, checked: Checked, compilation: Compilation, workspace: Workspace, secrets: tuple[Secret, ...]
) -> tuple[tuple[Printed, ...], tuple[Finding, ...]]:
    """The files of an edition's record, or what keeps them from being made."""
    record = record_of(edition, checked, compilation, workspace)
    settings = compilation.inputs.settings
    publication = Publication(
        edition=edition,
        title=settings.name,
        publisher=settings.publisher,
        as_of=settings.as_of,
        draft=not record.complete,
        binders=(compose(record),),
    )
    try:
        printed = (*_data(record), *lay_out(publication, compilation, workspace))
        digests = frozenset(one.digest for one in record.rows)
        found = read_back((_without(one, digests) for one in printed), secrets, publication)
    except (RenderingError, MissingFontFolderError) as error:
        return (), (unprintable(error, checked.loaded, workspace),)
    return printed, tuple(one for one in found if one.gravity == 0)


def _data(record: AuditRecord) -> tuple[Printed, ...]:
    def lines(file: OutputFile) -> Iterator[str]:
        yield from file.content.decode("utf-8-sig").splitlines()

    data = canonical(_RECORD, record) + b"\n"
    return (Printed(OutputFile(TABLE, table_text(record)), lines), Printed(OutputFile(DATA, data), lines))


def _without(printed: Printed, digests: Set[str]) -> Printed:
    """The same without the digests when it is read back: some of them look like values (`45d`), and say nothing."""

    def said(file: OutputFile) -> Iterator[str]:
        for piece in printed.said(file):
            yield _DIGEST.sub(lambda found: " " if "".join(found[0].split()) in digests else found[0], piece)

    return replace(printed, said=said)


# What it says --------------------------------------------------------------------------------------------------------


def _row(one: Handled, edition: Edition, loaded: Loaded, stands: Standing) -> AuditRow:
    language = edition.language
    how = loaded.classifier.policies.rules.named(one.sort)
    result = _result(one, edition)
    return AuditRow(
        document=one.place.document,
        element=_open(one.at),
        field=_open(one.key),
        sort=one.sort,
        sort_title=words(sentence("audited.mark") if one.sort == MARK else how.title if how else EMPTY, language),
        level=one.level,
        operation=one.operation,
        result=result,
        taught=_taught(one, language) if result == "taught" else "",
        digest=value_digest(loaded.classifier.policies.key, one.raw),
        by=one.by,
        date=one.date,
        why=one.why,
        state=stands.state,
        scope=stands.scope,
        expires=stands.expires,
    )


def _result(one: Handled, edition: Edition) -> Result:
    if one.state == "undecided":
        return "undecided"
    if one.operation == "drop" or (one.operation != "keep" and not one.taught):
        return "left-out"
    if one.operation == "keep":
        return "kept"
    shown = one.operation in _MARKED and not is_above(one.level, edition.clearance)
    return "shown" if shown else "taught"


def _taught(one: Handled, language: str) -> str:
    said = dict(one.taught)
    return _open(said.get(language) or next(iter(said.values()), ""))


def _open(said: str) -> str:
    """Words without what marks in them protect."""
    with suppress(BrokenMarkError):
        return opened(said)
    return ""


def _by_hand(loaded: Loaded, marks: Iterable[Secret]) -> Iterator[Handled]:
    """What people marked in fields that the policy does nothing to."""
    known = {(one.place.document, one.place.pointer) for one in loaded.classifier.handled()}
    elements = {(place.document, place.pointer): address for address, place in loaded.provenance.items()}
    for one in marks:
        document, pointer = one.place.document, one.place.pointer
        if any((document, pointer[:length]) in known for length in range(len(pointer) + 1)):
            continue
        depth = next((at for at in range(len(pointer) - 1, 0, -1) if (document, pointer[:at]) in elements), 0)
        address = elements[document, pointer[:depth]].partition("/")[2] if depth else ""
        depth = depth if address else 0
        yield Handled(
            place=one.place,
            at=address,
            key=".".join(map(str, pointer[depth:])),
            sort=MARK,
            level=one.level,
            operation="replace" if one.teachable else "drop",
            raw=(("", one.raw),),
            taught=(("", one.teachable),) if one.teachable else (),
        )


def _sign_off(one: Signed) -> AuditedSignOff:
    entry = one.entry
    return AuditedSignOff(entry.document, entry.role, entry.by, entry.date, entry.scope, entry.expires, one.state)


def _copies(edition: Edition, loaded: Loaded, as_of: str) -> tuple[AuditedCopy, ...]:
    """The whole register: those who keep it look at all editions together."""
    return tuple(
        AuditedCopy(
            edition=one.edition,
            number=one.number,
            holder=words(one.holder, edition.language),
            issued=one.issued,
            due=one.due or "",
            returned=one.returned or "",
            recalled=one.recalled or "",
            overdue=is_overdue(one, as_of),
            note=words(one.note, edition.language) if one.note else "",
        )
        for one in loaded.classifier.policies.copies or ()
    )


def _leaked(loaded: Loaded, secrets: Iterable[Secret]) -> tuple[Finding, ...]:
    """What people typed into the papers of the plant, the record repeats, and is classified.

    Whoever decided, signed or has a copy is named there, even where an SOP keeps the name of the same person to itself;
    reasons and notes may say nothing at all that an SOP keeps.
    """
    every = tuple(secrets)
    firm = tuple(replace(one, firm=True) for one in every)
    found = (*leaks(every, _names(loaded)), *leaks(firm, _notes(loaded)))
    return tuple(one for one in about_leaks(found) if one.gravity == 0)


def _names(loaded: Loaded) -> Iterator[Said]:
    policies = loaded.classifier.policies
    for number, decision in enumerate(policies.decisions):
        yield Said(SourceRef(DECIDED_FILE, ("fields", number, "by")), decision.by)
    for number, entry in enumerate(policies.sign_offs or ()):
        yield Said(SourceRef(SIGN_OFFS_FILE, ("sign_offs", number, "by")), entry.by)
    for number, copy in enumerate(policies.copies or ()):
        yield from _said(copy.holder, SourceRef(REGISTER_FILE, ("copies", number, "holder")))


def _notes(loaded: Loaded) -> Iterator[Said]:
    policies = loaded.classifier.policies
    for number, decision in enumerate(policies.decisions):
        yield from _said(decision.why, SourceRef(DECIDED_FILE, ("fields", number, "why")))
    for number, copy in enumerate(policies.copies or ()):
        if copy.note:
            yield from _said(copy.note, SourceRef(REGISTER_FILE, ("copies", number, "note")))


def _said(text: Text, place: SourceRef) -> Iterator[Said]:
    for language in LANGUAGES:
        yield Said(place, words(text, language))
