"""Patterns of paths: `sops/old/**`, `sops/*/draft-*.yaml`, or a folder with everything in it."""

from fnmatch import fnmatchcase


def matches(pattern: str, path: str) -> bool:
    """Whether a file, or a folder that it is in, is meant; time grows with the product of both lengths only."""
    wanted = [part for part in pattern.split("/") if part not in {"", "."}]
    reached = {0}  # how many parts of the pattern can be used up by the parts of the path so far
    for name in path.split("/"):
        reached = _skipping(wanted, reached)
        if len(wanted) in reached:
            break
        reached = {
            number if wanted[number] == "**" else number + 1
            for number in reached
            if wanted[number] == "**" or fnmatchcase(name, wanted[number])
        }
    return bool(wanted) and len(wanted) in _skipping(wanted, reached)


def _skipping(wanted: list[str], reached: set[int]) -> set[int]:
    """The same where `**` may stand for no folder at all."""
    found = set(reached)
    for number, part in enumerate(wanted):
        if number in found and part == "**":
            found.add(number + 1)
    return found
