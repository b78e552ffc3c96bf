"""Which pictures of steps are printed: those that would leave with the teachable repository, and can be shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import TypeAdapter

from sopcurric.app.classifying import Classifier
from sopcurric.app.steps import JsonCodec, Step, Steps, digest_of
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.pictures import HERE, Shown, UnprintableError, content_of, is_mislabelled, place_of, shown
from sopcurric.io.teachable_folder import was_exported
from sopcurric.io.workspace import Workspace
from sopcurric.model.address import Address
from sopcurric.model.files.levels import Level
from sopcurric.model.files.sop_kinds import MediaKind
from sopcurric.model.picture import StepPicture
from sopcurric.model.settings import Settings
from sopcurric.model.sop import JobSop
from sopcurric.source.ref import SourceRef


def teaching_clearance(settings: Settings | None) -> str:
    """The highest clearance of the editions for teaching, which are public or internal."""
    internal = any(one.clearance == Level.INTERNAL for one in settings.editions) if settings else False
    return Level.INTERNAL.value if internal else Level.PUBLIC.value


def may_leave(document: str, marked: Sequence[str], classifier: Classifier) -> bool:
    """Whether pictures that a file still names after the policy may leave.

    None of a file in which something is marked and no level said of them.
    """
    return document not in marked or classifier.may_hide(document)


def document_of(step: Address, provenance: Mapping[Address, SourceRef]) -> str:
    """The file that a step stands in, whose pictures are meant."""
    place = provenance.get(step)
    return place.document if place else ""


_SHOW = Step("picture", 1, JsonCodec(TypeAdapter(Shown)))


@dataclass(frozen=True, slots=True)
class Gallery:
    """Finds the pictures of steps that are printed, and says why others are not.

    Plant and college come to the same: what is printed is what crosses. At the college nobody can tell what was said of
    a picture beside marks that crossed with it; there, the list of what was exported says that it may be shown.
    `folders` are those in which the paths of pictures begin, by the file that names them.
    """

    workspace: Workspace
    folders: Mapping[str, str]
    provenance: Mapping[Address, SourceRef]
    marked: Sequence[str]
    classifier: Classifier
    steps: Steps
    findings: list[Finding] = field(default_factory=list)
    _seen: dict[tuple[str, str], Shown] = field(default_factory=dict)
    _spelt: dict[str, str] = field(default_factory=dict)

    def pictures(self, sops: Iterable[JobSop]) -> Iterator[StepPicture]:
        """The pictures that are printed; findings about others are noted."""
        there: dict[str, bool] = {}
        named = ((step, media) for sop in sops for _, step in sop.steps() for media in step.media)
        for step, media in named:
            document = document_of(step.address, self.provenance)
            folder = self.folders.get(document, HERE)
            place = place_of(folder, media.file)
            if place not in there:
                there[place] = bool(place) and self.workspace.exists(place)
            if not there[place]:
                self.findings.append(finding("SOP041", Severity.WARNING, subject=step.address, file=media.file))
                continue
            if self._spelt.setdefault(place.casefold(), place) != place:
                self._told(step.address, media.file, "case", Severity.WARNING)
            if media.kind is not MediaKind.VIDEO:
                yield from self._one(step.address, document, folder, media.file)

    def _one(self, step: Address, document: str, folder: str, file: str) -> Iterator[StepPicture]:
        known = may_leave(document, self.marked, self.classifier) or was_exported(self.workspace, folder, file)
        if not known:
            self._told(step, file, "classified", Severity.INFO)
            return
        made = self._shown(folder, file)
        if made.name:
            if is_mislabelled(file, made.name):
                self._told(step, file, "mislabelled", Severity.WARNING)
            yield StepPicture(step, file, folder, made.name, made.width, made.height)
        elif made.reason:
            self._told(step, file, made.reason, Severity.INFO if made.reason == "format" else Severity.WARNING)

    def _shown(self, folder: str, file: str) -> Shown:
        """How a picture is printed; each is unpacked once, and never again while it stays as it is."""
        if (folder, file) not in self._seen:
            try:
                content = content_of(self.workspace, folder, file)
            except UnprintableError as error:
                self._seen[folder, file] = Shown(reason=error.reason)
            else:
                key = (digest_of(content), file.rpartition(".")[2].lower())
                self._seen[folder, file] = self.steps.run(_SHOW, key, lambda: shown(content, file)).value
        return self._seen[folder, file]

    def _told(self, step: Address, file: str, variant: str, severity: Severity) -> None:
        self.findings.append(finding("LEF150", severity, subject=step, file=file, variant=variant))
