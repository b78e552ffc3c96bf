"""What the declassification policy of a repository makes of its SOPs, file by file."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sopcurric.app.steps import digest_of
from sopcurric.io.yaml_reader import Reading, read_yaml
from sopcurric.model.files.levels import Level, is_above
from sopcurric.model.files.policy import FieldDecision, PolicyFile
from sopcurric.model.files.register import IssuedCopy
from sopcurric.model.files.sign_offs import SignOff
from sopcurric.model.handling import Handled, Withheld
from sopcurric.secrecy.known import Known, together
from sopcurric.secrecy.rules import Rules, resolved
from sopcurric.secrecy.seeing import seen_of
from sopcurric.source.ref import SourceRef
from sopcurric.stages.classification import Classified, classify
from sopcurric.stages.safety_survival import lost_safety

_LEVEL = re.compile(rb"level|\"[^\"\n]*\\[xuU][^\"\n]*\"\s*:")
"""What a file must hold to be classified by itself: the word, or a key with escapes that may be it."""
_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Policies:
    """What stands below `policies/`: the policy on top of the one that comes along, decisions, names given already.

    `sign_offs` and `copies` are None where their file is there and cannot be used.
    """

    shipped: PolicyFile
    own: PolicyFile | None = None
    decisions: tuple[FieldDecision, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    key: bytes = b""
    sign_offs: tuple[SignOff, ...] | None = ()
    copies: tuple[IssuedCopy, ...] | None = ()

    @property
    def rules(self) -> Rules:
        """The policy with everything resolved."""
        return resolved(self.shipped, self.own)


class Classifier:
    """Makes the SOPs of a repository teachable; what concerns several files is found in all of them first."""

    def __init__(
        self,
        policies: Policies,
        sources: Mapping[str, bytes],
        language: str,
        organisations: Mapping[str, str] | None = None,
    ) -> None:
        """Take the policies and the files of SOPs by path, with the organisations of their folders."""
        self.policies = policies
        self._sources = sources
        self._organisations = organisations or {}
        self._language = language
        self._readings: dict[str, Reading] = {}
        self._made: dict[str, Classified] = {}
        self._rules = policies.rules
        always = self._rules.level != Level.PUBLIC.value
        decided = {one.document for one in policies.decisions}
        self._own = [
            one
            for one in sorted(sources)
            if always or one in decided or _LEVEL.search(sources[one].replace(b"\0", b""))
        ]
        self.active = bool(self._own)
        self._known = self._survey() if self.active else Known()
        self.digest = self._digested() if self.active else ""

    def may_hide(self, document: str) -> bool:
        """Whether a file holds something classified, or may do so where it cannot be read as it was meant."""
        if document not in self._own:
            return False
        reading = self.reading(document)
        made = self.classified(document)
        secret = any(level != Level.PUBLIC.value for level in made.noted.levels.values())
        return secret or bool(made.withheld) or reading.meant is None or bool(reading.findings)

    @property
    def documents(self) -> tuple[str, ...]:
        """The files, by path."""
        return tuple(sorted(self._sources))

    @property
    def names(self) -> Mapping[str, str]:
        """Other names by what they stand for, those given already and new ones."""
        return {**self.policies.names, **{raw: other for raw, (other, _) in self._known.names.items()}}

    def names_up_to(self, clearance: str) -> Mapping[str, str]:
        """What other names stand for, up to a clearance."""
        known = self._known.names.items()
        return {other: raw for raw, (other, level) in known if not is_above(level, clearance)}

    def reading(self, document: str) -> Reading:
        """What became of a file as it is written; read once."""
        if document not in self._readings:
            self._readings[document] = read_yaml(document, self._sources[document])
        return self._readings[document]

    def teachable(self, document: str) -> Reading:
        """The same after the policy; what is broken is classified as far as it is understood."""
        reading = self.reading(document)
        if not self.active:
            return reading
        made = self.classified(document)
        places = None if made.moves else reading.places
        return replace(reading, data=None if reading.data is None else made.data, meant=made.data, places=places)

    def classified(self, document: str) -> Classified:
        """What the policy made of a file."""
        if document not in self._made:
            self._made[document] = self._classify(document, self._known)
        return self._made[document]

    def file(self, document: str) -> Classified | None:
        """What became of a file, whether anything in it is classified or not; None where there is no such file."""
        return self.classified(document) if document in self._sources else None

    def left(self, document: str) -> Classified | None:
        """What is left of a file, and of which places; None where nothing is done to it."""
        return self.classified(document) if self.active and document in self._sources else None

    def place(self, ref: SourceRef) -> SourceRef:
        """Where something that is left stands in the file as it was written."""
        if not self.active or ref.document not in self._sources or ref.span is not None:
            return ref
        return replace(ref, pointer=self.classified(ref.document).raw(ref.pointer))

    def anew(self, decisions: tuple[FieldDecision, ...]) -> "Classifier":
        """The same files with other decisions about fields."""
        return Classifier(
            replace(self.policies, decisions=decisions), self._sources, self._language, self._organisations
        )

    def lost_safety(self) -> tuple[tuple[SourceRef, bool], ...]:
        """Where safety is not taught, or (true) less firmly, in any file."""
        names = self._known.names
        return tuple(
            (SourceRef(document, one.pointer), one.weakened)
            for document in sorted(self._sources)
            for one in lost_safety(self.reading(document).meant, self._taught(document), self._rules, names)
        )

    def _taught(self, document: str) -> object:
        return self.classified(document).data if self.active else self.reading(document).meant

    def made_by_policy(self) -> frozenset[str]:
        """What the policy teaches in place of values: their ends are no values that anybody wrote."""
        return frozenset(one for document in self._documents for one in self.classified(document).made_by_policy)

    def unclear(self) -> tuple[tuple[SourceRef, str], ...]:
        """What would mean something else because of what is left out, in any file."""
        return tuple(one for document in self._documents for one in self.classified(document).unclear)

    def handled(self) -> tuple[Handled, ...]:
        """What was done with every field of every file."""
        return tuple(one for document in self._documents for one in self.classified(document).handled)

    def withheld(self) -> tuple[Withheld, ...]:
        """What is not taught, without a mark that somebody typed."""
        return tuple(one for document in self._documents for one in self.classified(document).withheld)

    @property
    def _documents(self) -> Sequence[str]:
        return sorted(self._sources) if self.active else ()

    def _classify(self, document: str, known: Known) -> Classified:
        data, decisions = self.reading(document).meant, self.policies.decisions
        return classify(document, data, self._rules, decisions, known, self._organisations.get(document, ""))

    def _survey(self) -> Known:
        """What has to be known of all files: how far bases may be shown, then names, then what is left out."""
        said = self._said
        known = Known(language=self._language, key=self.policies.key)
        for _ in range(_ROUNDS):
            self._made = {document: self._classify(document, known) for document in sorted(self._sources)}
            noted = [one.noted for one in self._made.values()]
            names = _named([one for each in noted for one in each.wanted], self.policies.names, said)
            before, known = known, together(noted, names, self._language, self.policies.key)
            if known == before or not self._concerns_others(known):
                return known
        self._made = {}
        return known

    def _concerns_others(self, known: Known) -> bool:
        """Whether anything that one file says changes what becomes of another."""
        changes = any(b"plant-changes" in content.replace(b"\0", b"") for content in self._sources.values())
        return bool(known.names or known.gone or known.levels or known.values) or changes

    @property
    def _said(self) -> str:
        """All that stands in the files: a name in it belongs to something already."""
        return "\n".join(content.decode("utf-8", "ignore") for content in self._sources.values())

    def _digested(self) -> str:
        """A digest of all that what is made of a file may depend on beside the file."""
        said = [self.policies.shipped.model_dump_json()]
        said += [self.policies.own.model_dump_json()] if self.policies.own else []
        said += [one.model_dump_json() for one in self.policies.decisions]
        return digest_of(
            *said,
            seen_of(self.policies.key, "") if self.policies.key else "",
            *(repr(sorted(one)) for one in (self._known.names.items(), self._known.gone, self._known.levels.items())),
            *(repr(sorted(one)) for one in (self._known.emergencies, self._known.routes, self._known.values.items())),
        )


def _named(wanted: Sequence[tuple[str, str, str]], given: Mapping[str, str], said: str) -> dict[str, tuple[str, str]]:
    """Another name for each that needs one: the one that it has, or the next of its kind; with the highest level."""
    taken = {*given.values()}
    names: dict[str, tuple[str, str]] = {}
    for raw, prefix, level in wanted:
        other, before = names.get(raw, (given.get(raw, ""), level))
        number = 0
        while not other:
            number += 1
            other = f"{prefix}-{number:02}"
            other = "" if other in taken or _stands(other, said) else other
        taken.add(other)
        names[raw] = (other, max(level, before, key=lambda one: Level(one).rank))
    return names


def _stands(name: str, said: str) -> bool:
    """Whether a name stands in words by itself."""
    pattern = rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])"
    return name in said and re.search(pattern, said) is not None


NO_CLASSIFIER = Classifier(Policies(PolicyFile()), {}, "zh")
"""Does nothing to no files."""
