"""What is wrong with the sign-offs and with the register of copies. For the plant's eyes; nothing raw is named."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress

from sopcurric.app.loading import REGISTER_FILE, SIGN_OFFS_FILE, Loaded
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.workspace import Workspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.sign_offs import SignOff
from sopcurric.secrecy.register import is_overdue, repeated
from sopcurric.secrecy.sign_offs import (
    doubled,
    has_expired,
    missing_roles,
    needed_scope,
    signed_digest,
    too_narrow,
)
from sopcurric.source.ref import SourceRef
from sopcurric.stages.declassification import teachable


def about_papers(loaded: Loaded, workspace: Workspace, classified: Collection[str]) -> Iterator[Finding]:
    """What is wrong with sign-offs and copies; `classified` are the documents that need sign-offs."""
    if loaded.inputs is None:
        return
    yield from _about_sign_offs(loaded, workspace, classified)
    yield from _about_copies(loaded)


def document_digest(loaded: Loaded, workspace: Workspace, document: str) -> str:
    """The keyed digest of what is signed of a document as it stands.

    Raises:
        OSError: it cannot be read.
    """
    policies = loaded.classifier.policies
    content = workspace.read(document)
    left = loaded.classifier.left(document)
    taught = teachable(left.data if left else read_yaml(document, content).data)
    return signed_digest(policies.key, document, content, taught, policies.rules)


def digests_now(loaded: Loaded, workspace: Workspace, documents: Iterable[str]) -> Mapping[str, str]:
    """The digests of documents as they stand; nothing without a key, nor for what cannot be read."""
    found: dict[str, str] = {}
    for document in sorted({*documents}) if loaded.classifier.policies.key else ():
        with suppress(OSError):
            found[document] = document_digest(loaded, workspace, document)
    return found


def _about_sign_offs(loaded: Loaded, workspace: Workspace, classified: Collection[str]) -> Iterator[Finding]:
    entries = loaded.classifier.policies.sign_offs
    if entries is None:  # a finding says why it cannot be read
        return
    for document in sorted(classified):
        missing = missing_roles(document, entries)
        if missing:
            place = SourceRef(document)
            yield finding("DEC301", Severity.INFO, place=place, roles=", ".join(missing), document=document)
    if entries and not loaded.classifier.policies.key:
        yield finding("DEC307", Severity.WARNING, place=SourceRef(SIGN_OFFS_FILE, ("sign_offs",), on_key=True))
    for first, second in doubled(entries):
        yield finding(
            "DEC304",
            place=_at(second, "by"),
            related=(_at(first, "by"),),
            role=entries[second].role,
            other=entries[first].role,
        )
    there = [one.document for one in entries if one.document in classified]
    digests = digests_now(loaded, workspace, there)
    for number, entry in enumerate(entries):
        if entry.document in classified:
            yield from _about_sign_off(number, entry, digests, loaded)
        elif entry.document not in loaded.marked:  # what has marks that cannot be read is told apart elsewhere
            variant = "open" if entry.document in loaded.documents else "gone"
            yield finding(
                "DEC306", Severity.WARNING, place=_at(number, "document"), document=entry.document, variant=variant
            )


def _about_sign_off(number: int, entry: SignOff, digests: Mapping[str, str], loaded: Loaded) -> Iterator[Finding]:
    """What is wrong with the sign-off of a classified document."""
    settings = loaded.inputs.settings if loaded.inputs else None
    if settings is None:
        return
    digest = digests.get(entry.document)
    if digest is not None and digest != entry.seen:
        yield finding("DEC302", Severity.WARNING, place=_at(number, "seen"), document=entry.document, role=entry.role)
    if has_expired(entry, settings.as_of):
        yield finding(
            "DEC303",
            Severity.WARNING,
            place=_at(number, "expires"),
            document=entry.document,
            role=entry.role,
            expires=entry.expires,
        )
    narrow = too_narrow(entry, settings.editions)
    if narrow:
        needed = {needed_scope(one) for one in narrow}
        yield finding(
            "DEC305",
            Severity.WARNING,
            place=_at(number, "scope"),
            scope=entry.scope,
            needed="public" if "public" in needed else "partners",
            editions=", ".join(one.id for one in narrow),
        )


def _at(number: int, key: str) -> SourceRef:
    return SourceRef(SIGN_OFFS_FILE, ("sign_offs", number, key))


def _about_copies(loaded: Loaded) -> Iterator[Finding]:
    copies = loaded.classifier.policies.copies or ()
    settings = loaded.inputs.settings if loaded.inputs else None
    if settings is None:
        return
    for first, second in repeated(copies):
        place, before = (SourceRef(REGISTER_FILE, ("copies", one, "number")) for one in (second, first))
        copy = copies[second]
        yield finding("DEC311", place=place, related=(before,), edition=copy.edition, number=copy.number)
    known = {one.id for one in settings.editions}
    for number, copy in enumerate(copies):
        if copy.edition not in known:
            place = SourceRef(REGISTER_FILE, ("copies", number, "edition"))
            names = ", ".join(sorted(known))
            yield finding("DEC312", Severity.WARNING, place=place, edition=copy.edition, known=names)
        if is_overdue(copy, settings.as_of):
            recalled = bool(copy.recalled and copy.recalled < settings.as_of)
            place = SourceRef(REGISTER_FILE, ("copies", number, "recalled" if recalled else "due"))
            yield finding(
                "DEC313",
                Severity.WARNING,
                place=place,
                edition=copy.edition,
                number=copy.number,
                date=copy.recalled if recalled and copy.recalled else copy.due or "",
                variant="recalled" if recalled else "due",
            )
