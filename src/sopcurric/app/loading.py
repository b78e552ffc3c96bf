"""Reading a curriculum repository: every file, every finding, nothing raised."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from pydantic import TypeAdapter

from sopcurric.app.classifying import NO_CLASSIFIER, Classifier, Policies
from sopcurric.app.parsing import File, Outcome, Parsed, Value, parsed, understood
from sopcurric.app.pictures import Gallery
from sopcurric.app.profile_loading import resolved
from sopcurric.app.sop_reading import SopSource, read_sops
from sopcurric.app.standing_in import Doubts
from sopcurric.app.steps import Steps, digest_of
from sopcurric.app.survey_loading import is_survey, read_surveys
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io import resources
from sopcurric.io.lock_file import LOCK_FILE, read_lock
from sopcurric.io.output import RESERVED
from sopcurric.io.pictures import media_folder
from sopcurric.io.workspace import LEXICON_FILE, PROJECT_FILE, TooLargeError, Workspace, epoch_date, is_outside, is_yaml
from sopcurric.io.yaml_comments import may_have_comments
from sopcurric.io.yaml_reader import MAX_BYTES, too_large, unreadable
from sopcurric.model.address import Address, name_in
from sopcurric.model.canonical import canonical, compact
from sopcurric.model.compilation import Inputs
from sopcurric.model.decision import Named, decision_address, name_of
from sopcurric.model.files.baseline import BaselineFile
from sopcurric.model.files.case import CASE_SECTIONS, AnyCase, CaseFile, case_address
from sopcurric.model.files.course import Course, CourseFile
from sopcurric.model.files.decision import Decision, DecisionFile
from sopcurric.model.files.lexicon import LexiconFile
from sopcurric.model.files.policy import FieldDecisionsFile, NamesFile, PolicyFile
from sopcurric.model.files.programme import ProgrammeFile
from sopcurric.model.files.project import FindingPolicy, ProjectFile, ProjectHeader, SopRoot
from sopcurric.model.files.register import RegisterFile
from sopcurric.model.files.schedule import ScheduleFile, is_schedule
from sopcurric.model.files.sign_offs import SignOffsFile
from sopcurric.model.files.standard import StandardFile
from sopcurric.model.lock import Lock
from sopcurric.model.picture import StepPicture
from sopcurric.model.profile import ProfileFile
from sopcurric.model.settings import Settings, resolve
from sopcurric.model.sop import JobSop
from sopcurric.model.survey import Rater
from sopcurric.model.text import EMPTY
from sopcurric.source.ref import Pointer, SourceRef

Provenance = Mapping[Address, SourceRef]


@dataclass(frozen=True, slots=True)
class Loaded:
    """A repository as read: inputs (None where the project file cannot be used), where things stand, what is wrong.

    `sop_digests`, `profile_digest` and `digest` (what else there is but decisions and lock: `decided_digest`) key the
    steps that are made from them. `remarked` are the documents that may have comments for us, `marked` those that may
    hold classification marks, `baseline` the findings that are known already; `media_folders` are those in which the
    paths of pictures begin, by the SOP that names them.
    """

    inputs: Inputs | None
    default_programme: ProgrammeFile
    provenance: Provenance
    findings: tuple[Finding, ...]
    sop_digests: Mapping[Address, str]
    digest: str
    profile_digest: str
    decided_digest: str
    documents: tuple[str, ...]
    policy: FindingPolicy = field(default_factory=FindingPolicy)
    baseline: BaselineFile | None = None
    remarked: tuple[str, ...] = ()
    marked: tuple[str, ...] = ()
    meant: "Meant | None" = None
    classifier: Classifier = field(default=NO_CLASSIFIER, repr=False, compare=False)
    media_folders: Mapping[str, str] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The language of the project; Chinese where it cannot be told."""
        return self.inputs.settings.language if self.inputs else "zh"


@dataclass(frozen=True, slots=True)
class Meant:
    """A repository with stand-ins for the files that have faults, its digest, and where it is in doubt."""

    inputs: Inputs
    digest: str
    doubts: Doubts


