"""Markdown: the same binders as plain files that read well in a repository, in a review, or in a terminal.

The dialect is GitHub's: pipe tables, task lists. What a person wrote stays words: every character that could act as
Markdown or HTML is made inert, and no other, so that the files can be read as they are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from sopcurric.artefacts import markdown, pictures
from sopcurric.model.publication import (
    Binder,
    Block,
    Callout,
    Cell,
    Chapter,
    Diagram,
    Field,
    Heading,
    Leaf,
    Picture,
    Publication,
    Table,
)
from sopcurric.model.saying import say
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Language,
    Light,
    Phrase,
    Plain,
    Quantity,
    Reference,
    Runs,
    by_line,
    sentence,
)
from sopcurric.plugin import OutputFile, RenderContext, Renderer
from sopcurric.printing.diagram import OutlinedLayer, outline
from sopcurric.printing.formula import pieces, raised
from sopcurric.printing.frames import Dialect, Filters, frame
from sopcurric.printing.grid import GridRow, grid
from sopcurric.printing.outline import (
    CalloutHead,
    LeafHead,
    binder_head,
    callout_head,
    contents,
    has_contents,
    leaf_head,
    notice,
    shelves,
    stamp,
)
from sopcurric.printing.wording import NOTHING, plain, words

# What the templates see ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HeadingView:
    """A heading with its number signs."""

    signs: str
    content: Phrase


@dataclass(frozen=True, slots=True)
class TableView:
    """A table as a full grid, with the dashes that align each column; what a span covers is empty."""

    title: Phrase | None
    columns: tuple[Phrase, ...]
    rules: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class DiagramView:
    """A diagram as a list: what stands in each box, and below it what it leads to."""

    title: Phrase
    layers: tuple[OutlinedLayer, ...]


BlockShown = Block | HeadingView | TableView | CalloutHead | DiagramView


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block and the template that lays it out."""

    layout: str
    block: BlockShown


@dataclass(frozen=True, slots=True)
class LeafView:
    """A leaf: where it is, what it is headed with, its blocks."""

    href: str
    head: LeafHead
    blocks: tuple[BlockView, ...]


# Files ---------------------------------------------------------------------------------------------------------------


def _binder(binder: Binder, context: RenderContext) -> tuple[OutputFile, ...]:
    head = binder_head(binder)
    folder = f"markdown/{head.folder}"
    language = context.edition.language
    groups = contents(binder, language, partial(_leaf_view, binder=binder, language=language))
    page = partial(_page, context, binder=head)
    cover = page(f"{folder}/README.md", "binder", groups=groups)
    shown = _pictures(binder, folder, context)
    if not binder.loose:
        return (cover, page(f"{folder}/document.md", "document", groups=groups, listed=has_contents(binder)), *shown)
    leaves = (
        page(f"{folder}/{leaf.head.name}.md", "leaf", chapter=chapter, leaf=leaf)
        for group in groups
        for chapter in group.chapters
        for leaf in chapter.leaves
    )
    return (cover, *leaves, *shown)


def _pictures(binder: Binder, folder: str, context: RenderContext) -> Iterator[OutputFile]:
    """The pictures of a binder, each once, beside the pages."""
    shown = (block for leaf in binder.leaves for block in leaf.blocks if isinstance(block, Picture))
    for name in dict.fromkeys(one.file for one in shown):
        yield OutputFile(f"{folder}/{name}", context.pictures.read(name))


def _index(publication: Publication, context: RenderContext) -> tuple[OutputFile, ...]:
    shown = {"shelves": shelves(publication), "publication": publication, "as_of": publication.as_of or NOTHING}
    return (_page(context, "markdown/README.md", "index", **shown),)


def _page(context: RenderContext, path: str, name: str, **shown: object) -> OutputFile:
    template = frame(_DIALECT, context, f"markdown/{name}.md.j2")
    mark = stamp(context.edition)
    marks = {"draft": context.draft, "notice": notice(context.edition), "marking": mark.whole if mark else None}
    return OutputFile(path, _tidy(template.render(**marks, **shown)).encode())


def _tidy(text: str) -> str:
    """Text with at most one empty line in a row, and one newline at its end."""
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n"


# Words ---------------------------------------------------------------------------------------------------------------


def _filters(language: Language) -> Filters:
    return {
        "say": partial(_markup, language=language),
        "bold": partial(_bold, language=language),
        "fact": partial(_fact, language=language),
        "term": lambda code: _markup(sentence(code), language),
        "name": lambda name: _line((Plain(name),)),
        "address": quote,
        "words": lambda phrase: _line((Plain(words(phrase, language)),)),
    }


_DIALECT = Dialect(_filters)


def _markup(phrase: Phrase, language: Language) -> str:
    return _line(say(phrase, language))


def _bold(phrase: Phrase, language: Language) -> str:
    """The words of a phrase, all of them stressed, lines by themselves; indices and formulas stay what they are."""
    runs: list[Inline] = []
    indexed = False
    for run in say(phrase, language):
        indexed |= isinstance(run, Index | Formula)
        runs.append(Plain(run.text) if isinstance(run, Emphasis | Light) else run)
    if indexed:
        return "<br>".join(f"<strong>{_item(begin, said)}</strong>" for begin, said in by_line(runs) if said)
    stressed = ((begin, Emphasis(plain(said))) for begin, said in by_line(runs))
    return _line(run for begin, said in stressed for run in (*((begin,) if begin else ()), said))


