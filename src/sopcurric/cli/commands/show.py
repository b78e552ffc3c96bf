"""`sopcurric show`."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Annotated, cast

import typer

from sopcurric.app.checking import check
from sopcurric.app.comparing import COLUMNS, COMPARISON, compared
from sopcurric.app.showing import VIEWS, show
from sopcurric.app.surveying import told
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import CacheFlag, EditionFlag, JsonFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.cli.subjects import leaf_meant
from sopcurric.model.compilation import Compilation
from sopcurric.model.saying import words
from sopcurric.model.shown import ShownBacking, ShownVersion
from sopcurric.model.spreadsheet_text import csv_bytes
from sopcurric.model.text import sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

WhatArgument = Annotated[str, typer.Argument(metavar="|".join(VIEWS), help="要看什么 / what to show")]
OnlyArgument = Annotated[str, typer.Argument(metavar="[ID]", help="只看这一个 / only this one")]

CsvFlag = Annotated[
    bool, typer.Option("--csv", help="以 CSV 输出到标准输出，可用 Excel 打开 / print CSV for Excel to stdout")
]

CompareFlag = Annotated[
    str,
    typer.Option("--compare", metavar="JOB", help="各企业同一岗位逐条对照 / the same job in all plants side by side"),
]

_OF_LEAVES = ("leaves", "blocks")


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="show", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        what: WhatArgument,
        only: OnlyArgument = "",
        project: ProjectFlag = None,
        compare: CompareFlag = "",
        edition: EditionFlag = "",
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        as_csv: CsvFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        if what not in VIEWS:
            console.tell(here.language, "cli.unknown.view", what=what, known=", ".join(VIEWS))
            raise typer.Exit(USAGE)
        checked = check(here.workspace, here.steps)
        compilation = here.compiled(checked)
        language = here.reading(compilation, edition)
        if compare:
            _compare(here, compilation, compare, language, as_json=as_json)
            return
        records = show(checked, what, _meant(here, compilation, what, only), language)
        if only and not records:
            raise here.unknown(only, (name for one in show(checked, what, "", language) for name in _names(one)))
        view = VIEWS[what]
        if as_json:
            console.data_json(view.adapter.dump_python(records, mode="json"))
        elif as_csv:
            console.data(csv_bytes(_lines(records, view.columns)).decode())
        else:
            rows = [[_cell(one, name, here.language) for name in view.columns] for one in records]
            console.table(view.columns, rows)
        if what == "ratings" and not as_json:
            for said in told(compilation, here.language):
                console.report(words(said, here.language))


def _lines(records: Sequence[object], columns: Sequence[str]) -> Iterator[Sequence[str]]:
    """Every field of records, as spreadsheets show them; the names of the fields come first."""
    names = [one.name for one in fields(cast("DataclassInstance", records[0]))] if records else columns
    yield names
    for one in records:
        yield [_listed(getattr(one, name), "\n") for name in names]


def _listed(value: object, between: str) -> str:
    """A value in a cell; backings by their words."""
    if isinstance(value, tuple):
        return between.join(_listed(one, between) for one in value)
    return f"{value.title} ({value.score:.2f}: {value.shared})" if isinstance(value, ShownBacking) else str(value)


def _names(record: object) -> tuple[str, ...]:
    """What a record may have been called by: its identifier, or those of the points that it stands for."""
    return (str(getattr(record, "id", "")), *getattr(record, "points", ()))


def _compare(here: Session, compilation: Compilation, job: str, language: str, *, as_json: bool) -> None:
    """The SOPs of a job over all plants; leaves with status 2 where there is no such job."""
    records = compared(compilation, job, language)
    if not records:
        raise here.unknown(job, (sop.code for sop in compilation.inputs.sops))
    if as_json:
        console.data_json(COMPARISON.dump_python(records, mode="json"))
        return
    everywhere = words(sentence("compare.everywhere"), here.language)
    console.table(COLUMNS, [[_version(one, name, everywhere) for name in COLUMNS] for one in records])


def _version(one: ShownVersion, name: str, everywhere: str) -> str:
    """A cell of a comparison: what all plants have says so instead of naming them."""
    if name == "plants" and one.common:
        return everywhere
    value = getattr(one, name)
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _meant(here: Session, compilation: Compilation, what: str, only: str) -> str:
    """The identifier of a leaf that is called as decisions call it; anything else as it is."""
    if what not in _OF_LEAVES or "#" not in only:
        return only
    known = {f"{leaf.id}#{block.key}" for one in compilation.binders for leaf in one.leaves for block in leaf.blocks}
    leaf = None if only in known else leaf_meant(here, compilation, only)
    return leaf.id if leaf else only


def _cell(record: object, name: str, language: str) -> str:
    """A value; the origin says which parts were decided, a verdict what it means."""
    value = getattr(record, name)
    if hasattr(record, f"{name}_source"):
        source = words(sentence(f"source.{getattr(record, f'{name}_source')}"), language)
        return f"{value} {source}"
    if name == "origin" and value in {"computed", "decided"}:
        parts = ", ".join(words(sentence(f"part.{part}"), language) for part in getattr(record, "decided", ()))
        said = "typed" if value == "decided" and not parts else value
        return words(sentence(f"origin.{said}", parts=parts), language)
    if name == "verdict":
        return words(sentence(f"verdict.{value}"), language)
    return _listed(value, ", ")
