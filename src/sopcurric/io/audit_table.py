"""The audit record as a table for spreadsheets."""

import csv
import io
from dataclasses import fields

from sopcurric.forms.inert_text import no_formula
from sopcurric.model.audit import AuditRecord, AuditRow
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
    names = [one.name for one in fields(AuditRow)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([entry(f"audited.field.{name}", record.language) for name in names])
    for one in record.rows:
        writer.writerow([_shown(name, str(getattr(one, name)), record.language) for name in names])
    return out.getvalue().encode("utf-8-sig")


def _shown(name: str, value: str, language: str) -> str:
    said = entry(_SAID[name].format(value), language) if name in _SAID and value else value
    return no_formula(said)
