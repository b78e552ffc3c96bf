"""The program: commands put together, and what happens when something goes wrong."""

import sys
import tempfile
import traceback
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path

import typer

from sopcurric.cli import commands, console
from sopcurric.cli.exit_codes import BUG, INTERRUPTED, USAGE
from sopcurric.version import __version__

_COMMANDS: Mapping[str, str] = {
    "new": "新建一个马上可以生成的课程仓库 / a repository that builds at once",
    "check": "检查课程仓库，列出全部问题；不改任何规程 / all findings; changes no SOP",
    "fix": "自动更正有把握的问题；先显示改动，确认后写入 / safe corrections, shown before they are written",
    "build": "生成课程包：活页教材、培养方案、培训方案 / build all books and plans",
    "plan": "排实施计划：周次、地点、轮换和师徒结对 / the plan of a cohort: weeks, places, mentors",
    "declassify": "脱密：导出可以离开企业的可教学仓库 / the teachable repository, which may leave the plant",
    "show": "查看各阶段的结果 / any value of any stage",
    "pathway": "转岗、晋升：应修哪些任务、认可哪些、多少学时 / what another job or a level asks for",
    "trace": "从规程步骤追到活页和方案，或反向追溯 / up and down the chain",
    "todo": "列出等待答复的问题，或生成供填写的表 / what waits for a person, as a list or a form",
    "decide": "收回填好的表或直接答复，写成决定 / take answers and write decisions",
    "export": "导出能力图谱，供其他软件使用 / the competency graph for other programs",
    "survey": "生成专家评定表：难度、重要度、频度 / a form in which experts rate work",
    "explain": "解释一条规则，或某个结果为什么是这样 / a rule's page, or why a thing is as it is",
    "schema": "输出文件和结果的 JSON Schema / JSON Schemas of files and values",
}
"""What each command is for, in the order of the help. Its module is imported when it is called: help is quick."""


def application(arguments: Sequence[str]) -> typer.Typer:
    """The command line with all its commands, of which those that the arguments name are loaded."""
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

    for name, about in _COMMANDS.items():
        if name in arguments:
            import_module(f"{commands.__name__}.{name}").register(app, about)
        else:
            app.command(name=name, help=about)(_not_called)
    return app


def _not_called() -> None:
    """Stand in the list of commands for one that the arguments do not name."""
    raise AssertionError


def run(arguments: list[str]) -> int:
    """Run with arguments; the exit status says how it went (see `exit_codes`)."""
    console.prepare()
    try:
        application(arguments)(args=arguments, prog_name="sopcurric", standalone_mode=True)
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
        "w", encoding="utf-8", errors="backslashreplace", prefix="sopcurric-report-", suffix=".txt", delete=False
    ) as file:
        file.write(f"sopcurric {__version__}\nPython {sys.version}\n\n{traceback.format_exc()}")
    console.tell(console.interface_language("", ""), "cli.bug", path=str(Path(file.name)))
    return BUG
