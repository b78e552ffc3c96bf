"""From answers about fields to `policies/fields.yaml`: each is tried on the files before it is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationError

from sopcurric.app.classifying import Classifier
from sopcurric.app.field_asking import FIELD
from sopcurric.app.gating import secrets_of
from sopcurric.app.loading import DECIDED_FILE, Loaded
from sopcurric.io.field_decision_file import UnreadableDecisionsError, fields_text
from sopcurric.io.workspace import Workspace
from sopcurric.model.files.policy import FieldDecision, FieldDecisionsFile
from sopcurric.model.handling import Handled
from sopcurric.model.question import Record
from sopcurric.model.text import Sentence, sentence
from sopcurric.secrecy.seeing import seen_of, words_of
from sopcurric.source.ref import SourceRef
from sopcurric.stages.leak_scan import Said, Secret, leaks

_ORDER = ("document", "at", "key", "operation", "taught", "source", "by", "date", "why", "seen")

About = tuple[str, str, str]
"""The document, element and key that a decision is about."""


@dataclass(frozen=True, slots=True)
class FieldDraft:
    """What one answer becomes: its place in the form, and the decision as it is written."""

    place: str | int
    record: Record


@dataclass(frozen=True, slots=True)
class FieldsDecided:
    """The decisions about fields that hold, the whole file with them, and why the others do not."""

    decisions: tuple[FieldDecision, ...] = ()
    text: str = ""
    refused: tuple[tuple[str | int, Sentence], ...] = ()


def decided_fields(loaded: Loaded, workspace: Workspace, language: str, drafts: Sequence[FieldDraft]) -> FieldsDecided:
    """The file of all drafts that hold; one that would teach what is classified anywhere does not."""
    if not drafts:
        return FieldsDecided()
    rows = {_key(one): one for one in loaded.classifier.handled()}
    refused: list[tuple[str | int, Sentence]] = []
    sound: list[tuple[FieldDraft, FieldDecision]] = []
    for draft in (_seen(one, rows, loaded.classifier) for one in drafts):
        made = _read(draft.record, language)
        if isinstance(made, Sentence):
            refused.append((draft.place, made))
        else:
            sound.append((draft, made))
    failed = _tried(loaded, workspace, [made for _, made in sound])
    refused += [(draft.place, failed[_about(made)]) for draft, made in sound if _about(made) in failed]
    kept = [(draft, made) for draft, made in sound if _about(made) not in failed]
    if not kept:
        return FieldsDecided(refused=tuple(refused))
    before = workspace.read(DECIDED_FILE) if workspace.exists(DECIDED_FILE) else None
    try:
        text = fields_text(before, [_sorted(draft.record) for draft, _ in kept], language)
    except UnreadableDecisionsError:
        broken = sentence("decide.fields.broken", path=DECIDED_FILE)
        return FieldsDecided(refused=(*refused, *((draft.place, broken) for draft, _ in kept)))
    return FieldsDecided(tuple(made for _, made in kept), text, tuple(refused))


def standing_about(classifier: Classifier, record: Record) -> FieldDecision | None:
    """The decision about the field of a record that holds now, if any: the last one."""
    about = (record["document"], record["at"], record["key"])
    found = [one for one in classifier.policies.decisions if _about(one) == about]
    return found[-1] if found else None


def says_the_same(decision: FieldDecision, record: Record) -> bool:
    """Whether a decision that stands in the file is what an answer makes, whoever made it and why."""
    source = decision.source.words("zh") if decision.source else None
    return (decision.operation, decision.taught or "", source) == (
        record["operation"],
        record.get("taught", ""),
        record.get("source"),
    )


def is_about_field(kind: str) -> bool:
    """Whether answers to a kind of question become decisions about fields."""
    return kind == FIELD


def _key(row: Handled) -> About:
    return row.place.document, row.at, row.key


def _about(decision: FieldDecision) -> About:
    return decision.document, decision.at, decision.key


def _seen(draft: FieldDraft, rows: dict[About, Handled], classifier: Classifier) -> FieldDraft:
    """The draft with a digest of what it was decided on, where there is a key."""
    record, key = draft.record, classifier.policies.key
    row = rows.get((str(record["document"]), str(record["at"]), str(record["key"])))
    if row is None or not key:
        return draft
    return replace(draft, record={**record, "seen": seen_of(key, words_of(row.raw))})


def _read(record: Record, language: str) -> FieldDecision | Sentence:
    try:
        file = FieldDecisionsFile.model_validate({"fields": [record]}, context={"language": language})
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        return sentence("decide.refused.invalid", part=".".join(str(one) for one in first["loc"][2:]))
    return file.fields[0]


def _sorted(record: Record) -> Record:
    return {key: record[key] for key in _ORDER if key in record}


def _tried(loaded: Loaded, workspace: Workspace, made: Sequence[FieldDecision]) -> dict[About, Sentence]:
    """What decisions are about that would not do what they say beside all others, with the reason."""
    classifier = loaded.classifier.anew((*loaded.classifier.policies.decisions, *made))
    before = {_key(one): one for one in loaded.classifier.handled()}
    after = {_key(one): one for one in classifier.handled()}
    undone = (about for about in map(_about, made) if about in after and after[about].state != "done")
    failed = {about: sentence("decide.refused.field-undecided") for about in undone}
    told = [(one, before[_about(one)]) for one in made if _about(one) in before]
    secrets = secrets_of(replace(loaded, classifier=classifier), workspace)
    said = [
        Said(SourceRef(str(number)), words) for number, (one, row) in enumerate(told) for words in _open_words(one, row)
    ]
    for leak in leaks(secrets, said):
        one, row = told[int(leak.said.place.document)]
        reason = _leaked(one, row, leak.secrets) if leak.certain else None
        if reason:
            failed.setdefault(_about(one), reason)
    return failed


def _leaked(decision: FieldDecision, row: Handled, secrets: Sequence[Secret]) -> Sentence | None:
    """Why words may not be open: they are the raw ones, or protected elsewhere.

    What an element that is not taught withholds says nothing about a field of it: both come back together.
    """
    own = {words for _, words in row.raw}
    if decision.operation != "keep" and any(one.raw in own for one in secrets):
        return sentence("ask.error.field-open")
    others = [one.place.document for one in secrets if not _is_around(one.place, row.place)]
    return sentence("decide.refused.field-elsewhere", file=min(others)) if others else None


def _is_around(outer: SourceRef, inner: SourceRef) -> bool:
    return outer.document == inner.document and inner.pointer[: len(outer.pointer)] == outer.pointer


def _open_words(decision: FieldDecision, row: Handled) -> Iterator[str]:
    """What a decision lets everybody see: taught words, or the raw ones where these may be taught."""
    if decision.operation == "keep":
        yield from (words for _, words in row.raw)
    elif isinstance(decision.taught, str):
        yield decision.taught
    else:
        yield from decision.taught.values()
