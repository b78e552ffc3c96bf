r"""Formulas as authors of SOPs type them: light LaTeX such as `Al(OH)_4^- \rightarrow Al(OH)_3 + OH^-`.

A formula becomes pieces: plain, lowered or raised. What is not understood is kept as it was typed.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from sopcurric.model.indices import characters, indexed

Level = Literal["base", "sub", "sup"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters on one level."""

    text: str
    level: Level = "base"


_LETTERS = {
    name: unicodedata.lookup(f"GREEK {size} LETTER {name.upper().replace('LAMBDA', 'LAMDA')}")
    for size, names in (
        ("SMALL", "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon"),
        ("SMALL", "phi chi psi omega"),
        ("CAPITAL", "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"),
    )
    for name in names.split()
}
_LETTERS |= {"varepsilon": "ε", "varphi": "φ", "partial": "∂"}
_SPACED = {
    "times": "×", "div": "÷", "pm": "±", "mp": "∓", "leq": "≤", "le": "≤", "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠",
    "approx": "≈", "equiv": "≡", "propto": "∝", "rightarrow": "→", "to": "→", "leftarrow": "←", "leftrightarrow": "↔",
    "rightleftharpoons": "⇌", "Rightarrow": "⇒", "longrightarrow": "→",
}  # fmt: skip
_CLOSE = {"cdot": "·", "bullet": "·"}
_SIGNS = {
    "infty": "∞", "sum": "∑", "prod": "∏", "uparrow": "↑", "downarrow": "↓", "degree": "°", "circ": "°", "sqrt": "√",
    "ldots": "…", "dots": "…", "prime": "\u2032", "quad": " ", "left": "", "right": "",
}  # fmt: skip
_COMMANDS = {**_LETTERS, **_SIGNS, **{name: f" {sign} " for name, sign in _SPACED.items()}, **_CLOSE}
_UPRIGHT = frozenset({"mathrm", "text", "rm", "mathbf", "ce"})
_ESCAPED = {**{sign: sign for sign in "%_{}$#&^"}, " ": " ", ",": "", ";": " ", "!": "", ":": " "}

_COMMAND = re.compile(r"\\[A-Za-z]+")
_ATOM = re.compile(r"[-+−]?\d+(?:[-+−](?![\w({\\]))?|[^\s{}_^\\]")
_TOKEN = re.compile(
    r"(?P<command>\\[A-Za-z]+)|\\(?P<escaped>[^A-Za-z])|(?P<mark>[_^])|(?P<space>\s+)|(?P<plain>[^\\_^\s{}]+|.)",
    re.DOTALL,
)
_TIGHT = re.compile(rf" *([{''.join(_CLOSE.values())}]) *")


@lru_cache(maxsize=4096)
def pieces(formula: str) -> tuple[Piece, ...]:
    """The pieces of a formula; neighbours differ in level."""
    flat = [Piece(char, piece.level) for piece in _parsed(formula) for char in piece.text]
    joined = (Piece("".join(one.text for one in group), level) for level, group in groupby(flat, lambda one: one.level))
    return _spaced(joined)


def plain(formula: str) -> str:
    """A formula where there are only characters: Unicode's own indices, or `_` and `^` where it has none."""
    return "".join(_indexed(piece) for piece in pieces(formula))


def raised(letters: str) -> str:
    """The letters of an index as they are set: with a true minus sign."""
    return letters.replace("-", "−")


def _parsed(formula: str) -> Iterator[Piece]:
    at = 0
    while at < len(formula):
        found = _TOKEN.match(formula, at)
        if found is None:  # cannot be: the last branch takes any character
            raise AssertionError(formula)
        at = found.end()
        if found["mark"]:
            inner, after = _index(formula, at)
            level: Level = "sub" if found["mark"] == "_" else "sup"
            if inner == "°":
                level = "base"  # this character is raised as it is
            yield Piece(inner, level) if after > at else Piece(found["mark"])
            at = after
        elif found["command"] and found["command"][1:] in _UPRIGHT:
            inner, at = _group(formula, at) or ("", at)
            yield Piece(inner)
        elif found["space"]:
            yield Piece(" ")
        elif found["plain"]:
            yield from _levelled(found["plain"].replace("-", "−"))
        else:
            yield Piece(_said(found))
            at += _only_ends_command(found, formula, at)


