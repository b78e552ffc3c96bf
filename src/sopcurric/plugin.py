"""The records by which rules, fixes, documents and renderers are found in their folders."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Protocol, TypeVar

from sopcurric.diagnostics.finding import Finding, Severity
from sopcurric.model.compilation import Compilation
from sopcurric.model.publication import Binder, Edition, Publication
from sopcurric.model.question import Answer, Question
from sopcurric.model.question import Record as DecisionRecord
from sopcurric.source.editing import Edit, Source
from sopcurric.source.ref import Pointer

Record = TypeVar("Record")


class BrokenPluginError(RuntimeError):
    """A module in an extension folder does not hold the record it should: a bug, not a fault of the user."""


class RenderingError(RuntimeError):
    """Something outside the code keeps a binder from being rendered: a missing package, font or character.

    `code` is that of the finding, `arguments` fill its sentence, `characters` are those that no font has.
    """

    def __init__(self, code: str, *, characters: tuple[str, ...] = (), **arguments: str) -> None:
        """Keep what the finding says."""
        super().__init__(f"{code}: {', '.join(arguments.values())}")
        self.code = code
        self.arguments = arguments
        self.characters = characters


class AnswerError(ValueError):
    """An answer cannot be taken; `code` is that of the sentence that says why, `arguments` fill it."""

    def __init__(self, code: str, **arguments: str | int) -> None:
        """Keep what the sentence says."""
        super().__init__(code)
        self.code = code
        self.arguments = arguments


class TemplateSource(Protocol):
    """Where templates come from: the project's own first, then ours."""

    def read(self, name: str) -> str | None:
        """The text of a template by its path below `templates/`, or None."""

    @property
    def digest(self) -> str:
        """A digest over all templates, part of the cache key of everything rendered."""

    @property
    def overridden(self) -> bool:
        """Whether the project has templates of its own, whose faults are no bugs."""


@dataclass(frozen=True, slots=True)
class FontSetting:
    """Fonts for printing: folders to look into, the families wanted, and a digest of the files."""

    folders: tuple[str, ...]
    body: str
    heading: str
    digest: str


class PictureSource(Protocol):
    """Where the pictures that blocks name come from."""

    def read(self, name: str) -> bytes:
        """The bytes of a picture.

        Raises:
            RenderingError: it is not what it was when the repository was read.
        """


class NoPictures:
    """The pictures of pages that have none."""

    def read(self, name: str) -> bytes:
        """There are none.

        Raises:
            KeyError: always.
        """
        raise KeyError(name)


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: its path below the folder of the edition, with forward slashes, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class RenderContext:
    """What a renderer may know besides the value it renders."""

    edition: Edition
    title: str
    publisher: str
    as_of: str
    draft: bool
    templates: TemplateSource
    fonts: FontSetting
    pictures: PictureSource = field(default_factory=NoPictures)


@dataclass(frozen=True, slots=True)
class Renderer:
    """An output format. `binder` renders one binder, `index` what stands above all of them.

    `said` reads a file of the format back: everything that it says to a reader or to a machine, in pieces that hold
    together. A value may not be split between two pieces, and what does not belong together may not be joined in one.

    Raises:
        RenderingError: (by all of them) something outside the code is missing.
    """

    name: str
    version: int
    binder: Callable[[Binder, RenderContext], tuple[OutputFile, ...]]
    index: Callable[[Publication, RenderContext], tuple[OutputFile, ...]]
    said: Callable[[OutputFile], Iterable[str]]
    threads: bool = False


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format in which a value (`target`, such as `graph`) leaves for other programs.

    `export` makes the whole file, of what is below an id where one is given (the target must have it); `said` reads it
    back as that of a renderer does.
    """

    target: str
    name: str
    export: Callable[[Compilation, str, str], bytes]
    said: Callable[[OutputFile], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Document:
    """A kind of binder: from everything compiled to its binders. Kinds of lower `rank` are listed first."""

    name: str
    version: int
    rank: int
    compose: Callable[[Compilation], tuple[Binder, ...]]


@dataclass(frozen=True, slots=True)
class QuestionKind:
    """One kind of question that waits for a person.

    `ask` finds the questions of its kind; `decide` makes the records of decisions out of an answer (nothing where the
    answer is to leave things as they are); who, when and why are added by the caller. Kinds of lower `rank` come first.

    Raises:
        AnswerError: (by `decide`) the answer cannot be taken.
    """

    name: str
    rank: int
    ask: Callable[[Compilation], Iterable[Question]]
    decide: Callable[[Compilation, Question, Answer], Iterable[DecisionRecord]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding. `check` is None where the finding is raised while files are read.

    `sentences` gives message and cure per language; `explain` prints the docstring of the module. `variants` gives, per
    language, cures by the value of the argument `variant`, and words for values of other arguments by `name.value`.

    `printed`: it looks at binders, so it is only asked where they were composed.
    """

    code: str
    name: str
    severity: Severity
    sentences: dict[str, tuple[str, str]]
    check: Callable[[Compilation], Iterable[Finding]] | None = None
    variants: dict[str, dict[str, str]] = field(default_factory=dict)
    printed: bool = False

    @property
    def firm(self) -> bool:
        """Whether its errors stay errors whatever a project says: what they are about is missing from the result.

        Such are all errors found while files are read or pages printed, those about what is classified, and those about
        what no leaf teaches.
        """
        return self.severity is Severity.ERROR and (self.check is None or self.code.startswith(("DEC", "LEF")))


