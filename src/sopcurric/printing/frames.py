"""Page frames: the template of a format, with the filters through which every word of a person goes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from jinja2 import Environment, Template

from sopcurric.model.text import Language
from sopcurric.plugin import RenderContext, TemplateSource
from sopcurric.templating import environment

Filters = Mapping[str, Callable[..., str]]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the templates of a format are read: their filters by language, who escapes, which delimiters."""

    filters: Callable[[Language], Filters]
    autoescape: bool = False
    typst: bool = False


@dataclass(frozen=True, slots=True)
class _Setting:
    """What an environment depends on; sources with the same digest hold the same templates."""

    dialect: Dialect
    language: Language
    digest: str
    source: TemplateSource = field(compare=False)


def frame(dialect: Dialect, context: RenderContext, name: str) -> Template:
    """A template by its path below `templates/`; each is compiled once, whatever the number of pages."""
    setting = _Setting(dialect, context.edition.language, context.templates.digest, context.templates)
    return _environment(setting).get_template(name)


@lru_cache(maxsize=12)
def _environment(setting: _Setting) -> Environment:
    dialect = setting.dialect
    return environment(
        setting.source, dialect.filters(setting.language), autoescape=dialect.autoescape, typst=dialect.typst
    )
