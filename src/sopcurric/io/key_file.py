"""The secret key of a plant: made once, outside the repository, and never overwritten."""

import os
import secrets
from pathlib import Path

KEY_BYTES = 32
_OWNER_ONLY = 0o600


def write_new_key(place: Path) -> None:
    """Write random bytes as hexadecimal figures into a new file that only its owner may read, where the system can.

    Raises:
        FileExistsError: there is such a file, or a link; it is left alone.
        OSError: it cannot be written; nothing is left behind then.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(f"{secrets.token_hex(KEY_BYTES)}\n".encode())
    except OSError:
        place.unlink(missing_ok=True)
        raise