POLICIES = "policies/"
"""Where the plant keeps what never crosses to the college."""
POLICY_FILE, DECIDED_FILE = f"{POLICIES}declassification.yaml", f"{POLICIES}fields.yaml"
SIGN_OFFS_FILE, REGISTER_FILE = f"{POLICIES}sign-offs.yaml", f"{POLICIES}register.yaml"
NAMES = "names"
_SETTINGS = TypeAdapter(Settings)
_OF_PROJECT = ("SOP022", "SOP023", "SOP024", "SOP026")
"""Codes of faults that only a project file can show."""
_MARK = re.compile(rb"(?<!<)<<(?!<|\s*:\s*[*\[])")
"""What may begin a classification mark; YAML merges and conflicts of git begin otherwise."""
_SOP = TypeAdapter(JobSop)
_LOCK = TypeAdapter(Lock)
_SURVEYS = TypeAdapter(tuple[Rater, ...])
_PICTURES = TypeAdapter(tuple[StepPicture, ...])


@dataclass(slots=True)
class _Reader:
    """Reads files of a repository and gathers what is wrong with them."""

    workspace: Workspace
    language: str = "zh"
    findings: list[Finding] = field(default_factory=list)
    provenance: dict[Address, SourceRef] = field(default_factory=dict)
    taken: dict[str, SourceRef] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    remarked: list[str] = field(default_factory=list)
    doubts: dict[str, tuple[Pointer, ...]] = field(default_factory=dict)
    lost: bool = False
    marked: list[str] = field(default_factory=list)
    media_folders: dict[str, str] = field(default_factory=dict)

    def content(self, path: str) -> bytes | None:
        """The bytes of a file of ours, or None with a finding."""
        content = self.bare(path)
        if content is None:
            self.lost = True
            return None
        if may_have_comments(content):
            self.remarked.append(path)
        if _MARK.search(content.replace(b"\0", b"")):  # in UTF-16, every other byte is a zero
            self.marked.append(path)
        return content

    def bare(self, path: str) -> bytes | None:
        """The bytes of a file in which comments and marks mean nothing, or None with a finding."""
        self.documents.append(path)
        try:
            return self.workspace.read(path)
        except TooLargeError:
            self.findings.append(too_large(path, MAX_BYTES + 1))
        except OSError as error:
            self.findings.append(unreadable(path, error))
        return None

    def read(self, path: str, model: type[File]) -> File | None:
        """A file as its model, or None with findings."""
        file = self.parsed(path, model)
        return file.value if file and not file.broken else None

    def parsed(self, path: str, model: type[File]) -> Parsed[File] | None:
        """A file as its model, or what stands in for it; None with findings where nothing does."""
        content = self.content(path)
        if content is None:
            return None
        return self.noted(path, parsed(path, content, model, self.language))

    def noted(self, path: str, outcome: Outcome[File]) -> Parsed[File] | None:
        """What became of a file, with its findings and doubts noted."""
        self.findings += outcome.findings
        if outcome.file is not None:
            return Parsed(outcome.file)
        if outcome.meant is None:
            self.lost = True
            return None
        self.doubts[path] = outcome.meant.doubtful
        return Parsed(outcome.meant.file, broken=True)

    def note(self, address: Address, document: str, *pointer: str | int) -> None:
        """Remember where an element stands."""
        self.provenance[address] = SourceRef(document, pointer)


