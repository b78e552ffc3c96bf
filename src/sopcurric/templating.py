"""The one Jinja environment: sandboxed, strict about missing names, escaping by format."""

from collections.abc import Callable, Mapping

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from sopcurric.plugin import TemplateSource


class _Loader(BaseLoader):
    """Templates by their path below `templates/`, wherever the source finds them."""

    def __init__(self, source: TemplateSource) -> None:
        self._source = source

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:  # noqa: ARG002
        """The text of a template, its name for error messages, and that it never changes during a build."""
        text = self._source.read(template)
        if text is None:
            raise TemplateNotFound(template)
        return text, template, lambda: True


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, which need not look twice at the fields of our own records."""

    def getattr(self, obj: object, attribute: str) -> object:
        """A field as it is; everything else as the sandbox allows."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


def environment(
    source: TemplateSource,
    filters: Mapping[str, Callable[..., str]],
    *,
    autoescape: bool = False,
    typst: bool = False,
) -> Environment:
    """An environment for one format.

    Typst code uses braces and hashes itself, so its templates write `<< value >>`, `<% tag %>` and `<! comment !>`.
    """
    marks = (
        {
            "variable_start_string": "<<",
            "variable_end_string": ">>",
            "block_start_string": "<%",
            "block_end_string": "%>",
            "comment_start_string": "<!",
            "comment_end_string": "!>",
        }
        if typst
        else {}
    )
    made = _Sandbox(
        loader=_Loader(source),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        **marks,
    )
    made.filters.update(filters)
    return made
