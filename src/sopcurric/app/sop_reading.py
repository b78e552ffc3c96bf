"""Reading SOPs: files of all kinds, base SOPs of a group with what plants do otherwise, and what is wrong with them."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pydantic import BaseModel, TypeAdapter

from sopcurric.app.classifying import Classifier
from sopcurric.app.parsing import Parsed, understood, validated
from sopcurric.app.standing_in import StandIn, stand_in, told_apart
from sopcurric.app.steps import JsonCodec, Step, Steps, digest_of
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.yaml_reader import Reading
from sopcurric.model.address import Address, name_in
from sopcurric.model.files.element import Placed
from sopcurric.model.files.sop import KINDS, AnySopFile, SopFile, SopSections, Subject
from sopcurric.model.files.sop_changes import ChangesFile
from sopcurric.model.sop import JobSop
from sopcurric.source.ref import Pointer, SourceRef
from sopcurric.source.source_map import SourceMap
from sopcurric.stages import assembly, intake

DEFAULT_KIND, CHANGES = "job-sop", "plant-changes"
"""The kind of a document that names none; what a plant does otherwise."""


@dataclass(frozen=True, slots=True)
class SopSource:
    """A file below a folder of SOPs: its path, its bytes, the organisation of the folder."""

    document: str
    content: bytes
    organisation: str


@dataclass(frozen=True, slots=True)
class LoadedSop:
    """What became of one SOP; where it has faults, `meant` is what stands in for it, and `doubtful` where."""

    document: str
    sop: JobSop | None
    places: tuple[tuple[Address, SourceRef], ...]
    findings: tuple[Finding, ...]
    meant: JobSop | None = None
    doubtful: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """What became of one file.

    `code` and `plants` are those of its header (`plants` follow it as a base); `follows` is the base that a file of
    changes is about. `named` are the plants that it names, with their places. `broken`: it has faults.
    """

    own: LoadedSop
    code: str
    header: str
    plants: tuple[str, ...]
    follows: str
    organisation: str
    named: tuple[tuple[str, Pointer], ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class ReadSops:
    """All SOPs with the places of their elements, what is wrong, where stand-ins are in doubt, whether one is lost."""

    sops: tuple[Parsed[JobSop], ...]
    places: Mapping[Address, SourceRef]
    findings: tuple[Finding, ...]
    doubts: Mapping[str, tuple[Pointer, ...]]
    lost: bool


_LOAD = Step("load", 3, JsonCodec(TypeAdapter(LoadedFile)))
_ASSEMBLE = Step("assemble", assembly.VERSION, JsonCodec(TypeAdapter(LoadedSop)))


@dataclass(slots=True)
class _Shelf:
    """Files by document, and what is known about the project that they belong to."""

    sources: Mapping[str, SopSource]
    organisations: Sequence[str]
    language: str
    steps: Steps
    classifier: Classifier
    findings: list[Finding] = field(default_factory=list)
    lost: bool = False


def read_sops(
    files: Iterable[SopSource], organisations: Sequence[str], language: str, steps: Steps, classifier: Classifier
) -> ReadSops:
    """Every SOP; those with errors are left out, and so is a base that plants follow, in favour of their SOPs."""
    ordered = sorted(files, key=lambda one: one.document)
    shelf = _Shelf({one.document: one for one in ordered}, organisations, language, steps, classifier)
    loaded = [_loaded(one, shelf) for one in ordered]
    for file in loaded:
        shelf.findings += file.own.findings
        shelf.findings += _strange_plants(file, organisations)
    followed = _followed(loaded, shelf)
    alone = [one.own for one in loaded if one.own.document not in followed and not one.plants and not one.follows]
    plants = [made for base, followers in followed.items() for made in _of_plants(loaded, base, followers, shelf)]
    shelf.findings += [found for one in plants for found in one.findings]
    loaded_sops = [*alone, *plants]
    accepted = _accepted(loaded_sops, shelf)
    places = {address: place for one, _ in accepted for address, place in one.places}
    doubts: dict[str, tuple[Pointer, ...]] = {}
    for one, _ in accepted:
        for place in one.doubtful if one.sop is None else ():
            doubts[place.document] = (*doubts.get(place.document, ()), place.pointer)
        if one.sop is None:
            doubts.setdefault(one.document, ())
    return ReadSops(
        sops=tuple(Parsed(sop, broken=one.sop is None) for one, sop in accepted),
        places=places,
        findings=tuple(shelf.findings),
        doubts=doubts,
        lost=shelf.lost or any(not (one.sop or one.meant) for one in loaded_sops),
    )


# --- One file ---


def findings_of(document: str, reading: Reading, content: bytes, language: str) -> tuple[Finding, ...]:
    """What is wrong with one file that has been read, as far as it alone can tell."""
    return _load(SopSource(document, content, ""), reading, language).own.findings


def _loaded(source: SopSource, shelf: _Shelf) -> LoadedFile:
    key = (source.document, digest_of(source.content), source.organisation, shelf.language, shelf.classifier.digest)

    def load() -> LoadedFile:
        loaded = _load(source, shelf.classifier.teachable(source.document), shelf.language)
        return _as_written(loaded, shelf.classifier)

    if shelf.classifier.may_hide(source.document):
        return load()  # never kept: findings may quote what a broken file says
    return shelf.steps.run(_LOAD, key, load).value


def _as_written(loaded: LoadedFile, classifier: Classifier) -> LoadedFile:
    """A file with places as it was written, not as it is after the policy."""
    document = loaded.own.document
    named = tuple((one, classifier.place(SourceRef(document, pointer)).pointer) for one, pointer in loaded.named)
    return replace(loaded, own=_sop_as_written(loaded.own, classifier), named=named)


def _sop_as_written(loaded: LoadedSop, classifier: Classifier) -> LoadedSop:
    """The same for an SOP."""
    if not classifier.active:
        return loaded
    return replace(
        loaded,
        places=tuple((address, classifier.place(place)) for address, place in loaded.places),
        findings=tuple(
            replace(
                one,
                place=classifier.place(one.place) if one.place else None,
                related=tuple(map(classifier.place, one.related)),
            )
            for one in loaded.findings
        ),
        doubtful=tuple(map(classifier.place, loaded.doubtful)),
    )


def _load(source: SopSource, reading: Reading, language: str) -> LoadedFile:
    kind = reading.meant.get("kind") if isinstance(reading.meant, dict) else None
    if kind == CHANGES:
        return _changes(source, reading, language)
    model, header = KINDS[kind if isinstance(kind, str) and kind in KINDS else DEFAULT_KIND]
    outcome = understood(source.document, reading, source.content, model, language)
    read = StandIn(outcome.file, ()) if outcome.file is not None else outcome.meant
    if read is None:
        return _nothing(LoadedSop(source.document, None, (), outcome.findings))
    own = _taken_in(read, source, language, written=reading.places)
    sound = outcome.file is not None
    subject = read.file.subject
    return LoadedFile(
        own=replace(
            own,
            sop=own.sop if sound else None,
            meant=None if sound and own.sop else own.meant or own.sop,
            findings=(*outcome.findings, *own.findings),
        ),
        code=subject.code,
        header=header,
        plants=subject.plants,
        follows="",
        organisation=subject.organisation or source.organisation,
        named=tuple(_named(read.file, ())) if sound else (),
    )


def _changes(source: SopSource, reading: Reading, language: str) -> LoadedFile:
    """What a plant does otherwise; where the file has faults, the plant has no SOP, not that of the base."""
    outcome = understood(source.document, reading, source.content, ChangesFile, language)
    own = LoadedSop(source.document, None, (), outcome.findings)
    file = outcome.file or (outcome.meant.file if outcome.meant else None)
    if file is None:
        return _nothing(own)
    return replace(
        _nothing(own),
        follows=file.base,
        organisation=file.organisation or source.organisation,
        named=((file.organisation, ("organisation",)),) if file.organisation else (),
        broken=outcome.file is None,
    )


def _nothing(own: LoadedSop) -> LoadedFile:
    return LoadedFile(own, "", "", (), "", "", (), broken=True)


def _taken_in(
    read: StandIn[AnySopFile], source: SopSource, language: str, base: str = "", written: SourceMap | None = None
) -> LoadedSop:
    """The SOP of a file; where elements of it clash, there is only a stand-in in which they do not.

    With the places of what is `written`, elements come with line and column: whoever shows them need not read again.
    """
    taken = intake.take_in(read.file, source.organisation, language, base)
    spans = written.values if written else {}
    places = tuple(
        (address, SourceRef(source.document, pointer, span=spans.get(pointer))) for address, pointer in taken.pointers
    )
    faults = (*_reserved(source.document, read.file), *_clashes(places))
    doubtful = tuple(SourceRef(source.document, pointer) for pointer in read.doubtful)
    if not faults:
        return LoadedSop(source.document, taken.sop, places, (), None, doubtful)
    apart = told_apart(read, [one.place.pointer for one in faults if one.place])
    if apart is None:
        return LoadedSop(source.document, None, places, faults)
    taken = intake.take_in(apart.file, source.organisation, language, base)
    doubtful = tuple(SourceRef(source.document, pointer) for pointer in apart.doubtful)
    return LoadedSop(source.document, None, places, faults, taken.sop, doubtful)


def _reserved(document: str, file: AnySopFile) -> Iterable[Finding]:
    """Procedures that are called like a section, whose addresses would not say which is meant."""
    for section, elements in (("procedures", file.procedures), ("routes", file.routes)):
        for number, one in enumerate(elements):
            if one.id in SopSections.model_fields:
                place = SourceRef(document, (section, number, "id"))
                yield finding("SOP027", place=place, id=one.id, suggestion=f"P-{one.id}")


def _clashes(places: Iterable[tuple[Address, SourceRef]]) -> Iterable[Finding]:
    """Two elements of one file with the same address."""
    seen: dict[Address, SourceRef] = {}
    twice: set[Address] = set()
    for address, place in places:
        known = seen.setdefault(address, place)
        if known != place:
            twice.add(address)
        if known != place and address.rsplit("/", 1)[0] not in twice:
            yield finding(
                "SOP021",
                place=_id_of(place),
                related=(_id_of(known),),
                id=name_in(address),
            )


def _id_of(place: SourceRef) -> SourceRef:
    return SourceRef(place.document, (*place.pointer, "id"))


def _named(value: object, pointer: Pointer) -> Iterator[tuple[str, Pointer]]:
    """The plants that parts of a file name, with their places."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _named(item, (*pointer, number))
    elif isinstance(value, BaseModel):
        if isinstance(value, Placed | Subject):
            for key in ("plants", "except_plants"):
                for number, plant in enumerate(getattr(value, key, ())):
                    yield plant, (*pointer, key, number)
        for name in value.model_fields_set:
            if name not in {"plants", "except_plants"}:
                yield from _named(getattr(value, name), (*pointer, name))