def _only_ends_command(found: "re.Match[str]", formula: str, at: int) -> bool:
    r"""Whether the space at a place is there because `\Delta T` cannot be typed without."""
    letter = bool(found["command"]) and found["command"][1:] in _LETTERS
    return letter and formula.startswith(" ", at) and formula[at + 1 : at + 2].isalnum()


def _said(found: "re.Match[str]") -> str:
    """A command or an escaped sign as characters; as typed where it means nothing here."""
    if found["command"]:
        return _COMMANDS.get(found["command"][1:], found["command"])
    return _ESCAPED.get(found["escaped"], found[0])


def _index(formula: str, at: int) -> tuple[str, int]:
    """What an index mark before `at` lowers or raises, and where that ends; nothing where nothing fits."""
    group = _group(formula, at)
    if group:
        return _words(group[0]), group[1]
    command = _COMMAND.match(formula, at)
    if command and command[0][1:] in _COMMANDS:
        return _COMMANDS[command[0][1:]].strip(), command.end()
    atom = _ATOM.match(formula, at)
    return (atom[0].replace("-", "−"), atom.end()) if atom else ("", at)


def _group(formula: str, at: int) -> tuple[str, int] | None:
    """What stands between the braces that open at a place, and where they end."""
    if not formula.startswith("{", at):
        return None
    depth = 0
    for end in range(at, len(formula)):
        depth += {"{": 1, "}": -1}.get(formula[end], 0)
        if depth == 0:
            return formula[at + 1 : end], end + 1
    return None


def _words(inner: str) -> str:
    """A group as characters on one level: commands are said, marks inside stay as typed."""
    said = (_said(found) if found["command"] or found["escaped"] else found[0] for found in _TOKEN.finditer(inner))
    return " ".join("".join(said).replace("-", "−").split())


def _spaced(joined: Iterable[Piece]) -> tuple[Piece, ...]:
    """Pieces with one space at most, none at the ends, and none around a multiplication dot."""
    made = [Piece(_TIGHT.sub(r"\1", re.sub(" +", " ", piece.text)), piece.level) for piece in joined]
    if made:
        made[0] = Piece(made[0].text.lstrip(" "), made[0].level)
        made[-1] = Piece(made[-1].text.rstrip(" "), made[-1].level)
    return tuple(piece for piece in made if piece.text)


# Characters that Unicode itself has lowered or raised -----------------------------------------------------------------


_INDICES = {character: Piece(*shown) for character, shown in characters().items()}
_INDEX_RUN = re.compile(f"[{''.join(_INDICES)}]+")


def levelled(text: str) -> tuple[Piece, ...]:
    """Words with the characters that Unicode has lowered or raised set apart as what they stand for.

    The squares and cubes of units (`m²`) stay: every font has them, and they are copied as they are.
    """
    if not _INDEX_RUN.search(text):
        return (Piece(text),)
    made: list[Piece] = []
    rest = 0
    for run in _INDEX_RUN.finditer(text):
        if not set(run[0]) <= set("¹²³"):
            made += [Piece(text[rest : run.start()]), *_levelled(run[0])]
            rest = run.end()
    return tuple(piece for piece in (*made, Piece(text[rest:])) if piece.text)


def _levelled(text: str) -> Iterator[Piece]:
    for level, alike in groupby((_INDICES.get(one, Piece(one)) for one in text), lambda piece: piece.level):
        yield Piece("".join(one.text for one in alike), level)


def _indexed(piece: Piece) -> str:
    return piece.text if piece.level == "base" else indexed(piece.text, piece.level)
