"""Both sides of declassification as one HTML page that works from a folder, for the plant's own eyes.

As on the page of questions, scripts and styles are allowed by their digests and nothing else is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from markupsafe import Markup

from sopcurric.forms.inert_text import visible
from sopcurric.forms.page import part_of, policy_of
from sopcurric.model.preview import ClassLoss, DocumentLoss, FieldRow, Preview, Share
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence
from sopcurric.plugin import TemplateSource
from sopcurric.templating import environment

MARKS = (b'name="generator" content="sopcurric"', b'<main id="preview"')
"""What stands in every such page."""
_TOKEN = re.compile(r"[A-Za-z0-9.,]+|\s+|.", re.DOTALL)
_MOST_TOKENS = 2000
"""Longer texts are not compared word by word: all of them counts as changed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same on both sides, or that stand on one of them only."""

    words: str
    changed: bool


@dataclass(frozen=True, slots=True)
class RowView:
    """A field with the pieces of both sides."""

    line: int
    place: str
    sort: str
    titled: str
    level: str
    operation: str
    state: str
    stated: str
    raw: tuple[Piece, ...]
    taught: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class LossView:
    """The figures of a class: its title and the numbers in the order of the columns."""

    titled: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ShareView:
    """How many of something are taught."""

    code: str
    taught: int
    all: int


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A file: its fields and its figures (none for a file that is no SOP)."""

    document: str
    rows: tuple[RowView, ...]
    classes: tuple[LossView, ...]
    shares: tuple[ShareView, ...]


@dataclass(frozen=True, slots=True)
class PreviewView:
    """The page, and what is fixed in it."""

    title: str
    language: Language
    columns: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    classes: tuple[tuple[str, str], ...]
    policy: str
    style: Markup
    script: Markup


COLUMNS = ("kept", "generalised", "replaced", "renamed", "aggregated", "marked", "left-out", "undecided")
"""The figures of a class in their order, by the ends of their codes (`declassify.…`)."""


def numbers(loss: ClassLoss) -> tuple[int, ...]:
    """The figures of a class in the order of the columns."""
    return (
        loss.kept,
        loss.generalised,
        loss.replaced,
        loss.renamed,
        loss.aggregated,
        loss.marked,
        loss.left_out,
        loss.undecided,
    )


def write(shown: Preview, source: TemplateSource) -> bytes:
    """The page, from the templates below `declassification/`.

    Raises:
        TemplateError: a template that the project brought along is missing something or is wrong.
    """
    language: Language = "en" if shown.language == "en" else "zh"
    style, script = (part_of(source, f"declassification/preview.{ending}") for ending in ("css", "js"))
    titles = {row.sort: visible(words(row.titled, language)) for row in shown.rows}
    losses = {one.document: one for one in shown.losses}
    page = PreviewView(
        title=visible(shown.title),
        language=language,
        columns=tuple(f"declassify.{name}" for name in COLUMNS),
        documents=tuple(
            _document(document, tuple(rows), losses.get(document), titles, language)
            for document, rows in groupby(shown.rows, key=lambda row: row.document)
        ),
        classes=tuple(sorted((sort, title) for sort, title in titles.items() if sort)),
        policy=policy_of(style, script),
        style=Markup(style),  # noqa: S704 - the project's own template
        script=Markup(script),  # noqa: S704 - the project's own template
    )
    filters = {"term": lambda code: words(sentence(code), language)}
    template = environment(source, filters, autoescape=True).get_template("declassification/preview.html.j2")
    return template.render(page=page).encode()


def _document(
    document: str, rows: Sequence[FieldRow], loss: DocumentLoss | None, titles: dict[str, str], language: Language
) -> DocumentView:
    return DocumentView(
        document=visible(document),
        rows=tuple(_row(one, titles, language) for one in rows),
        classes=tuple(LossView(titles.get(one.sort, one.sort), numbers(one)) for one in (loss.classes if loss else ())),
        shares=tuple(_shares(loss)) if loss else (),
    )


def _shares(loss: DocumentLoss) -> Iterator[ShareView]:
    shares: tuple[tuple[str, Share], ...] = (
        ("preview.steps", loss.steps),
        ("preview.parameters", loss.parameters),
        ("preview.elements", loss.elements),
    )
    return (ShareView(code, one.taught, one.all) for code, one in shares)


def _row(row: FieldRow, titles: dict[str, str], language: Language) -> RowView:
    raw, taught = pieces(visible(row.raw), visible(row.taught))
    return RowView(
        line=row.line,
        place=visible(row.place),
        sort=row.sort,
        titled=titles[row.sort],
        level=words(sentence(f"level.{row.level}"), language) if row.level else "",
        operation=words(sentence(f"operation.{row.operation}"), language) if row.operation else "",
        state=row.state,
        stated=words(sentence(f"field-state.{row.state}"), language),
        raw=raw,
        taught=taught,
    )


def pieces(raw: str, taught: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both sides in pieces: what they share, and what only one of them says. Numbers and words stay in one piece."""
    left, right = _TOKEN.findall(raw), _TOKEN.findall(taught)
    if raw == taught or not raw or not taught or max(len(left), len(right)) > _MOST_TOKENS:
        return _one(raw, changed=raw != taught), _one(taught, changed=raw != taught)
    before: list[Piece] = []
    after: list[Piece] = []
    for tag, low, high, start, end in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        before += _one("".join(left[low:high]), changed=tag != "equal")
        after += _one("".join(right[start:end]), changed=tag != "equal")
    return tuple(before), tuple(after)


def _one(said: str, *, changed: bool) -> tuple[Piece, ...]:
    return (Piece(said, changed),) if said else ()