def _strange_plants(one: LoadedFile, known: Sequence[str]) -> Iterable[Finding]:
    """Plants that the project does not list are errors, because addresses and effectivity hang on them."""
    named = [*one.named]
    if one.header and one.organisation:
        named.append((one.organisation, (one.header, "organisation")))
    for plant, pointer in named:
        if plant not in known:
            place = SourceRef(one.own.document, pointer)
            yield finding("SOP023", place=place, organisation=plant, known=", ".join(sorted(known)) or "—")


# --- Base and plants ---

_Followers = dict[str, LoadedFile | None]
"""Plants that follow a base, each with the file of what it does otherwise."""


def _followed(loaded: Sequence[LoadedFile], shelf: _Shelf) -> dict[str, _Followers]:
    """The documents that plants follow. A base is of no plant; files of changes name it by its code."""
    bases = {one.code: one for one in loaded if one.code and not one.organisation}
    followed: dict[str, _Followers] = {}
    for one in bases.values():
        if one.plants:
            followed[one.own.document] = dict.fromkeys(one.plants)
    for one in loaded:
        if not one.follows:
            continue
        base = bases.get(one.follows)
        if base is None:
            shelf.findings.append(_no_base(one, bases))
        elif not one.organisation:
            shelf.findings.append(finding("SOP011", place=SourceRef(one.own.document), key="organisation"))
        else:
            followers = followed.setdefault(base.own.document, {})
            earlier = followers.get(one.organisation)
            if earlier is not None:
                shelf.findings.append(_twice(one, earlier))
            else:
                followers[one.organisation] = one
    return followed


