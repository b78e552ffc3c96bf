"""What is wrong with the policies of a plant: with the policy itself, and with what people decided about fields."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import PurePosixPath

from sopcurric.app.classifying import Classifier
from sopcurric.app.loading import DECIDED_FILE, POLICIES, POLICY_FILE, Loaded
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.workspace import Workspace
from sopcurric.io.yaml_reader import read_yaml
from sopcurric.model.files.policy import FieldDecision, PolicyFile
from sopcurric.model.handling import Handled
from sopcurric.model.markup import BrokenMarkError, parse
from sopcurric.model.text import Classified
from sopcurric.secrecy.paths import Part, known_paths, parts_in
from sopcurric.secrecy.rules import SAFETY, Rules, is_kept, is_safety
from sopcurric.secrecy.taught import answers_values, fault_of, holds_value
from sopcurric.source.ref import SourceRef
from sopcurric.stages.classification import Classified as File

_NAMES = ("declassification", "fields", "sign-offs", "register")
_READ = frozenset(f"{POLICIES}{name}.yaml" for name in _NAMES)
"""What is read of all that stands below `policies/`."""
_WHOLE = "*"

About = tuple[str, str, str]
"""The document, element and key that a decision is about."""


def about_policies(loaded: Loaded, workspace: Workspace) -> Iterator[Finding]:
    """Findings about what stands below `policies/`, and about marks that are wider than the policy allows."""
    policies = loaded.classifier.policies
    for path in workspace.yaml_files(POLICIES.rstrip("/")):
        if path not in _READ and _says_something(path, workspace):
            yield _about_unread(path)
    if policies.own is not None:
        yield from _about_policy(policies.own, policies.shipped, policies.rules)
    yield from _about_decisions(loaded.classifier)
    for document in loaded.marked:
        yield from _about_marks(document, loaded.classifier)


def _about_unread(path: str) -> Finding:
    """An error where the name is nearly one that is read: what it was to protect would leave."""
    if PurePosixPath(path).stem.casefold() in _NAMES:
        return finding("DEC116", place=SourceRef(path), variant="nearly")
    return finding("DEC116", Severity.INFO, place=SourceRef(path))


def _says_something(path: str, workspace: Workspace) -> bool:
    """Whether there is more in a file than comments; what cannot be read may say anything."""
    with suppress(OSError):
        return all(one.code != "SOP006" for one in read_yaml(path, workspace.read(path)).findings)
    return True


def _about_policy(own: PolicyFile, shipped: PolicyFile, rules: Rules) -> Iterator[Finding]:
    """Names that lead nowhere, and what would take safety away."""
    for path, sort in own.fields.items():
        place = SourceRef(POLICY_FILE, ("fields", path))
        if path not in known_paths():
            unknown = SourceRef(POLICY_FILE, ("fields", path), on_key=True)
            yield finding("DEC114", place=unknown, name=path, variant="field")
        if sort not in rules.classes:
            yield finding("DEC114", place=place, name=sort, variant="class")
        if is_safety(shipped, path) and sort != SAFETY and not is_kept(rules.named(sort)):
            yield finding("DEC115", place=place, variant="field")
    for name, how in own.classes.items():
        if name == SAFETY:
            yield finding("DEC115", place=SourceRef(POLICY_FILE, ("classes", name), on_key=True), variant="class")
        if how.values and how.values not in rules.classes:
            place = SourceRef(POLICY_FILE, ("classes", name, "values"))
            yield finding("DEC114", place=place, name=how.values, variant="class")


def _about_decisions(classifier: Classifier) -> Iterator[Finding]:
    """What is wrong with decisions about fields; of several about one field, only the last one counts."""
    decisions = {
        (one.document, one.at, one.key): (number, one) for number, one in enumerate(classifier.policies.decisions)
    }
    rows = {(one.place.document, one.at, one.key): one for one in classifier.handled()}
    for about, (number, one) in decisions.items():
        place = SourceRef(DECIDED_FILE, ("fields", number))
        file = classifier.file(one.document)
        if file is None or not _fits(one, file):
            yield _about_nothing(one, place)
        elif (one.at, one.key) in file.stale:
            variant = "" if classifier.policies.key else "keyless"
            yield finding("DEC112", Severity.WARNING, place=place, variant=variant)
        elif about in rows:
            yield from _about_taught(one, rows[about], classifier.policies.rules, place)


def _about_nothing(decision: FieldDecision, place: SourceRef) -> Finding:
    """An error where the decision was to protect something, which may stand open elsewhere now."""
    if decision.operation == "keep":
        return finding("DEC111", Severity.WARNING, place=place)
    return finding("DEC111", place=place, variant="unprotected")


def _fits(decision: FieldDecision, file: File) -> bool:
    """Whether a decision is about something that is there: by itself, or inside of what goes as a whole."""
    if not isinstance(file.data, Mapping) or (decision.at, decision.key) in file.met:
        return True
    gone = (one.at for one in file.handled if one.whole and one.key == _WHOLE)
    return any(f"{decision.at}/".startswith(f"{at}/") for at in gone)


def _about_taught(decision: FieldDecision, row: Handled, rules: Rules, place: SourceRef) -> Iterator[Finding]:
    taught = dict(row.taught)
    pairs = [(raw, taught[language]) for language, raw in row.raw if language in taught]
    faults = [(fault_of(raw, words, row.sort, rules), words) for raw, words in pairs]
    for words in (words for fault, words in faults if fault == "open" and decision.operation != "keep"):
        yield finding("DEC101", place=place, related=(row.place,), found=words)
    if any(fault == "wide" for fault, _ in faults):
        yield finding("DEC109", Severity.WARNING, place=place, share=_share(row.sort, rules))
    replaced = (
        holds_value(words, row.sort, rules) and not answers_values(raw, words, row.sort, rules) for raw, words in pairs
    )
    if decision.operation == "replace" and decision.source is None and any(replaced):
        yield finding("DEC110", Severity.WARNING, place=place)


def _about_marks(document: str, classifier: Classifier) -> Iterator[Finding]:
    """Marks that people typed in fields whose values the policy makes less exact."""
    if classifier.file(document) is None:
        return
    rules = classifier.policies.rules
    for part in parts_in(classifier.reading(document).meant):
        sort = rules.sort(part.path)
        how = rules.named(sort)
        if how is not None and how.operation == "generalise" and _is_wide(part, sort, rules):
            yield finding(
                "DEC109", Severity.WARNING, place=SourceRef(document, part.pointer), share=_share(sort, rules)
            )


def _is_wide(part: Part, sort: str, rules: Rules) -> bool:
    marks: list[Classified] = []
    for _, words in part.words:
        with suppress(BrokenMarkError):
            marks += [run for run in parse(words) if isinstance(run, Classified)]
    return any(fault_of(one.raw, one.teachable, sort, rules) == "wide" for one in marks)


def _share(sort: str, rules: Rules) -> str:
    """How much of the value a range may add, in percent."""
    return f"{rules.of_values(sort).widest:.0%}"