def load(workspace: Workspace, steps: Steps) -> Loaded:
    """Read everything; faults of one file never keep another from being read."""
    reader = _Reader(workspace)
    default = _shipped(resources.default_programme(), ProgrammeFile)
    project = reader.read(PROJECT_FILE, ProjectFile)
    if project is None:
        return _without_project(reader, default, steps)
    reader.language = project.project.language
    reader.note("@project", PROJECT_FILE)
    reader.note("@project/editors", PROJECT_FILE, "editors")
    reader.note("@project/textbook", PROJECT_FILE, "textbook")
    settings = _with_editions(resolve(project, epoch_date()), reader)
    profile, faults = resolved(settings.profile, _profiles(reader), settings.language)
    reader.findings += faults
    policies = _policies(reader)
    written = _case_files(reader)
    sops, digests, classifier = _sops(project.sops, settings, reader, steps, policies, written)
    pictures = _pictures(sops, reader, classifier, steps)
    cases = _cases(reader, written, classifier)
    courses, standards, programmes = _courses(reader), _standards(reader), _programmes(reader)
    schedules = _schedules(reader)
    words = _lexicon(reader)
    inputs = Inputs(
        settings=settings,
        profile=profile,
        sops=_sound(sops),
        courses=_sound(courses),
        standards=_sound(standards),
        programmes=_sound(programmes),
        schedules=_sound(schedules),
        decisions=_decisions(reader),
        lock=_lock(reader),
        surveys=_surveys(reader, _all(sops)),
        own_words=words.value if words and not words.broken else LexiconFile(),
        cases=_sound(cases),
        pictures=pictures,
    )
    whole = replace(
        inputs,
        sops=_all(sops),
        courses=_all(courses),
        standards=_all(standards),
        programmes=_all(programmes),
        schedules=_all(schedules),
        own_words=words.value if words else LexiconFile(),
        cases=_all(cases),
    )
    baseline = _baseline(project.findings.baseline, reader)
    return Loaded(
        inputs,
        default,
        reader.provenance,
        tuple(reader.findings),
        digests,
        _digest(inputs),
        digest_of(inputs.profile.model_dump_json()),
        _decided_digest(inputs),
        tuple(reader.documents),
        project.findings,
        baseline,
        tuple(one for one in dict.fromkeys(reader.remarked) if is_yaml(one)),
        tuple(dict.fromkeys(reader.marked)),
        _meant(whole, reader),
        classifier,
        reader.media_folders,
    )


def _sound(read: Iterable[Parsed[Value]]) -> tuple[Value, ...]:
    """What was read from files without faults."""
    return tuple(one.value for one in read if not one.broken)


def _all(read: Iterable[Parsed[Value]]) -> tuple[Value, ...]:
    """What was read, and what stands in for the rest."""
    return tuple(one.value for one in read)


def _meant(whole: Inputs, reader: _Reader) -> Meant | None:
    """The repository with its stand-ins; None where there are no files with faults."""
    if not (reader.doubts or reader.lost):
        return None
    return Meant(whole, _digest(whole), Doubts(reader.doubts, reader.lost))


def _without_project(reader: _Reader, default: ProgrammeFile, steps: Steps) -> Loaded:
    """Faults of the other files, so that they show in the same run; what hangs on the project file is left aside."""
    stand_in = ProjectFile(project=ProjectHeader(name=EMPTY))
    written = _case_files(reader)
    sops, _, classifier = _sops(stand_in.sops, resolve(stand_in, ""), reader, steps, _policies(reader), written)
    _pictures(sops, reader, classifier, steps)
    _cases(reader, written, classifier)
    _courses(reader)
    _standards(reader)
    _programmes(reader)
    _schedules(reader)
    _profiles(reader)
    _decisions(reader)
    _lock(reader)
    _surveys(reader, ())
    _lexicon(reader)
    findings = tuple(one for one in reader.findings if one.code not in _OF_PROJECT)
    return Loaded(None, default, reader.provenance, findings, {}, "", "", "", tuple(reader.documents))


def _with_editions(settings: Settings, reader: _Reader) -> Settings:
    """The settings with editions of different names that can be folders everywhere."""
    for number, edition in enumerate(settings.editions):
        if edition.id.casefold() in RESERVED:
            place = SourceRef(PROJECT_FILE, ("editions", number, "id"))
            reader.findings.append(finding("SOP027", place=place, id=edition.id, suggestion=f"{edition.id}-edition"))
    editions = (
        edition
        for number, edition in enumerate(settings.editions)
        if edition.id.casefold() not in RESERVED
        and _unique(f"@edition/{edition.id}", PROJECT_FILE, reader, "editions", number)
    )
    return replace(settings, editions=tuple(editions))


