"""What the plant sees of declassification: a table on the terminal, a page, figures. Never for other eyes."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.form_files import BrokenTemplateError
from sopcurric.app.previewing import LOSSES, page, preview
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import Session
from sopcurric.diagnostics.report import safe
from sopcurric.forms.preview_page import COLUMNS, MARKS, numbers
from sopcurric.io.form_file import read_form, write_form
from sopcurric.io.teachable_folder import is_inside_export
from sopcurric.model.preview import DocumentLoss, FieldRow, Preview, Share
from sopcurric.model.saying import words
from sopcurric.model.text import sentence
from sopcurric.wording.catalogue import entry

PreviewFlag = Annotated[
    Path | None,
    typer.Option(
        "--preview",
        metavar="FILE.html",
        help="原文和可教学的说法逐项对照的网页，仅限企业内部 / page with both sides, for the plant only",
    ),
]
ForceFlag = Annotated[bool, typer.Option("--force", help="覆盖已有文件 / overwrite the file")]

_HEADS = ("place", "class", "level", "operation", "raw", "teachable", "state")


def show(here: Session, out: Path | None, *, force: bool, as_json: bool) -> None:
    """Both sides as a table, as the page where a file is named, or the figures as JSON."""
    if out is not None and as_json:
        console.tell(here.language, "cli.declassify.one")
        raise typer.Exit(USAGE)
    if out is not None:
        _check(here, out, force=force)
    shown = preview(here.workspace, here.steps, here.language)
    if as_json:
        console.data_json(LOSSES.dump_python(shown.losses, mode="json"))
    elif out is not None:
        _write(here, out, shown)
    else:
        _list(here, shown)


def _check(here: Session, out: Path, *, force: bool) -> None:
    """Leave with status 2 where the page may not be written."""
    if out.suffix.lower() != ".html":
        console.tell(here.language, "cli.declassify.preview-ending", path=safe(str(out)))
        raise typer.Exit(USAGE)
    if is_inside_export(out):
        console.tell(here.language, "cli.declassify.preview-inside", path=safe(str(out)))
        raise typer.Exit(USAGE)
    if out.exists() and not force and not (out.is_file() and all(mark in read_form(out) for mark in MARKS)):
        console.tell(here.language, "todo.standing.foreign", path=safe(str(out)))
        raise typer.Exit(USAGE)


def _write(here: Session, out: Path, shown: Preview) -> None:
    try:
        content = page(shown, here.workspace)
    except BrokenTemplateError as error:
        console.tell(here.language, "todo.template", what=safe(error.what))
        raise typer.Exit(USAGE) from None
    write_form(out, content)
    console.tell(here.language, "cli.declassify.previewed", path=safe(str(out)), number=len(shown.rows))


def _list(here: Session, shown: Preview) -> None:
    """What is classified and what was done with it, file by file, and the figures."""
    rows = [one for one in shown.rows if one.level or one.state != "unchanged"]
    heads = [entry(f"declassify.{name}", here.language) for name in _HEADS]
    if console.on_terminal():
        for document, group in groupby(rows, key=lambda one: one.document):
            console.data(safe(document))
            console.table(heads, [_cells(here, one) for one in group])
            console.data("")
    else:
        console.table(heads, [_cells(here, one) for one in rows])
    undecided = sum(one.state == "undecided" for one in rows)
    _tell_losses(here, shown.losses, shown)
    console.tell(here.language, "cli.declassify.fields", number=len(rows), undecided=undecided)


def _cells(here: Session, one: FieldRow) -> tuple[str, ...]:
    language = here.language
    told = (
        f"{one.document}:{one.line}",
        words(one.titled, language),
        entry(f"level.{one.level}", language) if one.level else "",
        entry(f"operation.{one.operation}", language) if one.operation else "",
        one.raw,
        one.taught,
        entry(f"field-state.{one.state}", language),
    )
    return tuple(safe(one.replace("\n", " / ")) for one in told)


def _tell_losses(here: Session, losses: Sequence[DocumentLoss], shown: Preview) -> None:
    """How much is left to teach of each file, class by class; for people, beside the data."""
    titles = {one.sort: words(one.titled, here.language) for one in shown.rows}
    for one in losses:
        console.tell(
            here.language,
            "declassify.taught",
            document=safe(one.document),
            steps=_share(here, one.steps),
            parameters=_share(here, one.parameters),
            elements=_share(here, one.elements),
        )
        for loss in one.classes:
            told = [
                words(sentence("form.pair", label=sentence(f"declassify.{name}"), value=str(number)), here.language)
                for name, number in zip(COLUMNS, numbers(loss), strict=True)
                if number
            ]
            console.report(f"  {safe(titles.get(loss.sort, loss.sort))}  {'  '.join(told)}")


def _share(here: Session, share: Share) -> str:
    return words(sentence("declassify.share", taught=share.taught, all=share.all), here.language)
