"""The audit record as a table for spreadsheets."""

from collections.abc import Iterator, Sequence
from dataclasses import fields

from sopcurric.model.audit import AuditRecord, AuditRow
from sopcurric.model.spreadsheet_text import csv_bytes
from sopcurric.wording.catalogue import entry

_SAID = {
    "level": "audited.level.{}",
    "operation": "audited.operation.{}",
    "result": "audited.result.{}",
    "state": "audited.state.{}",
    "scope": "sign.scope.{}",
}
"""Columns of tokens, and the words for them."""


def table_text(record: AuditRecord) -> bytes:
    """A line for each field, headed in the language of the record; it begins with the mark that Excel looks for."""
    return csv_bytes(_rows(record))


def _rows(record: AuditRecord) -> Iterator[Sequence[str]]:
    names = [one.name for one in fields(AuditRow)]
    yield [entry(f"audited.field.{name}", record.language) for name in names]
    for one in record.rows:
        yield [_shown(name, str(getattr(one, name)), record.language) for name in names]


def _shown(name: str, value: str, language: str) -> str:
    return entry(_SAID[name].format(value), language) if name in _SAID and value else value