TextReader = Callable[[str], str | None]
"""The text of a file of the repository by its path, or None where there is none that can be read."""


@dataclass(frozen=True, slots=True)
class Change:
    """One way to correct a fault: edits of its file.

    Where `values` are given, these must be read afterwards where the pointers lead, and everything else as before.
    """

    edits: tuple[Edit, ...]
    values: tuple[tuple[Pointer, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Left:
    """Something that a fix could correct and leaves alone: `reason` names the sentence `cli.fix.left.…`."""

    reason: str
    subject: str


@dataclass(frozen=True, slots=True)
class Repository:
    """What a fix may ask about the whole repository.

    `mentions` gives the addresses (in small letters) that begin in a certain way and stand in any file.
    """

    mentions: Callable[[str], frozenset[str]]


def _proposes_nothing(_read: TextReader, _findings: tuple[Finding, ...]) -> Iterable[tuple[str, str]]:
    return ()


def _changes_nothing(_source: Source, _finding: Finding, _repository: Repository) -> Iterable[Change | Left]:
    return ()


@dataclass(frozen=True, slots=True)
class Fix:
    """One kind of safe correction.

    `propose` yields paths of files that exist, each with its whole new text. It reads files by the first argument and
    may look at what is wrong with the repository; it must work where that cannot be loaded. What a fix before it
    proposed is what it reads.

    `changes` yields the ways to correct one finding with a place in a file. The file is read again with each of them:
    one is taken only where the fault is gone, nothing new is wrong, and no other way gives other data.

    `cures` are the findings that it is for: code and argument `variant` (empty where there is none).
    """

    name: str
    propose: Callable[[TextReader, tuple[Finding, ...]], Iterable[tuple[str, str]]] = _proposes_nothing
    changes: Callable[[Source, Finding, Repository], Iterable[Change | Left]] = _changes_nothing
    cures: frozenset[tuple[str, str]] = frozenset()

    @property
    def goes_by_findings(self) -> bool:
        """Whether it corrects finding by finding."""
        return self.changes is not _changes_nothing

    def is_for(self, one: Finding) -> bool:
        """Whether it is meant for a finding: what could have been meant in several ways is left to people."""
        arguments = dict(one.arguments)
        return (one.code, str(arguments.get("variant", ""))) in self.cures and arguments.get("readings", 1) == 1


def discover(package: ModuleType, constant: str, kind: type[Record]) -> tuple[tuple[str, Record], ...]:
    """All records of an extension folder with their module names, in the order of the names.

    Raises:
        BrokenPluginError: a module does not hold the constant, or it is of another kind.
    """
    found: list[tuple[str, Record]] = []
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        record = getattr(module, constant, None)
        if not isinstance(record, kind):
            message = f"{module.__name__} has no {constant} of type {kind.__name__}"
            raise BrokenPluginError(message)
        found.append((info.name, record))
    return tuple(found)