def _digest(inputs: Inputs) -> str:
    parts = [canonical(_SETTINGS, inputs.settings)]
    parts += [one.model_dump_json().encode() for one in (inputs.profile, *inputs.courses, *inputs.standards)]
    parts += [one.model_dump_json().encode() for one in (*inputs.programmes, *inputs.schedules, *inputs.cases)]
    parts.append(compact(_SURVEYS, inputs.surveys))
    parts.append(compact(_PICTURES, inputs.pictures))
    return digest_of(*parts, inputs.lexicon.digest)


def _decided_digest(inputs: Inputs) -> str:
    lock = compact(_LOCK, inputs.lock)
    return digest_of(lock, *(part for one in inputs.decisions for part in (one.name, one.decision.model_dump_json())))


def _profiles(reader: _Reader) -> dict[str, tuple[ProfileFile, str]]:
    """The rule profiles of the repository itself by name, each with its file; broken ones as far as they stand in."""
    found: dict[str, tuple[ProfileFile, str]] = {}
    for path in reader.workspace.yaml_files("profiles"):
        file = reader.parsed(path, ProfileFile)
        if file and _unique(f"@profile/{file.value.id}", path, reader, "id"):
            found[file.value.id] = (file.value, path)
    return found


@cache
def _shipped(content: bytes, model: type[File]) -> File:
    """A file that comes along, read once in each process."""
    file = parsed("default", content, model, "zh").file
    if file is None:
        raise AssertionError
    return file


def _policies(reader: _Reader) -> Policies:
    """The declassification policy, what was decided about single fields, and what is kept outside the repository."""
    shipped = _shipped(resources.default_policy(), PolicyFile)
    there = reader.workspace.exists
    own = reader.read(POLICY_FILE, PolicyFile) if there(POLICY_FILE) else None
    decided = reader.read(DECIDED_FILE, FieldDecisionsFile) if there(DECIDED_FILE) else None
    names = _outside(own.names_file, "names_file", reader) if own and own.names_file else None
    key = _outside(own.key_file, "key_file", reader) if own and own.key_file else None
    listed = parsed(NAMES, names, NamesFile, "zh").file if names else None
    if names and (listed is None or len({*listed.names.values()}) < len(listed.names)):
        reader.findings.append(finding("DEC113", place=SourceRef(POLICY_FILE, ("names_file",)), variant="damaged"))
    decisions = decided.fields if decided else ()
    signed = reader.read(SIGN_OFFS_FILE, SignOffsFile) if there(SIGN_OFFS_FILE) else SignOffsFile()
    issued = reader.read(REGISTER_FILE, RegisterFile) if there(REGISTER_FILE) else RegisterFile()
    return Policies(
        shipped,
        own,
        decisions,
        listed.names if listed else {},
        (key or b"").strip(),
        signed.sign_offs if signed else None,
        issued.copies if issued else None,
    )


def _outside(path: str, key: str, reader: _Reader) -> bytes | None:
    """The bytes of a file that must stand outside the repository; nothing with a finding where it cannot be used."""
    place = SourceRef(POLICY_FILE, (key,))
    if not is_outside(path):
        reader.findings.append(finding("DEC113", place=place, variant="inside"))
        return None
    try:
        return reader.workspace.read(path)
    except OSError:
        if key == "key_file":
            reader.findings.append(finding("DEC113", Severity.WARNING, place=place, variant="missing"))
        return None


