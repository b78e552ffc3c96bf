"""Forms of a report: each module has `render(placed, language)`, a pure function from findings to text."""

from collections.abc import Callable, Mapping, Sequence

from sopcurric.diagnostics.formats import github, json, text
from sopcurric.diagnostics.report import Placed

FORMATS: Mapping[str, Callable[[Sequence[Placed], str], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
}
"""The forms by the name that `--format` takes."""
