"""Stage 0b: the base view of an SOP, which is what the edition of lowest clearance may see (脱密)."""

from dataclasses import replace
from typing import TypeVar

from sopcurric.model.parts import part_names
from sopcurric.model.sop import JobSop
from sopcurric.model.text import EMPTY, Break, Classified, Inline, Plain, Runs, Text

Value = TypeVar("Value")


def base_view(sop: JobSop) -> JobSop:
    """The SOP with every classified span replaced by its teachable form; nothing raw is left in the value."""
    return _viewed(sop)


def _viewed(value: Value) -> Value:
    """The view of a value: the value itself where nothing in it changes, which is most of a document."""
    if isinstance(value, Text):
        return _text(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        items = [_viewed(item) for item in value]
        same = all(new is old for new, old in zip(items, value, strict=True))
        return value if same else tuple(items)  # type: ignore[return-value]
    changed: dict[str, object] = {}
    for name in part_names(value):
        part = getattr(value, name)
        seen = part if part is EMPTY or part == () or isinstance(part, str | int) else _viewed(part)
        if seen is not part:
            changed[name] = seen
    return replace(value, **changed) if changed else value  # type: ignore[type-var]


def _text(text: Text) -> Text:
    if not any(isinstance(run, Classified | Break) for _, runs in text.wordings for run in runs):
        return text
    return Text(tuple((language, open_runs(runs)) for language, runs in text.wordings))


def open_runs(runs: Runs) -> Runs:
    """Runs with every classified span replaced by its teachable form."""
    open_ = tuple(
        Plain(run.teachable) if isinstance(run, Classified) else run
        for run in runs
        if not (isinstance(run, Classified) and not run.teachable)
    )
    return tuple(run for run, after in zip(open_, (*open_[1:], None), strict=False) if not _is_empty_line(run, after))


def _is_empty_line(run: Inline, after: Inline | None) -> bool:
    """Whether a run begins a line of which nothing is left."""
    return isinstance(run, Break) and (after is None or isinstance(after, Break))