def _sops(
    roots: Iterable[SopRoot],
    settings: Settings,
    reader: _Reader,
    steps: Steps,
    policies: Policies,
    cases: Mapping[str, bytes],
) -> tuple[tuple[Parsed[JobSop], ...], dict[Address, str], Classifier]:
    """Every SOP of every root, by address; those with errors are marked. `cases` are classified together with them."""
    files: list[SopSource] = []
    for root in roots:
        paths = reader.workspace.yaml_files(root.path)
        if not paths:
            reader.findings.append(
                finding("SOP024", Severity.WARNING, place=SourceRef(PROJECT_FILE, ("sops",)), folder=root.path)
            )
        folder = media_folder(reader.workspace, root.path, root.media_from)
        for path in paths:
            content = reader.content(path)
            reader.media_folders[path] = folder
            if content is not None:
                files.append(SopSource(path, content, root.organisation or ""))
    organisations = {one.document: one.organisation for one in files}
    sources = {**cases, **{one.document: one.content for one in files}}
    classifier = Classifier(policies, sources, settings.language, organisations)
    read = read_sops(files, [one for one, _ in settings.organisations], settings.language, steps, classifier)
    reader.findings += read.findings
    reader.provenance.update(read.places)
    reader.doubts.update(read.doubts)
    reader.lost = reader.lost or read.lost
    order = {job: number for number, job in enumerate(settings.jobs)}
    sops = sorted(read.sops, key=lambda one: (order.get(one.value.address, len(order)), one.value.address))
    if not reader.lost:
        _known_jobs(settings, {one.value.address for one in sops}, reader)
    return tuple(sops), {one.value.address: digest_of(compact(_SOP, one.value)) for one in sops}, classifier


def _pictures(
    sops: Iterable[Parsed[JobSop]], reader: _Reader, classifier: Classifier, steps: Steps
) -> tuple[StepPicture, ...]:
    """The pictures of steps that are printed, with findings about those that are not there or cannot be shown."""
    known = (reader.media_folders, reader.provenance, tuple(reader.marked))
    gallery = Gallery(reader.workspace, *known, classifier, steps)
    found = tuple(gallery.pictures(_all(sops)))
    reader.findings += gallery.findings
    return found


def _known_jobs(settings: Settings, known: set[Address], reader: _Reader) -> None:
    for number, job in enumerate(settings.jobs):
        if job not in known:
            place = SourceRef(PROJECT_FILE, ("jobs", number))
            reader.findings.append(finding("SOP026", Severity.WARNING, place=place, job=job))


def _unique(address: Address, document: str, reader: _Reader, *pointer: str | int) -> bool:
    """Note where an element stands; False with a finding where another one has its address already.

    Addresses that differ only in case clash, because files and folders are named after them.
    """
    place = SourceRef(document, pointer)
    earlier = reader.taken.setdefault(address.casefold(), place)
    if earlier is not place:
        reader.findings.append(finding("SOP021", place=place, related=(earlier,), id=name_in(address)))
        return False
    reader.provenance[address] = place
    return True


def _case_files(reader: _Reader) -> dict[str, bytes]:
    """The bytes of the files of cases by path."""
    read = ((path, reader.content(path)) for path in reader.workspace.yaml_files("cases"))
    return {path: content for path, content in read if content is not None}


def _cases(reader: _Reader, written: Mapping[str, bytes], classifier: Classifier) -> tuple[Parsed[AnyCase], ...]:
    """Every entry of every file of cases, after the declassification policy, in the order of their ids."""
    found: list[Parsed[AnyCase]] = []
    for path, content in written.items():
        outcome = understood(path, classifier.teachable(path), content, CaseFile, reader.language)
        file = reader.noted(path, _as_written(outcome, path, classifier))
        for section in CASE_SECTIONS if file else ():
            for number, case in enumerate(getattr(file.value, section) if file else ()):
                pointer = classifier.place(SourceRef(path, (section, number))).pointer
                if file and _unique(case_address(case.id), path, reader, *pointer):
                    found.append(Parsed(case, file.broken))
    return tuple(sorted(found, key=lambda one: one.value.id))


