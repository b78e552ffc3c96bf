"""The program: commands put together, and what happens when something goes wrong."""

import sys
import tempfile
import traceback
from pathlib import Path

import typer

from sopcurric.cli import console
from sopcurric.cli.commands import build, check, explain, new, schema, show, trace
from sopcurric.cli.exit_codes import BUG, INTERRUPTED, USAGE
from sopcurric.version import __version__

_COMMANDS = (new, check, build, show, trace, explain, schema)


def application() -> typer.Typer:
    """The command line with all its commands."""
    app = typer.Typer(
        name="sopcurric",
        help="岗位操作规程 → 课程、活页教材、培养方案 / from job SOPs to courses, loose-leaf books and training plans",
        add_completion=False,
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback(invoke_without_command=True)
    def version(*, show: bool = typer.Option(False, "--version", help="版本号 / the version")) -> None:
        if show:
            console.data(f"sopcurric {__version__}")
            raise typer.Exit

    for command in _COMMANDS:
        command.register(app)
    return app


def run(arguments: list[str]) -> int:
    """Run with arguments; the exit status says how it went (see `exit_codes`)."""
    console.prepare()
    try:
        application()(args=arguments, prog_name="sopcurric", standalone_mode=True)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except OSError as error:
        path = str(error.filename or "")
        console.tell(console.interface_language("", ""), "cli.cannot.write", path=path, reason=str(error.strerror))
        return USAGE
    except Exception:  # noqa: BLE001 - the last line of defence: a report instead of a traceback
        return _bug()
    return 0


def _bug() -> int:
    """Write what happened where it can be found, and say so in one line."""
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="sopcurric-report-", suffix=".txt", delete=False
    ) as file:
        file.write(f"sopcurric {__version__}\nPython {sys.version}\n\n{traceback.format_exc()}")
    console.tell(console.interface_language("", ""), "cli.bug", path=str(Path(file.name)))
    return BUG
