"""`sopcurric survey`."""

from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app.checking import check
from sopcurric.app.surveying import WRITTEN, form, jobs, written
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import CacheFlag, LangFlag, ProjectFlag, session
from sopcurric.diagnostics.report import safe
from sopcurric.forms.answers import MissingPackageError
from sopcurric.io.form_file import write_form
from sopcurric.model.saying import words

OutFlag = Annotated[
    Path, typer.Option("--out", "-o", metavar="FILE.xlsx|FILE.csv", help="评定表写到这个文件 / write the form there")
]
JobFlag = Annotated[str, typer.Option("--job", metavar="JOB", help="只列这个岗位的任务 / only the work of this job")]
ForceFlag = Annotated[bool, typer.Option("--force", help="覆盖已有文件 / overwrite the file")]


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="survey", help=about)
    def command(
        out: OutFlag,
        job: JobFlag = "",
        force: ForceFlag = False,
        project: ProjectFlag = None,
        lang: LangFlag = "",
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        ending = out.suffix.lower()
        if ending not in WRITTEN:
            console.tell(here.language, "survey.unknown.form", path=safe(str(out)))
            raise typer.Exit(USAGE)
        if out.exists() and not force:
            console.tell(here.language, "survey.exists", path=safe(str(out)))
            raise typer.Exit(USAGE)
        compilation = here.compiled(check(here.workspace, here.steps, printed=False))
        made = form(compilation, job, here.language)
        if not made.lines:
            if job:
                raise here.unknown(job, jobs(compilation))
            console.tell(here.language, "survey.nothing")
            raise typer.Exit(USAGE)
        try:
            content = written(ending, made)
        except MissingPackageError as error:
            console.report(words(error.said, here.language))
            raise typer.Exit(USAGE) from None
        write_form(out, content)
        console.tell(here.language, "survey.written", path=safe(str(out)), number=len(made.lines))