def _as_written(outcome: Outcome[File], path: str, classifier: Classifier) -> Outcome[File]:
    """What became of a file, with places as it was written and not as it is after the policy."""
    findings = tuple(
        replace(
            one,
            place=classifier.place(one.place) if one.place else None,
            related=tuple(map(classifier.place, one.related)),
        )
        for one in outcome.findings
    )
    meant = outcome.meant
    if meant is not None:
        doubtful = tuple(classifier.place(SourceRef(path, one)).pointer for one in meant.doubtful)
        meant = replace(meant, doubtful=doubtful)
    return Outcome(outcome.file, findings, meant)


def _courses(reader: _Reader) -> tuple[Parsed[Course], ...]:
    found: list[Parsed[Course]] = []
    for path in reader.workspace.yaml_files("courses"):
        file = reader.parsed(path, CourseFile)
        for number, course in enumerate(file.value.courses if file else ()):
            if file and _unique(f"@course/{course.code}", path, reader, "courses", number):
                found.append(Parsed(course, file.broken))
    return tuple(found)


def _standards(reader: _Reader) -> tuple[Parsed[StandardFile], ...]:
    found: list[Parsed[StandardFile]] = []
    for path in reader.workspace.yaml_files("standards"):
        file = reader.parsed(path, StandardFile)
        if file and _unique(f"@standard/{file.value.code}", path, reader, "code"):
            for place, level in enumerate(file.value.levels):
                reader.note(f"@standard/{file.value.code}/levels/{level.id}", path, "levels", place)
            for place, function in enumerate(file.value.functions):
                reader.note(f"@standard/{file.value.code}/{function.id}", path, "functions", place)
                for number, content in enumerate(function.contents):
                    address = f"@standard/{file.value.code}/{content.id}"
                    reader.note(address, path, "functions", place, "contents", number)
            found.append(file)
    return tuple(found)


def _after_hiring(programme: ProgrammeFile, path: str, reader: _Reader) -> None:
    """Places of what is about employees, and of credits; binders are named after ways and classes."""
    own = f"@programme/{programme.id}"
    if programme.safety_training is not None:
        reader.note(f"@safety-training/{programme.id}", path, "safety_training")
    for number, rule in enumerate(programme.substitution.rules if programme.substitution else ()):
        reader.note(f"{own}/{rule.id}", path, "substitution", "rules", number)
    for section in ("in_service_paths", "new_apprenticeship"):
        for number, part in enumerate(getattr(programme, section)):
            _unique(f"{own}/{section}/{part.id}", path, reader, section, number, "id")


_SECTIONS = ("partners", "segments", "groups", "mentors", "teachers", "bases", "in_service")
"""Lists of a programme whose entries have an id."""


def _programmes(reader: _Reader) -> tuple[Parsed[ProgrammeFile], ...]:
    found: list[Parsed[ProgrammeFile]] = []
    for path in reader.workspace.yaml_files("programmes"):
        if is_schedule(path):
            continue
        file = reader.parsed(path, ProgrammeFile)
        if file and _unique(f"@programme/{file.value.id}", path, reader, "id"):
            _after_hiring(file.value, path, reader)
            if file.value.evaluation is not None:
                reader.note(f"@evaluation/{file.value.id}", path, "evaluation")
            reader.note(f"@whole/{file.value.id}", path)
            reader.note(f"@approved/{file.value.id}", path, "approval", "approved")
            for number, change in enumerate(file.value.approval.changes if file.value.approval else ()):
                reader.note(f"@approved/{file.value.id}/{change.id}", path, "approval", "changes", number)
            for key in ("internship", "agreements", "mentoring", "organisation"):
                if getattr(file.value, key) is not None:
                    reader.note(f"@{key}/{file.value.id}", path, key)
            for section in (*_SECTIONS, "links", "in_service_paths", "new_apprenticeship"):
                _listed(file.value, section, path, reader)
            found.append(file)
    return tuple(found)


