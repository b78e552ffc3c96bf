"""What the screen gets: people's text to stderr, data to stdout, safe on any console."""

import csv
import io
import json
import locale
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sopcurric.forms.inert_text import no_formula, one_line
from sopcurric.model.saying import words
from sopcurric.model.text import sentence
from sopcurric.wording.catalogue import LANGUAGES


def prepare() -> None:
    """UTF-8 for what is piped; on a console, characters that it does not have are shown by their number."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def interface_language(wanted: str, project: str) -> str:
    """The language to speak: as asked for, else that of the project, else that of the locale."""
    for language in (wanted, project, (locale.getlocale()[0] or "")[:2].lower()):
        if language in LANGUAGES:
            return language
    return "en"


def tell(language: str, code: str, /, **arguments: str | int) -> None:
    """A sentence for people."""
    print(words(sentence(code, **arguments), language), file=sys.stderr)  # noqa: T201 - this is the console


def report(text: str) -> None:
    """Lines for people."""
    print(text, end="" if text.endswith("\n") else "\n", file=sys.stderr)  # noqa: T201 - this is the console


def data(text: str) -> None:
    """Data for programs."""
    print(text, end="" if text.endswith("\n") else "\n")  # noqa: T201 - this is the console


def data_json(value: object) -> None:
    """Data for programs, as JSON."""
    data(json.dumps(value, ensure_ascii=False, indent=2))


def data_csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Data for spreadsheets: CSV, with the mark that Excel looks for where it goes into a file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerows([no_formula(one_line(cell)) for cell in row] for row in (columns, *rows))
    mark = "" if sys.stdout.isatty() else "\ufeff"
    print(mark + out.getvalue(), end="")  # noqa: T201 - this is the console


def table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Rows for people, as data: aligned on a terminal, tab-separated when piped."""
    if not sys.stdout.isatty():
        data("\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in [list(columns), *rows]))
        return
    from rich.console import Console  # noqa: PLC0415 - costs time at the start
    from rich.table import Table  # noqa: PLC0415

    shown = Table(*columns, header_style="bold", box=None, pad_edge=False)
    for row in rows:
        shown.add_row(*row)
    Console().print(shown, markup=False)


@contextmanager
def progress(language: str) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar on a terminal; nothing when piped."""
    if not sys.stderr.isatty():
        yield lambda _what, _done, _all: None
        return
    from rich import progress as rich  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415 - costs time at the start

    columns = (rich.TextColumn("{task.description}"), rich.BarColumn(), rich.MofNCompleteColumn())
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)

        def show(what: str, done: int, total: int) -> None:
            said = words(sentence("cli.progress", what=what), language)
            bar.update(task, description=said, completed=done, total=total)

        yield show


def on_terminal() -> bool:
    """Whether data is read by a person."""
    return sys.stdout.isatty()


def answerable() -> bool:
    """Whether somebody sees questions and can answer them."""
    return all(stream.isatty() for stream in (sys.stdin, sys.stderr))


def ask(prompt: str) -> str | None:
    """What a person types behind the prompt, without blanks at its ends; None where nothing more will come."""
    print(prompt, end="", file=sys.stderr, flush=True)  # noqa: T201 - this is the console
    line = sys.stdin.readline()
    return line.strip() if line else None
