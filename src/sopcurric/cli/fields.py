"""What a terminal says about decisions on single fields: never their raw words."""

import typer

from sopcurric.app.answering import put_fields
from sopcurric.app.drafting import Decided
from sopcurric.app.loading import DECIDED_FILE
from sopcurric.cli import console
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.session import Session
from sopcurric.diagnostics.report import safe
from sopcurric.model.saying import words
from sopcurric.model.text import sentence

_LISTED = 20


def finish_fields(here: Session, decided: Decided, *, dry_run: bool) -> None:
    """Write decisions about fields, or show the file; leaves with status 2 where it cannot be written."""
    if dry_run:
        console.data(decided.fields_text)
        console.tell(here.language, "decide.dry", path=DECIDED_FILE, number=len(decided.fields))
        return
    try:
        path = put_fields(here.workspace, decided)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        console.tell(here.language, "cli.cannot.write", path=DECIDED_FILE, reason=reason)
        raise typer.Exit(USAGE) from None
    console.tell(here.language, "decide.wrote", path=path, number=len(decided.fields))
    for one in decided.fields[:_LISTED]:
        how = words(sentence(f"operation.{one.operation}"), here.language)
        about = safe(f"{one.document} {one.at} {one.key}")
        console.report(f"  {words(sentence('form.pair', label=how, value=about), here.language)}")
    if len(decided.fields) > _LISTED:
        console.tell(here.language, "decide.wrote.more", number=len(decided.fields) - _LISTED)
    console.tell(here.language, "decide.next-fields")