def _fact(field: Field, language: Language) -> str:
    """A label with its value; a value to fill in is a line to write on."""
    value = field.value or sentence("layout.write")
    return _markup(sentence("layout.field", label=field.label, value=value), language)


_SPACE = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SUSPECT = re.compile(r"[\\`*\[\]|~$_#<&\t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]|  ")
"""What all words but a few do without."""
_ALWAYS = re.compile(r"[\\`*\[\]|~$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_NUMBER_SIGN = re.compile(r"(?:(?<=\s)|^)#")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|$)")
_ENTITY = re.compile(r"&(?=#?\w*(?:;|$))")
_LINE_START = re.compile(r"^(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?=>|=+\s*$|[-+](?:\s|-|$)))")


def _line(runs: Iterable[Inline]) -> str:
    """Runs as one line of Markdown, inert also where the line begins.

    Cells of tables hold nothing but one line, so that paragraphs and items of lists stand behind `<br>` everywhere.
    """
    lines = (_item(begin, said) for begin, said in by_line(runs))
    line = "<br>".join(one for one in lines if one)
    return _LINE_START.sub(lambda found: f"{found['number'] or ''}\\", line, count=1)


def _item(begin: Break | None, runs: Runs) -> str:
    line = f"{_escape(begin.shown)}{begin.gap}" if begin else ""
    for run in runs:
        line += _run(run, inside=line.endswith("*"))
    return line.strip()


_LEVELS = {"base": "{}", "sub": "<sub>{}</sub>", "sup": "<sup>{}</sup>"}


def _run(run: Inline, *, inside: bool = False) -> str:
    """A run; `inside` says that an asterisk stands before it."""
    match run:
        case Formula(text=text):
            return "".join(_LEVELS[piece.level].format(_escape(piece.text)) for piece in pieces(text))
        case Index(letters=letters, level=level):
            return _LEVELS[level].format(_escape(raised(letters)))
        case Emphasis(text=text):
            return _stressed(text, "**", "strong", inside=False)
        case Light(text=text):
            return _stressed(text, "*", "em", inside=inside)
        case Plain() | Quantity() | Reference() | Classified() | Break():
            return _escape(run.text)


def _stressed(text: str, sign: str, tag: str, *, inside: bool) -> str:
    safe = _escape(text)
    if not safe.strip():
        return safe
    # Asterisks beside punctuation do not open or close next to Chinese characters.
    plain_edges = text[0].isalnum() and text[-1].isalnum()
    return f"{sign}{safe}{sign}" if plain_edges and not inside else f"<{tag}>{safe}</{tag}>"


def _escape(text: str) -> str:
    """Words that mean themselves in Markdown and in HTML."""
    if not _SUSPECT.search(text):
        return text
    line = _ALWAYS.sub(r"\\\g<0>", _SPACE.sub(" ", text))
    line = _NUMBER_SIGN.sub(r"\\#", _UNDERSCORE.sub(r"\\_", line))
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", line))


# Views ---------------------------------------------------------------------------------------------------------------


def _leaf_view(leaf: Leaf, chapter: Chapter, *, binder: Binder, language: Language) -> LeafView:
    head = leaf_head(leaf, chapter, binder, language)
    name = quote(head.name)
    return LeafView(
        href=f"{name}.md" if binder.loose else f"document.md#{name}",
        head=head,
        blocks=tuple(_block_view(block, 1 if binder.loose else 2, language) for block in leaf.blocks),
    )


def _block_view(block: Block, depth: int, language: Language) -> BlockView:
    return BlockView(f"markdown/blocks/{block.kind}.md.j2", _prepared(block, depth, language))


def _prepared(block: Block, depth: int, language: Language) -> BlockShown:
    match block:
        case Heading(content=content, level=level):
            return HeadingView("#" * min(depth + level, 6), content)
        case Callout():
            return callout_head(block, language)
        case Table():
            return _table_view(block)
        case Diagram(title=title):
            return DiagramView(title, outline(block))
        case _:
            return block


_RULES = {"left": "---", "center": ":---:", "right": "---:"}


def _table_view(table: Table) -> TableView:
    return TableView(
        title=table.title,
        columns=tuple(column.title for column in table.columns),
        rules=tuple(_RULES[column.align] for column in table.columns),
        rows=tuple(_cells(row, len(table.columns)) for row in grid(table)),
    )


def _cells(row: GridRow, width: int) -> tuple[Cell, ...]:
    beginning = {placed.columns.start: placed.cell for placed in row.cells}
    return tuple(beginning.get(place, Cell()) for place in range(width))


# Reading back --------------------------------------------------------------------------------------------------------


def _said(file: OutputFile) -> Iterable[str]:
    return markdown.said(file.content.decode()) if file.path.endswith(".md") else pictures.said(file.content)


RENDERER = Renderer(name="markdown", version=3, binder=_binder, index=_index, said=_said)