def _no_base(one: LoadedFile, bases: Mapping[str, LoadedFile]) -> Finding:
    suggestion = next(iter(difflib.get_close_matches(one.follows, list(bases), n=1)), "")
    return finding(
        "SOP028",
        place=SourceRef(one.own.document, ("base",)),
        base=one.follows,
        known=", ".join(bases) or "—",
        suggestion=suggestion,
        variant="did-you-mean" if suggestion else "",
    )


def _twice(one: LoadedFile, earlier: LoadedFile) -> Finding:
    return finding(
        "SOP022",
        place=SourceRef(one.own.document, ("base",)),
        related=(SourceRef(earlier.own.document, ("base",)),),
        code=f"{one.organisation}:{one.follows}",
    )


def _of_plants(
    loaded: Sequence[LoadedFile], document: str, followers: _Followers, shelf: _Shelf
) -> Iterator[LoadedSop]:
    """The SOPs of the plants that follow a base; none where the base has errors."""
    base = next(one for one in loaded if one.own.document == document)
    for plant, changes in sorted(followers.items()):
        if base.own.sop is None or (changes is not None and changes.broken):
            shelf.lost = True
        elif plant in shelf.organisations:
            sources = (shelf.sources[document], shelf.sources[changes.own.document] if changes else None)
            key = (
                plant,
                shelf.language,
                shelf.classifier.digest,
                *(part for one in sources if one for part in (one.document, digest_of(one.content))),
            )
            make = _assembler(base, sources, plant, shelf)
            hidden = any(one and shelf.classifier.may_hide(one.document) for one in sources)
            yield make() if hidden else shelf.steps.run(_ASSEMBLE, key, make).value


