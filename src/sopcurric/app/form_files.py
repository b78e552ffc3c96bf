"""Use case: forms as files, by the ending of their names, written and taken back."""

from typing import Literal

from jinja2 import TemplateError

from sopcurric.forms import leaf_text, page, workbook
from sopcurric.forms.answers import Returned, UnreadableFormError, read_answers
from sopcurric.forms.inbox import Inbox
from sopcurric.forms.leaf_text import LeafForm, UnreadableLeafError, index_key, text_digest
from sopcurric.io.appearance import TemplateFiles
from sopcurric.io.workspace import Workspace
from sopcurric.plugin import RenderingError

WRITTEN = (".xlsx", ".html")
"""Endings of forms with questions."""
RETURNED = (".xlsx", ".json", ".md")
"""Endings of forms that come back."""
LEAF = ".md"
"""Ending of the text form of a leaf."""
SHEETS = (".xls", ".xlsm", ".xlsb", ".ods", ".csv", ".et")
"""Endings that a workbook gets when it is saved as something else than it was handed out as."""
_PAGE_MARKS = (b'name="generator" content="sopcurric"', b'<form id="inbox"')

State = Literal["blank", "filled", "foreign"]
"""What stands in a file: a form of ours that nobody wrote into, one that somebody did, something else."""


class BrokenTemplateError(RuntimeError):
    """The page cannot be made because of a template that the project brought along; `what` is wrong with it."""

    def __init__(self, what: str) -> None:
        """Keep what is wrong."""
        super().__init__(what)
        self.what = what


def form_of(ending: str, inbox: Inbox, workspace: Workspace) -> bytes:
    """The form with questions.

    Raises:
        MissingPackageError: the package that writes workbooks is not installed.
        BrokenTemplateError: a template of the project is at fault.
    """
    if ending == ".xlsx":
        return workbook.write(inbox)
    try:
        return page.write(inbox, TemplateFiles(workspace))
    except RenderingError as error:
        raise BrokenTemplateError(error.arguments.get("what", error.code)) from error
    except TemplateError as error:
        raise BrokenTemplateError(" ".join((error.message or type(error).__name__).split())) from error


def standing(ending: str, content: bytes) -> State:
    """What stands in a file that is to be overwritten.

    Raises:
        MissingPackageError: the package that reads workbooks is not installed.
    """
    try:
        if ending == ".html":
            return "blank" if all(mark in content for mark in _PAGE_MARKS) else "foreign"
        if ending == LEAF:
            return "filled" if edited(leaf_form_in(content)) else "blank"
        found = workbook.read(content)
    except (UnreadableFormError, UnreadableLeafError):
        return "foreign"
    return "filled" if found.answers or found.faults or found.by or found.date else "blank"


def answers_in(ending: str, content: bytes) -> Returned:
    """The answers in a form that came back.

    Raises:
        UnreadableFormError: it is not one of ours.
        MissingPackageError: the package that reads workbooks is not installed.
    """
    return workbook.read(content) if ending == ".xlsx" else read_answers(content)


def leaf_form_in(content: bytes) -> LeafForm:
    """The text form of a leaf that came back.

    Raises:
        UnreadableLeafError: it is none.
    """
    try:
        return leaf_text.read(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableLeafError("head", 1) from None


def edited(form: LeafForm) -> bool:
    """Whether a leaf is not as it was handed out."""
    keys = [index_key(unit.key) for unit in form.units if unit.key]
    return (
        bool(form.faults)
        or keys != [key for key, _ in form.index]
        or any(not unit.key or text_digest(unit.parts) != unit.text for unit in form.units)
    )
