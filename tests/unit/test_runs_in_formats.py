"""Every kind of run means something in every format: a renderer that lacks one fails here."""

from typing import get_args

import pytest

from sopcurric.app.registry import renderers
from sopcurric.model.text import (
    Break,
    Classified,
    Emphasis,
    Formula,
    Index,
    Inline,
    Light,
    Plain,
    Quantity,
    Reference,
    Text,
)
from sopcurric.printing.typst_source import expression
from sopcurric.renderers.html import _markup as html
from sopcurric.renderers.markdown import _markup as markdown

SAYERS = {"html": lambda text: str(html(text, "zh")), "markdown": lambda text: markdown(text, "zh"),
          "pdf": lambda text: expression(text, "zh")}  # fmt: skip
SHOWN: dict[Inline, dict[str, str]] = {
    Plain("甲"): {"html": "甲", "markdown": "甲", "pdf": '"甲"'},
    Emphasis("甲"): {"html": "<strong>甲</strong>", "markdown": "**甲**", "pdf": 'strong("甲")'},
    Light("甲"): {"html": "<em>甲</em>", "markdown": "*甲*", "pdf": 'emph("甲")'},
    Index("-3", "sup"): {"html": "<sup>−3</sup>", "markdown": "<sup>−3</sup>", "pdf": 'super("−3")'},
    Index("2", "sub"): {"html": "<sub>2</sub>", "markdown": "<sub>2</sub>", "pdf": 'sub("2")'},
    Formula("V_1"): {"html": 'formula">V<sub>1</sub>', "markdown": "V<sub>1</sub>", "pdf": '"V";#sub("1")'},
    Quantity("5 m", "5", "5", "m"): {"html": '<span class="quantity">5 m', "markdown": "5 m", "pdf": 'whole("5 m")'},
    Reference("甲", "DIG"): {"html": "甲", "markdown": "甲", "pdf": '"甲"'},
    Classified("密", "甲", "internal"): {"html": "甲", "markdown": "甲", "pdf": '"甲"'},
    Break("-"): {"html": '<span class="marker">•</span>', "markdown": "前<br>• 后", "pdf": 'item("•", above: true'},
    Break("1、"): {"html": '<span class="marker">1、</span>', "markdown": "前<br>1、后", "pdf": 'item("1、"'},
    Break(): {"html": '<span class="line">后', "markdown": "前<br>后", "pdf": "passage(above: true"},
}


def test_every_kind_of_run_and_every_format_is_listed() -> None:
    assert {type(run) for run in SHOWN} == {*get_args(get_args(Inline)[0])}
    assert set(SAYERS) == set(renderers())
    assert all(set(shown) == set(SAYERS) for shown in SHOWN.values())


@pytest.mark.parametrize("form", SAYERS)
@pytest.mark.parametrize("run", SHOWN, ids=str)
def test_a_run_is_set(run: Inline, form: str) -> None:
    said = SAYERS[form](Text.of({"zh": (Plain("前"), run, Plain("后"))}))
    assert SHOWN[run][form] in said
    assert "密" not in said
    assert "前" in said
    assert "后" in said


@pytest.mark.parametrize("form", SAYERS)
def test_a_text_may_begin_with_an_item(form: str) -> None:
    said = SAYERS[form](Text.of({"zh": (Break("1."), Plain("甲"), Break("2."), Plain("乙"))}))
    assert {"html": "1.", "markdown": "1\\. 甲<br>2. 乙", "pdf": "above: false"}[form] in said


def test_light_and_strong_words_side_by_side_are_told_apart() -> None:
    text = Text.of({"zh": (Emphasis("甲"), Light("乙"), Light("丙"))})
    assert markdown(text, "zh") == "**甲**<em>乙</em>*丙*"