def _assembler(
    base: LoadedFile, sources: tuple[SopSource, SopSource | None], plant: str, shelf: _Shelf
) -> Callable[[], LoadedSop]:
    return lambda: _sop_as_written(_assembled(base, sources, plant, shelf), shelf.classifier)


def _assembled(base: LoadedFile, sources: tuple[SopSource, SopSource | None], plant: str, shelf: _Shelf) -> LoadedSop:
    common, own = sources
    language = shelf.language
    document = (own or common).document
    changes = None
    if own is not None:
        data = shelf.classifier.teachable(own.document).data
        otherwise, _ = validated(own.document, data, ChangesFile, language)
        changes = (own.document, otherwise, data) if otherwise else None
    whole = shelf.classifier.teachable(common.document).data
    made = assembly.assemble((common.document, whole), changes, base.header, plant)
    model = next((model for model, header in KINDS.values() if header == base.header), SopFile)
    file, found = validated(document, made.data, model, language)
    read = StandIn(file, ()) if file is not None else stand_in(made.data, model, language)
    findings = (*made.findings, *(_moved(one, made, common.document) for one in found))
    if read is None:
        return LoadedSop(document, None, (), findings)
    sop = _taken_in(read, SopSource(document, b"", plant), language, base=base.code)
    findings += tuple(_moved(one, made, common.document) for one in sop.findings)
    sound = file is not None and not any(one.severity is Severity.ERROR for one in findings)
    return LoadedSop(
        document,
        sop.sop if sound else None,
        tuple((address, made.place(place.pointer)) for address, place in sop.places),
        findings,
        None if sound else sop.meant or sop.sop,
        tuple(made.place(place.pointer) for place in sop.doubtful),
    )


def _moved(one: Finding, made: assembly.Assembled, common: str) -> Finding:
    """A finding about an assembled SOP, placed where the part was written."""

    def moved(place: SourceRef) -> SourceRef:
        return replace(made.place(place.pointer), on_key=place.on_key)

    places = [moved(place) for place in (one.place, *one.related) if place]
    blamed = sorted(
        places, key=lambda place: place.document == common
    )  # the base was right before the plant changed it
    return replace(one, place=blamed[0] if blamed else None, related=tuple(blamed[1:]))


# --- All together ---


def _accepted(loaded: Iterable[LoadedSop], shelf: _Shelf) -> list[tuple[LoadedSop, JobSop]]:
    """SOPs of different jobs, sound ones first; codes that differ only in case clash, because folders are named so."""
    accepted: dict[str, tuple[LoadedSop, JobSop]] = {}
    for one in sorted(loaded, key=lambda one: (one.sop is None, one.document)):
        sop = one.sop or one.meant
        if sop is None or (sop.organisation and sop.organisation not in shelf.organisations):
            continue
        earlier, _ = accepted.setdefault(sop.address.casefold(), (one, sop))
        if earlier is not one:
            place, related = (_code_of(made, sop.address) for made in (one, earlier))
            if place not in one.doubtful:
                shelf.findings.append(finding("SOP022", place=place, related=(related,), code=sop.address))
    return list(accepted.values())


def _code_of(one: LoadedSop, address: Address) -> SourceRef:
    """Where the code of a document stands; addresses may differ in case."""
    known = {known.casefold(): place for known, place in one.places}
    place = known[address.casefold()]
    return SourceRef(place.document, (*place.pointer, "code"))
