"""Use cases: a new key, and signing for what is taught of classified documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from sopcurric.app.checking import Checked, check
from sopcurric.app.gating import classified_documents
from sopcurric.app.loading import SIGN_OFFS_FILE, load
from sopcurric.app.papers import digests_now
from sopcurric.app.steps import Steps
from sopcurric.diagnostics.path_patterns import matches
from sopcurric.io.key_file import write_new_key
from sopcurric.io.workspace import DiskWorkspace, Workspace, is_outside
from sopcurric.io.yaml_writer import yaml_text
from sopcurric.model.files.sign_offs import Scope, SignOff, SignRole
from sopcurric.model.saying import words
from sopcurric.model.text import Sentence, sentence
from sopcurric.secrecy.sign_offs import ROLES, same_person


@dataclass(frozen=True, slots=True)
class SignRequest:
    """Who signs as what, how far it may go, until when, for which documents (patterns; none for all classified ones).

    `today` stands in where the project has no date.
    """

    role: SignRole
    by: str
    scope: Scope
    expires: str
    documents: tuple[str, ...] = ()
    today: str = ""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """What became of it: the documents that were signed (none where it was refused), and what there is to say."""

    checked: Checked
    said: Sentence
    documents: tuple[str, ...] = ()


def new_key(workspace: DiskWorkspace, steps: Steps) -> tuple[Sentence, bool]:
    """Make the key that the policy names; what there is to say, and whether it was made.

    Raises:
        OSError: it cannot be written.
    """
    own = load(workspace, steps).classifier.policies.own
    if own is None or own.key_file is None:
        return sentence("sign.key.unnamed"), False
    place = workspace.root / own.key_file
    if not is_outside(own.key_file) or place.resolve().is_relative_to(workspace.root.resolve()):
        return sentence("sign.key.inside", path=own.key_file), False
    return _made(place)


def _made(place: Path) -> tuple[Sentence, bool]:
    try:
        write_new_key(place)
    except FileExistsError:
        return sentence("sign.key.exists", path=str(place)), False
    return sentence("sign.key.written", path=str(place)), True


def sign(workspace: Workspace, steps: Steps, request: SignRequest) -> SignedOff:
    """Write the sign-offs of one person in one role, in one piece and beside all others; or none, and say why.

    Raises:
        OSError: a document cannot be read, or the file cannot be written.
    """
    checked = check(workspace, steps)
    loaded = checked.loaded
    refused = _closed(checked)
    chosen = () if refused else _chosen(request.documents, classified_documents(loaded, workspace))
    if refused is None and not chosen:
        refused = sentence("sign.refused.nothing")
    entries = loaded.classifier.policies.sign_offs or ()
    refused = refused or _two_roles(request, chosen, entries)
    settings = loaded.inputs.settings if loaded.inputs else None
    date = (settings.as_of if settings else "") or request.today
    if refused is None and request.expires <= date:
        refused = sentence("sign.refused.expired", expires=request.expires, date=date)
    if refused:
        return SignedOff(checked, refused)
    digests = digests_now(loaded, workspace, chosen)
    try:
        new = [_entry(request, one, digests[one], date) for one in chosen]
    except (KeyError, ValidationError):
        return SignedOff(checked, sentence("sign.refused.name"))
    workspace.write(SIGN_OFFS_FILE, sign_offs_text(_with(entries, new), loaded.language))
    return SignedOff(checked, sentence("sign.written", number=len(new), path=SIGN_OFFS_FILE), chosen)


def sign_offs_text(entries: Iterable[SignOff], language: str) -> str:
    """The file that holds sign-offs, by document and role, so that two branches that sign are merged line by line."""
    ordered = sorted(entries, key=lambda one: (one.document, ROLES.index(one.role)))
    data = {"format": 1, "sign_offs": [one.model_dump(mode="json") for one in ordered]}
    return f"# {words(sentence('sign.file.head'), language)}\n{yaml_text(data)}"


def _closed(checked: Checked) -> Sentence | None:
    """Why nobody can sign now."""
    policies = checked.loaded.classifier.policies
    if checked.loaded.inputs is None or checked.shut:
        return sentence("sign.refused.shut")
    if policies.sign_offs is None:
        return sentence("sign.refused.unreadable", path=SIGN_OFFS_FILE)
    return None if policies.key else sentence("sign.refused.key")


def _chosen(patterns: Sequence[str], classified: Iterable[str]) -> tuple[str, ...]:
    """The classified documents that are meant; none where a pattern means none of them."""
    known = sorted(classified)
    if not patterns:
        return tuple(known)
    found = [[one for one in known if matches(pattern.replace("\\", "/"), one)] for pattern in patterns]
    return tuple(dict.fromkeys(one for some in found for one in some)) if all(found) else ()


def _two_roles(request: SignRequest, chosen: Iterable[str], entries: Iterable[SignOff]) -> Sentence | None:
    """That the person signed one of the documents in another role already."""
    person = same_person(request.by)
    for document in chosen:
        for one in entries:
            if one.document == document and one.role != request.role and same_person(one.by) == person:
                role, other = sentence(f"sign.role.{request.role}"), sentence(f"sign.role.{one.role}")
                return sentence("sign.refused.two-roles", by=one.by, document=document, role=role, other=other)
    return None


def _entry(request: SignRequest, document: str, seen: str, date: str) -> SignOff:
    return SignOff(
        document=document,
        role=request.role,
        by=request.by,
        date=date,
        scope=request.scope,
        expires=request.expires,
        seen=seen,
    )


def _with(entries: Iterable[SignOff], new: Sequence[SignOff]) -> Iterator[SignOff]:
    """Entries with new ones in the place of those for the same document and role."""
    renewed = {(one.document, one.role) for one in new}
    yield from (one for one in entries if (one.document, one.role) not in renewed)
    yield from new
