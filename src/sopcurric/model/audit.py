"""The audit record of an edition: what was declassified how, who signed, who has copies. Nothing raw stands in it."""

from dataclasses import dataclass
from typing import Literal

from sopcurric.model.files.sign_offs import Scope, SignRole

Result = Literal["taught", "kept", "shown", "left-out", "undecided"]
"""What became of a field: other words are taught, it stands as it was because somebody decided so or because the
edition may show it, it is left out, or it is left out because nobody decided."""
SignState = Literal["valid", "unchecked", "expired", "stale"]
"""Whether a sign-off holds: `unchecked` without a key, `stale` where something changed since."""
DocumentState = Literal["complete", "missing", "unchecked", "expired", "stale", "one-person"]
"""The same for a document: `missing` roles, `one-person` in several of them."""


@dataclass(frozen=True, slots=True)
class AuditRow:
    """What was done with one field.

    `element` and `field` say where in the document, `sort` the class of the policy (`mark` for what people marked) and
    `sort_title` what it holds. `taught` are the words that stand there now. `digest` is that of the raw words, keyed;
    empty without a key. `by`, `date` and `why` are those of a decision. `state`, `scope` and `expires` are those of
    the sign-offs of the document.
    """

    document: str
    element: str
    field: str
    sort: str
    sort_title: str
    level: str
    operation: str
    result: Result
    taught: str
    digest: str
    by: str
    date: str
    why: str
    state: DocumentState
    scope: Scope | Literal[""]
    expires: str


@dataclass(frozen=True, slots=True)
class AuditedSignOff:
    """Who signed what, and whether that holds."""

    document: str
    role: SignRole
    by: str
    date: str
    scope: Scope
    expires: str
    state: SignState


@dataclass(frozen=True, slots=True)
class AuditedCopy:
    """A copy that was handed out; days are empty where there are none."""

    edition: str
    number: int
    holder: str
    issued: str
    due: str
    returned: str
    recalled: str
    overdue: bool
    note: str


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """The audit record of an edition, in its language. `version` is that of this shape; `complete`: it may be released.

    `documents` are the classified ones.
    """

    project: str
    edition: str
    clearance: str
    language: str
    as_of: str
    complete: bool
    documents: tuple[str, ...]
    rows: tuple[AuditRow, ...]
    sign_offs: tuple[AuditedSignOff, ...]
    copies: tuple[AuditedCopy, ...]
    version: int = 1
