"""Forms of a report: each module has `render(placed, language)`, a pure function from findings to text."""

from collections.abc import Callable, Mapping, Sequence

from sopcurric.diagnostics.formats import github, json, junit, sarif, text
from sopcurric.diagnostics.report import Placed

FORMATS: Mapping[str, Callable[[Sequence[Placed], str], str]] = {
    "text": text.render,
    "json": json.render,
    "github": github.render,
    "sarif": sarif.render,
    "junit": junit.render,
}
"""The forms by the name that `--format` takes."""
SUPPRESSING = frozenset({"sarif"})
"""Forms that are also given what is not reported, marked as such."""
