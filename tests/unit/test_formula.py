"""Formulas as authors of SOPs type them."""

import re
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from sopcurric.printing.formula import levelled, pieces, plain

ROOT = Path(__file__).parents[2]
MARKS = {"base": "{}", "sub": "<{}>", "sup": "[{}]"}


def marked(formula: str) -> str:
    return "".join(MARKS[piece.level].format(piece.text) for piece in pieces(formula))


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (r"Al(OH)_4^- \rightarrow Al(OH)_3 + OH^-", "Al(OH)<4>[−] → Al(OH)<3> + OH[−]"),
        (r"\alpha_k = 1.645 \times Na_2O_k / Al_2O_3", "α<k> = 1.645 × Na<2>O<k> / Al<2>O<3>"),
        (r"Al_2O_3 \cdot nH_2O", "Al<2>O<3>·nH<2>O"),
        (r"\eta = (1 - \alpha_{k,1} / \alpha_{k,2}) \times 100\%", "η = (1 − α<k,1> / α<k,2>) × 100%"),
        (r"(R - 1) / (R^{n+1} - 1)", "(R − 1) / (R[n+1] − 1)"),
        ("R_{60}", "R<60>"),
        ("SO_4^2- + Fe^3+", "SO<4>[2−] + Fe[3+]"),
        ("10^-3 x^2-1", "10[−3] x[2]−1"),
        (r"x^{-\alpha}", "x[−α]"),
        (r"\Delta T = 260 ^\circ C", "ΔT = 260 ° C"),
        (r"2\times3", "2 × 3"),
        (r"\mathrm{in-out}_{max}", "in-out<max>"),
        ("H₂O + OH⁻", "H<2>O + OH[−]"),
        (r"x_\alpha", "x<α>"),
        (r"\lambda \Lambda", "λ Λ"),
    ],
)
def test_light_latex(typed: str, shown: str) -> None:
    assert marked(typed) == shown


@pytest.mark.parametrize("typed", [r"\foo x", "a_", "_", "^ 2", "{a}", "R^{n+1", "}", "\\", r"\frac{a}{b}", "x_}"])
def test_what_is_not_understood_stays_as_typed(typed: str) -> None:
    assert marked(typed) == typed


def test_formulas_without_markup_use_the_indices_of_unicode() -> None:
    assert plain(r"Al(OH)_4^- \rightarrow \alpha_k") == "Al(OH)₄⁻ → αₖ"
    assert plain(r"\alpha_{k,1} x^Q y_固") == "α_(k,1) x^Q y_固"


def typed_in_the_example() -> list[str]:
    files = sorted((ROOT / "examples/alumina-refinery/sops").glob("*.yaml"))
    return sorted({found for file in files for found in re.findall(r"\$([^$\n]+)\$", file.read_text("utf-8"))})


@pytest.mark.parametrize("typed", typed_in_the_example())
def test_formulas_of_the_example_are_understood_and_can_be_printed(typed: str) -> None:
    shown = "".join(piece.text for piece in pieces(typed))
    assert not set(shown) & set("\\_^{}-")
    assert [piece for piece in pieces(typed) if piece.level != "base"] or not set(typed) & set("_^")
    for font in ("NotoSerifSC-Regular", "NotoSansSC-Regular"):
        assert {ord(char) for char in shown} <= set(_characters(font))


def _characters(font: str) -> frozenset[int]:
    return frozenset(TTFont(ROOT / f"src/sopcurric/io/fonts/{font}.otf").getBestCmap())


def test_every_character_that_unicode_lowers_or_raises_becomes_an_index() -> None:
    for number in range(sys.maxunicode):
        kind, _, _ = unicodedata.decomposition(chr(number)).partition(" ")
        if kind in {"<sub>", "<super>"} and chr(number) not in "¹²³":
            (piece,) = levelled(chr(number))
            assert (piece.level == "sub") == (kind == "<sub>"), hex(number)
            assert piece.text == unicodedata.normalize("NFKC", chr(number))


def test_words_around_indices_stay() -> None:
    assert [piece.text for piece in levelled("苛性比 αₖ 与 10⁻³ m³")] == ["苛性比 α", "k", " 与 10", "−3", " m³"]
    assert [piece.text for piece in levelled("m²")] == ["m²"]


@given(st.text(st.sampled_from("\\_^{} -a1中₂αtimesrho"), max_size=20))
def test_no_formula_breaks(typed: str) -> None:
    made = pieces(typed)
    assert all(piece.text for piece in made)
    assert all(one.level != other.level for one, other in pairwise(made))
    assert "".join(piece.text for piece in made).count("中") == typed.count("中")
