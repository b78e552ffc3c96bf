"""Use case: everything that a repository prints, for each edition, put in place at once."""

import traceback
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Literal

from jinja2 import TemplateError, TemplateSyntaxError
from pydantic import TypeAdapter

from sopcurric.app.checking import Checked, check
from sopcurric.app.gating import secrets_of
from sopcurric.app.loading import Loaded
from sopcurric.app.locking import next_lock
from sopcurric.app.plant_editions import for_readers
from sopcurric.app.reading_back import Printed, read_back, withheld
from sopcurric.app.registry import renderers
from sopcurric.app.steps import FilesCodec, Kept, Step, Steps, digest_of
from sopcurric.diagnostics.finding import Finding, Severity, finding
from sopcurric.io.appearance import MissingFontFolderError, TemplateFiles, font_setting
from sopcurric.io.cache import MemoryStore
from sopcurric.io.lock_file import LOCK_FILE, lock_text
from sopcurric.io.output import ForeignFolderError, write_edition
from sopcurric.io.pictures import PictureFiles
from sopcurric.io.teachable_folder import is_inside_export
from sopcurric.io.workspace import PROJECT_FILE, Workspace, is_yaml
from sopcurric.io.yaml_reader import lines_of
from sopcurric.model.canonical import compact
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Binder, Edition, Publication, printed_for
from sopcurric.model.saying import words
from sopcurric.model.text import EMPTY
from sopcurric.plugin import OutputFile, RenderContext, Renderer, RenderingError
from sopcurric.source.ref import SourceRef, Span
from sopcurric.stages.leak_scan import Secret

_BINDER = TypeAdapter(Binder)
_EDITION = TypeAdapter(Edition)

