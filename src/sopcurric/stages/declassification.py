"""Stage 0b: the base view of an SOP, which is what the edition of lowest clearance may see (脱密)."""

from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from sopcurric.model.sop import JobSop
from sopcurric.model.text import Break, Classified, Inline, Plain, Runs, Text

VERSION = 1

Value = TypeVar("Value")


def base_view(sop: JobSop) -> JobSop:
    """The SOP with every classified span replaced by its teachable form; nothing raw is left in the value."""
    return _viewed(sop)


def _viewed(value: Value) -> Value:
    if isinstance(value, Text):
        return _text(value)  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(_viewed(item) for item in value)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        parts = {field.name: getattr(value, field.name) for field in fields(value)}
        return replace(value, **{name: _viewed(part) for name, part in parts.items()})
    return value


def _text(text: Text) -> Text:
    return Text(tuple((language, _runs(runs)) for language, runs in text.wordings))


def _runs(runs: Runs) -> Runs:
    open_ = tuple(
        Plain(run.teachable) if isinstance(run, Classified) else run
        for run in runs
        if not (isinstance(run, Classified) and not run.teachable)
    )
    return tuple(run for run, after in zip(open_, (*open_[1:], None), strict=True) if not _is_empty_line(run, after))


def _is_empty_line(run: Inline, after: Inline | None) -> bool:
    """Whether a run begins a line of which nothing is left."""
    return isinstance(run, Break) and (after is None or isinstance(after, Break))
