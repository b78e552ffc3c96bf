"""Questions as one HTML page that works from a folder, without a network, and saves a file of answers.

Scripts and styles of the page are allowed by their digests and nothing else is: what a person wrote cannot act, even
if it were not escaped, and the page can send nothing anywhere.
"""

import base64
import hashlib
from dataclasses import dataclass

from jinja2 import TemplateNotFound
from markupsafe import Markup

from sopcurric.forms.inbox import Entry, Inbox
from sopcurric.forms.inert_text import visible
from sopcurric.model.saying import words
from sopcurric.model.text import Language, sentence
from sopcurric.plugin import TemplateSource
from sopcurric.templating import environment

_FEW = 6
"""So many choices are shown side by side; more of them in a list to open."""


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """A choice, and whether it is the proposed one."""

    value: str
    label: str
    proposed: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question, and whether its choices are many."""

    number: int
    id: str
    kind: str
    ask: str
    shown: tuple[tuple[str, str], ...]
    choices: tuple[ChoiceView, ...]
    many: bool
    free: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The page: who is asked about which state, and what is fixed in it."""

    title: str
    language: Language
    role: str
    role_named: str
    state: str
    as_of: str
    questions: tuple[QuestionView, ...]
    policy: str
    style: Markup
    script: Markup


def write(inbox: Inbox, source: TemplateSource) -> bytes:
    """The page, from the templates below `inbox/`.

    Raises:
        TemplateError: a template that the project brought along is missing something or is wrong.
    """
    language: Language = "en" if inbox.language == "en" else "zh"
    style, script = (part_of(source, f"inbox/page.{ending}") for ending in ("css", "js"))
    page = PageView(
        title=visible(inbox.title),
        language=language,
        role=inbox.role,
        role_named=words(sentence(_ROLES.get(inbox.role, "form.role.all")), language),
        state=inbox.state,
        as_of=visible(inbox.as_of),
        questions=tuple(_question(number, entry) for number, entry in enumerate(inbox.entries, start=1)),
        policy=policy_of(style, script),
        style=Markup(style),  # noqa: S704 - the project's own template
        script=Markup(script),  # noqa: S704 - the project's own template
    )
    places = {"done": "#", "number": "#", "total": str(len(page.questions))}  # the script puts numbers where # stands
    filters = {"term": lambda code: words(sentence(code, **places), language)}
    template = environment(source, filters, autoescape=True).get_template("inbox/page.html.j2")
    return template.render(page=page).encode()


_ROLES = {"plant": "form.role.plant", "college": "form.role.college", "industry": "form.role.industry"}


def _question(number: int, entry: Entry) -> QuestionView:
    return QuestionView(
        number=number,
        id=entry.id,
        kind=visible(entry.kind),
        ask=visible(entry.ask),
        shown=tuple((visible(label), visible(value)) for label, value in entry.shown),
        choices=tuple(ChoiceView(value, visible(label), value == entry.proposal) for value, label in entry.choices),
        many=len(entry.choices) > _FEW,
        free=visible(entry.free),
        about=tuple(map(visible, entry.about)),
    )


def part_of(source: TemplateSource, name: str) -> str:
    """The text of a part of a page.

    Raises:
        TemplateNotFound: there is none of this name.
    """
    text = source.read(name)
    if text is None:
        raise TemplateNotFound(name)
    return text.replace("\r\n", "\n")


def policy_of(style: str, script: str) -> str:
    """What a browser may do on the page: run this script and use this style."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"