_LONGEST_FAULT = 200

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much is done, and how much there is."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to build: editions and formats by name (empty for all), where to, with how many workers.

    With `locked`, a lock that would change is a finding and stays as it is.
    """

    out: Path
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    jobs: int = 2
    locked: bool = False

    @property
    def complete(self) -> bool:
        """Whether everything is to be built."""
        return not self.editions and not self.formats


@dataclass(frozen=True, slots=True)
class BuiltEdition:
    """What became of one edition: its folder, how many files, whether anything on disk changed."""

    id: str
    folder: str
    binders: int
    leaves: int
    files: int
    changed: bool


LockState = Literal["written", "unchanged", "kept", "partial"]
"""What became of the lock: written, the same as before, kept because of errors, or because not all was built."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    `findings` are those that are reported; `made` and `known` count steps that were run and steps that were up to date.
    """

    checked: Checked
    editions: tuple[BuiltEdition, ...]
    findings: tuple[Finding, ...]
    made: int
    known: int
    lock: LockState = "kept"


@dataclass(frozen=True, slots=True)
class _Job:
    """One thing to render: a binder in a format, or what stands above all binders of a format."""

    renderer: Renderer
    key: tuple[str, ...]
    make: Callable[[], tuple[OutputFile, ...]]


def build(workspace: Workspace, steps: Steps, request: Request, progress: Progress) -> Built:
    """Compile and render; SOPs with errors are left out and reported, the others are built.

    Nothing is built where something classified stands open, or where nobody can tell, and no edition with trade secrets
    that does not say so on its pages or is not for the plant itself. What was printed is read back: an edition that
    says something classified is not put in place.
    """
    progress("check", 0, 1)
    checked = check(workspace, steps, locked=request.locked)
    compilation = checked.compilation
    if checked.shut or compilation is None or not compilation.inputs.sops or _unknown(request, compilation):
        return Built(checked, (), checked.reported, steps.made, steps.known)
    unprinted: list[Finding] = []
    built: list[BuiltEdition] = []
    classified = checked.loaded.marked or checked.loaded.classifier.active
    secrets = secrets_of(checked.loaded, workspace) if classified else ()
    for edition in compilation.inputs.settings.editions:
        if request.editions and edition.id not in request.editions:
            continue
        if not edition.printable:  # DEC201 and DEC202 say why
            continue
        if not edition.for_teaching and is_inside_export(request.out / edition.id):
            unprinted.append(finding("LEF004", place=SourceRef(PROJECT_FILE), folder=str(request.out / edition.id)))
            continue
        try:
            printed, broken = _print_edition(edition, checked, workspace, steps, request, progress)
            unprinted += [_broken(error, checked.loaded, workspace) for error in broken]
            taught = checked.loaded.classifier.made_by_policy()
            publication = publish(edition, compilation)
            said = _searched(printed, secrets, publication, taught)
            unprinted += said
            if not any(one.gravity == 0 for one in said):
                built.append(_put_in_place(printed, publication, request))
        except (RenderingError, MissingFontFolderError) as error:
            unprinted.append(unprintable(error, checked.loaded, workspace))
        except ForeignFolderError as error:
            unprinted.append(finding("LEF004", place=SourceRef(PROJECT_FILE), folder=str(error)))
    lock = _write_lock(compilation, workspace, request, (*checked.findings, *unprinted))
    return Built(checked, tuple(built), (*checked.reported, *unprinted), steps.made, steps.known, lock)


def _write_lock(
    compilation: Compilation, workspace: Workspace, request: Request, findings: Iterable[Finding]
) -> LockState:
    """Write the lock after a complete build without errors: what an error left out must not lose its identifiers.

    Errors count here as the rules made them, whatever the project says about them.
    """
    if any(one.severity is Severity.ERROR for one in findings):
        return "kept"
    text = lock_text(next_lock(compilation))
    if workspace.exists(LOCK_FILE) and workspace.read(LOCK_FILE) == text.encode():
        return "unchanged"
    if not request.complete:
        return "partial"
    if request.locked:
        return "kept"
    workspace.write(LOCK_FILE, text)
    return "written"


def _unknown(request: Request, compilation: Compilation) -> bool:
    """Whether an edition is asked for that there is not; then nothing is built."""
    return not {*request.editions} <= {one.id for one in compilation.inputs.settings.editions}


def _broken(error: RenderingError, loaded: Loaded, workspace: Workspace) -> Finding:
    """The finding for something that could not be rendered; a character is shown where it was typed."""
    for document in filter(is_yaml, loaded.documents) if error.characters else ():
        with suppress(OSError):
            for number, line in enumerate(lines_of(workspace.read(document)), start=1):
                column = line.find(error.characters[0])
                if column >= 0:
                    return _of(error, SourceRef(document, span=Span(number, column + 1)))
    return _of(error, SourceRef(PROJECT_FILE))


def _of(error: RenderingError, place: SourceRef) -> Finding:
    return Finding(error.code, Severity.ERROR, tuple(sorted(error.arguments.items())), place=place)


def _searched(
    printed: Sequence[Printed], secrets: tuple[Secret, ...], publication: Publication, taught: frozenset[str]
) -> tuple[Finding, ...]:
    """What an edition says that it must not say."""
    protected = withheld(secrets, publication.edition.clearance)
    return read_back(printed, protected, publication, taught) if protected else ()


def _print_edition(
    edition: Edition,
    checked: Checked,
    workspace: Workspace,
    steps: Steps,
    request: Request,
    progress: Progress,
) -> tuple[tuple[Printed, ...], tuple[RenderingError, ...]]:
    formats = [name for name in edition.formats if not request.formats or name in request.formats]
    compilation = checked.compilation
    if compilation is None:
        raise AssertionError
    publication = publish(edition, compilation)
    shown = for_readers(publication.binders, edition, checked.loaded, workspace)
    publication = replace(publication, binders=shown.binders)
    steps = Steps(MemoryStore()) if shown.raw else steps  # nothing raw is kept
    context = _context(edition, compilation, workspace)
    digests = tuple(digest_of(compact(_BINDER, binder)) for binder in publication.binders)
    jobs = [job for name in formats for job in _jobs(renderers()[name], publication, digests, context)]
    printed: list[Printed] = []
    broken: list[RenderingError] = []
    with ThreadPoolExecutor(max_workers=max(1, request.jobs)) as pool:
        for done, (job, outcome) in enumerate(zip(jobs, _run(jobs, steps, pool), strict=True), start=1):
            if isinstance(outcome, RenderingError):
                broken.append(outcome)
            else:
                printed += [Printed(file, job.renderer.said) for file in outcome.value]
            progress(edition.id, done, len(jobs))
    return tuple(printed), tuple(broken)


def lay_out(publication: Publication, compilation: Compilation, workspace: Workspace) -> tuple[Printed, ...]:
    """What the formats of an edition make of any publication; nothing of it is kept.

    Raises:
        RenderingError: something outside the code keeps it from being rendered.
        MissingFontFolderError: a folder with fonts is not there.
    """
    edition = publication.edition
    context = replace(_context(edition, compilation, workspace), draft=publication.draft)
    digests = tuple(digest_of(compact(_BINDER, binder)) for binder in publication.binders)
    jobs = (job for name in edition.formats for job in _jobs(renderers()[name], publication, digests, context))
    return tuple(Printed(file, job.renderer.said) for job in jobs for file in job.make())


def unprintable(error: RenderingError | MissingFontFolderError, loaded: Loaded, workspace: Workspace) -> Finding:
    """The finding for what keeps something from being printed."""
    if isinstance(error, RenderingError):
        return _broken(error, loaded, workspace)
    return finding("LEF003", place=SourceRef(PROJECT_FILE, ("fonts",)), folder=str(error))


def _put_in_place(printed: Sequence[Printed], publication: Publication, request: Request) -> BuiltEdition:
    name, binders = publication.edition.id, publication.binders
    target = request.out / name
    changed = write_edition(target, [one.file for one in printed])
    return BuiltEdition(name, str(target), len(binders), sum(len(one.leaves) for one in binders), len(printed), changed)


_TESTS = frozenset(("question_bank", "theory_paper"))
"""Documents that ask for what is taught: an edition with the plant's own values does not answer them."""


