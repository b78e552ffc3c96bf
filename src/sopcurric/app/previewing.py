"""Use case: both sides of declassification for the plant's own eyes, and how much it leaves to teach."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property

from jinja2 import TemplateError
from pydantic import TypeAdapter

from sopcurric.app.classifying import Classifier
from sopcurric.app.form_files import BrokenTemplateError
from sopcurric.app.gating import marks_in
from sopcurric.app.loading import load
from sopcurric.app.reporting import Files
from sopcurric.app.steps import Steps
from sopcurric.forms import preview_page
from sopcurric.io.appearance import TemplateFiles
from sopcurric.io.workspace import Workspace
from sopcurric.model.files.levels import Level
from sopcurric.model.handling import Handled
from sopcurric.model.markup import BrokenMarkError, opened, parse, raw_words
from sopcurric.model.preview import ClassLoss, DocumentLoss, FieldRow, FieldState, Preview, Share
from sopcurric.model.saying import words as said_in
from sopcurric.model.text import Classified, Phrase, sentence
from sopcurric.plugin import RenderingError
from sopcurric.secrecy.paths import Part, parts_in
from sopcurric.secrecy.seeing import words_of
from sopcurric.source.editing import found_at
from sopcurric.source.ref import Pointer, SourceRef
from sopcurric.stages.leak_scan import Secret

LOSSES = TypeAdapter(tuple[DocumentLoss, ...])
"""What `declassify --json` prints: figures only, nothing raw."""

_COUNTED = {
    "generalise": "generalised",
    "replace": "replaced",
    "pseudonymise": "renamed",
    "aggregate": "aggregated",
    "mark": "marked",
}
_MARK, _WHOLE = "mark", "*"


def preview(workspace: Workspace, steps: Steps, language: str) -> Preview:
    """Every field of every SOP with what is taught of it, marks in other files, and what is left to teach."""
    loaded = load(workspace, steps)
    files = Files(workspace)
    shown = [_Document(document, loaded.classifier, files) for document in loaded.classifier.documents]
    inside = {one.document: one for one in shown}
    marks = [one for one in marks_in(loaded, workspace) if not _is_shown(one, inside)]
    rows = [row for one in shown for row in one.rows()]
    rows += [_marked(one, files, loaded.classifier) for one in marks]
    project = loaded.inputs.settings.name.words(language) if loaded.inputs else ""
    title = said_in(sentence("preview.title", project=project), language)
    rows.sort(key=lambda one: (one.document, one.line))
    return Preview(title, language, tuple(rows), tuple(_loss(one, rows) for one in shown))


def page(shown: Preview, workspace: Workspace) -> bytes:
    """The preview as one HTML page.

    Raises:
        BrokenTemplateError: a template of the project is at fault.
    """
    try:
        return preview_page.write(shown, TemplateFiles(workspace))
    except RenderingError as error:
        raise BrokenTemplateError(error.arguments.get("what", error.code)) from error
    except TemplateError as error:
        raise BrokenTemplateError(" ".join((error.message or type(error).__name__).split())) from error


@dataclass(frozen=True)
class _Document:
    """An SOP on both sides."""

    document: str
    classifier: Classifier
    files: Files

    @cached_property
    def raw(self) -> tuple[Part, ...]:
        """What stands in the file."""
        return tuple(parts_in(self.classifier.reading(self.document).meant))

    @cached_property
    def fields(self) -> frozenset[Pointer]:
        """Where its texts and names stand."""
        return frozenset(one.pointer for one in self.raw if one.kind in {"text", "line"})

    @cached_property
    def above(self) -> frozenset[Pointer]:
        """Where these stand, and all that they are part of."""
        return frozenset(one[:length] for one in self.fields for length in range(len(one) + 1))

    @cached_property
    def left(self) -> Mapping[Pointer, Part]:
        """What is left of it, by where it stands in the file."""
        file = self.classifier.left(self.document)
        if file is None:
            return {one.pointer: one for one in self.raw}
        return {file.raw(one.pointer): one for one in parts_in(file.data)}

    @cached_property
    def handled(self) -> Mapping[Pointer, Handled]:
        """What was done with single fields, by where they stand."""
        file = self.classifier.left(self.document)
        return {one.place.pointer: one for one in file.handled} if file else {}

    @cached_property
    def waiting(self) -> frozenset[Pointer]:
        """The elements that are gone because nobody has decided about a field of theirs."""
        return frozenset(_element_of(one) for one in self.handled.values() if one.whole and one.state == "undecided")

    def rows(self) -> Iterator[FieldRow]:
        """Its fields; what has no field path (what a plant does otherwise) only where something was done with it."""
        yield from (self._row(one) for one in self.raw if one.pointer in self.fields)
        for pointer, row in self.handled.items():
            if pointer not in self.above:
                taught = words_of(row.taught)
                yield self._made(pointer, row.sort, (row.level, row.operation, row.state), (words_of(row.raw), taught))

    def _row(self, part: Part) -> FieldRow:
        row = self.handled.get(part.pointer)
        left = self.left.get(part.pointer)
        rules = self.classifier.policies.rules
        raw = words_of((language, raw_words(words)) for language, words in part.words)
        taught = words_of((language, _opened(words)) for language, words in left.words) if left else ""
        level = row.level if row else _level(part)
        done: tuple[str, str, FieldState]
        if row is not None:
            done = (level, row.operation, row.state)
        elif left is None:
            gone = any(part.pointer[: len(one)] == one for one in self.waiting)
            done = (level, "drop", "undecided" if gone else "done")
        elif raw != taught:
            done = (level, _MARK if level else "pseudonymise", "done")
        else:
            done = (level, "", "unchanged")
        return self._made(part.pointer, row.sort if row else rules.sort(part.path), done, (raw, taught))

    def _made(self, pointer: Pointer, sort: str, done: tuple[str, str, FieldState], words: tuple[str, str]) -> FieldRow:
        level, operation, state = done
        raw, taught = words
        return FieldRow(
            document=self.document,
            line=self.files.span(SourceRef(self.document, pointer)).line,
            place=_called(self.classifier.reading(self.document).meant, pointer),
            sort=sort,
            titled=_titled(sort, self.classifier),
            level=level,
            operation=operation,
            state=state,
            raw=raw,
            taught=taught,
        )

    def share(self, path: str = "") -> Share:
        """How many elements of a path (all of them where it is empty) are taught."""
        every = [one for one in self.raw if one.kind == "element" and path in {"", one.path}]
        return Share(sum(one.pointer in self.left for one in every), len(every))


def _element_of(row: Handled) -> Pointer:
    """Where the element of a field stands."""
    inner = 0 if row.key == _WHOLE else len(row.key.split("."))
    return row.place.pointer[: len(row.place.pointer) - inner]


def _opened(words: str) -> str:
    with suppress(BrokenMarkError):
        return opened(words)
    return words


def _level(part: Part) -> str:
    """The highest level of the marks in a field; nothing without any."""
    levels: list[str] = []
    for _, words in part.words:
        with suppress(BrokenMarkError):
            levels += [run.level for run in parse(words) if isinstance(run, Classified)]
    return max(levels, key=lambda one: Level(one).rank, default="")


def _titled(sort: str, classifier: Classifier) -> Phrase:
    how = classifier.policies.rules.named(sort)
    return how.title if how is not None else sentence("declassify.no-class")


def _called(data: object, pointer: Pointer) -> str:
    """The way to a field, by ids where elements have one, else by their numbers."""
    names: list[str] = []
    for number, part in enumerate(pointer, start=1):
        there = found_at(data, pointer[:number])
        own = there.get("id") if isinstance(part, int) and isinstance(there, dict) else None
        names.append(str(own if own is not None else part + 1 if isinstance(part, int) else part))
    return "/".join(names)


def _is_shown(secret: Secret, inside: Mapping[str, _Document]) -> bool:
    """Whether a mark stands in a field that has a row; wordings of a text share one, and short forms hold several."""
    document = inside.get(secret.place.document)
    if document is None:
        return False
    pointer = secret.place.pointer
    return pointer[:-1] in document.fields or pointer in document.above


def _marked(secret: Secret, files: Files, classifier: Classifier) -> FieldRow:
    place = secret.place
    where = "/".join(str(one + 1 if isinstance(one, int) else one) for one in place.pointer)
    return FieldRow(
        document=place.document,
        line=files.span(place).line,
        place=where,
        sort="",
        titled=_titled("", classifier),
        level=secret.level,
        operation=_MARK,
        state="done",
        raw=secret.raw,
        taught=secret.teachable,
    )


# Figures ----------------------------------------------------------------------------------------------------------


def _loss(document: _Document, rows: Sequence[FieldRow]) -> DocumentLoss:
    own = [one for one in rows if one.document == document.document]
    classes = tuple(_class_loss(sort, own) for sort in sorted({one.sort for one in own}))
    return DocumentLoss(
        document.document, classes, document.share("steps"), document.share("parameters"), document.share()
    )


def _class_loss(sort: str, rows: Sequence[FieldRow]) -> ClassLoss:
    found = Counter(_fate(one) for one in rows if one.sort == sort)
    return ClassLoss(
        sort=sort,
        kept=found["kept"],
        generalised=found["generalised"],
        replaced=found["replaced"],
        renamed=found["renamed"],
        aggregated=found["aggregated"],
        marked=found["marked"],
        left_out=found["left_out"],
        undecided=found["undecided"],
    )


def _fate(row: FieldRow) -> str:
    """What became of a field."""
    if row.state == "undecided":
        return "undecided"
    if row.state == "done" and not row.taught:
        return "left_out"
    return "kept" if row.state == "refused" else _COUNTED.get(row.operation, "kept")
