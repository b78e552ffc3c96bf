"""Where results of steps are kept: in memory, or on disk by the digest of what they were made from."""

import hashlib
import os
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from platformdirs import user_cache_path


class Store(Protocol):
    """Bytes by key; a damaged or missing entry is None."""

    def get(self, key: str) -> bytes | None:
        """What was kept under a key."""

    def put(self, key: str, value: Callable[[], bytes]) -> None:
        """Keep a value, given by what makes its bytes, the same at any time."""


class MemoryStore:
    """A store that lives as long as the process."""

    def __init__(self) -> None:
        """Begin empty."""
        self.entries: dict[str, Callable[[], bytes]] = {}

    def get(self, key: str) -> bytes | None:
        """What was kept under a key."""
        kept = self.entries.get(key)
        return kept() if kept else None

    def put(self, key: str, value: Callable[[], bytes]) -> None:
        """Keep a value; its bytes are only made when somebody asks for them."""
        self.entries[key] = value


class DiskStore:
    """A store in a folder. Each entry begins with the digest of its content, so a damaged one is noticed."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; it is made when the first value is kept."""
        self._folder = folder
        self._made: set[Path] = set()

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, or None where it is missing or damaged."""
        try:
            kept = self._path(key).read_bytes()
        except OSError:
            return None
        digest, value = kept[:32], kept[32:]
        return value if hashlib.sha256(value).digest() == digest else None

    def put(self, key: str, value: Callable[[], bytes]) -> None:
        """Keep a value; a full disk or a read-only folder only means that nothing is kept."""
        path, made = self._path(key), value()
        with suppress(OSError):
            if path.parent not in self._made:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._made.add(path.parent)
            handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(made).digest() + made)
            Path(name).replace(path)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / key[2:]


def default_folder() -> Path:
    """The user's cache folder for this tool."""
    return user_cache_path("sopcurric", appauthor=False) / "steps"
