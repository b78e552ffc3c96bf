"""`sopcurric todo`."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Annotated

import typer

from sopcurric.app import form_files
from sopcurric.app.answering import ROLES
from sopcurric.app.asking import (
    SHOWN_QUESTIONS,
    Asked,
    ShownQuestion,
    asked_of,
    inbox,
    leaf_form,
    leaf_ground,
    open_questions,
    question_kinds,
    shown_questions,
)
from sopcurric.app.checking import Checked, check
from sopcurric.app.field_asking import FIELD
from sopcurric.cli import console
from sopcurric.cli.asked import offered
from sopcurric.cli.exit_codes import USAGE
from sopcurric.cli.interview import known_role
from sopcurric.cli.session import CacheFlag, JsonFlag, LangFlag, ProjectFlag, Session, session
from sopcurric.cli.subjects import several, tell_kinds
from sopcurric.diagnostics.report import safe
from sopcurric.forms.answers import MissingPackageError
from sopcurric.io.form_file import read_form, write_form
from sopcurric.io.teachable_folder import is_inside_export
from sopcurric.model.compilation import Compilation
from sopcurric.model.files.decision import Role
from sopcurric.model.saying import words
from sopcurric.model.text import sentence

RoleFlag = Annotated[
    str, typer.Option("--role", metavar="|".join(ROLES), help="只看这一方的：企业、院校、行业 / for whom")
]
KindFlag = Annotated[str, typer.Option("--kind", help="只看这一类 / only this kind")]
OutFlag = Annotated[
    Path | None,
    typer.Option("--out", "-o", metavar="FILE.xlsx|FILE.html|FILE.md", help="生成供填写的表 / write a form to fill in"),
]
LeafFlag = Annotated[
    str,
    typer.Option("--leaf", help="要改写的活页：编号或 地址#类别 / leaf to edit as text: id, label, ADDRESS#KIND"),
]
ForceFlag = Annotated[bool, typer.Option("--force", help="覆盖已有文件 / overwrite the file")]

_COLUMNS = ("id", "kind", "roles", "question", "proposal", "choices", "about")
_MANY = 8


def register(app: typer.Typer, about: str) -> None:
    """Add the command."""

    @app.command(name="todo", help=about)
    def command(  # noqa: PLR0913, PLR0917 - one parameter per flag
        role: RoleFlag = "",
        kind: KindFlag = "",
        out: OutFlag = None,
        leaf: LeafFlag = "",
        force: ForceFlag = False,
        project: ProjectFlag = None,
        lang: LangFlag = "",
        as_json: JsonFlag = False,
        cache_dir: CacheFlag = None,
    ) -> None:
        here = session(project, lang, cache_dir)
        wanted = known_role(here.language, role)
        _known_kind(here, kind)
        ending = _ending(here, out, leaf)
        checked = check(here.workspace, here.steps)
        compilation = here.compiled(checked)
        if leaf:
            _leaf(here, checked, compilation, leaf, out, force)
            return
        asked = asked_of(open_questions(compilation, checked.loaded.classifier), wanted, kind)
        if out:
            if any(one.kind.name == FIELD for one in asked) and is_inside_export(out):
                console.tell(here.language, "cli.declassify.preview-inside", path=safe(str(out)))
                raise typer.Exit(USAGE)
            _write(here, out, _form(here, ending, asked, checked, compilation, role), force)
            told = "todo.handed-out.page" if ending == ".html" else "todo.handed-out"
            console.tell(here.language, told, path=safe(str(out)), number=len(asked))
        elif as_json:
            shown = shown_questions(asked, here.language)
            console.data_json(SHOWN_QUESTIONS.dump_python(shown, mode="json"))
        else:
            _list(here, asked, wanted)


def _known_kind(here: Session, kind: str) -> None:
    names = question_kinds()
    if kind and kind not in names:
        console.tell(here.language, "todo.unknown.kind", kind=safe(kind), known=", ".join(names))
        raise typer.Exit(USAGE)


def _ending(here: Session, out: Path | None, leaf: str) -> str:
    """The ending of the file to write; leaves with status 2 where there is no such form."""
    ending = out.suffix.lower() if out else ""
    if out and ending not in ((form_files.LEAF,) if leaf else form_files.WRITTEN):
        needed = "todo.unknown.leaf-form" if leaf else "todo.unknown.form"
        console.tell(here.language, needed, path=safe(str(out)))
        raise typer.Exit(USAGE)
    return ending


# Forms ------------------------------------------------------------------------------------------------------------


def _form(
    here: Session, ending: str, asked: Sequence[Asked], checked: Checked, compilation: Compilation, role: str
) -> bytes:
    try:
        return form_files.form_of(ending, inbox(asked, checked, compilation, role, here.language), here.workspace)
    except MissingPackageError as error:
        console.report(words(error.said, here.language))
    except form_files.BrokenTemplateError as error:
        console.tell(here.language, "todo.template", what=safe(error.what))
    raise typer.Exit(USAGE)


def _leaf(here: Session, checked: Checked, compilation: Compilation, name: str, out: Path | None, force: bool) -> None:
    ground = leaf_ground(compilation, name)
    if ground is None:
        leaves = {leaf.id: leaf.label for binder in compilation.binders for leaf in binder.leaves}
        alike = [one for one, label in leaves.items() if label == name]
        if alike:
            raise several(here, name, alike)
        tell_kinds(here, compilation, name)
        raise here.unknown(name, (*leaves, *leaves.values()))
    text = leaf_form(ground, checked, compilation.inputs.settings.language)
    if out is None:
        console.data(text)
        return
    _write(here, out, text.encode(), force)
    console.tell(here.language, "todo.handed-out.leaf", path=safe(str(out)), leaf=ground.leaf.label)


def _write(here: Session, out: Path, content: bytes, force: bool) -> None:
    """Write a form; leaves with status 2 where that would overwrite what is not a blank form of ours."""
    if out.exists() and not force:
        state = _standing(here, out)
        if state != "blank":
            console.tell(here.language, f"todo.standing.{state}", path=safe(str(out)))
            raise typer.Exit(USAGE)
    write_form(out, content)


def _standing(here: Session, out: Path) -> form_files.State:
    if not out.is_file():
        return "foreign"
    try:
        return form_files.standing(out.suffix.lower(), read_form(out))
    except MissingPackageError as error:
        console.report(words(error.said, here.language))
        raise typer.Exit(USAGE) from None


# Lists ------------------------------------------------------------------------------------------------------------


def _list(here: Session, asked: Sequence[Asked], role: Role | None) -> None:
    shown = shown_questions(asked, here.language)
    named = {one.kind.name: words(one.kind_named, here.language) for one in asked}
    if console.on_terminal():
        for kind, group in groupby(shown, key=lambda one: one.kind):
            _tell_kind(here.language, named[kind], kind, tuple(group))
    else:
        console.table(_COLUMNS, [_row(one) for one in shown])
    who = words(sentence(f"form.role.{role or 'all'}"), here.language)
    if not asked:
        console.tell(here.language, "todo.none", role=who)
        return
    console.tell(here.language, "todo.count", number=len(asked), role=who)
    first = asked[0].question
    choice = first.proposal or first.choices[0].value
    console.tell(here.language, "todo.hint", question=first.id, choice=choice, role=role or first.roles[0])


def _row(one: ShownQuestion) -> list[str]:
    choices = " | ".join(choice.value for choice in one.choices)
    return [one.id, one.kind, ", ".join(one.roles), one.title, one.proposal, choices, _about(one)]


def _about(one: ShownQuestion) -> str:
    return ", ".join(one.derived_from)


def _tell_kind(language: str, named: str, kind: str, group: Sequence[ShownQuestion]) -> None:
    """The questions of a kind; what can be chosen is told once for neighbours where it is the same."""
    console.data(words(sentence("todo.kind", named=named, kind=kind, number=len(group)), language))
    for choices, alike in groupby(group, key=lambda one: tuple(offered(language, one, _MANY))):
        for line in choices:
            console.data(f"  {line}")
        for one in alike:
            said = sentence("todo.question", question=one.id, ask=one.title, about=_about(one))
            console.data(words(said, language))
    console.data("")
