"""Finds what travels with the installation: templates, schemas, examples, fonts, profiles."""

import hashlib
import re
from functools import lru_cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent
_DOT = re.compile("^dot-")


class MissingResourceError(RuntimeError):
    """The installation is incomplete: a folder that should travel with it is in neither place."""


@lru_cache
def folder(kind: str) -> Path:
    """The folder `templates`, `schemas` or `examples`: inside the installed package, or in the checkout.

    Raises:
        MissingResourceError: it is in neither place.
    """
    installed = _PACKAGE / "_data" / kind
    checkout = _PACKAGE.parent.parent
    if installed.is_dir():
        return installed
    if (checkout / "pyproject.toml").is_file() and (checkout / kind).is_dir():
        return checkout / kind
    message = f"neither {installed} nor {checkout / kind} exists"
    raise MissingResourceError(message)


def fonts() -> Path:
    """The folder with the fonts that come along."""
    return _PACKAGE / "io" / "fonts"


def profile(name: str) -> bytes | None:
    """The bytes of a rule profile that comes along, or None."""
    path = _PACKAGE / "io" / "profiles" / f"{name}.yaml"
    return path.read_bytes() if path.is_file() else None


def profile_names() -> tuple[str, ...]:
    """The names of the rule profiles that come along."""
    return tuple(sorted(path.stem for path in (_PACKAGE / "io" / "profiles").glob("*.yaml")))


def default_programme() -> bytes:
    """The programme that stands in where a project has none."""
    return (_PACKAGE / "io" / "defaults" / "programme.yaml").read_bytes()


def default_policy() -> bytes:
    """The declassification policy that comes along."""
    return (_PACKAGE / "io" / "defaults" / "declassification.yaml").read_bytes()


def scaffold_files(language: str) -> dict[str, str]:
    """What a new repository gets beside its content, by path: for both languages, and in that one (or English).

    Here `dot-` stands for the dot that names of hidden files begin with, so that no tool takes them for ours.
    """
    top = _PACKAGE / "io" / "scaffold"
    folders = (top / "both", top / (language if (top / language).is_dir() else "en"))
    return {
        "/".join(_DOT.sub(".", part) for part in path.relative_to(place).parts): path.read_text(encoding="utf-8")
        for place in folders
        for path in sorted(place.rglob("*"))
        if path.is_file()
    }


@lru_cache
def code_digest() -> str:
    """A digest of the tool's own code and data, so that a changed tool never meets what an older one kept."""
    state = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in {".py", ".yaml"} and path.is_file() and "_data" not in path.parts:
            state.update(path.relative_to(_PACKAGE).as_posix().encode())
            state.update(path.read_bytes())
    return state.hexdigest()
