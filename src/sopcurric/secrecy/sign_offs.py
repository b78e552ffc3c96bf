"""What a sign-off says, whether it still holds, and what keeps a release from being made."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, get_args
from unicodedata import normalize

from sopcurric.diagnostics.finding import Finding
from sopcurric.model.audit import DocumentState, SignState
from sopcurric.model.files.levels import Level
from sopcurric.model.files.sign_offs import Scope, SignOff, SignRole
from sopcurric.model.publication import Audience, Edition
from sopcurric.secrecy.keyed import keyed_digest
from sopcurric.secrecy.rules import Rules

ROLES: tuple[SignRole, ...] = get_args(SignRole)
"""All roles, in the order in which they sign."""
SCOPES: tuple[Scope, ...] = get_args(Scope)
"""All scopes, narrowest first; each takes in those before it."""
HINDERING = frozenset({"DEC301", "DEC302", "DEC303", "DEC304", "DEC305", "DEC307"})
"""Codes of findings about sign-offs that a draft may have and a release may not."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A sign-off with its place in its file (from 0) and whether it holds."""

    number: int
    entry: SignOff
    state: SignState


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a document stands: its state, the roles missing, the narrowest scope and the first end of all roles."""

    state: DocumentState
    missing: tuple[SignRole, ...]
    scope: Scope | Literal[""] = ""
    expires: str = ""


def signed_digest(key: bytes, document: str, content: bytes, taught: object, rules: Rules) -> str:
    """The keyed digest of what is signed: the document by its path, its bytes, what of it is taught, the policy.

    `taught` is the data of the document with marks opened. A sign-off does not hang on what does not matter to it: how
    lines end (which git may change from machine to machine), the order of keys, titles of policies and classes, where
    the key is, and other documents as far as what is taught of this one does not depend on them.

    Keyed, because the file would be guessed otherwise: who knows all of it but one protected number tries them all,
    see `keyed_digest`.
    """
    lines = content if b"\0" in content else content.replace(b"\r\n", b"\n")  # not in UTF-16, where that is no line end
    return keyed_digest(key, b"sign-off", document.encode(), lines, _bytes(taught), policy_bytes(rules))


def policy_bytes(rules: Rules) -> bytes:
    """Everything in a policy that decides what is taught, whatever it is called."""
    classes = {name: one.model_dump(mode="json", exclude={"title"}) for name, one in rules.classes.items()}
    return _bytes({"level": rules.level, "fields": dict(rules.fields), "classes": classes})


def _bytes(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode(
        errors="surrogatepass"
    )


def signed(entries: Iterable[SignOff], digests: Mapping[str, str], as_of: str) -> tuple[Signed, ...]:
    """Sign-offs with whether they hold; `digests` are those of today by document, none where there is no key.

    On the day on which it expires a sign-off still holds; without `as_of` none expires.
    """
    return tuple(Signed(number, one, _state(one, digests, as_of)) for number, one in enumerate(entries))


def _state(entry: SignOff, digests: Mapping[str, str], as_of: str) -> SignState:
    digest = digests.get(entry.document)
    if digest is not None and digest != entry.seen:
        return "stale"
    if has_expired(entry, as_of):
        return "expired"
    return "unchecked" if digest is None else "valid"


def has_expired(entry: SignOff, as_of: str) -> bool:
    """Whether the last day of a sign-off is over; without a day (empty) it is not."""
    return entry.expires < as_of


def missing_roles(document: str, entries: Iterable[SignOff]) -> tuple[SignRole, ...]:
    """The roles in which nobody signed a document."""
    there = {one.role for one in entries if one.document == document}
    return tuple(role for role in ROLES if role not in there)


def doubled(entries: Sequence[SignOff]) -> tuple[tuple[int, int], ...]:
    """Pairs of places in the list at which one person signs one document in two roles."""
    groups: dict[tuple[str, str], list[int]] = {}
    for number, one in enumerate(entries):
        groups.setdefault((one.document, same_person(one.by)), []).append(number)
    return tuple(
        (first, second)
        for group in groups.values()
        for first, second in pairwise(group)
        if entries[first].role != entries[second].role
    )


def same_person(name: str) -> str:
    """A name as it is compared: spaces, width and case make nobody another person."""
    return "".join(normalize("NFKC", name).casefold().split())


def standing(document: str, every: Sequence[Signed]) -> Standing:
    """Where a document stands, by the gravest of what is wrong with its sign-offs."""
    own = [one for one in every if one.entry.document == document]
    missing = missing_roles(document, [one.entry for one in own])
    states = {one.state for one in own}
    known: tuple[DocumentState, ...] = ("stale", "expired")
    state: DocumentState = "unchecked" if "unchecked" in states else "complete"
    state = next((one for one in known if one in states), "missing" if missing else state)
    if doubled([one.entry for one in own]):
        state = "one-person"
    if not own:
        return Standing(state, missing)
    scope = min((one.entry.scope for one in own), key=SCOPES.index)
    return Standing(state, missing, scope, min(one.entry.expires for one in own))


def needed_scope(edition: Edition) -> Scope | None:
    """How far sign-offs must reach for an edition; None for those of the plant itself, which need none.

    What is public needs all. An internal edition is used at the college, where that for mentors is used in the plants.
    """
    if not edition.for_teaching:
        return None
    if edition.clearance == Level.PUBLIC:
        return "public"
    return "partners" if edition.audience is Audience.MENTOR else "campus"


def too_narrow(entry: SignOff, editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """The editions that a sign-off does not reach."""
    needed = ((one, needed_scope(one)) for one in editions)
    return tuple(one for one, scope in needed if scope and SCOPES.index(scope) > SCOPES.index(entry.scope))


def release_hindrances(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that keep a release from being made: all errors, and sign-offs that are missing or do not hold."""
    return tuple(one for one in findings if one.gravity == 0 or one.code in HINDERING)
