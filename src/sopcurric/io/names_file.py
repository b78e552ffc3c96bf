"""The list of other names, which is kept outside the repository."""

from collections.abc import Mapping
from pathlib import Path

from sopcurric.io.output import write_whole
from sopcurric.io.yaml_writer import yaml_text


def write_names(place: Path, names: Mapping[str, str]) -> None:
    """Write the list in one piece, in the order of the other names; nothing where it is the same already.

    Raises:
        OSError: it cannot be written.
    """
    listed = dict(sorted(names.items(), key=lambda one: (one[1], one[0])))
    content = yaml_text({"format": 1, "names": listed}).encode()
    if place.is_file() and place.read_bytes() == content:
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, content)
