"""The step runner: pure steps, keyed by what they are made from, kept in a store."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Generic, Protocol, TypeVar

from pydantic import TypeAdapter, ValidationError

from sopcurric.io.cache import Store
from sopcurric.io.resources import code_digest
from sopcurric.model.canonical import compact
from sopcurric.plugin import OutputFile
from sopcurric.version import __version__

Value = TypeVar("Value")


class DamagedError(ValueError):
    """Kept bytes are not what this step keeps; the step is run again."""


class Codec(Protocol[Value]):
    """How a step's value is kept as bytes."""

    def encode(self, value: Value) -> bytes:
        """The bytes of a value; equal values have equal bytes."""

    def decode(self, kept: bytes) -> Value:
        """The value of kept bytes.

        Raises:
            DamagedError: they are not such bytes.
        """


class JsonCodec(Generic[Value]):
    """Values as JSON."""

    def __init__(self, adapter: TypeAdapter[Value]) -> None:
        """Take the adapter of the type."""
        self._adapter = adapter

    def encode(self, value: Value) -> bytes:
        """The JSON of a value."""
        return compact(self._adapter, value)

    def decode(self, kept: bytes) -> Value:
        """The value of that JSON."""
        try:
            return self._adapter.validate_json(kept)
        except ValidationError as error:
            raise DamagedError from error


class FilesCodec:
    """Rendered files: a JSON list of paths and sizes, a line feed, then the contents one after another."""

    _HEAD: TypeAdapter[list[tuple[str, int]]] = TypeAdapter(list[tuple[str, int]])

    def encode(self, value: tuple[OutputFile, ...]) -> bytes:
        """The bytes of files in their order."""
        head = self._HEAD.dump_json([(file.path, len(file.content)) for file in value])
        return b"".join((head, b"\n", *(file.content for file in value)))

    def decode(self, kept: bytes) -> tuple[OutputFile, ...]:
        """The files in their order."""
        head, _, body = kept.partition(b"\n")
        try:
            sizes = self._HEAD.validate_json(head)
        except ValidationError as error:
            raise DamagedError from error
        files, start = [], 0
        for path, size in sizes:
            files.append(OutputFile(path, body[start : start + size]))
            start += size
        if start != len(body):
            raise DamagedError
        return tuple(files)


@dataclass(frozen=True, slots=True)
class Step(Generic[Value]):
    """A step: its name, the version of its algorithm, how its value is kept."""

    name: str
    version: int
    codec: Codec[Value]


@dataclass(frozen=True, slots=True)
class Kept(Generic[Value]):
    """A value, the bytes that it is kept as, and whether it was there already."""

    value: Value
    kept: Callable[[], bytes]
    known: bool

    @property
    def digest(self) -> str:
        """The digest of its bytes, which keys the steps after it."""
        return hashlib.sha256(self.kept()).hexdigest()


class Steps:
    """Runs steps against a store."""

    def __init__(self, store: Store) -> None:
        """Take the store; `made` and `known` count what was computed and what was found."""
        self._store = store
        self.made = 0
        self.known = 0

    def run(self, step: Step[Value], inputs: Iterable[str], make: Callable[[], Value]) -> Kept[Value]:
        """The value of a step for inputs given by their digests, computed only where the store does not have it."""
        key = digest_of(__version__, code_digest(), step.name, str(step.version), *inputs)
        kept = self._store.get(key)
        if kept is not None:
            try:
                value = step.codec.decode(kept)
            except DamagedError:
                pass
            else:
                self.known += 1
                return Kept(value, partial(bytes, kept), known=True)
        value = make()
        fresh = cache(partial(step.codec.encode, value))
        self._store.put(key, fresh)
        self.made += 1
        return Kept(value, fresh, known=False)


def digest_of(*parts: str | bytes) -> str:
    """A digest of parts that no other parts have."""
    state = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big") + data)
    return state.hexdigest()


def digest_of_value(adapter: TypeAdapter[Value], value: Value) -> str:
    """The digest of a value by what it says, so that steps after it do not depend on how it came about."""
    return hashlib.sha256(compact(adapter, value)).hexdigest()