def _listed(programme: ProgrammeFile, section: str, path: str, reader: _Reader) -> None:
    """Where the entries of a list of a programme stand; an id that stands there twice is told."""
    for number, part in enumerate(getattr(programme, section)):
        place = SourceRef(path, (section, number, "id"))
        if section in _SECTIONS:
            earlier = reader.taken.setdefault(f"@{section}/{programme.id}/{part.id}".casefold(), place)
            if earlier is not place:
                reader.findings.append(finding("SOP021", place=place, related=(earlier,), id=part.id))
                continue
        reader.note(f"@programme/{programme.id}/{part.id}", path, section, number)


def _schedules(reader: _Reader) -> tuple[Parsed[ScheduleFile], ...]:
    found: list[Parsed[ScheduleFile]] = []
    for path in filter(is_schedule, reader.workspace.yaml_files("programmes")):
        file = reader.parsed(path, ScheduleFile)
        if file and _unique(f"@schedule/{file.value.programme}", path, reader, "programme"):
            for section, lines in (("modules", file.value.modules), ("pairings", file.value.pairings)):
                for number in range(len(lines)):
                    reader.note(f"@schedule/{file.value.programme}/{section}/{number}", path, section, number)
            found.append(file)
    return tuple(found)


def _decisions(reader: _Reader) -> tuple[Named[Decision], ...]:
    """Every decision with its name; those that decide the same on one day are told apart by a number."""
    read: list[tuple[str, str, SourceRef, Decision]] = []
    for path in reader.workspace.yaml_files("decisions"):
        file = reader.read(path, DecisionFile)
        for number, decision in enumerate(file.decisions if file else ()):
            place = SourceRef(path, ("decisions", number))
            read.append((name_of(decision), decision.model_dump_json(), place, decision))
    found: list[Named[Decision]] = []
    times: Counter[str] = Counter()
    for name, _, place, decision in sorted(read, key=lambda one: (one[0], one[1], one[2].document, one[2].pointer[1:])):
        times[name] += 1
        own = name if decision.id or times[name] == 1 else f"{name}-{times[name]}"
        if _unique(decision_address(own), place.document, reader, *place.pointer):
            found.append(Named(own, decision))
    return tuple(sorted(found, key=lambda one: one.name))


def _surveys(reader: _Reader, sops: tuple[JobSop, ...]) -> tuple[Rater, ...]:
    """Ratings of experts, about work that is taught; nothing is said of work that may stand in an SOP that is lost."""
    files = [path for path in reader.workspace.survey_files() if is_survey(path)]
    contents = ((path, reader.bare(path)) for path in files)
    found = read_surveys(
        ((path, content) for path, content in contents if content is not None),
        sops,
        complete=bool(sops) and not reader.lost,
    )
    reader.findings += found.findings
    reader.provenance.update(found.places)
    return found.raters


def _lexicon(reader: _Reader) -> Parsed[LexiconFile] | None:
    """The words of the trade, where there is such a file; each entry has an address, so that rules can tell where."""
    if not reader.workspace.exists(LEXICON_FILE):
        return None
    file = reader.parsed(LEXICON_FILE, LexiconFile)
    if file is not None:
        for section in ("synonyms", "nouns", "opposites"):
            for number, _ in enumerate(getattr(file.value, section)):
                reader.note(f"@lexicon/{section}/{number + 1}", LEXICON_FILE, section, number)
        for number, word in enumerate(file.value.verbs):
            reader.note(f"@lexicon/verbs/{number + 1}", LEXICON_FILE, "verbs", word)
    return file


def _baseline(path: str, reader: _Reader) -> BaselineFile | None:
    """The findings that are known already, where there is such a file."""
    return reader.read(path, BaselineFile) if reader.workspace.exists(path) else None


def _lock(reader: _Reader) -> Lock:
    """The lock of the repository; an empty one where there is none, or where it cannot be read."""
    if not reader.workspace.exists(LOCK_FILE):
        return Lock()
    content = reader.content(LOCK_FILE)
    if content is None:
        return Lock()
    lock, found = read_lock(content)
    reader.findings += found
    return lock or Lock()
