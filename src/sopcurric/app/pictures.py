"""Which pictures of steps are printed: those that would leave with the teachable repository, and can be shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sopcurric.app.classifying import Classifier
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.pictures import UnprintableError, is_mislabelled, step_picture
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


@dataclass(frozen=True, slots=True)
class Gallery:
    """Finds the pictures of steps that are printed, and says why others are not.

    Plant and college come to the same: what is printed is what crosses. At the college nobody can tell what was said of
    a picture beside marks that crossed with it; there, the list of what was exported says that it may be shown.
    """

    workspace: Workspace
    provenance: Mapping[Address, SourceRef]
    marked: Sequence[str]
    classifier: Classifier
    findings: list[Finding] = field(default_factory=list)

    def pictures(self, sops: Iterable[JobSop]) -> Iterator[StepPicture]:
        """The pictures that are printed; findings about others are noted."""
        there: dict[str, bool] = {}
        named = ((step, media) for sop in sops for _, step in sop.steps() for media in step.media)
        for step, media in named:
            if media.file not in there:
                there[media.file] = self.workspace.exists(media.file)
            if not there[media.file]:
                self.findings.append(finding("SOP041", Severity.WARNING, subject=step.address, file=media.file))
            elif media.kind is not MediaKind.VIDEO:
                yield from self._one(step.address, media.file)

    def _one(self, step: Address, file: str) -> Iterator[StepPicture]:
        place = self.provenance.get(step)
        document = place.document if place else ""
        if not (may_leave(document, self.marked, self.classifier) or was_exported(self.workspace, file)):
            self._told(step, file, "classified", Severity.INFO)
            return
        try:
            made = step_picture(self.workspace, step, file)
        except UnprintableError as error:
            if error.reason:
                self._told(step, file, error.reason, Severity.INFO if error.reason == "format" else Severity.WARNING)
            return
        if is_mislabelled(file, made):
            self._told(step, file, "mislabelled", Severity.WARNING)
        yield made

    def _told(self, step: Address, file: str, variant: str, severity: Severity) -> None:
        self.findings.append(finding("LEF150", severity, subject=step, file=file, variant=variant))
