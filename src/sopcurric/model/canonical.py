"""Canonical JSON: one value, one sequence of bytes."""

import json
from typing import TypeVar

from pydantic import TypeAdapter

Value = TypeVar("Value")


def compact(adapter: TypeAdapter[Value], value: Value) -> bytes:
    """JSON in the order of the fields, as fast as it gets: for keys and stores, where only equality counts.

    Stage values hold no mappings but language maps, which are kept in order, so equal values have equal bytes.
    """
    return adapter.dump_json(value)


def canonical(adapter: TypeAdapter[Value], value: Value) -> bytes:
    """JSON with sorted keys, no spaces, UTF-8, no escapes beyond what JSON asks for."""
    plain = adapter.dump_python(value, mode="json")
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