def _asked_for(binders: tuple[Binder, ...], edition: Edition) -> tuple[Binder, ...]:
    return binders if edition.for_teaching else tuple(one for one in binders if one.document not in _TESTS)


def publish(edition: Edition, compilation: Compilation) -> Publication:
    """Everything that one edition prints. What is built is a draft; only a release is not."""
    settings = compilation.inputs.settings
    return Publication(
        edition=edition,
        title=settings.name,
        publisher=settings.publisher,
        as_of=settings.as_of,
        draft=True,
        binders=printed_for(_asked_for(compilation.binders, edition), edition.audience),
    )


def _context(edition: Edition, compilation: Compilation, workspace: Workspace) -> RenderContext:
    settings = compilation.inputs.settings
    return RenderContext(
        edition=edition,
        title=words(settings.name, edition.language),
        publisher=words(settings.publisher or EMPTY, edition.language),
        as_of=settings.as_of,
        draft=True,
        templates=TemplateFiles(workspace),
        fonts=font_setting(workspace, settings),
        pictures=PictureFiles(workspace, compilation.inputs.pictures),
    )


def _jobs(
    renderer: Renderer, publication: Publication, digests: Sequence[str], context: RenderContext
) -> Iterable[_Job]:
    """What a format renders; `digests` are those of the binders."""
    look = (renderer.name, str(renderer.version), _look(context))
    own = context.templates.overridden
    for binder, digest in zip(publication.binders, digests, strict=True):
        yield _Job(renderer, (*look, digest), partial(_made, partial(renderer.binder, binder, context), overridden=own))
    yield _Job(
        renderer,
        (*look, *digests, "index"),
        partial(_made, partial(renderer.index, publication, context), overridden=own),
    )


def _look(context: RenderContext) -> str:
    """A digest of everything but the binder that a rendering depends on."""
    return digest_of(
        compact(_EDITION, context.edition),
        context.title,
        context.publisher,
        context.as_of,
        str(context.draft),
        context.templates.digest,
        context.fonts.digest,
        context.fonts.body,
        context.fonts.heading,
    )


def _run(jobs: Sequence[_Job], steps: Steps, pool: Executor) -> Iterable[Kept[tuple[OutputFile, ...]] | RenderingError]:
    """Render; formats that let go of the interpreter lock in threads, the others one after another."""
    started = [(job, pool.submit(_one, job, steps) if job.renderer.threads else None) for job in jobs]
    for job, future in started:
        yield future.result() if future else _one(job, steps)


def _one(job: _Job, steps: Steps) -> Kept[tuple[OutputFile, ...]] | RenderingError:
    step = Step(f"render-{job.renderer.name}", job.renderer.version, FilesCodec())
    try:
        return steps.run(step, job.key, job.make)
    except RenderingError as error:
        return error


def _made(make: Callable[[], tuple[OutputFile, ...]], *, overridden: bool) -> tuple[OutputFile, ...]:
    """Render; where a project has templates of its own, whatever goes wrong is laid at their door.

    Raises:
        RenderingError: something outside the code keeps it from being rendered.
    """
    try:
        return make()
    except RenderingError:
        raise
    except Exception as error:
        if not overridden:
            raise
        raise RenderingError("LEF006", what=_where(error)) from error


def _where(error: Exception) -> str:
    """What is wrong with a template, and where: syntax errors know it, others leave it in the traceback."""
    said = str(error.message if isinstance(error, TemplateError) else error)
    what = " ".join(said.split())[:_LONGEST_FAULT] or type(error).__name__
    if isinstance(error, TemplateSyntaxError):
        return f"{error.name}:{error.lineno}: {what}"
    frames = [one for one in traceback.extract_tb(error.__traceback__) if one.filename.endswith(".j2")]
    place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
    return f"{place}{what}"
