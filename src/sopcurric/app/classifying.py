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
from sopcurric.model.text import Quantity
from sopcurric.secrecy.rules import Rules, resolved
from sopcurric.secrecy.seeing import seen_of
from sopcurric.source.ref import SourceRef
from sopcurric.stages.classification import Classified, Known, classify
from sopcurric.stages.safety_survival import lost_safety

_LEVEL = re.compile(rb"\blevels?[\"']?\s*:")
"""What a file must hold to be classified by itself."""


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

    def __init__(self, policies: Policies, sources: Mapping[str, bytes], language: str) -> None:
        """Take the policies and the files of SOPs by path."""
        self.policies = policies
        self._sources = sources
        self._language = language
        self._readings: dict[str, Reading] = {}
        self._made: dict[str, Classified] = {}
        self._rules = policies.rules
        always = self._rules.level != Level.PUBLIC.value
        self._own = [one for one in sorted(sources) if always or _LEVEL.search(sources[one].replace(b"\0", b""))]
        self.active = bool(self._own)
        self._known = self._survey() if self.active else Known()
        self.digest = self._digested() if self.active else ""

    def may_hide(self, document: str) -> bool:
        """Whether a file may hold something classified, even where it cannot be read."""
        return document in self._own or (self._rules.level != Level.PUBLIC.value and document in self._sources)

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
        return Classifier(replace(self.policies, decisions=decisions), self._sources, self._language)

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
        known = replace(known, key=self.policies.key)
        return classify(document, self.reading(document).meant, self._rules, self.policies.decisions, known)

    def _survey(self) -> Known:
        """What has to be known of all files: first names, then, with these in place, what is left out."""
        found = [self._classify(document, Known(language=self._language)) for document in self._own]
        names = _named([one for each in found for one in each.wanted], self.policies.names)
        found = [self._classify(document, Known(names, language=self._language)) for document in self._own]
        values: dict[tuple[str, str], tuple[Quantity, ...]] = {}
        for key, quantity in (one for each in found for one in each.values):
            values[key] = (*values.get(key, ()), quantity)
        gone = frozenset(one for each in found for one in each.gone)
        return Known(names, gone, values, self._language)

    def _digested(self) -> str:
        """A digest of all that what is made of a file may depend on beside the file."""
        said = [self.policies.shipped.model_dump_json()]
        said += [self.policies.own.model_dump_json()] if self.policies.own else []
        said += [one.model_dump_json() for one in self.policies.decisions]
        return digest_of(
            *said,
            seen_of(self.policies.key, "") if self.policies.key else "",
            repr(sorted(self._known.names.items())),
            repr(sorted(self._known.gone)),
            repr(sorted(self._known.values.items())),
        )


def _named(wanted: Sequence[tuple[str, str, str]], given: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Another name for each that needs one: the one that it has, or the next of its kind; with the highest level."""
    taken = {*given.values()}
    names: dict[str, tuple[str, str]] = {}
    for raw, prefix, level in wanted:
        other, before = names.get(raw, (given.get(raw, ""), level))
        number = 0
        while not other:
            number += 1
            other = "" if f"{prefix}-{number:02}" in taken else f"{prefix}-{number:02}"
        taken.add(other)
        names[raw] = (other, max(level, before, key=lambda one: Level(one).rank))
    return names


NO_CLASSIFIER = Classifier(Policies(PolicyFile()), {}, "zh")
"""Does nothing to no files."""
